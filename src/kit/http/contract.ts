// A contract is a list of endpoints written as plain data. Server, browser, command line and the OpenAPI document read the same list.
import type { z } from 'zod'

export type Role =
  | 'admin'
  | 'head'
  | 'planner'
  | 'checker'
  | 'staff'
  | 'counsellor'
  | 'chair'
  | 'office'
  | 'delegate'
  | 'deputy'
  | 'guest'

/**
 * Who may. `as`: whoever holds one of these roles in the scope of the target: the object itself, its body, or the organisation that owns it
 * (without a target: in the organisation for which the person acts, or in any of its bodies).
 */
export type Who = 'anyone' | 'signedIn' | { readonly as: readonly Role[] }

type Shapes = {
  readonly path: `/${string}`
  readonly summary: string
  readonly who: Who
  /** The kind of object that `:id` names ('*': any). It must exist and be visible, otherwise 404. */
  readonly target?: string
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly reply: z.ZodType
  /** The reply is a file for downloading. */
  readonly file?: true
  /** Also answers for something that was deleted and can still be restored. */
  readonly alsoDeleted?: true
  /** Every refusal (409) the caller must be ready to show. */
  readonly refusals?: readonly string[]
}

export type ReadEndpoint = Shapes & {
  readonly method: 'GET'
  /** On the way it gives the session a new token: the only reading whose transaction may write. */
  readonly renews?: true
  /** Everybody gets the same answer: it may be kept anywhere, and is asked for anew each time. */
  readonly shared?: true
}
export type WriteEndpoint = Shapes & {
  readonly method: 'POST' | 'PUT' | 'DELETE'
  readonly body?: z.ZodType
  /** The verb of the journal, or the reason why nothing is journalled. */
  readonly journal: string | { readonly none: string }
  /** 'ifMatch': the write changes the target and names the revision it is based on. 'key': it adds something; a key makes a repetition harmless. */
  readonly guard: 'ifMatch' | 'key' | { readonly none: string }
}
export type Endpoint = ReadEndpoint | WriteEndpoint
export type Contract = Record<string, Endpoint>

type Part<E, K extends 'params' | 'query' | 'body'> = E extends { readonly [P in K]: infer S extends z.ZodType }
  ? z.output<S>
  : unknown
type PartIn<E, K extends 'params' | 'query' | 'body'> = E extends { readonly [P in K]: infer S extends z.ZodType }
  ? z.input<S>
  : unknown

/** What a handler gets: path, query and body in one object; their names never collide. */
export type Input<E extends Endpoint> = Part<E, 'params'> & Part<E, 'query'> & Part<E, 'body'>
/** What a caller gives. */
export type Call<E extends Endpoint> = PartIn<E, 'params'> & PartIn<E, 'query'> & PartIn<E, 'body'>
export type Reply<E extends Endpoint> = z.output<E['reply']>
export type ReplyIn<E extends Endpoint> = z.input<E['reply']>

type RefusalOf<E> = E extends { readonly refusals: readonly (infer R extends string)[] } ? R : never
/** All refusals of a contract: each must have its German sentence, or it does not compile. */
export type Refusals<C extends Contract> = { [K in keyof C]: RefusalOf<C[K]> }[keyof C]
export type RefusalTexts<C extends Contract> = {
  readonly [R in Refusals<C>]: string | ((detail: Record<string, string>) => string)
}

export function contract<const C extends Contract>(endpoints: C): C {
  return endpoints
}
