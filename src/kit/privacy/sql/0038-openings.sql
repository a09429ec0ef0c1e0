-- What one person did is put together only with cause, by two people, for a few days; the opening itself is recorded and the person sees it.
create table privacy.opening (
  id           uuid primary key,
  person       uuid not null references kit.object,
  organisation uuid not null references kit.object,
  cause        text not null check (length(btrim(cause)) >= 10),
  from_day     date not null,
  until_day    date not null check (until_day > from_day and until_day <= from_day + 92),
  asked_by     uuid not null references kit.object check (asked_by <> person),
  second       uuid not null references kit.object check (second <> person and second <> asked_by),
  asked_at     timestamptz not null,
  answer       text check (answer in ('agreed', 'refused')),
  reason       text check (btrim(reason) <> ''),
  answered_at  timestamptz,
  closes_on    date,
  check ((answer is null) = (answered_at is null)),
  check ((answer is not distinct from 'agreed') = (closes_on is not null)),
  check (answer is distinct from 'refused' or reason is not null)
);
comment on table privacy.opening is 'Asked by one, agreed by another, both for the organisation for which the person acts; open for seven days. No object with an address: only three people see it, and its journal rows stand at the organisation without naming anybody.';

-- Whether somebody sets up, leads or checks the organisation today.
create function privacy.answers_for(p_person uuid, p_organisation uuid) returns boolean
  language sql stable security definer set search_path = ''
  return exists (select from access.mandate m where m.person = p_person and m.organisation = p_organisation and m.body is null and m.role in ('admin', 'head', 'checker')
    and m.superseded_at is null and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day));

create function privacy.guard_opening() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    if not privacy.answers_for(new.asked_by, new.organisation) or not privacy.answers_for(new.second, new.organisation)
       or not exists (select from access.mandate m where m.person = new.person and m.organisation = new.organisation)
       or new.answer is not null or new.until_day > clock.today() + 1 then
      raise exception 'two who answer for the organisation open the log of one who acts for it' using errcode = 'NA403';
    end if;
  elsif old.answer is not null or new.answer is null or new.answered_at <> clock.now()
     or new.closes_on is distinct from (case when new.answer = 'agreed' then clock.today() + 7 end)
     or not privacy.answers_for(new.second, new.organisation) then
    raise exception 'an opening is answered once, by the second' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger opening_guard before insert or update on privacy.opening for each row execute function privacy.guard_opening();

alter table privacy.opening enable row level security;
alter table privacy.opening force row level security;
create policy opening_owner on privacy.opening to {{owner}} using (true) with check (true);
create policy opening_worker on privacy.opening for select to {{worker}} using (true);
create policy opening_see on privacy.opening for select to {{app}} using ((select (access.actor()).person) in (person, asked_by, second));
create policy opening_ask on privacy.opening for insert to {{app}}
  with check (asked_by = (select (access.actor()).person) and organisation = (select (access.actor()).organisation) and asked_at = (select (access.actor()).at));
create policy opening_answer on privacy.opening for update to {{app}}
  using (second = (select (access.actor()).person)) with check (second = (select (access.actor()).person));
grant select on privacy.opening to {{app}}, {{worker}}, {{backup}};
grant insert (id, person, organisation, cause, from_day, until_day, asked_by, second, asked_at) on privacy.opening to {{app}};
grant update (answer, reason, answered_at, closes_on) on privacy.opening to {{app}};

-- The log itself: only for the two, only while it is open, only what was done for their organisation. Titles that they may not see stay away.
create function privacy.log_of(p_opening uuid) returns table (at timestamptz, verb text, kind text, title text, object uuid)
  language plpgsql stable security definer set search_path = '' as $$
declare a access.actor := access.actor(); x privacy.opening;
begin
  select * into x from privacy.opening y where y.id = p_opening;
  if a.person is null or a.person not in (x.asked_by, x.second) or a.organisation <> x.organisation or x.answer is distinct from 'agreed'
     or clock.today() >= x.closes_on or not privacy.answers_for(a.person, x.organisation) then
    raise exception 'the log opens for two people, for a week' using errcode = 'NA403';
  end if;
  return query
    select e.at, e.verb, o.kind, case when access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, a) then o.title end,
           case when access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, a) then o.id end
      from journal.entry e join kit.object o on o.id = e.object
     where e.person = x.person and e.organisation = x.organisation
       and (e.at at time zone 'Europe/Berlin')::date >= x.from_day and (e.at at time zone 'Europe/Berlin')::date < x.until_day
     order by e.at desc limit 2000;
end $$;
revoke all on function privacy.answers_for(uuid, uuid), privacy.log_of(uuid) from public;
grant execute on function privacy.answers_for(uuid, uuid), privacy.log_of(uuid) to {{app}};

-- As before, and what was asked about the person goes too.
create or replace function privacy.erase_person(p_person uuid, p_title text) returns boolean
  language plpgsql volatile security definer set search_path = '' as $$
declare mail text;
begin
  if not exists (select from kit.object where id = p_person and kind = 'person' and erased_at is null) then return false; end if;
  if privacy.still_acts(p_person) then raise exception 'who still acts is not erased' using errcode = 'NA403'; end if;
  select email into mail from access.account where person = p_person;
  delete from access.session where person = p_person;
  delete from access.invitation where person = p_person or email = mail;
  delete from access.attempt where email in (mail, 'reset:' || mail, 'totp:' || p_person);
  update access.account set email = p_person || '@erased.invalid', salt = null, proof = null, totp = null, totp_step = null, totp_pending = null,
         closed_at = coalesce(closed_at, clock.now()) where person = p_person;
  update mail.message set address = null, data = '{}', send_after = case when sent_at is null then 'infinity' else send_after end where person = p_person;
  delete from mail.message where address = mail;
  delete from kit.reply where person = p_person;
  delete from privacy.opening where person = p_person;
  delete from journal.content c using journal.entry e where e.id = c.entry and e.object = p_person;
  delete from kit.edition where object = p_person and not kit.cited(p_person);
  update kit.object set title = p_title, erased_at = clock.now(), revision = revision + 1 where id = p_person;
  return true;
end $$;
