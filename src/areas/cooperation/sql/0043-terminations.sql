-- A party leaves an agreement: how that may be done as data, the declaration, the day on which it takes effect, and what is over from then on.
alter table cooperation.agreement
  add column notice_months smallint check (notice_months between 0 and 60),
  add column notice_to text check (notice_to in ('day', 'month', 'quarter', 'halfYear', 'year')),
  add column extraordinary boolean not null default false,
  add constraint agreement_notice_check check ((notice_months is null) = (notice_to is null));
comment on column cooperation.agreement.notice_months is 'So many months before the end of the day, month, quarter, half year or year in notice_to; null: no notice was agreed.';
comment on column cooperation.agreement.extraordinary is 'Whether it may also be terminated without this period, for a reason that is named.';
grant update (notice_months, notice_to, extraordinary) on cooperation.agreement to {{app}};

create table cooperation.termination (
  id                 uuid primary key,
  agreement          uuid not null,
  edition            integer not null,
  organisation       uuid not null,
  kind               text not null check (kind in ('ordinary', 'extraordinary')),
  declared_on        date not null,
  effective_on       date not null check (effective_on > declared_on),
  reason             text not null default '',
  capacity           text not null check (btrim(capacity) <> ''),
  person             uuid references kit.object,
  signatory          text check (btrim(signatory) <> ''),
  second             uuid references kit.object check (second <> person),
  second_on          date,
  second_signatory   text check (btrim(second_signatory) <> ''),
  source             text check (btrim(source) <> ''),
  recorded_by        uuid not null references kit.object,
  recorded_at        timestamptz not null,
  taken_back_on      date,
  taken_back_by      uuid references kit.object,
  taken_back_because text check (btrim(taken_back_because) <> ''),
  seat_answer        text check (seat_answer in ('keep', 'end')),
  answered_by        uuid references kit.object,
  answered_on        date,
  check (kind = 'ordinary' or length(btrim(reason)) >= 10),
  check (person is not null or (source is not null and signatory is not null)),
  foreign key (agreement, edition, organisation) references cooperation.party
);
create unique index termination_once on cooperation.termination (agreement, edition, organisation) where taken_back_on is null;
comment on table cooperation.termination is 'A party declares that it leaves an agreement. effective_on: the first day on which it is no longer bound. It stays on record when it is taken back.';
comment on column cooperation.termination.second is 'The second head, where two of equal rank sign jointly: without it the declaration has no effect.';
comment on column cooperation.termination.seat_answer is 'What office or chairs have decided about the seats that rested on the agreement.';

-- The first day bound no longer when notice is given on a day: a period of months ends with the day of the same number (§§ 187, 188 BGB), then
-- the end of the day, month, quarter, half year or year is waited for.
create function cooperation.notice_day(p_declared date, p_months integer, p_to text) returns date
  language sql immutable set search_path = ''
  return (select case p_to
      when 'day' then (p.day + interval '1 day')::date
      when 'month' then (date_trunc('month', p.day) + interval '1 month')::date
      when 'quarter' then (date_trunc('quarter', p.day) + interval '3 months')::date
      when 'halfYear' then (date_trunc('year', p.day) + case when extract(month from p.day) <= 6 then interval '6 months' else interval '12 months' end)::date
      when 'year' then (date_trunc('year', p.day) + interval '12 months')::date end
    from (select p_declared::timestamp + make_interval(months => p_months) as day) p);

-- From when a party of an edition is bound no longer; null: it stays. Whoever signs anew after having left is bound anew.
create function cooperation.leaves_on(p_agreement uuid, p_edition integer, p_organisation uuid) returns date
  language sql stable set search_path = ''
begin atomic
  select min(t.effective_on) from cooperation.termination t
    join cooperation.party p on p.agreement = t.agreement and p.edition = t.edition and p.organisation = t.organisation
   where t.agreement = p_agreement and t.organisation = p_organisation and t.taken_back_on is null
     and (p.signing = 'single' or t.second is not null or t.second_signatory is not null)
     and not exists (select from cooperation.signature s where s.agreement = p_agreement and s.edition = p_edition and s.organisation = p_organisation
                        and s.recorded_at > t.recorded_at);
end;

-- The first day on which an edition holds no longer: its term, or the day on which fewer than two sides are left.
create function cooperation.ends_on(p_agreement uuid, p_edition integer) returns date
  language sql stable set search_path = ''
begin atomic
  select least(
    (select (e.content->>'endsOn')::date from kit.edition e where e.object = p_agreement and e.number = p_edition),
    case when exists (select from cooperation.termination t where t.agreement = p_agreement) then
      (select d.day from (select x.day, row_number() over (order by x.day nulls last) as place, count(*) over () as n
          from (select cooperation.leaves_on(p.agreement, p.edition, p.organisation) as day from cooperation.party p
                 where p.agreement = p_agreement and p.edition = p_edition) x) d
        where d.place = greatest(d.n - 1, 1))
    end);
end;

-- The edition in force on a day, past or to come: the latest that every party had signed by then as often as it needs to, until it ends. What a
-- later edition has taken the place of never comes back.
create function cooperation.in_force_on(p_agreement uuid, p_day date) returns table (edition integer, since date, known_since timestamptz, until date)
  language sql stable set search_path = ''
begin atomic
  select k.edition, k.since, k.known_since, k.until
    from (select x.edition, x.since, x.known_since, cooperation.ends_on(p_agreement, x.edition) as until
            from (select p.edition, max(s.day) as since, max(s.recorded_at) as known_since
                    from cooperation.party p
                    cross join lateral (select count(*) as n, max(y.day) as day, max(y.recorded_at) as recorded_at from cooperation.signature y
                                         where y.agreement = p.agreement and y.edition = p.edition and y.organisation = p.organisation) s
                   where p.agreement = p_agreement
                   group by p.edition having count(*) >= 2 and bool_and(s.n >= cooperation.needs_signatures(p.signing)) and max(s.day) <= p_day
                   order by p.edition desc limit 1) x) k
   where k.until is null or p_day < k.until;
end;

create or replace function cooperation.in_force(p_agreement uuid) returns table (edition integer, since date, known_since timestamptz)
  language sql stable set search_path = ''
begin atomic
  select f.edition, f.since, f.known_since from cooperation.in_force_on(p_agreement, clock.today()) f;
end;
revoke all on function cooperation.notice_day(date, integer, text), cooperation.leaves_on(uuid, integer, uuid), cooperation.ends_on(uuid, integer),
  cooperation.in_force_on(uuid, date) from public;
grant execute on function cooperation.notice_day(date, integer, text) to {{app}};
grant execute on function cooperation.leaves_on(uuid, integer, uuid), cooperation.ends_on(uuid, integer), cooperation.in_force_on(uuid, date) to {{app}}, {{worker}};

-- Holds for every login: what may be declared, by how many, from which day; and that afterwards only one of three things happens to it.
create function cooperation.guard_termination() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  a access.actor := access.actor(); p cooperation.party; c jsonb; v_body uuid; v_told date := greatest(new.declared_on, new.second_on); v_head uuid;
begin
  select * into p from cooperation.party x where x.agreement = new.agreement and x.edition = new.edition and x.organisation = new.organisation;
  select o.body into v_body from kit.object o where o.id = new.agreement;
  if tg_op = 'INSERT' then
    if new.edition is distinct from (select f.edition from cooperation.in_force(new.agreement) f)
       or cooperation.leaves_on(new.agreement, new.edition, new.organisation) is not null then
      raise exception 'a party leaves what it is bound by' using errcode = 'NA403';
    end if;
    if (p.signing = 'joint' and new.person is null) <> (new.second_signatory is not null) then
      raise exception 'where two sign, each is named' using errcode = 'NA403';
    end if;
    v_head := case when p.signing = 'joint' then new.person end;
  else
    if old.taken_back_on is not null then raise exception 'what was taken back stays so' using errcode = 'NA403'; end if;
    if (new.second is distinct from old.second)::integer + (new.taken_back_on is distinct from old.taken_back_on)::integer
       + (new.seat_answer is distinct from old.seat_answer)::integer <> 1 then
      raise exception 'one step at a time' using errcode = 'NA403';
    end if;
    if new.second is distinct from old.second then
      if old.second is not null or p.signing <> 'joint' or old.person is null or new.second is distinct from a.person or new.second_on is distinct from clock.today()
         or new.organisation is distinct from a.organisation then
        raise exception 'the other head signs, as itself' using errcode = 'NA403';
      end if;
      v_head := new.second;
    elsif new.taken_back_on is distinct from old.taken_back_on then
      if clock.today() >= old.effective_on or new.taken_back_on is distinct from clock.today() or new.taken_back_by is distinct from a.person
         or not coalesce((new.organisation = a.organisation and access.holds(a, '{admin,head,planner}', new.organisation))
                      or (access.holds(a, '{office}', v_body) and new.taken_back_because is not null), false) then
        raise exception 'it is taken back by who declared it, before it takes effect' using errcode = 'NA403';
      end if;
      return new;
    else
      if not access.holds(a, '{chair,office}', v_body) or new.answered_by is distinct from a.person or new.answered_on is distinct from clock.today() then
        raise exception 'whoever runs the body decides about its seats' using errcode = 'NA403';
      end if;
      return new;
    end if;
  end if;
  if v_head is not null and not exists (select from access.mandate m where m.person = v_head and m.organisation = new.organisation and m.body is null and m.role = 'head'
       and m.superseded_at is null and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day)) then
    raise exception 'where two heads sign, each of them is a head' using errcode = 'NA403';
  end if;
  select e.content into c from kit.edition e where e.object = new.agreement and e.number = new.edition;
  if new.kind = 'extraordinary' then
    if not coalesce((c->>'extraordinary')::boolean, false) then raise exception 'the agreement knows no extraordinary notice' using errcode = 'NA403'; end if;
  elsif jsonb_typeof(c->'noticeRule') is distinct from 'object'
     or new.effective_on < cooperation.notice_day(v_told, (c->'noticeRule'->>'months')::integer, c->'noticeRule'->>'to')
     or new.effective_on <> cooperation.notice_day(new.effective_on - 1, 0, c->'noticeRule'->>'to') then
    raise exception 'the period of notice is kept' using errcode = 'NA403';
  end if;
  return new;
end $$;
revoke all on function cooperation.guard_termination() from public;
create trigger termination_guard before insert or update on cooperation.termination for each row execute function cooperation.guard_termination();

alter table cooperation.termination enable row level security;
alter table cooperation.termination force row level security;
create policy termination_owner on cooperation.termination to {{owner}} using (true) with check (true);
create policy termination_worker on cooperation.termination for select to {{worker}} using (true);
create policy termination_see on cooperation.termination for select to {{app}} using (exists (select from kit.object o where o.id = termination.agreement));
-- As with signatures: a party declares for itself; the office records what reached it in writing, and says from where it knows.
create policy termination_make on cooperation.termination for insert to {{app}}
  with check (recorded_by = (select (access.actor()).person) and recorded_at = (select (access.actor()).at) and declared_on <= (select (access.actor()).today)
    and second is null and taken_back_on is null and seat_answer is null
    and ((source is null and signatory is null and person = recorded_by and organisation = (select (access.actor()).organisation)
          and access.holds((select access.actor()), '{admin,head,planner}', organisation) and declared_on = (select (access.actor()).today))
      or (source is not null and person is null and exists (select from kit.object o where o.id = agreement and access.holds((select access.actor()), '{office}', o.body)))));
create policy termination_step on cooperation.termination for update to {{app}}
  using (access.holds((select access.actor()), '{admin,head,planner}', organisation)
      or exists (select from kit.object o where o.id = agreement and access.holds((select access.actor()), '{chair,office}', o.body)))
  with check (true);
grant select on cooperation.termination to {{app}}, {{worker}}, {{backup}};
grant insert on cooperation.termination to {{app}};
grant update (second, second_on, taken_back_on, taken_back_by, taken_back_because, seat_answer, answered_by, answered_on) on cooperation.termination to {{app}};
