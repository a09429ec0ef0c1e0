-- One row per thing that has an address. Trail, journal, search, duties and files point here with real foreign keys, although kit knows no area.
create table kit.installation (
  one  boolean primary key default true check (one),
  name text not null default 'Nahtstelle',
  demo boolean not null default false,
  address text
);
comment on column kit.installation.demo is 'In a demo all conduct is invented; every object made in it says so.';
insert into kit.installation default values;

create table kit.object (
  id         uuid primary key,
  kind       text not null check (kind ~ '^[a-z][A-Za-z]*$'),
  title      text not null check (btrim(title) <> ''),
  owner      uuid references kit.object,
  body       uuid references kit.object,
  author     uuid references kit.object,
  audience   text not null check (audience in ('draft', 'organisation', 'named', 'body', 'members', 'public')),
  readers    uuid[] not null default '{}',
  invented   boolean not null default false,
  revision   integer not null default 1 check (revision > 0),
  created    timestamptz not null,
  deleted_at timestamptz
);
comment on column kit.object.owner is 'The organisation that answers for it.';
comment on column kit.object.body is 'The body in which it is dealt with, where there is one.';
comment on column kit.object.readers is 'Organisations, bodies or persons that may read it while the audience is named or body.';
create index object_kind on kit.object (kind, created);
create index object_body on kit.object (body, kind) where body is not null;
create index object_owner on kit.object (owner, kind);

create table kit.edition (
  object  uuid not null references kit.object,
  number  integer not null check (number > 0),
  content jsonb not null,
  at      timestamptz not null,
  person  uuid references kit.object,
  organisation uuid references kit.object,
  primary key (object, number)
);
comment on table kit.edition is 'Frozen content that others may cite: stored, never changed.';

create table kit.reply (
  key     text not null check (length(key) between 8 and 200),
  person  uuid not null references kit.object,
  digest  text not null,
  status  integer,
  body    jsonb,
  revision integer,
  at      timestamptz not null,
  primary key (person, key)
);
comment on table kit.reply is 'What a POST with this idempotency key was answered. Part of the same transaction as its effect.';
create index reply_at on kit.reply (at);
