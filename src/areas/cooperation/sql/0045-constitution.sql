-- Each step of a body has its document. Agreed: the edition that all have signed. Constituted: rules of procedure that were adopted, or the record of
-- the constituting meeting, a fixed file or an edition that the chairs have released; one chair alone needs no more than the agreement. Dissolved: the edition of the dissolution that they have released.
create table cooperation.constitution (
  body        uuid primary key references cooperation.body,
  day         date not null,
  file        uuid references kit.object,
  object      uuid,
  edition     integer,
  recorded_by uuid not null references kit.object,
  recorded_at timestamptz not null,
  check ((file is null) <> (object is null)),
  check ((object is null) = (edition is null)),
  foreign key (object, edition) references kit.edition (object, number)
);
comment on table cooperation.constitution is 'A body was constituted on this day, with its document: a file that hangs on something of the body and stays, or a released edition.';

create function cooperation.guard_constitution() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not cooperation.is_agreed(new.body) then raise exception 'a body is constituted on an agreement' using errcode = 'NA403'; end if;
  if (select count(*) from access.mandate m where m.body = new.body and m.role = 'chair' and m.superseded_at is null and m.from_day <= clock.today()
        and (m.until_day is null or clock.today() < m.until_day)) < (select b.keys from cooperation.body b where b.id = new.body) then
    raise exception 'a body is constituted with its chairs' using errcode = 'NA403';
  end if;
  if new.file is not null and not exists (select from files.file f join kit.object o on o.id = f.id and o.deleted_at is null
       join kit.object x on x.id = f.hangs_on and x.body = new.body where f.id = new.file and f.fixed) then
    raise exception 'the document is a fixed file of the body' using errcode = 'NA403';
  end if;
  if new.object is not null and (not cooperation.is_released(new.object, new.edition)
       or not exists (select from kit.object o where o.id = new.object and o.body = new.body and o.deleted_at is null)) then
    raise exception 'the document is an edition that the chairs have released' using errcode = 'NA403';
  end if;
  return new;
end $$;
revoke all on function cooperation.guard_constitution() from public;
create trigger constitution_guard before insert on cooperation.constitution for each row execute function cooperation.guard_constitution();

alter table cooperation.constitution enable row level security;
alter table cooperation.constitution force row level security;
create policy constitution_owner on cooperation.constitution to {{owner}} using (true) with check (true);
create policy constitution_worker on cooperation.constitution for select to {{worker}} using (true);
create policy constitution_see on cooperation.constitution for select to {{app}} using (exists (select from kit.object o where o.id = constitution.body));
create policy constitution_make on cooperation.constitution for insert to {{app}}
  with check (access.holds((select access.actor()), '{chair,office}', body) and recorded_by = (select (access.actor()).person)
    and recorded_at = (select (access.actor()).at) and day <= (select (access.actor()).today));
grant select on cooperation.constitution to {{app}}, {{worker}}, {{backup}};
grant insert on cooperation.constitution to {{app}};

-- Whether a body rested on an agreement on a day, and on which.
create function cooperation.agreed_on(p_body uuid, p_day date) returns table (agreement uuid, edition integer, since date, until date)
  language sql stable security definer set search_path = ''
begin atomic
  select o.id, f.edition, f.since, f.until from kit.object o cross join lateral cooperation.in_force_on(o.id, p_day) f
   where o.kind = 'agreement' and o.body = p_body and o.deleted_at is null order by f.since, o.id;
end;
-- On what document a body was constituted by a day: what was recorded, otherwise the first rules of procedure that were adopted; a working group
-- works on its released mandate; where one chair is enough, the signed agreement is enough. Everybody who sees the body may know that there is one.
create function cooperation.constituted_by(p_body uuid, p_day date) returns table (kind text, document uuid, edition integer, day date)
  language sql stable security definer set search_path = ''
begin atomic
  select x.kind, x.document, x.edition, x.day from (
      select 1 as place, case when c.file is null then 'edition' else 'file' end as kind, coalesce(c.file, c.object) as document, c.edition, c.day
        from cooperation.constitution c where c.body = p_body
      union all
      select 2, 'rules', r.object, r.edition, cooperation.adopted_on(r.body, r.edition) from cooperation.rules r where r.body = p_body
      union all
      select 3, 'mandate', g.mandate, g.edition, b.founded_on from cooperation.working_group g join cooperation.body b on b.id = g.body where g.body = p_body
      union all
      select 4, 'agreement', a.agreement, a.edition, a.since from cooperation.body b cross join lateral cooperation.agreed_on(b.id, p_day) a where b.id = p_body and b.keys = 1) x
   where x.day <= p_day order by x.place, x.day, x.edition limit 1;
end;
revoke all on function cooperation.constituted_by(uuid, date), cooperation.agreed_on(uuid, date) from public;
grant execute on function cooperation.constituted_by(uuid, date), cooperation.agreed_on(uuid, date) to {{app}}, {{worker}};
