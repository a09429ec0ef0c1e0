-- Erasing a person: name, address and secrets go; what the person did in office stays under a number that no longer stands for anybody.
create schema privacy;
grant usage on schema privacy to {{app}}, {{worker}}, {{backup}};

-- Whoever still acts for somebody is not erased: the mandate is ended first.
create function privacy.still_acts(p_person uuid) returns boolean
  language sql stable security definer set search_path = ''
  return exists (select from access.mandate m where m.person = p_person and m.superseded_at is null and (m.until_day is null or m.until_day > clock.today()));
revoke all on function privacy.still_acts(uuid) from public;
grant execute on function privacy.still_acts(uuid) to {{app}}, {{worker}};

create function privacy.erase_person(p_person uuid, p_title text) returns boolean
  language plpgsql volatile security definer set search_path = '' as $$
declare mail text;
begin
  if not exists (select from kit.object where id = p_person and kind = 'person' and erased_at is null) then return false; end if;
  if privacy.still_acts(p_person) then raise exception 'who still acts is not erased' using errcode = 'NA403'; end if;
  select email into mail from access.account where person = p_person;
  delete from access.session where person = p_person;
  delete from access.invitation where person = p_person or email = mail;
  delete from access.attempt where email in (mail, 'reset:' || mail, 'totp:' || p_person);
  update access.account set email = p_person || '@erased.invalid', salt = null, proof = null, totp = null, totp_step = null, totp_pending = null,
         closed_at = coalesce(closed_at, clock.now()) where person = p_person;
  update mail.message set address = null, data = '{}', send_after = case when sent_at is null then 'infinity' else send_after end where person = p_person;
  delete from mail.message where address = mail;
  delete from kit.reply where person = p_person;
  delete from journal.content c using journal.entry e where e.id = c.entry and e.object = p_person;
  delete from kit.edition where object = p_person and not kit.cited(p_person);
  update kit.object set title = p_title, erased_at = clock.now(), revision = revision + 1 where id = p_person;
  return true;
end $$;
revoke all on function privacy.erase_person(uuid, text) from public;
grant execute on function privacy.erase_person(uuid, text) to {{worker}};
