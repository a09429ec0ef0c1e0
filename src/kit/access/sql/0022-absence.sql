-- Absence: who is away from when until when, and who stands in. No reason is stored, and nothing is left of it once it is over.
-- And two lines of defence for bodies with two keys: what a body deals with is opened wider only with an opening, and nobody slips in a third chair.

create table access.absence (
  id             uuid primary key,
  person         uuid not null references kit.object,
  organisation   uuid not null references kit.object,
  body           uuid references kit.object,
  from_day       date not null,
  until_day      date not null check (until_day > from_day),
  represented_by uuid references kit.object check (represented_by <> person),
  recorded_by    uuid not null references kit.object,
  recorded_at    timestamptz not null,
  ended_at       timestamptz
);
create index absence_person on access.absence (person, organisation) where ended_at is null;
comment on table access.absence is 'Half-open; without a reason. Deleted on the day on which it is over.';
comment on column access.absence.body is 'Only in this body; empty: in everything that the person does for the organisation.';

create function access.is_absent(p_person uuid, p_organisation uuid, p_body uuid) returns boolean
  language sql stable set search_path = ''
  return exists (select from access.absence x where x.person = p_person and x.organisation = p_organisation and (x.body is null or x.body = p_body)
    and x.ended_at is null and x.from_day <= clock.today() and clock.today() < x.until_day);

-- Who stands in today; null when the person is there, or when whoever stands in is away too or does not act for the organisation any more.
create function access.represented_by(p_person uuid, p_organisation uuid, p_body uuid) returns uuid
  language sql stable set search_path = ''
  return (select x.represented_by from access.absence x
    where x.person = p_person and x.organisation = p_organisation and (x.body is null or x.body = p_body)
      and x.ended_at is null and x.from_day <= clock.today() and clock.today() < x.until_day
      and not access.is_absent(x.represented_by, p_organisation, p_body)
      and exists (select from access.mandate m where m.person = x.represented_by and m.organisation = p_organisation and m.superseded_at is null
        and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day))
    order by x.body nulls last, x.from_day, x.id limit 1);
-- To whom a mail about something goes today: to whoever stands in and may read it, else to the person itself.
create function access.recipient(p_person uuid, p_organisation uuid, p_object uuid) returns uuid
  language plpgsql stable set search_path = '' as $$
declare o kit.object; stand_in uuid; reader access.actor;
begin
  select * into o from kit.object x where x.id = p_object;
  stand_in := access.represented_by(p_person, p_organisation, o.body);
  if stand_in is null or p_object is null then return coalesce(stand_in, p_person); end if;
  select stand_in, p_organisation, null, null, null,
         coalesce(array_agg(m.body) filter (where m.body is not null), '{}') || stand_in || case when bool_or(m.body is null) then array[p_organisation] end, '{}', '{}' into reader
    from access.mandate m where m.person = stand_in and m.organisation = p_organisation and m.superseded_at is null
     and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day);
  return case when access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, reader) then stand_in else p_person end;
end $$;
revoke all on function access.recipient(uuid, uuid, uuid) from public;
grant execute on function access.recipient(uuid, uuid, uuid) to {{worker}};
revoke all on function access.is_absent(uuid, uuid, uuid), access.represented_by(uuid, uuid, uuid) from public;
grant execute on function access.is_absent(uuid, uuid, uuid), access.represented_by(uuid, uuid, uuid) to {{app}}, {{worker}};

alter table access.absence enable row level security;
alter table access.absence force row level security;
create policy absence_owner on access.absence to {{owner}} using (true) with check (true);
create policy absence_worker on access.absence for select to {{worker}} using (true);
create policy absence_sweep on access.absence for delete to {{worker}} using (until_day <= clock.today() or ended_at is not null);
-- Those who work with the person know that somebody is away: its own house, and the bodies in which it acts.
create policy absence_see on access.absence for select to {{app}}
  using ((select (access.actor()).organisation) is not null
    and (person = (select (access.actor()).person) or represented_by = (select (access.actor()).person)
      or organisation = any ((select (access.actor()).readers)::uuid[])
      or exists (select from access.mandate m where m.person = absence.person and m.organisation = absence.organisation and m.superseded_at is null
                   and m.body = any ((select (access.actor()).readers)::uuid[]))));
-- Entered by the person itself or by its administration, never by another house.
create policy absence_enter on access.absence for insert to {{app}}
  with check (recorded_by = (select (access.actor()).person) and recorded_at = (select (access.actor()).at) and ended_at is null
    and until_day > (select (access.actor()).today) and organisation = (select (access.actor()).organisation)
    and (person = recorded_by or access.holds((select access.actor()), '{admin}', organisation)));
create policy absence_end on access.absence for update to {{app}}
  using (ended_at is null and organisation = (select (access.actor()).organisation)
    and (person = (select (access.actor()).person) or access.holds((select access.actor()), '{admin}', organisation)))
  with check (ended_at = (select (access.actor()).at));
grant select, insert, update (ended_at) on access.absence to {{app}};
grant select, delete on access.absence to {{worker}};
grant select on access.absence to {{backup}};

-- Whoever is away acts for the organisation, and so does whoever stands in; one absence at a time.
create function access.guard_absence() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from unnest(array[new.person, new.represented_by]) p where p is not null and not exists (select from access.mandate m
       where m.person = p and m.organisation = new.organisation and m.superseded_at is null
         and (new.body is null or m.body = new.body or p = new.represented_by)
         and m.from_day < new.until_day and (m.until_day is null or m.until_day > new.from_day))) then
    raise exception 'whoever is away or stands in acts for the organisation' using errcode = 'NA400';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('absence ' || new.person, 0));
  if exists (select from access.absence x where x.person = new.person and x.organisation = new.organisation and x.body is not distinct from new.body
       and x.ended_at is null and x.from_day < new.until_day and new.from_day < x.until_day) then
    raise exception 'one absence at a time' using errcode = 'NA400';
  end if;
  return new;
end $$;
create trigger absence_guard before insert on access.absence for each row execute function access.guard_absence();
revoke all on function access.guard_absence() from public;

-- How wide something of a body has been opened by its chairs, in which edition. Written only by functions of the areas, when the keys are complete.
create table access.opening (
  object  uuid primary key references kit.object,
  edition integer not null,
  widest  text not null check (widest in ('body', 'members', 'public')),
  at      timestamptz not null,
  foreign key (object, edition) references kit.edition (object, number)
);
comment on table access.opening is 'Released: for the body. Published: for all members of the installation, or for everybody.';
alter table access.opening enable row level security;
alter table access.opening force row level security;
create policy opening_owner on access.opening to {{owner}} using (true) with check (true);

create function access.open_to(p_object uuid, p_edition integer, p_widest text) returns void
  language sql volatile set search_path = '' as $$
  insert into access.opening as o (object, edition, widest, at) values (p_object, p_edition, p_widest, clock.now())
  on conflict (object) do update set edition = excluded.edition, at = excluded.at, widest = case
    when array_position('{body,members,public}'::text[], excluded.widest) > array_position('{body,members,public}'::text[], o.widest) then excluded.widest else o.widest end;
$$;
revoke all on function access.open_to(uuid, integer, text) from public;

-- What is dealt with in a body goes beyond it only with an opening. What is the body's own (owner = body) stays, before that, with those who lead it,
-- and keeps the title under which it was released.
create function access.guard_beyond() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  ranks constant text[] := '{draft,organisation,named,body,members,public}';
  widest text;
  old_rank integer := 0;
  own boolean;
begin
  if session_user in ('{{worker}}', '{{owner}}') or new.body is null then return new; end if;
  own := coalesce(new.owner = new.body, false) and new.id <> new.body;
  if tg_op = 'UPDATE' then
    select o.widest into widest from access.opening o where o.object = new.id;
    old_rank := array_position(ranks, old.audience);
    if own and widest is not null and new.title <> old.title then
      raise exception 'what was released keeps its title' using errcode = 'NA403';
    end if;
  end if;
  if new.audience in ('members', 'public') and array_position(ranks, new.audience) > old_rank and not (tg_op = 'INSERT' and new.id = new.body and new.audience = 'members')
     and coalesce(array_position(ranks, widest), 0) < array_position(ranks, new.audience) then
    raise exception 'only the chairs together open what a body deals with beyond it' using errcode = 'NA403';
  end if;
  if own and widest is null and ((tg_op = 'UPDATE' and old.audience <> 'body' and new.audience = 'body')
       or (new.audience = 'named' and exists (select from unnest(new.readers) r where (tg_op = 'INSERT' or not r = any (old.readers))
             and not exists (select from access.mandate m where m.person = r and m.body = new.body and m.role in ('chair', 'office') and m.superseded_at is null
               and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day))))) then
    raise exception 'before the joint release only chairs and office read it' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger object_beyond before insert or update of audience, readers, title on kit.object for each row execute function access.guard_beyond();
revoke all on function access.guard_beyond() from public;

-- Never more than two chairs at a time, never two for one organisation, never one person for two: whatever way a mandate comes in.
create function access.guard_chairs() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.role <> 'chair' or new.superseded_at is not null then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended('chairs ' || new.body, 0));
  if not exists (select from access.mandate m where m.id = new.id and m.superseded_at is null) then return null; end if;
  if exists (
    with other as (select m.person, m.organisation, m.from_day, m.until_day from access.mandate m
                    where m.body = new.body and m.role = 'chair' and m.superseded_at is null and m.id <> new.id
                      and (m.until_day is null or new.from_day < m.until_day) and (new.until_day is null or m.from_day < new.until_day))
    select from other where (person = new.person) <> (organisation = new.organisation)
    union all
    select from (select new.from_day as day union select from_day from other where from_day > new.from_day) start
     where (select count(distinct o.organisation) from other o where o.organisation <> new.organisation and o.from_day <= start.day and (o.until_day is null or start.day < o.until_day)) > 1) then
    raise exception 'a body has at most two chairs, of different organisations' using errcode = 'NA403';
  end if;
  return null;
end $$;
-- At the end of the transaction, because a mandate is replaced before it is closed.
create constraint trigger mandate_chairs after insert on access.mandate deferrable initially deferred for each row execute function access.guard_chairs();
revoke all on function access.guard_chairs() from public;
