// Who answers today for what was published: the office of a body, or the organisation; after a merger its successor. Never a copied name.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import { objects } from '#kit/objects/objects.ts'
import type { WhomToAsk } from '../contract/whom-to-ask.ts'
import { publicPages } from './public.ts'

type Public = { person: string; email: string | null; phone: string | null }

/** `id`: a body or an organisation. Whoever prints a paper gets the same as everybody: a name meant for members alone never goes on paper. */
export async function whomToAsk(db: Database, id: string): Promise<WhomToAsk> {
  const asked = await objects(db).find(id)
  const body = asked?.kind === 'body' && !asked.deleted_at ? { id, title: asked.title } : null
  const face = asked && asked.kind !== 'body' ? null : await publicPages(db).face(id)
  const office = asked?.kind === 'body' ? await officeOf(db, id) : id
  const answering = office ? await successorOf(db, office) : null
  const organisation = answering ? await objects(db).find(answering) : undefined
  const seen = organisation?.kind === 'organisation' ? { id: organisation.id, title: organisation.title } : null
  if (face?.officeContact) {
    const { organisation: organisationName, name, email, phone } = face.officeContact
    return { organisation: seen, body: body ?? { id, title: face.name }, organisationName, name, email, phone }
  }
  const { rows } = answering
    ? await sql<Public>`select person, email, phone from actors.public_contact(${answering})`.execute(db)
    : { rows: [] }
  return {
    organisation: seen,
    body: body ?? (face ? { id, title: face.name } : null),
    organisationName: seen?.title ?? face?.office ?? null,
    name: rows[0]?.person ?? null,
    email: rows[0]?.email ?? null,
    phone: rows[0]?.phone ?? null,
  }
}

async function officeOf(db: Database, body: string): Promise<string | null> {
  const { rows } = await sql<{ organisation: string }>`select m.organisation from access.mandate m
    where m.body = ${body} and m.role = 'office' and m.superseded_at is null and m.from_day <= clock.today()
      and (m.until_day is null or clock.today() < m.until_day) order by m.from_day, m.id limit 1`.execute(db)
  return rows[0]?.organisation ?? null
}

/** Where several stand for it now, the organisation itself stays asked: which of them would be a guess. */
async function successorOf(db: Database, organisation: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with recursive path (id, depth) as (select ${organisation}::uuid, 0
      union all select s.successor, p.depth + 1 from path p join actors.succession s on s.predecessor = p.id and s.day <= clock.today()
        where p.depth < 20 and (select count(*) from actors.succession x where x.predecessor = p.id) = 1)
    select id from path order by depth desc limit 1`.execute(db)
  return rows[0]?.id ?? organisation
}
