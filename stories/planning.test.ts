// From a figure to a service by hand in the browser: need, meeting, result, both releases, measure, service, Datenspur. Axe on every page.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import type { TestPerson } from '#apps/testing-people.ts'
import { argeHouse } from '#areas/planning/testing.ts'
import { openSeat, openStage, type Seat } from './stage.ts'

async function seat(
  url: string,
  browser: Parameters<typeof openSeat>[0],
  who: TestPerson,
  width = 1280,
): Promise<Seat> {
  const made = await openSeat(browser, url, { width })
  const [name, value] = who.cookie.split('=') as [string, string]
  await made.context.addCookies([{ name, value: decodeURIComponent(value), url }])
  return made
}
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 }).waitFor()
const fill = (page: Page, label: string | RegExp, text: string) => page.getByLabel(label).first().fill(text)
async function choose(page: Page, label: string | RegExp, text: string, option: RegExp) {
  await page.getByLabel(label).first().fill(text)
  await page.getByRole('option', { name: option }).first().click()
}

test('the main job by hand: from a figure to a service, each as the person who may', {
  timeout: 180_000,
}, async (t) => {
  const stage = await openStage(t)
  const arge = await argeHouse(t, { house: stage.house })
  const { erika, severin, gabriele, figures } = arge
  const { browser, url, house } = stage
  const hers = await seat(url, browser, gabriele)
  const { page } = hers

  // A delegate brings a figure along from the explorer and goes the guided way.
  const { indicator, source, edition, area, from, until } = figures.evidence
  await hers.goto(
    `/bedarfe/neu?quelle=${source}&fassung=${edition}&kennzahl=${indicator}&gebiet=${area}&von=${from}&bis=${until}`,
  )
  await heading(page, 'Bedarf anmelden')
  await fill(page, 'Wie heißt der Bedarf?', 'Tagespflege im Norden')
  await hers.axe()
  await hers.picture('bedarf-1')
  await press(page, 'Speichern und weiter')
  await fill(page, 'Für wen?', 'Ältere Menschen mit Pflegegrad')
  await hers.axe()
  // What was typed and not saved survives a reload.
  await page.reload()
  assert.equal(await page.getByLabel('Für wen?').inputValue(), 'Ältere Menschen mit Pflegegrad')
  await press(page, 'Speichern und weiter')
  await fill(page, 'Welcher Nutzen?', 'Angehörige werden entlastet.')
  await press(page, 'Speichern und weiter')
  await page.getByRole('button', { name: 'Bericht hinzufügen' }).click()
  await fill(page, 'Was wird berichtet?', 'Jede Woche fragen Angehörige nach Plätzen.')
  await hers.axe()
  await hers.picture('bedarf-4')
  await page.getByRole('button', { name: 'Hinzufügen', exact: true }).last().click()
  await page.getByText('Jede Woche fragen').waitFor()
  await press(page, 'Speichern und weiter')
  await page.getByText('Alles Nötige ist da.').waitFor()
  await hers.axe()
  await hers.picture('bedarf-5')
  await press(page, 'Bedarf anmelden')
  await heading(page, 'Tagespflege im Norden')
  await page.getByText(figures.value!.toLocaleString('de-DE')).first().waitFor()
  await hers.axe()
  await hers.picture('bedarf')
  const need = new URL(page.url()).pathname

  // The office plans a meeting and puts the need on its agenda.
  const office = await seat(url, browser, erika)
  await office.goto('/sitzungen/neu')
  await office.picture('sitzung-form')
  await fill(office.page, /^Tag/, '22.11.2026')
  await fill(office.page, /^Beginn/, '14')
  await fill(office.page, /^Raum/, 'Landratsamt')
  await office.axe()
  await press(office.page, 'Sitzung planen')
  await heading(office.page, /^1\. Sitzung/)
  const meeting = new URL(office.page.url()).pathname
  await press(office.page, 'Bedarf hinzufügen')
  await office.page.getByLabel('Bedarf', { exact: true }).selectOption({ label: 'Tagespflege im Norden' })
  await office.page.getByRole('dialog').getByRole('button', { name: 'Hinzufügen' }).click()
  await office.page.getByText('TOP 1: Tagespflege im Norden').waitFor()
  await press(office.page, 'Thema hinzufügen')
  await fill(office.page, /^Titel/, 'Verschiedenes')
  await office.page.getByRole('dialog').getByRole('button', { name: 'Hinzufügen' }).click()
  await office.page.getByText('TOP 2: Verschiedenes').waitFor()
  await office.axe()
  await office.picture('sitzung-geplant')
  await press(office.page, 'Sitzung als gehalten festhalten')
  await office.page.getByRole('button', { name: 'Ergebnis festhalten' }).first().click()
  const dialog = office.page.getByRole('dialog')
  await dialog.getByLabel(/^Wortlaut/).fill('Die ARGE empfiehlt dem Landkreis zwölf weitere Plätze.')
  await choose(office.page, /^An wen/, 'Landkreis', /^Landkreis München/)
  await dialog.getByLabel(/^Weiterer Weg/).fill('Der Kreistag entscheidet.')
  await office.axe()
  await office.picture('ergebnis-form')
  await dialog.getByRole('button', { name: 'Ergebnis festhalten' }).click()
  await office.page.getByText('wartet auf Freigabe').waitFor()
  await office.axe()
  await office.picture('sitzung-gehalten')

  // Others learn that there is a result, and nothing of its words.
  await hers.goto(meeting)
  await page.getByText('Das Ergebnis ist noch nicht gemeinsam freigegeben.').waitFor()

  // One chair, then the other.
  await office.page.getByRole('link', { name: 'Ergebnis zu „Tagespflege im Norden“' }).first().click()
  await office.page.getByText('wartet auf die gemeinsame Freigabe').waitFor()
  const decision = new URL(office.page.url()).pathname
  assert.match(decision, /^\/beschluesse\//)
  await press(office.page, /freigeben/i)
  await office.page
    .getByText(/freigegeben/i)
    .first()
    .waitFor()
  await hers.goto(decision)
  await page.getByText('Das gibt es hier nicht').waitFor()
  const other = await seat(url, browser, severin, 390)
  await other.goto(decision)
  await other.axe()
  await other.picture('ergebnis-telefon')
  await press(other.page, /freigeben/i)
  await other.page.getByText('gemeinsam freigegeben').first().waitFor()
  await house.settle()
  await hers.goto(decision)
  await page.getByText('Die ARGE empfiehlt dem Landkreis').waitFor()

  // The addressee makes a measure with one accountable on each side.
  await office.goto(decision)
  await office.picture('ergebnis')
  await office.page
    .getByRole('link', { name: 'Maßnahme vorbereiten' })
    .or(office.page.getByRole('button', { name: 'Maßnahme vorbereiten' }))
    .first()
    .click()
  await heading(office.page, 'Maßnahme vorbereiten')
  await fill(office.page, /^Name der Maßnahme/, 'Zwölf Plätze in Garching')
  await fill(office.page, /^Was getan wird/, 'Der Landkreis fördert, die Caritas betreibt.')
  await choose(office.page, /^Verantwortlich auf der öffentlichen/, 'Landkreis', /^Landkreis München/)
  await choose(office.page, /^Verantwortlich auf der freien/, 'Caritas', /^Caritas/)
  await fill(office.page, /^Bis/, '31.12.2027')
  await office.axe()
  await office.picture('massnahme-form')
  await press(office.page, 'Als Entwurf speichern')
  await press(office.page, 'Maßnahme vereinbaren')
  await office.page.getByText('vereinbart', { exact: true }).first().waitFor()
  await office.axe()
  await office.picture('massnahme')
  await house.settle()

  // A service that carries it out, opened.
  await office.page
    .getByRole('link', { name: 'Angebot eintragen' })
    .or(office.page.getByRole('button', { name: 'Angebot eintragen' }))
    .first()
    .click()
  await fill(office.page, /^Name des Angebots/, 'Tagespflege Garching')
  await fill(office.page, /^Für wen/, 'Ältere Menschen')
  await fill(office.page, /^Ort in eigenen/, 'Garching')
  await office.axe()
  await press(office.page, 'Angebot eintragen')
  await heading(office.page, 'Tagespflege Garching')
  await press(office.page, 'Eröffnung eintragen')
  await office.page.getByRole('dialog').getByRole('button', { name: 'Eröffnung eintragen' }).click()
  await office.page.getByText('geöffnet').first().waitFor()
  await office.axe()
  await office.picture('angebot')
  await office.goto('/angebote')
  await office.page.getByText('Tagespflege Garching').waitFor()
  await office.axe()

  // And the way back: from the need, forwards to the service.
  await hers.goto(need.replace('/bedarfe/', '/datenspur/'))
  await page.getByText('Tagespflege Garching').first().waitFor()
  await hers.picture('datenspur')
  await hers.goto('/bedarfe')
  await page.getByText('Mit Angebot beantwortet').first().waitFor()
  await hers.axe()
  await hers.picture('bedarfe')
})
