// The rules of reforms that stand in constraints, and what their trigger holds for every login. Written by hand.
import type { World } from '../world.ts'

type Deed = { sql: (world: World) => string; expect: 'done' | 'NA403' | 'NA400' }
const partly = (set: string) => () =>
  `update figures.reform_part set ${set} where ctid = (select ctid from figures.reform_part where before = after limit 1)`

export const reformsRules: Readonly<Record<string, (world: World) => string>> = {
  'figures.area_state.area_state_check1': () =>
    `update figures.area_state set source = null, reform = null where ctid = (select ctid from figures.area_state where superseded_at is null limit 1)`,
  'figures.reform_part.reform_part_check': partly('whole = true'),
  'figures.reform_part.reform_part_check1': partly('population = 0.5'),
}
export const reformsForms = `
figures.reform.reform_kind_check figures.reform.reform_note_check figures.reform.reform_number_key figures.reform.reform_source_check
figures.reform_part.reform_part_land_check figures.reform_part.reform_part_level_check figures.reform_part.reform_part_population_check`
  .split(/\s+/)
  .filter(Boolean)

export const reformsDeeds: Readonly<Record<string, Deed>> = {
  'a reform is dated anew': {
    sql: (w) => `update figures.reform set day = '2019-01-01' where id = '${w.id.reform}'`,
    expect: 'NA403',
  },
  'a reform that was withdrawn comes back': {
    sql: (w) =>
      `do $$ begin update figures.reform set withdrawn_at = clock.now() where id = '${w.id.reform}'; update figures.reform set withdrawn_at = null where id = '${w.id.reform}'; end $$`,
    expect: 'NA403',
  },
}
