-- Finding the date: several days are put to the seats of a body. Each says yes, if need be, or no: signed in, or by a link from a mail. Answers belong to
-- the seat, the chair or the office, never to a person; the one that is chosen becomes a planned meeting.
create table meetings.poll (
  id         uuid primary key references kit.object,
  body       uuid not null references kit.object,
  place      text not null default '',
  online     text not null default '',
  purpose    text not null default '',
  until_day  date not null,
  remind_on  date,
  status     text not null default 'open' check (status in ('open', 'closed', 'withdrawn')),
  chosen     uuid,
  meeting    uuid unique references meetings.meeting,
  withdrawn_because text check (btrim(withdrawn_because) <> ''),
  settled_on date,
  constraint poll_reminder check (remind_on <= until_day),
  constraint poll_place check (btrim(place) <> '' or btrim(online) <> ''),
  constraint poll_closed_whole check ((status = 'closed') = (meeting is not null) and (meeting is null) = (chosen is null)),
  constraint poll_withdrawn_whole check ((status = 'withdrawn') = (withdrawn_because is not null)),
  constraint poll_settled_whole check ((status = 'open') = (settled_on is null))
);
comment on column meetings.poll.until_day is 'The last day on which answers are taken.';
create index poll_body on meetings.poll (body);
create index poll_open on meetings.poll (until_day) where status = 'open';

create table meetings.poll_option (
  id     uuid primary key,
  poll   uuid not null references meetings.poll,
  day    date not null,
  starts time not null,
  ends   time,
  constraint poll_option_times check (ends > starts),
  unique (poll, day, starts),
  unique (id, poll)
);
alter table meetings.poll add foreign key (chosen, id) references meetings.poll_option (id, poll);

create table meetings.poll_guest (
  id      uuid primary key,
  poll    uuid not null references meetings.poll,
  name    text not null check (btrim(name) <> ''),
  address text not null check (address like '%_@_%' and address = lower(address)),
  unique (poll, address)
);
comment on table meetings.poll_guest is 'Asked beside the seats, without an account: known only to chairs and office, and forgotten a month after the poll.';

create table meetings.poll_answer (
  poll         uuid not null references meetings.poll,
  voice        text not null check (voice in ('seat', 'chair', 'office', 'guest')),
  organisation uuid references kit.object,
  unit         uuid references kit.object,
  guest        uuid references meetings.poll_guest,
  answers      jsonb not null,
  revision     integer not null default 1,
  constraint poll_answer_whose check ((voice = 'guest') = (guest is not null) and (guest is null) = (organisation is not null) and (unit is null or voice = 'seat'))
);
create unique index poll_answer_once on meetings.poll_answer (poll, voice, coalesce(unit, organisation, guest));
comment on table meetings.poll_answer is 'By seat, chair and office, never by person, and without a time: nobody''s speed is anybody''s business.';

-- A link from a mail with which one person for one organisation, or one guest, answers about one poll or invitation, as often as needed until it is over.
create table meetings.answer_link (
  digest       bytea primary key,
  object       uuid not null references kit.object,
  person       uuid references kit.object,
  organisation uuid references kit.object,
  guest        uuid references meetings.poll_guest,
  created      timestamptz not null,
  ended_at     timestamptz,
  constraint answer_link_whose check ((person is null) = (organisation is null) and (person is null) <> (guest is null))
);
create index answer_link_object on meetings.answer_link (object);
create index answer_link_person on meetings.answer_link (person);
comment on table meetings.answer_link is 'Held as hashes; the token itself stands only in the mail. ended_at: taken back by chair or office.';

create function meetings.leads_poll(p_poll uuid) returns boolean
  language sql stable set search_path = ''
  return exists (select from kit.object o where o.id = p_poll and o.kind = 'poll' and access.holds((select access.actor()), '{chair,office}', o.body));
revoke all on function meetings.leads_poll(uuid) from public;
grant execute on function meetings.leads_poll(uuid) to {{app}};

-- A poll that is over stays as it is; closed is one that has become a meeting of this body at the very time that was asked about.
create function meetings.guard_poll() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if (new.id, new.body) is distinct from (old.id, old.body) or old.status <> 'open' then
    raise exception 'a poll that is over stays as it is' using errcode = 'NA403';
  end if;
  if new.status = 'closed' and not exists (select from meetings.meeting m join meetings.poll_option o on o.id = new.chosen and o.poll = new.id
      where m.id = new.meeting and m.body = new.body and m.status = 'planned' and (m.day, m.starts) = (o.day, o.starts)) then
    raise exception 'the meeting is not at the time that was asked about' using errcode = 'NA403';
  end if;
  if new.status <> 'open' then new.settled_on := clock.today(); end if;
  return new;
end $$;
create trigger poll_guard before update on meetings.poll for each row execute function meetings.guard_poll();
revoke all on function meetings.guard_poll() from public;

-- For what somebody answers today: the seats of the own organisation, the chair, the office; or the own name as a guest.
create function meetings.voices(p_body uuid, p_person uuid, p_organisation uuid, p_guest uuid) returns table (voice text, organisation uuid, unit uuid, guest uuid)
  language sql stable security definer set search_path = ''
begin atomic
  with held as (select distinct m.role from access.mandate m where m.person = p_person and m.organisation = p_organisation and m.body = p_body
      and m.superseded_at is null and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day))
  select 'seat', s.organisation, s.unit, null::uuid from cooperation.seat s
   where s.body = p_body and p_organisation in (s.organisation, s.unit) and s.superseded_at is null and s.valid_from <= clock.today()
     and (s.valid_until is null or clock.today() < s.valid_until) and exists (select from held h where h.role in ('chair', 'delegate', 'deputy', 'guest'))
  union select h.role, p_organisation, null, null from held h where h.role in ('chair', 'office')
  union select 'guest', null, null, g.id from meetings.poll_guest g where g.id = p_guest;
end;
-- Only for the functions below: whoever could name any person would learn for whom it speaks.
revoke all on function meetings.voices(uuid, uuid, uuid, uuid) from public;

create function meetings.my_voices(p_body uuid) returns table (voice text, organisation uuid, unit uuid)
  language sql stable security definer set search_path = ''
begin atomic
  select v.voice, v.organisation, v.unit from meetings.voices(p_body, (access.actor()).person, (access.actor()).organisation, null) v;
end;
revoke all on function meetings.my_voices(uuid) from public;
grant execute on function meetings.my_voices(uuid) to {{app}};

-- over: no answers are taken any more. nobody: speaks for no seat. since: somebody has answered for the same seat meanwhile. The same once more changes nothing.
create function meetings.keep_answer(p_poll uuid, p_person uuid, p_organisation uuid, p_guest uuid, p_places uuid[], p_answers jsonb, p_seen integer) returns text
  language plpgsql volatile security definer set search_path = '' as $$
declare q meetings.poll; s record;
begin
  -- One after the other: a closing waits, and of two answers for one seat the second sees the first.
  select * into q from meetings.poll x where x.id = p_poll for update;
  if q.status is distinct from 'open' or q.until_day < clock.today() then return 'over'; end if;
  if jsonb_typeof(p_answers) <> 'object' or p_answers = '{}' or exists (select from jsonb_each(p_answers) a
      where a.value not in ('"yes"', '"ifNeeded"', '"no"') or not exists (select from meetings.poll_option o where o.poll = p_poll and o.id::text = a.key)) then
    raise exception 'an answer to something that was not asked' using errcode = 'NA400';
  end if;
  select count(*) filter (where v.chosen) as n, coalesce(sum(a.revision), 0) as seen, bool_and(a.answers is not distinct from p_answers) filter (where v.chosen) as same into s
    from (select x.*, x.voice <> 'seat' or p_places is null or coalesce(x.unit, x.organisation) = any (p_places) as chosen
            from meetings.voices(q.body, p_person, p_organisation, p_guest) x) v
    left join meetings.poll_answer a on a.poll = p_poll and a.voice = v.voice and coalesce(a.unit, a.organisation, a.guest) = coalesce(v.unit, v.organisation, v.guest);
  if s.n = 0 then return 'nobody'; end if;
  if s.same then return 'kept'; end if;
  if s.seen <> p_seen then return 'since'; end if;
  insert into meetings.poll_answer (poll, voice, organisation, unit, guest, answers)
  select p_poll, v.voice, v.organisation, v.unit, v.guest, p_answers from meetings.voices(q.body, p_person, p_organisation, p_guest) v
   where v.voice <> 'seat' or p_places is null or coalesce(v.unit, v.organisation) = any (p_places)
  on conflict (poll, voice, coalesce(unit, organisation, guest)) do update set answers = excluded.answers, revision = poll_answer.revision + 1;
  return 'kept';
end $$;
revoke all on function meetings.keep_answer(uuid, uuid, uuid, uuid, uuid[], jsonb, integer) from public;

-- Signed in. A calendar subscription reads as its person, but has no session and answers nothing.
create function meetings.answer_poll(p_poll uuid, p_places uuid[], p_answers jsonb, p_seen integer) returns text
  language plpgsql volatile security definer set search_path = '' as $$
declare a access.actor := access.actor();
begin
  if a.session is null then return 'nobody'; end if;
  return meetings.keep_answer(p_poll, a.person, a.organisation, null, p_places, p_answers, p_seen);
end $$;
revoke all on function meetings.answer_poll(uuid, uuid[], jsonb, integer) from public;
grant execute on function meetings.answer_poll(uuid, uuid[], jsonb, integer) to {{app}};

-- What a mail with a link to a poll is about. Nothing but the state where the link was taken back or nobody speaks through it any more.
create function meetings.poll_by_link(p_token text) returns jsonb
  language plpgsql stable security definer set search_path = '' as $$
declare l meetings.answer_link; q meetings.poll; mine jsonb; seen integer;
begin
  select * into l from meetings.answer_link x where x.digest = sha256(convert_to(p_token, 'UTF8'));
  select * into q from meetings.poll x where x.id = l.object;
  if q.id is null then return null; end if;
  select jsonb_agg(jsonb_build_object('voice', v.voice, 'organisation', case when o.id is not null then jsonb_build_object('id', o.id, 'title', o.title) end,
      'unit', case when u.id is not null then jsonb_build_object('id', u.id, 'title', u.title) end, 'answers', coalesce(a.answers, '{}')) order by v.voice, o.title, u.title),
      coalesce(sum(a.revision), 0)
    into mine, seen
    from meetings.voices(q.body, l.person, l.organisation, l.guest) v left join kit.object o on o.id = v.organisation left join kit.object u on u.id = v.unit
    left join meetings.poll_answer a on a.poll = q.id and a.voice = v.voice and coalesce(a.unit, a.organisation, a.guest) = coalesce(v.unit, v.organisation, v.guest);
  if l.ended_at is not null or mine is null then return jsonb_build_object('state', 'ended', 'poll', null); end if;
  return jsonb_build_object('state', case when q.status = 'open' and q.until_day < clock.today() then 'over' else q.status end,
    'poll', (select jsonb_build_object('title', t.title, 'body', b.title, 'invented', t.invented, 'place', q.place, 'online', q.online, 'purpose', q.purpose, 'until', q.until_day,
        'withdrawnBecause', q.withdrawn_because, 'chosen', q.chosen, 'name', coalesce((select g.name from meetings.poll_guest g where g.id = l.guest), (select p.title from kit.object p where p.id = l.person)),
        'options', (select jsonb_agg(jsonb_build_object('id', o.id, 'day', o.day, 'starts', to_char(o.starts, 'HH24:MI'), 'ends', to_char(o.ends, 'HH24:MI')) order by o.day, o.starts)
                      from meetings.poll_option o where o.poll = q.id and (q.chosen is null or o.id = q.chosen)),
        'voices', mine, 'seen', seen)
      from kit.object t join kit.object b on b.id = t.body where t.id = q.id));
end $$;
create function meetings.answer_by_link(p_token text, p_places uuid[], p_answers jsonb, p_seen integer) returns text
  language plpgsql volatile security definer set search_path = '' as $$
declare l meetings.answer_link;
begin
  select * into l from meetings.answer_link x where x.digest = sha256(convert_to(p_token, 'UTF8')) and x.ended_at is null;
  if l.digest is null then return 'nobody'; end if;
  return meetings.keep_answer(l.object, l.person, l.organisation, l.guest, p_places, p_answers, p_seen);
end $$;
-- As the worker, while it posts a mail. Null where chair or office have taken a link back: a reminder does not bring it again.
create function meetings.link_to_answer(p_object uuid, p_person uuid, p_organisation uuid, p_guest uuid) returns text
  language plpgsql volatile security definer set search_path = '' as $$
declare token text := translate(encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'base64'), '+/=', '-_');
begin
  if exists (select from meetings.answer_link l where l.object = p_object and l.ended_at is not null
      and (l.person, l.organisation, l.guest) is not distinct from (p_person, p_organisation, p_guest)) then return null; end if;
  insert into meetings.answer_link (digest, object, person, organisation, guest, created)
  values (sha256(convert_to(token, 'UTF8')), p_object, p_person, p_organisation, p_guest, clock.now());
  return token;
end $$;
-- Taken back by those who lead: all links of an organisation, or of a guest, to this poll or invitation. How many opened until now.
create function meetings.end_links(p_object uuid, p_organisation uuid, p_guest uuid) returns integer
  language plpgsql volatile security definer set search_path = '' as $$
declare n integer;
begin
  if not exists (select from kit.object o where o.id = p_object and access.holds(access.actor(), '{chair,office}', o.body)) then
    raise exception 'not allowed to take back a link' using errcode = 'NA403';
  end if;
  update meetings.answer_link l set ended_at = (access.actor()).at
   where l.object = p_object and l.ended_at is null and (l.organisation = p_organisation or l.guest = p_guest);
  get diagnostics n = row_count;
  return n;
end $$;
revoke all on function meetings.poll_by_link(text), meetings.answer_by_link(text, uuid[], jsonb, integer), meetings.link_to_answer(uuid, uuid, uuid, uuid),
  meetings.end_links(uuid, uuid, uuid) from public;
grant execute on function meetings.poll_by_link(text), meetings.answer_by_link(text, uuid[], jsonb, integer), meetings.end_links(uuid, uuid, uuid) to {{app}};
grant execute on function meetings.poll_by_link(text), meetings.link_to_answer(uuid, uuid, uuid, uuid) to {{worker}};

do $$
declare t text;
begin
  foreach t in array array['poll', 'poll_option', 'poll_guest', 'poll_answer', 'answer_link'] loop
    execute format('alter table meetings.%I enable row level security', t);
    execute format('alter table meetings.%I force row level security', t);
    execute format('create policy %I on meetings.%I to {{owner}} using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on meetings.%I for select to {{worker}} using (true)', t || '_worker', t);
    execute format('grant select on meetings.%I to {{worker}}', t);
  end loop;
  foreach t in array array['poll_guest', 'poll_answer', 'answer_link'] loop
    execute format('create policy %I on meetings.%I for delete to {{worker}} using (true)', t || '_sweep', t);
    execute format('grant delete on meetings.%I to {{worker}}', t);
  end loop;
end $$;
grant select on meetings.poll, meetings.poll_option, meetings.poll_guest, meetings.poll_answer to {{backup}};
grant select, insert on meetings.poll, meetings.poll_option to {{app}};
grant select (id, poll, name), insert on meetings.poll_guest to {{app}};
grant update (place, online, purpose, until_day, remind_on, status, chosen, meeting, withdrawn_because) on meetings.poll to {{app}};
grant select on meetings.poll_answer to {{app}};

create policy poll_see on meetings.poll for select to {{app}} using (exists (select from kit.object o where o.id = poll.id));
create policy poll_make on meetings.poll for insert to {{app}}
  with check (status = 'open' and until_day >= clock.today() and exists (select from kit.object o where o.id = poll.id and o.kind = 'poll' and o.body = poll.body
    and access.holds((select access.actor()), '{chair,office}', o.body)));
create policy poll_change on meetings.poll for update to {{app}} using (meetings.leads_poll(id)) with check (meetings.leads_poll(id));
create policy poll_option_see on meetings.poll_option for select to {{app}} using (exists (select from kit.object o where o.id = poll));
create policy poll_option_make on meetings.poll_option for insert to {{app}}
  with check (meetings.leads_poll(poll) and exists (select from meetings.poll p where p.id = poll and p.status = 'open'));
create policy poll_guest_see on meetings.poll_guest for select to {{app}} using (meetings.leads_poll(poll));
create policy poll_guest_make on meetings.poll_guest for insert to {{app}}
  with check (meetings.leads_poll(poll) and exists (select from meetings.poll p where p.id = poll and p.status = 'open'));
create policy poll_answer_see on meetings.poll_answer for select to {{app}}
  using (exists (select from kit.object o where o.id = poll) and (guest is null or meetings.leads_poll(poll)));
