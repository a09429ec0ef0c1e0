-- A calendar subscription: whoever knows its address reads the meetings that this person sees for this organisation, until it is taken back,
-- the account closes or the mandate ends. Nothing says when it was read.
create table meetings.feed (
  id           uuid primary key,
  person       uuid not null references kit.object,
  organisation uuid not null references kit.object,
  digest       bytea not null unique,
  made_at      timestamptz not null,
  ended_at     timestamptz
);
create unique index feed_one on meetings.feed (person, organisation) where ended_at is null;
comment on table meetings.feed is 'Held as hashes; the token itself stands only in the address that its person keeps.';
alter table meetings.feed enable row level security;
alter table meetings.feed force row level security;
create policy feed_owner on meetings.feed to {{owner}} using (true) with check (true);
create policy feed_see on meetings.feed for select to {{app}}
  using (person = (select (access.actor()).person) and organisation = (select (access.actor()).organisation));
create policy feed_make on meetings.feed for insert to {{app}}
  with check (person = (select (access.actor()).person) and organisation = (select (access.actor()).organisation)
    and made_at = (select (access.actor()).at) and ended_at is null);
create policy feed_end on meetings.feed for update to {{app}}
  using (person = (select (access.actor()).person) and organisation = (select (access.actor()).organisation) and ended_at is null)
  with check (ended_at = (select (access.actor()).at));
create policy feed_worker on meetings.feed for select to {{worker}} using (true);
create policy feed_sweep on meetings.feed for delete to {{worker}} using (true);
grant select, delete on meetings.feed to {{worker}};
grant select (id, person, organisation, made_at, ended_at), insert, update (ended_at) on meetings.feed to {{app}};
grant select on meetings.feed to {{backup}};

-- Opens the transaction for reading as that person, without a session: nothing can be journalled in it, so nothing can be changed.
create function meetings.open_feed(p_token text) returns uuid
  language plpgsql volatile security definer set search_path = '' as $$
declare f record;
begin
  select x.person, x.organisation into f from meetings.feed x join access.account c on c.person = x.person
   where x.digest = sha256(convert_to(p_token, 'UTF8')) and x.ended_at is null and c.closed_at is null;
  if not found then return null; end if;
  perform access.record_actor(f.person, f.organisation, null, (select k.secret from access.seal k), clock.now());
  return f.organisation;
exception when sqlstate 'NA401' then return null;
end $$;
revoke all on function meetings.open_feed(text) from public;
grant execute on function meetings.open_feed(text) to {{app}};
