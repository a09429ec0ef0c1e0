// The forms in which the expected rights are written down. The data itself stands in expected/, by hand.
import type { Expected } from './subjects.ts'
import type { World } from './world.ts'

/** 401 not signed in, 403 may not, 404 not there for them, 409 a rule says no although the right is there, 400 the same for input. */
export type Status = 200 | 400 | 401 | 403 | 404 | 409 | 410 | 412 | 428
export type Request = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  url: string
  body?: unknown
  /** The revision on which the change is based. */
  revision?: number
  headers?: Record<string, string>
}
export type HttpCase = {
  /** What it is asked for: the state of the object and how it stands to the county and the body. */
  on: string
  send: (world: World, me: Me) => Request
  expect: Expected<Status>
}
/** `area.endpoint` → its cases. */
export type HttpMatrix = Readonly<Record<string, readonly HttpCase[]>>

/** Who a statement is written for: null where there is none. */
export type Me = { person: string | null; organisation: string | null }

/** allowed: has an effect, or is seen. none: no row, no effect. denied: refused by a right. refused: by a rule that holds for everybody. */
export type Effect = 'allowed' | 'none' | 'denied' | 'refused'
export type SqlCase = {
  on: string
  sql: (world: World, me: Me) => string
  expect: Expected<Effect>
}
/** `closed`: no right at all on this table, for nobody on this login. */
export type SqlRight = 'closed' | readonly SqlCase[]
export type TableMatrix = {
  select: SqlRight
  insert: SqlRight
  update: SqlRight
  delete: SqlRight
  /** Columns that may be read, written or changed, where not all. */
  columns?: { select?: string; insert?: string; update?: string }
  /** What the worker's login may do: words of select insert update delete, or nothing. */
  worker: string
}
export type SqlMatrix = Readonly<Record<string, TableMatrix>>

/** What a function that runs with the owner's rights gives to whom; or why nothing can be gained by it. */
export type FunctionMatrix = Readonly<Record<string, readonly SqlCase[] | { harmless: string }>>

export type Part = { http: HttpMatrix; tables: SqlMatrix; functions: FunctionMatrix }
