// The words of a call: what is named, what is switched on. Whatever is off ends with exit code 2.
import { parseArgs } from 'node:util'
import { texts } from '../cli.texts.de.ts'

/** The call's words are off. */
export class Words extends Error {}
export type Command = (words: string[]) => Promise<number>

export const out = (text: string) => void process.stdout.write(`${text}\n`)
export const tell = (text: string) => void process.stderr.write(`${text}\n`)

type Options = Record<string, { type: 'string' | 'boolean'; multiple?: boolean }>

/** @throws Words when an option is not known or there are not as many names as wanted (one number, or several that go). */
export function readWords<O extends Options>(
  command: string,
  words: string[],
  names: number | readonly number[],
  options: O,
) {
  try {
    const read = parseArgs({ args: words, options, allowPositionals: true })
    if (![names].flat().includes(read.positionals.length)) throw new Words(texts.callAs(command))
    return { names: read.positionals, options: read.values }
  } catch {
    throw new Words(texts.callAs(command))
  }
}
