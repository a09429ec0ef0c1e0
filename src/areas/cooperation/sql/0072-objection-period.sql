-- Rules of procedure say for how many days after the minutes were sent an organisation with a seat may object to them.
alter table cooperation.rules add column objection_days integer not null default 14 constraint rules_objection_days_check check (objection_days between 1 and 180);
comment on column cooperation.rules.objection_days is 'Days after the minutes were sent in which an organisation with a seat may object to them; where no rules hold, fourteen.';
grant insert (objection_days) on cooperation.rules to {{app}};
