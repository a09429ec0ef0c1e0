-- Doing one thing from a mail, without signing in: a link for one person, one organisation and one object, good for one act. Opening the page
-- changes nothing; the act opens the transaction as that person, if it may still act for that organisation.
create table access.act_link (
  digest       bytea primary key,
  person       uuid not null references kit.object,
  organisation uuid not null references kit.object,
  object       uuid not null references kit.object,
  created      timestamptz not null,
  expires      timestamptz not null,
  used_at      timestamptz
);
create index act_link_person on access.act_link (person);
comment on table access.act_link is 'Held as hashes; the token itself stands only in the mail.';
alter table access.act_link enable row level security;
alter table access.act_link force row level security;
create policy act_link_owner on access.act_link to {{owner}} using (true) with check (true);
create policy act_link_worker on access.act_link for select to {{worker}} using (true);
create policy act_link_sweep on access.act_link for delete to {{worker}} using (true);
grant select, delete on access.act_link to {{worker}};

-- Whether the person acts for the organisation today, at home or in a body.
create function access.acts_for(p_person uuid, p_organisation uuid) returns boolean
  language sql stable security definer set search_path = ''
  return exists (select from access.mandate m where m.person = p_person and m.organisation = p_organisation and m.superseded_at is null
    and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day));
revoke all on function access.acts_for(uuid, uuid) from public;

-- As the worker, while it posts a mail. The token is long enough that nobody guesses it, and lives for sixty days.
create function access.link_to_act(p_person uuid, p_organisation uuid, p_object uuid) returns text
  language plpgsql volatile security definer set search_path = '' as $$
declare token text := translate(encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'base64'), '+/=', '-_');
begin
  insert into access.act_link (digest, person, organisation, object, created, expires)
  values (sha256(convert_to(token, 'UTF8')), p_person, p_organisation, p_object, clock.now(), clock.now() + interval '60 days');
  return token;
end $$;
revoke all on function access.link_to_act(uuid, uuid, uuid) from public;
grant execute on function access.link_to_act(uuid, uuid, uuid) to {{worker}};

-- What a link is about. over: too old. ended: the person does not act for the organisation any more.
create function access.look_at_act(p_token text, out object uuid, out person_name text, out organisation_name text, out state text)
  language sql stable security definer set search_path = ''
begin atomic
  select l.object, p.title, o.title,
         case when l.used_at is not null then 'used' when l.expires <= clock.now() then 'over'
              when not access.acts_for(l.person, l.organisation) then 'ended' else 'open' end
    from access.act_link l join kit.object p on p.id = l.person join kit.object o on o.id = l.organisation
   where l.digest = sha256(convert_to(p_token, 'UTF8'));
end;
revoke all on function access.look_at_act(text) from public;
grant execute on function access.look_at_act(text) to {{app}};

-- The one act: the link is used up, whatever comes of it in this transaction; if that is undone, so is the use.
create function access.open_by_act(p_token text) returns access.actor
  language plpgsql volatile security definer set search_path = '' as $$
declare l record;
begin
  update access.act_link a set used_at = clock.now()
   where a.digest = sha256(convert_to(p_token, 'UTF8')) and a.used_at is null and a.expires > clock.now() and access.acts_for(a.person, a.organisation)
  returning * into l;
  if not found then return null; end if;
  return access.record_actor(l.person, l.organisation, gen_random_uuid(), (select k.secret from access.seal k), clock.now());
end $$;
revoke all on function access.open_by_act(text) from public;
grant execute on function access.open_by_act(text) to {{app}};
