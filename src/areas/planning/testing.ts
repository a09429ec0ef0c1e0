// What the tests of needs, decisions, measures and meetings share: the ARGE with two chairs and a delegate, and official figures read in.
import type { TestContext } from 'node:test'
import { type TestHouse, testHouse } from '#apps/testing.ts'
import { addPerson, agree, foundBody, ok, type TestPerson } from '#apps/testing-people.ts'
import { argeMuenchen } from '#areas/cooperation/fixtures/arge-muenchen.ts'
import { indicatorNamed, mapOf, readIn, registerFile } from '#areas/figures/testing.ts'
import type { Decision } from './contract/decisions.ts'
import type { Need } from './contract/needs.ts'

const caritas = 'Caritas im Landkreis München'
const awo = 'Arbeiterwohlfahrt Kreisverband München-Land'

/** Erika (county) runs the office and chairs, Severin (Caritas) chairs, Gabriele (AWO) is a delegate. An evidence from the official care statistics. */
export async function argeHouse(t: TestContext, options: { figures?: boolean; at?: string; house?: TestHouse } = {}) {
  const house = options.house ?? (await testHouse(t, options.at ? { at: options.at } : {}))
  const founded = await foundBody(house, argeMuenchen)
  const { founder, body, organisation } = founded
  ok(
    await founder.post(`/bodies/${body}/mandates`, {
      organisation: founder.organisation,
      role: 'chair',
      person: founder.person,
      from: '2026-01-01',
      basis: 'Wahl',
    }),
  )
  const severin = await addPerson(house, founder, {
    name: 'Severin Haslinger',
    organisation: organisation(caritas),
    body: { id: body, role: 'chair' },
  })
  const gabriele = await addPerson(house, founder, {
    name: 'Gabriele Stadler',
    organisation: organisation(awo),
    body: { id: body, role: 'delegate' },
  })
  const agreement = await agree(founded, argeMuenchen)
  const figures = options.figures === false ? null : await careFigures(founder)
  return { house, founded, erika: founder, severin, gabriele, body, organisation, agreement, figures: figures! }
}
export type Arge = Awaited<ReturnType<typeof argeHouse>>

/** Ambulatory care: people in need of care in the county of Munich, as the statistical office publishes it. */
async function careFigures(planner: TestPerson) {
  await readIn(planner, registerFile)
  await readIn(planner, '22411-02-03-4_oberbayern.csv')
  const indicator = await indicatorNamed(planner, '22411-PFL016')
  const map = await mapOf(planner, { indicator: indicator.id })
  const at = map.keys.indexOf('09184')
  const source = map.sources[map.sourceOf[at]!]!
  const areas = ok<{ ids: string[]; keys: string[] }>(await planner.get('/figures/areas?level=county'))
  const area = areas.ids[areas.keys.indexOf('09184')]!
  return {
    indicator: indicator.id,
    table: source.id,
    area,
    value: map.values[at],
    evidence: {
      grade: 'figures',
      source: source.id,
      edition: source.edition,
      indicator: indicator.id,
      area,
      from: map.period.from,
      until: map.period.until,
      cut: map.cut,
      note: '',
    },
  }
}

export const needContent = ({ figures }: Arge) => ({
  title: 'Tagespflege im nördlichen Landkreis',
  targetGroup: 'Ältere Menschen mit Pflegegrad und ihre Angehörigen',
  area: figures.area,
  areaName: null,
  benefit: 'Angehörige werden an Werktagen entlastet; Heimaufnahmen werden später nötig.',
  description: 'Im Norden fehlen Plätze.',
  evidence: [figures.evidence],
})

export async function stateNeed(arge: Arge, by: TestPerson = arge.gabriele, more: object = {}): Promise<Need> {
  const draft = ok<Need>(await by.post('/needs', { body: arge.body, ...needContent(arge), ...more }))
  return ok<Need>(await by.act(`/needs/${draft.object.id}/statement`, draft.object.revision))
}

export const recommendation = (arge: Arge, needs: readonly string[]) => ({
  title: 'Empfehlung: Tagespflege im Norden ausbauen',
  result: 'recommended',
  text: 'Die ARGE empfiehlt dem Landkreis, zwölf weitere Plätze der Tagespflege im Norden zu fördern.',
  reasons: 'Die Zahl der Pflegebedürftigen steigt.',
  addressee: arge.erika.organisation,
  path: 'Der Sozialausschuss berät vor.\nDer Kreistag entscheidet.',
  costs: '',
  needs,
})

/** A recommendation on the need; recorded by the office, released by nobody yet. */
export async function recommend(arge: Arge, needs: readonly string[], more: object = {}): Promise<Decision> {
  return ok<Decision>(await arge.erika.post('/decisions', { body: arge.body, ...recommendation(arge, needs), ...more }))
}

export async function releaseByBoth(arge: Arge, decision: { object: { id: string }; edition: number }): Promise<void> {
  for (const chair of [arge.erika, arge.severin])
    ok(await chair.post('/releases', { object: decision.object.id, edition: decision.edition }))
  await arge.house.settle()
}

export const measureContent = ({ erika, organisation }: Arge) => ({
  title: 'Zwölf Plätze Tagespflege in Garching',
  what: 'Der Landkreis fördert, die Caritas baut und betreibt.',
  lead: organisation(caritas),
  accountablePublic: erika.organisation,
  accountableFree: organisation(caritas),
  until: '2027-12-31',
})
