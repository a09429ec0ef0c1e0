-- Rules of procedure bind: invitation and minutes in so many days, each as must, should or usual; and until when items for the agenda are handed in.
alter table cooperation.rules
  add column notice_strength text not null default 'must' constraint rules_notice_strength_check check (notice_strength in ('must', 'should', 'usual')),
  add column item_days integer constraint rules_item_days_check check (item_days between 1 and 365),
  add column minutes_days integer constraint rules_minutes_days_check check (minutes_days between 1 and 365),
  add column minutes_strength text not null default 'must' constraint rules_minutes_strength_check check (minutes_strength in ('must', 'should', 'usual')),
  add column binds_from date,
  add constraint rules_items_before_invitation check (item_days >= notice_days);
comment on column cooperation.rules.item_days is 'So many days before a meeting items for its agenda are handed in at the latest: with the invitation the agenda goes out.';
comment on column cooperation.rules.binds_from is 'Adopted before duties arose from rules: from this day on they do, and nothing is owed for the time before. Entered by this migration only.';
update cooperation.rules set binds_from = clock.today();

revoke insert on cooperation.rules from {{app}};
grant insert (body, edition, object, valid_from, meets_per_year, notice_days, notice_strength, item_days, minutes_days, minutes_strength, quorum, majority, keys_for, stand_in,
  deadlock_days, deadlock, secret_ballot, term_alarm_months, interim, group_months, text, agreement, agreement_edition) on cooperation.rules to {{app}};

-- From which day the edition in force is owed: adopted, valid, and known here (signatures on paper are entered later than they were given).
create function cooperation.rules_bind_from(p_rules cooperation.rules) returns date
  language sql stable security definer set search_path = ''
  return greatest(p_rules.valid_from, p_rules.binds_from, cooperation.adopted_on(p_rules.body, p_rules.edition),
    (select (max(s.recorded_at) at time zone 'Europe/Berlin')::date from cooperation.signature s where s.agreement = p_rules.agreement and s.edition = p_rules.agreement_edition));
revoke all on function cooperation.rules_bind_from(cooperation.rules) from public;
grant execute on function cooperation.rules_bind_from(cooperation.rules) to {{worker}};
