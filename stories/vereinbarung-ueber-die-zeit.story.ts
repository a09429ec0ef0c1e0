// An agreement over time, in the browser: who owes what, what a new edition changes, a party that leaves, and the state on any day.
import assert from 'node:assert/strict'
import test from 'node:test'
import { ok } from '#apps/testing-people.ts'
import type { Agreement } from '#areas/cooperation/contract.ts'
import { agreed } from '#areas/cooperation/testing.ts'
import { fill, inDialog, press, see, storyOf, submitDialog } from './acts.ts'
import { openStage, seatOf } from './stage.ts'

test('Eine Vereinbarung über die Zeit', { timeout: 300_000 }, async (t) => {
  const stage = await openStage(t)
  const scene = await agreed(
    t,
    [
      { kind: 'meet', perYear: 2 },
      { kind: 'report', from: 'parties', to: 'body', time: { when: 'yearly', due: '03-31' } },
      [{ kind: 'inform', days: 30, from: 'free', to: 'body' }, 'should'],
    ],
    {
      house: stage.house,
      draft: { noticeRule: { months: 3, to: 'year' }, extraordinary: true },
      also: ['Verein Dritte'],
    },
  )
  const { agreement, body, county, house } = scene
  const path = `/vereinbarungen/${agreement}`
  const vera = await seatOf(stage, scene.vera)
  const office = await seatOf(stage, county)
  const phone = await seatOf(stage, scene.vera, { width: 360 })
  const step = storyOf(t, stage)

  await step(
    '„Vereinbarung zur gemeinsamen Zusammenarbeit“: Wer schuldet was, bis wann, aus welcher Klausel (A10)',
    async () => {
      await vera.goto(`${path}/pflichten`)
      await see(vera.page, 'Wer schuldet was')
      const own = vera.page.getByRole('table', { name: 'Verband Probe' })
      await own.getByText('31. März 2027').waitFor()
      await own.getByText('sobald der Anlass da ist').waitFor()
      assert.equal(await own.getByRole('link', { name: '§ 3' }).count(), 1)
      assert.equal(
        await vera.page.getByRole('table', { name: 'Landkreis Probe' }).getByRole('link', { name: '§ 3' }).count(),
        0,
      )
      await vera.axe()
      await vera.picture('zeit-01-pflichten')
      await phone.goto(`${path}/pflichten`)
      await see(phone.page, 'Verein Dritte')
      await phone.picture('zeit-02-pflichten-telefon')
    },
  )

  await step('Was eine neue Fassung ändert, steht Klausel für Klausel da (A10)', async () => {
    const { head } = ok<Agreement>(await county.get(`/agreements/${agreement}`))
    ok(
      await county.put(`/agreements/${agreement}`, head.revision, {
        title: 'Vereinbarung',
        reviewOn: '2035-11-22',
        noticeRule: { months: 6, to: 'year' },
        parties: [county.organisation, scene.verband, scene.also[0]],
        clauses: [
          { number: '§ 1', heading: 'meet', text: 'Wortlaut', strength: 'must', duty: { kind: 'meet', perYear: 3 } },
        ],
      }),
    )
    await vera.goto(`${path}/vergleich?von=1&zu=2`)
    await see(vera.page, 'Kündigungsfrist')
    await see(vera.page, 'weggefallen')
    await vera.axe()
    await vera.picture('zeit-03-vergleich')
  })

  await step('Eine Partei kündigt: Der Tag folgt aus der Klausel, alle lesen dieselben Worte (A10)', async () => {
    await vera.goto(path)
    await press(vera.page, 'Kündigen')
    await inDialog(vera.page).getByText('Frühestens 31.12.2027.').waitFor()
    await vera.picture('zeit-04-kuendigen')
    await fill(vera.page, 'In welcher Eigenschaft', 'Vorstand')
    await submitDialog(vera.page)
    await house.settle()
    const words = 'Verband Probe ist nur noch bis einschließlich 31.12.2027 gebunden'
    await see(vera.page, words)
    await office.goto(path)
    await see(office.page, words)
    await see(office.page, 'Ihr Sitz im Gremium beruht auf der Vereinbarung. Soll er bleiben?')
    await office.axe()
    await office.picture('zeit-05-gekuendigt')
    await phone.goto(path)
    await see(phone.page, words)
    await phone.picture('zeit-06-gekuendigt-telefon')
    await press(office.page, 'Sitz bleibt')
    await see(office.page, 'Der Sitz im Gremium bleibt.')
  })

  await step('„ab sofort“: Stand an einem kommenden Tag, mit dem Tag in der Adresse (A08)', async () => {
    await vera.goto(`${path}/stand?tag=2028-01-01`)
    await see(vera.page, 'Stand am 01.01.2028')
    await see(vera.page, 'Verein Dritte')
    assert.equal(await vera.page.locator('main').getByText('Verband Probe').count(), 0)
    await vera.axe()
    await vera.picture('zeit-07-stand')
    await vera.goto(`/gremien/${body}/stand?tag=2026-12-01`)
    await see(vera.page, 'vereinbart')
    await vera.axe()
    await vera.picture('zeit-08-stand-gremium')
    await phone.goto(`/gremien/${body}/stand?tag=2026-12-01`)
    await see(phone.page, 'Wer handelte')
    await phone.picture('zeit-09-stand-telefon')
  })
})
