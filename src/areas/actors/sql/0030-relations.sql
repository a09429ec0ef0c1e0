-- What organisations say about how they are related, with source and day; and what an organisation is and deals with, in common words.
create table actors.relation (
  id            uuid primary key,
  organisation  uuid not null references kit.object,
  target        uuid references kit.object check (target <> organisation),
  kind          text not null check (kind in ('cooperates', 'refers', 'funds', 'commissions', 'informs', 'supervises', 'influences')),
  about         text not null default '',
  source        text not null check (btrim(source) <> ''),
  stated_by     uuid not null references kit.object,
  stated_on     date not null,
  valid_from    date not null,
  valid_until   date check (valid_until > valid_from),
  recorded_at   timestamptz not null,
  superseded_at timestamptz,
  check (target is not null or (kind = 'influences' and btrim(about) <> ''))
);
comment on table actors.relation is 'Stated by one of the two, for a time, with its source; what really happens (bodies, agreements, measures) is not stated but derived.';
comment on column actors.relation.target is 'The other organisation; none where somebody influences a process that belongs to nobody.';
comment on column actors.relation.about is 'What it is about: the field or the social process that is influenced.';
create unique index relation_once on actors.relation (organisation, coalesce(target, organisation), kind, about, valid_from) where superseded_at is null;
create index relation_target on actors.relation (target) where superseded_at is null;

create table actors.tag (
  organisation uuid not null references kit.object,
  family       text not null check (family in ('role', 'field')),
  code         text not null check (code ~ '^[a-z][A-Za-z]*$'),
  primary key (organisation, family, code)
);
comment on table actors.tag is 'role: what kind of actor it is beyond its legal kind (school, police, youth office). field: what it deals with (care, housing). The words stand in the contract.';

create function actors.may_relate(p_organisation uuid, p_target uuid) returns boolean
  language sql stable security definer set search_path = ''
  return actors.may_describe(p_organisation) or (p_target is not null and actors.may_describe(p_target));
revoke all on function actors.may_relate(uuid, uuid) from public;
grant execute on function actors.may_relate(uuid, uuid) to {{app}};

do $$
declare t text;
begin
  foreach t in array array['relation', 'tag'] loop
    execute format('alter table actors.%I enable row level security', t);
    execute format('alter table actors.%I force row level security', t);
    execute format('create policy %I on actors.%I to {{owner}} using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on actors.%I for select to {{worker}} using (true)', t || '_worker', t);
    execute format('grant select on actors.%I to {{app}}, {{worker}}, {{backup}}', t);
    execute format('grant insert on actors.%I to {{app}}', t);
  end loop;
end $$;

-- Seen by those who work here and see both. Nobody states anything about two others.
create policy relation_see on actors.relation for select to {{app}}
  using ((select (access.actor()).organisation) is not null and exists (select from kit.object o where o.id = relation.organisation)
    and (target is null or exists (select from kit.object o where o.id = relation.target)));
create policy relation_make on actors.relation for insert to {{app}}
  with check (actors.may_relate(organisation, target) and stated_by = (select (access.actor()).organisation)
    and stated_on = (select (access.actor()).today) and recorded_at = (select (access.actor()).at)
    and exists (select from kit.object o where o.id = organisation and o.kind = 'organisation')
    and (target is null or exists (select from kit.object o where o.id = target and o.kind = 'organisation')));
create policy relation_change on actors.relation for update to {{app}}
  using (actors.may_relate(organisation, target)) with check (actors.may_relate(organisation, target));
grant update (superseded_at) on actors.relation to {{app}};
create trigger relation_recorded before update on actors.relation for each row execute function actors.guard_recorded();

create policy tag_see on actors.tag for select to {{app}} using (exists (select from kit.object o where o.id = tag.organisation));
create policy tag_make on actors.tag for insert to {{app}} with check (actors.may_describe(organisation));
create policy tag_drop on actors.tag for delete to {{app}} using (actors.may_describe(organisation));
grant delete on actors.tag to {{app}};
