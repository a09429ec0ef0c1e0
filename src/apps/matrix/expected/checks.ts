// Expected rights on the checks: everybody reads the rules, who defines a figure keeps them; whoever the delivery was named to checks it, two persons. Written by hand.
import type { Effect, HttpMatrix, SqlCase, SqlMatrix } from '../shapes.ts'
import type { Expected } from '../subjects.ts'
import type { World } from '../world.ts'
import { doors, home } from './groups.ts'

type Ids = Readonly<Record<string, string>>
type Me = { person: string; organisation: string }
const one = (on: string, text: (id: Ids, me: Me) => string, expect: Expected<Effect>): SqlCase => ({
  on,
  expect,
  sql: (w, me) =>
    text(w.id, { person: me.person ?? w.id.plannerPerson!, organisation: me.organisation ?? w.id.county! }),
})
const definers = 'admin head planner'
const seesDelivery = { allowed: `${home} member`, none: 'rest' } as const
const rule = (id: Ids, kind: string, others = `'{}'`, at = 'clock.now()') =>
  `insert into figures.rule (id, indicator, kind, others, percent, recorded_at)
     values (gen_random_uuid(), '${id.indicator}', '${kind}', ${others}, ${kind === 'change' ? 20 : 'null'}, ${at})`
const review = (
  id: Ids,
  step: string,
  me: Me,
  more: { person?: string | undefined; organisation?: string | undefined; edition?: number; at?: string } = {},
) =>
  `insert into figures.review (id, delivery, edition, step, organisation, person, at)
     values (gen_random_uuid(), '${id.delivery}', ${more.edition ?? 1}, '${step}', '${more.organisation ?? me.organisation}', '${more.person ?? me.person}', ${more.at ?? 'clock.now()'})`

export const checksHttp: HttpMatrix = {
  'figures.rules': [
    {
      on: 'a figure of the county',
      send: (w) => ({ method: 'GET', url: `/figures/indicators/${w.id.indicator}/rules` }),
      expect: { 200: 'rest' },
    },
  ],
  'figures.addRule': [
    {
      on: 'a figure of the county',
      send: (w) => ({
        method: 'POST',
        url: `/figures/indicators/${w.id.indicator}/rules`,
        body: { kind: 'change', percent: 20 },
      }),
      expect: { 401: 'visitor', 200: definers, 403: 'rest' },
    },
  ],
  'figures.removeRule': [
    {
      on: 'a figure of the county',
      send: (w) => ({ method: 'DELETE', url: `/figures/indicators/${w.id.indicator}/rules/${w.id.rule}` }),
      expect: { 401: 'visitor', 200: definers, 403: 'rest' },
    },
  ],
  'figures.review': [
    {
      on: 'accepting what another of the association has checked',
      send: (w) => ({
        method: 'POST',
        url: `/figures/deliveries/${w.id.delivery}/review`,
        body: { step: 'accepted', edition: 1 },
      }),
      expect: { ...doors, 200: 'member', 409: home, 404: 'rest' },
    },
    {
      on: 'checking it once more',
      send: (w) => ({
        method: 'POST',
        url: `/figures/deliveries/${w.id.delivery}/review`,
        body: { step: 'checked', edition: 1 },
      }),
      expect: { ...doors, 409: `${home} member`, 404: 'rest' },
    },
  ],
}

export const checksTables: SqlMatrix = {
  'figures.rule': {
    select: [
      one('of a figure of the county', (id) => `select from figures.rule where id = '${id.rule}'`, { allowed: 'rest' }),
      one('of a figure that is hidden', (id) => `select from figures.rule where id = '${id.hiddenRule}'`, {
        allowed: home,
        none: 'rest',
      }),
    ],
    insert: [
      one('of a figure of the county', (id) => rule(id, 'change'), { allowed: definers, denied: 'rest' }),
      one('that names nothing', (id) => rule(id, 'pair', 'array[gen_random_uuid()]'), { denied: 'rest' }),
      one('as of last year', (id) => rule(id, 'change', `'{}'`, `'2026-01-01'`), { denied: 'rest' }),
    ],
    update: 'closed',
    delete: [
      one('of a figure of the county', (id) => `delete from figures.rule where id = '${id.rule}'`, {
        allowed: definers,
        none: 'rest',
      }),
    ],
    worker: '',
  },
  'figures.review': {
    select: [
      one(
        'of a delivery of the county',
        (id) => `select from figures.review where delivery = '${id.delivery}'`,
        seesDelivery,
      ),
    ],
    insert: [
      one('accepted', (id, me) => review(id, 'accepted', me), { allowed: 'member', denied: 'rest' }),
      one('accepted by who checked it', (id, me) => review(id, 'accepted', me, { person: id.associationPerson }), {
        denied: 'rest',
      }),
      one('checked once more', (id, me) => review(id, 'checked', me), { denied: 'rest' }),
      one('in the name of another', (id, me) => review(id, 'accepted', me, { person: id.strangerPerson }), {
        denied: 'rest',
      }),
      one('for another organisation', (id, me) => review(id, 'accepted', me, { organisation: id.strangers }), {
        denied: 'rest',
      }),
      one('of an edition that is not there', (id, me) => review(id, 'checked', me, { edition: 2 }), { denied: 'rest' }),
      one('as of last year', (id, me) => review(id, 'accepted', me, { at: `'2026-01-01'` }), { denied: 'rest' }),
    ],
    update: 'closed',
    delete: 'closed',
    worker: '',
  },
}

const changed = (set: string, which: 'rule' | 'partRule') => (w: World) =>
  `update figures.rule set ${set} where id = '${w.id[which]}'`
export const checksRules: Readonly<Record<string, (world: World) => string>> = {
  'figures.rule.rule_check': changed('least = null, most = null', 'rule'),
  'figures.rule.rule_check1': changed('percent = 5', 'rule'),
  'figures.rule.rule_check2': changed('others = array[gen_random_uuid()]', 'rule'),
  'figures.rule.rule_check3': changed('hard = true', 'partRule'),
  'figures.rule.rule_check4': changed('others = array[indicator]', 'partRule'),
  'figures.rule.rule_once': (w) =>
    `insert into figures.rule (id, indicator, kind, most, recorded_at) select gen_random_uuid(), indicator, kind, 1, recorded_at from figures.rule where id = '${w.id.rule}'`,
  'figures.delivery.delivery_check6': (w) =>
    `update figures.delivery set findings = '[{"kind":"unusual","text":"Probe"}]' where id = '${w.id.delivery}'`,
  'figures.review.review_check': (w) =>
    `update figures.review set step = 'queried' where delivery = '${w.id.delivery}'`,
}
export const checksForms = `
figures.rule.rule_kind_check figures.rule.rule_percent_check figures.review.review_step_check figures.review.review_text_check
figures.delivery.delivery_explanation_check figures.delivery.delivery_findings_check`
  .split(/\s+/)
  .filter(Boolean)

const accepted = (w: World, person: string | undefined) =>
  review(w.id, 'accepted', { person: person!, organisation: w.id.association! })
export const checksDeeds: Readonly<Record<string, { sql: (world: World) => string; expect: 'done' | 'NA403' }>> = {
  'a delivery is accepted by another person': { sql: (w) => accepted(w, w.id.memberPerson), expect: 'done' },
  'a delivery is accepted by the person who checked it': {
    sql: (w) => accepted(w, w.id.associationPerson),
    expect: 'NA403',
  },
  'a delivery is accepted by the person who delivered it': {
    sql: (w) => accepted(w, w.id.plannerPerson),
    expect: 'NA403',
  },
}
