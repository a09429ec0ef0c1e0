-- The second line: row-level security on kit's own tables. Areas follow the same pattern: a row is visible where its object is.
grant select, insert (id, kind, title, owner, body, author, audience, readers, created), update (title, audience, readers, revision, deleted_at) on kit.object to {{app}};
grant select, insert, update on kit.object to {{worker}};
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

-- Does an organisation look after itself? As soon as somebody who administers it has set a password.
create function access.stands(p_organisation uuid, p_except uuid) returns boolean
  language sql stable security definer set search_path = ''
  return exists (select from access.mandate m join access.account c on c.person = m.person
                  where m.organisation = p_organisation and m.body is null and m.role = 'admin' and m.person <> p_except and c.proof is not null);
revoke all on function access.stands(uuid, uuid) from public;

-- Who may enter a person of an organisation: its own people; whoever has just made the organisation, while nobody else acts there;
-- and chair or office of a body for the organisations that belong to it.
create function access.may_introduce(p_organisation uuid) returns boolean
  language plpgsql stable security definer set search_path = '' as $$
declare a access.actor := access.actor();
begin
  if a.person is null or a.organisation is null then return false; end if;
  return access.holds(a, '{admin,head,planner}', p_organisation)
    or (exists (select from kit.object o where o.id = p_organisation and o.kind = 'organisation' and o.author = a.person)
        and not access.stands(p_organisation, a.person)
        and not exists (select from access.mandate m where m.organisation = p_organisation and m.granted_by is distinct from a.person))
    or exists (select from kit.object b where b.kind = 'body' and p_organisation = any (b.readers) and access.holds(a, '{chair,office}', b.id));
end $$;
revoke all on function access.may_introduce(uuid) from public;
grant execute on function access.may_introduce(uuid) to {{app}};

create policy object_see on kit.object for select to {{app}}
  using (access.sees(audience, owner, author, readers, deleted_at, (select access.actor())));
create policy object_make on kit.object for insert to {{app}}
  with check (author = (select (access.actor()).person)
    and ((kind not in ('person', 'organisation', 'body', 'duty') and access.changes(owner, body, author, audience, (select access.actor())))
      or (kind = 'person' and audience = 'members' and body is null and access.may_introduce(owner))
      or (kind = 'organisation' and owner = id and body is null and access.holds((select access.actor()), '{admin,planner}', (select (access.actor()).organisation)))
      or (kind = 'body' and body = id and owner = (select (access.actor()).organisation)
          and access.holds((select access.actor()), '{admin,head,planner}', owner))));
-- Duties are the worker's; what an organisation, a person or a body is called, and who belongs to a body, is for those who lead it.
create policy object_change on kit.object for update to {{app}}
  using (access.changes(owner, body, author, audience, (select access.actor())) and kind <> 'duty'
    and (kind not in ('organisation', 'person', 'body')
      or (kind <> 'body' and access.holds((select access.actor()), '{admin,head,planner}', owner))
      or (kind = 'body' and access.holds((select access.actor()), '{chair,office}', id))))
  with check (access.changes(owner, body, author, audience, (select access.actor())));
create policy object_worker on kit.object to {{worker}} using (true) with check (true);

-- Neither its address, kind, author, birth nor owner changes, and each write is one revision further.
create function kit.guard_object() returns trigger language plpgsql set search_path = '' as $$
declare a access.actor := access.actor();
begin
  if new.id <> old.id or new.kind <> old.kind or new.created <> old.created or new.author is distinct from old.author
     or new.owner is distinct from old.owner or new.body is distinct from old.body or new.invented <> old.invented then
    raise exception 'kind, owner, body, author and origin of an object do not change' using errcode = 'NA403';
  end if;
  if new.revision <> old.revision + 1 then raise exception 'stale' using errcode = 'NA412'; end if;
  if session_user in ('{{worker}}', '{{owner}}') then return new; end if;
  -- Changing is one thing, publishing another: more eyes are let in by the author, by those who lead the owner, or by chair and office.
  if (array_position('{draft,organisation,named,body,members,public}'::text[], new.audience) > array_position('{draft,organisation,named,body,members,public}'::text[], old.audience)
      or not new.readers <@ old.readers)
     and old.author is distinct from a.person and not access.holds(a, '{admin,head,planner,staff}', old.owner) and not access.holds(a, '{chair,office}', old.body) then
    raise exception 'whoever may change it may not let others in' using errcode = 'NA403';
  end if;
  -- Only what nothing rests on is taken away, and only at home.
  if new.deleted_at is distinct from old.deleted_at
     and (old.owner is distinct from a.organisation or (new.deleted_at is not null and (new.deleted_at <> a.at or trail.rests_on(old.id)))) then
    raise exception 'something rests on it, or it belongs to others' using errcode = 'NA403';
  end if;
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
  -- What is dealt with in a body comes from the body or from one that belongs to it; nobody puts anything before strangers.
  if session_user not in ('{{worker}}', '{{owner}}') and new.body is not null and new.body <> new.id
     and not exists (select from kit.object b where b.id = new.body and b.kind = 'body'
                       and (b.id = any ((access.actor()).readers) or new.owner = b.owner or new.owner = any (b.readers))) then
    raise exception 'the body is another one' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger object_born before insert on kit.object for each row execute function kit.guard_new_object();

create policy edition_see on kit.edition for select to {{app}} using ((select true from kit.object o where o.id = edition.object));
create policy edition_make on kit.edition for insert to {{app}}
  with check (person = (select (access.actor()).person) and organisation = (select (access.actor()).organisation) and at = (select (access.actor()).at)
    and exists (select from kit.object o where o.id = object
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
-- Where policies ask for one row by its key they select it: "exists" may be planned as a hash of all objects, for a page of ten.
create policy mandate_see on access.mandate for select to {{app}}
  using ((select (access.actor()).organisation) is not null
    and (select true from kit.object o where o.id = mandate.organisation) and (body is null or (select true from kit.object o where o.id = mandate.body)));
create policy mandate_worker on access.mandate for select to {{worker}} using (true);

-- Who may send whom: the organisation's own administration; the office or chair of a body; a member organisation its own delegates;
-- and whoever has just made an organisation or body, while nobody acts there yet.
create function access.may_grant(p_person uuid, p_organisation uuid, p_body uuid, p_role text) returns boolean
  language plpgsql stable security definer set search_path = '' as $$
declare a access.actor := access.actor(); b kit.object;
begin
  if a.person is null or a.organisation is null then return false; end if;
  if not exists (select from kit.object p where p.id = p_person and p.kind = 'person') then return false; end if;
  if p_body is null then
    return access.holds(a, '{admin}', p_organisation)
      or (exists (select from kit.object o where o.id = p_organisation and o.kind = 'organisation' and o.author = a.person)
          and not access.stands(p_organisation, a.person)
          and not exists (select from access.mandate m where m.organisation = p_organisation and m.body is null and m.granted_by is distinct from a.person)
          and p_person <> a.person);
  end if;
  select * into b from kit.object where id = p_body and kind = 'body';
  if not found then return false; end if;
  -- An organisation is represented by its own people, and only by a member unless as a guest: otherwise the office of any body could act for anybody.
  if not exists (select from kit.object p where p.id = p_person and p.owner = p_organisation)
     and not exists (select from access.mandate m where m.person = p_person and m.organisation = p_organisation and m.body is null and m.superseded_at is null
                       and m.from_day <= a.today and (m.until_day is null or a.today < m.until_day)) then return false; end if;
  if p_role <> 'guest' and p_organisation <> b.owner and not p_organisation = any (b.readers) then return false; end if;
  if p_role = 'chair' and exists (select from access.mandate m where m.body = p_body and m.role = 'chair' and m.superseded_at is null
       and (m.until_day is null or m.until_day > a.today) and m.organisation = p_organisation and m.person <> p_person) then return false; end if;
  -- The first chair of an organisation is entered by the office; from then on its key changes hands only by its own administration or head,
  -- otherwise the office of one side could replace the chair of the other and turn both keys.
  if p_role = 'chair' and exists (select from access.mandate m where m.body = p_body and m.role = 'chair' and m.organisation = p_organisation)
     and exists (select from access.mandate m where m.organisation = p_organisation and m.body is null and m.role in ('admin', 'head') and m.superseded_at is null
                   and m.from_day <= a.today and (m.until_day is null or a.today < m.until_day)) then
    return access.holds(a, '{admin,head}', p_organisation);
  end if;
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
  with check (granted_by = (select (access.actor()).person) and recorded_at = (select (access.actor()).at) and superseded_at is null and superseded_by is null
    and access.may_grant(person, organisation, body, role));
create policy mandate_end on access.mandate for update to {{app}}
  using (access.may_grant(person, organisation, body, role)) with check (access.may_grant(person, organisation, body, role));

-- A mandate is closed, never rewritten.
create function access.guard_mandate() returns trigger language plpgsql set search_path = '' as $$
begin
  if (new.id, new.person, new.organisation, new.role, new.from_day, new.basis, new.recorded_at) is distinct from
     (old.id, old.person, old.organisation, old.role, old.from_day, old.basis, old.recorded_at)
     or new.granted_by is distinct from old.granted_by or new.body is distinct from old.body or old.superseded_at is not null
     or new.until_day is distinct from old.until_day or new.superseded_at is null then
    raise exception 'a mandate is closed and replaced, not rewritten' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger mandate_guard before update on access.mandate for each row execute function access.guard_mandate();

-- Who changed what is for those who work here; what stood there before, for those who may change it: it may have been written for fewer eyes.
create policy entry_see on journal.entry for select to {{app}}
  using ((select (access.actor()).organisation) is not null and (select true from kit.object o where o.id = entry.object));
create policy entry_worker on journal.entry for select to {{worker}} using (true);
create policy content_see on journal.content for select to {{app}}
  using (exists (select from journal.entry e join kit.object o on o.id = e.object where e.id = entry
    and access.changes(o.owner, o.body, o.author, o.audience, (select access.actor()))));
create policy content_worker on journal.content for select to {{worker}} using (true);
