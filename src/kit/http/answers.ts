// Turns what went wrong into an answer: status, code, German sentence. What is not foreseen is a fault with a number.
import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { Forbidden, Invalid, NotFound, Refusal } from './refusal.ts'
import { texts } from './texts.de.ts'

export type Answer = { status: number; body: Record<string, unknown> & { code: string; message: string } }
export type Sentences = Readonly<Record<string, string | ((detail: Record<string, string>) => string)>>

export class Stale extends Error {
  readonly current: { after: unknown; organisation: string | null; revision: number }
  readonly yours: unknown
  constructor(current: Stale['current'], yours: unknown) {
    super('stale')
    this.current = current
    this.yours = yours
  }
}
export class Status extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

const answer = (status: number, code: string, message: string, more: Record<string, unknown> = {}): Answer => ({
  status,
  body: { code, message, ...more },
})

const pgCode = (error: unknown) => (error as { code?: unknown } | null)?.code
const fromDatabase: Record<string, (error: Error) => Answer> = {
  NA401: (error) =>
    error.message === 'mandateEnded'
      ? answer(403, 'mandateEnded', texts.mandateEnded)
      : answer(401, 'notSignedIn', texts.notSignedIn),
  NA403: () => answer(403, 'forbidden', texts.forbidden),
  NA412: () => answer(412, 'stale', texts.stale(null)),
  NA400: () => answer(400, 'invalidInput', texts.invalidInput),
  // Characters that no text may hold, and numbers and days beyond every range: the request is wrong, not the house.
  '22021': () => answer(400, 'invalidInput', texts.invalidInput),
  '22P05': () => answer(400, 'invalidInput', texts.invalidInput),
  '22003': () => answer(400, 'invalidInput', texts.invalidInput),
  '22008': () => answer(400, 'invalidInput', texts.invalidInput),
  // insufficient_privilege: the second line said no.
  '42501': () => answer(403, 'forbidden', texts.forbidden),
}

/** Where it happened, never with what: a message may quote the value that somebody typed, so it stays out of the log, and so does its copy in the stack. */
export function traceOf(error: unknown): Record<string, unknown> {
  const { name, stack, table, constraint, column } = (error ?? {}) as Record<string, unknown>
  const frames = typeof stack === 'string' ? stack.split('\n').filter((line) => /^\s+at .+:\d+:\d+\)?$/.test(line)) : []
  return { name, code: pgCode(error), table, column, constraint, at: frames.map((line) => line.trim()) }
}

export function answerTo(error: unknown, sentences: Sentences, log: Logger): Answer {
  if (error instanceof Refusal) {
    const sentence = sentences[error.code]
    return answer(409, error.code, typeof sentence === 'function' ? sentence(error.detail) : (sentence ?? error.code), {
      detail: error.detail,
    })
  }
  if (error instanceof NotFound) return answer(404, 'notFound', texts.notFound)
  if (error instanceof Forbidden) return answer(403, 'forbidden', texts.forbidden)
  if (error instanceof Invalid) return answer(400, 'invalidInput', error.message, { fields: error.fields })
  if (error instanceof Stale)
    return answer(412, 'stale', texts.stale(error.current.organisation), {
      current: error.current.after,
      yours: error.yours,
      revision: error.current.revision,
    })
  if (error instanceof Status) return answer(error.status, error.code, error.message)
  const known = typeof pgCode(error) === 'string' ? fromDatabase[pgCode(error) as string] : undefined
  if (known) return known(error as Error)
  const id = randomUUID().slice(0, 8)
  log.error({ fault: id, ...traceOf(error) }, 'fault')
  return answer(500, 'fault', texts.fault(id), { id })
}
