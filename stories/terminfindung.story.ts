// A date is found in real Chromium: the office asks, a guest without an account and a delegate answer on the phone, the chair chooses, and the meeting stands.
import assert from 'node:assert/strict'
import test from 'node:test'
import { addPerson, again, foundBody, ok } from '#apps/testing-people.ts'
import { argeMuenchen } from '#areas/cooperation/fixtures/arge-muenchen.ts'
import { procedureTemplates } from '#areas/cooperation/rules/procedure.ts'
import type { Meeting } from '#areas/meetings/contract.ts'
import { linksIn, mailing, released } from '#areas/meetings/testing.ts'
import { assertFits, follow, inDialog, press, quiet, see, storyOf } from './acts.ts'
import { openStage, seatOf } from './stage.ts'

test('Ein Termin wird gefunden', { timeout: 480_000 }, async (t) => {
  const stage = await openStage(t)
  const { house } = stage
  const { founder, body, organisation } = await foundBody(house, argeMuenchen)
  const awo = organisation('Arbeiterwohlfahrt Kreisverband München-Land')
  const caritas = organisation('Caritas im Landkreis München')
  const delegate = await addPerson(house, founder, {
    name: 'Gabriele Stadler',
    organisation: awo,
    body: { id: body, role: 'delegate' },
  })
  const chair = await addPerson(house, founder, {
    name: 'Berta Verband',
    organisation: caritas,
    body: { id: body, role: 'chair' },
  })
  const county = await addPerson(house, founder, {
    name: 'Anna Amt',
    roles: ['planner'],
    body: { id: body, role: 'chair' },
  })
  const { server, worker } = await mailing(t, house)
  const office = await seatOf(stage, founder)
  const step = storyOf(t, stage)
  let path = ''

  await step(
    'Die Geschäftsstelle stellt Termine zur Wahl; bei jedem Tag steht, was dafür oder dagegen spricht',
    async () => {
      await office.goto('/sitzungen')
      await follow(office.page, 'Termin finden')
      await see(office.page, 'Feiertag: Heilige Drei Könige').catch(async () => {
        await press(office.page, 'Weitere Tage zeigen')
        await see(office.page, 'Feiertag: Heilige Drei Könige')
      })
      await office.page.getByLabel('Raum oder Adresse').fill('Landratsamt, Raum 2')
      await office.page.getByLabel('Gäste ohne Zugang').fill('Gero Gast gast@example.org')
      const small = await seatOf(stage, founder, { width: 360 })
      await small.goto('/terminfindungen/neu')
      await see(small.page, 'Welche Tage kommen infrage?')
      await assertFits(small.page)
      await small.axe()
      await small.picture('termin-formular-telefon')
      await office.axe()
      await office.picture('termin-formular')
      await press(office.page, 'Umfrage verschicken')
      await see(office.page, 'ist kein Name mit E-Mail-Adresse')
      await office.page.getByLabel('Gäste ohne Zugang').fill('Gero Gast, gast@example.org')
      await press(office.page, 'Umfrage verschicken')
      await office.page.waitForURL(/terminfindungen\/[0-9a-f-]{36}$/)
      path = new URL(office.page.url()).pathname
      await see(office.page, 'Wer wann kann')
      await office.axe()
      await office.picture('termin-offen')
      await worker.settle()
    },
  )

  const linkOf = (address: string) =>
    linksIn(
      server.mails.find(({ recipients, subject }) => recipients[0] === address && /Ihre Zeiten/.test(subject ?? ''))!,
      '/termin',
    )[0]!

  await step('am Telefon, ohne Zugang: Ein Gast antwortet mit dem Link aus der E-Mail', async () => {
    const phone = await stage.person({ width: 360 })
    await phone.goto(linkOf('gast@example.org'))
    await see(phone.page, 'Guten Tag Gero Gast')
    await assertFits(phone.page)
    await phone.axe()
    await phone.picture('termin-telefon')
    const groups = phone.page.getByRole('radiogroup')
    await groups.nth(0).getByLabel('ja', { exact: true }).check()
    await groups.nth(1).getByLabel('wenn nötig').check()
    await press(phone.page, 'Antwort speichern')
    await see(phone.page, 'Danke, Ihre Antwort ist gespeichert.')
    await phone.axe()
    await phone.picture('termin-telefon-danke')
  })

  await step('Eine Delegierte antwortet angemeldet für ihren Sitz', async () => {
    const phone = await seatOf(stage, delegate, { width: 360 })
    await phone.goto(path)
    await see(phone.page, 'Sie antworten für: Arbeiterwohlfahrt')
    await phone.page.getByRole('radiogroup').nth(0).getByLabel('ja', { exact: true }).check()
    await press(phone.page, 'Antwort speichern')
    await see(phone.page, '1 ja')
    await assertFits(phone.page)
    await phone.axe()
    await phone.picture('termin-telefon-angemeldet')
  })

  await step(
    'Der Vorsitz legt den Termin fest: Die Sitzung ist geplant, wer geantwortet hat, bekommt ihn',
    async () => {
      const screen = await seatOf(stage, chair)
      await screen.goto(path)
      await screen.picture('termin-vorsitz')
      await screen.page.getByRole('button', { name: 'Diesen Termin festlegen' }).first().click()
      await screen.axe()
      await inDialog(screen.page).getByRole('button', { name: 'Diesen Termin festlegen' }).click()
      await screen.page.waitForURL('**/sitzungen/**')
      await quiet(screen.page)
      await see(screen.page, '1. Sitzung ARGE ö/f')
      await see(screen.page, 'Landratsamt, Raum 2')
      server.mails.length = 0
      await worker.settle()
      assert.deepEqual(
        server.mails.map(({ recipients }) => recipients[0]).toSorted(),
        ['gast@example.org', delegate.email].toSorted(),
      )
      await screen.goto(path)
      await see(screen.page, 'Termin steht fest')
      await screen.picture('termin-fest')
    },
  )

  await step(
    'am Telefon: Mit dem Link aus der Einladung sagt die Delegierte zu; die Geschäftsstelle sieht, wer kommt',
    async () => {
      const { meetings } = ok<{ meetings: Meeting[] }>(await founder.get(`/meetings?body=${body}`))
      const { id } = meetings[0]!.object
      const url = `/meetings/${id}`
      ok(await founder.post(`${url}/items`, { title: 'Kurzzeitpflege' }))
      const keys = { office: founder, a: county, b: chair }
      await released(keys, id, 'agenda')
      await released(keys, id, 'invitation')
      server.mails.length = 0
      ok(await founder.act(`${url}/invitation`, ok<Meeting>(await founder.get(url)).object.revision))
      await worker.settle()
      const mail = server.mails.find(({ recipients }) => recipients[0] === delegate.email)!
      const phone = await stage.person({ width: 360 })
      await phone.goto(linksIn(mail, '/zusage').find((link) => link.endsWith('comes'))!)
      await see(phone.page, 'Bitte bestätigen Sie')
      await assertFits(phone.page)
      await phone.axe()
      await phone.picture('zusage-telefon')
      await press(phone.page, 'Antwort speichern')
      await see(phone.page, 'Ihre Antwort ist gespeichert.')
      await office.goto(`/sitzungen/${id}`)
      await see(office.page, '1 Sitz vertreten (davon 0 durch Stellvertretung), 0 abgesagt, 9 offen.')
      await office.axe()
      await office.picture('zusage-geschaeftsstelle')
    },
  )

  await step('Nach der Sitzung ist die Teilnahme nach den Antworten vorausgefüllt', async () => {
    await house.moveTo('2026-12-16T15:00:00Z')
    const back = await again(house, founder)
    const { meetings } = ok<{ meetings: Meeting[] }>(await back.get(`/meetings?body=${body}`))
    const later = await seatOf(stage, back)
    await later.goto(`/sitzungen/${meetings[0]!.object.id}`)
    await press(later.page, 'Sitzung hat stattgefunden')
    await see(later.page, 'Vorausgefüllt nach den Antworten auf die Einladung.')
    const seat = later.page.getByLabel('Arbeiterwohlfahrt Kreisverband München-Land')
    assert.equal(await seat.inputValue(), 'present')
    await press(later.page, 'Teilnahme speichern')
    await see(later.page, 'Teilnahme vermerkt.')
  })

  await step(
    'am Telefon: Gegen die verschickte Niederschrift erhebt die Delegierte einen Einwand; beide Vorsitzenden antworten, die nächste Sitzung genehmigt',
    async () => {
      const keys = { office: await again(house, founder), a: await again(house, county), b: await again(house, chair) }
      const { meetings } = ok<{ meetings: Meeting[] }>(await keys.a.get(`/meetings?body=${body}`))
      const { id } = meetings[0]!.object
      const next = ok<Meeting>(
        await keys.a.post('/meetings', { body, day: '2027-02-02', starts: '14:00', place: 'Landratsamt' }),
      ).object.id
      await released(keys, id, 'minutes')
      await house.settle()
      const phone = await seatOf(stage, await again(house, delegate), { width: 360 })
      await phone.goto(`/sitzungen/${id}`)
      await see(phone.page, 'Einwände sind bis Mittwoch, 30. Dezember 2026 möglich.')
      await press(phone.page, 'Einwand erheben')
      await phone.page.getByLabel('Was stimmt nicht, und wie ist es richtig?').fill('Es waren zehn Plätze, nicht acht.')
      await phone.axe()
      await inDialog(phone.page).getByRole('button', { name: 'Einwand erheben' }).click()
      await see(phone.page, 'Ihr Einwand ist festgehalten.')
      await assertFits(phone.page)
      await phone.picture('einwand-telefon')
      const screen = await seatOf(stage, keys.a)
      await screen.goto(`/sitzungen/${id}`)
      await press(screen.page, 'Beantworten')
      await screen.page.getByLabel('Die Niederschrift wird berichtigt').check()
      await screen.page.getByLabel('Richtig lautet die Stelle').fill('Es entstehen zehn Plätze.')
      await screen.page.getByLabel('Begründung').fill('Die Delegierte hat recht.')
      await screen.picture('einwand-beantworten')
      await inDialog(screen.page).getByRole('button', { name: 'Vorlegen' }).click()
      await see(screen.page, 'Vorgelegt. Jetzt geben die Vorsitzenden frei.')
      const { id: answer } = ok<Meeting>(await keys.b.get(`/meetings/${id}`)).afterwards!.rectifications[0]!
      for (const who of [keys.a, keys.b]) ok(await who.post('/releases', { object: answer, edition: 1 }))
      await screen.goto(`/unterlagen/${answer}`)
      await screen.page.waitForURL(`**/sitzungen/${id}`)
      await see(screen.page, 'Richtig lautet es: Es entstehen zehn Plätze.')
      await screen.axe()
      await screen.picture('einwand-beantwortet')
      await screen.goto(`/sitzungen/${next}`)
      await see(screen.page, 'Genehmigung der Niederschrift der 1. Sitzung vom')
      await follow(screen.page, 'Zur Niederschrift')
      await see(screen.page, 'Einwände sind bis Mittwoch, 30. Dezember 2026 möglich.')
      await screen.axe()
      await screen.picture('niederschrift-mit-einwand')
    },
  )

  await step(
    'Im Umlauf: Ein Gremium, das abstimmt, beschließt ohne Sitzung; beide Vorsitzenden geben frei, am Telefon antwortet die Delegierte ohne Anmeldung',
    async () => {
      const office = await again(house, founder)
      const [a, b] = [await again(house, county), await again(house, chair)]
      const fixture = { ...argeMuenchen.body, name: 'Lenkungskreis (Beispiel)', form: 'deciding' as const }
      const steering = (await foundBody(house, { ...argeMuenchen, body: fixture }, office)).body
      for (const [who, role] of [
        [a, 'chair'],
        [b, 'chair'],
        [delegate, 'delegate'],
      ] as const)
        ok(
          await office.post(`/bodies/${steering}/mandates`, {
            organisation: who.organisation,
            person: who.person,
            role,
            from: '2026-01-01',
            basis: 'Beispiel',
          }),
        )
      const circulation = { days: 7, majority: 'simple', toMeeting: true }
      const rules = ok<{ object: string; edition: number }>(
        await office.post(`/bodies/${steering}/rules`, {
          procedure: { ...procedureTemplates.district, circulation },
          validFrom: '2026-12-16',
        }),
      )
      for (const who of [a, b]) ok(await who.post('/releases', rules))
      const desk = await seatOf(stage, office)
      await desk.goto(`/umlaufverfahren/neu?gremium=${steering}`)
      await see(desk.page, 'Möchte auch nur ein Sitz in einer Sitzung beraten')
      await desk.page.getByLabel('Worum es geht').fill('Kurzzeitpflege ausbauen')
      await desk.page.getByLabel('Beschlussvorschlag').fill('Der Ausbau um zehn Plätze wird beantragt.')
      await desk.axe()
      await desk.picture('umlauf-formular')
      await press(desk.page, 'Den Vorsitzenden vorlegen')
      await desk.page.waitForURL(/umlaufverfahren\/[0-9a-f-]{36}$/)
      await see(desk.page, 'Freigabe vor dem Versand')
      const id = new URL(desk.page.url()).pathname.split('/').at(-1)!
      for (const who of [a, b]) ok(await who.post('/releases', { object: id, edition: 1 }))
      server.mails.length = 0
      await worker.settle()
      await worker.settle()
      const phone = await stage.person({ width: 360 })
      const mail = server.mails.find(
        ({ recipients, subject }) => recipients[0] === delegate.email && /Umlauf/.test(subject!),
      )!
      await phone.goto(linksIn(mail, '/umlauf')[0]!)
      await see(phone.page, 'Der Ausbau um zehn Plätze wird beantragt.')
      await press(phone.page, 'Antwort speichern')
      await see(phone.page, 'Bitte wählen Sie eine Antwort.')
      await phone.page.getByLabel('Ja', { exact: true }).check()
      await press(phone.page, 'Antwort speichern')
      await see(phone.page, 'Danke, Ihre Antwort ist gespeichert.')
      await assertFits(phone.page)
      await phone.axe()
      await phone.picture('umlauf-telefon')
      const screen = await seatOf(stage, a)
      await screen.goto(`/umlaufverfahren/${id}`)
      await see(screen.page, 'Ja 1, Nein 0, Enthaltung 0, in einer Sitzung beraten 0, noch offen 9')
      await screen.axe()
      await screen.picture('umlauf-vorsitz')
    },
  )
})
