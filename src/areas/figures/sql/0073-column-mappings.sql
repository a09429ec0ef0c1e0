-- Tables in whatever shape are written as an office's own are, once a person has said what their columns are. What was said of one shape is kept for the
-- organisation that said it, and proposed for the next file of that shape.
alter table figures.official_table drop constraint official_table_format_check;
alter table figures.official_table add constraint official_table_format_check check (format in ('register', 'genesis-csv', 'genesis-flat', 'boundaries',
  'inkar', 'json-stat', 'sdmx-json', 'data-package', 'spreadsheet'));

alter table figures.import_draft add column mapping jsonb;
comment on column figures.import_draft.mapping is 'What has been said of its columns so far; null where the file says itself what they are.';
grant update (mapping) on figures.import_draft to {{app}};

create table figures.column_mapping (
  id           uuid primary key,
  organisation uuid not null references kit.object,
  shape        bytea not null check (length(shape) = 32),
  title        text not null check (btrim(title) <> ''),
  mapping      jsonb not null,
  recorded_at  timestamptz not null,
  unique (organisation, shape)
);
comment on table figures.column_mapping is 'How an organisation reads files of one shape: what each column is and what its signs mean. No values, no persons.';
comment on column figures.column_mapping.shape is 'sha256 of the headings of the columns, whatever their order.';
alter table figures.column_mapping enable row level security;
alter table figures.column_mapping force row level security;
grant select, insert, delete on figures.column_mapping to {{app}};
grant select on figures.column_mapping to {{backup}};
create policy column_mapping_owner on figures.column_mapping to {{owner}} using (true) with check (true);
-- Each organisation has its own, kept by those who read files in.
create policy column_mapping_see on figures.column_mapping for select to {{app}}
  using (organisation = (select (access.actor()).organisation) and figures.may_import((select access.actor())));
create policy column_mapping_make on figures.column_mapping for insert to {{app}}
  with check (recorded_at = (select clock.now()) and organisation = (select (access.actor()).organisation) and figures.may_import((select access.actor())));
create policy column_mapping_drop on figures.column_mapping for delete to {{app}}
  using (organisation = (select (access.actor()).organisation) and figures.may_import((select access.actor())));
