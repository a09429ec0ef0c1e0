// The catalogue: one language for all. What each figure is for, what it is called elsewhere, and whether anybody has used it.
import { z } from 'zod'
import { Field } from '#areas/actors/contract.ts'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named } from '#kit/ref.ts'
import { IndicatorInput } from './shapes.ts'

export const Term = z.object({ id: Id, words: z.string(), organisation: Named, own: z.boolean() })
export type Term = z.infer<typeof Term>

/** unused: several times collected and never used. over: asked for until a day that has passed. noPurpose: nobody says what for. */
export const LetGo = z.enum(['unused', 'over', 'noPurpose'])
export type LetGo = z.infer<typeof LetGo>
/** Times for which it was delivered; how many of the latest were used for nothing; the last time that was used. */
export const Cycles = z.object({ collected: z.int(), unused: z.int(), lastUsed: Day.nullable() })
export type Cycles = z.infer<typeof Cycles>

export const CatalogueRow = z.object({
  id: Id,
  title: z.string(),
  code: z.string(),
  unit: z.string(),
  definition: z.string(),
  owner: Named.nullable(),
  heldByCounties: z.boolean(),
  purpose: Field.nullable(),
  neededFor: z.string().nullable(),
  neededBy: Named.nullable(),
  neededUntil: Day.nullable(),
  burden: z.int().nullable(),
  terms: z.array(z.string()),
  cycles: Cycles,
  letGo: z.array(LetGo),
  invented: z.boolean(),
})
export type CatalogueRow = z.infer<typeof CatalogueRow>

export const Use = z.object({
  id: Id,
  kind: z.string(),
  title: z.string(),
  /** Used directly, or reached by what was used: a decision by way of a need. */
  direct: z.boolean(),
  via: z.enum(['delivery', 'itself', 'table']),
})
export type Use = z.infer<typeof Use>
export const IndicatorUse = z.object({
  terms: z.array(Term),
  cycles: Cycles,
  letGo: z.array(LetGo),
  uses: z.array(Use),
  /** The clauses that ask for it. */
  asked: z.array(z.object({ agreement: Named.nullable(), clause: z.string() })),
})
export type IndicatorUse = z.infer<typeof IndicatorUse>

const speakers = { as: ['planner', 'head', 'admin'] } as const

export const catalogueEndpoints = contract({
  catalogue: {
    method: 'GET',
    path: '/figures/catalogue',
    summary: 'All figures with their purpose, local words and use; searched by name, definition, code or local word',
    who: 'anyone',
    query: z.object({ search: z.string().max(100).optional(), held: z.stringbool().optional() }),
    reply: z.object({ rows: z.array(CatalogueRow) }),
  },
  uses: {
    method: 'GET',
    path: '/figures/indicators/:id/uses',
    summary: 'What a figure is called elsewhere, who asks for it, and what used it',
    who: 'anyone',
    target: 'indicator',
    params: z.object({ id: Id }),
    reply: IndicatorUse,
  },
  makeIndicator: {
    method: 'POST',
    path: '/figures/indicators',
    summary: 'Define an indicator, usually one that only the counties hold',
    who: { as: ['planner', 'head', 'admin'] },
    body: IndicatorInput,
    reply: z.object({ id: Id, edition: z.int() }),
    refusals: ['codeTaken'],
    journal: 'indicator.defined',
    guard: 'key',
  },
  changeIndicator: {
    method: 'PUT',
    path: '/figures/indicators/:id',
    summary: 'Change a definition: a new edition, the old one is kept',
    who: { as: ['planner', 'head', 'admin'] },
    target: 'indicator',
    params: z.object({ id: Id }),
    body: IndicatorInput.omit({ code: true, timing: true, heldByCounties: true, decimals: true, additive: true }),
    reply: z.object({ edition: z.int() }),
    journal: 'indicator.changed',
    guard: 'ifMatch',
  },
  addTerm: {
    method: 'POST',
    path: '/figures/terms',
    summary: 'Say what my organisation calls a shared figure',
    who: speakers,
    body: z.object({ indicator: Id, words: z.string().trim().min(2).max(120) }),
    reply: z.object({ id: Id }),
    refusals: ['termThere'],
    journal: 'indicator.termAdded',
    guard: 'key',
  },
  removeTerm: {
    method: 'DELETE',
    path: '/figures/terms/:id',
    summary: 'Take a word of my organisation back',
    who: speakers,
    params: z.object({ id: Id }),
    reply: z.object({}),
    journal: 'indicator.termRemoved',
    guard: { none: 'only one’s own word, and again is not there' },
  },
})
