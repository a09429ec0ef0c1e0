-- What the rules of a body say about the time after its meetings, and between them.
-- Rules of procedure say for how many days after the minutes were sent an organisation with a seat may object to them.
alter table cooperation.rules add column objection_days integer not null default 14 constraint rules_objection_days_check check (objection_days between 1 and 180);
comment on column cooperation.rules.objection_days is 'Days after the minutes were sent in which an organisation with a seat may object to them; where no rules hold, fourteen.';
grant insert (objection_days) on cooperation.rules to {{app}};

-- Whether a body decides by circulation (im Umlauf), and how. Without a number of days it does not.
alter table cooperation.rules
  add column circulation_days integer constraint rules_circulation_days_check check (circulation_days between 1 and 90),
  add column circulation_majority text constraint rules_circulation_majority_check check (circulation_majority in ('simple', 'cast', 'entitled', 'twoThirds', 'consensus')),
  add column circulation_to_meeting boolean,
  add constraint rules_circulation_whole check ((circulation_days is null) = (circulation_majority is null) and (circulation_days is null) = (circulation_to_meeting is null));
comment on column cooperation.rules.circulation_days is 'Every seat has at least so many days to answer; null: nothing is decided by circulation.';
comment on column cooperation.rules.circulation_to_meeting is 'One seat that wants to discuss it in a meeting is enough to bring it there.';
grant insert (circulation_days, circulation_majority, circulation_to_meeting) on cooperation.rules to {{app}};
