-- An owner of a seam is merged into another organisation: its side goes on in the hands of the successor, and what it released and looked at still counts.
alter table cooperation.seam_release add column side text check (side in ('a', 'b'));
alter table cooperation.seam_review add column side text check (side in ('a', 'b'));
alter table cooperation.seam_release disable trigger user;
update cooperation.seam_release r set side = case when r.organisation = s.owner_a then 'a' else 'b' end from cooperation.seam s where s.id = r.seam;
update cooperation.seam_review r set side = case when r.organisation = s.owner_a then 'a' else 'b' end from cooperation.seam s where s.id = r.seam;
alter table cooperation.seam_release enable trigger user;
alter table cooperation.seam_release alter side set not null;
alter table cooperation.seam_review alter side set not null;
create unique index seam_release_side on cooperation.seam_release (seam, edition, side);
comment on column cooperation.seam_release.side is 'For which of the two owners it stands, whoever that is today. Entered by the database.';
comment on column cooperation.seam_review.side is 'For which of the two owners it stands, whoever that is today. Entered by the database.';

-- Named so that it runs after the guard, which has then found an owner.
create function cooperation.take_side() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.side := (select case new.organisation when s.owner_a then 'a' when s.owner_b then 'b' end from cooperation.seam s where s.id = new.seam);
  return new;
end $$;
revoke all on function cooperation.take_side() from public;
create trigger seam_release_side before insert on cooperation.seam_release for each row execute function cooperation.take_side();
create trigger seam_review_side before insert on cooperation.seam_review for each row execute function cooperation.take_side();

create or replace function cooperation.seam_in_force(p_seam uuid) returns table (edition integer, since date)
  language sql stable set search_path = ''
begin atomic
  select r.edition, (max(r.at) at time zone 'Europe/Berlin')::date from cooperation.seam_release r
   where r.seam = p_seam group by r.edition having count(*) = 2 order by r.edition desc limit 1;
end;

-- As the worker, from the day on: an owner that is over and has one successor. Where the successor is the other owner, nothing lies between them any more.
create function cooperation.move_seams() returns table (seam uuid, former uuid, successor uuid, day date)
  language plpgsql volatile security definer set search_path = '' as $$
begin
  return query
    with gone as (
      select s.id, x.id as former, (array_agg(n.successor))[1] as successor, min(n.day) as day
        from cooperation.seam s join actors.organisation x on x.id in (s.owner_a, s.owner_b) join actors.succession n on n.predecessor = x.id
       where x.dissolved_on <= clock.today() and n.day <= clock.today()
       group by s.id, x.id having count(*) = 1),
    moved as (
      update cooperation.seam s set owner_a = case s.owner_a when g.former then g.successor else s.owner_a end,
          owner_b = case s.owner_b when g.former then g.successor else s.owner_b end
        from gone g where g.id = s.id and g.successor not in (s.owner_a, s.owner_b)
          and not exists (select from gone o where o.id = g.id and o.former < g.former)
      returning s.id, g.former, g.successor, g.day)
    select m.id, m.former, m.successor, m.day from moved m;
end $$;
revoke all on function cooperation.move_seams() from public;
grant execute on function cooperation.move_seams() to {{worker}};
