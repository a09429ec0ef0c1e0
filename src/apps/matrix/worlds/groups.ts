// Working groups in the world of the matrix: a mandate that waits for its key, a group that lives, a letter of delegation, a dissolution in preparation.
import { sql } from 'kysely'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import { addPerson, ok, type TestPerson } from '../../testing-people.ts'
import type { Builder } from '../world.ts'

/** A body of its own with one key, so that its group can begin; the county's planner leads it, the stranger is a guest of the group only. */
export const groupsWorld: Builder = async ({ house, as, people, root, at, id }) => {
  const { office, chair, planner } = people as Required<typeof people>
  const mandate = (name: string) => ({
    name,
    shortName: name.slice(0, 20),
    task: 'Für die Prüfung der Rechte',
    result: 'Ein Ergebnis',
    lead: id.association,
    members: [],
    until: '2028-01-01',
  })
  const propose = async (name: string) =>
    ok<{ id: string }>(await office!.post(`/bodies/${id.body}/groups`, mandate(name))).id
  const mandateWaiting = await propose('Gruppe im Entwurf (Beispiel)')
  const parent = ok<{ id: string }>(
    await root.post('/bodies', {
      name: 'Gremium mit Gruppe (Beispiel)',
      shortName: 'Mit Gruppe',
      mission: 'Für die Prüfung der Rechte',
      form: 'forum',
      keys: 1,
      seats: [{ organisation: id.county }],
    }),
  ).id
  ok(
    await root.post(`/bodies/${parent}/mandates`, {
      organisation: id.county,
      role: 'chair',
      person: root.person,
      from: '2026-01-01',
      basis: 'Test',
    }),
  )
  const groupMandate = ok<{ id: string }>(
    await root.post(`/bodies/${parent}/groups`, { ...mandate('Arbeitsgruppe Matrix (Beispiel)'), lead: id.county }),
  ).id
  ok(await root.post('/releases', { object: groupMandate, edition: 1 }))
  const group = ok<{ id: string }>(await root.post(`/group-mandates/${groupMandate}/opening`)).id
  ok(
    await root.post(`/bodies/${group}/mandates`, {
      organisation: id.county,
      role: 'chair',
      person: planner!.person,
      from: '2026-01-01',
      basis: 'Test',
    }),
  )
  ok(
    await root.post(`/bodies/${group}/mandates`, {
      organisation: id.strangers,
      role: 'guest',
      person: people.stranger!.person,
      from: '2026-01-01',
      basis: 'Test',
    }),
  )
  // A second group is released and waits to be opened.
  const groupReady = ok<{ id: string }>(
    await root.post(`/bodies/${parent}/groups`, { ...mandate('Gruppe vor der Eröffnung (Beispiel)'), lead: id.county }),
  ).id
  ok(await root.post('/releases', { object: groupReady, edition: 1 }))
  const helper: TestPerson = await addPerson(house, people.associationAdmin!, {
    name: 'Verband Helfer',
    roles: ['staff'],
  })
  const letter = ok<{ id: string }>(
    await people.associationAdmin!.post(`/bodies/${id.body}/delegations`, {
      organisation: id.association,
      person: helper.person,
      from: '2026-11-22',
      signedBy: 'Vorstand',
      signedOn: '2026-11-20',
    }),
  ).id
  const bareLetter = newId(at)
  await as(office!, (db) =>
    objects(db).make({
      id: bareLetter,
      kind: 'delegation',
      title: 'Eben begonnen',
      owner: office!.organisation,
      body: id.body!,
      author: office!.person,
      audience: 'body',
      readers: [id.body!],
    }),
  )
  const dissolution = ok<{ id: string }>(
    await chair!.post(`/bodies/${id.body}/dissolution`, { day: '2029-01-01', because: 'Für die Prüfung' }),
  ).id
  const { rows } = await house.asOwner((db) =>
    sql<{ mandate: string }>`select mandate from cooperation.delegation where id = ${letter}`.execute(db),
  )
  return {
    groupParent: parent,
    mandateWaiting,
    groupMandate,
    groupReady,
    group,
    letter,
    bareLetter,
    letterMandate: rows[0]!.mandate,
    helperPerson: helper.person,
    dissolution,
  }
}
