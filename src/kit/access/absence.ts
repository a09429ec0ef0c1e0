// Handlers of absence: from, to, who stands in. Whether somebody may enter it is decided by the database.
import { sql } from 'kysely'
import { addYears } from '#kit/clock/days.ts'
import { Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import type { access } from './contract.ts'
import { holds } from './decide.ts'

type Part = Pick<Handlers<typeof access>, 'absences' | 'enterAbsence' | 'endAbsence'>
type Row = {
  id: string
  person: string
  person_title: string
  organisation: string
  organisation_title: string
  from_day: string
  until_day: string
  represented_by: string | null
  represented_title: string | null
}

export const absenceHandlers: Part = {
  async absences({ organisation, person }, { db, actor, today }) {
    const { rows } =
      await sql<Row>`select a.id, a.person, p.title as person_title, a.organisation, o.title as organisation_title, a.from_day, a.until_day, a.represented_by, r.title as represented_title
      from access.absence a join kit.object p on p.id = a.person join kit.object o on o.id = a.organisation left join kit.object r on r.id = a.represented_by
      where a.ended_at is null and a.until_day > ${today}
        ${organisation ? sql`and a.organisation = ${organisation}` : sql``} ${person ? sql`and (a.person = ${person} or a.represented_by = ${person})` : sql``}
      order by a.from_day, p.title collate kit.german`.execute(db)
    return {
      absences: rows.map((row) => ({
        id: row.id,
        person: { id: row.person, title: row.person_title },
        organisation: { id: row.organisation, title: row.organisation_title },
        from: row.from_day,
        until: row.until_day,
        representedBy:
          row.represented_by && row.represented_title ? { id: row.represented_by, title: row.represented_title } : null,
        now: row.from_day <= today,
        mayEnd:
          row.organisation === actor.organisation &&
          (row.person === actor.person || holds(actor, ['admin'], [row.organisation])),
      })),
    }
  },
  async enterAbsence({ person = undefined, from, until, representedBy }, { db, actor, at, today }) {
    const who = person ?? actor.person
    if (who !== actor.person && !holds(actor, ['admin'], [actor.organisation])) throw new Refusal('onlyOwnAbsence')
    if (until <= from || until <= today || until > addYears(from, 1)) throw new Refusal('absenceOver')
    if (!actor.organisation || representedBy === who) throw new Refusal('notOfOrganisation')
    const known = await sql<{ person: string }>`select distinct person from access.mandate
      where organisation = ${actor.organisation} and superseded_at is null and from_day < ${until} and (until_day is null or until_day > ${from})`.execute(
      db,
    )
    const acting = known.rows.map((row) => row.person)
    if (!acting.includes(who) || (representedBy && !acting.includes(representedBy)))
      throw new Refusal('notOfOrganisation')
    const there =
      await sql`select from access.absence where person = ${who} and organisation = ${actor.organisation} and body is null and ended_at is null
      and from_day < ${until} and ${from} < until_day`.execute(db)
    if (there.rows.length > 0) throw new Refusal('absenceTwice')
    const id = newId(at)
    await sql`insert into access.absence (id, person, organisation, from_day, until_day, represented_by, recorded_by, recorded_at)
      values (${id}, ${who}, ${actor.organisation}, ${from}, ${until}, ${representedBy}, ${actor.person}, clock.now())`.execute(
      db,
    )
    return { id }
  },
  async endAbsence({ id }, { db }) {
    const done =
      await sql`update access.absence set ended_at = clock.now() where id = ${id} and ended_at is null`.execute(db)
    if (!done.numAffectedRows) throw new Refusal('noAbsence')
    return {}
  },
}
