-- Who takes part only for a purpose sees only what that purpose needs. An object may carry the field for which alone it was gathered; an organisation
-- may be bound, in a body, to the fields for which it sits there. Decided where visibility is decided, and nowhere else.
create table access.purpose (
  id            uuid primary key,
  organisation  uuid not null references kit.object,
  body          uuid not null references kit.object check (body <> organisation),
  fields        text[] not null check (cardinality(fields) > 0 and array_position(fields, null) is null),
  reason        text not null check (btrim(reason) <> ''),
  bound_by      uuid not null references kit.object,
  recorded_at   timestamptz not null,
  superseded_at timestamptz
);
comment on table access.purpose is 'For which fields an organisation takes part in a body. Bound in one body, it is bound everywhere: where a body has not said anything of its own, the fields of all its bindings count.';
create unique index purpose_once on access.purpose (organisation, body) where superseded_at is null;
create index purpose_body on access.purpose (body) where superseded_at is null;

alter table access.purpose enable row level security;
alter table access.purpose force row level security;
create policy purpose_owner on access.purpose to {{owner}} using (true) with check (true);
create policy purpose_worker on access.purpose for select to {{worker}} using (true);
create policy purpose_see on access.purpose for select to {{app}} using (exists (select from kit.object o where o.id = purpose.body));
-- Chair or office of the body say so, and nobody about the own organisation: nobody lets itself off.
create policy purpose_make on access.purpose for insert to {{app}}
  with check (superseded_at is null and recorded_at = (select (access.actor()).at) and bound_by = (select (access.actor()).organisation) and organisation <> bound_by
    and access.holds((select access.actor()), '{chair,office}', body)
    and exists (select from kit.object o where o.id = purpose.organisation and o.kind = 'organisation') and exists (select from kit.object b where b.id = purpose.body and b.kind = 'body'));
create policy purpose_close on access.purpose for update to {{app}}
  using (organisation <> (select (access.actor()).organisation) and access.holds((select access.actor()), '{chair,office}', body))
  with check (superseded_at = (select (access.actor()).at));
grant select, insert, update (superseded_at) on access.purpose to {{app}};
grant select on access.purpose to {{worker}}, {{backup}};

create function access.guard_purpose() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.superseded_at is not null or new.superseded_at is null then raise exception 'a purpose is closed and replaced, not rewritten' using errcode = 'NA403'; end if;
  return new;
end $$;
create trigger purpose_recorded before update on access.purpose for each row execute function access.guard_purpose();

alter table kit.object add column purpose text check (purpose ~ '^[a-z][A-Za-z]*$');
comment on column kit.object.purpose is 'The field for which alone it was gathered. Whoever takes part only for other fields does not see it, whoever takes part for no field in particular does.';

-- purposes: 'field@reader' for each reader through which an organisation that is bound may read what carries a purpose; empty: it is not bound.
alter type access.actor add attribute purposes text[];

create or replace function access.record_actor(p_person uuid, p_organisation uuid, p_session uuid, key text, instant timestamptz) returns access.actor
  language plpgsql volatile as $$
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
end $$;

-- The one decision on visibility, now with the purpose.
create function access.sees(p_audience text, p_owner uuid, p_author uuid, p_readers uuid[], p_deleted timestamptz, p_purpose text, a access.actor) returns boolean
  language plpgsql immutable set search_path = '' as $$
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
end $$;
revoke all on function access.sees(text, uuid, uuid, uuid[], timestamptz, text, access.actor) from public;
grant execute on function access.sees(text, uuid, uuid, uuid[], timestamptz, text, access.actor) to {{app}}, {{worker}};

drop policy object_see on kit.object;
create policy object_see on kit.object for select to {{app}}
  using (access.sees(audience, owner, author, readers, deleted_at, purpose, (select access.actor())));

-- Each function that asks the one decision hands the purpose over from now on; none is left that asks the old one.
do $$
declare f record;
begin
  for f in select p.oid, pg_get_functiondef(p.oid) as text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where p.prokind = 'f' and n.nspname not like 'pg\_%' and n.nspname <> 'information_schema' and p.proname <> 'sees'
              and pg_get_functiondef(p.oid) like '%access.sees(%' loop
    execute regexp_replace(f.text, 'access\.sees\((\w+)\.audience, \1\.owner, \1\.author, \1\.readers, \1\.deleted_at, ',
      'access.sees(\1.audience, \1.owner, \1.author, \1.readers, \1.deleted_at, \1.purpose, ', 'g');
  end loop;
  if exists (select from pg_proc p join pg_namespace n on n.oid = p.pronamespace
              where n.nspname not like 'pg\_%' and n.nspname <> 'information_schema' and p.proname <> 'sees' and p.prokind = 'f'
                and regexp_count(pg_get_functiondef(p.oid), 'access\.sees\(')
                    <> regexp_count(pg_get_functiondef(p.oid), 'access\.sees\((\w+)\.audience, \1\.owner, \1\.author, \1\.readers, \1\.deleted_at, \1\.purpose, ')) then
    raise exception 'a function asks for visibility without the purpose';
  end if;
end $$;
drop function access.sees(text, uuid, uuid, uuid[], timestamptz, access.actor);

-- Says for which field something in a body was gathered, or that it was for none. As who may change it; lifting lets others in, so it asks for the
-- same as letting others in. What takes its purpose from where it comes from (a delivery, a file) is not asked here: it has no body of its own.
create function access.bind(p_object uuid, p_purpose text) returns boolean
  language plpgsql volatile security definer set search_path = '' as $$
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
end $$;
revoke all on function access.bind(uuid, text) from public;
grant execute on function access.bind(uuid, text) to {{app}};

-- What takes its purpose from where it comes from. For the functions of the areas only; nobody's session calls it.
create function access.take_purpose(p_object uuid, p_purpose text) returns void
  language sql volatile set search_path = '' as $$
  update kit.object x set purpose = p_purpose, revision = x.revision + 1 where x.id = p_object and x.purpose is distinct from p_purpose;
$$;
revoke all on function access.take_purpose(uuid, text) from public;
