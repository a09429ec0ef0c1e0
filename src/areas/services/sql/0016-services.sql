-- Angebote: what people can make use of. The organisation that provides it answers for it; a measure may have led to it.
create schema services;
grant usage on schema services to {{app}}, {{worker}}, {{backup}};

create table services.service (
  id           uuid primary key references kit.object,
  category     text not null check (category in ('dayCare', 'outpatientCare', 'residentialCare', 'counselling', 'debtCounselling', 'housing', 'youth', 'family',
                                                 'integration', 'inclusion', 'meetingPlace', 'other')),
  description  text not null default '',
  target_group text not null check (btrim(target_group) <> ''),
  area         uuid references kit.object,
  area_name    text check (btrim(area_name) <> ''),
  address      text not null default '',
  capacity     integer check (capacity > 0),
  capacity_unit text not null default '',
  opening      text not null default '',
  contact      text not null default '',
  status       text not null default 'planned' check (status in ('planned', 'open', 'closed')),
  from_day     date,
  until_day    date check (until_day > from_day),
  answers      uuid references kit.object,
  check (area is not null or area_name is not null),
  check (status = 'planned' or from_day is not null),
  check (status <> 'closed' or until_day is not null)
);
comment on column services.service.until_day is 'The first day on which it is no longer there (half-open).';
comment on column services.service.answers is 'The measure that it carries out.';
comment on column services.service.area_name is 'Where no area of the land fits: a district or a catchment, in words.';
create index service_area on services.service (area);
create index service_answers on services.service (answers);

-- An opened service does not return to being planned: what happened stays.
create function services.guard_service() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.id <> old.id or (old.status = 'open' and new.status = 'planned') or (old.status = 'closed' and new.status <> 'closed') then
    raise exception 'what was opened or closed stays so' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger service_guard before update on services.service for each row execute function services.guard_service();

alter table services.service enable row level security;
alter table services.service force row level security;
create policy service_owner on services.service to {{owner}} using (true) with check (true);
create policy service_worker on services.service for select to {{worker}} using (true);
grant select, insert, update on services.service to {{app}};
grant select on services.service to {{worker}}, {{backup}};
create policy service_see on services.service for select to {{app}} using (exists (select from kit.object o where o.id = service.id));
create policy service_make on services.service for insert to {{app}}
  with check (exists (select from kit.object o where o.id = service.id and o.kind = 'service' and o.owner = (select (access.actor()).organisation)
    and access.changes(o.owner, o.body, o.author, o.audience, (select access.actor())) and access.holds((select access.actor()), '{admin,head,planner,staff}', o.owner))
    and (answers is null or exists (select from kit.object m where m.id = answers and m.kind = 'measure'))
    and (area is null or exists (select from kit.object a where a.id = area and a.kind = 'area')));
create policy service_change on services.service for update to {{app}}
  using (exists (select from kit.object o where o.id = service.id and access.changes(o.owner, o.body, o.author, o.audience, (select access.actor()))
    and access.holds((select access.actor()), '{admin,head,planner,staff}', o.owner)))
  with check (exists (select from kit.object o where o.id = service.id and access.changes(o.owner, o.body, o.author, o.audience, (select access.actor())))
    and (answers is null or exists (select from kit.object m where m.id = answers and m.kind = 'measure'))
    and (area is null or exists (select from kit.object a where a.id = area and a.kind = 'area')));
