-- What the worker does by itself: when it last did the chores of the day, jobs that the application may order, and erasing what was deleted long ago.
-- pg-boss keeps its queues in the schema pgboss, made by the owner after the migrations (src/kit/jobs/prepare.ts).
create schema jobs;
grant usage on schema jobs to {{app}}, {{worker}}, {{backup}};

create table jobs.run (
  name    text primary key,
  day     date not null,
  at      timestamptz not null,
  trouble text
);
comment on table jobs.run is 'Up to which day the chores have run. A worker that was away catches up, because chores are functions of an instant.';
alter table jobs.run enable row level security;
alter table jobs.run force row level security;
create policy run_owner on jobs.run to {{owner}} using (true) with check (true);
create policy run_worker on jobs.run to {{worker}} using (true) with check (true);
grant select, insert, update on jobs.run to {{worker}};

-- A payload is a Ref and nothing else: never a text, an address or a figure. Part of the caller's transaction.
create function jobs.send(p_queue text, p_ref jsonb) returns uuid
  language plpgsql volatile security definer set search_path = '' as $$
declare a access.actor := access.actor(); working boolean := session_user in ('{{worker}}', '{{owner}}'); j uuid;
begin
  if a.person is null and not working then raise exception 'nobody acts in this transaction' using errcode = 'NA403'; end if;
  if jsonb_typeof(p_ref) is distinct from 'object' or (p_ref - 'kind' - 'id') <> '{}'::jsonb
     or jsonb_typeof(p_ref -> 'kind') is distinct from 'string' or (p_ref ->> 'id') !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
     or not exists (select from kit.object o where o.id = (p_ref ->> 'id')::uuid and o.kind = p_ref ->> 'kind'
                      and (working or access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, a))) then
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
end $$;
revoke all on function jobs.send(text, jsonb) from public;
grant execute on function jobs.send(text, jsonb) to {{app}}, {{worker}};

-- Deleting can be undone for thirty days; then the content goes, unless an edition of it is cited. The row stays, so that journal and trail stay whole.
alter table kit.object add column erased_at timestamptz;

create function kit.cited(p_object uuid) returns boolean
  language sql stable security definer set search_path = ''
  return exists (select from trail.link l where l.withdrawn_at is null
                   and ((l.source = p_object and l.source_edition is not null) or (l.target = p_object and l.target_edition is not null)))
      or exists (select from duties.duty d where d.because = p_object and d.because_edition is not null);
revoke all on function kit.cited(uuid) from public;

create function kit.due_for_erasure(p_days integer) returns table (id uuid, kind text)
  language sql stable security definer set search_path = ''
begin atomic
  select o.id, o.kind from kit.object o
   where o.deleted_at < clock.now() - make_interval(days => p_days) and o.erased_at is null and not kit.cited(o.id)
   order by o.deleted_at limit 500;
end;
revoke all on function kit.due_for_erasure(integer) from public;
grant execute on function kit.due_for_erasure(integer) to {{worker}};

-- Empties what the kit holds of an object. The chain of the journal covers salted hashes, so it still verifies.
create function kit.erase(p_object uuid) returns void
  language plpgsql volatile security definer set search_path = '' as $$
begin
  if not exists (select from kit.object o where o.id = p_object and o.deleted_at is not null and o.erased_at is null) or kit.cited(p_object) then
    raise exception 'only what was deleted and is cited nowhere is erased' using errcode = 'NA403';
  end if;
  delete from kit.edition where object = p_object;
  delete from journal.content c using journal.entry e where e.id = c.entry and e.object = p_object;
  update kit.object set title = '–', erased_at = clock.now(), revision = revision + 1 where id = p_object;
end $$;
revoke all on function kit.erase(uuid) from public;
grant execute on function kit.erase(uuid) to {{worker}};

create function kit.guard_erased() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'what was erased does not come back' using errcode = 'NA403';
end $$;
create trigger object_erased before update on kit.object for each row when (old.erased_at is not null) execute function kit.guard_erased();

-- What the cleaning removes.
grant delete on mail.message to {{worker}};

-- The last sealed number: says how far the journal is, and nothing about anybody.
create function journal.head() returns bigint
  language sql stable security definer set search_path = ''
  return coalesce((select max(number) from journal.entry), 0);
revoke all on function journal.head() from public;
grant execute on function journal.head() to {{app}}, {{worker}};
create trigger object_forgotten after update of erased_at on kit.object for each row when (new.erased_at is not null) execute function search.forget();
