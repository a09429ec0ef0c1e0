-- What a body shows to everybody, once both chairs have released it; what it deals with; who contributes what; and who is still missing.
create table cooperation.public_page (
  id                uuid primary key references kit.object,
  body              uuid not null unique references cooperation.body,
  withdrawn_through integer not null default 0 check (withdrawn_through >= 0)
);
comment on table cooperation.public_page is 'Its content are the editions of the object; everybody sees the latest that the chairs have released and nobody has withdrawn.';
comment on column cooperation.public_page.withdrawn_through is 'Editions up to this one are no longer shown. One chair suffices to withdraw: it only narrows.';

create table cooperation.body_topic (
  body uuid not null references cooperation.body,
  code text not null check (code ~ '^[a-z][A-Za-z]*$'),
  primary key (body, code)
);
comment on table cooperation.body_topic is 'What the body deals with, in the same words as the fields of organisations (actors.tag).';

create table cooperation.contribution (
  id            uuid primary key,
  body          uuid not null references cooperation.body,
  organisation  uuid not null references kit.object,
  kind          text not null check (kind in ('knowledge', 'data', 'resources', 'decision')),
  text          text not null check (btrim(text) <> ''),
  source        text check (btrim(source) <> ''),
  recorded_on   date not null,
  recorded_at   timestamptz not null,
  superseded_at timestamptz
);
create unique index contribution_once on cooperation.contribution (body, organisation, kind) where superseded_at is null;
comment on table cooperation.contribution is 'What an organisation brings into a body. source: null where it said so itself, otherwise from where the office knows.';

create table cooperation.missing_actor (
  id            uuid primary key,
  body          uuid not null references cooperation.body,
  actor         text not null check (actor ~ '^[a-z][A-Za-z]*$'),
  state         text not null check (state in ('contacted', 'trial', 'notNeeded', 'open')),
  organisation  uuid references kit.object,
  note          text not null default '',
  recorded_on   date not null,
  recorded_at   timestamptz not null,
  superseded_at timestamptz,
  check (state <> 'notNeeded' or btrim(note) <> ''),
  check (state not in ('contacted', 'trial') or organisation is not null)
);
create unique index missing_actor_once on cooperation.missing_actor (body, actor) where superseded_at is null;
comment on table cooperation.missing_actor is 'A kind of actor that is not there yet: asked, taking part on trial, or not needed here and why. Once it has a seat, that shows by itself.';

-- The organisation itself, through its people at home or those whom it sends; the office only for others, with a source, and never over their own words (contribution_change).
create function cooperation.may_contribute(p_body uuid, p_organisation uuid, p_source text) returns boolean
  language plpgsql stable security definer set search_path = '' as $$
declare a access.actor := access.actor();
begin
  if not exists (select from cooperation.seat s where s.body = p_body and s.organisation = p_organisation and s.superseded_at is null
                   and s.valid_from <= clock.today() and (s.valid_until is null or clock.today() < s.valid_until)) then return false; end if;
  if p_source is null then
    return coalesce(p_organisation = a.organisation, false)
      and (access.holds(a, '{admin,head,planner}', p_organisation) or access.holds(a, '{chair,delegate,deputy}', p_body));
  end if;
  return access.holds(a, '{office}', p_body);
end $$;
revoke all on function cooperation.may_contribute(uuid, uuid, text) from public;
grant execute on function cooperation.may_contribute(uuid, uuid, text) to {{app}};

do $$
declare t text;
begin
  foreach t in array array['public_page', 'body_topic', 'contribution', 'missing_actor'] loop
    execute format('alter table cooperation.%I enable row level security', t);
    execute format('alter table cooperation.%I force row level security', t);
    execute format('create policy %I on cooperation.%I to {{owner}} using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on cooperation.%I for select to {{worker}} using (true)', t || '_worker', t);
    execute format('create policy %I on cooperation.%I for select to {{app}} using (exists (select from kit.object o where o.id = %I.%s))',
                   t || '_see', t, t, case t when 'public_page' then 'id' else 'body' end);
    execute format('grant select on cooperation.%I to {{app}}, {{worker}}, {{backup}}', t);
    execute format('grant insert on cooperation.%I to {{app}}', t);
  end loop;
end $$;
create policy public_page_make on cooperation.public_page for insert to {{app}}
  with check (exists (select from kit.object o where o.id = public_page.id and o.kind = 'publicPage' and o.body = public_page.body)
    and cooperation.runs(body) and withdrawn_through = 0);
create policy public_page_withdraw on cooperation.public_page for update to {{app}}
  using (access.holds((select access.actor()), '{chair}', body)) with check (access.holds((select access.actor()), '{chair}', body));
grant update (withdrawn_through) on cooperation.public_page to {{app}};
create policy body_topic_make on cooperation.body_topic for insert to {{app}} with check (cooperation.runs(body));
create policy body_topic_drop on cooperation.body_topic for delete to {{app}} using (cooperation.runs(body));
grant delete on cooperation.body_topic to {{app}};
create policy contribution_make on cooperation.contribution for insert to {{app}}
  with check (recorded_at = (select (access.actor()).at) and recorded_on = (select (access.actor()).today) and cooperation.may_contribute(body, organisation, source));
create policy contribution_change on cooperation.contribution for update to {{app}}
  using (cooperation.may_contribute(body, organisation, null) or (source is not null and cooperation.may_contribute(body, organisation, source)))
  with check (cooperation.may_contribute(body, organisation, null) or (source is not null and cooperation.may_contribute(body, organisation, source)));
grant update (superseded_at) on cooperation.contribution to {{app}};
create policy missing_actor_make on cooperation.missing_actor for insert to {{app}}
  with check (recorded_at = (select (access.actor()).at) and recorded_on = (select (access.actor()).today) and cooperation.runs(body)
    and (organisation is null or exists (select from kit.object o where o.id = organisation and o.kind = 'organisation')));
create policy missing_actor_change on cooperation.missing_actor for update to {{app}} using (cooperation.runs(body)) with check (cooperation.runs(body));
grant update (superseded_at) on cooperation.missing_actor to {{app}};
create function cooperation.guard_closed() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.superseded_at is not null or new.superseded_at is null then raise exception 'a closed record stays closed' using errcode = 'NA403'; end if;
  return new;
end $$;
create trigger contribution_recorded before update on cooperation.contribution for each row execute function cooperation.guard_closed();
create trigger missing_actor_recorded before update on cooperation.missing_actor for each row execute function cooperation.guard_closed();

-- What was withdrawn does not come back by itself: only a new edition with both keys does.
create function cooperation.guard_public_page() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.withdrawn_through < old.withdrawn_through
     or new.withdrawn_through > coalesce((select max(e.number) from kit.edition e where e.object = old.id), 0) then
    raise exception 'withdrawn stays withdrawn' using errcode = 'NA403';
  end if;
  return new;
end $$;
revoke all on function cooperation.guard_public_page() from public;
create trigger public_page_guard before update on cooperation.public_page for each row execute function cooperation.guard_public_page();

-- The edition of a page that everybody sees, or null.
create function cooperation.shown_edition(p_page uuid) returns integer
  language sql stable security definer set search_path = ''
  return (select max(e.number) from cooperation.public_page p join kit.object o on o.id = p.id and o.deleted_at is null
            join cooperation.body b on b.id = p.body and b.dissolved_on is distinct from least(b.dissolved_on, clock.today())
            join kit.object ob on ob.id = p.body and ob.deleted_at is null
            join kit.edition e on e.object = p.id and e.number > p.withdrawn_through
           where p.id = p_page and cooperation.is_released(e.object, e.number));
revoke all on function cooperation.shown_edition(uuid) from public;
grant execute on function cooperation.shown_edition(uuid) to {{app}}, {{worker}};

-- Whom to ask at an organisation, as it is today: the contact while acting there, else the deputy while acting there, else nobody. Never a copied name.
-- Address and telephone are each one's own: the deputy answers under the deputy's, where the organisation has named one, never under those of who has left.
create function cooperation.public_contact(p_organisation uuid) returns jsonb
  language sql stable security definer set search_path = ''
  return (with acts as materialized (select m.person from access.mandate m where m.organisation = p_organisation and m.superseded_at is null
                                        and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day))
    select jsonb_build_object('organisation', w.title, 'name', coalesce(p.title, d.title),
             'email', case when p.id is not null then c.email else to_jsonb(c)->>'deputy_email' end,
             'phone', case when p.id is not null then c.phone else to_jsonb(c)->>'deputy_phone' end,
             'website', a.website)
      from actors.contact c join kit.object w on w.id = c.organisation
      left join actors.organisation a on a.id = c.organisation
      left join kit.object p on p.id = c.person and p.deleted_at is null and exists (select from acts where acts.person = c.person)
      left join kit.object d on d.id = c.deputy and d.deleted_at is null and exists (select from acts where acts.person = c.deputy)
     where c.organisation = p_organisation and c.superseded_at is null and c.audience = 'public' and coalesce(p.id, d.id) is not null);
revoke all on function cooperation.public_contact(uuid) from public;

-- The page of a body as everybody sees it: only what the released edition names, each as it stands today; null where nothing is released.
create function cooperation.public_face(p_body uuid) returns jsonb
  language plpgsql stable security definer set search_path = '' as $$
declare
  page uuid; shown integer; c jsonb; b cooperation.body; face jsonb; v_agreement uuid; v_edition integer; v_office uuid;
begin
  select p.id, cooperation.shown_edition(p.id) into page, shown from cooperation.public_page p where p.body = p_body;
  if shown is null then return null; end if;
  select e.content into c from kit.edition e where e.object = page and e.number = shown;
  select * into b from cooperation.body x where x.id = p_body;
  select m.organisation into v_office from access.mandate m where m.body = p_body and m.role = 'office' and m.superseded_at is null
     and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day) order by m.from_day, m.id limit 1;
  face := jsonb_build_object('id', p_body, 'name', (select o.title from kit.object o where o.id = p_body), 'shortName', b.short_name,
    'foundedOn', b.founded_on, 'introduction', c->>'introduction', 'edition', shown, 'invented', (select o.invented from kit.object o where o.id = p_body),
    'releasedOn', (select (max(r.at) at time zone 'Europe/Berlin')::date from cooperation.release r where r.object = page and r.edition = shown),
    'mission', case when (c->>'mission')::boolean then b.mission end,
    'topics', coalesce((select jsonb_agg(t.code order by t.code) from cooperation.body_topic t where t.body = p_body), '[]'),
    'office', (select o.title from kit.object o where o.id = v_office),
    'officeContact', cooperation.public_contact(v_office));
  if (c->>'members')::boolean then
    face := face || jsonb_build_object('members', coalesce((select jsonb_agg(jsonb_build_object('name', o.title, 'unit', u.title, 'side', a.side,
        'chairs', exists (select from access.mandate m where m.body = p_body and m.role = 'chair' and m.organisation = s.organisation and m.superseded_at is null
                            and m.from_day <= clock.today() and (m.until_day is null or clock.today() < m.until_day)))
        order by o.title collate kit.german, u.title collate kit.german nulls first)
      from cooperation.seat s join kit.object o on o.id = s.organisation left join kit.object u on u.id = s.unit left join actors.organisation a on a.id = s.organisation
     where s.body = p_body and s.superseded_at is null and s.valid_from <= clock.today() and (s.valid_until is null or clock.today() < s.valid_until)), '[]'));
  end if;
  v_agreement := (c->'agreement'->>'id')::uuid; v_edition := (c->'agreement'->>'edition')::integer;
  if v_agreement is not null then
    face := face || jsonb_build_object('agreement', (select jsonb_build_object('title', o.title, 'edition', v_edition,
        'preamble', e.content->>'preamble', 'since', f.since, 'current', coalesce(f.edition = v_edition, false),
        'clauses', (select jsonb_agg(jsonb_build_object('number', k.number, 'heading', k.heading, 'text', k.text) order by k.place)
                      from cooperation.clause k where k.agreement = v_agreement and k.edition = v_edition))
      from kit.object o join kit.edition e on e.object = o.id and e.number = v_edition left join lateral cooperation.in_force(o.id) f on true
     where o.id = v_agreement and o.kind = 'agreement' and o.body = p_body and o.deleted_at is null));
  end if;
  if (c->>'meetings')::boolean then
    face := face || jsonb_build_object('meetingNote', c->>'meetingNote', 'nextMeeting', cooperation.next_meeting(p_body));
  end if;
  if (c->>'contacts')::boolean then
    face := face || jsonb_build_object('contacts', coalesce((select jsonb_agg(k.contact order by k.contact->>'organisation' collate kit.german)
      from (select cooperation.public_contact(w.id) as contact
              from (select distinct s.organisation as id from cooperation.seat s where s.body = p_body and s.superseded_at is null
                       and s.valid_from <= clock.today() and (s.valid_until is null or clock.today() < s.valid_until)) w) k
     where k.contact is not null), '[]'));
  end if;
  return face;
end $$;

-- The next day for which a meeting of the body is planned, as the meetings say in their facts: the latest about a meeting counts. As far as
-- whoever asks may see them; the page for everybody asks as the owner.
create function cooperation.next_meeting(p_body uuid) returns date
  language sql stable set search_path = ''
  return (select min(f.about) from (select distinct on (x.object) x.object, x.kind, x.about from duties.fact x
            where x.organisation = p_body and x.kind in ('meeting.planned', 'meeting.moved', 'meeting.cancelled', 'meeting.held')
            order by x.object, x.at desc, x.entry desc nulls last) f join kit.object o on o.id = f.object and o.deleted_at is null
           where f.kind in ('meeting.planned', 'meeting.moved') and f.about >= clock.today());
revoke all on function cooperation.next_meeting(uuid), cooperation.public_face(uuid) from public;
grant execute on function cooperation.public_face(uuid), cooperation.next_meeting(uuid) to {{app}};

-- All bodies that show themselves.
create function cooperation.public_bodies() returns table (id uuid, name text, short_name text, introduction text, topics text[], invented boolean)
  language sql stable security definer set search_path = ''
begin atomic
  select b.id, o.title, b.short_name, e.content->>'introduction',
         coalesce((select array_agg(t.code order by t.code) from cooperation.body_topic t where t.body = b.id), '{}'), o.invented
    from cooperation.public_page p join cooperation.body b on b.id = p.body join kit.object o on o.id = b.id
    join kit.edition e on e.object = p.id and e.number = cooperation.shown_edition(p.id)
   order by o.title collate kit.german;
end;
revoke all on function cooperation.public_bodies() from public;
grant execute on function cooperation.public_bodies() to {{app}};
