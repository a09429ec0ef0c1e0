// Rows of the rules of procedure, and who stands in for a chair.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import { newId } from '#kit/objects/id.ts'
import type { KeyPurpose, Procedure } from '../rules/procedure.ts'

export type RulesRow = {
  body: string
  edition: number
  object: string
  valid_from: string
  procedure: Procedure
  adopted_on: string | null
  agreement: string | null
  agreement_title: string | null
  returned: boolean
}
export type StandInRow = {
  id: string
  chair: string
  chair_title: string
  organisation: string
  deputy: string
  deputy_title: string
  deputy_organisation: string
  deputy_organisation_title: string
  away: boolean
}

export type StandInGap = {
  body: string
  organisation: string
  name: string
  rules: string
  edition: number
}

const holdsToday = sql.raw(
  `m.superseded_at is null and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day)`,
)
/** Named, not taken back, and still sent as a deputy. */
const standing = sql`s.ended_at is null and exists (select from access.mandate m where m.body = s.body and m.person = s.deputy and m.organisation = s.deputy_organisation
  and m.role = 'deputy' and ${holdsToday})`
/** Chairs of today whose rules ask for a stand-in and who have none; not whoever only goes on until the election. */
const gap = sql`m.body, m.organisation, o.title as name, r.object as rules, r.edition from access.mandate m join kit.object o on o.id = m.body and o.deleted_at is null
  join cooperation.body b on b.id = m.body and (b.dissolved_on is null or clock.today() < b.dissolved_on) cross join lateral cooperation.rule_of(m.body) r
  where m.role = 'chair' and ${holdsToday} and r.stand_in = 'deputy' and not exists (select from cooperation.interim i where i.mandate = m.id)
    and not exists (select from cooperation.stand_in s where ${standing} and s.body = m.body and s.chair = m.person)`

const columns =
  sql.raw(`r.body, r.edition, r.object, r.valid_from, cooperation.adopted_on(r.body, r.edition) as adopted_on, r.agreement, a.title as agreement_title,
  exists (select from cooperation.objection x where x.object = r.object and x.edition = r.edition) as returned,
  jsonb_build_object('meetsPerYear', r.meets_per_year, 'noticeDays', r.notice_days, 'noticeStrength', r.notice_strength,
    'itemDays', r.item_days, 'minutesDays', r.minutes_days, 'minutesStrength', r.minutes_strength,
    'objectionDays', r.objection_days, 'quorum', r.quorum, 'majority', r.majority, 'keysFor', to_jsonb(r.keys_for),
    'standIn', r.stand_in, 'deadlockDays', r.deadlock_days, 'deadlock', r.deadlock, 'secretBallot', r.secret_ballot, 'termAlarmMonths', r.term_alarm_months,
    'interim', r.interim, 'groupMonths', r.group_months,
    'circulation', case when r.circulation_days is not null then jsonb_build_object('days', r.circulation_days, 'majority', r.circulation_majority, 'toMeeting', r.circulation_to_meeting) end, 'text', r.text) as procedure`)

export const procedures = (db: Database) => ({
  /** Latest first. */
  async of(body: string): Promise<RulesRow[]> {
    const { rows } =
      await sql<RulesRow>`select ${columns} from cooperation.rules r left join kit.object a on a.id = r.agreement
      where r.body = ${body} order by r.edition desc`.execute(db)
    return rows
  },
  /** The number of the edition that held on a day. */
  async editionOn(body: string, day: string): Promise<number | null> {
    const { rows } = await sql<{
      edition: number | null
    }>`select (cooperation.rule_on(${body}, ${day})).edition as edition`.execute(db)
    return rows[0]?.edition ?? null
  },
  /** The number of the edition in force. */
  async editionToday(body: string): Promise<number | null> {
    const { rows } = await sql<{
      edition: number | null
    }>`select (cooperation.rule_of(${body})).edition as edition`.execute(db)
    return rows[0]?.edition ?? null
  },
  async needsKeys(body: string, purpose: KeyPurpose): Promise<boolean> {
    const { rows } = await sql<{ yes: boolean }>`select cooperation.needs_keys(${body}, ${purpose}) as yes`.execute(db)
    return rows[0]!.yes
  },
  async propose(
    r: Pick<RulesRow, 'body' | 'edition' | 'object' | 'valid_from' | 'procedure' | 'agreement'>,
  ): Promise<void> {
    const p = r.procedure
    await sql`insert into cooperation.rules (body, edition, object, valid_from, meets_per_year, notice_days, notice_strength, item_days, minutes_days, minutes_strength,
        objection_days, quorum, majority, keys_for, stand_in, deadlock_days, deadlock, secret_ballot, term_alarm_months, interim, group_months, circulation_days, circulation_majority, circulation_to_meeting, text, agreement, agreement_edition)
      values (${r.body}, ${r.edition}, ${r.object}, ${r.valid_from}, ${p.meetsPerYear}, ${p.noticeDays}, ${p.noticeStrength}, ${p.itemDays}, ${p.minutesDays}, ${p.minutesStrength}, ${p.objectionDays}, ${p.quorum}, ${p.majority}, ${p.keysFor}, ${p.standIn}, ${p.deadlockDays},
        ${p.deadlock}, ${p.secretBallot}, ${p.termAlarmMonths}, ${p.interim}, ${p.groupMonths}, ${p.circulation?.days ?? null}, ${p.circulation?.majority ?? null}, ${p.circulation?.toMeeting ?? null}, ${p.text}, ${r.agreement},
        (select a.edition from cooperation.agreement a where a.id = ${r.agreement}))`.execute(db)
  },
  /** Agreements of the body whose current edition has not been offered for signature. */
  async draftAgreements(body: string): Promise<{ id: string; title: string }[]> {
    const { rows } = await sql<{
      id: string
      title: string
    }>`select o.id, o.title from cooperation.agreement a join kit.object o on o.id = a.id
      where o.body = ${body} and o.deleted_at is null and not exists (select from kit.edition e where e.object = a.id and e.number = a.edition) order by o.title collate kit.german`.execute(
      db,
    )
    return rows
  },
})

export const standIns = (db: Database) => ({
  async of(body: string): Promise<StandInRow[]> {
    const { rows } =
      await sql<StandInRow>`select s.id, s.chair, c.title as chair_title, s.organisation, s.deputy, d.title as deputy_title, s.deputy_organisation,
        o.title as deputy_organisation_title, access.is_absent(s.chair, s.organisation, s.body) as away
      from cooperation.stand_in s join kit.object c on c.id = s.chair join kit.object d on d.id = s.deputy join kit.object o on o.id = s.deputy_organisation
      where s.body = ${body} and s.ended_at is null
        and exists (select from access.mandate m where m.body = s.body and m.person = s.chair and m.organisation = s.organisation and m.role = 'chair' and m.superseded_at is null
          and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day))
      order by c.title collate kit.german`.execute(db)
    return rows
  },
  /** Deputies of the chair's own organisation or of its side. */
  async candidates(
    body: string,
    organisation: string,
  ): Promise<{ person: string; person_title: string; organisation: string; organisation_title: string }[]> {
    const { rows } = await sql<{
      person: string
      person_title: string
      organisation: string
      organisation_title: string
    }>`select distinct m.person, p.title as person_title, m.organisation, o.title as organisation_title
      from access.mandate m join kit.object p on p.id = m.person join kit.object o on o.id = m.organisation
      where m.body = ${body} and m.role = 'deputy' and m.superseded_at is null and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day)
        and (m.organisation = ${organisation} or cooperation.side_of(${body}, m.organisation) = cooperation.side_of(${body}, ${organisation}))
        and not exists (select from access.mandate c where c.body = m.body and c.role = 'chair' and c.superseded_at is null and (c.until_day is null or clock.today() < c.until_day)
          and (c.person = m.person or (c.organisation = m.organisation and c.organisation <> ${organisation})))
      order by 2`.execute(db)
    return rows
  },
  async name(
    s: { body: string; chair: string; organisation: string; deputy: string; deputyOrganisation: string },
    at: string,
  ): Promise<void> {
    await sql`insert into cooperation.stand_in (id, body, chair, organisation, deputy, deputy_organisation, named_at)
      values (${newId(at)}, ${s.body}, ${s.chair}, ${s.organisation}, ${s.deputy}, ${s.deputyOrganisation}, clock.now())`.execute(
      db,
    )
  },
  async end(body: string, chair: string): Promise<boolean> {
    const done =
      await sql`update cooperation.stand_in set ended_at = clock.now() where body = ${body} and chair = ${chair} and ended_at is null`.execute(
        db,
      )
    return (done.numAffectedRows ?? 0n) > 0n
  },
  /** The deputy's current mandate. */
  async mandateOf(body: string, deputy: string, organisation: string): Promise<string | null> {
    const { rows } = await sql<{ id: string }>`select id from access.mandate where body = ${body} and person = ${deputy}
      and organisation = ${organisation} and role = 'deputy' and superseded_at is null and from_day <= clock.today() and (until_day is null or clock.today() < until_day) limit 1`.execute(
      db,
    )
    return rows[0]?.id ?? null
  },
  /** As a chore: where the rules in force ask for one, chairs for whom nobody stands in today and who have not been asked yet. */
  async missing(): Promise<StandInGap[]> {
    const { rows } = await sql<StandInGap>`select ${gap} and not exists (select from duties.standing d
      where d.kind = 'nameStandIn' and d.debtor = m.organisation and d.creditor = m.body
        and (d.state in ('notYet', 'open', 'overdue') or (d.state in ('reasoned', 'waived') and d.because = r.object and d.because_edition = r.edition))) order by 1, 2`.execute(
      db,
    )
    return rows
  },
  /** As a chore: open duties to name somebody, whose ground is gone: somebody is named, or nobody is needed. */
  async asked(): Promise<{ duty: string; organisation: string; body: string; named: boolean }[]> {
    const { rows } = await sql<{ duty: string; organisation: string; body: string; named: boolean }>`
      select d.id as duty, d.debtor as organisation, d.creditor as body, exists (select from cooperation.stand_in s where ${standing} and s.body = d.creditor and s.organisation = d.debtor) as named
        from duties.standing d where d.kind = 'nameStandIn' and d.state in ('notYet', 'open', 'overdue') and not cooperation.is_over(d.creditor)
         and not exists (select ${gap} and m.body = d.creditor and m.organisation = d.debtor)`.execute(db)
    return rows
  },
})
