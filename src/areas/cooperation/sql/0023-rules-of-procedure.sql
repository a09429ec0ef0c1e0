-- Rules of procedure as data, in editions that only the chairs together adopt; who stands in for a chair; "so nicht"; what happens when one key stays out.

create table cooperation.rules (
  body          uuid not null references cooperation.body,
  edition       integer not null,
  object        uuid not null references kit.object,
  valid_from    date not null,
  meets_per_year integer not null check (meets_per_year between 1 and 52),
  notice_days   integer not null check (notice_days between 0 and 120),
  quorum        text not null check (quorum in ('none', 'half', 'twoThirds')),
  majority      text not null check (majority in ('simple', 'absolute', 'twoThirds', 'consensus')),
  keys_for      text[] not null check (keys_for <@ '{agenda,invitation,minutes,publication}'),
  stand_in      text not null default 'none' check (stand_in in ('none', 'deputy')),
  deadlock_days integer check (deadlock_days between 1 and 365),
  deadlock      text check (deadlock in ('carryOver', 'mediation')),
  secret_ballot boolean not null default false,
  term_alarm_months integer not null default 6 check (term_alarm_months between 1 and 24),
  interim       text not null check (interim in ('office', 'continue', 'none')),
  group_months  integer check (group_months between 1 and 60),
  text          text not null default '',
  agreement     uuid references cooperation.agreement,
  agreement_edition integer,
  primary key (body, edition),
  foreign key (object, edition) references kit.edition (object, number),
  constraint rules_deadlock_whole check ((deadlock is null) = (deadlock_days is null)),
  constraint rules_agreement_whole check ((agreement is null) = (agreement_edition is null))
);
comment on table cooperation.rules is 'Proposed when written, adopted when the chairs have released the edition or every party has signed the agreement it came with. Never changed.';
comment on column cooperation.rules.keys_for is 'Where both chairs are asked: agenda, invitation, minutes, publication.';

create table cooperation.stand_in (
  id       uuid primary key,
  body     uuid not null references cooperation.body,
  chair    uuid not null references kit.object,
  organisation uuid not null references kit.object,
  deputy   uuid not null references kit.object check (deputy <> chair),
  deputy_organisation uuid not null references kit.object,
  named_at timestamptz not null,
  ended_at timestamptz
);
create unique index stand_in_of_chair on cooperation.stand_in (body, chair) where ended_at is null;
create unique index stand_in_person on cooperation.stand_in (body, deputy) where ended_at is null;
create unique index stand_in_organisation on cooperation.stand_in (body, deputy_organisation) where ended_at is null;
comment on table cooperation.stand_in is 'Whom a chair has named to give its key while it is away. Both chairs never name the same person or the same organisation.';

create table cooperation.objection (
  object       uuid not null,
  edition      integer not null,
  body         uuid not null references cooperation.body,
  person       uuid not null references kit.object,
  organisation uuid not null references kit.object,
  mandate      uuid not null references access.mandate,
  reason       text not null check (length(btrim(reason)) >= 3),
  at           timestamptz not null,
  primary key (object, edition),
  foreign key (object, edition) references kit.edition (object, number)
);
comment on table cooperation.objection is '"So nicht": a chair hands an edition back with a reason. It is not released any more; a new edition can be.';

create table cooperation.deadlock (
  object  uuid not null,
  edition integer not null,
  body    uuid not null references cooperation.body,
  effect  text not null check (effect in ('carryOver', 'mediation')),
  on_day  date not null,
  primary key (object, edition),
  foreign key (object, edition) references kit.edition (object, number)
);
comment on table cooperation.deadlock is 'One key was given, the other not within the days of the rules. Never a release.';

create table cooperation.publication (
  id      uuid primary key references kit.object,
  object  uuid not null,
  edition integer not null,
  unique (object, edition),
  foreign key (object, edition) references kit.edition (object, number)
);
comment on table cooperation.publication is 'Something of the body is to become public; its own edition 1 is what the chairs release.';

alter table cooperation.release add column on_behalf uuid references kit.object, add column constituency uuid references cooperation.constituency;
comment on column cooperation.release.on_behalf is 'The absent chair whose key this is; person is then who stands in.';
comment on column cooperation.release.constituency is 'Whose side the key is, entered by the trigger: one side never gives two.';
create unique index release_side on cooperation.release (object, edition, constituency) where constituency is not null;

-- The day from which an edition of the rules is adopted, or null.
create function cooperation.adopted_on(p_body uuid, p_edition integer) returns date
  language sql stable security definer set search_path = ''
  return (select coalesce(
      (select (max(k.at) at time zone 'Europe/Berlin')::date from cooperation.release k where k.object = r.object and k.edition = r.edition
        having cooperation.is_released(r.object, r.edition)),
      (select max(s.day) from cooperation.party p left join cooperation.signature s on s.agreement = p.agreement and s.edition = p.edition and s.organisation = p.organisation
        where p.agreement = r.agreement and p.edition = r.agreement_edition
          and r.edition = (select max(x.edition) from cooperation.rules x where x.agreement = r.agreement and x.agreement_edition = r.agreement_edition)
        having count(*) >= 2 and count(s.id) = count(*)))
    from cooperation.rules r where r.body = p_body and r.edition = p_edition);

-- The rules that held on a day: the latest adopted by then. Nothing holds before it was adopted, whatever day it names.
create function cooperation.rule_on(p_body uuid, p_day date) returns cooperation.rules
  language sql stable security definer set search_path = ''
  return (select r from cooperation.rules r where r.body = p_body and r.valid_from <= p_day and cooperation.adopted_on(r.body, r.edition) <= p_day order by r.edition desc limit 1);
create function cooperation.rule_of(p_body uuid) returns cooperation.rules
  language sql stable security definer set search_path = ''
  return cooperation.rule_on(p_body, clock.today());
-- Without rules everything needs the keys.
create function cooperation.needs_keys(p_body uuid, p_purpose text) returns boolean
  language sql stable security definer set search_path = ''
  return coalesce(p_purpose = any ((cooperation.rule_of(p_body)).keys_for), true);
revoke all on function cooperation.adopted_on(uuid, integer), cooperation.rule_on(uuid, date), cooperation.rule_of(uuid), cooperation.needs_keys(uuid, text) from public;
grant execute on function cooperation.adopted_on(uuid, integer), cooperation.rule_on(uuid, date), cooperation.rule_of(uuid), cooperation.needs_keys(uuid, text) to {{app}}, {{worker}};

do $$
declare t text;
begin
  foreach t in array array['rules', 'stand_in', 'objection', 'deadlock', 'publication'] loop
    execute format('alter table cooperation.%I enable row level security', t);
    execute format('alter table cooperation.%I force row level security', t);
    execute format('create policy %I on cooperation.%I to {{owner}} using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on cooperation.%I for select to {{worker}} using (true)', t || '_worker', t);
    execute format('create policy %I on cooperation.%I for select to {{app}} using (exists (select from kit.object o where o.id = %I.%I))', t || '_see', t, t,
      case t when 'stand_in' then 'body' when 'publication' then 'id' else 'object' end);
    execute format('grant select on cooperation.%I to {{app}}, {{worker}}, {{backup}}', t);
    if t <> 'deadlock' then execute format('grant insert on cooperation.%I to {{app}}', t); end if;
  end loop;
end $$;
grant update (ended_at) on cooperation.stand_in to {{app}};
grant insert on cooperation.deadlock to {{worker}};
create policy deadlock_state on cooperation.deadlock for insert to {{worker}} with check (true);

create policy rules_propose on cooperation.rules for insert to {{app}}
  with check (access.holds((select access.actor()), '{chair,office}', body)
    and exists (select from kit.object o where o.id = rules.object and o.kind = 'rules' and o.body = rules.body and o.owner = rules.body));
create policy stand_in_name on cooperation.stand_in for insert to {{app}}
  with check (chair = (select (access.actor()).person) and organisation = (select (access.actor()).organisation) and named_at = (select (access.actor()).at) and ended_at is null
    and access.holds((select access.actor()), '{chair}', body));
create policy stand_in_end on cooperation.stand_in for update to {{app}}
  using (ended_at is null and chair = (select (access.actor()).person)) with check (ended_at = (select (access.actor()).at));
create policy objection_raise on cooperation.objection for insert to {{app}}
  with check (person = (select (access.actor()).person) and organisation = (select (access.actor()).organisation) and at = (select (access.actor()).at)
    and mandate = any ((select (access.actor()).mandates)::uuid[]) and access.holds((select access.actor()), '{chair}', body)
    and exists (select from kit.object o where o.id = object and o.body = objection.body and o.deleted_at is null));
create policy publication_ask on cooperation.publication for insert to {{app}}
  with check (exists (select from kit.object p join kit.object o on o.body = p.body where p.id = publication.id and p.kind = 'publication' and p.owner = p.body
    and o.id = publication.object and o.deleted_at is null and access.holds((select access.actor()), '{chair,office}', p.body)));
drop policy release_give on cooperation.release;
create policy release_give on cooperation.release for insert to {{app}}
  with check (person = (select (access.actor()).person) and at = (select (access.actor()).at) and mandate = any ((select (access.actor()).mandates)::uuid[])
    and ((on_behalf is null and organisation = (select (access.actor()).organisation) and access.holds((select access.actor()), '{chair}', body))
      or (on_behalf is not null and access.holds((select access.actor()), '{deputy}', body)))
    and exists (select from kit.object o where o.id = object and o.body = release.body and o.deleted_at is null));

-- Whether a mandate of this kind holds today.
create function cooperation.holds_now(p_mandate uuid, p_person uuid, p_organisation uuid, p_body uuid, p_role text) returns boolean
  language sql stable set search_path = ''
  return exists (select from access.mandate m where (p_mandate is null or m.id = p_mandate) and m.person = p_person and m.organisation = p_organisation and m.body = p_body and m.role = p_role
    and m.superseded_at is null and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day));
-- The group of seats an organisation belongs to, for which one chair speaks.
create function cooperation.side_of(p_body uuid, p_organisation uuid) returns uuid
  language sql stable set search_path = ''
  return (select s.constituency from cooperation.seat s where s.body = p_body and s.organisation = p_organisation and s.superseded_at is null
    and s.valid_from <= clock.today() and (s.valid_until is null or clock.today() < s.valid_until) order by s.constituency nulls last limit 1);
revoke all on function cooperation.holds_now(uuid, uuid, uuid, uuid, text), cooperation.side_of(uuid, uuid) from public;
grant execute on function cooperation.side_of(uuid, uuid) to {{app}};

-- Rules come from those who run the body; with an agreement only the first ones, and only while it is being written.
create function cooperation.guard_rules() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.edition <> (select max(e.number) from kit.edition e where e.object = new.object)
     or exists (select from cooperation.rules r where r.body = new.body and r.object <> new.object)
     or not exists (select from kit.object o where o.id = new.object and o.body = new.body and o.kind = 'rules') then
    raise exception 'a body has one set of rules, in editions' using errcode = 'NA403';
  end if;
  if new.agreement is not null and (not exists (select from cooperation.agreement a join kit.object o on o.id = a.id where a.id = new.agreement and a.edition = new.agreement_edition and o.body = new.body)
       or exists (select from kit.edition e where e.object = new.agreement and e.number = new.agreement_edition)
       or exists (select from cooperation.rules r where r.body = new.body and cooperation.adopted_on(r.body, r.edition) is not null)) then
    raise exception 'with an agreement come only the first rules, before it is offered' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger rules_guard before insert on cooperation.rules for each row execute function cooperation.guard_rules();

-- Who stands in is sent as a deputy, from the side of the chair, and belongs to no other chair.
create function cooperation.guard_stand_in() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not cooperation.holds_now(null, new.chair, new.organisation, new.body, 'chair')
     or not cooperation.holds_now(null, new.deputy, new.deputy_organisation, new.body, 'deputy')
     or (new.deputy_organisation <> new.organisation and cooperation.side_of(new.body, new.deputy_organisation) is distinct from cooperation.side_of(new.body, new.organisation))
     or (new.deputy_organisation <> new.organisation and cooperation.side_of(new.body, new.organisation) is null)
     or exists (select from access.mandate m where m.body = new.body and m.role = 'chair' and m.superseded_at is null and (m.until_day is null or clock.today() < m.until_day)
                  and (m.person = new.deputy or (m.organisation = new.deputy_organisation and m.person <> new.chair))) then
    raise exception 'a stand-in is a deputy of the same side' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger stand_in_guard before insert on cooperation.stand_in for each row execute function cooperation.guard_stand_in();

-- Holds for every login, whatever the policies say: a key needs the chair's own mandate of this day, or that of the deputy it has named while it is away.
create or replace function cooperation.guard_release() returns trigger language plpgsql security definer set search_path = '' as $$
declare sender uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended('release ' || new.object || new.edition, 0));
  if not exists (select from kit.object o where o.id = new.object and o.body = new.body) then
    raise exception 'only a chair releases, as itself' using errcode = 'NA403';
  end if;
  if new.on_behalf is null then
    if not cooperation.holds_now(new.mandate, new.person, new.organisation, new.body, 'chair') then
      raise exception 'only a chair releases, as itself' using errcode = 'NA403';
    end if;
  else
    select m.organisation into sender from access.mandate m where m.id = new.mandate;
    if not cooperation.holds_now(new.mandate, new.person, sender, new.body, 'deputy')
       or not cooperation.holds_now(null, new.on_behalf, new.organisation, new.body, 'chair')
       or not access.is_absent(new.on_behalf, new.organisation, new.body)
       or (cooperation.rule_of(new.body)).stand_in is distinct from 'deputy'
       or not exists (select from cooperation.stand_in s where s.body = new.body and s.chair = new.on_behalf and s.organisation = new.organisation
                        and s.deputy = new.person and s.deputy_organisation = sender and s.ended_at is null)
       or exists (select from access.mandate m where m.body = new.body and m.role = 'chair' and m.superseded_at is null and (m.until_day is null or clock.today() < m.until_day)
                    and (m.person = new.person or (m.organisation = sender and m.person <> new.on_behalf)))
       or exists (select from cooperation.release r join access.mandate m on m.id = r.mandate
                   where r.object = new.object and r.edition = new.edition and (r.organisation = sender or m.organisation = sender)) then
      raise exception 'a deputy gives the key only of the absent chair that has named it' using errcode = 'NA403';
    end if;
  end if;
  if new.edition <> (select max(e.number) from kit.edition e where e.object = new.object)
     or exists (select from cooperation.objection x where x.object = new.object and x.edition = new.edition) then
    raise exception 'an older edition, or one that was handed back, is not released' using errcode = 'NA403';
  end if;
  new.constituency := cooperation.side_of(new.body, new.organisation);
  -- Where sides have no name, a chair that has left does not leave a key behind for its successor.
  if new.constituency is null and exists (select from cooperation.release r join access.mandate m on m.id = r.mandate where r.object = new.object and r.edition = new.edition
       and r.organisation <> new.organisation and not cooperation.holds_now(null, r.person, m.organisation, r.body, m.role)) then
    raise exception 'the earlier key is that of a former chair; a new edition is needed' using errcode = 'NA403';
  end if;
  return new;
end $$;

-- When the keys are complete it is open to the body; a publication opens what it is about.
create function cooperation.after_release() returns trigger language plpgsql security definer set search_path = '' as $$
declare p cooperation.publication;
begin
  if not cooperation.is_released(new.object, new.edition) then return null; end if;
  perform access.open_to(new.object, new.edition, 'body');
  select * into p from cooperation.publication x where x.id = new.object;
  if found and new.edition = 1 then perform access.open_to(p.object, p.edition, 'public'); end if;
  return null;
end $$;
create trigger release_opens after insert on cooperation.release for each row execute function cooperation.after_release();

create function cooperation.guard_objection() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('release ' || new.object || new.edition, 0));
  if not cooperation.holds_now(new.mandate, new.person, new.organisation, new.body, 'chair') or cooperation.is_released(new.object, new.edition)
     or not exists (select from kit.object o where o.id = new.object and o.body = new.body) then
    raise exception 'a chair hands back, as itself, what is not yet released' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger objection_guard before insert on cooperation.objection for each row execute function cooperation.guard_objection();

-- What is the body's own is published only once it is released; where the rules ask for no key, the question is the answer.
create function cooperation.guard_publication() returns trigger language plpgsql security definer set search_path = '' as $$
declare b uuid; own boolean;
begin
  select o.body, o.owner = o.body into b, own from kit.object o where o.id = new.object and o.id <> o.body and o.audience <> 'draft';
  if b is null or not exists (select from kit.object p where p.id = new.id and p.kind = 'publication' and p.body = b)
     or new.edition <> (select max(e.number) from kit.edition e where e.object = new.object)
     or (coalesce(own, false) and not cooperation.is_released(new.object, new.edition)) then
    raise exception 'what is not released is not published' using errcode = 'NA403';
  end if;
  if not cooperation.needs_keys(b, 'publication') then perform access.open_to(new.object, new.edition, 'public'); end if;
  return new;
end $$;
create trigger publication_guard before insert on cooperation.publication for each row execute function cooperation.guard_publication();

-- Only what really hangs between two keys is called a deadlock.
create function cooperation.guard_deadlock() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if cooperation.is_released(new.object, new.edition) or exists (select from cooperation.objection x where x.object = new.object and x.edition = new.edition)
     or (cooperation.rule_of(new.body)).deadlock is distinct from new.effect
     or not exists (select from cooperation.release r where r.object = new.object and r.edition = new.edition and r.body = new.body
                      and (r.at at time zone 'Europe/Berlin')::date + (cooperation.rule_of(new.body)).deadlock_days <= clock.today()) then
    raise exception 'there is no deadlock' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger deadlock_guard before insert on cooperation.deadlock for each row execute function cooperation.guard_deadlock();
revoke all on function cooperation.guard_rules(), cooperation.guard_stand_in(), cooperation.after_release(), cooperation.guard_objection(), cooperation.guard_publication(),
  cooperation.guard_deadlock() from public;
