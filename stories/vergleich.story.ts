// A county beside its neighbours: what may be chance is said first, pictures and tables can be taken along, the formula is open, and a need is one step away.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import { founders, ok } from '#apps/testing-people.ts'
import { indicatorNamed, readIn, registerFile } from '#areas/figures/testing.ts'
import { assertFits, choose, follow, heading, press, see, storyOf } from './acts.ts'
import { openStage, seatOf } from './stage.ts'

test('ein Gebiet neben seinen Nachbarn, auch jenseits der Grenze: Spanne, Trichter, ähnliche Gebiete, und ein Schritt in den Bedarf (B43)', {
  timeout: 300_000,
}, async (t) => {
  const stage = await openStage(t, { boundaries: true })
  const planner = await founders(stage.house, { name: 'Landkreis Ebersberg', areaKey: '09175' })
  for (const file of [
    registerFile,
    '12411-0015_oberbayern.csv',
    '22411-02-03-4_oberbayern.csv',
    '13211-02-05-4_oberbayern.csv',
  ])
    await readIn(planner, file)
  const work = await indicatorNamed(planner, '13211-ERWP06')
  const people = await indicatorNamed(planner, '12411-BEVSTD')
  const seat = await seatOf(stage, planner)
  const { page } = seat
  const step = storyOf(t, stage)

  await step(
    'der Satz sagt zuerst, was Zufall sein kann, und zeigt keinen Rang, wo sich Spannen überschneiden',
    async () => {
      await seat.goto('/zahlen')
      await follow(page, 'Vergleich')
      await heading(page, 'Vergleich')
      await see(page, 'Mehr als Zufall, aber so weit auseinander liegen diese Gebiete allgemein')
      await see(
        page,
        /Ebersberg: 21,3 je 1\.000 .* \(31\.12\.2017\)\. Mit dieser Zahl von Fällen sind Werte zwischen 20,5 und 22,1 vereinbar/,
      )
      await see(page, /Eine Rangfolge wird nicht gezeigt: .* 2 der 22 anderen Gebiete/)
      const funnel = page.getByRole('img', { name: /23 Gebiete nach Einwohnerzahl und Wert.*Ebersberg: weit darunter/ })
      await funnel.waitFor()
      assert.equal(await funnel.locator('title').count(), 23)
      await see(page, 'Über eine Unterbrechung hinweg wird nichts gerechnet.')
      await seat.axe()
      await seat.picture('vergleich')
    },
  )

  await step('Bild und Tabelle lassen sich mitnehmen und nennen ihre Quelle', async () => {
    const picture = page.waitForEvent('download')
    await press(page, 'Bild speichern (SVG)')
    const saved = await picture
    assert.equal(saved.suggestedFilename(), 'Pflegebedürftige 2017-12-31.svg')
    const svg = await readFile(await saved.path(), 'utf8')
    assert.match(svg, /^<\?xml.*\n<svg[^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
    assert.match(svg, /Statistische Ämter des Bundes und der Länder/)
    assert.ok(!svg.includes('class=') && svg.includes('stroke-dasharray'))
    const table = page.waitForEvent('download')
    await follow(page, 'Als CSV speichern')
    const lines = (await readFile(await (await table).path(), 'utf8')).split('\r\n')
    assert.match(lines.find((line) => line.startsWith('09175'))!, /;Ebersberg;eigenes Gebiet;.*;2997;140800;/)
  })

  await step(
    'die Formel liegt offen: Gewichte ändern die ähnlichen Gebiete, und die Adresse merkt sie sich',
    async () => {
      const first = page.getByText(/: Abstand \d/).first()
      const before = await first.textContent()
      await first.click()
      await see(page, /Arbeitslose: \d+,\d \(eigenes Gebiet 10,4\), \d+ % des Abstands/)
      await page.getByText('Formel und Gewichte').click()
      await see(page, 'Pflegebedürftige zählt hier nicht mit')
      await page.getByLabel('Gewicht: Langzeitarbeitslose').selectOption('0')
      await page.getByLabel('Gewicht: Arbeitslose').selectOption('3')
      await page.waitForURL(/merkmale=/)
      await page.getByText(String(before), { exact: true }).waitFor({ state: 'detached' })
      await seat.axe()
      await press(page, 'Mit den fünf ähnlichsten vergleichen')
      await page.waitForURL(/mit=aehnlich/)
      await page.getByRole('img', { name: /^6 Gebiete/ }).waitFor()
    },
  )

  await step(
    'in den Gemeinden sind die Nachbarn des Nachbarlandkreises dabei, und am Rand der Karte steht, was fehlt',
    async () => {
      await seat.goto(`/zahlen/vergleich?kennzahl=${people.id}&ebene=gemeinden&gebiete=09175131`)
      await see(page, 'Von jenseits der Grenze sind dabei: Grasbrunn und Höhenkirchen-Siegertsbrunn.')
      await see(page, 'Die Einwohnerzahl wird nicht auf sich selbst bezogen.')
      await seat.goto(`/zahlen/vergleich?kennzahl=${work.id}`)
      await choose(page, 'Eigenes Gebiet', 'Altötting', /Altötting/)
      await page.waitForURL(/gebiete=09171/)
      await see(page, /Ein Teil der Grenze ist der Rand der eingerichteten Karte/)
    },
  )

  await step('am Telefon passt alles, und ein Schritt führt mit Quelle, Zeit und Stand in einen Bedarf', async () => {
    await page.setViewportSize({ width: 360, height: 780 })
    await seat.goto(`/zahlen/vergleich?kennzahl=${work.id}&mit=angrenzend`)
    await see(page, 'In einen Bedarf übernehmen')
    await page.getByRole('img', { name: /^5 Gebiete/ }).waitFor()
    await assertFits(page)
    await seat.axe()
    await seat.picture('vergleich-360')
    await follow(page, 'In einen Bedarf übernehmen')
    await page.waitForURL(/\/bedarfe\/neu/)
    const search = new URL(page.url()).searchParams
    assert.deepEqual([search.get('kennzahl'), search.get('von'), search.get('fassung')], [work.id, '2018-01-01', '1'])
    const tables = ok<{ tables: { id: string; code: string }[] }>(await planner.get('/figures/tables')).tables
    assert.equal(search.get('quelle'), tables.find((one) => one.code === '13211-02-05-4')?.id)
    assert.match(search.get('stand') ?? '', /^2026-11-22T/)
  })
})
