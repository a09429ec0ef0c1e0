// Opening what one person did: asked by one, agreed by another, recorded at the organisation, and seen by the person.
import { sql } from 'kysely'
import { addDays } from '#kit/clock/days.ts'
import type { Database } from '#kit/db/database.ts'
import { Forbidden, NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import type { LogLine, Opening, privacy } from './contract.ts'

type Part = Pick<Handlers<typeof privacy>, 'openings' | 'askOpening' | 'answerOpening' | 'readOpening'>
type Row = {
  id: string
  person: string
  person_title: string
  organisation: string
  organisation_title: string
  cause: string
  from_day: string
  until_day: string
  asked_by: string
  asked_by_title: string
  second: string
  second_title: string
  asked_at: string
  answer: 'agreed' | 'refused' | null
  reason: string | null
  closes_on: string | null
}
/** For how long an opened log can be read, and how long a span it may cover. */
const openDays = 7
const longestSpan = 92

async function rows(db: Database, id: string | null): Promise<Row[]> {
  const found =
    await sql<Row>`select x.id, x.person, p.title as person_title, x.organisation, o.title as organisation_title, x.cause, x.from_day, x.until_day,
      x.asked_by, a.title as asked_by_title, x.second, s.title as second_title, x.asked_at, x.answer, x.reason, x.closes_on
    from privacy.opening x join kit.object p on p.id = x.person join kit.object o on o.id = x.organisation
    join kit.object a on a.id = x.asked_by join kit.object s on s.id = x.second
    where ${id}::uuid is null or x.id = ${id} order by x.asked_at desc`.execute(db)
  return found.rows
}

const stateOf = (row: Row, today: string): Opening['state'] =>
  row.answer === null ? 'asked' : row.answer === 'refused' ? 'refused' : today < row.closes_on! ? 'open' : 'closed'

export const openingHandlers: Part = {
  async openings(_, { db, actor, today }) {
    const named = async (answering: boolean) => {
      const { rows: people } = await sql<{ id: string; title: string }>`
        select distinct p.id, p.title from access.mandate m join kit.object p on p.id = m.person
         where m.organisation = ${actor.organisation} and m.superseded_at is null and p.id <> ${actor.person}
           and ${answering ? sql`privacy.answers_for(m.person, m.organisation)` : sql`true`} order by p.title`.execute(
        db,
      )
      return people
    }
    const mayAsk =
      actor.organisation !== null &&
      ['admin', 'head', 'checker'].some((role) => actor.held.includes(`${role}@${actor.organisation}`))
    return {
      mayAsk,
      seconds: mayAsk ? await named(true) : [],
      people: mayAsk ? await named(false) : [],
      openings: (await rows(db, null)).map((row) => ({
        id: row.id,
        person: { id: row.person, title: row.person_title },
        organisation: { id: row.organisation, title: row.organisation_title },
        cause: row.cause,
        from: row.from_day,
        until: row.until_day,
        askedBy: { id: row.asked_by, title: row.asked_by_title },
        second: { id: row.second, title: row.second_title },
        askedAt: row.asked_at,
        state: stateOf(row, today),
        reason: row.reason,
        closesOn: row.closes_on,
        may: {
          answer: row.answer === null && row.second === actor.person,
          read:
            stateOf(row, today) === 'open' && row.person !== actor.person && row.organisation === actor.organisation,
        },
      })),
    }
  },
  async askOpening({ person, second, cause, from, until }, { db, actor, at, today, record }) {
    if (person === actor.person || second === actor.person || person === second) throw new Refusal('twoOthers')
    if (from >= until || until > addDays(today, 1) || until > addDays(from, longestSpan))
      throw new Refusal('spanTooLong')
    const { rows: found } = await sql<{ ours: boolean; answers: boolean }>`select
      exists (select from access.mandate m where m.person = ${person} and m.organisation = ${actor.organisation}) as ours,
      privacy.answers_for(${second}, ${actor.organisation}) as answers`.execute(db)
    if (!found[0]!.ours || !found[0]!.answers) throw new Refusal('notOfOurs')
    const id = newId(at)
    await sql`insert into privacy.opening (id, person, organisation, cause, from_day, until_day, asked_by, second, asked_at)
      values (${id}, ${person}, ${actor.organisation}, ${cause}, ${from}, ${until}, ${actor.person}, ${second}, clock.now())`.execute(
      db,
    )
    await record({ object: actor.organisation!, after: { opening: id } })
    return { id }
  },
  async answerOpening({ id, agree, reason }, { db, actor, today, record }) {
    const [row] = await rows(db, id)
    if (!row) throw new NotFound()
    if (row.second !== actor.person) throw new Refusal('onlySecond')
    if (row.answer !== null) throw new Refusal('answeredBefore')
    if (!agree && reason === '') throw new Refusal('reasonMissing')
    await sql`update privacy.opening set answer = ${agree ? 'agreed' : 'refused'}, reason = ${reason || null}, answered_at = clock.now(),
      closes_on = ${agree ? addDays(today, openDays) : null} where id = ${id}`.execute(db)
    await record({ object: row.organisation, after: { opening: id, answer: agree ? 'agreed' : 'refused' } })
    return {}
  },
  async readOpening({ id }, { db, actor, today, record }) {
    const [row] = await rows(db, id)
    if (!row) throw new NotFound()
    if (row.person === actor.person || row.organisation !== actor.organisation) throw new Forbidden()
    if (stateOf(row, today) !== 'open') throw new Refusal('notOpen')
    const { rows: lines } = await sql<LogLine>`select at, verb, kind, title from privacy.log_of(${id})`.execute(db)
    await record({ object: row.organisation, after: { opening: id } })
    return { lines }
  },
}
