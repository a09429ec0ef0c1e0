-- The founding of a body while it is being prepared: a draft that nobody but its founder sees, on whatever device, until the body is there.
create table cooperation.founding (
  id          uuid primary key references kit.object,
  content     jsonb not null check (jsonb_typeof(content) = 'object' and length(content::text) <= 300000),
  made        jsonb not null default '{}' check (jsonb_typeof(made) = 'object' and length(made::text) <= 60000),
  changed_at  timestamptz not null,
  finished_on date
);
comment on table cooperation.founding is 'What somebody has said so far about a body that is to be founded. Goes a year after it was last touched.';
comment on column cooperation.founding.made is 'Which step of the founding has made what, or why it was refused: whoever goes on makes nothing twice.';
comment on column cooperation.founding.finished_on is 'The body is there. From then on the draft names nobody and does not change.';

alter table cooperation.founding enable row level security;
alter table cooperation.founding force row level security;
create policy founding_owner on cooperation.founding to {{owner}} using (true) with check (true);
create policy founding_see on cooperation.founding for select to {{app}} using ((select true from kit.object o where o.id = founding.id));
create policy founding_make on cooperation.founding for insert to {{app}}
  with check ((select o.kind = 'founding' and o.audience = 'draft' and o.author = (access.actor()).person from kit.object o where o.id = founding.id) and finished_on is null);
create policy founding_change on cooperation.founding for update to {{app}}
  using (finished_on is null and (select o.kind = 'founding' and o.deleted_at is null and o.author = (access.actor()).person from kit.object o where o.id = founding.id))
  with check ((select o.author = (access.actor()).person from kit.object o where o.id = founding.id));
create policy founding_worker on cooperation.founding to {{worker}} using (true);
grant select on cooperation.founding to {{app}}, {{backup}};
grant insert (id, content, changed_at), update (content, made, changed_at, finished_on) on cooperation.founding to {{app}};
grant select (id, changed_at), delete on cooperation.founding to {{worker}};
