// Functions that read long lists past row-level security, each asking the one decision itself: for everybody they give what the policies give, no row
// more and no row less. Written by hand.
import type { FunctionMatrix, SqlCase } from '../shapes.ts'
import { home, sent } from './groups.ts'

type Ids = Readonly<Record<string, string>>
const inTheBody = `${home} ${sent}`
const one = (on: string, text: (id: Ids) => string, expect: SqlCase['expect']): SqlCase => ({
  on,
  expect,
  sql: (w) => text(w.id),
})
/** Rows of one of the two that the other does not have. */
const differ = (on: string, quick: (id: Ids) => string, slow: (id: Ids) => string): SqlCase =>
  one(
    on,
    (id) =>
      `with quick as (${quick(id)}), slow as (${slow(id)}) (select * from quick except select * from slow) union all (select * from slow except select * from quick)`,
    { none: 'rest' },
  )
const bodies = (id: Ids) => `array['${id.body}', '${id.otherBody}', '${id.shownBody}']::uuid[]`
const organisations = (id: Ids) => `array['${id.county}', '${id.body}', '${id.otherBody}']::uuid[]`
const unsettled = `select d.id, d.kind, o.title, d.debtor, o.body, d.due, d.state from duties.standing d join kit.object o on o.id = d.id and o.deleted_at is null where not d.settled`

export const quickFunctions: FunctionMatrix = {
  'duties.waiting': [
    one(
      'of the body',
      (id) => `select from duties.waiting(null, null, array['${id.body}']::uuid[]) where id = '${id.dutyReport}'`,
      { allowed: inTheBody, none: 'rest' },
    ),
    one(
      'of the county',
      (id) => `select from duties.waiting(array['${id.county}']::uuid[], null, null) where id = '${id.dutyReport}'`,
      { allowed: inTheBody, none: 'rest' },
    ),
    differ(
      'in all bodies',
      (id) => `select * from duties.waiting(null, null, ${bodies(id)})`,
      (id) => `${unsettled} and o.body = any (${bodies(id)})`,
    ),
    differ(
      'of debtors and creditors',
      (id) => `select * from duties.waiting(${organisations(id)}, ${organisations(id)}, null)`,
      (id) => `${unsettled} and (d.debtor = any (${organisations(id)}) or d.creditor = any (${organisations(id)}))`,
    ),
  ],
  'cooperation.common_in': [
    one(
      'parties of the agreement in force',
      (id) =>
        `select from cooperation.common_in(${bodies(id)}) c where exists (select from kit.object o where o.id = '${id.agreementInForce}' and o.body = c.body) and cardinality(c.parties) > 0`,
      { allowed: `${inTheBody} member stranger`, none: 'rest' },
    ),
    differ(
      'all bodies',
      (id) =>
        `select c.body, array(select unnest(members) order by 1) as members, array(select unnest(parties) order by 1) as parties, array(select unnest(deliver) order by 1) as deliver from cooperation.common_in(${bodies(id)}) c`,
      (id) => `select b.id,
        array(select distinct s.organisation from cooperation.seat s where s.body = b.id and s.superseded_at is null and s.valid_from <= clock.today()
          and (s.valid_until is null or clock.today() < s.valid_until) order by 1),
        array(select distinct p.organisation from kit.object o cross join lateral cooperation.in_force(o.id) f join cooperation.party p on p.agreement = o.id and p.edition = f.edition
          where o.kind = 'agreement' and o.deleted_at is null and o.body = b.id order by 1),
        array(select distinct d.debtor from duties.duty d where d.creditor = b.id and d.kind = 'deliver' and d.done_on >= clock.today() - 365 order by 1)
        from kit.object b where b.id = any (${bodies(id)})`,
    ),
  ],
  'cooperation.members_in': [
    one(
      'the county has a seat',
      (id) =>
        `select from cooperation.members_in(array['${id.body}']::uuid[]) c where '${id.county}' = any (c.members)`,
      { allowed: `${inTheBody} member stranger elsewhere`, none: 'rest' },
    ),
    differ(
      'all bodies',
      (id) =>
        `select c.body, array(select unnest(members) order by 1) as members from cooperation.members_in(${bodies(id)}) c`,
      (id) => `select b.id,
        array(select distinct s.organisation from cooperation.seat s where s.body = b.id and s.superseded_at is null and s.valid_from <= clock.today()
          and (s.valid_until is null or clock.today() < s.valid_until) order by 1)
        from kit.object b where b.id = any (${bodies(id)})`,
    ),
  ],
  'cooperation.owed_in': [
    one(
      'by the county',
      (id) => `select from cooperation.owed_in(array['${id.body}']::uuid[]) where organisation = '${id.county}'`,
      { allowed: inTheBody, none: 'rest' },
    ),
    differ(
      'in all bodies',
      (id) => `select * from cooperation.owed_in(${bodies(id)})`,
      (
        id,
      ) => `select d.debtor, count(*)::integer from duties.duty d join kit.object o on o.id = d.id where d.waived_on is null and d.due > clock.today() - 365
        and d.due <= clock.today() + 365 and o.body = any (${bodies(id)}) and o.deleted_at is null and d.debtor <> o.body group by d.debtor`,
    ),
  ],
}
