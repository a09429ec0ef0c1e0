-- Printed from the migrated schema by tools/print-schema.ts, for reading; the migrations make it.


create schema access;

create type access.actor as (person uuid, organisation uuid, session uuid, at timestamp with time zone, today date, readers uuid[], held text[], mandates uuid[]);

CREATE OR REPLACE FUNCTION access.actor()
 RETURNS access.actor
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare raw text := current_setting('nahtstelle.actor', true);
begin
  if raw is null or raw = '' then return null; end if;
  if left(raw, 64) is distinct from access.signature(substr(raw, 65)) then return null; end if;
  return substr(raw, 65)::access.actor;
end $function$;

CREATE OR REPLACE FUNCTION access.change_password(p_old_tag bytea, p_salt bytea, p_tag bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor();
begin
  update access.account set salt = p_salt, proof = sha256(p_tag) where person = a.person and proof = sha256(p_old_tag);
  if not found then return false; end if;
  delete from access.session where person = a.person and id <> a.session;
  return true;
end $function$;

CREATE OR REPLACE FUNCTION access.changes(p_owner uuid, p_body uuid, p_author uuid, p_audience text, a access.actor)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  if a.person is null or a.organisation is null then return false; end if;
  if p_audience = 'draft' then return p_author = a.person; end if;
  if p_body is not null and access.holds(a, '{chair,office}', p_body) then return true; end if;
  return coalesce(p_owner = a.organisation, false)
     and (p_body is null or access.holds(a, '{chair,office,delegate,deputy}', p_body)
          or access.holds(a, '{admin,head,planner,staff}', p_owner))
     and (p_body is not null or access.holds(a, '{admin,head,planner,checker,staff,counsellor}', p_owner));
end $function$;

CREATE OR REPLACE FUNCTION access.choices()
 RETURNS TABLE(organisation uuid, name text, roles text[], until_day date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT m.organisation,
     o.title,
     array_agg(DISTINCT m.role ORDER BY m.role) AS array_agg,
     max(COALESCE(m.until_day, 'infinity'::date)) AS max
    FROM (access.mandate m
      JOIN kit.object o ON ((o.id = m.organisation)))
   WHERE ((m.person = (access.actor()).person) AND (m.superseded_at IS NULL) AND (o.deleted_at IS NULL) AND (m.from_day <= (access.actor()).today) AND ((m.until_day IS NULL) OR ((access.actor()).today < m.until_day)))
   GROUP BY m.organisation, o.title
   ORDER BY o.title;
END;

CREATE OR REPLACE FUNCTION access.derived(p_email text)
 RETURNS bytea
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (SELECT substr(sha256(convert_to((s.secret || lower(derived.p_email)), 'UTF8'::name)), 1, 16) AS substr FROM access.seal s);

CREATE OR REPLACE FUNCTION access.first_run(p_token text, p_organisation uuid, p_organisation_name text, p_person uuid, p_person_name text, p_email text, p_salt bytea, p_tag bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if exists (select from access.account) then return false; end if;
  if not exists (select from access.first_link where digest = sha256(convert_to(p_token, 'UTF8'))) then return false; end if;
  insert into kit.object (id, kind, title, owner, author, audience, created) values (p_organisation, 'organisation', p_organisation_name, p_organisation, null, 'public', clock.now());
  insert into kit.object (id, kind, title, owner, author, audience, created) values (p_person, 'person', p_person_name, p_organisation, null, 'members', clock.now());
  insert into access.account (person, email, salt, proof, created) values (p_person, lower(p_email), p_salt, sha256(p_tag), clock.now());
  insert into access.mandate (id, person, organisation, role, from_day, basis, granted_by, recorded_at)
  select gen_random_uuid(), p_person, p_organisation, r, clock.today(), 'Einrichtung', p_person, clock.now() from unnest(array['admin', 'planner']) r;
  delete from access.first_link;
  return true;
end $function$;

CREATE OR REPLACE FUNCTION access.guard_mandate()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if (new.id, new.person, new.organisation, new.role, new.from_day, new.basis, new.recorded_at) is distinct from
     (old.id, old.person, old.organisation, old.role, old.from_day, old.basis, old.recorded_at)
     or new.body is distinct from old.body or old.superseded_at is not null
     or new.until_day is distinct from old.until_day or new.superseded_at is null then
    raise exception 'a mandate is closed and replaced, not rewritten' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION access.has_accounts()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (EXISTS (SELECT FROM access.account));

CREATE OR REPLACE FUNCTION access.has_totp()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (SELECT (account.totp IS NOT NULL) FROM access.account WHERE (account.person = (access.actor()).person));

CREATE OR REPLACE FUNCTION access.holds(a access.actor, p_roles text[], p_scope uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  return p_scope is not null and a.person is not null
     and exists (select from unnest(p_roles) r where (r || '@' || p_scope::text) = any (a.held));
end $function$;

CREATE OR REPLACE FUNCTION access.invite(p_person uuid, p_email text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor();
begin
  if a.person is null then raise exception 'nobody acts in this transaction' using errcode = 'NA403'; end if;
  if not exists (select from access.mandate m where m.person = p_person and m.superseded_at is null
      and (m.granted_by = a.person or access.holds(a, '{admin}', m.organisation) or access.holds(a, '{office}', m.body))) then
    raise exception 'not allowed to invite this person' using errcode = 'NA403';
  end if;
  if exists (select from access.account c where c.email = lower(p_email) and c.closed_at is null and c.person <> p_person) then return 'emailTaken'; end if;
  if exists (select from access.account c where c.person = p_person and c.proof is not null) then return 'hasAccount'; end if;
  insert into access.account (person, email, created) values (p_person, lower(p_email), clock.now())
    on conflict (person) do update set email = excluded.email where account.proof is null;
  perform access.mail_token(p_person, p_email, 'invite', a.organisation, interval '14 days');
  return 'sent';
end $function$;

CREATE OR REPLACE FUNCTION access.look_at_invitation(p_token text)
 RETURNS TABLE(purpose text, email text, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT i.purpose,
     i.email,
     o.title
    FROM (access.invitation i
      JOIN kit.object o ON ((o.id = i.person)))
   WHERE ((i.digest = sha256(convert_to(look_at_invitation.p_token, 'UTF8'::name))) AND (i.used_at IS NULL) AND (i.expires > clock.now()));
END;

CREATE OR REPLACE FUNCTION access.mail_token(p_person uuid, p_email text, p_purpose text, p_organisation uuid, p_valid interval)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare token text := replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
begin
  insert into access.invitation (digest, person, email, purpose, created, expires)
  values (sha256(convert_to(token, 'UTF8')), p_person, lower(p_email), p_purpose, clock.now(), clock.now() + p_valid);
  perform mail.post(p_purpose || ':' || encode(sha256(convert_to(token, 'UTF8')), 'hex'), p_person, p_organisation, lower(p_email), 'access.' || p_purpose,
    jsonb_build_object('token', token), null);
end $function$;

CREATE OR REPLACE FUNCTION access.mark_seen(p_number bigint)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  update access.account set seen_before = seen, seen = greatest(seen, p_number) where person = (access.actor()).person and seen < p_number;
$function$;

CREATE OR REPLACE FUNCTION access.may_grant(p_person uuid, p_organisation uuid, p_body uuid, p_role text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor(); b kit.object;
begin
  if a.person is null or a.organisation is null then return false; end if;
  if p_body is null then
    return access.holds(a, '{admin}', p_organisation)
      or (exists (select from kit.object o where o.id = p_organisation and o.kind = 'organisation' and o.author = a.person)
          and not exists (select from access.mandate m where m.organisation = p_organisation and m.body is null and m.granted_by is distinct from a.person)
          and p_person <> a.person);
  end if;
  select * into b from kit.object where id = p_body and kind = 'body';
  if not found then return false; end if;
  if p_role = 'chair' and exists (select from access.mandate m where m.body = p_body and m.role = 'chair' and m.superseded_at is null
       and (m.until_day is null or m.until_day > a.today) and m.organisation = p_organisation and m.person <> p_person) then return false; end if;
  return access.holds(a, '{office}', p_body)
    or (access.holds(a, '{chair}', p_body) and p_role <> 'chair')
    or (b.author = a.person and b.owner = a.organisation
        and not exists (select from access.mandate m where m.body = p_body and m.granted_by is distinct from a.person))
    or (p_role in ('delegate', 'deputy') and p_organisation = a.organisation and p_organisation = any (b.readers)
        and access.holds(a, '{admin,head}', p_organisation));
end $function$;

CREATE OR REPLACE FUNCTION access.may_introduce(p_organisation uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor();
begin
  if a.person is null or a.organisation is null then return false; end if;
  return access.holds(a, '{admin,head,planner}', p_organisation)
    or (exists (select from kit.object o where o.id = p_organisation and o.kind = 'organisation' and o.author = a.person)
        and not exists (select from access.mandate m where m.organisation = p_organisation and m.granted_by is distinct from a.person))
    or exists (select from kit.object b where b.kind = 'body' and p_organisation = any (b.readers) and access.holds(a, '{chair,office}', b.id));
end $function$;

CREATE OR REPLACE FUNCTION access.open(p_token text, p_organisation uuid)
 RETURNS access.actor
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare s record; h bytea := sha256(convert_to(p_token, 'UTF8'));
begin
  perform set_config('nahtstelle.actor', '', true);
  select x.id, x.person into s from access.session x join access.account c on c.person = x.person
   where (x.digest = h or (x.previous = h and x.renewed > clock.now() - interval '1 minute')) and x.stage = 'open'
     and x.expires > clock.now() and c.closed_at is null;
  if not found then raise exception 'notSignedIn' using errcode = 'NA401'; end if;
  return access.record_actor(s.person, p_organisation, s.id);
end $function$;

CREATE OR REPLACE FUNCTION access.open_as_reader(p_person uuid, p_organisation uuid)
 RETURNS access.actor
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin return access.record_actor(p_person, p_organisation, null); end $function$;

CREATE OR REPLACE FUNCTION access.own_email()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (SELECT account.email FROM access.account WHERE (account.person = (access.actor()).person));

CREATE OR REPLACE FUNCTION access.record_actor(p_person uuid, p_organisation uuid, p_session uuid)
 RETURNS access.actor
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  a access.actor;
  today date := clock.today();
  payload text;
begin
  a.person := p_person; a.session := p_session; a.at := clock.now(); a.today := today;
  if p_organisation is null then
    select m.organisation into p_organisation from access.mandate m join kit.object o on o.id = m.organisation
     where m.person = p_person and m.superseded_at is null and m.from_day <= today and (m.until_day is null or today < m.until_day)
       and o.deleted_at is null
     order by (m.body is null) desc, m.from_day, o.title limit 1;
  end if;
  select coalesce(array_agg(m.role || '@' || coalesce(m.body, m.organisation)::text order by m.id), '{}'), coalesce(array_agg(m.id order by m.id), '{}'),
         coalesce(array_agg(distinct m.body) filter (where m.body is not null), '{}')
    into a.held, a.mandates, a.readers
    from access.mandate m
   where m.person = p_person and m.organisation = p_organisation and m.superseded_at is null
     and m.from_day <= today and (m.until_day is null or today < m.until_day);
  if p_organisation is not null and cardinality(a.held) = 0 then
    raise exception 'mandateEnded' using errcode = 'NA401';
  end if;
  a.organisation := p_organisation;
  a.readers := a.readers || p_person;
  if p_organisation is not null then a.readers := a.readers || p_organisation; end if;
  payload := a::text;
  perform set_config('nahtstelle.actor', access.signature(payload) || payload, true);
  return a;
end $function$;

CREATE OR REPLACE FUNCTION access.redeem(p_token text, p_salt bytea, p_tag bytea)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare i record;
begin
  update access.invitation set used_at = clock.now()
   where digest = sha256(convert_to(p_token, 'UTF8')) and used_at is null and expires > clock.now() and purpose in ('invite', 'reset')
   returning * into i;
  if not found then return null; end if;
  update access.account set salt = p_salt, proof = sha256(p_tag) where person = i.person and closed_at is null;
  if not found then return null; end if;
  update access.invitation set used_at = clock.now() where person = i.person and used_at is null;
  delete from access.session where person = i.person;
  delete from access.attempt where email = i.email;
  return i.email;
end $function$;

CREATE OR REPLACE FUNCTION access.renew(p_token text, p_digest bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update access.session set previous = digest, digest = p_digest, renewed = clock.now(), expires = clock.now() + interval '12 hours'
   where digest = sha256(convert_to(p_token, 'UTF8')) and stage = 'open' and expires > clock.now() and renewed < clock.now() - interval '15 minutes'
     and created > clock.now() - interval '7 days';
  return found;
end $function$;

CREATE OR REPLACE FUNCTION access.request_reset(p_email text, p_source text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare c record; src text := access.source_of(p_source);
begin
  if (select count(*) from access.attempt where email = 'reset:' || lower(p_email) and at > clock.now() - interval '1 hour') >= 3 then return; end if;
  insert into access.attempt (email, source, at, good) values ('reset:' || lower(p_email), src, clock.now(), true);
  select * into c from access.account where email = lower(p_email) and closed_at is null;
  if found then perform access.mail_token(c.person, c.email, case when c.proof is null then 'invite' else 'reset' end, null, interval '2 hours'); end if;
end $function$;

CREATE OR REPLACE FUNCTION access.salt_of(p_email text)
 RETURNS bytea
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN COALESCE((SELECT c.salt FROM access.account c WHERE ((c.email = lower(salt_of.p_email)) AND (c.closed_at IS NULL))), access.derived(p_email));

CREATE OR REPLACE FUNCTION access.second_factor(p_token text)
 RETURNS bytea
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (SELECT c.totp FROM (access.session s JOIN access.account c USING (person)) WHERE ((s.digest = sha256(convert_to(second_factor.p_token, 'UTF8'::name))) AND (s.stage = 'secondFactor'::text) AND (s.created > (clock.now() - '00:10:00'::interval)) AND ((SELECT count(*) AS count FROM access.attempt a WHERE ((a.email = ('totp:'::text || s.person)) AND (a.at > (clock.now() - '00:15:00'::interval)))) < 10)));

CREATE OR REPLACE FUNCTION access.second_factor_failed(p_token text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  insert into access.attempt (email, source, at, good)
  select 'totp:' || person, '', clock.now(), false from access.session where digest = sha256(convert_to(p_token, 'UTF8'));
$function$;

CREATE OR REPLACE FUNCTION access.second_factor_passed(p_token text, p_step bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare s record;
begin
  select * into s from access.session where digest = sha256(convert_to(p_token, 'UTF8')) and stage = 'secondFactor';
  if not found then return false; end if;
  update access.account set totp_step = p_step where person = s.person and (totp_step is null or totp_step < p_step);
  if not found then return false; end if;
  update access.session set stage = 'open' where id = s.id;
  return true;
end $function$;

CREATE OR REPLACE FUNCTION access.sees(p_audience text, p_owner uuid, p_author uuid, p_readers uuid[], p_deleted timestamp with time zone, a access.actor)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$
begin
  if p_deleted is not null then return a.organisation is not null and p_owner = a.organisation; end if;
  if p_audience = 'public' then return true; end if;
  if a.person is null then return false; end if;
  return case p_audience
    when 'draft' then coalesce(p_author = a.person and (p_owner is null or p_owner = a.organisation), false)
    when 'members' then a.organisation is not null
    when 'organisation' then coalesce(p_owner = a.organisation, false)
    when 'body' then coalesce(p_owner = a.organisation, false) or p_readers && a.readers
    when 'named' then coalesce(p_owner = a.organisation, false) or p_readers && a.readers
    else false end;
end $function$;

CREATE OR REPLACE FUNCTION access.sign_in(p_email text, p_tag bytea, p_source text, p_digest bytea)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare c record; src text := access.source_of(p_source); good boolean;
begin
  if access.throttled(p_email, src) then return 'throttled'; end if;
  select * into c from access.account where email = lower(p_email) and closed_at is null;
  good := c.person is not null and c.proof is not null and c.proof = sha256(p_tag);
  insert into access.attempt (email, source, at, good) values (lower(p_email), src, clock.now(), good);
  if not good then return 'wrong'; end if;
  delete from access.attempt where email = lower(p_email) and source = src and not attempt.good;
  insert into access.session (id, digest, person, created, renewed, expires, stage)
  values (gen_random_uuid(), p_digest, c.person, clock.now(), clock.now(), clock.now() + interval '12 hours',
          case when c.totp is null then 'open' else 'secondFactor' end);
  return case when c.totp is null then 'open' else 'secondFactor' end;
end $function$;

CREATE OR REPLACE FUNCTION access.sign_out(p_token text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  delete from access.session where digest = sha256(convert_to(p_token, 'UTF8')) or previous = sha256(convert_to(p_token, 'UTF8'));
$function$;

CREATE OR REPLACE FUNCTION access.signature(payload text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (SELECT encode(sha256(convert_to((s.secret || encode(sha256(convert_to((((s.secret || (pg_backend_pid())::text) || (transaction_timestamp())::text) || signature.payload), 'UTF8'::name)), 'hex'::text)), 'UTF8'::name)), 'hex'::text) AS encode FROM access.seal s);

CREATE OR REPLACE FUNCTION access.source_of(p_source text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (SELECT encode(sha256(convert_to((s.secret || source_of.p_source), 'UTF8'::name)), 'hex'::text) AS encode FROM access.seal s);

CREATE OR REPLACE FUNCTION access.throttled(p_email text, p_source text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (SELECT ((count(*) FILTER (WHERE ((attempt.email = lower(throttled.p_email)) AND (attempt.source = throttled.p_source))) >= 5) OR ((count(*) FILTER (WHERE ((attempt.email = lower(throttled.p_email)) AND (attempt.source <> throttled.p_source))) >= 30) AND (NOT (EXISTS (SELECT FROM access.attempt g WHERE (g.good AND (g.email = lower(throttled.p_email)) AND (g.source = throttled.p_source)))))) OR ((count(*) FILTER (WHERE (attempt.source = throttled.p_source)) >= 100) AND (NOT (EXISTS (SELECT FROM access.attempt g WHERE (g.good AND (g.email = lower(throttled.p_email)) AND (g.source = throttled.p_source))))))) FROM access.attempt WHERE ((NOT attempt.good) AND (attempt.at > (clock.now() - '00:15:00'::interval)) AND ((attempt.email = lower(throttled.p_email)) OR (attempt.source = throttled.p_source))));

CREATE OR REPLACE FUNCTION access.totp_begin(p_secret bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  update access.account set totp_pending = p_secret where person = (access.actor()).person;
$function$;

CREATE OR REPLACE FUNCTION access.totp_confirm()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  update access.account set totp = totp_pending, totp_pending = null, totp_step = null where person = (access.actor()).person and totp_pending is not null;
$function$;

CREATE OR REPLACE FUNCTION access.totp_end(p_tag bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update access.account set totp = null, totp_pending = null, totp_step = null where person = (access.actor()).person and proof = sha256(p_tag);
  return found;
end $function$;

CREATE OR REPLACE FUNCTION access.totp_pending()
 RETURNS bytea
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (SELECT account.totp_pending FROM access.account WHERE (account.person = (access.actor()).person));

create table access.account (
  person uuid not null,
  email text not null,
  salt bytea,
  proof bytea,
  totp bytea,
  totp_step bigint,
  totp_pending bytea,
  seen bigint not null default 0,
  seen_before bigint not null default 0,
  closed_at timestamp with time zone,
  created timestamp with time zone not null,
  constraint account_pkey PRIMARY KEY (person),
  constraint account_person_fkey FOREIGN KEY (person) REFERENCES kit.object(id),
  constraint account_email_check CHECK (((email = lower(email)) AND (email ~~ '%_@_%'::text)))
);
CREATE UNIQUE INDEX account_email ON access.account USING btree (email) WHERE (closed_at IS NULL);
alter table access.account force row level security;
create policy account_own on access.account for select to {{app}}
  using ((person = ( SELECT (access.actor()).person AS person)));
create policy account_owner on access.account for all to {{owner}}
  using (true)
  with check (true);
create policy account_worker on access.account for select to {{worker}}
  using (true);
grant select (closed_at, created, person, seen, seen_before) on access.account to {{app}};
grant select (closed_at, email, person) on access.account to {{worker}};
comment on column access.account.proof is 'SHA-256 of the argon2id tag: what the table holds does not open a session.';
comment on column access.account.seen is 'Number of the last journal entry at the latest visit; for what is new, never for watching a person.';

create table access.attempt (
  id bigint not null generated always as identity,
  email text not null,
  source text not null,
  at timestamp with time zone not null,
  good boolean not null,
  constraint attempt_pkey PRIMARY KEY (id)
);
CREATE INDEX attempt_email ON access.attempt USING btree (email, at);
CREATE INDEX attempt_source ON access.attempt USING btree (source, at);
alter table access.attempt force row level security;
create policy attempt_owner on access.attempt for all to {{owner}}
  using (true)
  with check (true);
create policy attempt_worker on access.attempt for all to {{worker}}
  using (true);
grant delete, select on access.attempt to {{worker}};
comment on table access.attempt is 'Sign-in attempts for throttling; source is a salted hash of the address; kept for a day.';

create table access.first_link (
  digest bytea not null,
  created timestamp with time zone not null,
  constraint first_link_pkey PRIMARY KEY (digest)
);
alter table access.first_link force row level security;
create policy first_link_owner on access.first_link for all to {{owner}}
  using (true)
  with check (true);

create table access.invitation (
  digest bytea not null,
  person uuid not null,
  email text not null,
  purpose text not null,
  created timestamp with time zone not null,
  expires timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint invitation_pkey PRIMARY KEY (digest),
  constraint invitation_person_fkey FOREIGN KEY (person) REFERENCES kit.object(id),
  constraint invitation_purpose_check CHECK ((purpose = ANY (ARRAY['invite'::text, 'reset'::text, 'firstRun'::text])))
);
alter table access.invitation force row level security;
create policy invitation_owner on access.invitation for all to {{owner}}
  using (true)
  with check (true);
create policy invitation_worker on access.invitation for all to {{worker}}
  using (true);
grant delete, select on access.invitation to {{worker}};

create table access.mandate (
  id uuid not null,
  person uuid not null,
  organisation uuid not null,
  body uuid,
  role text not null,
  from_day date not null,
  until_day date,
  basis text not null,
  granted_by uuid,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  superseded_by uuid,
  constraint mandate_pkey PRIMARY KEY (id),
  constraint mandate_body_fkey FOREIGN KEY (body) REFERENCES kit.object(id),
  constraint mandate_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES kit.object(id),
  constraint mandate_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint mandate_person_fkey FOREIGN KEY (person) REFERENCES kit.object(id),
  constraint mandate_superseded_by_fkey FOREIGN KEY (superseded_by) REFERENCES access.mandate(id),
  constraint mandate_basis_check CHECK ((btrim(basis) <> ''::text)),
  constraint mandate_check CHECK (
CASE
    WHEN (body IS NULL) THEN (role = ANY (ARRAY['admin'::text, 'head'::text, 'planner'::text, 'checker'::text, 'staff'::text, 'counsellor'::text]))
    ELSE (role = ANY (ARRAY['chair'::text, 'office'::text, 'delegate'::text, 'deputy'::text, 'guest'::text]))
END),
  constraint mandate_check1 CHECK ((until_day > from_day))
);
CREATE INDEX mandate_body ON access.mandate USING btree (body) WHERE (superseded_at IS NULL);
CREATE INDEX mandate_organisation ON access.mandate USING btree (organisation) WHERE (superseded_at IS NULL);
CREATE INDEX mandate_person ON access.mandate USING btree (person) WHERE (superseded_at IS NULL);
alter table access.mandate force row level security;
create policy mandate_end on access.mandate for update to {{app}}
  using (access.may_grant(person, organisation, body, role))
  with check (access.may_grant(person, organisation, body, role));
create policy mandate_grant on access.mandate for insert to {{app}}
  with check (((granted_by = ( SELECT (access.actor()).person AS person)) AND (recorded_at = ( SELECT (access.actor()).at AS at)) AND (superseded_at IS NULL) AND access.may_grant(person, organisation, body, role)));
create policy mandate_owner on access.mandate for all to {{owner}}
  using (true)
  with check (true);
create policy mandate_see on access.mandate for select to {{app}}
  using (((( SELECT (access.actor()).organisation AS organisation) IS NOT NULL) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = mandate.organisation))) AND ((body IS NULL) OR (EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = o.body))))));
create policy mandate_worker on access.mandate for select to {{worker}}
  using (true);
CREATE TRIGGER mandate_guard BEFORE UPDATE ON access.mandate FOR EACH ROW EXECUTE FUNCTION access.guard_mandate();
grant insert, select, update on access.mandate to {{app}};
grant select on access.mandate to {{worker}};
comment on table access.mandate is 'A person acts for an organisation, in a body or at home, in a role, until a day (half-open).';

create table access.seal (
  one boolean not null default true,
  secret text not null,
  constraint seal_pkey PRIMARY KEY (one),
  constraint seal_one_check CHECK (one)
);
alter table access.seal force row level security;
create policy seal_owner on access.seal for all to {{owner}}
  using (true)
  with check (true);
comment on table access.seal is 'Seals the actor of a transaction. Nobody but the owner''s functions can read it.';

create table access.session (
  id uuid not null,
  digest bytea not null,
  previous bytea,
  person uuid not null,
  created timestamp with time zone not null,
  renewed timestamp with time zone not null,
  expires timestamp with time zone not null,
  stage text not null default 'open'::text,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_digest_key UNIQUE (digest),
  constraint session_person_fkey FOREIGN KEY (person) REFERENCES access.account(person),
  constraint session_stage_check CHECK ((stage = ANY (ARRAY['secondFactor'::text, 'open'::text])))
);
CREATE INDEX session_person ON access.session USING btree (person);
CREATE INDEX session_previous ON access.session USING btree (previous) WHERE (previous IS NOT NULL);
alter table access.session force row level security;
create policy session_owner on access.session for all to {{owner}}
  using (true)
  with check (true);
create policy session_worker on access.session for all to {{worker}}
  using (true);
grant delete, select on access.session to {{worker}};
comment on table access.session is 'Opaque tokens, held as hashes. A renewed token leaves its predecessor valid for a minute.';


create schema clock;

CREATE OR REPLACE FUNCTION clock.now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN COALESCE((SELECT setting.instant FROM clock.setting), transaction_timestamp());

CREATE OR REPLACE FUNCTION clock.today()
 RETURNS date
 LANGUAGE sql
 STABLE
 SET search_path TO ''
RETURN ((clock.now() AT TIME ZONE 'Europe/Berlin'::text))::date;

create table clock.setting (
  one boolean not null default true,
  instant timestamp with time zone,
  constraint setting_pkey PRIMARY KEY (one),
  constraint setting_one_check CHECK (one)
);
alter table clock.setting force row level security;
create policy setting_owner on clock.setting for all to {{owner}}
  using (true)
  with check (true);
comment on table clock.setting is 'One row. A null instant means the time of the server; only the owner (demo, tests) may set another.';


create schema duties;

create view duties.standing as
 SELECT d.id,
    d.kind,
    d.debtor,
    d.creditor,
    d.subject,
    d.because,
    d.because_edition,
    d.because_text,
    d.strength,
    d.period_from,
    d.period_until,
    d.opens,
    d.due,
    d.needed,
    d.waived_on,
    d.waived_because,
    COALESCE(e.have, 0::bigint) AS have,
    e.done_on,
    duties.state(d.opens, d.due, d.needed, COALESCE(e.have, 0::bigint), e.done_on, d.waived_on, clock.today()) AS state
   FROM duties.duty d
     LEFT JOIN LATERAL ( SELECT count(*) AS have,
            (array_agg(f.day ORDER BY f.day))[d.needed] AS done_on
           FROM duties.evidence v
             JOIN duties.fact f ON f.id = v.fact
          WHERE v.duty = d.id) e ON true;

CREATE OR REPLACE FUNCTION duties.look_back(p_duty uuid, p_facts text[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare n integer;
begin
  insert into duties.evidence (duty, fact)
  select d.id, f.id from duties.duty d join duties.fact f on f.organisation = d.debtor and f.kind = any (p_facts)
   where d.id = p_duty and (d.subject is null or d.subject = f.subject) and f.about >= d.period_from and f.about < d.period_until
  on conflict do nothing;
  get diagnostics n = row_count;
  return n;
end $function$;

CREATE OR REPLACE FUNCTION duties.state(p_opens date, p_due date, p_needed integer, p_have bigint, p_done_on date, p_waived_on date, p_today date)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
RETURN CASE WHEN (p_waived_on IS NOT NULL) THEN 'waived'::text WHEN (p_have >= p_needed) THEN CASE WHEN (p_done_on <= p_due) THEN 'done'::text ELSE 'doneLate'::text END WHEN (p_today > p_due) THEN 'overdue'::text WHEN (p_today < p_opens) THEN 'notYet'::text ELSE 'open'::text END;

CREATE OR REPLACE FUNCTION duties.state_fact(p_id uuid, p_kind text, p_organisation uuid, p_subject uuid, p_object uuid, p_day date, p_about date, p_entry bigint, p_duties text[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor(); n integer;
begin
  if session_user <> '{{worker}}' and session_user <> '{{owner}}' then
    if a.person is null or not (p_organisation = a.organisation or p_organisation = any (a.readers)) then
      raise exception 'a fact is stated for the own organisation or body' using errcode = 'NA403';
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
end $function$;

create table duties.duty (
  id uuid not null,
  kind text not null,
  debtor uuid not null,
  creditor uuid not null,
  subject uuid,
  because uuid,
  because_edition integer,
  because_text text not null,
  strength text not null,
  period_from date not null,
  period_until date not null,
  opens date not null,
  due date not null,
  needed integer not null default 1,
  waived_on date,
  waived_because text,
  constraint duty_pkey PRIMARY KEY (id),
  constraint duty_because_because_edition_fkey FOREIGN KEY (because, because_edition) REFERENCES kit.edition(object, number),
  constraint duty_because_fkey FOREIGN KEY (because) REFERENCES kit.object(id),
  constraint duty_creditor_fkey FOREIGN KEY (creditor) REFERENCES kit.object(id),
  constraint duty_debtor_fkey FOREIGN KEY (debtor) REFERENCES kit.object(id),
  constraint duty_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id),
  constraint duty_subject_fkey FOREIGN KEY (subject) REFERENCES kit.object(id),
  constraint duty_because_text_check CHECK ((btrim(because_text) <> ''::text)),
  constraint duty_check CHECK ((period_until > period_from)),
  constraint duty_check1 CHECK ((due >= opens)),
  constraint duty_check2 CHECK (((waived_on IS NULL) = (waived_because IS NULL))),
  constraint duty_needed_check CHECK ((needed > 0)),
  constraint duty_strength_check CHECK ((strength = ANY (ARRAY['must'::text, 'should'::text, 'usual'::text])))
);
CREATE INDEX duty_debtor ON duties.duty USING btree (debtor, due);
CREATE INDEX duty_due ON duties.duty USING btree (due);
CREATE UNIQUE INDEX duty_once ON duties.duty USING btree (kind, debtor, creditor, COALESCE(subject, debtor), COALESCE(because, debtor), because_text, period_from);
CREATE INDEX duty_subject ON duties.duty USING btree (subject);
alter table duties.duty force row level security;
create policy duty_owner on duties.duty for all to {{owner}}
  using (true)
  with check (true);
create policy duty_see on duties.duty for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = duty.id))));
create policy duty_waive on duties.duty for update to {{app}}
  using ((access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], creditor) OR access.holds(( SELECT access.actor() AS actor), '{admin,head,planner}'::text[], creditor)))
  with check ((access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], creditor) OR access.holds(( SELECT access.actor() AS actor), '{admin,head,planner}'::text[], creditor)));
create policy duty_worker on duties.duty for all to {{worker}}
  using (true)
  with check (true);
grant select on duties.duty to {{app}};
grant insert, select on duties.duty to {{worker}};
grant update (waived_because, waived_on) on duties.duty to {{app}};
comment on column duties.duty.strength is 'muss, soll or in der Regel: only a must can be breached, a should asks for a reason.';
comment on column duties.duty.due is 'The last day on which it is in time.';

create table duties.evidence (
  duty uuid not null,
  fact uuid not null,
  constraint evidence_pkey PRIMARY KEY (duty, fact),
  constraint evidence_duty_fkey FOREIGN KEY (duty) REFERENCES duties.duty(id),
  constraint evidence_fact_fkey FOREIGN KEY (fact) REFERENCES duties.fact(id)
);
CREATE INDEX evidence_fact ON duties.evidence USING btree (fact);
alter table duties.evidence force row level security;
create policy evidence_owner on duties.evidence for all to {{owner}}
  using (true)
  with check (true);
create policy evidence_see on duties.evidence for select to {{app}}
  using ((EXISTS ( SELECT
   FROM duties.duty d
  WHERE (d.id = evidence.duty))));
create policy evidence_worker on duties.evidence for all to {{worker}}
  using (true)
  with check (true);
grant select on duties.evidence to {{app}};
grant insert, select on duties.evidence to {{worker}};

create table duties.fact (
  id uuid not null,
  kind text not null,
  organisation uuid not null,
  subject uuid,
  object uuid not null,
  day date not null,
  about date not null,
  at timestamp with time zone not null,
  entry bigint,
  handled_at timestamp with time zone,
  constraint fact_pkey PRIMARY KEY (id),
  constraint fact_entry_fkey FOREIGN KEY (entry) REFERENCES journal.entry(id),
  constraint fact_object_fkey FOREIGN KEY (object) REFERENCES kit.object(id),
  constraint fact_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint fact_subject_fkey FOREIGN KEY (subject) REFERENCES kit.object(id)
);
CREATE INDEX fact_kind ON duties.fact USING btree (kind, organisation, day);
CREATE INDEX fact_object ON duties.fact USING btree (object);
CREATE INDEX fact_waiting ON duties.fact USING btree (at) WHERE (handled_at IS NULL);
alter table duties.fact force row level security;
create policy fact_owner on duties.fact for all to {{owner}}
  using (true)
  with check (true);
create policy fact_see on duties.fact for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = fact.object))));
create policy fact_worker on duties.fact for all to {{worker}}
  using (true)
  with check (true);
grant select on duties.fact to {{app}};
grant insert, select on duties.fact to {{worker}};
grant update (handled_at) on duties.fact to {{worker}};
comment on table duties.fact is 'What has happened, said in the transaction in which it happened. organisation: who did it (an organisation or a body).';
comment on column duties.fact.about is 'A day of the period to which it belongs: of a meeting its own day, of a figure a day of the period it measures.';
comment on column duties.fact.handled_at is 'When the worker did what follows from it.';

create table duties.reminder (
  duty uuid not null,
  stage text not null,
  on_day date not null,
  constraint reminder_pkey PRIMARY KEY (duty, stage),
  constraint reminder_duty_fkey FOREIGN KEY (duty) REFERENCES duties.duty(id),
  constraint reminder_stage_check CHECK ((stage = ANY (ARRAY['soon'::text, 'due'::text, 'overdue'::text, 'escalated'::text])))
);
alter table duties.reminder force row level security;
create policy reminder_owner on duties.reminder for all to {{owner}}
  using (true)
  with check (true);
create policy reminder_see on duties.reminder for select to {{app}}
  using ((EXISTS ( SELECT
   FROM duties.duty d
  WHERE (d.id = reminder.duty))));
create policy reminder_worker on duties.reminder for all to {{worker}}
  using (true)
  with check (true);
grant select on duties.reminder to {{app}};
grant insert, select on duties.reminder to {{worker}};
comment on table duties.reminder is 'Reminders are the same for the authority and the associations: same days, same words.';


create schema journal;

CREATE OR REPLACE FUNCTION journal.digest(salt bytea, before jsonb, after jsonb)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
RETURN sha256((salt || convert_to(((COALESCE((before)::text, ''::text) || chr(31)) || COALESCE((after)::text, ''::text)), 'UTF8'::name)));

CREATE OR REPLACE FUNCTION journal.line(e journal.entry)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
RETURN convert_to(concat_ws(chr(31), (e).number, (e).id, ((EXTRACT(epoch FROM (e).at) * (1000000)::numeric))::bigint, COALESCE(((e).person)::text, '-'::text), COALESCE(((e).organisation)::text, '-'::text), COALESCE(((e).mandate)::text, '-'::text), (e).verb, (e).object, (e).revision, COALESCE((e).because, '-'::text), COALESCE(((e).many)::text, '-'::text), encode((e).digest, 'hex'::text)), 'UTF8'::name);

CREATE OR REPLACE FUNCTION journal.seal(p_most integer)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  e journal.entry;
  last_number bigint;
  last_chain bytea;
  sealed integer := 0;
begin
  if not pg_try_advisory_xact_lock(20151705) then return null; end if;
  select number, chain into last_number, last_chain from journal.entry where number is not null order by number desc limit 1;
  last_number := coalesce(last_number, 0);
  last_chain := coalesce(last_chain, sha256(convert_to('Nahtstelle', 'UTF8')));
  for e in select * from journal.entry where number is null and xid < pg_snapshot_xmin(pg_current_snapshot()) order by id limit p_most loop
    last_number := last_number + 1;
    e.number := last_number;
    last_chain := sha256(last_chain || journal.line(e));
    update journal.entry set number = last_number, chain = last_chain where id = e.id;
    sealed := sealed + 1;
  end loop;
  if sealed > 0 then perform pg_notify('journal', last_number::text); end if;
  return last_number;
end $function$;

CREATE OR REPLACE FUNCTION journal.verify()
 RETURNS TABLE(entries bigint, head text, broken bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  e journal.entry;
  before_it bytea := sha256(convert_to('Nahtstelle', 'UTF8'));
  expected bigint := 0;
  c record;
begin
  for e in select * from journal.entry where number is not null order by number loop
    expected := expected + 1;
    select * into c from journal.content where entry = e.id;
    if e.number <> expected or e.chain is distinct from sha256(before_it || journal.line(e))
       or (c.entry is not null and journal.digest(c.salt, c.before, c.after) is distinct from e.digest) then
      return query select expected, encode(before_it, 'hex'), e.id; return;
    end if;
    before_it := e.chain;
  end loop;
  return query select expected, encode(before_it, 'hex'), null::bigint;
end $function$;

CREATE OR REPLACE FUNCTION journal.write(p_verb text, p_object uuid, p_roles text[], p_before jsonb, p_after jsonb, p_because text, p_many integer)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  a access.actor := access.actor();
  s bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
  o record;
  m uuid;
  n bigint;
begin
  if a.person is null and session_user <> '{{worker}}' and session_user <> '{{owner}}' then
    raise exception 'nobody acts in this transaction' using errcode = 'NA403';
  end if;
  if a.person is null and p_because is null then raise exception 'a chore must name its clause or rule' using errcode = 'NA403'; end if;
  select id, revision, body, owner into o from kit.object where id = p_object;
  if not found then raise exception 'no object % to journal', p_object; end if;
  select a.mandates[i] into m
    from generate_subscripts(a.held, 1) i
   where p_roles is null or split_part(a.held[i], '@', 1) = any (p_roles)
   order by (split_part(a.held[i], '@', 2) in (o.id::text, coalesce(o.body::text, ''))) desc,
            (split_part(a.held[i], '@', 2) = a.organisation::text) desc, i
   limit 1;
  insert into journal.entry (xid, at, person, organisation, mandate, verb, object, revision, because, many, digest)
  values (pg_current_xact_id(), clock.now(), a.person, a.organisation, m, p_verb, p_object, o.revision, p_because, p_many, journal.digest(s, p_before, p_after))
  returning id into n;
  insert into journal.content (entry, salt, before, after) values (n, s, p_before, p_after);
  return n;
end $function$;

create table journal.content (
  entry bigint not null,
  salt bytea not null,
  before jsonb,
  after jsonb,
  constraint content_pkey PRIMARY KEY (entry),
  constraint content_entry_fkey FOREIGN KEY (entry) REFERENCES journal.entry(id)
);
alter table journal.content force row level security;
create policy content_owner on journal.content for all to {{owner}}
  using (true)
  with check (true);
create policy content_see on journal.content for select to {{app}}
  using ((EXISTS ( SELECT
   FROM journal.entry e
  WHERE (e.id = content.entry))));
create policy content_worker on journal.content for select to {{worker}}
  using (true);
grant select on journal.content to {{app}};
grant select on journal.content to {{worker}};

create table journal.entry (
  id bigint not null generated always as identity,
  xid xid8 not null,
  at timestamp with time zone not null,
  person uuid,
  organisation uuid,
  mandate uuid,
  verb text not null,
  object uuid not null,
  revision integer not null,
  because text,
  many integer,
  digest bytea not null,
  number bigint,
  chain bytea,
  constraint entry_pkey PRIMARY KEY (id),
  constraint entry_number_key UNIQUE (number),
  constraint entry_mandate_fkey FOREIGN KEY (mandate) REFERENCES access.mandate(id),
  constraint entry_object_fkey FOREIGN KEY (object) REFERENCES kit.object(id),
  constraint entry_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint entry_person_fkey FOREIGN KEY (person) REFERENCES kit.object(id),
  constraint entry_verb_check CHECK ((verb ~ '^[a-z][A-Za-z.]*$'::text))
);
CREATE INDEX entry_object ON journal.entry USING btree (object, id);
CREATE INDEX entry_unsealed ON journal.entry USING btree (id) WHERE (number IS NULL);
alter table journal.entry force row level security;
create policy entry_owner on journal.entry for all to {{owner}}
  using (true)
  with check (true);
create policy entry_see on journal.entry for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = entry.object))));
create policy entry_worker on journal.entry for select to {{worker}}
  using (true);
grant select on journal.entry to {{app}};
grant select on journal.entry to {{worker}};
comment on column journal.entry.because is 'The clause or rule on which a chore acted; null where a person acted.';
comment on column journal.entry.many is 'How many rows a bulk change wrote.';
comment on column journal.entry.digest is 'SHA-256 of salt and before/after. The text stands in journal.content and can be erased with the chain still verifying.';


create schema kit;

CREATE OR REPLACE FUNCTION kit.guard_new_object()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  new.created := clock.now();
  new.invented := (select demo from kit.installation) and new.kind not in ('organisation', 'area', 'indicator', 'officialTable');
  if exists (select from unnest(new.readers) r where not exists (select from kit.object o where o.id = r)) then
    raise exception 'a reader does not exist' using errcode = 'NA400';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION kit.guard_object()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if new.id <> old.id or new.kind <> old.kind or new.created <> old.created or new.author is distinct from old.author
     or new.owner is distinct from old.owner or new.body is distinct from old.body or new.invented <> old.invented then
    raise exception 'kind, owner, body, author and origin of an object do not change' using errcode = 'NA403';
  end if;
  if new.revision <> old.revision + 1 then raise exception 'stale' using errcode = 'NA412'; end if;
  return new;
end $function$;

create table kit.edition (
  object uuid not null,
  number integer not null,
  content jsonb not null,
  at timestamp with time zone not null,
  person uuid,
  organisation uuid,
  constraint edition_pkey PRIMARY KEY (object, number),
  constraint edition_object_fkey FOREIGN KEY (object) REFERENCES kit.object(id),
  constraint edition_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint edition_person_fkey FOREIGN KEY (person) REFERENCES kit.object(id),
  constraint edition_number_check CHECK ((number > 0))
);
alter table kit.edition force row level security;
create policy edition_make on kit.edition for insert to {{app}}
  with check (((person = ( SELECT (access.actor()).person AS person)) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = edition.object) AND access.changes(o.owner, o.body, o.author, o.audience, ( SELECT access.actor() AS actor)))))));
create policy edition_owner on kit.edition for all to {{owner}}
  using (true)
  with check (true);
create policy edition_see on kit.edition for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = edition.object))));
create policy edition_worker on kit.edition for all to {{worker}}
  using (true)
  with check (true);
grant insert, select on kit.edition to {{app}};
grant insert, select on kit.edition to {{worker}};
comment on table kit.edition is 'Frozen content that others may cite: stored, never changed.';

create table kit.installation (
  one boolean not null default true,
  name text not null default 'Nahtstelle'::text,
  demo boolean not null default false,
  address text,
  constraint installation_pkey PRIMARY KEY (one),
  constraint installation_one_check CHECK (one)
);
alter table kit.installation force row level security;
create policy installation_all on kit.installation for select to {{app}}, {{worker}}
  using (true);
create policy installation_owner on kit.installation for all to {{owner}}
  using (true)
  with check (true);
grant select on kit.installation to {{app}};
grant select on kit.installation to {{worker}};
comment on column kit.installation.demo is 'In a demo all conduct is invented; every object made in it says so.';

create table kit.object (
  id uuid not null,
  kind text not null,
  title text not null,
  owner uuid,
  body uuid,
  author uuid,
  audience text not null,
  readers uuid[] not null default '{}'::uuid[],
  invented boolean not null default false,
  revision integer not null default 1,
  created timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint object_pkey PRIMARY KEY (id),
  constraint object_author_fkey FOREIGN KEY (author) REFERENCES kit.object(id),
  constraint object_body_fkey FOREIGN KEY (body) REFERENCES kit.object(id),
  constraint object_owner_fkey FOREIGN KEY (owner) REFERENCES kit.object(id),
  constraint object_audience_check CHECK ((audience = ANY (ARRAY['draft'::text, 'organisation'::text, 'named'::text, 'body'::text, 'members'::text, 'public'::text]))),
  constraint object_kind_check CHECK ((kind ~ '^[a-z][A-Za-z]*$'::text)),
  constraint object_revision_check CHECK ((revision > 0)),
  constraint object_title_check CHECK ((btrim(title) <> ''::text))
);
CREATE INDEX object_body ON kit.object USING btree (body, kind) WHERE (body IS NOT NULL);
CREATE INDEX object_kind ON kit.object USING btree (kind, created);
CREATE INDEX object_owner ON kit.object USING btree (owner, kind);
alter table kit.object force row level security;
create policy object_change on kit.object for update to {{app}}
  using (access.changes(owner, body, author, audience, ( SELECT access.actor() AS actor)))
  with check (access.changes(owner, body, author, audience, ( SELECT access.actor() AS actor)));
create policy object_make on kit.object for insert to {{app}}
  with check (((author = ( SELECT (access.actor()).person AS person)) AND (deleted_at IS NULL) AND (revision = 1) AND (access.changes(owner, body, author, audience, ( SELECT access.actor() AS actor)) OR ((kind = 'person'::text) AND (audience = 'members'::text) AND (body IS NULL) AND access.may_introduce(owner)) OR ((kind = 'organisation'::text) AND (owner = id) AND access.holds(( SELECT access.actor() AS actor), '{admin,planner}'::text[], ( SELECT (access.actor()).organisation AS organisation))) OR ((kind = 'body'::text) AND (body = id) AND (owner = ( SELECT (access.actor()).organisation AS organisation)) AND access.holds(( SELECT access.actor() AS actor), '{admin,head,planner}'::text[], owner)))));
create policy object_owner on kit.object for all to {{owner}}
  using (true)
  with check (true);
create policy object_see on kit.object for select to {{app}}
  using (access.sees(audience, owner, author, readers, deleted_at, ( SELECT access.actor() AS actor)));
create policy object_worker on kit.object for all to {{worker}}
  using (true)
  with check (true);
CREATE TRIGGER object_born BEFORE INSERT ON kit.object FOR EACH ROW EXECUTE FUNCTION kit.guard_new_object();
CREATE TRIGGER object_guard BEFORE UPDATE ON kit.object FOR EACH ROW EXECUTE FUNCTION kit.guard_object();
grant insert, select, update on kit.object to {{app}};
grant insert, select, update on kit.object to {{worker}};
comment on column kit.object.owner is 'The organisation that answers for it.';
comment on column kit.object.body is 'The body in which it is dealt with, where there is one.';
comment on column kit.object.readers is 'Organisations, bodies or persons that may read it while the audience is named or body.';

create table kit.reply (
  key text not null,
  person uuid not null,
  digest text not null,
  status integer,
  body jsonb,
  revision integer,
  at timestamp with time zone not null,
  constraint reply_pkey PRIMARY KEY (person, key),
  constraint reply_person_fkey FOREIGN KEY (person) REFERENCES kit.object(id),
  constraint reply_key_check CHECK (((length(key) >= 8) AND (length(key) <= 200)))
);
CREATE INDEX reply_at ON kit.reply USING btree (at);
alter table kit.reply force row level security;
create policy reply_own on kit.reply for all to {{app}}
  using ((person = ( SELECT (access.actor()).person AS person)))
  with check ((person = ( SELECT (access.actor()).person AS person)));
create policy reply_owner on kit.reply for all to {{owner}}
  using (true)
  with check (true);
create policy reply_worker on kit.reply for delete to {{worker}}
  using (true);
create policy reply_worker_see on kit.reply for select to {{worker}}
  using (true);
grant insert, select, update on kit.reply to {{app}};
grant delete, select on kit.reply to {{worker}};
comment on table kit.reply is 'What a POST with this idempotency key was answered. Part of the same transaction as its effect.';


create schema mail;

CREATE OR REPLACE FUNCTION mail.post(p_dedupe text, p_person uuid, p_organisation uuid, p_address text, p_template text, p_data jsonb, p_object uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into mail.message (id, dedupe, person, organisation, address, template, data, object, created, send_after)
  values (gen_random_uuid(), p_dedupe, p_person, p_organisation, p_address, p_template, p_data, p_object, clock.now(), clock.now())
  on conflict (dedupe) do nothing;
  if found then perform pg_notify('mail', ''); end if;
  return found;
end $function$;

CREATE OR REPLACE FUNCTION mail.post_as_actor(p_dedupe text, p_person uuid, p_organisation uuid, p_template text, p_data jsonb, p_object uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if (access.actor()).person is null then raise exception 'nobody acts in this transaction' using errcode = 'NA403'; end if;
  return mail.post(p_dedupe, p_person, p_organisation, null, p_template, p_data, p_object);
end $function$;

create table mail.message (
  id uuid not null,
  dedupe text not null,
  person uuid,
  organisation uuid,
  address text,
  template text not null,
  data jsonb not null default '{}'::jsonb,
  object uuid,
  created timestamp with time zone not null,
  send_after timestamp with time zone not null,
  sent_at timestamp with time zone,
  attempts integer not null default 0,
  trouble text,
  constraint message_pkey PRIMARY KEY (id),
  constraint message_dedupe_key UNIQUE (dedupe),
  constraint message_object_fkey FOREIGN KEY (object) REFERENCES kit.object(id),
  constraint message_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint message_person_fkey FOREIGN KEY (person) REFERENCES kit.object(id),
  constraint message_check CHECK (((person IS NOT NULL) OR (address IS NOT NULL)))
);
CREATE INDEX message_waiting ON mail.message USING btree (send_after) WHERE (sent_at IS NULL);
alter table mail.message force row level security;
create policy message_owner on mail.message for all to {{owner}}
  using (true)
  with check (true);
create policy message_worker on mail.message for all to {{worker}}
  using (true)
  with check (true);
grant insert, select, update on mail.message to {{worker}};
comment on column mail.message.organisation is 'For whom the recipient reads it: titles are looked up with exactly these rights when it is sent.';
comment on column mail.message.data is 'What the template needs and the recipient may know; emptied when the mail has gone.';


create schema migration;

create table migration.step (
  number text not null,
  name text not null,
  checksum text not null,
  ran_at timestamp with time zone not null,
  constraint step_pkey PRIMARY KEY (number)
);
grant select on migration.step to {{app}};
grant select on migration.step to {{backup}};


create schema trail;

CREATE OR REPLACE FUNCTION trail.stations(p_start uuid, p_depth integer)
 RETURNS TABLE(id uuid, kind text, title text, owner uuid, owner_title text, body uuid, created timestamp with time zone, invented boolean, visible boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor();
begin
  return query
  select o.id, case when v.seen then o.kind end, case when v.seen then o.title end, o.owner, w.title, case when v.seen then o.body end,
         case when v.seen then o.created end, case when v.seen then o.invented end, v.seen
    from (select p_start as n union select k.source from trail.walk(p_start, p_depth) k union select k.target from trail.walk(p_start, p_depth) k) s
    join kit.object o on o.id = s.n left join kit.object w on w.id = o.owner
    cross join lateral (select access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, a) as seen) v
   where v.seen or s.n <> p_start;
end $function$;

CREATE OR REPLACE FUNCTION trail.walk(p_start uuid, p_depth integer)
 RETURNS TABLE(link uuid, link_kind text, source uuid, target uuid, source_edition integer, target_edition integer, at timestamp with time zone, person uuid, organisation uuid, mandate uuid, reason text, forwards boolean, depth integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor();
begin
  if not exists (select from kit.object o where o.id = p_start and access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, a)) then return; end if;
  return query
  with recursive ahead as (
      select l.*, 1 as d from trail.link l where l.source = p_start and l.withdrawn_at is null
      union select l.*, h.d + 1 from ahead h join trail.link l on l.source = h.target and l.withdrawn_at is null where h.d < p_depth),
    behind as (
      select l.*, 1 as d from trail.link l where l.target = p_start and l.withdrawn_at is null
      union select l.*, h.d + 1 from behind h join trail.link l on l.target = h.source and l.withdrawn_at is null where h.d < p_depth)
  select x.id, x.kind, x.source, x.target, x.source_edition, x.target_edition, x.at,
         case when v.seen then x.person end, case when v.seen then x.organisation end, case when v.seen then x.mandate end,
         case when v.seen then x.reason end, x.fw, min(x.d)
    from (select *, true as fw from ahead union all select *, false from behind) x
    cross join lateral (select bool_and(access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, a)) as seen
                          from kit.object o where o.id in (x.source, x.target)) v
   group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12;
end $function$;

create table trail.link (
  id uuid not null,
  kind text not null,
  source uuid not null,
  source_edition integer,
  target uuid not null,
  target_edition integer,
  at timestamp with time zone not null,
  person uuid,
  organisation uuid,
  mandate uuid,
  reason text,
  withdrawn_at timestamp with time zone,
  constraint link_pkey PRIMARY KEY (id),
  constraint link_mandate_fkey FOREIGN KEY (mandate) REFERENCES access.mandate(id),
  constraint link_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint link_person_fkey FOREIGN KEY (person) REFERENCES kit.object(id),
  constraint link_source_fkey FOREIGN KEY (source) REFERENCES kit.object(id),
  constraint link_source_source_edition_fkey FOREIGN KEY (source, source_edition) REFERENCES kit.edition(object, number),
  constraint link_target_fkey FOREIGN KEY (target) REFERENCES kit.object(id),
  constraint link_target_target_edition_fkey FOREIGN KEY (target, target_edition) REFERENCES kit.edition(object, number),
  constraint link_check CHECK ((source <> target)),
  constraint link_check1 CHECK (((kind <> 'setAside'::text) OR (btrim(reason) <> ''::text))),
  constraint link_kind_check CHECK ((kind = ANY (ARRAY['derivedFrom'::text, 'evidenceFor'::text, 'discussedIn'::text, 'decidedIn'::text, 'ledTo'::text, 'answeredBy'::text, 'setAside'::text])))
);
CREATE UNIQUE INDEX link_once ON trail.link USING btree (kind, source, target, COALESCE(source_edition, 0), COALESCE(target_edition, 0)) WHERE (withdrawn_at IS NULL);
CREATE INDEX link_source ON trail.link USING btree (source) WHERE (withdrawn_at IS NULL);
CREATE INDEX link_target ON trail.link USING btree (target) WHERE (withdrawn_at IS NULL);
alter table trail.link force row level security;
create policy link_make on trail.link for insert to {{app}}
  with check (((person = ( SELECT (access.actor()).person AS person)) AND (organisation = ( SELECT (access.actor()).organisation AS organisation)) AND (at = ( SELECT (access.actor()).at AS at)) AND (withdrawn_at IS NULL) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = link.source))) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = link.target) AND access.changes(o.owner, o.body, o.author, o.audience, ( SELECT access.actor() AS actor)))))));
create policy link_owner on trail.link for all to {{owner}}
  using (true)
  with check (true);
create policy link_see on trail.link for select to {{app}}
  using (((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = link.source))) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = link.target)))));
create policy link_withdraw on trail.link for update to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = link.target) AND access.changes(o.owner, o.body, o.author, o.audience, ( SELECT access.actor() AS actor))))))
  with check ((EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = link.target) AND access.changes(o.owner, o.body, o.author, o.audience, ( SELECT access.actor() AS actor))))));
create policy link_worker on trail.link for select to {{worker}}
  using (true);
grant insert, select on trail.link to {{app}};
grant select on trail.link to {{worker}};
grant update (withdrawn_at) on trail.link to {{app}};
