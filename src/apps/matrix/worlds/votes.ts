// A body that votes, in the world of the matrix: rules adopted, a quorate meeting held, one item voted on, one not, one with a Beschluss.
import { procedureTemplates } from '#areas/cooperation/rules/procedure.ts'
import { ok } from '../../testing-people.ts'
import type { Builder } from '../world.ts'

type Shown = { object: { id: string; revision: number }; items: { id: string; result: { id: string } | null }[] }

export const votesWorld: Builder = async ({ house, root, people, id }) => {
  // The one seat belongs to the others, so that their chair stands to nobody else as it did not before.
  const body = ok<{ id: string }>(
    await root.post('/bodies', {
      name: 'Gremium mit Stimmen (Beispiel)',
      shortName: 'Mit Stimmen',
      mission: 'Für die Prüfung der Rechte',
      form: 'deciding',
      keys: 1,
      seats: [{ organisation: id.others }],
    }),
  ).id
  const chair = { organisation: id.others, role: 'chair', person: people.elsewhere!.person, from: '2026-01-01' }
  ok(await root.post(`/bodies/${body}/mandates`, { ...chair, basis: 'Test' }))
  const rules = ok<{ object: string; edition: number }>(
    await root.post(`/bodies/${body}/rules`, {
      procedure: { ...procedureTemplates.group78, deadlock: null, deadlockDays: null },
      validFrom: '2026-11-22',
    }),
  )
  ok(await people.elsewhere!.post('/releases', rules))
  const { object } = ok<Shown>(
    await root.post('/meetings', { body, day: '2026-11-22', starts: '08:00', place: 'Landratsamt' }),
  )
  const url = `/meetings/${object.id}`
  for (const title of ['Abgestimmt', 'Noch nicht abgestimmt', 'Beschlossen'])
    ok(await root.post(`${url}/items`, { title }))
  const revision = async () => ok<Shown>(await root.get(url)).object.revision
  const { items } = ok<Shown>(await root.act(`${url}/holding`, await revision()))
  const [itemVoted, itemOpen, itemResolved] = items.map((item) => item.id) as [string, string, string]
  ok(
    await root.put(`${url}/attendance`, await revision(), {
      attendance: [{ organisation: id.others, state: 'present' }],
    }),
  )
  for (const item of [itemVoted, itemResolved])
    ok(await root.put(`${url}/items/${item}/vote`, await revision(), { inFavour: 1, against: 0, abstained: 0 }))
  const resolved = ok<Shown>(
    await root.post(`${url}/items/${itemResolved}/result`, {
      title: 'Ein Beschluss',
      result: 'resolved',
      text: 'Es wird beschlossen.',
    }),
  ).items.find((item) => item.id === itemResolved)!.result!.id
  await house.settle()
  return { voteBody: body, voteMeeting: object.id, itemVoted, itemOpen, itemResolved, resolved }
}
