-- Printed from the migrated schema by tools/print-schema.ts, for reading; the migrations make it.


create schema access;

create type access.actor as (person uuid, organisation uuid, session uuid, at timestamp with time zone, today date, readers uuid[], held text[], mandates uuid[], purposes text[]);

CREATE OR REPLACE FUNCTION access.actor()
 RETURNS access.actor
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare raw text := current_setting('nahtstelle.actor', true); key text;
begin
  if raw is null or raw = '' then return null; end if;
  select k.secret into key from access.seal k;
  if left(raw, 64) is distinct from access.signature(substr(raw, 65), key) then return null; end if;
  return substr(raw, 65)::access.actor;
end $function$;

CREATE OR REPLACE FUNCTION access.acts_for(p_person uuid, p_organisation uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (EXISTS (SELECT FROM access.mandate m WHERE ((m.person = acts_for.p_person) AND (m.organisation = acts_for.p_organisation) AND (m.superseded_at IS NULL) AND (m.from_day <= clock.today()) AND ((m.until_day IS NULL) OR (clock.today() < m.until_day)))));

CREATE OR REPLACE FUNCTION access.bind(p_object uuid, p_purpose text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor(); o kit.object;
begin
  select * into o from kit.object x where x.id = p_object and x.deleted_at is null
     and access.sees(x.audience, x.owner, x.author, x.readers, x.deleted_at, x.purpose, a) for update;
  if not found then return false; end if;
  if o.body is null or o.id = o.body or o.kind in ('file', 'duty') or not access.changes(o.owner, o.body, o.author, o.audience, a)
     or (o.purpose is not null and o.author is distinct from a.person and not access.holds(a, '{admin,head,planner,staff}', o.owner) and not access.holds(a, '{chair,office}', o.body)) then
    raise exception 'the purpose is said by those who may let others in' using errcode = 'NA403';
  end if;
  update kit.object x set purpose = p_purpose, revision = x.revision + 1 where x.id = p_object and x.purpose is distinct from p_purpose;
  return true;
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
AS $function$
begin
  if a.person is null or a.organisation is null then return false; end if;
  if p_audience = 'draft' then return coalesce(p_author = a.person and (p_owner is null or p_owner = a.organisation), false); end if;
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

CREATE OR REPLACE FUNCTION access.end_in(p_body uuid, p_day date, p_basis text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare m access.mandate; shorter uuid; n integer := 0;
begin
  for m in select * from access.mandate x where x.body = p_body and x.superseded_at is null and (x.until_day is null or x.until_day > p_day) order by x.id for update loop
    shorter := null;
    if m.from_day < p_day then
      shorter := gen_random_uuid();
      insert into access.mandate (id, person, organisation, body, role, from_day, until_day, basis, granted_by, recorded_at)
      values (shorter, m.person, m.organisation, m.body, m.role, m.from_day, p_day, m.basis || '; ' || p_basis, m.granted_by, clock.now());
    end if;
    update access.mandate set superseded_at = clock.now(), superseded_by = shorter where id = m.id;
    n := n + 1;
  end loop;
  return n;
end $function$;

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

CREATE OR REPLACE FUNCTION access.guard_absence()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if exists (select from unnest(array[new.person, new.represented_by]) p where p is not null and not exists (select from access.mandate m
       where m.person = p and m.organisation = new.organisation and m.superseded_at is null
         and (new.body is null or m.body = new.body or p = new.represented_by)
         and m.from_day < new.until_day and (m.until_day is null or m.until_day > new.from_day))) then
    raise exception 'whoever is away or stands in acts for the organisation' using errcode = 'NA400';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('absence ' || new.person, 0));
  if exists (select from access.absence x where x.person = new.person and x.organisation = new.organisation and x.body is not distinct from new.body
       and x.ended_at is null and x.from_day < new.until_day and new.from_day < x.until_day) then
    raise exception 'one absence at a time' using errcode = 'NA400';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION access.guard_beyond()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  ranks constant text[] := '{draft,organisation,named,body,members,public}';
  widest text;
  old_rank integer := 0;
  own boolean;
begin
  if session_user in ('{{worker}}', '{{owner}}') or new.body is null then return new; end if;
  own := coalesce(new.owner = new.body, false) and new.id <> new.body;
  if tg_op = 'UPDATE' then
    select o.widest into widest from access.opening o where o.object = new.id;
    old_rank := array_position(ranks, old.audience);
    if own and widest is not null and new.title <> old.title then
      raise exception 'what was released keeps its title' using errcode = 'NA403';
    end if;
  end if;
  if new.audience in ('members', 'public') and array_position(ranks, new.audience) > old_rank and not (tg_op = 'INSERT' and new.id = new.body and new.audience = 'members')
     and coalesce(array_position(ranks, widest), 0) < array_position(ranks, new.audience) then
    raise exception 'only the chairs together open what a body deals with beyond it' using errcode = 'NA403';
  end if;
  if own and widest is null and ((tg_op = 'UPDATE' and old.audience <> 'body' and new.audience = 'body')
       or (new.audience = 'named' and exists (select from unnest(new.readers) r where (tg_op = 'INSERT' or not r = any (old.readers))
             and not exists (select from access.mandate m where m.person = r and m.body = new.body and m.role in ('chair', 'office') and m.superseded_at is null
               and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day))))) then
    raise exception 'before the joint release only chairs and office read it' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION access.guard_chairs()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if new.role <> 'chair' or new.superseded_at is not null then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended('chairs ' || new.body, 0));
  if not exists (select from access.mandate m where m.id = new.id and m.superseded_at is null) then return null; end if;
  if exists (
    with other as (select m.person, m.organisation, m.from_day, m.until_day from access.mandate m
                    where m.body = new.body and m.role = 'chair' and m.superseded_at is null and m.id <> new.id
                      and (m.until_day is null or new.from_day < m.until_day) and (new.until_day is null or m.from_day < new.until_day))
    select from other where (person = new.person) <> (organisation = new.organisation)
    union all
    select from (select new.from_day as day union select from_day from other where from_day > new.from_day) start
     where (select count(distinct o.organisation) from other o where o.organisation <> new.organisation and o.from_day <= start.day and (o.until_day is null or start.day < o.until_day)) > 1) then
    raise exception 'a body has at most two chairs, of different organisations' using errcode = 'NA403';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION access.guard_mandate()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if (new.id, new.person, new.organisation, new.role, new.from_day, new.basis, new.recorded_at) is distinct from
     (old.id, old.person, old.organisation, old.role, old.from_day, old.basis, old.recorded_at)
     or new.granted_by is distinct from old.granted_by or new.body is distinct from old.body or old.superseded_at is not null
     or new.until_day is distinct from old.until_day or new.superseded_at is null then
    raise exception 'a mandate is closed and replaced, not rewritten' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION access.guard_purpose()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if old.superseded_at is not null or new.superseded_at is null then raise exception 'a purpose is closed and replaced, not rewritten' using errcode = 'NA403'; end if;
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
AS $function$
declare one text; scope text := '@' || p_scope::text;
begin
  if p_roles is null or p_scope is null or a.person is null then return false; end if;
  foreach one in array p_roles loop
    if (one || scope) = any (a.held) then return true; end if;
  end loop;
  return false;
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
  if not coalesce((select bool_and(coalesce(m.granted_by = a.person, false) or access.holds(a, '{admin}', m.organisation)) filter (where m.body is null)
                     from access.mandate m where m.person = p_person and m.superseded_at is null),
                  exists (select from access.mandate m where m.person = p_person and m.superseded_at is null
                            and (m.granted_by = a.person or access.holds(a, '{admin}', m.organisation) or access.holds(a, '{chair,office}', m.body)))) then
    raise exception 'not allowed to invite this person' using errcode = 'NA403';
  end if;
  if exists (select from access.account c where c.email = lower(p_email) and c.closed_at is null and c.person <> p_person) then return 'emailTaken'; end if;
  if exists (select from access.account c where c.person = p_person and c.proof is not null) then return 'hasAccount'; end if;
  insert into access.account (person, email, created) values (p_person, lower(p_email), clock.now())
    on conflict (person) do update set email = excluded.email where account.proof is null;
  perform access.mail_token(p_person, p_email, 'invite', a.organisation, interval '14 days');
  return 'sent';
end $function$;

CREATE OR REPLACE FUNCTION access.is_absent(p_person uuid, p_organisation uuid, p_body uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
RETURN (EXISTS (SELECT FROM access.absence x WHERE ((x.person = is_absent.p_person) AND (x.organisation = is_absent.p_organisation) AND ((x.body IS NULL) OR (x.body = is_absent.p_body)) AND (x.ended_at IS NULL) AND (x.from_day <= clock.today()) AND (clock.today() < x.until_day))));

CREATE OR REPLACE FUNCTION access.link_to_act(p_person uuid, p_organisation uuid, p_object uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare token text := translate(encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'base64'), '+/=', '-_');
begin
  insert into access.act_link (digest, person, organisation, object, created, expires)
  values (sha256(convert_to(token, 'UTF8')), p_person, p_organisation, p_object, clock.now(), clock.now() + interval '60 days');
  return token;
end $function$;

CREATE OR REPLACE FUNCTION access.look_at_act(p_token text, OUT object uuid, OUT person_name text, OUT organisation_name text, OUT state text)
 RETURNS record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT l.object,
     p.title,
     o.title,
         CASE
             WHEN (l.used_at IS NOT NULL) THEN 'used'::text
             WHEN (l.expires <= clock.now()) THEN 'over'::text
             WHEN (NOT access.acts_for(l.person, l.organisation)) THEN 'ended'::text
             ELSE 'open'::text
         END AS "case"
    FROM ((access.act_link l
      JOIN kit.object p ON ((p.id = l.person)))
      JOIN kit.object o ON ((o.id = l.organisation)))
   WHERE (l.digest = sha256(convert_to(look_at_act.p_token, 'UTF8'::name)));
END;

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
  if not exists (select from kit.object p where p.id = p_person and p.kind = 'person') then return false; end if;
  if p_body is null then
    return access.holds(a, '{admin}', p_organisation)
      or (exists (select from kit.object o where o.id = p_organisation and o.kind = 'organisation' and o.author = a.person)
          and not access.stands(p_organisation, a.person)
          and not exists (select from access.mandate m where m.organisation = p_organisation and m.body is null and m.granted_by is distinct from a.person)
          and p_person <> a.person);
  end if;
  select * into b from kit.object where id = p_body and kind = 'body';
  if not found then return false; end if;
  -- An organisation is represented by its own people, and only by a member unless as a guest: otherwise the office of any body could act for anybody.
  if not exists (select from kit.object p where p.id = p_person and p.owner = p_organisation)
     and not exists (select from access.mandate m where m.person = p_person and m.organisation = p_organisation and m.body is null and m.superseded_at is null
                       and m.from_day <= a.today and (m.until_day is null or a.today < m.until_day)) then return false; end if;
  if p_role <> 'guest' and p_organisation <> b.owner and not p_organisation = any (b.readers) then return false; end if;
  if p_role = 'chair' and exists (select from access.mandate m where m.body = p_body and m.role = 'chair' and m.superseded_at is null
       and (m.until_day is null or m.until_day > a.today) and m.organisation = p_organisation and m.person <> p_person) then return false; end if;
  -- The first chair of an organisation is entered by the office; from then on its key changes hands only by its own administration or head,
  -- otherwise the office of one side could replace the chair of the other and turn both keys.
  if p_role = 'chair' and exists (select from access.mandate m where m.body = p_body and m.role = 'chair' and m.organisation = p_organisation)
     and exists (select from access.mandate m where m.organisation = p_organisation and m.body is null and m.role in ('admin', 'head') and m.superseded_at is null
                   and m.from_day <= a.today and (m.until_day is null or a.today < m.until_day)) then
    return access.holds(a, '{admin,head}', p_organisation);
  end if;
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
        and not access.stands(p_organisation, a.person)
        and not exists (select from access.mandate m where m.organisation = p_organisation and m.granted_by is distinct from a.person))
    or exists (select from kit.object b where b.kind = 'body' and p_organisation = any (b.readers) and access.holds(a, '{chair,office}', b.id));
end $function$;

CREATE OR REPLACE FUNCTION access.open(p_token text, p_organisation uuid)
 RETURNS access.actor
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  h bytea := sha256(convert_to(p_token, 'UTF8'));
  s access.session;
  instant timestamptz;
begin
  select t.instant into instant from clock.setting t;
  if instant is null then instant := transaction_timestamp(); end if;
  select * into s from access.session x where x.digest = h and x.stage = 'open';
  if not found then
    select * into s from access.session x where x.previous = h and x.renewed > instant - interval '1 minute' and x.stage = 'open';
    if not found then raise exception 'notSignedIn' using errcode = 'NA401'; end if;
  end if;
  if s.expires <= instant or exists (select from access.account c where c.person = s.person and c.closed_at is not null) then
    raise exception 'notSignedIn' using errcode = 'NA401';
  end if;
  return access.record_actor(s.person, p_organisation, s.id, (select k.secret from access.seal k), instant);
end $function$;

CREATE OR REPLACE FUNCTION access.open_as_reader(p_person uuid, p_organisation uuid)
 RETURNS access.actor
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin return access.record_actor(p_person, p_organisation, null, (select k.secret from access.seal k), clock.now()); end $function$;

CREATE OR REPLACE FUNCTION access.open_at(p_token text, p_organisation uuid, p_object uuid, p_kind text, OUT person uuid, OUT organisation uuid, OUT session uuid, OUT at timestamp with time zone, OUT today date, OUT readers uuid[], OUT held text[], OUT mandates uuid[], OUT id uuid, OUT kind text, OUT title text, OUT owner uuid, OUT owner_title text, OUT body uuid, OUT body_title text, OUT author uuid, OUT audience text, OUT object_readers uuid[], OUT invented boolean, OUT revision integer, OUT created timestamp with time zone, OUT deleted_at timestamp with time zone, OUT may_change boolean)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  a access.actor := access.open(p_token, p_organisation);
  o kit.object;
  w kit.object;
begin
  person := a.person; organisation := a.organisation; session := a.session; at := a.at; today := a.today;
  readers := a.readers; held := a.held; mandates := a.mandates;
  select * into o from kit.object x where x.id = p_object;
  if o.id is null or (o.kind <> p_kind and p_kind <> '*')
     or not access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, o.purpose, a) then return; end if;
  id := o.id; kind := o.kind; title := o.title; owner := o.owner; body := o.body; author := o.author; audience := o.audience;
  object_readers := o.readers; invented := o.invented; revision := o.revision; created := o.created; deleted_at := o.deleted_at;
  may_change := access.changes(o.owner, o.body, o.author, o.audience, a);
  if o.owner = o.id then owner_title := o.title;
  elsif o.owner is not null then
    select * into w from kit.object x where x.id = o.owner;
    if access.sees(w.audience, w.owner, w.author, w.readers, w.deleted_at, w.purpose, a) then owner_title := w.title; end if;
  end if;
  if o.body = o.id then body_title := o.title;
  elsif o.body is not null then
    select * into w from kit.object x where x.id = o.body;
    if access.sees(w.audience, w.owner, w.author, w.readers, w.deleted_at, w.purpose, a) then body_title := w.title; end if;
  end if;
end $function$;

CREATE OR REPLACE FUNCTION access.open_by_act(p_token text)
 RETURNS access.actor
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare l record;
begin
  update access.act_link a set used_at = clock.now()
   where a.digest = sha256(convert_to(p_token, 'UTF8')) and a.used_at is null and a.expires > clock.now() and access.acts_for(a.person, a.organisation)
  returning * into l;
  if not found then return null; end if;
  return access.record_actor(l.person, l.organisation, gen_random_uuid(), (select k.secret from access.seal k), clock.now());
end $function$;

CREATE OR REPLACE FUNCTION access.open_to(p_object uuid, p_edition integer, p_widest text)
 RETURNS void
 LANGUAGE sql
 SET search_path TO ''
AS $function$
  insert into access.opening as o (object, edition, widest, at) values (p_object, p_edition, p_widest, clock.now())
  on conflict (object) do update set edition = excluded.edition, at = excluded.at, widest = case
    when array_position('{body,members,public}'::text[], excluded.widest) > array_position('{body,members,public}'::text[], o.widest) then excluded.widest else o.widest end;
$function$;

CREATE OR REPLACE FUNCTION access.own_email()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (SELECT account.email FROM access.account WHERE (account.person = (access.actor()).person));

CREATE OR REPLACE FUNCTION access.prolong_in(p_body uuid, p_old_until date, p_until date, p_basis text, p_lead uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare m access.mandate; longer uuid; n integer := 0;
begin
  if p_until <= p_old_until then raise exception 'nothing is prolonged into the past' using errcode = 'NA400'; end if;
  for m in select * from access.mandate x where x.body = p_body and x.superseded_at is null and x.until_day = p_old_until
             and (x.role <> 'chair' or x.organisation = p_lead)
             and not exists (select from access.mandate y where y.body = x.body and y.role = x.role and y.id <> x.id and y.superseded_at is null
                   and (x.role = 'chair' or (y.person = x.person and y.organisation = x.organisation))
                   and y.from_day < p_until and (y.until_day is null or y.until_day > p_old_until)) order by x.id for update loop
    longer := gen_random_uuid();
    insert into access.mandate (id, person, organisation, body, role, from_day, until_day, basis, granted_by, recorded_at)
    values (longer, m.person, m.organisation, m.body, m.role, m.from_day, p_until, m.basis || '; ' || p_basis, m.granted_by, clock.now());
    update access.mandate set superseded_at = clock.now(), superseded_by = longer where id = m.id;
    n := n + 1;
  end loop;
  return n;
end $function$;

CREATE OR REPLACE FUNCTION access.recipient(p_person uuid, p_organisation uuid, p_object uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare o kit.object; stand_in uuid; reader access.actor;
begin
  select * into o from kit.object x where x.id = p_object;
  stand_in := access.represented_by(p_person, p_organisation, o.body);
  if stand_in is null or p_object is null then return coalesce(stand_in, p_person); end if;
  select stand_in, p_organisation, null, null, null,
         coalesce(array_agg(m.body) filter (where m.body is not null), '{}') || stand_in || case when bool_or(m.body is null) then array[p_organisation] end, '{}', '{}' into reader
    from access.mandate m where m.person = stand_in and m.organisation = p_organisation and m.superseded_at is null
     and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day);
  return case when access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, o.purpose, reader) then stand_in else p_person end;
end $function$;

CREATE OR REPLACE FUNCTION access.record_actor(p_person uuid, p_organisation uuid, p_session uuid, key text, instant timestamp with time zone)
 RETURNS access.actor
 LANGUAGE plpgsql
AS $function$
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
         coalesce(array_agg(m.role || '@' || coalesce(m.body, m.organisation)::text), '{}'), coalesce(array_agg(m.id), '{}'), '{}'
    into a
    from (select n.id, n.role, n.body, n.organisation from access.mandate n
           where n.person = p_person and n.organisation = p_organisation and n.superseded_at is null
             and n.from_day <= day and (n.until_day is null or day < n.until_day) order by n.id) m;
  if p_organisation is not null and cardinality(a.held) = 0 then
    raise exception 'mandateEnded' using errcode = 'NA401';
  end if;
  if exists (select from access.purpose x where x.organisation = p_organisation and x.superseded_at is null) then
    a.purposes := (with bound as materialized (select x.body, x.fields from access.purpose x where x.organisation = p_organisation and x.superseded_at is null)
      select array_agg(distinct f || '@' || r::text)
        from unnest(array_remove(a.readers, p_person) || p_organisation) r, bound b, unnest(b.fields) f
       where b.body = r or not exists (select from bound o where o.body = r));
  end if;
  payload := a::text;
  -- An assignment is evaluated in place; "perform" would be one more query.
  payload := set_config('nahtstelle.actor', access.signature(payload, key) || payload, true);
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

CREATE OR REPLACE FUNCTION access.represented_by(p_person uuid, p_organisation uuid, p_body uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE
 SET search_path TO ''
RETURN (SELECT x.represented_by FROM access.absence x WHERE ((x.person = represented_by.p_person) AND (x.organisation = represented_by.p_organisation) AND ((x.body IS NULL) OR (x.body = represented_by.p_body)) AND (x.ended_at IS NULL) AND (x.from_day <= clock.today()) AND (clock.today() < x.until_day) AND (NOT access.is_absent(x.represented_by, represented_by.p_organisation, represented_by.p_body)) AND (EXISTS (SELECT FROM access.mandate m WHERE ((m.person = x.represented_by) AND (m.organisation = represented_by.p_organisation) AND (m.superseded_at IS NULL) AND (m.from_day <= clock.today()) AND ((m.until_day IS NULL) OR (clock.today() < m.until_day)))))) ORDER BY x.body, x.from_day, x.id LIMIT 1);

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

CREATE OR REPLACE FUNCTION access.sees(p_audience text, p_owner uuid, p_author uuid, p_readers uuid[], p_deleted timestamp with time zone, p_purpose text, a access.actor)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$
declare at_home boolean := coalesce(p_owner = a.organisation and p_owner = any (a.readers), false);
begin
  -- What was taken away: a draft for its author, everything else for the house that answers for it.
  if p_deleted is not null then
    return case when p_audience = 'draft' then coalesce(p_author = a.person and (p_owner is null or p_owner = a.organisation), false) else at_home end;
  end if;
  if p_audience = 'public' then return true; end if;
  if a.person is null then return false; end if;
  if p_purpose is not null and cardinality(a.purposes) > 0 and not at_home and p_audience <> 'draft' then
    -- Bound to a purpose: through each reader only what is gathered for the fields for which it reads there. Whoever is named as a person is meant.
    if p_audience = 'members' then return p_purpose || '@' || a.organisation::text = any (a.purposes); end if;
    return p_audience in ('body', 'named') and exists (select from unnest(p_readers) r
      where r = any (a.readers) and (r = a.person or p_purpose || '@' || r::text = any (a.purposes)));
  end if;
  return case p_audience
    when 'draft' then coalesce(p_author = a.person and (p_owner is null or p_owner = a.organisation), false)
    when 'members' then a.organisation is not null
    when 'organisation' then at_home
    when 'body' then at_home or p_readers && a.readers
    when 'named' then at_home or p_readers && a.readers
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

CREATE OR REPLACE FUNCTION access.signature(payload text, key text)
 RETURNS text
 LANGUAGE sql
 STABLE
RETURN encode(sha256(convert_to((key || encode(sha256(convert_to((((key || (pg_backend_pid())::text) || (transaction_timestamp())::text) || payload), 'UTF8'::name)), 'hex'::text)), 'UTF8'::name)), 'hex'::text);

CREATE OR REPLACE FUNCTION access.source_of(p_source text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (SELECT encode(sha256(convert_to((s.secret || source_of.p_source), 'UTF8'::name)), 'hex'::text) AS encode FROM access.seal s);

CREATE OR REPLACE FUNCTION access.stands(p_organisation uuid, p_except uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (EXISTS (SELECT FROM (access.mandate m JOIN access.account c ON ((c.person = m.person))) WHERE ((m.organisation = stands.p_organisation) AND (m.body IS NULL) AND (m.role = 'admin'::text) AND (m.person <> stands.p_except) AND (c.proof IS NOT NULL))));

CREATE OR REPLACE FUNCTION access.take_purpose(p_object uuid, p_purpose text)
 RETURNS void
 LANGUAGE sql
 SET search_path TO ''
AS $function$
  update kit.object x set purpose = p_purpose, revision = x.revision + 1 where x.id = p_object and x.purpose is distinct from p_purpose;
$function$;

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

create table access.absence (
  id uuid not null,
  person uuid not null,
  organisation uuid not null,
  body uuid,
  from_day date not null,
  until_day date not null,
  represented_by uuid,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint absence_pkey PRIMARY KEY (id),
  constraint absence_body_fkey FOREIGN KEY (body) REFERENCES kit.object(id),
  constraint absence_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint absence_person_fkey FOREIGN KEY (person) REFERENCES kit.object(id),
  constraint absence_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES kit.object(id),
  constraint absence_represented_by_fkey FOREIGN KEY (represented_by) REFERENCES kit.object(id),
  constraint absence_check CHECK ((until_day > from_day)),
  constraint absence_check1 CHECK ((represented_by <> person))
);
CREATE INDEX absence_person ON access.absence USING btree (person, organisation) WHERE (ended_at IS NULL);
alter table access.absence force row level security;
create policy absence_end on access.absence for update to {{app}}
  using (((ended_at IS NULL) AND (organisation = ( SELECT (access.actor()).organisation AS organisation)) AND ((person = ( SELECT (access.actor()).person AS person)) OR access.holds(( SELECT access.actor() AS actor), '{admin}'::text[], organisation))))
  with check ((ended_at = ( SELECT (access.actor()).at AS at)));
create policy absence_enter on access.absence for insert to {{app}}
  with check (((recorded_by = ( SELECT (access.actor()).person AS person)) AND (recorded_at = ( SELECT (access.actor()).at AS at)) AND (ended_at IS NULL) AND (until_day > ( SELECT (access.actor()).today AS today)) AND (organisation = ( SELECT (access.actor()).organisation AS organisation)) AND ((person = recorded_by) OR access.holds(( SELECT access.actor() AS actor), '{admin}'::text[], organisation))));
create policy absence_owner on access.absence for all to {{owner}}
  using (true)
  with check (true);
create policy absence_see on access.absence for select to {{app}}
  using (((( SELECT (access.actor()).organisation AS organisation) IS NOT NULL) AND ((person = ( SELECT (access.actor()).person AS person)) OR (represented_by = ( SELECT (access.actor()).person AS person)) OR (organisation = ANY (( SELECT (access.actor()).readers AS readers)::uuid[])) OR (EXISTS ( SELECT
   FROM access.mandate m
  WHERE ((m.person = absence.person) AND (m.organisation = absence.organisation) AND (m.superseded_at IS NULL) AND (m.body = ANY (( SELECT (access.actor()).readers AS readers)::uuid[]))))))));
create policy absence_sweep on access.absence for delete to {{worker}}
  using (((until_day <= clock.today()) OR (ended_at IS NOT NULL)));
create policy absence_worker on access.absence for select to {{worker}}
  using (true);
CREATE TRIGGER absence_guard BEFORE INSERT ON access.absence FOR EACH ROW EXECUTE FUNCTION access.guard_absence();
grant insert, select on access.absence to {{app}};
grant select on access.absence to {{backup}};
grant delete, select on access.absence to {{worker}};
grant update (ended_at) on access.absence to {{app}};
comment on table access.absence is 'Half-open; without a reason. Deleted on the day on which it is over.';
comment on column access.absence.body is 'Only in this body; empty: in everything that the person does for the organisation.';

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

create table access.act_link (
  digest bytea not null,
  person uuid not null,
  organisation uuid not null,
  object uuid not null,
  created timestamp with time zone not null,
  expires timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint act_link_pkey PRIMARY KEY (digest),
  constraint act_link_object_fkey FOREIGN KEY (object) REFERENCES kit.object(id),
  constraint act_link_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint act_link_person_fkey FOREIGN KEY (person) REFERENCES kit.object(id)
);
CREATE INDEX act_link_person ON access.act_link USING btree (person);
alter table access.act_link force row level security;
create policy act_link_owner on access.act_link for all to {{owner}}
  using (true)
  with check (true);
create policy act_link_sweep on access.act_link for delete to {{worker}}
  using (true);
create policy act_link_worker on access.act_link for select to {{worker}}
  using (true);
grant delete, select on access.act_link to {{worker}};
comment on table access.act_link is 'Held as hashes; the token itself stands only in the mail.';

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
CREATE INDEX mandate_replaced ON access.mandate USING btree (superseded_by) WHERE (superseded_by IS NOT NULL);
alter table access.mandate force row level security;
create policy mandate_end on access.mandate for update to {{app}}
  using ((access.may_grant(person, organisation, body, role) OR (((role = 'chair'::text) AND ((person = ( SELECT (access.actor()).person AS person)) OR (EXISTS ( SELECT
   FROM (cooperation.election e
     JOIN cooperation.candidacy c ON ((c.id = e.elected)))
  WHERE ((e.body = mandate.body) AND (e.role = 'chair'::text) AND (e.status = 'decided'::text) AND ((c.person = ( SELECT (access.actor()).person AS person)) OR access.holds(( SELECT access.actor() AS actor), '{office}'::text[], e.body))))))) OR (access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], body) AND (cooperation.chair_falls_on(organisation, body) IS NOT NULL)))))
  with check ((access.may_grant(person, organisation, body, role) OR cooperation.may_be_replaced(person, organisation, body, role, from_day, superseded_by)));
create policy mandate_grant on access.mandate for insert to {{app}}
  with check (((granted_by = ( SELECT (access.actor()).person AS person)) AND (recorded_at = ( SELECT (access.actor()).at AS at)) AND (superseded_at IS NULL) AND (superseded_by IS NULL) AND (access.may_grant(person, organisation, body, role) OR cooperation.may_enter(person, organisation, body, role, from_day, until_day) OR cooperation.may_shorten(person, organisation, body, role, from_day, until_day) OR cooperation.may_continue(person, organisation, body, role, from_day, until_day))));
create policy mandate_owner on access.mandate for all to {{owner}}
  using (true)
  with check (true);
create policy mandate_see on access.mandate for select to {{app}}
  using (((( SELECT (access.actor()).organisation AS organisation) IS NOT NULL) AND ( SELECT true
   FROM kit.object o
  WHERE (o.id = mandate.organisation)) AND ((body IS NULL) OR ( SELECT true
   FROM kit.object o
  WHERE (o.id = mandate.body)))));
create policy mandate_worker on access.mandate for select to {{worker}}
  using (true);
CREATE CONSTRAINT TRIGGER mandate_chairs AFTER INSERT ON access.mandate DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION access.guard_chairs();
CREATE TRIGGER mandate_guard BEFORE UPDATE ON access.mandate FOR EACH ROW EXECUTE FUNCTION access.guard_mandate();
grant insert, select, update on access.mandate to {{app}};
grant select on access.mandate to {{worker}};
comment on table access.mandate is 'A person acts for an organisation, in a body or at home, in a role, until a day (half-open).';

create table access.opening (
  object uuid not null,
  edition integer not null,
  widest text not null,
  at timestamp with time zone not null,
  constraint opening_pkey PRIMARY KEY (object),
  constraint opening_object_edition_fkey FOREIGN KEY (object, edition) REFERENCES kit.edition(object, number),
  constraint opening_object_fkey FOREIGN KEY (object) REFERENCES kit.object(id),
  constraint opening_widest_check CHECK ((widest = ANY (ARRAY['body'::text, 'members'::text, 'public'::text])))
);
alter table access.opening force row level security;
create policy opening_owner on access.opening for all to {{owner}}
  using (true)
  with check (true);
comment on table access.opening is 'Released: for the body. Published: for all members of the installation, or for everybody.';

create table access.purpose (
  id uuid not null,
  organisation uuid not null,
  body uuid not null,
  fields text[] not null,
  reason text not null,
  bound_by uuid not null,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  constraint purpose_pkey PRIMARY KEY (id),
  constraint purpose_body_fkey FOREIGN KEY (body) REFERENCES kit.object(id),
  constraint purpose_bound_by_fkey FOREIGN KEY (bound_by) REFERENCES kit.object(id),
  constraint purpose_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint purpose_check CHECK ((body <> organisation)),
  constraint purpose_fields_check CHECK (((cardinality(fields) > 0) AND (array_position(fields, NULL::text) IS NULL))),
  constraint purpose_reason_check CHECK ((btrim(reason) <> ''::text))
);
CREATE INDEX purpose_body ON access.purpose USING btree (body) WHERE (superseded_at IS NULL);
CREATE UNIQUE INDEX purpose_once ON access.purpose USING btree (organisation, body) WHERE (superseded_at IS NULL);
alter table access.purpose force row level security;
create policy purpose_close on access.purpose for update to {{app}}
  using (((organisation <> ( SELECT (access.actor()).organisation AS organisation)) AND access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], body)))
  with check ((superseded_at = ( SELECT (access.actor()).at AS at)));
create policy purpose_make on access.purpose for insert to {{app}}
  with check (((superseded_at IS NULL) AND (recorded_at = ( SELECT (access.actor()).at AS at)) AND (bound_by = ( SELECT (access.actor()).organisation AS organisation)) AND (organisation <> bound_by) AND access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], body) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = purpose.organisation) AND (o.kind = 'organisation'::text)))) AND (EXISTS ( SELECT
   FROM kit.object b
  WHERE ((b.id = purpose.body) AND (b.kind = 'body'::text))))));
create policy purpose_owner on access.purpose for all to {{owner}}
  using (true)
  with check (true);
create policy purpose_see on access.purpose for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = purpose.body))));
create policy purpose_worker on access.purpose for select to {{worker}}
  using (true);
CREATE TRIGGER purpose_recorded BEFORE UPDATE ON access.purpose FOR EACH ROW EXECUTE FUNCTION access.guard_purpose();
grant insert, select on access.purpose to {{app}};
grant select on access.purpose to {{backup}};
grant select on access.purpose to {{worker}};
grant update (superseded_at) on access.purpose to {{app}};
comment on table access.purpose is 'For which fields an organisation takes part in a body. Bound in one body, it is bound everywhere: where a body has not said anything of its own, the fields of all its bindings count.';

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
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare set_to timestamptz;
begin
  select instant into set_to from clock.setting;
  return coalesce(set_to, transaction_timestamp());
end $function$;

CREATE OR REPLACE FUNCTION clock.today()
 RETURNS date
 LANGUAGE sql
 STABLE
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
    d.because_number,
    d.foresees,
    d.reasoned_on,
    d.reasoned_because,
    d.withdrawn_on,
    d.withdrawn_because,
    d.have,
    d.done_on,
    d.settled,
    COALESCE(p.planned, 0::bigint) AS planned,
        CASE
            WHEN d.withdrawn_on IS NOT NULL THEN 'withdrawn'::text
            ELSE
            CASE s.state
                WHEN 'overdue'::text THEN
                CASE
                    WHEN d.reasoned_on IS NOT NULL THEN 'reasoned'::text
                    WHEN d.strength = 'usual'::text THEN 'missed'::text
                    ELSE 'overdue'::text
                END
                WHEN 'open'::text THEN
                CASE
                    WHEN d.reasoned_on IS NOT NULL THEN 'reasoned'::text
                    ELSE 'open'::text
                END
                ELSE s.state
            END
        END AS state
   FROM duties.duty d
     LEFT JOIN LATERAL ( SELECT count(*) AS planned
           FROM ( SELECT DISTINCT ON (f.object) f.kind,
                    f.about
                   FROM duties.fact f
                     JOIN kit.object o ON o.id = f.object AND o.deleted_at IS NULL
                  WHERE d.foresees IS NOT NULL AND NOT d.settled AND f.organisation = d.debtor AND f.kind ~~ (d.foresees || '.%'::text)
                  ORDER BY f.object, f.at DESC, f.entry DESC NULLS LAST) w
          WHERE (w.kind = ANY (ARRAY[d.foresees || '.planned'::text, d.foresees || '.moved'::text, d.foresees || '.invited'::text])) AND w.about >= clock.today() AND w.about >= d.period_from AND w.about < d.period_until) p ON d.foresees IS NOT NULL AND NOT d.settled
     CROSS JOIN LATERAL ( SELECT duties.state(d.opens, d.due, d.needed, d.have::bigint, d.done_on, d.waived_on, ( SELECT clock.today() AS today)) AS state) s;

CREATE OR REPLACE FUNCTION duties.count_duty()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION duties.count_evidence()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform from duties.duty d where d.id in (select c.duty from changed c) order by d.id for no key update;
  update duties.duty d set have = d.have where d.id in (select c.duty from changed c);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION duties.guard_duty()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION duties.lets_off(p_debtor uuid, p_creditor uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor();
begin
  return p_debtor <> p_creditor and p_debtor is distinct from a.organisation
    and access.holds(a, '{chair,office,admin,head,planner}', p_creditor);
end $function$;

CREATE OR REPLACE FUNCTION duties.look_again(p_fact uuid, p_duties text[])
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
RETURN (SELECT (COALESCE(sum(duties.look_back(d.id, ARRAY[f.kind])), (0)::bigint))::integer AS "coalesce" FROM (duties.fact f JOIN duties.duty d ON (((d.debtor = f.organisation) AND (d.kind = ANY (look_again.p_duties)) AND ((d.subject IS NULL) OR (d.subject = f.subject))))) WHERE ((f.id = look_again.p_fact) AND (d.waived_on IS NULL) AND (NOT (EXISTS (SELECT FROM duties.evidence v WHERE ((v.duty = d.id) AND (v.fact = f.id)))))));

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
   where d.id = p_duty and (d.subject is null or d.subject = f.subject or d.foresees is not null) and (f.object = d.id or f.kind <> 'duty.stated')
     and f.about >= d.period_from and f.about < d.period_until
  on conflict do nothing;
  get diagnostics n = row_count;
  return n;
end $function$;

CREATE OR REPLACE FUNCTION duties.owes(p_duty uuid, p_debtor uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor();
begin
  return access.holds(a, '{admin,head,planner,staff,chair,office}', p_debtor)
    or (p_debtor = a.organisation and exists (select from kit.object o where o.id = p_duty and access.holds(a, '{chair,office,delegate,deputy}', o.body)));
end $function$;

CREATE OR REPLACE FUNCTION duties.shown_by_link(p_token text)
 RETURNS TABLE(id uuid, kind text, title text, debtor text, creditor text, clause text, strength text, due date, state text, subject text, invented boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT d.id,
     d.kind,
     o.title,
     dt.title,
     ct.title,
     d.because_text,
     d.strength,
     d.due,
     d.state,
     st.title,
     o.invented
    FROM (((((access.look_at_act(shown_by_link.p_token) l(object, person_name, organisation_name, state)
      JOIN duties.standing d ON ((d.id = l.object)))
      JOIN kit.object o ON (((o.id = d.id) AND (o.deleted_at IS NULL))))
      LEFT JOIN kit.object dt ON ((dt.id = d.debtor)))
      LEFT JOIN kit.object ct ON ((ct.id = d.creditor)))
      LEFT JOIN kit.object st ON ((st.id = d.subject)))
   WHERE (l.state = 'open'::text);
END;

CREATE OR REPLACE FUNCTION duties.state(p_opens date, p_due date, p_needed integer, p_have bigint, p_done_on date, p_waived_on date, p_today date)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN CASE WHEN (p_waived_on IS NOT NULL) THEN 'waived'::text WHEN (p_have >= p_needed) THEN CASE WHEN (p_done_on <= p_due) THEN 'done'::text ELSE 'doneLate'::text END ELSE (ARRAY['notYet'::text, 'open'::text, 'overdue'::text])[(1 + width_bucket(p_today, ARRAY[p_opens, (p_due + 1)]))] END;

CREATE OR REPLACE FUNCTION duties.state_fact(p_id uuid, p_kind text, p_organisation uuid, p_subject uuid, p_object uuid, p_day date, p_about date, p_entry bigint, p_duties text[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor(); o kit.object; n integer;
begin
  if session_user <> '{{worker}}' and session_user <> '{{owner}}' then
    select * into o from kit.object x where x.id = p_object and access.sees(x.audience, x.owner, x.author, x.readers, x.deleted_at, x.purpose, a);
    -- For the own organisation: from home, or about what it has in a body into which one is sent. For a body: as its chair or office, about what is dealt with there.
    if a.person is null or o.id is null
       or not coalesce(p_organisation = a.organisation and (p_organisation = any (a.readers) or o.body = any (a.readers)), false)
          and not (access.holds(a, '{chair,office}', p_organisation) and coalesce(p_organisation = o.body, p_organisation = o.owner, false)) then
      raise exception 'a fact is stated for the own organisation or body' using errcode = 'NA403';
    end if;
    if p_day > clock.today() or (p_subject is not null and not exists (select from kit.object x where x.id = p_subject
         and access.sees(x.audience, x.owner, x.author, x.readers, x.deleted_at, x.purpose, a))) then
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
end $function$;

CREATE OR REPLACE FUNCTION duties.waiting(p_debtors uuid[], p_creditors uuid[], p_bodies uuid[])
 RETURNS TABLE(id uuid, kind text, title text, debtor uuid, body uuid, due date, state text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor();
begin
  return query
  select d.id, d.kind, o.title, d.debtor, o.body, d.due, d.state
    from (select x.id from duties.duty x where x.debtor = any (p_debtors) and not x.settled
          union select x.id from duties.duty x where x.creditor = any (p_creditors) and not x.settled
          union select x.id from kit.object y cross join lateral (select z.id from duties.duty z where z.id = y.id and not z.settled offset 0) x
                 where y.body = any (p_bodies) and y.kind = 'duty') c
    cross join lateral (select s.* from duties.standing s where s.id = c.id offset 0) d
    cross join lateral (select z.* from kit.object z where z.id = c.id offset 0) o
   where o.deleted_at is null and access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, o.purpose, a);
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
  because_number text,
  foresees text,
  reasoned_on date,
  reasoned_because text,
  withdrawn_on date,
  withdrawn_because text,
  have integer not null default 0,
  done_on date,
  settled boolean not null default false,
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
  constraint duty_foresees CHECK ((foresees ~ '^[a-z]+$'::text)),
  constraint duty_needed_check CHECK ((needed > 0)),
  constraint duty_number CHECK ((btrim(because_number) <> ''::text)),
  constraint duty_reason_of_should CHECK (((reasoned_on IS NULL) OR (strength = 'should'::text))),
  constraint duty_reason_whole CHECK (((reasoned_on IS NULL) = (reasoned_because IS NULL))),
  constraint duty_strength_check CHECK ((strength = ANY (ARRAY['must'::text, 'should'::text, 'usual'::text]))),
  constraint duty_withdrawal_whole CHECK (((withdrawn_on IS NULL) = (withdrawn_because IS NULL)))
);
CREATE INDEX duty_because ON duties.duty USING btree (because) WHERE (because IS NOT NULL);
CREATE INDEX duty_creditor ON duties.duty USING btree (creditor, due);
CREATE INDEX duty_debtor ON duties.duty USING btree (debtor, due);
CREATE INDEX duty_done ON duties.duty USING btree (debtor, done_on);
CREATE INDEX duty_done_on ON duties.duty USING btree (done_on);
CREATE INDEX duty_due ON duties.duty USING btree (due);
CREATE UNIQUE INDEX duty_once ON duties.duty USING btree (kind, debtor, creditor, COALESCE(subject, debtor), COALESCE(because, debtor), because_text, period_from) WHERE (withdrawn_on IS NULL);
CREATE INDEX duty_subject ON duties.duty USING btree (subject);
CREATE INDEX duty_waiting_creditor ON duties.duty USING btree (creditor, due) WHERE (NOT settled);
CREATE INDEX duty_waiting_debtor ON duties.duty USING btree (debtor, due) WHERE (NOT settled);
alter table duties.duty force row level security;
create policy duty_owner on duties.duty for all to {{owner}}
  using (true)
  with check (true);
create policy duty_reason on duties.duty for update to {{app}}
  using (duties.owes(id, debtor))
  with check ((duties.owes(id, debtor) AND (reasoned_on = ( SELECT (access.actor()).today AS today))));
create policy duty_see on duties.duty for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = duty.id))));
create policy duty_waive on duties.duty for update to {{app}}
  using (duties.lets_off(debtor, creditor))
  with check ((duties.lets_off(debtor, creditor) AND (waived_on = ( SELECT (access.actor()).today AS today))));
create policy duty_worker on duties.duty for all to {{worker}}
  using (true)
  with check (true);
CREATE TRIGGER duty_count BEFORE INSERT OR UPDATE ON duties.duty FOR EACH ROW EXECUTE FUNCTION duties.count_duty();
CREATE TRIGGER duty_guard BEFORE UPDATE ON duties.duty FOR EACH ROW EXECUTE FUNCTION duties.guard_duty();
grant select on duties.duty to {{app}};
grant insert, select on duties.duty to {{worker}};
grant update (reasoned_because, reasoned_on, waived_because, waived_on) on duties.duty to {{app}};
grant update (due, opens, period_from, period_until, reasoned_because, reasoned_on, withdrawn_because, withdrawn_on) on duties.duty to {{worker}};
comment on column duties.duty.strength is 'muss, soll or in der Regel: only a must can be breached, a should asks for a reason.';
comment on column duties.duty.due is 'The last day on which it is in time.';
comment on column duties.duty.because_number is 'The number of the clause in the agreement, as a mark to jump to.';
comment on column duties.duty.foresees is 'What announces the evidence: "meeting" counts meetings that are planned (facts meeting.planned, meeting.moved, meeting.invited).';
comment on column duties.duty.reasoned_on is 'The debtor said why a "soll" is not kept.';
comment on column duties.duty.withdrawn_on is 'No longer owed because its ground is gone (a meeting was called off). It stays on record.';
comment on column duties.duty.have is 'How many pieces of evidence belong to the period; counted by duty_count, never typed. done_on: the day on which the last needed one happened.';
comment on column duties.duty.settled is 'Done, waived or withdrawn, on whatever day one looks: no state of it waits for anybody. Kept by duty_count.';

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
CREATE TRIGGER evidence_comes AFTER INSERT ON duties.evidence REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION duties.count_evidence();
CREATE TRIGGER evidence_goes AFTER DELETE ON duties.evidence REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION duties.count_evidence();
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
  using (((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = fact.object))) OR (EXISTS ( SELECT
   FROM duties.evidence v
  WHERE (v.fact = fact.id)))));
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
  due date not null,
  constraint reminder_pkey PRIMARY KEY (duty, stage, due),
  constraint reminder_duty_fkey FOREIGN KEY (duty) REFERENCES duties.duty(id),
  constraint reminder_stage_check CHECK ((stage = ANY (ARRAY['foreseen'::text, 'soon'::text, 'due'::text, 'overdue'::text, 'asked'::text, 'escalated'::text, 'heads'::text])))
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

create table duties.statement (
  id uuid not null,
  duty uuid not null,
  organisation uuid not null,
  day date not null,
  text text not null,
  at timestamp with time zone not null,
  constraint statement_pkey PRIMARY KEY (id),
  constraint statement_duty_fkey FOREIGN KEY (duty) REFERENCES duties.duty(id),
  constraint statement_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint statement_text_check CHECK ((btrim(text) <> ''::text))
);
CREATE INDEX statement_duty ON duties.statement USING btree (duty);
alter table duties.statement force row level security;
create policy statement_make on duties.statement for insert to {{app}}
  with check (((organisation = ( SELECT (access.actor()).organisation AS organisation)) AND (at = ( SELECT (access.actor()).at AS at)) AND (day <= ( SELECT (access.actor()).today AS today)) AND (EXISTS ( SELECT
   FROM duties.duty d
  WHERE ((d.id = statement.duty) AND (d.withdrawn_on IS NULL) AND duties.owes(d.id, d.debtor))))));
create policy statement_owner on duties.statement for all to {{owner}}
  using (true)
  with check (true);
create policy statement_see on duties.statement for select to {{app}}
  using ((EXISTS ( SELECT
   FROM duties.duty d
  WHERE (d.id = statement.duty))));
create policy statement_worker on duties.statement for all to {{worker}}
  using (true)
  with check (true);
grant insert, select on duties.statement to {{app}};
grant insert, select on duties.statement to {{worker}};
comment on table duties.statement is 'By the organisation that owes it, never by a person: who wrote it stands in the journal.';


create schema files;

CREATE OR REPLACE FUNCTION files.erase(p_file uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare sum bytea;
begin
  if exists (select from kit.object o where o.id = p_file and o.deleted_at is null) then
    raise exception 'only what was deleted is erased' using errcode = 'NA403';
  end if;
  delete from files.file where id = p_file returning sha256 into sum;
  delete from files.chunk c where c.sha256 = sum and not exists (select from files.file f where f.sha256 = sum);
end $function$;

CREATE OR REPLACE FUNCTION files.fix(p_file uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor();
begin
  if session_user not in ('{{worker}}', '{{owner}}') and not exists (
      select from files.file f join kit.object o on o.id = f.hangs_on
       where f.id = p_file and o.deleted_at is null and access.changes(o.owner, o.body, o.author, o.audience, a)) then
    raise exception 'a file is fixed by whoever may change what it hangs on' using errcode = 'NA403';
  end if;
  update files.file set fixed = true where id = p_file;
end $function$;

CREATE OR REPLACE FUNCTION files.follow()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update kit.object f set audience = new.audience, readers = new.readers, purpose = new.purpose, revision = f.revision + 1,
         deleted_at = case when new.deleted_at is not null then coalesce(f.deleted_at, new.deleted_at)
                           when f.deleted_at = old.deleted_at then null else f.deleted_at end
    from files.file x
   where x.hangs_on = new.id and f.id = x.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION files.guard_fixed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if pg_trigger_depth() = 1 and exists (select from files.file f where f.id = new.id and f.fixed) then
    raise exception 'a fixed file stays' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION files.store(p_file uuid, p_hangs_on uuid, p_name text, p_type text, p_bytes bytea)
 RETURNS bytea
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor(); sum bytea := sha256(p_bytes); working boolean := session_user in ('{{worker}}', '{{owner}}');
begin
  if not exists (
    select from kit.object f join kit.object o on o.id = p_hangs_on
     where f.id = p_file and f.kind = 'file' and o.kind <> 'file' and o.deleted_at is null and f.deleted_at is null
       and f.owner is not distinct from o.owner and f.body is not distinct from o.body and f.audience = o.audience and f.readers = o.readers
       and (working or (f.author = a.person and access.changes(o.owner, o.body, o.author, o.audience, a)))) then
    raise exception 'a file hangs on an object that its author may change, and is as visible as that' using errcode = 'NA403';
  end if;
  insert into files.file (id, hangs_on, name, type, size, sha256) values (p_file, p_hangs_on, p_name, p_type, length(p_bytes), sum);
  insert into files.chunk (sha256, position, bytes)
  select sum, i, substr(p_bytes, i * 1048576 + 1, 1048576) from generate_series(0, (length(p_bytes) - 1) / 1048576) i
  on conflict do nothing;
  return sum;
end $function$;

CREATE OR REPLACE FUNCTION files.take_purpose()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update kit.object f set purpose = o.purpose, revision = f.revision + 1 from kit.object o
   where f.id = new.id and o.id = new.hangs_on and o.purpose is not null;
  return null;
end $function$;

create table files.chunk (
  sha256 bytea not null,
  position integer not null,
  bytes bytea not null,
  constraint chunk_pkey PRIMARY KEY (sha256, "position"),
  constraint chunk_bytes_check CHECK (((length(bytes) >= 1) AND (length(bytes) <= 1048576))),
  constraint chunk_position_check CHECK (("position" >= 0))
);
alter table files.chunk force row level security;
create policy chunk_owner on files.chunk for all to {{owner}}
  using (true)
  with check (true);
create policy chunk_see on files.chunk for select to {{app}}
  using ((EXISTS ( SELECT
   FROM files.file f
  WHERE (f.sha256 = chunk.sha256))));
grant select on files.chunk to {{app}};
comment on table files.chunk is 'The content, once per checksum, in pieces of at most one MiB.';

create table files.file (
  id uuid not null,
  hangs_on uuid not null,
  name text not null,
  type text not null,
  size integer not null,
  sha256 bytea not null,
  fixed boolean not null default false,
  constraint file_pkey PRIMARY KEY (id),
  constraint file_hangs_on_fkey FOREIGN KEY (hangs_on) REFERENCES kit.object(id),
  constraint file_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id),
  constraint file_check CHECK ((id <> hangs_on)),
  constraint file_name_check CHECK (((btrim(name) <> ''::text) AND (length(name) <= 200))),
  constraint file_sha256_check CHECK ((length(sha256) = 32)),
  constraint file_size_check CHECK (((size > 0) AND (size <= 20971520)))
);
CREATE INDEX file_hangs_on ON files.file USING btree (hangs_on);
CREATE INDEX file_sha256 ON files.file USING btree (sha256);
alter table files.file force row level security;
create policy file_owner on files.file for all to {{owner}}
  using (true)
  with check (true);
create policy file_see on files.file for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = file.id))));
create policy file_worker on files.file for select to {{worker}}
  using (true);
CREATE TRIGGER file_purpose AFTER INSERT ON files.file FOR EACH ROW EXECUTE FUNCTION files.take_purpose();
grant select on files.file to {{app}};
grant select on files.file to {{worker}};
comment on column files.file.fixed is 'Belongs to a fixed edition: it stays as long as what it hangs on.';


create schema jobs;

CREATE OR REPLACE FUNCTION jobs.send(p_queue text, p_ref jsonb)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor(); working boolean := session_user in ('{{worker}}', '{{owner}}'); j uuid;
begin
  if a.person is null and not working then raise exception 'nobody acts in this transaction' using errcode = 'NA403'; end if;
  if jsonb_typeof(p_ref) is distinct from 'object' or (p_ref - 'kind' - 'id') <> '{}'::jsonb
     or jsonb_typeof(p_ref -> 'kind') is distinct from 'string' or (p_ref ->> 'id') !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
     or not exists (select from kit.object o where o.id = (p_ref ->> 'id')::uuid and o.kind = p_ref ->> 'kind'
                      and (working or access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, o.purpose, a))) then
    raise exception 'a job is about one object: kind and id' using errcode = 'NA400';
  end if;
  -- What the worker does with an object is ordered by those who may change it; with a person (erasing it), by the administration of its home.
  if not working and not exists (select from kit.object o where o.id = (p_ref ->> 'id')::uuid
       and case when o.kind in ('person', 'organisation', 'body') then access.holds(a, '{admin}', o.owner)
                else access.changes(o.owner, o.body, o.author, o.audience, a) end) then
    raise exception 'not to be ordered by this person' using errcode = 'NA403';
  end if;
  if p_queue like 'house.%' then raise exception 'this queue belongs to the house' using errcode = 'NA403'; end if;
  insert into pgboss.job (name, data, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds, deletion_seconds, dead_letter)
  select q.name, p_ref, q.policy, q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max, q.expire_seconds, q.deletion_seconds, q.dead_letter
    from pgboss.queue q where q.name = p_queue
  returning id into j;
  if j is null then raise exception 'there is no queue %', p_queue using errcode = 'NA400'; end if;
  return j;
end $function$;

create table jobs.run (
  name text not null,
  day date not null,
  at timestamp with time zone not null,
  trouble text,
  constraint run_pkey PRIMARY KEY (name)
);
alter table jobs.run force row level security;
create policy run_owner on jobs.run for all to {{owner}}
  using (true)
  with check (true);
create policy run_worker on jobs.run for all to {{worker}}
  using (true)
  with check (true);
grant insert, select, update on jobs.run to {{worker}};
comment on table jobs.run is 'Up to which day the chores have run. A worker that was away catches up, because chores are functions of an instant.';


create schema journal;

CREATE OR REPLACE FUNCTION journal.digest(salt bytea, before jsonb, after jsonb)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
RETURN sha256((salt || convert_to(((COALESCE((before)::text, ''::text) || chr(31)) || COALESCE((after)::text, ''::text)), 'UTF8'::name)));

CREATE OR REPLACE FUNCTION journal.head()
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN COALESCE((SELECT max(entry.number) AS max FROM journal.entry), (0)::bigint);

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
  select id, revision, body, owner into o from kit.object x where x.id = p_object
     and (a.person is null or access.sees(x.audience, x.owner, x.author, x.readers, x.deleted_at, x.purpose, a));
  if not found then raise exception 'no object % to journal', p_object using errcode = 'NA403'; end if;
  if a.person is not null and (p_because is not null or a.session is null) then
    raise exception 'a person acts in a session and of its own accord' using errcode = 'NA403';
  end if;
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
   FROM (journal.entry e
     JOIN kit.object o ON ((o.id = e.object)))
  WHERE ((e.id = content.entry) AND access.changes(o.owner, o.body, o.author, o.audience, ( SELECT access.actor() AS actor))))));
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
  using (((( SELECT (access.actor()).organisation AS organisation) IS NOT NULL) AND ( SELECT true
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

CREATE OR REPLACE FUNCTION kit.cited(p_object uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN ((EXISTS (SELECT FROM trail.link l WHERE ((l.withdrawn_at IS NULL) AND (((l.source = cited.p_object) AND (l.source_edition IS NOT NULL)) OR ((l.target = cited.p_object) AND (l.target_edition IS NOT NULL)))))) OR (EXISTS (SELECT FROM duties.duty d WHERE ((d.because = cited.p_object) AND (d.because_edition IS NOT NULL)))));

CREATE OR REPLACE FUNCTION kit.due_for_erasure(p_days integer)
 RETURNS TABLE(id uuid, kind text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT o.id,
     o.kind
    FROM kit.object o
   WHERE ((o.deleted_at < (clock.now() - make_interval(days => due_for_erasure.p_days))) AND (o.erased_at IS NULL) AND (NOT kit.cited(o.id)))
   ORDER BY o.deleted_at
  LIMIT 500;
END;

CREATE OR REPLACE FUNCTION kit.erase(p_object uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not exists (select from kit.object o where o.id = p_object and o.deleted_at is not null and o.erased_at is null) or kit.cited(p_object) then
    raise exception 'only what was deleted and is cited nowhere is erased' using errcode = 'NA403';
  end if;
  delete from kit.edition where object = p_object;
  delete from journal.content c using journal.entry e where e.id = c.entry and e.object = p_object;
  update kit.object set title = '–', erased_at = clock.now(), revision = revision + 1 where id = p_object;
end $function$;

CREATE OR REPLACE FUNCTION kit.guard_erased()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  raise exception 'what was erased does not come back' using errcode = 'NA403';
end $function$;

CREATE OR REPLACE FUNCTION kit.guard_new_object()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  new.created := clock.now();
  new.invented := (select demo from kit.installation) and new.kind not in ('organisation', 'area', 'indicator', 'officialTable', 'task', 'comparison');
  if exists (select from unnest(new.readers) r where not exists (select from kit.object o where o.id = r)) then
    raise exception 'a reader does not exist' using errcode = 'NA400';
  end if;
  -- What is dealt with in a body comes from the body or from one that belongs to it; nobody puts anything before strangers.
  if session_user not in ('{{worker}}', '{{owner}}') and new.body is not null and new.body <> new.id
     and not exists (select from kit.object b where b.id = new.body and b.kind = 'body'
                       and (b.id = any ((access.actor()).readers) or new.owner = b.owner or new.owner = any (b.readers))) then
    raise exception 'the body is another one' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION kit.guard_object()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor();
begin
  if new.id <> old.id or new.kind <> old.kind or new.created <> old.created or new.author is distinct from old.author
     or new.owner is distinct from old.owner or new.body is distinct from old.body or new.invented <> old.invented then
    raise exception 'kind, owner, body, author and origin of an object do not change' using errcode = 'NA403';
  end if;
  if new.revision <> old.revision + 1 then raise exception 'stale' using errcode = 'NA412'; end if;
  if session_user in ('{{worker}}', '{{owner}}') then return new; end if;
  -- Changing is one thing, publishing another: more eyes are let in by the author, by those who lead the owner, or by chair and office.
  if (array_position('{draft,organisation,named,body,members,public}'::text[], new.audience) > array_position('{draft,organisation,named,body,members,public}'::text[], old.audience)
      or not new.readers <@ old.readers)
     and old.author is distinct from a.person and not access.holds(a, '{admin,head,planner,staff}', old.owner) and not access.holds(a, '{chair,office}', old.body) then
    raise exception 'whoever may change it may not let others in' using errcode = 'NA403';
  end if;
  -- Only what nothing rests on is taken away, and only at home.
  if new.deleted_at is distinct from old.deleted_at
     and (old.owner is distinct from a.organisation or (new.deleted_at is not null and (new.deleted_at <> a.at or trail.rests_on(old.id)))) then
    raise exception 'something rests on it, or it belongs to others' using errcode = 'NA403';
  end if;
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
  with check (((person = ( SELECT (access.actor()).person AS person)) AND (organisation = ( SELECT (access.actor()).organisation AS organisation)) AND (at = ( SELECT (access.actor()).at AS at)) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = edition.object) AND access.changes(o.owner, o.body, o.author, o.audience, ( SELECT access.actor() AS actor)))))));
create policy edition_owner on kit.edition for all to {{owner}}
  using (true)
  with check (true);
create policy edition_see on kit.edition for select to {{app}}
  using (( SELECT true
   FROM kit.object o
  WHERE (o.id = edition.object)));
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
  erased_at timestamp with time zone,
  purpose text,
  constraint object_pkey PRIMARY KEY (id),
  constraint object_author_fkey FOREIGN KEY (author) REFERENCES kit.object(id),
  constraint object_body_fkey FOREIGN KEY (body) REFERENCES kit.object(id),
  constraint object_owner_fkey FOREIGN KEY (owner) REFERENCES kit.object(id),
  constraint object_audience_check CHECK ((audience = ANY (ARRAY['draft'::text, 'organisation'::text, 'named'::text, 'body'::text, 'members'::text, 'public'::text]))),
  constraint object_kind_check CHECK ((kind ~ '^[a-z][A-Za-z]*$'::text)),
  constraint object_purpose_check CHECK ((purpose ~ '^[a-z][A-Za-z]*$'::text)),
  constraint object_revision_check CHECK ((revision > 0)),
  constraint object_title_check CHECK ((btrim(title) <> ''::text))
);
CREATE INDEX object_body ON kit.object USING btree (body, kind) WHERE (body IS NOT NULL);
CREATE INDEX object_kind ON kit.object USING btree (kind, created);
CREATE INDEX object_owner ON kit.object USING btree (owner, kind);
alter table kit.object force row level security;
create policy object_change on kit.object for update to {{app}}
  using ((access.changes(owner, body, author, audience, ( SELECT access.actor() AS actor)) AND (kind <> 'duty'::text) AND ((kind <> ALL (ARRAY['organisation'::text, 'person'::text, 'body'::text])) OR ((kind <> 'body'::text) AND access.holds(( SELECT access.actor() AS actor), '{admin,head,planner}'::text[], owner)) OR ((kind = 'body'::text) AND access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], id)))))
  with check (access.changes(owner, body, author, audience, ( SELECT access.actor() AS actor)));
create policy object_make on kit.object for insert to {{app}}
  with check (((author = ( SELECT (access.actor()).person AS person)) AND (((kind <> ALL (ARRAY['person'::text, 'organisation'::text, 'body'::text, 'duty'::text])) AND access.changes(owner, body, author, audience, ( SELECT access.actor() AS actor))) OR ((kind = 'person'::text) AND (audience = 'members'::text) AND (body IS NULL) AND access.may_introduce(owner)) OR ((kind = 'organisation'::text) AND (owner = id) AND (body IS NULL) AND access.holds(( SELECT access.actor() AS actor), '{admin,planner}'::text[], ( SELECT (access.actor()).organisation AS organisation))) OR ((kind = 'body'::text) AND (body = id) AND (owner = ( SELECT (access.actor()).organisation AS organisation)) AND access.holds(( SELECT access.actor() AS actor), '{admin,head,planner}'::text[], owner)))));
create policy object_owner on kit.object for all to {{owner}}
  using (true)
  with check (true);
create policy object_see on kit.object for select to {{app}}
  using (access.sees(audience, owner, author, readers, deleted_at, purpose, ( SELECT access.actor() AS actor)));
create policy object_worker on kit.object for all to {{worker}}
  using (true)
  with check (true);
CREATE TRIGGER object_beyond BEFORE INSERT OR UPDATE OF audience, readers, title ON kit.object FOR EACH ROW EXECUTE FUNCTION access.guard_beyond();
CREATE TRIGGER object_born BEFORE INSERT ON kit.object FOR EACH ROW EXECUTE FUNCTION kit.guard_new_object();
CREATE TRIGGER object_erased BEFORE UPDATE ON kit.object FOR EACH ROW WHEN ((old.erased_at IS NOT NULL)) EXECUTE FUNCTION kit.guard_erased();
CREATE TRIGGER object_file_fixed BEFORE UPDATE OF deleted_at ON kit.object FOR EACH ROW WHEN (((new.kind = 'file'::text) AND (old.deleted_at IS NULL) AND (new.deleted_at IS NOT NULL))) EXECUTE FUNCTION files.guard_fixed();
CREATE TRIGGER object_files_follow AFTER UPDATE ON kit.object FOR EACH ROW WHEN ((((old.audience IS DISTINCT FROM new.audience) OR (old.readers IS DISTINCT FROM new.readers)) OR (old.deleted_at IS DISTINCT FROM new.deleted_at) OR (old.purpose IS DISTINCT FROM new.purpose))) EXECUTE FUNCTION files.follow();
CREATE TRIGGER object_forgotten AFTER UPDATE OF erased_at ON kit.object FOR EACH ROW WHEN ((new.erased_at IS NOT NULL)) EXECUTE FUNCTION search.forget();
CREATE TRIGGER object_found_by_title AFTER INSERT OR UPDATE OF title ON kit.object FOR EACH ROW EXECUTE FUNCTION search.follow_title();
CREATE TRIGGER object_guard BEFORE UPDATE ON kit.object FOR EACH ROW EXECUTE FUNCTION kit.guard_object();
grant select on kit.object to {{app}};
grant insert, select, update on kit.object to {{worker}};
grant insert (audience, author, body, created, id, kind, owner, readers, title) on kit.object to {{app}};
grant update (audience, deleted_at, readers, revision, title) on kit.object to {{app}};
comment on column kit.object.owner is 'The organisation that answers for it.';
comment on column kit.object.body is 'The body in which it is dealt with, where there is one.';
comment on column kit.object.readers is 'Organisations, bodies or persons that may read it while the audience is named or body.';
comment on column kit.object.purpose is 'The field for which alone it was gathered. Whoever takes part only for other fields does not see it, whoever takes part for no field in particular does.';

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
grant delete, insert, select, update on mail.message to {{worker}};
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


create schema privacy;

CREATE OR REPLACE FUNCTION privacy.answers_for(p_person uuid, p_organisation uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (EXISTS (SELECT FROM access.mandate m WHERE ((m.person = answers_for.p_person) AND (m.organisation = answers_for.p_organisation) AND (m.body IS NULL) AND (m.role = ANY (ARRAY['admin'::text, 'head'::text, 'checker'::text])) AND (m.superseded_at IS NULL) AND (m.from_day <= clock.today()) AND ((m.until_day IS NULL) OR (clock.today() < m.until_day)))));

CREATE OR REPLACE FUNCTION privacy.erase_person(p_person uuid, p_title text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION privacy.guard_opening()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION privacy.log_of(p_opening uuid)
 RETURNS TABLE(at timestamp with time zone, verb text, kind text, title text, object uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor(); x privacy.opening;
begin
  select * into x from privacy.opening y where y.id = p_opening;
  if a.person is null or a.person not in (x.asked_by, x.second) or a.organisation <> x.organisation or x.answer is distinct from 'agreed'
     or clock.today() >= x.closes_on or not privacy.answers_for(a.person, x.organisation) then
    raise exception 'the log opens for two people, for a week' using errcode = 'NA403';
  end if;
  return query
    select e.at, e.verb, o.kind, case when access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, o.purpose, a) then o.title end,
           case when access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, o.purpose, a) then o.id end
      from journal.entry e join kit.object o on o.id = e.object
     where e.person = x.person and e.organisation = x.organisation
       and (e.at at time zone 'Europe/Berlin')::date >= x.from_day and (e.at at time zone 'Europe/Berlin')::date < x.until_day
     order by e.at desc limit 2000;
end $function$;

CREATE OR REPLACE FUNCTION privacy.still_acts(p_person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (EXISTS (SELECT FROM access.mandate m WHERE ((m.person = still_acts.p_person) AND (m.superseded_at IS NULL) AND ((m.until_day IS NULL) OR (m.until_day > clock.today())))));

create table privacy.opening (
  id uuid not null,
  person uuid not null,
  organisation uuid not null,
  cause text not null,
  from_day date not null,
  until_day date not null,
  asked_by uuid not null,
  second uuid not null,
  asked_at timestamp with time zone not null,
  answer text,
  reason text,
  answered_at timestamp with time zone,
  closes_on date,
  constraint opening_pkey PRIMARY KEY (id),
  constraint opening_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES kit.object(id),
  constraint opening_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint opening_person_fkey FOREIGN KEY (person) REFERENCES kit.object(id),
  constraint opening_second_fkey FOREIGN KEY (second) REFERENCES kit.object(id),
  constraint opening_answer_check CHECK ((answer = ANY (ARRAY['agreed'::text, 'refused'::text]))),
  constraint opening_cause_check CHECK ((length(btrim(cause)) >= 10)),
  constraint opening_check CHECK (((until_day > from_day) AND (until_day <= (from_day + 92)))),
  constraint opening_check1 CHECK ((asked_by <> person)),
  constraint opening_check2 CHECK (((second <> person) AND (second <> asked_by))),
  constraint opening_check3 CHECK (((answer IS NULL) = (answered_at IS NULL))),
  constraint opening_check4 CHECK (((NOT (answer IS DISTINCT FROM 'agreed'::text)) = (closes_on IS NOT NULL))),
  constraint opening_check5 CHECK (((answer IS DISTINCT FROM 'refused'::text) OR (reason IS NOT NULL))),
  constraint opening_reason_check CHECK ((btrim(reason) <> ''::text))
);
alter table privacy.opening force row level security;
create policy opening_answer on privacy.opening for update to {{app}}
  using ((second = ( SELECT (access.actor()).person AS person)))
  with check ((second = ( SELECT (access.actor()).person AS person)));
create policy opening_ask on privacy.opening for insert to {{app}}
  with check (((asked_by = ( SELECT (access.actor()).person AS person)) AND (organisation = ( SELECT (access.actor()).organisation AS organisation)) AND (asked_at = ( SELECT (access.actor()).at AS at))));
create policy opening_owner on privacy.opening for all to {{owner}}
  using (true)
  with check (true);
create policy opening_see on privacy.opening for select to {{app}}
  using ((((( SELECT (access.actor()).person AS person) = person) OR (( SELECT (access.actor()).person AS person) = asked_by)) OR (( SELECT (access.actor()).person AS person) = second)));
create policy opening_worker on privacy.opening for select to {{worker}}
  using (true);
CREATE TRIGGER opening_guard BEFORE INSERT OR UPDATE ON privacy.opening FOR EACH ROW EXECUTE FUNCTION privacy.guard_opening();
grant select on privacy.opening to {{app}};
grant select on privacy.opening to {{backup}};
grant select on privacy.opening to {{worker}};
grant insert (asked_at, asked_by, cause, from_day, id, organisation, person, second, until_day) on privacy.opening to {{app}};
grant update (answer, answered_at, closes_on, reason) on privacy.opening to {{app}};
comment on table privacy.opening is 'Asked by one, agreed by another, both for the organisation for which the person acts; open for seven days. No object with an address: only three people see it, and its journal rows stand at the organisation without naming anybody.';


create schema search;

CREATE OR REPLACE FUNCTION search.find(p_query text, p_kinds text[], p_most integer)
 RETURNS TABLE(id uuid, kind text, title text, owner uuid, body uuid, invented boolean, created timestamp with time zone, in_title boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
AS $function$
declare a access.actor := access.actor(); q tsquery := search.query(p_query);
begin
  if q is null then return; end if;
  return query
  select o.id, o.kind, o.title, o.owner, o.body, o.invented, o.created, e.title @@ q
    from search.entry e join kit.object o on o.id = e.object
   where e.words @@ q and o.deleted_at is null and (p_kinds is null or o.kind = any (p_kinds))
     and access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, o.purpose, a)
   order by ts_rank('{0.05, 0.2, 0.4, 1}', e.words, q) desc, o.created desc limit least(p_most, 100);
end $function$;

CREATE OR REPLACE FUNCTION search.fold(p_text text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
RETURN translate(regexp_replace(replace(replace(replace(lower((p_text COLLATE kit.german)), 'ß'::text, 'ss'::text), 'ae'::text, 'a'::text), 'oe'::text, 'o'::text), '(?<![aeq])ue'::text, 'u'::text, 'g'::text), 'äöüáàâãåéèêëíìîïóòôõúùûñçčćšžł'::text, 'aouaaaaaeeeeiiiioooouuuncccszl'::text);

CREATE OR REPLACE FUNCTION search.follow_title()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into search.entry (object, title) values (new.id, search.words(new.title, 'A', 'C'))
  on conflict (object) do update set title = excluded.title;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION search.forget()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update search.entry set text = '', title = '' where object = new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION search.put(p_object uuid, p_text text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor();
begin
  if session_user not in ('{{worker}}', '{{owner}}') and not exists (
    select from kit.object o where o.id = p_object and (access.changes(o.owner, o.body, o.author, o.audience, a) or o.author = a.person)) then
    raise exception 'only who may change an object says what it is found by' using errcode = 'NA403';
  end if;
  update search.entry set text = search.words(p_text, 'B', 'D') where object = p_object;
end $function$;

CREATE OR REPLACE FUNCTION search.query(p_query text)
 RETURNS tsquery
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
RETURN (SELECT (string_agg((('('::text || p.parts) || ')'::text), ' & '::text))::tsquery AS string_agg FROM ((SELECT DISTINCT search.fold(m.m[1]) AS word, search.fold((ts_lexize('german_stem'::regdictionary, m.m[1]))[1]) AS stem FROM regexp_matches("left"(lower((query.p_query COLLATE kit.german)), 200), '[[:alnum:]]+'::text, 'g'::text) m(m)) t CROSS JOIN LATERAL (SELECT string_agg(DISTINCT (quote_literal((mark.mark || part.part)) || ':*'::text), ' | '::text) AS parts FROM unnest(ARRAY[''::text, '~'::text]) mark(mark), unnest(ARRAY[t.word, t.stem]) part(part) WHERE (length(part.part) >= CASE WHEN (mark.mark = ''::text) THEN 2 ELSE 4 END)) p) WHERE ((t.stem IS NOT NULL) AND (p.parts IS NOT NULL)));

CREATE OR REPLACE FUNCTION search.say(p_object uuid, p_text text)
 RETURNS void
 LANGUAGE sql
 SET search_path TO ''
AS $function$
  update search.entry set text = search.words(p_text, 'B', 'D') where object = p_object
$function$;

CREATE OR REPLACE FUNCTION search.words(p_text text, p_whole text, p_part text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
RETURN (SELECT (COALESCE(string_agg(DISTINCT ((quote_literal(l.lexeme) || ':1'::text) || l.weight), ' '::text), ''::text))::tsvector AS "coalesce" FROM ((SELECT DISTINCT "left"(m.m[1], 60) AS word FROM regexp_matches("left"(search.fold(words.p_text), 20000), '[[:alnum:]]+'::text, 'g'::text) m(m)) w CROSS JOIN LATERAL (SELECT w.word AS lexeme, words.p_whole AS weight UNION ALL SELECT ('~'::text || substr(w.word, i.i)), words.p_part AS p_part FROM generate_series(3, (length(w.word) - 3)) i(i) WHERE (w.word !~ '^[0-9]'::text)) l));

create table search.entry (
  object uuid not null,
  title tsvector not null,
  text tsvector not null default ''::tsvector,
  words tsvector generated always as ((title || text)) stored,
  constraint entry_pkey PRIMARY KEY (object),
  constraint entry_object_fkey FOREIGN KEY (object) REFERENCES kit.object(id)
);
CREATE INDEX entry_words ON search.entry USING gin (words);
alter table search.entry force row level security;
create policy entry_owner on search.entry for all to {{owner}}
  using (true)
  with check (true);
comment on table search.entry is 'What an object is found by; no readable copy of its text. Written in the transaction that changes the object.';


create schema trail;

CREATE OR REPLACE FUNCTION trail.rests_on(p_object uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN ((NOT (EXISTS (SELECT FROM kit.object o WHERE ((o.id = rests_on.p_object) AND access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, o.purpose, access.actor()))))) OR (EXISTS (SELECT FROM trail.link l WHERE (((l.source = rests_on.p_object) OR (l.target = rests_on.p_object)) AND (l.withdrawn_at IS NULL)))) OR (EXISTS (SELECT FROM duties.fact f WHERE ((f.object = rests_on.p_object) OR (f.subject = rests_on.p_object)))) OR (EXISTS (SELECT FROM duties.duty d WHERE ((d.subject = rests_on.p_object) OR (d.because = rests_on.p_object)))) OR (EXISTS (SELECT FROM kit.object o WHERE (((o.owner = rests_on.p_object) OR (o.body = rests_on.p_object)) AND (o.id <> rests_on.p_object)))));

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
    cross join lateral (select access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, o.purpose, a) as seen) v
   where v.seen or s.n <> p_start;
end $function$;

CREATE OR REPLACE FUNCTION trail.walk(p_start uuid, p_depth integer)
 RETURNS TABLE(link uuid, link_kind text, source uuid, target uuid, source_edition integer, target_edition integer, at timestamp with time zone, person uuid, organisation uuid, mandate uuid, reason text, forwards boolean, depth integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 40
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor();
begin
  if not exists (select from kit.object o where o.id = p_start and access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, o.purpose, a)) then return; end if;
  return query
  with recursive ahead as (
      select l.*, 1 as d from trail.link l where l.source = p_start and l.withdrawn_at is null
      union select l.*, h.d + 1 from ahead h join trail.link l on l.source = h.target and l.withdrawn_at is null where h.d < least(p_depth, 12)),
    behind as (
      select l.*, 1 as d from trail.link l where l.target = p_start and l.withdrawn_at is null
      union select l.*, h.d + 1 from behind h join trail.link l on l.target = h.source and l.withdrawn_at is null where h.d < least(p_depth, 12))
  select x.id, x.kind, x.source, x.target, x.source_edition, x.target_edition, x.at,
         case when v.seen then x.person end, case when v.seen then x.organisation end, case when v.seen then x.mandate end,
         case when v.seen then x.reason end, x.fw, min(x.d)
    from (select *, true as fw from ahead union all select *, false from behind) x
    cross join lateral (select bool_and(access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, o.purpose, a)) as seen
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
  with check (((person = ( SELECT (access.actor()).person AS person)) AND (organisation = ( SELECT (access.actor()).organisation AS organisation)) AND (at = ( SELECT (access.actor()).at AS at)) AND (withdrawn_at IS NULL) AND ((mandate IS NULL) OR (mandate = ANY (( SELECT (access.actor()).mandates AS mandates)::uuid[]))) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = link.source))) AND (((kind = 'setAside'::text) AND (target = ( SELECT (access.actor()).organisation AS organisation))) OR (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = link.target) AND access.changes(o.owner, o.body, o.author, o.audience, ( SELECT access.actor() AS actor))))))));
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
  with check (((withdrawn_at = ( SELECT (access.actor()).at AS at)) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = link.target) AND access.changes(o.owner, o.body, o.author, o.audience, ( SELECT access.actor() AS actor)))))));
create policy link_worker on trail.link for select to {{worker}}
  using (true);
grant insert, select on trail.link to {{app}};
grant select on trail.link to {{worker}};
grant update (withdrawn_at) on trail.link to {{app}};


create schema actors;

create view actors.contact_today as
 SELECT c.id,
    c.organisation,
        CASE
            WHEN p.acts THEN c.person
            ELSE c.deputy
        END AS person,
        CASE
            WHEN p.acts AND d.acts THEN c.deputy
            ELSE NULL::uuid
        END AS deputy,
    NOT p.acts AS handed_over,
        CASE
            WHEN p.acts THEN c.email
            ELSE c.deputy_email
        END AS email,
        CASE
            WHEN p.acts THEN c.phone
            ELSE c.deputy_phone
        END AS phone,
        CASE
            WHEN p.acts AND d.acts THEN c.deputy_email
            ELSE NULL::text
        END AS deputy_email,
        CASE
            WHEN p.acts AND d.acts THEN c.deputy_phone
            ELSE NULL::text
        END AS deputy_phone,
    c.hours,
    c.reply_days,
    c.confirm_months,
    c.audience,
    c.confirmed_on,
    c.named_on
   FROM actors.contact c
     CROSS JOIN LATERAL ( SELECT actors.acts(c.person, c.organisation) AS acts) p
     CROSS JOIN LATERAL ( SELECT actors.acts(c.deputy, c.organisation) AS acts) d
  WHERE c.superseded_at IS NULL AND (p.acts OR d.acts);

CREATE OR REPLACE FUNCTION actors.acts(p_person uuid, p_organisation uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
RETURN (EXISTS (SELECT FROM access.mandate m WHERE ((m.person = acts.p_person) AND (m.organisation = acts.p_organisation) AND (m.superseded_at IS NULL) AND (m.from_day <= clock.today()) AND ((m.until_day IS NULL) OR (clock.today() < m.until_day)))));

CREATE OR REPLACE FUNCTION actors.ask_contact(p_organisation uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION actors.confirm_contact(p_organisation uuid, p_stays boolean)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION actors.forget(p_person uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  delete from actors.contact where person = p_person;
  delete from actors.confirmation where person = p_person;
  delete from actors.position where person = p_person;
  delete from actors.import_draft where person = p_person;
$function$;

CREATE OR REPLACE FUNCTION actors.guard_confirmed()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if current_user = '{{app}}' and (new.origin <> 'named' or new.named_on > clock.today() or new.confirmed_on > clock.today()
       or new.confirmed_on is not null and new.person <> (access.actor()).person) then
    raise exception 'a contact is confirmed by the person itself' using errcode = 'NA403'; end if;
  if current_user = '{{app}}' and new.audience = 'public' and new.deputy is null then
    raise exception 'who is shown to everybody has a deputy' using errcode = 'NA400'; end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION actors.guard_contact()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare p uuid;
begin
  foreach p in array array_remove(array[new.person, new.deputy], null) loop
    if not exists (select from access.mandate m where m.person = p and m.organisation = new.organisation and m.superseded_at is null
        and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day)) then
      raise exception 'a contact acts for the organisation' using errcode = 'NA400';
    end if;
  end loop;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION actors.guard_recorded()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if old.superseded_at is not null or new.superseded_at is null then
    raise exception 'a closed record stays closed' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION actors.guard_signing()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if session_user not in ('{{worker}}', '{{owner}}') and new.signing is distinct from (case tg_op when 'UPDATE' then old.signing else 'single' end)
     and not access.holds(access.actor(), '{admin}', new.id)
     and exists (select from access.mandate m where m.organisation = new.id and m.body is null) then
    raise exception 'how an organisation signs is said by its administration' using errcode = 'NA403'; end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION actors.heads(p_organisation uuid, p_day date)
 RETURNS TABLE(person uuid, from_day date, until_day date)
 LANGUAGE sql
 STABLE
 SET search_path TO ''
BEGIN ATOMIC
 SELECT m.person,
     min(m.from_day) AS min,
         CASE
             WHEN bool_or((m.until_day IS NULL)) THEN NULL::date
             ELSE max(m.until_day)
         END AS max
    FROM access.mandate m
   WHERE ((m.organisation = heads.p_organisation) AND (m.body IS NULL) AND (m.role = 'head'::text) AND (m.superseded_at IS NULL) AND (m.from_day <= heads.p_day) AND ((m.until_day IS NULL) OR (heads.p_day < m.until_day)))
   GROUP BY m.person;
END;

CREATE OR REPLACE FUNCTION actors.just_closed(p_organisation uuid, p_parent uuid, p_kind text, p_from date)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (EXISTS (SELECT FROM actors.membership m WHERE ((m.organisation = just_closed.p_organisation) AND (m.parent = just_closed.p_parent) AND (m.kind = just_closed.p_kind) AND (NOT (m.valid_from IS DISTINCT FROM just_closed.p_from)) AND (m.superseded_at = clock.now()))));

CREATE OR REPLACE FUNCTION actors.keeps(p_task uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor();
begin
  return exists (select from kit.object o where o.id = p_task and o.kind = 'task' and o.deleted_at is null and access.holds(a, '{admin,head,planner}', o.owner));
end $function$;

CREATE OR REPLACE FUNCTION actors.look_at_contact(p_token text)
 RETURNS TABLE(organisation text, person text, deputy text, email text, phone text, hours text, reply_days smallint, audience text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT o.title,
     p.title,
     d.title,
     c.email,
     c.phone,
     c.hours,
     c.reply_days,
     c.audience
    FROM ((((actors.confirmation f
      JOIN actors.contact c ON (((c.id = f.contact) AND (c.superseded_at IS NULL) AND (c.person = f.person))))
      JOIN kit.object o ON (((o.id = c.organisation) AND (o.deleted_at IS NULL))))
      JOIN kit.object p ON ((p.id = c.person)))
      LEFT JOIN kit.object d ON ((d.id = c.deputy)))
   WHERE ((f.digest = sha256(convert_to(look_at_contact.p_token, 'UTF8'::name))) AND (f.used_at IS NULL) AND (f.expires > clock.now()));
END;

CREATE OR REPLACE FUNCTION actors.may_describe(p_organisation uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION actors.may_relate(p_organisation uuid, p_target uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (actors.may_describe(p_organisation) OR ((p_target IS NOT NULL) AND actors.may_describe(p_target)));

CREATE OR REPLACE FUNCTION actors.name_on(p_organisation uuid, p_day date)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO ''
RETURN COALESCE((SELECT n.name FROM actors.name n WHERE ((n.organisation = name_on.p_organisation) AND (n.superseded_at IS NULL) AND ((n.valid_from IS NULL) OR (n.valid_from <= name_on.p_day)) AND ((n.valid_until IS NULL) OR (name_on.p_day < n.valid_until))) ORDER BY n.valid_from DESC NULLS LAST LIMIT 1), (SELECT o.title FROM kit.object o WHERE (o.id = name_on.p_organisation)));

CREATE OR REPLACE FUNCTION actors.open_contact_link(p_token text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION actors.public_contact(p_organisation uuid)
 RETURNS TABLE(person text, deputy text, email text, phone text, hours text, reply_days smallint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT p.title,
     d.title,
     t.email,
     t.phone,
     t.hours,
     t.reply_days
    FROM ((actors.contact_today t
      JOIN kit.object p ON ((p.id = t.person)))
      LEFT JOIN kit.object d ON ((d.id = t.deputy)))
   WHERE ((t.organisation = public_contact.p_organisation) AND (t.audience = 'public'::text) AND (t.confirmed_on IS NOT NULL));
END;

CREATE OR REPLACE FUNCTION actors.represented(p_organisation uuid, p_day date)
 RETURNS TABLE(organisation uuid, via uuid, kind text, depth integer, valid_from date, valid_until date)
 LANGUAGE sql
 STABLE
 SET search_path TO ''
BEGIN ATOMIC
 WITH RECURSIVE below(organisation, via, kind, depth, valid_from, valid_until, path) AS (
          SELECT m.organisation,
             m.parent,
             m.kind,
             1 AS "?column?",
             m.valid_from,
             m.valid_until,
             ARRAY[represented.p_organisation, m.organisation] AS "array"
            FROM actors.membership m
           WHERE ((m.parent = represented.p_organisation) AND (m.superseded_at IS NULL) AND ((m.valid_from IS NULL) OR (m.valid_from <= represented.p_day)) AND ((m.valid_until IS NULL) OR (represented.p_day < m.valid_until)))
         UNION ALL
          SELECT m.organisation,
             m.parent,
             m.kind,
             (b_1.depth + 1),
             m.valid_from,
             m.valid_until,
             (b_1.path || m.organisation)
            FROM (below b_1
              JOIN actors.membership m ON ((m.parent = b_1.organisation)))
           WHERE ((m.superseded_at IS NULL) AND ((m.valid_from IS NULL) OR (m.valid_from <= represented.p_day)) AND ((m.valid_until IS NULL) OR (represented.p_day < m.valid_until)) AND (NOT (m.organisation = ANY (b_1.path))) AND (b_1.depth < 6))
         )
  SELECT DISTINCT ON (b.organisation) b.organisation,
     b.via,
     b.kind,
     b.depth,
     b.valid_from,
     b.valid_until
    FROM below b
   WHERE (NOT (EXISTS ( SELECT
            FROM actors.organisation o
           WHERE ((o.id = b.organisation) AND (o.dissolved_on <= represented.p_day)))))
   ORDER BY b.organisation, b.depth;
END;

CREATE OR REPLACE FUNCTION actors.signing(p_organisation uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO ''
RETURN COALESCE((SELECT o.signing FROM actors.organisation o WHERE (o.id = signing.p_organisation)), 'single'::text);

create table actors.competence (
  id uuid not null,
  organisation uuid not null,
  area_key text not null,
  area_name text,
  valid_from date,
  valid_until date,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  constraint competence_pkey PRIMARY KEY (id),
  constraint competence_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint competence_area_key_check CHECK (((area_key = 'DG'::text) OR (area_key ~ '^(0[1-9]|1[0-6])(\d|\d{3}|\d{6})?$'::text))),
  constraint competence_area_name_check CHECK ((btrim(area_name) <> ''::text)),
  constraint competence_check CHECK ((valid_until > valid_from))
);
CREATE INDEX competence_area ON actors.competence USING btree (area_key) WHERE (superseded_at IS NULL);
CREATE UNIQUE INDEX competence_once ON actors.competence USING btree (organisation, area_key, COALESCE(valid_from, '-infinity'::date)) WHERE (superseded_at IS NULL);
alter table actors.competence force row level security;
create policy competence_change on actors.competence for update to {{app}}
  using (actors.may_describe(organisation))
  with check (actors.may_describe(organisation));
create policy competence_make on actors.competence for insert to {{app}}
  with check (actors.may_describe(organisation));
create policy competence_owner on actors.competence for all to {{owner}}
  using (true)
  with check (true);
create policy competence_see on actors.competence for select to {{app}}
  using (( SELECT true
   FROM kit.object o
  WHERE (o.id = competence.organisation)));
create policy competence_worker on actors.competence for select to {{worker}}
  using (true);
CREATE TRIGGER competence_recorded BEFORE UPDATE ON actors.competence FOR EACH ROW EXECUTE FUNCTION actors.guard_recorded();
grant insert, select on actors.competence to {{app}};
grant select on actors.competence to {{backup}};
grant select on actors.competence to {{worker}};
grant update (superseded_at) on actors.competence to {{app}};
comment on table actors.competence is 'An area in which an organisation works, from day to day; it may have several, and they are not those of the bodies to which it belongs.';

create table actors.confirmation (
  digest bytea not null,
  contact uuid not null,
  person uuid not null,
  created timestamp with time zone not null,
  expires timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint confirmation_pkey PRIMARY KEY (digest),
  constraint confirmation_contact_fkey FOREIGN KEY (contact) REFERENCES actors.contact(id) ON DELETE CASCADE,
  constraint confirmation_person_fkey FOREIGN KEY (person) REFERENCES kit.object(id)
);
CREATE INDEX confirmation_contact ON actors.confirmation USING btree (contact);
alter table actors.confirmation force row level security;
create policy confirmation_owner on actors.confirmation for all to {{owner}}
  using (true)
  with check (true);
create policy confirmation_worker on actors.confirmation for all to {{worker}}
  using (true);
grant select on actors.confirmation to {{backup}};
grant delete on actors.confirmation to {{worker}};
grant select (contact, created, digest, expires) on actors.confirmation to {{worker}};
comment on table actors.confirmation is 'A mailed link with which a contact confirms itself once; only its hash is kept.';

create table actors.contact (
  id uuid not null,
  organisation uuid not null,
  person uuid not null,
  deputy uuid,
  email text,
  phone text,
  audience text not null,
  confirmed_on date,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  deputy_email text,
  deputy_phone text,
  hours text,
  reply_days smallint,
  confirm_months smallint not null default 6,
  origin text not null default 'named'::text,
  named_on date not null default clock.today(),
  constraint contact_pkey PRIMARY KEY (id),
  constraint contact_deputy_fkey FOREIGN KEY (deputy) REFERENCES kit.object(id),
  constraint contact_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint contact_person_fkey FOREIGN KEY (person) REFERENCES kit.object(id),
  constraint contact_audience_check CHECK ((audience = ANY (ARRAY['members'::text, 'public'::text]))),
  constraint contact_check CHECK ((deputy <> person)),
  constraint contact_confirm_months_check CHECK (((confirm_months >= 1) AND (confirm_months <= 24))),
  constraint contact_deputy_email_check CHECK ((deputy_email ~~ '%_@_%'::text)),
  constraint contact_deputy_phone_check CHECK ((btrim(deputy_phone) <> ''::text)),
  constraint contact_email_check CHECK ((email ~~ '%_@_%'::text)),
  constraint contact_hours_check CHECK ((btrim(hours) <> ''::text)),
  constraint contact_origin_check CHECK ((origin = ANY (ARRAY['named'::text, 'confirmed'::text, 'handedOver'::text]))),
  constraint contact_phone_check CHECK ((btrim(phone) <> ''::text)),
  constraint contact_reply_days_check CHECK (((reply_days >= 1) AND (reply_days <= 60)))
);
CREATE UNIQUE INDEX contact_one ON actors.contact USING btree (organisation) WHERE (superseded_at IS NULL);
alter table actors.contact force row level security;
create policy contact_change on actors.contact for update to {{app}}
  using (actors.may_describe(organisation))
  with check (actors.may_describe(organisation));
create policy contact_make on actors.contact for insert to {{app}}
  with check (actors.may_describe(organisation));
create policy contact_owner on actors.contact for all to {{owner}}
  using (true)
  with check (true);
create policy contact_see on actors.contact for select to {{app}}
  using ((( SELECT true
   FROM kit.object o
  WHERE (o.id = contact.organisation)) AND ((audience = 'public'::text) OR (( SELECT (access.actor()).organisation AS organisation) IS NOT NULL))));
create policy contact_worker on actors.contact for select to {{worker}}
  using (true);
create policy contact_worker_close on actors.contact for update to {{worker}}
  using (true)
  with check ((superseded_at IS NOT NULL));
create policy contact_worker_make on actors.contact for insert to {{worker}}
  with check ((origin = 'handedOver'::text));
CREATE TRIGGER contact_guard BEFORE INSERT ON actors.contact FOR EACH ROW EXECUTE FUNCTION actors.guard_contact();
CREATE TRIGGER contact_honest BEFORE INSERT ON actors.contact FOR EACH ROW EXECUTE FUNCTION actors.guard_confirmed();
CREATE TRIGGER contact_recorded BEFORE UPDATE ON actors.contact FOR EACH ROW EXECUTE FUNCTION actors.guard_recorded();
grant insert, select on actors.contact to {{app}};
grant select on actors.contact to {{backup}};
grant insert, select on actors.contact to {{worker}};
grant update (superseded_at) on actors.contact to {{app}};
grant update (superseded_at) on actors.contact to {{worker}};
comment on table actors.contact is 'Who answers for the organisation, with a deputy and the day on which that was confirmed.';
comment on column actors.contact.confirmed_on is 'The day on which the named person last said that it is right; null: not yet.';
comment on column actors.contact.reply_days is 'Within how many working days the organisation promises to answer. A promise of the organisation; nobody measures a person by it.';

create table actors.correction (
  id uuid not null,
  task uuid not null,
  entry uuid,
  organisation uuid not null,
  proposal jsonb,
  reason text not null,
  stated_on date not null,
  decision text,
  decided_on date,
  answer text,
  constraint correction_pkey PRIMARY KEY (id),
  constraint correction_entry_fkey FOREIGN KEY (entry) REFERENCES actors.responsibility(id),
  constraint correction_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint correction_task_fkey FOREIGN KEY (task) REFERENCES actors.task(id),
  constraint correction_check CHECK (((decision IS NULL) = (decided_on IS NULL))),
  constraint correction_decision_check CHECK ((decision = ANY (ARRAY['accepted'::text, 'declined'::text]))),
  constraint correction_reason_check CHECK ((btrim(reason) <> ''::text))
);
CREATE INDEX correction_task ON actors.correction USING btree (task);
alter table actors.correction force row level security;
create policy correction_answer on actors.correction for update to {{app}}
  using (((decision IS NULL) AND actors.keeps(task)))
  with check (((decision IS NOT NULL) AND (decided_on = ( SELECT (access.actor()).today AS today)) AND actors.keeps(task)));
create policy correction_make on actors.correction for insert to {{app}}
  with check (((organisation = ( SELECT (access.actor()).organisation AS organisation)) AND (stated_on = ( SELECT (access.actor()).today AS today)) AND (decision IS NULL) AND access.holds(( SELECT access.actor() AS actor), '{admin,head,planner,staff}'::text[], organisation) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = correction.task) AND (o.kind = 'task'::text))))));
create policy correction_owner on actors.correction for all to {{owner}}
  using (true)
  with check (true);
create policy correction_see on actors.correction for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = correction.task))));
create policy correction_worker on actors.correction for select to {{worker}}
  using (true);
grant insert, select on actors.correction to {{app}};
grant select on actors.correction to {{backup}};
grant select on actors.correction to {{worker}};
grant update (answer, decided_on, decision) on actors.correction to {{app}};
comment on column actors.correction.proposal is 'The entry as it should be; null: the named entry should go.';

create table actors.guarantee (
  id uuid not null,
  task uuid not null,
  organisation uuid not null,
  area_key text,
  since date not null,
  ended_on date,
  constraint guarantee_pkey PRIMARY KEY (id),
  constraint guarantee_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint guarantee_task_fkey FOREIGN KEY (task) REFERENCES actors.task(id),
  constraint guarantee_area_key_check CHECK ((area_key ~ '^(0[1-9]|1[0-6])(\d|\d{3})?$'::text)),
  constraint guarantee_check CHECK ((ended_on > since))
);
CREATE UNIQUE INDEX guarantee_once ON actors.guarantee USING btree (task, organisation) WHERE (ended_on IS NULL);
alter table actors.guarantee force row level security;
create policy guarantee_end on actors.guarantee for update to {{app}}
  using (((ended_on IS NULL) AND access.holds(( SELECT access.actor() AS actor), '{admin,head,planner}'::text[], organisation)))
  with check (access.holds(( SELECT access.actor() AS actor), '{admin,head,planner}'::text[], organisation));
create policy guarantee_make on actors.guarantee for insert to {{app}}
  with check (((organisation = ( SELECT (access.actor()).organisation AS organisation)) AND (ended_on IS NULL) AND access.holds(( SELECT access.actor() AS actor), '{admin,head,planner}'::text[], organisation) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = guarantee.task) AND (o.kind = 'task'::text))))));
create policy guarantee_owner on actors.guarantee for all to {{owner}}
  using (true)
  with check (true);
create policy guarantee_see on actors.guarantee for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = guarantee.task))));
create policy guarantee_worker on actors.guarantee for select to {{worker}}
  using (true);
grant insert, select on actors.guarantee to {{app}};
grant select on actors.guarantee to {{backup}};
grant select on actors.guarantee to {{worker}};
grant update (ended_on) on actors.guarantee to {{app}};
comment on table actors.guarantee is 'An organisation says of itself that it has to see to a task. Nobody says it of another.';

create table actors.import_draft (
  id uuid not null,
  person uuid not null,
  organisation uuid not null,
  file_name text not null,
  content jsonb not null,
  created timestamp with time zone not null,
  constraint import_draft_pkey PRIMARY KEY (id),
  constraint import_draft_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint import_draft_person_fkey FOREIGN KEY (person) REFERENCES kit.object(id)
);
CREATE INDEX import_draft_person ON actors.import_draft USING btree (person);
alter table actors.import_draft force row level security;
create policy import_draft_own on actors.import_draft for all to {{app}}
  using (((person = ( SELECT (access.actor()).person AS person)) AND (organisation = ( SELECT (access.actor()).organisation AS organisation))))
  with check (((person = ( SELECT (access.actor()).person AS person)) AND (organisation = ( SELECT (access.actor()).organisation AS organisation)) AND access.holds(( SELECT access.actor() AS actor), '{admin,planner}'::text[], organisation)));
create policy import_draft_owner on actors.import_draft for all to {{owner}}
  using (true)
  with check (true);
create policy import_draft_worker on actors.import_draft for all to {{worker}}
  using (true);
grant delete, insert, select on actors.import_draft to {{app}};
grant select on actors.import_draft to {{backup}};
grant delete on actors.import_draft to {{worker}};
grant select (created, id) on actors.import_draft to {{worker}};
comment on table actors.import_draft is 'A list that was read and shown, not yet entered. Goes after a week.';

create table actors.membership (
  id uuid not null,
  organisation uuid not null,
  parent uuid not null,
  kind text not null,
  valid_from date,
  valid_until date,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  constraint membership_pkey PRIMARY KEY (id),
  constraint membership_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint membership_parent_fkey FOREIGN KEY (parent) REFERENCES kit.object(id),
  constraint membership_check CHECK ((parent <> organisation)),
  constraint membership_check1 CHECK ((valid_until > valid_from)),
  constraint membership_kind_check CHECK ((kind = ANY (ARRAY['unit'::text, 'member'::text])))
);
CREATE UNIQUE INDEX membership_once ON actors.membership USING btree (organisation, parent, COALESCE(valid_from, '-infinity'::date)) WHERE (superseded_at IS NULL);
CREATE INDEX membership_parent ON actors.membership USING btree (parent) WHERE (superseded_at IS NULL);
alter table actors.membership force row level security;
create policy membership_change on actors.membership for update to {{app}}
  using ((actors.may_describe(organisation) OR actors.may_describe(parent)))
  with check ((actors.may_describe(organisation) OR actors.may_describe(parent)));
create policy membership_end on actors.membership for insert to {{app}}
  with check ((actors.may_describe(parent) AND (valid_until IS NOT NULL) AND actors.just_closed(organisation, parent, kind, valid_from)));
create policy membership_make on actors.membership for insert to {{app}}
  with check ((actors.may_describe(organisation) AND ((kind = 'member'::text) OR actors.may_describe(parent))));
create policy membership_owner on actors.membership for all to {{owner}}
  using (true)
  with check (true);
create policy membership_see on actors.membership for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = membership.organisation))));
create policy membership_worker on actors.membership for select to {{worker}}
  using (true);
CREATE TRIGGER membership_recorded BEFORE UPDATE ON actors.membership FOR EACH ROW EXECUTE FUNCTION actors.guard_recorded();
grant insert, select on actors.membership to {{app}};
grant select on actors.membership to {{backup}};
grant select on actors.membership to {{worker}};
grant update (superseded_at) on actors.membership to {{app}};
comment on table actors.membership is 'unit: a department of the parent; member: an organisation of its own that belongs to the parent.';

create table actors.name (
  id uuid not null,
  organisation uuid not null,
  name text not null,
  valid_from date,
  valid_until date,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  constraint name_pkey PRIMARY KEY (id),
  constraint name_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint name_check CHECK ((valid_until > valid_from)),
  constraint name_name_check CHECK ((btrim(name) <> ''::text))
);
CREATE UNIQUE INDEX name_once ON actors.name USING btree (organisation, COALESCE(valid_from, '-infinity'::date)) WHERE (superseded_at IS NULL);
alter table actors.name force row level security;
create policy name_change on actors.name for update to {{app}}
  using (actors.may_describe(organisation))
  with check (actors.may_describe(organisation));
create policy name_make on actors.name for insert to {{app}}
  with check (actors.may_describe(organisation));
create policy name_owner on actors.name for all to {{owner}}
  using (true)
  with check (true);
create policy name_see on actors.name for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = name.organisation))));
create policy name_worker on actors.name for select to {{worker}}
  using (true);
CREATE TRIGGER name_recorded BEFORE UPDATE ON actors.name FOR EACH ROW EXECUTE FUNCTION actors.guard_recorded();
grant insert, select on actors.name to {{app}};
grant select on actors.name to {{backup}};
grant select on actors.name to {{worker}};
grant update (superseded_at) on actors.name to {{app}};
comment on column actors.name.valid_from is 'Null: always so far.';

create table actors.organisation (
  id uuid not null,
  kind text not null,
  side text not null,
  legal_form text,
  short_name text,
  area_key text,
  privacy_law text not null,
  website text,
  example boolean not null default false,
  level text,
  disciplines text[] not null default '{}'::text[],
  signing text not null default 'single'::text,
  dissolved_on date,
  dissolved_because text,
  constraint organisation_pkey PRIMARY KEY (id),
  constraint organisation_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id),
  constraint organisation_area_key_check CHECK ((area_key ~ '^(0[1-9]|1[0-6])\d{3}(\d{3})?$'::text)),
  constraint organisation_disciplines_check CHECK ((disciplines <@ '{youth,social,work,health,care,disability,education,migration,housing,age,family,addiction,safety}'::text[])),
  constraint organisation_dissolved CHECK (((dissolved_on IS NULL) = (dissolved_because IS NULL))),
  constraint organisation_dissolved_because_check CHECK ((btrim(dissolved_because) <> ''::text)),
  constraint organisation_kind_check CHECK ((kind = ANY (ARRAY['county'::text, 'city'::text, 'municipality'::text, 'district'::text, 'authority'::text, 'association'::text, 'provider'::text, 'unit'::text, 'initiative'::text, 'other'::text, 'jobcentreJoint'::text, 'jobcentreMunicipal'::text, 'employmentAgency'::text, 'school'::text, 'church'::text, 'police'::text, 'justice'::text, 'health'::text, 'insurer'::text, 'company'::text, 'freelancer'::text, 'selfHelp'::text]))),
  constraint organisation_legal_form_check CHECK ((btrim(legal_form) <> ''::text)),
  constraint organisation_level_check CHECK ((level = ANY (ARRAY['federal'::text, 'state'::text, 'supralocal'::text, 'local'::text, 'municipal'::text]))),
  constraint organisation_privacy_law_check CHECK ((privacy_law = ANY (ARRAY['DSGVO'::text, 'KDG'::text, 'DSG-EKD'::text]))),
  constraint organisation_short_name_check CHECK ((btrim(short_name) <> ''::text)),
  constraint organisation_side_check CHECK ((side = ANY (ARRAY['public'::text, 'free'::text, 'other'::text]))),
  constraint organisation_signing_check CHECK ((signing = ANY (ARRAY['single'::text, 'joint'::text]))),
  constraint organisation_website_check CHECK ((website ~ '^https?://'::text))
);
CREATE INDEX organisation_area ON actors.organisation USING btree (area_key) WHERE (area_key IS NOT NULL);
CREATE INDEX organisation_kind ON actors.organisation USING btree (kind);
alter table actors.organisation force row level security;
create policy organisation_change on actors.organisation for update to {{app}}
  using (actors.may_describe(id))
  with check (actors.may_describe(id));
create policy organisation_make on actors.organisation for insert to {{app}}
  with check (actors.may_describe(id));
create policy organisation_owner on actors.organisation for all to {{owner}}
  using (true)
  with check (true);
create policy organisation_see on actors.organisation for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = organisation.id))));
create policy organisation_worker on actors.organisation for select to {{worker}}
  using (true);
CREATE TRIGGER organisation_signing BEFORE INSERT OR UPDATE ON actors.organisation FOR EACH ROW EXECUTE FUNCTION actors.guard_signing();
grant insert, select on actors.organisation to {{app}};
grant select on actors.organisation to {{backup}};
grant select on actors.organisation to {{worker}};
grant update (area_key, disciplines, dissolved_because, dissolved_on, example, kind, legal_form, level, privacy_law, short_name, side, signing, website) on actors.organisation to {{app}};
comment on table actors.organisation is 'What is said about an organisation besides its title; the one of the first set-up has no row until somebody fills it in.';
comment on column actors.organisation.side is 'Public or free side: a field of its own, because the legal form does not tell (a public provider may be a GmbH).';
comment on column actors.organisation.area_key is 'The county or city for which it is competent; a Bezirk is a corporation and has none.';
comment on column actors.organisation.example is 'Made up for examples; its name says "(Beispiel)".';
comment on column actors.organisation.level is 'Bund, Land, überörtlich, örtlich, Gemeinde; null where the question makes no sense.';
comment on column actors.organisation.disciplines is 'What it works on, from a fixed list: so that one can see which discipline is missing.';
comment on column actors.organisation.signing is 'joint: its heads have equal rank and only sign together.';
comment on column actors.organisation.dissolved_on is 'The first day on which it is no more; its history stays.';

create table actors.position (
  id uuid not null,
  person uuid not null,
  organisation uuid not null,
  unit uuid,
  title text not null,
  discipline text,
  valid_from date not null,
  valid_until date,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  constraint position_pkey PRIMARY KEY (id),
  constraint position_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint position_person_fkey FOREIGN KEY (person) REFERENCES kit.object(id),
  constraint position_unit_fkey FOREIGN KEY (unit) REFERENCES kit.object(id),
  constraint position_check CHECK ((unit <> organisation)),
  constraint position_check1 CHECK ((valid_until > valid_from)),
  constraint position_discipline_check CHECK ((discipline = ANY ('{youth,social,work,health,care,disability,education,migration,housing,age,family,addiction,safety}'::text[]))),
  constraint position_title_check CHECK ((btrim(title) <> ''::text))
);
CREATE INDEX position_organisation ON actors."position" USING btree (organisation) WHERE (superseded_at IS NULL);
CREATE INDEX position_person ON actors."position" USING btree (person) WHERE (superseded_at IS NULL);
alter table actors.position force row level security;
create policy position_change on actors.position for update to {{app}}
  using (access.holds(( SELECT access.actor() AS actor), '{admin}'::text[], organisation))
  with check (access.holds(( SELECT access.actor() AS actor), '{admin}'::text[], organisation));
create policy position_make on actors.position for insert to {{app}}
  with check ((access.holds(( SELECT access.actor() AS actor), '{admin}'::text[], organisation) AND (EXISTS ( SELECT
   FROM kit.object p
  WHERE ((p.id = "position".person) AND (p.kind = 'person'::text)))) AND ((unit IS NULL) OR actors.may_describe(unit))));
create policy position_owner on actors.position for all to {{owner}}
  using (true)
  with check (true);
create policy position_see on actors.position for select to {{app}}
  using (((person = ( SELECT (access.actor()).person AS person)) OR access.holds(( SELECT access.actor() AS actor), '{admin}'::text[], organisation)));
CREATE TRIGGER position_recorded BEFORE UPDATE ON actors."position" FOR EACH ROW EXECUTE FUNCTION actors.guard_recorded();
grant insert, select on actors.position to {{app}};
grant select on actors.position to {{backup}};
grant update (superseded_at) on actors.position to {{app}};
comment on table actors.position is 'What somebody does in an organisation, in which discipline, from when until when. It gives no right; that is what mandates are for.';

create table actors.provision (
  id uuid not null,
  guarantee uuid not null,
  organisation uuid,
  name text not null,
  valid_from date not null,
  valid_until date,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  constraint provision_pkey PRIMARY KEY (id),
  constraint provision_guarantee_fkey FOREIGN KEY (guarantee) REFERENCES actors.guarantee(id),
  constraint provision_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint provision_check CHECK ((valid_until > valid_from)),
  constraint provision_name_check CHECK ((btrim(name) <> ''::text))
);
CREATE INDEX provision_guarantee ON actors.provision USING btree (guarantee) WHERE (superseded_at IS NULL);
alter table actors.provision force row level security;
create policy provision_change on actors.provision for update to {{app}}
  using ((EXISTS ( SELECT
   FROM actors.guarantee g
  WHERE ((g.id = provision.guarantee) AND access.holds(( SELECT access.actor() AS actor), '{admin,head,planner}'::text[], g.organisation)))))
  with check ((EXISTS ( SELECT
   FROM actors.guarantee g
  WHERE ((g.id = provision.guarantee) AND access.holds(( SELECT access.actor() AS actor), '{admin,head,planner}'::text[], g.organisation)))));
create policy provision_make on actors.provision for insert to {{app}}
  with check ((EXISTS ( SELECT
   FROM actors.guarantee g
  WHERE ((g.id = provision.guarantee) AND access.holds(( SELECT access.actor() AS actor), '{admin,head,planner}'::text[], g.organisation)))));
create policy provision_owner on actors.provision for all to {{owner}}
  using (true)
  with check (true);
create policy provision_see on actors.provision for select to {{app}}
  using ((EXISTS ( SELECT
   FROM actors.guarantee g
  WHERE (g.id = provision.guarantee))));
create policy provision_worker on actors.provision for select to {{worker}}
  using (true);
CREATE TRIGGER provision_recorded BEFORE UPDATE ON actors.provision FOR EACH ROW EXECUTE FUNCTION actors.guard_recorded();
grant insert, select on actors.provision to {{app}};
grant select on actors.provision to {{backup}};
grant select on actors.provision to {{worker}};
grant update (superseded_at) on actors.provision to {{app}};
comment on table actors.provision is 'Who fulfils a guaranteed task, from a day until a day.';

create table actors.relation (
  id uuid not null,
  organisation uuid not null,
  target uuid,
  kind text not null,
  about text not null default ''::text,
  source text not null,
  stated_by uuid not null,
  stated_on date not null,
  valid_from date not null,
  valid_until date,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  field text,
  constraint relation_pkey PRIMARY KEY (id),
  constraint relation_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint relation_stated_by_fkey FOREIGN KEY (stated_by) REFERENCES kit.object(id),
  constraint relation_target_fkey FOREIGN KEY (target) REFERENCES kit.object(id),
  constraint relation_check CHECK ((target <> organisation)),
  constraint relation_check1 CHECK ((valid_until > valid_from)),
  constraint relation_check2 CHECK (((target IS NOT NULL) OR ((kind = 'influences'::text) AND (btrim(about) <> ''::text)))),
  constraint relation_field CHECK (((field IS NULL) OR (kind = 'influences'::text))),
  constraint relation_field_check CHECK ((field ~ '^[a-z][A-Za-z]*$'::text)),
  constraint relation_kind_check CHECK ((kind = ANY (ARRAY['cooperates'::text, 'refers'::text, 'funds'::text, 'commissions'::text, 'informs'::text, 'supervises'::text, 'influences'::text]))),
  constraint relation_source_check CHECK ((btrim(source) <> ''::text))
);
CREATE UNIQUE INDEX relation_once ON actors.relation USING btree (organisation, COALESCE(target, organisation), kind, about, valid_from) WHERE (superseded_at IS NULL);
CREATE INDEX relation_target ON actors.relation USING btree (target) WHERE (superseded_at IS NULL);
alter table actors.relation force row level security;
create policy relation_change on actors.relation for update to {{app}}
  using (actors.may_relate(organisation, target))
  with check (actors.may_relate(organisation, target));
create policy relation_make on actors.relation for insert to {{app}}
  with check ((actors.may_relate(organisation, target) AND (stated_by = ( SELECT (access.actor()).organisation AS organisation)) AND (stated_on = ( SELECT (access.actor()).today AS today)) AND (recorded_at = ( SELECT (access.actor()).at AS at)) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = relation.organisation) AND (o.kind = 'organisation'::text)))) AND ((target IS NULL) OR (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = relation.target) AND (o.kind = 'organisation'::text)))))));
create policy relation_owner on actors.relation for all to {{owner}}
  using (true)
  with check (true);
create policy relation_see on actors.relation for select to {{app}}
  using (((( SELECT (access.actor()).organisation AS organisation) IS NOT NULL) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = relation.organisation))) AND ((target IS NULL) OR (EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = relation.target))))));
create policy relation_worker on actors.relation for select to {{worker}}
  using (true);
CREATE TRIGGER relation_recorded BEFORE UPDATE ON actors.relation FOR EACH ROW EXECUTE FUNCTION actors.guard_recorded();
grant insert, select on actors.relation to {{app}};
grant select on actors.relation to {{backup}};
grant select on actors.relation to {{worker}};
grant update (superseded_at) on actors.relation to {{app}};
comment on table actors.relation is 'Stated by one of the two, for a time, with its source; what really happens (bodies, agreements, measures) is not stated but derived.';
comment on column actors.relation.target is 'The other organisation; none where somebody influences a process that belongs to nobody.';
comment on column actors.relation.about is 'What it is about: the field or the social process that is influenced.';
comment on column actors.relation.field is 'The field of the process that is influenced; only with an influence.';

create table actors.responsibility (
  id uuid not null,
  task uuid not null,
  role text not null,
  level text not null,
  bearer text not null,
  organisation uuid,
  jointly boolean not null default false,
  area_key text,
  valid_from date,
  valid_until date,
  basis text not null,
  source text not null,
  source_url text,
  checked_on date,
  note text not null default ''::text,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  constraint responsibility_pkey PRIMARY KEY (id),
  constraint responsibility_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint responsibility_task_fkey FOREIGN KEY (task) REFERENCES actors.task(id),
  constraint responsibility_area_key_check CHECK ((area_key ~ '^(0[1-9]|1[0-6])(\d|\d{3})?$'::text)),
  constraint responsibility_basis_check CHECK ((btrim(basis) <> ''::text)),
  constraint responsibility_bearer_check CHECK ((btrim(bearer) <> ''::text)),
  constraint responsibility_check CHECK ((valid_until > valid_from)),
  constraint responsibility_level_check CHECK ((level = ANY (ARRAY['municipal'::text, 'local'::text, 'regional'::text, 'land'::text, 'federal'::text, 'insurance'::text, 'free'::text]))),
  constraint responsibility_role_check CHECK ((role = ANY (ARRAY['plans'::text, 'grants'::text, 'pays'::text, 'provides'::text]))),
  constraint responsibility_source_check CHECK ((btrim(source) <> ''::text)),
  constraint responsibility_source_url_check CHECK ((source_url ~ '^https?://'::text))
);
CREATE INDEX responsibility_task ON actors.responsibility USING btree (task) WHERE (superseded_at IS NULL);
alter table actors.responsibility force row level security;
create policy responsibility_change on actors.responsibility for update to {{app}}
  using (actors.keeps(task))
  with check (actors.keeps(task));
create policy responsibility_make on actors.responsibility for insert to {{app}}
  with check (actors.keeps(task));
create policy responsibility_owner on actors.responsibility for all to {{owner}}
  using (true)
  with check (true);
create policy responsibility_see on actors.responsibility for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = responsibility.task))));
create policy responsibility_worker on actors.responsibility for select to {{worker}}
  using (true);
CREATE TRIGGER responsibility_recorded BEFORE UPDATE ON actors.responsibility FOR EACH ROW EXECUTE FUNCTION actors.guard_recorded();
grant insert, select on actors.responsibility to {{app}};
grant select on actors.responsibility to {{backup}};
grant select on actors.responsibility to {{worker}};
grant update (superseded_at) on actors.responsibility to {{app}};
comment on table actors.responsibility is 'Who bears a task in one role. The narrower area goes before the wider one; several at once only where they bear it jointly.';
comment on column actors.responsibility.area_key is 'Land (2 digits), Regierungsbezirk (3), county or city (5); null: all of Germany.';
comment on column actors.responsibility.checked_on is 'The day on which the entry was compared with its source; null: not verified.';

create table actors.succession (
  id uuid not null,
  predecessor uuid not null,
  successor uuid not null,
  day date not null,
  because text not null,
  recorded_at timestamp with time zone not null,
  constraint succession_pkey PRIMARY KEY (id),
  constraint succession_predecessor_fkey FOREIGN KEY (predecessor) REFERENCES kit.object(id),
  constraint succession_successor_fkey FOREIGN KEY (successor) REFERENCES kit.object(id),
  constraint succession_because_check CHECK ((btrim(because) <> ''::text)),
  constraint succession_check CHECK ((successor <> predecessor))
);
CREATE UNIQUE INDEX succession_once ON actors.succession USING btree (predecessor, successor);
CREATE INDEX succession_successor ON actors.succession USING btree (successor);
alter table actors.succession force row level security;
create policy succession_make on actors.succession for insert to {{app}}
  with check (((day <= ( SELECT (access.actor()).today AS today)) AND actors.may_describe(predecessor) AND actors.may_describe(successor)));
create policy succession_owner on actors.succession for all to {{owner}}
  using (true)
  with check (true);
create policy succession_see on actors.succession for select to {{app}}
  using ((( SELECT true
   FROM kit.object o
  WHERE (o.id = succession.predecessor)) AND ( SELECT true
   FROM kit.object o
  WHERE (o.id = succession.successor))));
create policy succession_worker on actors.succession for select to {{worker}}
  using (true);
grant insert, select on actors.succession to {{app}};
grant select on actors.succession to {{backup}};
grant select on actors.succession to {{worker}};
comment on table actors.succession is 'From this day on the successor stands for the predecessor: one successor of several is a merger, several of one are a split.';

create table actors.tag (
  organisation uuid not null,
  family text not null,
  code text not null,
  constraint tag_pkey PRIMARY KEY (organisation, family, code),
  constraint tag_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint tag_code_check CHECK ((code ~ '^[a-z][A-Za-z]*$'::text)),
  constraint tag_family_check CHECK ((family = ANY (ARRAY['role'::text, 'field'::text])))
);
alter table actors.tag force row level security;
create policy tag_drop on actors.tag for delete to {{app}}
  using (actors.may_describe(organisation));
create policy tag_make on actors.tag for insert to {{app}}
  with check (actors.may_describe(organisation));
create policy tag_owner on actors.tag for all to {{owner}}
  using (true)
  with check (true);
create policy tag_see on actors.tag for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = tag.organisation))));
create policy tag_worker on actors.tag for select to {{worker}}
  using (true);
grant delete, insert, select on actors.tag to {{app}};
grant select on actors.tag to {{backup}};
grant select on actors.tag to {{worker}};
comment on table actors.tag is 'role: what kind of actor it is beyond its legal kind (school, police, youth office). field: what it deals with (care, housing). The words stand in the contract.';

create table actors.task (
  id uuid not null,
  law text not null,
  clause text not null,
  strength text not null,
  situations text[] not null default '{}'::text[],
  summary text not null default ''::text,
  constraint task_pkey PRIMARY KEY (id),
  constraint task_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id),
  constraint task_clause_check CHECK ((btrim(clause) <> ''::text)),
  constraint task_law_check CHECK ((btrim(law) <> ''::text)),
  constraint task_situations_check CHECK ((situations <@ '{care,disability,age,family,youth,work,income,housing,debt,health,migration}'::text[])),
  constraint task_strength_check CHECK ((strength = ANY (ARRAY['must'::text, 'should'::text, 'may'::text])))
);
alter table actors.task force row level security;
create policy task_change on actors.task for update to {{app}}
  using (actors.keeps(id))
  with check (actors.keeps(id));
create policy task_make on actors.task for insert to {{app}}
  with check (actors.keeps(id));
create policy task_owner on actors.task for all to {{owner}}
  using (true)
  with check (true);
create policy task_see on actors.task for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = task.id))));
create policy task_worker on actors.task for select to {{worker}}
  using (true);
grant insert, select on actors.task to {{app}};
grant select on actors.task to {{backup}};
grant select on actors.task to {{worker}};
grant update (clause, law, situations, strength, summary) on actors.task to {{app}};
comment on table actors.task is 'A task of the law. The organisation that owns its object keeps the entry; every organisation may propose a correction.';


create schema cooperation;

CREATE OR REPLACE FUNCTION cooperation.adopted_on(p_body uuid, p_edition integer)
 RETURNS date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (SELECT COALESCE((SELECT ((max(k.at) AT TIME ZONE 'Europe/Berlin'::text))::date AS timezone FROM cooperation.release k WHERE ((k.object = r.object) AND (k.edition = r.edition)) HAVING cooperation.is_released(r.object, r.edition)), (SELECT min(signed.day) AS min FROM (SELECT max(s.day) AS day FROM (cooperation.party p CROSS JOIN LATERAL (SELECT count(*) AS n, max(x.day) AS day FROM cooperation.signature x WHERE ((x.agreement = p.agreement) AND (x.edition = p.edition) AND (x.organisation = p.organisation))) s) WHERE ((p.agreement = r.agreement) AND (p.edition >= r.agreement_edition) AND (r.edition = (SELECT max(x.edition) AS max FROM cooperation.rules x WHERE ((x.agreement = r.agreement) AND (x.agreement_edition = r.agreement_edition))))) GROUP BY p.edition HAVING ((count(*) >= 2) AND bool_and((s.n >= cooperation.needs_signatures(p.signing))))) signed)) AS "coalesce" FROM cooperation.rules r WHERE ((r.body = adopted_on.p_body) AND (r.edition = adopted_on.p_edition)));

CREATE OR REPLACE FUNCTION cooperation.after_release()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare p cooperation.publication;
begin
  if not cooperation.is_released(new.object, new.edition) then return null; end if;
  perform access.open_to(new.object, new.edition, 'body');
  select * into p from cooperation.publication x where x.id = new.object;
  if found and new.edition = 1 then perform access.open_to(p.object, p.edition, 'public'); end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.agreed_on(p_body uuid, p_day date)
 RETURNS TABLE(agreement uuid, edition integer, since date, until date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$ begin return query
  select o.id, f.edition, f.since, f.until from kit.object o cross join lateral cooperation.in_force_on(o.id, p_day) f
   where o.kind = 'agreement' and o.body = p_body and o.deleted_at is null order by f.since, o.id; end $function$;

CREATE OR REPLACE FUNCTION cooperation.allows_secret_ballot(p_body uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (SELECT r.secret_ballot FROM cooperation.election_rules(allows_secret_ballot.p_body) r(quorum, majority, secret_ballot, term_alarm_months, interim, notice_days, edition));

CREATE OR REPLACE FUNCTION cooperation.answer_election(p_election uuid, p_yes boolean, p_source text, p_day date, p_mandate uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor(); e cooperation.election; c cooperation.candidacy; begin
  select * into e from cooperation.election where id = p_election for update; select * into c from cooperation.candidacy where id = e.elected;
  if (a.person is null or e.status is distinct from 'decided' or p_day is null or p_day > a.today or not ((p_source is null and a.person = c.person) or (coalesce(btrim(p_source), '') <> '' and access.holds(a, '{office}', e.body)))
     or (p_yes and p_source is not null and not cooperation.is_witnessed(e.id))
     or (p_yes and not exists (select from access.mandate m where m.id = p_mandate and m.person = c.person and m.organisation = c.organisation and m.body = e.body and m.role = e.role
           and m.until_day = e.term_until and m.from_day >= e.term_from and m.superseded_at is null))) is distinct from false then raise exception 'the elected person answers, or the office says from where it knows' using errcode = 'NA403'; end if;
  update cooperation.election set status = case when p_yes then 'accepted' else 'declined' end, settled_on = p_day, source = p_source, mandate = case when p_yes then p_mandate end where id = e.id;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.answer_nomination(p_candidacy uuid, p_yes boolean, p_source text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor(); c cooperation.candidacy; e cooperation.election; begin
  select * into c from cooperation.candidacy where id = p_candidacy for update; select * into e from cooperation.election where id = c.election;
  if a.person is null or e.id is null or e.status <> 'nominating' or c.withdrawn_on is not null or (p_yes and c.consented_on is not null)
     or not ((p_source is null and a.person = c.person) or (coalesce(btrim(p_source), '') <> '' and access.holds(a, '{office}', e.body))) then
    raise exception 'a candidate answers for itself, or the office says from where it knows' using errcode = 'NA403'; end if;
  if p_yes then update cooperation.candidacy set consented_on = a.today, consent_source = p_source where id = c.id;
  else update cooperation.candidacy set withdrawn_on = a.today, consent_source = coalesce(p_source, consent_source) where id = c.id; end if;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.answer_offer(p_offer uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare o cooperation.seat_offer; d record; s uuid;
begin
  select * into o from cooperation.seat_offer x where x.id = p_offer and x.answer is null for update;
  select x.debtor, x.creditor, x.kind, x.state into d from duties.standing x where x.id = o.duty;
  if d.kind is distinct from 'acceptSeat' or d.debtor <> o.organisation or d.creditor <> o.body or cooperation.is_over(o.body) then return null; end if;
  if d.state in ('reasoned', 'waived') then
    update cooperation.seat_offer set answer = 'declined', answered_on = clock.today() where id = o.id;
    return 'declined';
  end if;
  if d.state not in ('done', 'doneLate') then return null; end if;
  select x.id into s from cooperation.seat x where x.body = o.body and x.organisation = o.organisation and x.unit is not distinct from o.unit and x.superseded_at is null
     and (x.valid_until is null or x.valid_until > clock.today()) limit 1;
  if s is null then
    s := gen_random_uuid();
    insert into cooperation.seat (id, body, organisation, unit, constituency, voting, guest, valid_from, recorded_at)
    values (s, o.body, o.organisation, o.unit, o.constituency, not o.guest, o.guest, greatest(o.from_day, clock.today()), clock.now());
  end if;
  update cooperation.seat_offer set answer = 'accepted', answered_on = clock.today(), seat = s where id = o.id;
  return 'accepted';
end $function$;

CREATE OR REPLACE FUNCTION cooperation.cast_paper(p_election uuid, p_mark bytea, p_signature numeric, p_answer text, p_candidacy uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare e cooperation.election; key cooperation.ballot_key; begin
  select * into e from cooperation.election where id = p_election for share; select * into key from cooperation.ballot_key k where k.election = e.id and k.exponent is not null;
  if (e.status is distinct from 'casting' or key.election is null or octet_length(p_mark) <> 32 or p_signature <= 1 or p_signature >= key.modulus
     or cooperation.power(p_signature, 65537, key.modulus) <> cooperation.spread(p_mark, key.modulus)
     or exists (select from cooperation.ballot b where b.election = e.id and b.number = key.number and b.mark = p_mark)
     or p_answer is null or (p_answer = 'against' and (select count(*) from cooperation.standing_for(e.id)) > 1)
     or (p_answer = 'for' and not exists (select from cooperation.standing_for(e.id) s where s.candidacy = p_candidacy))) is distinct from false then raise exception 'this paper does not count' using errcode = 'NA403'; end if;
  insert into cooperation.ballot (id, election, number, mark, answer, candidacy) values (gen_random_uuid(), e.id, key.number, p_mark, p_answer, case when p_answer = 'for' then p_candidacy end);
end $function$;

CREATE OR REPLACE FUNCTION cooperation.chair_falls_on(p_organisation uuid, p_body uuid)
 RETURNS date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT max(GREATEST(t.effective_on, t.answered_on,
         CASE
             WHEN (t.person IS NULL) THEN (((t.recorded_at AT TIME ZONE 'Europe/Berlin'::text))::date + 7)
             ELSE NULL::date
         END)) AS max
    FROM (cooperation.termination t
      JOIN kit.object a ON (((a.id = t.agreement) AND (a.body = chair_falls_on.p_body))))
   WHERE ((t.organisation = chair_falls_on.p_organisation) AND (t.taken_back_on IS NULL) AND (t.seat_answer = 'end'::text) AND (NOT (EXISTS ( SELECT
            FROM cooperation.seat s
           WHERE ((s.body = chair_falls_on.p_body) AND (s.organisation = chair_falls_on.p_organisation) AND (s.superseded_at IS NULL) AND ((s.valid_until IS NULL) OR (s.valid_until > GREATEST(t.effective_on, t.answered_on))))))));
END;

CREATE OR REPLACE FUNCTION cooperation.close_group(p_body uuid, p_because text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare day date;
begin
  update cooperation.working_group set closed_on = until_day where body = p_body and closed_on is null and until_day <= clock.today() returning until_day into day;
  if day is null then return false; end if;
  update cooperation.body set dissolved_on = day where id = p_body and founded_on <= day;
  perform cooperation.end_seats(p_body, day, p_because);
  return true;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.common_in(p_bodies uuid[])
 RETURNS TABLE(body uuid, members uuid[], parties uuid[], deliver uuid[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor(); today date := clock.today();
begin
  return query
  with agreed as materialized (
      select o.id, o.body, f.edition from kit.object o cross join lateral cooperation.in_force_on(o.id, today) f
       where o.kind = 'agreement' and o.body = any (p_bodies) and o.deleted_at is null and access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, o.purpose, a)),
    done as materialized (
      select d.creditor, d.debtor, o.audience, o.owner, o.author, o.readers, o.deleted_at, o.purpose from duties.duty d join kit.object o on o.id = d.id
       where d.creditor = any (p_bodies) and d.kind = 'deliver' and d.done_on >= today - 365 group by 1, 2, 3, 4, 5, 6, 7, 8),
    delivered as materialized (
      select o.creditor, array_agg(distinct o.debtor) as debtors from done o where access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, o.purpose, a) group by o.creditor)
  select b.id,
    coalesce((select array_agg(distinct s.organisation) from cooperation.seat s
      where s.body = b.id and s.superseded_at is null and s.valid_from <= today and (s.valid_until is null or today < s.valid_until)), '{}'),
    coalesce((select array_agg(distinct p.organisation) from agreed g join cooperation.party p on p.agreement = g.id and p.edition = g.edition where g.body = b.id), '{}'),
    coalesce((select g.debtors from delivered g where g.creditor = b.id), '{}')
    from kit.object b where b.id = any (p_bodies) and b.kind = 'body' and access.sees(b.audience, b.owner, b.author, b.readers, b.deleted_at, b.purpose, a);
end $function$;

CREATE OR REPLACE FUNCTION cooperation.constituted_by(p_body uuid, p_day date)
 RETURNS TABLE(kind text, document uuid, edition integer, day date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$ begin return query
  select x.kind, x.document, x.edition, x.day from (
      select 1 as place, case when c.file is null then 'edition' else 'file' end as kind, coalesce(c.file, c.object) as document, c.edition, c.day
        from cooperation.constitution c where c.body = p_body
      union all
      select 2, 'rules', r.object, r.edition, cooperation.adopted_on(r.body, r.edition) from cooperation.rules r where r.body = p_body
      union all
      select 3, 'mandate', g.mandate, g.edition, b.founded_on from cooperation.working_group g join cooperation.body b on b.id = g.body where g.body = p_body
      union all
      select 4, 'agreement', a.agreement, a.edition, a.since from cooperation.body b cross join lateral cooperation.agreed_on(b.id, p_day) a where b.id = p_body and b.keys = 1) x
   where x.day <= p_day order by x.place, x.day, x.edition limit 1; end $function$;

CREATE OR REPLACE FUNCTION cooperation.dissolve(p_dissolution uuid)
 RETURNS date
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare of_body uuid; n integer; day date; because text;
begin
  select o.body, k.number, greatest((k.content->>'day')::date, clock.today()), k.content->>'because' into of_body, n, day, because
    from kit.object o join kit.edition k on k.object = o.id
   where o.id = p_dissolution and o.kind = 'dissolution' and o.deleted_at is null and cooperation.is_released(k.object, k.number)
   order by k.number desc limit 1;
  if of_body is null then return null; end if;
  update cooperation.body set dissolved_on = day where id = of_body and dissolved_on is null;
  if not found then return null; end if;
  perform cooperation.end_seats(of_body, day, because);
  return day;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.draw_paper(p_election uuid, p_seat uuid, p_blinded numeric)
 RETURNS numeric
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor(); e cooperation.election; key cooperation.ballot_key; begin
  select * into e from cooperation.election where id = p_election for share; select * into key from cooperation.ballot_key k where k.election = e.id and k.exponent is not null;
  if (a.person is null or e.status is distinct from 'drawing' or key.election is null or p_blinded <= 1 or p_blinded >= key.modulus or not access.holds(a, '{chair,delegate,deputy}', e.body)
     or not exists (select from cooperation.voting_seats(e.constituency, e.day) v where v.seat = p_seat and v.organisation = a.organisation)) is distinct from false then
    raise exception 'only a voting seat draws a paper, while papers are drawn' using errcode = 'NA403'; end if;
  insert into cooperation.ballot_draw (election, number, seat) values (e.id, key.number, p_seat); return cooperation.power(p_blinded, key.exponent, key.modulus);
end $function$;

CREATE OR REPLACE FUNCTION cooperation.election_rules(p_body uuid, OUT quorum text, OUT majority text, OUT secret_ballot boolean, OUT term_alarm_months integer, OUT interim text, OUT notice_days integer, OUT edition integer)
 RETURNS record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT COALESCE(r.quorum, 'none'::text) AS "coalesce",
     COALESCE(r.majority, 'cast'::text) AS "coalesce",
     COALESCE(r.secret_ballot, false) AS "coalesce",
     COALESCE(r.term_alarm_months, 6) AS "coalesce",
     COALESCE(r.interim, 'office'::text) AS "coalesce",
     COALESCE(r.notice_days, 14) AS "coalesce",
     r.edition
    FROM cooperation.rule_of(election_rules.p_body) r(body, edition, object, valid_from, meets_per_year, notice_days, quorum, majority, keys_for, stand_in, deadlock_days, deadlock, secret_ballot, term_alarm_months, interim, group_months, text, agreement, agreement_edition, notice_strength, item_days, minutes_days, minutes_strength, binds_from);
END;

CREATE OR REPLACE FUNCTION cooperation.end_seats(p_body uuid, p_day date, p_because text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare s cooperation.seat; n integer := 0;
begin
  for s in select * from cooperation.seat x where x.body = p_body and x.superseded_at is null and (x.valid_until is null or x.valid_until > p_day) order by x.id loop
    update cooperation.seat set superseded_at = clock.now() where id = s.id;
    if s.valid_from < p_day then
      insert into cooperation.seat (id, body, organisation, unit, constituency, voting, guest, valid_from, valid_until, recorded_at, continues, doubles, kept, ended_because)
      values (gen_random_uuid(), s.body, s.organisation, s.unit, s.constituency, s.voting, s.guest, s.valid_from, p_day, clock.now(), s.continues, s.doubles, s.kept, p_because);
    end if;
    n := n + 1;
  end loop;
  return n;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.ends_on(p_agreement uuid, p_edition integer)
 RETURNS date
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$ begin return (
  select least(
    (select (e.content->>'endsOn')::date from kit.edition e where e.object = p_agreement and e.number = p_edition),
    case when exists (select from cooperation.termination t where t.agreement = p_agreement) then
      (select d.day from (select x.day, row_number() over (order by x.day nulls last) as place, count(*) over () as n
          from (select cooperation.leaves_on(p.agreement, p.edition, p.organisation) as day from cooperation.party p
                 where p.agreement = p_agreement and p.edition = p_edition) x) d
        where d.place = greatest(d.n - 1, 1))
    end)); end $function$;

CREATE OR REPLACE FUNCTION cooperation.figure_uses(p_agreement uuid, p_edition integer, p_from date, p_until date)
 RETURNS TABLE(asked_for uuid, came integer, needs integer, decisions integer, measures integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor();
begin
  if not exists (select from kit.object o where o.id = p_agreement and access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, o.purpose, a)) then return; end if;
  return query
  with recursive asked as (select distinct (c.duty->>'indicator')::uuid as indicator from cooperation.clause c
      where c.agreement = p_agreement and c.edition = p_edition and c.duty ? 'indicator'),
    given as (select distinct q.indicator, f.object from asked q join duties.duty d on d.because = p_agreement and d.subject = q.indicator
        join duties.evidence v on v.duty = d.id join duties.fact f on f.id = v.fact where f.day between p_from and p_until),
    ahead as (
      select s.indicator, l.target, 1 as depth from (select g.indicator, g.object from given g union select q.indicator, q.indicator from asked q) s
        join trail.link l on l.source = s.object and l.withdrawn_at is null and l.kind <> 'setAside' and (l.at at time zone 'Europe/Berlin')::date between p_from and p_until
      union select h.indicator, l.target, h.depth + 1 from ahead h join trail.link l on l.source = h.target and l.withdrawn_at is null and l.kind <> 'setAside' where h.depth < 6),
    seen as (select distinct h.indicator, o.id, o.kind from ahead h join kit.object o on o.id = h.target
        where access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, o.purpose, a))
  select q.indicator, (select count(*)::integer from given g where g.indicator = q.indicator),
      (select count(*)::integer from seen n where n.indicator = q.indicator and n.kind = 'need'),
      (select count(*)::integer from seen n where n.indicator = q.indicator and n.kind = 'decision'),
      (select count(*)::integer from seen n where n.indicator = q.indicator and n.kind = 'measure')
    from asked q;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.guard_agreement()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if new.edition not in (old.edition, old.edition + 1)
     or (new.edition = old.edition) = exists (select from kit.edition e where e.object = old.id and e.number = old.edition) then
    raise exception 'a fixed edition stays; a draft keeps its number' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.guard_annex()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not exists (select from files.file f join kit.object o on o.id = f.id where f.id = new.file and f.hangs_on = new.agreement and o.deleted_at is null) then
    raise exception 'an annex is a file of the agreement' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.guard_candidacy()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$ declare e cooperation.election;
begin
  select * into e from cooperation.election where id = new.election;
  if tg_op = 'INSERT' and (e.status <> 'nominating' or not exists (select from cooperation.voting_seats(e.constituency, e.day) v where v.organisation = new.proposed_by)
     or not exists (select from cooperation.seat s where s.constituency = e.constituency and s.organisation = new.organisation and s.superseded_at is null and s.valid_from <= e.day and (s.valid_until is null or e.day < s.valid_until))
     or not (exists (select from kit.object p where p.id = new.person and p.kind = 'person' and p.owner = new.organisation)
             or exists (select from access.mandate m where m.person = new.person and m.organisation = new.organisation and m.superseded_at is null))
     or cooperation.other_chair(e.id, new.person, new.organisation)) then raise exception 'not eligible in this election' using errcode = 'NA403'; end if;
  if tg_op = 'UPDATE' and (new.id, new.election, new.person, new.organisation, new.proposed_by) is distinct from (old.id, old.election, old.person, old.organisation, old.proposed_by) then
    raise exception 'a nomination stays what it was' using errcode = 'NA403'; end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.guard_closed()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if old.superseded_at is not null or new.superseded_at is null then raise exception 'a closed record stays closed' using errcode = 'NA403'; end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.guard_constitution()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not cooperation.is_agreed(new.body) then raise exception 'a body is constituted on an agreement' using errcode = 'NA403'; end if;
  if (select count(*) from access.mandate m where m.body = new.body and m.role = 'chair' and m.superseded_at is null and m.from_day <= clock.today()
        and (m.until_day is null or clock.today() < m.until_day)) < (select b.keys from cooperation.body b where b.id = new.body) then
    raise exception 'a body is constituted with its chairs' using errcode = 'NA403';
  end if;
  if new.file is not null and not exists (select from files.file f join kit.object o on o.id = f.id and o.deleted_at is null
       join kit.object x on x.id = f.hangs_on and x.body = new.body where f.id = new.file and f.fixed) then
    raise exception 'the document is a fixed file of the body' using errcode = 'NA403';
  end if;
  if new.object is not null and (not cooperation.is_released(new.object, new.edition)
       or not exists (select from kit.object o where o.id = new.object and o.body = new.body and o.deleted_at is null)) then
    raise exception 'the document is an edition that the chairs have released' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.guard_deadlock()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if cooperation.is_released(new.object, new.edition) or exists (select from cooperation.objection x where x.object = new.object and x.edition = new.edition)
     or (cooperation.rule_of(new.body)).deadlock is distinct from new.effect
     or not exists (select from cooperation.release r where r.object = new.object and r.edition = new.edition and r.body = new.body
                      and (r.at at time zone 'Europe/Berlin')::date + (cooperation.rule_of(new.body)).deadlock_days <= clock.today()) then
    raise exception 'there is no deadlock' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.guard_delegation()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not exists (select from access.mandate m where m.id = new.mandate and m.person = new.person and m.organisation = new.organisation and m.body = new.body and m.role in ('delegate', 'guest'))
     or (new.deputy is not null and not exists (select from access.mandate m where m.id = new.deputy_mandate and m.person = new.deputy
           and m.organisation = new.organisation and m.body = new.body and m.role = 'deputy')) then
    raise exception 'a letter sends the people of its sender to this body' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.guard_election()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$ declare c cooperation.constituency;
begin
  if tg_op = 'UPDATE' then
    if (new.id, new.body, new.constituency, new.role, new.day, new.term_from, new.term_until, new.method) is distinct from
       (old.id, old.body, old.constituency, old.role, old.day, old.term_from, old.term_until, old.method)
       or old.status in ('accepted', 'declined', 'cancelled') then raise exception 'an election that was called stays as it was called' using errcode = 'NA403'; end if;
    return new; end if;
  select * into c from cooperation.constituency where id = new.constituency and body = new.body;
  if c.chair is distinct from 'elected' then raise exception 'this group does not elect' using errcode = 'NA403'; end if;
  if new.status <> 'nominating' or new.elected is not null or new.mandate is not null or new.day < clock.today() or new.term_until > new.term_from + make_interval(years => coalesce(c.term_years, 10))
     or exists (select from cooperation.body b where b.id = new.body and b.dissolved_on is not null)
     or (new.method = 'electronic' and not cooperation.allows_secret_ballot(new.body)) then raise exception 'an election begins with nominations, for no longer than a term' using errcode = 'NA403'; end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.guard_frozen()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare r record := coalesce(new, old);
begin
  if exists (select from kit.edition e where e.object = r.agreement and e.number = r.edition) then
    raise exception 'this edition is fixed; a change makes a new one' using errcode = 'NA403';
  end if;
  return r;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.guard_group()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare e jsonb;
begin
  select k.content into e from kit.edition k join kit.object o on o.id = k.object
   where k.object = new.mandate and k.number = new.edition and o.kind = 'groupMandate' and o.body = new.parent and o.deleted_at is null;
  if e is null or not cooperation.is_released(new.mandate, new.edition) then
    raise exception 'a working group rests on a mandate that the chairs have released' using errcode = 'NA403';
  end if;
  if (new.task, new.result, new.lead, new.until_day, new.report_to) is distinct from (e->>'task', e->>'result', (e->>'lead')::uuid, (e->>'until')::date, (e->>'reportTo')::uuid)
     or new.report_every is distinct from (e->>'reportEvery')::smallint then
    raise exception 'the group is as its mandate says' using errcode = 'NA403';
  end if;
  if tg_op = 'INSERT' and (new.closed_on is not null or new.until_day <= clock.today()) then
    raise exception 'a group that is over does not begin' using errcode = 'NA403';
  end if;
  if tg_op = 'UPDATE' and ((new.body, new.parent, new.mandate) is distinct from (old.body, old.parent, old.mandate) or old.closed_on is not null
     or new.edition < old.edition) then
    raise exception 'a closed group stays closed' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.guard_new_seat()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor;
begin
  if session_user in ('{{worker}}', '{{owner}}') then return new; end if;
  a := access.actor();
  if exists (select from access.mandate m where m.body = new.body) and not cooperation.has_signed(new.body, new.organisation)
     and not (a.organisation = new.organisation and access.holds(a, '{admin,head}', new.organisation))
     and not exists (select from cooperation.seat x where x.body = new.body and x.organisation = new.organisation and x.unit is not distinct from new.unit and x.id <> new.id
       and (x.superseded_at is null or x.superseded_at = clock.now()) and (x.valid_until is null or x.valid_until > clock.today())) then
    raise exception 'a seat is offered, and the organisation takes it' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.guard_objection()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended('release ' || new.object || new.edition, 0));
  if not cooperation.holds_now(new.mandate, new.person, new.organisation, new.body, 'chair') or cooperation.is_released(new.object, new.edition)
     or not exists (select from kit.object o where o.id = new.object and o.body = new.body) then
    raise exception 'a chair hands back, as itself, what is not yet released' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.guard_public_page()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if new.withdrawn_through < old.withdrawn_through
     or new.withdrawn_through > coalesce((select max(e.number) from kit.edition e where e.object = old.id), 0) then
    raise exception 'withdrawn stays withdrawn' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.guard_publication()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION cooperation.guard_release()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION cooperation.guard_release_alive()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if cooperation.is_over(new.body)
     or exists (select from cooperation.working_group g where g.mandate = new.object and (g.closed_on is not null or g.until_day <= clock.today())) then
    raise exception 'what is over is not released' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.guard_rules()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION cooperation.guard_seam_edition()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if tg_op = 'INSERT' then
    if new.number <> coalesce((select max(e.number) from cooperation.seam_edition e where e.seam = new.seam), 0) + 1
       or exists (select from cooperation.seam_edition e where e.seam = new.seam and e.offered_on is null) then
      raise exception 'one draft at a time, numbered in a row' using errcode = 'NA403';
    end if;
  elsif old.offered_on is not null then
    raise exception 'this edition is fixed; a change makes a new one' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.guard_seam_release()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not exists (select from cooperation.seam s join cooperation.seam_edition e on e.seam = s.id
      where s.id = new.seam and new.organisation in (s.owner_a, s.owner_b) and e.number = new.edition and e.offered_on is not null
        and not exists (select from cooperation.seam_edition n where n.seam = s.id and n.number > e.number))
     or not exists (select from access.mandate m where m.person = new.person and m.organisation = new.organisation and m.body is null
      and m.role in ('admin', 'head', 'planner') and m.superseded_at is null and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day)) then
    raise exception 'each owner releases the newest edition for itself' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.guard_seat()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if old.superseded_at is not null then raise exception 'a closed record stays closed' using errcode = 'NA403'; end if;
  if new.superseded_at is null and (old.doubles is null or not new.kept) then
    raise exception 'a seat is closed and replaced; of two that coincide it can be said that both stay' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.guard_signature()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare p cooperation.party; n integer;
begin
  select * into p from cooperation.party x where x.agreement = new.agreement and x.edition = new.edition and x.organisation = new.organisation for update;
  select count(*) into n from cooperation.signature s where s.agreement = new.agreement and s.edition = new.edition and s.organisation = new.organisation;
  if n >= cooperation.needs_signatures(p.signing) then
    raise exception 'this party has signed' using errcode = 'NA403';
  end if;
  if p.signing = 'joint' and new.person is not null and not exists (
      select from access.mandate m where m.person = new.person and m.organisation = new.organisation and m.body is null and m.role = 'head'
         and m.superseded_at is null and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day)) then
    raise exception 'where two heads sign, each of them is a head' using errcode = 'NA403';
  end if;
  if p.signing = 'joint' and new.person is null and new.signatory is null then
    raise exception 'where two sign, each is named' using errcode = 'NA403';
  end if;
  if new.scan is not null and not exists (select from files.file f where f.id = new.scan and f.hangs_on = new.agreement) then
    raise exception 'a scan is a file of the agreement' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.guard_stand_in()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION cooperation.guard_termination()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  a access.actor := access.actor(); p cooperation.party; c jsonb; v_body uuid; v_told date := greatest(new.declared_on, new.second_on); v_head uuid;
begin
  select * into p from cooperation.party x where x.agreement = new.agreement and x.edition = new.edition and x.organisation = new.organisation;
  select o.body into v_body from kit.object o where o.id = new.agreement;
  if tg_op = 'INSERT' then
    if new.edition is distinct from (select f.edition from cooperation.in_force(new.agreement) f)
       or cooperation.leaves_on(new.agreement, new.edition, new.organisation) is not null then
      raise exception 'a party leaves what it is bound by' using errcode = 'NA403';
    end if;
    if (p.signing = 'joint' and new.person is null) <> (new.second_signatory is not null) then
      raise exception 'where two sign, each is named' using errcode = 'NA403';
    end if;
    v_head := case when p.signing = 'joint' then new.person end;
  else
    if old.taken_back_on is not null then raise exception 'what was taken back stays so' using errcode = 'NA403'; end if;
    if (new.second is distinct from old.second)::integer + (new.taken_back_on is distinct from old.taken_back_on)::integer
       + (new.seat_answer is distinct from old.seat_answer)::integer <> 1 then
      raise exception 'one step at a time' using errcode = 'NA403';
    end if;
    if new.second is distinct from old.second then
      if old.second is not null or p.signing <> 'joint' or old.person is null or new.second is distinct from a.person or new.second_on is distinct from clock.today()
         or new.organisation is distinct from a.organisation then
        raise exception 'the other head signs, as itself' using errcode = 'NA403';
      end if;
      v_head := new.second;
    elsif new.taken_back_on is distinct from old.taken_back_on then
      if clock.today() >= old.effective_on or new.taken_back_on is distinct from clock.today() or new.taken_back_by is distinct from a.person
         or not coalesce((new.organisation = a.organisation and access.holds(a, '{admin,head,planner}', new.organisation))
                      or (access.holds(a, '{office}', v_body) and new.taken_back_because is not null), false) then
        raise exception 'it is taken back by who declared it, before it takes effect' using errcode = 'NA403';
      end if;
      return new;
    else
      if not access.holds(a, '{chair,office}', v_body) or new.answered_by is distinct from a.person or new.answered_on is distinct from clock.today() then
        raise exception 'whoever runs the body decides about its seats' using errcode = 'NA403';
      end if;
      return new;
    end if;
  end if;
  if v_head is not null and not exists (select from access.mandate m where m.person = v_head and m.organisation = new.organisation and m.body is null and m.role = 'head'
       and m.superseded_at is null and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day)) then
    raise exception 'where two heads sign, each of them is a head' using errcode = 'NA403';
  end if;
  select e.content into c from kit.edition e where e.object = new.agreement and e.number = new.edition;
  if new.kind = 'extraordinary' then
    if not coalesce((c->>'extraordinary')::boolean, false) then raise exception 'the agreement knows no extraordinary notice' using errcode = 'NA403'; end if;
  elsif jsonb_typeof(c->'noticeRule') is distinct from 'object'
     or new.effective_on < cooperation.notice_day(v_told, (c->'noticeRule'->>'months')::integer, c->'noticeRule'->>'to')
     or new.effective_on <> cooperation.notice_day(new.effective_on - 1, 0, c->'noticeRule'->>'to') then
    raise exception 'the period of notice is kept' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.has_majority(p_majority text, p_in_favour integer, p_against integer, p_cast integer, p_entitled integer)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
RETURN ((p_in_favour > 0) AND CASE p_majority WHEN 'simple'::text THEN (p_in_favour > p_against) WHEN 'cast'::text THEN ((p_in_favour * 2) > p_cast) WHEN 'entitled'::text THEN ((p_in_favour * 2) > p_entitled) WHEN 'twoThirds'::text THEN ((p_in_favour * 3) >= (p_cast * 2)) WHEN 'consensus'::text THEN (p_in_favour = p_cast) ELSE false END);

CREATE OR REPLACE FUNCTION cooperation.has_signed(p_body uuid, p_organisation uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (EXISTS (SELECT FROM (cooperation.signature s JOIN kit.object o ON ((o.id = s.agreement))) WHERE ((o.body = has_signed.p_body) AND (o.deleted_at IS NULL) AND (s.organisation = has_signed.p_organisation))));

CREATE OR REPLACE FUNCTION cooperation.holds_now(p_mandate uuid, p_person uuid, p_organisation uuid, p_body uuid, p_role text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
RETURN (EXISTS (SELECT FROM access.mandate m WHERE (((holds_now.p_mandate IS NULL) OR (m.id = holds_now.p_mandate)) AND (m.person = holds_now.p_person) AND (m.organisation = holds_now.p_organisation) AND (m.body = holds_now.p_body) AND (m.role = holds_now.p_role) AND (m.superseded_at IS NULL) AND (m.from_day <= clock.today()) AND ((m.until_day IS NULL) OR (clock.today() < m.until_day)))));

CREATE OR REPLACE FUNCTION cooperation.in_force(p_agreement uuid)
 RETURNS TABLE(edition integer, since date, known_since timestamp with time zone)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$ begin return query
  select f.edition, f.since, f.known_since from cooperation.in_force_on(p_agreement, clock.today()) f; end $function$;

CREATE OR REPLACE FUNCTION cooperation.in_force_on(p_agreement uuid, p_day date)
 RETURNS TABLE(edition integer, since date, known_since timestamp with time zone, until date)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$ begin return query
  select k.edition, k.since, k.known_since, k.until
    from (select x.edition, x.since, x.known_since, cooperation.ends_on(p_agreement, x.edition) as until
            from (select p.edition, max(s.day) as since, max(s.recorded_at) as known_since
                    from cooperation.party p
                    cross join lateral (select count(*) as n, max(y.day) as day, max(y.recorded_at) as recorded_at from cooperation.signature y
                                         where y.agreement = p.agreement and y.edition = p.edition and y.organisation = p.organisation) s
                   where p.agreement = p_agreement
                   group by p.edition having count(*) >= 2 and bool_and(s.n >= cooperation.needs_signatures(p.signing)) and max(s.day) <= p_day
                   order by p.edition desc limit 1) x) k
   where k.until is null or p_day < k.until; end $function$;

CREATE OR REPLACE FUNCTION cooperation.is_agreed(p_body uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$ begin return
  exists (select from cooperation.working_group g where g.body = p_body) or exists (
    with own as materialized (select a.id from kit.object a where a.kind = 'agreement' and a.body = p_body and a.deleted_at is null)
    select from own cross join lateral cooperation.in_force(own.id) f); end $function$;

CREATE OR REPLACE FUNCTION cooperation.is_over(p_body uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (EXISTS (SELECT FROM (cooperation.body b LEFT JOIN cooperation.working_group g ON ((g.body = b.id))) WHERE ((b.id = is_over.p_body) AND ((b.dissolved_on <= clock.today()) OR (g.until_day <= clock.today())))));

CREATE OR REPLACE FUNCTION cooperation.is_released(p_object uuid, p_edition integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN COALESCE((SELECT (count(*) >= b.keys) FROM (cooperation.release r JOIN cooperation.body b ON ((b.id = r.body))) WHERE ((r.object = is_released.p_object) AND (r.edition = is_released.p_edition)) GROUP BY b.keys), false);

CREATE OR REPLACE FUNCTION cooperation.is_witnessed(p_election uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (EXISTS (SELECT FROM (cooperation.election e JOIN cooperation.round r ON (((r.election = e.id) AND (r.struck_because IS NULL)))) WHERE ((e.id = is_witnessed.p_election) AND ((e.method = 'electronic'::text) OR (r.witness IS NOT NULL)) AND (r.number = (SELECT max(x.number) AS max FROM cooperation.round x WHERE ((x.election = e.id) AND (x.struck_because IS NULL)))))));

CREATE OR REPLACE FUNCTION cooperation.lead_election(p_election uuid, p_step text, p_what jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor(); e cooperation.election; r cooperation.round; k integer; begin
  select * into e from cooperation.election where id = p_election for update; select * into r from cooperation.round x where x.election = e.id and x.struck_because is null order by x.number desc limit 1;
  select coalesce(max(x.number), 0) + 1 into k from cooperation.round x where x.election = e.id;
  if e.id is null or a.person is null or not (access.holds(a, '{chair,office}', e.body) or (p_step = 'witness' and access.holds(a, '{delegate,deputy}', e.body))) then
    raise exception 'chair and office lead an election' using errcode = 'NA403';
  elsif p_step = 'count' and e.method <> 'electronic' and e.status in ('nominating', 'runoff') then
    return cooperation.settle_round(e.id, (p_what->>'day')::date, (p_what->>'present')::integer, p_what->'votes', (p_what->>'against')::integer, (p_what->>'abstained')::integer, (p_what->>'invalid')::integer);
  elsif p_step = 'strike' and e.method <> 'electronic' and r.recorded_by = a.person and e.status in ('decided', 'tie', 'runoff', 'nominating') then
    update cooperation.round set struck_because = p_what->>'because' where election = e.id and number = r.number;
    update cooperation.election set elected = null, status = case when r.runoff then 'runoff' else 'nominating' end where id = e.id;
  elsif p_step = 'lot' and e.status = 'tie' and exists (select from cooperation.tally t where t.election = e.id and t.number = r.number and t.candidacy = (p_what->>'candidacy')::uuid
      and t.votes = (select max(x.votes) from cooperation.tally x where x.election = e.id and x.number = r.number)) then
    update cooperation.round set lot = (p_what->>'candidacy')::uuid, lot_by = a.person, lot_for = a.organisation where election = e.id and number = r.number;
  elsif p_step = 'witness' and r.witness is null and ((e.status = 'tie' and r.lot is not null) or (e.status = 'decided' and r.lot is null))
      and coalesce(r.lot_by, r.recorded_by) <> a.person and coalesce(r.lot_for, r.recorded_for) <> a.organisation then
    update cooperation.round set witness = a.person, witness_for = a.organisation where election = e.id and number = r.number; update cooperation.election set status = 'decided', elected = coalesce(r.lot, e.elected) where id = e.id;
  elsif p_step = 'cancel' and e.status in ('nominating', 'runoff', 'drawing') and (p_what->>'because') is not null then
    update cooperation.election set status = 'cancelled', because = p_what->>'because', settled_on = a.today where id = e.id;
  elsif p_step = 'draw' and e.method = 'electronic' and e.status in ('nominating', 'runoff') and a.today >= e.day and cooperation.allows_secret_ballot(e.body)
      and exists (select from cooperation.standing_for(e.id)) and (select count(*) from cooperation.voting_seats(e.constituency, e.day)) >= 5 then
    update cooperation.election set status = 'drawing' where id = e.id;
  elsif p_step = 'cast' and e.status = 'drawing' and (select count(*) from cooperation.ballot_draw d where d.election = e.id and d.number = k) >= 5 then update cooperation.election set status = 'casting' where id = e.id;
  elsif p_step = 'close' and e.status = 'casting' then
    -- Papers and draws are written anew in random order, in this one transaction; the key and the marks are gone.
    with gone as (delete from cooperation.ballot where election = e.id and number = k returning answer, candidacy)
      insert into cooperation.ballot (id, election, number, answer, candidacy) select gen_random_uuid(), e.id, k, g.answer, g.candidacy from gone g order by random();
    with gone as (delete from cooperation.ballot_draw where election = e.id and number = k returning seat) insert into cooperation.ballot_draw (election, number, seat) select e.id, k, g.seat from gone g order by random();
    update cooperation.ballot_key set exponent = null where election = e.id and number = k; update cooperation.election set status = 'nominating' where id = e.id;
    return cooperation.settle_round(e.id, a.today, (select count(*)::integer from cooperation.ballot_draw d where d.election = e.id and d.number = k),
      (select jsonb_object_agg(s.candidacy, (select count(*) from cooperation.ballot b where b.election = e.id and b.number = k and b.candidacy = s.candidacy)) from cooperation.standing_for(e.id) s),
      (select count(*)::integer from cooperation.ballot b where b.election = e.id and b.number = k and b.answer = 'against'),
      (select count(*)::integer from cooperation.ballot b where b.election = e.id and b.number = k and b.answer = 'abstained'), 0);
  else raise exception 'this step cannot be taken now' using errcode = 'NA403'; end if; return p_step;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.leaves_on(p_agreement uuid, p_edition integer, p_organisation uuid)
 RETURNS date
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$ begin return (
  select min(t.effective_on) from cooperation.termination t
    join cooperation.party p on p.agreement = t.agreement and p.edition = t.edition and p.organisation = t.organisation
   where t.agreement = p_agreement and t.organisation = p_organisation and t.taken_back_on is null
     and (p.signing = 'single' or t.second is not null or t.second_signatory is not null)
     and not exists (select from cooperation.signature s where s.agreement = p_agreement and s.edition = p_edition and s.organisation = p_organisation
                        and s.recorded_at > t.recorded_at)); end $function$;

CREATE OR REPLACE FUNCTION cooperation.may_be_replaced(p_person uuid, p_organisation uuid, p_body uuid, p_role text, p_from date, p_by uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$ begin
  return coalesce((select cooperation.may_shorten(p_person, p_organisation, p_body, p_role, p_from, m.until_day) from access.mandate m where m.id = p_by
    and m.person = p_person and m.organisation = p_organisation and m.body = p_body and m.role = p_role and m.from_day = p_from and m.superseded_at is null), false);
end $function$;

CREATE OR REPLACE FUNCTION cooperation.may_continue(p_person uuid, p_organisation uuid, p_body uuid, p_role text, p_from date, p_until date)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor(); begin
  return coalesce(p_role = 'chair' and (select r.interim from cooperation.election_rules(p_body) r) = 'continue' and (p_person = a.person or access.holds(a, '{office}', p_body)) and p_until <= p_from + interval '6 months'
    and p_from <= a.today + 30
    and exists (select from access.mandate m where m.body = p_body and m.role = 'chair' and m.person = p_person and m.organisation = p_organisation and m.until_day = p_from and m.superseded_at is null
                  and not exists (select from cooperation.interim i where i.mandate = m.id)
                  and not exists (select from access.mandate x where x.superseded_by = m.id and (x.until_day is null or x.until_day > m.until_day)))
    and not exists (select from cooperation.seat s join cooperation.seat t on t.constituency = s.constituency join access.mandate m on m.body = t.body and m.organisation = t.organisation and m.role = 'chair' and m.superseded_at is null
                     where s.body = p_body and s.organisation = p_organisation and s.superseded_at is null and t.superseded_at is null and m.from_day < p_until and (m.until_day is null or p_from < m.until_day)), false);
end $function$;

CREATE OR REPLACE FUNCTION cooperation.may_contribute(p_body uuid, p_organisation uuid, p_source text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor();
begin
  if not exists (select from cooperation.seat s where s.body = p_body and s.organisation = p_organisation and s.superseded_at is null
                   and s.valid_from <= clock.today() and (s.valid_until is null or clock.today() < s.valid_until)) then return false; end if;
  if p_source is null then
    return coalesce(p_organisation = a.organisation, false)
      and (access.holds(a, '{admin,head,planner}', p_organisation) or access.holds(a, '{chair,delegate,deputy}', p_body));
  end if;
  return access.holds(a, '{office}', p_body);
end $function$;

CREATE OR REPLACE FUNCTION cooperation.may_enter(p_person uuid, p_organisation uuid, p_body uuid, p_role text, p_from date, p_until date)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor(); begin
  return exists (select from cooperation.election e join cooperation.candidacy c on c.id = e.elected
      where e.body = p_body and e.status = 'decided' and e.role = p_role and c.person = p_person and c.organisation = p_organisation and p_from >= e.term_from and p_from <= greatest(e.term_from, a.today) and p_until = e.term_until
        and (c.person = a.person or (access.holds(a, '{office}', e.body) and cooperation.is_witnessed(e.id))) and not cooperation.other_chair(e.id, c.person, c.organisation))
    and not (p_role = 'chair' and exists (select from access.mandate m join cooperation.seat s on s.body = m.body and s.organisation = m.organisation and s.superseded_at is null
      join cooperation.election e on e.constituency = s.constituency and e.status = 'decided' and e.role = 'chair'
      where m.body = p_body and m.role = 'chair' and m.superseded_at is null and m.from_day < p_until and (m.until_day is null or p_from < m.until_day)));
end $function$;

CREATE OR REPLACE FUNCTION cooperation.may_involve(p_about uuid, p_organisation uuid, p_own boolean)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor(); o kit.object;
begin
  select * into o from kit.object x where x.id = p_about and x.deleted_at is null and x.body is not null
     and access.sees(x.audience, x.owner, x.author, x.readers, x.deleted_at, x.purpose, a);
  if not found or a.organisation is null then return false; end if;
  if p_own then
    return coalesce(p_organisation = a.organisation, false)
      and (access.holds(a, '{admin,head,planner}', p_organisation) or access.holds(a, '{chair,delegate,deputy}', o.body));
  end if;
  return case when o.id = o.body then access.holds(a, '{chair,office}', o.body) else access.changes(o.owner, o.body, o.author, o.audience, a) end;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.may_shorten(p_person uuid, p_organisation uuid, p_body uuid, p_role text, p_from date, p_until date)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor(); begin
  return coalesce(p_role = 'chair' and p_until is not null and exists (select from access.mandate m where m.body = p_body and m.role = 'chair' and m.person = p_person and m.organisation = p_organisation
                  and m.from_day = p_from and (m.until_day is null or p_until <= m.until_day) and m.superseded_at is null)
    and ((p_person = a.person and p_organisation = a.organisation and p_until > a.today)
      or (access.holds(a, '{chair,office}', p_body) and p_until >= cooperation.chair_falls_on(p_organisation, p_body))
      or exists (select from cooperation.election e join cooperation.candidacy c on c.id = e.elected where e.body = p_body and e.status = 'decided' and e.role = 'chair' and p_until between e.term_from and greatest(e.term_from, a.today)
            and (c.person = a.person or (access.holds(a, '{office}', e.body) and cooperation.is_witnessed(e.id)))
            and exists (select from cooperation.seat s where s.constituency = e.constituency and s.organisation = p_organisation and s.superseded_at is null))), false);
end $function$;

CREATE OR REPLACE FUNCTION cooperation.members_in(p_bodies uuid[])
 RETURNS TABLE(body uuid, members uuid[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor(); today date := clock.today();
begin
  return query
  with seen as materialized (
    select b.id from kit.object b where b.id = any (p_bodies) and b.kind = 'body'
       and access.sees(b.audience, b.owner, b.author, b.readers, b.deleted_at, b.purpose, a)),
    sits as materialized (
      select s.body, array_agg(distinct s.organisation) as members from cooperation.seat s
       where s.body = any (p_bodies) and s.superseded_at is null and s.valid_from <= today and (s.valid_until is null or today < s.valid_until) group by s.body)
  select b.id, coalesce(s.members, '{}') from seen b left join sits s on s.body = b.id;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.move_seams()
 RETURNS TABLE(seam uuid, former uuid, successor uuid, day date)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query
    with gone as (
      select s.id, x.id as former, (array_agg(n.successor))[1] as successor, min(n.day) as day
        from cooperation.seam s join actors.organisation x on x.id in (s.owner_a, s.owner_b) join actors.succession n on n.predecessor = x.id
       where x.dissolved_on <= clock.today() and n.day <= clock.today()
       group by s.id, x.id having count(*) = 1),
    moved as (
      update cooperation.seam s set owner_a = case s.owner_a when g.former then g.successor else s.owner_a end,
          owner_b = case s.owner_b when g.former then g.successor else s.owner_b end
        from gone g where g.id = s.id and g.successor not in (s.owner_a, s.owner_b)
          and not exists (select from gone o where o.id = g.id and o.former < g.former)
      returning s.id, g.former, g.successor, g.day)
    select m.id, m.former, m.successor, m.day from moved m;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.move_seats(p_from uuid, p_to uuid, p_day date)
 RETURNS TABLE(moved_in uuid, moved_seat uuid, doubled boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare s cooperation.seat; holder uuid; department uuid; other uuid;
begin
  for s in select * from cooperation.seat x where x.superseded_at is null and p_from in (x.unit, x.organisation)
             and (x.valid_until is null or x.valid_until > p_day) order by x.valid_from, x.id loop
    holder := case when s.organisation = p_from then p_to else s.organisation end;
    department := case when s.unit = p_from then p_to else s.unit end;
    if department = holder then department := null; end if;
    update cooperation.seat set superseded_at = clock.now() where id = s.id;
    if s.valid_from < p_day then
      insert into cooperation.seat (id, body, organisation, unit, constituency, voting, guest, valid_from, valid_until, recorded_at, continues, doubles, kept)
      values (gen_random_uuid(), s.body, s.organisation, s.unit, s.constituency, s.voting, s.guest, s.valid_from, p_day, clock.now(), s.continues, s.doubles, s.kept);
    end if;
    select x.id into other from cooperation.seat x
     where x.body = s.body and x.superseded_at is null and (x.valid_until is null or x.valid_until > p_day) and x.doubles is null
       and x.organisation = holder and x.unit is not distinct from department order by x.valid_from limit 1;
    moved_in := s.body; moved_seat := gen_random_uuid(); doubled := other is not null;
    insert into cooperation.seat (id, body, organisation, unit, constituency, voting, guest, valid_from, valid_until, recorded_at, continues, doubles)
    values (moved_seat, s.body, holder, department, s.constituency, s.voting, s.guest, greatest(s.valid_from, p_day), s.valid_until, clock.now(), s.id, other);
    return next;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.needs_keys(p_body uuid, p_purpose text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN COALESCE((p_purpose = ANY ((cooperation.rule_of(p_body)).keys_for)), true);

CREATE OR REPLACE FUNCTION cooperation.needs_signatures(p_signing text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
RETURN CASE p_signing WHEN 'joint'::text THEN 2 ELSE 1 END;

CREATE OR REPLACE FUNCTION cooperation.next_meeting(p_body uuid)
 RETURNS date
 LANGUAGE sql
 STABLE
 SET search_path TO ''
RETURN (SELECT min(f.about) AS min FROM ((SELECT DISTINCT ON (x.object) x.object, x.kind, x.about FROM duties.fact x WHERE ((x.organisation = next_meeting.p_body) AND (x.kind = ANY (ARRAY['meeting.planned'::text, 'meeting.moved'::text, 'meeting.cancelled'::text, 'meeting.held'::text]))) ORDER BY x.object, x.at DESC, x.entry DESC NULLS LAST) f JOIN kit.object o ON (((o.id = f.object) AND (o.deleted_at IS NULL)))) WHERE ((f.kind = ANY (ARRAY['meeting.planned'::text, 'meeting.moved'::text])) AND (f.about >= clock.today())));

CREATE OR REPLACE FUNCTION cooperation.notice_day(p_declared date, p_months integer, p_to text)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
RETURN (SELECT CASE notice_day.p_to WHEN 'day'::text THEN ((p.day + '1 day'::interval))::date WHEN 'month'::text THEN ((date_trunc('month'::text, p.day) + '1 mon'::interval))::date WHEN 'quarter'::text THEN ((date_trunc('quarter'::text, p.day) + '3 mons'::interval))::date WHEN 'halfYear'::text THEN ((date_trunc('year'::text, p.day) + CASE WHEN (EXTRACT(month FROM p.day) <= (6)::numeric) THEN '6 mons'::interval ELSE '1 year'::interval END))::date WHEN 'year'::text THEN ((date_trunc('year'::text, p.day) + '1 year'::interval))::date ELSE NULL::date END AS "case" FROM (SELECT ((notice_day.p_declared)::timestamp without time zone + make_interval(months => notice_day.p_months)) AS day) p);

CREATE OR REPLACE FUNCTION cooperation.other_chair(p_election uuid, p_person uuid, p_organisation uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (EXISTS (SELECT FROM (cooperation.election e JOIN access.mandate m ON (((m.body = e.body) AND (m.role = 'chair'::text) AND (m.superseded_at IS NULL)))) WHERE ((e.id = other_chair.p_election) AND (e.role = 'chair'::text) AND (m.from_day < e.term_until) AND ((m.until_day IS NULL) OR (e.term_from < m.until_day)) AND ((m.person = other_chair.p_person) OR (m.organisation = other_chair.p_organisation)) AND (NOT (EXISTS (SELECT FROM cooperation.seat s WHERE ((s.body = e.body) AND (s.constituency = e.constituency) AND (s.organisation = m.organisation) AND (s.superseded_at IS NULL))))))));

CREATE OR REPLACE FUNCTION cooperation.owed_in(p_bodies uuid[])
 RETURNS TABLE(organisation uuid, duties integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor(); today date := clock.today();
begin
  return query
  select o.debtor, sum(o.n)::integer
    from (select d.debtor, o.audience, o.owner, o.author, o.readers, o.deleted_at, o.purpose, count(*) as n from duties.duty d join kit.object o on o.id = d.id
           where d.waived_on is null and d.due > today - 365 and d.due <= today + 365 and d.debtor <> o.body and o.body = any (p_bodies) and o.deleted_at is null
           group by 1, 2, 3, 4, 5, 6, 7 offset 0) o
   where access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, o.purpose, a) group by o.debtor;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.owns_seam(p_seam uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor();
begin
  return exists (select from cooperation.seam s where s.id = p_seam and a.organisation in (s.owner_a, s.owner_b)
    and access.holds(a, '{admin,head,planner}', a.organisation));
end $function$;

CREATE OR REPLACE FUNCTION cooperation.papers_drawn(p_election uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (SELECT (count(*))::integer AS count FROM (cooperation.ballot_draw d JOIN cooperation.ballot_key k ON (((k.election = d.election) AND (k.number = d.number) AND (k.exponent IS NOT NULL)))) WHERE (d.election = papers_drawn.p_election));

CREATE OR REPLACE FUNCTION cooperation.power(b numeric, x numeric, n numeric)
 RETURNS numeric
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$ declare r numeric := 1; y numeric := mod(b, n); begin
  while x > 0 loop if mod(x, 2) = 1 then r := mod(r * y, n); end if;
    x := div(x, 2); y := mod(y * y, n);
  end loop; return r;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.public_bodies()
 RETURNS TABLE(id uuid, name text, short_name text, introduction text, topics text[], invented boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT b.id,
     o.title,
     b.short_name,
     (e.content ->> 'introduction'::text),
     COALESCE(( SELECT array_agg(t.code ORDER BY t.code) AS array_agg
            FROM cooperation.body_topic t
           WHERE (t.body = b.id)), '{}'::text[]) AS "coalesce",
     o.invented
    FROM (((cooperation.public_page p
      JOIN cooperation.body b ON ((b.id = p.body)))
      JOIN kit.object o ON ((o.id = b.id)))
      JOIN kit.edition e ON (((e.object = p.id) AND (e.number = cooperation.shown_edition(p.id)))))
   ORDER BY (o.title COLLATE kit.german);
END;

CREATE OR REPLACE FUNCTION cooperation.public_contact(p_organisation uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (WITH acts AS MATERIALIZED (SELECT m.person FROM access.mandate m WHERE ((m.organisation = public_contact.p_organisation) AND (m.superseded_at IS NULL) AND (m.from_day <= clock.today()) AND ((m.until_day IS NULL) OR (clock.today() < m.until_day)))) SELECT jsonb_build_object('organisation', w.title, 'name', COALESCE(p.title, d.title), 'email', CASE WHEN (p.id IS NOT NULL) THEN c.email ELSE (to_jsonb(c.*) ->> 'deputy_email'::text) END, 'phone', CASE WHEN (p.id IS NOT NULL) THEN c.phone ELSE (to_jsonb(c.*) ->> 'deputy_phone'::text) END, 'website', a.website) AS jsonb_build_object FROM ((((actors.contact c JOIN kit.object w ON ((w.id = c.organisation))) LEFT JOIN actors.organisation a ON ((a.id = c.organisation))) LEFT JOIN kit.object p ON (((p.id = c.person) AND (p.deleted_at IS NULL) AND (EXISTS (SELECT FROM acts WHERE (acts.person = c.person)))))) LEFT JOIN kit.object d ON (((d.id = c.deputy) AND (d.deleted_at IS NULL) AND (EXISTS (SELECT FROM acts WHERE (acts.person = c.deputy)))))) WHERE ((c.organisation = public_contact.p_organisation) AND (c.superseded_at IS NULL) AND (c.audience = 'public'::text) AND (COALESCE(p.id, d.id) IS NOT NULL)));

CREATE OR REPLACE FUNCTION cooperation.public_face(p_body uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  page uuid; shown integer; c jsonb; b cooperation.body; face jsonb; v_agreement uuid; v_edition integer; v_office uuid;
begin
  select p.id, cooperation.shown_edition(p.id) into page, shown from cooperation.public_page p where p.body = p_body;
  if shown is null then return null; end if;
  select e.content into c from kit.edition e where e.object = page and e.number = shown;
  select * into b from cooperation.body x where x.id = p_body;
  select m.organisation into v_office from access.mandate m where m.body = p_body and m.role = 'office' and m.superseded_at is null
     and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day) order by m.from_day, m.id limit 1;
  face := jsonb_build_object('id', p_body, 'name', (select o.title from kit.object o where o.id = p_body), 'shortName', b.short_name,
    'foundedOn', b.founded_on, 'introduction', c->>'introduction', 'edition', shown, 'invented', (select o.invented from kit.object o where o.id = p_body),
    'releasedOn', (select (max(r.at) at time zone 'Europe/Berlin')::date from cooperation.release r where r.object = page and r.edition = shown),
    'mission', case when (c->>'mission')::boolean then b.mission end,
    'topics', coalesce((select jsonb_agg(t.code order by t.code) from cooperation.body_topic t where t.body = p_body), '[]'),
    'office', (select o.title from kit.object o where o.id = v_office),
    'officeContact', cooperation.public_contact(v_office));
  if (c->>'members')::boolean then
    face := face || jsonb_build_object('members', coalesce((select jsonb_agg(jsonb_build_object('name', o.title, 'unit', u.title, 'side', a.side,
        'chairs', exists (select from access.mandate m where m.body = p_body and m.role = 'chair' and m.organisation = s.organisation and m.superseded_at is null
                            and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day)))
        order by o.title collate kit.german, u.title collate kit.german nulls first)
      from cooperation.seat s join kit.object o on o.id = s.organisation left join kit.object u on u.id = s.unit left join actors.organisation a on a.id = s.organisation
     where s.body = p_body and s.superseded_at is null and s.valid_from <= clock.today() and (s.valid_until is null or clock.today() < s.valid_until)), '[]'));
  end if;
  v_agreement := (c->'agreement'->>'id')::uuid; v_edition := (c->'agreement'->>'edition')::integer;
  if v_agreement is not null then
    face := face || jsonb_build_object('agreement', (select jsonb_build_object('title', o.title, 'edition', v_edition,
        'preamble', e.content->>'preamble', 'since', f.since, 'current', coalesce(f.edition = v_edition, false),
        'clauses', (select jsonb_agg(jsonb_build_object('number', k.number, 'heading', k.heading, 'text', k.text) order by k.place)
                      from cooperation.clause k where k.agreement = v_agreement and k.edition = v_edition))
      from kit.object o join kit.edition e on e.object = o.id and e.number = v_edition left join lateral cooperation.in_force(o.id) f on true
     where o.id = v_agreement and o.kind = 'agreement' and o.body = p_body and o.deleted_at is null));
  end if;
  if (c->>'meetings')::boolean then
    face := face || jsonb_build_object('meetingNote', c->>'meetingNote', 'nextMeeting', cooperation.next_meeting(p_body));
  end if;
  if (c->>'contacts')::boolean then
    face := face || jsonb_build_object('contacts', coalesce((select jsonb_agg(k.contact order by k.contact->>'organisation' collate kit.german)
      from (select cooperation.public_contact(w.id) as contact
              from (select distinct s.organisation as id from cooperation.seat s where s.body = p_body and s.superseded_at is null
                       and s.valid_from <= clock.today() and (s.valid_until is null or clock.today() < s.valid_until)) w) k
     where k.contact is not null), '[]'));
  end if;
  return face;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.renew_group(p_mandate uuid)
 RETURNS date
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare g cooperation.working_group; n integer; e jsonb;
begin
  select * into g from cooperation.working_group w where w.mandate = p_mandate and w.closed_on is null for update;
  if not found then return null; end if;
  select k.number, k.content into n, e from kit.edition k
   where k.object = p_mandate and k.number > g.edition and cooperation.is_released(k.object, k.number)
     and (select max(r.at) from cooperation.release r where r.object = k.object and r.edition = k.number) < (g.until_day::timestamp at time zone 'Europe/Berlin')
   order by k.number desc limit 1;
  if n is null or (e->>'until')::date <= clock.today() then return null; end if;
  update cooperation.working_group set edition = n, task = e->>'task', result = e->>'result', lead = (e->>'lead')::uuid, until_day = (e->>'until')::date,
         report_to = (e->>'reportTo')::uuid, report_every = (e->>'reportEvery')::smallint where body = g.body;
  return (e->>'until')::date;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.review_on(p_agreement uuid, p_edition integer, p_since date)
 RETURNS TABLE(day date, reviewed date)
 LANGUAGE sql
 STABLE
 SET search_path TO ''
BEGIN ATOMIC
 SELECT COALESCE(r.day, ((e.content ->> 'reviewOn'::text))::date) AS "coalesce",
         CASE
             WHEN (r.day IS NOT NULL) THEN r.until
             ELSE NULL::date
         END AS "case"
    FROM (kit.edition e
      LEFT JOIN LATERAL ( SELECT ((x.content ->> 'nextOn'::text))::date AS day,
             ((x.content ->> 'until'::text))::date AS until
            FROM (kit.object o
              JOIN kit.edition x ON ((x.object = o.id)))
           WHERE ((o.kind = 'agreementReview'::text) AND (o.body = ( SELECT a.body
                    FROM kit.object a
                   WHERE (a.id = review_on.p_agreement))) AND (o.deleted_at IS NULL) AND ((x.content ->> 'agreement'::text) = (review_on.p_agreement)::text) AND (((x.content ->> 'until'::text))::date >= review_on.p_since) AND cooperation.is_released(o.id, x.number))
           ORDER BY (x.content ->> 'until'::text) DESC, x.at DESC
          LIMIT 1) r ON (true))
   WHERE ((e.object = review_on.p_agreement) AND (e.number = review_on.p_edition));
END;

CREATE OR REPLACE FUNCTION cooperation.rule_of(p_body uuid)
 RETURNS cooperation.rules
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN cooperation.rule_on(p_body, clock.today());

CREATE OR REPLACE FUNCTION cooperation.rule_on(p_body uuid, p_day date)
 RETURNS cooperation.rules
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (SELECT r.*::cooperation.rules AS r FROM cooperation.rules r WHERE ((r.body = rule_on.p_body) AND (r.valid_from <= rule_on.p_day) AND (cooperation.adopted_on(r.body, r.edition) <= rule_on.p_day)) ORDER BY r.edition DESC LIMIT 1);

CREATE OR REPLACE FUNCTION cooperation.rules_bind_from(p_rules cooperation.rules)
 RETURNS date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN GREATEST((p_rules).valid_from, (p_rules).binds_from, cooperation.adopted_on((p_rules).body, (p_rules).edition), (SELECT ((max(s.recorded_at) AT TIME ZONE 'Europe/Berlin'::text))::date AS timezone FROM cooperation.signature s WHERE ((s.agreement = (rules_bind_from.p_rules).agreement) AND (s.edition = (rules_bind_from.p_rules).agreement_edition))));

CREATE OR REPLACE FUNCTION cooperation.runs(p_body uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor();
begin
  return not cooperation.is_over(p_body) and (access.holds(a, '{chair,office}', p_body)
    or exists (select from kit.object b where b.id = p_body and b.kind = 'body' and b.author = a.person and b.owner = a.organisation
               and not exists (select from access.mandate m where m.body = p_body and m.granted_by is distinct from a.person)));
end $function$;

CREATE OR REPLACE FUNCTION cooperation.seam_in_force(p_seam uuid)
 RETURNS TABLE(edition integer, since date)
 LANGUAGE sql
 STABLE
 SET search_path TO ''
BEGIN ATOMIC
 SELECT r.edition,
     ((max(r.at) AT TIME ZONE 'Europe/Berlin'::text))::date AS timezone
    FROM cooperation.seam_release r
   WHERE (r.seam = seam_in_force.p_seam)
   GROUP BY r.edition
  HAVING (count(*) = 2)
   ORDER BY r.edition DESC
  LIMIT 1;
END;

CREATE OR REPLACE FUNCTION cooperation.settle_round(p_election uuid, p_day date, p_present integer, p_votes jsonb, p_against integer, p_abstained integer, p_invalid integer)
 RETURNS text
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor(); e cooperation.election; stands uuid[]; v integer[]; again boolean; n integer; seats integer; total integer; top integer; second integer; met boolean; said text; quorum text;
begin
  select * into e from cooperation.election where id = p_election; select r.quorum into quorum from cooperation.election_rules(e.body) r;
  select array_agg(s.candidacy order by s.candidacy), array_agg((p_votes->>s.candidacy::text)::integer order by s.candidacy) into stands, v from cooperation.standing_for(e.id) s;
  select coalesce(max(r.number), 0) + 1, coalesce((array_agg(r.outcome order by r.number desc) filter (where r.struck_because is null))[1] = 'runoff', false) into n, again from cooperation.round r where r.election = e.id;
  select count(*) into seats from cooperation.voting_seats(e.constituency, p_day); select sum(x), max(x) into total, top from unnest(v) x;
  if (stands is null or array_position(v, null) is not null or (select count(*) from jsonb_object_keys(p_votes)) <> cardinality(stands) or least(p_against, p_abstained, p_invalid) < 0
     or (select min(x) from unnest(v) x) < 0 or (p_against > 0 and cardinality(stands) > 1) or (e.method = 'hands' and p_invalid > 0)
     or total + p_against + p_abstained + p_invalid > p_present or p_present > seats or p_present = 0 or p_day < e.day or p_day > clock.today()
     or (quorum = 'half' and p_present * 2 < seats) or (quorum = 'twoThirds' and p_present * 3 < seats * 2)) is distinct from false then raise exception 'the count does not add up' using errcode = 'NA400'; end if;
  select max(x) into second from unnest(v) x where x < top; met := cooperation.has_majority(case when again then 'simple' else e.majority end, top, p_against, total + p_against, seats);
  said := case when met and cardinality(array_positions(v, top)) = 1 then 'elected' when cardinality(v) = 1 or top = 0 then 'none' when again then 'tie' else 'runoff' end;
  insert into cooperation.round (election, number, runoff, day, entitled, present, against, abstained, invalid, outcome, recorded_by, recorded_for, recorded_at)
  values (e.id, n, again, p_day, seats, p_present, p_against, p_abstained, p_invalid, said, a.person, a.organisation, a.at); insert into cooperation.tally (election, number, candidacy, votes, again)
  select e.id, n, stands[i], v[i], said = 'runoff' and (v[i] = top or (cardinality(array_positions(v, top)) = 1 and v[i] = second)) from generate_subscripts(v, 1) i;
  update cooperation.election set status = case said when 'elected' then 'decided' when 'none' then 'nominating' else said end, elected = case when said = 'elected' then stands[array_position(v, top)] end where id = e.id; return said;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.shown_edition(p_page uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (SELECT max(e.number) AS max FROM ((((cooperation.public_page p JOIN kit.object o ON (((o.id = p.id) AND (o.deleted_at IS NULL)))) JOIN cooperation.body b ON (((b.id = p.body) AND (b.dissolved_on IS DISTINCT FROM LEAST(b.dissolved_on, clock.today()))))) JOIN kit.object ob ON (((ob.id = p.body) AND (ob.deleted_at IS NULL)))) JOIN kit.edition e ON (((e.object = p.id) AND (e.number > p.withdrawn_through)))) WHERE ((p.id = shown_edition.p_page) AND cooperation.is_released(e.object, e.number)));

CREATE OR REPLACE FUNCTION cooperation.side_of(p_body uuid, p_organisation uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE
 SET search_path TO ''
RETURN (SELECT s.constituency FROM cooperation.seat s WHERE ((s.body = side_of.p_body) AND (s.organisation = side_of.p_organisation) AND (s.superseded_at IS NULL) AND (s.valid_from <= clock.today()) AND ((s.valid_until IS NULL) OR (clock.today() < s.valid_until))) ORDER BY s.constituency LIMIT 1);

CREATE OR REPLACE FUNCTION cooperation.spread(p_mark bytea, n numeric)
 RETURNS numeric
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO ''
AS $function$ declare r numeric := 0; h bytea; begin
  for i in 0..8 loop h := sha256(p_mark || decode(lpad(to_hex(i), 2, '0'), 'hex'));
    for j in 0..7 loop r := r * 4294967296 + ('x' || lpad(encode(substr(h, j * 4 + 1, 4), 'hex'), 16, '0'))::bit(64)::bigint; end loop;
  end loop; return mod(r, n);
end $function$;

CREATE OR REPLACE FUNCTION cooperation.standing_for(p_election uuid)
 RETURNS TABLE(candidacy uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 WITH latest AS (
          SELECT r.number,
             r.outcome
            FROM cooperation.round r
           WHERE ((r.election = standing_for.p_election) AND (r.struck_because IS NULL))
           ORDER BY r.number DESC
          LIMIT 1
         )
  SELECT c.id
    FROM cooperation.candidacy c
   WHERE ((c.election = standing_for.p_election) AND (c.consented_on IS NOT NULL) AND (c.withdrawn_on IS NULL) AND ((NOT (EXISTS ( SELECT
            FROM latest l
           WHERE (l.outcome = 'runoff'::text)))) OR (EXISTS ( SELECT
            FROM (latest l
              JOIN cooperation.tally t ON (((t.election = standing_for.p_election) AND (t.number = l.number))))
           WHERE ((t.candidacy = c.id) AND t.again)))));
END;

CREATE OR REPLACE FUNCTION cooperation.take_side()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  new.side := (select case new.organisation when s.owner_a then 'a' when s.owner_b then 'b' end from cooperation.seam s where s.id = new.seam);
  return new;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.take_signing()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  new.signing := coalesce(actors.signing(new.organisation), 'single');
  return new;
end $function$;

CREATE OR REPLACE FUNCTION cooperation.voting_seats(p_constituency uuid, p_day date)
 RETURNS TABLE(seat uuid, organisation uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT s.id,
     s.organisation
    FROM cooperation.seat s
   WHERE ((s.constituency = voting_seats.p_constituency) AND s.voting AND (s.superseded_at IS NULL) AND (s.valid_from <= voting_seats.p_day) AND ((s.valid_until IS NULL) OR (voting_seats.p_day < s.valid_until)));
END;

create table cooperation.agreement (
  id uuid not null,
  edition integer not null default 1,
  preamble text not null default ''::text,
  review_on date,
  ends_on date,
  notice text not null default ''::text,
  sign_by date,
  notice_months smallint,
  notice_to text,
  extraordinary boolean not null default false,
  constraint agreement_pkey PRIMARY KEY (id),
  constraint agreement_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id),
  constraint agreement_edition_check CHECK ((edition > 0)),
  constraint agreement_notice_check CHECK (((notice_months IS NULL) = (notice_to IS NULL))),
  constraint agreement_notice_months_check CHECK (((notice_months >= 0) AND (notice_months <= 60))),
  constraint agreement_notice_to_check CHECK ((notice_to = ANY (ARRAY['day'::text, 'month'::text, 'quarter'::text, 'halfYear'::text, 'year'::text]))),
  constraint agreement_review_check CHECK (((sign_by IS NULL) OR (review_on IS NOT NULL))) NOT VALID
);
alter table cooperation.agreement force row level security;
create policy agreement_change on cooperation.agreement for update to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = agreement.id) AND cooperation.runs(o.body)))))
  with check ((EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = agreement.id) AND cooperation.runs(o.body)))));
create policy agreement_make on cooperation.agreement for insert to {{app}}
  with check ((EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = agreement.id) AND (o.kind = 'agreement'::text) AND cooperation.runs(o.body)))));
create policy agreement_owner on cooperation.agreement for all to {{owner}}
  using (true)
  with check (true);
create policy agreement_see on cooperation.agreement for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = agreement.id))));
create policy agreement_worker on cooperation.agreement for select to {{worker}}
  using (true);
CREATE TRIGGER agreement_guard BEFORE UPDATE ON cooperation.agreement FOR EACH ROW EXECUTE FUNCTION cooperation.guard_agreement();
grant insert, select on cooperation.agreement to {{app}};
grant select on cooperation.agreement to {{backup}};
grant select on cooperation.agreement to {{worker}};
grant update (edition, ends_on, extraordinary, notice, notice_months, notice_to, preamble, review_on, sign_by) on cooperation.agreement to {{app}};
comment on column cooperation.agreement.edition is 'The edition that is drafted or, once kit.edition holds it, offered for signature.';
comment on column cooperation.agreement.ends_on is 'The first day on which it no longer holds; null: until somebody ends it.';
comment on column cooperation.agreement.notice is 'How the agreement may be terminated, in words.';
comment on column cooperation.agreement.sign_by is 'By when the parties are asked to sign what was offered.';
comment on column cooperation.agreement.notice_months is 'So many months before the end of the day, month, quarter, half year or year in notice_to; null: no notice was agreed.';
comment on column cooperation.agreement.extraordinary is 'Whether it may also be terminated without this period, for a reason that is named.';

create table cooperation.annex (
  agreement uuid not null,
  edition integer not null,
  place smallint not null,
  title text not null,
  file uuid not null,
  constraint annex_pkey PRIMARY KEY (agreement, edition, place),
  constraint annex_agreement_edition_file_key UNIQUE (agreement, edition, file),
  constraint annex_agreement_fkey FOREIGN KEY (agreement) REFERENCES cooperation.agreement(id),
  constraint annex_file_fkey FOREIGN KEY (file) REFERENCES kit.object(id),
  constraint annex_title_check CHECK ((btrim(title) <> ''::text))
);
alter table cooperation.annex force row level security;
create policy annex_drop on cooperation.annex for delete to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = annex.agreement) AND cooperation.runs(o.body)))));
create policy annex_make on cooperation.annex for insert to {{app}}
  with check ((EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = annex.agreement) AND (o.kind = 'agreement'::text) AND cooperation.runs(o.body)))));
create policy annex_owner on cooperation.annex for all to {{owner}}
  using (true)
  with check (true);
create policy annex_see on cooperation.annex for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = annex.agreement))));
create policy annex_worker on cooperation.annex for select to {{worker}}
  using (true);
CREATE TRIGGER annex_frozen BEFORE INSERT OR DELETE OR UPDATE ON cooperation.annex FOR EACH ROW EXECUTE FUNCTION cooperation.guard_frozen();
CREATE TRIGGER annex_guard BEFORE INSERT ON cooperation.annex FOR EACH ROW EXECUTE FUNCTION cooperation.guard_annex();
grant delete, insert, select on cooperation.annex to {{app}};
grant select on cooperation.annex to {{backup}};
grant select on cooperation.annex to {{worker}};
comment on table cooperation.annex is 'A document that belongs to this edition; once the edition was offered, neither the list nor the documents change.';

create table cooperation.ballot (
  id uuid not null,
  election uuid not null,
  number smallint not null,
  mark bytea,
  answer text not null,
  candidacy uuid,
  constraint ballot_pkey PRIMARY KEY (id),
  constraint ballot_election_number_mark_key UNIQUE (election, number, mark),
  constraint ballot_election_candidacy_fkey FOREIGN KEY (election, candidacy) REFERENCES cooperation.candidacy(election, id),
  constraint ballot_election_fkey FOREIGN KEY (election) REFERENCES cooperation.election(id),
  constraint ballot_answer_check CHECK ((answer = ANY (ARRAY['for'::text, 'against'::text, 'abstained'::text]))),
  constraint ballot_check CHECK (((answer = 'for'::text) = (candidacy IS NOT NULL)))
);
alter table cooperation.ballot force row level security;
create policy ballot_owner on cooperation.ballot for all to {{owner}}
  using (true)
  with check (true);
grant select on cooperation.ballot to {{backup}};
comment on column cooperation.ballot.mark is 'The serial of the paper, until the close; the house never saw it before it was cast. With it goes the exponent of the key.';

create table cooperation.ballot_draw (
  election uuid not null,
  number smallint not null,
  seat uuid not null,
  constraint ballot_draw_pkey PRIMARY KEY (election, number, seat),
  constraint ballot_draw_election_fkey FOREIGN KEY (election) REFERENCES cooperation.election(id),
  constraint ballot_draw_seat_fkey FOREIGN KEY (seat) REFERENCES cooperation.seat(id)
);
alter table cooperation.ballot_draw force row level security;
create policy ballot_draw_owner on cooperation.ballot_draw for all to {{owner}}
  using (true)
  with check (true);
create policy ballot_draw_see on cooperation.ballot_draw for select to {{app}}
  using ((EXISTS ( SELECT
   FROM cooperation.election e
  WHERE ((e.id = ballot_draw.election) AND ((e.status <> ALL (ARRAY['drawing'::text, 'casting'::text])) OR (EXISTS ( SELECT
           FROM cooperation.seat s
          WHERE ((s.id = ballot_draw.seat) AND (s.organisation = ( SELECT (access.actor()).organisation AS organisation))))))))));
grant select on cooperation.ballot_draw to {{app}};
grant select on cooperation.ballot_draw to {{backup}};

create table cooperation.ballot_key (
  election uuid not null,
  number smallint not null,
  modulus numeric not null,
  exponent numeric,
  constraint ballot_key_pkey PRIMARY KEY (election, number),
  constraint ballot_key_election_fkey FOREIGN KEY (election) REFERENCES cooperation.election(id)
);
alter table cooperation.ballot_key force row level security;
create policy ballot_key_owner on cooperation.ballot_key for all to {{owner}}
  using (true)
  with check (true);
create policy ballot_key_see on cooperation.ballot_key for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = ballot_key.election))));
create policy ballot_key_worker on cooperation.ballot_key for all to {{worker}}
  using (true)
  with check ((EXISTS ( SELECT
   FROM cooperation.election e
  WHERE ((e.id = ballot_key.election) AND (e.status = 'drawing'::text)))));
grant select on cooperation.ballot_key to {{backup}};
grant insert on cooperation.ballot_key to {{worker}};
grant select (election, modulus, number) on cooperation.ballot_key to {{app}};
grant select (election, number) on cooperation.ballot_key to {{worker}};

create table cooperation.body (
  id uuid not null,
  short_name text not null,
  mission text not null,
  form text not null,
  votes boolean not null generated always as ((form = 'deciding'::text)) stored,
  keys smallint not null default 2,
  founded_on date not null,
  area_key text,
  dissolved_on date,
  constraint body_pkey PRIMARY KEY (id),
  constraint body_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id),
  constraint body_area_key_check CHECK ((area_key ~ '^(0[1-9]|1[0-6])\d{0,6}$'::text)),
  constraint body_check CHECK ((dissolved_on >= founded_on)),
  constraint body_form_check CHECK ((form = ANY (ARRAY['forum'::text, 'deciding'::text]))),
  constraint body_keys_check CHECK ((keys = ANY (ARRAY[1, 2]))),
  constraint body_mission_check CHECK ((btrim(mission) <> ''::text)),
  constraint body_short_name_check CHECK ((btrim(short_name) <> ''::text))
);
alter table cooperation.body force row level security;
create policy body_change on cooperation.body for update to {{app}}
  using (cooperation.runs(id))
  with check (cooperation.runs(id));
create policy body_make on cooperation.body for insert to {{app}}
  with check (cooperation.runs(id));
create policy body_owner on cooperation.body for all to {{owner}}
  using (true)
  with check (true);
create policy body_see on cooperation.body for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = body.id))));
create policy body_worker on cooperation.body for select to {{worker}}
  using (true);
grant insert, select on cooperation.body to {{app}};
grant select on cooperation.body to {{backup}};
grant select on cooperation.body to {{worker}};
grant update (area_key, mission, short_name) on cooperation.body to {{app}};
comment on column cooperation.body.form is 'A forum exchanges and recommends; only a deciding body has votes.';
comment on column cooperation.body.keys is 'How many chairs must release what leaves the body. Never changes: nobody can loosen it afterwards.';

create table cooperation.body_topic (
  body uuid not null,
  code text not null,
  constraint body_topic_pkey PRIMARY KEY (body, code),
  constraint body_topic_body_fkey FOREIGN KEY (body) REFERENCES cooperation.body(id),
  constraint body_topic_code_check CHECK ((code ~ '^[a-z][A-Za-z]*$'::text))
);
alter table cooperation.body_topic force row level security;
create policy body_topic_drop on cooperation.body_topic for delete to {{app}}
  using (cooperation.runs(body));
create policy body_topic_make on cooperation.body_topic for insert to {{app}}
  with check (cooperation.runs(body));
create policy body_topic_owner on cooperation.body_topic for all to {{owner}}
  using (true)
  with check (true);
create policy body_topic_see on cooperation.body_topic for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = body_topic.body))));
create policy body_topic_worker on cooperation.body_topic for select to {{worker}}
  using (true);
grant delete, insert, select on cooperation.body_topic to {{app}};
grant select on cooperation.body_topic to {{backup}};
grant select on cooperation.body_topic to {{worker}};
comment on table cooperation.body_topic is 'What the body deals with, in the same words as the fields of organisations (actors.tag).';

create table cooperation.candidacy (
  id uuid not null,
  election uuid not null,
  person uuid not null,
  organisation uuid not null,
  proposed_by uuid not null,
  source text,
  consented_on date,
  consent_source text,
  withdrawn_on date,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint candidacy_pkey PRIMARY KEY (id),
  constraint candidacy_election_id_key UNIQUE (election, id),
  constraint candidacy_election_fkey FOREIGN KEY (election) REFERENCES cooperation.election(id),
  constraint candidacy_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint candidacy_person_fkey FOREIGN KEY (person) REFERENCES kit.object(id),
  constraint candidacy_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES kit.object(id),
  constraint candidacy_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES kit.object(id),
  constraint candidacy_consent_source_check CHECK ((btrim(consent_source) <> ''::text)),
  constraint candidacy_source_check CHECK ((btrim(source) <> ''::text))
);
CREATE UNIQUE INDEX candidacy_once ON cooperation.candidacy USING btree (election, person) WHERE (withdrawn_on IS NULL);
alter table cooperation.candidacy force row level security;
create policy candidacy_make on cooperation.candidacy for insert to {{app}}
  with check (((recorded_by = ( SELECT (access.actor()).person AS person)) AND (recorded_at = ( SELECT (access.actor()).at AS at)) AND (withdrawn_on IS NULL) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = candidacy.election) AND (((candidacy.source IS NOT NULL) AND access.holds(( SELECT access.actor() AS actor), '{office}'::text[], o.body)) OR ((candidacy.source IS NULL) AND (candidacy.proposed_by = ( SELECT (access.actor()).organisation AS organisation)) AND (access.holds(( SELECT access.actor() AS actor), '{chair,delegate,deputy}'::text[], o.body) OR access.holds(( SELECT access.actor() AS actor), '{admin,head}'::text[], candidacy.proposed_by)))) AND ((candidacy.consented_on IS NULL) OR ((candidacy.consented_on = ( SELECT (access.actor()).today AS today)) AND (((candidacy.consent_source IS NULL) AND (candidacy.person = ( SELECT (access.actor()).person AS person))) OR ((candidacy.consent_source IS NOT NULL) AND access.holds(( SELECT access.actor() AS actor), '{office}'::text[], o.body))))))))));
create policy candidacy_owner on cooperation.candidacy for all to {{owner}}
  using (true)
  with check (true);
create policy candidacy_see on cooperation.candidacy for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = candidacy.election))));
create policy candidacy_worker on cooperation.candidacy for select to {{worker}}
  using (true);
CREATE TRIGGER candidacy_guard BEFORE INSERT OR UPDATE ON cooperation.candidacy FOR EACH ROW EXECUTE FUNCTION cooperation.guard_candidacy();
grant insert, select on cooperation.candidacy to {{app}};
grant select on cooperation.candidacy to {{backup}};
grant select on cooperation.candidacy to {{worker}};
comment on table cooperation.candidacy is 'A nomination by a seat of the constituency; it counts once the candidate has consented.';

create table cooperation.clause (
  agreement uuid not null,
  edition integer not null,
  number text not null,
  place smallint not null,
  heading text not null default ''::text,
  text text not null,
  strength text not null,
  duty jsonb,
  constraint clause_pkey PRIMARY KEY (agreement, edition, number),
  constraint clause_agreement_fkey FOREIGN KEY (agreement) REFERENCES cooperation.agreement(id),
  constraint clause_duty_check CHECK (((duty ->> 'kind'::text) = ANY (ARRAY['meet'::text, 'before'::text, 'notice'::text, 'deliver'::text, 'confirm'::text, 'report'::text, 'inform'::text, 'answer'::text, 'contact'::text, 'review'::text]))),
  constraint clause_number_check CHECK ((btrim(number) <> ''::text)),
  constraint clause_strength_check CHECK ((strength = ANY (ARRAY['must'::text, 'should'::text, 'usual'::text]))),
  constraint clause_text_check CHECK ((btrim(text) <> ''::text))
);
alter table cooperation.clause force row level security;
create policy clause_drop on cooperation.clause for delete to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = clause.agreement) AND cooperation.runs(o.body)))));
create policy clause_make on cooperation.clause for insert to {{app}}
  with check ((EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = clause.agreement) AND (o.kind = 'agreement'::text) AND cooperation.runs(o.body)))));
create policy clause_owner on cooperation.clause for all to {{owner}}
  using (true)
  with check (true);
create policy clause_see on cooperation.clause for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = clause.agreement))));
create policy clause_worker on cooperation.clause for select to {{worker}}
  using (true);
CREATE TRIGGER clause_frozen BEFORE INSERT OR DELETE OR UPDATE ON cooperation.clause FOR EACH ROW EXECUTE FUNCTION cooperation.guard_frozen();
grant delete, insert, select on cooperation.clause to {{app}};
grant select on cooperation.clause to {{backup}};
grant select on cooperation.clause to {{worker}};
comment on column cooperation.clause.duty is 'What falls due because of this clause, where anything does; the shape is Duty in the area''s contract.';

create table cooperation.comparison (
  id uuid not null,
  left_name text not null,
  left_law text not null,
  right_name text not null,
  right_law text not null,
  note text not null default ''::text,
  checked_on date,
  constraint comparison_pkey PRIMARY KEY (id),
  constraint comparison_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id),
  constraint comparison_left_law_check CHECK ((btrim(left_law) <> ''::text)),
  constraint comparison_left_name_check CHECK ((btrim(left_name) <> ''::text)),
  constraint comparison_right_law_check CHECK ((btrim(right_law) <> ''::text)),
  constraint comparison_right_name_check CHECK ((btrim(right_name) <> ''::text))
);
alter table cooperation.comparison force row level security;
create policy comparison_change on cooperation.comparison for update to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = comparison.id) AND access.holds(( SELECT access.actor() AS actor), '{admin,head,planner}'::text[], o.owner)))))
  with check ((EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = comparison.id) AND access.holds(( SELECT access.actor() AS actor), '{admin,head,planner}'::text[], o.owner)))));
create policy comparison_make on cooperation.comparison for insert to {{app}}
  with check ((EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = comparison.id) AND (o.kind = 'comparison'::text) AND access.holds(( SELECT access.actor() AS actor), '{admin,head,planner}'::text[], o.owner)))));
create policy comparison_owner on cooperation.comparison for all to {{owner}}
  using (true)
  with check (true);
create policy comparison_see on cooperation.comparison for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = comparison.id))));
create policy comparison_worker on cooperation.comparison for select to {{worker}}
  using (true);
grant insert, select on cooperation.comparison to {{app}};
grant select on cooperation.comparison to {{backup}};
grant select on cooperation.comparison to {{worker}};
grant update (checked_on, left_law, left_name, note, right_law, right_name) on cooperation.comparison to {{app}};
comment on table cooperation.comparison is 'Two mandates side by side: what each law asks of its institution.';

create table cooperation.comparison_row (
  comparison uuid not null,
  place smallint not null,
  aspect text not null,
  left_text text not null default ''::text,
  left_basis text not null default ''::text,
  right_text text not null default ''::text,
  right_basis text not null default ''::text,
  constraint comparison_row_pkey PRIMARY KEY (comparison, place),
  constraint comparison_row_comparison_fkey FOREIGN KEY (comparison) REFERENCES cooperation.comparison(id),
  constraint comparison_row_aspect_check CHECK ((btrim(aspect) <> ''::text)),
  constraint comparison_row_place_check CHECK ((place > 0))
);
alter table cooperation.comparison_row force row level security;
create policy comparison_row_drop on cooperation.comparison_row for delete to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = comparison_row.comparison) AND access.holds(( SELECT access.actor() AS actor), '{admin,head,planner}'::text[], o.owner)))));
create policy comparison_row_make on cooperation.comparison_row for insert to {{app}}
  with check ((EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = comparison_row.comparison) AND (o.kind = 'comparison'::text) AND access.holds(( SELECT access.actor() AS actor), '{admin,head,planner}'::text[], o.owner)))));
create policy comparison_row_owner on cooperation.comparison_row for all to {{owner}}
  using (true)
  with check (true);
create policy comparison_row_see on cooperation.comparison_row for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = comparison_row.comparison))));
create policy comparison_row_worker on cooperation.comparison_row for select to {{worker}}
  using (true);
grant delete, insert, select on cooperation.comparison_row to {{app}};
grant select on cooperation.comparison_row to {{backup}};
grant select on cooperation.comparison_row to {{worker}};

create table cooperation.constituency (
  id uuid not null,
  body uuid not null,
  name text not null,
  chair text,
  term_years smallint,
  constraint constituency_pkey PRIMARY KEY (id),
  constraint constituency_body_name_key UNIQUE (body, name),
  constraint constituency_id_body_key UNIQUE (id, body),
  constraint constituency_body_fkey FOREIGN KEY (body) REFERENCES cooperation.body(id),
  constraint constituency_chair_check CHECK ((chair = ANY (ARRAY['appointed'::text, 'elected'::text]))),
  constraint constituency_name_check CHECK ((btrim(name) <> ''::text)),
  constraint constituency_term_years_check CHECK (((term_years >= 1) AND (term_years <= 10)))
);
alter table cooperation.constituency force row level security;
create policy constituency_make on cooperation.constituency for insert to {{app}}
  with check (cooperation.runs(body));
create policy constituency_owner on cooperation.constituency for all to {{owner}}
  using (true)
  with check (true);
create policy constituency_see on cooperation.constituency for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = constituency.body))));
create policy constituency_worker on cooperation.constituency for select to {{worker}}
  using (true);
grant insert, select on cooperation.constituency to {{app}};
grant select on cooperation.constituency to {{backup}};
grant select on cooperation.constituency to {{worker}};
comment on table cooperation.constituency is 'A group of seats that provides one chair, appointed or elected for some years.';

create table cooperation.constitution (
  body uuid not null,
  day date not null,
  file uuid,
  object uuid,
  edition integer,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint constitution_pkey PRIMARY KEY (body),
  constraint constitution_body_fkey FOREIGN KEY (body) REFERENCES cooperation.body(id),
  constraint constitution_file_fkey FOREIGN KEY (file) REFERENCES kit.object(id),
  constraint constitution_object_edition_fkey FOREIGN KEY (object, edition) REFERENCES kit.edition(object, number),
  constraint constitution_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES kit.object(id),
  constraint constitution_check CHECK (((file IS NULL) <> (object IS NULL))),
  constraint constitution_check1 CHECK (((object IS NULL) = (edition IS NULL)))
);
alter table cooperation.constitution force row level security;
create policy constitution_make on cooperation.constitution for insert to {{app}}
  with check ((access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], body) AND (recorded_by = ( SELECT (access.actor()).person AS person)) AND (recorded_at = ( SELECT (access.actor()).at AS at)) AND (day <= ( SELECT (access.actor()).today AS today))));
create policy constitution_owner on cooperation.constitution for all to {{owner}}
  using (true)
  with check (true);
create policy constitution_see on cooperation.constitution for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = constitution.body))));
create policy constitution_worker on cooperation.constitution for select to {{worker}}
  using (true);
CREATE TRIGGER constitution_guard BEFORE INSERT ON cooperation.constitution FOR EACH ROW EXECUTE FUNCTION cooperation.guard_constitution();
grant insert, select on cooperation.constitution to {{app}};
grant select on cooperation.constitution to {{backup}};
grant select on cooperation.constitution to {{worker}};
comment on table cooperation.constitution is 'A body was constituted on this day, with its document: a file that hangs on something of the body and stays, or a released edition.';

create table cooperation.contribution (
  id uuid not null,
  body uuid not null,
  organisation uuid not null,
  kind text not null,
  text text not null,
  source text,
  recorded_on date not null,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  constraint contribution_pkey PRIMARY KEY (id),
  constraint contribution_body_fkey FOREIGN KEY (body) REFERENCES cooperation.body(id),
  constraint contribution_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint contribution_kind_check CHECK ((kind = ANY (ARRAY['knowledge'::text, 'data'::text, 'resources'::text, 'decision'::text]))),
  constraint contribution_source_check CHECK ((btrim(source) <> ''::text)),
  constraint contribution_text_check CHECK ((btrim(text) <> ''::text))
);
CREATE UNIQUE INDEX contribution_once ON cooperation.contribution USING btree (body, organisation, kind) WHERE (superseded_at IS NULL);
alter table cooperation.contribution force row level security;
create policy contribution_change on cooperation.contribution for update to {{app}}
  using ((cooperation.may_contribute(body, organisation, NULL::text) OR ((source IS NOT NULL) AND cooperation.may_contribute(body, organisation, source))))
  with check ((cooperation.may_contribute(body, organisation, NULL::text) OR ((source IS NOT NULL) AND cooperation.may_contribute(body, organisation, source))));
create policy contribution_make on cooperation.contribution for insert to {{app}}
  with check (((recorded_at = ( SELECT (access.actor()).at AS at)) AND (recorded_on = ( SELECT (access.actor()).today AS today)) AND cooperation.may_contribute(body, organisation, source)));
create policy contribution_owner on cooperation.contribution for all to {{owner}}
  using (true)
  with check (true);
create policy contribution_see on cooperation.contribution for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = contribution.body))));
create policy contribution_worker on cooperation.contribution for select to {{worker}}
  using (true);
CREATE TRIGGER contribution_recorded BEFORE UPDATE ON cooperation.contribution FOR EACH ROW EXECUTE FUNCTION cooperation.guard_closed();
grant insert, select on cooperation.contribution to {{app}};
grant select on cooperation.contribution to {{backup}};
grant select on cooperation.contribution to {{worker}};
grant update (superseded_at) on cooperation.contribution to {{app}};
comment on table cooperation.contribution is 'What an organisation brings into a body. source: null where it said so itself, otherwise from where the office knows.';

create table cooperation.deadlock (
  object uuid not null,
  edition integer not null,
  body uuid not null,
  effect text not null,
  on_day date not null,
  constraint deadlock_pkey PRIMARY KEY (object, edition),
  constraint deadlock_body_fkey FOREIGN KEY (body) REFERENCES cooperation.body(id),
  constraint deadlock_object_edition_fkey FOREIGN KEY (object, edition) REFERENCES kit.edition(object, number),
  constraint deadlock_effect_check CHECK ((effect = ANY (ARRAY['carryOver'::text, 'mediation'::text])))
);
alter table cooperation.deadlock force row level security;
create policy deadlock_owner on cooperation.deadlock for all to {{owner}}
  using (true)
  with check (true);
create policy deadlock_see on cooperation.deadlock for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = deadlock.object))));
create policy deadlock_state on cooperation.deadlock for insert to {{worker}}
  with check (true);
create policy deadlock_worker on cooperation.deadlock for select to {{worker}}
  using (true);
CREATE TRIGGER deadlock_guard BEFORE INSERT ON cooperation.deadlock FOR EACH ROW EXECUTE FUNCTION cooperation.guard_deadlock();
grant select on cooperation.deadlock to {{app}};
grant select on cooperation.deadlock to {{backup}};
grant insert, select on cooperation.deadlock to {{worker}};
comment on table cooperation.deadlock is 'One key was given, the other not within the days of the rules. Never a release.';

create table cooperation.delegation (
  id uuid not null,
  body uuid not null,
  organisation uuid not null,
  person uuid not null,
  deputy uuid,
  from_day date not null,
  until_day date,
  signed_by text not null,
  signed_on date not null,
  source text,
  mandate uuid not null,
  deputy_mandate uuid,
  constraint delegation_pkey PRIMARY KEY (id),
  constraint delegation_body_fkey FOREIGN KEY (body) REFERENCES cooperation.body(id),
  constraint delegation_deputy_fkey FOREIGN KEY (deputy) REFERENCES kit.object(id),
  constraint delegation_deputy_mandate_fkey FOREIGN KEY (deputy_mandate) REFERENCES access.mandate(id),
  constraint delegation_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id),
  constraint delegation_mandate_fkey FOREIGN KEY (mandate) REFERENCES access.mandate(id),
  constraint delegation_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint delegation_person_fkey FOREIGN KEY (person) REFERENCES kit.object(id),
  constraint delegation_check CHECK ((deputy <> person)),
  constraint delegation_check1 CHECK ((until_day > from_day)),
  constraint delegation_check2 CHECK (((deputy IS NULL) = (deputy_mandate IS NULL))),
  constraint delegation_signed_by_check CHECK ((btrim(signed_by) <> ''::text)),
  constraint delegation_source_check CHECK ((btrim(source) <> ''::text))
);
CREATE INDEX delegation_body ON cooperation.delegation USING btree (body, organisation);
alter table cooperation.delegation force row level security;
create policy delegation_make on cooperation.delegation for insert to {{app}}
  with check (((EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = delegation.id) AND (o.kind = 'delegation'::text) AND (o.body = delegation.body) AND (o.author = ( SELECT (access.actor()).person AS person))))) AND (((source IS NULL) AND (organisation = ( SELECT (access.actor()).organisation AS organisation)) AND access.holds(( SELECT access.actor() AS actor), '{admin,head}'::text[], organisation)) OR ((source IS NOT NULL) AND access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], body)))));
create policy delegation_owner on cooperation.delegation for all to {{owner}}
  using (true)
  with check (true);
create policy delegation_see on cooperation.delegation for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = delegation.id))));
create policy delegation_worker on cooperation.delegation for select to {{worker}}
  using (true);
CREATE TRIGGER delegation_guard BEFORE INSERT ON cooperation.delegation FOR EACH ROW EXECUTE FUNCTION cooperation.guard_delegation();
grant insert, select on cooperation.delegation to {{app}};
grant select on cooperation.delegation to {{backup}};
grant select on cooperation.delegation to {{worker}};
comment on column cooperation.delegation.source is 'From where the office knows of the letter; null: the organisation entered it itself.';

create table cooperation.election (
  id uuid not null,
  body uuid not null,
  constituency uuid not null,
  role text not null,
  occasion text not null,
  day date not null,
  term_from date not null,
  term_until date not null,
  method text not null,
  majority text not null,
  status text not null default 'nominating'::text,
  elected uuid,
  settled_on date,
  source text,
  because text,
  mandate uuid,
  constraint election_pkey PRIMARY KEY (id),
  constraint election_body_fkey FOREIGN KEY (body) REFERENCES cooperation.body(id),
  constraint election_constituency_body_fkey FOREIGN KEY (constituency, body) REFERENCES cooperation.constituency(id, body),
  constraint election_id_elected_fkey FOREIGN KEY (id, elected) REFERENCES cooperation.candidacy(election, id),
  constraint election_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id),
  constraint election_mandate_fkey FOREIGN KEY (mandate) REFERENCES access.mandate(id),
  constraint election_because_check CHECK ((btrim(because) <> ''::text)),
  constraint election_check CHECK ((term_from >= day)),
  constraint election_check1 CHECK ((term_until > term_from)),
  constraint election_majority_check CHECK ((majority = ANY (ARRAY['simple'::text, 'cast'::text, 'entitled'::text, 'twoThirds'::text, 'consensus'::text]))),
  constraint election_method_check CHECK ((method = ANY (ARRAY['hands'::text, 'paper'::text, 'electronic'::text]))),
  constraint election_occasion_check CHECK ((occasion = ANY (ARRAY['first'::text, 'term'::text, 'vacancy'::text]))),
  constraint election_role_check CHECK ((role = ANY (ARRAY['chair'::text, 'deputy'::text]))),
  constraint election_source_check CHECK ((btrim(source) <> ''::text)),
  constraint election_status_check CHECK ((status = ANY (ARRAY['nominating'::text, 'drawing'::text, 'casting'::text, 'runoff'::text, 'tie'::text, 'decided'::text, 'accepted'::text, 'declined'::text, 'cancelled'::text])))
);
CREATE INDEX election_body ON cooperation.election USING btree (body);
CREATE UNIQUE INDEX election_one ON cooperation.election USING btree (constituency, role) WHERE (status <> ALL (ARRAY['accepted'::text, 'declined'::text, 'cancelled'::text]));
alter table cooperation.election force row level security;
create policy election_make on cooperation.election for insert to {{app}}
  with check ((access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], body) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = election.id) AND (o.kind = 'election'::text) AND (o.body = election.body))))));
create policy election_owner on cooperation.election for all to {{owner}}
  using (true)
  with check (true);
create policy election_see on cooperation.election for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = election.id))));
create policy election_worker on cooperation.election for select to {{worker}}
  using (true);
CREATE TRIGGER election_guard BEFORE INSERT OR UPDATE ON cooperation.election FOR EACH ROW EXECUTE FUNCTION cooperation.guard_election();
grant insert, select on cooperation.election to {{app}};
grant select on cooperation.election to {{backup}};
grant select on cooperation.election to {{worker}};
comment on table cooperation.election is 'One office, one constituency. term_until is half-open; source: from where the office knows of acceptance or refusal.';

create table cooperation.founding (
  id uuid not null,
  content jsonb not null,
  made jsonb not null default '{}'::jsonb,
  changed_at timestamp with time zone not null,
  finished_on date,
  constraint founding_pkey PRIMARY KEY (id),
  constraint founding_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id),
  constraint founding_content_check CHECK (((jsonb_typeof(content) = 'object'::text) AND (length((content)::text) <= 300000))),
  constraint founding_made_check CHECK (((jsonb_typeof(made) = 'object'::text) AND (length((made)::text) <= 60000)))
);
alter table cooperation.founding force row level security;
create policy founding_change on cooperation.founding for update to {{app}}
  using (((finished_on IS NULL) AND ( SELECT ((o.kind = 'founding'::text) AND (o.deleted_at IS NULL) AND (o.author = (access.actor()).person))
   FROM kit.object o
  WHERE (o.id = founding.id))))
  with check (( SELECT (o.author = (access.actor()).person)
   FROM kit.object o
  WHERE (o.id = founding.id)));
create policy founding_make on cooperation.founding for insert to {{app}}
  with check ((( SELECT ((o.kind = 'founding'::text) AND (o.audience = 'draft'::text) AND (o.author = (access.actor()).person))
   FROM kit.object o
  WHERE (o.id = founding.id)) AND (finished_on IS NULL)));
create policy founding_owner on cooperation.founding for all to {{owner}}
  using (true)
  with check (true);
create policy founding_see on cooperation.founding for select to {{app}}
  using (( SELECT true
   FROM kit.object o
  WHERE (o.id = founding.id)));
create policy founding_worker on cooperation.founding for all to {{worker}}
  using (true);
grant select on cooperation.founding to {{app}};
grant select on cooperation.founding to {{backup}};
grant delete on cooperation.founding to {{worker}};
grant insert (changed_at, content, id) on cooperation.founding to {{app}};
grant update (changed_at, content, finished_on, made) on cooperation.founding to {{app}};
grant select (changed_at, id) on cooperation.founding to {{worker}};
comment on table cooperation.founding is 'What somebody has said so far about a body that is to be founded. Goes a year after it was last touched.';
comment on column cooperation.founding.made is 'Which step of the founding has made what, or why it was refused: whoever goes on makes nothing twice.';
comment on column cooperation.founding.finished_on is 'The body is there. From then on the draft names nobody and does not change.';

create table cooperation.friction (
  id uuid not null,
  seam uuid not null,
  organisation uuid not null,
  text text not null,
  stated_on date not null,
  settled_on date,
  settled_how text,
  constraint friction_pkey PRIMARY KEY (id),
  constraint friction_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint friction_seam_fkey FOREIGN KEY (seam) REFERENCES cooperation.seam(id),
  constraint friction_check CHECK (((settled_on IS NULL) = (settled_how IS NULL))),
  constraint friction_settled_how_check CHECK ((btrim(settled_how) <> ''::text)),
  constraint friction_text_check CHECK ((btrim(text) <> ''::text))
);
CREATE INDEX friction_seam ON cooperation.friction USING btree (seam);
alter table cooperation.friction force row level security;
create policy friction_make on cooperation.friction for insert to {{app}}
  with check (((organisation = ( SELECT (access.actor()).organisation AS organisation)) AND (stated_on = ( SELECT (access.actor()).today AS today)) AND (settled_on IS NULL) AND access.holds(( SELECT access.actor() AS actor), '{admin,head,planner,staff}'::text[], organisation) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = friction.seam)))));
create policy friction_owner on cooperation.friction for all to {{owner}}
  using (true)
  with check (true);
create policy friction_see on cooperation.friction for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = friction.seam))));
create policy friction_settle on cooperation.friction for update to {{app}}
  using (((settled_on IS NULL) AND access.holds(( SELECT access.actor() AS actor), '{admin,head,planner,staff}'::text[], organisation)))
  with check ((settled_on = ( SELECT (access.actor()).today AS today)));
create policy friction_worker on cooperation.friction for select to {{worker}}
  using (true);
grant insert, select on cooperation.friction to {{app}};
grant select on cooperation.friction to {{backup}};
grant select on cooperation.friction to {{worker}};
grant update (settled_how, settled_on) on cooperation.friction to {{app}};
comment on table cooperation.friction is 'What does not work at a seam, as an organisation states it; settled when the same organisation says so.';

create table cooperation.interim (
  mandate uuid not null,
  body uuid not null,
  constituency uuid not null,
  constraint interim_pkey PRIMARY KEY (mandate),
  constraint interim_body_fkey FOREIGN KEY (body) REFERENCES cooperation.body(id),
  constraint interim_constituency_body_fkey FOREIGN KEY (constituency, body) REFERENCES cooperation.constituency(id, body),
  constraint interim_mandate_fkey FOREIGN KEY (mandate) REFERENCES access.mandate(id)
);
alter table cooperation.interim force row level security;
create policy interim_make on cooperation.interim for insert to {{app}}
  with check ((EXISTS ( SELECT
   FROM access.mandate m
  WHERE ((m.id = interim.mandate) AND (m.body = interim.body) AND (m.role = 'chair'::text) AND (m.granted_by = ( SELECT (access.actor()).person AS person)) AND (m.recorded_at = ( SELECT (access.actor()).at AS at))))));
create policy interim_owner on cooperation.interim for all to {{owner}}
  using (true)
  with check (true);
create policy interim_see on cooperation.interim for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = interim.body))));
create policy interim_worker on cooperation.interim for select to {{worker}}
  using (true);
grant insert, select on cooperation.interim to {{app}};
grant select on cooperation.interim to {{backup}};
grant select on cooperation.interim to {{worker}};
comment on table cooperation.interim is 'A chair that goes on after its term until the election, because the rules of procedure say so.';

create table cooperation.involvement (
  id uuid not null,
  about uuid not null,
  organisation uuid not null,
  own boolean not null,
  influence text,
  interest text,
  contribution text not null default ''::text,
  state text,
  source text,
  stated_by uuid not null,
  recorded_on date not null,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  constraint involvement_pkey PRIMARY KEY (id),
  constraint involvement_about_fkey FOREIGN KEY (about) REFERENCES kit.object(id),
  constraint involvement_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint involvement_stated_by_fkey FOREIGN KEY (stated_by) REFERENCES kit.object(id),
  constraint involvement_check CHECK ((own = (source IS NULL))),
  constraint involvement_check1 CHECK (((NOT own) OR ((influence IS NULL) AND (state IS DISTINCT FROM 'asked'::text)))),
  constraint involvement_check2 CHECK (((influence IS NOT NULL) OR (interest IS NOT NULL) OR (state IS NOT NULL) OR (contribution <> ''::text))),
  constraint involvement_influence_check CHECK ((influence = ANY (ARRAY['high'::text, 'medium'::text, 'low'::text]))),
  constraint involvement_interest_check CHECK ((interest = ANY (ARRAY['high'::text, 'medium'::text, 'low'::text]))),
  constraint involvement_source_check CHECK ((btrim(source) <> ''::text)),
  constraint involvement_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'promised'::text, 'involved'::text, 'left'::text])))
);
CREATE UNIQUE INDEX involvement_once ON cooperation.involvement USING btree (about, organisation, own) WHERE (superseded_at IS NULL);
CREATE INDEX involvement_organisation ON cooperation.involvement USING btree (organisation) WHERE (superseded_at IS NULL);
alter table cooperation.involvement force row level security;
create policy involvement_close on cooperation.involvement for update to {{app}}
  using (cooperation.may_involve(about, organisation, own))
  with check ((superseded_at = ( SELECT (access.actor()).at AS at)));
create policy involvement_make on cooperation.involvement for insert to {{app}}
  with check (((superseded_at IS NULL) AND (recorded_at = ( SELECT (access.actor()).at AS at)) AND (recorded_on = ( SELECT (access.actor()).today AS today)) AND (stated_by = ( SELECT (access.actor()).organisation AS organisation)) AND cooperation.may_involve(about, organisation, own) AND (EXISTS ( SELECT
   FROM kit.object w
  WHERE ((w.id = involvement.organisation) AND (w.kind = 'organisation'::text))))));
create policy involvement_owner on cooperation.involvement for all to {{owner}}
  using (true)
  with check (true);
create policy involvement_see on cooperation.involvement for select to {{app}}
  using (((( SELECT (access.actor()).organisation AS organisation) IS NOT NULL) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = involvement.about)))));
create policy involvement_worker on cooperation.involvement for select to {{worker}}
  using (true);
CREATE TRIGGER involvement_recorded BEFORE UPDATE ON cooperation.involvement FOR EACH ROW EXECUTE FUNCTION cooperation.guard_closed();
grant insert, select on cooperation.involvement to {{app}};
grant select on cooperation.involvement to {{backup}};
grant select on cooperation.involvement to {{worker}};
grant update (superseded_at) on cooperation.involvement to {{app}};
comment on table cooperation.involvement is 'Two voices stand beside each other: own is what the organisation says of itself, the other what those say who deal with it. Neither replaces the other.';
comment on column cooperation.involvement.state is 'What was said: asked, promised, involved, left. What really is (a seat, a joint measure) is not stated but derived.';

create table cooperation.missing_actor (
  id uuid not null,
  body uuid not null,
  actor text not null,
  state text not null,
  organisation uuid,
  note text not null default ''::text,
  recorded_on date not null,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  constraint missing_actor_pkey PRIMARY KEY (id),
  constraint missing_actor_body_fkey FOREIGN KEY (body) REFERENCES cooperation.body(id),
  constraint missing_actor_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint missing_actor_actor_check CHECK ((actor ~ '^[a-z][A-Za-z]*$'::text)),
  constraint missing_actor_check CHECK (((state <> 'notNeeded'::text) OR (btrim(note) <> ''::text))),
  constraint missing_actor_check1 CHECK (((state <> ALL (ARRAY['contacted'::text, 'trial'::text])) OR (organisation IS NOT NULL))),
  constraint missing_actor_state_check CHECK ((state = ANY (ARRAY['contacted'::text, 'trial'::text, 'notNeeded'::text, 'open'::text])))
);
CREATE UNIQUE INDEX missing_actor_once ON cooperation.missing_actor USING btree (body, actor) WHERE (superseded_at IS NULL);
alter table cooperation.missing_actor force row level security;
create policy missing_actor_change on cooperation.missing_actor for update to {{app}}
  using (cooperation.runs(body))
  with check (cooperation.runs(body));
create policy missing_actor_make on cooperation.missing_actor for insert to {{app}}
  with check (((recorded_at = ( SELECT (access.actor()).at AS at)) AND (recorded_on = ( SELECT (access.actor()).today AS today)) AND cooperation.runs(body) AND ((organisation IS NULL) OR (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = missing_actor.organisation) AND (o.kind = 'organisation'::text)))))));
create policy missing_actor_owner on cooperation.missing_actor for all to {{owner}}
  using (true)
  with check (true);
create policy missing_actor_see on cooperation.missing_actor for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = missing_actor.body))));
create policy missing_actor_worker on cooperation.missing_actor for select to {{worker}}
  using (true);
CREATE TRIGGER missing_actor_recorded BEFORE UPDATE ON cooperation.missing_actor FOR EACH ROW EXECUTE FUNCTION cooperation.guard_closed();
grant insert, select on cooperation.missing_actor to {{app}};
grant select on cooperation.missing_actor to {{backup}};
grant select on cooperation.missing_actor to {{worker}};
grant update (superseded_at) on cooperation.missing_actor to {{app}};
comment on table cooperation.missing_actor is 'A kind of actor that is not there yet: asked, taking part on trial, or not needed here and why. Once it has a seat, that shows by itself.';

create table cooperation.notification (
  id uuid not null,
  body uuid not null,
  duty uuid not null,
  organisation uuid not null,
  teller text not null,
  told_on date not null,
  effect text not null,
  text text not null,
  recorded_at timestamp with time zone not null,
  constraint notification_pkey PRIMARY KEY (id),
  constraint notification_body_fkey FOREIGN KEY (body) REFERENCES cooperation.body(id),
  constraint notification_duty_fkey FOREIGN KEY (duty) REFERENCES duties.duty(id),
  constraint notification_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id),
  constraint notification_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint notification_effect_check CHECK ((effect = ANY (ARRAY['state'::text, 'reason'::text]))),
  constraint notification_teller_check CHECK ((btrim(teller) <> ''::text)),
  constraint notification_text_check CHECK ((length(btrim(text)) >= 3))
);
CREATE INDEX notification_duty ON cooperation.notification USING btree (duty);
alter table cooperation.notification force row level security;
create policy notification_make on cooperation.notification for insert to {{app}}
  with check ((access.holds(( SELECT access.actor() AS actor), '{office}'::text[], body) AND (recorded_at = ( SELECT (access.actor()).at AS at)) AND (told_on <= ( SELECT (access.actor()).today AS today)) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = notification.id) AND (o.kind = 'notification'::text) AND (o.body = notification.body)))) AND (EXISTS ( SELECT
   FROM (duties.duty d
     JOIN kit.object o ON ((o.id = d.id)))
  WHERE ((d.id = notification.duty) AND (d.debtor = notification.organisation) AND (o.body = notification.body))))));
create policy notification_owner on cooperation.notification for all to {{owner}}
  using (true)
  with check (true);
create policy notification_see on cooperation.notification for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = notification.id))));
create policy notification_worker on cooperation.notification for select to {{worker}}
  using (true);
grant insert, select on cooperation.notification to {{app}};
grant select on cooperation.notification to {{backup}};
grant select on cooperation.notification to {{worker}};
comment on table cooperation.notification is 'Recorded by the office on behalf of the organisation that owes the duty; the mail itself hangs on the object as a file.';

create table cooperation.objection (
  object uuid not null,
  edition integer not null,
  body uuid not null,
  person uuid not null,
  organisation uuid not null,
  mandate uuid not null,
  reason text not null,
  at timestamp with time zone not null,
  constraint objection_pkey PRIMARY KEY (object, edition),
  constraint objection_body_fkey FOREIGN KEY (body) REFERENCES cooperation.body(id),
  constraint objection_mandate_fkey FOREIGN KEY (mandate) REFERENCES access.mandate(id),
  constraint objection_object_edition_fkey FOREIGN KEY (object, edition) REFERENCES kit.edition(object, number),
  constraint objection_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint objection_person_fkey FOREIGN KEY (person) REFERENCES kit.object(id),
  constraint objection_reason_check CHECK ((length(btrim(reason)) >= 3))
);
alter table cooperation.objection force row level security;
create policy objection_owner on cooperation.objection for all to {{owner}}
  using (true)
  with check (true);
create policy objection_raise on cooperation.objection for insert to {{app}}
  with check (((person = ( SELECT (access.actor()).person AS person)) AND (organisation = ( SELECT (access.actor()).organisation AS organisation)) AND (at = ( SELECT (access.actor()).at AS at)) AND (mandate = ANY (( SELECT (access.actor()).mandates AS mandates)::uuid[])) AND access.holds(( SELECT access.actor() AS actor), '{chair}'::text[], body) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = objection.object) AND (o.body = objection.body) AND (o.deleted_at IS NULL))))));
create policy objection_see on cooperation.objection for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = objection.object))));
create policy objection_worker on cooperation.objection for select to {{worker}}
  using (true);
CREATE TRIGGER objection_guard BEFORE INSERT ON cooperation.objection FOR EACH ROW EXECUTE FUNCTION cooperation.guard_objection();
grant insert, select on cooperation.objection to {{app}};
grant select on cooperation.objection to {{backup}};
grant select on cooperation.objection to {{worker}};
comment on table cooperation.objection is '"So nicht": a chair hands an edition back with a reason. It is not released any more; a new edition can be.';

create table cooperation.party (
  agreement uuid not null,
  edition integer not null,
  organisation uuid not null,
  signing text not null default 'single'::text,
  constraint party_pkey PRIMARY KEY (agreement, edition, organisation),
  constraint party_agreement_fkey FOREIGN KEY (agreement) REFERENCES cooperation.agreement(id),
  constraint party_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint party_signing_check CHECK ((signing = ANY (ARRAY['single'::text, 'joint'::text])))
);
alter table cooperation.party force row level security;
create policy party_drop on cooperation.party for delete to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = party.agreement) AND cooperation.runs(o.body)))));
create policy party_make on cooperation.party for insert to {{app}}
  with check ((EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = party.agreement) AND (o.kind = 'agreement'::text) AND cooperation.runs(o.body)))));
create policy party_owner on cooperation.party for all to {{owner}}
  using (true)
  with check (true);
create policy party_see on cooperation.party for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = party.agreement))));
create policy party_worker on cooperation.party for select to {{worker}}
  using (true);
CREATE TRIGGER party_frozen BEFORE INSERT OR DELETE OR UPDATE ON cooperation.party FOR EACH ROW EXECUTE FUNCTION cooperation.guard_frozen();
CREATE TRIGGER party_signing BEFORE INSERT ON cooperation.party FOR EACH ROW EXECUTE FUNCTION cooperation.take_signing();
grant delete, insert, select on cooperation.party to {{app}};
grant select on cooperation.party to {{backup}};
grant select on cooperation.party to {{worker}};
comment on column cooperation.party.signing is 'joint: two heads of equal rank sign, one alone does not bind the party. Taken from the organisation, never typed in.';

create table cooperation.public_page (
  id uuid not null,
  body uuid not null,
  withdrawn_through integer not null default 0,
  constraint public_page_pkey PRIMARY KEY (id),
  constraint public_page_body_key UNIQUE (body),
  constraint public_page_body_fkey FOREIGN KEY (body) REFERENCES cooperation.body(id),
  constraint public_page_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id),
  constraint public_page_withdrawn_through_check CHECK ((withdrawn_through >= 0))
);
alter table cooperation.public_page force row level security;
create policy public_page_make on cooperation.public_page for insert to {{app}}
  with check (((EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = public_page.id) AND (o.kind = 'publicPage'::text) AND (o.body = public_page.body)))) AND cooperation.runs(body) AND (withdrawn_through = 0)));
create policy public_page_owner on cooperation.public_page for all to {{owner}}
  using (true)
  with check (true);
create policy public_page_see on cooperation.public_page for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = public_page.id))));
create policy public_page_withdraw on cooperation.public_page for update to {{app}}
  using (access.holds(( SELECT access.actor() AS actor), '{chair}'::text[], body))
  with check (access.holds(( SELECT access.actor() AS actor), '{chair}'::text[], body));
create policy public_page_worker on cooperation.public_page for select to {{worker}}
  using (true);
CREATE TRIGGER public_page_guard BEFORE UPDATE ON cooperation.public_page FOR EACH ROW EXECUTE FUNCTION cooperation.guard_public_page();
grant insert, select on cooperation.public_page to {{app}};
grant select on cooperation.public_page to {{backup}};
grant select on cooperation.public_page to {{worker}};
grant update (withdrawn_through) on cooperation.public_page to {{app}};
comment on table cooperation.public_page is 'Its content are the editions of the object; everybody sees the latest that the chairs have released and nobody has withdrawn.';
comment on column cooperation.public_page.withdrawn_through is 'Editions up to this one are no longer shown. One chair suffices to withdraw: it only narrows.';

create table cooperation.publication (
  id uuid not null,
  object uuid not null,
  edition integer not null,
  constraint publication_pkey PRIMARY KEY (id),
  constraint publication_object_edition_key UNIQUE (object, edition),
  constraint publication_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id),
  constraint publication_object_edition_fkey FOREIGN KEY (object, edition) REFERENCES kit.edition(object, number)
);
alter table cooperation.publication force row level security;
create policy publication_ask on cooperation.publication for insert to {{app}}
  with check ((EXISTS ( SELECT
   FROM (kit.object p
     JOIN kit.object o ON ((o.body = p.body)))
  WHERE ((p.id = publication.id) AND (p.kind = 'publication'::text) AND (p.owner = p.body) AND (o.id = publication.object) AND (o.deleted_at IS NULL) AND access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], p.body)))));
create policy publication_owner on cooperation.publication for all to {{owner}}
  using (true)
  with check (true);
create policy publication_see on cooperation.publication for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = publication.id))));
create policy publication_worker on cooperation.publication for select to {{worker}}
  using (true);
CREATE TRIGGER publication_guard BEFORE INSERT ON cooperation.publication FOR EACH ROW EXECUTE FUNCTION cooperation.guard_publication();
grant insert, select on cooperation.publication to {{app}};
grant select on cooperation.publication to {{backup}};
grant select on cooperation.publication to {{worker}};
comment on table cooperation.publication is 'Something of the body is to become public; its own edition 1 is what the chairs release.';

create table cooperation.release (
  object uuid not null,
  edition integer not null,
  body uuid not null,
  person uuid not null,
  organisation uuid not null,
  mandate uuid not null,
  at timestamp with time zone not null,
  on_behalf uuid,
  constituency uuid,
  constraint release_pkey PRIMARY KEY (object, edition, organisation),
  constraint release_object_edition_person_key UNIQUE (object, edition, person),
  constraint release_body_fkey FOREIGN KEY (body) REFERENCES cooperation.body(id),
  constraint release_constituency_fkey FOREIGN KEY (constituency) REFERENCES cooperation.constituency(id),
  constraint release_mandate_fkey FOREIGN KEY (mandate) REFERENCES access.mandate(id),
  constraint release_object_edition_fkey FOREIGN KEY (object, edition) REFERENCES kit.edition(object, number),
  constraint release_on_behalf_fkey FOREIGN KEY (on_behalf) REFERENCES kit.object(id),
  constraint release_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint release_person_fkey FOREIGN KEY (person) REFERENCES kit.object(id)
);
CREATE UNIQUE INDEX release_side ON cooperation.release USING btree (object, edition, constituency) WHERE (constituency IS NOT NULL);
alter table cooperation.release force row level security;
create policy release_give on cooperation.release for insert to {{app}}
  with check (((person = ( SELECT (access.actor()).person AS person)) AND (at = ( SELECT (access.actor()).at AS at)) AND (mandate = ANY (( SELECT (access.actor()).mandates AS mandates)::uuid[])) AND (((on_behalf IS NULL) AND (organisation = ( SELECT (access.actor()).organisation AS organisation)) AND access.holds(( SELECT access.actor() AS actor), '{chair}'::text[], body)) OR ((on_behalf IS NOT NULL) AND access.holds(( SELECT access.actor() AS actor), '{deputy}'::text[], body))) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = release.object) AND (o.body = release.body) AND (o.deleted_at IS NULL))))));
create policy release_owner on cooperation.release for all to {{owner}}
  using (true)
  with check (true);
create policy release_see on cooperation.release for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = release.object))));
create policy release_worker on cooperation.release for select to {{worker}}
  using (true);
CREATE TRIGGER release_alive BEFORE INSERT ON cooperation.release FOR EACH ROW EXECUTE FUNCTION cooperation.guard_release_alive();
CREATE TRIGGER release_guard BEFORE INSERT ON cooperation.release FOR EACH ROW EXECUTE FUNCTION cooperation.guard_release();
CREATE TRIGGER release_opens AFTER INSERT ON cooperation.release FOR EACH ROW EXECUTE FUNCTION cooperation.after_release();
grant insert, select on cooperation.release to {{app}};
grant select on cooperation.release to {{backup}};
grant select on cooperation.release to {{worker}};
comment on table cooperation.release is 'One key: a chair releases an edition as itself. Once per organisation and once per person, so that nobody gives both keys.';
comment on column cooperation.release.on_behalf is 'The absent chair whose key this is; person is then who stands in.';
comment on column cooperation.release.constituency is 'Whose side the key is, entered by the trigger: one side never gives two.';

create table cooperation.round (
  election uuid not null,
  number smallint not null,
  runoff boolean not null,
  day date not null,
  entitled integer not null,
  present integer not null,
  against integer not null,
  abstained integer not null,
  invalid integer not null,
  outcome text not null,
  lot uuid,
  lot_by uuid,
  lot_for uuid,
  witness uuid,
  witness_for uuid,
  struck_because text,
  recorded_by uuid not null,
  recorded_for uuid not null,
  recorded_at timestamp with time zone not null,
  constraint round_pkey PRIMARY KEY (election, number),
  constraint round_election_fkey FOREIGN KEY (election) REFERENCES cooperation.election(id),
  constraint round_election_lot_fkey FOREIGN KEY (election, lot) REFERENCES cooperation.candidacy(election, id),
  constraint round_lot_by_fkey FOREIGN KEY (lot_by) REFERENCES kit.object(id),
  constraint round_lot_for_fkey FOREIGN KEY (lot_for) REFERENCES kit.object(id),
  constraint round_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES kit.object(id),
  constraint round_recorded_for_fkey FOREIGN KEY (recorded_for) REFERENCES kit.object(id),
  constraint round_witness_fkey FOREIGN KEY (witness) REFERENCES kit.object(id),
  constraint round_witness_for_fkey FOREIGN KEY (witness_for) REFERENCES kit.object(id),
  constraint round_abstained_check CHECK ((abstained >= 0)),
  constraint round_against_check CHECK ((against >= 0)),
  constraint round_check CHECK (((present >= 0) AND (present <= entitled))),
  constraint round_check1 CHECK ((witness_for <> COALESCE(lot_for, recorded_for))),
  constraint round_invalid_check CHECK ((invalid >= 0)),
  constraint round_number_check CHECK ((number > 0)),
  constraint round_outcome_check CHECK ((outcome = ANY (ARRAY['elected'::text, 'runoff'::text, 'tie'::text, 'none'::text]))),
  constraint round_struck_because_check CHECK ((btrim(struck_because) <> ''::text))
);
alter table cooperation.round force row level security;
create policy round_owner on cooperation.round for all to {{owner}}
  using (true)
  with check (true);
create policy round_see on cooperation.round for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = round.election))));
create policy round_worker on cooperation.round for select to {{worker}}
  using (true);
grant select on cooperation.round to {{app}};
grant select on cooperation.round to {{backup}};
grant select on cooperation.round to {{worker}};
comment on table cooperation.round is 'One counting: seats, never heads. A count or a lot is recorded by one and witnessed by another, of another organisation.';

create table cooperation.rules (
  body uuid not null,
  edition integer not null,
  object uuid not null,
  valid_from date not null,
  meets_per_year integer not null,
  notice_days integer not null,
  quorum text not null,
  majority text not null,
  keys_for text[] not null,
  stand_in text not null default 'none'::text,
  deadlock_days integer,
  deadlock text,
  secret_ballot boolean not null default false,
  term_alarm_months integer not null default 6,
  interim text not null,
  group_months integer,
  text text not null default ''::text,
  agreement uuid,
  agreement_edition integer,
  notice_strength text not null default 'must'::text,
  item_days integer,
  minutes_days integer,
  minutes_strength text not null default 'must'::text,
  binds_from date,
  objection_days integer not null default 14,
  circulation_days integer,
  circulation_majority text,
  circulation_to_meeting boolean,
  constraint rules_pkey PRIMARY KEY (body, edition),
  constraint rules_agreement_fkey FOREIGN KEY (agreement) REFERENCES cooperation.agreement(id),
  constraint rules_body_fkey FOREIGN KEY (body) REFERENCES cooperation.body(id),
  constraint rules_object_edition_fkey FOREIGN KEY (object, edition) REFERENCES kit.edition(object, number),
  constraint rules_object_fkey FOREIGN KEY (object) REFERENCES kit.object(id),
  constraint rules_agreement_whole CHECK (((agreement IS NULL) = (agreement_edition IS NULL))),
  constraint rules_circulation_days_check CHECK (((circulation_days >= 1) AND (circulation_days <= 90))),
  constraint rules_circulation_majority_check CHECK ((circulation_majority = ANY (ARRAY['simple'::text, 'cast'::text, 'entitled'::text, 'twoThirds'::text, 'consensus'::text]))),
  constraint rules_circulation_whole CHECK ((((circulation_days IS NULL) = (circulation_majority IS NULL)) AND ((circulation_days IS NULL) = (circulation_to_meeting IS NULL)))),
  constraint rules_deadlock_check CHECK ((deadlock = ANY (ARRAY['carryOver'::text, 'mediation'::text]))),
  constraint rules_deadlock_days_check CHECK (((deadlock_days >= 1) AND (deadlock_days <= 365))),
  constraint rules_deadlock_whole CHECK (((deadlock IS NULL) = (deadlock_days IS NULL))),
  constraint rules_group_months_check CHECK (((group_months >= 1) AND (group_months <= 60))),
  constraint rules_interim_check CHECK ((interim = ANY (ARRAY['office'::text, 'continue'::text, 'none'::text]))),
  constraint rules_item_days_check CHECK (((item_days >= 1) AND (item_days <= 365))),
  constraint rules_items_before_invitation CHECK ((item_days >= notice_days)),
  constraint rules_keys_for_check CHECK ((keys_for <@ '{agenda,invitation,minutes,publication}'::text[])),
  constraint rules_majority_check CHECK ((majority = ANY (ARRAY['simple'::text, 'cast'::text, 'entitled'::text, 'twoThirds'::text, 'consensus'::text]))),
  constraint rules_meets_per_year_check CHECK (((meets_per_year >= 1) AND (meets_per_year <= 52))),
  constraint rules_minutes_days_check CHECK (((minutes_days >= 1) AND (minutes_days <= 365))),
  constraint rules_minutes_strength_check CHECK ((minutes_strength = ANY (ARRAY['must'::text, 'should'::text, 'usual'::text]))),
  constraint rules_notice_days_check CHECK (((notice_days >= 0) AND (notice_days <= 120))),
  constraint rules_notice_strength_check CHECK ((notice_strength = ANY (ARRAY['must'::text, 'should'::text, 'usual'::text]))),
  constraint rules_objection_days_check CHECK (((objection_days >= 1) AND (objection_days <= 180))),
  constraint rules_quorum_check CHECK ((quorum = ANY (ARRAY['none'::text, 'half'::text, 'twoThirds'::text]))),
  constraint rules_stand_in_check CHECK ((stand_in = ANY (ARRAY['none'::text, 'deputy'::text]))),
  constraint rules_term_alarm_months_check CHECK (((term_alarm_months >= 1) AND (term_alarm_months <= 24)))
);
alter table cooperation.rules force row level security;
create policy rules_owner on cooperation.rules for all to {{owner}}
  using (true)
  with check (true);
create policy rules_propose on cooperation.rules for insert to {{app}}
  with check ((access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], body) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = rules.object) AND (o.kind = 'rules'::text) AND (o.body = rules.body) AND (o.owner = rules.body))))));
create policy rules_see on cooperation.rules for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = rules.object))));
create policy rules_worker on cooperation.rules for select to {{worker}}
  using (true);
CREATE TRIGGER rules_guard BEFORE INSERT ON cooperation.rules FOR EACH ROW EXECUTE FUNCTION cooperation.guard_rules();
grant select on cooperation.rules to {{app}};
grant select on cooperation.rules to {{backup}};
grant select on cooperation.rules to {{worker}};
grant insert (agreement, agreement_edition, body, circulation_days, circulation_majority, circulation_to_meeting, deadlock, deadlock_days, edition, group_months, interim, item_days, keys_for, majority, meets_per_year, minutes_days, minutes_strength, notice_days, notice_strength, object, objection_days, quorum, secret_ballot, stand_in, term_alarm_months, text, valid_from) on cooperation.rules to {{app}};
comment on table cooperation.rules is 'Proposed when written, adopted when the chairs have released the edition or every party has signed the agreement it came with. Never changed.';
comment on column cooperation.rules.keys_for is 'Where both chairs are asked: agenda, invitation, minutes, publication.';
comment on column cooperation.rules.item_days is 'So many days before a meeting items for its agenda are handed in at the latest: with the invitation the agenda goes out.';
comment on column cooperation.rules.binds_from is 'Adopted before duties arose from rules: from this day on they do, and nothing is owed for the time before. Entered by this migration only.';
comment on column cooperation.rules.objection_days is 'Days after the minutes were sent in which an organisation with a seat may object to them; where no rules hold, fourteen.';
comment on column cooperation.rules.circulation_days is 'Every seat has at least so many days to answer; null: nothing is decided by circulation.';
comment on column cooperation.rules.circulation_to_meeting is 'One seat that wants to discuss it in a meeting is enough to bring it there.';

create table cooperation.seam (
  id uuid not null,
  owner_a uuid not null,
  owner_b uuid not null,
  constraint seam_pkey PRIMARY KEY (id),
  constraint seam_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id),
  constraint seam_owner_a_fkey FOREIGN KEY (owner_a) REFERENCES kit.object(id),
  constraint seam_owner_b_fkey FOREIGN KEY (owner_b) REFERENCES kit.object(id),
  constraint seam_check CHECK ((owner_a <> owner_b))
);
CREATE INDEX seam_owner_a ON cooperation.seam USING btree (owner_a);
CREATE INDEX seam_owner_b ON cooperation.seam USING btree (owner_b);
alter table cooperation.seam force row level security;
create policy seam_make on cooperation.seam for insert to {{app}}
  with check (((EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = seam.id) AND (o.kind = 'seam'::text) AND (o.author = ( SELECT (access.actor()).person AS person))))) AND ((( SELECT (access.actor()).organisation AS organisation) = owner_a) OR (( SELECT (access.actor()).organisation AS organisation) = owner_b)) AND access.holds(( SELECT access.actor() AS actor), '{admin,head,planner}'::text[], ( SELECT (access.actor()).organisation AS organisation))));
create policy seam_owner on cooperation.seam for all to {{owner}}
  using (true)
  with check (true);
create policy seam_see on cooperation.seam for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = seam.id))));
create policy seam_worker on cooperation.seam for select to {{worker}}
  using (true);
grant insert, select on cooperation.seam to {{app}};
grant select on cooperation.seam to {{backup}};
grant select on cooperation.seam to {{worker}};
comment on table cooperation.seam is 'An interface between two organisations. Both are its owners in the same way; which of them entered it changes nothing.';

create table cooperation.seam_edition (
  seam uuid not null,
  number integer not null,
  subject text not null,
  basis_a text not null default ''::text,
  basis_b text not null default ''::text,
  handover jsonb not null default '[]'::jsonb,
  procedure text not null default ''::text,
  review_months smallint not null default 12,
  revision integer not null default 1,
  offered_on date,
  constraint seam_edition_pkey PRIMARY KEY (seam, number),
  constraint seam_edition_seam_fkey FOREIGN KEY (seam) REFERENCES cooperation.seam(id),
  constraint seam_edition_number_check CHECK ((number > 0)),
  constraint seam_edition_review_months_check CHECK (((review_months >= 3) AND (review_months <= 60))),
  constraint seam_edition_subject_check CHECK ((btrim(subject) <> ''::text))
);
alter table cooperation.seam_edition force row level security;
create policy seam_edition_change on cooperation.seam_edition for update to {{app}}
  using (cooperation.owns_seam(seam))
  with check ((cooperation.owns_seam(seam) AND ((offered_on IS NULL) OR (offered_on = ( SELECT (access.actor()).today AS today)))));
create policy seam_edition_make on cooperation.seam_edition for insert to {{app}}
  with check (((offered_on IS NULL) AND cooperation.owns_seam(seam)));
create policy seam_edition_owner on cooperation.seam_edition for all to {{owner}}
  using (true)
  with check (true);
create policy seam_edition_see on cooperation.seam_edition for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = seam_edition.seam))));
create policy seam_edition_worker on cooperation.seam_edition for select to {{worker}}
  using (true);
CREATE TRIGGER seam_edition_guard BEFORE INSERT OR UPDATE ON cooperation.seam_edition FOR EACH ROW EXECUTE FUNCTION cooperation.guard_seam_edition();
grant insert, select on cooperation.seam_edition to {{app}};
grant select on cooperation.seam_edition to {{backup}};
grant select on cooperation.seam_edition to {{worker}};
grant update (basis_a, basis_b, handover, offered_on, procedure, review_months, revision, subject) on cooperation.seam_edition to {{app}};
comment on column cooperation.seam_edition.handover is 'What passes from whom to whom and when; the shape is Handover in the area''s contract.';
comment on column cooperation.seam_edition.offered_on is 'From this day the words are fixed; a change makes the next edition.';

create table cooperation.seam_link (
  seam uuid not null,
  object uuid not null,
  constraint seam_link_pkey PRIMARY KEY (seam, object),
  constraint seam_link_object_fkey FOREIGN KEY (object) REFERENCES kit.object(id),
  constraint seam_link_seam_fkey FOREIGN KEY (seam) REFERENCES cooperation.seam(id)
);
CREATE INDEX seam_link_object ON cooperation.seam_link USING btree (object);
alter table cooperation.seam_link force row level security;
create policy seam_link_drop on cooperation.seam_link for delete to {{app}}
  using (cooperation.owns_seam(seam));
create policy seam_link_make on cooperation.seam_link for insert to {{app}}
  with check ((cooperation.owns_seam(seam) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = seam_link.object) AND (o.kind = ANY (ARRAY['body'::text, 'agreement'::text, 'comparison'::text])))))));
create policy seam_link_owner on cooperation.seam_link for all to {{owner}}
  using (true)
  with check (true);
create policy seam_link_see on cooperation.seam_link for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = seam_link.seam))));
create policy seam_link_worker on cooperation.seam_link for select to {{worker}}
  using (true);
grant delete, insert, select on cooperation.seam_link to {{app}};
grant select on cooperation.seam_link to {{backup}};
grant select on cooperation.seam_link to {{worker}};
comment on table cooperation.seam_link is 'Body, agreement or comparison to which a seam belongs.';

create table cooperation.seam_release (
  seam uuid not null,
  edition integer not null,
  organisation uuid not null,
  person uuid not null,
  at timestamp with time zone not null,
  side text not null,
  constraint seam_release_pkey PRIMARY KEY (seam, edition, organisation),
  constraint seam_release_seam_edition_person_key UNIQUE (seam, edition, person),
  constraint seam_release_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint seam_release_person_fkey FOREIGN KEY (person) REFERENCES kit.object(id),
  constraint seam_release_seam_edition_fkey FOREIGN KEY (seam, edition) REFERENCES cooperation.seam_edition(seam, number),
  constraint seam_release_side_check CHECK ((side = ANY (ARRAY['a'::text, 'b'::text])))
);
CREATE UNIQUE INDEX seam_release_side ON cooperation.seam_release USING btree (seam, edition, side);
alter table cooperation.seam_release force row level security;
create policy seam_release_give on cooperation.seam_release for insert to {{app}}
  with check (((organisation = ( SELECT (access.actor()).organisation AS organisation)) AND (person = ( SELECT (access.actor()).person AS person)) AND (at = ( SELECT (access.actor()).at AS at)) AND cooperation.owns_seam(seam)));
create policy seam_release_owner on cooperation.seam_release for all to {{owner}}
  using (true)
  with check (true);
create policy seam_release_see on cooperation.seam_release for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = seam_release.seam))));
create policy seam_release_worker on cooperation.seam_release for select to {{worker}}
  using (true);
CREATE TRIGGER seam_release_guard BEFORE INSERT ON cooperation.seam_release FOR EACH ROW EXECUTE FUNCTION cooperation.guard_seam_release();
CREATE TRIGGER seam_release_side BEFORE INSERT ON cooperation.seam_release FOR EACH ROW EXECUTE FUNCTION cooperation.take_side();
grant insert, select on cooperation.seam_release to {{app}};
grant select on cooperation.seam_release to {{backup}};
grant select on cooperation.seam_release to {{worker}};
comment on table cooperation.seam_release is 'One owner releases one edition. Once per organisation and once per person, so that nobody gives both.';
comment on column cooperation.seam_release.side is 'For which of the two owners it stands, whoever that is today. Entered by the database.';

create table cooperation.seam_review (
  seam uuid not null,
  edition integer not null,
  organisation uuid not null,
  on_day date not null,
  note text not null default ''::text,
  side text not null,
  constraint seam_review_pkey PRIMARY KEY (seam, edition, organisation, on_day),
  constraint seam_review_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint seam_review_seam_edition_fkey FOREIGN KEY (seam, edition) REFERENCES cooperation.seam_edition(seam, number),
  constraint seam_review_side_check CHECK ((side = ANY (ARRAY['a'::text, 'b'::text])))
);
alter table cooperation.seam_review force row level security;
create policy seam_review_make on cooperation.seam_review for insert to {{app}}
  with check (((organisation = ( SELECT (access.actor()).organisation AS organisation)) AND (on_day = ( SELECT (access.actor()).today AS today)) AND cooperation.owns_seam(seam) AND (edition = ( SELECT f.edition
   FROM cooperation.seam_in_force(seam_review.seam) f(edition, since)))));
create policy seam_review_owner on cooperation.seam_review for all to {{owner}}
  using (true)
  with check (true);
create policy seam_review_see on cooperation.seam_review for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = seam_review.seam))));
create policy seam_review_worker on cooperation.seam_review for select to {{worker}}
  using (true);
CREATE TRIGGER seam_review_side BEFORE INSERT ON cooperation.seam_review FOR EACH ROW EXECUTE FUNCTION cooperation.take_side();
grant insert, select on cooperation.seam_review to {{app}};
grant select on cooperation.seam_review to {{backup}};
grant select on cooperation.seam_review to {{worker}};
comment on table cooperation.seam_review is 'An owner has looked whether the agreed procedure still holds.';
comment on column cooperation.seam_review.side is 'For which of the two owners it stands, whoever that is today. Entered by the database.';

create table cooperation.seat (
  id uuid not null,
  body uuid not null,
  organisation uuid not null,
  unit uuid,
  constituency uuid,
  voting boolean not null default true,
  valid_from date not null,
  valid_until date,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  guest boolean not null default false,
  continues uuid,
  doubles uuid,
  kept boolean not null default false,
  ended_because text,
  constraint seat_pkey PRIMARY KEY (id),
  constraint seat_body_fkey FOREIGN KEY (body) REFERENCES cooperation.body(id),
  constraint seat_constituency_body_fkey FOREIGN KEY (constituency, body) REFERENCES cooperation.constituency(id, body),
  constraint seat_continues_fkey FOREIGN KEY (continues) REFERENCES cooperation.seat(id),
  constraint seat_doubles_fkey FOREIGN KEY (doubles) REFERENCES cooperation.seat(id),
  constraint seat_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint seat_unit_fkey FOREIGN KEY (unit) REFERENCES kit.object(id),
  constraint seat_check CHECK ((unit <> organisation)),
  constraint seat_check1 CHECK ((valid_until > valid_from)),
  constraint seat_ended_because_check CHECK ((btrim(ended_because) <> ''::text)),
  constraint seat_guest CHECK ((NOT (guest AND voting))),
  constraint seat_kept CHECK (((NOT kept) OR (doubles IS NOT NULL)))
);
CREATE INDEX seat_body ON cooperation.seat USING btree (body) WHERE (superseded_at IS NULL);
CREATE UNIQUE INDEX seat_once ON cooperation.seat USING btree (body, organisation, COALESCE(unit, organisation), valid_from) WHERE ((superseded_at IS NULL) AND (doubles IS NULL));
CREATE INDEX seat_organisation ON cooperation.seat USING btree (organisation) WHERE (superseded_at IS NULL);
alter table cooperation.seat force row level security;
create policy seat_change on cooperation.seat for update to {{app}}
  using (cooperation.runs(body))
  with check (cooperation.runs(body));
create policy seat_make on cooperation.seat for insert to {{app}}
  with check (cooperation.runs(body));
create policy seat_owner on cooperation.seat for all to {{owner}}
  using (true)
  with check (true);
create policy seat_see on cooperation.seat for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = seat.body))));
create policy seat_worker on cooperation.seat for select to {{worker}}
  using (true);
CREATE TRIGGER seat_recorded BEFORE UPDATE ON cooperation.seat FOR EACH ROW EXECUTE FUNCTION cooperation.guard_seat();
CREATE TRIGGER seat_taken BEFORE INSERT ON cooperation.seat FOR EACH ROW EXECUTE FUNCTION cooperation.guard_new_seat();
grant insert, select on cooperation.seat to {{app}};
grant select on cooperation.seat to {{backup}};
grant select on cooperation.seat to {{worker}};
grant update (kept, superseded_at) on cooperation.seat to {{app}};
comment on table cooperation.seat is 'A seat belongs to an organisation, or to one of its departments, never to a person.';
comment on column cooperation.seat.guest is 'A guest has a place at the table without being a member, and no vote.';
comment on column cooperation.seat.doubles is 'Another seat of the same holder, after two were merged; kept: the office has said that both stay.';

create table cooperation.seat_offer (
  id uuid not null,
  body uuid not null,
  organisation uuid not null,
  unit uuid,
  constituency uuid,
  guest boolean not null default false,
  from_day date not null,
  offered_by uuid not null,
  offered_at timestamp with time zone not null,
  duty uuid,
  answer text,
  answered_on date,
  seat uuid,
  about uuid,
  actor text,
  message text not null default ''::text,
  constraint seat_offer_pkey PRIMARY KEY (id),
  constraint seat_offer_duty_key UNIQUE (duty),
  constraint seat_offer_about_fkey FOREIGN KEY (about) REFERENCES kit.object(id),
  constraint seat_offer_body_fkey FOREIGN KEY (body) REFERENCES cooperation.body(id),
  constraint seat_offer_constituency_body_fkey FOREIGN KEY (constituency, body) REFERENCES cooperation.constituency(id, body),
  constraint seat_offer_duty_fkey FOREIGN KEY (duty) REFERENCES duties.duty(id),
  constraint seat_offer_offered_by_fkey FOREIGN KEY (offered_by) REFERENCES kit.object(id),
  constraint seat_offer_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint seat_offer_seat_fkey FOREIGN KEY (seat) REFERENCES cooperation.seat(id),
  constraint seat_offer_unit_fkey FOREIGN KEY (unit) REFERENCES kit.object(id),
  constraint seat_offer_actor_check CHECK ((actor ~ '^[a-z][A-Za-z]*$'::text)),
  constraint seat_offer_answer_check CHECK ((answer = ANY (ARRAY['accepted'::text, 'declined'::text, 'withdrawn'::text]))),
  constraint seat_offer_answered CHECK (((answer IS NULL) = (answered_on IS NULL))),
  constraint seat_offer_seat CHECK (((COALESCE(answer, ''::text) = 'accepted'::text) = (seat IS NOT NULL)))
);
CREATE INDEX seat_offer_about ON cooperation.seat_offer USING btree (about) WHERE (about IS NOT NULL);
CREATE UNIQUE INDEX seat_offer_open ON cooperation.seat_offer USING btree (body, organisation, COALESCE(unit, organisation)) WHERE (answer IS NULL);
alter table cooperation.seat_offer force row level security;
create policy seat_offer_ask on cooperation.seat_offer for update to {{worker}}
  using ((answer IS NULL))
  with check (((answer IS NULL) AND (duty IS NOT NULL)));
create policy seat_offer_make on cooperation.seat_offer for insert to {{app}}
  with check ((cooperation.runs(body) AND (offered_by = ( SELECT (access.actor()).person AS person)) AND (offered_at = ( SELECT (access.actor()).at AS at)) AND ((about IS NULL) OR (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = seat_offer.about) AND (o.body = seat_offer.body)))))));
create policy seat_offer_owner on cooperation.seat_offer for all to {{owner}}
  using (true)
  with check (true);
create policy seat_offer_see on cooperation.seat_offer for select to {{app}}
  using (((organisation = ( SELECT (access.actor()).organisation AS organisation)) OR access.holds(( SELECT access.actor() AS actor), '{chair,office,delegate,deputy,guest}'::text[], body)));
create policy seat_offer_withdraw on cooperation.seat_offer for update to {{app}}
  using (((answer IS NULL) AND cooperation.runs(body)))
  with check (((answer = 'withdrawn'::text) AND (answered_on = ( SELECT (access.actor()).today AS today)) AND cooperation.runs(body)));
create policy seat_offer_worker on cooperation.seat_offer for select to {{worker}}
  using (true);
grant select on cooperation.seat_offer to {{app}};
grant select on cooperation.seat_offer to {{backup}};
grant select on cooperation.seat_offer to {{worker}};
grant insert (about, actor, body, constituency, from_day, guest, id, message, offered_at, offered_by, organisation, unit) on cooperation.seat_offer to {{app}};
grant update (answer, answered_on) on cooperation.seat_offer to {{app}};
grant update (duty) on cooperation.seat_offer to {{worker}};
comment on table cooperation.seat_offer is 'Asked, not yet given: the seat comes into being when the organisation has taken it. duty: the question that it answers.';
comment on column cooperation.seat_offer.about is 'What it is asked for: the body, or what is dealt with in it; null: a seat, for nothing in particular.';
comment on column cooperation.seat_offer.actor is 'As which kind of actor it was missed.';

create table cooperation.session_day (
  body uuid not null,
  committee text not null,
  day date not null,
  constraint session_day_pkey PRIMARY KEY (body, committee, day),
  constraint session_day_body_fkey FOREIGN KEY (body) REFERENCES cooperation.body(id),
  constraint session_day_committee_check CHECK ((btrim(committee) <> ''::text))
);
alter table cooperation.session_day force row level security;
create policy session_day_drop on cooperation.session_day for delete to {{app}}
  using (access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], body));
create policy session_day_make on cooperation.session_day for insert to {{app}}
  with check (access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], body));
create policy session_day_owner on cooperation.session_day for all to {{owner}}
  using (true)
  with check (true);
create policy session_day_see on cooperation.session_day for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = session_day.body))));
create policy session_day_worker on cooperation.session_day for select to {{worker}}
  using (true);
grant delete, insert, select on cooperation.session_day to {{app}};
grant select on cooperation.session_day to {{backup}};
grant select on cooperation.session_day to {{worker}};
comment on table cooperation.session_day is 'When a committee outside meets, as the office keeps it; clauses say "three weeks before each of its sessions". The journal keeps earlier lists.';

create table cooperation.signature (
  id uuid not null,
  agreement uuid not null,
  edition integer not null,
  organisation uuid not null,
  day date not null,
  place text not null,
  capacity text not null,
  person uuid,
  source text,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  signatory text,
  scan uuid,
  constraint signature_pkey PRIMARY KEY (id),
  constraint signature_agreement_edition_fkey FOREIGN KEY (agreement, edition) REFERENCES kit.edition(object, number),
  constraint signature_agreement_edition_organisation_fkey FOREIGN KEY (agreement, edition, organisation) REFERENCES cooperation.party(agreement, edition, organisation),
  constraint signature_person_fkey FOREIGN KEY (person) REFERENCES kit.object(id),
  constraint signature_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES kit.object(id),
  constraint signature_scan_fkey FOREIGN KEY (scan) REFERENCES kit.object(id),
  constraint signature_capacity_check CHECK ((btrim(capacity) <> ''::text)),
  constraint signature_check CHECK (((person IS NOT NULL) OR (source IS NOT NULL))),
  constraint signature_place_check CHECK ((btrim(place) <> ''::text)),
  constraint signature_signatory_check CHECK ((btrim(signatory) <> ''::text)),
  constraint signature_source_check CHECK ((btrim(source) <> ''::text))
);
CREATE UNIQUE INDEX signature_once ON cooperation.signature USING btree (agreement, edition, organisation, COALESCE((person)::text, lower(btrim(signatory)), ''::text));
alter table cooperation.signature force row level security;
create policy signature_make on cooperation.signature for insert to {{app}}
  with check (((recorded_by = ( SELECT (access.actor()).person AS person)) AND (recorded_at = ( SELECT (access.actor()).at AS at)) AND (day <= ( SELECT (access.actor()).today AS today)) AND (((source IS NULL) AND (person = recorded_by) AND (organisation = ( SELECT (access.actor()).organisation AS organisation)) AND access.holds(( SELECT access.actor() AS actor), '{admin,head,planner}'::text[], organisation)) OR ((source IS NOT NULL) AND (person IS NULL) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = signature.agreement) AND access.holds(( SELECT access.actor() AS actor), '{office}'::text[], o.body))))))));
create policy signature_owner on cooperation.signature for all to {{owner}}
  using (true)
  with check (true);
create policy signature_see on cooperation.signature for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = signature.agreement))));
create policy signature_worker on cooperation.signature for select to {{worker}}
  using (true);
CREATE TRIGGER signature_guard BEFORE INSERT ON cooperation.signature FOR EACH ROW EXECUTE FUNCTION cooperation.guard_signature();
grant insert, select on cooperation.signature to {{app}};
grant select on cooperation.signature to {{backup}};
grant select on cooperation.signature to {{worker}};
comment on table cooperation.signature is 'Records that a party has signed this edition; it does not replace the signature on paper. source: where the office has it from.';
comment on column cooperation.signature.signatory is 'Who signed on paper, by name; a signature given here names its person.';
comment on column cooperation.signature.scan is 'The scanned page, a file of the agreement.';

create table cooperation.stand_in (
  id uuid not null,
  body uuid not null,
  chair uuid not null,
  organisation uuid not null,
  deputy uuid not null,
  deputy_organisation uuid not null,
  named_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint stand_in_pkey PRIMARY KEY (id),
  constraint stand_in_body_fkey FOREIGN KEY (body) REFERENCES cooperation.body(id),
  constraint stand_in_chair_fkey FOREIGN KEY (chair) REFERENCES kit.object(id),
  constraint stand_in_deputy_fkey FOREIGN KEY (deputy) REFERENCES kit.object(id),
  constraint stand_in_deputy_organisation_fkey FOREIGN KEY (deputy_organisation) REFERENCES kit.object(id),
  constraint stand_in_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint stand_in_check CHECK ((deputy <> chair))
);
CREATE UNIQUE INDEX stand_in_of_chair ON cooperation.stand_in USING btree (body, chair) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX stand_in_organisation ON cooperation.stand_in USING btree (body, deputy_organisation) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX stand_in_person ON cooperation.stand_in USING btree (body, deputy) WHERE (ended_at IS NULL);
alter table cooperation.stand_in force row level security;
create policy stand_in_end on cooperation.stand_in for update to {{app}}
  using (((ended_at IS NULL) AND (chair = ( SELECT (access.actor()).person AS person))))
  with check ((ended_at = ( SELECT (access.actor()).at AS at)));
create policy stand_in_name on cooperation.stand_in for insert to {{app}}
  with check (((chair = ( SELECT (access.actor()).person AS person)) AND (organisation = ( SELECT (access.actor()).organisation AS organisation)) AND (named_at = ( SELECT (access.actor()).at AS at)) AND (ended_at IS NULL) AND access.holds(( SELECT access.actor() AS actor), '{chair}'::text[], body)));
create policy stand_in_owner on cooperation.stand_in for all to {{owner}}
  using (true)
  with check (true);
create policy stand_in_see on cooperation.stand_in for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = stand_in.body))));
create policy stand_in_worker on cooperation.stand_in for select to {{worker}}
  using (true);
CREATE TRIGGER stand_in_guard BEFORE INSERT ON cooperation.stand_in FOR EACH ROW EXECUTE FUNCTION cooperation.guard_stand_in();
grant insert, select on cooperation.stand_in to {{app}};
grant select on cooperation.stand_in to {{backup}};
grant select on cooperation.stand_in to {{worker}};
grant update (ended_at) on cooperation.stand_in to {{app}};
comment on table cooperation.stand_in is 'Whom a chair has named to give its key while it is away. Both chairs never name the same person or the same organisation.';

create table cooperation.subject_topic (
  about uuid not null,
  code text not null,
  constraint subject_topic_pkey PRIMARY KEY (about, code),
  constraint subject_topic_about_fkey FOREIGN KEY (about) REFERENCES kit.object(id),
  constraint subject_topic_code_check CHECK ((code ~ '^[a-z][A-Za-z]*$'::text))
);
alter table cooperation.subject_topic force row level security;
create policy subject_topic_drop on cooperation.subject_topic for delete to {{app}}
  using (cooperation.may_involve(about, NULL::uuid, false));
create policy subject_topic_make on cooperation.subject_topic for insert to {{app}}
  with check (cooperation.may_involve(about, NULL::uuid, false));
create policy subject_topic_owner on cooperation.subject_topic for all to {{owner}}
  using (true)
  with check (true);
create policy subject_topic_see on cooperation.subject_topic for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = subject_topic.about))));
create policy subject_topic_worker on cooperation.subject_topic for select to {{worker}}
  using (true);
grant delete, insert, select on cooperation.subject_topic to {{app}};
grant select on cooperation.subject_topic to {{backup}};
grant select on cooperation.subject_topic to {{worker}};
comment on table cooperation.subject_topic is 'What a need or a measure deals with, where that is narrower than its body: it says who usually belongs.';

create table cooperation.tally (
  election uuid not null,
  number smallint not null,
  candidacy uuid not null,
  votes integer not null,
  again boolean not null default false,
  constraint tally_pkey PRIMARY KEY (election, number, candidacy),
  constraint tally_election_candidacy_fkey FOREIGN KEY (election, candidacy) REFERENCES cooperation.candidacy(election, id),
  constraint tally_election_number_fkey FOREIGN KEY (election, number) REFERENCES cooperation.round(election, number),
  constraint tally_votes_check CHECK ((votes >= 0))
);
alter table cooperation.tally force row level security;
create policy tally_owner on cooperation.tally for all to {{owner}}
  using (true)
  with check (true);
create policy tally_see on cooperation.tally for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = tally.election))));
create policy tally_worker on cooperation.tally for select to {{worker}}
  using (true);
grant select on cooperation.tally to {{app}};
grant select on cooperation.tally to {{backup}};
grant select on cooperation.tally to {{worker}};

create table cooperation.termination (
  id uuid not null,
  agreement uuid not null,
  edition integer not null,
  organisation uuid not null,
  kind text not null,
  declared_on date not null,
  effective_on date not null,
  reason text not null default ''::text,
  capacity text not null,
  person uuid,
  signatory text,
  second uuid,
  second_on date,
  second_signatory text,
  source text,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  taken_back_on date,
  taken_back_by uuid,
  taken_back_because text,
  seat_answer text,
  answered_by uuid,
  answered_on date,
  constraint termination_pkey PRIMARY KEY (id),
  constraint termination_agreement_edition_organisation_fkey FOREIGN KEY (agreement, edition, organisation) REFERENCES cooperation.party(agreement, edition, organisation),
  constraint termination_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES kit.object(id),
  constraint termination_person_fkey FOREIGN KEY (person) REFERENCES kit.object(id),
  constraint termination_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES kit.object(id),
  constraint termination_second_fkey FOREIGN KEY (second) REFERENCES kit.object(id),
  constraint termination_taken_back_by_fkey FOREIGN KEY (taken_back_by) REFERENCES kit.object(id),
  constraint termination_capacity_check CHECK ((btrim(capacity) <> ''::text)),
  constraint termination_check CHECK ((effective_on > declared_on)),
  constraint termination_check1 CHECK ((second <> person)),
  constraint termination_check2 CHECK (((kind = 'ordinary'::text) OR (length(btrim(reason)) >= 10))),
  constraint termination_check3 CHECK (((person IS NOT NULL) OR ((source IS NOT NULL) AND (signatory IS NOT NULL)))),
  constraint termination_kind_check CHECK ((kind = ANY (ARRAY['ordinary'::text, 'extraordinary'::text]))),
  constraint termination_seat_answer_check CHECK ((seat_answer = ANY (ARRAY['keep'::text, 'end'::text]))),
  constraint termination_second_signatory_check CHECK ((btrim(second_signatory) <> ''::text)),
  constraint termination_signatory_check CHECK ((btrim(signatory) <> ''::text)),
  constraint termination_source_check CHECK ((btrim(source) <> ''::text)),
  constraint termination_taken_back_because_check CHECK ((btrim(taken_back_because) <> ''::text))
);
CREATE UNIQUE INDEX termination_once ON cooperation.termination USING btree (agreement, edition, organisation) WHERE (taken_back_on IS NULL);
alter table cooperation.termination force row level security;
create policy termination_make on cooperation.termination for insert to {{app}}
  with check (((recorded_by = ( SELECT (access.actor()).person AS person)) AND (recorded_at = ( SELECT (access.actor()).at AS at)) AND (declared_on <= ( SELECT (access.actor()).today AS today)) AND (second IS NULL) AND (taken_back_on IS NULL) AND (seat_answer IS NULL) AND (((source IS NULL) AND (signatory IS NULL) AND (person = recorded_by) AND (organisation = ( SELECT (access.actor()).organisation AS organisation)) AND access.holds(( SELECT access.actor() AS actor), '{admin,head,planner}'::text[], organisation) AND (declared_on = ( SELECT (access.actor()).today AS today))) OR ((source IS NOT NULL) AND (person IS NULL) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = termination.agreement) AND access.holds(( SELECT access.actor() AS actor), '{office}'::text[], o.body))))))));
create policy termination_owner on cooperation.termination for all to {{owner}}
  using (true)
  with check (true);
create policy termination_see on cooperation.termination for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = termination.agreement))));
create policy termination_step on cooperation.termination for update to {{app}}
  using ((access.holds(( SELECT access.actor() AS actor), '{admin,head,planner}'::text[], organisation) OR (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = termination.agreement) AND access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], o.body))))))
  with check (true);
create policy termination_worker on cooperation.termination for select to {{worker}}
  using (true);
CREATE TRIGGER termination_guard BEFORE INSERT OR UPDATE ON cooperation.termination FOR EACH ROW EXECUTE FUNCTION cooperation.guard_termination();
grant insert, select on cooperation.termination to {{app}};
grant select on cooperation.termination to {{backup}};
grant select on cooperation.termination to {{worker}};
grant update (answered_by, answered_on, seat_answer, second, second_on, taken_back_because, taken_back_by, taken_back_on) on cooperation.termination to {{app}};
comment on table cooperation.termination is 'A party declares that it leaves an agreement. effective_on: the first day on which it is no longer bound. It stays on record when it is taken back.';
comment on column cooperation.termination.second is 'The second head, where two of equal rank sign jointly: without it the declaration has no effect.';
comment on column cooperation.termination.seat_answer is 'What office or chairs have decided about the seats that rested on the agreement.';

create table cooperation.working_group (
  body uuid not null,
  parent uuid not null,
  mandate uuid not null,
  edition integer not null,
  task text not null,
  result text not null,
  lead uuid not null,
  report_to uuid not null,
  report_every smallint,
  until_day date not null,
  closed_on date,
  constraint working_group_pkey PRIMARY KEY (body),
  constraint working_group_mandate_key UNIQUE (mandate),
  constraint working_group_body_fkey FOREIGN KEY (body) REFERENCES cooperation.body(id),
  constraint working_group_lead_fkey FOREIGN KEY (lead) REFERENCES kit.object(id),
  constraint working_group_mandate_edition_fkey FOREIGN KEY (mandate, edition) REFERENCES kit.edition(object, number),
  constraint working_group_mandate_fkey FOREIGN KEY (mandate) REFERENCES kit.object(id),
  constraint working_group_parent_fkey FOREIGN KEY (parent) REFERENCES cooperation.body(id),
  constraint working_group_report_to_fkey FOREIGN KEY (report_to) REFERENCES kit.object(id),
  constraint working_group_check CHECK ((parent <> body)),
  constraint working_group_check1 CHECK ((closed_on = until_day)),
  constraint working_group_report_every_check CHECK (((report_every >= 1) AND (report_every <= 24))),
  constraint working_group_result_check CHECK ((btrim(result) <> ''::text)),
  constraint working_group_task_check CHECK ((btrim(task) <> ''::text))
);
CREATE INDEX working_group_parent ON cooperation.working_group USING btree (parent);
alter table cooperation.working_group force row level security;
create policy working_group_make on cooperation.working_group for insert to {{app}}
  with check ((cooperation.runs(body) AND access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], parent)));
create policy working_group_owner on cooperation.working_group for all to {{owner}}
  using (true)
  with check (true);
create policy working_group_see on cooperation.working_group for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = working_group.body))));
create policy working_group_worker on cooperation.working_group for select to {{worker}}
  using (true);
CREATE TRIGGER working_group_guard BEFORE INSERT OR UPDATE ON cooperation.working_group FOR EACH ROW EXECUTE FUNCTION cooperation.guard_group();
grant insert, select on cooperation.working_group to {{app}};
grant select on cooperation.working_group to {{backup}};
grant select on cooperation.working_group to {{worker}};
comment on column cooperation.working_group.report_every is 'Months between reports; a last one is always owed at the end.';
comment on column cooperation.working_group.until_day is 'The first day on which the group is no more, unless the parent has renewed it before.';


create schema figures;

CREATE OR REPLACE FUNCTION figures.check_observations()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if exists (select from (select distinct indicator from new_rows) n where not exists (select from figures.indicator x where x.number = n.indicator))
     or exists (select from (select distinct cut from new_rows) n where not exists (select from figures.cut x where x.number = n.cut))
     or exists (select from (select distinct area from new_rows) n where not exists (select from figures.area x where x.number = n.area))
     or exists (select from (select distinct basis from new_rows where basis is not null) n where not exists (select from figures.basis x where x.number = n.basis))
     or exists (select from (select distinct official from new_rows where official is not null) n where not exists (select from figures.official_table x where x.number = n.official)) then
    raise exception 'an observation names something that does not exist' using errcode = 'NA400';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION figures.cycles(p_indicators uuid[])
 RETURNS TABLE(indicator uuid, from_day date, until_day date, used boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
AS $function$
begin
  if (access.actor()).person is null then return; end if;
  return query
  select d.indicator, d.from_day, d.until_day,
         bool_or(exists (select from trail.link l where l.source = d.id and l.withdrawn_at is null and l.kind <> 'setAside')
              or exists (select from trail.link l where l.source = d.indicator and l.withdrawn_at is null and l.kind <> 'setAside' and l.at >= d.until_day)
              or exists (select from figures.answer a where a.delivery = d.id and a.verdict = 'used'))
    from figures.delivery d join kit.object o on o.id = d.id and o.deleted_at is null
   where d.indicator = any (p_indicators) and d.kind = 'figure'
   group by 1, 2, 3;
end $function$;

CREATE OR REPLACE FUNCTION figures.find_by_words()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare which uuid;
begin
  if tg_table_name = 'indicator' then which := new.id; elsif tg_op = 'DELETE' then which := old.indicator; else which := new.indicator; end if;
  perform search.say(which, (select concat_ws(E'\n', i.code, i.definition, (select string_agg(t.words, E'\n') from figures.term t where t.indicator = i.id))
                               from figures.indicator i where i.id = which));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION figures.guard_area_state()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if old.superseded_at is not null or new.superseded_at is null
     or to_jsonb(new) - 'superseded_at' is distinct from to_jsonb(old) - 'superseded_at' then
    raise exception 'what held of an area is closed and replaced, not rewritten' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION figures.guard_delivery()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if (new.id, new.organisation, new.indicator, new.area, new.from_day, new.until_day) is distinct from (old.id, old.organisation, old.indicator, old.area, old.from_day, old.until_day)
     or (new.kind = 'figure') <> (old.kind = 'figure') or new.duty is distinct from old.duty or new.edition <> old.edition + 1 then
    raise exception 'a delivery is corrected with a new edition' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION figures.guard_observation()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if old.superseded_at is not null or new.superseded_at is null
     or (new.indicator, new.cut, new.area, new.from_day, new.until_day, new.recorded_at) is distinct from (old.indicator, old.cut, old.area, old.from_day, old.until_day, old.recorded_at)
     or (new.basis, new.value, new.mark, new.quality, new.official, new.delivery) is distinct from (old.basis, old.value, old.mark, old.quality, old.official, old.delivery) then
    raise exception 'an observation is closed and replaced, not rewritten' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION figures.guard_protection()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if (new.id, new.guarded, new.edition, new.threshold, new.after, new.ordered_at, new.audience, new.body)
       is distinct from (old.id, old.guarded, old.edition, old.threshold, old.after, old.ordered_at, old.audience, old.body)
     or (old.state not in ('waiting', 'running') and (new.state, new.result, new.fault) is distinct from (old.state, old.result, old.fault))
     or (current_user = '{{app}}' and (new.state, new.result, new.fault, new.hidden) is distinct from (old.state, old.result, old.fault, old.hidden)) then
    raise exception 'a run of the gate is not rewritten' using errcode = 'NA403';
  end if;
  if exists (select from figures.release r where r.protection = old.id) then
    raise exception 'what is released is no longer changed' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION figures.guard_reform()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if old.withdrawn_at is not null or new.withdrawn_at is null or to_jsonb(new) - 'withdrawn_at' is distinct from to_jsonb(old) - 'withdrawn_at' then
    raise exception 'a reform is withdrawn and entered anew, not rewritten' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION figures.guard_release()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare p figures.protection; g figures.guarded_table;
begin
  if tg_op = 'UPDATE' then
    if old.withdrawn_at is not null or new.withdrawn_at is null
       or to_jsonb(new) - 'withdrawn_at' - 'reason' is distinct from to_jsonb(old) - 'withdrawn_at' - 'reason' then
      raise exception 'a release is withdrawn, not rewritten' using errcode = 'NA403';
    end if;
    return new;
  end if;
  select * into g from figures.guarded_table x where x.id = new.guarded for update;
  select * into p from figures.protection x where x.id = new.protection;
  if p.state is distinct from 'done' or not coalesce((p.result ->> 'protected')::boolean, false) then
    raise exception 'only what is proven to be protected is released' using errcode = 'NA403';
  end if;
  if p.proposed_by is null or p.proposed_by = new.released_by then
    raise exception 'one person proposes a release and another releases it' using errcode = 'NA403';
  end if;
  if (p.guarded, p.edition, p.threshold, p.audience, p.body) is distinct from (new.guarded, new.edition, new.threshold, new.audience, new.body)
     or p.edition <> g.edition or p.threshold <> g.threshold or new.dimensions is distinct from g.dimensions
     or p.after is distinct from array(select r.id from figures.release r where r.guarded = new.guarded order by r.number) then
    raise exception 'what is released is not what was protected' using errcode = 'NA403';
  end if;
  if new.cells is distinct from p.result -> 'cells' or new.certificate is distinct from p.result -> 'certificate' or new.system is distinct from p.result -> 'system' or new.trees is distinct from p.result -> 'trees'
     or new.hidden is distinct from array(select x from jsonb_array_elements_text(p.result -> 'suppressed') with ordinality y (x, n) order by y.n) then
    raise exception 'what is released is not what was proven' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION figures.guard_review()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare last figures.review;
begin
  perform from figures.delivery d where d.id = new.delivery for update;
  select * into last from figures.review r where r.delivery = new.delivery and r.edition = new.edition order by r.number desc limit 1;
  if last.step = 'accepted' or (new.step = 'checked' and last.step = 'checked')
     or (new.step = 'accepted' and (last.step is distinct from 'checked' or last.person = new.person)) then
    raise exception 'a delivery is checked by one person and then accepted by another' using errcode = 'NA403';
  end if;
  if exists (select from kit.edition e where e.object = new.delivery and e.number = new.edition and e.person = new.person) then
    raise exception 'nobody checks what they delivered themselves' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION figures.guard_successor()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if tg_table_name = 'observation' then
    if not exists (select from figures.observation o where o.indicator = new.indicator and o.cut = new.cut and o.area = new.area and o.from_day = new.from_day and o.until_day = new.until_day
                      and o.basis is not distinct from new.basis and o.delivery is null and o.superseded_at is null) then
      raise exception 'an official statement is closed by its successor' using errcode = 'NA403';
    end if;
  elsif not exists (select from figures.area_state s where s.area = new.area and s.superseded_at is null) then
    raise exception 'what held of an area is closed by its successor' using errcode = 'NA403';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION figures.keeps(p_table uuid, a access.actor)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (EXISTS (SELECT FROM kit.object o WHERE ((o.id = keeps.p_table) AND (o.kind = 'guardedTable'::text) AND (o.owner = (keeps.a).organisation) AND access.holds(keeps.a, '{planner,checker,head}'::text[], o.owner))));

CREATE OR REPLACE FUNCTION figures.may_import(a access.actor)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
RETURN access.holds(a, '{planner}'::text[], (a).organisation);

CREATE OR REPLACE FUNCTION figures.spread_purpose()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform access.take_purpose(d.id, new.purpose) from figures.delivery d where d.indicator = new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION figures.take_purpose()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform access.take_purpose(new.id, i.purpose) from figures.indicator i where i.id = new.indicator;
  return null;
end $function$;

create table figures.answer (
  id uuid not null,
  delivery uuid not null,
  organisation uuid not null,
  person uuid not null,
  verdict text not null,
  text text not null,
  at timestamp with time zone not null,
  constraint answer_pkey PRIMARY KEY (id),
  constraint answer_delivery_fkey FOREIGN KEY (delivery) REFERENCES figures.delivery(id),
  constraint answer_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint answer_person_fkey FOREIGN KEY (person) REFERENCES kit.object(id),
  constraint answer_text_check CHECK ((btrim(text) <> ''::text)),
  constraint answer_verdict_check CHECK ((verdict = ANY (ARRAY['used'::text, 'notYet'::text, 'notUsed'::text])))
);
CREATE INDEX answer_delivery ON figures.answer USING btree (delivery, at);
alter table figures.answer force row level security;
create policy answer_make on figures.answer for insert to {{app}}
  with check (((person = ( SELECT (access.actor()).person AS person)) AND (organisation = ( SELECT (access.actor()).organisation AS organisation)) AND (at = ( SELECT (access.actor()).at AS at)) AND (EXISTS ( SELECT
   FROM figures.delivery d
  WHERE ((d.id = answer.delivery) AND (d.organisation <> answer.organisation)))) AND access.holds(( SELECT access.actor() AS actor), '{planner,checker,head}'::text[], organisation)));
create policy answer_owner on figures.answer for all to {{owner}}
  using (true)
  with check (true);
create policy answer_see on figures.answer for select to {{app}}
  using ((EXISTS ( SELECT
   FROM figures.delivery d
  WHERE (d.id = answer.delivery))));
create policy answer_worker on figures.answer for select to {{worker}}
  using (true);
grant insert, select on figures.answer to {{app}};
grant select on figures.answer to {{backup}};
grant select on figures.answer to {{worker}};
comment on table figures.answer is 'What became of a delivery, as those say who asked for it.';

create table figures.area (
  id uuid not null,
  number integer not null generated always as identity,
  constraint area_pkey PRIMARY KEY (id),
  constraint area_number_key UNIQUE (number),
  constraint area_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id)
);
alter table figures.area force row level security;
create policy area_make on figures.area for insert to {{app}}
  with check ((figures.may_import(( SELECT access.actor() AS actor)) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = area.id) AND (o.kind = 'area'::text) AND (o.owner = ( SELECT (access.actor()).organisation AS organisation)))))));
create policy area_owner on figures.area for all to {{owner}}
  using (true)
  with check (true);
create policy area_see on figures.area for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = area.id))));
create policy area_worker on figures.area for select to {{worker}}
  using (true);
grant insert, select on figures.area to {{app}};
grant select on figures.area to {{backup}};
grant select on figures.area to {{worker}};
comment on table figures.area is 'A part of the land. Keys, names and size hold from day to day and stand in area_state.';

create table figures.area_state (
  area integer not null,
  key text not null,
  ars text,
  name text not null,
  kind text not null,
  parent integer,
  population integer,
  population_on date,
  area_km2 numeric,
  lon double precision,
  lat double precision,
  known_on date not null,
  valid_from date,
  valid_until date,
  source integer,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  reform integer,
  constraint area_state_area_fkey FOREIGN KEY (area) REFERENCES figures.area(number),
  constraint area_state_parent_fkey FOREIGN KEY (parent) REFERENCES figures.area(number),
  constraint area_state_reform_fkey FOREIGN KEY (reform) REFERENCES figures.reform(number),
  constraint area_state_source_fkey FOREIGN KEY (source) REFERENCES figures.official_table(number),
  constraint area_state_area_km2_check CHECK ((area_km2 >= (0)::numeric)),
  constraint area_state_ars_check CHECK ((ars ~ '^[0-9]{2,12}$'::text)),
  constraint area_state_check CHECK ((valid_until > valid_from)),
  constraint area_state_check1 CHECK (((source IS NOT NULL) OR (reform IS NOT NULL))),
  constraint area_state_key_check CHECK ((key ~ '^(DG|[0-9]{2}|[0-9]{3}|[0-9]{5}|[0-9]{8})$'::text)),
  constraint area_state_kind_check CHECK ((kind = ANY (ARRAY['country'::text, 'state'::text, 'district'::text, 'county'::text, 'city'::text, 'municipality'::text, 'unincorporated'::text]))),
  constraint area_state_name_check CHECK ((btrim(name) <> ''::text)),
  constraint area_state_population_check CHECK ((population >= 0))
);
CREATE INDEX area_state_all_of ON figures.area_state USING btree (area) WHERE (superseded_at IS NULL);
CREATE UNIQUE INDEX area_state_area ON figures.area_state USING btree (area) WHERE ((superseded_at IS NULL) AND (valid_until IS NULL));
CREATE UNIQUE INDEX area_state_key ON figures.area_state USING btree (key) WHERE ((superseded_at IS NULL) AND (valid_until IS NULL));
CREATE INDEX area_state_kind ON figures.area_state USING btree (kind) WHERE (superseded_at IS NULL);
CREATE INDEX area_state_parent ON figures.area_state USING btree (parent) WHERE (superseded_at IS NULL);
CREATE INDEX area_state_past ON figures.area_state USING btree (key) WHERE (superseded_at IS NULL);
CREATE INDEX area_state_reform ON figures.area_state USING btree (reform) WHERE (reform IS NOT NULL);
alter table figures.area_state force row level security;
create policy area_state_close on figures.area_state for update to {{app}}
  using (figures.may_import(( SELECT access.actor() AS actor)))
  with check ((superseded_at = ( SELECT clock.now() AS now)));
create policy area_state_make on figures.area_state for insert to {{app}}
  with check ((figures.may_import(( SELECT access.actor() AS actor)) AND (recorded_at = ( SELECT clock.now() AS now)) AND (superseded_at IS NULL)));
create policy area_state_owner on figures.area_state for all to {{owner}}
  using (true)
  with check (true);
create policy area_state_see on figures.area_state for select to {{app}}
  using (true);
create policy area_state_worker on figures.area_state for select to {{worker}}
  using (true);
CREATE TRIGGER area_state_guard BEFORE UPDATE ON figures.area_state FOR EACH ROW EXECUTE FUNCTION figures.guard_area_state();
CREATE CONSTRAINT TRIGGER area_state_successor AFTER UPDATE ON figures.area_state DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION figures.guard_successor();
grant insert, select on figures.area_state to {{app}};
grant select on figures.area_state to {{backup}};
grant select on figures.area_state to {{worker}};
grant update (superseded_at) on figures.area_state to {{app}};
comment on column figures.area_state.kind is 'city is a county-free city: county and municipality in one.';
comment on column figures.area_state.known_on is 'The day for which the register says so (Gebietsstand).';
comment on column figures.area_state.valid_from is 'Null: since before the earliest register that was read.';
comment on column figures.area_state.reform is 'The reform that gave this state its first or its last day, or its name.';

create table figures.basis (
  number smallint not null generated always as identity,
  code text not null,
  statistic text not null,
  label text not null,
  from_day date not null,
  until_day date,
  constraint basis_pkey PRIMARY KEY (number),
  constraint basis_code_key UNIQUE (code)
);
alter table figures.basis force row level security;
create policy basis_make on figures.basis for insert to {{app}}
  with check (figures.may_import(( SELECT access.actor() AS actor)));
create policy basis_owner on figures.basis for all to {{owner}}
  using (true)
  with check (true);
create policy basis_see on figures.basis for select to {{app}}
  using (true);
grant insert, select on figures.basis to {{app}};
grant select on figures.basis to {{backup}};
comment on table figures.basis is 'What values rest on (census, legal definition). Values of two bases are never compared.';

create table figures.boundary (
  official integer not null,
  level text not null,
  valid_on date not null,
  keys text[] not null,
  shapes bytea not null,
  constraint boundary_pkey PRIMARY KEY (official, level),
  constraint boundary_official_fkey FOREIGN KEY (official) REFERENCES figures.official_table(number),
  constraint boundary_keys_check CHECK ((cardinality(keys) > 0)),
  constraint boundary_level_check CHECK ((level = ANY (ARRAY['county'::text, 'municipality'::text]))),
  constraint boundary_shapes_check CHECK ((length(shapes) > 0))
);
alter table figures.boundary force row level security;
create policy boundary_make on figures.boundary for insert to {{app}}
  with check ((figures.may_import(( SELECT access.actor() AS actor)) AND (official IN ( SELECT t.number
   FROM (figures.official_table t
     JOIN kit.object o ON ((o.id = t.id)))
  WHERE ((t.format = 'boundaries'::text) AND (o.owner = ( SELECT (access.actor()).organisation AS organisation)))))));
create policy boundary_owner on figures.boundary for all to {{owner}}
  using (true)
  with check (true);
create policy boundary_see on figures.boundary for select to {{app}}
  using ((official IN ( SELECT t.number
   FROM figures.official_table t)));
grant insert, select on figures.boundary to {{app}};
grant select on figures.boundary to {{backup}};
comment on table figures.boundary is 'The shapes of the areas of one level, as one file has them. Never changed: a newer file has its own.';
comment on column figures.boundary.shapes is 'TopoJSON, gzipped, in degrees (WGS84).';

create table figures.break (
  id uuid not null,
  statistic text not null,
  measures text[] not null,
  from_day date not null,
  kind text not null,
  before text,
  after text,
  what text not null,
  exception text,
  source text not null,
  constraint break_pkey PRIMARY KEY (id),
  constraint break_statistic_from_day_kind_measures_key UNIQUE (statistic, from_day, kind, measures),
  constraint break_after_fkey FOREIGN KEY (after) REFERENCES figures.basis(code),
  constraint break_before_fkey FOREIGN KEY (before) REFERENCES figures.basis(code),
  constraint break_kind_check CHECK ((kind = ANY (ARRAY['basis'::text, 'definition'::text, 'end'::text]))),
  constraint break_measures_check CHECK ((cardinality(measures) > 0))
);
alter table figures.break force row level security;
create policy break_make on figures.break for insert to {{app}}
  with check (figures.may_import(( SELECT access.actor() AS actor)));
create policy break_owner on figures.break for all to {{owner}}
  using (true)
  with check (true);
create policy break_see on figures.break for select to {{app}}
  using (true);
grant insert, select on figures.break to {{app}};
grant select on figures.break to {{backup}};
comment on column figures.break.measures is 'Codes of the measures concerned; * for all of the statistic.';
comment on column figures.break.kind is 'end: from here on the measure is no longer collected, and a "-" in the table is not a zero.';

create table figures.column_mapping (
  id uuid not null,
  organisation uuid not null,
  shape bytea not null,
  title text not null,
  mapping jsonb not null,
  recorded_at timestamp with time zone not null,
  constraint column_mapping_pkey PRIMARY KEY (id),
  constraint column_mapping_organisation_shape_key UNIQUE (organisation, shape),
  constraint column_mapping_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint column_mapping_shape_check CHECK ((length(shape) = 32)),
  constraint column_mapping_title_check CHECK ((btrim(title) <> ''::text))
);
alter table figures.column_mapping force row level security;
create policy column_mapping_drop on figures.column_mapping for delete to {{app}}
  using (((organisation = ( SELECT (access.actor()).organisation AS organisation)) AND figures.may_import(( SELECT access.actor() AS actor))));
create policy column_mapping_make on figures.column_mapping for insert to {{app}}
  with check (((recorded_at = ( SELECT clock.now() AS now)) AND (organisation = ( SELECT (access.actor()).organisation AS organisation)) AND figures.may_import(( SELECT access.actor() AS actor))));
create policy column_mapping_owner on figures.column_mapping for all to {{owner}}
  using (true)
  with check (true);
create policy column_mapping_see on figures.column_mapping for select to {{app}}
  using (((organisation = ( SELECT (access.actor()).organisation AS organisation)) AND figures.may_import(( SELECT access.actor() AS actor))));
grant delete, insert, select on figures.column_mapping to {{app}};
grant select on figures.column_mapping to {{backup}};
comment on table figures.column_mapping is 'How an organisation reads files of one shape: what each column is and what its signs mean. No values, no persons.';
comment on column figures.column_mapping.shape is 'sha256 of the headings of the columns, whatever their order.';

create table figures.cut (
  number integer not null generated always as identity,
  key text not null,
  dims jsonb not null,
  label text not null,
  constraint cut_pkey PRIMARY KEY (number),
  constraint cut_key_key UNIQUE (key)
);
alter table figures.cut force row level security;
create policy cut_make on figures.cut for insert to {{app}}
  with check ((figures.may_import(( SELECT access.actor() AS actor)) OR ((key = ''::text) AND (( SELECT (access.actor()).organisation AS organisation) IS NOT NULL))));
create policy cut_owner on figures.cut for all to {{owner}}
  using (true)
  with check (true);
create policy cut_see on figures.cut for select to {{app}}
  using (true);
grant insert, select on figures.cut to {{app}};
grant select on figures.cut to {{backup}};
comment on table figures.cut is 'A combination of dimensions (Geschlecht, Alter …) by the codes of the offices; the empty key is the total.';

create table figures.delivery (
  id uuid not null,
  kind text not null,
  organisation uuid not null,
  indicator uuid not null,
  area uuid not null,
  from_day date not null,
  until_day date not null,
  value numeric,
  mark text,
  comment text,
  official integer,
  duty uuid,
  edition integer not null default 1,
  explanation text,
  findings jsonb not null default '[]'::jsonb,
  undecided text[] not null default '{}'::text[],
  constraint delivery_pkey PRIMARY KEY (id),
  constraint delivery_area_fkey FOREIGN KEY (area) REFERENCES figures.area(id),
  constraint delivery_duty_fkey FOREIGN KEY (duty) REFERENCES kit.object(id),
  constraint delivery_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id),
  constraint delivery_indicator_fkey FOREIGN KEY (indicator) REFERENCES figures.indicator(id),
  constraint delivery_official_fkey FOREIGN KEY (official) REFERENCES figures.official_table(number),
  constraint delivery_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint delivery_check CHECK ((until_day > from_day)),
  constraint delivery_check1 CHECK (((value IS NULL) OR (mark IS NULL))),
  constraint delivery_check2 CHECK (((kind <> 'figure'::text) OR ((value IS NULL) <> (mark IS NULL)))),
  constraint delivery_check3 CHECK (((kind <> 'figure'::text) OR (official IS NULL))),
  constraint delivery_check4 CHECK (((kind <> 'confirmation'::text) OR (official IS NOT NULL))),
  constraint delivery_check5 CHECK (((kind <> 'comment'::text) OR (btrim(comment) <> ''::text))),
  constraint delivery_check6 CHECK (((findings = '[]'::jsonb) OR (explanation IS NOT NULL))),
  constraint delivery_edition_check CHECK ((edition > 0)),
  constraint delivery_explanation_check CHECK ((btrim(explanation) <> ''::text)),
  constraint delivery_findings_check CHECK ((jsonb_typeof(findings) = 'array'::text)),
  constraint delivery_kind_check CHECK ((kind = ANY (ARRAY['figure'::text, 'confirmation'::text, 'comment'::text]))),
  constraint delivery_mark_check CHECK ((mark = ANY (ARRAY['nil'::text, 'unknown'::text, 'unreliable'::text, 'later'::text, 'meaningless'::text])))
);
CREATE INDEX delivery_duty ON figures.delivery USING btree (duty) WHERE (duty IS NOT NULL);
CREATE INDEX delivery_indicator ON figures.delivery USING btree (indicator, from_day);
CREATE UNIQUE INDEX delivery_once ON figures.delivery USING btree (organisation, indicator, area, from_day, until_day, ((kind = 'figure'::text)));
alter table figures.delivery force row level security;
create policy delivery_change on figures.delivery for update to {{app}}
  using (((organisation = ( SELECT (access.actor()).organisation AS organisation)) AND access.holds(( SELECT access.actor() AS actor), '{head,planner,checker,staff}'::text[], organisation)))
  with check (((organisation = ( SELECT (access.actor()).organisation AS organisation)) AND access.holds(( SELECT access.actor() AS actor), '{head,planner,checker,staff}'::text[], organisation)));
create policy delivery_make on figures.delivery for insert to {{app}}
  with check (((edition = 1) AND (organisation = ( SELECT (access.actor()).organisation AS organisation)) AND access.holds(( SELECT access.actor() AS actor), '{head,planner,checker,staff}'::text[], organisation) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = delivery.id) AND (o.kind = 'delivery'::text) AND (o.owner = delivery.organisation) AND (o.body IS NULL) AND (o.audience = 'named'::text))))));
create policy delivery_owner on figures.delivery for all to {{owner}}
  using (true)
  with check (true);
create policy delivery_see on figures.delivery for select to {{app}}
  using (( SELECT true
   FROM kit.object o
  WHERE (o.id = delivery.id)));
create policy delivery_worker on figures.delivery for select to {{worker}}
  using (true);
CREATE TRIGGER delivery_guard BEFORE UPDATE ON figures.delivery FOR EACH ROW EXECUTE FUNCTION figures.guard_delivery();
CREATE TRIGGER delivery_purpose AFTER INSERT ON figures.delivery FOR EACH ROW EXECUTE FUNCTION figures.take_purpose();
grant insert, select on figures.delivery to {{app}};
grant select on figures.delivery to {{backup}};
grant select on figures.delivery to {{worker}};
grant update (comment, edition, explanation, findings, kind, mark, official, undecided, value) on figures.delivery to {{app}};
comment on table figures.delivery is 'A figure that an organisation hands over, or its confirmation or comment of an official value. Earlier contents are editions.';
comment on column figures.delivery.findings is 'What stood out when it was delivered, in the words that the deliverer read. Kept only together with an explanation.';
comment on column figures.delivery.undecided is 'Rules that could not be held against it because a part was missing.';

create table figures.guarded_content (
  guarded uuid not null,
  edition integer not null,
  from_day date not null,
  until_day date not null,
  file_name text not null,
  rows jsonb not null,
  recorded_at timestamp with time zone not null,
  constraint guarded_content_pkey PRIMARY KEY (guarded, edition),
  constraint guarded_content_guarded_fkey FOREIGN KEY (guarded) REFERENCES figures.guarded_table(id),
  constraint guarded_content_check CHECK ((until_day > from_day)),
  constraint guarded_content_edition_check CHECK ((edition > 0))
);
alter table figures.guarded_content force row level security;
create policy guarded_content_make on figures.guarded_content for insert to {{app}}
  with check ((figures.keeps(guarded, ( SELECT access.actor() AS actor)) AND (recorded_at = ( SELECT clock.now() AS now))));
create policy guarded_content_owner on figures.guarded_content for all to {{owner}}
  using (true)
  with check (true);
create policy guarded_content_see on figures.guarded_content for select to {{app}}
  using (figures.keeps(guarded, ( SELECT access.actor() AS actor)));
create policy guarded_content_worker on figures.guarded_content for select to {{worker}}
  using (true);
create policy guarded_content_worker_forgets on figures.guarded_content for delete to {{worker}}
  using ((NOT (EXISTS ( SELECT
   FROM figures.release r
  WHERE (r.guarded = guarded_content.guarded)))));
grant insert, select on figures.guarded_content to {{app}};
grant select on figures.guarded_content to {{backup}};
grant delete, select on figures.guarded_content to {{worker}};
comment on table figures.guarded_content is 'The finest counts as they were read, edition by edition; never changed, so that every later release can be held against the earlier ones.';

create table figures.guarded_table (
  id uuid not null,
  definition text not null,
  threshold smallint not null,
  dimensions text[] not null,
  edition integer not null default 1,
  constraint guarded_table_pkey PRIMARY KEY (id),
  constraint guarded_table_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id),
  constraint guarded_table_definition_check CHECK ((btrim(definition) <> ''::text)),
  constraint guarded_table_dimensions_check CHECK (((cardinality(dimensions) >= 1) AND (cardinality(dimensions) <= 6))),
  constraint guarded_table_edition_check CHECK ((edition > 0)),
  constraint guarded_table_threshold_check CHECK ((threshold = ANY (ARRAY[3, 5, 10])))
);
alter table figures.guarded_table force row level security;
create policy guarded_table_change on figures.guarded_table for update to {{app}}
  using (figures.keeps(id, ( SELECT access.actor() AS actor)));
create policy guarded_table_make on figures.guarded_table for insert to {{app}}
  with check (((edition = 1) AND figures.keeps(id, ( SELECT access.actor() AS actor)) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = guarded_table.id) AND (o.audience = 'organisation'::text) AND (o.body IS NULL))))));
create policy guarded_table_owner on figures.guarded_table for all to {{owner}}
  using (true)
  with check (true);
create policy guarded_table_see on figures.guarded_table for select to {{app}}
  using (figures.keeps(id, ( SELECT access.actor() AS actor)));
create policy guarded_table_worker on figures.guarded_table for select to {{worker}}
  using (true);
grant insert, select on figures.guarded_table to {{app}};
grant select on figures.guarded_table to {{backup}};
grant select on figures.guarded_table to {{worker}};
grant update (edition, threshold) on figures.guarded_table to {{app}};
comment on table figures.guarded_table is 'Counts that their owner keeps and may release in protected form. What is in it is seen by the owner alone.';
comment on column figures.guarded_table.threshold is 'Counts from 1 up to below it are kept back.';

create table figures.import_draft (
  id uuid not null,
  person uuid not null,
  organisation uuid not null,
  file_name text not null,
  sha256 bytea not null,
  bytes bytea not null,
  preview jsonb not null,
  created timestamp with time zone not null,
  mapping jsonb,
  constraint import_draft_pkey PRIMARY KEY (id),
  constraint import_draft_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint import_draft_person_fkey FOREIGN KEY (person) REFERENCES kit.object(id),
  constraint import_draft_sha256_check CHECK ((length(sha256) = 32))
);
CREATE INDEX import_draft_person ON figures.import_draft USING btree (person);
alter table figures.import_draft force row level security;
create policy import_draft_own on figures.import_draft for all to {{app}}
  using (((person = ( SELECT (access.actor()).person AS person)) AND (organisation = ( SELECT (access.actor()).organisation AS organisation))))
  with check (((person = ( SELECT (access.actor()).person AS person)) AND (organisation = ( SELECT (access.actor()).organisation AS organisation)) AND figures.may_import(( SELECT access.actor() AS actor))));
create policy import_draft_owner on figures.import_draft for all to {{owner}}
  using (true)
  with check (true);
create policy import_draft_worker on figures.import_draft for all to {{worker}}
  using (true);
grant delete, insert, select on figures.import_draft to {{app}};
grant select on figures.import_draft to {{backup}};
grant delete on figures.import_draft to {{worker}};
grant update (mapping) on figures.import_draft to {{app}};
grant select (created, id) on figures.import_draft to {{worker}};
comment on table figures.import_draft is 'A file that was read and shown, not yet written. Goes after a week.';
comment on column figures.import_draft.mapping is 'What has been said of its columns so far; null where the file says itself what they are.';

create table figures.indicator (
  id uuid not null,
  number integer not null generated always as identity,
  code text not null,
  statistic text,
  measure text,
  definition text not null,
  unit text not null,
  numerator text,
  denominator text,
  inclusion text,
  exclusion text,
  source text not null,
  legal_basis text,
  direction text not null,
  additive boolean not null,
  timing text not null,
  decimals smallint not null default 0,
  held_by_counties boolean not null default false,
  edition integer not null default 1,
  purpose text,
  example text,
  manual text,
  needed_for text,
  needed_by uuid,
  needed_until date,
  burden integer,
  constraint indicator_pkey PRIMARY KEY (id),
  constraint indicator_code_key UNIQUE (code),
  constraint indicator_number_key UNIQUE (number),
  constraint indicator_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id),
  constraint indicator_needed_by_fkey FOREIGN KEY (needed_by) REFERENCES kit.object(id),
  constraint indicator_burden_check CHECK (((burden >= 0) AND (burden <= 100000))),
  constraint indicator_code_check CHECK ((code ~ '^[A-Za-z0-9][A-Za-z0-9./-]*$'::text)),
  constraint indicator_decimals_check CHECK (((decimals >= 0) AND (decimals <= 6))),
  constraint indicator_definition_check CHECK ((btrim(definition) <> ''::text)),
  constraint indicator_direction_check CHECK ((direction = ANY (ARRAY['more'::text, 'less'::text, 'neutral'::text]))),
  constraint indicator_edition_check CHECK ((edition > 0)),
  constraint indicator_example_check CHECK ((btrim(example) <> ''::text)),
  constraint indicator_manual_check CHECK ((btrim(manual) <> ''::text)),
  constraint indicator_needed_for_check CHECK ((btrim(needed_for) <> ''::text)),
  constraint indicator_purpose_check CHECK ((purpose ~ '^[a-z][A-Za-z]*$'::text)),
  constraint indicator_timing_check CHECK ((timing = ANY (ARRAY['day'::text, 'span'::text]))),
  constraint indicator_unit_check CHECK ((btrim(unit) <> ''::text))
);
alter table figures.indicator force row level security;
create policy indicator_change on figures.indicator for update to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = indicator.id) AND access.changes(o.owner, o.body, o.author, o.audience, ( SELECT access.actor() AS actor)) AND access.holds(( SELECT access.actor() AS actor), '{admin,head,planner}'::text[], o.owner)))))
  with check ((EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = indicator.id) AND access.holds(( SELECT access.actor() AS actor), '{admin,head,planner}'::text[], o.owner)))));
create policy indicator_make on figures.indicator for insert to {{app}}
  with check (((edition = 1) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = indicator.id) AND (o.kind = 'indicator'::text) AND access.changes(o.owner, o.body, o.author, o.audience, ( SELECT access.actor() AS actor)) AND access.holds(( SELECT access.actor() AS actor), '{admin,head,planner}'::text[], o.owner))))));
create policy indicator_owner on figures.indicator for all to {{owner}}
  using (true)
  with check (true);
create policy indicator_see on figures.indicator for select to {{app}}
  using (( SELECT true
   FROM kit.object o
  WHERE (o.id = indicator.id)));
create policy indicator_worker on figures.indicator for select to {{worker}}
  using (true);
CREATE TRIGGER indicator_found AFTER INSERT OR UPDATE OF code, definition ON figures.indicator FOR EACH ROW EXECUTE FUNCTION figures.find_by_words();
CREATE TRIGGER indicator_purpose AFTER UPDATE ON figures.indicator FOR EACH ROW WHEN ((old.purpose IS DISTINCT FROM new.purpose)) EXECUTE FUNCTION figures.spread_purpose();
grant insert, select on figures.indicator to {{app}};
grant select on figures.indicator to {{backup}};
grant select on figures.indicator to {{worker}};
grant update (burden, code, definition, denominator, direction, edition, example, exclusion, inclusion, legal_basis, manual, needed_by, needed_for, needed_until, numerator, purpose, source, unit) on figures.indicator to {{app}};
comment on column figures.indicator.additive is 'May values of areas be added up? Counts may, rates and means may not.';
comment on column figures.indicator.timing is 'A count on a day, or over a span of time.';
comment on column figures.indicator.held_by_counties is 'A figure that only a county has: no official table carries it, so it is owed and delivered.';
comment on column figures.indicator.purpose is 'The field for which alone it is delivered. Organisations that take part for other fields only do not see its deliveries; its definition is public.';
comment on column figures.indicator.manual is 'How to fill it in; stands at the field.';
comment on column figures.indicator.needed_for is 'For which plan, report or question it is collected.';
comment on column figures.indicator.needed_by is 'The body or organisation that asked for it.';
comment on column figures.indicator.burden is 'Minutes that one delivery costs, as its deliverers estimate.';

create table figures.observation (
  indicator integer not null,
  cut integer not null,
  area integer not null,
  from_day date not null,
  until_day date not null,
  basis smallint,
  value numeric,
  mark text,
  quality text,
  official integer,
  delivery uuid,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  constraint observation_delivery_fkey FOREIGN KEY (delivery) REFERENCES figures.delivery(id),
  constraint observation_check CHECK ((until_day > from_day)),
  constraint observation_check1 CHECK (((value IS NULL) <> (mark IS NULL))),
  constraint observation_check2 CHECK (((official IS NULL) <> (delivery IS NULL))),
  constraint observation_mark_check CHECK ((mark = ANY (ARRAY['nil'::text, 'unknown'::text, 'unreliable'::text, 'later'::text, 'meaningless'::text])))
);
CREATE INDEX observation_area ON figures.observation USING btree (indicator, area, cut, from_day);
CREATE UNIQUE INDEX observation_delivered ON figures.observation USING btree (indicator, cut, from_day, until_day, area, delivery) WHERE ((superseded_at IS NULL) AND (delivery IS NOT NULL));
CREATE INDEX observation_delivery ON figures.observation USING btree (delivery) WHERE (delivery IS NOT NULL);
CREATE UNIQUE INDEX observation_official ON figures.observation USING btree (indicator, cut, from_day, until_day, area, basis) NULLS NOT DISTINCT WHERE ((superseded_at IS NULL) AND (delivery IS NULL));
CREATE INDEX observation_past ON figures.observation USING btree (indicator, cut, from_day) WHERE (superseded_at IS NOT NULL);
alter table figures.observation force row level security;
create policy observation_close on figures.observation for update to {{app}}
  using (
CASE
    WHEN (delivery IS NULL) THEN figures.may_import(( SELECT access.actor() AS actor))
    ELSE (EXISTS ( SELECT
       FROM figures.delivery d
      WHERE ((d.id = observation.delivery) AND (d.organisation = ( SELECT (access.actor()).organisation AS organisation)) AND access.holds(( SELECT access.actor() AS actor), '{head,planner,checker,staff}'::text[], d.organisation))))
END)
  with check ((superseded_at = ( SELECT clock.now() AS now)));
create policy observation_make on figures.observation for insert to {{app}}
  with check (((recorded_at = ( SELECT clock.now() AS now)) AND (superseded_at IS NULL) AND
CASE
    WHEN (delivery IS NULL) THEN ((official IN ( SELECT t.number
       FROM (figures.official_table t
         JOIN kit.object o ON ((o.id = t.id)))
      WHERE (o.owner = ( SELECT (access.actor()).organisation AS organisation)))) AND figures.may_import(( SELECT access.actor() AS actor)))
    ELSE (EXISTS ( SELECT
       FROM figures.delivery d
      WHERE ((d.id = observation.delivery) AND (d.organisation = ( SELECT (access.actor()).organisation AS organisation)) AND access.holds(( SELECT access.actor() AS actor), '{head,planner,checker,staff}'::text[], d.organisation))))
END));
create policy observation_owner on figures.observation for all to {{owner}}
  using (true)
  with check (true);
create policy observation_see on figures.observation for select to {{app}}
  using (
CASE
    WHEN (delivery IS NULL) THEN (official IN ( SELECT t.number
       FROM figures.official_table t))
    ELSE (EXISTS ( SELECT
       FROM figures.delivery d
      WHERE (d.id = observation.delivery)))
END);
CREATE TRIGGER observation_guard BEFORE UPDATE ON figures.observation FOR EACH ROW EXECUTE FUNCTION figures.guard_observation();
CREATE TRIGGER observation_refers AFTER INSERT ON figures.observation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION figures.check_observations();
CREATE CONSTRAINT TRIGGER observation_successor AFTER UPDATE ON figures.observation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.delivery IS NULL)) EXECUTE FUNCTION figures.guard_successor();
grant insert, select on figures.observation to {{app}};
grant select on figures.observation to {{backup}};
grant update (superseded_at) on figures.observation to {{app}};
comment on table figures.observation is 'Append-only: a correction closes the old row. indicator, cut, area, basis and official are the numbers of those tables; a trigger holds them per statement, because four foreign keys per row would halve the speed of an import.';

create table figures.official_table (
  id uuid not null,
  number integer not null generated always as identity,
  code text not null,
  format text not null,
  statistic text not null,
  source text not null,
  licence text,
  attribution text not null,
  printed_on date,
  read_on date not null,
  file_name text not null,
  sha256 bytea not null,
  footnotes text[] not null default '{}'::text[],
  summary jsonb not null,
  published boolean not null,
  constraint official_table_pkey PRIMARY KEY (id),
  constraint official_table_number_key UNIQUE (number),
  constraint official_table_sha256_key UNIQUE (sha256),
  constraint official_table_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id),
  constraint official_table_attribution_check CHECK ((btrim(attribution) <> ''::text)),
  constraint official_table_code_check CHECK ((btrim(code) <> ''::text)),
  constraint official_table_format_check CHECK ((format = ANY (ARRAY['register'::text, 'genesis-csv'::text, 'genesis-flat'::text, 'boundaries'::text, 'inkar'::text, 'json-stat'::text, 'sdmx-json'::text, 'data-package'::text, 'spreadsheet'::text]))),
  constraint official_table_published_check CHECK (published),
  constraint official_table_sha256_check CHECK ((length(sha256) = 32)),
  constraint official_table_source_check CHECK ((btrim(source) <> ''::text))
);
CREATE INDEX official_table_statistic ON figures.official_table USING btree (statistic);
alter table figures.official_table force row level security;
create policy official_table_make on figures.official_table for insert to {{app}}
  with check ((figures.may_import(( SELECT access.actor() AS actor)) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = official_table.id) AND (o.kind = 'officialTable'::text) AND (o.owner = ( SELECT (access.actor()).organisation AS organisation)) AND (o.audience = 'public'::text))))));
create policy official_table_owner on figures.official_table for all to {{owner}}
  using (true)
  with check (true);
create policy official_table_see on figures.official_table for select to {{app}}
  using (( SELECT true
   FROM kit.object o
  WHERE (o.id = official_table.id)));
create policy official_table_worker on figures.official_table for select to {{worker}}
  using (true);
grant insert, select on figures.official_table to {{app}};
grant select on figures.official_table to {{backup}};
grant select on figures.official_table to {{worker}};
comment on table figures.official_table is 'One imported file of a statistical office. The same file twice is one (sha256).';
comment on column figures.official_table.published is 'Only what its source has published is imported here; releasing unpublished figures is the gate''s business.';

create table figures.protection (
  number bigint not null generated always as identity,
  id uuid not null,
  guarded uuid not null,
  edition integer not null,
  threshold smallint not null,
  after uuid[] not null,
  audience text not null,
  body uuid,
  state text not null default 'waiting'::text,
  ordered_at timestamp with time zone not null,
  began_at timestamp with time zone,
  ended_at timestamp with time zone,
  stop boolean not null default false,
  hidden integer,
  fault text,
  result jsonb,
  proposed_by uuid,
  proposed_at timestamp with time zone,
  constraint protection_pkey PRIMARY KEY (id),
  constraint protection_body_fkey FOREIGN KEY (body) REFERENCES kit.object(id),
  constraint protection_guarded_edition_fkey FOREIGN KEY (guarded, edition) REFERENCES figures.guarded_content(guarded, edition),
  constraint protection_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES kit.object(id),
  constraint protection_audience_check CHECK ((audience = ANY (ARRAY['body'::text, 'public'::text]))),
  constraint protection_check CHECK (((result IS NOT NULL) = (state = 'done'::text))),
  constraint protection_check1 CHECK (((proposed_by IS NULL) = (proposed_at IS NULL))),
  constraint protection_check2 CHECK (((proposed_by IS NULL) OR (state = 'done'::text))),
  constraint protection_check3 CHECK (((body IS NOT NULL) = (audience = 'body'::text))),
  constraint protection_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
);
CREATE INDEX protection_guarded ON figures.protection USING btree (guarded, number);
CREATE UNIQUE INDEX protection_one ON figures.protection USING btree (guarded) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));
alter table figures.protection force row level security;
create policy protection_change on figures.protection for update to {{app}}
  using (figures.keeps(guarded, ( SELECT access.actor() AS actor)))
  with check ((figures.keeps(guarded, ( SELECT access.actor() AS actor)) AND ((proposed_by IS NULL) OR (proposed_by = ( SELECT (access.actor()).person AS person)))));
create policy protection_make on figures.protection for insert to {{app}}
  with check ((figures.keeps(guarded, ( SELECT access.actor() AS actor)) AND (state = 'waiting'::text) AND (NOT stop) AND (result IS NULL) AND (proposed_by IS NULL) AND (ordered_at = ( SELECT clock.now() AS now)) AND ((body IS NULL) OR (ARRAY[body] <@ ( SELECT (access.actor()).readers AS readers)))));
create policy protection_owner on figures.protection for all to {{owner}}
  using (true)
  with check (true);
create policy protection_see on figures.protection for select to {{app}}
  using (figures.keeps(guarded, ( SELECT access.actor() AS actor)));
create policy protection_worker on figures.protection for select to {{worker}}
  using (true);
create policy protection_worker_forgets on figures.protection for delete to {{worker}}
  using ((NOT (EXISTS ( SELECT
   FROM figures.release r
  WHERE (r.guarded = protection.guarded)))));
create policy protection_worker_writes on figures.protection for update to {{worker}}
  using (true)
  with check (true);
CREATE TRIGGER protection_guard BEFORE UPDATE ON figures.protection FOR EACH ROW EXECUTE FUNCTION figures.guard_protection();
grant insert, select on figures.protection to {{app}};
grant select on figures.protection to {{backup}};
grant delete, select on figures.protection to {{worker}};
grant update (proposed_at, proposed_by, stop) on figures.protection to {{app}};
grant update (began_at, ended_at, fault, hidden, result, state) on figures.protection to {{worker}};
comment on table figures.protection is 'One run of the gate over an edition of a table and all its earlier releases. Its result is the owner''s until two persons release it.';
comment on column figures.protection.after is 'The releases that were known when it was ordered; once there is another it counts no more.';
comment on column figures.protection.audience is 'For whom it is meant: the certificate speaks of what they have seen before, the protection of all that anybody has.';
comment on column figures.protection.hidden is 'How many cells the best pattern so far keeps back; null: none is found yet.';
comment on column figures.protection.proposed_by is 'Only so that another person releases it; shown to nobody.';

create table figures.reform (
  id uuid not null,
  number integer not null generated always as identity,
  kind text not null,
  day date not null,
  source text not null,
  note text,
  recorded_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint reform_pkey PRIMARY KEY (id),
  constraint reform_number_key UNIQUE (number),
  constraint reform_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id),
  constraint reform_kind_check CHECK ((kind = ANY (ARRAY['incorporation'::text, 'merger'::text, 'split'::text, 'transfer'::text, 'countyChange'::text, 'renaming'::text, 'newKey'::text]))),
  constraint reform_note_check CHECK ((btrim(note) <> ''::text)),
  constraint reform_source_check CHECK ((btrim(source) <> ''::text))
);
CREATE INDEX reform_day ON figures.reform USING btree (day);
alter table figures.reform force row level security;
create policy reform_make on figures.reform for insert to {{app}}
  with check ((figures.may_import(( SELECT access.actor() AS actor)) AND (recorded_at = ( SELECT clock.now() AS now)) AND (withdrawn_at IS NULL) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = reform.id) AND (o.kind = 'reform'::text) AND (o.owner = ( SELECT (access.actor()).organisation AS organisation)) AND (o.audience = 'public'::text))))));
create policy reform_owner on figures.reform for all to {{owner}}
  using (true)
  with check (true);
create policy reform_see on figures.reform for select to {{app}}
  using (true);
create policy reform_withdraw on figures.reform for update to {{app}}
  using ((figures.may_import(( SELECT access.actor() AS actor)) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = reform.id) AND (o.owner = ( SELECT (access.actor()).organisation AS organisation)))))))
  with check ((withdrawn_at = ( SELECT clock.now() AS now)));
create policy reform_worker on figures.reform for select to {{worker}}
  using (true);
CREATE TRIGGER reform_guard BEFORE UPDATE ON figures.reform FOR EACH ROW EXECUTE FUNCTION figures.guard_reform();
grant insert, select on figures.reform to {{app}};
grant select on figures.reform to {{backup}};
grant select on figures.reform to {{worker}};
grant update (withdrawn_at) on figures.reform to {{app}};
comment on table figures.reform is 'A change of areas by law, in force from a day. It is not rewritten: a mistake is withdrawn and entered anew.';
comment on column figures.reform.kind is 'incorporation: Eingliederung, merger: Zusammenschluss, split: Teilung, transfer: Gebietsteil, countyChange: Kreiswechsel, renaming: Umbenennung, newKey: Schlüsseländerung.';

create table figures.reform_part (
  reform integer not null,
  before integer not null,
  after integer not null,
  level text not null,
  whole boolean not null,
  population numeric,
  land numeric,
  constraint reform_part_pkey PRIMARY KEY (reform, before, after),
  constraint reform_part_after_fkey FOREIGN KEY (after) REFERENCES figures.area(number),
  constraint reform_part_before_fkey FOREIGN KEY (before) REFERENCES figures.area(number),
  constraint reform_part_reform_fkey FOREIGN KEY (reform) REFERENCES figures.reform(number),
  constraint reform_part_check CHECK (((before <> after) OR (NOT whole))),
  constraint reform_part_check1 CHECK ((((population IS NULL) AND (land IS NULL)) OR ((before <> after) AND (NOT whole)))),
  constraint reform_part_land_check CHECK (((land > (0)::numeric) AND (land < (1)::numeric))),
  constraint reform_part_level_check CHECK ((level = ANY (ARRAY['above'::text, 'county'::text, 'municipality'::text]))),
  constraint reform_part_population_check CHECK (((population > (0)::numeric) AND (population < (1)::numeric)))
);
CREATE INDEX reform_part_after ON figures.reform_part USING btree (after);
CREATE INDEX reform_part_before ON figures.reform_part USING btree (before);
alter table figures.reform_part force row level security;
create policy reform_part_make on figures.reform_part for insert to {{app}}
  with check ((figures.may_import(( SELECT access.actor() AS actor)) AND (EXISTS ( SELECT
   FROM (figures.reform r
     JOIN kit.object o ON ((o.id = r.id)))
  WHERE ((r.number = reform_part.reform) AND (r.recorded_at = ( SELECT clock.now() AS now)) AND (o.owner = ( SELECT (access.actor()).organisation AS organisation)))))));
create policy reform_part_owner on figures.reform_part for all to {{owner}}
  using (true)
  with check (true);
create policy reform_part_see on figures.reform_part for select to {{app}}
  using (true);
create policy reform_part_worker on figures.reform_part for select to {{worker}}
  using (true);
grant insert, select on figures.reform_part to {{app}};
grant select on figures.reform_part to {{backup}};
grant select on figures.reform_part to {{worker}};
comment on table figures.reform_part is 'Predecessor and successor. An area that is named as successor consists, before that day, of exactly the predecessors named; before = after: it existed and goes on with what it did not give away.';
comment on column figures.reform_part.population is 'Which share of the people of the predecessor came along; with land: which share of its ground. Both null and not whole: nobody knows.';

create table figures.release (
  number bigint not null generated always as identity,
  id uuid not null,
  protection uuid not null,
  guarded uuid not null,
  edition integer not null,
  threshold smallint not null,
  dimensions text[] not null,
  trees jsonb not null,
  definition text not null,
  from_day date not null,
  until_day date not null,
  audience text not null,
  body uuid,
  cells jsonb not null,
  certificate jsonb not null,
  system jsonb not null,
  hidden text[] not null,
  released_by uuid not null,
  released_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  reason text,
  constraint release_pkey PRIMARY KEY (id),
  constraint release_body_fkey FOREIGN KEY (body) REFERENCES kit.object(id),
  constraint release_guarded_fkey FOREIGN KEY (guarded) REFERENCES figures.guarded_table(id),
  constraint release_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id),
  constraint release_protection_fkey FOREIGN KEY (protection) REFERENCES figures.protection(id),
  constraint release_released_by_fkey FOREIGN KEY (released_by) REFERENCES kit.object(id),
  constraint release_audience_check CHECK ((audience = ANY (ARRAY['body'::text, 'public'::text]))),
  constraint release_check CHECK (((withdrawn_at IS NULL) = (reason IS NULL))),
  constraint release_reason_check CHECK ((btrim(reason) <> ''::text))
);
CREATE INDEX release_guarded ON figures.release USING btree (guarded, number);
alter table figures.release force row level security;
create policy release_make on figures.release for insert to {{app}}
  with check ((figures.keeps(guarded, ( SELECT access.actor() AS actor)) AND (released_by = ( SELECT (access.actor()).person AS person)) AND (released_at = ( SELECT clock.now() AS now)) AND (withdrawn_at IS NULL) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = release.id) AND (o.kind = 'release'::text) AND (o.owner = ( SELECT (access.actor()).organisation AS organisation)) AND (o.body IS NULL) AND (o.audience = release.audience) AND (o.readers =
        CASE
            WHEN (release.audience = 'body'::text) THEN ARRAY[release.body]
            ELSE '{}'::uuid[]
        END))))));
create policy release_owner on figures.release for all to {{owner}}
  using (true)
  with check (true);
create policy release_see on figures.release for select to {{app}}
  using ((figures.keeps(guarded, ( SELECT access.actor() AS actor)) OR ((withdrawn_at IS NULL) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = release.id) AND (o.audience = release.audience)))))));
create policy release_withdraw on figures.release for update to {{app}}
  using (figures.keeps(guarded, ( SELECT access.actor() AS actor)))
  with check ((figures.keeps(guarded, ( SELECT access.actor() AS actor)) AND (withdrawn_at = ( SELECT clock.now() AS now))));
create policy release_worker on figures.release for select to {{worker}}
  using (true);
CREATE TRIGGER release_guard BEFORE INSERT OR UPDATE ON figures.release FOR EACH ROW EXECUTE FUNCTION figures.guard_release();
grant insert, select on figures.release to {{app}};
grant select on figures.release to {{backup}};
grant select on figures.release to {{worker}};
grant update (reason, withdrawn_at) on figures.release to {{app}};
comment on table figures.release is 'What left its owner: cells with their value or none, and the certificate. The ledger: withdrawn releases stay, because they are known.';
comment on column figures.release.cells is 'groups and value of every cell; a cell that is kept back has the value null, whether by the rule or for the sake of another.';
comment on column figures.release.system is 'The sums between the cells, for checking the certificate again.';
comment on column figures.release.released_by is 'Only so that the same person does not do both; shown to nobody.';

create table figures.review (
  number bigint not null generated always as identity,
  id uuid not null,
  delivery uuid not null,
  edition integer not null,
  step text not null,
  organisation uuid not null,
  person uuid not null,
  text text,
  at timestamp with time zone not null,
  constraint review_pkey PRIMARY KEY (id),
  constraint review_delivery_fkey FOREIGN KEY (delivery) REFERENCES figures.delivery(id),
  constraint review_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint review_person_fkey FOREIGN KEY (person) REFERENCES kit.object(id),
  constraint review_check CHECK (((step <> 'queried'::text) OR (text IS NOT NULL))),
  constraint review_step_check CHECK ((step = ANY (ARRAY['checked'::text, 'queried'::text, 'accepted'::text]))),
  constraint review_text_check CHECK ((btrim(text) <> ''::text))
);
CREATE INDEX review_delivery ON figures.review USING btree (delivery, edition, number);
alter table figures.review force row level security;
create policy review_make on figures.review for insert to {{app}}
  with check (((person = ( SELECT (access.actor()).person AS person)) AND (organisation = ( SELECT (access.actor()).organisation AS organisation)) AND (at = ( SELECT (access.actor()).at AS at)) AND access.holds(( SELECT access.actor() AS actor), '{planner,checker,head}'::text[], organisation) AND (EXISTS ( SELECT
   FROM figures.delivery d
  WHERE ((d.id = review.delivery) AND (d.edition = review.edition) AND (d.organisation <> review.organisation))))));
create policy review_owner on figures.review for all to {{owner}}
  using (true)
  with check (true);
create policy review_see on figures.review for select to {{app}}
  using ((EXISTS ( SELECT
   FROM figures.delivery d
  WHERE (d.id = review.delivery))));
CREATE TRIGGER review_guard BEFORE INSERT ON figures.review FOR EACH ROW EXECUTE FUNCTION figures.guard_review();
grant insert, select on figures.review to {{app}};
grant select on figures.review to {{backup}};
comment on table figures.review is 'Checked, queried or accepted: about one edition of a delivery. What was accepted is not released by that.';
comment on column figures.review.person is 'Only so that the same person does not do both; shown to nobody.';

create table figures.rule (
  id uuid not null,
  indicator uuid not null,
  kind text not null,
  least numeric,
  most numeric,
  percent numeric,
  others uuid[] not null default '{}'::uuid[],
  hard boolean not null default false,
  recorded_at timestamp with time zone not null,
  constraint rule_pkey PRIMARY KEY (id),
  constraint rule_indicator_fkey FOREIGN KEY (indicator) REFERENCES figures.indicator(id),
  constraint rule_check CHECK (
CASE
    WHEN (kind = 'range'::text) THEN COALESCE(("least" <= most), (("least" IS NOT NULL) OR (most IS NOT NULL)))
    ELSE (("least" IS NULL) AND (most IS NULL))
END),
  constraint rule_check1 CHECK (((kind = 'change'::text) = (percent IS NOT NULL))),
  constraint rule_check2 CHECK (
CASE kind
    WHEN 'partOf'::text THEN (cardinality(others) = 1)
    WHEN 'pair'::text THEN (cardinality(others) = 1)
    WHEN 'sumOf'::text THEN ((cardinality(others) >= 2) AND (cardinality(others) <= 12))
    ELSE (others = '{}'::uuid[])
END),
  constraint rule_check3 CHECK (((NOT hard) OR (kind = ANY (ARRAY['range'::text, 'whole'::text])))),
  constraint rule_check4 CHECK ((indicator <> ALL (others))),
  constraint rule_kind_check CHECK ((kind = ANY (ARRAY['range'::text, 'whole'::text, 'partOf'::text, 'sumOf'::text, 'pair'::text, 'change'::text]))),
  constraint rule_percent_check CHECK (((percent > (0)::numeric) AND (percent <= (1000)::numeric)))
);
CREATE UNIQUE INDEX rule_once ON figures.rule USING btree (indicator, kind, others);
alter table figures.rule force row level security;
create policy rule_drop on figures.rule for delete to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = rule.indicator) AND access.changes(o.owner, o.body, o.author, o.audience, ( SELECT access.actor() AS actor)) AND access.holds(( SELECT access.actor() AS actor), '{admin,head,planner}'::text[], o.owner)))));
create policy rule_make on figures.rule for insert to {{app}}
  with check (((recorded_at = ( SELECT clock.now() AS now)) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = rule.indicator) AND (o.kind = 'indicator'::text) AND access.changes(o.owner, o.body, o.author, o.audience, ( SELECT access.actor() AS actor)) AND access.holds(( SELECT access.actor() AS actor), '{admin,head,planner}'::text[], o.owner)))) AND (NOT (EXISTS ( SELECT
   FROM unnest(rule.others) x(x)
  WHERE (NOT (EXISTS ( SELECT
           FROM figures.indicator i
          WHERE (i.id = x.x)))))))));
create policy rule_owner on figures.rule for all to {{owner}}
  using (true)
  with check (true);
create policy rule_see on figures.rule for select to {{app}}
  using ((EXISTS ( SELECT
   FROM figures.indicator i
  WHERE (i.id = rule.indicator))));
grant delete, insert, select on figures.rule to {{app}};
grant select on figures.rule to {{backup}};
comment on table figures.rule is 'What is asked of each delivery of a figure before it is stored. Only what the figure itself shows may refuse it; all else asks for an explanation.';
comment on column figures.rule.others is 'The whole, the parts or the partner; where one of them is not known, the rule decides nothing.';

create table figures.slice (
  official integer not null,
  indicator integer not null,
  cut integer not null,
  from_day date not null,
  until_day date not null,
  basis smallint,
  level text not null,
  statements integer not null,
  constraint slice_basis_fkey FOREIGN KEY (basis) REFERENCES figures.basis(number),
  constraint slice_cut_fkey FOREIGN KEY (cut) REFERENCES figures.cut(number),
  constraint slice_indicator_fkey FOREIGN KEY (indicator) REFERENCES figures.indicator(number),
  constraint slice_official_fkey FOREIGN KEY (official) REFERENCES figures.official_table(number),
  constraint slice_level_check CHECK ((level = ANY (ARRAY['above'::text, 'county'::text, 'municipality'::text]))),
  constraint slice_statements_check CHECK ((statements > 0))
);
CREATE INDEX slice_indicator ON figures.slice USING btree (indicator, cut, from_day);
CREATE INDEX slice_official ON figures.slice USING btree (official);
alter table figures.slice force row level security;
create policy slice_make on figures.slice for insert to {{app}}
  with check ((figures.may_import(( SELECT access.actor() AS actor)) AND (official IN ( SELECT t.number
   FROM figures.official_table t))));
create policy slice_owner on figures.slice for all to {{owner}}
  using (true)
  with check (true);
create policy slice_see on figures.slice for select to {{app}}
  using ((official IN ( SELECT t.number
   FROM figures.official_table t)));
grant insert, select on figures.slice to {{app}};
grant select on figures.slice to {{backup}};
comment on table figures.slice is 'Which table holds what of an indicator, counted at import, so that nobody counts millions of rows for a list of years.';

create table figures.term (
  id uuid not null,
  indicator uuid not null,
  organisation uuid not null,
  words text not null,
  recorded_at timestamp with time zone not null,
  constraint term_pkey PRIMARY KEY (id),
  constraint term_indicator_fkey FOREIGN KEY (indicator) REFERENCES figures.indicator(id),
  constraint term_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint term_words_check CHECK (((btrim(words) <> ''::text) AND (length(words) <= 120)))
);
CREATE UNIQUE INDEX term_once ON figures.term USING btree (indicator, organisation, lower(words));
alter table figures.term force row level security;
create policy term_drop on figures.term for delete to {{app}}
  using (((organisation = ( SELECT (access.actor()).organisation AS organisation)) AND access.holds(( SELECT access.actor() AS actor), '{admin,head,planner}'::text[], organisation)));
create policy term_make on figures.term for insert to {{app}}
  with check (((recorded_at = ( SELECT clock.now() AS now)) AND (organisation = ( SELECT (access.actor()).organisation AS organisation)) AND access.holds(( SELECT access.actor() AS actor), '{admin,head,planner}'::text[], organisation) AND (EXISTS ( SELECT
   FROM figures.indicator i
  WHERE (i.id = term.indicator)))));
create policy term_owner on figures.term for all to {{owner}}
  using (true)
  with check (true);
create policy term_see on figures.term for select to {{app}}
  using ((EXISTS ( SELECT
   FROM figures.indicator i
  WHERE (i.id = term.indicator))));
CREATE TRIGGER term_found AFTER INSERT OR DELETE ON figures.term FOR EACH ROW EXECUTE FUNCTION figures.find_by_words();
grant delete, insert, select on figures.term to {{app}};
grant select on figures.term to {{backup}};
comment on table figures.term is 'What an organisation calls a shared figure. Two words of two places mean one thing.';


create schema services;

CREATE OR REPLACE FUNCTION services.guard_service()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if new.id <> old.id or (old.status = 'open' and new.status = 'planned') or (old.status = 'closed' and new.status <> 'closed') then
    raise exception 'what was opened or closed stays so' using errcode = 'NA403';
  end if;
  return new;
end $function$;

create table services.service (
  id uuid not null,
  category text not null,
  description text not null default ''::text,
  target_group text not null,
  area uuid,
  area_name text,
  address text not null default ''::text,
  capacity integer,
  capacity_unit text not null default ''::text,
  opening text not null default ''::text,
  contact text not null default ''::text,
  status text not null default 'planned'::text,
  from_day date,
  until_day date,
  answers uuid,
  constraint service_pkey PRIMARY KEY (id),
  constraint service_answers_fkey FOREIGN KEY (answers) REFERENCES kit.object(id),
  constraint service_area_fkey FOREIGN KEY (area) REFERENCES kit.object(id),
  constraint service_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id),
  constraint service_area_name_check CHECK ((btrim(area_name) <> ''::text)),
  constraint service_capacity_check CHECK ((capacity > 0)),
  constraint service_category_check CHECK ((category = ANY (ARRAY['dayCare'::text, 'outpatientCare'::text, 'residentialCare'::text, 'counselling'::text, 'debtCounselling'::text, 'housing'::text, 'youth'::text, 'family'::text, 'integration'::text, 'inclusion'::text, 'meetingPlace'::text, 'other'::text]))),
  constraint service_check CHECK ((until_day > from_day)),
  constraint service_check1 CHECK (((area IS NOT NULL) OR (area_name IS NOT NULL))),
  constraint service_check2 CHECK (((status = 'planned'::text) OR (from_day IS NOT NULL))),
  constraint service_check3 CHECK (((status <> 'closed'::text) OR (until_day IS NOT NULL))),
  constraint service_status_check CHECK ((status = ANY (ARRAY['planned'::text, 'open'::text, 'closed'::text]))),
  constraint service_target_group_check CHECK ((btrim(target_group) <> ''::text))
);
CREATE INDEX service_answers ON services.service USING btree (answers);
CREATE INDEX service_area ON services.service USING btree (area);
alter table services.service force row level security;
create policy service_change on services.service for update to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = service.id) AND access.changes(o.owner, o.body, o.author, o.audience, ( SELECT access.actor() AS actor)) AND access.holds(( SELECT access.actor() AS actor), '{admin,head,planner,staff}'::text[], o.owner)))))
  with check (((EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = service.id) AND access.changes(o.owner, o.body, o.author, o.audience, ( SELECT access.actor() AS actor))))) AND ((answers IS NULL) OR (EXISTS ( SELECT
   FROM kit.object m
  WHERE ((m.id = service.answers) AND (m.kind = 'measure'::text))))) AND ((area IS NULL) OR (EXISTS ( SELECT
   FROM kit.object a
  WHERE ((a.id = service.area) AND (a.kind = 'area'::text)))))));
create policy service_make on services.service for insert to {{app}}
  with check (((EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = service.id) AND (o.kind = 'service'::text) AND (o.owner = ( SELECT (access.actor()).organisation AS organisation)) AND access.changes(o.owner, o.body, o.author, o.audience, ( SELECT access.actor() AS actor)) AND access.holds(( SELECT access.actor() AS actor), '{admin,head,planner,staff}'::text[], o.owner)))) AND ((answers IS NULL) OR (EXISTS ( SELECT
   FROM kit.object m
  WHERE ((m.id = service.answers) AND (m.kind = 'measure'::text))))) AND ((area IS NULL) OR (EXISTS ( SELECT
   FROM kit.object a
  WHERE ((a.id = service.area) AND (a.kind = 'area'::text)))))));
create policy service_owner on services.service for all to {{owner}}
  using (true)
  with check (true);
create policy service_see on services.service for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = service.id))));
create policy service_worker on services.service for select to {{worker}}
  using (true);
CREATE TRIGGER service_guard BEFORE UPDATE ON services.service FOR EACH ROW EXECUTE FUNCTION services.guard_service();
grant insert, select, update on services.service to {{app}};
grant select on services.service to {{backup}};
grant select on services.service to {{worker}};
comment on column services.service.area_name is 'Where no area of the land fits: a district or a catchment, in words.';
comment on column services.service.until_day is 'The first day on which it is no longer there (half-open).';
comment on column services.service.answers is 'The measure that it carries out.';


create schema planning;

CREATE OR REPLACE FUNCTION planning.allow_resolution(p_decision uuid, p_meeting uuid, p_item uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 INSERT INTO planning.resolution (decision, meeting, item)
   VALUES (allow_resolution.p_decision, allow_resolution.p_meeting, allow_resolution.p_item);
END;

CREATE OR REPLACE FUNCTION planning.body_votes(p_body uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (EXISTS (SELECT FROM cooperation.body b WHERE ((b.id = body_votes.p_body) AND b.votes)));

CREATE OR REPLACE FUNCTION planning.guard_decided_need()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if exists (select from planning.need n where n.id = new.need and n.withdrawn_on is not null) then
    raise exception 'a withdrawn need is not decided upon' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION planning.guard_decision()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if tg_op = 'UPDATE' then
    if new.id <> old.id or new.recorded_on <> old.recorded_on or new.meeting is distinct from old.meeting then
      raise exception 'origin of a decision does not change' using errcode = 'NA403';
    end if;
    if cooperation.is_released(old.id, old.edition) then raise exception 'a released decision does not change' using errcode = 'NA403'; end if;
    if new.edition <= old.edition then raise exception 'a decision changes with a new edition' using errcode = 'NA403'; end if;
  end if;
  if exists (select from cooperation.release r where r.object = new.id and r.edition = new.edition)
     or not exists (select from kit.edition e where e.object = new.id and e.number = new.edition
                      and e.content->>'text' = new.text and e.content->>'result' = new.result) then
    raise exception 'the keys lie on other words' using errcode = 'NA403';
  end if;
  if new.result = 'resolved' and not planning.body_votes((select o.body from kit.object o where o.id = new.id)) then
    raise exception 'a forum does not vote' using errcode = 'NA403';
  end if;
  if new.result = 'resolved' and not exists (select from planning.resolution r where r.decision = new.id and r.meeting = new.meeting) then
    raise exception 'a resolution rests on a vote' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION planning.guard_evidence()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare n uuid;
begin
  if tg_table_name = 'need' then n := new.id; else n := old.need; end if;
  if exists (select from planning.need x where x.id = n and x.state = 'stated')
     and not exists (select from planning.evidence e where e.need = n and e.grade = 'figures') then
    raise exception 'a need is stated on at least one figure' using errcode = 'NA403';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION planning.guard_measure()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if exists (select from actors.organisation a where (a.id = new.accountable_public and a.side = 'free') or (a.id = new.accountable_free and a.side = 'public')) then
    raise exception 'one accountable on each side' using errcode = 'NA403';
  end if;
  if tg_op = 'UPDATE' then
    if new.id <> old.id or new.decision <> old.decision or new.decision_edition <> old.decision_edition
       or (old.agreed_on is not null and new.agreed_on is distinct from old.agreed_on) then
      raise exception 'a measure keeps its decision' using errcode = 'NA403';
    end if;
    if old.agreed_on is not null and new.edition <= old.edition then
      raise exception 'an agreed measure changes with a new edition' using errcode = 'NA403';
    end if;
    -- Chair and office of the body may help with the words; what is agreed is agreed by whom the decision addresses.
    if old.agreed_on is null and new.agreed_on is not null and session_user not in ('{{worker}}', '{{owner}}')
       and (new.agreed_on <> clock.today()
            or not exists (select from kit.object o where o.id = new.id and o.owner = (access.actor()).organisation)) then
      raise exception 'agreed today, and by whom it binds' using errcode = 'NA403';
    end if;
    return new;
  end if;
  if not exists (select from planning.decision d where d.id = new.decision and d.edition = new.decision_edition and d.result <> 'noted'
                    and cooperation.is_released(d.id, d.edition)) then
    raise exception 'a measure rests on a decision that both chairs released' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION planning.guard_need()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if new.id <> old.id or (old.state = 'stated' and (new.state <> 'stated' or new.stated_on is distinct from old.stated_on)) then
    raise exception 'a stated need is not taken back in silence' using errcode = 'NA403';
  end if;
  -- Whoever cites an edition finds it unchanged: other words are another edition.
  if old.state = 'stated' and new.edition <= old.edition
     and (new.target_group, new.benefit, new.description) is distinct from (old.target_group, old.benefit, old.description) then
    raise exception 'a stated need changes with a new edition' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION planning.guard_withdrawal()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor();
begin
  if old.withdrawn_on is not null then raise exception 'a withdrawn need does not change' using errcode = 'NA403'; end if;
  if new.withdrawn_on is not null and session_user not in ('{{worker}}', '{{owner}}') then
    if new.withdrawn_on <> a.today
       or not exists (select from kit.object o where o.id = new.id and o.owner = a.organisation
                         and access.changes(o.owner, o.body, o.author, o.audience, a)) then
      raise exception 'withdrawn today, and by whom it belongs to' using errcode = 'NA403';
    end if;
    if exists (select from planning.decision_need d where d.need = new.id) then
      raise exception 'a need that was dealt with is not withdrawn' using errcode = 'NA403';
    end if;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION planning.may_change(p_object uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
RETURN (EXISTS (SELECT FROM kit.object o WHERE ((o.id = may_change.p_object) AND access.changes(o.owner, o.body, o.author, o.audience, (SELECT access.actor() AS actor)))));

create table planning.answer (
  decision uuid not null,
  organisation uuid not null,
  reason text not null,
  on_day date not null,
  constraint answer_pkey PRIMARY KEY (decision),
  constraint answer_decision_fkey FOREIGN KEY (decision) REFERENCES planning.decision(id),
  constraint answer_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint answer_reason_check CHECK ((btrim(reason) <> ''::text))
);
alter table planning.answer force row level security;
create policy answer_make on planning.answer for insert to {{app}}
  with check (((organisation = ( SELECT (access.actor()).organisation AS organisation)) AND (on_day = ( SELECT (access.actor()).today AS today)) AND access.holds(( SELECT access.actor() AS actor), '{admin,head,planner,staff}'::text[], organisation) AND (EXISTS ( SELECT
   FROM planning.decision d
  WHERE ((d.id = answer.decision) AND (d.addressee = answer.organisation) AND cooperation.is_released(d.id, d.edition))))));
create policy answer_owner on planning.answer for all to {{owner}}
  using (true)
  with check (true);
create policy answer_see on planning.answer for select to {{app}}
  using ((EXISTS ( SELECT
   FROM planning.decision d
  WHERE (d.id = answer.decision))));
create policy answer_worker on planning.answer for select to {{worker}}
  using (true);
grant insert, select on planning.answer to {{app}};
grant select on planning.answer to {{backup}};
grant select on planning.answer to {{worker}};
comment on table planning.answer is 'The reason of an addressee who does not act on a recommendation.';

create table planning.decision (
  id uuid not null,
  result text not null,
  text text not null,
  reasons text not null default ''::text,
  addressee uuid,
  path text not null default ''::text,
  costs text not null default ''::text,
  set_aside text,
  answer_by date,
  meeting uuid,
  edition integer not null,
  recorded_on date not null,
  constraint decision_pkey PRIMARY KEY (id),
  constraint decision_addressee_fkey FOREIGN KEY (addressee) REFERENCES kit.object(id),
  constraint decision_id_edition_fkey FOREIGN KEY (id, edition) REFERENCES kit.edition(object, number),
  constraint decision_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id),
  constraint decision_meeting_fkey FOREIGN KEY (meeting) REFERENCES kit.object(id),
  constraint decision_check CHECK (((result <> 'recommended'::text) OR (addressee IS NOT NULL))),
  constraint decision_check1 CHECK (((set_aside IS NULL) OR (result = 'noted'::text))),
  constraint decision_result_check CHECK ((result = ANY (ARRAY['noted'::text, 'agreed'::text, 'recommended'::text, 'resolved'::text]))),
  constraint decision_set_aside_check CHECK ((btrim(set_aside) <> ''::text)),
  constraint decision_text_check CHECK ((btrim(text) <> ''::text))
);
CREATE INDEX decision_meeting ON planning.decision USING btree (meeting);
alter table planning.decision force row level security;
create policy decision_change on planning.decision for update to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = decision.id) AND access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], o.body)))))
  with check ((EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = decision.id) AND access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], o.body)))));
create policy decision_make on planning.decision for insert to {{app}}
  with check (((recorded_on <= ( SELECT (access.actor()).today AS today)) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = decision.id) AND (o.kind = 'decision'::text) AND (o.audience = 'named'::text) AND (o.owner = o.body) AND access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], o.body))))));
create policy decision_owner on planning.decision for all to {{owner}}
  using (true)
  with check (true);
create policy decision_see on planning.decision for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = decision.id) AND (access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], o.body) OR cooperation.is_released(decision.id, decision.edition))))));
create policy decision_worker on planning.decision for select to {{worker}}
  using (true);
CREATE TRIGGER decision_guard BEFORE INSERT OR UPDATE ON planning.decision FOR EACH ROW EXECUTE FUNCTION planning.guard_decision();
grant insert, select, update on planning.decision to {{app}};
grant select on planning.decision to {{backup}};
grant select on planning.decision to {{worker}};
comment on column planning.decision.result is 'Kenntnisnahme, Verabredung, Empfehlung or Beschluss (OParl: AgendaItem.result).';
comment on column planning.decision.path is 'Who decides after the body: "Der Kreistag entscheidet".';

create table planning.decision_need (
  decision uuid not null,
  need uuid not null,
  need_edition integer not null,
  constraint decision_need_pkey PRIMARY KEY (decision, need),
  constraint decision_need_decision_fkey FOREIGN KEY (decision) REFERENCES planning.decision(id),
  constraint decision_need_need_fkey FOREIGN KEY (need) REFERENCES planning.need(id),
  constraint decision_need_need_need_edition_fkey FOREIGN KEY (need, need_edition) REFERENCES kit.edition(object, number)
);
CREATE INDEX decision_need_need ON planning.decision_need USING btree (need);
alter table planning.decision_need force row level security;
create policy decision_need_drop on planning.decision_need for delete to {{app}}
  using ((EXISTS ( SELECT
   FROM (planning.decision d
     JOIN kit.object o ON ((o.id = d.id)))
  WHERE ((d.id = decision_need.decision) AND access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], o.body) AND (NOT cooperation.is_released(d.id, d.edition))))));
create policy decision_need_make on planning.decision_need for insert to {{app}}
  with check ((EXISTS ( SELECT
   FROM ((planning.need n
     JOIN kit.object x ON ((x.id = n.id)))
     JOIN kit.object o ON ((o.id = decision_need.decision)))
  WHERE ((n.id = decision_need.need) AND (n.state = 'stated'::text) AND (x.body = o.body) AND access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], o.body)))));
create policy decision_need_owner on planning.decision_need for all to {{owner}}
  using (true)
  with check (true);
create policy decision_need_see on planning.decision_need for select to {{app}}
  using ((EXISTS ( SELECT
   FROM planning.decision d
  WHERE (d.id = decision_need.decision))));
create policy decision_need_worker on planning.decision_need for select to {{worker}}
  using (true);
CREATE TRIGGER decision_need_guard BEFORE INSERT ON planning.decision_need FOR EACH ROW EXECUTE FUNCTION planning.guard_decided_need();
grant delete, insert, select on planning.decision_need to {{app}};
grant select on planning.decision_need to {{backup}};
grant select on planning.decision_need to {{worker}};

create table planning.evidence (
  id uuid not null,
  need uuid not null,
  position integer not null,
  grade text not null,
  source uuid,
  source_edition integer,
  holder uuid,
  indicator uuid,
  area uuid,
  from_day date,
  until_day date,
  cut text not null default ''::text,
  shown text,
  as_of timestamp with time zone not null,
  note text not null default ''::text,
  constraint evidence_pkey PRIMARY KEY (id),
  constraint evidence_area_fkey FOREIGN KEY (area) REFERENCES kit.object(id),
  constraint evidence_holder_fkey FOREIGN KEY (holder) REFERENCES kit.object(id),
  constraint evidence_indicator_fkey FOREIGN KEY (indicator) REFERENCES kit.object(id),
  constraint evidence_need_fkey FOREIGN KEY (need) REFERENCES planning.need(id),
  constraint evidence_source_fkey FOREIGN KEY (source) REFERENCES kit.object(id),
  constraint evidence_source_source_edition_fkey FOREIGN KEY (source, source_edition) REFERENCES kit.edition(object, number),
  constraint evidence_check CHECK ((until_day > from_day)),
  constraint evidence_check1 CHECK (((source IS NULL) = (source_edition IS NULL))),
  constraint evidence_check2 CHECK (((from_day IS NULL) = (until_day IS NULL))),
  constraint evidence_check3 CHECK (((grade <> 'figures'::text) OR (source IS NOT NULL))),
  constraint evidence_check4 CHECK (((source IS NOT NULL) OR (btrim(note) <> ''::text))),
  constraint evidence_grade_check CHECK ((grade = ANY (ARRAY['figures'::text, 'practice'::text, 'citizens'::text])))
);
CREATE INDEX evidence_need ON planning.evidence USING btree (need, "position");
CREATE INDEX evidence_source ON planning.evidence USING btree (source);
alter table planning.evidence force row level security;
create policy evidence_drop on planning.evidence for delete to {{app}}
  using (planning.may_change(need));
create policy evidence_make on planning.evidence for insert to {{app}}
  with check ((planning.may_change(need) AND ((source IS NULL) OR (EXISTS ( SELECT
   FROM kit.object s
  WHERE ((s.id = evidence.source) AND (s.kind = ANY (ARRAY['officialTable'::text, 'delivery'::text, 'indicator'::text])) AND (NOT (s.owner IS DISTINCT FROM evidence.holder)))))) AND ((shown IS NULL) OR (EXISTS ( SELECT
   FROM kit.object s
  WHERE ((s.id = evidence.source) AND (s.kind = 'officialTable'::text)))))));
create policy evidence_note on planning.evidence for update to {{app}}
  using (planning.may_change(need))
  with check (planning.may_change(need));
create policy evidence_owner on planning.evidence for all to {{owner}}
  using (true)
  with check (true);
create policy evidence_see on planning.evidence for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = evidence.need))));
create policy evidence_worker on planning.evidence for select to {{worker}}
  using (true);
CREATE CONSTRAINT TRIGGER evidence_stays AFTER DELETE OR UPDATE ON planning.evidence DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION planning.guard_evidence();
grant delete, insert, select on planning.evidence to {{app}};
grant select on planning.evidence to {{backup}};
grant select on planning.evidence to {{worker}};
grant update (note, position) on planning.evidence to {{app}};
comment on table planning.evidence is 'What a need rests on: a figure in a certain edition, or what practice and citizens report.';
comment on column planning.evidence.holder is 'Whom to ask where the source may not be seen.';
comment on column planning.evidence.cut is 'Which dimensions of the table: "GES=GESM"; empty for the total.';
comment on column planning.evidence.shown is 'The value as it stood in a public table. A delivered value is never copied: it stays in the delivery and is shown to whoever may see that.';

create table planning.measure (
  id uuid not null,
  what text not null,
  decision uuid not null,
  decision_edition integer not null,
  lead uuid,
  accountable_public uuid,
  accountable_free uuid,
  until_day date,
  target_group text not null default ''::text,
  area uuid,
  area_name text,
  benefit text not null default ''::text,
  edition integer,
  agreed_on date,
  constraint measure_pkey PRIMARY KEY (id),
  constraint measure_accountable_free_fkey FOREIGN KEY (accountable_free) REFERENCES kit.object(id),
  constraint measure_accountable_public_fkey FOREIGN KEY (accountable_public) REFERENCES kit.object(id),
  constraint measure_area_fkey FOREIGN KEY (area) REFERENCES kit.object(id),
  constraint measure_decision_decision_edition_fkey FOREIGN KEY (decision, decision_edition) REFERENCES kit.edition(object, number),
  constraint measure_decision_fkey FOREIGN KEY (decision) REFERENCES planning.decision(id),
  constraint measure_id_edition_fkey FOREIGN KEY (id, edition) REFERENCES kit.edition(object, number),
  constraint measure_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id),
  constraint measure_lead_fkey FOREIGN KEY (lead) REFERENCES kit.object(id),
  constraint measure_check CHECK (((agreed_on IS NULL) = (edition IS NULL))),
  constraint measure_check1 CHECK ((accountable_public <> accountable_free)),
  constraint measure_two_sided CHECK (((agreed_on IS NULL) OR ((lead IS NOT NULL) AND (until_day IS NOT NULL) AND (accountable_public IS NOT NULL) AND (accountable_free IS NOT NULL)))),
  constraint measure_what_check CHECK ((btrim(what) <> ''::text))
);
CREATE INDEX measure_decision ON planning.measure USING btree (decision);
alter table planning.measure force row level security;
create policy measure_change on planning.measure for update to {{app}}
  using (planning.may_change(id))
  with check (planning.may_change(id));
create policy measure_make on planning.measure for insert to {{app}}
  with check (((agreed_on IS NULL) AND (EXISTS ( SELECT
   FROM ((kit.object o
     JOIN planning.decision d ON ((d.id = measure.decision)))
     JOIN kit.object x ON ((x.id = d.id)))
  WHERE ((o.id = measure.id) AND (o.kind = 'measure'::text) AND (o.body = x.body) AND (o.owner = ( SELECT (access.actor()).organisation AS organisation)) AND ((d.addressee = o.owner) OR ((d.addressee IS NULL) AND (o.body = ANY (( SELECT (access.actor()).readers AS readers)::uuid[])))) AND planning.may_change(o.id))))));
create policy measure_owner on planning.measure for all to {{owner}}
  using (true)
  with check (true);
create policy measure_see on planning.measure for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = measure.id))));
create policy measure_worker on planning.measure for select to {{worker}}
  using (true);
CREATE TRIGGER measure_guard BEFORE INSERT OR UPDATE ON planning.measure FOR EACH ROW EXECUTE FUNCTION planning.guard_measure();
grant insert, select, update on planning.measure to {{app}};
grant select on planning.measure to {{backup}};
grant select on planning.measure to {{worker}};

create table planning.need (
  id uuid not null,
  state text not null default 'draft'::text,
  target_group text not null default ''::text,
  area uuid,
  area_name text,
  benefit text not null default ''::text,
  description text not null default ''::text,
  edition integer,
  stated_on date,
  withdrawn_on date,
  withdrawn_because text,
  constraint need_pkey PRIMARY KEY (id),
  constraint need_area_fkey FOREIGN KEY (area) REFERENCES kit.object(id),
  constraint need_id_edition_fkey FOREIGN KEY (id, edition) REFERENCES kit.edition(object, number),
  constraint need_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id),
  constraint need_area_name_check CHECK ((btrim(area_name) <> ''::text)),
  constraint need_check CHECK (((state = 'stated'::text) = (edition IS NOT NULL))),
  constraint need_check1 CHECK (((state = 'stated'::text) = (stated_on IS NOT NULL))),
  constraint need_complete CHECK (((state = 'draft'::text) OR ((btrim(target_group) <> ''::text) AND (btrim(benefit) <> ''::text) AND ((area IS NOT NULL) OR (area_name IS NOT NULL))))),
  constraint need_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'stated'::text]))),
  constraint need_withdrawn CHECK ((((withdrawn_on IS NULL) = (withdrawn_because IS NULL)) AND ((withdrawn_on IS NULL) OR (state = 'stated'::text)))),
  constraint need_withdrawn_because_check CHECK ((btrim(withdrawn_because) <> ''::text))
);
CREATE INDEX need_area ON planning.need USING btree (area);
alter table planning.need force row level security;
create policy need_change on planning.need for update to {{app}}
  using (planning.may_change(id))
  with check (planning.may_change(id));
create policy need_make on planning.need for insert to {{app}}
  with check (((state = 'draft'::text) AND planning.may_change(id) AND (EXISTS ( SELECT
   FROM (kit.object o
     JOIN kit.object b ON ((b.id = o.body)))
  WHERE ((o.id = need.id) AND (o.kind = 'need'::text) AND (o.owner = ( SELECT (access.actor()).organisation AS organisation)) AND (b.kind = 'body'::text) AND ((b.owner = o.owner) OR (o.owner = ANY (b.readers)) OR (b.id = ANY (( SELECT (access.actor()).readers AS readers)::uuid[]))))))));
create policy need_owner on planning.need for all to {{owner}}
  using (true)
  with check (true);
create policy need_see on planning.need for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = need.id))));
create policy need_worker on planning.need for select to {{worker}}
  using (true);
CREATE CONSTRAINT TRIGGER need_evidence AFTER INSERT OR UPDATE ON planning.need DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION planning.guard_evidence();
CREATE TRIGGER need_guard BEFORE UPDATE ON planning.need FOR EACH ROW EXECUTE FUNCTION planning.guard_need();
CREATE TRIGGER need_withdrawal BEFORE UPDATE ON planning.need FOR EACH ROW EXECUTE FUNCTION planning.guard_withdrawal();
grant insert, select, update on planning.need to {{app}};
grant select on planning.need to {{backup}};
grant select on planning.need to {{worker}};
comment on column planning.need.edition is 'The edition that counts; earlier ones stay for whoever cited them.';
comment on column planning.need.withdrawn_because is 'Why its organisation no longer states it; whoever cited it finds it with this reason.';

create table planning.resolution (
  decision uuid not null,
  meeting uuid not null,
  item uuid not null,
  constraint resolution_pkey PRIMARY KEY (decision),
  constraint resolution_item_key UNIQUE (item),
  constraint resolution_decision_fkey FOREIGN KEY (decision) REFERENCES planning.decision(id) DEFERRABLE INITIALLY DEFERRED,
  constraint resolution_meeting_fkey FOREIGN KEY (meeting) REFERENCES kit.object(id)
);
alter table planning.resolution force row level security;
create policy resolution_owner on planning.resolution for all to {{owner}}
  using (true)
  with check (true);
create policy resolution_see on planning.resolution for select to {{app}}
  using ((EXISTS ( SELECT
   FROM planning.decision d
  WHERE (d.id = resolution.decision))));
grant select on planning.resolution to {{app}};
grant select on planning.resolution to {{backup}};
comment on table planning.resolution is 'This result is a Beschluss, because the vote on this item of this meeting found a majority. Written only by planning.allow_resolution.';


create schema meetings;

CREATE OR REPLACE FUNCTION meetings.answer_by_link(p_token text, p_places uuid[], p_answers jsonb, p_seen integer)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare l meetings.answer_link;
begin
  select * into l from meetings.answer_link x where x.digest = sha256(convert_to(p_token, 'UTF8')) and x.ended_at is null;
  if l.digest is null then return 'nobody'; end if;
  return meetings.keep_answer(l.object, l.person, l.organisation, l.guest, p_places, p_answers, p_seen);
end $function$;

CREATE OR REPLACE FUNCTION meetings.answer_circulation(p_circulation uuid, p_places uuid[], p_answer text, p_seen integer)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor();
begin
  if a.session is null then return 'nobody'; end if;
  return meetings.keep_circulation(p_circulation, a.person, a.organisation, p_places, p_answer, p_seen);
end $function$;

CREATE OR REPLACE FUNCTION meetings.answer_circulation_by_link(p_token text, p_places uuid[], p_answer text, p_seen integer)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare l meetings.answer_link;
begin
  select * into l from meetings.answer_link x where x.digest = sha256(convert_to(p_token, 'UTF8')) and x.ended_at is null;
  if l.digest is null then return 'nobody'; end if;
  return meetings.keep_circulation(l.object, l.person, l.organisation, p_places, p_answer, p_seen);
end $function$;

CREATE OR REPLACE FUNCTION meetings.answer_poll(p_poll uuid, p_places uuid[], p_answers jsonb, p_seen integer)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor();
begin
  if a.session is null then return 'nobody'; end if;
  return meetings.keep_answer(p_poll, a.person, a.organisation, null, p_places, p_answers, p_seen);
end $function$;

CREATE OR REPLACE FUNCTION meetings.answering_circulation(p_circulation uuid, p_person uuid, p_organisation uuid)
 RETURNS TABLE(organisation uuid, unit uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT s.organisation,
     s.unit
    FROM ((meetings.circulation c
      CROSS JOIN LATERAL meetings.circulation_seats(c.id) s(organisation, unit))
      JOIN LATERAL meetings.voices(c.body, answering_circulation.p_person, answering_circulation.p_organisation, NULL::uuid) v(voice, organisation, unit, guest) ON (((v.voice = 'seat'::text) AND (v.organisation = s.organisation) AND (NOT (v.unit IS DISTINCT FROM s.unit)))))
   WHERE (c.id = answering_circulation.p_circulation);
END;

CREATE OR REPLACE FUNCTION meetings.answering_seats(p_meeting uuid, p_person uuid, p_organisation uuid)
 RETURNS TABLE(organisation uuid, unit uuid, own boolean, deputy boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT s.organisation,
     s.unit,
     h.own,
     meetings.has_deputy(m.body, s.organisation, m.day) AS has_deputy
    FROM ((meetings.meeting m
      JOIN cooperation.seat s ON (((s.body = m.body) AND ((answering_seats.p_organisation = s.organisation) OR (answering_seats.p_organisation = s.unit)) AND (s.superseded_at IS NULL) AND (s.valid_from <= m.day) AND ((s.valid_until IS NULL) OR (m.day < s.valid_until)))))
      CROSS JOIN LATERAL ( SELECT bool_or((x.role <> 'deputy'::text)) AS own
            FROM access.mandate x
           WHERE ((x.person = answering_seats.p_person) AND (x.organisation = answering_seats.p_organisation) AND (x.body = m.body) AND (x.role = ANY (ARRAY['chair'::text, 'delegate'::text, 'deputy'::text, 'guest'::text])) AND (x.superseded_at IS NULL) AND (x.from_day <= clock.today()) AND ((x.until_day IS NULL) OR (clock.today() < x.until_day)))) h)
   WHERE ((m.id = answering_seats.p_meeting) AND (h.own IS NOT NULL));
END;

CREATE OR REPLACE FUNCTION meetings.approvals(p_meeting uuid)
 RETURNS TABLE(item uuid, meeting uuid, day date, status text, decided boolean, approved boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT i.id,
     m.id,
     m.day,
     m.status,
     (d.result = ANY (ARRAY['agreed'::text, 'resolved'::text])),
     COALESCE(((d.result = ANY (ARRAY['agreed'::text, 'resolved'::text])) AND cooperation.is_released(d.id, d.edition) AND (m.day > meetings.objections_until(approvals.p_meeting))), false) AS "coalesce"
    FROM (((meetings.agenda_item i
      JOIN meetings.meeting m ON (((m.id = i.meeting) AND (m.status <> 'cancelled'::text))))
      JOIN kit.object o ON (((o.id = m.id) AND (o.deleted_at IS NULL))))
      LEFT JOIN planning.decision d ON ((d.id = i.decision)))
   WHERE ((i.approves = approvals.p_meeting) AND (i.removed_at IS NULL))
   ORDER BY m.day, m.number;
END;

CREATE OR REPLACE FUNCTION meetings.box_by_key(p_key text)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (SELECT jsonb_build_object('title', o.title, 'invented', o.invented) AS jsonb_build_object FROM kit.object o WHERE (o.id = meetings.box_of(box_by_key.p_key)));

CREATE OR REPLACE FUNCTION meetings.box_of(p_key text)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (SELECT b.body FROM (meetings.backlog b JOIN cooperation.body c ON (((c.id = b.body) AND ((c.dissolved_on IS NULL) OR (clock.today() < c.dissolved_on))))) WHERE ((b.token = box_of.p_key) OR (b.public AND ((b.body)::text = box_of.p_key))));

CREATE OR REPLACE FUNCTION meetings.circulation_by_link(p_token text)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare l meetings.answer_link; c meetings.circulation; mine jsonb; seen integer;
begin
  select * into l from meetings.answer_link x where x.digest = sha256(convert_to(p_token, 'UTF8'));
  select * into c from meetings.circulation x where x.id = l.object;
  if c.id is null then return null; end if;
  select jsonb_agg(jsonb_build_object('organisation', jsonb_build_object('id', o.id, 'title', o.title), 'unit', case when u.id is not null then jsonb_build_object('id', u.id, 'title', u.title) end,
      'answer', a.answer) order by o.title, u.title), coalesce(sum(a.revision), 0) into mine, seen
    from meetings.answering_circulation(c.id, l.person, l.organisation) s join kit.object o on o.id = s.organisation left join kit.object u on u.id = s.unit
    left join meetings.circulation_answer a on a.circulation = c.id and a.organisation = s.organisation and a.unit is not distinct from s.unit;
  if l.ended_at is not null or mine is null then return jsonb_build_object('state', 'ended', 'circulation', null); end if;
  return jsonb_build_object('state', case when c.settled_on is not null or c.until_day < clock.today() then 'over' else 'running' end,
    'circulation', (select jsonb_build_object('title', t.title, 'body', b.title, 'invented', t.invented, 'proposal', c.proposal, 'reasons', c.reasons, 'until', c.until_day,
        'name', (select p.title from kit.object p where p.id = l.person), 'mine', mine, 'seen', seen) from kit.object t join kit.object b on b.id = t.body where t.id = c.id));
end $function$;

CREATE OR REPLACE FUNCTION meetings.circulation_content(p_proposal text, p_reasons text, p_days integer)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
RETURN jsonb_build_object('proposal', p_proposal, 'reasons', p_reasons, 'days', p_days);

CREATE OR REPLACE FUNCTION meetings.circulation_count(p_circulation uuid, OUT entitled integer, OUT yes integer, OUT no integer, OUT abstain integer, OUT meeting integer)
 RETURNS record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT count(*) AS count,
     count(*) FILTER (WHERE (a.answer = 'yes'::text)) AS count,
     count(*) FILTER (WHERE (a.answer = 'no'::text)) AS count,
     count(*) FILTER (WHERE (a.answer = 'abstain'::text)) AS count,
     count(*) FILTER (WHERE (a.answer = 'meeting'::text)) AS count
    FROM (meetings.circulation_seats(circulation_count.p_circulation) s(organisation, unit)
      LEFT JOIN meetings.circulation_answer a ON (((a.circulation = circulation_count.p_circulation) AND (a.organisation = s.organisation) AND (NOT (a.unit IS DISTINCT FROM s.unit)))));
END;

CREATE OR REPLACE FUNCTION meetings.circulation_outcome(p_circulation uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (SELECT CASE WHEN (r.circulation_to_meeting AND (n.meeting > 0)) THEN 'toMeeting'::text WHEN (NOT meetings.is_quorate(r.quorum, n.entitled, (((n.yes + n.no) + n.abstain) + n.meeting))) THEN 'notQuorate'::text WHEN meetings.is_carried(r.circulation_majority, n.entitled, n.yes, n.no) THEN 'carried'::text ELSE 'rejected'::text END AS "case" FROM ((meetings.circulation c JOIN cooperation.rules r ON (((r.body = c.body) AND (r.edition = c.rules)))) CROSS JOIN LATERAL meetings.circulation_count(c.id) n(entitled, yes, no, abstain, meeting)) WHERE (c.id = circulation_outcome.p_circulation));

CREATE OR REPLACE FUNCTION meetings.circulation_seats(p_circulation uuid)
 RETURNS TABLE(organisation uuid, unit uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT DISTINCT s.organisation,
     s.unit
    FROM (meetings.circulation c
      JOIN cooperation.seat s ON (((s.body = c.body) AND s.voting AND (s.superseded_at IS NULL) AND (s.valid_from <= COALESCE(c.sent_on, clock.today())) AND ((s.valid_until IS NULL) OR (COALESCE(c.sent_on, clock.today()) < s.valid_until)))))
   WHERE (c.id = circulation_seats.p_circulation);
END;

CREATE OR REPLACE FUNCTION meetings.concern_by_code(p_code text)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare d meetings.concern_drop; k bytea := sha256(convert_to(p_code, 'UTF8'));
begin
  select * into d from meetings.concern_drop x where x.code = k;
  if d.code is not null then
    return (select jsonb_build_object('title', d.title, 'text', d.text, 'body', b.title, 'invented', b.invented, 'receivedOn', d.on_day, 'waiting', true,
      'bundledOn', null, 'closed', null, 'topic', null, 'items', '[]'::jsonb) from kit.object b where b.id = d.body);
  end if;
  return (select meetings.concern_way(c.id) || jsonb_build_object('title', o.title, 'text', c.text, 'body', b.title, 'invented', o.invented)
    from meetings.concern c join kit.object o on o.id = c.id and o.deleted_at is null join kit.object b on b.id = c.body where c.code = k);
end $function$;

CREATE OR REPLACE FUNCTION meetings.concern_way(p_concern uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT jsonb_build_object('receivedOn', c.received_on, 'waiting', false, 'bundledOn', c.bundled_on, 'closed',
         CASE
             WHEN (c.closed_on IS NOT NULL) THEN jsonb_build_object('on', c.closed_on, 'because', c.closed_because)
             ELSE NULL::jsonb
         END, 'topic',
         CASE
             WHEN (t.id IS NOT NULL) THEN jsonb_build_object('title', y.title, 'ripe', (t.ripe_on IS NOT NULL), 'group',
             CASE
                 WHEN (t.at_body <> t.body) THEN g.title
                 ELSE NULL::text
             END, 'closed',
             CASE
                 WHEN (t.closed_on IS NOT NULL) THEN jsonb_build_object('on', t.closed_on, 'because', t.closed_because)
                 ELSE NULL::jsonb
             END)
             ELSE NULL::jsonb
         END, 'items',
         CASE
             WHEN (t.id IS NULL) THEN '[]'::jsonb
             ELSE meetings.topic_way(t.id)
         END) AS jsonb_build_object
    FROM (((meetings.concern c
      LEFT JOIN meetings.topic t ON ((t.id = c.topic)))
      LEFT JOIN kit.object y ON ((y.id = t.id)))
      LEFT JOIN kit.object g ON ((g.id = t.at_body)))
   WHERE (c.id = concern_way.p_concern);
END;

CREATE OR REPLACE FUNCTION meetings.concern_ways(p_concerns uuid[])
 RETURNS TABLE(concern uuid, way jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT o.id,
     meetings.concern_way(o.id) AS concern_way
    FROM kit.object o
   WHERE ((o.id = ANY (concern_ways.p_concerns)) AND (o.kind = 'concern'::text) AND access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, o.purpose, access.actor()));
END;

CREATE OR REPLACE FUNCTION meetings.drop_concern(p_key text, p_code text, p_title text, p_text text, p_target_group text, p_area_name text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare b uuid := meetings.box_of(p_key); c bytea := sha256(convert_to(p_code, 'UTF8'));
begin
  if b is null then return 'none'; end if;
  if p_code !~ '^[0-9A-HJKMNP-TV-Z]{20}$' then raise exception 'a code has twenty characters' using errcode = 'NA400'; end if;
  if exists (select from meetings.concern x where x.code = c) then return 'kept'; end if;
  if (select count(*) from meetings.concern_drop d where d.body = b) >= 200 then return 'full'; end if;
  insert into meetings.concern_drop (code, body, title, text, target_group, area_name, on_day)
  values (c, b, p_title, p_text, p_target_group, p_area_name, clock.today()) on conflict do nothing;
  return 'kept';
end $function$;

CREATE OR REPLACE FUNCTION meetings.end_links(p_object uuid, p_organisation uuid, p_guest uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare n integer;
begin
  if not exists (select from kit.object o where o.id = p_object and access.holds(access.actor(), '{chair,office}', o.body)) then
    raise exception 'not allowed to take back a link' using errcode = 'NA403';
  end if;
  update meetings.answer_link l set ended_at = (access.actor()).at
   where l.object = p_object and l.ended_at is null and (l.organisation = p_organisation or l.guest = p_guest);
  get diagnostics n = row_count;
  return n;
end $function$;

CREATE OR REPLACE FUNCTION meetings.forget_responses()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from meetings.response r where r.meeting = new.id;
  delete from meetings.answer_link l where l.object = new.id;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION meetings.guard_approval()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION meetings.guard_attendance()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare r meetings.attendance := coalesce(new, old);
begin
  if meetings.is_settled(r.meeting, 'minutes') then raise exception 'the minutes are released' using errcode = 'NA403'; end if;
  if exists (select from meetings.vote v where v.meeting = r.meeting) then raise exception 'a vote was counted on this attendance' using errcode = 'NA403'; end if;
  if tg_op = 'INSERT' and r.state = 'represented' and not exists (select from meetings.meeting m where m.id = r.meeting and meetings.has_deputy(m.body, r.organisation, m.day)) then
    raise exception 'nobody was named to stand in' using errcode = 'NA403';
  end if;
  return r;
end $function$;

CREATE OR REPLACE FUNCTION meetings.guard_circulation()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare r cooperation.rules := cooperation.rule_of(new.body);
begin
  if tg_op = 'INSERT' or (new.sent_on is not null and old.sent_on is null) then
    if not planning.body_votes(new.body) or (r.circulation_days <= new.days) is not true then
      raise exception 'this body does not decide by circulation, or not within these days' using errcode = 'NA403';
    end if;
  end if;
  if tg_op = 'INSERT' then
    if (select e.content from kit.edition e where e.object = new.id and e.number = 1) is distinct from meetings.circulation_content(new.proposal, new.reasons, new.days) then
      raise exception 'the chairs are shown other words' using errcode = 'NA403';
    end if;
    return new;
  end if;
  if (new.id, new.body, new.proposal, new.reasons, new.days, new.made_on) is distinct from (old.id, old.body, old.proposal, old.reasons, old.days, old.made_on)
     or (old.sent_on is not null and (new.sent_on, new.until_day, new.rules) is distinct from (old.sent_on, old.until_day, old.rules))
     or (old.settled_on is not null and (new.settled_on, new.outcome) is distinct from (old.settled_on, old.outcome)) or (old.decision is not null and new.decision is distinct from old.decision) then
    raise exception 'what circulates stays as it is' using errcode = 'NA403';
  end if;
  if new.sent_on is not null and old.sent_on is null then
    if not cooperation.is_released(new.id, 1) then raise exception 'nothing goes out before the chairs have released it' using errcode = 'NA403'; end if;
    select clock.today(), clock.today() + new.days, r.edition into new.sent_on, new.until_day, new.rules;
  end if;
  if new.settled_on is not null and old.settled_on is null then
    if (new.until_day < clock.today()) is not true then raise exception 'every seat has its days to answer' using errcode = 'NA403'; end if;
    select clock.today(), meetings.circulation_outcome(new.id) into new.settled_on, new.outcome;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION meetings.guard_concern()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if tg_op = 'UPDATE' and (new.id, new.body, new.origin, new.text, new.target_group, new.area_name, new.received_on, new.code)
       is distinct from (old.id, old.body, old.origin, old.text, old.target_group, old.area_name, old.received_on, old.code) then
    raise exception 'a concern stays as it was written' using errcode = 'NA403';
  end if;
  if new.topic is not null and (tg_op = 'INSERT' or new.topic is distinct from old.topic)
     and not exists (select from meetings.topic t where t.id = new.topic and t.body = new.body and t.closed_on is null) then
    raise exception 'a concern is bundled into an open topic of its body' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION meetings.guard_item()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if tg_op = 'UPDATE' and (new.id <> old.id or new.meeting <> old.meeting or (old.decision is not null and new.decision is distinct from old.decision)) then
    raise exception 'a result stays with its item' using errcode = 'NA403';
  end if;
  if new.decision is not null and not exists (select from meetings.meeting m join planning.decision d on d.id = new.decision and d.meeting = m.id
      where m.id = new.meeting and m.status = 'held') then
    raise exception 'a result comes from a meeting that was held' using errcode = 'NA403';
  end if;
  if new.decision is not null and exists (select from planning.resolution r where r.decision = new.decision and r.item <> new.id) then
    raise exception 'a resolution lies with the item it was voted on' using errcode = 'NA403';
  end if;
  if new.removed_at is not null and exists (select from meetings.vote v where v.item = new.id) then raise exception 'what was voted on stays' using errcode = 'NA403'; end if;
  if exists (select from meetings.meeting m where m.id = new.meeting and m.status = 'invited')
     and (tg_op = 'INSERT' or (new.title, new.level, new.open, new.paper, new.concerning, new.concerning_edition, new.position, new.removed_at)
       is distinct from (old.title, old.level, old.open, old.paper, old.concerning, old.concerning_edition, old.position, old.removed_at)) then
    raise exception 'the agenda has gone out with the invitation' using errcode = 'NA403';
  end if;
  if exists (select from meetings.meeting m where m.id = new.meeting and m.status = 'held') and meetings.is_settled(new.meeting, 'minutes') then
    raise exception 'the minutes are released' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION meetings.guard_meeting()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if (new.id, new.body, new.number) is distinct from (old.id, old.body, old.number)
     or (old.status in ('held', 'cancelled') and new.status <> old.status)
     or (old.status = 'held' and new.day <> old.day)
     or (new.status = 'held' and new.day > clock.today()) then
    raise exception 'a meeting that was held stays as it was, and none is held before its day' using errcode = 'NA403';
  end if;
  if new.status = 'invited' and old.status <> 'invited' and not (meetings.is_settled(new.id, 'agenda') and meetings.is_settled(new.id, 'invitation')) then
    raise exception 'nobody is invited to what the chairs have not released' using errcode = 'NA403';
  end if;
  if (new.day, new.starts, new.ends, new.place, new.online, new.purpose) is distinct from (old.day, old.starts, old.ends, old.place, old.online, old.purpose)
     and (old.status = 'invited' or new.status = 'invited' or (old.status = 'held' and meetings.is_settled(old.id, 'minutes'))) then
    raise exception 'what was sent or recorded with the keys of the chairs does not change' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION meetings.guard_move()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare t meetings.topic;
begin
  select * into t from meetings.topic x where x.id = new.topic for update;
  if t.closed_on is not null or new.from_body <> t.at_body
     or not (new.to_body = t.body
       or new.from_body = t.body and exists (select from cooperation.working_group g where g.body = new.to_body and g.parent = t.body
            and g.closed_on is null and clock.today() < g.until_day)) then
    raise exception 'a topic goes to a working group of its body, or back' using errcode = 'NA403';
  end if;
  update meetings.topic set at_body = new.to_body where id = new.topic;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION meetings.guard_objection()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION meetings.guard_poll()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if (new.id, new.body) is distinct from (old.id, old.body) or old.status <> 'open' then
    raise exception 'a poll that is over stays as it is' using errcode = 'NA403';
  end if;
  if new.status = 'closed' and not exists (select from meetings.meeting m join meetings.poll_option o on o.id = new.chosen and o.poll = new.id
      where m.id = new.meeting and m.body = new.body and m.status = 'planned' and (m.day, m.starts) = (o.day, o.starts)) then
    raise exception 'the meeting is not at the time that was asked about' using errcode = 'NA403';
  end if;
  if new.status <> 'open' then new.settled_on := clock.today(); end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION meetings.guard_rectification()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION meetings.guard_topic_item()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare t meetings.topic; b uuid := (select m.body from meetings.meeting m where m.id = new.meeting);
begin
  select * into t from meetings.topic x where x.id = new.concerning;
  if t.id is null or new.removed_at is not null
     or (tg_op = 'UPDATE' and old.removed_at is null and old.concerning is not distinct from new.concerning) then return new; end if;
  if t.closed_on is not null or b <> t.at_body
     or (t.level = 'operative' and not exists (select from cooperation.working_group g where g.body = b)
         and not exists (select from meetings.topic_move v where v.topic = t.id and v.to_body = b)) then
    raise exception 'a topic is treated where it waits, an operative one in the plenary only when raised' using errcode = 'NA403';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION meetings.guard_vote()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  v meetings.vote := coalesce(new, old);
  m meetings.meeting;
  r cooperation.rules;
begin
  if meetings.is_settled(v.meeting, 'minutes') then raise exception 'the minutes are released' using errcode = 'NA403'; end if;
  if exists (select from planning.resolution x where x.item = v.item) then raise exception 'a resolution rests on this vote' using errcode = 'NA403'; end if;
  if tg_op = 'DELETE' then return old; end if;
  if tg_op = 'UPDATE' and (new.item, new.meeting) is distinct from (old.item, old.meeting) then raise exception 'a vote stays with its item' using errcode = 'NA403'; end if;
  select * into m from meetings.meeting x where x.id = new.meeting;
  if m.status is distinct from 'held' or not exists (select from meetings.agenda_item i where i.id = new.item and i.meeting = m.id and i.removed_at is null)
     or not planning.body_votes(m.body) then
    raise exception 'a body that votes, votes on an item of a meeting that was held' using errcode = 'NA403';
  end if;
  r := cooperation.rule_on(m.body, m.day);
  if r.body is null then raise exception 'without rules of procedure there is no majority' using errcode = 'NA403'; end if;
  select m.body, r.edition, s.entitled, s.present into new.body, new.rules, new.entitled, new.present from meetings.seats_of(m.id) s;
  if not meetings.is_quorate(r.quorum, new.entitled, new.present) then raise exception 'not quorate' using errcode = 'NA400'; end if;
  if new.in_favour + new.against + new.abstained not between 1 and new.present then
    raise exception 'more votes than seats with a vote that were there, or none' using errcode = 'NA400';
  end if;
  new.carried := meetings.is_carried(r.majority, new.entitled, new.in_favour, new.against);
  return new;
end $function$;

CREATE OR REPLACE FUNCTION meetings.has_deputy(p_body uuid, p_organisation uuid, p_day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
RETURN (EXISTS (SELECT FROM access.mandate m WHERE ((m.body = has_deputy.p_body) AND (m.organisation = has_deputy.p_organisation) AND (m.role = 'deputy'::text) AND (m.superseded_at IS NULL) AND (m.from_day <= has_deputy.p_day) AND ((m.until_day IS NULL) OR (has_deputy.p_day < m.until_day)))));

CREATE OR REPLACE FUNCTION meetings.invitation_by_link(p_token text)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare l meetings.answer_link; m meetings.meeting; mine jsonb; seen integer;
begin
  select * into l from meetings.answer_link x where x.digest = sha256(convert_to(p_token, 'UTF8'));
  select * into m from meetings.meeting x where x.id = l.object;
  if m.id is null then return null; end if;
  select jsonb_agg(jsonb_build_object('organisation', jsonb_build_object('id', o.id, 'title', o.title), 'unit', case when u.id is not null then jsonb_build_object('id', u.id, 'title', u.title) end,
      'own', s.own, 'deputy', s.deputy, 'answer', r.answer) order by o.title, u.title), coalesce(sum(r.revision), 0)
    into mine, seen
    from meetings.answering_seats(m.id, l.person, l.organisation) s join kit.object o on o.id = s.organisation left join kit.object u on u.id = s.unit
    left join meetings.response r on r.meeting = m.id and r.organisation = s.organisation and r.unit is not distinct from s.unit;
  if l.ended_at is not null or mine is null then return jsonb_build_object('state', 'ended', 'invitation', null); end if;
  return jsonb_build_object('state', m.status, 'invitation', (select jsonb_build_object('title', t.title, 'body', b.title, 'invented', t.invented, 'day', m.day, 'starts', to_char(m.starts, 'HH24:MI'),
      'ends', to_char(m.ends, 'HH24:MI'), 'place', m.place, 'online', m.online, 'purpose', m.purpose, 'cancelledBecause', m.cancelled_because,
      'name', (select p.title from kit.object p where p.id = l.person), 'mine', mine, 'seen', seen)
    from kit.object t join kit.object b on b.id = t.body where t.id = m.id));
end $function$;

CREATE OR REPLACE FUNCTION meetings.is_approved(p_meeting uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (EXISTS (SELECT FROM meetings.approvals(is_approved.p_meeting) a(item, meeting, day, status, decided, approved) WHERE a.approved));

CREATE OR REPLACE FUNCTION meetings.is_carried(p_majority text, p_entitled integer, p_in_favour integer, p_against integer)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
RETURN cooperation.has_majority(p_majority, p_in_favour, p_against, (p_in_favour + p_against), p_entitled);

CREATE OR REPLACE FUNCTION meetings.is_current(p_meeting uuid, p_kind text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN COALESCE((SELECT (e.content = meetings.paper_content(p.meeting, p.kind)) FROM (meetings.paper p JOIN kit.edition e ON ((e.object = p.id))) WHERE ((p.meeting = is_current.p_meeting) AND (p.kind = is_current.p_kind)) ORDER BY e.number DESC LIMIT 1), false);

CREATE OR REPLACE FUNCTION meetings.is_quorate(p_quorum text, p_entitled integer, p_present integer)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
RETURN ((p_present > 0) AND CASE p_quorum WHEN 'half'::text THEN ((p_present * 2) >= p_entitled) WHEN 'twoThirds'::text THEN ((p_present * 3) >= (p_entitled * 2)) ELSE true END);

CREATE OR REPLACE FUNCTION meetings.is_settled(p_meeting uuid, p_kind text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (((p_kind = 'minutes'::text) AND (meetings.minutes_sent_on(p_meeting) IS NOT NULL)) OR COALESCE((SELECT ((e.content = meetings.paper_content(p.meeting, p.kind)) AND ((NOT cooperation.needs_keys(m.body, p.kind)) OR cooperation.is_released(p.id, e.number))) FROM ((meetings.paper p JOIN meetings.meeting m ON ((m.id = p.meeting))) JOIN kit.edition e ON ((e.object = p.id))) WHERE ((p.meeting = is_settled.p_meeting) AND (p.kind = is_settled.p_kind)) ORDER BY e.number DESC LIMIT 1), false));

CREATE OR REPLACE FUNCTION meetings.keep_answer(p_poll uuid, p_person uuid, p_organisation uuid, p_guest uuid, p_places uuid[], p_answers jsonb, p_seen integer)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare q meetings.poll; s record;
begin
  -- One after the other: a closing waits, and of two answers for one seat the second sees the first.
  select * into q from meetings.poll x where x.id = p_poll for update;
  if q.status is distinct from 'open' or q.until_day < clock.today() then return 'over'; end if;
  if jsonb_typeof(p_answers) <> 'object' or p_answers = '{}' or exists (select from jsonb_each(p_answers) a
      where a.value not in ('"yes"', '"ifNeeded"', '"no"') or not exists (select from meetings.poll_option o where o.poll = p_poll and o.id::text = a.key)) then
    raise exception 'an answer to something that was not asked' using errcode = 'NA400';
  end if;
  select count(*) filter (where v.chosen) as n, coalesce(sum(a.revision), 0) as seen, bool_and(a.answers is not distinct from p_answers) filter (where v.chosen) as same into s
    from (select x.*, x.voice <> 'seat' or p_places is null or coalesce(x.unit, x.organisation) = any (p_places) as chosen
            from meetings.voices(q.body, p_person, p_organisation, p_guest) x) v
    left join meetings.poll_answer a on a.poll = p_poll and a.voice = v.voice and coalesce(a.unit, a.organisation, a.guest) = coalesce(v.unit, v.organisation, v.guest);
  if s.n = 0 then return 'nobody'; end if;
  if s.same then return 'kept'; end if;
  if s.seen <> p_seen then return 'since'; end if;
  insert into meetings.poll_answer (poll, voice, organisation, unit, guest, answers)
  select p_poll, v.voice, v.organisation, v.unit, v.guest, p_answers from meetings.voices(q.body, p_person, p_organisation, p_guest) v
   where v.voice <> 'seat' or p_places is null or coalesce(v.unit, v.organisation) = any (p_places)
  on conflict (poll, voice, coalesce(unit, organisation, guest)) do update set answers = excluded.answers, revision = poll_answer.revision + 1;
  return 'kept';
end $function$;

CREATE OR REPLACE FUNCTION meetings.keep_circulation(p_circulation uuid, p_person uuid, p_organisation uuid, p_places uuid[], p_answer text, p_seen integer)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare c meetings.circulation; s record;
begin
  select * into c from meetings.circulation x where x.id = p_circulation for update;
  if c.sent_on is null or c.settled_on is not null or c.until_day < clock.today() then return 'over'; end if;
  select count(*) filter (where v.chosen) as n, coalesce(sum(a.revision), 0) as seen, bool_and(a.answer is not distinct from p_answer) filter (where v.chosen) as same into s
    from (select x.*, p_places is null or coalesce(x.unit, x.organisation) = any (p_places) as chosen from meetings.answering_circulation(p_circulation, p_person, p_organisation) x) v
    left join meetings.circulation_answer a on a.circulation = p_circulation and a.organisation = v.organisation and a.unit is not distinct from v.unit;
  if s.n = 0 then return 'nobody'; end if;
  if s.same then return 'kept'; end if;
  if s.seen <> p_seen then return 'since'; end if;
  insert into meetings.circulation_answer (circulation, organisation, unit, answer)
  select p_circulation, v.organisation, v.unit, p_answer from meetings.answering_circulation(p_circulation, p_person, p_organisation) v where p_places is null or coalesce(v.unit, v.organisation) = any (p_places)
  on conflict (circulation, coalesce(unit, organisation)) do update set answer = excluded.answer, revision = circulation_answer.revision + 1;
  return 'kept';
end $function$;

CREATE OR REPLACE FUNCTION meetings.keep_response(p_meeting uuid, p_person uuid, p_organisation uuid, p_places uuid[], p_answer text, p_seen integer)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare m meetings.meeting; s record;
begin
  select * into m from meetings.meeting x where x.id = p_meeting for update;
  if m.status is distinct from 'invited' then return 'over'; end if;
  select count(*) filter (where v.chosen) as n, coalesce(sum(r.revision), 0) as seen, bool_and(r.answer is not distinct from v.wanted) filter (where v.chosen) as same,
         bool_and(v.deputy) filter (where v.chosen) as deputy, bool_and(v.own) as own into s
    from (select x.*, case when p_answer = 'comes' and not x.own then 'deputy' else p_answer end as wanted, p_places is null or coalesce(x.unit, x.organisation) = any (p_places) as chosen
            from meetings.answering_seats(p_meeting, p_person, p_organisation) x) v
    left join meetings.response r on r.meeting = p_meeting and r.organisation = v.organisation and r.unit is not distinct from v.unit;
  if s.n = 0 then return 'nobody'; end if;
  if s.same then return 'kept'; end if;
  if p_answer = 'deputy' and not s.deputy then return 'noDeputy'; end if;
  if s.seen <> p_seen then return 'since'; end if;
  -- Whoever only stands in says that nobody comes where the seat counts on the deputy; the one who was sent answers alone for coming.
  insert into meetings.response (meeting, organisation, unit, answer, asked)
  select p_meeting, v.organisation, v.unit, case when p_answer = 'comes' and not v.own then 'deputy' else p_answer end, p_answer = 'deputy' and v.own
    from meetings.answering_seats(p_meeting, p_person, p_organisation) v
    left join meetings.response r on r.meeting = p_meeting and r.organisation = v.organisation and r.unit is not distinct from v.unit
   where (p_places is null or coalesce(v.unit, v.organisation) = any (p_places)) and (v.own or p_answer <> 'declines' or r.answer = 'deputy')
  on conflict (meeting, organisation, coalesce(unit, organisation)) do update set answer = excluded.answer, asked = excluded.asked, revision = response.revision + 1;
  return 'kept';
end $function$;

CREATE OR REPLACE FUNCTION meetings.leads_poll(p_poll uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
RETURN (EXISTS (SELECT FROM kit.object o WHERE ((o.id = leads_poll.p_poll) AND (o.kind = 'poll'::text) AND access.holds((SELECT access.actor() AS actor), '{chair,office}'::text[], o.body))));

CREATE OR REPLACE FUNCTION meetings.link_to_answer(p_object uuid, p_person uuid, p_organisation uuid, p_guest uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare token text := translate(encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'base64'), '+/=', '-_');
begin
  if exists (select from meetings.answer_link l where l.object = p_object and l.ended_at is not null
      and (l.person, l.organisation, l.guest) is not distinct from (p_person, p_organisation, p_guest)) then return null; end if;
  insert into meetings.answer_link (digest, object, person, organisation, guest, created)
  values (sha256(convert_to(token, 'UTF8')), p_object, p_person, p_organisation, p_guest, clock.now());
  return token;
end $function$;

CREATE OR REPLACE FUNCTION meetings.may_lead(p_meeting uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
RETURN (EXISTS (SELECT FROM kit.object o WHERE ((o.id = may_lead.p_meeting) AND (o.kind = 'meeting'::text) AND access.holds((SELECT access.actor() AS actor), '{chair,office}'::text[], o.body))));

CREATE OR REPLACE FUNCTION meetings.may_object(p_meeting uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor();
begin
  return exists (select from meetings.meeting m join cooperation.seat s on s.body = m.body and a.organisation in (s.organisation, s.unit) and s.superseded_at is null
    where m.id = p_meeting and access.holds(a, '{chair,delegate,deputy}', m.body)
      and ((s.valid_from <= m.day and (s.valid_until is null or m.day < s.valid_until)) or (s.valid_from <= a.today and (s.valid_until is null or a.today < s.valid_until))));
end $function$;

CREATE OR REPLACE FUNCTION meetings.minutes_sent_on(p_meeting uuid)
 RETURNS date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (SELECT min(f.day) AS min FROM duties.fact f WHERE ((f.object = minutes_sent_on.p_meeting) AND (f.kind = 'minutes.sent'::text)));

CREATE OR REPLACE FUNCTION meetings.my_circulation(p_circulation uuid)
 RETURNS TABLE(organisation uuid, unit uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT s.organisation,
     s.unit
    FROM meetings.answering_circulation(my_circulation.p_circulation, (access.actor()).person, (access.actor()).organisation) s(organisation, unit);
END;

CREATE OR REPLACE FUNCTION meetings.my_seats(p_meeting uuid)
 RETURNS TABLE(organisation uuid, unit uuid, own boolean, deputy boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT s.organisation,
     s.unit,
     s.own,
     s.deputy
    FROM meetings.answering_seats(my_seats.p_meeting, (access.actor()).person, (access.actor()).organisation) s(organisation, unit, own, deputy);
END;

CREATE OR REPLACE FUNCTION meetings.my_voices(p_body uuid)
 RETURNS TABLE(voice text, organisation uuid, unit uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT v.voice,
     v.organisation,
     v.unit
    FROM meetings.voices(my_voices.p_body, (access.actor()).person, (access.actor()).organisation, NULL::uuid) v(voice, organisation, unit, guest);
END;

CREATE OR REPLACE FUNCTION meetings.objections_until(p_meeting uuid)
 RETURNS date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (SELECT (s.sent_on + COALESCE((cooperation.rule_on(m.body, s.sent_on)).objection_days, 14)) FROM (meetings.meeting m CROSS JOIN LATERAL (SELECT meetings.minutes_sent_on(m.id) AS sent_on) s) WHERE ((m.id = objections_until.p_meeting) AND (s.sent_on IS NOT NULL)));

CREATE OR REPLACE FUNCTION meetings.open_feed(p_token text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare f record;
begin
  select x.person, x.organisation into f from meetings.feed x join access.account c on c.person = x.person
   where x.digest = sha256(convert_to(p_token, 'UTF8')) and x.ended_at is null and c.closed_at is null;
  if not found then return null; end if;
  perform access.record_actor(f.person, f.organisation, null, (select k.secret from access.seal k), clock.now());
  return f.organisation;
exception when sqlstate 'NA401' then return null;
end $function$;

CREATE OR REPLACE FUNCTION meetings.paper_content(p_meeting uuid, p_kind text)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO ''
BEGIN ATOMIC
 SELECT
         CASE paper_content.p_kind
             WHEN 'agenda'::text THEN jsonb_build_object('items', COALESCE(( SELECT jsonb_agg(jsonb_build_object('title', i.title, 'level', i.level, 'open', i.open, 'paper', i.paper, 'concerning', i.concerning, 'edition', i.concerning_edition) ORDER BY i."position", i.id) AS jsonb_agg
                FROM meetings.agenda_item i
               WHERE ((i.meeting = paper_content.p_meeting) AND (i.removed_at IS NULL))), '[]'::jsonb))
             WHEN 'invitation'::text THEN jsonb_build_object('day', m.day, 'starts', m.starts, 'ends', m.ends, 'place', m.place, 'online', m.online, 'purpose', m.purpose, 'agenda', ( SELECT max(e.number) AS max
                FROM (meetings.paper p
                  JOIN kit.edition e ON ((e.object = p.id)))
               WHERE ((p.meeting = paper_content.p_meeting) AND (p.kind = 'agenda'::text))))
             ELSE jsonb_build_object('day', m.day, 'place', m.place, 'online', m.online, 'items', COALESCE(( SELECT jsonb_agg((jsonb_build_object('title', i.title, 'notes', i.notes, 'decision', i.decision) ||
                     CASE
                         WHEN (v.item IS NULL) THEN '{}'::jsonb
                         ELSE jsonb_build_object('vote', jsonb_build_object('rules', v.rules, 'entitled', v.entitled, 'present', v.present, 'inFavour', v.in_favour, 'against', v.against, 'abstained', v.abstained, 'carried', v.carried))
                     END) ORDER BY i."position", i.id) AS jsonb_agg
                FROM (meetings.agenda_item i
                  LEFT JOIN meetings.vote v ON ((v.item = i.id)))
               WHERE ((i.meeting = paper_content.p_meeting) AND (i.removed_at IS NULL))), '[]'::jsonb), 'attendance', COALESCE(( SELECT jsonb_agg((jsonb_build_object('organisation', a.organisation, 'state', a.state) ||
                     CASE
                         WHEN (a.unit IS NULL) THEN '{}'::jsonb
                         ELSE jsonb_build_object('unit', a.unit)
                     END) ORDER BY a.organisation, a.unit) AS jsonb_agg
                FROM meetings.attendance a
               WHERE (a.meeting = paper_content.p_meeting)), '[]'::jsonb))
         END AS jsonb_build_object
    FROM meetings.meeting m
   WHERE (m.id = paper_content.p_meeting);
END;

CREATE OR REPLACE FUNCTION meetings.poll_by_link(p_token text)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare l meetings.answer_link; q meetings.poll; mine jsonb; seen integer;
begin
  select * into l from meetings.answer_link x where x.digest = sha256(convert_to(p_token, 'UTF8'));
  select * into q from meetings.poll x where x.id = l.object;
  if q.id is null then return null; end if;
  select jsonb_agg(jsonb_build_object('voice', v.voice, 'organisation', case when o.id is not null then jsonb_build_object('id', o.id, 'title', o.title) end,
      'unit', case when u.id is not null then jsonb_build_object('id', u.id, 'title', u.title) end, 'answers', coalesce(a.answers, '{}')) order by v.voice, o.title, u.title),
      coalesce(sum(a.revision), 0)
    into mine, seen
    from meetings.voices(q.body, l.person, l.organisation, l.guest) v left join kit.object o on o.id = v.organisation left join kit.object u on u.id = v.unit
    left join meetings.poll_answer a on a.poll = q.id and a.voice = v.voice and coalesce(a.unit, a.organisation, a.guest) = coalesce(v.unit, v.organisation, v.guest);
  if l.ended_at is not null or mine is null then return jsonb_build_object('state', 'ended', 'poll', null); end if;
  return jsonb_build_object('state', case when q.status = 'open' and q.until_day < clock.today() then 'over' else q.status end,
    'poll', (select jsonb_build_object('title', t.title, 'body', b.title, 'invented', t.invented, 'place', q.place, 'online', q.online, 'purpose', q.purpose, 'until', q.until_day,
        'withdrawnBecause', q.withdrawn_because, 'chosen', q.chosen, 'name', coalesce((select g.name from meetings.poll_guest g where g.id = l.guest), (select p.title from kit.object p where p.id = l.person)),
        'options', (select jsonb_agg(jsonb_build_object('id', o.id, 'day', o.day, 'starts', to_char(o.starts, 'HH24:MI'), 'ends', to_char(o.ends, 'HH24:MI')) order by o.day, o.starts)
                      from meetings.poll_option o where o.poll = q.id and (q.chosen is null or o.id = q.chosen)),
        'voices', mine, 'seen', seen)
      from kit.object t join kit.object b on b.id = t.body where t.id = q.id));
end $function$;

CREATE OR REPLACE FUNCTION meetings.rectification_content(p_objection uuid, p_item uuid, p_wording text, p_reason text)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
RETURN jsonb_build_object('objection', p_objection, 'item', p_item, 'wording', p_wording, 'reason', p_reason);

CREATE OR REPLACE FUNCTION meetings.resolve(p_item uuid, p_decision uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare v meetings.vote;
begin
  select * into v from meetings.vote x where x.item = p_item for share;
  if v.item is null or not v.carried or not access.holds(access.actor(), '{chair,office}', v.body) or exists (select from planning.resolution r where r.item = p_item) then return false; end if;
  perform planning.allow_resolution(p_decision, v.meeting, p_item);
  return true;
end $function$;

CREATE OR REPLACE FUNCTION meetings.resolve_circulation(p_circulation uuid, p_decision uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare c meetings.circulation;
begin
  select * into c from meetings.circulation x where x.id = p_circulation for update;
  if c.outcome is distinct from 'carried' or c.decision is not null or not access.holds(access.actor(), '{chair,office}', c.body)
     or exists (select from planning.resolution r where r.item = c.id) then return false; end if;
  perform planning.allow_resolution(p_decision, c.id, c.id);
  return true;
end $function$;

CREATE OR REPLACE FUNCTION meetings.respond(p_meeting uuid, p_places uuid[], p_answer text, p_seen integer)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare a access.actor := access.actor();
begin
  if a.session is null then return 'nobody'; end if;
  return meetings.keep_response(p_meeting, a.person, a.organisation, p_places, p_answer, p_seen);
end $function$;

CREATE OR REPLACE FUNCTION meetings.respond_by_link(p_token text, p_places uuid[], p_answer text, p_seen integer)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare l meetings.answer_link;
begin
  select * into l from meetings.answer_link x where x.digest = sha256(convert_to(p_token, 'UTF8')) and x.ended_at is null;
  if l.digest is null then return 'nobody'; end if;
  return meetings.keep_response(l.object, l.person, l.organisation, p_places, p_answer, p_seen);
end $function$;

CREATE OR REPLACE FUNCTION meetings.seats_of(p_meeting uuid, OUT entitled integer, OUT noted integer, OUT present integer)
 RETURNS record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT count(*) AS count,
     count(a.state) AS count,
     count(*) FILTER (WHERE (a.state = ANY (ARRAY['present'::text, 'represented'::text]))) AS count
    FROM ((meetings.meeting m
      JOIN cooperation.seat s ON (((s.body = m.body) AND s.voting AND (s.superseded_at IS NULL) AND (s.valid_from <= m.day) AND ((s.valid_until IS NULL) OR (m.day < s.valid_until)))))
      LEFT JOIN meetings.attendance a ON (((a.meeting = m.id) AND (a.organisation = s.organisation) AND (NOT (a.unit IS DISTINCT FROM s.unit)))))
   WHERE (m.id = seats_of.p_meeting);
END;

CREATE OR REPLACE FUNCTION meetings.settle_circulation(p_circulation uuid, p_decision uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update meetings.circulation c set decision = p_decision where c.id = p_circulation and exists (select from planning.resolution r where r.item = c.id and r.decision = p_decision);
end $function$;

CREATE OR REPLACE FUNCTION meetings.topic_way(p_topic uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT COALESCE(jsonb_agg(jsonb_build_object('meeting', m.id, 'title', o.title, 'day', m.day, 'status', m.status, 'result',
         CASE
             WHEN (d.id IS NOT NULL) THEN jsonb_build_object('released', r.released, 'kind',
             CASE
                 WHEN r.released THEN d.result
                 ELSE NULL::text
             END, 'title',
             CASE
                 WHEN (r.released AND i.open) THEN w.title
                 ELSE NULL::text
             END, 'measures', ( SELECT COALESCE(jsonb_agg(jsonb_build_object('agreedOn', x.agreed_on, 'until', x.until_day, 'realisedOn', ( SELECT min(f.day) AS min
                        FROM duties.fact f
                       WHERE ((f.kind = ANY (ARRAY['service.opened'::text, 'measure.realised'::text])) AND (f.subject = x.id)))) ORDER BY x.agreed_on, x.id), '[]'::jsonb) AS "coalesce"
                FROM planning.measure x
               WHERE ((x.decision = d.id) AND (x.agreed_on IS NOT NULL) AND r.released)))
             ELSE NULL::jsonb
         END) ORDER BY m.day, m.number), '[]'::jsonb) AS "coalesce"
    FROM (((((meetings.agenda_item i
      JOIN meetings.meeting m ON (((m.id = i.meeting) AND (m.status <> 'cancelled'::text))))
      JOIN kit.object o ON (((o.id = m.id) AND (o.deleted_at IS NULL))))
      LEFT JOIN planning.decision d ON ((d.id = i.decision)))
      LEFT JOIN kit.object w ON ((w.id = d.id)))
      LEFT JOIN LATERAL ( SELECT cooperation.is_released(d.id, d.edition) AS released) r ON ((d.id IS NOT NULL)))
   WHERE ((i.concerning = topic_way.p_topic) AND (i.removed_at IS NULL));
END;

CREATE OR REPLACE FUNCTION meetings.topic_ways(p_topics uuid[])
 RETURNS TABLE(topic uuid, way jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT o.id,
     meetings.topic_way(o.id) AS topic_way
    FROM kit.object o
   WHERE ((o.id = ANY (topic_ways.p_topics)) AND (o.kind = 'topic'::text) AND access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, o.purpose, access.actor()));
END;

CREATE OR REPLACE FUNCTION meetings.voices(p_body uuid, p_person uuid, p_organisation uuid, p_guest uuid)
 RETURNS TABLE(voice text, organisation uuid, unit uuid, guest uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 WITH held AS (
          SELECT DISTINCT m.role
            FROM access.mandate m
           WHERE ((m.person = voices.p_person) AND (m.organisation = voices.p_organisation) AND (m.body = voices.p_body) AND (m.superseded_at IS NULL) AND (m.from_day <= clock.today()) AND ((m.until_day IS NULL) OR (clock.today() < m.until_day)))
         )
  SELECT 'seat'::text,
     s.organisation,
     s.unit,
     NULL::uuid AS uuid
    FROM cooperation.seat s
   WHERE ((s.body = voices.p_body) AND ((voices.p_organisation = s.organisation) OR (voices.p_organisation = s.unit)) AND (s.superseded_at IS NULL) AND (s.valid_from <= clock.today()) AND ((s.valid_until IS NULL) OR (clock.today() < s.valid_until)) AND (EXISTS ( SELECT
            FROM held h
           WHERE (h.role = ANY (ARRAY['chair'::text, 'delegate'::text, 'deputy'::text, 'guest'::text])))))
 UNION
  SELECT h.role,
     voices.p_organisation AS p_organisation,
     NULL::uuid,
     NULL::uuid
    FROM held h
   WHERE (h.role = ANY (ARRAY['chair'::text, 'office'::text]))
 UNION
  SELECT 'guest'::text,
     NULL::uuid,
     NULL::uuid,
     g.id
    FROM meetings.poll_guest g
   WHERE (g.id = voices.p_guest);
END;

create table meetings.agenda_item (
  id uuid not null,
  meeting uuid not null,
  position integer not null,
  title text not null,
  level text not null default 'strategic'::text,
  open boolean not null default true,
  concerning uuid,
  concerning_edition integer,
  paper text not null default ''::text,
  notes text not null default ''::text,
  decision uuid,
  removed_at timestamp with time zone,
  approves uuid,
  announces uuid,
  constraint agenda_item_pkey PRIMARY KEY (id),
  constraint agenda_item_decision_key UNIQUE (decision),
  constraint agenda_item_announces_fkey FOREIGN KEY (announces) REFERENCES meetings.circulation(id),
  constraint agenda_item_approves_fkey FOREIGN KEY (approves) REFERENCES meetings.meeting(id),
  constraint agenda_item_concerning_concerning_edition_fkey FOREIGN KEY (concerning, concerning_edition) REFERENCES kit.edition(object, number),
  constraint agenda_item_concerning_fkey FOREIGN KEY (concerning) REFERENCES kit.object(id),
  constraint agenda_item_decision_fkey FOREIGN KEY (decision) REFERENCES planning.decision(id),
  constraint agenda_item_meeting_fkey FOREIGN KEY (meeting) REFERENCES meetings.meeting(id),
  constraint agenda_item_check CHECK (((removed_at IS NULL) OR (decision IS NULL))),
  constraint agenda_item_level_check CHECK ((level = ANY (ARRAY['strategic'::text, 'operative'::text]))),
  constraint agenda_item_position_check CHECK (("position" > 0)),
  constraint agenda_item_title_check CHECK ((btrim(title) <> ''::text))
);
CREATE UNIQUE INDEX agenda_item_announces ON meetings.agenda_item USING btree (announces, meeting) WHERE (announces IS NOT NULL);
CREATE UNIQUE INDEX agenda_item_approves ON meetings.agenda_item USING btree (approves, meeting) WHERE (approves IS NOT NULL);
CREATE INDEX agenda_item_concerning ON meetings.agenda_item USING btree (concerning) WHERE (removed_at IS NULL);
CREATE INDEX agenda_item_meeting ON meetings.agenda_item USING btree (meeting, "position");
alter table meetings.agenda_item force row level security;
create policy agenda_item_by_rule on meetings.agenda_item for insert to {{worker}}
  with check (((decision IS NULL) AND (removed_at IS NULL)));
create policy agenda_item_change on meetings.agenda_item for update to {{app}}
  using (meetings.may_lead(meeting))
  with check (meetings.may_lead(meeting));
create policy agenda_item_make on meetings.agenda_item for insert to {{app}}
  with check (meetings.may_lead(meeting));
create policy agenda_item_owner on meetings.agenda_item for all to {{owner}}
  using (true)
  with check (true);
create policy agenda_item_see on meetings.agenda_item for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = agenda_item.meeting))));
create policy agenda_item_worker on meetings.agenda_item for select to {{worker}}
  using (true);
CREATE TRIGGER item_approval_guard BEFORE INSERT OR UPDATE ON meetings.agenda_item FOR EACH ROW EXECUTE FUNCTION meetings.guard_approval();
CREATE TRIGGER item_guard BEFORE INSERT OR UPDATE ON meetings.agenda_item FOR EACH ROW EXECUTE FUNCTION meetings.guard_item();
CREATE TRIGGER item_topic_guard BEFORE INSERT OR UPDATE ON meetings.agenda_item FOR EACH ROW EXECUTE FUNCTION meetings.guard_topic_item();
grant insert, select, update on meetings.agenda_item to {{app}};
grant select on meetings.agenda_item to {{backup}};
grant insert, select on meetings.agenda_item to {{worker}};
comment on column meetings.agenda_item.level is 'Strategic items go to the plenary, operative ones to a working group.';
comment on column meetings.agenda_item.open is 'Public or not, as the agenda says.';
comment on column meetings.agenda_item.removed_at is 'Taken off the agenda; can be put back.';
comment on column meetings.agenda_item.approves is 'The meeting whose minutes are up for approval under this item.';
comment on column meetings.agenda_item.announces is 'What was decided by circulation and is made known here, or comes back from there.';

create table meetings.answer_link (
  digest bytea not null,
  object uuid not null,
  person uuid,
  organisation uuid,
  guest uuid,
  created timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint answer_link_pkey PRIMARY KEY (digest),
  constraint answer_link_guest_fkey FOREIGN KEY (guest) REFERENCES meetings.poll_guest(id),
  constraint answer_link_object_fkey FOREIGN KEY (object) REFERENCES kit.object(id),
  constraint answer_link_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint answer_link_person_fkey FOREIGN KEY (person) REFERENCES kit.object(id),
  constraint answer_link_whose CHECK ((((person IS NULL) = (organisation IS NULL)) AND ((person IS NULL) <> (guest IS NULL))))
);
CREATE INDEX answer_link_object ON meetings.answer_link USING btree (object);
CREATE INDEX answer_link_person ON meetings.answer_link USING btree (person);
alter table meetings.answer_link force row level security;
create policy answer_link_owner on meetings.answer_link for all to {{owner}}
  using (true)
  with check (true);
create policy answer_link_sweep on meetings.answer_link for delete to {{worker}}
  using (true);
create policy answer_link_worker on meetings.answer_link for select to {{worker}}
  using (true);
grant delete, select on meetings.answer_link to {{worker}};
comment on table meetings.answer_link is 'Held as hashes; the token itself stands only in the mail. ended_at: taken back by chair or office.';

create table meetings.attendance (
  meeting uuid not null,
  organisation uuid not null,
  state text not null,
  unit uuid,
  constraint attendance_meeting_fkey FOREIGN KEY (meeting) REFERENCES meetings.meeting(id),
  constraint attendance_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint attendance_unit_fkey FOREIGN KEY (unit) REFERENCES kit.object(id),
  constraint attendance_state_check CHECK ((state = ANY (ARRAY['present'::text, 'represented'::text, 'excused'::text, 'absent'::text])))
);
CREATE UNIQUE INDEX attendance_once ON meetings.attendance USING btree (meeting, organisation, COALESCE(unit, organisation));
alter table meetings.attendance force row level security;
create policy attendance_drop on meetings.attendance for delete to {{app}}
  using (meetings.may_lead(meeting));
create policy attendance_make on meetings.attendance for insert to {{app}}
  with check (meetings.may_lead(meeting));
create policy attendance_owner on meetings.attendance for all to {{owner}}
  using (true)
  with check (true);
create policy attendance_see on meetings.attendance for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = attendance.meeting))));
create policy attendance_worker on meetings.attendance for select to {{worker}}
  using (true);
CREATE TRIGGER attendance_guard BEFORE INSERT OR DELETE ON meetings.attendance FOR EACH ROW EXECUTE FUNCTION meetings.guard_attendance();
grant delete, insert, select on meetings.attendance to {{app}};
grant select on meetings.attendance to {{backup}};
grant select on meetings.attendance to {{worker}};
comment on table meetings.attendance is 'By seat, never by person: present, represented by its deputy, excused or absent; not who sat there.';
comment on column meetings.attendance.unit is 'The department whose seat it is, where the seat belongs to one.';

create table meetings.backlog (
  body uuid not null,
  token text,
  public boolean not null default false,
  focus text[] not null default '{}'::text[],
  constraint backlog_pkey PRIMARY KEY (body),
  constraint backlog_token_key UNIQUE (token),
  constraint backlog_body_fkey FOREIGN KEY (body) REFERENCES kit.object(id),
  constraint backlog_focus CHECK (((cardinality(focus) <= 7) AND (array_position(focus, NULL::text) IS NULL))),
  constraint backlog_public CHECK (((NOT public) OR (token IS NOT NULL))),
  constraint backlog_token_check CHECK ((token ~ '^[\w-]{30,100}$'::text))
);
alter table meetings.backlog force row level security;
create policy backlog_change on meetings.backlog for update to {{app}}
  using (access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], body));
create policy backlog_make on meetings.backlog for insert to {{app}}
  with check (access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], body));
create policy backlog_owner on meetings.backlog for all to {{owner}}
  using (true)
  with check (true);
create policy backlog_see on meetings.backlog for select to {{app}}
  using ((body = ANY (( SELECT (access.actor()).readers AS readers)::uuid[])));
create policy backlog_worker on meetings.backlog for select to {{worker}}
  using (true);
grant insert, select on meetings.backlog to {{app}};
grant select on meetings.backlog to {{backup}};
grant select on meetings.backlog to {{worker}};
grant update (focus, public, token) on meetings.backlog to {{app}};
comment on column meetings.backlog.public is 'Also at the address of the body itself, for everybody.';
comment on column meetings.backlog.focus is 'Words in the order in which they count when topics are proposed for an agenda.';

create table meetings.circulation (
  id uuid not null,
  body uuid not null,
  proposal text not null,
  reasons text not null default ''::text,
  days integer not null,
  made_on date not null,
  sent_on date,
  until_day date,
  rules integer,
  settled_on date,
  outcome text,
  decision uuid,
  constraint circulation_pkey PRIMARY KEY (id),
  constraint circulation_decision_key UNIQUE (decision),
  constraint circulation_body_fkey FOREIGN KEY (body) REFERENCES kit.object(id),
  constraint circulation_body_rules_fkey FOREIGN KEY (body, rules) REFERENCES cooperation.rules(body, edition),
  constraint circulation_decision_fkey FOREIGN KEY (decision) REFERENCES planning.decision(id),
  constraint circulation_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id),
  constraint circulation_days_check CHECK (((days >= 1) AND (days <= 90))),
  constraint circulation_decided CHECK (((decision IS NULL) OR ((outcome IS NOT NULL) AND (outcome = 'carried'::text)))),
  constraint circulation_outcome_check CHECK ((outcome = ANY (ARRAY['carried'::text, 'rejected'::text, 'toMeeting'::text, 'notQuorate'::text]))),
  constraint circulation_proposal_check CHECK ((btrim(proposal) <> ''::text)),
  constraint circulation_sent_whole CHECK ((((sent_on IS NULL) = (until_day IS NULL)) AND ((sent_on IS NULL) = (rules IS NULL)))),
  constraint circulation_settled_whole CHECK ((((settled_on IS NULL) = (outcome IS NULL)) AND ((settled_on IS NULL) OR (sent_on IS NOT NULL))))
);
CREATE INDEX circulation_body ON meetings.circulation USING btree (body);
alter table meetings.circulation force row level security;
create policy circulation_goes on meetings.circulation for update to {{worker}}
  using (true);
create policy circulation_make on meetings.circulation for insert to {{app}}
  with check (((made_on = ( SELECT (access.actor()).today AS today)) AND (sent_on IS NULL) AND (settled_on IS NULL) AND (decision IS NULL) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = circulation.id) AND (o.kind = 'circulation'::text) AND (o.body = circulation.body) AND (o.owner = o.body) AND access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], o.body))))));
create policy circulation_owner on meetings.circulation for all to {{owner}}
  using (true)
  with check (true);
create policy circulation_see on meetings.circulation for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = circulation.id))));
create policy circulation_worker on meetings.circulation for select to {{worker}}
  using (true);
CREATE TRIGGER circulation_guard BEFORE INSERT OR UPDATE ON meetings.circulation FOR EACH ROW EXECUTE FUNCTION meetings.guard_circulation();
grant insert, select on meetings.circulation to {{app}};
grant select on meetings.circulation to {{backup}};
grant select on meetings.circulation to {{worker}};
grant update (sent_on, settled_on) on meetings.circulation to {{worker}};

create table meetings.circulation_answer (
  circulation uuid not null,
  organisation uuid not null,
  unit uuid,
  answer text not null,
  revision integer not null default 1,
  constraint circulation_answer_circulation_fkey FOREIGN KEY (circulation) REFERENCES meetings.circulation(id),
  constraint circulation_answer_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint circulation_answer_unit_fkey FOREIGN KEY (unit) REFERENCES kit.object(id),
  constraint circulation_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text, 'abstain'::text, 'meeting'::text])))
);
CREATE UNIQUE INDEX circulation_answer_once ON meetings.circulation_answer USING btree (circulation, COALESCE(unit, organisation));
alter table meetings.circulation_answer force row level security;
create policy circulation_answer_owner on meetings.circulation_answer for all to {{owner}}
  using (true)
  with check (true);
create policy circulation_answer_see on meetings.circulation_answer for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = circulation_answer.circulation))));
create policy circulation_answer_worker on meetings.circulation_answer for select to {{worker}}
  using (true);
grant select on meetings.circulation_answer to {{app}};
grant select on meetings.circulation_answer to {{backup}};
grant select on meetings.circulation_answer to {{worker}};
comment on table meetings.circulation_answer is 'By seat, never by person, and without a time. meeting: wants to discuss it in a meeting.';

create table meetings.concern (
  id uuid not null,
  body uuid not null,
  origin text not null,
  text text not null,
  target_group text not null default ''::text,
  area_name text not null default ''::text,
  received_on date not null,
  code bytea,
  topic uuid,
  bundled_on date,
  closed_on date,
  closed_because text,
  constraint concern_pkey PRIMARY KEY (id),
  constraint concern_code_key UNIQUE (code),
  constraint concern_body_fkey FOREIGN KEY (body) REFERENCES kit.object(id),
  constraint concern_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id),
  constraint concern_topic_fkey FOREIGN KEY (topic) REFERENCES meetings.topic(id),
  constraint concern_bundled_whole CHECK (((topic IS NULL) = (bundled_on IS NULL))),
  constraint concern_closed_because_check CHECK ((btrim(closed_because) <> ''::text)),
  constraint concern_closed_or_bundled CHECK (((topic IS NULL) OR (closed_on IS NULL))),
  constraint concern_closed_whole CHECK (((closed_on IS NULL) = (closed_because IS NULL))),
  constraint concern_code CHECK (((code IS NOT NULL) = (origin = 'box'::text))),
  constraint concern_origin_check CHECK ((origin = ANY (ARRAY['member'::text, 'box'::text]))),
  constraint concern_text_check CHECK ((btrim(text) <> ''::text))
);
CREATE INDEX concern_body ON meetings.concern USING btree (body);
CREATE INDEX concern_topic ON meetings.concern USING btree (topic);
alter table meetings.concern force row level security;
create policy concern_change on meetings.concern for update to {{app}}
  using (access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], body));
create policy concern_make on meetings.concern for insert to {{app}}
  with check (((origin = 'member'::text) AND (topic IS NULL) AND (closed_on IS NULL) AND (received_on = ( SELECT (access.actor()).today AS today)) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = concern.id) AND (o.kind = 'concern'::text) AND (o.body = concern.body) AND (o.owner = ( SELECT (access.actor()).organisation AS organisation)) AND access.changes(o.owner, o.body, o.author, o.audience, ( SELECT access.actor() AS actor)))))));
create policy concern_owner on meetings.concern for all to {{owner}}
  using (true)
  with check (true);
create policy concern_see on meetings.concern for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = concern.id))));
create policy concern_taken_in on meetings.concern for insert to {{worker}}
  with check (((origin = 'box'::text) AND (topic IS NULL) AND (closed_on IS NULL)));
create policy concern_worker on meetings.concern for select to {{worker}}
  using (true);
CREATE TRIGGER concern_guard BEFORE INSERT OR UPDATE ON meetings.concern FOR EACH ROW EXECUTE FUNCTION meetings.guard_concern();
grant insert, select on meetings.concern to {{app}};
grant select on meetings.concern to {{backup}};
grant insert, select on meetings.concern to {{worker}};
grant update (bundled_on, closed_because, closed_on, topic) on meetings.concern to {{app}};
comment on column meetings.concern.code is 'Hash of the code with which whoever sent it without an account looks what became of it. Who that was is held nowhere.';

create table meetings.concern_drop (
  code bytea not null,
  body uuid not null,
  title text not null,
  text text not null,
  target_group text not null default ''::text,
  area_name text not null default ''::text,
  on_day date not null,
  constraint concern_drop_pkey PRIMARY KEY (code),
  constraint concern_drop_body_fkey FOREIGN KEY (body) REFERENCES kit.object(id),
  constraint concern_drop_text_check CHECK (((length(btrim(text)) >= 3) AND (length(btrim(text)) <= 5000))),
  constraint concern_drop_title_check CHECK (((length(btrim(title)) >= 3) AND (length(btrim(title)) <= 200)))
);
CREATE INDEX concern_drop_body ON meetings.concern_drop USING btree (body);
alter table meetings.concern_drop force row level security;
create policy concern_drop_owner on meetings.concern_drop for all to {{owner}}
  using (true)
  with check (true);
create policy concern_drop_taken_in on meetings.concern_drop for delete to {{worker}}
  using (true);
create policy concern_drop_worker on meetings.concern_drop for select to {{worker}}
  using (true);
grant select on meetings.concern_drop to {{backup}};
grant delete, select on meetings.concern_drop to {{worker}};

create table meetings.feed (
  id uuid not null,
  person uuid not null,
  organisation uuid not null,
  digest bytea not null,
  made_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint feed_pkey PRIMARY KEY (id),
  constraint feed_digest_key UNIQUE (digest),
  constraint feed_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint feed_person_fkey FOREIGN KEY (person) REFERENCES kit.object(id)
);
CREATE UNIQUE INDEX feed_one ON meetings.feed USING btree (person, organisation) WHERE (ended_at IS NULL);
alter table meetings.feed force row level security;
create policy feed_end on meetings.feed for update to {{app}}
  using (((person = ( SELECT (access.actor()).person AS person)) AND (organisation = ( SELECT (access.actor()).organisation AS organisation)) AND (ended_at IS NULL)))
  with check ((ended_at = ( SELECT (access.actor()).at AS at)));
create policy feed_make on meetings.feed for insert to {{app}}
  with check (((person = ( SELECT (access.actor()).person AS person)) AND (organisation = ( SELECT (access.actor()).organisation AS organisation)) AND (made_at = ( SELECT (access.actor()).at AS at)) AND (ended_at IS NULL)));
create policy feed_owner on meetings.feed for all to {{owner}}
  using (true)
  with check (true);
create policy feed_see on meetings.feed for select to {{app}}
  using (((person = ( SELECT (access.actor()).person AS person)) AND (organisation = ( SELECT (access.actor()).organisation AS organisation))));
create policy feed_sweep on meetings.feed for delete to {{worker}}
  using (true);
create policy feed_worker on meetings.feed for select to {{worker}}
  using (true);
grant insert on meetings.feed to {{app}};
grant select on meetings.feed to {{backup}};
grant delete, select on meetings.feed to {{worker}};
grant select (ended_at, id, made_at, organisation, person) on meetings.feed to {{app}};
grant update (ended_at) on meetings.feed to {{app}};
comment on table meetings.feed is 'Held as hashes; the token itself stands only in the address that its person keeps.';

create table meetings.meeting (
  id uuid not null,
  body uuid not null,
  number integer not null,
  day date not null,
  starts time without time zone not null,
  ends time without time zone,
  place text not null default ''::text,
  online text not null default ''::text,
  purpose text not null default ''::text,
  status text not null default 'planned'::text,
  cancelled_because text,
  constraint meeting_pkey PRIMARY KEY (id),
  constraint meeting_body_number_key UNIQUE (body, number),
  constraint meeting_body_fkey FOREIGN KEY (body) REFERENCES kit.object(id),
  constraint meeting_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id),
  constraint meeting_cancelled_because_check CHECK ((btrim(cancelled_because) <> ''::text)),
  constraint meeting_check CHECK ((ends > starts)),
  constraint meeting_check1 CHECK (((btrim(place) <> ''::text) OR (btrim(online) <> ''::text))),
  constraint meeting_check2 CHECK (((status = 'cancelled'::text) = (cancelled_because IS NOT NULL))),
  constraint meeting_number_check CHECK ((number > 0)),
  constraint meeting_status_check CHECK ((status = ANY (ARRAY['planned'::text, 'invited'::text, 'held'::text, 'cancelled'::text])))
);
CREATE INDEX meeting_day ON meetings.meeting USING btree (body, day);
alter table meetings.meeting force row level security;
create policy meeting_change on meetings.meeting for update to {{app}}
  using (meetings.may_lead(id))
  with check (meetings.may_lead(id));
create policy meeting_make on meetings.meeting for insert to {{app}}
  with check (((status = 'planned'::text) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = meeting.id) AND (o.kind = 'meeting'::text) AND (o.body = meeting.body) AND access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], o.body))))));
create policy meeting_owner on meetings.meeting for all to {{owner}}
  using (true)
  with check (true);
create policy meeting_see on meetings.meeting for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = meeting.id))));
create policy meeting_worker on meetings.meeting for select to {{worker}}
  using (true);
CREATE TRIGGER meeting_guard BEFORE UPDATE ON meetings.meeting FOR EACH ROW EXECUTE FUNCTION meetings.guard_meeting();
CREATE TRIGGER meeting_moved AFTER UPDATE ON meetings.meeting FOR EACH ROW WHEN (((new.day IS DISTINCT FROM old.day) OR (new.starts IS DISTINCT FROM old.starts))) EXECUTE FUNCTION meetings.forget_responses();
grant insert, select, update on meetings.meeting to {{app}};
grant select on meetings.meeting to {{backup}};
grant select on meetings.meeting to {{worker}};
comment on column meetings.meeting.number is 'In the series of its body: "7. Sitzung".';
comment on column meetings.meeting.starts is 'Clock time in Europe/Berlin, as people read it on the invitation.';

create table meetings.minutes_objection (
  id uuid not null,
  meeting uuid not null,
  organisation uuid not null,
  item uuid,
  text text not null,
  raised_on date not null,
  withdrawn_on date,
  constraint minutes_objection_pkey PRIMARY KEY (id),
  constraint minutes_objection_item_fkey FOREIGN KEY (item) REFERENCES meetings.agenda_item(id),
  constraint minutes_objection_meeting_fkey FOREIGN KEY (meeting) REFERENCES meetings.meeting(id),
  constraint minutes_objection_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint minutes_objection_text_check CHECK ((btrim(text) <> ''::text)),
  constraint minutes_objection_withdrawn_later CHECK ((withdrawn_on >= raised_on))
);
CREATE INDEX minutes_objection_meeting ON meetings.minutes_objection USING btree (meeting);
alter table meetings.minutes_objection force row level security;
create policy minutes_objection_owner on meetings.minutes_objection for all to {{owner}}
  using (true)
  with check (true);
create policy minutes_objection_raise on meetings.minutes_objection for insert to {{app}}
  with check (((organisation = ( SELECT (access.actor()).organisation AS organisation)) AND (raised_on = ( SELECT (access.actor()).today AS today)) AND (withdrawn_on IS NULL) AND meetings.may_object(meeting)));
create policy minutes_objection_see on meetings.minutes_objection for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = minutes_objection.meeting))));
create policy minutes_objection_withdraw on meetings.minutes_objection for update to {{app}}
  using (((organisation = ( SELECT (access.actor()).organisation AS organisation)) AND meetings.may_object(meeting)))
  with check ((withdrawn_on = ( SELECT (access.actor()).today AS today)));
create policy minutes_objection_worker on meetings.minutes_objection for select to {{worker}}
  using (true);
CREATE TRIGGER minutes_objection_guard BEFORE INSERT OR UPDATE ON meetings.minutes_objection FOR EACH ROW EXECUTE FUNCTION meetings.guard_objection();
grant insert, select on meetings.minutes_objection to {{app}};
grant select on meetings.minutes_objection to {{backup}};
grant select on meetings.minutes_objection to {{worker}};
grant update (withdrawn_on) on meetings.minutes_objection to {{app}};
comment on table meetings.minutes_objection is 'Raised by an organisation with a seat, never by a person; its words stay, and it can be withdrawn until it is answered.';

create table meetings.paper (
  id uuid not null,
  meeting uuid not null,
  kind text not null,
  constraint paper_pkey PRIMARY KEY (id),
  constraint paper_meeting_kind_key UNIQUE (meeting, kind),
  constraint paper_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id),
  constraint paper_meeting_fkey FOREIGN KEY (meeting) REFERENCES meetings.meeting(id),
  constraint paper_kind_check CHECK ((kind = ANY (ARRAY['agenda'::text, 'invitation'::text, 'minutes'::text])))
);
alter table meetings.paper force row level security;
create policy paper_make on meetings.paper for insert to {{app}}
  with check ((meetings.may_lead(meeting) AND (EXISTS ( SELECT
   FROM (kit.object o
     JOIN kit.object m ON ((m.body = o.body)))
  WHERE ((o.id = paper.id) AND (m.id = paper.meeting) AND (o.kind = paper.kind) AND (o.owner = o.body))))));
create policy paper_owner on meetings.paper for all to {{owner}}
  using (true)
  with check (true);
create policy paper_see on meetings.paper for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = paper.id))));
create policy paper_worker on meetings.paper for select to {{worker}}
  using (true);
grant insert, select on meetings.paper to {{app}};
grant select on meetings.paper to {{backup}};
grant select on meetings.paper to {{worker}};
comment on table meetings.paper is 'Agenda, invitation or minutes of a meeting; what was put before the chairs are its editions in kit.edition.';

create table meetings.poll (
  id uuid not null,
  body uuid not null,
  place text not null default ''::text,
  online text not null default ''::text,
  purpose text not null default ''::text,
  until_day date not null,
  remind_on date,
  status text not null default 'open'::text,
  chosen uuid,
  meeting uuid,
  withdrawn_because text,
  settled_on date,
  constraint poll_pkey PRIMARY KEY (id),
  constraint poll_meeting_key UNIQUE (meeting),
  constraint poll_body_fkey FOREIGN KEY (body) REFERENCES kit.object(id),
  constraint poll_chosen_id_fkey FOREIGN KEY (chosen, id) REFERENCES meetings.poll_option(id, poll),
  constraint poll_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id),
  constraint poll_meeting_fkey FOREIGN KEY (meeting) REFERENCES meetings.meeting(id),
  constraint poll_closed_whole CHECK ((((status = 'closed'::text) = (meeting IS NOT NULL)) AND ((meeting IS NULL) = (chosen IS NULL)))),
  constraint poll_place CHECK (((btrim(place) <> ''::text) OR (btrim(online) <> ''::text))),
  constraint poll_reminder CHECK ((remind_on <= until_day)),
  constraint poll_settled_whole CHECK (((status = 'open'::text) = (settled_on IS NULL))),
  constraint poll_status_check CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text, 'withdrawn'::text]))),
  constraint poll_withdrawn_because_check CHECK ((btrim(withdrawn_because) <> ''::text)),
  constraint poll_withdrawn_whole CHECK (((status = 'withdrawn'::text) = (withdrawn_because IS NOT NULL)))
);
CREATE INDEX poll_body ON meetings.poll USING btree (body);
CREATE INDEX poll_open ON meetings.poll USING btree (until_day) WHERE (status = 'open'::text);
alter table meetings.poll force row level security;
create policy poll_change on meetings.poll for update to {{app}}
  using (meetings.leads_poll(id))
  with check (meetings.leads_poll(id));
create policy poll_make on meetings.poll for insert to {{app}}
  with check (((status = 'open'::text) AND (until_day >= clock.today()) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = poll.id) AND (o.kind = 'poll'::text) AND (o.body = poll.body) AND access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], o.body))))));
create policy poll_owner on meetings.poll for all to {{owner}}
  using (true)
  with check (true);
create policy poll_see on meetings.poll for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = poll.id))));
create policy poll_worker on meetings.poll for select to {{worker}}
  using (true);
CREATE TRIGGER poll_guard BEFORE UPDATE ON meetings.poll FOR EACH ROW EXECUTE FUNCTION meetings.guard_poll();
grant insert, select on meetings.poll to {{app}};
grant select on meetings.poll to {{backup}};
grant select on meetings.poll to {{worker}};
grant update (chosen, meeting, online, place, purpose, remind_on, status, until_day, withdrawn_because) on meetings.poll to {{app}};
comment on column meetings.poll.until_day is 'The last day on which answers are taken.';

create table meetings.poll_answer (
  poll uuid not null,
  voice text not null,
  organisation uuid,
  unit uuid,
  guest uuid,
  answers jsonb not null,
  revision integer not null default 1,
  constraint poll_answer_guest_fkey FOREIGN KEY (guest) REFERENCES meetings.poll_guest(id),
  constraint poll_answer_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint poll_answer_poll_fkey FOREIGN KEY (poll) REFERENCES meetings.poll(id),
  constraint poll_answer_unit_fkey FOREIGN KEY (unit) REFERENCES kit.object(id),
  constraint poll_answer_voice_check CHECK ((voice = ANY (ARRAY['seat'::text, 'chair'::text, 'office'::text, 'guest'::text]))),
  constraint poll_answer_whose CHECK ((((voice = 'guest'::text) = (guest IS NOT NULL)) AND ((guest IS NULL) = (organisation IS NOT NULL)) AND ((unit IS NULL) OR (voice = 'seat'::text))))
);
CREATE UNIQUE INDEX poll_answer_once ON meetings.poll_answer USING btree (poll, voice, COALESCE(unit, organisation, guest));
alter table meetings.poll_answer force row level security;
create policy poll_answer_owner on meetings.poll_answer for all to {{owner}}
  using (true)
  with check (true);
create policy poll_answer_see on meetings.poll_answer for select to {{app}}
  using (((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = poll_answer.poll))) AND ((guest IS NULL) OR meetings.leads_poll(poll))));
create policy poll_answer_sweep on meetings.poll_answer for delete to {{worker}}
  using (true);
create policy poll_answer_worker on meetings.poll_answer for select to {{worker}}
  using (true);
grant select on meetings.poll_answer to {{app}};
grant select on meetings.poll_answer to {{backup}};
grant delete, select on meetings.poll_answer to {{worker}};
comment on table meetings.poll_answer is 'By seat, chair and office, never by person, and without a time: nobody''s speed is anybody''s business.';

create table meetings.poll_guest (
  id uuid not null,
  poll uuid not null,
  name text not null,
  address text not null,
  constraint poll_guest_pkey PRIMARY KEY (id),
  constraint poll_guest_poll_address_key UNIQUE (poll, address),
  constraint poll_guest_poll_fkey FOREIGN KEY (poll) REFERENCES meetings.poll(id),
  constraint poll_guest_address_check CHECK (((address ~~ '%_@_%'::text) AND (address = lower(address)))),
  constraint poll_guest_name_check CHECK ((btrim(name) <> ''::text))
);
alter table meetings.poll_guest force row level security;
create policy poll_guest_make on meetings.poll_guest for insert to {{app}}
  with check ((meetings.leads_poll(poll) AND (EXISTS ( SELECT
   FROM meetings.poll p
  WHERE ((p.id = poll_guest.poll) AND (p.status = 'open'::text))))));
create policy poll_guest_owner on meetings.poll_guest for all to {{owner}}
  using (true)
  with check (true);
create policy poll_guest_see on meetings.poll_guest for select to {{app}}
  using (meetings.leads_poll(poll));
create policy poll_guest_sweep on meetings.poll_guest for delete to {{worker}}
  using (true);
create policy poll_guest_worker on meetings.poll_guest for select to {{worker}}
  using (true);
grant insert on meetings.poll_guest to {{app}};
grant select on meetings.poll_guest to {{backup}};
grant delete, select on meetings.poll_guest to {{worker}};
grant select (id, name, poll) on meetings.poll_guest to {{app}};
comment on table meetings.poll_guest is 'Asked beside the seats, without an account: known only to chairs and office, and forgotten a month after the poll.';

create table meetings.poll_option (
  id uuid not null,
  poll uuid not null,
  day date not null,
  starts time without time zone not null,
  ends time without time zone,
  constraint poll_option_pkey PRIMARY KEY (id),
  constraint poll_option_id_poll_key UNIQUE (id, poll),
  constraint poll_option_poll_day_starts_key UNIQUE (poll, day, starts),
  constraint poll_option_poll_fkey FOREIGN KEY (poll) REFERENCES meetings.poll(id),
  constraint poll_option_times CHECK ((ends > starts))
);
alter table meetings.poll_option force row level security;
create policy poll_option_make on meetings.poll_option for insert to {{app}}
  with check ((meetings.leads_poll(poll) AND (EXISTS ( SELECT
   FROM meetings.poll p
  WHERE ((p.id = poll_option.poll) AND (p.status = 'open'::text))))));
create policy poll_option_owner on meetings.poll_option for all to {{owner}}
  using (true)
  with check (true);
create policy poll_option_see on meetings.poll_option for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = poll_option.poll))));
create policy poll_option_worker on meetings.poll_option for select to {{worker}}
  using (true);
grant insert, select on meetings.poll_option to {{app}};
grant select on meetings.poll_option to {{backup}};
grant select on meetings.poll_option to {{worker}};

create table meetings.rectification (
  id uuid not null,
  meeting uuid not null,
  objection uuid,
  item uuid,
  wording text,
  reason text not null,
  made_on date not null,
  constraint rectification_pkey PRIMARY KEY (id),
  constraint rectification_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id),
  constraint rectification_item_fkey FOREIGN KEY (item) REFERENCES meetings.agenda_item(id),
  constraint rectification_meeting_fkey FOREIGN KEY (meeting) REFERENCES meetings.meeting(id),
  constraint rectification_objection_fkey FOREIGN KEY (objection) REFERENCES meetings.minutes_objection(id),
  constraint rectification_reason_check CHECK ((btrim(reason) <> ''::text)),
  constraint rectification_says CHECK (((objection IS NOT NULL) OR (wording IS NOT NULL))),
  constraint rectification_wording_check CHECK ((btrim(wording) <> ''::text))
);
CREATE INDEX rectification_meeting ON meetings.rectification USING btree (meeting);
alter table meetings.rectification force row level security;
create policy rectification_make on meetings.rectification for insert to {{app}}
  with check (((made_on = ( SELECT (access.actor()).today AS today)) AND meetings.may_lead(meeting) AND (EXISTS ( SELECT
   FROM (kit.object o
     JOIN kit.object m ON ((m.body = o.body)))
  WHERE ((o.id = rectification.id) AND (m.id = rectification.meeting) AND (o.kind = 'rectification'::text) AND (o.owner = o.body))))));
create policy rectification_owner on meetings.rectification for all to {{owner}}
  using (true)
  with check (true);
create policy rectification_see on meetings.rectification for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = rectification.meeting))));
create policy rectification_worker on meetings.rectification for select to {{worker}}
  using (true);
CREATE TRIGGER rectification_guard BEFORE INSERT ON meetings.rectification FOR EACH ROW EXECUTE FUNCTION meetings.guard_rectification();
grant insert, select on meetings.rectification to {{app}};
grant select on meetings.rectification to {{backup}};
grant select on meetings.rectification to {{worker}};
comment on table meetings.rectification is 'How the minutes are to be read, or the answer to an objection, put before the chairs as edition 1 of this object. Without a wording the minutes stay as they are.';

create table meetings.response (
  meeting uuid not null,
  organisation uuid not null,
  unit uuid,
  answer text not null,
  asked boolean not null default false,
  revision integer not null default 1,
  constraint response_meeting_fkey FOREIGN KEY (meeting) REFERENCES meetings.meeting(id),
  constraint response_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint response_unit_fkey FOREIGN KEY (unit) REFERENCES kit.object(id),
  constraint response_answer_check CHECK ((answer = ANY (ARRAY['comes'::text, 'deputy'::text, 'declines'::text]))),
  constraint response_check CHECK (((answer = 'deputy'::text) OR (NOT asked)))
);
CREATE UNIQUE INDEX response_once ON meetings.response USING btree (meeting, organisation, COALESCE(unit, organisation));
alter table meetings.response force row level security;
create policy response_owner on meetings.response for all to {{owner}}
  using (true)
  with check (true);
create policy response_see on meetings.response for select to {{app}}
  using ((meetings.may_lead(meeting) OR (EXISTS ( SELECT
   FROM meetings.my_seats(response.meeting) s(organisation, unit, own, deputy)
  WHERE ((s.organisation = response.organisation) AND (NOT (s.unit IS DISTINCT FROM response.unit)))))));
create policy response_worker on meetings.response for select to {{worker}}
  using (true);
grant select on meetings.response to {{app}};
grant select on meetings.response to {{backup}};
grant select on meetings.response to {{worker}};
comment on table meetings.response is 'By seat, never by person, and without a time. deputy: the seat is represented by its deputy.';
comment on column meetings.response.asked is 'Said by whoever was sent, so that the deputy has yet to learn of it.';

create table meetings.topic (
  id uuid not null,
  body uuid not null,
  at_body uuid not null,
  level text not null,
  description text not null default ''::text,
  target_group text not null default ''::text,
  made_on date not null,
  ripe_on date,
  closed_on date,
  closed_because text,
  constraint topic_pkey PRIMARY KEY (id),
  constraint topic_at_body_fkey FOREIGN KEY (at_body) REFERENCES kit.object(id),
  constraint topic_body_fkey FOREIGN KEY (body) REFERENCES kit.object(id),
  constraint topic_id_fkey FOREIGN KEY (id) REFERENCES kit.object(id),
  constraint topic_closed_because_check CHECK ((btrim(closed_because) <> ''::text)),
  constraint topic_closed_whole CHECK (((closed_on IS NULL) = (closed_because IS NULL))),
  constraint topic_level_check CHECK ((level = ANY (ARRAY['strategic'::text, 'operative'::text])))
);
CREATE INDEX topic_at_body ON meetings.topic USING btree (at_body);
CREATE INDEX topic_body ON meetings.topic USING btree (body);
alter table meetings.topic force row level security;
create policy topic_change on meetings.topic for update to {{app}}
  using ((access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], body) OR access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], at_body)));
create policy topic_make on meetings.topic for insert to {{app}}
  with check (((at_body = body) AND (closed_on IS NULL) AND (made_on = ( SELECT (access.actor()).today AS today)) AND (EXISTS ( SELECT
   FROM kit.object o
  WHERE ((o.id = topic.id) AND (o.kind = 'topic'::text) AND (o.body = topic.body) AND access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], o.body))))));
create policy topic_owner on meetings.topic for all to {{owner}}
  using (true)
  with check (true);
create policy topic_see on meetings.topic for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = topic.id))));
create policy topic_worker on meetings.topic for select to {{worker}}
  using (true);
grant insert, select on meetings.topic to {{app}};
grant select on meetings.topic to {{backup}};
grant select on meetings.topic to {{worker}};
grant update (closed_because, closed_on, description, level, ripe_on, target_group) on meetings.topic to {{app}};
comment on column meetings.topic.at_body is 'Where it waits: in its body, or in the working group to which it was handed. Changed by moves alone.';

create table meetings.topic_move (
  id uuid not null,
  topic uuid not null,
  from_body uuid not null,
  to_body uuid not null,
  reason text not null,
  on_day date not null,
  organisation uuid not null,
  constraint topic_move_pkey PRIMARY KEY (id),
  constraint topic_move_from_body_fkey FOREIGN KEY (from_body) REFERENCES kit.object(id),
  constraint topic_move_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint topic_move_to_body_fkey FOREIGN KEY (to_body) REFERENCES kit.object(id),
  constraint topic_move_topic_fkey FOREIGN KEY (topic) REFERENCES meetings.topic(id),
  constraint topic_move_reason_check CHECK ((btrim(reason) <> ''::text))
);
CREATE INDEX topic_move_topic ON meetings.topic_move USING btree (topic);
alter table meetings.topic_move force row level security;
create policy topic_move_make on meetings.topic_move for insert to {{app}}
  with check (((organisation = ( SELECT (access.actor()).organisation AS organisation)) AND (on_day = ( SELECT (access.actor()).today AS today)) AND (EXISTS ( SELECT
   FROM meetings.topic t
  WHERE ((t.id = topic_move.topic) AND (access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], topic_move.from_body) OR access.holds(( SELECT access.actor() AS actor), '{chair,office}'::text[], t.body)))))));
create policy topic_move_owner on meetings.topic_move for all to {{owner}}
  using (true)
  with check (true);
create policy topic_move_see on meetings.topic_move for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = topic_move.topic))));
create policy topic_move_worker on meetings.topic_move for select to {{worker}}
  using (true);
CREATE TRIGGER topic_move_guard BEFORE INSERT ON meetings.topic_move FOR EACH ROW EXECUTE FUNCTION meetings.guard_move();
grant insert, select on meetings.topic_move to {{app}};
grant select on meetings.topic_move to {{backup}};
grant select on meetings.topic_move to {{worker}};
comment on table meetings.topic_move is 'Handed to a working group, or raised to the body again, each with its reason; nothing of it is ever taken away.';

create table meetings.topic_sponsor (
  topic uuid not null,
  organisation uuid not null,
  since date not null,
  constraint topic_sponsor_pkey PRIMARY KEY (topic, organisation),
  constraint topic_sponsor_organisation_fkey FOREIGN KEY (organisation) REFERENCES kit.object(id),
  constraint topic_sponsor_topic_fkey FOREIGN KEY (topic) REFERENCES meetings.topic(id)
);
alter table meetings.topic_sponsor force row level security;
create policy topic_sponsor_drop on meetings.topic_sponsor for delete to {{app}}
  using (((organisation = ( SELECT (access.actor()).organisation AS organisation)) AND (EXISTS ( SELECT
   FROM meetings.topic t
  WHERE ((t.id = topic_sponsor.topic) AND access.holds(( SELECT access.actor() AS actor), '{chair,office,delegate,deputy}'::text[], t.body))))));
create policy topic_sponsor_make on meetings.topic_sponsor for insert to {{app}}
  with check (((organisation = ( SELECT (access.actor()).organisation AS organisation)) AND (since = ( SELECT (access.actor()).today AS today)) AND (EXISTS ( SELECT
   FROM (meetings.topic t
     JOIN cooperation.seat s ON (((s.body = t.body) AND (s.superseded_at IS NULL) AND (s.valid_from <= ( SELECT (access.actor()).today AS today)) AND ((s.valid_until IS NULL) OR (( SELECT (access.actor()).today AS today) < s.valid_until)))))
  WHERE ((t.id = topic_sponsor.topic) AND (t.closed_on IS NULL) AND ((( SELECT (access.actor()).organisation AS organisation) = s.organisation) OR (( SELECT (access.actor()).organisation AS organisation) = s.unit)) AND access.holds(( SELECT access.actor() AS actor), '{chair,office,delegate,deputy}'::text[], t.body))))));
create policy topic_sponsor_owner on meetings.topic_sponsor for all to {{owner}}
  using (true)
  with check (true);
create policy topic_sponsor_see on meetings.topic_sponsor for select to {{app}}
  using ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = topic_sponsor.topic))));
create policy topic_sponsor_worker on meetings.topic_sponsor for select to {{worker}}
  using (true);
grant delete, insert, select on meetings.topic_sponsor to {{app}};
grant select on meetings.topic_sponsor to {{backup}};
grant select on meetings.topic_sponsor to {{worker}};

create table meetings.vote (
  item uuid not null,
  meeting uuid not null,
  body uuid not null,
  rules integer not null,
  entitled integer not null,
  present integer not null,
  in_favour integer not null,
  against integer not null,
  abstained integer not null,
  carried boolean not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint vote_pkey PRIMARY KEY (item),
  constraint vote_body_rules_fkey FOREIGN KEY (body, rules) REFERENCES cooperation.rules(body, edition),
  constraint vote_item_fkey FOREIGN KEY (item) REFERENCES meetings.agenda_item(id),
  constraint vote_meeting_fkey FOREIGN KEY (meeting) REFERENCES meetings.meeting(id),
  constraint vote_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES kit.object(id),
  constraint vote_abstained_check CHECK ((abstained >= 0)),
  constraint vote_against_check CHECK ((against >= 0)),
  constraint vote_in_favour_check CHECK ((in_favour >= 0))
);
CREATE INDEX vote_meeting ON meetings.vote USING btree (meeting);
alter table meetings.vote force row level security;
create policy vote_correct on meetings.vote for update to {{app}}
  using (meetings.may_lead(meeting))
  with check ((meetings.may_lead(meeting) AND (recorded_by = ( SELECT (access.actor()).person AS person)) AND (recorded_at = ( SELECT (access.actor()).at AS at))));
create policy vote_owner on meetings.vote for all to {{owner}}
  using (true)
  with check (true);
create policy vote_record on meetings.vote for insert to {{app}}
  with check ((meetings.may_lead(meeting) AND (recorded_by = ( SELECT (access.actor()).person AS person)) AND (recorded_at = ( SELECT (access.actor()).at AS at))));
create policy vote_see on meetings.vote for select to {{app}}
  using ((meetings.may_lead(meeting) OR ((EXISTS ( SELECT
   FROM kit.object o
  WHERE (o.id = vote.meeting))) AND meetings.is_settled(meeting, 'minutes'::text))));
create policy vote_take_back on meetings.vote for delete to {{app}}
  using (meetings.may_lead(meeting));
CREATE TRIGGER vote_guard BEFORE INSERT OR DELETE OR UPDATE ON meetings.vote FOR EACH ROW EXECUTE FUNCTION meetings.guard_vote();
grant delete, select on meetings.vote to {{app}};
grant select on meetings.vote to {{backup}};
grant insert (abstained, against, in_favour, item, meeting, recorded_at, recorded_by) on meetings.vote to {{app}};
grant update (abstained, against, in_favour, recorded_at, recorded_by) on meetings.vote to {{app}};
comment on table meetings.vote is 'One open vote on an item: how many seats, never which. Edition of the rules, seats and result are entered by the trigger.';
