// What a handler finds when it is called: its transaction, who acts, the target, and the ways to journal, state facts and link.

import type pg from 'pg'
import type { Logger } from 'pino'
import type { AtOnce } from '#kit/chores/chores.ts'
import type { Database } from '#kit/db/database.ts'
import type { Actor } from '#kit/db/transaction.ts'
import { type Fact, stateFact } from '#kit/duties/duties.ts'
import { type Change, journal } from '#kit/journal/journal.ts'
import type { ObjectRow } from '#kit/objects/objects.ts'
import { type End, type LinkKind, trail } from '#kit/trail/trail.ts'
import type { Contract, Endpoint, Input, ReplyIn, Role, WriteEndpoint } from './contract.ts'

export type House = {
  pool: pg.Pool
  /** Kind of fact → kinds of duty for which it is evidence, gathered from the areas' chores.ts. */
  evidence: Readonly<Record<string, readonly string[]>>
  /** Kind of fact → what follows in the same transaction, gathered likewise. */
  atOnce: Readonly<Record<string, readonly AtOnce[]>>
  /** The address under which people reach this installation, e.g. "https://nahtstelle.example". */
  address: () => string
  demo: boolean
  log: Logger
}

export type Upload = { name: string; type: string; bytes: Buffer }
/** What an endpoint with `file: true` returns. */
export type FileOut = {
  name: string
  type: string
  /** Or how they are made, once the transaction has ended: what takes long holds no connection. */
  bytes: Uint8Array | (() => Promise<Uint8Array>)
  inline?: boolean /** Seconds for which a browser may keep it. */
  maxAge?: number
  /** What the content is known by: a browser keeps the file and asks each time whether it is still this one. */
  tag?: string
  /** The bytes are gzipped; who cannot read that gets them unpacked. */
  gzipped?: boolean
}

export type Scene<E extends Endpoint = Endpoint> = {
  db: Database
  house: House
  at: string
  today: string
  actor: E extends { who: 'anyone' } ? Actor | null : Actor
  /** The object that `:id` names: visible, of the right kind, and the actor may do this to it. */
  target: E extends { target: string } ? ObjectRow : null
  upload: Upload | null
  cookies: Readonly<Record<string, string | undefined>>
  source: string
  setCookie(name: string, value: string | null): void
  /** Journals the endpoint's verb for an object (default: the target). Returns the entry. */
  record(change?: {
    object?: string
    verb?: string
    before?: unknown
    after?: unknown
    many?: number
    /** The roles that justify this act, where they are fewer than those of the endpoint. */
    as?: readonly Role[]
  }): Promise<number>
  /** Publishes a fact; matching duties take it as evidence at once. */
  fact(fact: Fact): Promise<number>
  link(kind: LinkKind, source: End, target: End, reason?: string | null): Promise<void>
}

export type Handlers<C extends Contract> = {
  readonly [K in keyof C]: (
    input: Input<C[K]>,
    scene: Scene<C[K]>,
  ) => Promise<C[K] extends { file: true } ? FileOut : ReplyIn<C[K]>>
}

type Made = Omit<Scene, 'record' | 'fact' | 'link'> & { roles: readonly Role[] | null; endpoint: Endpoint }

/** Adds the acts to a scene and counts the journal entries, so that a forgotten one is a fault and not a gap. */
export function withActs(made: Made): { scene: Scene; recorded: () => number } {
  let entries = 0
  let last: number | null = null
  const { db, target } = made
  const verb = made.endpoint.method === 'GET' ? null : (made.endpoint as WriteEndpoint).journal
  const record: Scene['record'] = async (change = {}) => {
    const object = change.object ?? (target as ObjectRow | null)?.id
    const name = change.verb ?? (typeof verb === 'string' ? verb : undefined)
    if (!object || !name) throw new Error('nothing to journal here')
    const entry: Change = {
      verb: name,
      object,
      roles: change.as ?? made.roles,
      before: change.before,
      after: change.after,
    }
    last = await journal(db).write(change.many === undefined ? entry : { ...entry, many: change.many })
    entries += 1
    return last
  }
  const scene: Scene = {
    ...made,
    record,
    async fact(fact) {
      const counted = await stateFact(db, fact, made.at, last, made.house.evidence[fact.kind] ?? [])
      if (made.actor)
        for (const follow of made.house.atOnce[fact.kind] ?? []) await follow(fact, { db, actor: made.actor })
      return counted
    },
    link: (kind, source, end, reason) => {
      const actor = made.actor as Actor
      const role = made.roles ? actor.held.findIndex((held) => made.roles!.some((r) => held.startsWith(`${r}@`))) : 0
      return trail(db).link(actor, actor.mandates[Math.max(role, 0)] ?? null, kind, source, end, reason ?? null)
    },
  }
  return { scene, recorded: () => entries }
}
