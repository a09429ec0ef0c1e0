-- Files lie in the database, so that no process holds state and one backup holds everything. A file is as visible as the object it hangs on.
create schema files;
grant usage on schema files to {{app}}, {{worker}}, {{backup}};

create table files.file (
  id       uuid primary key references kit.object,
  hangs_on uuid not null references kit.object,
  name     text not null check (btrim(name) <> '' and length(name) <= 200),
  type     text not null,
  size     integer not null check (size > 0 and size <= 20971520),
  sha256   bytea not null check (length(sha256) = 32),
  check (id <> hangs_on)
);
create index file_hangs_on on files.file (hangs_on);
create index file_sha256 on files.file (sha256);

create table files.chunk (
  sha256   bytea not null,
  position integer not null check (position >= 0),
  bytes    bytea not null check (length(bytes) between 1 and 1048576),
  primary key (sha256, position)
);
comment on table files.chunk is 'The content, once per checksum, in pieces of at most one MiB.';
alter table files.chunk alter column bytes set storage external;

do $$
declare t text;
begin
  foreach t in array array['file', 'chunk'] loop
    execute format('alter table files.%I enable row level security', t);
    execute format('alter table files.%I force row level security', t);
    execute format('create policy %I on files.%I to {{owner}} using (true) with check (true)', t || '_owner', t);
    execute format('grant select on files.%I to {{app}}', t);
  end loop;
end $$;
create policy file_see on files.file for select to {{app}} using (exists (select from kit.object o where o.id = file.id));
create policy chunk_see on files.chunk for select to {{app}} using (exists (select from files.file f where f.sha256 = chunk.sha256));
create policy file_worker on files.file for select to {{worker}} using (true);
grant select on files.file to {{worker}};

-- The checksum is counted here, not believed. The object row of the file was made before, by the same person in the same transaction.
create function files.store(p_file uuid, p_hangs_on uuid, p_name text, p_type text, p_bytes bytea) returns bytea
  language plpgsql volatile security definer set search_path = '' as $$
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
end $$;
revoke all on function files.store(uuid, uuid, text, text, bytea) from public;
grant execute on function files.store(uuid, uuid, text, text, bytea) to {{app}}, {{worker}};

-- Whoever may read the object may read its files, and nobody else: audience, readers and deletion follow.
create function files.follow() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  update kit.object f set audience = new.audience, readers = new.readers, revision = f.revision + 1,
         deleted_at = case when new.deleted_at is not null then coalesce(f.deleted_at, new.deleted_at)
                           when f.deleted_at = old.deleted_at then null else f.deleted_at end
    from files.file x
   where x.hangs_on = new.id and f.id = x.id;
  return null;
end $$;
create trigger object_files_follow after update on kit.object for each row
  when ((old.audience, old.readers) is distinct from (new.audience, new.readers) or old.deleted_at is distinct from new.deleted_at)
  execute function files.follow();

-- After erasing: the name goes, and the content with the last file that has it.
create function files.erase(p_file uuid) returns void
  language plpgsql volatile security definer set search_path = '' as $$
declare sum bytea;
begin
  if exists (select from kit.object o where o.id = p_file and o.deleted_at is null) then
    raise exception 'only what was deleted is erased' using errcode = 'NA403';
  end if;
  delete from files.file where id = p_file returning sha256 into sum;
  delete from files.chunk c where c.sha256 = sum and not exists (select from files.file f where f.sha256 = sum);
end $$;
revoke all on function files.erase(uuid) from public;
grant execute on function files.erase(uuid) to {{worker}};
