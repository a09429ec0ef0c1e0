-- What an object is found by may follow from rows that others wrote about it (the word that an organisation uses for a shared figure): only a trigger of the
-- owner says so, and its area's policies decide who may write such a row.
create function search.say(p_object uuid, p_text text) returns void
  language sql volatile set search_path = '' as $$
  update search.entry set text = search.words(p_text, 'B', 'D') where object = p_object
$$;
revoke all on function search.say(uuid, text) from public;
