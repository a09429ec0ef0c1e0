-- Concerns come in, are bundled into topics and come onto agendas. What became of one is computed from agenda, result and measure, never typed in.

-- What a body has said about its intake and its focus. token: the link that members pass on to whoever has no account.
create table meetings.backlog (
  body   uuid primary key references kit.object,
  token  text unique check (token ~ '^[\w-]{30,100}$'),
  public boolean not null default false,
  focus  text[] not null default '{}',
  constraint backlog_public check (not public or token is not null),
  constraint backlog_focus check (cardinality(focus) <= 7 and array_position(focus, null) is null)
);
comment on column meetings.backlog.public is 'Also at the address of the body itself, for everybody.';
comment on column meetings.backlog.focus is 'Words in the order in which they count when topics are proposed for an agenda.';

create table meetings.topic (
  id           uuid primary key references kit.object,
  body         uuid not null references kit.object,
  at_body      uuid not null references kit.object,
  level        text not null check (level in ('strategic', 'operative')),
  description  text not null default '',
  target_group text not null default '',
  made_on      date not null,
  ripe_on      date,
  closed_on    date,
  closed_because text check (btrim(closed_because) <> ''),
  constraint topic_closed_whole check ((closed_on is null) = (closed_because is null))
);
comment on column meetings.topic.at_body is 'Where it waits: in its body, or in the working group to which it was handed. Changed by moves alone.';
create index topic_body on meetings.topic (body);
create index topic_at_body on meetings.topic (at_body);

create table meetings.concern (
  id           uuid primary key references kit.object,
  body         uuid not null references kit.object,
  origin       text not null check (origin in ('member', 'box')),
  text         text not null check (btrim(text) <> ''),
  target_group text not null default '',
  area_name    text not null default '',
  received_on  date not null,
  code         bytea unique,
  topic        uuid references meetings.topic,
  bundled_on   date,
  closed_on    date,
  closed_because text check (btrim(closed_because) <> ''),
  constraint concern_code check ((code is not null) = (origin = 'box')),
  constraint concern_bundled_whole check ((topic is null) = (bundled_on is null)),
  constraint concern_closed_whole check ((closed_on is null) = (closed_because is null)),
  constraint concern_closed_or_bundled check (topic is null or closed_on is null)
);
comment on column meetings.concern.code is 'Hash of the code with which whoever sent it without an account looks what became of it. Who that was is held nowhere.';
create index concern_body on meetings.concern (body);
create index concern_topic on meetings.concern (topic);

-- What came through the box and was not yet put before the body: a day and no hour, so that the moment of sending leads to nobody.
create table meetings.concern_drop (
  code         bytea primary key,
  body         uuid not null references kit.object,
  title        text not null check (length(btrim(title)) between 3 and 200),
  text         text not null check (length(btrim(text)) between 3 and 5000),
  target_group text not null default '',
  area_name    text not null default '',
  on_day       date not null
);
create index concern_drop_body on meetings.concern_drop (body);

create table meetings.topic_sponsor (
  topic        uuid not null references meetings.topic,
  organisation uuid not null references kit.object,
  since        date not null,
  primary key (topic, organisation)
);

create table meetings.topic_move (
  id           uuid primary key,
  topic        uuid not null references meetings.topic,
  from_body    uuid not null references kit.object,
  to_body      uuid not null references kit.object,
  reason       text not null check (btrim(reason) <> ''),
  on_day       date not null,
  organisation uuid not null references kit.object
);
comment on table meetings.topic_move is 'Handed to a working group, or raised to the body again, each with its reason; nothing of it is ever taken away.';
create index topic_move_topic on meetings.topic_move (topic);

-- What somebody has written stays word for word; bundling and closing stand beside it.
create function meetings.guard_concern() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and (new.id, new.body, new.origin, new.text, new.target_group, new.area_name, new.received_on, new.code)
       is distinct from (old.id, old.body, old.origin, old.text, old.target_group, old.area_name, old.received_on, old.code) then
    raise exception 'a concern stays as it was written' using errcode = 'NA403';
  end if;
  if new.topic is not null and (tg_op = 'INSERT' or new.topic is distinct from old.topic)
     and not exists (select from meetings.topic t where t.id = new.topic and t.body = new.body and t.closed_on is null) then
    raise exception 'a concern is bundled into an open topic of its body' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger concern_guard before insert or update on meetings.concern for each row execute function meetings.guard_concern();

-- A topic goes from its body to one of its running working groups, from there back, or is raised within the body itself; from where it is, and nowhere else.
create function meetings.guard_move() returns trigger language plpgsql security definer set search_path = '' as $$
declare t meetings.topic;
begin
  select * into t from meetings.topic x where x.id = new.topic for update;
  if t.closed_on is not null or new.from_body <> t.at_body
     or not (new.to_body = t.body
       or new.from_body = t.body and exists (select from cooperation.working_group g where g.body = new.to_body and g.parent = t.body
            and g.closed_on is null and clock.today() < g.until_day)) then
    raise exception 'a topic goes to a working group of its body, or back' using errcode = 'NA403';
  end if;
  update meetings.topic set at_body = new.to_body where id = new.topic;
  return new;
end $$;
create trigger topic_move_guard before insert on meetings.topic_move for each row execute function meetings.guard_move();

-- On the agenda of the body where it waits. An operative one comes before a plenary only where somebody has raised it and said why.
create function meetings.guard_topic_item() returns trigger language plpgsql security definer set search_path = '' as $$
declare t meetings.topic; b uuid := (select m.body from meetings.meeting m where m.id = new.meeting);
begin
  select * into t from meetings.topic x where x.id = new.concerning;
  if t.id is null or new.removed_at is not null
     or (tg_op = 'UPDATE' and old.removed_at is null and old.concerning is not distinct from new.concerning) then return new; end if;
  if t.closed_on is not null or b <> t.at_body
     or (t.level = 'operative' and not exists (select from cooperation.working_group g where g.body = b)
         and not exists (select from meetings.topic_move v where v.topic = t.id and v.to_body = b)) then
    raise exception 'a topic is treated where it waits, an operative one in the plenary only when raised' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger item_topic_guard before insert or update on meetings.agenda_item for each row execute function meetings.guard_topic_item();
revoke all on function meetings.guard_concern(), meetings.guard_move(), meetings.guard_topic_item() from public;

-- What became of a topic, as much of it as whoever sent a concern may know: which meeting, which kind of result once it is released, and what follows.
create function meetings.topic_way(p_topic uuid) returns jsonb
  language sql stable security definer set search_path = ''
begin atomic
  select coalesce(jsonb_agg(jsonb_build_object('meeting', m.id, 'title', o.title, 'day', m.day, 'status', m.status,
      'result', case when d.id is not null then jsonb_build_object('released', r.released, 'kind', case when r.released then d.result end,
        'title', case when r.released and i.open then w.title end,
        'measures', (select coalesce(jsonb_agg(jsonb_build_object('agreedOn', x.agreed_on, 'until', x.until_day,
            'realisedOn', (select min(f.day) from duties.fact f where f.kind in ('service.opened', 'measure.realised') and f.subject = x.id)) order by x.agreed_on, x.id), '[]')
          from planning.measure x where x.decision = d.id and x.agreed_on is not null and r.released)) end) order by m.day, m.number), '[]')
    from meetings.agenda_item i join meetings.meeting m on m.id = i.meeting and m.status <> 'cancelled' join kit.object o on o.id = m.id and o.deleted_at is null
    left join planning.decision d on d.id = i.decision left join kit.object w on w.id = d.id
    left join lateral (select cooperation.is_released(d.id, d.edition) as released) r on d.id is not null
   where i.concerning = p_topic and i.removed_at is null;
end;
-- Only for the functions below.
revoke all on function meetings.topic_way(uuid) from public;

create function meetings.topic_ways(p_topics uuid[]) returns table (topic uuid, way jsonb)
  language sql stable security definer set search_path = ''
begin atomic
  select o.id, meetings.topic_way(o.id) from kit.object o where o.id = any (p_topics) and o.kind = 'topic'
     and access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, o.purpose, access.actor());
end;

-- The way of a concern is the same for everybody who sees the concern, whoever of them sees its topic.
create function meetings.concern_way(p_concern uuid) returns jsonb
  language sql stable security definer set search_path = ''
begin atomic
  select jsonb_build_object('receivedOn', c.received_on, 'waiting', false, 'bundledOn', c.bundled_on,
      'closed', case when c.closed_on is not null then jsonb_build_object('on', c.closed_on, 'because', c.closed_because) end,
      'topic', case when t.id is not null then jsonb_build_object('title', y.title, 'ripe', t.ripe_on is not null, 'group', case when t.at_body <> t.body then g.title end,
        'closed', case when t.closed_on is not null then jsonb_build_object('on', t.closed_on, 'because', t.closed_because) end) end,
      'items', case when t.id is null then '[]'::jsonb else meetings.topic_way(t.id) end)
    from meetings.concern c left join meetings.topic t on t.id = c.topic left join kit.object y on y.id = t.id left join kit.object g on g.id = t.at_body
   where c.id = p_concern;
end;
revoke all on function meetings.concern_way(uuid) from public;

create function meetings.concern_ways(p_concerns uuid[]) returns table (concern uuid, way jsonb)
  language sql stable security definer set search_path = ''
begin atomic
  select o.id, meetings.concern_way(o.id) from kit.object o where o.id = any (p_concerns) and o.kind = 'concern'
     and access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, o.purpose, access.actor());
end;

-- The box of a body: by its link, or where it is public, by the id of the body.
create function meetings.box_of(p_key text) returns uuid
  language sql stable security definer set search_path = ''
  return (select b.body from meetings.backlog b join cooperation.body c on c.id = b.body and (c.dissolved_on is null or clock.today() < c.dissolved_on)
     where b.token = p_key or (b.public and b.body::text = p_key));
revoke all on function meetings.box_of(text) from public;

create function meetings.box_by_key(p_key text) returns jsonb
  language sql stable security definer set search_path = ''
  return (select jsonb_build_object('title', o.title, 'invented', o.invented) from kit.object o where o.id = meetings.box_of(p_key));

-- Nobody acts here: neither session nor person is asked for, and nothing is kept but what was written and the day.
create function meetings.drop_concern(p_key text, p_code text, p_title text, p_text text, p_target_group text, p_area_name text) returns text
  language plpgsql volatile security definer set search_path = '' as $$
declare b uuid := meetings.box_of(p_key); c bytea := sha256(convert_to(p_code, 'UTF8'));
begin
  if b is null then return 'none'; end if;
  if p_code !~ '^[0-9A-HJKMNP-TV-Z]{20}$' then raise exception 'a code has twenty characters' using errcode = 'NA400'; end if;
  if exists (select from meetings.concern x where x.code = c) then return 'kept'; end if;
  if (select count(*) from meetings.concern_drop d where d.body = b) >= 200 then return 'full'; end if;
  insert into meetings.concern_drop (code, body, title, text, target_group, area_name, on_day)
  values (c, b, p_title, p_text, p_target_group, p_area_name, clock.today()) on conflict do nothing;
  return 'kept';
end $$;

create function meetings.concern_by_code(p_code text) returns jsonb
  language plpgsql stable security definer set search_path = '' as $$
declare d meetings.concern_drop; k bytea := sha256(convert_to(p_code, 'UTF8'));
begin
  select * into d from meetings.concern_drop x where x.code = k;
  if d.code is not null then
    return (select jsonb_build_object('title', d.title, 'text', d.text, 'body', b.title, 'invented', b.invented, 'receivedOn', d.on_day, 'waiting', true,
      'bundledOn', null, 'closed', null, 'topic', null, 'items', '[]'::jsonb) from kit.object b where b.id = d.body);
  end if;
  return (select meetings.concern_way(c.id) || jsonb_build_object('title', o.title, 'text', c.text, 'body', b.title, 'invented', o.invented)
    from meetings.concern c join kit.object o on o.id = c.id and o.deleted_at is null join kit.object b on b.id = c.body where c.code = k);
end $$;
revoke all on function meetings.topic_ways(uuid[]), meetings.concern_ways(uuid[]), meetings.box_by_key(text), meetings.drop_concern(text, text, text, text, text, text), meetings.concern_by_code(text) from public;
grant execute on function meetings.topic_ways(uuid[]), meetings.concern_ways(uuid[]), meetings.box_by_key(text), meetings.drop_concern(text, text, text, text, text, text), meetings.concern_by_code(text) to {{app}};

do $$
declare t text;
begin
  foreach t in array array['backlog', 'topic', 'concern', 'concern_drop', 'topic_sponsor', 'topic_move'] loop
    execute format('alter table meetings.%I enable row level security', t);
    execute format('alter table meetings.%I force row level security', t);
    execute format('create policy %I on meetings.%I to {{owner}} using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on meetings.%I for select to {{worker}} using (true)', t || '_worker', t);
    execute format('grant select on meetings.%I to {{worker}}, {{backup}}', t);
  end loop;
end $$;
-- The worker puts before the body what came through the box.
grant delete on meetings.concern_drop to {{worker}};
create policy concern_drop_taken_in on meetings.concern_drop for delete to {{worker}} using (true);
grant insert on meetings.concern to {{worker}};
create policy concern_taken_in on meetings.concern for insert to {{worker}} with check (origin = 'box' and topic is null and closed_on is null);

-- Whose row it is never changes, so the rows that one may change are those that may come of it.
grant select, insert on meetings.backlog, meetings.topic, meetings.concern, meetings.topic_sponsor, meetings.topic_move to {{app}};
grant update (token, public, focus) on meetings.backlog to {{app}};
grant update (level, description, target_group, ripe_on, closed_on, closed_because) on meetings.topic to {{app}};
grant update (topic, bundled_on, closed_on, closed_because) on meetings.concern to {{app}};
grant delete on meetings.topic_sponsor to {{app}};

create policy backlog_see on meetings.backlog for select to {{app}} using (body = any ((select (access.actor()).readers)::uuid[]));
create policy backlog_make on meetings.backlog for insert to {{app}} with check (access.holds((select access.actor()), '{chair,office}', body));
create policy backlog_change on meetings.backlog for update to {{app}} using (access.holds((select access.actor()), '{chair,office}', body));

create policy topic_see on meetings.topic for select to {{app}} using (exists (select from kit.object o where o.id = topic.id));
create policy topic_make on meetings.topic for insert to {{app}}
  with check (at_body = body and closed_on is null and made_on = (select (access.actor()).today) and exists (select from kit.object o where o.id = topic.id and o.kind = 'topic' and o.body = topic.body
    and access.holds((select access.actor()), '{chair,office}', o.body)));
create policy topic_change on meetings.topic for update to {{app}}
  using (access.holds((select access.actor()), '{chair,office}', body) or access.holds((select access.actor()), '{chair,office}', at_body));

create policy concern_see on meetings.concern for select to {{app}} using (exists (select from kit.object o where o.id = concern.id));
create policy concern_make on meetings.concern for insert to {{app}}
  with check (origin = 'member' and topic is null and closed_on is null and received_on = (select (access.actor()).today) and exists (select from kit.object o where o.id = concern.id
    and o.kind = 'concern' and o.body = concern.body and o.owner = (select (access.actor()).organisation)
    and access.changes(o.owner, o.body, o.author, o.audience, (select access.actor()))));
create policy concern_change on meetings.concern for update to {{app}} using (access.holds((select access.actor()), '{chair,office}', body));

-- An organisation with a seat says for itself that it stands behind a topic, and takes that back.
create policy topic_sponsor_see on meetings.topic_sponsor for select to {{app}} using (exists (select from kit.object o where o.id = topic));
create policy topic_sponsor_make on meetings.topic_sponsor for insert to {{app}}
  with check (organisation = (select (access.actor()).organisation) and since = (select (access.actor()).today)
    and exists (select from meetings.topic t join cooperation.seat s on s.body = t.body and s.superseded_at is null and s.valid_from <= (select (access.actor()).today)
        and (s.valid_until is null or (select (access.actor()).today) < s.valid_until)
      where t.id = topic and t.closed_on is null and (select (access.actor()).organisation) in (s.organisation, s.unit)
        and access.holds((select access.actor()), '{chair,office,delegate,deputy}', t.body)));
create policy topic_sponsor_drop on meetings.topic_sponsor for delete to {{app}}
  using (organisation = (select (access.actor()).organisation)
    and exists (select from meetings.topic t where t.id = topic and access.holds((select access.actor()), '{chair,office,delegate,deputy}', t.body)));

-- Handed on or raised by those who lead where it waits; those who lead its body may also call it back.
create policy topic_move_see on meetings.topic_move for select to {{app}} using (exists (select from kit.object o where o.id = topic));
create policy topic_move_make on meetings.topic_move for insert to {{app}}
  with check (organisation = (select (access.actor()).organisation) and on_day = (select (access.actor()).today)
    and exists (select from meetings.topic t where t.id = topic and (access.holds((select access.actor()), '{chair,office}', from_body)
      or access.holds((select access.actor()), '{chair,office}', t.body))));
