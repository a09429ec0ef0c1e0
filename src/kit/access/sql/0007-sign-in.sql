-- Signing in. The application never sees a stored proof, a token of a mail, or another way to open a session than proving the password.
create function access.derived(p_email text) returns bytea
  language sql stable security definer set search_path = ''
  return (select substr(sha256(convert_to(s.secret || lower(p_email), 'UTF8')), 1, 16) from access.seal s);
revoke all on function access.derived(text) from public;

-- An unknown address gets a salt as well, always the same one: whether somebody has an account cannot be asked.
create function access.salt_of(p_email text) returns bytea
  language sql stable security definer set search_path = ''
  return coalesce((select c.salt from access.account c where c.email = lower(p_email) and c.closed_at is null), access.derived(p_email));

create function access.source_of(p_source text) returns text
  language sql stable security definer set search_path = ''
  return (select encode(sha256(convert_to(s.secret || p_source, 'UTF8')), 'hex') from access.seal s);
revoke all on function access.source_of(text) from public;

-- Too many wrong tries: for one account from one address (5 in 15 minutes), for one account from anywhere (30), from one address over all accounts (100).
-- An account that has signed in from this address before is not held up by its neighbours behind the same address.
create function access.throttled(p_email text, p_source text) returns boolean
  language sql stable security definer set search_path = ''
  return (select count(*) filter (where email = lower(p_email) and source = p_source) >= 5
              or count(*) filter (where email = lower(p_email) and source <> p_source) >= 30
                 and not exists (select from access.attempt g where g.good and g.email = lower(p_email) and g.source = p_source)
              or count(*) filter (where source = p_source) >= 100
                 and not exists (select from access.attempt g where g.good and g.email = lower(p_email) and g.source = p_source)
          from access.attempt where not good and at > clock.now() - interval '15 minutes' and (email = lower(p_email) or source = p_source));
revoke all on function access.throttled(text, text) from public;

create function access.sign_in(p_email text, p_tag bytea, p_source text, p_digest bytea) returns text
  language plpgsql volatile security definer set search_path = '' as $$
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
end $$;

-- The code itself is checked by the application (PostgreSQL has no HMAC-SHA-1); each step counts once.
create function access.second_factor(p_token text) returns bytea
  language sql stable security definer set search_path = ''
  return (select c.totp from access.session s join access.account c using (person)
           where s.digest = sha256(convert_to(p_token, 'UTF8')) and s.stage = 'secondFactor' and s.created > clock.now() - interval '10 minutes'
             and (select count(*) from access.attempt a where a.email = 'totp:' || s.person and a.at > clock.now() - interval '15 minutes') < 10);
create function access.second_factor_passed(p_token text, p_step bigint) returns boolean
  language plpgsql volatile security definer set search_path = '' as $$
declare s record;
begin
  select * into s from access.session where digest = sha256(convert_to(p_token, 'UTF8')) and stage = 'secondFactor';
  if not found then return false; end if;
  update access.account set totp_step = p_step where person = s.person and (totp_step is null or totp_step < p_step);
  if not found then return false; end if;
  update access.session set stage = 'open' where id = s.id;
  return true;
end $$;
create function access.second_factor_failed(p_token text) returns void
  language sql volatile security definer set search_path = '' as $$
  insert into access.attempt (email, source, at, good)
  select 'totp:' || person, '', clock.now(), false from access.session where digest = sha256(convert_to(p_token, 'UTF8'));
$$;

-- Setting up the second factor: a pending secret becomes the secret once a code was shown.
create function access.totp_begin(p_secret bytea) returns void
  language sql volatile security definer set search_path = '' as $$
  update access.account set totp_pending = p_secret where person = (access.actor()).person;
$$;
create function access.totp_pending() returns bytea
  language sql stable security definer set search_path = ''
  return (select totp_pending from access.account where person = (access.actor()).person);
create function access.totp_confirm() returns void
  language sql volatile security definer set search_path = '' as $$
  update access.account set totp = totp_pending, totp_pending = null, totp_step = null where person = (access.actor()).person and totp_pending is not null;
$$;
create function access.totp_end(p_tag bytea) returns boolean
  language plpgsql volatile security definer set search_path = '' as $$
begin
  update access.account set totp = null, totp_pending = null, totp_step = null where person = (access.actor()).person and proof = sha256(p_tag);
  return found;
end $$;
create function access.has_accounts() returns boolean
  language sql stable security definer set search_path = ''
  return exists (select from access.account);
create function access.has_totp() returns boolean
  language sql stable security definer set search_path = ''
  return (select totp is not null from access.account where person = (access.actor()).person);

create function access.renew(p_token text, p_digest bytea) returns boolean
  language plpgsql volatile security definer set search_path = '' as $$
begin
  update access.session set previous = digest, digest = p_digest, renewed = clock.now(), expires = clock.now() + interval '12 hours'
   where digest = sha256(convert_to(p_token, 'UTF8')) and stage = 'open' and expires > clock.now() and renewed < clock.now() - interval '15 minutes'
     and created > clock.now() - interval '7 days';
  return found;
end $$;
create function access.sign_out(p_token text) returns void
  language sql volatile security definer set search_path = '' as $$
  delete from access.session where digest = sha256(convert_to(p_token, 'UTF8')) or previous = sha256(convert_to(p_token, 'UTF8'));
$$;

-- Tokens of mails are made here and go into the outbox, which the application cannot read.
create function access.mail_token(p_person uuid, p_email text, p_purpose text, p_organisation uuid, p_valid interval) returns void
  language plpgsql volatile security definer set search_path = '' as $$
declare token text := replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
begin
  insert into access.invitation (digest, person, email, purpose, created, expires)
  values (sha256(convert_to(token, 'UTF8')), p_person, lower(p_email), p_purpose, clock.now(), clock.now() + p_valid);
  perform mail.post(p_purpose || ':' || encode(sha256(convert_to(token, 'UTF8')), 'hex'), p_person, p_organisation, lower(p_email), 'access.' || p_purpose,
    jsonb_build_object('token', token), null);
end $$;
revoke all on function access.mail_token(uuid, text, text, uuid, interval) from public;

-- Inviting: where the person is at home, its administration or whoever granted those mandates; for somebody only sent into bodies, their office or
-- whoever sent them. Whoever redeems the link becomes this person, so nobody invites for a home that is not in their hands.
create function access.invite(p_person uuid, p_email text) returns text
  language plpgsql volatile security definer set search_path = '' as $$
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
end $$;

create function access.request_reset(p_email text, p_source text) returns void
  language plpgsql volatile security definer set search_path = '' as $$
declare c record; src text := access.source_of(p_source);
begin
  if (select count(*) from access.attempt where email = 'reset:' || lower(p_email) and at > clock.now() - interval '1 hour') >= 3 then return; end if;
  insert into access.attempt (email, source, at, good) values ('reset:' || lower(p_email), src, clock.now(), true);
  select * into c from access.account where email = lower(p_email) and closed_at is null;
  if found then perform access.mail_token(c.person, c.email, case when c.proof is null then 'invite' else 'reset' end, null, interval '2 hours'); end if;
end $$;

-- What a link is about, without using it up: mail gateways open links by themselves.
create function access.look_at_invitation(p_token text) returns table (purpose text, email text, name text)
  language sql stable security definer set search_path = ''
begin atomic
  select i.purpose, i.email, o.title from access.invitation i join kit.object o on o.id = i.person
   where i.digest = sha256(convert_to(p_token, 'UTF8')) and i.used_at is null and i.expires > clock.now();
end;

create function access.redeem(p_token text, p_salt bytea, p_tag bytea) returns text
  language plpgsql volatile security definer set search_path = '' as $$
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
end $$;

-- Changing one's own password ends the other sessions.
create function access.change_password(p_old_tag bytea, p_salt bytea, p_tag bytea) returns boolean
  language plpgsql volatile security definer set search_path = '' as $$
declare a access.actor := access.actor();
begin
  update access.account set salt = p_salt, proof = sha256(p_tag) where person = a.person and proof = sha256(p_old_tag);
  if not found then return false; end if;
  delete from access.session where person = a.person and id <> a.session;
  return true;
end $$;

create function access.own_email() returns text
  language sql stable security definer set search_path = ''
  return (select email from access.account where person = (access.actor()).person);

-- The first person of an empty installation, let in by the link that the start printed on the terminal.
create function access.first_run(p_token text, p_organisation uuid, p_organisation_name text, p_person uuid, p_person_name text, p_email text, p_salt bytea, p_tag bytea)
  returns boolean language plpgsql volatile security definer set search_path = '' as $$
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
end $$;
create table access.first_link (digest bytea primary key, created timestamptz not null);
alter table access.first_link enable row level security;
alter table access.first_link force row level security;
create policy first_link_owner on access.first_link to {{owner}} using (true) with check (true);

-- What is new: the number up to which this person has seen the journal.
create function access.mark_seen(p_number bigint) returns void
  language sql volatile security definer set search_path = '' as $$
  update access.account set seen_before = seen, seen = greatest(seen, p_number) where person = (access.actor()).person and seen < p_number;
$$;

-- The organisations for which this person may act today.
create function access.choices() returns table (organisation uuid, name text, roles text[], until_day date)
  language sql stable security definer set search_path = ''
begin atomic
  select m.organisation, o.title, array_agg(distinct m.role order by m.role), max(coalesce(m.until_day, 'infinity'::date))
    from access.mandate m join kit.object o on o.id = m.organisation
   where m.person = (access.actor()).person and m.superseded_at is null and o.deleted_at is null
     and m.from_day <= (access.actor()).today and (m.until_day is null or (access.actor()).today < m.until_day)
   group by m.organisation, o.title order by o.title;
end;

do $$
declare f text;
begin
  foreach f in array array['salt_of(text)', 'sign_in(text, bytea, text, bytea)', 'second_factor(text)', 'second_factor_passed(text, bigint)', 'second_factor_failed(text)',
    'totp_begin(bytea)', 'totp_pending()', 'totp_confirm()', 'totp_end(bytea)', 'has_accounts()', 'has_totp()', 'renew(text, bytea)', 'sign_out(text)', 'invite(uuid, text)',
    'request_reset(text, text)', 'look_at_invitation(text)', 'redeem(text, bytea, bytea)', 'change_password(bytea, bytea, bytea)', 'own_email()',
    'first_run(text, uuid, text, uuid, text, text, bytea, bytea)', 'mark_seen(bigint)', 'choices()'] loop
    execute format('revoke all on function access.%s from public', f);
    execute format('grant execute on function access.%s to {{app}}', f);
  end loop;
end $$;
