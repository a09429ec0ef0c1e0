-- The catalogue: what a figure is for, who asked for it and until when, how it is filled in, and what it is called elsewhere.
alter table figures.indicator
  add column example      text check (btrim(example) <> ''),
  add column manual       text check (btrim(manual) <> ''),
  add column needed_for   text check (btrim(needed_for) <> ''),
  add column needed_by    uuid references kit.object,
  add column needed_until date,
  add column burden       integer check (burden between 0 and 100000);
comment on column figures.indicator.manual is 'How to fill it in; stands at the field.';
comment on column figures.indicator.needed_for is 'For which plan, report or question it is collected.';
comment on column figures.indicator.needed_by is 'The body or organisation that asked for it.';
comment on column figures.indicator.burden is 'Minutes that one delivery costs, as its deliverers estimate.';
grant update (example, manual, needed_for, needed_by, needed_until, burden) on figures.indicator to {{app}};

create table figures.term (
  id           uuid primary key,
  indicator    uuid not null references figures.indicator,
  organisation uuid not null references kit.object,
  words        text not null check (btrim(words) <> '' and length(words) <= 120),
  recorded_at  timestamptz not null
);
comment on table figures.term is 'What an organisation calls a shared figure. Two words of two places mean one thing.';
create unique index term_once on figures.term (indicator, organisation, lower(words));
alter table figures.term enable row level security;
alter table figures.term force row level security;
grant select, insert, delete on figures.term to {{app}};
grant select on figures.term to {{backup}};
create policy term_owner on figures.term to {{owner}} using (true) with check (true);
create policy term_see on figures.term for select to {{app}} using (exists (select from figures.indicator i where i.id = indicator));
-- Each organisation speaks for itself.
create policy term_make on figures.term for insert to {{app}}
  with check (recorded_at = (select clock.now()) and organisation = (select (access.actor()).organisation)
    and access.holds((select access.actor()), '{admin,head,planner}', organisation)
    and exists (select from figures.indicator i where i.id = indicator));
create policy term_drop on figures.term for delete to {{app}}
  using (organisation = (select (access.actor()).organisation) and access.holds((select access.actor()), '{admin,head,planner}', organisation));

-- A figure is found by its definition, its code, and by every word that somebody uses for it.
create function figures.find_by_words() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare which uuid;
begin
  if tg_table_name = 'indicator' then which := new.id; elsif tg_op = 'DELETE' then which := old.indicator; else which := new.indicator; end if;
  perform search.say(which, (select concat_ws(E'\n', i.code, i.definition, (select string_agg(t.words, E'\n') from figures.term t where t.indicator = i.id))
                               from figures.indicator i where i.id = which));
  return null;
end $$;
revoke all on function figures.find_by_words() from public;
create trigger indicator_found after insert or update of code, definition on figures.indicator for each row execute function figures.find_by_words();
create trigger term_found after insert or delete on figures.term for each row execute function figures.find_by_words();
do $$ begin
  perform search.say(i.id, concat_ws(E'\n', i.code, i.definition)) from figures.indicator i;
end $$;

-- Per figure and time: was any delivery of it used? Nobody learns by whom, nor any value; the use itself may lie where one does not see.
create function figures.cycles(p_indicators uuid[]) returns table (indicator uuid, from_day date, until_day date, used boolean)
  language plpgsql stable security definer set search_path = '' set enable_seqscan = off as $$
begin
  if (access.actor()).person is null then return; end if;
  return query
  select d.indicator, d.from_day, d.until_day,
         bool_or(exists (select from trail.link l where l.source = d.id and l.withdrawn_at is null and l.kind <> 'setAside')
              or exists (select from trail.link l where l.source = d.indicator and l.withdrawn_at is null and l.kind <> 'setAside' and l.at >= d.until_day)
              or exists (select from figures.answer a where a.delivery = d.id and a.verdict = 'used'))
    from figures.delivery d join kit.object o on o.id = d.id and o.deleted_at is null
   where d.indicator = any (p_indicators) and d.kind = 'figure'
   group by 1, 2, 3;
end $$;
revoke all on function figures.cycles(uuid[]) from public;
grant execute on function figures.cycles(uuid[]) to {{app}};
