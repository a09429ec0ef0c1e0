-- Working groups for a time, seats that outlive a reorganisation, letters of delegation, and the end of a body.

-- A seat that moved to a successor names the one it continues; two that thereby coincide are a question to the office, and nothing is lost.
alter table cooperation.seat
  add column guest boolean not null default false,
  add column continues uuid references cooperation.seat,
  add column doubles uuid references cooperation.seat,
  add column kept boolean not null default false,
  add column ended_because text check (btrim(ended_because) <> ''),
  add constraint seat_guest check (not (guest and voting)),
  add constraint seat_kept check (not kept or doubles is not null);
comment on column cooperation.seat.guest is 'A guest has a place at the table without being a member, and no vote.';
comment on column cooperation.seat.doubles is 'Another seat of the same holder, after two were merged; kept: the office has said that both stay.';
drop index cooperation.seat_once;
create unique index seat_once on cooperation.seat (body, organisation, coalesce(unit, organisation), valid_from) where superseded_at is null and doubles is null;
create index seat_body on cooperation.seat (body) where superseded_at is null;
grant update (kept) on cooperation.seat to {{app}};

create or replace function cooperation.guard_seat() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.superseded_at is not null then raise exception 'a closed record stays closed' using errcode = 'NA403'; end if;
  if new.superseded_at is null and (old.doubles is null or not new.kept) then
    raise exception 'a seat is closed and replaced; of two that coincide it can be said that both stay' using errcode = 'NA403';
  end if;
  return new;
end $$;

-- A working group is a body of its own that another body has set up for a time: by an edition of its mandate that the chairs released.
create table cooperation.working_group (
  body         uuid primary key references cooperation.body,
  parent       uuid not null references cooperation.body check (parent <> body),
  mandate      uuid not null unique references kit.object,
  edition      integer not null,
  task         text not null check (btrim(task) <> ''),
  result       text not null check (btrim(result) <> ''),
  lead         uuid not null references kit.object,
  report_to    uuid not null references kit.object,
  report_every smallint check (report_every between 1 and 24),
  until_day    date not null,
  closed_on    date check (closed_on = until_day),
  foreign key (mandate, edition) references kit.edition (object, number)
);
create index working_group_parent on cooperation.working_group (parent);
comment on column cooperation.working_group.until_day is 'The first day on which the group is no more, unless the parent has renewed it before.';
comment on column cooperation.working_group.report_every is 'Months between reports; a last one is always owed at the end.';

-- The letter by which an organisation sends somebody to its seat: who, who stands in, for how long, who signed it. The mandates rest on it.
create table cooperation.delegation (
  id             uuid primary key references kit.object,
  body           uuid not null references cooperation.body,
  organisation   uuid not null references kit.object,
  person         uuid not null references kit.object,
  deputy         uuid references kit.object check (deputy <> person),
  from_day       date not null,
  until_day      date check (until_day > from_day),
  signed_by      text not null check (btrim(signed_by) <> ''),
  signed_on      date not null,
  source         text check (btrim(source) <> ''),
  mandate        uuid not null references access.mandate,
  deputy_mandate uuid references access.mandate,
  check ((deputy is null) = (deputy_mandate is null))
);
create index delegation_body on cooperation.delegation (body, organisation);
comment on column cooperation.delegation.source is 'From where the office knows of the letter; null: the organisation entered it itself.';

do $$
declare t text;
begin
  foreach t in array array['working_group', 'delegation'] loop
    execute format('alter table cooperation.%I enable row level security', t);
    execute format('alter table cooperation.%I force row level security', t);
    execute format('create policy %I on cooperation.%I to {{owner}} using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on cooperation.%I for select to {{worker}} using (true)', t || '_worker', t);
    execute format('grant select on cooperation.%I to {{app}}, {{worker}}, {{backup}}', t);
    execute format('grant insert on cooperation.%I to {{app}}', t);
  end loop;
end $$;
create policy working_group_see on cooperation.working_group for select to {{app}} using (exists (select from kit.object o where o.id = working_group.body));
create policy working_group_make on cooperation.working_group for insert to {{app}}
  with check (cooperation.runs(body) and access.holds((select access.actor()), '{chair,office}', parent));
create policy delegation_see on cooperation.delegation for select to {{app}} using (exists (select from kit.object o where o.id = delegation.id));
-- The sender itself; or the office, which says from where it knows.
create policy delegation_make on cooperation.delegation for insert to {{app}}
  with check (exists (select from kit.object o where o.id = delegation.id and o.kind = 'delegation' and o.body = delegation.body and o.author = (select (access.actor()).person))
    and ((source is null and organisation = (select (access.actor()).organisation) and access.holds((select access.actor()), '{admin,head}', organisation))
      or (source is not null and access.holds((select access.actor()), '{chair,office}', body))));

-- What the chairs have released is what the group gets, word for word; nobody else can make one, and no login can stretch it.
create function cooperation.guard_group() returns trigger language plpgsql security definer set search_path = '' as $$
declare e jsonb;
begin
  select k.content into e from kit.edition k join kit.object o on o.id = k.object
   where k.object = new.mandate and k.number = new.edition and o.kind = 'groupMandate' and o.body = new.parent and o.deleted_at is null;
  if e is null or not cooperation.is_released(new.mandate, new.edition) then
    raise exception 'a working group rests on a mandate that the chairs have released' using errcode = 'NA403';
  end if;
  if (new.task, new.result, new.lead, new.until_day, new.report_to) is distinct from (e->>'task', e->>'result', (e->>'lead')::uuid, (e->>'until')::date, (e->>'reportTo')::uuid)
     or new.report_every is distinct from (e->>'reportEvery')::smallint then
    raise exception 'the group is as its mandate says' using errcode = 'NA403';
  end if;
  if tg_op = 'INSERT' and (new.closed_on is not null or new.until_day <= clock.today()) then
    raise exception 'a group that is over does not begin' using errcode = 'NA403';
  end if;
  if tg_op = 'UPDATE' and ((new.body, new.parent, new.mandate) is distinct from (old.body, old.parent, old.mandate) or old.closed_on is not null
     or new.edition < old.edition) then
    raise exception 'a closed group stays closed' using errcode = 'NA403';
  end if;
  return new;
end $$;
revoke all on function cooperation.guard_group() from public;
create trigger working_group_guard before insert or update on cooperation.working_group for each row execute function cooperation.guard_group();

-- What a body rests on: an agreement in force; a working group rests on its released mandate, without which it would not be there.
create or replace function cooperation.is_agreed(p_body uuid) returns boolean
  language sql stable security definer set search_path = ''
  return exists (select from cooperation.working_group g where g.body = p_body)
      or exists (with own as materialized (select a.id from kit.object a where a.kind = 'agreement' and a.body = p_body and a.deleted_at is null)
                 select from own cross join lateral cooperation.in_force(own.id) f);

-- Whose letter it is decides who is sent: the mandates are those of this organisation, this body and these persons.
create function cooperation.guard_delegation() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from access.mandate m where m.id = new.mandate and m.person = new.person and m.organisation = new.organisation and m.body = new.body and m.role in ('delegate', 'guest'))
     or (new.deputy is not null and not exists (select from access.mandate m where m.id = new.deputy_mandate and m.person = new.deputy
           and m.organisation = new.organisation and m.body = new.body and m.role = 'deputy')) then
    raise exception 'a letter sends the people of its sender to this body' using errcode = 'NA403';
  end if;
  return new;
end $$;
revoke all on function cooperation.guard_delegation() from public;
create trigger delegation_guard before insert on cooperation.delegation for each row execute function cooperation.guard_delegation();

-- A body that is over is run by nobody, and nothing is released in it any more.
create function cooperation.is_over(p_body uuid) returns boolean
  language sql stable security definer set search_path = ''
  return exists (select from cooperation.body b left join cooperation.working_group g on g.body = b.id
                  where b.id = p_body and (b.dissolved_on <= clock.today() or g.until_day <= clock.today()));
create or replace function cooperation.runs(p_body uuid) returns boolean
  language plpgsql stable security definer set search_path = '' as $$
declare a access.actor := access.actor();
begin
  return not cooperation.is_over(p_body) and (access.holds(a, '{chair,office}', p_body)
    or exists (select from kit.object b where b.id = p_body and b.kind = 'body' and b.author = a.person and b.owner = a.organisation
               and not exists (select from access.mandate m where m.body = p_body and m.granted_by is distinct from a.person)));
end $$;
create function cooperation.guard_release_alive() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if cooperation.is_over(new.body)
     or exists (select from cooperation.working_group g where g.mandate = new.object and (g.closed_on is not null or g.until_day <= clock.today())) then
    raise exception 'what is over is not released' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger release_alive before insert on cooperation.release for each row execute function cooperation.guard_release_alive();

-- Everything below is for the worker: what the chairs have decided takes effect on its day, without anybody pressing a button.
create function cooperation.end_seats(p_body uuid, p_day date, p_because text) returns integer
  language plpgsql volatile security definer set search_path = '' as $$
declare s cooperation.seat; n integer := 0;
begin
  for s in select * from cooperation.seat x where x.body = p_body and x.superseded_at is null and (x.valid_until is null or x.valid_until > p_day) order by x.id loop
    update cooperation.seat set superseded_at = clock.now() where id = s.id;
    if s.valid_from < p_day then
      insert into cooperation.seat (id, body, organisation, unit, constituency, voting, guest, valid_from, valid_until, recorded_at, continues, doubles, kept, ended_because)
      values (gen_random_uuid(), s.body, s.organisation, s.unit, s.constituency, s.voting, s.guest, s.valid_from, p_day, clock.now(), s.continues, s.doubles, s.kept, p_because);
    end if;
    n := n + 1;
  end loop;
  return n;
end $$;

-- The latest released edition of a mandate, released while the group still lived, gives it a new end. Returns the end, or null where nothing changed.
create function cooperation.renew_group(p_mandate uuid) returns date
  language plpgsql volatile security definer set search_path = '' as $$
declare g cooperation.working_group; n integer; e jsonb;
begin
  select * into g from cooperation.working_group w where w.mandate = p_mandate and w.closed_on is null for update;
  if not found then return null; end if;
  select k.number, k.content into n, e from kit.edition k
   where k.object = p_mandate and k.number > g.edition and cooperation.is_released(k.object, k.number)
     and (select max(r.at) from cooperation.release r where r.object = k.object and r.edition = k.number) < (g.until_day::timestamp at time zone 'Europe/Berlin')
   order by k.number desc limit 1;
  if n is null or (e->>'until')::date <= clock.today() then return null; end if;
  update cooperation.working_group set edition = n, task = e->>'task', result = e->>'result', lead = (e->>'lead')::uuid, until_day = (e->>'until')::date,
         report_to = (e->>'reportTo')::uuid, report_every = (e->>'reportEvery')::smallint where body = g.body;
  return (e->>'until')::date;
end $$;

create function cooperation.close_group(p_body uuid, p_because text) returns boolean
  language plpgsql volatile security definer set search_path = '' as $$
declare day date;
begin
  update cooperation.working_group set closed_on = until_day where body = p_body and closed_on is null and until_day <= clock.today() returning until_day into day;
  if day is null then return false; end if;
  update cooperation.body set dissolved_on = day where id = p_body and founded_on <= day;
  perform cooperation.end_seats(p_body, day, p_because);
  return true;
end $$;

-- The chairs have released the dissolution: the body ends on the day it names, at the earliest when the second key was given.
create function cooperation.dissolve(p_dissolution uuid) returns date
  language plpgsql volatile security definer set search_path = '' as $$
declare of_body uuid; n integer; day date; because text;
begin
  select o.body, k.number, greatest((k.content->>'day')::date, clock.today()), k.content->>'because' into of_body, n, day, because
    from kit.object o join kit.edition k on k.object = o.id
   where o.id = p_dissolution and o.kind = 'dissolution' and o.deleted_at is null and cooperation.is_released(k.object, k.number)
   order by k.number desc limit 1;
  if of_body is null then return null; end if;
  update cooperation.body set dissolved_on = day where id = of_body and dissolved_on is null;
  if not found then return null; end if;
  perform cooperation.end_seats(of_body, day, because);
  return day;
end $$;

-- The seats of a unit or organisation that was merged go on with its successor from the day on. Returns the moved seats, and which coincide with another now.
create function cooperation.move_seats(p_from uuid, p_to uuid, p_day date) returns table (moved_in uuid, moved_seat uuid, doubled boolean)
  language plpgsql volatile security definer set search_path = '' as $$
declare s cooperation.seat; holder uuid; department uuid; other uuid;
begin
  for s in select * from cooperation.seat x where x.superseded_at is null and p_from in (x.unit, x.organisation)
             and (x.valid_until is null or x.valid_until > p_day) order by x.valid_from, x.id loop
    holder := case when s.organisation = p_from then p_to else s.organisation end;
    department := case when s.unit = p_from then p_to else s.unit end;
    if department = holder then department := null; end if;
    update cooperation.seat set superseded_at = clock.now() where id = s.id;
    if s.valid_from < p_day then
      insert into cooperation.seat (id, body, organisation, unit, constituency, voting, guest, valid_from, valid_until, recorded_at, continues, doubles, kept)
      values (gen_random_uuid(), s.body, s.organisation, s.unit, s.constituency, s.voting, s.guest, s.valid_from, p_day, clock.now(), s.continues, s.doubles, s.kept);
    end if;
    select x.id into other from cooperation.seat x
     where x.body = s.body and x.superseded_at is null and (x.valid_until is null or x.valid_until > p_day) and x.doubles is null
       and x.organisation = holder and x.unit is not distinct from department order by x.valid_from limit 1;
    moved_in := s.body; moved_seat := gen_random_uuid(); doubled := other is not null;
    insert into cooperation.seat (id, body, organisation, unit, constituency, voting, guest, valid_from, valid_until, recorded_at, continues, doubles)
    values (moved_seat, s.body, holder, department, s.constituency, s.voting, s.guest, greatest(s.valid_from, p_day), s.valid_until, clock.now(), s.id, other);
    return next;
  end loop;
end $$;

revoke all on function cooperation.is_over(uuid), cooperation.end_seats(uuid, date, text), cooperation.renew_group(uuid), cooperation.close_group(uuid, text),
  cooperation.dissolve(uuid), cooperation.move_seats(uuid, uuid, date), cooperation.guard_release_alive() from public;
grant execute on function cooperation.is_over(uuid) to {{app}}, {{worker}};
grant execute on function cooperation.renew_group(uuid), cooperation.close_group(uuid, text), cooperation.dissolve(uuid), cooperation.move_seats(uuid, uuid, date) to {{worker}};
