-- The decision on visibility is asked once for each row that is read, some thousand times for a list. Setting a path and taking it back costs more
-- than the decision itself. These three are nobody's elevation (they run with the rights of who asks and read no table), and no login can make an
-- operator, a function or a type that they might find instead of the server's own: it may create nothing, not even for its session (a test holds
-- that). Every connection of the house has an empty path anyway, so that what is planned once stays planned.
alter function access.sees(text, uuid, uuid, uuid[], timestamptz, text, access.actor) reset search_path;
alter function access.holds(access.actor, text[], uuid) reset search_path;
alter function access.changes(uuid, uuid, uuid, text, access.actor) reset search_path;

-- The state of a duty, in the same words: without a path of its own it is part of the query that asks for it instead of a call for each row. Its
-- parts are bound when it is made, so nothing can come between. The day is named once: before, within or after the days in which it is to be done.
create or replace function duties.state(p_opens date, p_due date, p_needed integer, p_have bigint, p_done_on date, p_waived_on date, p_today date) returns text
  language sql immutable
  return case when p_waived_on is not null then 'waived'
              when p_have >= p_needed then case when p_done_on <= p_due then 'done' else 'doneLate' end
              else (array['notYet', 'open', 'overdue'])[1 + width_bucket(p_today, array[p_opens, p_due + 1])] end;

-- As before; the day is asked once and not for each row.
create or replace view duties.standing with (security_invoker = true) as
  select d.*, coalesce(p.planned, 0) as planned,
         case when d.withdrawn_on is not null then 'withdrawn'
              else case s.state when 'overdue' then case when d.reasoned_on is not null then 'reasoned' when d.strength = 'usual' then 'missed' else 'overdue' end
                                when 'open' then case when d.reasoned_on is not null then 'reasoned' else 'open' end
                                else s.state end end as state
    from duties.duty d
    left join lateral (
      select count(*) as planned from (
        select distinct on (f.object) f.kind, f.about from duties.fact f join kit.object o on o.id = f.object and o.deleted_at is null
         where d.foresees is not null and not d.settled and f.organisation = d.debtor and f.kind like d.foresees || '.%' order by f.object, f.at desc, f.entry desc nulls last) w
       where w.kind in (d.foresees || '.planned', d.foresees || '.moved', d.foresees || '.invited')
         and w.about >= clock.today() and w.about >= d.period_from and w.about < d.period_until) p on d.foresees is not null and not d.settled
    cross join lateral (select duties.state(d.opens, d.due, d.needed, d.have, d.done_on, d.waived_on, (select clock.today())) as state) s;

-- What is not settled: of these debtors, of these creditors, or in these bodies; only what the actor sees, by the one decision, asked once for each
-- duty. Behind row-level security the same question reads every object of the house, because no condition may go before a policy. Each row is looked up
-- by its key (`offset 0`): however the numbers of the day are guessed, nobody's list reads the duties of everybody.
create function duties.waiting(p_debtors uuid[], p_creditors uuid[], p_bodies uuid[])
  returns table (id uuid, kind text, title text, debtor uuid, body uuid, due date, state text)
  language plpgsql stable security definer set search_path = '' as $$
declare a access.actor := access.actor();
begin
  return query
  select d.id, d.kind, o.title, d.debtor, o.body, d.due, d.state
    from (select x.id from duties.duty x where x.debtor = any (p_debtors) and not x.settled
          union select x.id from duties.duty x where x.creditor = any (p_creditors) and not x.settled
          union select x.id from kit.object y cross join lateral (select z.id from duties.duty z where z.id = y.id and not z.settled offset 0) x
                 where y.body = any (p_bodies) and y.kind = 'duty') c
    cross join lateral (select s.* from duties.standing s where s.id = c.id offset 0) d
    cross join lateral (select z.* from kit.object z where z.id = c.id offset 0) o
   where o.deleted_at is null and access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, o.purpose, a);
end $$;
revoke all on function duties.waiting(uuid[], uuid[], uuid[]) from public;
grant execute on function duties.waiting(uuid[], uuid[], uuid[]) to {{app}};
