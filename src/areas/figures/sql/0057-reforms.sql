-- Reforms of areas: what became of which area on which day, with the shares that are known. What they did to the areas stands in area_state.
create table figures.reform (
  id           uuid primary key references kit.object,
  number       integer generated always as identity unique,
  kind         text not null check (kind in ('incorporation', 'merger', 'split', 'transfer', 'countyChange', 'renaming', 'newKey')),
  day          date not null,
  source       text not null check (btrim(source) <> ''),
  note         text check (btrim(note) <> ''),
  recorded_at  timestamptz not null,
  withdrawn_at timestamptz
);
comment on table figures.reform is 'A change of areas by law, in force from a day. It is not rewritten: a mistake is withdrawn and entered anew.';
comment on column figures.reform.kind is 'incorporation: Eingliederung, merger: Zusammenschluss, split: Teilung, transfer: Gebietsteil, countyChange: Kreiswechsel, renaming: Umbenennung, newKey: Schlüsseländerung.';
create table figures.reform_part (
  reform     integer not null references figures.reform (number),
  before     integer not null references figures.area (number),
  after      integer not null references figures.area (number),
  level      text not null check (level in ('above', 'county', 'municipality')),
  whole      boolean not null,
  population numeric check (population > 0 and population < 1),
  land       numeric check (land > 0 and land < 1),
  primary key (reform, before, after),
  check (before <> after or not whole),
  check ((population is null and land is null) or (before <> after and not whole))
);
comment on table figures.reform_part is 'Predecessor and successor. An area that is named as successor consists, before that day, of exactly the predecessors named; before = after: it existed and goes on with what it did not give away.';
comment on column figures.reform_part.population is 'Which share of the people of the predecessor came along; with land: which share of its ground. Both null and not whole: nobody knows.';
create index reform_part_before on figures.reform_part (before);
create index reform_part_after on figures.reform_part (after);
create index reform_day on figures.reform (day);
-- An area that has ceased long ago stands in no register that is read here: then the reform itself is the source.
alter table figures.area_state alter column source drop not null, add column reform integer references figures.reform (number), add check (source is not null or reform is not null);
comment on column figures.area_state.reform is 'The reform that gave this state its first or its last day, or its name.';
create index area_state_all_of on figures.area_state (area) where superseded_at is null;
create index area_state_reform on figures.area_state (reform) where reform is not null;

create function figures.guard_reform() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.withdrawn_at is not null or new.withdrawn_at is null or to_jsonb(new) - 'withdrawn_at' is distinct from to_jsonb(old) - 'withdrawn_at' then
    raise exception 'a reform is withdrawn and entered anew, not rewritten' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger reform_guard before update on figures.reform for each row execute function figures.guard_reform();

do $$
declare t text;
begin
  foreach t in array array['reform', 'reform_part'] loop
    execute format('alter table figures.%I enable row level security', t);
    execute format('alter table figures.%I force row level security', t);
    execute format('create policy %I on figures.%I to {{owner}} using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on figures.%I for select to {{worker}} using (true)', t || '_worker', t);
    execute format('grant select, insert on figures.%I to {{app}}', t);
    execute format('grant select on figures.%I to {{worker}}, {{backup}}', t);
  end loop;
end $$;
grant update (withdrawn_at) on figures.reform to {{app}};
-- What became of the land is public knowledge; whoever may read in official files may record it, and only who recorded it withdraws it.
create policy reform_see on figures.reform for select to {{app}} using (true);
create policy reform_part_see on figures.reform_part for select to {{app}} using (true);
create policy reform_make on figures.reform for insert to {{app}} with check (figures.may_import((select access.actor()))
  and recorded_at = (select clock.now()) and withdrawn_at is null
  and exists (select from kit.object o where o.id = reform.id and o.kind = 'reform' and o.owner = (select (access.actor()).organisation) and o.audience = 'public'));
create policy reform_withdraw on figures.reform for update to {{app}}
  using (figures.may_import((select access.actor())) and exists (select from kit.object o where o.id = reform.id and o.owner = (select (access.actor()).organisation)))
  with check (withdrawn_at = (select clock.now()));
create policy reform_part_make on figures.reform_part for insert to {{app}} with check (figures.may_import((select access.actor()))
  and exists (select from figures.reform r join kit.object o on o.id = r.id
               where r.number = reform_part.reform and r.recorded_at = (select clock.now()) and o.owner = (select (access.actor()).organisation)));
