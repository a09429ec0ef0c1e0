-- Organisations complete: kinds beyond welfare, levels and areas, predecessors and successors, heads of equal rank, contacts that stay alive,
-- what somebody does where and when, and lists that are read in.
alter table actors.organisation drop constraint organisation_kind_check, add constraint organisation_kind_check check (kind in ('county', 'city', 'municipality', 'district', 'authority', 'association', 'provider',
  'unit', 'initiative', 'other', 'jobcentreJoint', 'jobcentreMunicipal', 'employmentAgency', 'school', 'church', 'police', 'justice', 'health', 'insurer', 'company',
  'freelancer', 'selfHelp'));
alter table actors.organisation drop constraint organisation_area_key_check,
  add constraint organisation_area_key_check check (area_key ~ '^(0[1-9]|1[0-6])\d{3}(\d{3})?$'),
  add column level text check (level in ('federal', 'state', 'supralocal', 'local', 'municipal')),
  add column disciplines text[] not null default '{}' check (disciplines <@ '{youth,social,work,health,care,disability,education,migration,housing,age,family,addiction,safety}'),
  add column signing text not null default 'single' check (signing in ('single', 'joint')),
  add column dissolved_on date, add column dissolved_because text check (btrim(dissolved_because) <> ''),
  add constraint organisation_dissolved check ((dissolved_on is null) = (dissolved_because is null));
comment on column actors.organisation.level is 'Bund, Land, überörtlich, örtlich, Gemeinde; null where the question makes no sense.';
comment on column actors.organisation.disciplines is 'What it works on, from a fixed list: so that one can see which discipline is missing.';
comment on column actors.organisation.signing is 'joint: its heads have equal rank and only sign together.';
comment on column actors.organisation.dissolved_on is 'The first day on which it is no more; its history stays.';
create table actors.competence (
  id uuid primary key, organisation uuid not null references kit.object,
  area_key      text not null check (area_key = 'DG' or area_key ~ '^(0[1-9]|1[0-6])(\d|\d{3}|\d{6})?$'),
  area_name     text check (btrim(area_name) <> ''),
  valid_from date, valid_until date check (valid_until > valid_from), recorded_at timestamptz not null, superseded_at timestamptz
);
create unique index competence_once on actors.competence (organisation, area_key, coalesce(valid_from, '-infinity')) where superseded_at is null;
create index competence_area on actors.competence (area_key) where superseded_at is null;
comment on table actors.competence is 'An area in which an organisation works, from day to day; it may have several, and they are not those of the bodies to which it belongs.';
create table actors.succession (
  id uuid primary key,
  predecessor uuid not null references kit.object, successor uuid not null references kit.object check (successor <> predecessor),
  day date not null, because text not null check (btrim(because) <> ''), recorded_at timestamptz not null
);
create unique index succession_once on actors.succession (predecessor, successor);
create index succession_successor on actors.succession (successor);
comment on table actors.succession is 'From this day on the successor stands for the predecessor: one successor of several is a merger, several of one are a split.';
alter table actors.contact alter column confirmed_on drop not null,
  add column deputy_email text check (deputy_email like '%_@_%'), add column deputy_phone text check (btrim(deputy_phone) <> ''),
  add column hours text check (btrim(hours) <> ''), add column reply_days smallint check (reply_days between 1 and 60),
  add column confirm_months smallint not null default 6 check (confirm_months between 1 and 24),
  add column origin text not null default 'named' check (origin in ('named', 'confirmed', 'handedOver')),
  add column named_on date not null default clock.today();
comment on column actors.contact.reply_days is 'Within how many working days the organisation promises to answer. A promise of the organisation; nobody measures a person by it.';
comment on column actors.contact.confirmed_on is 'The day on which the named person last said that it is right; null: not yet.';
create table actors.confirmation (
  digest bytea primary key, contact uuid not null references actors.contact on delete cascade, person uuid not null references kit.object,
  created timestamptz not null, expires timestamptz not null, used_at timestamptz
);
create index confirmation_contact on actors.confirmation (contact);
comment on table actors.confirmation is 'A mailed link with which a contact confirms itself once; only its hash is kept.';
create table actors.position (
  id uuid primary key, person uuid not null references kit.object,
  organisation uuid not null references kit.object, unit uuid references kit.object check (unit <> organisation),
  title         text not null check (btrim(title) <> ''),
  discipline    text check (discipline = any ('{youth,social,work,health,care,disability,education,migration,housing,age,family,addiction,safety}')),
  valid_from date not null, valid_until date check (valid_until > valid_from), recorded_at timestamptz not null, superseded_at timestamptz
);
create index position_person on actors.position (person) where superseded_at is null;
create index position_organisation on actors.position (organisation) where superseded_at is null;
comment on table actors.position is 'What somebody does in an organisation, in which discipline, from when until when. It gives no right; that is what mandates are for.';
create table actors.import_draft (
  id uuid primary key, person uuid not null references kit.object, organisation uuid not null references kit.object,
  file_name text not null, content jsonb not null, created timestamptz not null
);
create index import_draft_person on actors.import_draft (person);
comment on table actors.import_draft is 'A list that was read and shown, not yet entered. Goes after a week.';

-- Sets up an organisation: its own administration, head and planning; those of the organisation of which it is a department;
-- and whoever made it, as long as nobody is at home there.
create or replace function actors.may_describe(p_organisation uuid) returns boolean
  language plpgsql stable security definer set search_path = '' as $$
declare a access.actor := access.actor();
begin
  if a.person is null or a.organisation is null then return false; end if;
  return access.holds(a, '{admin,head,planner}', p_organisation) or exists (
      with recursive up (id, depth) as (
        select p_organisation, 0
        union select m.parent, up.depth + 1 from up join actors.membership m on m.organisation = up.id and m.kind = 'unit' and m.superseded_at is null
           and (m.valid_from is null or m.valid_from <= a.today) and (m.valid_until is null or a.today < m.valid_until) where up.depth < 8)
      select from up where up.depth > 0 and access.holds(a, '{admin,head,planner}', up.id))
    or (exists (select from kit.object o where o.id = p_organisation and o.kind = 'organisation' and o.author = a.person)
        and access.holds(a, '{admin,planner}', a.organisation)
        and not exists (select from access.mandate m where m.organisation = p_organisation and m.body is null));
end $$;

do $$
declare t text;
begin
  foreach t in array array['competence', 'succession', 'confirmation', 'position', 'import_draft'] loop
    execute format('alter table actors.%I enable row level security', t);
    execute format('alter table actors.%I force row level security', t);
    execute format('create policy %I on actors.%I to {{owner}} using (true) with check (true)', t || '_owner', t);
    execute format('grant select on actors.%I to {{backup}}', t);
  end loop;
end $$;
grant update (level, disciplines, signing, dissolved_on, dissolved_because) on actors.organisation to {{app}};

grant select, insert, update (superseded_at) on actors.competence to {{app}};
grant select on actors.competence, actors.succession to {{worker}};
create policy competence_worker on actors.competence for select to {{worker}} using (true);
create policy succession_worker on actors.succession for select to {{worker}} using (true);
create policy competence_see on actors.competence for select to {{app}} using ((select true from kit.object o where o.id = competence.organisation));
create policy competence_make on actors.competence for insert to {{app}} with check (actors.may_describe(organisation));
create policy competence_change on actors.competence for update to {{app}} using (actors.may_describe(organisation)) with check (actors.may_describe(organisation));
create trigger competence_recorded before update on actors.competence for each row execute function actors.guard_recorded();

-- Nobody declares another's organisation to be over or to be somebody's successor: whoever says it may speak for both.
grant select, insert on actors.succession to {{app}};
create policy succession_see on actors.succession for select to {{app}}
  using ((select true from kit.object o where o.id = predecessor) and (select true from kit.object o where o.id = successor));
create policy succession_make on actors.succession for insert to {{app}}
  with check (day <= (select (access.actor()).today) and actors.may_describe(predecessor) and actors.may_describe(successor));

create function actors.just_closed(p_organisation uuid, p_parent uuid, p_kind text, p_from date) returns boolean
  language sql stable security definer set search_path = ''
  return exists (select from actors.membership m where m.organisation = p_organisation and m.parent = p_parent and m.kind = p_kind
                   and m.valid_from is not distinct from p_from and m.superseded_at = clock.now());
revoke all on function actors.just_closed(uuid, uuid, text, date) from public;
grant execute on function actors.just_closed(uuid, uuid, text, date) to {{app}};
-- A membership of two equals can be ended by either of them: the row is closed, and replaced by one that ends.
drop policy membership_change on actors.membership;
create policy membership_change on actors.membership for update to {{app}}
  using (actors.may_describe(organisation) or actors.may_describe(parent)) with check (actors.may_describe(organisation) or actors.may_describe(parent));
create policy membership_end on actors.membership for insert to {{app}}
  with check (actors.may_describe(parent) and valid_until is not null and actors.just_closed(organisation, parent, kind, valid_from));

-- Who signs how is not for one of those who sign: the administration says it, or whoever made the organisation while nobody is at home there.
create function actors.guard_signing() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if session_user not in ('{{worker}}', '{{owner}}') and new.signing is distinct from (case tg_op when 'UPDATE' then old.signing else 'single' end)
     and not access.holds(access.actor(), '{admin}', new.id)
     and exists (select from access.mandate m where m.organisation = new.id and m.body is null) then
    raise exception 'how an organisation signs is said by its administration' using errcode = 'NA403'; end if;
  return new;
end $$;
create trigger organisation_signing before insert or update on actors.organisation for each row execute function actors.guard_signing();

-- For signatures: whether the heads sign alone or only together, and who they are on a day.
create function actors.signing(p_organisation uuid) returns text language sql stable set search_path = ''
  return coalesce((select o.signing from actors.organisation o where o.id = p_organisation), 'single');
create function actors.heads(p_organisation uuid, p_day date) returns table (person uuid, from_day date, until_day date)
  language sql stable set search_path = '' begin atomic
  select m.person, min(m.from_day), case when bool_or(m.until_day is null) then null else max(m.until_day) end from access.mandate m
   where m.organisation = p_organisation and m.body is null and m.role = 'head' and m.superseded_at is null
     and m.from_day <= p_day and (m.until_day is null or p_day < m.until_day) group by m.person;
end;
-- What an organisation was called on a day.
create function actors.name_on(p_organisation uuid, p_day date) returns text language sql stable set search_path = ''
  return coalesce((select n.name from actors.name n where n.organisation = p_organisation and n.superseded_at is null and (n.valid_from is null or n.valid_from <= p_day)
                     and (n.valid_until is null or p_day < n.valid_until) order by n.valid_from desc nulls last limit 1),
                  (select o.title from kit.object o where o.id = p_organisation));
-- Who is represented by an organisation on a day: its members and departments, theirs too, and through whom.
create function actors.represented(p_organisation uuid, p_day date)
  returns table (organisation uuid, via uuid, kind text, depth integer, valid_from date, valid_until date)
  language sql stable set search_path = '' begin atomic
  with recursive below (organisation, via, kind, depth, valid_from, valid_until, path) as (
    select m.organisation, m.parent, m.kind, 1, m.valid_from, m.valid_until, array[p_organisation, m.organisation] from actors.membership m
     where m.parent = p_organisation and m.superseded_at is null and (m.valid_from is null or m.valid_from <= p_day) and (m.valid_until is null or p_day < m.valid_until)
    union all
    select m.organisation, m.parent, m.kind, b.depth + 1, m.valid_from, m.valid_until, b.path || m.organisation from below b join actors.membership m on m.parent = b.organisation
     where m.superseded_at is null and (m.valid_from is null or m.valid_from <= p_day) and (m.valid_until is null or p_day < m.valid_until)
       and not m.organisation = any (b.path) and b.depth < 6)
  select distinct on (b.organisation) b.organisation, b.via, b.kind, b.depth, b.valid_from, b.valid_until from below b
   where not exists (select from actors.organisation o where o.id = b.organisation and o.dissolved_on <= p_day) order by b.organisation, b.depth;
end;

create function actors.acts(p_person uuid, p_organisation uuid) returns boolean language sql stable set search_path = ''
  return exists (select from access.mandate m where m.person = p_person and m.organisation = p_organisation and m.superseded_at is null
                   and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day));
-- Whom one can ask today: the named person while it acts for the organisation, else the deputy at once.
create view actors.contact_today with (security_invoker = true) as select c.id, c.organisation, case when p.acts then c.person else c.deputy end as person, case when p.acts and d.acts then c.deputy end as deputy,
         not p.acts as handed_over, case when p.acts then c.email else c.deputy_email end as email, case when p.acts then c.phone else c.deputy_phone end as phone,
         case when p.acts and d.acts then c.deputy_email end as deputy_email, case when p.acts and d.acts then c.deputy_phone end as deputy_phone,
         c.hours, c.reply_days, c.confirm_months, c.audience, c.confirmed_on, c.named_on
    from actors.contact c
    cross join lateral (select actors.acts(c.person, c.organisation) as acts) p cross join lateral (select actors.acts(c.deputy, c.organisation) as acts) d
   where c.superseded_at is null and (p.acts or d.acts);
grant select on actors.contact_today to {{app}}, {{worker}};

revoke all on function actors.signing(uuid), actors.heads(uuid, date), actors.name_on(uuid, date), actors.represented(uuid, date), actors.acts(uuid, uuid) from public;
grant execute on function actors.signing(uuid), actors.heads(uuid, date), actors.name_on(uuid, date), actors.represented(uuid, date), actors.acts(uuid, uuid) to {{app}}, {{worker}};

-- One row by its key: "exists" may be planned as a hash of all objects.
drop policy contact_see on actors.contact;
create policy contact_see on actors.contact for select to {{app}}
  using ((select true from kit.object o where o.id = contact.organisation) and (audience = 'public' or (select (access.actor()).organisation) is not null));
-- The worker hands a contact over when somebody has left.
grant insert, update (superseded_at) on actors.contact to {{worker}};
create policy contact_worker_make on actors.contact for insert to {{worker}} with check (origin = 'handedOver');
create policy contact_worker_close on actors.contact for update to {{worker}} using (true) with check (superseded_at is not null);
-- Nobody is written down as having confirmed anything but by the person itself (actors.confirm_contact), and who is shown to everybody has a deputy.
create function actors.guard_confirmed() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user = '{{app}}' and (new.origin <> 'named' or new.named_on > clock.today() or new.confirmed_on > clock.today()
       or new.confirmed_on is not null and new.person <> (access.actor()).person) then
    raise exception 'a contact is confirmed by the person itself' using errcode = 'NA403'; end if;
  if current_user = '{{app}}' and new.audience = 'public' and new.deputy is null then
    raise exception 'who is shown to everybody has a deputy' using errcode = 'NA400'; end if;
  return new;
end $$;
create trigger contact_honest before insert on actors.contact for each row execute function actors.guard_confirmed();

-- What somebody does where: for the person itself and for those who administer the organisation.
grant select, insert, update (superseded_at) on actors.position to {{app}};
create policy position_see on actors.position for select to {{app}}
  using (person = (select (access.actor()).person) or access.holds((select access.actor()), '{admin}', organisation));
create policy position_make on actors.position for insert to {{app}}
  with check (access.holds((select access.actor()), '{admin}', organisation) and exists (select from kit.object p where p.id = person and p.kind = 'person')
    and (unit is null or actors.may_describe(unit)));
create policy position_change on actors.position for update to {{app}}
  using (access.holds((select access.actor()), '{admin}', organisation)) with check (access.holds((select access.actor()), '{admin}', organisation));
create trigger position_recorded before update on actors.position for each row execute function actors.guard_recorded();

grant select, insert, delete on actors.import_draft to {{app}};
grant select (id, created), delete on actors.import_draft to {{worker}};
create policy import_draft_own on actors.import_draft to {{app}}
  using (person = (select (access.actor()).person) and organisation = (select (access.actor()).organisation))
  with check (person = (select (access.actor()).person) and organisation = (select (access.actor()).organisation)
    and access.holds((select access.actor()), '{admin,planner}', organisation));
create policy import_draft_worker on actors.import_draft to {{worker}} using (true);
grant select (digest, contact, created, expires), delete on actors.confirmation to {{worker}};
create policy confirmation_worker on actors.confirmation to {{worker}} using (true);
-- Asks the named person by mail whether it is still right. The link goes into the outbox, which the application cannot read; here stays its hash.
create function actors.ask_contact(p_organisation uuid) returns text
  language plpgsql volatile security definer set search_path = '' as $$
declare c actors.contact; address text; token text := replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
begin
  if session_user not in ('{{worker}}', '{{owner}}') and not actors.may_describe(p_organisation) then
    raise exception 'not asked by those who describe the organisation' using errcode = 'NA403'; end if;
  select * into c from actors.contact x where x.organisation = p_organisation and x.superseded_at is null;
  if not found then return 'noContact'; end if;
  address := coalesce((select a.email from access.account a where a.person = c.person and a.closed_at is null), c.email);
  if address is null then return 'noAddress'; end if;
  if exists (select from actors.confirmation f where f.contact = c.id and f.used_at is null and f.created > clock.now() - interval '1 day') then return 'justAsked'; end if;
  insert into actors.confirmation (digest, contact, person, created, expires)
  values (sha256(convert_to(token, 'UTF8')), c.id, c.person, clock.now(), clock.now() + interval '14 days');
  perform mail.post('contact:' || encode(sha256(convert_to(token, 'UTF8')), 'hex'), c.person, p_organisation, address, 'access.contact', jsonb_build_object('token', token), null);
  return 'sent';
end $$;
-- What a link is about, without using it up: mail gateways open links by themselves.
create function actors.look_at_contact(p_token text)
  returns table (organisation text, person text, deputy text, email text, phone text, hours text, reply_days smallint, audience text)
  language sql stable security definer set search_path = '' begin atomic
  select o.title, p.title, d.title, c.email, c.phone, c.hours, c.reply_days, c.audience
    from actors.confirmation f join actors.contact c on c.id = f.contact and c.superseded_at is null and c.person = f.person
    join kit.object o on o.id = c.organisation and o.deleted_at is null join kit.object p on p.id = c.person left join kit.object d on d.id = c.deputy
   where f.digest = sha256(convert_to(p_token, 'UTF8')) and f.used_at is null and f.expires > clock.now();
end;
-- Pressing the button behind the link: it counts once, and for this transaction the person acts for the organisation, as in a session that ends with it.
create function actors.open_contact_link(p_token text) returns uuid
  language plpgsql volatile security definer set search_path = '' as $$
declare f record;
begin
  update actors.confirmation x set used_at = clock.now()
    from actors.contact c
   where c.id = x.contact and c.superseded_at is null and c.person = x.person and x.digest = sha256(convert_to(p_token, 'UTF8')) and x.used_at is null and x.expires > clock.now()
     and actors.acts(c.person, c.organisation)
  returning c.organisation, c.person into f;
  if not found then return null; end if;
  perform access.record_actor(f.person, f.organisation, gen_random_uuid(), (select k.secret from access.seal k), clock.now());
  return f.organisation;
end $$;
-- The named person says that it is right, or that it is the contact no longer: then the deputy is, at once.
create function actors.confirm_contact(p_organisation uuid, p_stays boolean) returns text
  language plpgsql volatile security definer set search_path = '' as $$
declare a access.actor := access.actor(); c actors.contact; t record;
begin
  select * into c from actors.contact x where x.organisation = p_organisation and x.superseded_at is null for update;
  select * into t from actors.contact_today x where x.organisation = p_organisation;
  if c.id is null or a.person is null or t.person is distinct from a.person or a.organisation is distinct from p_organisation then
    raise exception 'a contact is confirmed by the person itself' using errcode = 'NA403'; end if;
  update actors.contact set superseded_at = clock.now() where id = c.id;
  if p_stays then
    insert into actors.contact (id, organisation, person, deputy, email, phone, deputy_email, deputy_phone, hours, reply_days, confirm_months, audience, origin, confirmed_on, named_on, recorded_at)
    select gen_random_uuid(), p_organisation, t.person, t.deputy, t.email, t.phone, t.deputy_email, t.deputy_phone, t.hours, t.reply_days, t.confirm_months, t.audience, 'confirmed', clock.today(), t.named_on, clock.now();
    return 'confirmed';
  end if;
  if t.deputy is null then return 'left'; end if;
  insert into actors.contact (id, organisation, person, email, phone, hours, reply_days, confirm_months, audience, origin, confirmed_on, named_on, recorded_at)
  values (gen_random_uuid(), p_organisation, t.deputy, t.deputy_email, t.deputy_phone, t.hours, t.reply_days, t.confirm_months, t.audience, 'named', null, clock.today(), clock.now());
  return 'handedOver';
end $$;
-- For pages without signing in: whom anybody may ask today. Only what was meant for everybody, and only once the person has said that it is right.
create function actors.public_contact(p_organisation uuid)
  returns table (person text, deputy text, email text, phone text, hours text, reply_days smallint)
  language sql stable security definer set search_path = '' begin atomic
  select p.title, d.title, t.email, t.phone, t.hours, t.reply_days from actors.contact_today t join kit.object p on p.id = t.person left join kit.object d on d.id = t.deputy
   where t.organisation = p_organisation and t.audience = 'public' and t.confirmed_on is not null;
end;

revoke all on function actors.ask_contact(uuid), actors.look_at_contact(text), actors.open_contact_link(text), actors.confirm_contact(uuid, boolean),
  actors.public_contact(uuid) from public;
grant execute on function actors.ask_contact(uuid), actors.look_at_contact(text), actors.open_contact_link(text), actors.confirm_contact(uuid, boolean),
  actors.public_contact(uuid) to {{app}};
grant execute on function actors.ask_contact(uuid) to {{worker}};

create or replace function actors.forget(p_person uuid) returns void language sql volatile security definer set search_path = '' as $$
  delete from actors.contact where person = p_person;
  delete from actors.confirmation where person = p_person;
  delete from actors.position where person = p_person;
  delete from actors.import_draft where person = p_person;
$$;
