-- Planning: a need with its evidence, what a body decided about it, and the measure that follows. Each rests on the frozen edition of the one before.
create schema planning;
grant usage on schema planning to {{app}}, {{worker}}, {{backup}};

create table planning.need (
  id           uuid primary key references kit.object,
  state        text not null default 'draft' check (state in ('draft', 'stated')),
  target_group text not null default '',
  area         uuid references kit.object,
  area_name    text check (btrim(area_name) <> ''),
  benefit      text not null default '',
  description  text not null default '',
  edition      integer,
  stated_on    date,
  foreign key (id, edition) references kit.edition (object, number),
  check ((state = 'stated') = (edition is not null)),
  check ((state = 'stated') = (stated_on is not null)),
  constraint need_complete check (state = 'draft' or (btrim(target_group) <> '' and btrim(benefit) <> '' and (area is not null or area_name is not null)))
);
comment on column planning.need.edition is 'The edition that counts; earlier ones stay for whoever cited them.';
create index need_area on planning.need (area);

create table planning.evidence (
  id             uuid primary key,
  need           uuid not null references planning.need,
  position       integer not null,
  grade          text not null check (grade in ('figures', 'practice', 'citizens')),
  source         uuid references kit.object,
  source_edition integer,
  holder         uuid references kit.object,
  indicator      uuid references kit.object,
  area           uuid references kit.object,
  from_day       date,
  until_day      date check (until_day > from_day),
  cut            text not null default '',
  shown          text,
  as_of          timestamptz not null,
  note           text not null default '',
  foreign key (source, source_edition) references kit.edition (object, number),
  check ((source is null) = (source_edition is null)),
  check ((from_day is null) = (until_day is null)),
  check (grade <> 'figures' or source is not null),
  check (source is not null or btrim(note) <> '')
);
comment on table planning.evidence is 'What a need rests on: a figure in a certain edition, or what practice and citizens report.';
comment on column planning.evidence.shown is 'The value as it stood in a public table. A delivered value is never copied: it stays in the delivery and is shown to whoever may see that.';
comment on column planning.evidence.cut is 'Which dimensions of the table: "GES=GESM"; empty for the total.';
comment on column planning.evidence.holder is 'Whom to ask where the source may not be seen.';
create index evidence_need on planning.evidence (need, position);
create index evidence_source on planning.evidence (source);

create table planning.decision (
  id        uuid primary key references kit.object,
  result    text not null check (result in ('noted', 'agreed', 'recommended', 'resolved')),
  text      text not null check (btrim(text) <> ''),
  reasons   text not null default '',
  addressee uuid references kit.object,
  path      text not null default '',
  costs     text not null default '',
  set_aside text check (btrim(set_aside) <> ''),
  answer_by date,
  meeting   uuid references kit.object,
  edition   integer not null,
  recorded_on date not null,
  foreign key (id, edition) references kit.edition (object, number),
  check (result <> 'recommended' or addressee is not null),
  check (set_aside is null or result = 'noted')
);
comment on column planning.decision.result is 'Kenntnisnahme, Verabredung, Empfehlung or Beschluss (OParl: AgendaItem.result).';
comment on column planning.decision.path is 'Who decides after the body: "Der Kreistag entscheidet".';
create index decision_meeting on planning.decision (meeting);

create table planning.decision_need (
  decision     uuid not null references planning.decision,
  need         uuid not null references planning.need,
  need_edition integer not null,
  primary key (decision, need),
  foreign key (need, need_edition) references kit.edition (object, number)
);
create index decision_need_need on planning.decision_need (need);

create table planning.answer (
  decision     uuid primary key references planning.decision,
  organisation uuid not null references kit.object,
  reason       text not null check (btrim(reason) <> ''),
  on_day       date not null
);
comment on table planning.answer is 'The reason of an addressee who does not act on a recommendation.';

create table planning.measure (
  id                 uuid primary key references kit.object,
  what               text not null check (btrim(what) <> ''),
  decision           uuid not null references planning.decision,
  decision_edition   integer not null,
  lead               uuid references kit.object,
  accountable_public uuid references kit.object,
  accountable_free   uuid references kit.object,
  until_day          date,
  target_group       text not null default '',
  area               uuid references kit.object,
  area_name          text,
  benefit            text not null default '',
  edition            integer,
  agreed_on          date,
  foreign key (decision, decision_edition) references kit.edition (object, number),
  foreign key (id, edition) references kit.edition (object, number),
  check ((agreed_on is null) = (edition is null)),
  check (accountable_public <> accountable_free),
  constraint measure_two_sided check (agreed_on is null or (lead is not null and until_day is not null and accountable_public is not null and accountable_free is not null))
);
comment on constraint measure_two_sided on planning.measure is 'One accountable on each side: the public and the free provider.';
create index measure_decision on planning.measure (decision);

-- A need is stated on evidence, never without: whoever reads it can follow it to a figure and its edition.
create function planning.guard_evidence() returns trigger language plpgsql security definer set search_path = '' as $$
declare n uuid;
begin
  if tg_table_name = 'need' then n := new.id; else n := old.need; end if;
  if exists (select from planning.need x where x.id = n and x.state = 'stated')
     and not exists (select from planning.evidence e where e.need = n and e.grade = 'figures') then
    raise exception 'a need is stated on at least one figure' using errcode = 'NA403';
  end if;
  return null;
end $$;
create constraint trigger need_evidence after insert or update on planning.need deferrable initially deferred
  for each row execute function planning.guard_evidence();
create constraint trigger evidence_stays after update or delete on planning.evidence deferrable initially deferred
  for each row execute function planning.guard_evidence();

create function planning.guard_need() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.id <> old.id or (old.state = 'stated' and (new.state <> 'stated' or new.stated_on is distinct from old.stated_on)) then
    raise exception 'a stated need is not taken back in silence' using errcode = 'NA403';
  end if;
  -- Whoever cites an edition finds it unchanged: other words are another edition.
  if old.state = 'stated' and new.edition <= old.edition
     and (new.target_group, new.benefit, new.description) is distinct from (old.target_group, old.benefit, old.description) then
    raise exception 'a stated need changes with a new edition' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger need_guard before update on planning.need for each row execute function planning.guard_need();

-- The body's own result: a released edition never changes, and other words are another edition, which voids the earlier keys.
create function planning.guard_decision() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'UPDATE' then
    if new.id <> old.id or new.recorded_on <> old.recorded_on or new.meeting is distinct from old.meeting then
      raise exception 'origin of a decision does not change' using errcode = 'NA403';
    end if;
    if cooperation.is_released(old.id, old.edition) then raise exception 'a released decision does not change' using errcode = 'NA403'; end if;
    if new.edition <= old.edition then raise exception 'a decision changes with a new edition' using errcode = 'NA403'; end if;
  end if;
  if new.result = 'resolved' and not planning.body_votes((select o.body from kit.object o where o.id = new.id)) then
    raise exception 'a forum does not vote' using errcode = 'NA403';
  end if;
  return new;
end $$;
-- The rules of the body say whether it votes: a forum does not.
create function planning.body_votes(p_body uuid) returns boolean
  language sql stable security definer set search_path = ''
  return exists (select from cooperation.body b where b.id = p_body and b.votes);
create trigger decision_guard before insert or update on planning.decision for each row execute function planning.guard_decision();

-- No measure on a decision that both chairs have not released, in the very edition that counts.
create function planning.guard_measure() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from actors.organisation a where (a.id = new.accountable_public and a.side = 'free') or (a.id = new.accountable_free and a.side = 'public')) then
    raise exception 'one accountable on each side' using errcode = 'NA403';
  end if;
  if tg_op = 'UPDATE' then
    if new.id <> old.id or new.decision <> old.decision or new.decision_edition <> old.decision_edition
       or (old.agreed_on is not null and new.agreed_on is distinct from old.agreed_on) then
      raise exception 'a measure keeps its decision' using errcode = 'NA403';
    end if;
    if old.agreed_on is not null and new.edition <= old.edition then
      raise exception 'an agreed measure changes with a new edition' using errcode = 'NA403';
    end if;
    -- Chair and office of the body may help with the words; what is agreed is agreed by whom the decision addresses.
    if old.agreed_on is null and new.agreed_on is not null and session_user not in ('{{worker}}', '{{owner}}')
       and (new.agreed_on <> clock.today()
            or not exists (select from kit.object o where o.id = new.id and o.owner = (access.actor()).organisation)) then
      raise exception 'agreed today, and by whom it binds' using errcode = 'NA403';
    end if;
    return new;
  end if;
  if not exists (select from planning.decision d where d.id = new.decision and d.edition = new.decision_edition and d.result <> 'noted'
                    and cooperation.is_released(d.id, d.edition)) then
    raise exception 'a measure rests on a decision that both chairs released' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger measure_guard before insert or update on planning.measure for each row execute function planning.guard_measure();
revoke all on function planning.guard_evidence(), planning.guard_decision(), planning.guard_measure(), planning.body_votes(uuid) from public;
grant execute on function planning.body_votes(uuid) to {{app}};

do $$
declare t text;
begin
  foreach t in array array['need', 'evidence', 'decision', 'decision_need', 'answer', 'measure'] loop
    execute format('alter table planning.%I enable row level security', t);
    execute format('alter table planning.%I force row level security', t);
    execute format('create policy %I on planning.%I to {{owner}} using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on planning.%I for select to {{worker}} using (true)', t || '_worker', t);
    execute format('grant select on planning.%I to {{worker}}, {{backup}}', t);
  end loop;
end $$;

-- Rights. A need belongs to whoever states it, a decision to the body, a measure to whom the decision addresses.
grant select, insert, update on planning.need, planning.decision, planning.measure to {{app}};
grant select, insert, delete on planning.evidence to {{app}};
grant select, insert, delete on planning.decision_need to {{app}};
grant select, insert on planning.answer to {{app}};

create function planning.may_change(p_object uuid) returns boolean
  language sql stable set search_path = ''
  return exists (select from kit.object o where o.id = p_object and access.changes(o.owner, o.body, o.author, o.audience, (select access.actor())));
revoke all on function planning.may_change(uuid) from public;
grant execute on function planning.may_change(uuid) to {{app}};

create policy need_see on planning.need for select to {{app}} using (exists (select from kit.object o where o.id = need.id));
create policy need_make on planning.need for insert to {{app}}
  with check (state = 'draft' and planning.may_change(id) and exists (select from kit.object o join kit.object b on b.id = o.body
    where o.id = need.id and o.kind = 'need' and o.owner = (select (access.actor()).organisation) and b.kind = 'body'
      and (b.owner = o.owner or o.owner = any (b.readers) or b.id = any ((select (access.actor()).readers)::uuid[]))));
create policy need_change on planning.need for update to {{app}} using (planning.may_change(id)) with check (planning.may_change(id));

create policy evidence_see on planning.evidence for select to {{app}} using (exists (select from kit.object o where o.id = need));
create policy evidence_make on planning.evidence for insert to {{app}}
  with check (planning.may_change(need)
    and (source is null or exists (select from kit.object s where s.id = source and s.kind in ('officialTable', 'delivery', 'indicator') and s.owner is not distinct from holder))
    and (shown is null or exists (select from kit.object s where s.id = source and s.kind = 'officialTable')));
grant update (position, note) on planning.evidence to {{app}};
create policy evidence_note on planning.evidence for update to {{app}} using (planning.may_change(need)) with check (planning.may_change(need));
create policy evidence_drop on planning.evidence for delete to {{app}} using (planning.may_change(need));

-- The second line behind the audience: before both chairs released it, only chairs and office of the body read a result.
create policy decision_see on planning.decision for select to {{app}}
  using (exists (select from kit.object o where o.id = decision.id
    and (access.holds((select access.actor()), '{chair,office}', o.body) or cooperation.is_released(decision.id, decision.edition))));
create policy decision_make on planning.decision for insert to {{app}}
  with check (recorded_on <= (select (access.actor()).today) and exists (select from kit.object o where o.id = decision.id and o.kind = 'decision' and o.audience = 'named' and o.owner = o.body
    and access.holds((select access.actor()), '{chair,office}', o.body)));
create policy decision_change on planning.decision for update to {{app}}
  using (exists (select from kit.object o where o.id = decision.id and access.holds((select access.actor()), '{chair,office}', o.body)))
  with check (exists (select from kit.object o where o.id = decision.id and access.holds((select access.actor()), '{chair,office}', o.body)));

create policy decision_need_see on planning.decision_need for select to {{app}} using (exists (select from planning.decision d where d.id = decision));
create policy decision_need_make on planning.decision_need for insert to {{app}}
  with check (exists (select from planning.need n join kit.object x on x.id = n.id join kit.object o on o.id = decision
    where n.id = need and n.state = 'stated' and x.body = o.body and access.holds((select access.actor()), '{chair,office}', o.body)));
create policy decision_need_drop on planning.decision_need for delete to {{app}}
  using (exists (select from planning.decision d join kit.object o on o.id = d.id where d.id = decision
    and access.holds((select access.actor()), '{chair,office}', o.body) and not cooperation.is_released(d.id, d.edition)));

create policy answer_see on planning.answer for select to {{app}} using (exists (select from planning.decision d where d.id = decision));
create policy answer_make on planning.answer for insert to {{app}}
  with check (organisation = (select (access.actor()).organisation) and on_day = (select (access.actor()).today)
    and access.holds((select access.actor()), '{admin,head,planner,staff}', organisation) and exists (select from planning.decision d where d.id = decision
    and d.addressee = organisation and cooperation.is_released(d.id, d.edition)));

create policy measure_see on planning.measure for select to {{app}} using (exists (select from kit.object o where o.id = measure.id));
create policy measure_make on planning.measure for insert to {{app}}
  with check (agreed_on is null and exists (select from kit.object o join planning.decision d on d.id = decision join kit.object x on x.id = d.id
    where o.id = measure.id and o.kind = 'measure' and o.body = x.body and o.owner = (select (access.actor()).organisation)
      and (d.addressee = o.owner or (d.addressee is null and o.body = any ((select (access.actor()).readers)::uuid[]))) and planning.may_change(o.id)));
create policy measure_change on planning.measure for update to {{app}} using (planning.may_change(id)) with check (planning.may_change(id));
