-- Who is to be involved in what is planned: for a body, a need, a measure or whatever else is dealt with in a body. Said of organisations only,
-- never of persons: by the organisation about itself, or by those who deal with it, with their source. And how a gap is closed: by asking somebody.
create table cooperation.involvement (
  id            uuid primary key,
  about         uuid not null references kit.object,
  organisation  uuid not null references kit.object,
  own           boolean not null,
  influence     text check (influence in ('high', 'medium', 'low')),
  interest      text check (interest in ('high', 'medium', 'low')),
  contribution  text not null default '',
  state         text check (state in ('asked', 'promised', 'involved', 'left')),
  source        text check (btrim(source) <> ''),
  stated_by     uuid not null references kit.object,
  recorded_on   date not null,
  recorded_at   timestamptz not null,
  superseded_at timestamptz,
  check (own = (source is null)),
  check (not own or (influence is null and state is distinct from 'asked')),
  check (influence is not null or interest is not null or state is not null or contribution <> '')
);
create unique index involvement_once on cooperation.involvement (about, organisation, own) where superseded_at is null;
create index involvement_organisation on cooperation.involvement (organisation) where superseded_at is null;
comment on table cooperation.involvement is 'Two voices stand beside each other: own is what the organisation says of itself, the other what those say who deal with it. Neither replaces the other.';
comment on column cooperation.involvement.state is 'What was said: asked, promised, involved, left. What really is (a seat, a joint measure) is not stated but derived.';

create table cooperation.subject_topic (
  about uuid not null references kit.object,
  code  text not null check (code ~ '^[a-z][A-Za-z]*$'),
  primary key (about, code)
);
comment on table cooperation.subject_topic is 'What a need or a measure deals with, where that is narrower than its body: it says who usually belongs.';

-- From a gap to asking an organisation: the one offer of a seat says for what, as which kind of actor, and with which words.
alter table cooperation.seat_offer add column about uuid references kit.object, add column actor text check (actor ~ '^[a-z][A-Za-z]*$'), add column message text not null default '';
create index seat_offer_about on cooperation.seat_offer (about) where about is not null;
grant insert (about, actor, message) on cooperation.seat_offer to {{app}};
comment on column cooperation.seat_offer.about is 'What it is asked for: the body, or what is dealt with in it; null: a seat, for nothing in particular.';
comment on column cooperation.seat_offer.actor is 'As which kind of actor it was missed.';
drop policy seat_offer_make on cooperation.seat_offer;
create policy seat_offer_make on cooperation.seat_offer for insert to {{app}}
  with check (cooperation.runs(body) and offered_by = (select (access.actor()).person) and offered_at = (select (access.actor()).at)
    and (about is null or exists (select from kit.object o where o.id = seat_offer.about and o.body = seat_offer.body)));

create function cooperation.may_involve(p_about uuid, p_organisation uuid, p_own boolean) returns boolean
  language plpgsql stable security definer set search_path = '' as $$
declare a access.actor := access.actor(); o kit.object;
begin
  select * into o from kit.object x where x.id = p_about and x.deleted_at is null and x.body is not null
     and access.sees(x.audience, x.owner, x.author, x.readers, x.deleted_at, x.purpose, a);
  if not found or a.organisation is null then return false; end if;
  if p_own then
    return coalesce(p_organisation = a.organisation, false)
      and (access.holds(a, '{admin,head,planner}', p_organisation) or access.holds(a, '{chair,delegate,deputy}', o.body));
  end if;
  return case when o.id = o.body then access.holds(a, '{chair,office}', o.body) else access.changes(o.owner, o.body, o.author, o.audience, a) end;
end $$;
revoke all on function cooperation.may_involve(uuid, uuid, boolean) from public;
grant execute on function cooperation.may_involve(uuid, uuid, boolean) to {{app}};

do $$
declare t text;
begin
  foreach t in array array['involvement', 'subject_topic'] loop
    execute format('alter table cooperation.%I enable row level security', t);
    execute format('alter table cooperation.%I force row level security', t);
    execute format('create policy %I on cooperation.%I to {{owner}} using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on cooperation.%I for select to {{worker}} using (true)', t || '_worker', t);
    execute format('grant select on cooperation.%I to {{app}}, {{worker}}, {{backup}}', t);
    execute format('grant insert on cooperation.%I to {{app}}', t);
  end loop;
end $$;
-- Read by those who work here and see what it is about.
create policy involvement_see on cooperation.involvement for select to {{app}}
  using ((select (access.actor()).organisation) is not null and exists (select from kit.object o where o.id = involvement.about));
create policy involvement_make on cooperation.involvement for insert to {{app}}
  with check (superseded_at is null and recorded_at = (select (access.actor()).at) and recorded_on = (select (access.actor()).today)
    and stated_by = (select (access.actor()).organisation) and cooperation.may_involve(about, organisation, own)
    and exists (select from kit.object w where w.id = involvement.organisation and w.kind = 'organisation'));
create policy involvement_close on cooperation.involvement for update to {{app}}
  using (cooperation.may_involve(about, organisation, own)) with check (superseded_at = (select (access.actor()).at));
grant update (superseded_at) on cooperation.involvement to {{app}};
create trigger involvement_recorded before update on cooperation.involvement for each row execute function cooperation.guard_closed();

create policy subject_topic_see on cooperation.subject_topic for select to {{app}} using (exists (select from kit.object o where o.id = subject_topic.about));
create policy subject_topic_make on cooperation.subject_topic for insert to {{app}} with check (cooperation.may_involve(about, null, false));
create policy subject_topic_drop on cooperation.subject_topic for delete to {{app}} using (cooperation.may_involve(about, null, false));
grant delete on cooperation.subject_topic to {{app}};
