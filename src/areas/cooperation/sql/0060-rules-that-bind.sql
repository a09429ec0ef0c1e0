-- Rules of procedure bind: invitation and minutes in so many days, each as must, should or usual; and until when items for the agenda are handed in.
alter table cooperation.rules
  add column notice_strength text not null default 'must' constraint rules_notice_strength_check check (notice_strength in ('must', 'should', 'usual')),
  add column item_days integer constraint rules_item_days_check check (item_days between 1 and 365),
  add column minutes_days integer constraint rules_minutes_days_check check (minutes_days between 1 and 365),
  add column minutes_strength text not null default 'must' constraint rules_minutes_strength_check check (minutes_strength in ('must', 'should', 'usual')),
  add column binds_from date,
  add constraint rules_items_before_invitation check (item_days >= notice_days);
comment on column cooperation.rules.item_days is 'So many days before a meeting items for its agenda are handed in at the latest: with the invitation the agenda goes out.';
comment on column cooperation.rules.binds_from is 'Adopted before duties arose from rules: from this day on they do, and nothing is owed for the time before. Entered by this migration only.';
update cooperation.rules set binds_from = clock.today();

revoke insert on cooperation.rules from {{app}};
grant insert (body, edition, object, valid_from, meets_per_year, notice_days, notice_strength, item_days, minutes_days, minutes_strength, quorum, majority, keys_for, stand_in,
  deadlock_days, deadlock, secret_ballot, term_alarm_months, interim, group_months, text, agreement, agreement_edition) on cooperation.rules to {{app}};

-- From which day the edition in force is owed: adopted, valid, and known here (signatures on paper are entered later than they were given).
create function cooperation.rules_bind_from(p_rules cooperation.rules) returns date
  language sql stable security definer set search_path = ''
  return greatest(p_rules.valid_from, p_rules.binds_from, cooperation.adopted_on(p_rules.body, p_rules.edition),
    (select (max(s.recorded_at) at time zone 'Europe/Berlin')::date from cooperation.signature s where s.agreement = p_rules.agreement and s.edition = p_rules.agreement_edition));
revoke all on function cooperation.rules_bind_from(cooperation.rules) from public;
grant execute on function cooperation.rules_bind_from(cooperation.rules) to {{worker}};

-- Two majorities that "absolute" was read as: of the votes that were cast (so far in elections), and of all who may vote (so far in meetings). Each has a name of its own now.
alter table cooperation.rules drop constraint rules_majority_check;
update cooperation.rules set majority = 'entitled' where majority = 'absolute';
alter table cooperation.rules add constraint rules_majority_check check (majority in ('simple', 'cast', 'entitled', 'twoThirds', 'consensus'));
alter table cooperation.election drop constraint election_majority_check;
alter table cooperation.election disable trigger election_guard;
update cooperation.election set majority = 'cast' where majority = 'absolute';
alter table cooperation.election enable trigger election_guard;
alter table cooperation.election add constraint election_majority_check check (majority in ('simple', 'cast', 'entitled', 'twoThirds', 'consensus'));

-- The one place that knows majorities, for elections and for votes on an item. Abstentions and invalid papers are not cast. simple: more than were against (in an election the most
-- votes follow from who is counted); cast: more than half of what was cast; entitled: more than half of all seats with a vote, there or not.
create function cooperation.has_majority(p_majority text, p_in_favour integer, p_against integer, p_cast integer, p_entitled integer) returns boolean
  language sql immutable set search_path = ''
  return p_in_favour > 0 and case p_majority when 'simple' then p_in_favour > p_against when 'cast' then p_in_favour * 2 > p_cast when 'entitled' then p_in_favour * 2 > p_entitled
    when 'twoThirds' then p_in_favour * 3 >= p_cast * 2 when 'consensus' then p_in_favour = p_cast else false end;
revoke all on function cooperation.has_majority(text, integer, integer, integer, integer) from public;

create or replace function cooperation.election_rules(p_body uuid, out quorum text, out majority text, out secret_ballot boolean, out term_alarm_months integer, out interim text, out notice_days integer, out edition integer)
  language sql stable security definer set search_path = '' begin atomic
  select coalesce(r.quorum, 'none'), coalesce(r.majority, 'cast'), coalesce(r.secret_ballot, false), coalesce(r.term_alarm_months, 6), coalesce(r.interim, 'office'), coalesce(r.notice_days, 14), r.edition
    from cooperation.rule_of(p_body) r;
end;
-- Counts a round and says what follows, as before; the majority is that of the one place.
create or replace function cooperation.settle_round(p_election uuid, p_day date, p_present integer, p_votes jsonb, p_against integer, p_abstained integer, p_invalid integer) returns text language plpgsql volatile set search_path = '' as $$
declare a access.actor := access.actor(); e cooperation.election; stands uuid[]; v integer[]; again boolean; n integer; seats integer; total integer; top integer; second integer; met boolean; said text; quorum text;
begin
  select * into e from cooperation.election where id = p_election; select r.quorum into quorum from cooperation.election_rules(e.body) r;
  select array_agg(s.candidacy order by s.candidacy), array_agg((p_votes->>s.candidacy::text)::integer order by s.candidacy) into stands, v from cooperation.standing_for(e.id) s;
  select coalesce(max(r.number), 0) + 1, coalesce((array_agg(r.outcome order by r.number desc) filter (where r.struck_because is null))[1] = 'runoff', false) into n, again from cooperation.round r where r.election = e.id;
  select count(*) into seats from cooperation.voting_seats(e.constituency, p_day); select sum(x), max(x) into total, top from unnest(v) x;
  if (stands is null or array_position(v, null) is not null or (select count(*) from jsonb_object_keys(p_votes)) <> cardinality(stands) or least(p_against, p_abstained, p_invalid) < 0
     or (select min(x) from unnest(v) x) < 0 or (p_against > 0 and cardinality(stands) > 1) or (e.method = 'hands' and p_invalid > 0)
     or total + p_against + p_abstained + p_invalid > p_present or p_present > seats or p_present = 0 or p_day < e.day or p_day > clock.today()
     or (quorum = 'half' and p_present * 2 < seats) or (quorum = 'twoThirds' and p_present * 3 < seats * 2)) is distinct from false then raise exception 'the count does not add up' using errcode = 'NA400'; end if;
  select max(x) into second from unnest(v) x where x < top; met := cooperation.has_majority(case when again then 'simple' else e.majority end, top, p_against, total + p_against, seats);
  said := case when met and cardinality(array_positions(v, top)) = 1 then 'elected' when cardinality(v) = 1 or top = 0 then 'none' when again then 'tie' else 'runoff' end;
  insert into cooperation.round (election, number, runoff, day, entitled, present, against, abstained, invalid, outcome, recorded_by, recorded_for, recorded_at)
  values (e.id, n, again, p_day, seats, p_present, p_against, p_abstained, p_invalid, said, a.person, a.organisation, a.at); insert into cooperation.tally (election, number, candidacy, votes, again)
  select e.id, n, stands[i], v[i], said = 'runoff' and (v[i] = top or (cardinality(array_positions(v, top)) = 1 and v[i] = second)) from generate_subscripts(v, 1) i;
  update cooperation.election set status = case said when 'elected' then 'decided' when 'none' then 'nominating' else said end, elected = case when said = 'elected' then stands[array_position(v, top)] end where id = e.id; return said;
end $$;

-- A party has left, and office or chairs have let its seats end with that: from this day on its chair is none any more. What the party has not declared itself (the office recorded
-- it) ends nobody's chair within a week, as with a resignation that the office records. Null: the seat stays, or there is another.
create function cooperation.chair_falls_on(p_organisation uuid, p_body uuid) returns date
  language sql stable security definer set search_path = ''
begin atomic
  select max(greatest(t.effective_on, t.answered_on, case when t.person is null then (t.recorded_at at time zone 'Europe/Berlin')::date + 7 end))
    from cooperation.termination t join kit.object a on a.id = t.agreement and a.body = p_body
   where t.organisation = p_organisation and t.taken_back_on is null and t.seat_answer = 'end'
     and not exists (select from cooperation.seat s where s.body = p_body and s.organisation = p_organisation and s.superseded_at is null
                       and (s.valid_until is null or s.valid_until > greatest(t.effective_on, t.answered_on)));
end;
revoke all on function cooperation.chair_falls_on(uuid, uuid) from public;
grant execute on function cooperation.chair_falls_on(uuid, uuid) to {{app}}, {{worker}};
-- As before, and: with the seat of a party that has left, its chair ends.
create or replace function cooperation.may_shorten(p_person uuid, p_organisation uuid, p_body uuid, p_role text, p_from date, p_until date) returns boolean language plpgsql stable security definer set search_path = '' as $$
declare a access.actor := access.actor(); begin
  return coalesce(p_role = 'chair' and p_until is not null and exists (select from access.mandate m where m.body = p_body and m.role = 'chair' and m.person = p_person and m.organisation = p_organisation
                  and m.from_day = p_from and (m.until_day is null or p_until <= m.until_day) and m.superseded_at is null)
    and ((p_person = a.person and p_organisation = a.organisation and p_until > a.today)
      or (access.holds(a, '{chair,office}', p_body) and p_until >= cooperation.chair_falls_on(p_organisation, p_body))
      or exists (select from cooperation.election e join cooperation.candidacy c on c.id = e.elected where e.body = p_body and e.status = 'decided' and e.role = 'chair' and p_until between e.term_from and greatest(e.term_from, a.today)
            and (c.person = a.person or (access.holds(a, '{office}', e.body) and cooperation.is_witnessed(e.id)))
            and exists (select from cooperation.seat s where s.constituency = e.constituency and s.organisation = p_organisation and s.superseded_at is null))), false);
end $$;
alter policy mandate_end on access.mandate using (access.may_grant(person, organisation, body, role) or (role = 'chair' and (person = (select (access.actor()).person)
    or exists (select from cooperation.election e join cooperation.candidacy c on c.id = e.elected where e.body = mandate.body and e.role = 'chair' and e.status = 'decided'
      and (c.person = (select (access.actor()).person) or access.holds((select access.actor()), '{office}', e.body))))
    or (access.holds((select access.actor()), '{chair,office}', body) and cooperation.chair_falls_on(organisation, body) is not null)))
  with check (access.may_grant(person, organisation, body, role) or cooperation.may_be_replaced(person, organisation, body, role, from_day, superseded_by));
