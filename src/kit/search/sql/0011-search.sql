-- Search: finds words by their beginning, in any inflection, and inside compounds ("Beratung" in "Schuldnerberatungsstelle", which stemming does not),
-- with and without umlauts. One function uses the index and then applies the same visibility as everything else: behind row-level security
-- no index over texts would be used.
create schema search;
grant usage on schema search to {{app}}, {{worker}}, {{backup}};

-- "Müller", "Mueller" and "Muller" are one word; "neue", "Frauen" and "Quelle" keep their "ue".
create function search.fold(p_text text) returns text
  language sql immutable set search_path = ''
  return translate(regexp_replace(replace(replace(replace(lower(p_text collate kit.german), 'ß', 'ss'), 'ae', 'a'), 'oe', 'o'), '(?<![aeq])ue', 'u', 'g'),
                   'äöüáàâãåéèêëíìîïóòôõúùûñçčćšžł', 'aouaaaaaeeeeiiiioooouuuncccszl');

-- A whole word weighs A or B, the end of a compound (marked with ~) C or D.
create function search.words(p_text text, p_whole text, p_part text) returns tsvector
  language sql immutable set search_path = ''
  return (select coalesce(string_agg(distinct quote_literal(l.lexeme) || ':1' || l.weight, ' '), '')::tsvector
            from (select distinct left(m[1], 60) as word from regexp_matches(left(search.fold(p_text), 20000), '[[:alnum:]]+', 'g') m) w
            cross join lateral (select w.word as lexeme, p_whole as weight
                                union all
                                select '~' || substr(w.word, i), p_part from generate_series(3, length(w.word) - 3) i where w.word !~ '^[0-9]') l);

create table search.entry (
  object uuid primary key references kit.object,
  title  tsvector not null,
  text   tsvector not null default '',
  words  tsvector generated always as (title || text) stored
);
comment on table search.entry is 'What an object is found by; no readable copy of its text. Written in the transaction that changes the object.';
create index entry_words on search.entry using gin (words);

alter table search.entry enable row level security;
alter table search.entry force row level security;
create policy entry_owner on search.entry to {{owner}} using (true) with check (true);

create function search.follow_title() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  insert into search.entry (object, title) values (new.id, search.words(new.title, 'A', 'C'))
  on conflict (object) do update set title = excluded.title;
  return null;
end $$;
create trigger object_found_by_title after insert or update of title on kit.object for each row execute function search.follow_title();

-- Areas add what else an object is found by: whoever may change it, or has just made it.
create function search.put(p_object uuid, p_text text) returns void
  language plpgsql volatile security definer set search_path = '' as $$
declare a access.actor := access.actor();
begin
  if session_user not in ('{{worker}}', '{{owner}}') and not exists (
    select from kit.object o where o.id = p_object and (access.changes(o.owner, o.body, o.author, o.audience, a) or o.author = a.person)) then
    raise exception 'only who may change an object says what it is found by' using errcode = 'NA403';
  end if;
  update search.entry set text = search.words(p_text, 'B', 'D') where object = p_object;
end $$;
revoke all on function search.put(uuid, text) from public;
grant execute on function search.put(uuid, text) to {{app}}, {{worker}};

-- Each word must be found: as it was typed so far, or its stem; inside compounds from four letters on. Words that carry nothing ("der", "und") are left out.
create function search.query(p_query text) returns tsquery
  language sql immutable set search_path = ''
  return (select string_agg('(' || p.parts || ')', ' & ')::tsquery
            from (select distinct search.fold(m[1]) as word, search.fold((ts_lexize('pg_catalog.german_stem', m[1]))[1]) as stem
                    from regexp_matches(left(lower(p_query collate kit.german), 200), '[[:alnum:]]+', 'g') m) t
            cross join lateral (select string_agg(distinct quote_literal(mark || part) || ':*', ' | ') as parts
                                  from unnest(array['', '~']) mark, unnest(array[t.word, t.stem]) part
                                 where length(part) >= case when mark = '' then 2 else 4 end) p
           where t.stem is not null and p.parts is not null);

create function search.find(p_query text, p_kinds text[], p_most integer)
  returns table (id uuid, kind text, title text, owner uuid, body uuid, invented boolean, created timestamptz, in_title boolean)
  language plpgsql stable security definer set search_path = '' set enable_seqscan = off as $$
declare a access.actor := access.actor(); q tsquery := search.query(p_query);
begin
  if q is null then return; end if;
  return query
  select o.id, o.kind, o.title, o.owner, o.body, o.invented, o.created, e.title @@ q
    from search.entry e join kit.object o on o.id = e.object
   where e.words @@ q and o.deleted_at is null and (p_kinds is null or o.kind = any (p_kinds))
     and access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, a)
   order by ts_rank('{0.05, 0.2, 0.4, 1}', e.words, q) desc, o.created desc limit least(p_most, 100);
end $$;
revoke all on function search.find(text, text[], integer) from public;
revoke all on function search.fold(text), search.words(text, text, text), search.query(text) from public;
grant execute on function search.find(text, text[], integer) to {{app}};

-- What was erased is found by nothing.
create function search.forget() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  update search.entry set text = '', title = '' where object = new.id;
  return null;
end $$;
