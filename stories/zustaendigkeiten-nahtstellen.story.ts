// Who is responsible before and after a reform, a seam that two owners make hold, and two mandates side by side; in real browsers, wide and on a phone.
import assert from 'node:assert/strict'
import test from 'node:test'
import { addOrganisation, addPerson, founders, ok } from '#apps/testing-people.ts'
import type { Seam } from '#areas/cooperation/contract/seams.ts'
import {
  choose,
  fill,
  follow,
  heading,
  inDialog,
  onAPhone,
  press,
  see,
  storyOf,
  submitDialog,
  watcher,
} from './acts.ts'
import { openStage, seatOf } from './stage.ts'

test('Zuständigkeiten und Nahtstellen', { timeout: 300_000 }, async (t) => {
  const stage = await openStage(t)
  const { house } = stage
  const eva = await founders(house, {
    name: 'Landkreis Musterland (Beispiel)',
    areaKey: '09184',
    person: 'Eva Beispiel',
  })
  const jobcenter = await addOrganisation(eva, 'Jobcenter Musterland (Beispiel)', { kind: 'authority' })
  const jonas = await addPerson(house, eva, {
    name: 'Jonas Beispiel',
    organisation: jobcenter,
    roles: ['admin', 'planner'],
  })
  const evas = await seatOf(stage, eva)
  const jonass = await seatOf(stage, jonas)
  const { look, seen } = watcher()
  const step = storyOf(t, stage)
  let seam = ''

  await step(
    '„überörtlichem Sozialhilfeträger“: Wer ist zuständig, vor und nach dem 1. September 2018 (B09)',
    async () => {
      const { page } = evas
      await evas.goto('/zustaendigkeiten')
      await see(page, 'Hier steht noch keine Aufgabe.')
      await press(page, /Mitgelieferte Aufgaben übernehmen/)
      await see(page, 'Hilfe zur Pflege zu Hause (ambulant)')
      await look(evas, 'zustaendigkeiten')
      await page.getByLabel('Lebenslage').selectOption({ label: 'Pflege' })
      await page.getByRole('link', { name: 'Jugendsozialarbeit' }).waitFor({ state: 'hidden' })
      await follow(page, 'Hilfe zur Pflege zu Hause (ambulant)')
      await heading(page, 'Hilfe zur Pflege zu Hause (ambulant)')
      await press(page, 'Vorher und nachher: 1. September 2018')
      const row = page.getByRole('row', { name: /Wer bewilligt/ })
      await row.getByText('anders').waitFor()
      const words = (await row.textContent()) ?? ''
      assert.ok(
        words.indexOf('Landkreise und kreisfreie Städte') < words.indexOf('Bezirk Oberbayern'),
        'before stands left',
      )
      await see(page, /Donaukurier, 22. August 2018/)
      await see(page, 'ungeprüft')
      await look(evas, 'zustaendigkeit-vorher-nachher')
    },
  )

  await step(
    'Eine andere Organisation schlägt eine Korrektur vor, wer den Eintrag führt, übernimmt sie (B09)',
    async () => {
      const { page } = jonass
      await jonass.goto(`/zustaendigkeiten?suche=Altenhilfe`)
      await follow(page, 'Altenhilfe')
      await heading(page, 'Altenhilfe')
      await press(page, 'Korrektur vorschlagen')
      const dialog = inDialog(page)
      await dialog.getByLabel('Rolle').selectOption({ label: 'Wer erbringt' })
      await dialog.getByLabel('Wer', { exact: true }).fill('Seniorengenossenschaft Musterland (Beispiel)')
      await dialog.getByLabel('Ebene').selectOption({ label: 'freie und private Träger' })
      await dialog.getByLabel('Trägt die Aufgabe gemeinsam').check()
      await dialog.getByLabel('Rechtsgrundlage').fill('§ 5 SGB XII')
      await dialog.getByLabel('Quelle', { exact: true }).fill('Eigene Angabe')
      await dialog.getByLabel('Warum').fill('Sie berät seit diesem Jahr auch.')
      await jonass.axe()
      await submitDialog(page)
      await see(page, 'Jobcenter Musterland (Beispiel), 22. November 2026')
      await evas.goto(new URL(page.url()).pathname)
      await press(evas.page, 'Übernehmen')
      await see(evas.page, /übernommen am 22. November 2026/)
      await see(evas.page, 'Seniorengenossenschaft Musterland (Beispiel)')
      await look(evas)
    },
  )

  await step(
    '„Verbindungs- und Nahtstellen“: Zwei Verantwortliche, und erst beide zusammen machen sie gültig (B11)',
    async () => {
      const { page } = jonass
      await jonass.goto('/nahtstellen')
      await follow(page, 'Nahtstelle eintragen')
      await fill(page, /^Name/, 'Übergang in Ausbildung und Arbeit (Beispiel)')
      await choose(page, /^Andere Organisation/, 'Landkreis', 'Landkreis Musterland (Beispiel)')
      await fill(page, /^Worum geht es/, 'Junge Menschen unter 25 ohne Ausbildung und Arbeit.')
      await fill(page, /Rechtsgrundlage: Jobcenter/, '§ 16h SGB II')
      await fill(page, /Rechtsgrundlage: Landkreis/, '§ 13 SGB VIII')
      await press(page, 'Übergabe hinzufügen')
      await fill(page, /^Was$/, 'Einladung zum gemeinsamen Erstgespräch')
      await fill(page, /^Verfahren/, 'Beide Seiten laden gemeinsam ein.')
      await look(jonass)
      await press(page, 'Entwurf speichern')
      await heading(page, 'Übergang in Ausbildung und Arbeit (Beispiel)')
      seam = new URL(page.url()).pathname.split('/').at(-1)!
      await press(page, 'Zur Freigabe vorlegen')
      await press(page, 'Für Jobcenter Musterland (Beispiel) freigeben')
      await see(page, 'noch nicht freigegeben')
      await look(jonass, 'nahtstelle-vorgelegt')
      assert.equal(ok<Seam>(await eva.get(`/seams/${seam}`)).inForce, null)
      await evas.goto(`/nahtstellen/${seam}`)
      await press(evas.page, 'Für Landkreis Musterland (Beispiel) freigeben')
      await see(evas.page, 'Fassung 1 gilt seit 22. November 2026.')
      await see(evas.page, 'Nächste Überprüfung bis 22. November 2027')
      await press(evas.page, 'Reibung benennen')
      await inDialog(evas.page).getByRole('textbox').fill('Die Sprechstunde ist oft nur von einer Seite besetzt.')
      await submitDialog(evas.page)
      await see(evas.page, 'Die Sprechstunde ist oft nur von einer Seite besetzt.')
      await look(evas, 'nahtstelle-gilt')
      await evas.goto('/nahtstellen')
      await see(evas.page, 'Nahtstellen Ihrer Organisation')
      await look(evas)
    },
  )

  await step(
    '„einen vergleichbaren Auftrag“: SGB II und SGB VIII nebeneinander, und wo sie sich begegnen (E08)',
    async () => {
      const { page } = evas
      await evas.goto('/vergleiche')
      await press(page, 'Vergleich SGB II und SGB VIII übernehmen')
      await heading(page, 'Jobcenter und Jugendamt: Auftrag nach SGB II und SGB VIII')
      const comparison = new URL(page.url()).pathname.split('/').at(-1)!
      ok(await jonas.post(`/seams/${seam}/links`, { object: comparison, linked: true }))
      await evas.goto(`/vergleiche/${comparison}`)
      const goal = page.getByRole('row', { name: /^Ziel/ })
      assert.match((await goal.textContent()) ?? '', /§ 1 Abs\. 1 und 2 SGB II[\s\S]*§ 1 Abs\. 1 und 3 SGB VIII/)
      await page.getByRole('link', { name: 'Übergang in Ausbildung und Arbeit (Beispiel)' }).waitFor()
      await look(evas, 'vergleich')
      await page.emulateMedia({ media: 'print' })
      await see(page, '§ 16h Abs. 3 und § 18 Abs. 2 SGB II')
      await page.emulateMedia({ media: 'screen' })
      await evas.goto(`/vergleiche/${comparison}/bearbeiten`)
      await look(evas)
    },
  )

  await step('Auf dem Telefon: alle Seiten ohne Querlauf und barrierefrei', () => onAPhone(stage, seen, { axe: true }))
})
