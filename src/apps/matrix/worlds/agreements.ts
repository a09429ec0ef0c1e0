// What agreements and openings have in the world of the matrix: files of both agreements, an annex of the draft, a log asked for and one opened.
import { sql } from 'kysely'
import { ok } from '../../testing-people.ts'
import type { Builder } from '../world.ts'

const pdf = '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'

export const agreementsWorld: Builder = async ({ house, people, id }) => {
  const { office, admin, head, planner } = people as Required<typeof people>
  const upload = async (agreement: string, name: string) =>
    ok<{ file: { id: string } }>(await office!.upload(`/objects/${agreement}/files`, name, `${pdf}${name}`)).file.id
  const bound = await upload(id.agreementDraft!, 'anlage.pdf')
  const looseFile = await upload(id.agreementDraft!, 'lose.pdf')
  const offeredFile = await upload(id.agreement!, 'vorgelegt.pdf')
  const { head: of } = ok<{ head: { revision: number } }>(await office!.get(`/agreements/${id.agreementDraft}`))
  ok(await office!.act(`/agreements/${id.agreementDraft}/annexes`, of.revision, { file: bound, title: 'Anlage 1' }))
  const ask = async () =>
    ok<{ id: string }>(
      await admin!.post('/privacy/openings', {
        person: planner!.person,
        second: head!.person,
        cause: 'Für die Prüfung der Rechte',
        from: '2026-11-01',
        until: '2026-11-23',
      }),
    ).id
  const opening = await ask()
  const openedLog = await ask()
  ok(await head!.post(`/privacy/openings/${openedLog}/answer`, { agree: true }))
  // The world is asked some weeks after it was built; this log is still open then.
  await house.asOwner(async (db) => {
    await sql`alter table privacy.opening disable trigger opening_guard`.execute(db)
    await sql`update privacy.opening set closes_on = '2027-01-20' where id = ${openedLog}`.execute(db)
    await sql`alter table privacy.opening enable trigger opening_guard`.execute(db)
  })
  return { adminPerson: admin!.person, headPerson: head!.person, looseFile, offeredFile, opening, openedLog }
}
