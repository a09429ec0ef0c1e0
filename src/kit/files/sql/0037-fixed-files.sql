-- A file that belongs to something fixed (an offered agreement, a recorded signature) is not taken away any more.
alter table files.file add column fixed boolean not null default false;
comment on column files.file.fixed is 'Belongs to a fixed edition: it stays as long as what it hangs on.';

create function files.fix(p_file uuid) returns void
  language plpgsql volatile security definer set search_path = '' as $$
declare a access.actor := access.actor();
begin
  if session_user not in ('{{worker}}', '{{owner}}') and not exists (
      select from files.file f join kit.object o on o.id = f.hangs_on
       where f.id = p_file and o.deleted_at is null and access.changes(o.owner, o.body, o.author, o.audience, a)) then
    raise exception 'a file is fixed by whoever may change what it hangs on' using errcode = 'NA403';
  end if;
  update files.file set fixed = true where id = p_file;
end $$;
revoke all on function files.fix(uuid) from public;
grant execute on function files.fix(uuid) to {{app}}, {{worker}};

-- With its object a file goes; by itself a fixed one stays.
create function files.guard_fixed() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if pg_trigger_depth() = 1 and exists (select from files.file f where f.id = new.id and f.fixed) then
    raise exception 'a fixed file stays' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger object_file_fixed before update of deleted_at on kit.object for each row
  when (new.kind = 'file' and old.deleted_at is null and new.deleted_at is not null)
  execute function files.guard_fixed();
