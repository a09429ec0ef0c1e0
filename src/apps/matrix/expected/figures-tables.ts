// Expected rights on the tables of figures. Written by hand.
import type { Effect, SqlCase, SqlMatrix, TableMatrix } from '../shapes.ts'
import type { Expected } from '../subjects.ts'
import { home, outside } from './groups.ts'

type Ids = Readonly<Record<string, string>>
type Me = { person: string; organisation: string }
const one = (on: string, text: (id: Ids, me: Me) => string, expect: Expected<Effect>): SqlCase => ({
  on,
  expect,
  sql: (w, me) => text(w.id, { person: me.person ?? w.id.root!, organisation: me.organisation ?? w.id.county! }),
})
const see = (on: string, from: (id: Ids) => string, allowed: string) =>
  one(on, (id) => `select from figures.${from(id)}`, allowed === 'rest' ? { allowed } : { allowed, none: 'rest' })
const deliverers = 'head planner checker staff'
/** Whoever plans, for whatever organisation, reads official files in. */
const planners = `planner ${outside}`
const ours = 'admin head planner'
const seesDelivery = `${home} member`
const appendOnly = (select: readonly SqlCase[], insert: readonly SqlCase[], worker = 'select'): TableMatrix => ({
  select,
  insert,
  update: 'closed',
  delete: 'closed',
  worker,
})
const care = (id: Ids) => `(select number from figures.indicator where id = '${id.careIndicator}')`
const held = (id: Ids) => `(select number from figures.indicator where id = '${id.indicator}')`
const area = (id: Ids) => `(select number from figures.area where id = '${id.area}')`
const tableNumber = (id: Ids, name = 'table') => `(select number from figures.official_table where id = '${id[name]}')`
const observe = (id: Ids, source: string, recorded = 'clock.now()') =>
  `insert into figures.observation (indicator, cut, area, from_day, until_day, value, official, delivery, recorded_at) values (${care(id)}, (select min(number) from figures.cut), ${area(id)}, '1990-01-01', '1991-01-01', 1, ${source}, ${recorded})`
const delivery = (id: Ids, me: Me, organisation = me.organisation) =>
  `insert into figures.delivery (id, kind, organisation, indicator, area, from_day, until_day, value) values ('${id.bareDelivery}', 'figure', '${organisation}', '${id.indicator}', '${id.area}', '1990-01-01', '1991-01-01', 1)`
const draft = (person: string, organisation: string) =>
  `insert into figures.import_draft (id, person, organisation, file_name, sha256, bytes, preview, created) values (gen_random_uuid(), '${person}', '${organisation}', 'x', sha256('x'), 'x', '{}', clock.now())`
const officialTable = (
  id: Ids,
) => `insert into figures.official_table (id, code, format, statistic, source, attribution, read_on, file_name, sha256, summary, published)
  values ('${id.bareTable}', 'X', 'register', 'X', 'X', 'X', '2027-01-01', 'x', sha256('bare'), '{}', true)`
const answer =
  (more: { person?: string; at?: string; organisation?: string } = {}) =>
  (id: Ids, me: Me) =>
    `insert into figures.answer (id, delivery, organisation, person, verdict, text, at) values (gen_random_uuid(), '${id.delivery}', '${more.organisation ? id[more.organisation] : me.organisation}',
    '${more.person ? id[more.person] : me.person}', 'used', 'Danke', ${more.at ?? 'clock.now()'})`

export const figuresTables: SqlMatrix = {
  'figures.official_table': appendOnly(
    [
      see('an official one', (id) => `official_table where id = '${id.table}'`, 'rest'),
      see('one that is hidden', (id) => `official_table where id = '${id.hiddenTable}'`, home),
    ],
    [one('of the county', officialTable, { allowed: 'planner', denied: 'rest' })],
  ),
  'figures.area': appendOnly(
    [
      see('the county', (id) => `area where id = '${id.area}'`, 'rest'),
      see('one that is hidden', (id) => `area where id = '${id.hiddenArea}'`, home),
    ],
    [
      one('a new one of the county', (id) => `insert into figures.area (id) values ('${id.bareArea}')`, {
        allowed: 'planner',
        denied: 'rest',
      }),
    ],
  ),
  'figures.area_state': {
    select: [see('the county', (id) => `area_state where area = ${area(id)}`, 'rest')],
    insert: [
      one(
        'a new one',
        (id) =>
          `insert into figures.area_state (area, key, name, kind, known_on, source, recorded_at, valid_until) values (${area(id)}, '09999', 'Probe', 'county', '2027-01-01', ${tableNumber(id)}, clock.now(), '2020-01-01')`,
        { allowed: planners, denied: 'rest' },
      ),
      one(
        'recorded earlier',
        (id) =>
          `insert into figures.area_state (area, key, name, kind, known_on, source, recorded_at, valid_until) values (${area(id)}, '09999', 'Probe', 'county', '2027-01-01', ${tableNumber(id)}, '2026-01-01', '2020-01-01')`,
        { denied: 'rest' },
      ),
    ],
    update: [
      one(
        'closed without a successor',
        (id) => `update figures.area_state set superseded_at = clock.now() where area = ${area(id)}`,
        { denied: planners, none: 'rest' },
      ),
      one(
        'closed, with a successor',
        (
          id,
        ) => `update figures.area_state set superseded_at = clock.now() where area = ${area(id)} and superseded_at is null;
        insert into figures.area_state (area, key, name, kind, known_on, source, recorded_at) values (${area(id)}, '09184', 'Probe', 'county', '2027-01-01', ${tableNumber(id)}, clock.now())`,
        { allowed: planners, denied: 'rest' },
      ),
      one(
        'closed as of last year, with a successor',
        (
          id,
        ) => `update figures.area_state set superseded_at = '2026-12-01' where area = ${area(id)} and superseded_at is null;
        insert into figures.area_state (area, key, name, kind, known_on, source, recorded_at) values (${area(id)}, '09184', 'Probe', 'county', '2027-01-01', ${tableNumber(id)}, clock.now())`,
        { denied: 'rest' },
      ),
      one('left open', (id) => `update figures.area_state set superseded_at = null where area = ${area(id)}`, {
        denied: planners,
        none: 'rest',
      }),
    ],
    delete: 'closed',
    columns: { update: 'superseded_at' },
    worker: 'select',
  },
  'figures.indicator': {
    select: [
      see('one of the county', (id) => `indicator where id = '${id.indicator}'`, 'rest'),
      see('one that is hidden', (id) => `indicator where id = '${id.hiddenIndicator}'`, home),
    ],
    insert: [
      one(
        'of the county',
        (id) =>
          `insert into figures.indicator (id, code, definition, unit, source, direction, additive, timing) values ('${id.bareIndicator}', 'BARE', 'X', 'X', 'X', 'more', true, 'day')`,
        { allowed: ours, denied: 'rest' },
      ),
    ],
    update: [
      one('of the county', (id) => `update figures.indicator set unit = 'Anders' where id = '${id.indicator}'`, {
        allowed: ours,
        none: 'rest',
      }),
      one(
        'whether counties hold it',
        (id) => `update figures.indicator set held_by_counties = false where id = '${id.indicator}'`,
        { denied: 'rest' },
      ),
    ],
    delete: 'closed',
    columns: {
      update:
        'code definition unit numerator denominator inclusion exclusion source legal_basis direction edition purpose example manual needed_for needed_by needed_until burden',
    },
    worker: 'select',
  },
  'figures.basis': appendOnly(
    [see('all', () => 'basis', 'rest')],
    [
      one(
        'a new one',
        () => `insert into figures.basis (code, statistic, label, from_day) values ('x', 'x', 'x', '2027-01-01')`,
        { allowed: planners, denied: 'rest' },
      ),
    ],
    '',
  ),
  'figures.break': appendOnly(
    [see('all', () => 'break', 'rest')],
    [
      one(
        'a new one',
        () =>
          `insert into figures.break (id, statistic, measures, from_day, kind, what, source) values (gen_random_uuid(), 'x', '{*}', '2027-01-01', 'basis', 'x', 'x')`,
        { allowed: planners, denied: 'rest' },
      ),
    ],
    '',
  ),
  'figures.cut': appendOnly(
    [see('all', () => 'cut', 'rest')],
    [
      one('a new one', () => `insert into figures.cut (key, dims, label) values ('PROBE=1', '{}', 'x')`, {
        allowed: planners,
        denied: 'rest',
      }),
    ],
    '',
  ),
  'figures.delivery': {
    select: [see('of the county', (id) => `delivery where id = '${id.delivery}'`, seesDelivery)],
    insert: [
      one('of the county', (id, me) => delivery(id, me), { allowed: deliverers, denied: 'rest' }),
      one('in the county’s name', (id, me) => delivery(id, me, id.county), { allowed: deliverers, denied: 'rest' }),
    ],
    update: [
      one(
        'the next edition',
        (id) => `update figures.delivery set value = 97, edition = edition + 1 where id = '${id.delivery}'`,
        { allowed: deliverers, none: 'rest' },
      ),
      one('the same edition', (id) => `update figures.delivery set value = 97 where id = '${id.delivery}'`, {
        denied: deliverers,
        none: 'rest',
      }),
    ],
    delete: 'closed',
    columns: { update: 'kind value mark comment official edition explanation findings undecided' },
    worker: 'select',
  },
  'figures.answer': appendOnly(
    [see('to the county', (id) => `answer where delivery = '${id.delivery}'`, seesDelivery)],
    [
      one('to the county', answer(), { allowed: 'member', denied: 'rest' }),
      one('in the name of another', answer({ person: 'root' }), { denied: 'rest' }),
      one('for another organisation', answer({ organisation: 'strangers' }), { denied: 'rest' }),
      one('as of last year', answer({ at: `'2026-01-01'` }), { denied: 'rest' }),
    ],
  ),
  'figures.observation': {
    select: [
      see('official', (id) => `observation where indicator = ${care(id)} and area = ${area(id)}`, 'rest'),
      see('delivered', (id) => `observation where indicator = ${held(id)}`, seesDelivery),
    ],
    insert: [
      one('official, of the county’s table', (id) => observe(id, `${tableNumber(id)}, null`), {
        allowed: 'planner',
        denied: 'rest',
      }),
      one('delivered by the county', (id) => observe(id, `null, '${id.delivery}'`), {
        allowed: deliverers,
        denied: 'rest',
      }),
      one('recorded earlier', (id) => observe(id, `${tableNumber(id)}, null`, `'2026-01-01'`), { denied: 'rest' }),
      one(
        'of an indicator that does not exist',
        (id) => observe(id, `${tableNumber(id)}, null`).replace(care(id), '999999'),
        { refused: 'planner', denied: 'rest' },
      ),
    ],
    update: [
      one(
        'official, closed without a successor',
        (id) =>
          `update figures.observation set superseded_at = clock.now() where indicator = ${care(id)} and area = ${area(id)}`,
        { denied: planners, none: 'rest' },
      ),
      one(
        'delivered, closed',
        (id) => `update figures.observation set superseded_at = clock.now() where delivery = '${id.delivery}'`,
        { allowed: deliverers, none: 'rest' },
      ),
      one(
        'delivered, left open',
        (id) => `update figures.observation set superseded_at = null where delivery = '${id.delivery}'`,
        { denied: deliverers, none: 'rest' },
      ),
      one(
        'delivered, closed as of last year',
        (id) => `update figures.observation set superseded_at = '2026-01-01' where delivery = '${id.delivery}'`,
        { denied: deliverers, none: 'rest' },
      ),
    ],
    delete: 'closed',
    columns: { update: 'superseded_at' },
    worker: '',
  },
  'figures.slice': appendOnly(
    [
      see('of the official table', (id) => `slice where official = ${tableNumber(id)}`, 'rest'),
      see('of one that is hidden', () => `slice where from_day = '1990-01-01'`, home),
    ],
    [
      one(
        'of an official table',
        (id) =>
          `insert into figures.slice (official, indicator, cut, from_day, until_day, level, statements) values (${tableNumber(id)}, ${care(id)}, (select min(number) from figures.cut), '1990-01-01', '1991-01-01', 'county', 1)`,
        { allowed: planners, denied: 'rest' },
      ),
    ],
    '',
  ),
  'figures.import_draft': {
    select: [see('that of the planner', (id) => `import_draft where id = '${id.preview}'`, 'planner')],
    insert: [
      one('one’s own', (_, me) => draft(me.person, me.organisation), { allowed: planners, denied: 'rest' }),
      one('in the name of another', (id, me) => draft(id.root!, me.organisation), { denied: 'rest' }),
      one('for another organisation', (id, me) => draft(me.person, id.ofAssociation!), { denied: 'rest' }),
    ],
    update: [
      one(
        'what is said of that of the planner',
        (id) => `update figures.import_draft set mapping = '{}' where id = '${id.preview}'`,
        {
          allowed: 'planner',
          none: 'rest',
        },
      ),
    ],
    delete: [
      one('that of the planner', (id) => `delete from figures.import_draft where id = '${id.preview}'`, {
        allowed: 'planner',
        none: 'rest',
      }),
    ],
    columns: { update: 'mapping' },
    worker: 'select delete',
  },
}
