// What the duties of agreements in force rest on, read for all of them at once: no query per agreement, clause or party.
import { sql } from 'kysely'
import { organisations } from '#areas/actors/store/organisations.ts'
import { dayOf } from '#kit/clock/days.ts'
import type { Database } from '#kit/db/database.ts'
import type { KnownMeeting } from '../rules/periods.ts'
import type { Clause, Ground } from '../rules/wanted.ts'

/**
 * Which agreements: all in force, those of these bodies, those that depend on the meetings of a body, or one; of one also another edition, as if
 * it held from today.
 */
export type Which = { body?: string; bodies?: readonly string[]; agreement?: string; edition?: number }
type Row = {
  id: string
  title: string
  body: string
  owner: string
  edition: number
  since: string
  known_since: string
  review_on: string | null
  reviewed: string | null
  ends_on: string | null
  parties: { id: string; side: string | null; until: string | null; gone: boolean | null }[]
  clauses: Clause[]
}

export async function groundsOf(db: Database, which: Which = {}): Promise<Ground[]> {
  const rows = await inForce(db, which)
  const bodies = [...new Set(rows.map((row) => row.body))]
  const others = rows.flatMap((row) =>
    row.clauses.flatMap(({ duty }) => (duty.kind === 'before' && 'body' in duty.of ? [duty.of.body] : [])),
  )
  const members = await membersOf(db, bodies)
  const counties = new Set(
    (await organisations(db).counties([...new Set([...members.values()].flat())])).map((one) => one.id),
  )
  const meetings = await meetingsOf(db, [...new Set([...bodies, ...others])])
  const days = await sessionDays(db, bodies)
  const titles = await titlesOf(db, namedIn(rows))
  return rows.map((row) => {
    // Whoever has left owes nothing any more, also where it keeps its seat.
    const gone = row.parties.filter((party) => party.gone).map((party) => party.id)
    const ours = (members.get(row.body) ?? []).filter((id) => !gone.includes(id))
    return {
      id: row.id,
      title: row.title,
      edition: row.edition,
      body: row.body,
      owner: row.owner,
      start: [dayOf(row.known_since), row.since].toSorted().at(-1)!,
      reviewOn: row.review_on,
      reviewed: row.reviewed,
      endsOn: row.ends_on,
      leaves: new Map(row.parties.flatMap(({ id, until }) => (until === null ? [] : [[id, until]]))),
      parties: row.parties.filter((party) => !gone.includes(party.id)),
      members: ours,
      counties: ours.filter((id) => counties.has(id)),
      clauses: row.clauses,
      meetingsOf: (body) => meetings.get(body) ?? [],
      committeeDays: (committee) => days.get(`${row.body} ${committee}`) ?? [],
      titleOf: (id) => titles.get(id) ?? '',
    }
  })
}

async function inForce(db: Database, { body, bodies, agreement, edition }: Which): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select o.id, o.title, o.body, b.owner, f.edition, f.since, f.known_since, v.day as review_on, v.reviewed, least(cooperation.ends_on(o.id, f.edition), (select x.dissolved_on from cooperation.body x where x.id = o.body)) as ends_on,
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.organisation, 'side', a.side, 'until', l.day, 'gone', l.day <= clock.today()) order by p.organisation), '[]') from cooperation.party p
        left join actors.organisation a on a.id = p.organisation
        cross join lateral (select cooperation.leaves_on(p.agreement, p.edition, p.organisation) as day) l where p.agreement = o.id and p.edition = f.edition) as parties,
      (select coalesce(jsonb_agg(jsonb_build_object('number', c.number, 'heading', c.heading, 'text', c.text, 'strength', c.strength, 'duty', c.duty, 'indicator', i.title) order by c.place), '[]')
        from cooperation.clause c cross join lateral (select (c.duty->>'indicator')::uuid as id offset 0) w left join kit.object i on i.id = w.id
        where c.agreement = o.id and c.edition = f.edition and c.duty is not null) as clauses
    from kit.object o join kit.object b on b.id = o.body
      cross join lateral ${edition === undefined ? sql`cooperation.in_force(o.id)` : sql`(select ${edition}::integer as edition, clock.today() as since, clock.now() as known_since)`} f
      left join lateral cooperation.review_on(o.id, f.edition, f.since) v on true
    where o.kind = 'agreement' and o.deleted_at is null
      and not exists (select from cooperation.body x where x.id = o.body and x.dissolved_on <= clock.today())
      ${agreement ? sql`and o.id = ${agreement}` : sql``}
      ${bodies ? sql`and o.body = any (${[...bodies]}::uuid[])` : sql``}
      ${
        body
          ? sql`and (o.body = ${body} or exists (select from cooperation.clause c where c.agreement = o.id and c.edition = f.edition and c.duty->'of'->>'body' = ${body}))`
          : sql``
      } order by o.id`.execute(db)
  return rows
}

/** The bodies of the agreements that depend on the meetings of this body, and the body itself. */
export async function bodiesAround(db: Database, body: string): Promise<string[]> {
  const { rows } = await sql<{ body: string }>`
    select ${body}::uuid as body union
    select o.body from cooperation.clause c join kit.object o on o.id = c.agreement where c.duty->'of'->>'body' = ${body} and o.body is not null order by 1`.execute(
    db,
  )
  return rows.map((row) => row.body)
}

async function membersOf(db: Database, bodies: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{
    body: string
    organisation: string
  }>`select distinct body, organisation from cooperation.seat
    where body = any (${[...bodies]}::uuid[]) and superseded_at is null and valid_from <= clock.today() and (valid_until is null or clock.today() < valid_until)
    order by 1, 2`.execute(db)
  const found = new Map<string, string[]>()
  for (const { body, organisation } of rows) found.set(body, [...(found.get(body) ?? []), organisation])
  return found
}

/** Meetings as the facts tell them: the latest word on each counts, and one that was called off is not there. */
export async function meetingsOf(db: Database, bodies: readonly string[]): Promise<Map<string, KnownMeeting[]>> {
  const { rows } = await sql<{
    object: string
    organisation: string
    kind: string
    about: string
    at: string
    announced: string | null
  }>`
    with said as (select f.object, f.organisation, f.kind, f.about, f.at, f.entry from duties.fact f join kit.object o on o.id = f.object and o.deleted_at is null where f.organisation = any (${[...bodies]}::uuid[])
        and f.kind in ('meeting.planned', 'meeting.moved', 'meeting.invited', 'meeting.held', 'meeting.cancelled')),
      announced as (select object, max(at) as at from said where kind in ('meeting.planned', 'meeting.moved') group by object)
    select distinct on (s.object) s.object, s.organisation, s.kind, s.about, s.at, a.at as announced
      from said s left join announced a on a.object = s.object order by s.object, s.at desc, s.entry desc nulls last`.execute(
    db,
  )
  const found = new Map<string, KnownMeeting[]>()
  for (const row of rows
    .filter(({ kind }) => kind !== 'meeting.cancelled')
    .toSorted((a, b) => a.about.localeCompare(b.about))) {
    const held = row.kind === 'meeting.held'
    const meeting = {
      id: row.object,
      day: row.about,
      held,
      announced: row.announced && dayOf(row.announced),
      recorded: held ? dayOf(row.at) : null,
    }
    found.set(row.organisation, [...(found.get(row.organisation) ?? []), meeting])
  }
  return found
}

async function sessionDays(db: Database, bodies: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ body: string; committee: string; day: string }>`
    select body, committee, day from cooperation.session_day where body = any (${[...bodies]}::uuid[]) order by day`.execute(
    db,
  )
  const found = new Map<string, string[]>()
  for (const { body, committee, day } of rows)
    found.set(`${body} ${committee}`, [...(found.get(`${body} ${committee}`) ?? []), day])
  return found
}

const namedIn = (rows: readonly Row[]): string[] => [
  ...new Set(
    rows.flatMap((row) =>
      row.clauses.flatMap(({ duty }) => [
        ...(duty.kind === 'before' && 'body' in duty.of ? [duty.of.body] : []),
        ...('to' in duty && Array.isArray(duty.to) ? duty.to : []),
      ]),
    ),
  ),
]
async function titlesOf(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; title: string }>`
    select o.id, coalesce(b.short_name, o.title) as title from kit.object o left join cooperation.body b on b.id = o.id where o.id = any (${[...ids]}::uuid[])`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.id, row.title]))
}
