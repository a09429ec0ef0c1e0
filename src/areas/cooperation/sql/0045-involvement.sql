-- Who is to be involved in what is planned: for a body, a need, a measure or whatever else is dealt with in a body. Said of organisations only,
-- never of persons: by the organisation about itself, or by those who deal with it, with their source. And how a gap is closed: by an offer of a seat.
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

create table cooperation.seat_offer (
  id           uuid primary key references kit.object,
  body         uuid not null references cooperation.body,
  about        uuid not null references kit.object,
  organisation uuid not null references kit.object,
  actor        text not null check (actor ~ '^[a-z][A-Za-z]*$'),
  guest        boolean not null,
  text         text not null check (btrim(text) <> ''),
  offered_on   date not null,
  answer       text check (answer in ('accepted', 'declined')),
  answered_on  date,
  answer_text  text not null default '',
  source       text check (btrim(source) <> ''),
  seat         uuid references cooperation.seat,
  check ((answer is null) = (answered_on is null)),
  check (answer is not null or source is null),
  check (seat is null or answer is not distinct from 'accepted')
);
create unique index seat_offer_open on cooperation.seat_offer (body, organisation) where answer is null;
create index seat_offer_about on cooperation.seat_offer (about);
comment on table cooperation.seat_offer is 'Chair or office ask an organisation to take part, as a member or as a guest. Its own yes makes the seat.';
comment on column cooperation.seat_offer.source is 'From where the office knows the answer of somebody who does not act here; null: the organisation answered itself.';

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
  foreach t in array array['involvement', 'subject_topic', 'seat_offer'] loop
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

create policy seat_offer_see on cooperation.seat_offer for select to {{app}} using (exists (select from kit.object o where o.id = seat_offer.id));
create policy seat_offer_make on cooperation.seat_offer for insert to {{app}}
  with check (cooperation.runs(body) and answer is null and seat is null and offered_on = (select (access.actor()).today)
    and exists (select from kit.object o where o.id = seat_offer.id and o.kind = 'seatOffer' and o.body = seat_offer.body and o.audience = 'named' and seat_offer.organisation = any (o.readers))
    and exists (select from kit.object w where w.id = seat_offer.organisation and w.kind = 'organisation')
    and exists (select from kit.object s where s.id = seat_offer.about and s.body = seat_offer.body));
-- The organisation answers itself; the office notes the answer only of others and with its source.
create policy seat_offer_answer on cooperation.seat_offer for update to {{app}}
  using (answer is null and (organisation = (select (access.actor()).organisation) and access.holds((select access.actor()), '{admin,head,planner}', organisation)
    or organisation <> (select (access.actor()).organisation) and cooperation.runs(body)))
  with check (answer is not null and answered_on = (select (access.actor()).today) and seat is null
    and (source is null) = (organisation = (select (access.actor()).organisation)));
grant update (answer, answered_on, answer_text, source) on cooperation.seat_offer to {{app}};

create function cooperation.guard_offer() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.seat is not null or (old.answer is not null and new.seat is null) then
    raise exception 'an answer stands' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger seat_offer_guard before update on cooperation.seat_offer for each row execute function cooperation.guard_offer();

-- As the worker, once the yes is there. Null when there is nothing to do any more.
create function cooperation.take_seat(p_offer uuid) returns uuid
  language plpgsql volatile security definer set search_path = '' as $$
declare f cooperation.seat_offer; there uuid;
begin
  select * into f from cooperation.seat_offer x where x.id = p_offer and x.answer = 'accepted' and x.seat is null for update;
  if not found or cooperation.is_over(f.body) then return null; end if;
  select s.id into there from cooperation.seat s where s.body = f.body and s.organisation = f.organisation and s.superseded_at is null
     and (s.valid_until is null or clock.today() < s.valid_until) order by s.valid_from limit 1;
  if there is null then
    there := gen_random_uuid();
    insert into cooperation.seat (id, body, organisation, voting, guest, valid_from, recorded_at)
    values (there, f.body, f.organisation, not f.guest, f.guest, clock.today(), clock.now());
  end if;
  update cooperation.seat_offer set seat = there where id = p_offer;
  return there;
end $$;
revoke all on function cooperation.take_seat(uuid) from public;
grant execute on function cooperation.take_seat(uuid) to {{worker}};
