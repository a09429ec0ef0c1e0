-- Duties that move and are withdrawn with what they follow from, the reason of a "soll", what the debtor states, and stages of reminding on both sides.
alter table duties.duty
  add column because_number text constraint duty_number check (btrim(because_number) <> ''),
  add column foresees text constraint duty_foresees check (foresees ~ '^[a-z]+$'),
  add column reasoned_on date,
  add column reasoned_because text,
  add column withdrawn_on date,
  add column withdrawn_because text,
  add constraint duty_reason_whole check ((reasoned_on is null) = (reasoned_because is null)),
  add constraint duty_reason_of_should check (reasoned_on is null or strength = 'should'),
  add constraint duty_withdrawal_whole check ((withdrawn_on is null) = (withdrawn_because is null));
comment on column duties.duty.because_number is 'The number of the clause in the agreement, as a mark to jump to.';
comment on column duties.duty.foresees is 'What announces the evidence: "meeting" counts meetings that are planned (facts meeting.planned, meeting.moved, meeting.invited).';
comment on column duties.duty.reasoned_on is 'The debtor said why a "soll" is not kept.';
comment on column duties.duty.withdrawn_on is 'No longer owed because its ground is gone (a meeting was called off). It stays on record.';
drop index duties.duty_once;
create unique index duty_once on duties.duty (kind, debtor, creditor, coalesce(subject, debtor), coalesce(because, debtor), because_text, period_from)
  where withdrawn_on is null;

-- What is waited for is a small part of what was ever owed: it is found by an index, not by counting evidence again at each look.
alter table duties.duty
  add column have integer not null default 0,
  add column done_on date,
  add column settled boolean not null default false;
comment on column duties.duty.have is 'How many pieces of evidence belong to the period; counted by duty_count, never typed. done_on: the day on which the last needed one happened.';
comment on column duties.duty.settled is 'Done, waived or withdrawn, on whatever day one looks: no state of it waits for anybody. Kept by duty_count.';
create index duty_waiting_debtor on duties.duty (debtor, due) where not settled;
create index duty_waiting_creditor on duties.duty (creditor, due) where not settled;
create index duty_done on duties.duty (debtor, done_on);
create index duty_done_on on duties.duty (done_on);

-- Fires before duty_guard (triggers fire by name). What was withdrawn stays as it was then.
create function duties.count_duty() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and old.withdrawn_on is not null then
    new.have := old.have; new.done_on := old.done_on; new.settled := true;
    return new;
  end if;
  select count(*), (array_agg(f.day order by f.day))[new.needed] into new.have, new.done_on
    from duties.evidence v join duties.fact f on f.id = v.fact
   where v.duty = new.id and f.about >= new.period_from and f.about < new.period_until;
  new.settled := new.have >= new.needed or new.waived_on is not null or new.withdrawn_on is not null;
  return new;
end $$;
create trigger duty_count before insert or update on duties.duty for each row execute function duties.count_duty();
-- Locked in one order, so that two facts for the same duties wait for each other instead of blocking each other; the later one counts both.
create function duties.count_evidence() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform from duties.duty d where d.id in (select c.duty from changed c) order by d.id for no key update;
  update duties.duty d set have = d.have where d.id in (select c.duty from changed c);
  return null;
end $$;
create trigger evidence_comes after insert on duties.evidence referencing new table as changed for each statement execute function duties.count_evidence();
create trigger evidence_goes after delete on duties.evidence referencing old table as changed for each statement execute function duties.count_evidence();
revoke all on function duties.count_duty(), duties.count_evidence() from public;
update duties.duty set needed = needed;

-- A reminder belongs to the day on which the duty was due then: a duty that moves reminds anew.
alter table duties.reminder add column due date;
update duties.reminder r set due = d.due from duties.duty d where d.id = r.duty;
alter table duties.reminder alter column due set not null;
alter table duties.reminder drop constraint reminder_pkey;
alter table duties.reminder add primary key (duty, stage, due);
alter table duties.reminder drop constraint reminder_stage_check;
alter table duties.reminder add constraint reminder_stage_check
  check (stage in ('foreseen', 'soon', 'due', 'overdue', 'asked', 'escalated', 'heads'));

-- What the debtor says it has done, where the deed itself happens outside (a report to its members, a review).
create table duties.statement (
  id           uuid primary key,
  duty         uuid not null references duties.duty,
  organisation uuid not null references kit.object,
  day          date not null,
  text         text not null check (btrim(text) <> ''),
  at           timestamptz not null
);
create index statement_duty on duties.statement (duty);
comment on table duties.statement is 'By the organisation that owes it, never by a person: who wrote it stands in the journal.';

-- Acts for the debtor: its own people, those whom it sends into the body, and for a body its chairs and office.
create function duties.owes(p_duty uuid, p_debtor uuid) returns boolean
  language plpgsql stable set search_path = '' as $$
declare a access.actor := access.actor();
begin
  return access.holds(a, '{admin,head,planner,staff,chair,office}', p_debtor)
    or (p_debtor = a.organisation and exists (select from kit.object o where o.id = p_duty and access.holds(a, '{chair,office,delegate,deputy}', o.body)));
end $$;
-- May let off: acts for the creditor, and not for the debtor. What one owes to oneself nobody waives.
create function duties.lets_off(p_debtor uuid, p_creditor uuid) returns boolean
  language plpgsql stable set search_path = '' as $$
declare a access.actor := access.actor();
begin
  return p_debtor <> p_creditor and p_debtor is distinct from a.organisation
    and access.holds(a, '{chair,office,admin,head,planner}', p_creditor);
end $$;
revoke all on function duties.owes(uuid, uuid), duties.lets_off(uuid, uuid) from public;
grant execute on function duties.owes(uuid, uuid), duties.lets_off(uuid, uuid) to {{app}};

drop policy duty_waive on duties.duty;
create policy duty_waive on duties.duty for update to {{app}}
  using (duties.lets_off(debtor, creditor)) with check (duties.lets_off(debtor, creditor) and waived_on = (select (access.actor()).today));
create policy duty_reason on duties.duty for update to {{app}}
  using (duties.owes(id, debtor)) with check (duties.owes(id, debtor) and reasoned_on = (select (access.actor()).today));
grant update (reasoned_on, reasoned_because) on duties.duty to {{app}};
grant update (period_from, period_until, opens, due, withdrawn_on, withdrawn_because) on duties.duty to {{worker}};

-- Two policies on one table add up; this keeps each side to its own columns, and settles everything once.
create function duties.guard_duty() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if (new.id, new.kind, new.debtor, new.creditor, new.subject, new.because, new.because_edition, new.because_text, new.because_number, new.strength)
     is distinct from (old.id, old.kind, old.debtor, old.creditor, old.subject, old.because, old.because_edition, old.because_text, old.because_number, old.strength)
     or (old.waived_on is not null and (new.waived_on, new.waived_because) is distinct from (old.waived_on, old.waived_because))
     or (old.reasoned_on is not null and (new.reasoned_on, new.reasoned_because) is distinct from (old.reasoned_on, old.reasoned_because))
     or (old.withdrawn_on is not null and new is distinct from old) then
    raise exception 'what is owed stays what it is, and is settled once' using errcode = 'NA403';
  end if;
  if session_user <> '{{worker}}' and session_user <> '{{owner}}'
     and ((new.waived_on is distinct from old.waived_on and not duties.lets_off(old.debtor, old.creditor))
       or (new.reasoned_on is distinct from old.reasoned_on and not duties.owes(old.id, old.debtor))) then
    raise exception 'the creditor waives, the debtor gives a reason' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger duty_guard before update on duties.duty for each row execute function duties.guard_duty();
revoke all on function duties.guard_duty() from public;

alter table duties.statement enable row level security;
alter table duties.statement force row level security;
create policy statement_owner on duties.statement to {{owner}} using (true) with check (true);
create policy statement_worker on duties.statement to {{worker}} using (true) with check (true);
create policy statement_see on duties.statement for select to {{app}} using (exists (select from duties.duty d where d.id = duty));
create policy statement_make on duties.statement for insert to {{app}}
  with check (organisation = (select (access.actor()).organisation) and at = (select (access.actor()).at) and day <= (select (access.actor()).today)
    and exists (select from duties.duty d where d.id = duty and d.withdrawn_on is null and duties.owes(d.id, d.debtor)));
grant select, insert on duties.statement to {{app}};
grant select on duties.statement to {{worker}};

-- have, done_on: only what belongs to the period counts, also after the duty has moved.
-- planned: while it waits, what is announced for the rest of the period, by the latest word on each thing.
drop view duties.standing;
create view duties.standing with (security_invoker = true) as
  select d.*, coalesce(p.planned, 0) as planned,
         case when d.withdrawn_on is not null then 'withdrawn'
              else case s.state when 'overdue' then case when d.reasoned_on is not null then 'reasoned' when d.strength = 'usual' then 'missed' else 'overdue' end
                                when 'open' then case when d.reasoned_on is not null then 'reasoned' else 'open' end
                                else s.state end end as state
    from duties.duty d
    left join lateral (
      select count(*) as planned from (
        select distinct on (f.object) f.kind, f.about from duties.fact f join kit.object o on o.id = f.object and o.deleted_at is null
         where d.foresees is not null and not d.settled and f.organisation = d.debtor and f.kind like d.foresees || '.%' order by f.object, f.at desc, f.entry desc nulls last) w
       where w.kind in (d.foresees || '.planned', d.foresees || '.moved', d.foresees || '.invited')
         and w.about >= clock.today() and w.about >= d.period_from and w.about < d.period_until) p on d.foresees is not null and not d.settled
    cross join lateral (select duties.state(d.opens, d.due, d.needed, d.have, d.done_on, d.waived_on, clock.today()) as state) s;
grant select on duties.standing to {{app}}, {{worker}};

-- As before, and: what is announced beforehand (meetings) counts whatever it is about; a body's fact is stated by those who run it; a fact about a duty itself (a statement) counts for this duty only; what was withdrawn takes nothing.
create or replace function duties.state_fact(p_id uuid, p_kind text, p_organisation uuid, p_subject uuid, p_object uuid, p_day date, p_about date, p_entry bigint, p_duties text[]) returns integer
  language plpgsql volatile security definer set search_path = '' as $$
declare a access.actor := access.actor(); o kit.object; n integer;
begin
  if session_user <> '{{worker}}' and session_user <> '{{owner}}' then
    select * into o from kit.object x where x.id = p_object and access.sees(x.audience, x.owner, x.author, x.readers, x.deleted_at, a);
    -- For the own organisation: from home, or about what it has in a body into which one is sent. For a body: as its chair or office, about what is dealt with there.
    if a.person is null or o.id is null
       or not coalesce(p_organisation = a.organisation and (p_organisation = any (a.readers) or o.body = any (a.readers)), false)
          and not (access.holds(a, '{chair,office}', p_organisation) and coalesce(p_organisation = o.body, p_organisation = o.owner, false)) then
      raise exception 'a fact is stated for the own organisation or body' using errcode = 'NA403';
    end if;
    if p_day > clock.today() or (p_subject is not null and not exists (select from kit.object x where x.id = p_subject
         and access.sees(x.audience, x.owner, x.author, x.readers, x.deleted_at, a))) then
      raise exception 'a fact has happened, and what it is about can be seen' using errcode = 'NA403';
    end if;
    if p_entry is null or not exists (select from journal.entry e where e.id = p_entry and e.person = a.person and e.xid = pg_current_xact_id()) then
      raise exception 'a fact follows from an entry of the same transaction' using errcode = 'NA403';
    end if;
  end if;
  insert into duties.fact (id, kind, organisation, subject, object, day, about, at, entry)
  values (p_id, p_kind, p_organisation, p_subject, p_object, p_day, p_about, clock.now(), p_entry);
  insert into duties.evidence (duty, fact)
  select d.id, p_id from duties.duty d
   where d.kind = any (p_duties) and d.debtor = p_organisation and (d.subject is null or d.subject = p_subject or d.foresees is not null)
     and (d.id = p_object or p_kind <> 'duty.stated')
     and d.waived_on is null and d.withdrawn_on is null and p_about >= d.period_from and p_about < d.period_until
  on conflict do nothing;
  get diagnostics n = row_count;
  return n;
end $$;

create or replace function duties.look_back(p_duty uuid, p_facts text[]) returns integer
  language plpgsql volatile security definer set search_path = '' as $$
declare n integer;
begin
  insert into duties.evidence (duty, fact)
  select d.id, f.id from duties.duty d join duties.fact f on f.organisation = d.debtor and f.kind = any (p_facts)
   where d.id = p_duty and (d.subject is null or d.subject = f.subject or d.foresees is not null) and (f.object = d.id or f.kind <> 'duty.stated')
     and f.about >= d.period_from and f.about < d.period_until
  on conflict do nothing;
  get diagnostics n = row_count;
  return n;
end $$;
