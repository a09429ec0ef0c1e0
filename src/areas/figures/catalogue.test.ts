import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Caller } from '#apps/testing.ts'
import { again, ok } from '#apps/testing-people.ts'
import type { CatalogueRow, IndicatorUse } from './contract/catalogue.ts'
import type { IndicatorPage, OwedRow } from './contract/shapes.ts'
import { deliveringBody } from './testing.ts'
import { hand, printed, tableOf } from './testing-forms.ts'

const listed = async (who: Caller, query = '') =>
  ok<{ rows: CatalogueRow[] }>(await who.get(`/figures/catalogue${query}`)).rows
const usesOf = async (who: Caller, id: string) => ok<IndicatorUse>(await who.get(`/figures/indicators/${id}/uses`))

test('the catalogue: purpose, local words, use', async (t) => {
  const { house, miriam, theresa, office, indicator, body } = await deliveringBody(t)
  const rowOf = async (who: Caller) => (await listed(who)).find((row) => row.id === indicator)!

  await t.test(
    'a figure says what it is for, who asked and until when, and how to fill it in: on its page, at the field and on the form',
    async () => {
      assert.deepEqual((await rowOf(theresa)).letGo, ['noPurpose'])
      const page = ok<IndicatorPage>(await office.get(`/figures/indicators/${indicator}`))
      const why = {
        neededFor: 'Pflegebedarfsplan 2027',
        neededBy: body,
        neededUntil: '2026-12-31',
        manual: 'Aus dem Bescheid über die Zulassung, nicht aus der Belegung.',
        example: 'Ein Haus mit 14 zugelassenen und 11 belegten Plätzen: 14.',
        burden: 20,
      }
      const change = { ...page, title: page.head.title, ...why }
      const wrong = await office.put(`/figures/indicators/${indicator}`, page.head.revision, {
        ...change,
        neededBy: indicator,
      })
      assert.equal(wrong.status, 400)
      ok(await office.put(`/figures/indicators/${indicator}`, page.head.revision, change))
      const after = ok<IndicatorPage>(await theresa.get(`/figures/indicators/${indicator}`))
      assert.deepEqual([after.neededFor, after.neededBy?.id, after.manual], [why.neededFor, body, why.manual])
      assert.equal(after.edition, page.edition + 1)
      const { owed } = ok<{ owed: OwedRow[] }>(await miriam.get('/figures/deliveries'))
      const row = owed.find((one) => one.indicator?.id === indicator)!
      assert.deepEqual([row.neededFor, row.manual, row.neededUntil], [why.neededFor, why.manual, why.neededUntil])
      const form = hand(await tableOf(await printed(miriam, '?from=2025-01-01&until=2026-01-01')))
      const said = String(form.read(page.head.title, 'definition'))
      assert.ok(said.includes(why.manual) && said.includes(why.neededFor))
      assert.deepEqual((await rowOf(theresa)).letGo, [])
    },
  )

  await t.test(
    'two local words of two counties lead to one figure, in the catalogue and in the search, and each takes back only its own',
    async () => {
      const add = (who: Caller, words: string) => who.post('/figures/terms', { indicator, words })
      // Its definition alone is found too, before anybody has another word for it.
      const defined = ok<{ hits: { id: string }[] }>(await office.get('/search?q=Zugelassene'))
      assert.ok(defined.hits.some((hit) => hit.id === indicator))
      const mine = ok<{ id: string }>(await add(miriam, 'Tagesbetreuungsplätze')).id
      ok(await add(theresa, 'Kapazität Seniorentagesstätten'))
      assert.equal((await add(miriam, 'tagesbetreuungsplätze')).body.code, 'termThere')
      assert.equal((await add(house.visitor, 'Sitze')).status, 401)
      for (const word of ['Tagesbetreuung', 'seniorentagesstätte', 'Zugelassene']) {
        assert.deepEqual(
          (await listed(office, `?search=${encodeURIComponent(word)}`)).map((row) => row.id),
          [indicator],
        )
        const { hits } = ok<{ hits: { id: string }[] }>(await office.get(`/search?q=${encodeURIComponent(word)}`))
        assert.ok(
          hits.some((hit) => hit.id === indicator),
          `the search finds it by ${word}`,
        )
      }
      const { terms } = await usesOf(miriam, indicator)
      assert.deepEqual(
        terms.map((one) => [one.words, one.own]),
        [
          ['Kapazität Seniorentagesstätten', false],
          ['Tagesbetreuungsplätze', true],
        ],
      )
      const foreign = terms.find((one) => !one.own)!.id
      assert.equal((await miriam.delete(`/figures/terms/${foreign}`, 0)).status, 404)
      ok(await miriam.delete(`/figures/terms/${mine}`, 0))
      assert.equal((await listed(office, '?search=Tagesbetreuung')).length, 0)
    },
  )

  await t.test(
    'collected three times without use it is proposed to be let go, a use takes the proposal back, and no person is named',
    async () => {
      const deliver = async (who: Caller, area: string, year: number) =>
        ok<{ id: string }>(
          await who.post('/figures/deliveries', {
            kind: 'figure',
            indicator,
            area,
            from: `${year}-01-01`,
            until: `${year + 1}-01-01`,
            value: 90 + year - 2020,
          }),
        ).id
      await deliver(miriam, '09175', 2022)
      await deliver(miriam, '09175', 2023)
      assert.deepEqual((await rowOf(theresa)).cycles, { collected: 2, unused: 2, lastUsed: null })
      const latest = await deliver(theresa, '09174', 2025)
      assert.deepEqual((await rowOf(miriam)).letGo, ['unused'])
      const use = await usesOf(miriam, indicator)
      assert.deepEqual([use.letGo, use.uses], [['unused'], []])
      assert.ok(use.asked.some((one) => one.clause.includes('§ 4 Abs. 1')))
      assert.ok(!/"(person|author)"/.test(JSON.stringify(use)))
      ok(await office.post(`/figures/deliveries/${latest}/answer`, { verdict: 'notUsed', text: 'Kam zu spät.' }))
      assert.deepEqual((await rowOf(miriam)).letGo, ['unused'])
      // Theresa's figure supports a need that Miriam does not see yet: that it was used she learns, by what she does not.
      const area = ok<{ ids: string[]; keys: string[] }>(await office.get('/figures/areas?level=county'))
      const need = ok<{ object: { id: string; revision: number } }>(
        await theresa.post('/needs', {
          body,
          title: 'Tagespflege im Norden',
          targetGroup: 'ältere Menschen mit Pflegebedarf',
          area: area.ids[area.keys.indexOf('09174')],
          benefit: 'Angehörige werden entlastet.',
          description: 'Die Plätze reichen nicht.',
          evidence: [
            { grade: 'figures', source: latest, edition: 1, indicator, area: area.ids[area.keys.indexOf('09174')] },
          ],
        }),
      )
      assert.deepEqual((await rowOf(miriam)).letGo, ['unused'])
      ok(await theresa.act(`/needs/${need.object.id}/statement`, need.object.revision))
      assert.deepEqual((await rowOf(miriam)).cycles, { collected: 3, unused: 0, lastUsed: '2025-12-31' })
      assert.deepEqual((await rowOf(miriam)).letGo, [])
      assert.deepEqual(
        (await usesOf(theresa, indicator)).uses.map((one) => [one.kind, one.id, one.direct, one.via]),
        [['need', need.object.id, true, 'delivery']],
      )
      // A visitor sees definitions, and nothing of what was collected.
      assert.equal((await rowOf(house.visitor)).cycles.collected, 0)
      await house.moveTo('2027-01-02T08:00:00Z')
      assert.deepEqual((await rowOf(await again(house, theresa))).letGo, ['over'])
    },
  )
})
