// A full installation for tests of plans: at least ten thousand of everything that grows, inserted by the owner past every guard. Only its
// sizes are true to life, not its contents.
import { sql } from 'kysely'
import type { TestHouse } from './testing.ts'
import type { TestPerson } from './testing-people.ts'

export const many = 12_000
const organisations = 300
const bodies = 100
/** The same id for the same thing, here and in SQL. */
export const ref = (kind: string, number: number) =>
  sql<string>`overlay(overlay(md5(${`${kind}${number}`}) placing '7' from 13) placing '8' from 17)::uuid`

const filled = [
  'kit.object',
  'kit.edition',
  'access.mandate',
  'actors.organisation',
  'actors.membership',
  'cooperation.body',
  'cooperation.seat',
  'cooperation.agreement',
  'cooperation.party',
  'cooperation.clause',
  'duties.duty',
  'duties.fact',
  'duties.evidence',
  'figures.official_table',
  'figures.area',
  'figures.area_state',
  'figures.indicator',
  'figures.cut',
  'figures.slice',
  'figures.delivery',
  'figures.observation',
  'planning.need',
  'planning.evidence',
  'planning.decision',
  'planning.decision_need',
  'planning.measure',
  'meetings.meeting',
  'meetings.agenda_item',
  'meetings.attendance',
  'services.service',
  'trail.link',
  'journal.entry',
  'journal.content',
  'files.file',
  'search.entry',
  'mail.message',
]

/** `me` works for every three-hundredth organisation's worth of things and sits in the chair of body 0. */
export async function fillWithMany(house: TestHouse, me: TestPerson): Promise<void> {
  const own = `case when n % ${organisations} = 0 then '${me.organisation}'::uuid else t('organisation', n % ${organisations}) end`
  const body = `t('body', n % ${bodies})`
  const object = (
    kind: string,
    options: { count?: number; owner?: string; body?: string; audience?: string; from?: number } = {},
  ) =>
    `insert into kit.object (id, kind, title, owner, body, author, audience, created)
     select t('${kind}', n), '${kind}', '${kind} ' || n, ${options.owner ?? own}, ${options.body ?? body}, '${me.person}', '${options.audience ?? 'members'}', at + n * interval '1 second'
       from generate_series(${options.from ?? 0}, ${(options.count ?? many) - 1}) n, moment`
  const rows = (into: string, select: string, count = many, from = 0) =>
    `insert into ${into} select ${select} from generate_series(${from}, ${count - 1}) n, moment`
  const edition = (kind: string) => rows('kit.edition (object, number, content, at)', `t('${kind}', n), 1, '{}', at`)
  const steps = [
    `create function pg_temp.t(kind text, n int) returns uuid language sql immutable return overlay(overlay(md5(kind || n) placing '7' from 13) placing '8' from 17)::uuid`,
    `create temp table moment as select clock.now() - interval '100 days' as at, clock.today() as today`,
    object('organisation', { count: organisations, owner: `t('organisation', n)`, body: 'null', from: 1 }),
    rows(
      'actors.organisation (id, kind, side, privacy_law)',
      `t('organisation', n), 'provider', 'free', 'DSGVO'`,
      organisations,
      1,
    ),
    rows(
      'actors.membership (id, organisation, parent, kind, recorded_at)',
      `t('membership', n), t('organisation', n), '${me.organisation}', 'member', at`,
      organisations,
      1,
    ),
    object('person', { body: 'null' }),
    object('body', { count: bodies, owner: `'${me.organisation}'`, body: `t('body', n)` }),
    rows(
      'cooperation.body (id, short_name, mission, form, founded_on)',
      `t('body', n), 'B' || n, 'Auftrag', 'forum', today`,
      bodies,
    ),
    rows(
      'cooperation.seat (id, body, organisation, valid_from, recorded_at)',
      `t('seat', n), ${body}, case when n < ${bodies} then '${me.organisation}'::uuid else t('organisation', n / ${bodies}) end, today - 90, at`,
    ),
    rows(
      'access.mandate (id, person, organisation, role, from_day, basis, recorded_at)',
      `t('home', n), t('person', n), ${own}, 'staff', today - 90, 'Test', at`,
    ),
    rows(
      'access.mandate (id, person, organisation, body, role, from_day, basis, recorded_at)',
      `t('sent', n), t('person', n), ${own}, ${body}, 'delegate', today - 90, 'Test', at`,
    ),
    `insert into access.mandate (id, person, organisation, body, role, from_day, basis, recorded_at) select t('chair', 0), '${me.person}', '${me.organisation}', t('body', 0), 'chair', today - 90, 'Test', at from moment`,
    object('agreement'),
    edition('agreement'),
    rows('cooperation.agreement (id)', `t('agreement', n)`),
    rows('cooperation.party (agreement, edition, organisation)', `t('agreement', n), 1, ${own}`),
    rows(
      'cooperation.clause (agreement, edition, number, place, text, strength)',
      `t('agreement', n), 1, '1', 1, 'Satz', 'must'`,
    ),
    object('need'),
    edition('need'),
    rows(
      'planning.need (id, state, target_group, area_name, benefit, edition, stated_on)',
      `t('need', n), 'stated', 'Ältere', 'Norden', 'Entlastung', 1, today - 60`,
    ),
    rows(
      'planning.evidence (id, need, position, grade, as_of, note)',
      `t('evidence', n), t('need', n), 1, 'practice', at, 'Aus der Beratung'`,
    ),
    object('meeting'),
    rows(
      'meetings.meeting (id, body, number, day, starts, place, status)',
      `t('meeting', n), ${body}, n / ${bodies} + 1, today - 50, '10:00', 'Saal', 'held'`,
    ),
    rows('meetings.attendance (meeting, organisation, state)', `t('meeting', n), ${own}, 'present'`),
    object('decision'),
    edition('decision'),
    rows(
      'planning.decision (id, result, text, addressee, meeting, edition, recorded_on)',
      `t('decision', n), 'recommended', 'Empfehlung', ${own}, t('meeting', n), 1, today - 40`,
    ),
    rows('planning.decision_need (decision, need, need_edition)', `t('decision', n), t('need', n), 1`),
    rows(
      'meetings.agenda_item (id, meeting, position, title, concerning, decision)',
      `t('item', n), t('meeting', n), 1, 'Punkt', t('need', n), t('decision', n)`,
    ),
    object('measure'),
    rows(
      'planning.measure (id, what, decision, decision_edition, lead)',
      `t('measure', n), 'Maßnahme', t('decision', n), 1, ${own}`,
    ),
    object('service', { audience: 'public' }),
    rows(
      'services.service (id, category, target_group, area_name, status, from_day, answers)',
      `t('service', n), 'dayCare', 'Ältere', 'Norden', 'open', today - 20, t('measure', n)`,
    ),
    object('duty'),
    rows(
      'duties.duty (id, kind, debtor, creditor, subject, because_text, strength, period_from, period_until, opens, due)',
      `t('duty', n), 'deliver', ${own}, ${body}, t('need', n), 'Satz', 'must', today - 90, today + 90, today - 90, today + n % 60`,
    ),
    rows(
      'duties.fact (id, kind, organisation, subject, object, day, about, at, handled_at)',
      `t('fact', n), 'figure.delivered', ${own}, t('need', n), t('need', n), today - 30, today - 30, at, at`,
    ),
    rows('duties.evidence (duty, fact)', `t('duty', n), t('fact', n)`, many, many / 2),
    object('area', { owner: 'null', body: 'null', audience: 'public' }),
    object('officialTable', { count: 1, owner: 'null', body: 'null', audience: 'public' }),
    object('indicator', { count: 200, owner: 'null', body: 'null', audience: 'public' }),
    rows(
      'figures.official_table (id, code, format, statistic, source, attribution, read_on, file_name, sha256, summary, published)',
      `t('officialTable', n), '12411', 'register', '12411', 'Amt', 'Amt', today, 'x.csv', sha256('x'), '{}', true`,
      1,
    ),
    rows('figures.area (id)', `t('area', n)`),
    `insert into figures.area_state (area, key, name, kind, known_on, source, recorded_at)
     select a.number, case when a.number <= 500 then lpad(a.number::text, 5, '0') else lpad(a.number::text, 8, '0') end, 'Gebiet ' || a.number, case when a.number <= 500 then 'county' else 'municipality' end, today, 1, at from figures.area a, moment`,
    rows(
      'figures.indicator (id, code, definition, unit, source, direction, additive, timing)',
      `t('indicator', n), 'T' || n, 'Definition', 'Personen', 'Amt', 'neutral', true, 'day'`,
      200,
    ),
    `insert into figures.cut (key, dims, label) select '', '{}', 'insgesamt' where not exists (select from figures.cut where key = '')`,
    `insert into figures.observation (indicator, cut, area, from_day, until_day, value, official, recorded_at)
     select n % 200 + 1, (select number from figures.cut where key = ''), n / 200 + 1, today - 300, today - 299, n, 1, at from generate_series(0, ${4 * many - 1}) n, moment`,
    `insert into figures.slice (official, indicator, cut, from_day, until_day, level, statements) select 1, n, (select number from figures.cut where key = ''), today - 300, today - 299, 'county', 100 from generate_series(1, 200) n, moment`,
    object('delivery'),
    edition('delivery'),
    rows(
      'figures.delivery (id, kind, organisation, indicator, area, from_day, until_day, value, duty)',
      `t('delivery', n), 'figure', ${own}, t('indicator', n % 200), t('area', n), today - 300, today - 299, n, t('duty', n)`,
    ),
    ...[
      ['need', 'decidedIn', 'decision'],
      ['decision', 'ledTo', 'measure'],
      ['measure', 'answeredBy', 'service'],
    ].map(([source, kind, target]) =>
      rows(
        'trail.link (id, kind, source, target, at)',
        `t('${source}${target}', n), '${kind}', t('${source}', n), t('${target}', n), at`,
      ),
    ),
    object('file'),
    rows(
      'files.file (id, hangs_on, name, type, size, sha256)',
      `t('file', n), t('need', n), 'Blatt.pdf', 'application/pdf', 10, sha256(convert_to('f' || n, 'UTF8'))`,
    ),
    rows(
      'journal.entry (xid, at, person, organisation, verb, object, revision, digest, number, chain)',
      `pg_current_xact_id(), at, '${me.person}', ${own}, 'need.stated', t('need', n), 1, sha256('x'), 1000000 + n, sha256('x')`,
    ),
    `insert into journal.content (entry, salt, after) select id, sha256('x'), '{}' from journal.entry where number >= 1000000`,
    rows('search.entry (object, title)', `t('need', n), to_tsvector('simple', 'bedarf' || n)`),
    rows(
      'mail.message (id, dedupe, person, template, created, send_after, sent_at)',
      `t('mail', n), 'm' || n, t('person', n), 'probe', at, at, at`,
    ),
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
