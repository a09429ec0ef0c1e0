// What somebody does where and when: positions beside the mandates. For the person itself and for those who administer the organisation.
import { z } from 'zod'
import { Mandate } from '#kit/access/contract.ts'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named } from '#kit/ref.ts'
import { Discipline, optional, text } from './kinds.ts'

export const Position = z.object({
  id: Id,
  organisation: Named,
  unit: Named.nullable(),
  title: z.string(),
  discipline: Discipline.nullable(),
  from: Day,
  until: Day.nullable(),
  current: z.boolean(),
})
export type Position = z.infer<typeof Position>

export const positions = contract({
  roles: {
    method: 'GET',
    path: '/persons/:id/roles',
    summary: 'What a person does and may do, where and when: for the person itself and its administration',
    who: 'signedIn',
    target: 'person',
    params: z.object({ id: Id }),
    reply: z.object({
      person: Named,
      home: Named.nullable(),
      positions: z.array(Position),
      mandates: z.array(Mandate),
      /** Organisations in which the reader may enter a position. */
      mayFor: z.array(Named),
    }),
  },
  addPosition: {
    method: 'POST',
    path: '/organisations/:id/positions',
    summary: 'Say what somebody does in an organisation, from a day; an earlier task can end with it',
    who: { as: ['admin'] },
    target: 'organisation',
    params: z.object({ id: Id }),
    body: z.object({
      person: Id,
      unit: optional(Id),
      title: text(200).min(2),
      discipline: optional(Discipline),
      from: Day,
      until: optional(Day),
      /** The position from which the person changes. */
      instead: optional(Id),
    }),
    reply: z.object({ id: Id }),
    refusals: ['notOfHere', 'foreignUnit', 'backwards', 'positionGone'],
    journal: 'position.added',
    guard: 'key',
  },
  endPosition: {
    method: 'POST',
    path: '/positions/:position/end',
    summary: 'A task ends on a day; what it was stays to be read',
    who: 'signedIn',
    params: z.object({ position: Id }),
    body: z.object({ until: Day }),
    reply: z.object({}),
    refusals: ['positionGone', 'endBeforeBeginning'],
    journal: 'position.ended',
    guard: 'key',
  },
})
