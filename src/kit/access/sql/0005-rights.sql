-- The second line: row-level security on kit's own tables. Areas follow the same pattern: a row is visible where its object is.
grant select, insert, update on kit.object to {{app}}, {{worker}};
grant select, insert on kit.edition to {{app}}, {{worker}};
grant select on kit.installation to {{app}}, {{worker}};
grant select, insert, update on kit.reply to {{app}};
grant delete on kit.reply to {{worker}};
grant select on journal.entry, journal.content to {{app}}, {{worker}};
grant select, insert, update on access.mandate to {{app}};
grant select on access.mandate to {{worker}};
grant select (person, seen, seen_before, created, closed_at) on access.account to {{app}};
grant select (person, email, closed_at) on access.account to {{worker}};
grant select, delete on access.session, access.attempt, access.invitation to {{worker}};

do $$
declare t text;
begin
  foreach t in array array['kit.installation', 'kit.object', 'kit.edition', 'kit.reply', 'access.account', 'access.session', 'access.invitation',
                           'access.attempt', 'access.mandate', 'access.seal', 'journal.entry', 'journal.content'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy %s on %s to {{owner}} using (true) with check (true)', split_part(t, '.', 2) || '_owner', t);
  end loop;
end $$;

create policy installation_all on kit.installation for select to {{app}}, {{worker}} using (true);

-- Who may enter a person of an organisation: its own people; whoever has just made the organisation, while nobody else acts there;
-- and chair or office of a body for the organisations that belong to it.
create function access.may_introduce(p_organisation uuid) returns boolean
  language plpgsql stable security definer set search_path = '' as $$
declare a access.actor := access.actor();
begin
  if a.person is null or a.organisation is null then return false; end if;
  return access.holds(a, '{admin,head,planner}', p_organisation)
    or (exists (select from kit.object o where o.id = p_organisation and o.kind = 'organisation' and o.author = a.person)
        and not exists (select from access.mandate m where m.organisation = p_organisation and m.granted_by is distinct from a.person))
    or exists (select from kit.object b where b.kind = 'body' and p_organisation = any (b.readers) and access.holds(a, '{chair,office}', b.id));
end $$;
revoke all on function access.may_introduce(uuid) from public;
grant execute on function access.may_introduce(uuid) to {{app}};

create policy object_see on kit.object for select to {{app}}
  using (access.sees(audience, owner, author, readers, deleted_at, (select access.actor())));
create policy object_make on kit.object for insert to {{app}}
  with check (author = (select (access.actor()).person) and deleted_at is null and revision = 1
    and (access.changes(owner, body, author, audience, (select access.actor()))
      or (kind = 'person' and audience = 'members' and body is null and access.may_introduce(owner))
      or (kind = 'organisation' and owner = id and access.holds((select access.actor()), '{admin,planner}', (select (access.actor()).organisation)))
      or (kind = 'body' and body = id and owner = (select (access.actor()).organisation)
          and access.holds((select access.actor()), '{admin,head,planner}', owner))));
create policy object_change on kit.object for update to {{app}}
  using (access.changes(owner, body, author, audience, (select access.actor())))
  with check (access.changes(owner, body, author, audience, (select access.actor())));
create policy object_worker on kit.object to {{worker}} using (true) with check (true);

-- Neither its address, kind, author, birth nor owner changes, and each write is one revision further.
create function kit.guard_object() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.id <> old.id or new.kind <> old.kind or new.created <> old.created or new.author is distinct from old.author
     or new.owner is distinct from old.owner or new.body is distinct from old.body or new.invented <> old.invented then
    raise exception 'kind, owner, body, author and origin of an object do not change' using errcode = 'NA403';
  end if;
  if new.revision <> old.revision + 1 then raise exception 'stale' using errcode = 'NA412'; end if;
  return new;
end $$;
create trigger object_guard before update on kit.object for each row execute function kit.guard_object();

create function kit.guard_new_object() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.created := clock.now();
  new.invented := (select demo from kit.installation) and new.kind not in ('organisation', 'area', 'indicator', 'officialTable');
  if exists (select from unnest(new.readers) r where not exists (select from kit.object o where o.id = r)) then
    raise exception 'a reader does not exist' using errcode = 'NA400';
  end if;
  return new;
end $$;
create trigger object_born before insert on kit.object for each row execute function kit.guard_new_object();

create policy edition_see on kit.edition for select to {{app}} using (exists (select from kit.object o where o.id = object));
create policy edition_make on kit.edition for insert to {{app}}
  with check (person = (select (access.actor()).person) and exists (select from kit.object o where o.id = object
    and access.changes(o.owner, o.body, o.author, o.audience, (select access.actor()))));
create policy edition_worker on kit.edition to {{worker}} using (true) with check (true);

create policy reply_own on kit.reply to {{app}} using (person = (select (access.actor()).person)) with check (person = (select (access.actor()).person));
create policy reply_worker on kit.reply for delete to {{worker}} using (true);
create policy reply_worker_see on kit.reply for select to {{worker}} using (true);
grant select on kit.reply to {{worker}};

create policy account_own on access.account for select to {{app}} using (person = (select (access.actor()).person));
create policy account_worker on access.account for select to {{worker}} using (true);
create policy session_worker on access.session to {{worker}} using (true);
create policy attempt_worker on access.attempt to {{worker}} using (true);
create policy invitation_worker on access.invitation to {{worker}} using (true);

-- Who acts for whom is open to everybody who works here: it is the ground of trust, and no secret of a person.
create policy mandate_see on access.mandate for select to {{app}}
  using ((select (access.actor()).organisation) is not null
    and exists (select from kit.object o where o.id = organisation) and (body is null or exists (select from kit.object o where o.id = body)));
create policy mandate_worker on access.mandate for select to {{worker}} using (true);

-- Who may send whom: the organisation's own administration; the office or chair of a body; a member organisation its own delegates;
-- and whoever has just made an organisation or body, while nobody acts there yet.
create function access.may_grant(p_person uuid, p_organisation uuid, p_body uuid, p_role text) returns boolean
  language plpgsql stable security definer set search_path = '' as $$
declare a access.actor := access.actor(); b kit.object;
begin
  if a.person is null or a.organisation is null then return false; end if;
  if p_body is null then
    return access.holds(a, '{admin}', p_organisation)
      or (exists (select from kit.object o where o.id = p_organisation and o.kind = 'organisation' and o.author = a.person)
          and not exists (select from access.mandate m where m.organisation = p_organisation and m.body is null and m.granted_by is distinct from a.person)
          and p_person <> a.person);
  end if;
  select * into b from kit.object where id = p_body and kind = 'body';
  if not found then return false; end if;
  if p_role = 'chair' and exists (select from access.mandate m where m.body = p_body and m.role = 'chair' and m.superseded_at is null
       and (m.until_day is null or m.until_day > a.today) and m.organisation = p_organisation and m.person <> p_person) then return false; end if;
  return access.holds(a, '{office}', p_body)
    or (access.holds(a, '{chair}', p_body) and p_role <> 'chair')
    or (b.author = a.person and b.owner = a.organisation
        and not exists (select from access.mandate m where m.body = p_body and m.granted_by is distinct from a.person))
    or (p_role in ('delegate', 'deputy') and p_organisation = a.organisation and p_organisation = any (b.readers)
        and access.holds(a, '{admin,head}', p_organisation));
end $$;
revoke all on function access.may_grant(uuid, uuid, uuid, text) from public;
grant execute on function access.may_grant(uuid, uuid, uuid, text) to {{app}};

create policy mandate_grant on access.mandate for insert to {{app}}
  with check (granted_by = (select (access.actor()).person) and recorded_at = (select (access.actor()).at) and superseded_at is null
    and access.may_grant(person, organisation, body, role));
create policy mandate_end on access.mandate for update to {{app}}
  using (access.may_grant(person, organisation, body, role)) with check (access.may_grant(person, organisation, body, role));

-- A mandate is closed, never rewritten.
create function access.guard_mandate() returns trigger language plpgsql set search_path = '' as $$
begin
  if (new.id, new.person, new.organisation, new.role, new.from_day, new.basis, new.recorded_at) is distinct from
     (old.id, old.person, old.organisation, old.role, old.from_day, old.basis, old.recorded_at)
     or new.body is distinct from old.body or old.superseded_at is not null
     or new.until_day is distinct from old.until_day or new.superseded_at is null then
    raise exception 'a mandate is closed and replaced, not rewritten' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger mandate_guard before update on access.mandate for each row execute function access.guard_mandate();

create policy entry_see on journal.entry for select to {{app}} using (exists (select from kit.object o where o.id = object));
create policy entry_worker on journal.entry for select to {{worker}} using (true);
create policy content_see on journal.content for select to {{app}} using (exists (select from journal.entry e where e.id = entry));
create policy content_worker on journal.content for select to {{worker}} using (true);
