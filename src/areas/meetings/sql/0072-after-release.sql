-- The life of minutes after they were sent: organisations object for some days, the chairs answer together, the next meeting approves. Nothing is
-- overwritten: what is to read otherwise is an entry of its own, with its reason, and counts once the chairs have released it.
-- Rules of procedure say for how many days after the minutes were sent an organisation with a seat may object to them.
alter table cooperation.rules add column objection_days integer not null default 14 constraint rules_objection_days_check check (objection_days between 1 and 180);
comment on column cooperation.rules.objection_days is 'Days after the minutes were sent in which an organisation with a seat may object to them; where no rules hold, fourteen.';
grant insert (objection_days) on cooperation.rules to {{app}};

create table meetings.minutes_objection (
  id           uuid primary key,
  meeting      uuid not null references meetings.meeting,
  organisation uuid not null references kit.object,
  item         uuid references meetings.agenda_item,
  text         text not null constraint minutes_objection_text_check check (btrim(text) <> ''),
  raised_on    date not null,
  withdrawn_on date constraint minutes_objection_withdrawn_later check (withdrawn_on >= raised_on)
);
create index minutes_objection_meeting on meetings.minutes_objection (meeting);
comment on table meetings.minutes_objection is 'Raised by an organisation with a seat, never by a person; its words stay, and it can be withdrawn until it is answered.';

create table meetings.rectification (
  id        uuid primary key references kit.object,
  meeting   uuid not null references meetings.meeting,
  objection uuid references meetings.minutes_objection,
  item      uuid references meetings.agenda_item,
  wording   text constraint rectification_wording_check check (btrim(wording) <> ''),
  reason    text not null constraint rectification_reason_check check (btrim(reason) <> ''),
  made_on   date not null,
  constraint rectification_says check (objection is not null or wording is not null)
);
create index rectification_meeting on meetings.rectification (meeting);
comment on table meetings.rectification is 'How the minutes are to be read, or the answer to an objection, put before the chairs as edition 1 of this object. Without a wording the minutes stay as they are.';

alter table meetings.agenda_item add column approves uuid references meetings.meeting;
comment on column meetings.agenda_item.approves is 'The meeting whose minutes are up for approval under this item.';
create unique index agenda_item_approves on meetings.agenda_item (approves, meeting) where approves is not null;

create function meetings.minutes_sent_on(p_meeting uuid) returns date
  language sql stable security definer set search_path = ''
  return (select min(f.day) from duties.fact f where f.object = p_meeting and f.kind = 'minutes.sent');
-- The last day for objections, by the rules that held when the minutes went out. Null: they have not gone out.
create function meetings.objections_until(p_meeting uuid) returns date
  language sql stable security definer set search_path = ''
  return (select s.sent_on + coalesce((cooperation.rule_on(m.body, s.sent_on)).objection_days, 14)
    from meetings.meeting m cross join lateral (select meetings.minutes_sent_on(m.id) as sent_on) s where m.id = p_meeting and s.sent_on is not null);
-- Where the minutes came up, and what came of it; approved once the chairs have released a result by which the body agreed, in a meeting after the last day for objections.
create function meetings.approvals(p_meeting uuid) returns table (item uuid, meeting uuid, day date, status text, decided boolean, approved boolean)
  language sql stable security definer set search_path = ''
begin atomic
  select i.id, m.id, m.day, m.status, d.result in ('agreed', 'resolved'),
      coalesce(d.result in ('agreed', 'resolved') and cooperation.is_released(d.id, d.edition) and m.day > meetings.objections_until(p_meeting), false)
    from meetings.agenda_item i join meetings.meeting m on m.id = i.meeting and m.status <> 'cancelled' join kit.object o on o.id = m.id and o.deleted_at is null
    left join planning.decision d on d.id = i.decision
   where i.approves = p_meeting and i.removed_at is null order by m.day, m.number;
end;
create function meetings.is_approved(p_meeting uuid) returns boolean
  language sql stable security definer set search_path = ''
  return exists (select from meetings.approvals(p_meeting) a where a.approved);
-- Organisations with a seat, on the day of the meeting or today, speak through those whom they have sent.
create function meetings.may_object(p_meeting uuid) returns boolean
  language plpgsql stable security definer set search_path = '' as $$
declare a access.actor := access.actor();
begin
  return exists (select from meetings.meeting m join cooperation.seat s on s.body = m.body and a.organisation in (s.organisation, s.unit) and s.superseded_at is null
    where m.id = p_meeting and access.holds(a, '{chair,delegate,deputy}', m.body)
      and ((s.valid_from <= m.day and (s.valid_until is null or m.day < s.valid_until)) or (s.valid_from <= a.today and (s.valid_until is null or a.today < s.valid_until))));
end $$;
create function meetings.rectification_content(p_objection uuid, p_item uuid, p_wording text, p_reason text) returns jsonb
  language sql immutable set search_path = ''
  return jsonb_build_object('objection', p_objection, 'item', p_item, 'wording', p_wording, 'reason', p_reason);
revoke all on function meetings.minutes_sent_on(uuid), meetings.objections_until(uuid), meetings.approvals(uuid), meetings.is_approved(uuid), meetings.may_object(uuid),
  meetings.rectification_content(uuid, uuid, text, text) from public;
grant execute on function meetings.minutes_sent_on(uuid), meetings.objections_until(uuid), meetings.approvals(uuid), meetings.is_approved(uuid), meetings.rectification_content(uuid, uuid, text, text) to {{app}}, {{worker}};
grant execute on function meetings.may_object(uuid) to {{app}};

-- What was sent stays, whatever the rules say later about keys, and whatever edition is put on top.
create or replace function meetings.is_settled(p_meeting uuid, p_kind text) returns boolean
  language sql stable security definer set search_path = ''
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

do $$
declare t text;
begin
  foreach t in array array['minutes_objection', 'rectification'] loop
    execute format('alter table meetings.%I enable row level security', t);
    execute format('alter table meetings.%I force row level security', t);
    execute format('create policy %I on meetings.%I to {{owner}} using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on meetings.%I for select to {{worker}} using (true)', t || '_worker', t);
    execute format('create policy %I on meetings.%I for select to {{app}} using (exists (select from kit.object o where o.id = meeting))', t || '_see', t);
    execute format('grant select on meetings.%I to {{worker}}, {{backup}}', t);
    execute format('grant select, insert on meetings.%I to {{app}}', t);
  end loop;
end $$;
grant update (withdrawn_on) on meetings.minutes_objection to {{app}};
create policy minutes_objection_raise on meetings.minutes_objection for insert to {{app}}
  with check (organisation = (select (access.actor()).organisation) and raised_on = (select (access.actor()).today) and withdrawn_on is null and meetings.may_object(meeting));
create policy minutes_objection_withdraw on meetings.minutes_objection for update to {{app}}
  using (organisation = (select (access.actor()).organisation) and meetings.may_object(meeting)) with check (withdrawn_on = (select (access.actor()).today));
create policy rectification_make on meetings.rectification for insert to {{app}}
  with check (made_on = (select (access.actor()).today) and meetings.may_lead(meeting) and exists (select from kit.object o join kit.object m on m.body = o.body
    where o.id = rectification.id and m.id = rectification.meeting and o.kind = 'rectification' and o.owner = o.body));
