-- No agreement is offered without a day on which it is reviewed; and what a released review says about the next one holds.
alter table cooperation.agreement add constraint agreement_review_check check (sign_by is null or review_on is not null) not valid;

-- When an edition is to be reviewed next, and when it was reviewed last: as the latest review of it says that the chairs have released, otherwise as the edition says.
create function cooperation.review_on(p_agreement uuid, p_edition integer, p_since date) returns table (day date, reviewed date)
  language sql stable set search_path = ''
begin atomic
  select coalesce(r.day, (e.content->>'reviewOn')::date), case when r.day is not null then r.until end
    from kit.edition e left join lateral (
      select (x.content->>'nextOn')::date as day, (x.content->>'until')::date as until from kit.object o join kit.edition x on x.object = o.id
       where o.kind = 'agreementReview' and o.body = (select a.body from kit.object a where a.id = p_agreement) and o.deleted_at is null
         and x.content->>'agreement' = p_agreement::text and (x.content->>'until')::date >= p_since and cooperation.is_released(o.id, x.number)
       order by x.content->>'until' desc, x.at desc limit 1) r on true
   where e.object = p_agreement and e.number = p_edition;
end;
-- From each figure that a clause asks for: how often it came, and what it led to in these days. Who delivered what stays with its deliverer; counted is
-- only what whoever asks may see.
create function cooperation.figure_uses(p_agreement uuid, p_edition integer, p_from date, p_until date)
    returns table (asked_for uuid, came integer, needs integer, decisions integer, measures integer)
  language plpgsql stable security definer set search_path = '' as $$
declare a access.actor := access.actor();
begin
  if not exists (select from kit.object o where o.id = p_agreement and access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, a)) then return; end if;
  return query
  with recursive asked as (select distinct (c.duty->>'indicator')::uuid as indicator from cooperation.clause c
      where c.agreement = p_agreement and c.edition = p_edition and c.duty ? 'indicator'),
    given as (select distinct q.indicator, f.object from asked q join duties.duty d on d.because = p_agreement and d.subject = q.indicator
        join duties.evidence v on v.duty = d.id join duties.fact f on f.id = v.fact where f.day between p_from and p_until),
    ahead as (
      select s.indicator, l.target, 1 as depth from (select g.indicator, g.object from given g union select q.indicator, q.indicator from asked q) s
        join trail.link l on l.source = s.object and l.withdrawn_at is null and l.kind <> 'setAside' and (l.at at time zone 'Europe/Berlin')::date between p_from and p_until
      union select h.indicator, l.target, h.depth + 1 from ahead h join trail.link l on l.source = h.target and l.withdrawn_at is null and l.kind <> 'setAside' where h.depth < 6),
    seen as (select distinct h.indicator, o.id, o.kind from ahead h join kit.object o on o.id = h.target
        where access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, a))
  select q.indicator, (select count(*)::integer from given g where g.indicator = q.indicator),
      (select count(*)::integer from seen n where n.indicator = q.indicator and n.kind = 'need'),
      (select count(*)::integer from seen n where n.indicator = q.indicator and n.kind = 'decision'),
      (select count(*)::integer from seen n where n.indicator = q.indicator and n.kind = 'measure')
    from asked q;
end $$;
revoke all on function cooperation.figure_uses(uuid, integer, date, date) from public;
grant execute on function cooperation.figure_uses(uuid, integer, date, date) to {{app}};
revoke all on function cooperation.review_on(uuid, integer, date) from public;
grant execute on function cooperation.review_on(uuid, integer, date) to {{app}}, {{worker}};
