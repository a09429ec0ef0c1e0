-- Agreements with annexes, a term and a notice period; signatures with the signatory's name, a scan, and two of them where a party's heads sign jointly.
alter table cooperation.agreement add column ends_on date, add column notice text not null default '', add column sign_by date;
comment on column cooperation.agreement.ends_on is 'The first day on which it no longer holds; null: until somebody ends it.';
comment on column cooperation.agreement.notice is 'How the agreement may be terminated, in words.';
comment on column cooperation.agreement.sign_by is 'By when the parties are asked to sign what was offered.';
grant update (ends_on, notice, sign_by) on cooperation.agreement to {{app}};

create table cooperation.annex (
  agreement uuid not null references cooperation.agreement,
  edition   integer not null,
  place     smallint not null,
  title     text not null check (btrim(title) <> ''),
  file      uuid not null references kit.object,
  primary key (agreement, edition, place),
  unique (agreement, edition, file)
);
comment on table cooperation.annex is 'A document that belongs to this edition; once the edition was offered, neither the list nor the documents change.';

alter table cooperation.party add column signing text not null default 'single' check (signing in ('single', 'joint'));
comment on column cooperation.party.signing is 'joint: two heads of equal rank sign, one alone does not bind the party. Taken from the organisation, never typed in.';

alter table cooperation.signature
  drop constraint signature_agreement_edition_organisation_key,
  add column signatory text check (btrim(signatory) <> ''),
  add column scan uuid references kit.object;
comment on column cooperation.signature.signatory is 'Who signed on paper, by name; a signature given here names its person.';
comment on column cooperation.signature.scan is 'The scanned page, a file of the agreement.';
create unique index signature_once on cooperation.signature (agreement, edition, organisation, coalesce(person::text, lower(btrim(signatory)), ''));

-- What a party needs so that it has signed.
create function cooperation.needs_signatures(p_signing text) returns integer
  language sql immutable set search_path = ''
  return case p_signing when 'joint' then 2 else 1 end;
revoke all on function cooperation.needs_signatures(text) from public;
grant execute on function cooperation.needs_signatures(text) to {{app}}, {{worker}}, {{backup}};

-- The edition in force: the latest that every party has signed as often as it needs to, from the day of the last signature, as long as its term runs.
create or replace function cooperation.in_force(p_agreement uuid) returns table (edition integer, since date, known_since timestamptz)
  language sql stable set search_path = ''
begin atomic
  select p.edition, max(s.day), max(s.recorded_at)
    from cooperation.party p
    cross join lateral (select count(*) as n, max(x.day) as day, max(x.recorded_at) as recorded_at from cooperation.signature x
                         where x.agreement = p.agreement and x.edition = p.edition and x.organisation = p.organisation) s
   where p.agreement = p_agreement
     and not exists (select from kit.edition e where e.object = p.agreement and e.number = p.edition and (e.content->>'endsOn')::date <= clock.today())
   group by p.edition having count(*) >= 2 and bool_and(s.n >= cooperation.needs_signatures(p.signing))
   order by p.edition desc limit 1;
end;

-- How a party signs is the organisation's own rule; whoever drafts cannot loosen it.
create function cooperation.take_signing() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.signing := coalesce(actors.signing(new.organisation), 'single');
  return new;
end $$;
create trigger party_signing before insert on cooperation.party for each row execute function cooperation.take_signing();

-- Where two sign, both are heads; and nobody signs a party twice or more often than it needs.
create function cooperation.guard_signature() returns trigger language plpgsql security definer set search_path = '' as $$
declare p cooperation.party; n integer;
begin
  select * into p from cooperation.party x where x.agreement = new.agreement and x.edition = new.edition and x.organisation = new.organisation for update;
  select count(*) into n from cooperation.signature s where s.agreement = new.agreement and s.edition = new.edition and s.organisation = new.organisation;
  if n >= cooperation.needs_signatures(p.signing) then
    raise exception 'this party has signed' using errcode = 'NA403';
  end if;
  if p.signing = 'joint' and new.person is not null and not exists (
      select from access.mandate m where m.person = new.person and m.organisation = new.organisation and m.body is null and m.role = 'head'
         and m.superseded_at is null and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day)) then
    raise exception 'where two heads sign, each of them is a head' using errcode = 'NA403';
  end if;
  if p.signing = 'joint' and new.person is null and new.signatory is null then
    raise exception 'where two sign, each is named' using errcode = 'NA403';
  end if;
  if new.scan is not null and not exists (select from files.file f where f.id = new.scan and f.hangs_on = new.agreement) then
    raise exception 'a scan is a file of the agreement' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger signature_guard before insert on cooperation.signature for each row execute function cooperation.guard_signature();

create function cooperation.guard_annex() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from files.file f join kit.object o on o.id = f.id where f.id = new.file and f.hangs_on = new.agreement and o.deleted_at is null) then
    raise exception 'an annex is a file of the agreement' using errcode = 'NA403';
  end if;
  return new;
end $$;
create trigger annex_guard before insert on cooperation.annex for each row execute function cooperation.guard_annex();
create trigger annex_frozen before insert or update or delete on cooperation.annex for each row execute function cooperation.guard_frozen();

alter table cooperation.annex enable row level security;
alter table cooperation.annex force row level security;
create policy annex_owner on cooperation.annex to {{owner}} using (true) with check (true);
create policy annex_worker on cooperation.annex for select to {{worker}} using (true);
create policy annex_see on cooperation.annex for select to {{app}} using (exists (select from kit.object o where o.id = annex.agreement));
create policy annex_make on cooperation.annex for insert to {{app}}
  with check (exists (select from kit.object o where o.id = annex.agreement and o.kind = 'agreement' and cooperation.runs(o.body)));
create policy annex_drop on cooperation.annex for delete to {{app}} using (exists (select from kit.object o where o.id = annex.agreement and cooperation.runs(o.body)));
grant select on cooperation.annex to {{app}}, {{worker}}, {{backup}};
grant insert, delete on cooperation.annex to {{app}};

-- As before, with parties whose heads sign jointly; and rules that came with an edition hold with the first later one that all sign instead of it.
create or replace function cooperation.adopted_on(p_body uuid, p_edition integer) returns date
  language sql stable security definer set search_path = ''
  return (select coalesce(
      (select (max(k.at) at time zone 'Europe/Berlin')::date from cooperation.release k where k.object = r.object and k.edition = r.edition
        having cooperation.is_released(r.object, r.edition)),
      (select min(signed.day) from (
        select max(s.day) as day from cooperation.party p
         cross join lateral (select count(*) as n, max(x.day) as day from cooperation.signature x
                              where x.agreement = p.agreement and x.edition = p.edition and x.organisation = p.organisation) s
         where p.agreement = r.agreement and p.edition >= r.agreement_edition
           and r.edition = (select max(x.edition) from cooperation.rules x where x.agreement = r.agreement and x.agreement_edition = r.agreement_edition)
         group by p.edition having count(*) >= 2 and bool_and(s.n >= cooperation.needs_signatures(p.signing))) signed))
    from cooperation.rules r where r.body = p_body and r.edition = p_edition);
