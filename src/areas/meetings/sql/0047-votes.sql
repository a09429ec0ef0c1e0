-- Who was represented is noted by seat, and a vote is counted against the rules of procedure of the day of the meeting: quorate by seats, never by heads.
alter table meetings.attendance add column unit uuid references kit.object;
comment on column meetings.attendance.unit is 'The department whose seat it is, where the seat belongs to one.';
alter table meetings.attendance drop constraint attendance_pkey;
alter table meetings.attendance drop constraint attendance_state_check;
alter table meetings.attendance add constraint attendance_state_check check (state in ('present', 'represented', 'excused', 'absent'));
create unique index attendance_once on meetings.attendance (meeting, organisation, coalesce(unit, organisation));
comment on table meetings.attendance is 'By seat, never by person: present, represented by its deputy, excused or absent; not who sat there.';

create table meetings.vote (
  item        uuid primary key references meetings.agenda_item,
  meeting     uuid not null references meetings.meeting,
  body        uuid not null,
  rules       integer not null,
  entitled    integer not null,
  present     integer not null,
  in_favour   integer not null check (in_favour >= 0),
  against     integer not null check (against >= 0),
  abstained   integer not null check (abstained >= 0),
  carried     boolean not null,
  recorded_by uuid not null references kit.object,
  recorded_at timestamptz not null,
  foreign key (body, rules) references cooperation.rules (body, edition)
);
create index vote_meeting on meetings.vote (meeting);
comment on table meetings.vote is 'One open vote on an item: how many seats, never which. Edition of the rules, seats and result are entered by the trigger.';

-- Seats with a vote on the day of the meeting, how many of them are noted, and how many were there, themselves or by a deputy.
create function meetings.seats_of(p_meeting uuid, out entitled integer, out noted integer, out present integer)
  language sql stable security definer set search_path = ''
begin atomic
  select count(*), count(a.state), count(*) filter (where a.state in ('present', 'represented'))
    from meetings.meeting m join cooperation.seat s on s.body = m.body and s.voting and s.superseded_at is null and s.valid_from <= m.day and (s.valid_until is null or m.day < s.valid_until)
    left join meetings.attendance a on a.meeting = m.id and a.organisation = s.organisation and a.unit is not distinct from s.unit
   where m.id = p_meeting;
end;
-- "Das Gremium ist beschlussfähig, wenn mindestens die Hälfte (zwei Drittel) der Mitglieder vertreten ist."
create function meetings.is_quorate(p_quorum text, p_entitled integer, p_present integer) returns boolean
  language sql immutable set search_path = ''
  return p_present > 0 and case p_quorum when 'half' then p_present * 2 >= p_entitled when 'twoThirds' then p_present * 3 >= p_entitled * 2 else true end;
-- Simple and two thirds of the votes given, absolute of all seats with a vote, consensus without a vote against. An abstention is no vote.
create function meetings.is_carried(p_majority text, p_entitled integer, p_in_favour integer, p_against integer) returns boolean
  language sql immutable set search_path = ''
  return p_in_favour > 0 and case p_majority when 'simple' then p_in_favour > p_against when 'absolute' then p_in_favour * 2 > p_entitled
    when 'twoThirds' then p_in_favour * 3 >= (p_in_favour + p_against) * 2 else p_against = 0 end;
-- Whether somebody of this organisation was named to stand in on that day.
create function meetings.has_deputy(p_body uuid, p_organisation uuid, p_day date) returns boolean
  language sql stable set search_path = ''
  return exists (select from access.mandate m where m.body = p_body and m.organisation = p_organisation and m.role = 'deputy' and m.superseded_at is null
    and m.from_day <= p_day and (m.until_day is null or p_day < m.until_day));
revoke all on function meetings.seats_of(uuid), meetings.is_quorate(text, integer, integer), meetings.is_carried(text, integer, integer, integer), meetings.has_deputy(uuid, uuid, date) from public;
grant execute on function meetings.seats_of(uuid), meetings.is_quorate(text, integer, integer), meetings.has_deputy(uuid, uuid, date) to {{app}};

create function meetings.guard_vote() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v meetings.vote := coalesce(new, old);
  m meetings.meeting;
  r cooperation.rules;
begin
  if meetings.is_settled(v.meeting, 'minutes') then raise exception 'the minutes are released' using errcode = 'NA403'; end if;
  if exists (select from planning.resolution x where x.item = v.item) then raise exception 'a resolution rests on this vote' using errcode = 'NA403'; end if;
  if tg_op = 'DELETE' then return old; end if;
  if tg_op = 'UPDATE' and (new.item, new.meeting) is distinct from (old.item, old.meeting) then raise exception 'a vote stays with its item' using errcode = 'NA403'; end if;
  select * into m from meetings.meeting x where x.id = new.meeting;
  if m.status is distinct from 'held' or not exists (select from meetings.agenda_item i where i.id = new.item and i.meeting = m.id and i.removed_at is null)
     or not planning.body_votes(m.body) then
    raise exception 'a body that votes, votes on an item of a meeting that was held' using errcode = 'NA403';
  end if;
  r := cooperation.rule_on(m.body, m.day);
  if r.body is null then raise exception 'without rules of procedure there is no majority' using errcode = 'NA403'; end if;
  select m.body, r.edition, s.entitled, s.present into new.body, new.rules, new.entitled, new.present from meetings.seats_of(m.id) s;
  if not meetings.is_quorate(r.quorum, new.entitled, new.present) then raise exception 'not quorate' using errcode = 'NA400'; end if;
  if new.in_favour + new.against + new.abstained not between 1 and new.present then
    raise exception 'more votes than seats with a vote that were there, or none' using errcode = 'NA400';
  end if;
  new.carried := meetings.is_carried(r.majority, new.entitled, new.in_favour, new.against);
  return new;
end $$;
create trigger vote_guard before insert or update or delete on meetings.vote for each row execute function meetings.guard_vote();

-- What was counted on it stays; nobody is noted as represented for whom no deputy was named.
create or replace function meetings.guard_attendance() returns trigger language plpgsql security definer set search_path = '' as $$
declare r meetings.attendance := coalesce(new, old);
begin
  if meetings.is_settled(r.meeting, 'minutes') then raise exception 'the minutes are released' using errcode = 'NA403'; end if;
  if exists (select from meetings.vote v where v.meeting = r.meeting) then raise exception 'a vote was counted on this attendance' using errcode = 'NA403'; end if;
  if tg_op = 'INSERT' and r.state = 'represented' and not exists (select from meetings.meeting m where m.id = r.meeting and meetings.has_deputy(m.body, r.organisation, m.day)) then
    raise exception 'nobody was named to stand in' using errcode = 'NA403';
  end if;
  return r;
end $$;

-- The one way to a Beschluss: the vote on this item found the majority that the rules ask for.
create function meetings.resolve(p_item uuid, p_decision uuid) returns boolean language plpgsql security definer set search_path = '' as $$
declare v meetings.vote;
begin
  select * into v from meetings.vote x where x.item = p_item for share;
  if v.item is null or not v.carried or not access.holds(access.actor(), '{chair,office}', v.body) or exists (select from planning.resolution r where r.item = p_item) then return false; end if;
  perform planning.allow_resolution(p_decision, v.meeting, p_item);
  return true;
end $$;
revoke all on function meetings.guard_vote(), meetings.resolve(uuid, uuid) from public;
grant execute on function meetings.resolve(uuid, uuid) to {{app}};

-- A Beschluss lies with the item on which the vote was taken.
create or replace function meetings.guard_item() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and (new.id <> old.id or new.meeting <> old.meeting or (old.decision is not null and new.decision is distinct from old.decision)) then
    raise exception 'a result stays with its item' using errcode = 'NA403';
  end if;
  if new.decision is not null and not exists (select from meetings.meeting m join planning.decision d on d.id = new.decision and d.meeting = m.id
      where m.id = new.meeting and m.status = 'held') then
    raise exception 'a result comes from a meeting that was held' using errcode = 'NA403';
  end if;
  if new.decision is not null and exists (select from planning.resolution r where r.decision = new.decision and r.item <> new.id) then
    raise exception 'a resolution lies with the item it was voted on' using errcode = 'NA403';
  end if;
  if new.removed_at is not null and exists (select from meetings.vote v where v.item = new.id) then raise exception 'what was voted on stays' using errcode = 'NA403'; end if;
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

-- The minutes hold the votes; minutes without a vote read as before.
create or replace function meetings.paper_content(p_meeting uuid, p_kind text) returns jsonb
  language sql stable set search_path = ''
begin atomic
  select case p_kind
    when 'agenda' then jsonb_build_object('items', coalesce((select jsonb_agg(jsonb_build_object('title', i.title, 'level', i.level, 'open', i.open, 'paper', i.paper,
        'concerning', i.concerning, 'edition', i.concerning_edition) order by i.position, i.id)
      from meetings.agenda_item i where i.meeting = p_meeting and i.removed_at is null), '[]'))
    when 'invitation' then jsonb_build_object('day', m.day, 'starts', m.starts, 'ends', m.ends, 'place', m.place, 'online', m.online, 'purpose', m.purpose,
      'agenda', (select max(e.number) from meetings.paper p join kit.edition e on e.object = p.id where p.meeting = p_meeting and p.kind = 'agenda'))
    else jsonb_build_object('day', m.day, 'place', m.place, 'online', m.online, 'items', coalesce((select jsonb_agg(jsonb_build_object('title', i.title, 'notes', i.notes, 'decision', i.decision)
          || case when v.item is null then '{}' else jsonb_build_object('vote', jsonb_build_object('rules', v.rules, 'entitled', v.entitled, 'present', v.present, 'inFavour', v.in_favour,
            'against', v.against, 'abstained', v.abstained, 'carried', v.carried)) end order by i.position, i.id)
        from meetings.agenda_item i left join meetings.vote v on v.item = i.id where i.meeting = p_meeting and i.removed_at is null), '[]'),
      'attendance', coalesce((select jsonb_agg(jsonb_build_object('organisation', a.organisation, 'state', a.state) || case when a.unit is null then '{}' else jsonb_build_object('unit', a.unit) end
        order by a.organisation, a.unit) from meetings.attendance a where a.meeting = p_meeting), '[]'))
    end from meetings.meeting m where m.id = p_meeting;
end;

-- The latest edition says what stands there now, whoever asks: also those who may not yet read the votes in it.
create function meetings.is_current(p_meeting uuid, p_kind text) returns boolean
  language sql stable security definer set search_path = ''
  return coalesce((select e.content = meetings.paper_content(p.meeting, p.kind) from meetings.paper p join kit.edition e on e.object = p.id
    where p.meeting = p_meeting and p.kind = p_kind order by e.number desc limit 1), false);
revoke all on function meetings.is_current(uuid, text) from public;
grant execute on function meetings.is_current(uuid, text) to {{app}}, {{worker}};

alter table meetings.vote enable row level security;
alter table meetings.vote force row level security;
create policy vote_owner on meetings.vote to {{owner}} using (true) with check (true);
create policy vote_see on meetings.vote for select to {{app}} using (meetings.may_lead(meeting)
  or (exists (select from kit.object o where o.id = meeting) and meetings.is_settled(meeting, 'minutes')));
create policy vote_record on meetings.vote for insert to {{app}} with check (meetings.may_lead(meeting) and recorded_by = (select (access.actor()).person) and recorded_at = (select (access.actor()).at));
create policy vote_correct on meetings.vote for update to {{app}} using (meetings.may_lead(meeting))
  with check (meetings.may_lead(meeting) and recorded_by = (select (access.actor()).person) and recorded_at = (select (access.actor()).at));
create policy vote_take_back on meetings.vote for delete to {{app}} using (meetings.may_lead(meeting));
grant select, delete on meetings.vote to {{app}};
grant insert (item, meeting, in_favour, against, abstained, recorded_by, recorded_at), update (in_favour, against, abstained, recorded_by, recorded_at) on meetings.vote to {{app}};
grant select on meetings.vote to {{backup}};
