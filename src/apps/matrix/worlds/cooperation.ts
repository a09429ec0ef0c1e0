// What cooperation has in the world of the matrix: an agreement in writing, one that waits for signatures, a key given by the chair.
import { sql } from 'kysely'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import { ok } from '../../testing-people.ts'
import type { Builder } from '../world.ts'

export const cooperationWorld: Builder = async ({ house, as, people, at, id }) => {
  const { office, chair, planner } = people as Required<typeof people>
  const clauses = [{ number: '§ 1', heading: 'Zweck', text: 'Für die Prüfung der Rechte.', strength: 'must' }]
  const draft = async (title: string, parties: (string | undefined)[]) =>
    ok<{ id: string }>(
      await office!.post(`/bodies/${id.body}/agreements`, { title, parties, clauses, reviewOn: '2030-01-31' }),
    ).id
  const agreementDraft = await draft('Vereinbarung im Entwurf', [id.county, id.association])
  const agreement = await draft('Vereinbarung zur Unterschrift', [id.county, id.association, id.strangers])
  ok(await office!.act(`/agreements/${agreement}/offer`, 1))
  ok(
    await office!.post(`/agreements/${agreement}/signatures`, {
      edition: 1,
      organisation: id.strangers,
      day: '2026-11-20',
      place: 'München',
      capacity: 'Leitung',
      source: 'Urkunde im Ordner',
    }),
  )
  await as(chair!, (db) =>
    objects(db).freeze(id.chaired!, { title: 'chaired' }, { person: chair!.person, organisation: chair!.organisation }),
  )
  ok(await chair!.post('/releases', { object: id.chaired, edition: 1 }))
  const bareBody = newId(at)
  await as(planner!, (db) =>
    objects(db).make({
      id: bareBody,
      kind: 'body',
      title: 'Eben gegründet (Beispiel)',
      owner: planner!.organisation,
      body: bareBody,
      author: planner!.person,
      audience: 'members',
      readers: [planner!.organisation],
    }),
  )
  const bareAgreement = newId(at)
  await as(office!, (db) =>
    objects(db).make({
      id: bareAgreement,
      kind: 'agreement',
      title: 'Eben begonnen',
      owner: office!.organisation,
      body: id.body!,
      author: office!.person,
      audience: 'body',
      readers: [id.body!],
    }),
  )
  const { rows } = await house.asOwner((db) =>
    sql<{
      id: string
    }>`select id from cooperation.seat where body = ${id.body} and organisation = ${id.association}`.execute(db),
  )
  return { agreementDraft, agreement, bareBody, bareAgreement, seat: rows[0]!.id }
}
