-- Who may do what. Identity is not a variable that the application may set: the only way in is access.open with a session token that hashes to a row here.
create schema access;
grant usage on schema access to {{app}}, {{worker}}, {{backup}};

create table access.account (
  person    uuid primary key references kit.object,
  email     text not null check (email = lower(email) and email like '%_@_%'),
  salt      bytea,
  proof     bytea,
  totp      bytea,
  totp_step bigint,
  totp_pending bytea,
  seen      bigint not null default 0,
  seen_before bigint not null default 0,
  closed_at timestamptz,
  created   timestamptz not null
);
create unique index account_email on access.account (email) where closed_at is null;
comment on column access.account.proof is 'SHA-256 of the argon2id tag: what the table holds does not open a session.';
comment on column access.account.seen is 'Number of the last journal entry at the latest visit; for what is new, never for watching a person.';

create table access.session (
  id        uuid primary key,
  digest    bytea not null unique,
  previous  bytea,
  person    uuid not null references access.account (person),
  created   timestamptz not null,
  renewed   timestamptz not null,
  expires   timestamptz not null,
  stage     text not null default 'open' check (stage in ('secondFactor', 'open'))
);
create index session_person on access.session (person);
create index session_previous on access.session (previous) where previous is not null;
comment on table access.session is 'Opaque tokens, held as hashes. A renewed token leaves its predecessor valid for a minute.';

create table access.invitation (
  digest   bytea primary key,
  person   uuid not null references kit.object,
  email    text not null,
  purpose  text not null check (purpose in ('invite', 'reset', 'firstRun')),
  created  timestamptz not null,
  expires  timestamptz not null,
  used_at  timestamptz
);

create table access.attempt (
  id     bigint generated always as identity primary key,
  email  text not null,
  source text not null,
  at     timestamptz not null,
  good   boolean not null
);
create index attempt_email on access.attempt (email, at);
create index attempt_source on access.attempt (source, at);
comment on table access.attempt is 'Sign-in attempts for throttling; source is a salted hash of the address; kept for a day.';

create table access.mandate (
  id            uuid primary key,
  person        uuid not null references kit.object,
  organisation  uuid not null references kit.object,
  body          uuid references kit.object,
  role          text not null check (
    case when body is null then role in ('admin', 'head', 'planner', 'checker', 'staff', 'counsellor')
         else role in ('chair', 'office', 'delegate', 'deputy', 'guest') end),
  from_day      date not null,
  until_day     date check (until_day > from_day),
  basis         text not null check (btrim(basis) <> ''),
  granted_by    uuid references kit.object,
  recorded_at   timestamptz not null,
  superseded_at timestamptz,
  superseded_by uuid references access.mandate
);
comment on table access.mandate is 'A person acts for an organisation, in a body or at home, in a role, until a day (half-open).';
create index mandate_person on access.mandate (person) where superseded_at is null;
create index mandate_body on access.mandate (body) where superseded_at is null;
create index mandate_organisation on access.mandate (organisation) where superseded_at is null;

create table access.seal (one boolean primary key default true check (one), secret text not null);
insert into access.seal (secret) values (gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text);
comment on table access.seal is 'Seals the actor of a transaction. Nobody but the owner''s functions can read it.';

-- held: what the person may act as now, for the chosen organisation, as 'role@scope'; mandates: the mandate behind each.
create type access.actor as (
  person uuid, organisation uuid, session uuid, at timestamptz, today date, readers uuid[], held text[], mandates uuid[]
);
comment on type access.actor is 'readers: the person, its bodies and, only if it has a mandate at home there, the organisation. Whoever is merely sent into a body acts for an organisation without reading what is internal to it.';

-- Everything below runs in every request, some of it once per table in a query, so it is written for speed: PL/pgSQL keeps its plans, clock and
-- seal are asked once, and nothing is called that can be said in place (each call of a definer's function costs about 10 µs per transaction).
-- What is signed names the backend and the transaction: an actor seen once opens nothing later or elsewhere.
create function access.signature(payload text, key text) returns text
  language sql stable
  return encode(sha256(convert_to(key || encode(sha256(convert_to(
           key || pg_backend_pid()::text || transaction_timestamp()::text || payload, 'UTF8')), 'hex'), 'UTF8')), 'hex');
revoke all on function access.signature(text, text) from public;

-- Only called from the definer's functions below, so it needs no rights and no path of its own.
create function access.record_actor(p_person uuid, p_organisation uuid, p_session uuid, key text, instant timestamptz) returns access.actor
  language plpgsql volatile as $$
declare
  a access.actor;
  day date := (instant at time zone 'Europe/Berlin')::date;
  payload text;
begin
  if p_organisation is null then
    select m.organisation into p_organisation from access.mandate m join kit.object o on o.id = m.organisation
     where m.person = p_person and m.superseded_at is null and m.from_day <= day and (m.until_day is null or day < m.until_day)
       and o.deleted_at is null
     order by (m.body is null) desc, m.from_day, o.title limit 1;
  end if;
  select p_person, p_organisation, p_session, instant, day,
         coalesce(array_agg(m.body) filter (where m.body is not null), '{}') || p_person || case when bool_or(m.body is null) then array[p_organisation] end,
         coalesce(array_agg(m.role || '@' || coalesce(m.body, m.organisation)::text), '{}'), coalesce(array_agg(m.id), '{}')
    into a
    from (select n.id, n.role, n.body, n.organisation from access.mandate n
           where n.person = p_person and n.organisation = p_organisation and n.superseded_at is null
             and n.from_day <= day and (n.until_day is null or day < n.until_day) order by n.id) m;
  if p_organisation is not null and cardinality(a.held) = 0 then
    raise exception 'mandateEnded' using errcode = 'NA401';
  end if;
  payload := a::text;
  -- An assignment is evaluated in place; "perform" would be one more query.
  payload := set_config('nahtstelle.actor', access.signature(payload, key) || payload, true);
  return a;
end $$;
revoke all on function access.record_actor(uuid, uuid, uuid, text, timestamptz) from public;

-- The only way in: a token of a living session, and for whom the person wants to act (null: the first mandate).
create function access.open(p_token text, p_organisation uuid) returns access.actor
  language plpgsql volatile security definer set search_path = '' as $$
declare s record; h bytea := sha256(convert_to(p_token, 'UTF8'));
begin
  select x.id, x.person, x.expires, k.secret, coalesce(t.instant, transaction_timestamp()) as instant into s
    from access.session x join access.account c on c.person = x.person, access.seal k, clock.setting t
   where x.digest = h and x.stage = 'open' and c.closed_at is null;
  if not found then
    select x.id, x.person, x.expires, k.secret, clock.now() as instant into s
      from access.session x join access.account c on c.person = x.person, access.seal k
     where x.previous = h and x.renewed > clock.now() - interval '1 minute' and x.stage = 'open' and c.closed_at is null;
    if not found then raise exception 'notSignedIn' using errcode = 'NA401'; end if;
  end if;
  if s.expires <= s.instant then raise exception 'notSignedIn' using errcode = 'NA401'; end if;
  return access.record_actor(s.person, p_organisation, s.id, s.secret, s.instant);
end $$;
revoke all on function access.open(text, uuid) from public;
grant execute on function access.open(text, uuid) to {{app}};

-- The worker reads a mail as its recipient, and nothing else.
create function access.open_as_reader(p_person uuid, p_organisation uuid) returns access.actor
  language plpgsql volatile security definer set search_path = '' as $$
begin return access.record_actor(p_person, p_organisation, null, (select k.secret from access.seal k), clock.now()); end $$;
revoke all on function access.open_as_reader(uuid, uuid) from public;
grant execute on function access.open_as_reader(uuid, uuid) to {{worker}};

create function access.actor() returns access.actor
  language plpgsql stable security definer set search_path = '' as $$
declare raw text := current_setting('nahtstelle.actor', true); key text;
begin
  if raw is null or raw = '' then return null; end if;
  select k.secret into key from access.seal k;
  if left(raw, 64) is distinct from access.signature(substr(raw, 65), key) then return null; end if;
  return substr(raw, 65)::access.actor;
end $$;
grant execute on function access.actor() to {{app}}, {{worker}};

-- The one decision on visibility. Policies, lists, counts, search, trail, journal, duties and files use it and nothing else.
create function access.sees(p_audience text, p_owner uuid, p_author uuid, p_readers uuid[], p_deleted timestamptz, a access.actor) returns boolean
  language plpgsql immutable set search_path = '' as $$
declare at_home boolean := coalesce(p_owner = a.organisation and p_owner = any (a.readers), false);
begin
  -- What was taken away: a draft for its author, everything else for the house that answers for it.
  if p_deleted is not null then
    return case when p_audience = 'draft' then coalesce(p_author = a.person and (p_owner is null or p_owner = a.organisation), false) else at_home end;
  end if;
  if p_audience = 'public' then return true; end if;
  if a.person is null then return false; end if;
  return case p_audience
    when 'draft' then coalesce(p_author = a.person and (p_owner is null or p_owner = a.organisation), false)
    when 'members' then a.organisation is not null
    when 'organisation' then at_home
    when 'body' then at_home or p_readers && a.readers
    when 'named' then at_home or p_readers && a.readers
    else false end;
end $$;

create function access.holds(a access.actor, p_roles text[], p_scope uuid) returns boolean
  language plpgsql immutable set search_path = '' as $$
declare one text; scope text := '@' || p_scope::text;
begin
  if p_roles is null or p_scope is null or a.person is null then return false; end if;
  foreach one in array p_roles loop
    if (one || scope) = any (a.held) then return true; end if;
  end loop;
  return false;
end $$;

-- Who may change an object at all; areas narrow this further for their tables.
create function access.changes(p_owner uuid, p_body uuid, p_author uuid, p_audience text, a access.actor) returns boolean
  language plpgsql immutable set search_path = '' as $$
begin
  if a.person is null or a.organisation is null then return false; end if;
  if p_audience = 'draft' then return coalesce(p_author = a.person and (p_owner is null or p_owner = a.organisation), false); end if;
  if p_body is not null and access.holds(a, '{chair,office}', p_body) then return true; end if;
  return coalesce(p_owner = a.organisation, false)
     and (p_body is null or access.holds(a, '{chair,office,delegate,deputy}', p_body)
          or access.holds(a, '{admin,head,planner,staff}', p_owner))
     and (p_body is not null or access.holds(a, '{admin,head,planner,checker,staff,counsellor}', p_owner));
end $$;
-- Opens and reads the object that a request is about, in one statement: what row-level security would show of it, decided by the same function,
-- without proving the actor anew for every table. An object that is not there or not visible leaves the columns from id on empty.
create function access.open_at(p_token text, p_organisation uuid, p_object uuid, p_kind text,
  out person uuid, out organisation uuid, out session uuid, out at timestamptz, out today date, out readers uuid[], out held text[], out mandates uuid[],
  out id uuid, out kind text, out title text, out owner uuid, out owner_title text, out body uuid, out body_title text, out author uuid, out audience text,
  out object_readers uuid[], out invented boolean, out revision integer, out created timestamptz, out deleted_at timestamptz, out may_change boolean)
  language plpgsql volatile security definer set search_path = '' as $$
declare a access.actor := access.open(p_token, p_organisation);
begin
  select a.person, a.organisation, a.session, a.at, a.today, a.readers, a.held, a.mandates,
         o.id, o.kind, o.title, o.owner, w.title, o.body, b.title, o.author, o.audience, o.readers, o.invented, o.revision, o.created, o.deleted_at,
         access.changes(o.owner, o.body, o.author, o.audience, a)
    into person, organisation, session, at, today, readers, held, mandates,
         id, kind, title, owner, owner_title, body, body_title, author, audience, object_readers, invented, revision, created, deleted_at, may_change
    from (select) actor
    left join kit.object o on o.id = p_object and (o.kind = p_kind or p_kind = '*') and access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, a)
    left join kit.object w on w.id = o.owner and access.sees(w.audience, w.owner, w.author, w.readers, w.deleted_at, a)
    left join kit.object b on b.id = o.body and access.sees(b.audience, b.owner, b.author, b.readers, b.deleted_at, a);
end $$;
revoke all on function access.open_at(text, uuid, uuid, text) from public;
grant execute on function access.open_at(text, uuid, uuid, text) to {{app}};
grant execute on function access.sees(text, uuid, uuid, uuid[], timestamptz, access.actor), access.holds(access.actor, text[], uuid),
  access.changes(uuid, uuid, uuid, text, access.actor) to {{app}}, {{worker}};
revoke all on function access.sees(text, uuid, uuid, uuid[], timestamptz, access.actor), access.holds(access.actor, text[], uuid),
  access.changes(uuid, uuid, uuid, text, access.actor), access.actor() from public;
