-- Meetings of bodies: when and where, what is on the agenda, who was there for whom, and what came out of each item.
create schema meetings;
grant usage on schema meetings to {{app}}, {{worker}}, {{backup}};

create table meetings.meeting (
  id        uuid primary key references kit.object,
  body      uuid not null references kit.object,
  number    integer not null check (number > 0),
  day       date not null,
  starts    time not null,
  ends      time check (ends > starts),
  place     text not null default '',
  online    text not null default '',
  purpose   text not null default '',
  status    text not null default 'planned' check (status in ('planned', 'invited', 'held', 'cancelled')),
  cancelled_because text check (btrim(cancelled_because) <> ''),
  unique (body, number),
  check (btrim(place) <> '' or btrim(online) <> ''),
  check ((status = 'cancelled') = (cancelled_because is not null))
);
comment on column meetings.meeting.number is 'In the series of its body: "7. Sitzung".';
comment on column meetings.meeting.starts is 'Clock time in Europe/Berlin, as people read it on the invitation.';
create index meeting_day on meetings.meeting (body, day);

create table meetings.agenda_item (
  id         uuid primary key,
  meeting    uuid not null references meetings.meeting,
  position   integer not null check (position > 0),
  title      text not null check (btrim(title) <> ''),
  level      text not null default 'strategic' check (level in ('strategic', 'operative')),
  open       boolean not null default true,
  concerning uuid references kit.object,
  concerning_edition integer,
  paper      text not null default '',
  notes      text not null default '',
  decision   uuid unique references planning.decision,
  removed_at timestamptz,
  foreign key (concerning, concerning_edition) references kit.edition (object, number),
  check (removed_at is null or decision is null)
);
comment on column meetings.agenda_item.open is 'Public or not, as the agenda says.';
comment on column meetings.agenda_item.level is 'Strategic items go to the plenary, operative ones to a working group.';
comment on column meetings.agenda_item.removed_at is 'Taken off the agenda; can be put back.';
create index agenda_item_meeting on meetings.agenda_item (meeting, position);
create index agenda_item_concerning on meetings.agenda_item (concerning) where removed_at is null;

create table meetings.attendance (
  meeting      uuid not null references meetings.meeting,
  organisation uuid not null references kit.object,
  state        text not null check (state in ('present', 'excused', 'absent')),
  primary key (meeting, organisation)
);
comment on table meetings.attendance is 'Per organisation with a seat, never per person: who was represented, not who sat there.';

-- What was held stays held; a cancelled meeting does not come back.
create function meetings.guard_meeting() returns trigger language plpgsql set search_path = '' as $$
begin
  if (new.id, new.body, new.number) is distinct from (old.id, old.body, old.number)
     or (old.status in ('held', 'cancelled') and new.status <> old.status)
     or (old.status = 'held' and new.day <> old.day)
     or (new.status = 'held' and new.day > clock.today()) then
    raise exception 'a meeting that was held stays as it was, and none is held before its day' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger meeting_guard before update on meetings.meeting for each row execute function meetings.guard_meeting();

-- A result belongs to the item it came from, and only a meeting that was held has results.
create function meetings.guard_item() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and (new.id <> old.id or new.meeting <> old.meeting or (old.decision is not null and new.decision is distinct from old.decision)) then
    raise exception 'a result stays with its item' using errcode = 'NA403';
  end if;
  if new.decision is not null and not exists (select from meetings.meeting m join planning.decision d on d.id = new.decision and d.meeting = m.id
      where m.id = new.meeting and m.status = 'held') then
    raise exception 'a result comes from a meeting that was held' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger item_guard before insert or update on meetings.agenda_item for each row execute function meetings.guard_item();
revoke all on function meetings.guard_item() from public;

create function meetings.may_lead(p_meeting uuid) returns boolean
  language sql stable set search_path = ''
  return exists (select from kit.object o where o.id = p_meeting and o.kind = 'meeting' and access.holds((select access.actor()), '{chair,office}', o.body));
revoke all on function meetings.may_lead(uuid) from public;
grant execute on function meetings.may_lead(uuid) to {{app}};

do $$
declare t text;
begin
  foreach t in array array['meeting', 'agenda_item', 'attendance'] loop
    execute format('alter table meetings.%I enable row level security', t);
    execute format('alter table meetings.%I force row level security', t);
    execute format('create policy %I on meetings.%I to {{owner}} using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on meetings.%I for select to {{worker}} using (true)', t || '_worker', t);
    execute format('grant select on meetings.%I to {{worker}}, {{backup}}', t);
  end loop;
end $$;
grant select, insert, update on meetings.meeting, meetings.agenda_item to {{app}};
grant select, insert, delete on meetings.attendance to {{app}};

create policy meeting_see on meetings.meeting for select to {{app}} using (exists (select from kit.object o where o.id = meeting.id));
create policy meeting_make on meetings.meeting for insert to {{app}}
  with check (status = 'planned' and exists (select from kit.object o where o.id = meeting.id and o.kind = 'meeting' and o.body = meeting.body
    and access.holds((select access.actor()), '{chair,office}', o.body)));
create policy meeting_change on meetings.meeting for update to {{app}} using (meetings.may_lead(id)) with check (meetings.may_lead(id));
create policy agenda_item_see on meetings.agenda_item for select to {{app}} using (exists (select from kit.object o where o.id = meeting));
create policy agenda_item_make on meetings.agenda_item for insert to {{app}} with check (meetings.may_lead(meeting));
create policy agenda_item_change on meetings.agenda_item for update to {{app}} using (meetings.may_lead(meeting)) with check (meetings.may_lead(meeting));
create policy attendance_see on meetings.attendance for select to {{app}} using (exists (select from kit.object o where o.id = meeting));
create policy attendance_make on meetings.attendance for insert to {{app}} with check (meetings.may_lead(meeting));
create policy attendance_drop on meetings.attendance for delete to {{app}} using (meetings.may_lead(meeting));
