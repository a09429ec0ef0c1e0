-- What the first weeks left over in the kit.

-- Nobody posts a mail as the actor any more: mails follow from facts and duties, and the worker posts them.
drop function mail.post_as_actor(text, uuid, uuid, text, jsonb, uuid);

-- Whoever links must see both ends and may change the later one. Whoever sets something aside names the own organisation as the end where it rests,
-- also somebody who is only sent into a body and changes nothing else of the own house.
drop policy link_make on trail.link;
create policy link_make on trail.link for insert to {{app}}
  with check (person = (select (access.actor()).person) and organisation = (select (access.actor()).organisation) and at = (select (access.actor()).at) and withdrawn_at is null
    and (mandate is null or mandate = any ((select (access.actor()).mandates)::uuid[]))
    and exists (select from kit.object o where o.id = source)
    and (kind = 'setAside' and target = (select (access.actor()).organisation)
      or exists (select from kit.object o where o.id = target and access.changes(o.owner, o.body, o.author, o.audience, (select access.actor())))));

-- A duty may arise while its evidence is being written: neither transaction sees the other. The worker looks once more when it handles the fact.
create function duties.look_again(p_fact uuid, p_duties text[]) returns integer
  language sql volatile security definer set search_path = ''
  return (select coalesce(sum(duties.look_back(d.id, array[f.kind])), 0)::integer
            from duties.fact f join duties.duty d on d.debtor = f.organisation and d.kind = any (p_duties) and (d.subject is null or d.subject = f.subject)
           where f.id = p_fact and d.waived_on is null
             and not exists (select from duties.evidence v where v.duty = d.id and v.fact = f.id));
revoke all on function duties.look_again(uuid, text[]) from public;
grant execute on function duties.look_again(uuid, text[]) to {{worker}};

-- In a demonstration everything is marked as invented but what comes from outside: who exists, what is measured, and what the law says (the tasks of
-- the law and the comparisons of such texts). What somebody there says about them is invented again.
create or replace function kit.guard_new_object() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.created := clock.now();
  new.invented := (select demo from kit.installation) and new.kind not in ('organisation', 'area', 'indicator', 'officialTable', 'task', 'comparison');
  if exists (select from unnest(new.readers) r where not exists (select from kit.object o where o.id = r)) then
    raise exception 'a reader does not exist' using errcode = 'NA400';
  end if;
  -- What is dealt with in a body comes from the body or from one that belongs to it; nobody puts anything before strangers.
  if session_user not in ('{{worker}}', '{{owner}}') and new.body is not null and new.body <> new.id
     and not exists (select from kit.object b where b.id = new.body and b.kind = 'body'
                       and (b.id = any ((access.actor()).readers) or new.owner = b.owner or new.owner = any (b.readers))) then
    raise exception 'the body is another one' using errcode = 'NA403';
  end if;
  return new;
end $$;
