// What constraints and triggers of the gate hold for every login. Written by hand.
import type { World } from '../world.ts'

type Rule = (world: World) => string
const run = (columns: string, values: string) => (w: World) =>
  `insert into figures.protection (id, guarded, edition, threshold, after, ordered_at, ${columns})
     values (gen_random_uuid(), '${w.id.guarded}', 1, 5, '{}', clock.now(), ${values})`
const person = (w: World) => `'${w.subjects.checker.person}'`

export const gateRules: Readonly<Record<string, Rule>> = {
  'figures.protection.protection_check': run('audience, result', `'public', '{}'`),
  'figures.protection.protection_check1': (w) =>
    run('audience, state, result, proposed_by', `'public', 'done', '{}', ${person(w)}`)(w),
  'figures.protection.protection_check2': (w) =>
    run('audience, proposed_by, proposed_at', `'public', ${person(w)}, clock.now()`)(w),
  'figures.protection.protection_check3': run('audience', `'body'`),
  'figures.protection.protection_one': (w) =>
    `insert into figures.protection (id, guarded, edition, threshold, after, audience, ordered_at)
      select gen_random_uuid(), '${w.id.guarded}', 1, 5, '{}', 'public', clock.now() from generate_series(1, 2)`,
  'figures.release.release_check': (w) =>
    `update figures.release set withdrawn_at = clock.now() where id = '${w.id.release}'`,
}
export const gateForms = `
figures.guarded_content.guarded_content_check figures.guarded_content.guarded_content_edition_check figures.guarded_table.guarded_table_definition_check
figures.guarded_table.guarded_table_dimensions_check figures.guarded_table.guarded_table_edition_check figures.guarded_table.guarded_table_threshold_check
figures.protection.protection_audience_check figures.protection.protection_state_check figures.release.release_audience_check figures.release.release_reason_check`
  .split(/\s+/)
  .filter(Boolean)

type Other = Partial<Record<'run' | 'guarded' | 'threshold' | 'cells' | 'hidden' | 'by' | 'trees', string>>
/** A release as the application writes it, but for what is said otherwise. */
const release = (w: World, other: Other = {}) =>
  `insert into figures.release (id, protection, guarded, edition, threshold, dimensions, trees, definition, from_day, until_day, audience, cells, certificate, system,
     hidden, released_by, released_at) select '${w.id.bareRelease}', p.id, p.guarded, 1, ${other.threshold ?? 5}, '{Ort}', ${other.trees ?? `p.result -> 'trees'`}, 'Probe',
     '2026-01-01', '2027-01-01', 'public', ${other.cells ?? `p.result -> 'cells'`}, p.result -> 'certificate', p.result -> 'system', ${other.hidden ?? `'{}'`},
     '${other.by ?? w.subjects.planner.person}', clock.now() from figures.protection p where p.id = '${other.run ?? w.id.guardedRun}'`
/** Several statements as one. */
const together = (...steps: readonly string[]) => `do $$ begin ${steps.map((step) => `${step};`).join(' ')} end $$`
const protection = (w: World, set: string, which = 'guardedRun') =>
  `update figures.protection set ${set} where id = '${w.id[which]}'`
const refused = (sql: Rule) => ({ sql, expect: 'NA403' as const })

export const gateDeeds: Readonly<Record<string, { sql: Rule; expect: 'done' | 'NA403' }>> = {
  'a table is released by another person than proposed it': { sql: (w) => release(w), expect: 'done' },
  'a table is released by the person who proposed it': refused((w) => release(w, { by: w.subjects.checker.person! })),
  'a table is released that nobody proposed': refused((w) =>
    together(protection(w, 'proposed_by = null, proposed_at = null'), release(w)),
  ),
  'a table is released whose proof did not hold': refused((w) =>
    together(
      'alter table figures.protection disable trigger protection_guard',
      protection(w, `result = result || '{"protected": false}'`),
      release(w),
    ),
  ),
  'a table is released with another threshold': refused((w) => release(w, { threshold: '3' })),
  'a table is released with other cells': refused((w) => release(w, { cells: `'[]'` })),
  'a table is released with other cells kept back': refused((w) => release(w, { hidden: `'{A}'` })),
  'a table is released with other groups': refused((w) => release(w, { trees: `'[]'` })),
  'a table is released of which there is a newer edition': refused((w) =>
    together(
      `insert into figures.guarded_content select guarded, 2, from_day, until_day, file_name, rows, recorded_at from figures.guarded_content
        where guarded = '${w.id.guarded}'`,
      `update figures.guarded_table set edition = 2 where id = '${w.id.guarded}'`,
      release(w),
    ),
  ),
  'a table is released twice by one run': refused((w) => release(w, { run: w.id.guardedReleasedRun! })),
  'a release is rewritten': refused((w) => `update figures.release set cells = '[]' where id = '${w.id.release}'`),
  'a withdrawn release comes back': refused(
    (w) => `update figures.release set withdrawn_at = null, reason = null where id = '${w.id.withdrawnRelease}'`,
  ),
  'a run goes on and ends': {
    sql: (w) =>
      together(
        run('audience', `'public'`)(w),
        `update figures.protection set state = 'running' where guarded = '${w.id.guarded}' and state = 'waiting'`,
        `update figures.protection set state = 'failed', fault = 'time' where guarded = '${w.id.guarded}' and state = 'running'`,
      ),
    expect: 'done',
  },
  'a run that has ended ends otherwise': refused((w) => protection(w, `fault = 'time'`)),
  'a run becomes one for others': refused((w) => protection(w, `threshold = 3`)),
  'the run of a release is changed': refused((w) => protection(w, 'stop = true', 'guardedReleasedRun')),
}
