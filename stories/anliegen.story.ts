// From a concern to its result in real Chromium: without a name on the phone, in the name of a member, bundled, proposed by the focus, and seen by whoever sent it.
import assert from 'node:assert/strict'
import test from 'node:test'
import { addPerson, again, foundBody, ok } from '#apps/testing-people.ts'
import { argeMuenchen } from '#areas/cooperation/fixtures/arge-muenchen.ts'
import type { Meeting } from '#areas/meetings/contract.ts'
import { assertFits, follow, inDialog, press, see, storyOf } from './acts.ts'
import { openStage, seatOf } from './stage.ts'

test('Ein Anliegen kommt an', { timeout: 240_000 }, async (t) => {
  const stage = await openStage(t)
  const { house } = stage
  const { founder, body, organisation } = await foundBody(house, argeMuenchen)
  const delegate = await addPerson(house, founder, {
    name: 'Gabriele Stadler',
    organisation: organisation('Arbeiterwohlfahrt Kreisverband München-Land'),
    body: { id: body, role: 'delegate' },
  })
  const chair = await addPerson(house, founder, {
    name: 'Berta Verband',
    organisation: organisation('Caritas im Landkreis München'),
    body: { id: body, role: 'chair' },
  })
  const step = storyOf(t, stage)
  const office = await seatOf(stage, founder)
  const phone = await stage.person({ width: 360 })
  let code = ''

  await step('Die Geschäftsstelle öffnet den Briefkasten und setzt Schwerpunkte', async () => {
    await office.goto('/sitzungen')
    await follow(office.page, 'Anliegen und Themen')
    await see(office.page, 'Kein Anliegen wartet auf ein Thema.')
    await office.page.getByRole('button', { name: 'Ändern' }).first().click()
    await inDialog(office.page).getByLabel('Wörter oder Zielgruppen').fill('Alleinerziehende\nPflege')
    await press(office.page, 'Schwerpunkte übernehmen')
    await see(office.page, 'Schwerpunkte übernommen.')
    await office.page.getByRole('button', { name: 'Ändern' }).nth(1).click()
    await inDialog(office.page).getByLabel('öffentlich, für alle').check()
    await press(office.page, 'Übernehmen')
    await see(office.page, 'Öffentliche Adresse')
    await office.axe()
    await office.picture('anliegen-leer')
  })

  await step('am Telefon, ohne Zugang und ohne Namen: Ein Anliegen geht in den Briefkasten', async () => {
    await phone.goto(`/briefkasten/${body}`)
    await see(phone.page, 'Bitte keine Namen')
    await assertFits(phone.page)
    await phone.axe()
    await phone.picture('briefkasten-telefon')
    await press(phone.page, 'Absenden, ohne Absender')
    await see(phone.page, 'Bitte')
    await phone.page.getByLabel('Worum geht es?').fill('Keine Kurzzeitpflege in den Ferien')
    await phone.page
      .getByLabel('Was haben Sie beobachtet?')
      .fill('In den Sommerferien war im ganzen Landkreis kein Platz frei.')
    await press(phone.page, 'Absenden, ohne Absender')
    await see(phone.page, 'Ihr Anliegen ist angekommen')
    code = await phone.page.getByLabel('Ihr Code').inputValue()
    assert.match(code, /^(\w{4}-){4}\w{4}$/)
    await phone.page.getByRole('button', { name: 'Nachsehen, wie es steht' }).click()
    await see(phone.page, 'Innerhalb einer Stunde liegt es dem Gremium vor.')
    await assertFits(phone.page)
    await phone.axe()
    await phone.picture('briefkasten-code-telefon')
    await house.moveTo('2026-11-22T10:00:00Z')
  })

  await step('Ein Mitglied bringt ein Anliegen im Namen seiner Organisation ein', async () => {
    const seat = await seatOf(stage, await again(house, delegate))
    await seat.goto('/anliegen/neu')
    await see(seat.page, 'Ohne Absender?')
    await seat.axe()
    await seat.picture('anliegen-einbringen')
    await seat.page.getByLabel('Worum geht es?').fill('Pflegende Angehörige ohne Vertretung')
    await seat.page.getByLabel('Was haben Sie beobachtet?').fill('Sie sagen eigene Arzttermine ab.')
    await press(seat.page, 'Anliegen einbringen')
    await see(seat.page, 'Eingegangen und allen Mitgliedern des Gremiums sichtbar.')
    await seat.axe()
    await seat.picture('anliegen-seite')
  })

  await step('Auch wer angemeldet ist, sendet ohne Absender: Die Anmeldung geht nicht mit', async () => {
    const seat = await seatOf(stage, await again(house, delegate))
    await seat.goto(`/briefkasten/${body}`)
    await seat.page.getByLabel('Worum geht es?').fill('Zu wenig Zeit für Übergaben')
    await seat.page.getByLabel('Was haben Sie beobachtet?').fill('Absprachen gehen verloren.')
    const sent = seat.page.waitForRequest((one) => one.method() === 'POST' && one.url().includes('/api/boxes/'))
    await press(seat.page, 'Absenden, ohne Absender')
    const headers = await (await sent).allHeaders()
    assert.deepEqual([headers.cookie, headers['x-acting-for']], [undefined, undefined])
    await see(seat.page, 'Ihr Anliegen ist angekommen')
  })

  await step('Der Vorsitz bündelt beide zu einem Thema, kein Wort geht verloren', async () => {
    const seat = await seatOf(stage, await again(house, chair))
    await seat.goto('/anliegen')
    await see(seat.page, 'ohne Absender')
    await seat.picture('anliegen-liste')
    await press(seat.page, 'Zu einem Thema bündeln')
    for (const title of ['Keine Kurzzeitpflege in den Ferien', 'Pflegende Angehörige ohne Vertretung'])
      await inDialog(seat.page).getByLabel(title).check()
    await inDialog(seat.page).getByLabel('Titel').fill('Kurzzeitpflege in den Ferien')
    await seat.axe()
    await seat.picture('thema-anlegen')
    await inDialog(seat.page).getByRole('button', { name: 'Thema anlegen' }).click()
    await seat.page.waitForURL(/themen\/[0-9a-f-]{36}$/)
    await see(seat.page, 'In den Sommerferien war im ganzen Landkreis kein Platz frei.')
    await see(seat.page, 'Sie sagen eigene Arzttermine ab.')
    await press(seat.page, 'Als reif vormerken')
    await see(seat.page, 'Reife zurücknehmen')
    await seat.axe()
    await seat.picture('thema')
    const small = await seatOf(stage, await again(house, chair), { width: 360 })
    await small.goto(new URL(seat.page.url()).pathname)
    await see(small.page, 'Anliegen in diesem Thema')
    await assertFits(small.page)
    await small.picture('thema-telefon')
    await small.goto('/anliegen')
    await see(small.page, 'Themenspeicher')
    await assertFits(small.page)
    await small.picture('anliegen-liste-telefon')
  })

  await step('Die Sitzung schlägt das Thema vor, mit dem Grund; der Absender sieht es mit seinem Code', async () => {
    const fresh = await again(house, founder)
    const meeting = ok<Meeting>(
      await fresh.post('/meetings', { body, day: '2026-12-15', starts: '14:00', place: 'Landratsamt' }),
    )
    const seat = await seatOf(stage, fresh)
    await seat.goto(`/sitzungen/${meeting.object.id}`)
    await see(seat.page, 'passt zum Schwerpunkt „Pflege“; reif')
    await seat.axe()
    await seat.picture('sitzung-vorschlaege')
    await press(seat.page, 'Auf die Tagesordnung: Kurzzeitpflege in den Ferien')
    await see(seat.page, 'Der Punkt steht auf der Tagesordnung.')
    await phone.goto('/anliegen-stand')
    await phone.page.getByLabel('Code').fill(code.toLowerCase().replaceAll('-', ' '))
    await press(phone.page, 'Nachsehen')
    await see(phone.page, 'Gehört zum Thema „Kurzzeitpflege in den Ferien“.')
    await see(phone.page, 'Steht auf der Tagesordnung: 1. Sitzung')
    await assertFits(phone.page)
    await phone.axe()
    await phone.picture('anliegen-stand-telefon')
  })
})
