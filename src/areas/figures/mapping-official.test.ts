// The offices' own tables that do not say themselves what they hold, written into the store through a mapping.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { testHouse } from '#apps/testing.ts'
import { founders } from '#apps/testing-people.ts'
import { indicatorNamed, look, mapOf, readIn } from './testing.ts'
import { asked, assign, fresh, readMapped, told } from './testing-mapping.ts'

const sources = process.env.NAHTSTELLE_DATA_SOURCES ?? '../shared/data'
const absent = existsSync(sources) ? false : 'the offices’ own files are not here'
const file = (name: string) => readFileSync(join(sources, name))

test('Hamburg’s messy table and INKAR’s workbook are written with the printed sums; quarters are no towns of the same name', {
  skip: absent,
}, async (t) => {
  const house = await testHouse(t, { at: '2026-03-01T08:00:00Z' })
  const planner = await founders(house)
  await readIn(planner, 'register.xlsx', file('regions/AuszugGV2QAktuell_2024-06-30.xlsx'))

  const name = 'Daten_fuer_die_Stadtteilprofile_2014.csv'
  const preview = await look(planner, name, file(`statistics/hamburg/${name}`))
  const { names, matched, measures } = preview.mapping!
  assert.deepEqual([matched.length, preview.effect.added, measures.length], [0, 0, 68])
  assert.ok(
    names.some((one) => one.name === 'Hamm'),
    'the quarter of Hamburg is asked, not taken for the town',
  )
  assert.ok(asked(preview).includes('areaName Hamburg'))
  const wanted = ['Bevölkerung', 'Zuzüge', 'Fortzüge', 'Wanderungssaldo', 'Anteil der unter 18-Jährigen in %']
  const figures = Object.fromEntries(
    measures.map((measure) => {
      const at = wanted.indexOf(measure.name)
      return [
        measure.name,
        at < 0 ? ({ use: 'none' } as const) : fresh(`HH-${at}`, measure.name, { additive: at !== 4 }),
      ]
    }),
  )
  const seen = await assign(planner, preview, {
    ...told,
    title: 'Stadtteilprofile Hamburg 2014',
    source: 'Statistisches Amt für Hamburg und Schleswig-Holstein, 2014',
    time: '2013',
    signs: { '.': 'unknown', '-': 'nil' },
    areas: names.map((one) => ({ name: one.name, key: one.name === 'Hamburg' ? '02000' : '' })),
    measures: figures,
  })
  assert.deepEqual(asked(seen), [])
  const written = await planner.post(`/figures/imports/${seen.id}/commit`)
  assert.equal(written.status, 200, JSON.stringify(written.body))
  const value = async (code: string) => {
    const { id } = await indicatorNamed(planner, code)
    const slice = await mapOf(planner, { indicator: id })
    const said = slice.keys.filter((_, at) => slice.values[at] !== null)
    assert.deepEqual(said, ['02000'], 'of 107 rows one is an area of the register')
    return slice.values[slice.keys.indexOf('02000')]!
  }
  const [people, arrivals, departures, balance, share] = await Promise.all(wanted.map((_, at) => value(`HH-${at}`)))
  // What the seven districts make up, and what the table prints for the city (official-files.test.ts adds them).
  assert.deepEqual([people! > 1_700_000, arrivals! - departures!], [true, balance])
  assert.ok(share! > 10 && share! < 20)

  const old = 'A_ArbeitslosigkeitKreis.xls'
  const { done } = await readMapped(planner, old, file(`statistics/gisd_2025/${old}`), {
    ...told,
    title: 'Arbeitslose nach INKAR',
    source: '© BBSR Bonn, INKAR',
    measures: { Arbeitslose: fresh('INKAR-ARBEITSLOSE', 'Arbeitslose nach INKAR') },
  })
  assert.equal(done.written, 10_800)
  const jobless = await indicatorNamed(planner, 'INKAR-ARBEITSLOSE')
  const slice = await mapOf(planner, { indicator: jobless.id, from: '1995-01-01', until: '1996-01-01' })
  assert.equal(slice.values[slice.keys.indexOf('01001')], 4691)
  assert.ok(slice.keys.every((key) => /^(0[1-9]|1[0-6])\d{3}$/.test(key)))
})
