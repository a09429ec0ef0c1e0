-- Elections of the offices of a body: called, nominated, counted, accepted. What is counted and decided is written by functions only, so that no result
-- can be typed in; the mandate of whoever was elected follows from the recorded election and from nothing else.
create table cooperation.election (
  id uuid primary key references kit.object, body uuid not null references cooperation.body, constituency uuid not null, role text not null check (role in ('chair', 'deputy')),
  occasion text not null check (occasion in ('first', 'term', 'vacancy')), day date not null, term_from date not null check (term_from >= day), term_until date not null check (term_until > term_from),
  method text not null check (method in ('hands', 'paper', 'electronic')), majority text not null check (majority in ('simple', 'absolute', 'twoThirds', 'consensus')),
  status text not null default 'nominating' check (status in ('nominating', 'drawing', 'casting', 'runoff', 'tie', 'decided', 'accepted', 'declined', 'cancelled')),
  elected uuid, settled_on date, source text check (btrim(source) <> ''), because text check (btrim(because) <> ''), mandate uuid references access.mandate,
  foreign key (constituency, body) references cooperation.constituency (id, body)
);
create unique index election_one on cooperation.election (constituency, role) where status not in ('accepted', 'declined', 'cancelled');
create index election_body on cooperation.election (body);
comment on table cooperation.election is 'One office, one constituency. term_until is half-open; source: from where the office knows of acceptance or refusal.';
create table cooperation.candidacy (
  id uuid primary key, election uuid not null references cooperation.election, person uuid not null references kit.object, organisation uuid not null references kit.object, proposed_by uuid not null references kit.object,
  source text check (btrim(source) <> ''), consented_on date, consent_source text check (btrim(consent_source) <> ''), withdrawn_on date, recorded_by uuid not null references kit.object, recorded_at timestamptz not null,
  unique (election, id)
);
create unique index candidacy_once on cooperation.candidacy (election, person) where withdrawn_on is null;
alter table cooperation.election add foreign key (id, elected) references cooperation.candidacy (election, id);
comment on table cooperation.candidacy is 'A nomination by a seat of the constituency; it counts once the candidate has consented.';
create table cooperation.round (
  election uuid not null references cooperation.election, number smallint not null check (number > 0), primary key (election, number),
  runoff boolean not null, day date not null, entitled integer not null, present integer not null check (present between 0 and entitled),
  against integer not null check (against >= 0), abstained integer not null check (abstained >= 0), invalid integer not null check (invalid >= 0), outcome text not null check (outcome in ('elected', 'runoff', 'tie', 'none')),
  lot uuid, lot_by uuid references kit.object, lot_for uuid references kit.object, witness uuid references kit.object, witness_for uuid references kit.object, check (witness_for <> coalesce(lot_for, recorded_for)),
  struck_because text check (btrim(struck_because) <> ''), recorded_by uuid not null references kit.object, recorded_for uuid not null references kit.object, recorded_at timestamptz not null,
  foreign key (election, lot) references cooperation.candidacy (election, id)
);
comment on table cooperation.round is 'One counting: seats, never heads. A count or a lot is recorded by one and witnessed by another, of another organisation.';
create table cooperation.tally (
  election uuid not null, number smallint not null, candidacy uuid not null, primary key (election, number, candidacy), votes integer not null check (votes >= 0), again boolean not null default false,
  foreign key (election, number) references cooperation.round, foreign key (election, candidacy) references cooperation.candidacy (election, id)
);
create table cooperation.interim (
  mandate uuid primary key references access.mandate, body uuid not null references cooperation.body, constituency uuid not null, foreign key (constituency, body) references cooperation.constituency (id, body)
);
comment on table cooperation.interim is 'A chair that goes on after its term until the election, because the rules of procedure say so.';
-- The secret ballot: a seat draws a blank paper with a mark that it made itself and the house signed unseen; in a second step the paper comes back from
-- nobody. Who has drawn and what was cast share no column, no transaction and no order: all have drawn before the first is cast.
create table cooperation.ballot_key (
  election uuid not null references cooperation.election, number smallint not null, primary key (election, number), modulus numeric not null, exponent numeric
);
create table cooperation.ballot_draw (election uuid not null references cooperation.election, number smallint not null, seat uuid not null references cooperation.seat, primary key (election, number, seat));
create table cooperation.ballot (
  id uuid primary key, election uuid not null references cooperation.election, number smallint not null, mark bytea,
  answer text not null check (answer in ('for', 'against', 'abstained')), candidacy uuid check ((answer = 'for') = (candidacy is not null)),
  unique (election, number, mark), foreign key (election, candidacy) references cooperation.candidacy (election, id)
);
comment on column cooperation.ballot.mark is 'The serial of the paper, until the close; the house never saw it before it was cast. With it goes the exponent of the key.';
-- What the rules of procedure say about elections; sensible defaults while a body has none.
create function cooperation.election_rules(p_body uuid, out quorum text, out majority text, out secret_ballot boolean, out term_alarm_months integer, out interim text, out notice_days integer, out edition integer)
  language sql stable security definer set search_path = '' begin atomic
  select coalesce(r.quorum, 'none'), coalesce(r.majority, 'absolute'), coalesce(r.secret_ballot, false), coalesce(r.term_alarm_months, 6), coalesce(r.interim, 'office'), coalesce(r.notice_days, 14), r.edition
    from cooperation.rule_of(p_body) r;
end;
-- An electronic secret ballot only where the body has allowed it for itself; without rules never.
create function cooperation.allows_secret_ballot(p_body uuid) returns boolean language sql stable security definer set search_path = '' return (select r.secret_ballot from cooperation.election_rules(p_body) r);
-- Seats that vote: one vote each, also where one organisation has several.
create function cooperation.voting_seats(p_constituency uuid, p_day date) returns table (seat uuid, organisation uuid) language sql stable security definer set search_path = ''
begin atomic select s.id, s.organisation from cooperation.seat s where s.constituency = p_constituency and s.voting and s.superseded_at is null and s.valid_from <= p_day and (s.valid_until is null or p_day < s.valid_until); end;
-- Whether this chair of another group, in these days, comes from the same organisation or is the same person: then it may not be.
create function cooperation.other_chair(p_election uuid, p_person uuid, p_organisation uuid) returns boolean language sql stable security definer set search_path = ''
  return exists (select from cooperation.election e join access.mandate m on m.body = e.body and m.role = 'chair' and m.superseded_at is null
    where e.id = p_election and e.role = 'chair' and m.from_day < e.term_until and (m.until_day is null or e.term_from < m.until_day) and (m.person = p_person or m.organisation = p_organisation)
      and not exists (select from cooperation.seat s where s.body = e.body and s.constituency = e.constituency and s.organisation = m.organisation and s.superseded_at is null));
create function cooperation.guard_election() returns trigger language plpgsql security definer set search_path = '' as $$ declare c cooperation.constituency;
begin
  if tg_op = 'UPDATE' then
    if (new.id, new.body, new.constituency, new.role, new.day, new.term_from, new.term_until, new.method) is distinct from
       (old.id, old.body, old.constituency, old.role, old.day, old.term_from, old.term_until, old.method)
       or old.status in ('accepted', 'declined', 'cancelled') then raise exception 'an election that was called stays as it was called' using errcode = 'NA403'; end if;
    return new; end if;
  select * into c from cooperation.constituency where id = new.constituency and body = new.body;
  if c.chair is distinct from 'elected' then raise exception 'this group does not elect' using errcode = 'NA403'; end if;
  if new.status <> 'nominating' or new.elected is not null or new.mandate is not null or new.day < clock.today() or new.term_until > new.term_from + make_interval(years => coalesce(c.term_years, 10))
     or exists (select from cooperation.body b where b.id = new.body and b.dissolved_on is not null)
     or (new.method = 'electronic' and not cooperation.allows_secret_ballot(new.body)) then raise exception 'an election begins with nominations, for no longer than a term' using errcode = 'NA403'; end if;
  return new;
end $$;
create trigger election_guard before insert or update on cooperation.election for each row execute function cooperation.guard_election();
-- Only seats of the group nominate, and only people of organisations with a seat in it.
create function cooperation.guard_candidacy() returns trigger language plpgsql security definer set search_path = '' as $$ declare e cooperation.election;
begin
  select * into e from cooperation.election where id = new.election;
  if tg_op = 'INSERT' and (e.status <> 'nominating' or not exists (select from cooperation.voting_seats(e.constituency, e.day) v where v.organisation = new.proposed_by)
     or not exists (select from cooperation.seat s where s.constituency = e.constituency and s.organisation = new.organisation and s.superseded_at is null and s.valid_from <= e.day and (s.valid_until is null or e.day < s.valid_until))
     or not (exists (select from kit.object p where p.id = new.person and p.kind = 'person' and p.owner = new.organisation)
             or exists (select from access.mandate m where m.person = new.person and m.organisation = new.organisation and m.superseded_at is null))
     or cooperation.other_chair(e.id, new.person, new.organisation)) then raise exception 'not eligible in this election' using errcode = 'NA403'; end if;
  if tg_op = 'UPDATE' and (new.id, new.election, new.person, new.organisation, new.proposed_by) is distinct from (old.id, old.election, old.person, old.organisation, old.proposed_by) then
    raise exception 'a nomination stays what it was' using errcode = 'NA403'; end if;
  return new;
end $$;
create trigger candidacy_guard before insert or update on cooperation.candidacy for each row execute function cooperation.guard_candidacy();
-- What the office alone has counted and recorded puts nobody into a chair: somebody of another organisation has witnessed it, or the papers were cast here.
create function cooperation.is_witnessed(p_election uuid) returns boolean language sql stable security definer set search_path = ''
  return exists (select from cooperation.election e join cooperation.round r on r.election = e.id and r.struck_because is null where e.id = p_election
    and (e.method = 'electronic' or r.witness is not null) and r.number = (select max(x.number) from cooperation.round x where x.election = e.id and x.struck_because is null));
-- The mandate follows from the election: exactly that person, organisation and term, entered by the elected person or the office, beside no other
-- chair of the group, of the organisation or of the person.
create function cooperation.may_enter(p_person uuid, p_organisation uuid, p_body uuid, p_role text, p_from date, p_until date) returns boolean language plpgsql stable security definer set search_path = '' as $$
declare a access.actor := access.actor(); begin
  return exists (select from cooperation.election e join cooperation.candidacy c on c.id = e.elected
      where e.body = p_body and e.status = 'decided' and e.role = p_role and c.person = p_person and c.organisation = p_organisation and p_from >= e.term_from and p_from <= greatest(e.term_from, a.today) and p_until = e.term_until
        and (c.person = a.person or (access.holds(a, '{office}', e.body) and cooperation.is_witnessed(e.id))) and not cooperation.other_chair(e.id, c.person, c.organisation))
    and not (p_role = 'chair' and exists (select from access.mandate m join cooperation.seat s on s.body = m.body and s.organisation = m.organisation and s.superseded_at is null
      join cooperation.election e on e.constituency = s.constituency and e.status = 'decided' and e.role = 'chair'
      where m.body = p_body and m.role = 'chair' and m.superseded_at is null and m.from_day < p_until and (m.until_day is null or p_from < m.until_day)));
end $$;
-- A chair resigns for itself (for others access.may_grant decides: its own house); and whoever was elected follows the one before.
create function cooperation.may_shorten(p_person uuid, p_organisation uuid, p_body uuid, p_role text, p_from date, p_until date) returns boolean language plpgsql stable security definer set search_path = '' as $$
declare a access.actor := access.actor(); begin
  return coalesce(p_role = 'chair' and p_until is not null and exists (select from access.mandate m where m.body = p_body and m.role = 'chair' and m.person = p_person and m.organisation = p_organisation
                  and m.from_day = p_from and (m.until_day is null or p_until <= m.until_day) and m.superseded_at is null)
    and ((p_person = a.person and p_organisation = a.organisation and p_until > a.today)
      or exists (select from cooperation.election e join cooperation.candidacy c on c.id = e.elected where e.body = p_body and e.status = 'decided' and e.role = 'chair' and p_until between e.term_from and greatest(e.term_from, a.today)
            and (c.person = a.person or (access.holds(a, '{office}', e.body) and cooperation.is_witnessed(e.id)))
            and exists (select from cooperation.seat s where s.constituency = e.constituency and s.organisation = p_organisation and s.superseded_at is null))), false);
end $$;
-- Closed only for a shorter row of the same term that stands there already.
create function cooperation.may_be_replaced(p_person uuid, p_organisation uuid, p_body uuid, p_role text, p_from date, p_by uuid) returns boolean language plpgsql stable security definer set search_path = '' as $$ begin
  return coalesce((select cooperation.may_shorten(p_person, p_organisation, p_body, p_role, p_from, m.until_day) from access.mandate m where m.id = p_by
    and m.person = p_person and m.organisation = p_organisation and m.body = p_body and m.role = p_role and m.from_day = p_from and m.superseded_at is null), false);
end $$;
-- After the term, where the rules say so and nobody resigned: the chair goes on for half a year at most, once; recorded by itself or by the office.
create function cooperation.may_continue(p_person uuid, p_organisation uuid, p_body uuid, p_role text, p_from date, p_until date) returns boolean language plpgsql stable security definer set search_path = '' as $$
declare a access.actor := access.actor(); begin
  return coalesce(p_role = 'chair' and (select r.interim from cooperation.election_rules(p_body) r) = 'continue' and (p_person = a.person or access.holds(a, '{office}', p_body)) and p_until <= p_from + interval '6 months'
    and p_from <= a.today + 30
    and exists (select from access.mandate m where m.body = p_body and m.role = 'chair' and m.person = p_person and m.organisation = p_organisation and m.until_day = p_from and m.superseded_at is null
                  and not exists (select from cooperation.interim i where i.mandate = m.id)
                  and not exists (select from access.mandate x where x.superseded_by = m.id and (x.until_day is null or x.until_day > m.until_day)))
    and not exists (select from cooperation.seat s join cooperation.seat t on t.constituency = s.constituency join access.mandate m on m.body = t.body and m.organisation = t.organisation and m.role = 'chair' and m.superseded_at is null
                     where s.body = p_body and s.organisation = p_organisation and s.superseded_at is null and t.superseded_at is null and m.from_day < p_until and (m.until_day is null or p_from < m.until_day)), false);
end $$;
-- To what the kit lets in, an election, a resignation and an interim add their own grounds; each decides by itself.
alter policy mandate_grant on access.mandate with check (granted_by = (select (access.actor()).person) and recorded_at = (select (access.actor()).at) and superseded_at is null and superseded_by is null
    and (access.may_grant(person, organisation, body, role) or cooperation.may_enter(person, organisation, body, role, from_day, until_day)
      or cooperation.may_shorten(person, organisation, body, role, from_day, until_day) or cooperation.may_continue(person, organisation, body, role, from_day, until_day)));
alter policy mandate_end on access.mandate using (access.may_grant(person, organisation, body, role) or (role = 'chair' and (person = (select (access.actor()).person)
    or exists (select from cooperation.election e join cooperation.candidacy c on c.id = e.elected where e.body = mandate.body and e.role = 'chair' and e.status = 'decided'
      and (c.person = (select (access.actor()).person) or access.holds((select access.actor()), '{office}', e.body))))))
  with check (access.may_grant(person, organisation, body, role) or cooperation.may_be_replaced(person, organisation, body, role, from_day, superseded_by));
do $$
declare t text; begin
  foreach t in array array['election', 'candidacy', 'round', 'tally', 'interim', 'ballot_key', 'ballot_draw', 'ballot'] loop
    execute format('alter table cooperation.%1$I enable row level security, force row level security', t);
    execute format('create policy %I on cooperation.%I to {{owner}} using (true) with check (true)', t || '_owner', t); execute format('grant select on cooperation.%I to {{backup}}', t); continue when t like 'ballot%';
    execute format('create policy %I on cooperation.%I for select to {{worker}} using (true)', t || '_worker', t);
    execute format('create policy %I on cooperation.%I for select to {{app}} using (exists (select from kit.object o where o.id = %s))', t || '_see', t,
      case t when 'election' then 'election.id' when 'interim' then 'interim.body' else t || '.election' end);
    execute format('grant select on cooperation.%I to {{app}}, {{worker}}', t); end loop;
end $$;
grant insert on cooperation.election, cooperation.candidacy, cooperation.interim to {{app}};
-- The worker makes the key, so that no session of the application ever holds it; everybody sees its public half.
grant insert, select (election, number) on cooperation.ballot_key to {{worker}};
grant select (election, number, modulus) on cooperation.ballot_key to {{app}};
grant select on cooperation.ballot_draw to {{app}};
create policy ballot_key_worker on cooperation.ballot_key to {{worker}} using (true) with check (exists (select from cooperation.election e where e.id = election and e.status = 'drawing'));
create policy ballot_key_see on cooperation.ballot_key for select to {{app}} using (exists (select from kit.object o where o.id = election));
-- While voting is open a seat sees only whether it has drawn itself; afterwards everybody in the body sees which seats took part.
create policy ballot_draw_see on cooperation.ballot_draw for select to {{app}} using (exists (select from cooperation.election e where e.id = election
  and (e.status not in ('drawing', 'casting') or exists (select from cooperation.seat s where s.id = seat and s.organisation = (select (access.actor()).organisation)))));
create policy election_make on cooperation.election for insert to {{app}}
  with check (access.holds((select access.actor()), '{chair,office}', body) and exists (select from kit.object o where o.id = election.id and o.kind = 'election' and o.body = election.body));
create policy interim_make on cooperation.interim for insert to {{app}}
  with check (exists (select from access.mandate m where m.id = mandate and m.body = interim.body and m.role = 'chair' and m.granted_by = (select (access.actor()).person) and m.recorded_at = (select (access.actor()).at)));
-- Nominated by one's own seat, or recorded by the office that says from where it knows; consent only by oneself, or likewise.
create policy candidacy_make on cooperation.candidacy for insert to {{app}}
  with check (recorded_by = (select (access.actor()).person) and recorded_at = (select (access.actor()).at) and withdrawn_on is null and exists (select from kit.object o where o.id = election
      and ((source is not null and access.holds((select access.actor()), '{office}', o.body)) or (source is null and proposed_by = (select (access.actor()).organisation)
          and (access.holds((select access.actor()), '{chair,delegate,deputy}', o.body) or access.holds((select access.actor()), '{admin,head}', proposed_by))))
      and (consented_on is null or (consented_on = (select (access.actor()).today)
        and ((consent_source is null and person = (select (access.actor()).person)) or (consent_source is not null and access.holds((select access.actor()), '{office}', o.body)))))));
-- Consent and withdrawal of a nomination.
create function cooperation.answer_nomination(p_candidacy uuid, p_yes boolean, p_source text) returns void language plpgsql volatile security definer set search_path = '' as $$
declare a access.actor := access.actor(); c cooperation.candidacy; e cooperation.election; begin
  select * into c from cooperation.candidacy where id = p_candidacy for update; select * into e from cooperation.election where id = c.election;
  if a.person is null or e.id is null or e.status <> 'nominating' or c.withdrawn_on is not null or (p_yes and c.consented_on is not null)
     or not ((p_source is null and a.person = c.person) or (coalesce(btrim(p_source), '') <> '' and access.holds(a, '{office}', e.body))) then
    raise exception 'a candidate answers for itself, or the office says from where it knows' using errcode = 'NA403'; end if;
  if p_yes then update cooperation.candidacy set consented_on = a.today, consent_source = p_source where id = c.id;
  else update cooperation.candidacy set withdrawn_on = a.today, consent_source = coalesce(p_source, consent_source) where id = c.id; end if;
end $$;
-- Who stands in the next round: all who consented, or those whom the last count left for the run-off.
create function cooperation.standing_for(p_election uuid) returns table (candidacy uuid) language sql stable security definer set search_path = ''
begin atomic
  with latest as (select r.number, r.outcome from cooperation.round r where r.election = p_election and r.struck_because is null order by r.number desc limit 1)
  select c.id from cooperation.candidacy c where c.election = p_election and c.consented_on is not null and c.withdrawn_on is null and (not exists (select from latest l where l.outcome = 'runoff')
       or exists (select from latest l join cooperation.tally t on t.election = p_election and t.number = l.number where t.candidacy = c.id and t.again));
end;
-- Counts a round and says what follows: whoever has the majority is elected; else the best two stand again; in a run-off most votes, at last the lot.
create function cooperation.settle_round(p_election uuid, p_day date, p_present integer, p_votes jsonb, p_against integer, p_abstained integer, p_invalid integer) returns text language plpgsql volatile set search_path = '' as $$
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
  select max(x) into second from unnest(v) x where x < top; met := top > 0 and case when again or e.majority = 'simple' then top > p_against when e.majority = 'absolute' then top * 2 > total + p_against
    when e.majority = 'twoThirds' then top * 3 >= (total + p_against) * 2 else top = total + p_against end;
  said := case when met and cardinality(array_positions(v, top)) = 1 then 'elected' when cardinality(v) = 1 or top = 0 then 'none' when again then 'tie' else 'runoff' end;
  insert into cooperation.round (election, number, runoff, day, entitled, present, against, abstained, invalid, outcome, recorded_by, recorded_for, recorded_at)
  values (e.id, n, again, p_day, seats, p_present, p_against, p_abstained, p_invalid, said, a.person, a.organisation, a.at); insert into cooperation.tally (election, number, candidacy, votes, again)
  select e.id, n, stands[i], v[i], said = 'runoff' and (v[i] = top or (cardinality(array_positions(v, top)) = 1 and v[i] = second)) from generate_subscripts(v, 1) i;
  update cooperation.election set status = case said when 'elected' then 'decided' when 'none' then 'nominating' else said end, elected = case when said = 'elected' then stands[array_position(v, top)] end where id = e.id; return said;
end $$;
-- What chair and office do in an election, each step only from where it may be taken. Everything else is a fault or an attempt.
create function cooperation.lead_election(p_election uuid, p_step text, p_what jsonb) returns text language plpgsql volatile security definer set search_path = '' as $$
declare a access.actor := access.actor(); e cooperation.election; r cooperation.round; k integer; begin
  select * into e from cooperation.election where id = p_election for update; select * into r from cooperation.round x where x.election = e.id and x.struck_because is null order by x.number desc limit 1;
  select coalesce(max(x.number), 0) + 1 into k from cooperation.round x where x.election = e.id;
  if e.id is null or a.person is null or not (access.holds(a, '{chair,office}', e.body) or (p_step = 'witness' and access.holds(a, '{delegate,deputy}', e.body))) then
    raise exception 'chair and office lead an election' using errcode = 'NA403';
  elsif p_step = 'count' and e.method <> 'electronic' and e.status in ('nominating', 'runoff') then
    return cooperation.settle_round(e.id, (p_what->>'day')::date, (p_what->>'present')::integer, p_what->'votes', (p_what->>'against')::integer, (p_what->>'abstained')::integer, (p_what->>'invalid')::integer);
  elsif p_step = 'strike' and e.method <> 'electronic' and r.recorded_by = a.person and e.status in ('decided', 'tie', 'runoff', 'nominating') then
    update cooperation.round set struck_because = p_what->>'because' where election = e.id and number = r.number;
    update cooperation.election set elected = null, status = case when r.runoff then 'runoff' else 'nominating' end where id = e.id;
  elsif p_step = 'lot' and e.status = 'tie' and exists (select from cooperation.tally t where t.election = e.id and t.number = r.number and t.candidacy = (p_what->>'candidacy')::uuid
      and t.votes = (select max(x.votes) from cooperation.tally x where x.election = e.id and x.number = r.number)) then
    update cooperation.round set lot = (p_what->>'candidacy')::uuid, lot_by = a.person, lot_for = a.organisation where election = e.id and number = r.number;
  elsif p_step = 'witness' and r.witness is null and ((e.status = 'tie' and r.lot is not null) or (e.status = 'decided' and r.lot is null))
      and coalesce(r.lot_by, r.recorded_by) <> a.person and coalesce(r.lot_for, r.recorded_for) <> a.organisation then
    update cooperation.round set witness = a.person, witness_for = a.organisation where election = e.id and number = r.number; update cooperation.election set status = 'decided', elected = coalesce(r.lot, e.elected) where id = e.id;
  elsif p_step = 'cancel' and e.status in ('nominating', 'runoff', 'drawing') and (p_what->>'because') is not null then
    update cooperation.election set status = 'cancelled', because = p_what->>'because', settled_on = a.today where id = e.id;
  elsif p_step = 'draw' and e.method = 'electronic' and e.status in ('nominating', 'runoff') and a.today >= e.day and cooperation.allows_secret_ballot(e.body)
      and exists (select from cooperation.standing_for(e.id)) and (select count(*) from cooperation.voting_seats(e.constituency, e.day)) >= 5 then
    update cooperation.election set status = 'drawing' where id = e.id;
  elsif p_step = 'cast' and e.status = 'drawing' and (select count(*) from cooperation.ballot_draw d where d.election = e.id and d.number = k) >= 5 then update cooperation.election set status = 'casting' where id = e.id;
  elsif p_step = 'close' and e.status = 'casting' then
    -- Papers and draws are written anew in random order, in this one transaction; the key and the marks are gone.
    with gone as (delete from cooperation.ballot where election = e.id and number = k returning answer, candidacy)
      insert into cooperation.ballot (id, election, number, answer, candidacy) select gen_random_uuid(), e.id, k, g.answer, g.candidacy from gone g order by random();
    with gone as (delete from cooperation.ballot_draw where election = e.id and number = k returning seat) insert into cooperation.ballot_draw (election, number, seat) select e.id, k, g.seat from gone g order by random();
    update cooperation.ballot_key set exponent = null where election = e.id and number = k; update cooperation.election set status = 'nominating' where id = e.id;
    return cooperation.settle_round(e.id, a.today, (select count(*)::integer from cooperation.ballot_draw d where d.election = e.id and d.number = k),
      (select jsonb_object_agg(s.candidacy, (select count(*) from cooperation.ballot b where b.election = e.id and b.number = k and b.candidacy = s.candidacy)) from cooperation.standing_for(e.id) s),
      (select count(*)::integer from cooperation.ballot b where b.election = e.id and b.number = k and b.answer = 'against'),
      (select count(*)::integer from cooperation.ballot b where b.election = e.id and b.number = k and b.answer = 'abstained'), 0);
  else raise exception 'this step cannot be taken now' using errcode = 'NA403'; end if; return p_step;
end $$;
-- The elected person accepts or declines, in its own session or as the office has it in writing. Accepted is what the mandate already says.
create function cooperation.answer_election(p_election uuid, p_yes boolean, p_source text, p_day date, p_mandate uuid) returns void language plpgsql volatile security definer set search_path = '' as $$
declare a access.actor := access.actor(); e cooperation.election; c cooperation.candidacy; begin
  select * into e from cooperation.election where id = p_election for update; select * into c from cooperation.candidacy where id = e.elected;
  if (a.person is null or e.status is distinct from 'decided' or p_day is null or p_day > a.today or not ((p_source is null and a.person = c.person) or (coalesce(btrim(p_source), '') <> '' and access.holds(a, '{office}', e.body)))
     or (p_yes and p_source is not null and not cooperation.is_witnessed(e.id))
     or (p_yes and not exists (select from access.mandate m where m.id = p_mandate and m.person = c.person and m.organisation = c.organisation and m.body = e.body and m.role = e.role
           and m.until_day = e.term_until and m.from_day >= e.term_from and m.superseded_at is null))) is distinct from false then raise exception 'the elected person answers, or the office says from where it knows' using errcode = 'NA403'; end if;
  update cooperation.election set status = case when p_yes then 'accepted' else 'declined' end, settled_on = p_day, source = p_source, mandate = case when p_yes then p_mandate end where id = e.id;
end $$;
-- Numbers of 2,048 bits, as a blind signature (RSA) needs them.
create function cooperation.power(b numeric, x numeric, n numeric) returns numeric language plpgsql immutable set search_path = '' as $$ declare r numeric := 1; y numeric := mod(b, n); begin
  while x > 0 loop if mod(x, 2) = 1 then r := mod(r * y, n); end if;
    x := div(x, 2); y := mod(y * y, n);
  end loop; return r;
end $$;
-- The whole width of the modulus is filled from the mark, so that signatures do not multiply into others.
create function cooperation.spread(p_mark bytea, n numeric) returns numeric language plpgsql immutable set search_path = '' as $$ declare r numeric := 0; h bytea; begin
  for i in 0..8 loop h := sha256(p_mark || decode(lpad(to_hex(i), 2, '0'), 'hex'));
    for j in 0..7 loop r := r * 4294967296 + ('x' || lpad(encode(substr(h, j * 4 + 1, 4), 'hex'), 16, '0'))::bit(64)::bigint; end loop;
  end loop; return mod(r, n);
end $$;
-- A seat draws its one paper: what is signed is blinded, so nobody can know it again.
create function cooperation.draw_paper(p_election uuid, p_seat uuid, p_blinded numeric) returns numeric language plpgsql volatile security definer set search_path = '' as $$
declare a access.actor := access.actor(); e cooperation.election; key cooperation.ballot_key; begin
  select * into e from cooperation.election where id = p_election for share; select * into key from cooperation.ballot_key k where k.election = e.id and k.exponent is not null;
  if (a.person is null or e.status is distinct from 'drawing' or key.election is null or p_blinded <= 1 or p_blinded >= key.modulus or not access.holds(a, '{chair,delegate,deputy}', e.body)
     or not exists (select from cooperation.voting_seats(e.constituency, e.day) v where v.seat = p_seat and v.organisation = a.organisation)) is distinct from false then
    raise exception 'only a voting seat draws a paper, while papers are drawn' using errcode = 'NA403'; end if;
  insert into cooperation.ballot_draw (election, number, seat) values (e.id, key.number, p_seat); return cooperation.power(p_blinded, key.exponent, key.modulus);
end $$;
-- Nobody's hand: whatever is wrong with a paper, the answer is the same.
create function cooperation.cast_paper(p_election uuid, p_mark bytea, p_signature numeric, p_answer text, p_candidacy uuid) returns void language plpgsql volatile security definer set search_path = '' as $$
declare e cooperation.election; key cooperation.ballot_key; begin
  select * into e from cooperation.election where id = p_election for share; select * into key from cooperation.ballot_key k where k.election = e.id and k.exponent is not null;
  if (e.status is distinct from 'casting' or key.election is null or octet_length(p_mark) <> 32 or p_signature <= 1 or p_signature >= key.modulus
     or cooperation.power(p_signature, 65537, key.modulus) <> cooperation.spread(p_mark, key.modulus)
     or exists (select from cooperation.ballot b where b.election = e.id and b.number = key.number and b.mark = p_mark)
     or p_answer is null or (p_answer = 'against' and (select count(*) from cooperation.standing_for(e.id)) > 1)
     or (p_answer = 'for' and not exists (select from cooperation.standing_for(e.id) s where s.candidacy = p_candidacy))) is distinct from false then raise exception 'this paper does not count' using errcode = 'NA403'; end if;
  insert into cooperation.ballot (id, election, number, mark, answer, candidacy) values (gen_random_uuid(), e.id, key.number, p_mark, p_answer, case when p_answer = 'for' then p_candidacy end);
end $$;
-- How many papers of the open ballot were drawn: a number, never whose.
create function cooperation.papers_drawn(p_election uuid) returns integer language sql stable security definer set search_path = ''
  return (select count(*)::integer from cooperation.ballot_draw d join cooperation.ballot_key k on k.election = d.election and k.number = d.number and k.exponent is not null where d.election = p_election);
revoke all on all functions in schema cooperation from public;
grant execute on function cooperation.election_rules, cooperation.voting_seats, cooperation.standing_for, cooperation.other_chair to {{app}}, {{worker}};
grant execute on function cooperation.allows_secret_ballot, cooperation.is_witnessed, cooperation.may_enter, cooperation.may_shorten, cooperation.may_continue, cooperation.may_be_replaced,
  cooperation.answer_nomination, cooperation.lead_election, cooperation.answer_election, cooperation.draw_paper, cooperation.cast_paper, cooperation.papers_drawn to {{app}};
