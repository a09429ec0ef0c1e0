// What the network adds to the world of the matrix: a stated relation, common words, a page in preparation and one that everybody sees.
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import { ok } from '../../testing-people.ts'
import type { Builder } from '../world.ts'

const content = {
  introduction: 'Für die Prüfung der Rechte geschrieben.',
  mission: true,
  members: true,
  meetings: true,
  contacts: true,
}

export const networkWorld: Builder = async ({ as, root, people, at, id }) => {
  const { office, planner, member, delegate } = people as Required<typeof people>
  const { relation } = ok<{ relation: string }>(
    await planner!.post(`/organisations/${id.county}/relations`, {
      target: id.association,
      kind: 'refers',
      source: 'Für die Prüfung',
    }),
  )
  ok(await planner!.post(`/organisations/${id.county}/tags`, { roles: ['socialOffice'], fields: ['care'] }))
  ok(await member!.post(`/organisations/${id.association}/tags`, { roles: [], fields: ['care'] }))
  const contribute = (organisation: string, kind: string, source: string | null) => ({
    organisation,
    kind,
    text: 'Für die Prüfung',
    source,
  })
  ok(await delegate!.post(`/bodies/${id.body}/contributions`, contribute(id.association!, 'knowledge', null)))
  ok(await office!.post(`/bodies/${id.body}/contributions`, contribute(id.county!, 'data', 'Telefonat')))
  ok(
    await office!.post(`/bodies/${id.body}/missing-actors`, {
      actor: 'school',
      state: 'contacted',
      organisation: id.strangers,
    }),
  )
  const { page: publicPage } = ok<{ page: string }>(await office!.post(`/bodies/${id.body}/public-page`, content))
  const barePage = newId(at)
  await as(office!, async (db) => {
    await objects(db).make({
      id: barePage,
      kind: 'publicPage',
      title: 'Noch eine Seite',
      owner: office!.organisation,
      body: id.body!,
      author: office!.person,
      audience: 'body',
      readers: [id.body!],
    })
  })
  const { revision } = ok<{ head: { revision: number } }>(await office!.get(`/bodies/${id.body}`)).head
  ok(await office!.put(`/bodies/${id.body}/topics`, revision, { topics: ['care'] }))

  const shownBody = ok<{ id: string }>(
    await root.post('/bodies', {
      name: 'Gezeigtes Gremium (Beispiel)',
      shortName: 'Gezeigt',
      mission: 'Für die Prüfung der Rechte',
      form: 'forum',
      keys: 1,
      seats: [{ organisation: id.county }],
    }),
  ).id
  const term = { from: '2026-01-01', basis: 'Test' }
  ok(
    await root.post(`/bodies/${shownBody}/mandates`, {
      organisation: id.county,
      role: 'chair',
      person: root.person,
      ...term,
    }),
  )
  const shown = ok<{ page: string }>(await root.post(`/bodies/${shownBody}/public-page`, content))
  ok(await root.post('/releases', { object: shown.page, edition: 1 }))
  return { relation, publicPage, barePage, shownBody, shownPage: shown.page }
}
