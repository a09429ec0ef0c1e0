// What the commands on protected tables share: the thread that calculates within the time, and files that may not be what they say.
import { Worker } from 'node:worker_threads'
import type { Attack } from '#pure/attack/attack.ts'
import type { FaultCode } from '#pure/attack/table.ts'
import type { Certificate, Known } from '#pure/certificate/certificate.ts'
import type { Proof } from '#pure/certificate/proof.ts'
import type { Suppression } from '#pure/suppression/suppress.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import { texts } from '../cli.texts.de.ts'
import { readInput } from './input.ts'
import { protectionTexts as says } from './protection.texts.de.ts'
import { Words } from './words.ts'

type Both = { table: unknown; until: number; wholeNumbers: boolean }
export type Asked =
  | (Both & { kind: 'protect'; seed: number; certify: boolean })
  | (Omit<Both, 'wholeNumbers'> & { kind: 'verify'; certificate: Certificate })
  | (Both & { kind: 'attack'; suppressed: unknown; who: string | null; everybody: boolean })
export type Answer =
  | { kind: 'better'; suppressed: string[] }
  | {
      kind: 'protected'
      result: Suppression
      seconds: { solve: number; audit: number }
      proof: Proof | null
    }
  | { kind: 'verified'; canonical: string; known: readonly Known[] | null; protected: boolean | null }
  | { kind: 'attacked'; result: Attack | null; seconds: number }
  | { kind: 'faulty'; code: FaultCode; at: Readonly<Record<string, string>> }
  | { kind: 'unprotectable'; id: string; why: 'published' | 'exposed'; who: string | null }
  | { kind: 'no-contributor'; who: string }

const limit = 256 * 1024 * 1024
const moment = () => (performance.timeOrigin + performance.now()) / 1000
/** Starting and printing belong to the time as well, but never take more than half of it. */
const startsIn = 0.4
export const deadline = (seconds: number) =>
  moment() + Math.max(0.5 * seconds, 0.95 * seconds - startsIn - performance.now() / 1000)
/** Then a thread that does not stop by itself is stopped. */
const grace = 5

/** The thread's last word; null when the time was over before it came. @throws Error with the sentence. */
export async function inThread(
  asked: Asked,
  better: (suppressed: string[]) => void = () => {},
): Promise<Answer | null> {
  const thread = new Worker(new URL('./protection-thread.ts', import.meta.url), {
    workerData: asked,
    resourceLimits: { maxOldGenerationSizeMb: 4096 },
    stdout: true,
  })
  const answer = await new Promise<Answer | null>((done, failed) => {
    const timer = setTimeout(() => done(null), Math.max(0, asked.until - moment() + grace) * 1000)
    thread.on('message', (message: Answer) => {
      if (message.kind === 'better') better(message.suppressed)
      else {
        clearTimeout(timer)
        done(message)
      }
    })
    thread.on('error', () => {
      clearTimeout(timer)
      failed(new Error(says.broken))
    })
  }).finally(() => thread.terminate())
  if (answer?.kind === 'faulty') throw new Error(says.fault(answer.code, answer.at))
  if (answer?.kind === 'no-contributor') throw new Error(says.noContributor(answer.who))
  if (answer?.kind === 'unprotectable')
    throw new Error(
      answer.why === 'published' ? says.unpublishable(answer.id) : says.unprotectable(answer.id, answer.who),
    )
  return answer
}

export function numberOf(command: string, text: string | undefined, missing: number, least: number): number {
  if (text === undefined) return missing
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value) || value < least) throw new Words(texts.callAs(command))
  return value
}

export async function readBytes(file: string): Promise<Buffer> {
  try {
    return (await readInput(file, limit)).bytes
  } catch (error) {
    if (error instanceof UnreadableFile && error.code === 'too-large') throw new Error(says.tooLarge('256 MB'))
    throw new Error(says.noFile(file))
  }
}

export async function readJson(file: string): Promise<unknown> {
  const bytes = await readBytes(file)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Error(says.notJson(file))
  }
}
