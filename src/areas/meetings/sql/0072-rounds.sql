-- The life of minutes after they were sent: organisations object for some days, the chairs answer together, the next meeting approves. Nothing is
-- overwritten: what is to read otherwise is an entry of its own, with its reason, and counts once the chairs have released it.
create table meetings.minutes_objection (
  id uuid primary key, meeting uuid not null references meetings.meeting, organisation uuid not null references kit.object, item uuid references meetings.agenda_item,
  text         text not null constraint minutes_objection_text_check check (btrim(text) <> ''),
  raised_on date not null, withdrawn_on date constraint minutes_objection_withdrawn_later check (withdrawn_on >= raised_on)
);
create index minutes_objection_meeting on meetings.minutes_objection (meeting);
comment on table meetings.minutes_objection is 'Raised by an organisation with a seat, never by a person; its words stay, and it can be withdrawn until it is answered.';

create table meetings.rectification (
  id uuid primary key references kit.object, meeting uuid not null references meetings.meeting,
  objection uuid references meetings.minutes_objection, item uuid references meetings.agenda_item,
  wording   text constraint rectification_wording_check check (btrim(wording) <> ''),
  reason    text not null constraint rectification_reason_check check (btrim(reason) <> ''),
  made_on date not null, constraint rectification_says check (objection is not null or wording is not null)
);
create index rectification_meeting on meetings.rectification (meeting);
comment on table meetings.rectification is 'How the minutes are to be read, or the answer to an objection, put before the chairs as edition 1 of this object. Without a wording the minutes stay as they are.';

alter table meetings.agenda_item add column approves uuid references meetings.meeting;
comment on column meetings.agenda_item.approves is 'The meeting whose minutes are up for approval under this item.';
create unique index agenda_item_approves on meetings.agenda_item (approves, meeting) where approves is not null;

create function meetings.minutes_sent_on(p_meeting uuid) returns date language sql stable security definer set search_path = ''
  return (select min(f.day) from duties.fact f where f.object = p_meeting and f.kind = 'minutes.sent');
-- The last day for objections, by the rules that held when the minutes went out. Null: they have not gone out.
create function meetings.objections_until(p_meeting uuid) returns date language sql stable security definer set search_path = ''
  return (select s.sent_on + coalesce((cooperation.rule_on(m.body, s.sent_on)).objection_days, 14)
    from meetings.meeting m cross join lateral (select meetings.minutes_sent_on(m.id) as sent_on) s where m.id = p_meeting and s.sent_on is not null);
-- Where the minutes came up, and what came of it; approved once the chairs have released a result by which the body agreed, in a meeting after the last day for objections.
create function meetings.approvals(p_meeting uuid) returns table (item uuid, meeting uuid, day date, status text, decided boolean, approved boolean) language sql stable security definer set search_path = ''
begin atomic
  select i.id, m.id, m.day, m.status, d.result in ('agreed', 'resolved'),
      coalesce(d.result in ('agreed', 'resolved') and cooperation.is_released(d.id, d.edition) and m.day > meetings.objections_until(p_meeting), false)
    from meetings.agenda_item i join meetings.meeting m on m.id = i.meeting and m.status <> 'cancelled' join kit.object o on o.id = m.id and o.deleted_at is null
    left join planning.decision d on d.id = i.decision
   where i.approves = p_meeting and i.removed_at is null order by m.day, m.number;
end;
create function meetings.is_approved(p_meeting uuid) returns boolean language sql stable security definer set search_path = ''
  return exists (select from meetings.approvals(p_meeting) a where a.approved);
-- Organisations with a seat, on the day of the meeting or today, speak through those whom they have sent.
create function meetings.may_object(p_meeting uuid) returns boolean language plpgsql stable security definer set search_path = '' as $$
declare a access.actor := access.actor();
begin
  return exists (select from meetings.meeting m join cooperation.seat s on s.body = m.body and a.organisation in (s.organisation, s.unit) and s.superseded_at is null
    where m.id = p_meeting and access.holds(a, '{chair,delegate,deputy}', m.body)
      and ((s.valid_from <= m.day and (s.valid_until is null or m.day < s.valid_until)) or (s.valid_from <= a.today and (s.valid_until is null or a.today < s.valid_until))));
end $$;
create function meetings.rectification_content(p_objection uuid, p_item uuid, p_wording text, p_reason text) returns jsonb language sql immutable set search_path = ''
  return jsonb_build_object('objection', p_objection, 'item', p_item, 'wording', p_wording, 'reason', p_reason);
revoke all on function meetings.minutes_sent_on(uuid), meetings.objections_until(uuid), meetings.approvals(uuid), meetings.is_approved(uuid), meetings.may_object(uuid),
  meetings.rectification_content(uuid, uuid, text, text) from public;
grant execute on function meetings.minutes_sent_on(uuid), meetings.objections_until(uuid), meetings.approvals(uuid), meetings.is_approved(uuid), meetings.rectification_content(uuid, uuid, text, text) to {{app}}, {{worker}};
grant execute on function meetings.may_object(uuid) to {{app}};

-- What was sent stays, whatever the rules say later about keys, and whatever edition is put on top.
create or replace function meetings.is_settled(p_meeting uuid, p_kind text) returns boolean language sql stable security definer set search_path = ''
  return (p_kind = 'minutes' and meetings.minutes_sent_on(p_meeting) is not null)
    or coalesce((select e.content = meetings.paper_content(p.meeting, p.kind) and (not cooperation.needs_keys(m.body, p.kind) or cooperation.is_released(p.id, e.number))
      from meetings.paper p join meetings.meeting m on m.id = p.meeting join kit.edition e on e.object = p.id
      where p.meeting = p_meeting and p.kind = p_kind order by e.number desc limit 1), false);

create function meetings.guard_objection() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    if clock.today() > meetings.objections_until(new.meeting) is not false or meetings.is_approved(new.meeting) then
      raise exception 'objections are raised between the sending of the minutes and the last day for them' using errcode = 'NA403';
    end if;
    if new.item is not null and not exists (select from meetings.agenda_item i where i.id = new.item and i.meeting = new.meeting and i.removed_at is null) then
      raise exception 'an objection is about an item of this meeting' using errcode = 'NA403';
    end if;
    return new;
  end if;
  if old.withdrawn_on is not null or (new.id, new.meeting, new.organisation, new.item, new.text, new.raised_on) is distinct from (old.id, old.meeting, old.organisation, old.item, old.text, old.raised_on)
     or exists (select from meetings.rectification c where c.objection = old.id and cooperation.is_released(c.id, 1)) then
    raise exception 'an objection stays as it was raised' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger minutes_objection_guard before insert or update on meetings.minutes_objection for each row execute function meetings.guard_objection();

-- Put before the chairs as it stands in the row; one answer to an objection at a time, and after the answer none.
create function meetings.guard_rectification() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if meetings.minutes_sent_on(new.meeting) is null then raise exception 'the minutes have not been sent' using errcode = 'NA403'; end if;
  if (select e.content from kit.edition e where e.object = new.id and e.number = 1) is distinct from meetings.rectification_content(new.objection, new.item, new.wording, new.reason) then
    raise exception 'the chairs are shown other words' using errcode = 'NA403';
  end if;
  if new.item is not null and not exists (select from meetings.agenda_item i where i.id = new.item and i.meeting = new.meeting and i.removed_at is null) then
    raise exception 'a rectification is about an item of this meeting' using errcode = 'NA403';
  end if;
  if new.objection is not null then
    perform from meetings.minutes_objection o where o.id = new.objection for update;
    if not exists (select from meetings.minutes_objection o where o.id = new.objection and o.meeting = new.meeting and o.withdrawn_on is null)
       or exists (select from meetings.rectification c where c.objection = new.objection and not exists (select from cooperation.objection x where x.object = c.id)) then
      raise exception 'an objection is answered once' using errcode = 'NA403';
    end if;
  end if;
  return new;
end $$;
create trigger rectification_guard before insert on meetings.rectification for each row execute function meetings.guard_rectification();

-- Minutes that were sent come up in a meeting of the same body, after the last day for objections, and what comes up does not change.
create function meetings.guard_approval() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'UPDATE' then
    if new.approves is distinct from old.approves then raise exception 'what comes up for approval stays' using errcode = 'NA403'; end if;
    return new;
  end if;
  if new.approves is not null and not exists (select from meetings.meeting m join meetings.meeting n on n.body = m.body
      where m.id = new.approves and n.id = new.meeting and n.day > meetings.objections_until(m.id)) then
    raise exception 'minutes come up after the last day for objections' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger item_approval_guard before insert or update on meetings.agenda_item for each row execute function meetings.guard_approval();
revoke all on function meetings.guard_objection(), meetings.guard_rectification(), meetings.guard_approval() from public;

-- Deciding by circulation: only where a body votes and its rules allow it. Nothing goes out before the chairs have released the words, and the words do
-- not change; each seat with a vote answers, openly and without a time; what came of it is counted by the rules of the day on which it went out.
create table meetings.circulation (
  id uuid primary key references kit.object, body uuid not null references kit.object,
  proposal   text not null constraint circulation_proposal_check check (btrim(proposal) <> ''),
  reasons    text not null default '',
  days       integer not null constraint circulation_days_check check (days between 1 and 90),
  made_on    date not null, sent_on date, until_day date, rules integer, settled_on date,
  outcome    text constraint circulation_outcome_check check (outcome in ('carried', 'rejected', 'toMeeting', 'notQuorate')),
  decision   uuid unique references planning.decision,
  foreign key (body, rules) references cooperation.rules (body, edition),
  constraint circulation_sent_whole check ((sent_on is null) = (until_day is null) and (sent_on is null) = (rules is null)),
  constraint circulation_settled_whole check ((settled_on is null) = (outcome is null) and (settled_on is null or sent_on is not null)),
  constraint circulation_decided check (decision is null or (outcome is not null and outcome = 'carried'))
);
create index circulation_body on meetings.circulation (body);
create table meetings.circulation_answer (
  circulation uuid not null references meetings.circulation, organisation uuid not null references kit.object, unit uuid references kit.object,
  answer       text not null constraint circulation_answer_check check (answer in ('yes', 'no', 'abstain', 'meeting')),
  revision     integer not null default 1
);
create unique index circulation_answer_once on meetings.circulation_answer (circulation, coalesce(unit, organisation));
comment on table meetings.circulation_answer is 'By seat, never by person, and without a time. meeting: wants to discuss it in a meeting.';
alter table meetings.agenda_item add column announces uuid references meetings.circulation;
comment on column meetings.agenda_item.announces is 'What was decided by circulation and is made known here, or comes back from there.';
create unique index agenda_item_announces on meetings.agenda_item (announces, meeting) where announces is not null;

create function meetings.circulation_content(p_proposal text, p_reasons text, p_days integer) returns jsonb language sql immutable set search_path = ''
  return jsonb_build_object('proposal', p_proposal, 'reasons', p_reasons, 'days', p_days);
-- The seats with a vote of the day on which it went out.
create function meetings.circulation_seats(p_circulation uuid) returns table (organisation uuid, unit uuid) language sql stable security definer set search_path = ''
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
create function meetings.circulation_outcome(p_circulation uuid) returns text language sql stable security definer set search_path = ''
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
create function meetings.answering_circulation(p_circulation uuid, p_person uuid, p_organisation uuid) returns table (organisation uuid, unit uuid) language sql stable security definer set search_path = ''
begin atomic
  select s.organisation, s.unit from meetings.circulation c cross join lateral meetings.circulation_seats(c.id) s
    join meetings.voices(c.body, p_person, p_organisation, null) v on v.voice = 'seat' and v.organisation = s.organisation and v.unit is not distinct from s.unit where c.id = p_circulation;
end;
create function meetings.my_circulation(p_circulation uuid) returns table (organisation uuid, unit uuid) language sql stable security definer set search_path = ''
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
create function meetings.answer_circulation(p_circulation uuid, p_places uuid[], p_answer text, p_seen integer) returns text language plpgsql volatile security definer set search_path = '' as $$
declare a access.actor := access.actor();
begin
  if a.session is null then return 'nobody'; end if;
  return meetings.keep_circulation(p_circulation, a.person, a.organisation, p_places, p_answer, p_seen);
end $$;
create function meetings.circulation_by_link(p_token text) returns jsonb language plpgsql stable security definer set search_path = '' as $$
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
create function meetings.answer_circulation_by_link(p_token text, p_places uuid[], p_answer text, p_seen integer) returns text language plpgsql volatile security definer set search_path = '' as $$
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
revoke all on function meetings.circulation_content(text, text, integer), meetings.circulation_seats(uuid), meetings.circulation_count(uuid), meetings.circulation_outcome(uuid), meetings.guard_circulation(),
  meetings.answering_circulation(uuid, uuid, uuid), meetings.my_circulation(uuid), meetings.keep_circulation(uuid, uuid, uuid, uuid[], text, integer), meetings.answer_circulation(uuid, uuid[], text, integer),
  meetings.circulation_by_link(text), meetings.answer_circulation_by_link(text, uuid[], text, integer), meetings.resolve_circulation(uuid, uuid), meetings.settle_circulation(uuid, uuid) from public;
grant execute on function meetings.circulation_content(text, text, integer), meetings.circulation_seats(uuid), meetings.my_circulation(uuid), meetings.answer_circulation(uuid, uuid[], text, integer),
  meetings.circulation_by_link(text), meetings.answer_circulation_by_link(text, uuid[], text, integer), meetings.resolve_circulation(uuid, uuid), meetings.settle_circulation(uuid, uuid) to {{app}};
grant execute on function meetings.circulation_seats(uuid), meetings.circulation_by_link(text) to {{worker}};

do $$
declare t text;
begin
  foreach t in array array['minutes_objection', 'rectification', 'circulation', 'circulation_answer'] loop
    execute format('alter table meetings.%I enable row level security', t);
    execute format('alter table meetings.%I force row level security', t);
    execute format('create policy %I on meetings.%I to {{owner}} using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on meetings.%I for select to {{worker}} using (true)', t || '_worker', t);
    execute format('grant select on meetings.%I to {{app}}, {{worker}}, {{backup}}', t);
  end loop;
end $$;
create policy minutes_objection_see on meetings.minutes_objection for select to {{app}} using (exists (select from kit.object o where o.id = meeting));
create policy rectification_see on meetings.rectification for select to {{app}} using (exists (select from kit.object o where o.id = meeting));
grant update (withdrawn_on) on meetings.minutes_objection to {{app}};
create policy minutes_objection_raise on meetings.minutes_objection for insert to {{app}}
  with check (organisation = (select (access.actor()).organisation) and raised_on = (select (access.actor()).today) and withdrawn_on is null and meetings.may_object(meeting));
create policy minutes_objection_withdraw on meetings.minutes_objection for update to {{app}}
  using (organisation = (select (access.actor()).organisation) and meetings.may_object(meeting)) with check (withdrawn_on = (select (access.actor()).today));
create policy rectification_make on meetings.rectification for insert to {{app}}
  with check (made_on = (select (access.actor()).today) and meetings.may_lead(meeting) and exists (select from kit.object o join kit.object m on m.body = o.body
    where o.id = rectification.id and m.id = rectification.meeting and o.kind = 'rectification' and o.owner = o.body));
grant insert on meetings.minutes_objection, meetings.rectification, meetings.circulation to {{app}};
grant update (sent_on, settled_on) on meetings.circulation to {{worker}};
create policy circulation_see on meetings.circulation for select to {{app}} using (exists (select from kit.object o where o.id = circulation.id));
create policy circulation_answer_see on meetings.circulation_answer for select to {{app}} using (exists (select from kit.object o where o.id = circulation));
create policy circulation_make on meetings.circulation for insert to {{app}}
  with check (made_on = (select (access.actor()).today) and sent_on is null and settled_on is null and decision is null and exists (select from kit.object o where o.id = circulation.id and o.kind = 'circulation'
    and o.body = circulation.body and o.owner = o.body and access.holds((select access.actor()), '{chair,office}', o.body)));
create policy circulation_goes on meetings.circulation for update to {{worker}} using (true);
