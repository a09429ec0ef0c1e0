-- What both chairs release around a meeting: the agenda, the invitation, the minutes, each as a paper of its own in editions.
create table meetings.paper (
  id      uuid primary key references kit.object,
  meeting uuid not null references meetings.meeting,
  kind    text not null check (kind in ('agenda', 'invitation', 'minutes')),
  unique (meeting, kind)
);
comment on table meetings.paper is 'Agenda, invitation or minutes of a meeting; what was put before the chairs are its editions in kit.edition.';
alter table meetings.paper enable row level security;
alter table meetings.paper force row level security;
create policy paper_owner on meetings.paper to {{owner}} using (true) with check (true);
create policy paper_worker on meetings.paper for select to {{worker}} using (true);
create policy paper_see on meetings.paper for select to {{app}} using (exists (select from kit.object o where o.id = paper.id));
create policy paper_make on meetings.paper for insert to {{app}}
  with check (meetings.may_lead(meeting) and exists (select from kit.object o join kit.object m on m.body = o.body where o.id = paper.id and m.id = paper.meeting
    and o.kind = paper.kind and o.owner = o.body));
grant select, insert on meetings.paper to {{app}};
grant select on meetings.paper to {{worker}}, {{backup}};

-- What an edition of a paper holds, read from the meeting as it stands.
create function meetings.paper_content(p_meeting uuid, p_kind text) returns jsonb
  language sql stable set search_path = ''
begin atomic
  select case p_kind
    when 'agenda' then jsonb_build_object('items', coalesce((select jsonb_agg(jsonb_build_object('title', i.title, 'level', i.level, 'open', i.open, 'paper', i.paper,
        'concerning', i.concerning, 'edition', i.concerning_edition) order by i.position, i.id)
      from meetings.agenda_item i where i.meeting = p_meeting and i.removed_at is null), '[]'))
    when 'invitation' then jsonb_build_object('day', m.day, 'starts', m.starts, 'ends', m.ends, 'place', m.place, 'online', m.online, 'purpose', m.purpose,
      'agenda', (select max(e.number) from meetings.paper p join kit.edition e on e.object = p.id where p.meeting = p_meeting and p.kind = 'agenda'))
    else jsonb_build_object('day', m.day, 'place', m.place, 'online', m.online, 'items', coalesce((select jsonb_agg(jsonb_build_object('title', i.title, 'notes', i.notes, 'decision', i.decision) order by i.position, i.id)
        from meetings.agenda_item i where i.meeting = p_meeting and i.removed_at is null), '[]'),
      'attendance', coalesce((select jsonb_agg(jsonb_build_object('organisation', a.organisation, 'state', a.state) order by a.organisation) from meetings.attendance a where a.meeting = p_meeting), '[]'))
    end from meetings.meeting m where m.id = p_meeting;
end;

-- Settled: the latest edition is what stands there, and the chairs have released it wherever the rules ask for their keys.
create function meetings.is_settled(p_meeting uuid, p_kind text) returns boolean
  language sql stable security definer set search_path = ''
  return coalesce((select e.content = meetings.paper_content(p.meeting, p.kind) and (not cooperation.needs_keys(m.body, p.kind) or cooperation.is_released(p.id, e.number))
    from meetings.paper p join meetings.meeting m on m.id = p.meeting join kit.edition e on e.object = p.id
    where p.meeting = p_meeting and p.kind = p_kind order by e.number desc limit 1), false);
revoke all on function meetings.paper_content(uuid, text), meetings.is_settled(uuid, text) from public;
grant execute on function meetings.paper_content(uuid, text), meetings.is_settled(uuid, text) to {{app}}, {{worker}};

-- What was held stays held; a cancelled meeting does not come back. Nobody is invited to what the chairs have not released.
create or replace function meetings.guard_meeting() returns trigger language plpgsql set search_path = '' as $$
begin
  if (new.id, new.body, new.number) is distinct from (old.id, old.body, old.number)
     or (old.status in ('held', 'cancelled') and new.status <> old.status)
     or (old.status = 'held' and new.day <> old.day)
     or (new.status = 'held' and new.day > clock.today()) then
    raise exception 'a meeting that was held stays as it was, and none is held before its day' using errcode = 'NA403';
  end if;
  if new.status = 'invited' and old.status <> 'invited' and not (meetings.is_settled(new.id, 'agenda') and meetings.is_settled(new.id, 'invitation')) then
    raise exception 'nobody is invited to what the chairs have not released' using errcode = 'NA403';
  end if;
  if (new.day, new.starts, new.ends, new.place, new.online, new.purpose) is distinct from (old.day, old.starts, old.ends, old.place, old.online, old.purpose)
     and (old.status = 'invited' or new.status = 'invited' or (old.status = 'held' and meetings.is_settled(old.id, 'minutes'))) then
    raise exception 'what was sent or recorded with the keys of the chairs does not change' using errcode = 'NA403';
  end if;
  return new;
end $$;

create or replace function meetings.guard_item() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and (new.id <> old.id or new.meeting <> old.meeting or (old.decision is not null and new.decision is distinct from old.decision)) then
    raise exception 'a result stays with its item' using errcode = 'NA403';
  end if;
  if new.decision is not null and not exists (select from meetings.meeting m join planning.decision d on d.id = new.decision and d.meeting = m.id
      where m.id = new.meeting and m.status = 'held') then
    raise exception 'a result comes from a meeting that was held' using errcode = 'NA403';
  end if;
  if exists (select from meetings.meeting m where m.id = new.meeting and m.status = 'invited')
     and (tg_op = 'INSERT' or (new.title, new.level, new.open, new.paper, new.concerning, new.concerning_edition, new.position, new.removed_at)
       is distinct from (old.title, old.level, old.open, old.paper, old.concerning, old.concerning_edition, old.position, old.removed_at)) then
    raise exception 'the agenda has gone out with the invitation' using errcode = 'NA403';
  end if;
  if exists (select from meetings.meeting m where m.id = new.meeting and m.status = 'held') and meetings.is_settled(new.meeting, 'minutes') then
    raise exception 'the minutes are released' using errcode = 'NA403';
  end if;
  return new;
end $$;

create function meetings.guard_attendance() returns trigger language plpgsql security definer set search_path = '' as $$
declare r record := coalesce(new, old);
begin
  if meetings.is_settled(r.meeting, 'minutes') then raise exception 'the minutes are released' using errcode = 'NA403'; end if;
  return r;
end $$;
create trigger attendance_guard before insert or delete on meetings.attendance for each row execute function meetings.guard_attendance();
revoke all on function meetings.guard_attendance() from public;

-- The worker puts on the next agenda what the rules of the body put there.
grant insert on meetings.agenda_item to {{worker}};
create policy agenda_item_by_rule on meetings.agenda_item for insert to {{worker}} with check (decision is null and removed_at is null);
