// What the registers have in the world of the matrix: tasks kept by the county, a correction, a guarantee; seams between county and association.
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import { ok } from '../../testing-people.ts'
import type { Builder } from '../world.ts'

const entry = { role: 'grants', level: 'local', bearer: 'Landkreise', areaKey: '09', basis: '§ 1', source: 'Probe' }
const seamText = { subject: 'Für die Prüfung der Rechte', procedure: 'Beide laden ein.' }

export const registersWorld: Builder = async ({ as, people, at, id }) => {
  const { planner, member } = people as Required<typeof people>
  const task = async (title: string, entries: object[]) =>
    ok<{ id: string }>(
      await planner!.post('/tasks', { title, law: 'SGB XII', clause: '§ 1', strength: 'should', entries }),
    ).id
  const made = await task('Aufgabe der Prüfung', [entry])
  const otherTask = await task('Andere Aufgabe der Prüfung', [])
  const shown = ok<{ entries: { id: string }[] }>(await planner!.get(`/tasks/${made}`))
  const { correction } = ok<{ correction: string }>(
    await member!.post(`/tasks/${made}/corrections`, { entry: null, proposal: entry, reason: 'Für die Prüfung' }),
  )
  const { guarantee } = ok<{ guarantee: string }>(await planner!.post(`/tasks/${made}/guarantees`, {}))
  const { provider } = ok<{ provider: string }>(
    await planner!.post(`/tasks/${made}/guarantees/${guarantee}/providers`, { name: 'Träger', from: '2026-11-01' }),
  )
  const seamOf = async (name: string) =>
    ok<{ id: string }>(await planner!.post('/seams', { name, other: id.association, ...seamText })).id
  const offer = async (seam: string) => ok(await member!.post(`/seams/${seam}/offer`, { edition: 1, revision: 1 }))
  const seam = await seamOf('Nahtstelle im Entwurf')
  const seamOffered = await seamOf('Nahtstelle zur Freigabe')
  const seamAgreed = await seamOf('Nahtstelle, die gilt')
  for (const one of [seamOffered, seamAgreed]) {
    await offer(one)
    ok(await planner!.post(`/seams/${one}/releases`, { edition: 1 }))
  }
  ok(await member!.post(`/seams/${seamAgreed}/releases`, { edition: 1 }))
  ok(await member!.post(`/seams/${seamAgreed}/reviews`, { note: 'Für die Prüfung' }))
  const { friction } = ok<{ friction: string }>(
    await member!.post(`/seams/${seamAgreed}/frictions`, { text: 'Zwei Termine für eine Sache' }),
  )
  ok(await planner!.post(`/seams/${seamAgreed}/links`, { object: id.body, linked: true }))
  const comparison = ok<{ id: string }>(
    await planner!.post('/comparisons', {
      title: 'Vergleich der Prüfung',
      leftName: 'Eins',
      leftLaw: 'SGB II',
      rightName: 'Zwei',
      rightLaw: 'SGB VIII',
      rows: [{ aspect: 'Ziel' }],
    }),
  ).id
  const bare = async (kind: string) => {
    const one = newId(at)
    await as(planner!, (db) =>
      objects(db).make({
        id: one,
        kind,
        title: 'Eben begonnen',
        owner: planner!.organisation,
        author: planner!.person,
        audience: 'members',
      }),
    )
    return one
  }
  return {
    task: made,
    otherTask,
    taskEntry: shown.entries[0]!.id,
    correction,
    guarantee,
    provider,
    seam,
    seamOffered,
    seamAgreed,
    friction,
    comparison,
    bareTask: await bare('task'),
    bareSeam: await bare('seam'),
    bareComparison: await bare('comparison'),
  }
}
