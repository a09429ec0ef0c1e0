// The Datenspur of an object, drawn by the browser and exported as PROV-JSON.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Id, Instant, Named } from '#kit/ref.ts'

export const LinkKinds = z.enum([
  'derivedFrom',
  'evidenceFor',
  'discussedIn',
  'decidedIn',
  'ledTo',
  'answeredBy',
  'setAside',
])
export const Station = z.object({
  id: Id,
  kind: z.string().nullable(),
  title: z.string().nullable(),
  owner: Named.nullable(),
  body: Id.nullable(),
  created: Instant.nullable(),
  invented: z.boolean(),
  visible: z.boolean(),
})
export type Station = z.infer<typeof Station>
export const Step = z.object({
  id: Id,
  kind: LinkKinds,
  source: Id,
  target: Id,
  sourceEdition: z.int().nullable(),
  targetEdition: z.int().nullable(),
  at: Instant,
  person: Named.nullable(),
  organisation: Named.nullable(),
  role: z.string().nullable(),
  reason: z.string().nullable(),
  forwards: z.boolean(),
  depth: z.int(),
})
export type Step = z.infer<typeof Step>
export const Neighbour = z.object({
  link: LinkKinds,
  at: Instant,
  reason: z.string().nullable(),
  id: Id,
  kind: z.string(),
  title: z.string(),
})
export type Neighbour = z.infer<typeof Neighbour>

export const trail = contract({
  walk: {
    method: 'GET',
    path: '/trail/:id',
    summary: 'What an object rests on and what became of it',
    who: 'anyone',
    params: z.object({ id: Id }),
    reply: z.object({
      start: Station,
      stations: z.array(Station),
      steps: z.array(Step),
      openDuties: z.array(
        z.object({
          subject: Id,
          title: z.string(),
          debtor: z.string(),
          due: z.string(),
          kind: z.string(),
          clause: z.string(),
        }),
      ),
    }),
  },
  around: {
    method: 'GET',
    path: '/trail/:id/around',
    summary: 'The direct neighbours of an object',
    who: 'anyone',
    params: z.object({ id: Id }),
    reply: z.object({ before: z.array(Neighbour), after: z.array(Neighbour) }),
  },
  prov: {
    method: 'GET',
    path: '/trail/:id/prov.json',
    summary: 'The Datenspur as PROV-JSON (W3C)',
    who: 'anyone',
    params: z.object({ id: Id }),
    reply: z.unknown(),
    file: true,
  },
})
