-- Who is responsible: tasks of the law; who plans, grants, pays and provides them, where, from when until when, each with its source; what others
-- propose to correct; and which organisation says that a task is its own, and by whom it is done.
create table actors.task (
  id         uuid primary key references kit.object,
  law        text not null check (btrim(law) <> ''),
  clause     text not null check (btrim(clause) <> ''),
  strength   text not null check (strength in ('must', 'should', 'may')),
  situations text[] not null default '{}' check (situations <@ '{care,disability,age,family,youth,work,income,housing,debt,health,migration}'::text[]),
  summary    text not null default ''
);
comment on table actors.task is 'A task of the law. The organisation that owns its object keeps the entry; every organisation may propose a correction.';

create table actors.responsibility (
  id            uuid primary key,
  task          uuid not null references actors.task,
  role          text not null check (role in ('plans', 'grants', 'pays', 'provides')),
  level         text not null check (level in ('municipal', 'local', 'regional', 'land', 'federal', 'insurance', 'free')),
  bearer        text not null check (btrim(bearer) <> ''),
  organisation  uuid references kit.object,
  jointly       boolean not null default false,
  area_key      text check (area_key ~ '^(0[1-9]|1[0-6])(\d|\d{3})?$'),
  valid_from    date,
  valid_until   date check (valid_until > valid_from),
  basis         text not null check (btrim(basis) <> ''),
  source        text not null check (btrim(source) <> ''),
  source_url    text check (source_url ~ '^https?://'),
  checked_on    date,
  note          text not null default '',
  recorded_at   timestamptz not null,
  superseded_at timestamptz
);
create index responsibility_task on actors.responsibility (task) where superseded_at is null;
comment on table actors.responsibility is 'Who bears a task in one role. The narrower area goes before the wider one; several at once only where they bear it jointly.';
comment on column actors.responsibility.area_key is 'Land (2 digits), Regierungsbezirk (3), county or city (5); null: all of Germany.';
comment on column actors.responsibility.checked_on is 'The day on which the entry was compared with its source; null: not verified.';

create table actors.correction (
  id           uuid primary key,
  task         uuid not null references actors.task,
  entry        uuid references actors.responsibility,
  organisation uuid not null references kit.object,
  proposal     jsonb,
  reason       text not null check (btrim(reason) <> ''),
  stated_on    date not null,
  decision     text check (decision in ('accepted', 'declined')),
  decided_on   date,
  answer       text,
  check ((decision is null) = (decided_on is null))
);
create index correction_task on actors.correction (task);
comment on column actors.correction.proposal is 'The entry as it should be; null: the named entry should go.';

create table actors.guarantee (
  id           uuid primary key,
  task         uuid not null references actors.task,
  organisation uuid not null references kit.object,
  area_key     text check (area_key ~ '^(0[1-9]|1[0-6])(\d|\d{3})?$'),
  since        date not null,
  ended_on     date check (ended_on > since)
);
create unique index guarantee_once on actors.guarantee (task, organisation) where ended_on is null;
comment on table actors.guarantee is 'An organisation says of itself that it has to see to a task. Nobody says it of another.';

create table actors.provision (
  id            uuid primary key,
  guarantee     uuid not null references actors.guarantee,
  organisation  uuid references kit.object,
  name          text not null check (btrim(name) <> ''),
  valid_from    date not null,
  valid_until   date check (valid_until > valid_from),
  recorded_at   timestamptz not null,
  superseded_at timestamptz
);
create index provision_guarantee on actors.provision (guarantee) where superseded_at is null;
comment on table actors.provision is 'Who fulfils a guaranteed task, from a day until a day.';

-- Who keeps an entry: planning and administration of the organisation that owns it.
create function actors.keeps(p_task uuid) returns boolean
  language plpgsql stable security definer set search_path = '' as $$
declare a access.actor := access.actor();
begin
  return exists (select from kit.object o where o.id = p_task and o.kind = 'task' and o.deleted_at is null and access.holds(a, '{admin,head,planner}', o.owner));
end $$;
revoke all on function actors.keeps(uuid) from public;
grant execute on function actors.keeps(uuid) to {{app}};

do $$
declare t text; parent text;
begin
  foreach t in array array['task', 'responsibility', 'correction', 'guarantee', 'provision'] loop
    execute format('alter table actors.%I enable row level security', t);
    execute format('alter table actors.%I force row level security', t);
    execute format('create policy %I on actors.%I to {{owner}} using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on actors.%I for select to {{worker}} using (true)', t || '_worker', t);
    execute format('grant select on actors.%I to {{app}}, {{worker}}, {{backup}}', t);
    execute format('grant insert on actors.%I to {{app}}', t);
    if t <> 'provision' then
      parent := case when t = 'task' then 'task.id' else t || '.task' end;
      execute format('create policy %I on actors.%I for select to {{app}} using (exists (select from kit.object o where o.id = %s))', t || '_see', t, parent);
    end if;
  end loop;
  foreach t in array array['task', 'responsibility'] loop
    parent := case when t = 'task' then 'id' else 'task' end;
    execute format('create policy %I on actors.%I for insert to {{app}} with check (actors.keeps(%s))', t || '_make', t, parent);
    execute format('create policy %I on actors.%I for update to {{app}} using (actors.keeps(%s)) with check (actors.keeps(%s))', t || '_change', t, parent, parent);
  end loop;
end $$;
grant update (law, clause, strength, situations, summary) on actors.task to {{app}};
grant update (superseded_at) on actors.responsibility, actors.provision to {{app}};
grant update (decision, decided_on, answer) on actors.correction to {{app}};
grant update (ended_on) on actors.guarantee to {{app}};

-- Everybody who works here may propose, for the own organisation; only who keeps the entry answers, and once.
create policy correction_make on actors.correction for insert to {{app}}
  with check (organisation = (select (access.actor()).organisation) and stated_on = (select (access.actor()).today) and decision is null
    and access.holds((select access.actor()), '{admin,head,planner,staff}', organisation) and exists (select from kit.object o where o.id = task and o.kind = 'task'));
create policy correction_answer on actors.correction for update to {{app}}
  using (decision is null and actors.keeps(task)) with check (decision is not null and decided_on = (select (access.actor()).today) and actors.keeps(task));

create policy guarantee_make on actors.guarantee for insert to {{app}}
  with check (organisation = (select (access.actor()).organisation) and ended_on is null and access.holds((select access.actor()), '{admin,head,planner}', organisation)
    and exists (select from kit.object o where o.id = task and o.kind = 'task'));
create policy guarantee_end on actors.guarantee for update to {{app}}
  using (ended_on is null and access.holds((select access.actor()), '{admin,head,planner}', organisation))
  with check (access.holds((select access.actor()), '{admin,head,planner}', organisation));
create policy provision_see on actors.provision for select to {{app}} using (exists (select from actors.guarantee g where g.id = guarantee));
create policy provision_make on actors.provision for insert to {{app}}
  with check (exists (select from actors.guarantee g where g.id = guarantee and access.holds((select access.actor()), '{admin,head,planner}', g.organisation)));
create policy provision_change on actors.provision for update to {{app}}
  using (exists (select from actors.guarantee g where g.id = guarantee and access.holds((select access.actor()), '{admin,head,planner}', g.organisation)))
  with check (exists (select from actors.guarantee g where g.id = guarantee and access.holds((select access.actor()), '{admin,head,planner}', g.organisation)));

-- What was recorded is closed, never rewritten or reopened (the function stands in 0013).
create trigger responsibility_recorded before update on actors.responsibility for each row execute function actors.guard_recorded();
create trigger provision_recorded before update on actors.provision for each row execute function actors.guard_recorded();
