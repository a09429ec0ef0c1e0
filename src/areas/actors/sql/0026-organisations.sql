-- organisations
create function actors.signing(p_organisation uuid) returns text language sql stable security definer set search_path = '' return 'single'::text;
