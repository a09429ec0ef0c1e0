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
