// What the actor analysis adds to the world of the matrix: what the association and others say, topics of a need, an offer that waits and one that is answered.
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import { ok } from '../../testing-people.ts'
import type { Builder } from '../world.ts'

export const involvementWorld: Builder = async ({ as, people, root, at, id }) => {
  const { office, delegate, planner } = people as Required<typeof people>
  ok(await planner!.post(`/involvement/${id.inBody}/topics`, { topics: ['care'] }))
  const said = (organisation: string, source: string | null) => ({
    organisation,
    interest: 'high',
    contribution: 'Für die Prüfung',
    source,
  })
  ok(await delegate!.post(`/involvement/${id.body}/statements`, said(id.association!, null)))
  ok(await office!.post(`/involvement/${id.body}/statements`, said(id.strangers!, 'Telefonat')))
  const offer = (organisation: string) =>
    office!.post(`/involvement/${id.body}/offers`, {
      organisation,
      actor: 'school',
      guest: true,
      text: 'Wirken Sie bitte mit.',
    })
  const { id: seatOffer } = ok<{ id: string }>(await offer(id.strangers!))
  const answered = ok<{ id: string }>(
    await root.post('/organisations', {
      name: 'Gefragte Stelle (Beispiel)',
      kind: 'school',
      side: 'public',
      example: true,
    }),
  ).id
  const { id: seatOfferAnswered } = ok<{ id: string }>(await offer(answered))
  ok(await office!.post(`/seat-offers/${seatOfferAnswered}/answer`, { accept: false, source: 'Telefonat' }))
  const bareOffer = newId(at)
  await as(office!, async (db) => {
    await objects(db).make({
      id: bareOffer,
      kind: 'seatOffer',
      title: 'Noch eine Anfrage',
      owner: office!.organisation,
      body: id.body!,
      author: office!.person,
      audience: 'named',
      readers: [id.body!, id.others!],
    })
  })
  return { bareOffer, seatOffer, seatOfferAnswered, askedSchool: answered }
}
