-- A figure that was gathered for one field only (counselling, say) carries that purpose: with its indicator, and with every delivery of it.
alter table figures.indicator add column purpose text check (purpose ~ '^[a-z][A-Za-z]*$');
comment on column figures.indicator.purpose is 'The field for which alone it is delivered. Organisations that take part for other fields only do not see its deliveries; its definition is public.';
grant update (purpose) on figures.indicator to {{app}};

create function figures.take_purpose() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  perform access.take_purpose(new.id, i.purpose) from figures.indicator i where i.id = new.indicator;
  return null;
end $$;
create trigger delivery_purpose after insert on figures.delivery for each row execute function figures.take_purpose();

create function figures.spread_purpose() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  perform access.take_purpose(d.id, new.purpose) from figures.delivery d where d.indicator = new.id;
  return null;
end $$;
create trigger indicator_purpose after update on figures.indicator for each row when (old.purpose is distinct from new.purpose) execute function figures.spread_purpose();
revoke all on function figures.take_purpose(), figures.spread_purpose() from public;
