// Two years of a body made from its fixture, through HTTP, the clock moved from day to day; and everything that became due in them, as lines to compare.
import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { sql } from 'kysely'
import { testHouse } from '#apps/testing.ts'
import { addPerson, again, agree, foundBody, ok, type TestPerson } from '#apps/testing-people.ts'
import { addDays, daysBetween } from '#kit/clock/days.ts'
import type { SeatOnDay } from './contract/seats.ts'
import type { Body, Election } from './contract.ts'
import type { BodyFixture } from './fixtures/fixture.ts'

export const start = '2027-01-01'
export const end = '2028-12-31'
/** What a member is asked to deliver or confirm. */
export type Owed = {
  kind: string
  state: string
  duty: string
  indicator: { id: string }
  area: { key: string } | null
  period: { from: string; until: string }
}
/** The paragraphs of the rules of procedure. */
export const noticeRule = '§ 2 der Geschäftsordnung: Einladung'
export const minutesRule = '§ 4 der Geschäftsordnung: Niederschrift'
/** The rule of procedure by which an election is called in time. */
export const termRule = 'Geschäftsordnung (1. Fassung), Amtszeiten: Neuwahl 6 Monate vor dem Ende ankündigen'

const noon = (day: string) => `${day}T11:00:00Z`
type Paper = { kind: string; object: string; edition: number; needsKeys: boolean }
type Meeting = { object: { id: string; revision: number } }

/** Founded, with its rules adopted and its agreement signed by every party on the first day of the simulation. */
export async function simulate(t: TestContext, fixture: BodyFixture, start: string, expected: readonly string[]) {
  /** Every week, and on each day on which something is expected: what comes too early, too late or too often shows either way. */
  const stops = new Set(expected.flatMap((line) => line.match(/\d{4}-\d\d-\d\d/g) ?? []))
  const isStop = (day: string) => stops.has(day) || daysBetween(start, day) % 7 === 0
  const house = await testHouse(t, { at: noon(start) })
  const founded = await foundBody(house, fixture)
  const { body, organisation } = founded
  let today = start
  const office = founded.founder.name
  const people = new Map<string, { person: TestPerson; day: string }>([
    [office, { person: founded.founder, day: start }],
  ])
  const add = async (by: TestPerson, options: Parameters<typeof addPerson>[2]) => {
    people.set(options.name, { person: await addPerson(house, by, options), day: today })
  }
  for (const one of fixture.people.filter(({ role }) => role !== 'office')) {
    const { name, from, until = null, basis } = one
    const home = organisation(one.organisation)
    await add(founded.founder, { name, organisation: home, roles: one.home, from })
    const { person } = people.get(name)!.person
    const sent = { organisation: home, role: one.role, person, from, until, basis }
    if (one.role) ok(await founded.founder.post(`/bodies/${body}/mandates`, sent))
  }
  /** Whoever was signed in yesterday signs in again. */
  const as = async (name: string = office): Promise<TestPerson> => {
    const known = people.get(name)
    assert.ok(known, `${name} takes part`)
    if (known.day !== today) people.set(name, { person: await again(house, known.person), day: today })
    return people.get(name)!.person
  }
  const chairs = fixture.people.filter(({ role }) => role === 'chair').map(({ name }) => name)
  const release = async (object: string, edition: number, names: readonly string[] = chairs) => {
    for (const name of names) ok(await (await as(name)).post('/releases', { object, edition }))
  }
  const { procedure, validFrom } = fixture.rules
  const put = ok<{ object: string; edition: number }>(
    await founded.founder.post(`/bodies/${body}/rules`, {
      procedure,
      validFrom: validFrom < start ? start : validFrom,
    }),
  )
  await release(put.object, put.edition)
  const indicators: Record<string, string> = {}
  for (const { heading, duty } of fixture.agreement.clauses)
    if (duty && 'indicator' in duty)
      indicators[duty.indicator] = ok<{ id: string }>(
        await founded.founder.post('/figures/indicators', {
          code: duty.indicator,
          title: heading,
          definition: 'Wie in der Vereinbarung beschrieben',
          unit: 'Zahl',
          source: 'Erhebung der Mitglieder',
          timing: 'span',
        }),
      ).id
  const agreement = await agree(founded, fixture, { indicators })
  await house.settle()

  const meeting = (id: string) => `/meetings/${id}`
  const revision = async (id: string) => ok<Meeting>(await (await as()).get(meeting(id))).object.revision
  /** Put before the chairs; those named release it at once, where the rules ask for keys. */
  const present = async (id: string, kind: string, by: readonly string[]) => {
    const { papers } = ok<{ papers: Paper[] }>(await (await as()).post(`${meeting(id)}/papers`, { kind }))
    const paper = papers.find((one) => one.kind === kind)!
    if (paper.needsKeys) await release(paper.object, paper.edition, by)
    return paper
  }
  return {
    house,
    body,
    present,
    organisation,
    agreement,
    indicators,
    founded,
    as,
    add,
    release,
    async go(day: string) {
      while (today < day) {
        today = addDays(today, 1)
        if (today === day || isStop(today)) await house.moveTo(noon(today))
      }
    },
    async plan(day: string) {
      const made = await (await as()).post('/meetings', { body, day, starts: '14:00', place: 'Rathaus' })
      const { id } = ok<Meeting>(made).object
      await house.settle()
      return id
    },
    async shift(id: string, day: string) {
      ok(await (await as()).put(meeting(id), await revision(id), { day, starts: '14:00', place: 'Rathaus' }))
      await house.settle()
    },
    async invite(id: string, by: readonly string[] = chairs) {
      const item = { title: 'Gemeinsame Planung' }
      ok(await (await as()).act(`${meeting(id)}/items`, await revision(id), item))
      for (const kind of ['agenda', 'invitation']) await present(id, kind, by)
      ok(await (await as()).act(`${meeting(id)}/invitation`, await revision(id)))
      await house.settle()
    },
    /** The minutes, released at once by those who chair. */
    async minute(id: string, by: readonly string[] = chairs) {
      await present(id, 'minutes', by)
      await house.settle()
    },
    async hold(id: string) {
      ok(await (await as()).act(`${meeting(id)}/holding`, await revision(id)))
      await house.settle()
    },
    async post(name: string, url: string, content: object = {}) {
      const done = ok<{ id: string }>(await (await as(name)).post(url, content))
      await house.settle()
      return done
    },
    /** Who speaks for this organisation on a day, by its unit where it has several seats. */
    async speaks(day: string, of: string): Promise<string[]> {
      const { seats } = ok<{ seats: SeatOnDay[] }>(await (await as()).get(`/bodies/${body}/representation?on=${day}`))
      const own = seats.filter((seat) => (seat.unit ?? seat.organisation).title === of)
      if (own.length === 0) return ['kein Sitz']
      return own.flatMap((seat) => seat.people.map((one) => `${one.role} ${one.person.title}`)).toSorted()
    },
  }
}
export type Simulation = Awaited<ReturnType<typeof simulate>>

/** Every duty of the whole installation: what, who, until when, how it stands, why; and on which days it was reminded of. */
export async function becameDue({ house }: Simulation): Promise<string[]> {
  const { rows } = await house.asOwner((db) =>
    sql<{ line: string; reminders: string | null }>`
      select concat_ws(' | ', d.kind, t.title, d.due::text, d.state, d.because_text) as line,
        (select string_agg(r.stage || ' ' || r.on_day::text, ', ' order by r.on_day, r.stage) from duties.reminder r where r.duty = d.id) as reminders
      from duties.standing d join kit.object t on t.id = d.debtor order by d.due, d.kind, t.title collate kit.german, d.because_text`.execute(
      db,
    ),
  )
  return rows.map(({ line, reminders }) => (reminders ? `${line} | ${reminders}` : line))
}

/** Each mail that reminds of something, by duty and stage: to whom. What a mail says is wiped after a while, its key is not. */
export async function mailed({ house }: Simulation, kind: string): Promise<Record<string, string[]>> {
  const { rows } = await house.asOwner((db) =>
    sql<{ stage: string; names: string[] }>`
      select d.due::text || ' ' || split_part(m.dedupe, ':', 3) as stage, array_agg(distinct p.title order by p.title) as names
      from mail.message m join duties.duty d on d.id = m.object join kit.object p on p.id = m.person
      where m.template = 'duties.reminder' and d.kind = ${kind} group by 1 order by min(m.created)`.execute(db),
  )
  return Object.fromEntries(rows.map(({ stage, names }) => [stage, names]))
}

/** A reminder that reached nobody, and a mail that belongs to no reminder: there is neither. */
export async function strayMails({ house }: Simulation): Promise<number> {
  const { rows } = await house.asOwner((db) =>
    sql<{ n: number }>`select (
      (select count(*) from duties.reminder r where not exists (select from mail.message m where m.object = r.duty and m.dedupe like 'duty:' || r.duty || ':' || r.stage || ':%')) +
      (select count(*) from mail.message m where m.template = 'duties.reminder'
        and not exists (select from duties.reminder r where r.duty = m.object and r.stage = split_part(m.dedupe, ':', 3))))::int as n`.execute(
      db,
    ),
  )
  return rows[0]!.n
}

/** Announced by the office; on its day one candidate is put up, elected and accepts. */
export async function elect(
  { as, body, post, go }: Simulation,
  who: string,
  constituency: string,
  dates: { announced: string; day: string; from: string; votes: number },
): Promise<void> {
  await go(dates.announced)
  const office = await as()
  const groups = ok<Body>(await office.get(`/bodies/${body}`)).constituencies
  const { id } = await post(office.name, `/bodies/${body}/elections`, {
    constituency: groups.find((one) => one.name === constituency)!.id,
    day: dates.day,
    from: dates.from,
  })
  await go(dates.day)
  const { person, organisation } = await as(who)
  await post(who, `/elections/${id}/candidates`, { person, organisation })
  const { candidates, head } = ok<Election>(await (await as()).get(`/elections/${id}`))
  const votes = [{ candidate: candidates[0]!.id, votes: dates.votes }]
  ok(await (await as()).act(`/elections/${id}/rounds`, head.revision, { present: dates.votes, votes }))
  await post(who, `/elections/${id}/answer`, { accepts: true })
}
