// A region that has worked together for five years: 24 authorities, 150 associations, 500 persons, 60 bodies with their agreements, meetings and
// duties. Inserted by the owner past every guard, from a fixed seed; only sizes and shapes are true to life.
import { sql } from 'kysely'
import type { TestHouse } from '#apps/testing.ts'
import type { TestPerson } from '#apps/testing-people.ts'

export const size = { authorities: 24, associations: 150, persons: 500, bodies: 60, years: 5 }
const organisations = size.authorities + size.associations

const filled = [
  'kit.object',
  'kit.edition',
  'access.mandate',
  'actors.organisation',
  'cooperation.body',
  'cooperation.seat',
  'cooperation.agreement',
  'cooperation.party',
  'cooperation.clause',
  'cooperation.signature',
  'duties.duty',
  'duties.fact',
  'duties.evidence',
  'meetings.meeting',
]

/** `me` is the first authority's planner: the chair of body 0, sent into every third body. */
export async function fillRegion(house: TestHouse, me: TestPerson): Promise<void> {
  // Which organisations sit in a body: 8 to 25 of them, spread by multiplication, so that no two bodies are the same.
  const members = `select b, (b * 7 + s * 11) % ${organisations} as o from generate_series(0, ${size.bodies - 1}) b, generate_series(0, 7 + b % 18) s union select b, 0 from generate_series(0, ${size.bodies - 1}, 3) b`
  const organisation = (n: string) =>
    `case when ${n} = 0 then '${me.organisation}'::uuid else t('organisation', ${n}) end`
  const steps = [
    `create function pg_temp.t(kind text, n int) returns uuid language sql immutable return overlay(overlay(md5(kind || n) placing '7' from 13) placing '8' from 17)::uuid`,
    `create temp table member as select distinct b::int, o::int from (${members}) x`,
    `create temp table moment as select clock.now() - interval '${size.years} years' as at, clock.today() as today`,
    `insert into kit.object (id, kind, title, owner, author, audience, created)
       select t('organisation', n), 'organisation', 'Organisation ' || n, t('organisation', n), '${me.person}', 'members', at from generate_series(1, ${organisations - 1}) n, moment`,
    `insert into actors.organisation (id, kind, side, privacy_law)
       select t('organisation', n), case when n < ${size.authorities} then 'county' else 'association' end, case when n < ${size.authorities} then 'public' else 'free' end, 'DSGVO'
         from generate_series(1, ${organisations - 1}) n`,
    `insert into kit.object (id, kind, title, owner, author, audience, created)
       select t('person', n), 'person', 'Person ' || n, ${organisation(`(n % ${organisations})`)}, '${me.person}', 'members', at from generate_series(0, ${size.persons - 1}) n, moment`,
    `insert into access.mandate (id, person, organisation, role, from_day, basis, recorded_at)
       select t('home', n), t('person', n), ${organisation(`(n % ${organisations})`)}, 'planner', today - 1800, 'Probe', at from generate_series(0, ${size.persons - 1}) n, moment`,
    `insert into kit.object (id, kind, title, owner, body, author, audience, readers, created)
       select t('body', n), 'body', 'Gremium ' || n, '${me.organisation}', t('body', n), '${me.person}', 'members',
              (select array_agg(${organisation('m.o')}) from member m where m.b = n), at from generate_series(0, ${size.bodies - 1}) n, moment`,
    `insert into cooperation.body (id, short_name, mission, form, founded_on) select t('body', n), 'G' || n, 'Auftrag', 'forum', today - 1800 from generate_series(0, ${size.bodies - 1}) n, moment`,
    `insert into cooperation.seat (id, body, organisation, valid_from, recorded_at)
       select t('seat', b * 1000 + o), t('body', b), ${organisation('o')}, today - 1800, at from member, moment`,
    `insert into access.mandate (id, person, organisation, body, role, from_day, basis, recorded_at)
       select t('sent', b * 1000 + o), case when o = 0 then '${me.person}'::uuid else t('person', o) end, ${organisation('o')}, t('body', b),
              case when b = 0 and o = 0 then 'chair' else 'delegate' end, today - 1800, 'Probe', at from member, moment`,
    `insert into kit.object (id, kind, title, owner, body, author, audience, readers, created)
       select t('agreement', n), 'agreement', 'Vereinbarung ' || n, '${me.organisation}', t('body', n), '${me.person}', 'body', array[t('body', n)], at
         from generate_series(0, ${size.bodies - 1}) n, moment`,
    `insert into kit.edition (object, number, content, at) select t('agreement', n), 1, '{}', at from generate_series(0, ${size.bodies - 1}) n, moment`,
    `insert into cooperation.agreement (id) select t('agreement', n) from generate_series(0, ${size.bodies - 1}) n`,
    `insert into cooperation.party (agreement, edition, organisation) select t('agreement', b), 1, ${organisation('o')} from member`,
    `insert into cooperation.signature (id, agreement, edition, organisation, day, place, capacity, source, recorded_by, recorded_at)
       select t('signature', b * 1000 + o), t('agreement', b), 1, ${organisation('o')}, today - 1800, 'Ort', 'Leitung', 'Urkunde', '${me.person}', at from member, moment`,
    `insert into cooperation.clause (agreement, edition, number, place, text, strength)
       select t('agreement', n), 1, '§ ' || c, c, 'Ein Satz der Vereinbarung.', 'must' from generate_series(0, ${size.bodies - 1}) n, generate_series(1, 8) c`,
    // Four figures a year and member, and the two meetings of the body: what is past was kept, one in twenty was not.
    `create temp table owed as select row_number() over ()::int as n, b, o, y, k from member, generate_series(0, ${size.years - 1}) y, generate_series(1, 4) k`,
    `insert into kit.object (id, kind, title, owner, body, author, audience, readers, created)
       select t('duty', n), 'duty', 'Zahl ' || k || ' liefern', ${organisation('o')}, t('body', b), null, 'body', array[t('body', b)], at from owed, moment`,
    `insert into duties.duty (id, kind, debtor, creditor, because, because_edition, because_text, strength, period_from, period_until, opens, due)
       select t('duty', n), 'deliver', ${organisation('o')}, t('body', b), t('agreement', b), 1, '§ ' || k, 'must', today - 1800 + y * 365, today - 1435 + y * 365,
              today - 1480 + y * 365, today - 1430 + y * 365 + k * 20 from owed, moment`,
    `insert into duties.fact (id, kind, organisation, object, day, about, at, handled_at)
       select t('fact', n), 'figure.delivered', ${organisation('o')}, t('duty', n), today - 1460 + y * 365, today - 1460 + y * 365, at, at from owed, moment where y < ${size.years - 1} and n % 20 <> 0`,
    `insert into duties.evidence (duty, fact) select t('duty', n), t('fact', n) from owed where y < ${size.years - 1} and n % 20 <> 0`,
    `insert into kit.object (id, kind, title, owner, body, author, audience, readers, created)
       select t('meeting', n), 'meeting', 'Sitzung ' || n, '${me.organisation}', t('body', n % ${size.bodies}), '${me.person}', 'body', array[t('body', n % ${size.bodies})], at
         from generate_series(0, ${size.bodies * size.years * 2 - 1}) n, moment`,
    `insert into meetings.meeting (id, body, number, day, starts, place, status)
       select t('meeting', n), t('body', n % ${size.bodies}), n / ${size.bodies} + 1, today - 1800 + (n / ${size.bodies}) * 180, '10:00', 'Saal', 'held'
         from generate_series(0, ${size.bodies * size.years * 2 - 1}) n, moment`,
  ]
  await house.asOwner(async (db) => {
    for (const table of filled) await sql.raw(`alter table ${table} disable trigger user`).execute(db)
    for (const step of steps) await sql.raw(step.replaceAll(/\bt\('/g, `pg_temp.t('`)).execute(db)
    for (const table of filled) await sql.raw(`alter table ${table} enable trigger user`).execute(db)
  })
  await house.asOwner(async (db) => {
    for (const table of filled) await sql.raw(`analyze ${table}`).execute(db)
    // With the triggers in force again: what the evidence amounts to is counted by the database itself.
    await sql.raw('update duties.duty set needed = needed').execute(db)
    await sql.raw('analyze duties.duty').execute(db)
  })
}
