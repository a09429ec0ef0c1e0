-- Checks: rules of a figure kept as data, what was found when it was delivered with the explanation, and two persons who check and accept.
create table figures.rule (
  id          uuid primary key,
  indicator   uuid not null references figures.indicator,
  kind        text not null check (kind in ('range', 'whole', 'partOf', 'sumOf', 'pair', 'change')),
  least       numeric,
  most        numeric,
  percent     numeric check (percent > 0 and percent <= 1000),
  others      uuid[] not null default '{}',
  hard        boolean not null default false,
  recorded_at timestamptz not null,
  check (case when kind = 'range' then coalesce(least <= most, least is not null or most is not null) else least is null and most is null end),
  check ((kind = 'change') = (percent is not null)),
  check (case kind when 'partOf' then cardinality(others) = 1 when 'pair' then cardinality(others) = 1 when 'sumOf' then cardinality(others) between 2 and 12 else others = '{}' end),
  check (not hard or kind in ('range', 'whole')),
  check (indicator <> all (others))
);
comment on table figures.rule is 'What is asked of each delivery of a figure before it is stored. Only what the figure itself shows may refuse it; all else asks for an explanation.';
comment on column figures.rule.others is 'The whole, the parts or the partner; where one of them is not known, the rule decides nothing.';
create unique index rule_once on figures.rule (indicator, kind, others);

alter table figures.delivery
  add column explanation text check (btrim(explanation) <> ''),
  add column findings    jsonb not null default '[]' check (jsonb_typeof(findings) = 'array'),
  add column undecided   text[] not null default '{}',
  add check (findings = '[]' or explanation is not null);
comment on column figures.delivery.findings is 'What stood out when it was delivered, in the words that the deliverer read. Kept only together with an explanation.';
comment on column figures.delivery.undecided is 'Rules that could not be held against it because a part was missing.';
grant update (explanation, findings, undecided) on figures.delivery to {{app}};

create table figures.review (
  number       bigint generated always as identity,
  id           uuid primary key,
  delivery     uuid not null references figures.delivery,
  edition      integer not null,
  step         text not null check (step in ('checked', 'queried', 'accepted')),
  organisation uuid not null references kit.object,
  person       uuid not null references kit.object,
  text         text check (btrim(text) <> ''),
  at           timestamptz not null,
  check (step <> 'queried' or text is not null)
);
comment on table figures.review is 'Checked, queried or accepted: about one edition of a delivery. What was accepted is not released by that.';
comment on column figures.review.person is 'Only so that the same person does not do both; shown to nobody.';
create index review_delivery on figures.review (delivery, edition, number);

-- Two persons of those who check, and neither of them the one who delivered: whatever the application says.
create function figures.guard_review() returns trigger language plpgsql security definer set search_path = '' as $$
declare last figures.review;
begin
  perform from figures.delivery d where d.id = new.delivery for update;
  select * into last from figures.review r where r.delivery = new.delivery and r.edition = new.edition order by r.number desc limit 1;
  if last.step = 'accepted' or (new.step = 'checked' and last.step = 'checked')
     or (new.step = 'accepted' and (last.step is distinct from 'checked' or last.person = new.person)) then
    raise exception 'a delivery is checked by one person and then accepted by another' using errcode = 'NA403';
  end if;
  if exists (select from kit.edition e where e.object = new.delivery and e.number = new.edition and e.person = new.person) then
    raise exception 'nobody checks what they delivered themselves' using errcode = 'NA403';
  end if;
  return new;
end $$;
revoke all on function figures.guard_review() from public;
create trigger review_guard before insert on figures.review for each row execute function figures.guard_review();

do $$
declare t text;
begin
  foreach t in array array['rule', 'review'] loop
    execute format('alter table figures.%I enable row level security', t);
    execute format('alter table figures.%I force row level security', t);
    execute format('create policy %I on figures.%I to {{owner}} using (true) with check (true)', t || '_owner', t);
    execute format('grant select, insert on figures.%I to {{app}}', t);
    execute format('grant select on figures.%I to {{backup}}', t);
  end loop;
end $$;
grant delete on figures.rule to {{app}};
-- Who may define a figure says what is asked of it; everybody may read the rules, as they read its definition.
create policy rule_see on figures.rule for select to {{app}} using (exists (select from figures.indicator i where i.id = indicator));
create policy rule_make on figures.rule for insert to {{app}} with check (recorded_at = (select clock.now())
  and exists (select from kit.object o where o.id = indicator and o.kind = 'indicator' and access.changes(o.owner, o.body, o.author, o.audience, (select access.actor()))
    and access.holds((select access.actor()), '{admin,head,planner}', o.owner))
  and not exists (select from unnest(others) x where not exists (select from figures.indicator i where i.id = x)));
create policy rule_drop on figures.rule for delete to {{app}}
  using (exists (select from kit.object o where o.id = indicator and access.changes(o.owner, o.body, o.author, o.audience, (select access.actor()))
    and access.holds((select access.actor()), '{admin,head,planner}', o.owner)));
create policy review_see on figures.review for select to {{app}} using (exists (select from figures.delivery d where d.id = delivery));
create policy review_make on figures.review for insert to {{app}}
  with check (person = (select (access.actor()).person) and organisation = (select (access.actor()).organisation) and at = (select (access.actor()).at)
    and access.holds((select access.actor()), '{planner,checker,head}', organisation)
    and exists (select from figures.delivery d where d.id = delivery and d.edition = review.edition and d.organisation <> review.organisation));
