// Two people, two browsers, the same words: nothing is lost, nothing happens twice, and each sees what the other did without loading the page again.
import assert from 'node:assert/strict'
import test from 'node:test'
import { ok } from '#apps/testing-people.ts'
import { argeHouse } from '#areas/planning/testing.ts'
import { fill, heading, inDialog, press, see, storyOf } from './acts.ts'
import { openStage, type Seat, seatOf } from './stage.ts'

test('zwei Browser an derselben Sache', { timeout: 300_000 }, async (t) => {
  const stage = await openStage(t)
  const { house } = stage
  const arge = await argeHouse(t, { house, figures: false })
  const erika = await seatOf(stage, arge.erika)
  const severin = await seatOf(stage, arge.severin)
  const step = storyOf(t, stage)
  const notes = (seat: Seat) => seat.page.getByLabel(/^Notizen/).first()
  let meeting = ''

  await step('ein doppelter Klick wirkt einmal', async () => {
    await erika.goto('/sitzungen/neu')
    await fill(erika.page, /^Tag/, '22.11.2026')
    await fill(erika.page, /^Beginn/, '9')
    await fill(erika.page, /^Raum/, 'Landratsamt')
    await erika.page.locator('form [type=submit]').first().dblclick()
    await heading(erika.page, /^1\. Sitzung/)
    meeting = new URL(erika.page.url()).pathname
    const { meetings } = ok<{ meetings: unknown[] }>(await arge.erika.get('/meetings'))
    assert.equal(meetings.length, 1)
  })

  await step('was der eine Browser ändert, steht im anderen, ohne die Seite neu zu laden', async () => {
    await severin.goto(meeting)
    await see(severin.page, 'Die Tagesordnung ist noch leer.')
    await press(erika.page, 'Anderen Punkt hinzufügen')
    await inDialog(erika.page)
      .getByLabel(/^Titel/)
      .fill('Fachkräftemangel')
    await inDialog(erika.page).getByRole('button', { name: 'Hinzufügen' }).click()
    await see(erika.page, 'TOP 1: Fachkräftemangel')
    await house.settle()
    await see(severin.page, 'TOP 1: Fachkräftemangel')
  })

  await step('beide schreiben denselben Text: Der Zweite sieht beide Fassungen und entscheidet', async () => {
    await notes(severin).fill('Severin: Wir brauchen einen gemeinsamen Ausbildungsverbund.')
    await notes(erika).fill('Erika: Der Landkreis fördert Quereinstiege.')
    await press(erika.page, 'Notizen speichern')
    await see(erika.page, 'Notizen gespeichert.')
    // The change arrives while the other is still typing: the own words stay in the field.
    await house.settle()
    await severin.page.waitForTimeout(1500)
    assert.match(await notes(severin).inputValue(), /^Severin: Wir brauchen/)
    await press(severin.page, 'Notizen speichern')
    await see(severin.page, 'Jemand war schneller')
    await see(severin.page, 'Erika: Der Landkreis fördert Quereinstiege.')
    await severin.axe()
    await severin.picture('zwei-browser')
    const before = ok<{ items: { notes: string }[] }>(await arge.erika.get(meeting.replace('/sitzungen', '/meetings')))
    assert.equal(before.items[0]!.notes, 'Erika: Der Landkreis fördert Quereinstiege.', 'nothing was written over')
    await notes(severin).fill(
      'Erika: Der Landkreis fördert Quereinstiege. Severin: Wir brauchen einen gemeinsamen Ausbildungsverbund.',
    )
    await press(severin.page, 'Meinen Text speichern')
    await see(severin.page, 'Notizen gespeichert.')
    await house.settle()
    const after = ok<{ items: { notes: string }[] }>(await arge.erika.get(meeting.replace('/sitzungen', '/meetings')))
    assert.match(after.items[0]!.notes, /Quereinstiege.*Ausbildungsverbund/)
  })

  await step(
    'auch ein ganzes Formular, das offen war, als ein anderer speicherte, geht nicht darüber hinweg',
    async () => {
      for (const seat of [erika, severin]) {
        await seat.goto(`${meeting}/bearbeiten`)
        await heading(seat.page, 'Sitzung ändern')
      }
      await fill(severin.page, /^Worum es geht/, 'Ausbildung gemeinsam planen')
      await fill(erika.page, /^Worum es geht/, 'Fachkräfte gewinnen')
      await press(erika.page, 'Speichern')
      await heading(erika.page, /^1\. Sitzung/)
      await house.settle()
      await severin.page.waitForTimeout(1500)
      await press(severin.page, 'Speichern')
      await see(severin.page, 'Jemand war schneller')
      await see(severin.page, 'Fachkräfte gewinnen')
      assert.match(await severin.page.getByLabel(/^Worum es geht/).inputValue(), /Ausbildung gemeinsam planen/)
      await press(severin.page, 'Den neuen Stand übernehmen')
      await heading(severin.page, /^1\. Sitzung/)
      await see(severin.page, 'Fachkräfte gewinnen')
    },
  )

  await step('auch zu einem Tagesordnungspunkt stehen beide Texte nebeneinander', async () => {
    for (const seat of [erika, severin]) {
      await seat.goto(meeting)
      await press(seat.page, /^Ändern$/)
    }
    const titleOf = (seat: Seat) => inDialog(seat.page).getByLabel(/^Titel/)
    const save = (seat: Seat) => inDialog(seat.page).getByRole('button', { name: 'Speichern', exact: true }).click()
    await titleOf(severin).fill('Ausbildung in der Pflege')
    await inDialog(severin.page).getByLabel('operativ').check()
    await titleOf(erika).fill('Fachkräfte aus dem Ausland')
    await save(erika)
    await see(erika.page, 'TOP 1: Fachkräfte aus dem Ausland')
    await save(severin)
    const both = inDialog(severin.page).getByRole('table')
    for (const words of ['Fachkräfte aus dem Ausland', 'Ausbildung in der Pflege', 'strategisch', 'operativ'])
      await both.getByText(words, { exact: true }).waitFor()
    await severin.axe()
    await severin.picture('zwei-browser-tagesordnung')
    await press(severin.page, 'Meinen Text speichern')
    await see(severin.page, 'TOP 1: Ausbildung in der Pflege')
  })

  await step('nach einem Link steht man bei der Überschrift; ohne Verbindung bleibt stehen, was da steht', async () => {
    const { page, context } = severin
    await severin.goto('/sitzungen')
    await page.getByRole('link', { name: 'Sitzung planen' }).first().press('Enter')
    await heading(page, 'Sitzung planen')
    await page.waitForFunction(`document.activeElement === document.querySelector('main h1')`)
    assert.equal(await page.title(), 'Sitzung planen – Nahtstelle')
    await fill(page, /^Raum/, 'Kleiner Saal')
    await context.setOffline(true)
    await see(page, 'Sie sind gerade ohne Verbindung.')
    await page.getByRole('button', { name: 'Sitzung planen' }).click()
    assert.equal(await page.getByLabel(/^Raum/).inputValue(), 'Kleiner Saal')
    await severin.axe()
    // A page that was not loaded before cannot come now; nothing of the browser's own stands in its place.
    await page.getByRole('link', { name: 'Einstellungen' }).first().click()
    await heading(page, 'Diese Seite konnte nicht geladen werden')
    await context.setOffline(false)
    await press(page, 'Noch einmal versuchen')
    await heading(page, 'Mein Zugang')
    assert.equal(await page.getByText('Sie sind gerade ohne Verbindung.').count(), 0)
  })

  await step(
    'läuft die Anmeldung mitten im Formular ab, geht nichts verloren, und niemand anderes sieht es',
    async () => {
      const { page, context } = severin
      await severin.goto('/angebote/neu')
      await fill(page, /^Name des Angebots/, 'Sprechstunde am Abend')
      await fill(page, /^Für wen/, 'Berufstätige')
      await fill(page, /^Ort in eigenen Worten/, 'Haar')
      await context.clearCookies()
      await page.getByRole('button', { name: 'Angebot eintragen' }).click()
      // The form says so too, a moment before the frame has asked whether the session really ended.
      await inDialog(page).getByRole('heading', { name: 'Ihre Anmeldung ist abgelaufen' }).waitFor()
      assert.equal(await page.getByLabel(/^Name des Angebots/).isVisible(), false, 'nothing of the page is shown')
      await page.keyboard.press('Escape')
      await severin.axe()
      await severin.picture('anmeldung-abgelaufen')
      await inDialog(page).getByLabel('E-Mail-Adresse').fill(arge.severin.email)
      await inDialog(page).getByLabel('Passwort', { exact: true }).fill('nahtstelle-test')
      await page.keyboard.press('Enter')
      await page.getByLabel(/^Name des Angebots/).waitFor()
      assert.equal(await page.getByLabel(/^Name des Angebots/).inputValue(), 'Sprechstunde am Abend')

      // Somebody else at the same screen begins anew.
      await context.clearCookies()
      await page.getByRole('button', { name: 'Angebot eintragen' }).click()
      await inDialog(page).getByLabel('E-Mail-Adresse').fill(arge.erika.email)
      await inDialog(page).getByLabel('Passwort', { exact: true }).fill('nahtstelle-test')
      await page.keyboard.press('Enter')
      await heading(page, 'Heute')
      await page.goBack()
      assert.equal(await page.getByText('Sprechstunde am Abend').count(), 0)
    },
  )

  await step('endet eine Entsendung, sagt es der Browser innerhalb von fünf Sekunden', async () => {
    const gabriele = await seatOf(stage, arge.gabriele)
    await gabriele.goto('/sitzungen')
    await see(gabriele.page, '1. Sitzung')
    type People = { people: { person: { id: string }; mandates: { id: string; role: string }[] }[] }
    const { people } = ok<People>(await arge.erika.get(`/organisations/${arge.gabriele.organisation}`))
    const hers = people.find(({ person }) => person.id === arge.gabriele.person)!.mandates[0]!
    ok(await arge.erika.post(`/mandates/${hers.id}/end`, { because: 'Wechsel der Aufgabe' }))
    const began = performance.now()
    await house.settle()
    await gabriele.page.getByText('weil Ihre Entsendung beendet ist').first().waitFor({ timeout: 5000 })
    assert.ok(performance.now() - began < 5000)
    await gabriele.axe()
    await gabriele.picture('entsendung-beendet')
  })
})
