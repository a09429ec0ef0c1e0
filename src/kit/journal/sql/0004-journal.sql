-- Every change is one row, written in the change's own transaction and sealed into a hash chain in commit-safe order afterwards.
create schema journal;
grant usage on schema journal to {{app}}, {{worker}}, {{backup}};

create table journal.entry (
  id           bigint generated always as identity primary key,
  xid          xid8 not null,
  at           timestamptz not null,
  person       uuid references kit.object,
  organisation uuid references kit.object,
  mandate      uuid references access.mandate,
  verb         text not null check (verb ~ '^[a-z][A-Za-z.]*$'),
  object       uuid not null references kit.object,
  revision     integer not null,
  because      text,
  many         integer,
  digest       bytea not null,
  number       bigint unique,
  chain        bytea
);
create index entry_object on journal.entry (object, id);
create index entry_unsealed on journal.entry (id) where number is null;
comment on column journal.entry.because is 'The clause or rule on which a chore acted; null where a person acted.';
comment on column journal.entry.digest is 'SHA-256 of salt and before/after. The text stands in journal.content and can be erased with the chain still verifying.';
comment on column journal.entry.many is 'How many rows a bulk change wrote.';

create table journal.content (
  entry  bigint primary key references journal.entry,
  salt   bytea not null,
  before jsonb,
  after  jsonb
);

create function journal.digest(salt bytea, before jsonb, after jsonb) returns bytea
  language sql immutable set search_path = ''
  return sha256(salt || convert_to(coalesce(before::text, '') || chr(31) || coalesce(after::text, ''), 'UTF8'));

-- What the chain covers of an entry. Instants as microseconds, so that no setting of a session changes the text.
create function journal.line(e journal.entry) returns bytea
  language sql immutable set search_path = ''
  return convert_to(concat_ws(chr(31), e.number, e.id, (extract(epoch from e.at) * 1000000)::bigint, coalesce(e.person::text, '-'), coalesce(e.organisation::text, '-'),
    coalesce(e.mandate::text, '-'), e.verb, e.object, e.revision, coalesce(e.because, '-'), coalesce(e.many::text, '-'), encode(e.digest, 'hex')), 'UTF8');

-- The actor is taken from the sealed session of this transaction, never from the caller.
create function journal.write(p_verb text, p_object uuid, p_roles text[], p_before jsonb, p_after jsonb, p_because text, p_many integer) returns bigint
  language plpgsql volatile security definer set search_path = '' as $$
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
     and (a.person is null or access.sees(x.audience, x.owner, x.author, x.readers, x.deleted_at, a));
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
end $$;
revoke all on function journal.write(text, uuid, text[], jsonb, jsonb, text, integer) from public;
grant execute on function journal.write(text, uuid, text[], jsonb, jsonb, text, integer) to {{app}}, {{worker}};

-- Appends committed entries to the chain and tells the listeners the last number. Entries of transactions still open wait for the next turn.
create function journal.seal(p_most integer) returns bigint
  language plpgsql volatile security definer set search_path = '' as $$
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
end $$;
revoke all on function journal.seal(integer) from public;
grant execute on function journal.seal(integer) to {{worker}};
revoke all on function journal.digest(bytea, jsonb, jsonb), journal.line(journal.entry) from public;

-- Names the first broken entry, or none. Runs over the whole chain; erased contents are left out of the check, their digests stay in it.
create function journal.verify() returns table (entries bigint, head text, broken bigint)
  language plpgsql stable security definer set search_path = '' as $$
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
end $$;
revoke all on function journal.verify() from public;
grant execute on function journal.verify() to {{owner}}, {{app}}, {{worker}}, {{backup}};
