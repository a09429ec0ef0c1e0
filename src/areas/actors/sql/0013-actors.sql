-- Who there is: organisations with side, kind and area of competence, their dated names and memberships, and whom to ask there.
-- Persons and mandates live in kit (kit.object of kind person, access.mandate).
create schema actors;
grant usage on schema actors to {{app}}, {{worker}}, {{backup}};

create table actors.organisation (
  id          uuid primary key references kit.object,
  kind        text not null check (kind in ('county', 'city', 'municipality', 'district', 'authority', 'association', 'provider', 'unit', 'initiative', 'other')),
  side        text not null check (side in ('public', 'free', 'other')),
  legal_form  text check (btrim(legal_form) <> ''),
  short_name  text check (btrim(short_name) <> ''),
  area_key    text check (area_key ~ '^(0[1-9]|1[0-6])\d{3}$'),
  privacy_law text not null check (privacy_law in ('DSGVO', 'KDG', 'DSG-EKD')),
  website     text check (website ~ '^https?://'),
  example     boolean not null default false
);
create index organisation_kind on actors.organisation (kind);
create index organisation_area on actors.organisation (area_key) where area_key is not null;
comment on table actors.organisation is 'What is said about an organisation besides its title; the one of the first set-up has no row until somebody fills it in.';
comment on column actors.organisation.side is 'Public or free side: a field of its own, because the legal form does not tell (a public provider may be a GmbH).';
comment on column actors.organisation.area_key is 'The county or city for which it is competent; a Bezirk is a corporation and has none.';
comment on column actors.organisation.example is 'Made up for examples; its name says "(Beispiel)".';

-- Facts that hold for a time have valid days (half-open) and recorded time; a correction closes the old row.
create table actors.name (
  id            uuid primary key,
  organisation  uuid not null references kit.object,
  name          text not null check (btrim(name) <> ''),
  valid_from    date,
  valid_until   date check (valid_until > valid_from),
  recorded_at   timestamptz not null,
  superseded_at timestamptz
);
create unique index name_once on actors.name (organisation, coalesce(valid_from, '-infinity')) where superseded_at is null;
comment on column actors.name.valid_from is 'Null: always so far.';

create table actors.membership (
  id            uuid primary key,
  organisation  uuid not null references kit.object,
  parent        uuid not null references kit.object check (parent <> organisation),
  kind          text not null check (kind in ('unit', 'member')),
  valid_from    date,
  valid_until   date check (valid_until > valid_from),
  recorded_at   timestamptz not null,
  superseded_at timestamptz
);
create unique index membership_once on actors.membership (organisation, parent, coalesce(valid_from, '-infinity')) where superseded_at is null;
create index membership_parent on actors.membership (parent) where superseded_at is null;
comment on table actors.membership is 'unit: a department of the parent; member: an organisation of its own that belongs to the parent.';

create table actors.contact (
  id            uuid primary key,
  organisation  uuid not null references kit.object,
  person        uuid not null references kit.object,
  deputy        uuid references kit.object check (deputy <> person),
  email         text check (email like '%_@_%'),
  phone         text check (btrim(phone) <> ''),
  audience      text not null check (audience in ('members', 'public')),
  confirmed_on  date not null,
  recorded_at   timestamptz not null,
  superseded_at timestamptz
);
create unique index contact_one on actors.contact (organisation) where superseded_at is null;
comment on table actors.contact is 'Who answers for the organisation, with a deputy and the day on which that was confirmed.';

-- Sets up an organisation: its own administration and planning; and whoever made it, as long as nobody acts there.
create function actors.may_describe(p_organisation uuid) returns boolean
  language plpgsql stable security definer set search_path = '' as $$
declare a access.actor := access.actor();
begin
  return access.holds(a, '{admin,head,planner}', p_organisation)
    or (exists (select from kit.object o where o.id = p_organisation and o.kind = 'organisation' and o.author = a.person)
        and not exists (select from access.mandate m where m.organisation = p_organisation));
end $$;
revoke all on function actors.may_describe(uuid) from public;
grant execute on function actors.may_describe(uuid) to {{app}};

do $$
declare t text; parent text;
begin
  foreach t in array array['organisation', 'name', 'membership', 'contact'] loop
    parent := case when t = 'organisation' then 'organisation.id' else t || '.organisation' end;
    execute format('alter table actors.%I enable row level security', t);
    execute format('alter table actors.%I force row level security', t);
    execute format('create policy %I on actors.%I to {{owner}} using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on actors.%I for select to {{worker}} using (true)', t || '_worker', t);
    execute format('grant select on actors.%I to {{app}}, {{worker}}, {{backup}}', t);
    execute format('grant insert on actors.%I to {{app}}', t);
    if t <> 'contact' then
      execute format('create policy %I on actors.%I for select to {{app}} using (exists (select from kit.object o where o.id = %s))', t || '_see', t, parent);
    end if;
    execute format('create policy %I on actors.%I for insert to {{app}} with check (actors.may_describe(%s))', t || '_make', t, parent);
    execute format('create policy %I on actors.%I for update to {{app}} using (actors.may_describe(%s)) with check (actors.may_describe(%s))', t || '_change', t, parent, parent);
  end loop;
end $$;
grant update (kind, side, legal_form, short_name, area_key, privacy_law, website, example) on actors.organisation to {{app}};
-- Nobody makes another's organisation a department of a third one.
drop policy membership_make on actors.membership;
create policy membership_make on actors.membership for insert to {{app}}
  with check (actors.may_describe(organisation) and (kind = 'member' or actors.may_describe(parent)));
grant update (superseded_at) on actors.name, actors.membership, actors.contact to {{app}};
create policy contact_see on actors.contact for select to {{app}}
  using (exists (select from kit.object o where o.id = contact.organisation)
    and (audience = 'public' or (select (access.actor()).organisation) is not null));
-- Whoever answers, acts there: a contact who has left cannot be named.
create function actors.guard_contact() returns trigger language plpgsql security definer set search_path = '' as $$
declare p uuid;
begin
  foreach p in array array_remove(array[new.person, new.deputy], null) loop
    if not exists (select from access.mandate m where m.person = p and m.organisation = new.organisation and m.superseded_at is null
        and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day)) then
      raise exception 'a contact acts for the organisation' using errcode = 'NA400';
    end if;
  end loop;
  return new;
end $$;
create trigger contact_guard before insert on actors.contact for each row execute function actors.guard_contact();

-- A recorded row is closed, never rewritten or reopened.
create function actors.guard_recorded() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.superseded_at is not null or new.superseded_at is null then
    raise exception 'a closed record stays closed' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger name_recorded before update on actors.name for each row execute function actors.guard_recorded();
create trigger membership_recorded before update on actors.membership for each row execute function actors.guard_recorded();
create trigger contact_recorded before update on actors.contact for each row execute function actors.guard_recorded();

-- Erasing a person: what reaches this person goes, closed rows too. Deputies stay as a number that stands for nobody.
create function actors.forget(p_person uuid) returns void
  language sql volatile security definer set search_path = '' as $$
  delete from actors.contact where person = p_person;
$$;
revoke all on function actors.forget(uuid) from public;
grant execute on function actors.forget(uuid) to {{worker}};
