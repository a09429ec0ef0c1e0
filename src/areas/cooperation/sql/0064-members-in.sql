-- Who has a seat in these bodies, for the directory, which asks for nothing else. Only bodies that the actor sees, asked once for each and not for
-- each seat.
create function cooperation.members_in(p_bodies uuid[]) returns table (body uuid, members uuid[])
  language plpgsql stable security definer set search_path = '' as $$
declare a access.actor := access.actor(); today date := clock.today();
begin
  return query
  with seen as materialized (
    select b.id from kit.object b where b.id = any (p_bodies) and b.kind = 'body'
       and access.sees(b.audience, b.owner, b.author, b.readers, b.deleted_at, b.purpose, a)),
    sits as materialized (
      select s.body, array_agg(distinct s.organisation) as members from cooperation.seat s
       where s.body = any (p_bodies) and s.superseded_at is null and s.valid_from <= today and (s.valid_until is null or today < s.valid_until) group by s.body)
  select b.id, coalesce(s.members, '{}') from seen b left join sits s on s.body = b.id;
end $$;
revoke all on function cooperation.members_in(uuid[]) from public;
grant execute on function cooperation.members_in(uuid[]) to {{app}};
