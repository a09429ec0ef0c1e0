// The Erhebungsbogen: all figures that an organisation owes for a time on one sheet, looked at before they are delivered, delivered all or none.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Named } from '#kit/ref.ts'
import { Explanation, Finding } from './checks.ts'
import { Mark, Period } from './shapes.ts'

export const FormRow = z.object({
  /** Where it stands in the file. */
  sheet: z.string(),
  line: z.int(),
  duty: Id.nullable(),
  /** The edition of the definition for which the form was printed. */
  edition: z.int().nullable(),
  indicator: Named.nullable(),
  unit: z.string().nullable(),
  period: Period.nullable(),
  due: Day.nullable(),
  last: z
    .object({ value: z.number().nullable(), mark: Mark.nullable(), from: Day, explanation: z.string().nullable() })
    .nullable(),
  value: z.number().nullable(),
  mark: Mark.nullable(),
  comment: z.string().nullable(),
  /** ready: will be delivered. empty: nothing was entered. there: delivered before. fault: the whole form waits until it is mended. */
  state: z.enum(['ready', 'empty', 'there', 'fault']),
  /** Why it is a fault, or what is worth a second look. */
  note: z.string().nullable(),
  /** What stands out: it is explained in the form's own remark, or before it is delivered. */
  findings: z.array(Finding),
  undecided: z.array(z.string()),
  delivery: Id.nullable(),
})
export type FormRow = z.infer<typeof FormRow>
export const FormPreview = z.object({
  fileName: z.string(),
  madeOn: Day.nullable(),
  rows: z.array(FormRow),
  /** Owed for the same times, but not on the form. */
  missing: z.array(z.object({ duty: Id, indicator: z.string(), period: Period })),
})
export type FormPreview = z.infer<typeof FormPreview>

export const FormFigure = z.object({
  duty: Id,
  edition: z.int().positive(),
  value: z.number().finite().nullish(),
  mark: Mark.nullish(),
  comment: z.string().trim().max(4000).nullish(),
  /** Without one the remark counts. */
  explanation: Explanation,
})
export type FormFigure = z.infer<typeof FormFigure>

const deliverers = { as: ['planner', 'head', 'checker', 'staff'] } as const

export const formEndpoints = contract({
  form: {
    method: 'GET',
    path: '/figures/deliveries/form.xlsx',
    summary: 'The Erhebungsbogen: what my organisation owes for a time, ready to be filled in',
    who: 'signedIn',
    /** One time; without it, all that is open today. */
    query: z.object({ from: Day.optional(), until: Day.optional() }),
    reply: z.unknown(),
    file: true,
    refusals: ['nothingOwed', 'noOwnArea'],
  },
  readForm: {
    method: 'POST',
    path: '/figures/deliveries/form',
    summary: 'Read a form that was filled in and show what would be delivered; nothing is written',
    who: deliverers,
    reply: FormPreview,
    refusals: ['noFile', 'formUnreadable', 'notAForm', 'newerForm', 'formColumn', 'formOfOthers'],
    journal: { none: 'a preview changes nothing' },
    guard: 'key',
  },
  deliverAll: {
    method: 'POST',
    path: '/figures/deliveries/all',
    summary: 'Deliver several owed figures at once: all of them or none',
    who: deliverers,
    body: z.object({ figures: z.array(FormFigure).min(1).max(500) }),
    reply: z.object({ delivered: z.array(z.object({ duty: Id, id: Id, edition: z.int() })) }),
    refusals: [
      'alreadyDelivered',
      'notHeld',
      'foreignArea',
      'notYourDuty',
      'noOwnArea',
      'olderDefinition',
      'implausible',
      'explanationNeeded',
    ],
    journal: 'figure.delivered',
    guard: 'key',
  },
})
