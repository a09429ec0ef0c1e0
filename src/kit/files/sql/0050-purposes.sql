-- A file is as visible as what it hangs on, also where that carries a purpose: from its first moment and whenever the purpose changes.
create or replace function files.follow() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  update kit.object f set audience = new.audience, readers = new.readers, purpose = new.purpose, revision = f.revision + 1,
         deleted_at = case when new.deleted_at is not null then coalesce(f.deleted_at, new.deleted_at)
                           when f.deleted_at = old.deleted_at then null else f.deleted_at end
    from files.file x
   where x.hangs_on = new.id and f.id = x.id;
  return null;
end $$;
drop trigger object_files_follow on kit.object;
create trigger object_files_follow after update on kit.object for each row
  when ((old.audience, old.readers) is distinct from (new.audience, new.readers) or old.deleted_at is distinct from new.deleted_at or old.purpose is distinct from new.purpose)
  execute function files.follow();

create function files.take_purpose() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  update kit.object f set purpose = o.purpose, revision = f.revision + 1 from kit.object o
   where f.id = new.id and o.id = new.hangs_on and o.purpose is not null;
  return null;
end $$;
revoke all on function files.take_purpose() from public;
create trigger file_purpose after insert on files.file for each row execute function files.take_purpose();
