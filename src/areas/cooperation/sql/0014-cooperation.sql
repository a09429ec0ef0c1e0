-- Bodies with their seats, agreements that come into force when every party has signed the same edition, and the release by two equal chairs.
create schema cooperation;
grant usage on schema cooperation to {{app}}, {{worker}}, {{backup}};

create table cooperation.body (
  id           uuid primary key references kit.object,
  short_name   text not null check (btrim(short_name) <> ''),
  mission      text not null check (btrim(mission) <> ''),
  form         text not null check (form in ('forum', 'deciding')),
  votes        boolean not null generated always as (form = 'deciding') stored,
  keys         smallint not null default 2 check (keys in (1, 2)),
  founded_on   date not null,
  area_key     text check (area_key ~ '^(0[1-9]|1[0-6])\d{0,6}$'),
  dissolved_on date check (dissolved_on >= founded_on)
);
comment on column cooperation.body.form is 'A forum exchanges and recommends; only a deciding body has votes.';
comment on column cooperation.body.keys is 'How many chairs must release what leaves the body. Never changes: nobody can loosen it afterwards.';

create table cooperation.constituency (
  id         uuid primary key,
  body       uuid not null references cooperation.body,
  name       text not null check (btrim(name) <> ''),
  chair      text check (chair in ('appointed', 'elected')),
  term_years smallint check (term_years between 1 and 10),
  unique (body, name),
  unique (id, body)
);
comment on table cooperation.constituency is 'A group of seats that provides one chair, appointed or elected for some years.';

create table cooperation.seat (
  id            uuid primary key,
  body          uuid not null references cooperation.body,
  organisation  uuid not null references kit.object,
  unit          uuid references kit.object check (unit <> organisation),
  constituency  uuid,
  voting        boolean not null default true,
  valid_from    date not null,
  valid_until   date check (valid_until > valid_from),
  recorded_at   timestamptz not null,
  superseded_at timestamptz,
  foreign key (constituency, body) references cooperation.constituency (id, body)
);
create unique index seat_once on cooperation.seat (body, organisation, coalesce(unit, organisation), valid_from) where superseded_at is null;
create index seat_organisation on cooperation.seat (organisation) where superseded_at is null;
comment on table cooperation.seat is 'A seat belongs to an organisation, or to one of its departments, never to a person.';

create table cooperation.agreement (
  id        uuid primary key references kit.object,
  edition   integer not null default 1 check (edition > 0),
  preamble  text not null default '',
  review_on date
);
comment on column cooperation.agreement.edition is 'The edition that is drafted or, once kit.edition holds it, offered for signature.';

create table cooperation.party (
  agreement    uuid not null references cooperation.agreement,
  edition      integer not null,
  organisation uuid not null references kit.object,
  primary key (agreement, edition, organisation)
);

create table cooperation.clause (
  agreement uuid not null references cooperation.agreement,
  edition   integer not null,
  number    text not null check (btrim(number) <> ''),
  place     smallint not null,
  heading   text not null default '',
  text      text not null check (btrim(text) <> ''),
  strength  text not null check (strength in ('must', 'should', 'usual')),
  duty      jsonb check (duty->>'kind' in ('meet', 'deliver', 'confirm')),
  primary key (agreement, edition, number)
);
comment on column cooperation.clause.duty is 'What falls due because of this clause, where anything does; the shape is Duty in the area''s contract.';

create table cooperation.signature (
  id           uuid primary key,
  agreement    uuid not null,
  edition      integer not null,
  organisation uuid not null,
  day          date not null,
  place        text not null check (btrim(place) <> ''),
  capacity     text not null check (btrim(capacity) <> ''),
  person       uuid references kit.object,
  source       text check (btrim(source) <> ''),
  recorded_by  uuid not null references kit.object,
  recorded_at  timestamptz not null,
  check (person is not null or source is not null),
  unique (agreement, edition, organisation),
  foreign key (agreement, edition, organisation) references cooperation.party,
  foreign key (agreement, edition) references kit.edition (object, number)
);
comment on table cooperation.signature is 'Records that a party has signed this edition; it does not replace the signature on paper. source: where the office has it from.';

create table cooperation.release (
  object       uuid not null,
  edition      integer not null,
  body         uuid not null references cooperation.body,
  person       uuid not null references kit.object,
  organisation uuid not null references kit.object,
  mandate      uuid not null references access.mandate,
  at           timestamptz not null,
  primary key (object, edition, organisation),
  unique (object, edition, person),
  foreign key (object, edition) references kit.edition (object, number)
);
comment on table cooperation.release is 'One key: a chair releases an edition as itself. Once per organisation and once per person, so that nobody gives both keys.';

-- The edition in force: the latest that every party has signed, since the day of the last signature.
create function cooperation.in_force(p_agreement uuid) returns table (edition integer, since date, known_since timestamptz)
  language sql stable set search_path = ''
begin atomic
  select p.edition, max(s.day), max(s.recorded_at)
    from cooperation.party p left join cooperation.signature s on s.agreement = p.agreement and s.edition = p.edition and s.organisation = p.organisation
   where p.agreement = p_agreement
   group by p.edition having count(*) >= 2 and count(s.id) = count(*)
   order by p.edition desc limit 1;
end;

-- Released: as many chairs as the body asks for have released this very edition; different persons of different organisations by construction.
create function cooperation.is_released(p_object uuid, p_edition integer) returns boolean
  language sql stable security definer set search_path = ''
  return coalesce((select count(*) >= b.keys from cooperation.release r join cooperation.body b on b.id = r.body
                    where r.object = p_object and r.edition = p_edition group by b.keys), false);

-- Whether a body rests on an agreement in force: everybody who sees the body may know that, not what it says.
create function cooperation.is_agreed(p_body uuid) returns boolean
  language sql stable security definer set search_path = ''
  return exists (with own as materialized (select a.id from kit.object a where a.kind = 'agreement' and a.body = p_body and a.deleted_at is null)
                 select from own cross join lateral cooperation.in_force(own.id) f);

-- Who runs a body: chairs and office; and its founder, as long as nobody else has sent anybody.
create function cooperation.runs(p_body uuid) returns boolean
  language plpgsql stable security definer set search_path = '' as $$
declare a access.actor := access.actor();
begin
  return access.holds(a, '{chair,office}', p_body)
    or exists (select from kit.object b where b.id = p_body and b.kind = 'body' and b.author = a.person and b.owner = a.organisation
               and not exists (select from access.mandate m where m.body = p_body and m.granted_by is distinct from a.person));
end $$;
revoke all on function cooperation.in_force(uuid), cooperation.is_released(uuid, integer), cooperation.is_agreed(uuid), cooperation.runs(uuid) from public;
grant execute on function cooperation.in_force(uuid), cooperation.is_released(uuid, integer), cooperation.is_agreed(uuid) to {{app}}, {{worker}};
grant execute on function cooperation.runs(uuid) to {{app}};

do $$
declare t text; parent text;
begin
  foreach t in array array['body', 'constituency', 'seat', 'agreement', 'party', 'clause', 'signature', 'release'] loop
    parent := case t when 'body' then 'body.id' when 'agreement' then 'agreement.id' when 'release' then 'release.object'
                     when 'constituency' then 'constituency.body' when 'seat' then 'seat.body' else t || '.agreement' end;
    execute format('alter table cooperation.%I enable row level security', t);
    execute format('alter table cooperation.%I force row level security', t);
    execute format('create policy %I on cooperation.%I to {{owner}} using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on cooperation.%I for select to {{worker}} using (true)', t || '_worker', t);
    execute format('create policy %I on cooperation.%I for select to {{app}} using (exists (select from kit.object o where o.id = %s))', t || '_see', t, parent);
    execute format('grant select on cooperation.%I to {{app}}, {{worker}}, {{backup}}', t);
    execute format('grant insert on cooperation.%I to {{app}}', t);
  end loop;
  foreach t in array array['body', 'constituency', 'seat'] loop
    parent := case t when 'body' then 'id' else 'body' end;
    execute format('create policy %I on cooperation.%I for insert to {{app}} with check (cooperation.runs(%s))', t || '_make', t, parent);
    -- A constituency stays as it was founded.
    if t <> 'constituency' then
      execute format('create policy %I on cooperation.%I for update to {{app}} using (cooperation.runs(%s)) with check (cooperation.runs(%s))', t || '_change', t, parent, parent);
    end if;
  end loop;
  foreach t in array array['agreement', 'party', 'clause'] loop
    parent := case t when 'agreement' then 'agreement.id' else t || '.agreement' end;
    execute format('create policy %I on cooperation.%I for insert to {{app}} with check (exists (select from kit.object o where o.id = %s and o.kind = ''agreement'' and cooperation.runs(o.body)))', t || '_make', t, parent);
    if t = 'agreement' then
      execute format('create policy %I on cooperation.%I for update to {{app}} using (exists (select from kit.object o where o.id = %s and cooperation.runs(o.body)))
        with check (exists (select from kit.object o where o.id = %s and cooperation.runs(o.body)))', t || '_change', t, parent, parent);
    else
      execute format('create policy %I on cooperation.%I for delete to {{app}} using (exists (select from kit.object o where o.id = %s and cooperation.runs(o.body)))', t || '_drop', t, parent);
      execute format('grant delete on cooperation.%I to {{app}}', t);
    end if;
  end loop;
end $$;
grant update (short_name, mission, area_key) on cooperation.body to {{app}};
grant update (superseded_at) on cooperation.seat to {{app}};
grant update (edition, preamble, review_on) on cooperation.agreement to {{app}};

-- A party signs for itself; the office may record a signature that reached it on paper, and says from where it knows.
create policy signature_make on cooperation.signature for insert to {{app}}
  with check (recorded_by = (select (access.actor()).person) and recorded_at = (select (access.actor()).at) and day <= (select (access.actor()).today)
    and ((source is null and person = recorded_by and organisation = (select (access.actor()).organisation)
          and access.holds((select access.actor()), '{admin,head,planner}', organisation))
      or (source is not null and person is null and exists (select from kit.object o where o.id = agreement and access.holds((select access.actor()), '{office}', o.body)))));

-- One key, given by its holder and nobody else.
create policy release_give on cooperation.release for insert to {{app}}
  with check (person = (select (access.actor()).person) and organisation = (select (access.actor()).organisation) and at = (select (access.actor()).at)
    and mandate = any ((select (access.actor()).mandates)::uuid[]) and access.holds((select access.actor()), '{chair}', body)
    and exists (select from kit.object o where o.id = object and o.body = release.body and o.deleted_at is null));

-- Holds for every login, whatever the policies say: a key needs the chair's own mandate of this day.
create function cooperation.guard_release() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from access.mandate m join kit.object o on o.id = new.object and o.body = m.body
      where m.id = new.mandate and m.role = 'chair' and m.body = new.body and m.person = new.person and m.organisation = new.organisation
        and m.superseded_at is null and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day)) then
    raise exception 'only a chair releases, as itself' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger release_guard before insert on cooperation.release for each row execute function cooperation.guard_release();

-- What was offered for signature does not change any more; changes make a new edition.
create function cooperation.guard_frozen() returns trigger language plpgsql security definer set search_path = '' as $$
declare r record := coalesce(new, old);
begin
  if exists (select from kit.edition e where e.object = r.agreement and e.number = r.edition) then
    raise exception 'this edition is fixed; a change makes a new one' using errcode = 'NA403';
  end if;
  return r;
end $$;
create trigger party_frozen before insert or update or delete on cooperation.party for each row execute function cooperation.guard_frozen();
create trigger clause_frozen before insert or update or delete on cooperation.clause for each row execute function cooperation.guard_frozen();

create function cooperation.guard_agreement() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.edition not in (old.edition, old.edition + 1)
     or (new.edition = old.edition) = exists (select from kit.edition e where e.object = old.id and e.number = old.edition) then
    raise exception 'a fixed edition stays; a draft keeps its number' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger agreement_guard before update on cooperation.agreement for each row execute function cooperation.guard_agreement();

create function cooperation.guard_seat() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.superseded_at is not null or new.superseded_at is null then raise exception 'a closed record stays closed' using errcode = 'NA403'; end if;
  return new;
end $$;
create trigger seat_recorded before update on cooperation.seat for each row execute function cooperation.guard_seat();
