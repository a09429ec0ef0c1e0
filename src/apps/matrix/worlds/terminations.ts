// What leaving an agreement has in the world of the matrix: one in force, of which strangers have given notice on paper.
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
  return { agreementInForce, termination }
}
