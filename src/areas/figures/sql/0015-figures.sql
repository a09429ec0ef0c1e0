-- Figures: areas of the land, indicators with their breaks, official tables, observations that only grow, and what organisations deliver.
-- Everything official is published by its source and public; a delivered value is exactly as visible as its delivery.
create schema figures;
grant usage on schema figures to {{app}}, {{worker}}, {{backup}};

create table figures.official_table (
  id          uuid primary key references kit.object,
  number      integer generated always as identity unique,
  code text not null check (btrim(code) <> ''), format text not null check (format in ('register', 'genesis-csv', 'genesis-flat')),
  statistic   text not null,
  source      text not null check (btrim(source) <> ''), licence text, attribution text not null check (btrim(attribution) <> ''),
  printed_on date, read_on date not null, file_name text not null,
  sha256      bytea not null unique check (length(sha256) = 32),
  footnotes   text[] not null default '{}',
  summary     jsonb not null,
  published   boolean not null check (published)
);
comment on table figures.official_table is 'One imported file of a statistical office. The same file twice is one (sha256).';
comment on column figures.official_table.published is 'Only what its source has published is imported here; releasing unpublished figures is the gate''s business.';
create index official_table_statistic on figures.official_table (statistic);
create table figures.area (
  id     uuid primary key references kit.object,
  number integer generated always as identity unique
);
comment on table figures.area is 'A part of the land. Keys, names and size hold from day to day and stand in area_state.';
create table figures.area_state (
  area          integer not null references figures.area (number),
  key           text not null check (key ~ '^(DG|[0-9]{2}|[0-9]{3}|[0-9]{5}|[0-9]{8})$'),
  ars           text check (ars ~ '^[0-9]{2,12}$'),
  name          text not null check (btrim(name) <> ''),
  kind          text not null check (kind in ('country', 'state', 'district', 'county', 'city', 'municipality', 'unincorporated')),
  parent        integer references figures.area (number),
  population integer check (population >= 0), population_on date,
  area_km2      numeric check (area_km2 >= 0),
  lon double precision, lat double precision,
  known_on      date not null,
  valid_from date, valid_until date check (valid_until > valid_from),
  source        integer not null references figures.official_table (number),
  recorded_at timestamptz not null, superseded_at timestamptz
);
comment on column figures.area_state.kind is 'city is a county-free city: county and municipality in one.';
comment on column figures.area_state.valid_from is 'Null: since before the earliest register that was read.';
comment on column figures.area_state.known_on is 'The day for which the register says so (Gebietsstand).';
create unique index area_state_key on figures.area_state (key) where superseded_at is null and valid_until is null;
create unique index area_state_area on figures.area_state (area) where superseded_at is null and valid_until is null;
create index area_state_kind on figures.area_state (kind) where superseded_at is null;
create index area_state_past on figures.area_state (key) where superseded_at is null;
create index area_state_parent on figures.area_state (parent) where superseded_at is null;
create table figures.indicator (
  id          uuid primary key references kit.object,
  number      integer generated always as identity unique,
  code        text not null unique check (code ~ '^[A-Za-z0-9][A-Za-z0-9./-]*$'),
  statistic text, measure text,
  definition  text not null check (btrim(definition) <> ''),
  unit        text not null check (btrim(unit) <> ''),
  numerator text, denominator text, inclusion text, exclusion text,
  source text not null, legal_basis text,
  direction   text not null check (direction in ('more', 'less', 'neutral')),
  additive boolean not null, timing text not null check (timing in ('day', 'span')),
  decimals    smallint not null default 0 check (decimals between 0 and 6),
  held_by_counties boolean not null default false,
  edition     integer not null default 1 check (edition > 0)
);
comment on column figures.indicator.additive is 'May values of areas be added up? Counts may, rates and means may not.';
comment on column figures.indicator.timing is 'A count on a day, or over a span of time.';
comment on column figures.indicator.held_by_counties is 'A figure that only a county has: no official table carries it, so it is owed and delivered.';
create table figures.basis (
  number    smallint generated always as identity primary key,
  code text not null unique, statistic text not null, label text not null,
  from_day date not null, until_day date
);
comment on table figures.basis is 'What values rest on (census, legal definition). Values of two bases are never compared.';
create table figures.break (
  id        uuid primary key,
  statistic text not null,
  measures  text[] not null check (cardinality(measures) > 0),
  from_day  date not null,
  kind      text not null check (kind in ('basis', 'definition', 'end')),
  before text references figures.basis (code), after text references figures.basis (code),
  what text not null, exception text, source text not null,
  unique (statistic, from_day, kind, measures)
);
comment on column figures.break.measures is 'Codes of the measures concerned; * for all of the statistic.';
comment on column figures.break.kind is 'end: from here on the measure is no longer collected, and a "-" in the table is not a zero.';
create table figures.cut (
  number integer generated always as identity primary key,
  key text not null unique, dims jsonb not null, label text not null
);
comment on table figures.cut is 'A combination of dimensions (Geschlecht, Alter …) by the codes of the offices; the empty key is the total.';
create table figures.delivery (
  id           uuid primary key references kit.object,
  kind         text not null check (kind in ('figure', 'confirmation', 'comment')),
  organisation uuid not null references kit.object,
  indicator uuid not null references figures.indicator, area uuid not null references figures.area,
  from_day date not null, until_day date not null check (until_day > from_day),
  value numeric, mark text check (mark in ('nil', 'unknown', 'unreliable', 'later', 'meaningless')),
  comment text, official integer references figures.official_table (number), duty uuid references kit.object,
  edition      integer not null default 1 check (edition > 0),
  check (value is null or mark is null),
  check (kind <> 'figure' or (value is null) <> (mark is null)),
  check (kind <> 'figure' or official is null),
  check (kind <> 'confirmation' or official is not null),
  check (kind <> 'comment' or btrim(comment) <> '')
);
create unique index delivery_once on figures.delivery (organisation, indicator, area, from_day, until_day, (kind = 'figure'));
create index delivery_indicator on figures.delivery (indicator, from_day);
create index delivery_duty on figures.delivery (duty) where duty is not null;
comment on table figures.delivery is 'A figure that an organisation hands over, or its confirmation or comment of an official value. Earlier contents are editions.';
create table figures.answer (
  id            uuid primary key,
  delivery      uuid not null references figures.delivery,
  organisation uuid not null references kit.object, person uuid not null references kit.object,
  verdict       text not null check (verdict in ('used', 'notYet', 'notUsed')),
  text text not null check (btrim(text) <> ''), at timestamptz not null
);
create index answer_delivery on figures.answer (delivery, at);
comment on table figures.answer is 'What became of a delivery, as those say who asked for it.';
create table figures.observation (
  indicator integer not null, cut integer not null, area integer not null,
  from_day date not null, until_day date not null check (until_day > from_day),
  basis smallint, value numeric,
  mark          text check (mark in ('nil', 'unknown', 'unreliable', 'later', 'meaningless')),
  quality text, official integer, delivery uuid references figures.delivery,
  recorded_at timestamptz not null, superseded_at timestamptz,
  check ((value is null) <> (mark is null)),
  check ((official is null) <> (delivery is null))
);
comment on table figures.observation is 'Append-only: a correction closes the old row. indicator, cut, area, basis and official are the numbers of those tables; a trigger holds them per statement, because four foreign keys per row would halve the speed of an import.';
-- One current statement per source kind; also the way a map slice is read.
create unique index observation_official on figures.observation (indicator, cut, from_day, until_day, area, basis) nulls not distinct
  where superseded_at is null and delivery is null;
create unique index observation_delivered on figures.observation (indicator, cut, from_day, until_day, area, delivery) where superseded_at is null and delivery is not null;
create index observation_area on figures.observation (indicator, area, cut, from_day);
create index observation_past on figures.observation (indicator, cut, from_day) where superseded_at is not null;
create index observation_delivery on figures.observation (delivery) where delivery is not null;
create table figures.slice (
  official  integer not null references figures.official_table (number),
  indicator integer not null references figures.indicator (number),
  cut       integer not null references figures.cut (number),
  from_day date not null, until_day date not null,
  basis     smallint references figures.basis (number),
  level     text not null check (level in ('above', 'county', 'municipality')),
  statements integer not null check (statements > 0)
);
create index slice_indicator on figures.slice (indicator, cut, from_day);
create index slice_official on figures.slice (official);
comment on table figures.slice is 'Which table holds what of an indicator, counted at import, so that nobody counts millions of rows for a list of years.';
create table figures.import_draft (
  id           uuid primary key,
  person uuid not null references kit.object, organisation uuid not null references kit.object,
  file_name    text not null,
  sha256       bytea not null check (length(sha256) = 32),
  bytes bytea not null, preview jsonb not null, created timestamptz not null
);
create index import_draft_person on figures.import_draft (person);
comment on table figures.import_draft is 'A file that was read and shown, not yet written. Goes after a week.';
create function figures.check_observations() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from (select distinct indicator from new_rows) n where not exists (select from figures.indicator x where x.number = n.indicator))
     or exists (select from (select distinct cut from new_rows) n where not exists (select from figures.cut x where x.number = n.cut))
     or exists (select from (select distinct area from new_rows) n where not exists (select from figures.area x where x.number = n.area))
     or exists (select from (select distinct basis from new_rows where basis is not null) n where not exists (select from figures.basis x where x.number = n.basis))
     or exists (select from (select distinct official from new_rows where official is not null) n where not exists (select from figures.official_table x where x.number = n.official)) then
    raise exception 'an observation names something that does not exist' using errcode = 'NA400';
  end if;
  return null;
end $$;
create trigger observation_refers after insert on figures.observation referencing new table as new_rows for each statement execute function figures.check_observations();
create function figures.guard_observation() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.superseded_at is not null or new.superseded_at is null
     or (new.indicator, new.cut, new.area, new.from_day, new.until_day, new.recorded_at) is distinct from (old.indicator, old.cut, old.area, old.from_day, old.until_day, old.recorded_at)
     or (new.basis, new.value, new.mark, new.quality, new.official, new.delivery) is distinct from (old.basis, old.value, old.mark, old.quality, old.official, old.delivery) then
    raise exception 'an observation is closed and replaced, not rewritten' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger observation_guard before update on figures.observation for each row execute function figures.guard_observation();
create function figures.guard_area_state() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.superseded_at is not null or new.superseded_at is null
     or to_jsonb(new) - 'superseded_at' is distinct from to_jsonb(old) - 'superseded_at' then
    raise exception 'what held of an area is closed and replaced, not rewritten' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger area_state_guard before update on figures.area_state for each row execute function figures.guard_area_state();
-- What everybody builds on does not vanish: an official statement, and what held of an area, is closed only by its successor.
create function figures.guard_successor() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_table_name = 'observation' then
    if not exists (select from figures.observation o where o.indicator = new.indicator and o.cut = new.cut and o.area = new.area and o.from_day = new.from_day and o.until_day = new.until_day
                      and o.basis is not distinct from new.basis and o.delivery is null and o.superseded_at is null) then
      raise exception 'an official statement is closed by its successor' using errcode = 'NA403';
    end if;
  elsif not exists (select from figures.area_state s where s.area = new.area and s.superseded_at is null) then
    raise exception 'what held of an area is closed by its successor' using errcode = 'NA403';
  end if;
  return null;
end $$;
create constraint trigger observation_successor after update on figures.observation deferrable initially deferred for each row when (new.delivery is null) execute function figures.guard_successor();
create constraint trigger area_state_successor after update on figures.area_state deferrable initially deferred for each row execute function figures.guard_successor();
-- The address of a delivery does not move; its content changes with a new edition only.
create function figures.guard_delivery() returns trigger language plpgsql set search_path = '' as $$
begin
  if (new.id, new.organisation, new.indicator, new.area, new.from_day, new.until_day) is distinct from (old.id, old.organisation, old.indicator, old.area, old.from_day, old.until_day)
     or (new.kind = 'figure') <> (old.kind = 'figure') or new.duty is distinct from old.duty or new.edition <> old.edition + 1 then
    raise exception 'a delivery is corrected with a new edition' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger delivery_guard before update on figures.delivery for each row execute function figures.guard_delivery();
do $$
declare t text;
begin
  foreach t in array array['official_table', 'area', 'area_state', 'indicator', 'basis', 'break', 'cut', 'delivery', 'answer', 'observation', 'slice', 'import_draft'] loop
    execute format('alter table figures.%I enable row level security', t);
    execute format('alter table figures.%I force row level security', t);
    execute format('create policy %I on figures.%I to {{owner}} using (true) with check (true)', t || '_owner', t);
    execute format('grant select, insert on figures.%I to {{app}}', t);
    execute format('grant select on figures.%I to {{backup}}', t);
  end loop;
  foreach t in array array['official_table', 'area', 'area_state', 'indicator', 'delivery', 'answer'] loop
    execute format('create policy %I on figures.%I for select to {{worker}} using (true)', t || '_worker', t);
    execute format('grant select on figures.%I to {{worker}}', t);
  end loop;
end $$;
grant update (superseded_at) on figures.observation, figures.area_state to {{app}};
grant update (code, definition, unit, numerator, denominator, inclusion, exclusion, source, legal_basis, direction, edition) on figures.indicator to {{app}};
grant update (kind, value, mark, comment, official, edition) on figures.delivery to {{app}};
grant delete on figures.import_draft to {{app}}, {{worker}};
grant select (id, created) on figures.import_draft to {{worker}};
create policy import_draft_worker on figures.import_draft to {{worker}} using (true);
-- Official figures are common property: whoever plans, for whatever organisation, may read a file in, and all others build on it.
create function figures.may_import(a access.actor) returns boolean language sql immutable set search_path = ''
  return access.holds(a, '{planner}', a.organisation);
revoke all on function figures.may_import(access.actor) from public;
grant execute on function figures.may_import(access.actor) to {{app}};
-- (select true …) instead of exists: it is always looked up by key, and never by reading all objects of the house first.
create policy official_table_see on figures.official_table for select to {{app}} using ((select true from kit.object o where o.id = official_table.id));
create policy official_table_make on figures.official_table for insert to {{app}} with check (figures.may_import((select access.actor()))
  and exists (select from kit.object o where o.id = official_table.id and o.kind = 'officialTable' and o.owner = (select (access.actor()).organisation) and o.audience = 'public'));
create policy area_see on figures.area for select to {{app}} using (exists (select from kit.object o where o.id = area.id));
create policy area_make on figures.area for insert to {{app}} with check (figures.may_import((select access.actor()))
  and exists (select from kit.object o where o.id = area.id and o.kind = 'area' and o.owner = (select (access.actor()).organisation)));
-- Keys and names of the land are public knowledge.
create policy area_state_see on figures.area_state for select to {{app}} using (true);
create policy area_state_make on figures.area_state for insert to {{app}} with check (figures.may_import((select access.actor())) and recorded_at = (select clock.now()) and superseded_at is null);
create policy area_state_close on figures.area_state for update to {{app}} using (figures.may_import((select access.actor()))) with check (superseded_at = (select clock.now()));
create policy indicator_see on figures.indicator for select to {{app}} using ((select true from kit.object o where o.id = indicator.id));
create policy indicator_make on figures.indicator for insert to {{app}} with check (edition = 1
  and exists (select from kit.object o where o.id = indicator.id and o.kind = 'indicator' and access.changes(o.owner, o.body, o.author, o.audience, (select access.actor()))
    and access.holds((select access.actor()), '{admin,head,planner}', o.owner)));
create policy indicator_change on figures.indicator for update to {{app}}
  using (exists (select from kit.object o where o.id = indicator.id and access.changes(o.owner, o.body, o.author, o.audience, (select access.actor()))
    and access.holds((select access.actor()), '{admin,head,planner}', o.owner)))
  with check (exists (select from kit.object o where o.id = indicator.id and access.holds((select access.actor()), '{admin,head,planner}', o.owner)));
-- What a statistic rests on and how it is cut is public knowledge too.
create policy basis_see on figures.basis for select to {{app}} using (true);
create policy break_see on figures.break for select to {{app}} using (true);
create policy cut_see on figures.cut for select to {{app}} using (true);
create policy basis_make on figures.basis for insert to {{app}} with check (figures.may_import((select access.actor())));
create policy break_make on figures.break for insert to {{app}} with check (figures.may_import((select access.actor())));
create policy cut_make on figures.cut for insert to {{app}} with check (figures.may_import((select access.actor()))
  or (key = '' and (select (access.actor()).organisation) is not null));
create policy slice_see on figures.slice for select to {{app}} using (official in (select t.number from figures.official_table t));
create policy slice_make on figures.slice for insert to {{app}} with check (figures.may_import((select access.actor())) and official in (select t.number from figures.official_table t));
create policy delivery_see on figures.delivery for select to {{app}} using ((select true from kit.object o where o.id = delivery.id));
create policy delivery_make on figures.delivery for insert to {{app}}
  with check (edition = 1 and organisation = (select (access.actor()).organisation)
    and access.holds((select access.actor()), '{head,planner,checker,staff}', organisation)
    and exists (select from kit.object o where o.id = delivery.id and o.kind = 'delivery' and o.owner = organisation and o.body is null and o.audience = 'named'));
create policy delivery_change on figures.delivery for update to {{app}}
  using (organisation = (select (access.actor()).organisation) and access.holds((select access.actor()), '{head,planner,checker,staff}', organisation))
  with check (organisation = (select (access.actor()).organisation) and access.holds((select access.actor()), '{head,planner,checker,staff}', organisation));
create policy answer_see on figures.answer for select to {{app}} using (exists (select from figures.delivery d where d.id = delivery));
-- Nobody answers its own delivery.
create policy answer_make on figures.answer for insert to {{app}}
  with check (person = (select (access.actor()).person) and organisation = (select (access.actor()).organisation) and at = (select (access.actor()).at)
    and exists (select from figures.delivery d where d.id = delivery and d.organisation <> answer.organisation)
    and access.holds((select access.actor()), '{planner,checker,head}', organisation));
-- Tables are few, so their visibility is decided once per query (a hashed list); deliveries are decided one by one.
create policy observation_see on figures.observation for select to {{app}}
  using (case when delivery is null then official in (select t.number from figures.official_table t)
              else exists (select from figures.delivery d where d.id = observation.delivery) end);
create policy observation_make on figures.observation for insert to {{app}}
  with check (recorded_at = (select clock.now()) and superseded_at is null
    and case when delivery is null then official in (select t.number from figures.official_table t join kit.object o on o.id = t.id
                                                      where o.owner = (select (access.actor()).organisation)) and figures.may_import((select access.actor()))
             else exists (select from figures.delivery d where d.id = observation.delivery and d.organisation = (select (access.actor()).organisation)
                            and access.holds((select access.actor()), '{head,planner,checker,staff}', d.organisation)) end);
create policy observation_close on figures.observation for update to {{app}}
  using (case when delivery is null then figures.may_import((select access.actor()))
              else exists (select from figures.delivery d where d.id = observation.delivery and d.organisation = (select (access.actor()).organisation)
                             and access.holds((select access.actor()), '{head,planner,checker,staff}', d.organisation)) end)
  with check (superseded_at = (select clock.now()));
create policy import_draft_own on figures.import_draft to {{app}}
  using (person = (select (access.actor()).person) and organisation = (select (access.actor()).organisation))
  with check (person = (select (access.actor()).person) and organisation = (select (access.actor()).organisation) and figures.may_import((select access.actor())));
