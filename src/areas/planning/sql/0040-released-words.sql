-- The keys lie on the words: a decision takes up an edition that says the same, and on which nobody has given a key yet.
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
  return new;
end $$;
