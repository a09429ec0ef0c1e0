-- Rights end with the body in which they were held, and go on with it where its chairs have prolonged it. For the worker only: it carries out what was
-- decided; nobody's session can call it. A mandate is closed and replaced here as everywhere, and keeps who granted it.

-- From the day on nobody acts in the body. What was to begin later does not begin.
create function access.end_in(p_body uuid, p_day date, p_basis text) returns integer
  language plpgsql volatile security definer set search_path = '' as $$
declare m access.mandate; shorter uuid; n integer := 0;
begin
  for m in select * from access.mandate x where x.body = p_body and x.superseded_at is null and (x.until_day is null or x.until_day > p_day) order by x.id for update loop
    shorter := null;
    if m.from_day < p_day then
      shorter := gen_random_uuid();
      insert into access.mandate (id, person, organisation, body, role, from_day, until_day, basis, granted_by, recorded_at)
      values (shorter, m.person, m.organisation, m.body, m.role, m.from_day, p_day, m.basis || '; ' || p_basis, m.granted_by, clock.now());
    end if;
    update access.mandate set superseded_at = clock.now(), superseded_by = shorter where id = m.id;
    n := n + 1;
  end loop;
  return n;
end $$;

-- Whoever was sent for as long as the body lasts goes on with it. A chair only of the organisation that still leads, and nobody in whose place another
-- already follows.
create function access.prolong_in(p_body uuid, p_old_until date, p_until date, p_basis text, p_lead uuid) returns integer
  language plpgsql volatile security definer set search_path = '' as $$
declare m access.mandate; longer uuid; n integer := 0;
begin
  if p_until <= p_old_until then raise exception 'nothing is prolonged into the past' using errcode = 'NA400'; end if;
  for m in select * from access.mandate x where x.body = p_body and x.superseded_at is null and x.until_day = p_old_until
             and (x.role <> 'chair' or x.organisation = p_lead)
             and not exists (select from access.mandate y where y.body = x.body and y.role = x.role and y.id <> x.id and y.superseded_at is null
                   and (x.role = 'chair' or (y.person = x.person and y.organisation = x.organisation))
                   and y.from_day < p_until and (y.until_day is null or y.until_day > p_old_until)) order by x.id for update loop
    longer := gen_random_uuid();
    insert into access.mandate (id, person, organisation, body, role, from_day, until_day, basis, granted_by, recorded_at)
    values (longer, m.person, m.organisation, m.body, m.role, m.from_day, p_until, m.basis || '; ' || p_basis, m.granted_by, clock.now());
    update access.mandate set superseded_at = clock.now(), superseded_by = longer where id = m.id;
    n := n + 1;
  end loop;
  return n;
end $$;

revoke all on function access.end_in(uuid, date, text), access.prolong_in(uuid, date, date, text, uuid) from public;
grant execute on function access.end_in(uuid, date, text), access.prolong_in(uuid, date, date, text, uuid) to {{worker}};

-- Which mandate a shortened one replaced is asked for every chair of a body.
create index mandate_replaced on access.mandate (superseded_by) where superseded_by is not null;
