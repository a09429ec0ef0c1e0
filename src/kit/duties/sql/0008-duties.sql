-- Who owes what to whom by when, because of which clause or law. The state is computed from facts and the day, never typed.
create schema duties;
grant usage on schema duties to {{app}}, {{worker}}, {{backup}};

create table duties.duty (
  id             uuid primary key references kit.object,
  kind           text not null,
  debtor         uuid not null references kit.object,
  creditor       uuid not null references kit.object,
  subject        uuid references kit.object,
  because        uuid references kit.object,
  because_edition integer,
  because_text   text not null check (btrim(because_text) <> ''),
  strength       text not null check (strength in ('must', 'should', 'usual')),
  period_from    date not null,
  period_until   date not null check (period_until > period_from),
  opens          date not null,
  due            date not null check (due >= opens),
  needed         integer not null default 1 check (needed > 0),
  waived_on      date,
  waived_because text,
  check ((waived_on is null) = (waived_because is null)),
  foreign key (because, because_edition) references kit.edition (object, number)
);
create unique index duty_once on duties.duty (kind, debtor, creditor, coalesce(subject, debtor), coalesce(because, debtor), because_text, period_from);
create index duty_due on duties.duty (due);
create index duty_debtor on duties.duty (debtor, due);
create index duty_creditor on duties.duty (creditor, due);
create index duty_because on duties.duty (because) where because is not null;
create index duty_subject on duties.duty (subject);
comment on column duties.duty.strength is 'muss, soll or in der Regel: only a must can be breached, a should asks for a reason.';
comment on column duties.duty.due is 'The last day on which it is in time.';

create table duties.fact (
  id           uuid primary key,
  kind         text not null,
  organisation uuid not null references kit.object,
  subject      uuid references kit.object,
  object       uuid not null references kit.object,
  day          date not null,
  about        date not null,
  at           timestamptz not null,
  entry        bigint references journal.entry,
  handled_at   timestamptz
);
create index fact_kind on duties.fact (kind, organisation, day);
create index fact_object on duties.fact (object);
create index fact_waiting on duties.fact (at) where handled_at is null;
comment on column duties.fact.about is 'A day of the period to which it belongs: of a meeting its own day, of a figure a day of the period it measures.';
comment on column duties.fact.handled_at is 'When the worker did what follows from it.';
comment on table duties.fact is 'What has happened, said in the transaction in which it happened. organisation: who did it (an organisation or a body).';

create table duties.evidence (
  duty uuid not null references duties.duty,
  fact uuid not null references duties.fact,
  primary key (duty, fact)
);
create index evidence_fact on duties.evidence (fact);

create table duties.reminder (
  duty  uuid not null references duties.duty,
  stage text not null check (stage in ('soon', 'due', 'overdue', 'escalated')),
  on_day date not null,
  primary key (duty, stage)
);
comment on table duties.reminder is 'Reminders are the same for the authority and the associations: same days, same words.';

create function duties.state(p_opens date, p_due date, p_needed integer, p_have bigint, p_done_on date, p_waived_on date, p_today date) returns text
  language sql immutable set search_path = ''
  return case when p_waived_on is not null then 'waived'
              when p_have >= p_needed then case when p_done_on <= p_due then 'done' else 'doneLate' end
              when p_today > p_due then 'overdue'
              when p_today < p_opens then 'notYet'
              else 'open' end;

revoke all on function duties.state(date, date, integer, bigint, date, date, date) from public;
grant execute on function duties.state(date, date, integer, bigint, date, date, date) to {{app}}, {{worker}}, {{backup}};

-- done_on: the day on which the last needed fact happened.
create view duties.standing with (security_invoker = true) as
  select d.*, coalesce(e.have, 0) as have, e.done_on,
         duties.state(d.opens, d.due, d.needed, coalesce(e.have, 0), e.done_on, d.waived_on, clock.today()) as state
    from duties.duty d
    left join lateral (
      select count(*) as have, (array_agg(f.day order by f.day))[d.needed] as done_on
        from duties.evidence v join duties.fact f on f.id = v.fact where v.duty = d.id) e on true;

do $$
declare t text;
begin
  foreach t in array array['duty', 'fact', 'evidence', 'reminder'] loop
    execute format('alter table duties.%I enable row level security', t);
    execute format('alter table duties.%I force row level security', t);
    execute format('create policy %I on duties.%I to {{owner}} using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on duties.%I to {{worker}} using (true) with check (true)', t || '_worker', t);
    execute format('grant select on duties.%I to {{app}}', t);
    execute format('grant select, insert on duties.%I to {{worker}}', t);
  end loop;
end $$;
grant select on duties.standing to {{app}}, {{worker}};
grant update (handled_at) on duties.fact to {{worker}};
grant update (waived_on, waived_because) on duties.duty to {{app}};
create policy duty_see on duties.duty for select to {{app}} using (exists (select from kit.object o where o.id = duty.id));
-- The creditor may waive, nobody else: the one who owes cannot let itself off.
create policy duty_waive on duties.duty for update to {{app}}
  using (access.holds((select access.actor()), '{chair,office}', creditor) or access.holds((select access.actor()), '{admin,head,planner}', creditor))
  with check (waived_on = (select (access.actor()).today)
    and (access.holds((select access.actor()), '{chair,office}', creditor) or access.holds((select access.actor()), '{admin,head,planner}', creditor)));
-- Whoever sees a duty sees that it was fulfilled and when, also where what fulfilled it is for others' eyes (a delivered figure): else it would look overdue.
create policy fact_see on duties.fact for select to {{app}} using (exists (select from kit.object o where o.id = object)
  or exists (select from duties.evidence v where v.fact = fact.id));
create policy evidence_see on duties.evidence for select to {{app}} using (exists (select from duties.duty d where d.id = duty));
create policy reminder_see on duties.reminder for select to {{app}} using (exists (select from duties.duty d where d.id = duty));

-- A fact is stated by whoever acts, for the own organisation or a body in which the actor has a part; matching duties take it as evidence at once.
-- p_duties: the kinds of duty for which this kind of fact counts, as the areas declare them in chores.ts.
create function duties.state_fact(p_id uuid, p_kind text, p_organisation uuid, p_subject uuid, p_object uuid, p_day date, p_about date, p_entry bigint, p_duties text[]) returns integer
  language plpgsql volatile security definer set search_path = '' as $$
declare a access.actor := access.actor(); o kit.object; n integer;
begin
  if session_user <> '{{worker}}' and session_user <> '{{owner}}' then
    select * into o from kit.object x where x.id = p_object and access.sees(x.audience, x.owner, x.author, x.readers, x.deleted_at, a);
    -- For the own organisation: from home, or about what it has in a body into which one is sent. For a body: with a part in it, about what is dealt with there.
    if a.person is null or o.id is null
       or not coalesce(p_organisation = a.organisation and (p_organisation = any (a.readers) or o.body = any (a.readers)), false)
          and not (access.holds(a, '{chair,office,delegate,deputy}', p_organisation) and coalesce(p_organisation = o.body, p_organisation = o.owner, false)) then
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
   where d.kind = any (p_duties) and d.debtor = p_organisation and (d.subject is null or d.subject = p_subject)
     and d.waived_on is null and p_about >= d.period_from and p_about < d.period_until
  on conflict do nothing;
  get diagnostics n = row_count;
  return n;
end $$;
revoke all on function duties.state_fact(uuid, text, uuid, uuid, uuid, date, date, bigint, text[]) from public;
grant execute on function duties.state_fact(uuid, text, uuid, uuid, uuid, date, date, bigint, text[]) to {{app}}, {{worker}};

-- A duty that arises after its evidence (the agreement came into force after the first meeting) finds it.
create function duties.look_back(p_duty uuid, p_facts text[]) returns integer
  language plpgsql volatile security definer set search_path = '' as $$
declare n integer;
begin
  insert into duties.evidence (duty, fact)
  select d.id, f.id from duties.duty d join duties.fact f on f.organisation = d.debtor and f.kind = any (p_facts)
   where d.id = p_duty and (d.subject is null or d.subject = f.subject) and f.about >= d.period_from and f.about < d.period_until
  on conflict do nothing;
  get diagnostics n = row_count;
  return n;
end $$;
revoke all on function duties.look_back(uuid, text[]) from public;
grant execute on function duties.look_back(uuid, text[]) to {{worker}};
