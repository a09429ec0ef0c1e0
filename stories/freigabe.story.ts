// A table with small counts goes through the gate: read in, protected, looked at as others see it, proposed by one person and released by another.
import assert from 'node:assert/strict'
import test from 'node:test'
import { addPerson, founders } from '#apps/testing-people.ts'
import { fill, follow, heading, onAPhone, press, see, storyOf, submitDialog, watcher } from './acts.ts'
import { openStage, seatOf } from './stage.ts'

const counts = `Gemeinde;Landkreis;Alter;Anzahl
Dachau;Dachau;unter 27;31
Dachau;Dachau;27 und älter;57
Karlsfeld;Dachau;unter 27;2
Karlsfeld;Dachau;27 und älter;19
Petershausen;Dachau;unter 27;12
Petershausen;Dachau;27 und älter;25
`

test('eine Tabelle mit kleinen Zahlen geht durch das Tor: geschützt, nachgerechnet, von zwei Personen freigegeben', {
  timeout: 300_000,
}, async (t) => {
  const stage = await openStage(t)
  const first = await founders(stage.house, {
    name: 'Caritasverband Dachau (Beispiel)',
    kind: 'association',
    side: 'free',
  })
  const second = await addPerson(stage.house, first, { name: 'Zweite Prüfende', roles: ['checker'] })
  const seat = await seatOf(stage, first)
  const { page } = seat
  const step = storyOf(t, stage)
  const { seen, look } = watcher()
  let address = ''

  await step('die Spalten sind vorgeschlagen; eine Zahl, die keine ist, wird mit ihrer Zeile genannt', async () => {
    await seat.goto('/zahlen')
    await follow(page, 'Freigaben')
    await heading(page, 'Freigaben')
    await look(seat, 'freigaben')
    await follow(page, 'Tabelle schützen und freigeben')
    const file = async (text: string) => {
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'zahlen.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
      await press(page, 'Datei ansehen')
      await see(page, 'Was ist in den Spalten?')
      await fill(page, /^Titel/, 'Schuldnerberatung nach Gemeinde und Alter')
      await fill(page, /^Was wird gezählt/, 'Beratene Personen mit Wohnsitz in der Gemeinde.')
      await fill(page, /^Zeitraum von/, '1.1.2025')
      await fill(page, /^bis einschließlich/, '31.12.2025')
      await press(page, 'Einlesen')
    }
    await file(`${counts}Weichs;Dachau;unter 27;<5\n`)
    await see(page, /In Zeile 8 ist „<5“ keine Zählung/)
    await look(seat, 'freigabe-spalten')
    await press(page, 'Andere Datei wählen')
    await file(counts)
    await heading(page, 'Schuldnerberatung nach Gemeinde und Alter')
    address = new URL(page.url()).pathname
  })

  await step('was andere sähen, was es kostet und warum, steht in Sätzen', async () => {
    await page.getByLabel('Für alle (öffentlich)').check()
    await press(page, 'Schützen')
    await see(page, 'Gleich geht es los.')
    await see(page, 'Gleich geht es los.')
    await stage.house.settle()
    await see(
      page,
      /1 Zahl liegt unter der Grenze und wird verdeckt\. Damit sich diese nicht ausrechnen lässt, fallen 3 weitere weg\./,
    )
    await see(page, /Der Angriff auf die fertige Tabelle hat keine verdeckte Zahl gefunden/)
    await page.locator('summary').filter({ hasText: 'Was verdeckt wird und warum' }).click()
    await see(page, 'liegt unter der Grenze (1 bis 4)')
    await see(page, 'sonst ließe sich „Karlsfeld, unter 27“ aus „Karlsfeld“ ausrechnen')
    await look(seat, 'freigabe-geschuetzt')
    await press(page, 'Zur Freigabe vorschlagen')
    await see(page, 'Vorgeschlagen. Freigeben muss eine zweite Person Ihrer Organisation.')
    assert.equal(await page.getByRole('button', { name: 'Freigeben', exact: true }).count(), 0)
  })

  await step('die zweite Person gibt frei; alle sehen die Summen, niemand die kleine Zahl', async () => {
    const other = await seatOf(stage, second)
    await other.goto(address)
    await press(other.page, 'Freigeben')
    await see(other.page, 'Fassung 1, 2025')
    await follow(other.page, 'Fassung 1, 2025')
    await see(other.page, 'Freigegebene Tabelle')
    const visitor = await stage.person()
    await visitor.goto('/oeffentlich')
    await follow(visitor.page, 'Freigegebene Tabellen')
    await follow(visitor.page, 'Schuldnerberatung nach Gemeinde und Alter')
    await heading(visitor.page, 'Schuldnerberatung nach Gemeinde und Alter')
    const row = visitor.page.getByRole('row', { name: /^Karlsfeld/ })
    assert.deepEqual(await row.getByRole('cell').allInnerTexts(), ['•\ngeheim gehalten', '•\ngeheim gehalten', '21'])
    await look(visitor, 'freigabe-oeffentlich')
    const saved = visitor.page.waitForEvent('download')
    await follow(visitor.page, 'CSV')
    assert.equal((await saved).suggestedFilename(), 'schuldnerberatung-nach-gemeinde-und-alter.csv')
    await press(other.page, 'Freigabe zurückziehen')
    await fill(other.page, /^Grund/, 'Falsche Zuordnung einer Gemeinde')
    await submitDialog(other.page)
    await see(other.page, /zurückgezogen am/)
    await visitor.page.reload()
    await see(visitor.page, 'Diese Freigabe ist zurückgezogen. Ihre Zahlen sind hier nicht mehr zu sehen.')
  })

  await step('alles passt auf ein Telefon', () => onAPhone(stage, seen))
})
