-- What the page behind a mailed link says about the duty: no more than the mail did.
create function duties.shown_by_link(p_token text) returns table (
    id uuid, kind text, title text, debtor text, creditor text, clause text, strength text, due date, state text, subject text, invented boolean)
  language sql stable security definer set search_path = ''
begin atomic
  select d.id, d.kind, o.title, dt.title, ct.title, d.because_text, d.strength, d.due, d.state, st.title, o.invented
    from access.look_at_act(p_token) l
    join duties.standing d on d.id = l.object join kit.object o on o.id = d.id and o.deleted_at is null
    left join kit.object dt on dt.id = d.debtor left join kit.object ct on ct.id = d.creditor left join kit.object st on st.id = d.subject
   where l.state = 'open';
end;
revoke all on function duties.shown_by_link(text) from public;
grant execute on function duties.shown_by_link(text) to {{app}};
-- A reason that the office has been told is entered by the worker.
grant update (reasoned_on, reasoned_because) on duties.duty to {{worker}};
grant insert on duties.statement to {{worker}};
