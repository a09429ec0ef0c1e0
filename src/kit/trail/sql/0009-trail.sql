-- Datenspur: typed links between objects, in the direction of time: what the source led to. Asked both ways.
create schema trail;
grant usage on schema trail to {{app}}, {{worker}}, {{backup}};

create table trail.link (
  id             uuid primary key,
  kind           text not null check (kind in ('derivedFrom', 'evidenceFor', 'discussedIn', 'decidedIn', 'ledTo', 'answeredBy', 'setAside')),
  source         uuid not null references kit.object,
  source_edition integer,
  target         uuid not null references kit.object,
  target_edition integer,
  at             timestamptz not null,
  person         uuid references kit.object,
  organisation   uuid references kit.object,
  mandate        uuid references access.mandate,
  reason         text,
  withdrawn_at   timestamptz,
  check (source <> target),
  check (kind <> 'setAside' or btrim(reason) <> ''),
  foreign key (source, source_edition) references kit.edition (object, number),
  foreign key (target, target_edition) references kit.edition (object, number)
);
create unique index link_once on trail.link (kind, source, target, coalesce(source_edition, 0), coalesce(target_edition, 0)) where withdrawn_at is null;
create index link_source on trail.link (source) where withdrawn_at is null;
create index link_target on trail.link (target) where withdrawn_at is null;

alter table trail.link enable row level security;
alter table trail.link force row level security;
create policy link_owner on trail.link to {{owner}} using (true) with check (true);
create policy link_worker on trail.link for select to {{worker}} using (true);
grant select, insert on trail.link to {{app}};
grant update (withdrawn_at) on trail.link to {{app}};
grant select on trail.link to {{worker}};
create policy link_see on trail.link for select to {{app}}
  using (exists (select from kit.object o where o.id = source) and exists (select from kit.object o where o.id = target));
-- Whoever links must see both ends and may change the later one: nobody writes into another's past.
create policy link_make on trail.link for insert to {{app}}
  with check (person = (select (access.actor()).person) and organisation = (select (access.actor()).organisation) and at = (select (access.actor()).at) and withdrawn_at is null
    and (mandate is null or mandate = any ((select (access.actor()).mandates)::uuid[]))
    and exists (select from kit.object o where o.id = source)
    and exists (select from kit.object o where o.id = target and access.changes(o.owner, o.body, o.author, o.audience, (select access.actor()))));
create policy link_withdraw on trail.link for update to {{app}}
  using (exists (select from kit.object o where o.id = target and access.changes(o.owner, o.body, o.author, o.audience, (select access.actor()))))
  with check (withdrawn_at = (select (access.actor()).at)
    and exists (select from kit.object o where o.id = target and access.changes(o.owner, o.body, o.author, o.audience, (select access.actor()))));

-- All that hangs together with an object, both ways, up to a depth. What the actor may not see shows only that a step exists and whom to ask.
create function trail.walk(p_start uuid, p_depth integer) returns table (
    link uuid, link_kind text, source uuid, target uuid, source_edition integer, target_edition integer, at timestamptz,
    person uuid, organisation uuid, mandate uuid, reason text, forwards boolean, depth integer)
  language plpgsql stable rows 40 security definer set search_path = '' as $$
declare a access.actor := access.actor();
begin
  if not exists (select from kit.object o where o.id = p_start and access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, a)) then return; end if;
  return query
  with recursive ahead as (
      select l.*, 1 as d from trail.link l where l.source = p_start and l.withdrawn_at is null
      union select l.*, h.d + 1 from ahead h join trail.link l on l.source = h.target and l.withdrawn_at is null where h.d < least(p_depth, 12)),
    behind as (
      select l.*, 1 as d from trail.link l where l.target = p_start and l.withdrawn_at is null
      union select l.*, h.d + 1 from behind h join trail.link l on l.target = h.source and l.withdrawn_at is null where h.d < least(p_depth, 12))
  select x.id, x.kind, x.source, x.target, x.source_edition, x.target_edition, x.at,
         case when v.seen then x.person end, case when v.seen then x.organisation end, case when v.seen then x.mandate end,
         case when v.seen then x.reason end, x.fw, min(x.d)
    from (select *, true as fw from ahead union all select *, false from behind) x
    cross join lateral (select bool_and(access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, a)) as seen
                          from kit.object o where o.id in (x.source, x.target)) v
   group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12;
end $$;

-- The stations of the same walk: the title only where it may be seen; otherwise the owner to ask.
create function trail.stations(p_start uuid, p_depth integer) returns table (
    id uuid, kind text, title text, owner uuid, owner_title text, body uuid, created timestamptz, invented boolean, visible boolean)
  language plpgsql stable security definer set search_path = '' as $$
declare a access.actor := access.actor();
begin
  return query
  select o.id, case when v.seen then o.kind end, case when v.seen then o.title end, o.owner, w.title, case when v.seen then o.body end,
         case when v.seen then o.created end, case when v.seen then o.invented end, v.seen
    from (select p_start as n union select k.source from trail.walk(p_start, p_depth) k union select k.target from trail.walk(p_start, p_depth) k) s
    join kit.object o on o.id = s.n left join kit.object w on w.id = o.owner
    cross join lateral (select access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, a) as seen) v
   where v.seen or s.n <> p_start;
end $$;
revoke all on function trail.walk(uuid, integer), trail.stations(uuid, integer) from public;
grant execute on function trail.walk(uuid, integer), trail.stations(uuid, integer) to {{app}};

-- Does anything rest on it, seen by the actor or not? Then it stays: neither links nor facts nor duties lose an end.
create function trail.rests_on(p_object uuid) returns boolean
  language sql stable security definer set search_path = ''
  return not exists (select from kit.object o where o.id = p_object and access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, access.actor()))
      or exists (select from trail.link l where (l.source = p_object or l.target = p_object) and l.withdrawn_at is null)
      or exists (select from duties.fact f where f.object = p_object or f.subject = p_object)
      or exists (select from duties.duty d where d.subject = p_object or d.because = p_object)
      or exists (select from kit.object o where (o.owner = p_object or o.body = p_object) and o.id <> p_object);
revoke all on function trail.rests_on(uuid) from public;
grant execute on function trail.rests_on(uuid) to {{app}};
