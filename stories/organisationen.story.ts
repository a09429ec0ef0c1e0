// Organisations in a real browser: a contact confirms with a mailed link, two departments become one, a list is read in.
import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { addOrganisation, addPerson, founders, ok } from '#apps/testing-people.ts'
import type { Organisation } from '#areas/actors/contract.ts'
import { press, see, storyOf } from './acts.ts'
import { openStage, seatOf } from './stage.ts'

test('Organisationen, Ansprechpersonen und Listen', { timeout: 300_000 }, async (t) => {
  const stage = await openStage(t)
  const { house } = stage
  const erika = await founders(house, { name: 'Landkreis Muster (Beispiel)' })
  const bert = await addPerson(house, erika, { name: 'Bert Beispiel', roles: ['staff'] })
  const unit = (name: string) =>
    addOrganisation(erika, name, { kind: 'unit', side: 'public', parent: erika.organisation })
  const social = await unit('Sozialamt (Beispiel)')
  await unit('Amt für Jugend und Soziales (Beispiel)')
  const step = storyOf(t, stage)
  const page = `/organisationen/${erika.organisation}`

  await step('Die benannte Person bestätigt ohne Anmeldung, mit einem Knopf; der Link wirkt einmal', async () => {
    ok(
      await erika.put(`${page.replace('organisationen', 'organisations')}/contact`, 1, {
        person: bert.person,
        deputy: erika.person,
        email: 'bert@example.org',
        hours: 'Montag bis Donnerstag',
        replyDays: 3,
      }),
    )
    const { rows } = await house.asOwner((db) =>
      sql<{
        token: string
      }>`select data->>'token' as token from mail.message where template = 'access.contact'`.execute(db),
    )
    const visitor = await stage.person({ width: 360 })
    await visitor.goto(`/kontakt/${rows[0]!.token}`)
    await see(visitor.page, /Guten Tag Bert Beispiel/)
    await visitor.axe()
    await press(visitor.page, 'Ja, das stimmt noch')
    await see(visitor.page, /gelten als bestätigt/)
    await visitor.axe()
    await visitor.goto(`/kontakt/${rows[0]!.token}`)
    await see(visitor.page, 'Dieser Link gilt nicht mehr')
    await visitor.axe()
    const { contact } = ok<Organisation>(await erika.get(`/organisations/${erika.organisation}`))
    assert.equal(contact?.confirmedOn, '2026-11-22')
  })

  await step('Alle Ansichten einer Organisation, am Schreibtisch und am Telefon', async () => {
    for (const width of [1440, 360]) {
      const seat = await seatOf(stage, erika, { width })
      for (const view of ['ueberblick', 'menschen', 'gefuege', 'geschichte']) {
        await seat.goto(`${page}?ansicht=${view}`)
        await see(seat.page, 'Landkreis Muster (Beispiel)')
        await seat.axe()
      }
      await seat.goto('/netzwerk')
      await see(seat.page, /3 Organisationen: 3 auf öffentlicher/)
      await seat.axe()
      await seat.goto(`/personen/${erika.person}/aufgaben`)
      await see(seat.page, 'Aufgaben von Erika Muster')
      await seat.axe()
    }
  })

  await step('Ein Amt geht in einem anderen auf und behält seine Geschichte', async () => {
    const seat = await seatOf(stage, erika)
    await seat.goto(`/organisationen/${social}?ansicht=gefuege`)
    await press(seat.page, 'Zusammenlegen oder teilen')
    await seat.page.getByRole('combobox', { name: 'Nachfolgerin' }).fill('Amt für Jugend')
    await seat.page.getByRole('option', { name: /Amt für Jugend und Soziales/ }).click()
    await seat.page.getByLabel('Grundlage').fill('Organisationsverfügung vom 1. Oktober')
    await seat.axe()
    await press(seat.page, 'Nachfolge eintragen')
    await see(seat.page, 'Die Nachfolge ist eingetragen.')
    await seat.goto(`/organisationen/${social}`)
    await see(seat.page, /gibt es seit 22\. November 2026 nicht mehr/)
    await seat.axe()
  })

  await step('Eine Liste wird gezeigt, entschieden und ganz eingetragen', async () => {
    const seat = await seatOf(stage, erika)
    await seat.goto('/netzwerk/einlesen')
    await see(seat.page, 'Vorlage herunterladen')
    await seat.axe()
    await seat.page.setInputFiles('input[type=file]', {
      name: 'liste.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        'Name;Art;Seite\nLandkreis Muster Nord (Beispiel);Landkreis;\nTafel (Beispiel);Träger;frei\n',
      ),
    })
    await press(seat.page, 'Liste ansehen')
    await see(seat.page, /Vielleicht ist eine schon eingetragene Organisation gemeint/)
    await seat.page.getByLabel('Zeile 2: Wer ist gemeint?').selectOption('new')
    await seat.axe()
    await press(seat.page, 'Alles eintragen')
    await see(seat.page, 'Die Liste ist eingetragen.')
    await see(seat.page, /Neu: 2/)
    await seat.axe()
  })
})
