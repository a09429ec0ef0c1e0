// What agreements in force have in the world of the matrix: one of which strangers have given notice on paper, its review, a body that is constituted.
import { sql } from 'kysely'
import { ok } from '../../testing-people.ts'
import type { Builder } from '../world.ts'

export const terminationsWorld: Builder = async ({ house, people, id }) => {
  const { office, member } = people as Required<typeof people>
  const { id: agreementInForce } = ok<{ id: string }>(
    await office!.post(`/bodies/${id.body}/agreements`, {
      title: 'Vereinbarung in Kraft',
      parties: [id.county, id.association, id.strangers],
      reviewOn: '2030-01-31',
      noticeRule: { months: 1, to: 'month' },
      extraordinary: true,
      clauses: [{ number: '§ 1', heading: 'Zweck', text: 'Für die Prüfung der Rechte.', strength: 'must' }],
    }),
  )
  ok(await office!.act(`/agreements/${agreementInForce}/offer`, 1))
  const signature = { edition: 1, day: '2026-11-20', place: 'München', capacity: 'Leitung' }
  const source = 'Urkunde im Ordner'
  for (const organisation of [id.county, id.strangers])
    ok(await office!.post(`/agreements/${agreementInForce}/signatures`, { ...signature, organisation, source }))
  ok(await member!.post(`/agreements/${agreementInForce}/signatures`, signature))
  await house.settle()
  const { id: termination } = ok<{ id: string }>(
    await office!.post(`/agreements/${agreementInForce}/terminations`, {
      organisation: id.strangers,
      lastDay: '2028-12-31',
      capacity: 'Leitung',
      signatory: 'Frieda Fremd',
      source,
    }),
  )
  const review = { conclusion: 'continue', words: 'Für die Prüfung der Rechte.', nextOn: '2031-01-31' }
  const { id: agreementReview } = ok<{ id: string }>(
    await office!.post(`/agreements/${agreementInForce}/reviews`, review),
  )
  // The body is constituted on something released there; of its group only the file is there.
  const { file } = ok<{ file: { id: string } }>(
    await office!.upload(`/objects/${agreementInForce}/files`, 'niederschrift.pdf', '%PDF-1.4\ntrailer<<>>\n%%EOF\n'),
  )
  await house.asOwner(async (db) => {
    await sql`update files.file set hangs_on = ${id.group}, fixed = true where id = ${file.id}`.execute(db)
    await sql`alter table cooperation.constitution disable trigger constitution_guard`.execute(db)
    await sql`insert into cooperation.constitution (body, day, object, edition, recorded_by, recorded_at)
      values (${id.body}, '2026-11-22', ${id.chaired}, 1, ${office!.person}, clock.now())`.execute(db)
    await sql`alter table cooperation.constitution enable trigger constitution_guard`.execute(db)
  })
  return { agreementInForce, termination, agreementReview, groupMinutes: file.id }
}
