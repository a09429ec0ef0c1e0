-- A Beschluss rests on a vote. Which result may call itself so is entered by the area that counts votes, never by the application itself.
create table planning.resolution (
  decision uuid primary key references planning.decision deferrable initially deferred,
  meeting  uuid not null references kit.object,
  item     uuid not null unique
);
comment on table planning.resolution is 'This result is a Beschluss, because the vote on this item of this meeting found a majority. Written only by planning.allow_resolution.';
alter table planning.resolution enable row level security;
alter table planning.resolution force row level security;
create policy resolution_owner on planning.resolution to {{owner}} using (true) with check (true);
create policy resolution_see on planning.resolution for select to {{app}} using (exists (select from planning.decision d where d.id = decision));
grant select on planning.resolution to {{app}}, {{backup}};

-- Called only from functions of the owner, once a vote has been counted.
create function planning.allow_resolution(p_decision uuid, p_meeting uuid, p_item uuid) returns void
  language sql security definer set search_path = ''
begin atomic
  insert into planning.resolution (decision, meeting, item) values (p_decision, p_meeting, p_item);
end;
revoke all on function planning.allow_resolution(uuid, uuid, uuid) from public;

create or replace function planning.guard_decision() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'UPDATE' then
    if new.id <> old.id or new.recorded_on <> old.recorded_on or new.meeting is distinct from old.meeting then
      raise exception 'origin of a decision does not change' using errcode = 'NA403';
    end if;
    if cooperation.is_released(old.id, old.edition) then raise exception 'a released decision does not change' using errcode = 'NA403'; end if;
    if new.edition <= old.edition then raise exception 'a decision changes with a new edition' using errcode = 'NA403'; end if;
  end if;
  if exists (select from cooperation.release r where r.object = new.id and r.edition = new.edition)
     or not exists (select from kit.edition e where e.object = new.id and e.number = new.edition
                      and e.content->>'text' = new.text and e.content->>'result' = new.result) then
    raise exception 'the keys lie on other words' using errcode = 'NA403';
  end if;
  if new.result = 'resolved' and not planning.body_votes((select o.body from kit.object o where o.id = new.id)) then
    raise exception 'a forum does not vote' using errcode = 'NA403';
  end if;
  if new.result = 'resolved' and not exists (select from planning.resolution r where r.decision = new.id and r.meeting = new.meeting) then
    raise exception 'a resolution rests on a vote' using errcode = 'NA403';
  end if;
  return new;
end $$;
