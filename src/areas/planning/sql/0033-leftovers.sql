-- A stated need can be withdrawn: with a reason, by the organisation that stated it, while the body has not yet dealt with it. It stays where it is.
alter table planning.need add column withdrawn_on date, add column withdrawn_because text check (btrim(withdrawn_because) <> '');
alter table planning.need add constraint need_withdrawn check (
  (withdrawn_on is null) = (withdrawn_because is null) and (withdrawn_on is null or state = 'stated'));
comment on column planning.need.withdrawn_because is 'Why its organisation no longer states it; whoever cited it finds it with this reason.';

create function planning.guard_withdrawal() returns trigger language plpgsql security definer set search_path = '' as $$
declare a access.actor := access.actor();
begin
  if old.withdrawn_on is not null then raise exception 'a withdrawn need does not change' using errcode = 'NA403'; end if;
  if new.withdrawn_on is not null and session_user not in ('{{worker}}', '{{owner}}') then
    if new.withdrawn_on <> a.today
       or not exists (select from kit.object o where o.id = new.id and o.owner = a.organisation
                         and access.changes(o.owner, o.body, o.author, o.audience, a)) then
      raise exception 'withdrawn today, and by whom it belongs to' using errcode = 'NA403';
    end if;
    if exists (select from planning.decision_need d where d.need = new.id) then
      raise exception 'a need that was dealt with is not withdrawn' using errcode = 'NA403';
    end if;
  end if;
  return new;
end $$;
revoke all on function planning.guard_withdrawal() from public;
create trigger need_withdrawal before update on planning.need for each row execute function planning.guard_withdrawal();

-- Nothing is decided any more about what was withdrawn.
create function planning.guard_decided_need() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from planning.need n where n.id = new.need and n.withdrawn_on is not null) then
    raise exception 'a withdrawn need is not decided upon' using errcode = 'NA403';
  end if;
  return new;
end $$;
revoke all on function planning.guard_decided_need() from public;
create trigger decision_need_guard before insert on planning.decision_need for each row execute function planning.guard_decided_need();
