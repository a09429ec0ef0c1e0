// Reads and writes who answers for an organisation.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import { newId } from '#kit/objects/id.ts'
import type { Contact } from '../contract.ts'

export type NewContact = Pick<
  Contact,
  | 'email'
  | 'phone'
  | 'deputyEmail'
  | 'deputyPhone'
  | 'hours'
  | 'replyDays'
  | 'confirmMonths'
  | 'audience'
  | 'confirmedOn'
> & { person: string; deputy: string | null }
/** A contact as the chore looks at it: what stands there, and who of the two acts today. */
export type ContactRow = {
  id: string
  organisation: string
  person: string
  deputy: string | null
  confirm_months: number
  confirmed_on: string | null
  named_on: string
  recorded_at: string
  origin: 'named' | 'confirmed' | 'handedOver'
  person_acts: boolean
  deputy_acts: boolean
  /** The person was mailed about exactly this. */
  asked: boolean
}

/** Until when a confirmation is fresh; an unconfirmed one has two weeks. */
export const freshUntil = sql`case when t.confirmed_on is null then t.named_on + 14 else (t.confirmed_on + make_interval(months => t.confirm_months))::date end`

export const contacts = (db: Database) => ({
  async of(id: string): Promise<Contact | null> {
    const { rows } =
      await sql<Contact>`select (select jsonb_build_object('id', p.id, 'title', p.title) from kit.object p where p.id = t.person) as person,
      (select jsonb_build_object('id', d.id, 'title', d.title) from kit.object d where d.id = t.deputy) as deputy, t.email, t.phone, t.deputy_email as "deputyEmail",
      t.deputy_phone as "deputyPhone", t.hours, t.reply_days as "replyDays", t.confirm_months as "confirmMonths", t.audience, t.confirmed_on as "confirmedOn",
      t.named_on as "namedOn", t.handed_over as "handedOver", w.away,
      (select jsonb_build_object('id', x.id, 'title', x.title) from kit.object x where w.away
        and x.id = w.instead) as "standIn", ${freshUntil} as "freshUntil", t.confirmed_on is not null and ${freshUntil} >= clock.today() as fresh
      from actors.contact_today t cross join lateral (select access.is_absent(t.person, t.organisation, null) as away,
        coalesce(access.represented_by(t.person, t.organisation, null), case when not access.is_absent(t.deputy, t.organisation, null) then t.deputy end) as instead offset 0) w where t.organisation = ${id}`.execute(
        db,
      )
    return rows[0]?.person ? rows[0] : null
  },
  async name(id: string, c: NewContact, at: string): Promise<void> {
    await this.close(id)
    await sql`insert into actors.contact (id, organisation, person, deputy, email, phone, deputy_email, deputy_phone, hours, reply_days, confirm_months, audience, confirmed_on, recorded_at)
      values (${newId(at)}, ${id}, ${c.person}, ${c.deputy}, ${c.email}, ${c.phone}, ${c.deputyEmail}, ${c.deputyPhone}, ${c.hours}, ${c.replyDays}, ${c.confirmMonths},
        ${c.audience}, ${c.confirmedOn}, clock.now())`.execute(db)
  },
  async close(id: string): Promise<void> {
    await sql`update actors.contact set superseded_at = clock.now() where organisation = ${id} and superseded_at is null`.execute(
      db,
    )
  },
  async ask(id: string): Promise<'sent' | 'noContact' | 'noAddress' | 'justAsked'> {
    const { rows } = await sql<{ outcome: 'sent' }>`select actors.ask_contact(${id}) as outcome`.execute(db)
    return rows[0]!.outcome
  },
  async confirm(id: string, stays: boolean): Promise<'confirmed' | 'handedOver' | 'left'> {
    const { rows } = await sql<{
      became: 'confirmed'
    }>`select actors.confirm_contact(${id}, ${stays}) as became`.execute(db)
    return rows[0]!.became
  },
  /** As the worker: those of organisations that are still there. */
  async all(only?: string): Promise<ContactRow[]> {
    const { rows } =
      await sql<ContactRow>`select c.id, c.organisation, c.person, c.deputy, c.confirm_months, c.confirmed_on, c.named_on, c.recorded_at, c.origin,
        actors.acts(c.person, c.organisation) as person_acts, coalesce(actors.acts(c.deputy, c.organisation), false) as deputy_acts,
        exists (select from actors.confirmation f where f.contact = c.id) as asked
      from actors.contact c join kit.object o on o.id = c.organisation left join actors.organisation a on a.id = c.organisation
      where c.superseded_at is null and o.deleted_at is null and (a.dissolved_on is null or a.dissolved_on > clock.today())
        ${only ? sql`and c.organisation = ${only}` : sql``}`.execute(db)
    return rows
  },
  /** As the worker: organisations whose contact said that it is one no longer, and nobody was there to take over. */
  async withoutContact(only?: string): Promise<{ organisation: string; confirm_months: number }[]> {
    const { rows } = await sql<{
      organisation: string
      confirm_months: number
    }>`select distinct on (c.organisation) c.organisation, c.confirm_months
      from actors.contact c join kit.object o on o.id = c.organisation left join actors.organisation a on a.id = c.organisation
      where o.deleted_at is null and (a.dissolved_on is null or a.dissolved_on > clock.today())
        and not exists (select from actors.contact n where n.organisation = c.organisation and n.superseded_at is null)
        and not exists (select from duties.duty d where d.kind = 'nameContact' and d.debtor = c.organisation
          and d.period_from >= (c.superseded_at at time zone 'Europe/Berlin')::date)
        ${only ? sql`and c.organisation = ${only}` : sql``} order by c.organisation, c.recorded_at desc`.execute(db)
    return rows
  },
  async isStated(kind: string, row: ContactRow): Promise<boolean> {
    const { rows } = await sql`select from duties.fact f where f.kind = ${kind} and f.organisation = ${row.organisation}
      and f.object = ${row.organisation} and f.at >= ${row.recorded_at}::timestamptz limit 1`.execute(db)
    return rows.length > 0
  },
  /** Whether such a duty of the organisation is not done yet. */
  async owes(kind: string, organisation: string): Promise<boolean> {
    const { rows } = await sql`select from duties.standing d where d.kind = ${kind} and d.debtor = ${organisation}
      and d.state in ('notYet', 'open', 'overdue') limit 1`.execute(db)
    return rows.length > 0
  },
  /** Whether a clause of an agreement in force asks for the confirmation. */
  async owesByClause(organisation: string): Promise<boolean> {
    const { rows } =
      await sql`select from duties.duty d where d.kind = 'contact' and d.debtor = ${organisation} and d.because is not null
      and d.period_until > clock.today() limit 1`.execute(db)
    return rows.length > 0
  },
  /** As the worker: the deputy is the contact from now on; without one nobody is. */
  async handOver(row: ContactRow, at: string): Promise<void> {
    await this.close(row.organisation)
    if (row.deputy && row.deputy_acts)
      await sql`insert into actors.contact (id, organisation, person, email, phone, hours, reply_days, confirm_months, audience, origin, confirmed_on, named_on, recorded_at)
        select ${newId(at)}, organisation, deputy, deputy_email, deputy_phone, hours, reply_days, confirm_months, audience, 'handedOver', confirmed_on, clock.today(), clock.now()
          from actors.contact where id = ${row.id}`.execute(db)
  },
  /** As the worker: the deputy has left; the contact stays. */
  async dropDeputy(row: ContactRow, at: string): Promise<void> {
    await this.close(row.organisation)
    await sql`insert into actors.contact (id, organisation, person, email, phone, hours, reply_days, confirm_months, audience, origin, confirmed_on, named_on, recorded_at)
      select ${newId(at)}, organisation, person, email, phone, hours, reply_days, confirm_months, audience, 'handedOver', confirmed_on, named_on, clock.now()
        from actors.contact where id = ${row.id}`.execute(db)
  },
})
