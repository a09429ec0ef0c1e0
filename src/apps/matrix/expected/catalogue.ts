// Expected rights on the catalogue: everybody reads it, each organisation speaks for itself. Written by hand.
import type { Effect, FunctionMatrix, HttpMatrix, SqlCase, SqlMatrix } from '../shapes.ts'
import type { Expected } from '../subjects.ts'
import type { World } from '../world.ts'
import { home, outside } from './groups.ts'

type Ids = Readonly<Record<string, string>>
type Me = { organisation: string }
const one = (on: string, text: (id: Ids, me: Me) => string, expect: Expected<Effect>): SqlCase => ({
  on,
  expect,
  sql: (w, me) => text(w.id, { organisation: me.organisation ?? w.id.county! }),
})
const everybody = { 200: 'rest' } as const
const speakers = `admin head planner ${outside}`
const word = (id: Ids, organisation: string, at = 'clock.now()', indicator = 'indicator') =>
  `insert into figures.term (id, indicator, organisation, words, recorded_at) values (gen_random_uuid(), '${id[indicator]}', '${organisation}', 'Probe', ${at})`

export const catalogueHttp: HttpMatrix = {
  'figures.catalogue': [{ on: 'all', send: () => ({ method: 'GET', url: '/figures/catalogue' }), expect: everybody }],
  'figures.uses': [
    {
      on: 'a figure of the county',
      send: (w) => ({ method: 'GET', url: `/figures/indicators/${w.id.indicator}/uses` }),
      expect: everybody,
    },
  ],
  'figures.addTerm': [
    {
      on: 'a word of one’s own',
      send: (w) => ({ method: 'POST', url: '/figures/terms', body: { indicator: w.id.indicator, words: 'Probe' } }),
      expect: { 401: 'visitor', 200: speakers, 403: 'rest' },
    },
  ],
  'figures.removeTerm': [
    {
      on: 'a word of the county',
      send: (w) => ({ method: 'DELETE', url: `/figures/terms/${w.id.term}` }),
      expect: { 401: 'visitor', 200: 'admin head planner', 404: outside, 403: 'rest' },
    },
  ],
}

export const catalogueTables: SqlMatrix = {
  'figures.term': {
    select: [
      one('a word of the county', (id) => `select from figures.term where id = '${id.term}'`, { allowed: 'rest' }),
      one('a word for a figure that is hidden', (id) => `select from figures.term where id = '${id.hiddenTerm}'`, {
        allowed: home,
        none: 'rest',
      }),
    ],
    insert: [
      one('of one’s own organisation', (id, me) => word(id, me.organisation), { allowed: speakers, denied: 'rest' }),
      one('in the name of another', (id) => word(id, id.strangers!), { allowed: 'stranger', denied: 'rest' }),
      one('for a figure that is hidden', (id, me) => word(id, me.organisation, 'clock.now()', 'hiddenIndicator'), {
        allowed: 'admin head planner',
        denied: 'rest',
      }),
      one('as of last year', (id, me) => word(id, me.organisation, `'2026-01-01'`), { denied: 'rest' }),
    ],
    update: 'closed',
    delete: [
      one('a word of the county', (id) => `delete from figures.term where id = '${id.term}'`, {
        allowed: 'admin head planner',
        none: 'rest',
      }),
    ],
    worker: '',
  },
}

export const catalogueFunctions: FunctionMatrix = {
  'figures.cycles': [
    one('that a figure was collected', (id) => `select from figures.cycles(array['${id.indicator}']::uuid[])`, {
      none: 'visitor ended future',
      allowed: 'rest',
    }),
  ],
}

/** The same word in capitals is the same word. */
export const catalogueRules: Readonly<Record<string, (world: World) => string>> = {
  'figures.term.term_once': (w) =>
    `insert into figures.term (id, indicator, organisation, words, recorded_at)
       select gen_random_uuid(), indicator, organisation, upper(words), recorded_at from figures.term where id = '${w.id.term}'`,
}
export const catalogueForms = `
figures.indicator.indicator_burden_check figures.indicator.indicator_example_check figures.indicator.indicator_manual_check
figures.indicator.indicator_needed_for_check figures.term.term_words_check`
  .split(/\s+/)
  .filter(Boolean)
