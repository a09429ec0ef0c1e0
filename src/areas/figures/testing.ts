// What the tests of the figures share: the official demo files, read in through the endpoints as a planner does.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { TestContext } from 'node:test'
import { type Caller, testHouse } from '#apps/testing.ts'
import { addPerson, agree, foundBody, ok } from '#apps/testing-people.ts'
import { bagOberbayern } from '#areas/cooperation/fixtures/bag-oberbayern.ts'
import type { ImportPreview } from './contract/import.ts'
import type { Series } from './contract/series.ts'
import type { IndicatorHead, MapSlice } from './contract/shapes.ts'

export const demoFile = (name: string) => readFileSync(new URL(`./demo-data/${name}`, import.meta.url))
export const registerFile = 'gemeindeverzeichnis_2024-06-30_oberbayern.csv'
export type Committed = {
  table: { id: string; title: string }
  written: number
  revised: number
  unchanged: number
  indicators: { id: string; title: string }[]
}

export async function look(
  planner: Caller,
  name: string,
  bytes: Buffer | string = demoFile(name),
): Promise<ImportPreview> {
  return ok<ImportPreview>(await planner.upload('/figures/imports', name, bytes))
}

export async function readIn(
  planner: Caller,
  name: string,
  bytes: Buffer | string = demoFile(name),
): Promise<Committed> {
  const preview = await look(planner, name, bytes)
  return ok<Committed>(await planner.post(`/figures/imports/${preview.id}/commit`))
}

export async function indicatorNamed(caller: Caller, code: string): Promise<IndicatorHead> {
  const { indicators } = ok<{ indicators: IndicatorHead[] }>(await caller.get('/figures/indicators'))
  const found = indicators.find((one) => one.code === code)
  assert.ok(found, `${code} is among ${indicators.map((one) => one.code).join(', ')}`)
  return found
}

const query = (words: Record<string, string | number | undefined>) =>
  new URLSearchParams(
    Object.entries(words).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, String(value)] as [string, string]],
    ),
  )
export const mapOf = async (caller: Caller, words: Record<string, string | number | undefined>) =>
  ok<MapSlice>(await caller.get(`/figures/map?${query(words)}`))
export const seriesOf = async (caller: Caller, words: Record<string, string | number | undefined>) =>
  ok<Series>(await caller.get(`/figures/series?${query(words)}`))

const ebersberg = 'Landkreis Ebersberg'
const dachau = 'Landkreis Dachau'
const munich = 'Landkreis München'
const small = {
  ...bagOberbayern,
  organisations: bagOberbayern.organisations.filter((one) => [ebersberg, dachau, munich].includes(one.name)),
  body: {
    ...bagOberbayern.body,
    seats: bagOberbayern.body.seats.filter((seat) =>
      ['Bezirk Oberbayern', ebersberg, dachau, munich].includes(seat.organisation),
    ),
  },
  agreement: { ...bagOberbayern.agreement, parties: ['Bezirk Oberbayern', ebersberg, dachau, munich] },
}
const places = {
  code: 'TP-PLAETZE',
  title: 'Plätze in der Tagespflege',
  definition: 'Zugelassene Plätze in Einrichtungen der Tagespflege am 31. Dezember.',
  unit: 'Plätze',
  source: 'Erhebung der Landkreise',
  timing: 'day',
  inclusion: 'solitäre und eingestreute Plätze',
  heldByCounties: true,
  additive: true,
  decimals: 0,
  direction: 'more',
}

type Also = { code: string; title: string; decimals?: number }

/**
 * Bezirk, three counties and their agreement, whose clauses ask for figures: Miriam delivers for Ebersberg, Theresa for Dachau, the founder is the office.
 * `also`: further figures that they owe, a clause each.
 */
export async function deliveringBody(t: TestContext, also: readonly Also[] = []) {
  const house = await testHouse(t, { at: '2026-01-20T08:00:00Z' })
  const founded = await foundBody(house, small)
  const office = founded.founder
  await readIn(office, registerFile)
  await readIn(office, '22411-02-03-4_oberbayern.csv')
  const indicator = ok<{ id: string }>(await office.post('/figures/indicators', places)).id
  const care = await indicatorNamed(office, '22411-PFL016')
  const person = async (name: string, organisation: string) =>
    addPerson(house, office, {
      name,
      organisation: founded.organisation(organisation),
      roles: ['planner', 'admin'],
      body: { id: founded.body, role: 'delegate' },
    })
  const miriam = await person('Miriam Ebersberg', ebersberg)
  const theresa = await person('Theresa Dachau', dachau)
  const more: Record<string, string> = {}
  for (const one of also)
    more[one.code] = ok<{ id: string }>(await office.post('/figures/indicators', { ...places, ...one })).id
  const clauses = also.map(({ code, title }, n) => ({
    number: `§ 4 Abs. ${n + 3}`,
    heading: title,
    text: `Die Landkreise liefern bis 31. März: ${title}.`,
    strength: 'must' as const,
    duty: { kind: 'deliver' as const, indicator: code, time: { period: 'year' as const, due: '03-31' } },
  }))
  const { agreement: words } = small
  const asking = { ...small, agreement: { ...words, clauses: [...words.clauses, ...clauses] } }
  const keys = indicatorKeys(indicator, care.id)
  const named = { places: indicator, dayCare: indicator, [care.code]: care.id, ...keys, ...more }
  const agreement = await agree(founded, asking, { indicators: named })
  await house.settle()
  return { house, ...founded, office, miriam, theresa, indicator, care, agreement, more }
}

/** Whatever names the fixture gives its indicators: delivered ones are the places, confirmed ones the people in care. */
const indicatorKeys = (delivered: string, confirmed: string) =>
  Object.fromEntries(
    small.agreement.clauses.flatMap(({ duty }) =>
      duty && 'indicator' in duty ? [[duty.indicator, duty.kind === 'deliver' ? delivered : confirmed]] : [],
    ),
  )
