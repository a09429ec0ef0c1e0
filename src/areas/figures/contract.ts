// Areas of the land, indicators, official tables, observations and deliveries: what can be asked and done, and who may.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id, Instant } from '#kit/ref.ts'
import { Answer } from './contract/answer.ts'
import { byLinkEndpoints } from './contract/by-link.ts'
import { catalogueEndpoints } from './contract/catalogue.ts'
import { checkEndpoints, Reviews } from './contract/checks.ts'
import { comparisonEndpoints } from './contract/comparison.ts'
import { formEndpoints } from './contract/forms.ts'
import { gateEndpoints } from './contract/gate.ts'
import { importEndpoints } from './contract/import-endpoints.ts'
import { reformEndpoints } from './contract/reforms.ts'
import { reuseEndpoints } from './contract/reuse.ts'
import { Series } from './contract/series.ts'
import {
  AreaList,
  BoundaryLevel,
  Delivery,
  DeliveryInput,
  IndicatorHead,
  IndicatorPage,
  Level,
  MapSlice,
  OverviewRow,
  OwedRow,
  TableHead,
  TablePage,
} from './contract/shapes.ts'

const id = z.object({ id: Id })
/** Which of the dimensions: "GES=GESM"; empty for the total. */
const Cut = z.string().max(400).default('')
const mapQuery = z.object({
  indicator: Id,
  from: Day.optional(),
  until: Day.optional(),
  level: Level.default('county'),
  cut: Cut,
  per: z.coerce.number().int().positive().max(100_000).optional(),
  asOf: Instant.optional(),
})
const seriesQuery = z.object({
  indicator: Id,
  areas: z.string().regex(/^[0-9A-Z]{2,8}(,[0-9A-Z]{2,8}){0,23}$/),
  cut: Cut,
  /** Per so many inhabitants, computed anew from both counts. */ per: z.coerce
    .number()
    .int()
    .positive()
    .max(100_000)
    .optional(),
  /** On the areas of today, or on those of each time. */ boundaries: z.enum(['today', 'then']).default('today'),
  asOf: Instant.optional(),
})

export const figures = contract({
  ...reformEndpoints,
  ...formEndpoints,
  ...gateEndpoints,
  ...catalogueEndpoints,
  ...checkEndpoints,
  ...reuseEndpoints,
  ...comparisonEndpoints,
  ...byLinkEndpoints,
  ...importEndpoints,
  areas: {
    method: 'GET',
    path: '/figures/areas',
    summary: 'Areas of the land at a level, as columns',
    who: 'anyone',
    query: z.object({ level: Level.default('county'), on: Day.optional() }),
    reply: AreaList,
  },
  indicators: {
    method: 'GET',
    path: '/figures/indicators',
    summary: 'Indicators, searched by name, definition or code',
    who: 'anyone',
    query: z.object({ search: z.string().max(100).optional(), held: z.stringbool().optional() }),
    reply: z.object({ indicators: z.array(IndicatorHead) }),
  },
  indicator: {
    method: 'GET',
    path: '/figures/indicators/:id',
    summary: 'An indicator: definition, breaks, periods, sources',
    who: 'anyone',
    target: 'indicator',
    params: id,
    reply: IndicatorPage,
  },
  map: {
    method: 'GET',
    path: '/figures/map',
    summary: 'One indicator at one time for all areas of a level, as columns',
    who: 'anyone',
    query: mapQuery,
    reply: MapSlice,
    refusals: ['noPeriod', 'notAdditive', 'noPopulation'],
  },
  series: {
    method: 'GET',
    path: '/figures/series',
    summary: 'One indicator over time for some areas, interrupted where its basis or definition breaks',
    who: 'anyone',
    query: seriesQuery,
    reply: Series,
    refusals: ['notAdditive', 'noPopulation'],
  },
  mapFile: {
    method: 'GET',
    path: '/figures/map.csv',
    summary: 'A map slice as CSV with marks, basis and attribution',
    who: 'anyone',
    query: mapQuery,
    reply: z.unknown(),
    file: true,
    refusals: ['noPeriod', 'notAdditive', 'noPopulation'],
  },
  seriesFile: {
    method: 'GET',
    path: '/figures/series.csv',
    summary: 'A series as CSV with marks, basis and attribution',
    who: 'anyone',
    query: seriesQuery,
    reply: z.unknown(),
    file: true,
    refusals: ['notAdditive', 'noPopulation'],
  },
  boundaries: {
    method: 'GET',
    path: '/figures/boundaries/:level',
    summary: 'Boundaries as TopoJSON, with the attribution to print beside them',
    who: 'anyone',
    params: z.object({ level: BoundaryLevel }),
    reply: z.object({ attribution: z.string(), topology: z.unknown() }),
    file: true,
    refusals: ['noBoundaries'],
  },
  tables: {
    method: 'GET',
    path: '/figures/tables',
    summary: 'Official tables that were read in',
    who: 'anyone',
    reply: z.object({ tables: z.array(TableHead) }),
  },
  table: {
    method: 'GET',
    path: '/figures/tables/:id',
    summary: 'An official table: source, licence, what it holds',
    who: 'anyone',
    target: 'officialTable',
    params: id,
    reply: TablePage,
  },
  owed: {
    method: 'GET',
    path: '/figures/deliveries',
    summary: 'What my organisation owes and has delivered',
    who: 'signedIn',
    reply: z.object({ owed: z.array(OwedRow), delivered: z.array(Delivery) }),
  },
  overview: {
    method: 'GET',
    path: '/figures/deliveries/overview',
    summary: 'Who has delivered what in a body; values only for the named checkers',
    who: 'signedIn',
    query: z.object({ body: Id }),
    reply: z.object({ rows: z.array(OverviewRow), onTime: z.int(), late: z.int(), open: z.int(), overdue: z.int() }),
  },
  delivery: {
    method: 'GET',
    path: '/figures/deliveries/:id',
    summary: 'A delivery with its editions and answers',
    who: 'signedIn',
    target: 'delivery',
    params: id,
    reply: z.object({
      delivery: Delivery,
      editions: z.array(z.object({ number: z.int(), at: Instant, content: z.unknown() })),
      answers: z.array(Answer),
      reviews: Reviews,
    }),
  },
  deliver: {
    method: 'POST',
    path: '/figures/deliveries',
    summary: 'Deliver a figure, or confirm or comment an official value',
    who: { as: ['planner', 'head', 'checker', 'staff'] },
    body: DeliveryInput,
    reply: z.object({ id: Id, edition: z.int() }),
    refusals: [
      'alreadyDelivered',
      'notHeld',
      'foreignArea',
      'noOfficialValue',
      'notYourDuty',
      'implausible',
      'explanationNeeded',
    ],
    journal: 'figure.delivered',
    guard: 'key',
  },
  correct: {
    method: 'PUT',
    path: '/figures/deliveries/:id',
    summary: 'Correct a delivery: a new edition, the old one is kept',
    who: { as: ['planner', 'head', 'checker', 'staff'] },
    target: 'delivery',
    params: id,
    body: DeliveryInput.pick({ kind: true, value: true, mark: true, comment: true, explanation: true }),
    reply: z.object({ edition: z.int() }),
    refusals: ['wrongKind', 'noOfficialValue', 'implausible', 'explanationNeeded'],
    journal: 'figure.corrected',
    guard: 'ifMatch',
  },
  answer: {
    method: 'POST',
    path: '/figures/deliveries/:id/answer',
    summary: 'Say what became of a delivery',
    who: 'signedIn',
    target: 'delivery',
    params: id,
    body: Answer.pick({ verdict: true, text: true }),
    reply: z.object({}),
    refusals: ['ownDelivery'],
    journal: 'delivery.answered',
    guard: 'key',
  },
})
