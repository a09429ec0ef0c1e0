-- What somebody told the office by mail or telephone, recorded "nach Mitteilung von … am …". It settles what the debtor may settle by saying so;
-- it never stands for a chair's key.
create table cooperation.notification (
  id           uuid primary key references kit.object,
  body         uuid not null references cooperation.body,
  duty         uuid not null references duties.duty,
  organisation uuid not null references kit.object,
  teller       text not null check (btrim(teller) <> ''),
  told_on      date not null,
  effect       text not null check (effect in ('state', 'reason')),
  text         text not null check (length(btrim(text)) >= 3),
  recorded_at  timestamptz not null
);
create index notification_duty on cooperation.notification (duty);
comment on table cooperation.notification is 'Recorded by the office on behalf of the organisation that owes the duty; the mail itself hangs on the object as a file.';

alter table cooperation.notification enable row level security;
alter table cooperation.notification force row level security;
create policy notification_owner on cooperation.notification to {{owner}} using (true) with check (true);
create policy notification_worker on cooperation.notification for select to {{worker}} using (true);
create policy notification_see on cooperation.notification for select to {{app}} using (exists (select from kit.object o where o.id = notification.id));
create policy notification_make on cooperation.notification for insert to {{app}}
  with check (access.holds((select access.actor()), '{office}', body) and recorded_at = (select (access.actor()).at) and told_on <= (select (access.actor()).today)
    and exists (select from kit.object o where o.id = notification.id and o.kind = 'notification' and o.body = notification.body)
    and exists (select from duties.duty d join kit.object o on o.id = d.id where d.id = duty and d.debtor = notification.organisation and o.body = notification.body));
grant select on cooperation.notification to {{app}}, {{worker}}, {{backup}};
grant insert on cooperation.notification to {{app}};
