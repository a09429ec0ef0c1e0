-- Boundaries that an operator reads in: the shapes of one file and level, with shared borders kept once. Like every official file they are published by
-- their source and public; a newer file stands beside the older one, and maps draw whichever knows most of the areas that exist here.
alter table figures.official_table drop constraint official_table_format_check;
alter table figures.official_table add constraint official_table_format_check check (format in ('register', 'genesis-csv', 'genesis-flat', 'boundaries'));

create table figures.boundary (
  official  integer not null references figures.official_table (number),
  level     text not null check (level in ('county', 'municipality')),
  valid_on  date not null,
  keys      text[] not null check (cardinality(keys) > 0),
  shapes    bytea not null check (length(shapes) > 0),
  primary key (official, level)
);
comment on table figures.boundary is 'The shapes of the areas of one level, as one file has them. Never changed: a newer file has its own.';
comment on column figures.boundary.shapes is 'TopoJSON, gzipped, in degrees (WGS84).';
alter table figures.boundary enable row level security;
alter table figures.boundary force row level security;
create policy boundary_owner on figures.boundary to {{owner}} using (true) with check (true);
create policy boundary_see on figures.boundary for select to {{app}} using (official in (select t.number from figures.official_table t));
create policy boundary_make on figures.boundary for insert to {{app}}
  with check (figures.may_import((select access.actor())) and official in (
    select t.number from figures.official_table t join kit.object o on o.id = t.id
     where t.format = 'boundaries' and o.owner = (select (access.actor()).organisation)));
grant select, insert on figures.boundary to {{app}};
grant select on figures.boundary to {{backup}};
