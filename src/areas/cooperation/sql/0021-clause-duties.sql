-- All kinds of machine-readable duties in a clause, and the session days of committees outside (a youth welfare committee) on which some of them depend.
alter table cooperation.clause drop constraint clause_duty_check;
alter table cooperation.clause add constraint clause_duty_check
  check (duty->>'kind' in ('meet', 'before', 'notice', 'deliver', 'confirm', 'report', 'inform', 'answer', 'contact', 'review'));

create table cooperation.session_day (
  body      uuid not null references cooperation.body,
  committee text not null check (btrim(committee) <> ''),
  day       date not null,
  primary key (body, committee, day)
);
comment on table cooperation.session_day is 'When a committee outside meets, as the office keeps it; clauses say "three weeks before each of its sessions". The journal keeps earlier lists.';

alter table cooperation.session_day enable row level security;
alter table cooperation.session_day force row level security;
create policy session_day_owner on cooperation.session_day to {{owner}} using (true) with check (true);
create policy session_day_worker on cooperation.session_day for select to {{worker}} using (true);
create policy session_day_see on cooperation.session_day for select to {{app}} using (exists (select from kit.object o where o.id = session_day.body));
create policy session_day_make on cooperation.session_day for insert to {{app}} with check (access.holds((select access.actor()), '{chair,office}', body));
create policy session_day_drop on cooperation.session_day for delete to {{app}} using (access.holds((select access.actor()), '{chair,office}', body));
grant select, insert, delete on cooperation.session_day to {{app}};
grant select on cooperation.session_day to {{worker}}, {{backup}};
