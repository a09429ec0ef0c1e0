-- The release gate: a table of its owner's own counts, protected together with all that was released of it before, and released by two persons.
create table figures.guarded_table (
  id         uuid primary key references kit.object,
  definition text not null check (btrim(definition) <> ''),
  threshold  smallint not null check (threshold in (3, 5, 10)),
  dimensions text[] not null check (cardinality(dimensions) between 1 and 6),
  edition    integer not null default 1 check (edition > 0)
);
comment on table figures.guarded_table is 'Counts that their owner keeps and may release in protected form. What is in it is seen by the owner alone.';
comment on column figures.guarded_table.threshold is 'Counts from 1 up to below it are kept back.';

create table figures.guarded_content (
  guarded     uuid not null references figures.guarded_table,
  edition     integer not null check (edition > 0),
  from_day    date not null,
  until_day   date not null check (until_day > from_day),
  file_name   text not null,
  rows        jsonb not null,
  recorded_at timestamptz not null,
  primary key (guarded, edition)
);
comment on table figures.guarded_content is 'The finest counts as they were read, edition by edition; never changed, so that every later release can be held against the earlier ones.';

create table figures.protection (
  number      bigint generated always as identity,
  id          uuid primary key,
  guarded     uuid not null,
  edition     integer not null,
  threshold   smallint not null,
  after       uuid[] not null,
  audience    text not null check (audience in ('body', 'public')),
  body        uuid references kit.object,
  state       text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  ordered_at  timestamptz not null,
  began_at    timestamptz,
  ended_at    timestamptz,
  stop        boolean not null default false,
  hidden      integer,
  fault       text,
  result      jsonb check ((result is not null) = (state = 'done')),
  proposed_by uuid references kit.object,
  proposed_at timestamptz,
  foreign key (guarded, edition) references figures.guarded_content,
  check ((proposed_by is null) = (proposed_at is null)),
  check (proposed_by is null or state = 'done'),
  check ((body is not null) = (audience = 'body'))
);
comment on table figures.protection is 'One run of the gate over an edition of a table and all its earlier releases. Its result is the owner''s until two persons release it.';
comment on column figures.protection.after is 'The releases that were known when it was ordered; once there is another it counts no more.';
comment on column figures.protection.audience is 'For whom it is meant: the certificate speaks of what they have seen before, the protection of all that anybody has.';
comment on column figures.protection.hidden is 'How many cells the best pattern so far keeps back; null: none is found yet.';
comment on column figures.protection.proposed_by is 'Only so that another person releases it; shown to nobody.';
create index protection_guarded on figures.protection (guarded, number);
create unique index protection_one on figures.protection (guarded) where state in ('waiting', 'running');

create table figures.release (
  number       bigint generated always as identity,
  id           uuid primary key references kit.object,
  protection   uuid not null references figures.protection,
  guarded      uuid not null references figures.guarded_table,
  edition      integer not null,
  threshold    smallint not null,
  dimensions   text[] not null,
  trees        jsonb not null,
  definition   text not null,
  from_day     date not null,
  until_day    date not null,
  audience     text not null check (audience in ('body', 'public')),
  body         uuid references kit.object,
  cells        jsonb not null,
  certificate  jsonb not null,
  system       jsonb not null,
  hidden       text[] not null,
  released_by  uuid not null references kit.object,
  released_at  timestamptz not null,
  withdrawn_at timestamptz,
  reason       text check (btrim(reason) <> ''),
  check ((withdrawn_at is null) = (reason is null))
);
comment on table figures.release is 'What left its owner: cells with their value or none, and the certificate. The ledger: withdrawn releases stay, because they are known.';
comment on column figures.release.cells is 'groups and value of every cell; a cell that is kept back has the value null, whether by the rule or for the sake of another.';
comment on column figures.release.system is 'The sums between the cells, for checking the certificate again.';
comment on column figures.release.released_by is 'Only so that the same person does not do both; shown to nobody.';
create index release_guarded on figures.release (guarded, number);

-- Two persons, a finished proof, nothing that was kept back, and nothing released in between: whatever the application says.
create function figures.guard_release() returns trigger language plpgsql security definer set search_path = '' as $$
declare p figures.protection; g figures.guarded_table;
begin
  if tg_op = 'UPDATE' then
    if old.withdrawn_at is not null or new.withdrawn_at is null
       or to_jsonb(new) - 'withdrawn_at' - 'reason' is distinct from to_jsonb(old) - 'withdrawn_at' - 'reason' then
      raise exception 'a release is withdrawn, not rewritten' using errcode = 'NA403';
    end if;
    return new;
  end if;
  select * into g from figures.guarded_table x where x.id = new.guarded for update;
  select * into p from figures.protection x where x.id = new.protection;
  if p.state is distinct from 'done' or not coalesce((p.result ->> 'protected')::boolean, false) then
    raise exception 'only what is proven to be protected is released' using errcode = 'NA403';
  end if;
  if p.proposed_by is null or p.proposed_by = new.released_by then
    raise exception 'one person proposes a release and another releases it' using errcode = 'NA403';
  end if;
  if (p.guarded, p.edition, p.threshold, p.audience, p.body) is distinct from (new.guarded, new.edition, new.threshold, new.audience, new.body)
     or p.edition <> g.edition or p.threshold <> g.threshold or new.dimensions is distinct from g.dimensions
     or p.after is distinct from array(select r.id from figures.release r where r.guarded = new.guarded order by r.number) then
    raise exception 'what is released is not what was protected' using errcode = 'NA403';
  end if;
  if new.cells is distinct from p.result -> 'cells' or new.certificate is distinct from p.result -> 'certificate' or new.system is distinct from p.result -> 'system' or new.trees is distinct from p.result -> 'trees'
     or new.hidden is distinct from array(select x from jsonb_array_elements_text(p.result -> 'suppressed') with ordinality y (x, n) order by y.n) then
    raise exception 'what is released is not what was proven' using errcode = 'NA403';
  end if;
  return new;
end $$;
revoke all on function figures.guard_release() from public;
create trigger release_guard before insert or update on figures.release for each row execute function figures.guard_release();

-- What was read in stays; a run goes on by itself, is stopped, proposed or taken back, and never becomes another.
create function figures.guard_protection() returns trigger language plpgsql set search_path = '' as $$
begin
  if (new.id, new.guarded, new.edition, new.threshold, new.after, new.ordered_at, new.audience, new.body)
       is distinct from (old.id, old.guarded, old.edition, old.threshold, old.after, old.ordered_at, old.audience, old.body)
     or (old.state not in ('waiting', 'running') and (new.state, new.result, new.fault) is distinct from (old.state, old.result, old.fault))
     or (current_user = '{{app}}' and (new.state, new.result, new.fault, new.hidden) is distinct from (old.state, old.result, old.fault, old.hidden)) then
    raise exception 'a run of the gate is not rewritten' using errcode = 'NA403';
  end if;
  if exists (select from figures.release r where r.protection = old.id) then
    raise exception 'what is released is no longer changed' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger protection_guard before update on figures.protection for each row execute function figures.guard_protection();

do $$
declare t text;
begin
  foreach t in array array['guarded_table', 'guarded_content', 'protection', 'release'] loop
    execute format('alter table figures.%I enable row level security', t);
    execute format('alter table figures.%I force row level security', t);
    execute format('create policy %I on figures.%I to {{owner}} using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on figures.%I for select to {{worker}} using (true)', t || '_worker', t);
    execute format('grant select, insert on figures.%I to {{app}}', t);
    execute format('grant select on figures.%I to {{worker}}, {{backup}}', t);
  end loop;
end $$;
grant update (threshold, edition) on figures.guarded_table to {{app}};
grant update (stop, proposed_by, proposed_at) on figures.protection to {{app}};
grant update (withdrawn_at, reason) on figures.release to {{app}};
grant update (state, began_at, ended_at, hidden, fault, result) on figures.protection to {{worker}};
create policy protection_worker_writes on figures.protection for update to {{worker}} using (true) with check (true);
grant delete on figures.guarded_content, figures.protection to {{worker}};
create policy guarded_content_worker_forgets on figures.guarded_content for delete to {{worker}} using (not exists (select from figures.release r where r.guarded = guarded_content.guarded));
create policy protection_worker_forgets on figures.protection for delete to {{worker}} using (not exists (select from figures.release r where r.guarded = protection.guarded));

-- Who plans, checks or leads in the organisation that owns the table; nobody else, and never another organisation.
create function figures.keeps(p_table uuid, a access.actor) returns boolean language sql stable security definer set search_path = ''
  return exists (select from kit.object o where o.id = p_table and o.kind = 'guardedTable' and o.owner = a.organisation
    and access.holds(a, '{planner,checker,head}', o.owner));
revoke all on function figures.keeps(uuid, access.actor) from public;
grant execute on function figures.keeps(uuid, access.actor) to {{app}};

create policy guarded_table_see on figures.guarded_table for select to {{app}} using (figures.keeps(id, (select access.actor())));
create policy guarded_table_make on figures.guarded_table for insert to {{app}} with check (edition = 1 and figures.keeps(id, (select access.actor()))
  and exists (select from kit.object o where o.id = guarded_table.id and o.audience = 'organisation' and o.body is null));
create policy guarded_table_change on figures.guarded_table for update to {{app}} using (figures.keeps(id, (select access.actor())));
create policy guarded_content_see on figures.guarded_content for select to {{app}} using (figures.keeps(guarded, (select access.actor())));
create policy guarded_content_make on figures.guarded_content for insert to {{app}} with check (figures.keeps(guarded, (select access.actor())) and recorded_at = (select clock.now()));
create policy protection_see on figures.protection for select to {{app}} using (figures.keeps(guarded, (select access.actor())));
create policy protection_make on figures.protection for insert to {{app}} with check (figures.keeps(guarded, (select access.actor()))
  and state = 'waiting' and not stop and result is null and proposed_by is null and ordered_at = (select clock.now())
  and (body is null or array[body] <@ (select (access.actor()).readers)));
create policy protection_change on figures.protection for update to {{app}} using (figures.keeps(guarded, (select access.actor())))
  with check (figures.keeps(guarded, (select access.actor())) and (proposed_by is null or proposed_by = (select (access.actor()).person)));
-- A withdrawn release is gone for everybody but its owner; a release for members is never shown as public.
create policy release_see on figures.release for select to {{app}}
  using (figures.keeps(guarded, (select access.actor()))
    or (withdrawn_at is null and exists (select from kit.object o where o.id = release.id and o.audience = release.audience)));
create policy release_make on figures.release for insert to {{app}} with check (figures.keeps(guarded, (select access.actor()))
  and released_by = (select (access.actor()).person) and released_at = (select clock.now()) and withdrawn_at is null
  and exists (select from kit.object o where o.id = release.id and o.kind = 'release' and o.owner = (select (access.actor()).organisation) and o.body is null
    and o.audience = release.audience and o.readers = case when release.audience = 'body' then array[release.body] else '{}'::uuid[] end));
create policy release_withdraw on figures.release for update to {{app}} using (figures.keeps(guarded, (select access.actor())))
  with check (figures.keeps(guarded, (select access.actor())) and withdrawn_at = (select clock.now()));
