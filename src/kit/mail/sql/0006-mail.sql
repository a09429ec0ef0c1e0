-- The outbox: a mail is written in the transaction of its cause and sent afterwards, once per dedupe key. The application can post, but not read.
create schema mail;
grant usage on schema mail to {{app}}, {{worker}}, {{backup}};

create table mail.message (
  id           uuid primary key,
  dedupe       text not null unique,
  person       uuid references kit.object,
  organisation uuid references kit.object,
  address      text,
  template     text not null,
  data         jsonb not null default '{}',
  object       uuid references kit.object,
  created      timestamptz not null,
  send_after   timestamptz not null,
  sent_at      timestamptz,
  attempts     integer not null default 0,
  trouble      text,
  check (person is not null or address is not null)
);
create index message_waiting on mail.message (send_after) where sent_at is null;
comment on column mail.message.data is 'What the template needs and the recipient may know; emptied when the mail has gone.';
comment on column mail.message.organisation is 'For whom the recipient reads it: titles are looked up with exactly these rights when it is sent.';

alter table mail.message enable row level security;
alter table mail.message force row level security;
create policy message_owner on mail.message to {{owner}} using (true) with check (true);
create policy message_worker on mail.message to {{worker}} using (true) with check (true);
grant select, insert, update on mail.message to {{worker}};

create function mail.post(p_dedupe text, p_person uuid, p_organisation uuid, p_address text, p_template text, p_data jsonb, p_object uuid) returns boolean
  language plpgsql volatile security definer set search_path = '' as $$
begin
  insert into mail.message (id, dedupe, person, organisation, address, template, data, object, created, send_after)
  values (gen_random_uuid(), p_dedupe, p_person, p_organisation, p_address, p_template, p_data, p_object, clock.now(), clock.now())
  on conflict (dedupe) do nothing;
  if found then perform pg_notify('mail', ''); end if;
  return found;
end $$;
revoke all on function mail.post(text, uuid, uuid, text, text, jsonb, uuid) from public;
grant execute on function mail.post(text, uuid, uuid, text, text, jsonb, uuid) to {{worker}};

-- The application may only post to persons it can see, about what it can see, while somebody acts, and nothing that looks like a link for signing in.
-- Its keys are its own: it cannot use up a key of the worker and so hold back a reminder.
create function mail.post_as_actor(p_dedupe text, p_person uuid, p_organisation uuid, p_template text, p_data jsonb, p_object uuid) returns boolean
  language plpgsql volatile security definer set search_path = '' as $$
declare a access.actor := access.actor();
begin
  if a.person is null then raise exception 'nobody acts in this transaction' using errcode = 'NA403'; end if;
  if p_template like 'access.%'
     or not exists (select from kit.object o where o.id = p_person and o.kind = 'person' and access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, a))
     or (p_object is not null and not exists (select from kit.object o where o.id = p_object and access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, a)))
     or (p_organisation is not null and not exists (select from access.mandate m where m.person = p_person and m.organisation = p_organisation and m.superseded_at is null)) then
    raise exception 'not to be posted' using errcode = 'NA403';
  end if;
  return mail.post('actor:' || p_dedupe, p_person, p_organisation, null, p_template, p_data, p_object);
end $$;
revoke all on function mail.post_as_actor(text, uuid, uuid, text, jsonb, uuid) from public;
grant execute on function mail.post_as_actor(text, uuid, uuid, text, jsonb, uuid) to {{app}};
