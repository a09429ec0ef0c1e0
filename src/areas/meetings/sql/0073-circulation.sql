-- Deciding by circulation: only where a body votes and its rules allow it. Nothing goes out before the chairs have released the words, and the words do
-- not change; each seat with a vote answers, openly and without a time; what came of it is counted by the rules of the day on which it went out.
-- Whether a body decides by circulation (im Umlauf), and how. Without a number of days it does not.
alter table cooperation.rules
  add column circulation_days integer constraint rules_circulation_days_check check (circulation_days between 1 and 90),
  add column circulation_majority text constraint rules_circulation_majority_check check (circulation_majority in ('simple', 'cast', 'entitled', 'twoThirds', 'consensus')),
  add column circulation_to_meeting boolean,
  add constraint rules_circulation_whole check ((circulation_days is null) = (circulation_majority is null) and (circulation_days is null) = (circulation_to_meeting is null));
comment on column cooperation.rules.circulation_days is 'Every seat has at least so many days to answer; null: nothing is decided by circulation.';
comment on column cooperation.rules.circulation_to_meeting is 'One seat that wants to discuss it in a meeting is enough to bring it there.';
grant insert (circulation_days, circulation_majority, circulation_to_meeting) on cooperation.rules to {{app}};

create table meetings.circulation (
  id         uuid primary key references kit.object,
  body       uuid not null references kit.object,
  proposal   text not null constraint circulation_proposal_check check (btrim(proposal) <> ''),
  reasons    text not null default '',
  days       integer not null constraint circulation_days_check check (days between 1 and 90),
  made_on    date not null,
  sent_on    date,
  until_day  date,
  rules      integer,
  settled_on date,
  outcome    text constraint circulation_outcome_check check (outcome in ('carried', 'rejected', 'toMeeting', 'notQuorate')),
  decision   uuid unique references planning.decision,
  foreign key (body, rules) references cooperation.rules (body, edition),
  constraint circulation_sent_whole check ((sent_on is null) = (until_day is null) and (sent_on is null) = (rules is null)),
  constraint circulation_settled_whole check ((settled_on is null) = (outcome is null) and (settled_on is null or sent_on is not null)),
  constraint circulation_decided check (decision is null or (outcome is not null and outcome = 'carried'))
);
create index circulation_body on meetings.circulation (body);
create table meetings.circulation_answer (
  circulation  uuid not null references meetings.circulation,
  organisation uuid not null references kit.object,
  unit         uuid references kit.object,
  answer       text not null constraint circulation_answer_check check (answer in ('yes', 'no', 'abstain', 'meeting')),
  revision     integer not null default 1
);
create unique index circulation_answer_once on meetings.circulation_answer (circulation, coalesce(unit, organisation));
comment on table meetings.circulation_answer is 'By seat, never by person, and without a time. meeting: wants to discuss it in a meeting.';
alter table meetings.agenda_item add column announces uuid references meetings.circulation;
comment on column meetings.agenda_item.announces is 'What was decided by circulation and is made known here, or comes back from there.';
create unique index agenda_item_announces on meetings.agenda_item (announces, meeting) where announces is not null;

create function meetings.circulation_content(p_proposal text, p_reasons text, p_days integer) returns jsonb
  language sql immutable set search_path = ''
  return jsonb_build_object('proposal', p_proposal, 'reasons', p_reasons, 'days', p_days);
-- The seats with a vote of the day on which it went out.
create function meetings.circulation_seats(p_circulation uuid) returns table (organisation uuid, unit uuid)
  language sql stable security definer set search_path = ''
begin atomic
  select distinct s.organisation, s.unit from meetings.circulation c join cooperation.seat s on s.body = c.body and s.voting and s.superseded_at is null
    and s.valid_from <= coalesce(c.sent_on, clock.today()) and (s.valid_until is null or coalesce(c.sent_on, clock.today()) < s.valid_until) where c.id = p_circulation;
end;
create function meetings.circulation_count(p_circulation uuid, out entitled integer, out yes integer, out no integer, out abstain integer, out meeting integer)
  language sql stable security definer set search_path = ''
begin atomic
  select count(*), count(*) filter (where a.answer = 'yes'), count(*) filter (where a.answer = 'no'), count(*) filter (where a.answer = 'abstain'), count(*) filter (where a.answer = 'meeting')
    from meetings.circulation_seats(p_circulation) s left join meetings.circulation_answer a on a.circulation = p_circulation and a.organisation = s.organisation and a.unit is not distinct from s.unit;
end;
create function meetings.circulation_outcome(p_circulation uuid) returns text
  language sql stable security definer set search_path = ''
  return (select case when r.circulation_to_meeting and n.meeting > 0 then 'toMeeting'
      when not meetings.is_quorate(r.quorum, n.entitled, n.yes + n.no + n.abstain + n.meeting) then 'notQuorate'
      when meetings.is_carried(r.circulation_majority, n.entitled, n.yes, n.no) then 'carried' else 'rejected' end
    from meetings.circulation c join cooperation.rules r on r.body = c.body and r.edition = c.rules cross join lateral meetings.circulation_count(c.id) n where c.id = p_circulation);

create function meetings.guard_circulation() returns trigger language plpgsql security definer set search_path = '' as $$
declare r cooperation.rules := cooperation.rule_of(new.body);
begin
  if tg_op = 'INSERT' or (new.sent_on is not null and old.sent_on is null) then
    if not planning.body_votes(new.body) or (r.circulation_days <= new.days) is not true then
      raise exception 'this body does not decide by circulation, or not within these days' using errcode = 'NA403';
    end if;
  end if;
  if tg_op = 'INSERT' then
    if (select e.content from kit.edition e where e.object = new.id and e.number = 1) is distinct from meetings.circulation_content(new.proposal, new.reasons, new.days) then
      raise exception 'the chairs are shown other words' using errcode = 'NA403';
    end if;
    return new;
  end if;
  if (new.id, new.body, new.proposal, new.reasons, new.days, new.made_on) is distinct from (old.id, old.body, old.proposal, old.reasons, old.days, old.made_on)
     or (old.sent_on is not null and (new.sent_on, new.until_day, new.rules) is distinct from (old.sent_on, old.until_day, old.rules))
     or (old.settled_on is not null and (new.settled_on, new.outcome) is distinct from (old.settled_on, old.outcome)) or (old.decision is not null and new.decision is distinct from old.decision) then
    raise exception 'what circulates stays as it is' using errcode = 'NA403';
  end if;
  if new.sent_on is not null and old.sent_on is null then
    if not cooperation.is_released(new.id, 1) then raise exception 'nothing goes out before the chairs have released it' using errcode = 'NA403'; end if;
    select clock.today(), clock.today() + new.days, r.edition into new.sent_on, new.until_day, new.rules;
  end if;
  if new.settled_on is not null and old.settled_on is null then
    if (new.until_day < clock.today()) is not true then raise exception 'every seat has its days to answer' using errcode = 'NA403'; end if;
    select clock.today(), meetings.circulation_outcome(new.id) into new.settled_on, new.outcome;
  end if;
  return new;
end $$;
create trigger circulation_guard before insert or update on meetings.circulation for each row execute function meetings.guard_circulation();
-- A Beschluss from a circulation has the words that circulated.
create function meetings.guard_circulated() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from meetings.circulation c where c.id = new.meeting and (new.result <> 'resolved' or new.text <> c.proposal)) then
    raise exception 'other words than those that circulated' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger decision_circulated before insert or update on planning.decision for each row execute function meetings.guard_circulated();

create function meetings.answering_circulation(p_circulation uuid, p_person uuid, p_organisation uuid) returns table (organisation uuid, unit uuid)
  language sql stable security definer set search_path = ''
begin atomic
  select s.organisation, s.unit from meetings.circulation c cross join lateral meetings.circulation_seats(c.id) s
    join meetings.voices(c.body, p_person, p_organisation, null) v on v.voice = 'seat' and v.organisation = s.organisation and v.unit is not distinct from s.unit where c.id = p_circulation;
end;
create function meetings.my_circulation(p_circulation uuid) returns table (organisation uuid, unit uuid)
  language sql stable security definer set search_path = ''
begin atomic
  select s.organisation, s.unit from meetings.answering_circulation(p_circulation, (access.actor()).person, (access.actor()).organisation) s;
end;
create function meetings.keep_circulation(p_circulation uuid, p_person uuid, p_organisation uuid, p_places uuid[], p_answer text, p_seen integer) returns text
  language plpgsql volatile security definer set search_path = '' as $$
declare c meetings.circulation; s record;
begin
  select * into c from meetings.circulation x where x.id = p_circulation for update;
  if c.sent_on is null or c.settled_on is not null or c.until_day < clock.today() then return 'over'; end if;
  select count(*) filter (where v.chosen) as n, coalesce(sum(a.revision), 0) as seen, bool_and(a.answer is not distinct from p_answer) filter (where v.chosen) as same into s
    from (select x.*, p_places is null or coalesce(x.unit, x.organisation) = any (p_places) as chosen from meetings.answering_circulation(p_circulation, p_person, p_organisation) x) v
    left join meetings.circulation_answer a on a.circulation = p_circulation and a.organisation = v.organisation and a.unit is not distinct from v.unit;
  if s.n = 0 then return 'nobody'; end if;
  if s.same then return 'kept'; end if;
  if s.seen <> p_seen then return 'since'; end if;
  insert into meetings.circulation_answer (circulation, organisation, unit, answer)
  select p_circulation, v.organisation, v.unit, p_answer from meetings.answering_circulation(p_circulation, p_person, p_organisation) v where p_places is null or coalesce(v.unit, v.organisation) = any (p_places)
  on conflict (circulation, coalesce(unit, organisation)) do update set answer = excluded.answer, revision = circulation_answer.revision + 1;
  return 'kept';
end $$;
create function meetings.answer_circulation(p_circulation uuid, p_places uuid[], p_answer text, p_seen integer) returns text
  language plpgsql volatile security definer set search_path = '' as $$
declare a access.actor := access.actor();
begin
  if a.session is null then return 'nobody'; end if;
  return meetings.keep_circulation(p_circulation, a.person, a.organisation, p_places, p_answer, p_seen);
end $$;
create function meetings.circulation_by_link(p_token text) returns jsonb
  language plpgsql stable security definer set search_path = '' as $$
declare l meetings.answer_link; c meetings.circulation; mine jsonb; seen integer;
begin
  select * into l from meetings.answer_link x where x.digest = sha256(convert_to(p_token, 'UTF8'));
  select * into c from meetings.circulation x where x.id = l.object;
  if c.id is null then return null; end if;
  select jsonb_agg(jsonb_build_object('organisation', jsonb_build_object('id', o.id, 'title', o.title), 'unit', case when u.id is not null then jsonb_build_object('id', u.id, 'title', u.title) end,
      'answer', a.answer) order by o.title, u.title), coalesce(sum(a.revision), 0) into mine, seen
    from meetings.answering_circulation(c.id, l.person, l.organisation) s join kit.object o on o.id = s.organisation left join kit.object u on u.id = s.unit
    left join meetings.circulation_answer a on a.circulation = c.id and a.organisation = s.organisation and a.unit is not distinct from s.unit;
  if l.ended_at is not null or mine is null then return jsonb_build_object('state', 'ended', 'circulation', null); end if;
  return jsonb_build_object('state', case when c.settled_on is not null or c.until_day < clock.today() then 'over' else 'running' end,
    'circulation', (select jsonb_build_object('title', t.title, 'body', b.title, 'invented', t.invented, 'proposal', c.proposal, 'reasons', c.reasons, 'until', c.until_day,
        'name', (select p.title from kit.object p where p.id = l.person), 'mine', mine, 'seen', seen) from kit.object t join kit.object b on b.id = t.body where t.id = c.id));
end $$;
create function meetings.answer_circulation_by_link(p_token text, p_places uuid[], p_answer text, p_seen integer) returns text
  language plpgsql volatile security definer set search_path = '' as $$
declare l meetings.answer_link;
begin
  select * into l from meetings.answer_link x where x.digest = sha256(convert_to(p_token, 'UTF8')) and x.ended_at is null;
  if l.digest is null then return 'nobody'; end if;
  return meetings.keep_circulation(l.object, l.person, l.organisation, p_places, p_answer, p_seen);
end $$;
-- The one way from a circulation to a Beschluss, by the path of a vote in a meeting.
create function meetings.resolve_circulation(p_circulation uuid, p_decision uuid) returns boolean language plpgsql security definer set search_path = '' as $$
declare c meetings.circulation;
begin
  select * into c from meetings.circulation x where x.id = p_circulation for update;
  if c.outcome is distinct from 'carried' or c.decision is not null or not access.holds(access.actor(), '{chair,office}', c.body)
     or exists (select from planning.resolution r where r.item = c.id) then return false; end if;
  perform planning.allow_resolution(p_decision, c.id, c.id);
  return true;
end $$;
create function meetings.settle_circulation(p_circulation uuid, p_decision uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
  update meetings.circulation c set decision = p_decision where c.id = p_circulation and exists (select from planning.resolution r where r.item = c.id and r.decision = p_decision);
end $$;
revoke all on function meetings.circulation_content(text, text, integer), meetings.circulation_seats(uuid), meetings.circulation_count(uuid), meetings.circulation_outcome(uuid), meetings.guard_circulation(), meetings.guard_circulated(),
  meetings.answering_circulation(uuid, uuid, uuid), meetings.my_circulation(uuid), meetings.keep_circulation(uuid, uuid, uuid, uuid[], text, integer), meetings.answer_circulation(uuid, uuid[], text, integer),
  meetings.circulation_by_link(text), meetings.answer_circulation_by_link(text, uuid[], text, integer), meetings.resolve_circulation(uuid, uuid), meetings.settle_circulation(uuid, uuid) from public;
grant execute on function meetings.circulation_content(text, text, integer), meetings.circulation_seats(uuid), meetings.my_circulation(uuid), meetings.answer_circulation(uuid, uuid[], text, integer),
  meetings.circulation_by_link(text), meetings.answer_circulation_by_link(text, uuid[], text, integer), meetings.resolve_circulation(uuid, uuid), meetings.settle_circulation(uuid, uuid) to {{app}};
grant execute on function meetings.circulation_seats(uuid), meetings.circulation_by_link(text) to {{worker}};

do $$
declare t text;
begin
  foreach t in array array['circulation', 'circulation_answer'] loop
    execute format('alter table meetings.%I enable row level security', t);
    execute format('alter table meetings.%I force row level security', t);
    execute format('create policy %I on meetings.%I to {{owner}} using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on meetings.%I for select to {{worker}} using (true)', t || '_worker', t);
    execute format('grant select on meetings.%I to {{app}}, {{worker}}, {{backup}}', t);
  end loop;
end $$;
grant insert on meetings.circulation to {{app}};
grant update (sent_on, settled_on) on meetings.circulation to {{worker}};
create policy circulation_see on meetings.circulation for select to {{app}} using (exists (select from kit.object o where o.id = circulation.id));
create policy circulation_answer_see on meetings.circulation_answer for select to {{app}} using (exists (select from kit.object o where o.id = circulation));
create policy circulation_make on meetings.circulation for insert to {{app}}
  with check (made_on = (select (access.actor()).today) and sent_on is null and settled_on is null and decision is null and exists (select from kit.object o where o.id = circulation.id and o.kind = 'circulation'
    and o.body = circulation.body and o.owner = o.body and access.holds((select access.actor()), '{chair,office}', o.body)));
create policy circulation_goes on meetings.circulation for update to {{worker}} using (true);
