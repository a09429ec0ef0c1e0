-- No agreement is offered without a day on which it is reviewed; and what a released review says about the next one holds.
alter table cooperation.agreement add constraint agreement_review_check check (sign_by is null or review_on is not null) not valid;

-- When an edition is to be reviewed next: as the latest review of it says that the chairs have released, otherwise as the edition says.
create function cooperation.review_on(p_agreement uuid, p_edition integer, p_since date) returns table (day date, reviewed boolean)
  language sql stable set search_path = ''
begin atomic
  select coalesce(r.day, (e.content->>'reviewOn')::date), r.day is not null
    from kit.edition e left join lateral (
      select (x.content->>'nextOn')::date as day from kit.object o join kit.edition x on x.object = o.id
       where o.kind = 'agreementReview' and o.body = (select a.body from kit.object a where a.id = p_agreement) and o.deleted_at is null
         and x.content->>'agreement' = p_agreement::text and (x.content->>'until')::date >= p_since and cooperation.is_released(o.id, x.number)
       order by x.content->>'until' desc, x.at desc limit 1) r on true
   where e.object = p_agreement and e.number = p_edition;
end;
revoke all on function cooperation.review_on(uuid, integer, date) from public;
grant execute on function cooperation.review_on(uuid, integer, date) to {{app}}, {{worker}};
