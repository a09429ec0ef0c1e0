-- Answers to an invitation, by seat: comes, its deputy comes, or declines; changeable until the meeting is held. They say what is foreseen; who was there
-- is noted afterwards.
create table meetings.response (
  meeting      uuid not null references meetings.meeting,
  organisation uuid not null references kit.object,
  unit         uuid references kit.object,
  answer       text not null check (answer in ('comes', 'deputy', 'declines')),
  asked        boolean not null default false check (answer = 'deputy' or not asked),
  revision     integer not null default 1
);
create unique index response_once on meetings.response (meeting, organisation, coalesce(unit, organisation));
comment on table meetings.response is 'By seat, never by person, and without a time. deputy: the seat is represented by its deputy.';
comment on column meetings.response.asked is 'Said by whoever was sent, so that the deputy has yet to learn of it.';

-- The seats of the day of the meeting for which somebody answers. own: as the one who was sent; otherwise only as the deputy.
create function meetings.answering_seats(p_meeting uuid, p_person uuid, p_organisation uuid) returns table (organisation uuid, unit uuid, own boolean, deputy boolean)
  language sql stable security definer set search_path = ''
begin atomic
  select s.organisation, s.unit, h.own, meetings.has_deputy(m.body, s.organisation, m.day)
    from meetings.meeting m join cooperation.seat s on s.body = m.body and p_organisation in (s.organisation, s.unit) and s.superseded_at is null
      and s.valid_from <= m.day and (s.valid_until is null or m.day < s.valid_until)
    cross join lateral (select bool_or(x.role <> 'deputy') as own from access.mandate x where x.person = p_person and x.organisation = p_organisation and x.body = m.body
      and x.role in ('chair', 'delegate', 'deputy', 'guest') and x.superseded_at is null and x.from_day <= clock.today() and (x.until_day is null or clock.today() < x.until_day)) h
   where m.id = p_meeting and h.own is not null;
end;
revoke all on function meetings.answering_seats(uuid, uuid, uuid) from public;

create function meetings.my_seats(p_meeting uuid) returns table (organisation uuid, unit uuid, own boolean, deputy boolean)
  language sql stable security definer set search_path = ''
begin atomic
  select s.organisation, s.unit, s.own, s.deputy from meetings.answering_seats(p_meeting, (access.actor()).person, (access.actor()).organisation) s;
end;
revoke all on function meetings.my_seats(uuid) from public;
grant execute on function meetings.my_seats(uuid) to {{app}};

-- over: nobody is invited, or not any more. nobody: speaks for no seat. noDeputy: nobody was named to stand in. since: somebody has answered for the seat meanwhile.
create function meetings.keep_response(p_meeting uuid, p_person uuid, p_organisation uuid, p_places uuid[], p_answer text, p_seen integer) returns text
  language plpgsql volatile security definer set search_path = '' as $$
declare m meetings.meeting; s record;
begin
  select * into m from meetings.meeting x where x.id = p_meeting for update;
  if m.status is distinct from 'invited' then return 'over'; end if;
  select count(*) filter (where v.chosen) as n, coalesce(sum(r.revision), 0) as seen, bool_and(r.answer is not distinct from v.wanted) filter (where v.chosen) as same,
         bool_and(v.deputy) filter (where v.chosen) as deputy, bool_and(v.own) as own into s
    from (select x.*, case when p_answer = 'comes' and not x.own then 'deputy' else p_answer end as wanted, p_places is null or coalesce(x.unit, x.organisation) = any (p_places) as chosen
            from meetings.answering_seats(p_meeting, p_person, p_organisation) x) v
    left join meetings.response r on r.meeting = p_meeting and r.organisation = v.organisation and r.unit is not distinct from v.unit;
  if s.n = 0 then return 'nobody'; end if;
  if s.same then return 'kept'; end if;
  if p_answer = 'deputy' and not s.deputy then return 'noDeputy'; end if;
  if s.seen <> p_seen then return 'since'; end if;
  -- Whoever only stands in says that nobody comes where the seat counts on the deputy; the one who was sent answers alone for coming.
  insert into meetings.response (meeting, organisation, unit, answer, asked)
  select p_meeting, v.organisation, v.unit, case when p_answer = 'comes' and not v.own then 'deputy' else p_answer end, p_answer = 'deputy' and v.own
    from meetings.answering_seats(p_meeting, p_person, p_organisation) v
    left join meetings.response r on r.meeting = p_meeting and r.organisation = v.organisation and r.unit is not distinct from v.unit
   where (p_places is null or coalesce(v.unit, v.organisation) = any (p_places)) and (v.own or p_answer <> 'declines' or r.answer = 'deputy')
  on conflict (meeting, organisation, coalesce(unit, organisation)) do update set answer = excluded.answer, asked = excluded.asked, revision = response.revision + 1;
  return 'kept';
end $$;
revoke all on function meetings.keep_response(uuid, uuid, uuid, uuid[], text, integer) from public;

create function meetings.respond(p_meeting uuid, p_places uuid[], p_answer text, p_seen integer) returns text
  language plpgsql volatile security definer set search_path = '' as $$
declare a access.actor := access.actor();
begin
  if a.session is null then return 'nobody'; end if;
  return meetings.keep_response(p_meeting, a.person, a.organisation, p_places, p_answer, p_seen);
end $$;
create function meetings.respond_by_link(p_token text, p_places uuid[], p_answer text, p_seen integer) returns text
  language plpgsql volatile security definer set search_path = '' as $$
declare l meetings.answer_link;
begin
  select * into l from meetings.answer_link x where x.digest = sha256(convert_to(p_token, 'UTF8')) and x.ended_at is null;
  if l.digest is null then return 'nobody'; end if;
  return meetings.keep_response(l.object, l.person, l.organisation, p_places, p_answer, p_seen);
end $$;
-- What the mail with the link said, and what is foreseen for the own seat.
create function meetings.invitation_by_link(p_token text) returns jsonb
  language plpgsql stable security definer set search_path = '' as $$
declare l meetings.answer_link; m meetings.meeting; mine jsonb; seen integer;
begin
  select * into l from meetings.answer_link x where x.digest = sha256(convert_to(p_token, 'UTF8'));
  select * into m from meetings.meeting x where x.id = l.object;
  if m.id is null then return null; end if;
  select jsonb_agg(jsonb_build_object('organisation', jsonb_build_object('id', o.id, 'title', o.title), 'unit', case when u.id is not null then jsonb_build_object('id', u.id, 'title', u.title) end,
      'own', s.own, 'deputy', s.deputy, 'answer', r.answer) order by o.title, u.title), coalesce(sum(r.revision), 0)
    into mine, seen
    from meetings.answering_seats(m.id, l.person, l.organisation) s join kit.object o on o.id = s.organisation left join kit.object u on u.id = s.unit
    left join meetings.response r on r.meeting = m.id and r.organisation = s.organisation and r.unit is not distinct from s.unit;
  if l.ended_at is not null or mine is null then return jsonb_build_object('state', 'ended', 'invitation', null); end if;
  return jsonb_build_object('state', m.status, 'invitation', (select jsonb_build_object('title', t.title, 'body', b.title, 'invented', t.invented, 'day', m.day, 'starts', to_char(m.starts, 'HH24:MI'),
      'ends', to_char(m.ends, 'HH24:MI'), 'place', m.place, 'online', m.online, 'purpose', m.purpose, 'cancelledBecause', m.cancelled_because,
      'name', (select p.title from kit.object p where p.id = l.person), 'mine', mine, 'seen', seen)
    from kit.object t join kit.object b on b.id = t.body where t.id = m.id));
end $$;
revoke all on function meetings.respond(uuid, uuid[], text, integer), meetings.respond_by_link(text, uuid[], text, integer), meetings.invitation_by_link(text) from public;
grant execute on function meetings.respond(uuid, uuid[], text, integer), meetings.respond_by_link(text, uuid[], text, integer), meetings.invitation_by_link(text) to {{app}};
grant execute on function meetings.invitation_by_link(text) to {{worker}};

-- Whoever said yes said it to a day and an hour: to another one it is asked anew, by a new mail.
create function meetings.forget_responses() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from meetings.response r where r.meeting = new.id;
  delete from meetings.answer_link l where l.object = new.id;
  return new;
end $$;
create trigger meeting_moved after update on meetings.meeting for each row when ((new.day, new.starts) is distinct from (old.day, old.starts)) execute function meetings.forget_responses();
revoke all on function meetings.forget_responses() from public;

alter table meetings.response enable row level security;
alter table meetings.response force row level security;
create policy response_owner on meetings.response to {{owner}} using (true) with check (true);
create policy response_worker on meetings.response for select to {{worker}} using (true);
-- Chairs and office see who comes; everybody else what is foreseen for the own seats.
create policy response_see on meetings.response for select to {{app}} using (meetings.may_lead(meeting)
  or exists (select from meetings.my_seats(meeting) s where s.organisation = response.organisation and s.unit is not distinct from response.unit));
grant select on meetings.response to {{app}}, {{worker}}, {{backup}};
