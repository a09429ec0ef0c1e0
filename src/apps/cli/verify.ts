// `verify`: checks a certificate against its table, offline; and what `protect` writes so that it can be checked.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import {
  type Certificate,
  canonical,
  certificateOf,
  faultsOf,
  type Known,
  narrowestOf,
  type PublicTable,
} from '#pure/certificate/certificate.ts'
import type { Proof } from '#pure/certificate/proof.ts'
import { protectionTexts as says } from './protection.texts.de.ts'
import { deadline, inThread, numberOf, readJson } from './protection-run.ts'
import { type Command, out, readWords, tell } from './words.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

export const methodOf = (seed: number, wholeNumbers: boolean, threshold: number | null): Certificate['method'] => ({
  name: 'nahtstelle protect',
  version,
  seed,
  wholeNumbers,
  threshold,
})

/** Writes the released table and its certificate, whichever is wanted. */
export async function writeProof(
  { released, attack, contributors }: Proof,
  about: { name: string | undefined; method: Certificate['method'] },
  to: { certificate: string | undefined; released: string | undefined },
): Promise<void> {
  const certificate = certificateOf(released, attack, { ...about, sha256: sha256(canonical(released)), contributors })
  const named = about.name === undefined ? released : { name: about.name, ...released }
  for (const [file, content] of [
    [to.certificate, certificate],
    [to.released, named],
  ] as const)
    if (file !== undefined)
      await writeFile(file, `${JSON.stringify(content)}\n`).catch(() => {
        throw new Error(says.notWritten(file))
      })
}

export const verify: Command = async (words) => {
  const { names, options } = readWords('verify', words, 2, { seconds: { type: 'string' } })
  const certificate = asCertificate(await readJson(names[0]!), names[0]!)
  const table = asTable(await readJson(names[1]!), names[1]!)
  const until = deadline(numberOf('verify', options.seconds, 600, 0.1))
  const answer = await inThread({ kind: 'verify', table, until, certificate })
  if (answer?.kind !== 'verified') throw new Error(says.unproven)
  const sameTable = sha256(answer.canonical) === certificate.sha256
  // Another table is not looked at further: what is known of it says nothing about this one.
  if (sameTable && answer.known === null) throw new Error(says.unproven)
  const faults = sameTable ? faultsOf(certificate.attack.known, answer.known!) : []
  const holds = sameTable && faults.length === 0 && answer.protected !== false
  out(
    JSON.stringify({
      holds,
      table: sameTable,
      known: sameTable ? faults.length === 0 : null,
      protected: sameTable ? answer.protected : null,
      hidden: certificate.hidden,
      narrowest: sameTable ? narrowestOf(answer.known!) : null,
      faults,
    }),
  )
  tell(!sameTable ? says.otherTable : faults.length > 0 ? says.otherKnown(faults.length) : verdict(answer.protected))
  return holds ? 0 : 1
}

const verdict = (safe: boolean | null) => (safe === false ? says.open : safe ? says.holdsWhole : says.holds)

const isBag = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value)
const isKnown = (one: unknown): one is Known =>
  isBag(one) && typeof one.id === 'string' && [one.low, one.high].every((end) => end === null || isNumber(end))

/** @throws Error with the sentence. */
function asCertificate(given: unknown, file: string): Certificate {
  const whole =
    isBag(given) &&
    given.format === 'nahtstelle-pruefnachweis' &&
    given.version === 1 &&
    typeof given.sha256 === 'string' &&
    isBag(given.method) &&
    isBag(given.attack) &&
    Array.isArray(given.attack.known) &&
    given.attack.known.every(isKnown)
  if (!whole) throw new Error(says.noCertificate(file))
  return given as unknown as Certificate
}

/** The released table, or the full one; the attacker looks at the details. @throws Error with the sentence. */
function asTable(given: unknown, file: string): PublicTable {
  const cell = (one: unknown) =>
    isBag(one) &&
    (typeof one.id === 'string' || isNumber(one.id)) &&
    [one.value, one.min, one.max].every((value) => value === undefined || isNumber(value))
  const sum = (one: unknown) => isBag(one) && isBag(one.terms) && Object.values(one.terms).every(isNumber)
  if (!isBag(given) || !Array.isArray(given.cells) || !given.cells.every(cell)) throw new Error(says.noTable(file))
  if (!Array.isArray(given.equations) || !given.equations.every(sum)) throw new Error(says.noTable(file))
  const equations = given.equations.map((one) => ({ equals: 0, ...one }))
  return { ...given, cells: given.cells, equations } as PublicTable
}
