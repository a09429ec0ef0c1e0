-- To which field an influence belongs, in the common words, so that "who influences X?" finds it whatever the process is called.
alter table actors.relation add column field text check (field ~ '^[a-z][A-Za-z]*$');
alter table actors.relation add constraint relation_field check (field is null or kind = 'influences');
comment on column actors.relation.field is 'The field of the process that is influenced; only with an influence.';
