-- Where two institutions meet: seams with two owners of equal rank, editions of what they agreed, frictions, reviews; and two mandates side by side.
create table cooperation.seam (
  id      uuid primary key references kit.object,
  owner_a uuid not null references kit.object,
  owner_b uuid not null references kit.object,
  check (owner_a <> owner_b)
);
create index seam_owner_a on cooperation.seam (owner_a);
create index seam_owner_b on cooperation.seam (owner_b);
comment on table cooperation.seam is 'An interface between two organisations. Both are its owners in the same way; which of them entered it changes nothing.';

create table cooperation.seam_edition (
  seam          uuid not null references cooperation.seam,
  number        integer not null check (number > 0),
  subject       text not null check (btrim(subject) <> ''),
  basis_a       text not null default '',
  basis_b       text not null default '',
  handover      jsonb not null default '[]',
  procedure     text not null default '',
  review_months smallint not null default 12 check (review_months between 3 and 60),
  revision      integer not null default 1,
  offered_on    date,
  primary key (seam, number)
);
comment on column cooperation.seam_edition.offered_on is 'From this day the words are fixed; a change makes the next edition.';
comment on column cooperation.seam_edition.handover is 'What passes from whom to whom and when; the shape is Handover in the area''s contract.';

create table cooperation.seam_release (
  seam         uuid not null,
  edition      integer not null,
  organisation uuid not null references kit.object,
  person       uuid not null references kit.object,
  at           timestamptz not null,
  primary key (seam, edition, organisation),
  unique (seam, edition, person),
  foreign key (seam, edition) references cooperation.seam_edition
);
comment on table cooperation.seam_release is 'One owner releases one edition. Once per organisation and once per person, so that nobody gives both.';

create table cooperation.seam_review (
  seam         uuid not null,
  edition      integer not null,
  organisation uuid not null references kit.object,
  on_day       date not null,
  note         text not null default '',
  primary key (seam, edition, organisation, on_day),
  foreign key (seam, edition) references cooperation.seam_edition
);
comment on table cooperation.seam_review is 'An owner has looked whether the agreed procedure still holds.';

create table cooperation.friction (
  id           uuid primary key,
  seam         uuid not null references cooperation.seam,
  organisation uuid not null references kit.object,
  text         text not null check (btrim(text) <> ''),
  stated_on    date not null,
  settled_on   date,
  settled_how  text check (btrim(settled_how) <> ''),
  check ((settled_on is null) = (settled_how is null))
);
create index friction_seam on cooperation.friction (seam);
comment on table cooperation.friction is 'What does not work at a seam, as an organisation states it; settled when the same organisation says so.';

create table cooperation.seam_link (
  seam   uuid not null references cooperation.seam,
  object uuid not null references kit.object,
  primary key (seam, object)
);
create index seam_link_object on cooperation.seam_link (object);
comment on table cooperation.seam_link is 'Body, agreement or comparison to which a seam belongs.';

create table cooperation.comparison (
  id         uuid primary key references kit.object,
  left_name  text not null check (btrim(left_name) <> ''),
  left_law   text not null check (btrim(left_law) <> ''),
  right_name text not null check (btrim(right_name) <> ''),
  right_law  text not null check (btrim(right_law) <> ''),
  note       text not null default '',
  checked_on date
);
comment on table cooperation.comparison is 'Two mandates side by side: what each law asks of its institution.';
create table cooperation.comparison_row (
  comparison  uuid not null references cooperation.comparison,
  place       smallint not null check (place > 0),
  aspect      text not null check (btrim(aspect) <> ''),
  left_text   text not null default '',
  left_basis  text not null default '',
  right_text  text not null default '',
  right_basis text not null default '',
  primary key (comparison, place)
);

-- Acts for one of the two owners, as one that may bind it.
create function cooperation.owns_seam(p_seam uuid) returns boolean
  language plpgsql stable security definer set search_path = '' as $$
declare a access.actor := access.actor();
begin
  return exists (select from cooperation.seam s where s.id = p_seam and a.organisation in (s.owner_a, s.owner_b)
    and access.holds(a, '{admin,head,planner}', a.organisation));
end $$;
-- The edition that holds: the latest that both owners have released, since the day of the second release.
create function cooperation.seam_in_force(p_seam uuid) returns table (edition integer, since date)
  language sql stable set search_path = ''
begin atomic
  select r.edition, (max(r.at) at time zone 'Europe/Berlin')::date from cooperation.seam_release r join cooperation.seam s on s.id = r.seam
   where r.seam = p_seam and r.organisation in (s.owner_a, s.owner_b)
   group by r.edition having count(*) = 2 order by r.edition desc limit 1;
end;
revoke all on function cooperation.owns_seam(uuid), cooperation.seam_in_force(uuid) from public;
grant execute on function cooperation.owns_seam(uuid) to {{app}};
grant execute on function cooperation.seam_in_force(uuid) to {{app}}, {{worker}};

do $$
declare t text; parent text;
begin
  foreach t in array array['seam', 'seam_edition', 'seam_release', 'seam_review', 'friction', 'seam_link', 'comparison', 'comparison_row'] loop
    parent := case when t in ('seam', 'comparison') then t || '.id' when t = 'comparison_row' then t || '.comparison' else t || '.seam' end;
    execute format('alter table cooperation.%I enable row level security', t);
    execute format('alter table cooperation.%I force row level security', t);
    execute format('create policy %I on cooperation.%I to {{owner}} using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on cooperation.%I for select to {{worker}} using (true)', t || '_worker', t);
    execute format('create policy %I on cooperation.%I for select to {{app}} using (exists (select from kit.object o where o.id = %s))', t || '_see', t, parent);
    execute format('grant select on cooperation.%I to {{app}}, {{worker}}, {{backup}}', t);
    execute format('grant insert on cooperation.%I to {{app}}', t);
  end loop;
  foreach t in array array['comparison', 'comparison_row'] loop
    parent := case when t = 'comparison' then 'comparison.id' else 'comparison_row.comparison' end;
    execute format('create policy %I on cooperation.%I for insert to {{app}} with check (exists (select from kit.object o where o.id = %s and o.kind = ''comparison''
      and access.holds((select access.actor()), ''{admin,head,planner}'', o.owner)))', t || '_make', t, parent);
  end loop;
end $$;
create policy comparison_change on cooperation.comparison for update to {{app}}
  using (exists (select from kit.object o where o.id = comparison.id and access.holds((select access.actor()), '{admin,head,planner}', o.owner)))
  with check (exists (select from kit.object o where o.id = comparison.id and access.holds((select access.actor()), '{admin,head,planner}', o.owner)));
create policy comparison_row_drop on cooperation.comparison_row for delete to {{app}}
  using (exists (select from kit.object o where o.id = comparison and access.holds((select access.actor()), '{admin,head,planner}', o.owner)));
grant update (left_name, left_law, right_name, right_law, note, checked_on) on cooperation.comparison to {{app}};
grant delete on cooperation.comparison_row, cooperation.seam_link to {{app}};

-- A seam is entered by one of its two owners, as what it has just made.
create policy seam_make on cooperation.seam for insert to {{app}}
  with check (exists (select from kit.object o where o.id = seam.id and o.kind = 'seam' and o.author = (select (access.actor()).person))
    and (select (access.actor()).organisation) in (owner_a, owner_b)
    and access.holds((select access.actor()), '{admin,head,planner}', (select (access.actor()).organisation)));
create policy seam_edition_make on cooperation.seam_edition for insert to {{app}} with check (offered_on is null and cooperation.owns_seam(seam));
create policy seam_edition_change on cooperation.seam_edition for update to {{app}}
  using (cooperation.owns_seam(seam)) with check (cooperation.owns_seam(seam) and (offered_on is null or offered_on = (select (access.actor()).today)));
grant update (subject, basis_a, basis_b, handover, procedure, review_months, revision, offered_on) on cooperation.seam_edition to {{app}};
create policy seam_release_give on cooperation.seam_release for insert to {{app}}
  with check (organisation = (select (access.actor()).organisation) and person = (select (access.actor()).person) and at = (select (access.actor()).at) and cooperation.owns_seam(seam));
create policy seam_review_make on cooperation.seam_review for insert to {{app}}
  with check (organisation = (select (access.actor()).organisation) and on_day = (select (access.actor()).today) and cooperation.owns_seam(seam)
    and edition = (select f.edition from cooperation.seam_in_force(seam) f));
create policy friction_make on cooperation.friction for insert to {{app}}
  with check (organisation = (select (access.actor()).organisation) and stated_on = (select (access.actor()).today) and settled_on is null
    and access.holds((select access.actor()), '{admin,head,planner,staff}', organisation) and exists (select from kit.object o where o.id = seam));
create policy friction_settle on cooperation.friction for update to {{app}}
  using (settled_on is null and access.holds((select access.actor()), '{admin,head,planner,staff}', organisation))
  with check (settled_on = (select (access.actor()).today));
grant update (settled_on, settled_how) on cooperation.friction to {{app}};
create policy seam_link_make on cooperation.seam_link for insert to {{app}}
  with check (cooperation.owns_seam(seam) and exists (select from kit.object o where o.id = object and o.kind in ('body', 'agreement', 'comparison')));
create policy seam_link_drop on cooperation.seam_link for delete to {{app}} using (cooperation.owns_seam(seam));

-- Holds for every login, whatever the policies say: a release is an owner's own, by somebody who acts for it today, of the newest edition, once its words are fixed.
create function cooperation.guard_seam_release() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from cooperation.seam s join cooperation.seam_edition e on e.seam = s.id
      where s.id = new.seam and new.organisation in (s.owner_a, s.owner_b) and e.number = new.edition and e.offered_on is not null
        and not exists (select from cooperation.seam_edition n where n.seam = s.id and n.number > e.number))
     or not exists (select from access.mandate m where m.person = new.person and m.organisation = new.organisation and m.body is null
      and m.role in ('admin', 'head', 'planner') and m.superseded_at is null and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day)) then
    raise exception 'each owner releases the newest edition for itself' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger seam_release_guard before insert on cooperation.seam_release for each row execute function cooperation.guard_seam_release();

-- Editions follow each other; the next begins when the one before is fixed, and what is fixed stays as it is.
create function cooperation.guard_seam_edition() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    if new.number <> coalesce((select max(e.number) from cooperation.seam_edition e where e.seam = new.seam), 0) + 1
       or exists (select from cooperation.seam_edition e where e.seam = new.seam and e.offered_on is null) then
      raise exception 'one draft at a time, numbered in a row' using errcode = 'NA403';
    end if;
  elsif old.offered_on is not null then
    raise exception 'this edition is fixed; a change makes a new one' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger seam_edition_guard before insert or update on cooperation.seam_edition for each row execute function cooperation.guard_seam_edition();
