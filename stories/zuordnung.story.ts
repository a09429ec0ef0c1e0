// A table that does not say itself what it holds: a planner says it, sees at once what would be written, and is asked less the next time.
import assert from 'node:assert/strict'
import test from 'node:test'
import { founders } from '#apps/testing-people.ts'
import { readIn, registerFile } from '#areas/figures/testing.ts'
import { assertFits, heading, press, quiet, see, storyOf } from './acts.ts'
import { openStage, seatOf } from './stage.ts'

const table = (rows: readonly string[]) =>
  Buffer.from(
    [
      'Hilfen in den Kreisen Oberbayerns',
      '',
      'Kreis-Nr.;Kreis;Land;Jahr;Hilfen',
      ...rows,
      'Quelle: Musteramt, 2024',
    ].join('\n'),
  )
const first = table(['9175;Ebersberg;Bayern;2023;1.234', '9174;Dachau;Bayern;2023;–', ';Summe;Bayern;2023;1.234'])
const second = table(['9175;Ebersberg;Bayern;2024;300', '9174;Dachau;Bayern;2024;12', ';Summe;Bayern;2024;312'])

test('eine freie Tabelle einlesen: Spalten zuordnen, sehen, was gespeichert wird, und beim nächsten Mal wie beim letzten Mal', {
  timeout: 300_000,
}, async (t) => {
  const stage = await openStage(t)
  const planner = await founders(stage.house)
  await readIn(planner, registerFile)
  const seat = await seatOf(stage, planner)
  const { page } = seat
  const step = storyOf(t, stage)
  const open = async (buffer: Buffer, name: string) => {
    await seat.goto('/zahlen/einlesen')
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer })
    await press(page, 'Datei ansehen')
    await page.getByRole('heading', { name: 'Spalten zuordnen' }).waitFor()
    await quiet(page)
  }
  const take = page.getByRole('button', { name: /übernehmen$/ }).last()
  const confirm = async () => {
    await page.getByLabel('Stand der Tabelle').first().fill('30.06.2024')
    await page.getByLabel('Diese Tabelle ist amtlich veröffentlicht.').check()
  }

  await step('was eindeutig ist, ist gewählt; was fehlt, steht da; vorher lässt sich nichts übernehmen', async () => {
    await open(first, 'hilfen-2023.csv')
    await see(page, /Was ist die Spalte „Land“\?/)
    assert.equal(await page.getByLabel('„Kreis-Nr.“ ist').inputValue(), 'key')
    assert.ok(await take.isDisabled())
    await seat.axe()
    await seat.picture('zuordnung-offen')
  })

  await step('mit der Tastatur zuordnen; die Vorschau rechnet mit', async () => {
    // The list of a column is reached and answered without a mouse.
    await page.getByLabel('„Land“ ist').focus()
    await page.keyboard.type('nicht')
    await page.keyboard.press('Tab')
    await page.getByLabel('So sind Zahlen geschrieben').selectOption('comma')
    await press(page, 'Wie in amtlichen Tabellen üblich')
    await page.getByLabel(/^„Hilfen“ \(/).selectOption('new')
    await page.getByLabel('Einheit', { exact: true }).fill('Anzahl')
    await page.getByLabel(/Werte dürfen über Gebiete addiert/).check()
    await page.getByLabel('Lizenz').selectOption('dl-de/by-2-0')
    await confirm()
    await see(page, 'Alles ist gesagt')
    await see(page, /Summenzeile „Summe“/)
    await seat.axe()
    await seat.picture('zuordnung-fertig')
    await take.click()
    await see(page, '2 Angaben sind übernommen.')
  })

  await step('die Datei des nächsten Jahres: wie beim letzten Mal, gefragt wird nur nach ihrem Stand', async () => {
    await open(second, 'hilfen-2024.csv')
    await see(page, /Wie beim letzten Mal/)
    await see(page, '2 Angaben fehlen noch')
    await confirm()
    await see(page, 'Alles ist gesagt')
    await take.click()
    await see(page, '2 Angaben sind übernommen.')
  })

  await step('die gemerkte Zuordnung steht auf der Seite und lässt sich löschen, auch am Telefon', async () => {
    const phone = await seatOf(stage, planner, { width: 360 })
    await phone.goto('/zahlen/einlesen')
    await heading(phone.page, 'Amtliche Datei einlesen')
    await see(phone.page, 'Gemerkte Zuordnungen')
    await assertFits(phone.page)
    await phone.axe()
    await phone.picture('zuordnung-gemerkt-360')
    await phone.page
      .locator('input[type=file]')
      .setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: table(['9175;Ebersberg;Bayern;2025;x']) })
    await press(phone.page, 'Datei ansehen')
    await phone.page.getByRole('heading', { name: 'Spalten zuordnen' }).waitFor()
    await assertFits(phone.page)
    await phone.axe()
    await phone.picture('zuordnung-360')
    await phone.goto('/zahlen/einlesen')
    await press(phone.page, /^Zuordnung „Hilfen in den Kreisen Oberbayerns“ löschen/)
    await phone.page.getByText('Gemerkte Zuordnungen').waitFor({ state: 'detached' })
  })
})
