-- A seat is offered, and the organisation takes it: by whoever acts for it, by the button in a mail, or as the office has been told. Before that
-- it gives no right. Only the founding act, the organisation's own signature and one's own organisation need no question.
create table cooperation.seat_offer (
  id           uuid primary key,
  body         uuid not null references cooperation.body,
  organisation uuid not null references kit.object,
  unit         uuid references kit.object,
  constituency uuid,
  guest        boolean not null default false,
  from_day     date not null,
  offered_by   uuid not null references kit.object,
  offered_at   timestamptz not null,
  duty         uuid unique references duties.duty,
  answer       text check (answer in ('accepted', 'declined', 'withdrawn')),
  answered_on  date,
  seat         uuid references cooperation.seat,
  foreign key (constituency, body) references cooperation.constituency (id, body),
  constraint seat_offer_answered check ((answer is null) = (answered_on is null)),
  constraint seat_offer_seat check ((coalesce(answer, '') = 'accepted') = (seat is not null))
);
create unique index seat_offer_open on cooperation.seat_offer (body, organisation, coalesce(unit, organisation)) where answer is null;
comment on table cooperation.seat_offer is 'Asked, not yet given: the seat comes into being when the organisation has taken it. duty: the question that it answers.';

alter table cooperation.seat_offer enable row level security;
alter table cooperation.seat_offer force row level security;
create policy seat_offer_owner on cooperation.seat_offer to {{owner}} using (true) with check (true);
create policy seat_offer_worker on cooperation.seat_offer for select to {{worker}} using (true);
create policy seat_offer_ask on cooperation.seat_offer for update to {{worker}} using (answer is null) with check (answer is null and duty is not null);
create policy seat_offer_see on cooperation.seat_offer for select to {{app}} using (organisation = (select (access.actor()).organisation)
  or access.holds((select access.actor()), '{chair,office,delegate,deputy,guest}', body));
create policy seat_offer_make on cooperation.seat_offer for insert to {{app}}
  with check (cooperation.runs(body) and offered_by = (select (access.actor()).person) and offered_at = (select (access.actor()).at));
create policy seat_offer_withdraw on cooperation.seat_offer for update to {{app}} using (answer is null and cooperation.runs(body))
  with check (answer = 'withdrawn' and answered_on = (select (access.actor()).today) and cooperation.runs(body));
grant select on cooperation.seat_offer to {{app}}, {{worker}}, {{backup}};
grant insert (id, body, organisation, unit, constituency, guest, from_day, offered_by, offered_at), update (answer, answered_on) on cooperation.seat_offer to {{app}};
grant update (duty) on cooperation.seat_offer to {{worker}};

-- As the worker: the answer stands in the duty, stated by the organisation itself or told to the office. The seat begins no earlier than the answer.
create function cooperation.answer_offer(p_offer uuid) returns text language plpgsql volatile security definer set search_path = '' as $$
declare o cooperation.seat_offer; d record; s uuid;
begin
  select * into o from cooperation.seat_offer x where x.id = p_offer and x.answer is null for update;
  select x.debtor, x.creditor, x.kind, x.state into d from duties.standing x where x.id = o.duty;
  if d.kind is distinct from 'acceptSeat' or d.debtor <> o.organisation or d.creditor <> o.body or cooperation.is_over(o.body) then return null; end if;
  if d.state in ('reasoned', 'waived') then
    update cooperation.seat_offer set answer = 'declined', answered_on = clock.today() where id = o.id;
    return 'declined';
  end if;
  if d.state not in ('done', 'doneLate') then return null; end if;
  select x.id into s from cooperation.seat x where x.body = o.body and x.organisation = o.organisation and x.unit is not distinct from o.unit and x.superseded_at is null
     and (x.valid_until is null or x.valid_until > clock.today()) limit 1;
  if s is null then
    s := gen_random_uuid();
    insert into cooperation.seat (id, body, organisation, unit, constituency, voting, guest, valid_from, recorded_at)
    values (s, o.body, o.organisation, o.unit, o.constituency, not o.guest, o.guest, greatest(o.from_day, clock.today()), clock.now());
  end if;
  update cooperation.seat_offer set answer = 'accepted', answered_on = clock.today(), seat = s where id = o.id;
  return 'accepted';
end $$;
-- Whether a party has put its name under what this body agreed on: then it has taken its seat with that.
create function cooperation.has_signed(p_body uuid, p_organisation uuid) returns boolean
  language sql stable security definer set search_path = ''
  return exists (select from cooperation.signature s join kit.object o on o.id = s.agreement where o.body = p_body and o.deleted_at is null and s.organisation = p_organisation);
revoke all on function cooperation.answer_offer(uuid), cooperation.has_signed(uuid, uuid) from public;
grant execute on function cooperation.answer_offer(uuid) to {{worker}};
grant execute on function cooperation.has_signed(uuid, uuid) to {{app}};

-- No chair and no office gives a seat unasked, by no path: as long as nobody acts in the body it is being founded; a seat that is
-- ended goes on until its day; whoever has signed has taken its seat; and one's own organisation needs not be asked.
create function cooperation.guard_new_seat() returns trigger language plpgsql security definer set search_path = '' as $$
declare a access.actor;
begin
  if session_user in ('{{worker}}', '{{owner}}') then return new; end if;
  a := access.actor();
  if exists (select from access.mandate m where m.body = new.body) and not cooperation.has_signed(new.body, new.organisation)
     and not (a.organisation = new.organisation and access.holds(a, '{admin,head}', new.organisation))
     and not exists (select from cooperation.seat x where x.body = new.body and x.organisation = new.organisation and x.unit is not distinct from new.unit and x.id <> new.id
       and (x.superseded_at is null or x.superseded_at = clock.now()) and (x.valid_until is null or x.valid_until > clock.today())) then
    raise exception 'a seat is offered, and the organisation takes it' using errcode = 'NA403';
  end if;
  return new;
end $$;
revoke all on function cooperation.guard_new_seat() from public;
create trigger seat_taken before insert on cooperation.seat for each row execute function cooperation.guard_new_seat();
