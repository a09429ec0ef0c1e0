// What two keys need in the world of the matrix: rules adopted and rules handed back, a stand-in, an absence, a publication, an agenda before the chairs.

import { procedureTemplates } from '#areas/cooperation/rules/procedure.ts'
import { newId } from '#kit/objects/id.ts'
import { type NewObject, objects } from '#kit/objects/objects.ts'
import { ok } from '../../testing-people.ts'
import type { Builder } from '../world.ts'

export const keysWorld: Builder = async ({ house, as, root, people, at, id }) => {
  const { office, chair, deputy, delegate, associationAdmin, member } = people as Required<typeof people>
  const procedure = { ...procedureTemplates.arge, deadlock: 'mediation' }
  const propose = async (change: object) =>
    ok<{ object: string; edition: number }>(
      await office!.post(`/bodies/${id.body}/rules`, {
        procedure: { ...procedure, ...change },
        validFrom: '2026-11-22',
      }),
    )
  const adopted = await propose({})
  for (const by of [chair!, root]) ok(await by.post('/releases', adopted))
  const { publication } = ok<{ publication: string }>(await office!.post('/publications', { object: adopted.object }))
  const returned = await propose({ noticeDays: 21 })
  ok(await chair!.post('/releases/objection', { ...returned, reason: 'Das ist zu lang.' }))
  ok(await chair!.post(`/bodies/${id.body}/stand-in`, { person: deputy!.person, organisation: deputy!.organisation }))
  const absence = ok<{ id: string }>(
    await associationAdmin!.post('/absences', {
      person: delegate!.person,
      from: '2027-01-10',
      until: '2027-02-10',
      representedBy: member!.person,
    }),
  ).id
  const paper = ok<{ papers: { kind: string; object: string }[] }>(
    await office!.post(`/meetings/${id.meetingPlanned}/papers`, { kind: 'agenda' }),
  ).papers[0]!.object
  const bare = async (kind: string, more: Partial<NewObject> = {}) => {
    const made = newId(at)
    await as(office!, async (db) => {
      await objects(db).make({
        id: made,
        kind,
        title: `Leer: ${kind}`,
        owner: id.body!,
        body: id.body!,
        author: office!.person,
        audience: 'body',
        readers: [id.body!],
        ...more,
      })
    })
    return made
  }
  const bareRules = newId(at)
  await as(root, async (db) => {
    await objects(db).make({
      id: bareRules,
      kind: 'rules',
      title: 'Leer: rules',
      owner: id.otherBody!,
      body: id.otherBody!,
      author: root.person,
      audience: 'body',
      readers: [id.otherBody!],
    })
    await objects(db).freeze(bareRules, {}, { person: root.person, organisation: root.organisation })
  })
  await house.settle()
  return {
    bareRules,
    rulesObject: adopted.object,
    publication,
    absence,
    paper,
    barePaper: await bare('minutes'),
    barePublication: await bare('publication'),
  }
}
