// Handlers of the Datenspur.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import { duties } from '#kit/duties/duties.ts'
import { NotFound } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import type { trail as contract, Station, Step } from './contract.ts'
import { provOf } from './prov.ts'
import { trail } from './trail.ts'

/** The walk with names: of persons and organisations that the actor may see. */
async function walkOf(db: Database, id: string): Promise<{ stations: Station[]; steps: Step[] }> {
  const { links, stations } = await trail(db).walk(id)
  if (stations.length === 0) throw new NotFound()
  const names = await namesOf(
    db,
    links.flatMap((link) => [link.person, link.organisation]),
  )
  const roles = await rolesOf(
    db,
    links.map((link) => link.mandate),
  )
  const named = (key: string | null) => (key && names.has(key) ? { id: key, title: names.get(key)! } : null)
  return {
    stations: stations.map((row) => ({
      id: row.id,
      kind: row.kind,
      title: row.title,
      owner: row.owner && row.owner_title ? { id: row.owner, title: row.owner_title } : null,
      body: row.body,
      created: row.created,
      invented: row.invented ?? false,
      visible: row.visible,
    })),
    steps: links.map((link) => ({
      id: link.link,
      kind: link.link_kind,
      source: link.source,
      target: link.target,
      sourceEdition: link.source_edition,
      targetEdition: link.target_edition,
      at: link.at,
      person: named(link.person),
      organisation: named(link.organisation),
      role: link.mandate ? (roles.get(link.mandate) ?? null) : null,
      reason: link.reason,
      forwards: link.forwards,
      depth: link.depth,
    })),
  }
}

async function namesOf(db: Database, ids: (string | null)[]) {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const { rows } = await sql<{
    id: string
    title: string
  }>`select id, title from kit.object where id = any (${wanted}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row.title]))
}
async function rolesOf(db: Database, ids: (string | null)[]) {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const { rows } = await sql<{
    id: string
    role: string
  }>`select id, role from access.mandate where id = any (${wanted}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row.role]))
}

export const handlers: Handlers<typeof contract> = {
  async walk({ id }, { db }) {
    const { stations, steps } = await walkOf(db, id)
    const start = stations.find((station) => station.id === id)!
    const open = []
    for (const station of stations.filter((station) => station.visible))
      for (const duty of await duties(db).of({ subject: station.id }))
        if (['open', 'overdue', 'notYet'].includes(duty.state))
          open.push({
            subject: station.id,
            title: duty.title,
            debtor: duty.debtor_title ?? '',
            due: duty.due,
            kind: duty.kind,
            clause: duty.because_text,
          })
    return { start, stations, steps, openDuties: open }
  },
  async around({ id }, { db }) {
    return await trail(db).around(id)
  },
  async prov({ id }, { db, house }) {
    const { stations, steps } = await walkOf(db, id)
    return {
      name: `datenspur-${id.slice(-8)}.prov.json`,
      type: 'application/json; charset=utf-8',
      bytes: Buffer.from(JSON.stringify(provOf(stations, steps, house.address()), null, 2)),
    }
  },
}
