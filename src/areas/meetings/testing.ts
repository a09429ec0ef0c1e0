// What the tests of meetings share: a planned meeting and its papers with the keys of two chairs.
import { ok, type TestPerson } from '#apps/testing-people.ts'
import type { TwoChairs } from '#areas/cooperation/testing-keys.ts'
import type { Meeting, PaperKind } from './contract.ts'

export const paperOf = (meeting: Meeting, kind: PaperKind) => meeting.papers.find((paper) => paper.kind === kind)!

/** A planned meeting with one item, by chair A. */
export async function planned({ a, body }: TwoChairs, day = '2026-12-15') {
  const { object } = ok<Meeting>(await a.post('/meetings', { body, day, starts: '14:00', place: 'Landratsamt' }))
  return ok<Meeting>(await a.post(`/meetings/${object.id}/items`, { title: 'Kurzzeitpflege' }))
}
export const present = async (who: TestPerson, id: string, kind: PaperKind) =>
  ok<Meeting>(await who.post(`/meetings/${id}/papers`, { kind }))
/** Put forward and released by both chairs. */
export async function released(all: TwoChairs, id: string, kind: PaperKind) {
  const paper = paperOf(await present(all.office, id, kind), kind)
  for (const chair of [all.a, all.b])
    ok(await chair.post('/releases', { object: paper.object, edition: paper.edition }))
}
