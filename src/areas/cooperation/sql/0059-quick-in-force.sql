-- What is in force is asked for every agreement of every list. A function in SQL that is not part of its query is planned anew at every call, one in
-- PL/pgSQL once per connection: the same sentences as before, word for word, in the language that keeps its plans.
create or replace function cooperation.leaves_on(p_agreement uuid, p_edition integer, p_organisation uuid) returns date
  language plpgsql stable set search_path = '' as $$ begin return (
  select min(t.effective_on) from cooperation.termination t
    join cooperation.party p on p.agreement = t.agreement and p.edition = t.edition and p.organisation = t.organisation
   where t.agreement = p_agreement and t.organisation = p_organisation and t.taken_back_on is null
     and (p.signing = 'single' or t.second is not null or t.second_signatory is not null)
     and not exists (select from cooperation.signature s where s.agreement = p_agreement and s.edition = p_edition and s.organisation = p_organisation
                        and s.recorded_at > t.recorded_at)); end $$;

create or replace function cooperation.ends_on(p_agreement uuid, p_edition integer) returns date
  language plpgsql stable set search_path = '' as $$ begin return (
  select least(
    (select (e.content->>'endsOn')::date from kit.edition e where e.object = p_agreement and e.number = p_edition),
    case when exists (select from cooperation.termination t where t.agreement = p_agreement) then
      (select d.day from (select x.day, row_number() over (order by x.day nulls last) as place, count(*) over () as n
          from (select cooperation.leaves_on(p.agreement, p.edition, p.organisation) as day from cooperation.party p
                 where p.agreement = p_agreement and p.edition = p_edition) x) d
        where d.place = greatest(d.n - 1, 1))
    end)); end $$;

create or replace function cooperation.in_force_on(p_agreement uuid, p_day date) returns table (edition integer, since date, known_since timestamptz, until date)
  language plpgsql stable set search_path = '' as $$ begin return query
  select k.edition, k.since, k.known_since, k.until
    from (select x.edition, x.since, x.known_since, cooperation.ends_on(p_agreement, x.edition) as until
            from (select p.edition, max(s.day) as since, max(s.recorded_at) as known_since
                    from cooperation.party p
                    cross join lateral (select count(*) as n, max(y.day) as day, max(y.recorded_at) as recorded_at from cooperation.signature y
                                         where y.agreement = p.agreement and y.edition = p.edition and y.organisation = p.organisation) s
                   where p.agreement = p_agreement
                   group by p.edition having count(*) >= 2 and bool_and(s.n >= cooperation.needs_signatures(p.signing)) and max(s.day) <= p_day
                   order by p.edition desc limit 1) x) k
   where k.until is null or p_day < k.until; end $$;

create or replace function cooperation.in_force(p_agreement uuid) returns table (edition integer, since date, known_since timestamptz)
  language plpgsql stable set search_path = '' as $$ begin return query
  select f.edition, f.since, f.known_since from cooperation.in_force_on(p_agreement, clock.today()) f; end $$;

create or replace function cooperation.is_agreed(p_body uuid) returns boolean
  language plpgsql stable security definer set search_path = '' as $$ begin return
  exists (select from cooperation.working_group g where g.body = p_body) or exists (
    with own as materialized (select a.id from kit.object a where a.kind = 'agreement' and a.body = p_body and a.deleted_at is null)
    select from own cross join lateral cooperation.in_force(own.id) f); end $$;

create or replace function cooperation.agreed_on(p_body uuid, p_day date) returns table (agreement uuid, edition integer, since date, until date)
  language plpgsql stable security definer set search_path = '' as $$ begin return query
  select o.id, f.edition, f.since, f.until from kit.object o cross join lateral cooperation.in_force_on(o.id, p_day) f
   where o.kind = 'agreement' and o.body = p_body and o.deleted_at is null order by f.since, o.id; end $$;

create or replace function cooperation.constituted_by(p_body uuid, p_day date) returns table (kind text, document uuid, edition integer, day date)
  language plpgsql stable security definer set search_path = '' as $$ begin return query
  select x.kind, x.document, x.edition, x.day from (
      select 1 as place, case when c.file is null then 'edition' else 'file' end as kind, coalesce(c.file, c.object) as document, c.edition, c.day
        from cooperation.constitution c where c.body = p_body
      union all
      select 2, 'rules', r.object, r.edition, cooperation.adopted_on(r.body, r.edition) from cooperation.rules r where r.body = p_body
      union all
      select 3, 'mandate', g.mandate, g.edition, b.founded_on from cooperation.working_group g join cooperation.body b on b.id = g.body where g.body = p_body
      union all
      select 4, 'agreement', a.agreement, a.edition, a.since from cooperation.body b cross join lateral cooperation.agreed_on(b.id, p_day) a where b.id = p_body and b.keys = 1) x
   where x.day <= p_day order by x.place, x.day, x.edition limit 1; end $$;

-- Bound when it was made, so it needs no path; without one it is part of the query that asks.
alter function cooperation.needs_signatures(text) reset search_path;

-- What organisations have in common in these bodies, and what they owe there within two years around today: read whole for the network and the
-- directory. Only what the actor sees, by the one decision: asked once for each body and agreement and not again for each seat and party, and once for
-- duties that differ in nothing on which it rests.
create function cooperation.common_in(p_bodies uuid[]) returns table (body uuid, members uuid[], parties uuid[], deliver uuid[])
  language plpgsql stable security definer set search_path = '' as $$
declare a access.actor := access.actor(); today date := clock.today();
begin
  return query
  with agreed as materialized (
      select o.id, o.body, f.edition from kit.object o cross join lateral cooperation.in_force_on(o.id, today) f
       where o.kind = 'agreement' and o.body = any (p_bodies) and o.deleted_at is null and access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, o.purpose, a)),
    done as materialized (
      select d.creditor, d.debtor, o.audience, o.owner, o.author, o.readers, o.deleted_at, o.purpose from duties.duty d join kit.object o on o.id = d.id
       where d.creditor = any (p_bodies) and d.kind = 'deliver' and d.done_on >= today - 365 group by 1, 2, 3, 4, 5, 6, 7, 8),
    delivered as materialized (
      select o.creditor, array_agg(distinct o.debtor) as debtors from done o where access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, o.purpose, a) group by o.creditor)
  select b.id,
    coalesce((select array_agg(distinct s.organisation) from cooperation.seat s
      where s.body = b.id and s.superseded_at is null and s.valid_from <= today and (s.valid_until is null or today < s.valid_until)), '{}'),
    coalesce((select array_agg(distinct p.organisation) from agreed g join cooperation.party p on p.agreement = g.id and p.edition = g.edition where g.body = b.id), '{}'),
    coalesce((select g.debtors from delivered g where g.creditor = b.id), '{}')
    from kit.object b where b.id = any (p_bodies) and b.kind = 'body' and access.sees(b.audience, b.owner, b.author, b.readers, b.deleted_at, b.purpose, a);
end $$;

create function cooperation.owed_in(p_bodies uuid[]) returns table (organisation uuid, duties integer)
  language plpgsql stable security definer set search_path = '' as $$
declare a access.actor := access.actor(); today date := clock.today();
begin
  return query
  select o.debtor, sum(o.n)::integer
    from (select d.debtor, o.audience, o.owner, o.author, o.readers, o.deleted_at, o.purpose, count(*) as n from duties.duty d join kit.object o on o.id = d.id
           where d.waived_on is null and d.due > today - 365 and d.due <= today + 365 and d.debtor <> o.body and o.body = any (p_bodies) and o.deleted_at is null
           group by 1, 2, 3, 4, 5, 6, 7 offset 0) o
   where access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, o.purpose, a) group by o.debtor;
end $$;
revoke all on function cooperation.common_in(uuid[]), cooperation.owed_in(uuid[]) from public;
grant execute on function cooperation.common_in(uuid[]), cooperation.owed_in(uuid[]) to {{app}};
