// A small body with an agreement in force, made through HTTP, for tests of what follows from its clauses.
import type { TestContext } from 'node:test'
import { sql } from 'kysely'
import { type TestHouse, testHouse } from '#apps/testing.ts'
import { addOrganisation, addPerson, again, founders, ok, type TestPerson } from '#apps/testing-people.ts'
import type { Duty } from '#kit/duties/contract.ts'
import type { ClauseDuty } from './contract.ts'

export type Input = Record<string, unknown> & { kind: ClauseDuty['kind'] }
export type Strength = 'must' | 'should' | 'usual'

/** `draft`: what else the agreement says. `also`: further associations that sign on paper. `indicator`: made, and asked for by every clause about a figure. */
type More = { reviewOn?: string; draft?: object; also?: readonly string[]; indicator?: string; house?: TestHouse }

/** A county and an association found a body with two chairs and agree on these clauses, §§ 1, 2, …; in force on 22 November 2026. */
export async function agreed(t: TestContext, duties: (Input | [Input, Strength])[], more: More = {}) {
  const house = more.house ?? (await testHouse(t))
  const county = await founders(house, { name: 'Landkreis Probe', side: 'public', areaKey: '09175' })
  const verband = await addOrganisation(county, 'Verband Probe', { kind: 'association', side: 'free' })
  const also: string[] = []
  for (const name of more.also ?? [])
    also.push(await addOrganisation(county, name, { kind: 'association', side: 'free' }))
  const { id: body } = ok<{ id: string }>(
    await county.post('/bodies', {
      name: 'Arbeitsgemeinschaft Probe',
      shortName: 'AG',
      mission: 'Sich abstimmen',
      form: 'forum',
      keys: 2,
      constituencies: [
        { name: 'Landkreis', chair: 'appointed' },
        { name: 'Verbände', chair: 'appointed' },
      ],
      seats: [
        { organisation: county.organisation, constituency: 'Landkreis' },
        { organisation: verband, constituency: 'Verbände' },
        ...also.map((organisation) => ({ organisation, constituency: 'Verbände' })),
      ],
    }),
  )
  const vera = await addPerson(house, county, {
    name: 'Vera Verband',
    organisation: verband,
    roles: ['admin', 'head', 'planner'],
    body: { id: body, role: 'chair' },
  })
  const carl = await addPerson(house, county, {
    name: 'Carl Kreis',
    roles: ['head', 'planner'],
    body: { id: body, role: 'chair' },
  })
  const indicator = more.indicator
    ? ok<{ id: string }>(
        await county.post('/figures/indicators', {
          code: 'PROBE',
          title: more.indicator,
          definition: 'Für die Probe',
          unit: 'Zahl',
          source: 'Erhebung der Mitglieder',
          timing: 'span',
        }),
      ).id
    : null
  const { id: agreement } = ok<{ id: string }>(
    await county.post(`/bodies/${body}/agreements`, {
      title: 'Vereinbarung',
      ...more.draft,
      parties: [county.organisation, verband, ...also],
      reviewOn: more.reviewOn ?? '2035-11-22',
      clauses: duties.map((one, place) => {
        const [duty, strength] = Array.isArray(one) ? one : [one, 'must']
        return {
          number: `§ ${place + 1}`,
          heading: duty.kind,
          text: 'Wortlaut',
          strength,
          duty: 'indicator' in duty ? { ...duty, indicator } : duty,
        }
      }),
    }),
  )
  ok(await county.act(`/agreements/${agreement}/offer`, 1))
  const signature = { edition: 1, day: '2026-11-22', place: 'Hier', capacity: 'Leitung' }
  ok(await county.post(`/agreements/${agreement}/signatures`, signature))
  ok(await vera.post(`/agreements/${agreement}/signatures`, signature))
  for (const organisation of also)
    ok(
      await county.post(`/agreements/${agreement}/signatures`, {
        ...signature,
        organisation,
        source: 'Urkunde im Ordner',
      }),
    )
  await house.settle()
  const scene = { house, body, agreement, county, vera, carl, verband, also }
  const at = async (day: string) => {
    await house.moveTo(`${day}T08:00:00Z`)
    scene.county = await again(house, scene.county)
    scene.vera = await again(house, scene.vera)
    scene.carl = await again(house, scene.carl)
  }
  const of = async (kind: string, who: TestPerson = scene.county) =>
    ok<{ duties: Duty[] }>(await who.get(`/duties?because=${agreement}`)).duties.filter((duty) => duty.kind === kind)
  const lines = async (kind: string) => (await of(kind)).map((duty) => [duty.debtor?.title, duty.due, duty.state])
  const plan = async (day: string) =>
    ok<{ object: { id: string; revision: number } }>(
      await scene.county.post('/meetings', { body, day, starts: '14:00', place: 'Landratsamt' }),
    ).object.id
  const revision = async (id: string) =>
    ok<{ object: { revision: number } }>(await scene.county.get(`/meetings/${id}`)).object.revision
  const act = async (id: string, what: string, content: object = {}) =>
    ok(await scene.county.act(`/meetings/${id}/${what}`, await revision(id), content))
  /** Agenda and invitation as they stand, released by both chairs. */
  const papers = async (id: string) => {
    for (const kind of ['agenda', 'invitation']) {
      const reply = await scene.county.post(`/meetings/${id}/papers`, { kind })
      if ((reply.body.code as unknown) === 'samePaper') continue
      const { papers: all } = ok<{ papers: { kind: string; object: string; edition: number }[] }>(reply)
      const { object, edition } = all.find((paper) => paper.kind === kind)!
      for (const chair of [scene.vera, scene.carl]) ok(await chair.post('/releases', { object, edition }))
    }
  }
  const invite = async (id: string) => {
    ok(await scene.county.act(`/meetings/${id}/items`, await revision(id), { title: 'Begrüßung' }))
    await papers(id)
    await act(id, 'invitation')
    await house.settle()
  }
  return Object.assign(scene, { at, of, lines, plan, act, invite, papers, revision })
}
/** Reminders in the outbox about duties of this kind: stage, to whom, about what. */
export const mails = async (house: TestHouse, where: string) =>
  (
    await house.asOwner((db) =>
      sql<{
        stage: string
        person: string
        title: string
      }>`select m.data->>'stage' as stage, p.title as person, o.title from mail.message m
        join kit.object p on p.id = m.person join kit.object o on o.id = m.object join duties.duty d on d.id = m.object
        where m.template = 'duties.reminder' and d.kind = ${where} order by m.created, p.title`.execute(db),
    )
  ).rows
