// Cooperation that binds, as one chain: found a body, change what was drafted and compare, seven signatures, elect the second chair, two keys,
// and the first duty. The whole chain by mouse, by keyboard alone and on a phone.
import assert from 'node:assert/strict'
import test from 'node:test'
import { addOrganisation, addPerson, founders, ok } from '#apps/testing-people.ts'
import type { Body, RulesPage } from '#areas/cooperation/contract.ts'
import type { Duty } from '#kit/duties/contract.ts'
import { assertFits, heading, inDialog, quiet, see, storyOf } from './acts.ts'
import { type Hand, hands } from './hands.ts'
import { openStage, type Seat, seatOf } from './stage.ts'

const county = 'Landkreis Musterland (Beispiel)'
const associations = [
  'Sozialwerk',
  'Nachbarschaftshilfe',
  'Samariterbund',
  'Fürsorgeverein',
  'Lebenshilfe',
  'Kulturring',
].map((name) => `${name} Musterland (Beispiel)`)
const [sozialwerk, nachbarn] = associations as [string, string]
const scan = { name: 'Urkunde.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') }

for (const hand of hands)
  test(`gründen, unterschreiben, wählen und die erste Frist sehen, ${hand.name}`, { timeout: 540_000 }, (t) =>
    chain(t, hand),
  )

async function chain(t: test.TestContext, hand: Hand) {
  const stage = await openStage(t)
  const { house } = stage
  const erika = await founders(house, { name: county })
  const ids = new Map<string, string>()
  for (const name of associations)
    ids.set(name, await addOrganisation(erika, name, { kind: 'association', side: 'free' }))
  const member = (name: string, organisation: string) =>
    addPerson(house, erika, { name, organisation: ids.get(organisation)!, roles: ['admin', 'head'] })
  const silke = await member('Silke Sommer', sozialwerk)
  const theo = await member('Theo Tanner', nachbarn)
  const one = await seatOf(stage, erika, { width: hand.width })
  const other = await seatOf(stage, silke, { width: hand.width })
  const { page } = one
  const step = storyOf(t, stage)
  let body = ''
  let agreement = ''

  const button = (at: Seat, name: string | RegExp) =>
    at.page.getByRole('button', { name }).filter({ visible: true }).first()
  const link = (at: Seat, name: string | RegExp) =>
    at.page.getByRole('link', { name }).filter({ visible: true }).first()
  const push = (name: string | RegExp, at = one) => hand.press(button(at, name))
  const field = (name: string, at = one) => at.page.locator(`[name="${name}"]:not([type=hidden])`).last()
  const send = async (at = one) => {
    const dialog = inDialog(at.page)
    await hand.press(dialog.locator('[type=submit]'))
    await dialog.waitFor({ state: 'hidden' })
  }
  const look = async (at: Seat, picture: string) => {
    await quiet(at.page)
    await assertFits(at.page)
    // The bar at the foot of a phone covers what scrolling reaches; axe would take that for a small target.
    if (hand.width < 600) await at.page.setViewportSize({ width: hand.width, height: 4000 })
    await at.axe()
    await at.picture(`kette-${hands.indexOf(hand)}-${picture}`)
    if (hand.width < 600) await at.page.setViewportSize({ width: hand.width, height: 780 })
  }
  const shown = async () => ok<Body>(await erika.get(`/bodies/${body}`))
  const duties = async () => ok<{ duties: Duty[] }>(await erika.get(`/duties?because=${agreement}`)).duties

  await step('das Gremium entsteht auf dem geführten Weg, mit sieben Mitgliedern', async () => {
    await one.goto('/gremien/neu')
    await hand.pick(field('template'), 'Arbeitsgemeinschaft öffentlich-frei')
    await hand.write(field('name'), 'Arbeitsgemeinschaft Musterland (Beispiel)')
    await hand.write(field('shortName'), 'ARGE Musterland')
    await push('Weiter')
    await see(page, 'Zwei gleichberechtigte Vorsitzende')
    await push('Weiter')
    await push('Aufnehmen')
    await push('Liste von Namen einfügen')
    await hand.write(field('names'), associations.map((name) => `- ${name}`).join('\n'))
    await send()
    await see(page, sozialwerk)
    await look(one, '01-mitglieder')
    await push('Weiter')
    await hand.pick(field('organisation-0'), county)
    await hand.pick(field('person-0'), 'Erika Muster')
    await push('Weiter')
    await see(page, /Aus den Klauseln entstehen/)
    await push('Weiter')
    await see(page, /Die Geschäftsordnung sagt/)
    await push('Weiter')
    await hand.untick(page.getByLabel('Gründungssitzung gleich planen'))
    await push('Weiter')
    await push('Gremium gründen')
    await heading(page, /Arbeitsgemeinschaft Musterland .*ist gegründet/)
    await hand.press(link(one, 'Zum Gremium'))
    await heading(page, /Arbeitsgemeinschaft Musterland \(Beispiel\)$/)
    body = new URL(page.url()).pathname.split('/').at(-1)!
    const made = await shown()
    assert.deepEqual([made.seats.length, made.missing], [7, ['chair', 'signatures']])
    await look(one, '02-gremium')
  })

  await step('aus zwei Treffen werden drei, und der Vergleich der Fassungen sagt es in Worten', async () => {
    agreement = (await shown()).agreements[0]!.id
    await one.goto(`/vereinbarungen/${agreement}`)
    await see(page, '0 von 7 Parteien haben unterschrieben')
    await hand.press(link(one, 'Neue Fassung beginnen'))
    await hand.write(page.getByLabel(/pro Jahr|im Jahr/).first(), '3')
    await push('Entwurf speichern')
    await push('Zur Unterschrift geben')
    await send()
    await hand.press(link(one, 'Fassungen vergleichen'))
    await heading(page, 'Fassungen vergleichen')
    await page.locator('del', { hasText: 'zweimal' }).first().waitFor()
    await page.locator('ins', { hasText: 'dreimal' }).first().waitFor()
    await see(page, 'Eine von 4 Klauseln ist anders.')
    await look(one, '03-vergleich')
    await hand.press(link(one, 'Zurück zur Vereinbarung'))
    // What is signed says what falls due: the proposed wording has followed the number.
    await see(page, 'Die Mitglieder treffen sich mindestens dreimal im Jahr.')
  })

  await step('zwei Parteien unterschreiben selbst, jede in ihrem Browser', async () => {
    for (const [seat, place, capacity] of [
      [one, 'Musterstadt', 'Landrätin'],
      [other, 'Musterdorf', 'Geschäftsführung'],
    ] as const) {
      await seat.goto(`/vereinbarungen/${agreement}`)
      await push('Unterschreiben', seat)
      await hand.write(field('place', seat), place)
      await hand.write(field('capacity', seat), capacity)
      await look(seat, '04-unterschreiben')
      await send(seat)
      await see(seat.page, `${seat === one ? 1 : 2} von 7 Parteien haben unterschrieben`)
    }
  })

  await step(
    'fünf haben auf Papier unterschrieben: mit Fundstelle und Scan; erst die siebte setzt in Kraft',
    async () => {
      await one.goto(`/vereinbarungen/${agreement}`)
      for (const [at, party] of associations.slice(1).entries()) {
        assert.deepEqual(await duties(), [], 'nothing is owed before the last signature')
        await push('Unterschrift festhalten')
        if (at < 4) await hand.pick(field('organisation'), party)
        await hand.write(field('place'), 'Musterstadt')
        await hand.write(field('capacity'), 'Vorstand')
        await hand.write(field('source'), `Urkunde, Blatt ${at + 1}`)
        await hand.file(field('scan'), scan)
        await see(page, 'Urkunde.pdf')
        if (at === 0) await look(one, '05-festhalten')
        await send()
        if (at < 4) await see(page, `${at + 3} von 7 Parteien haben unterschrieben`)
      }
      await page.getByText('in Kraft', { exact: true }).first().waitFor()
      assert.equal(await page.getByRole('link', { name: 'Scan öffnen' }).count(), 5)
      await look(one, '06-in-kraft')
      await house.settle()
    },
  )

  await step('die freien Verbände wählen ihren Vorsitz; die Gewählte nimmt selbst an', async () => {
    for (const who of [silke, theo])
      ok(
        await erika.post(`/bodies/${body}/mandates`, {
          organisation: who.organisation,
          person: who.person,
          role: 'delegate',
          from: '2026-11-22',
          until: null,
          basis: 'Schreiben des Verbands',
        }),
      )
    await one.goto(`/gremien/${body}`)
    await see(page, /Der Vorsitz für „Freie Wohlfahrtspflege“ wird gewählt/)
    await hand.press(link(one, 'Wahl vorbereiten'))
    await push('Wahl ankündigen')
    await hand.press(inDialog(page).locator('[type=submit]'))
    await page.waitForURL('**/wahlen/**')
    const election = new URL(page.url()).pathname
    await other.goto(election)
    await push('Vorschlagen', other)
    await hand.pick(field('person', other), `Silke Sommer, ${sozialwerk}`)
    await send(other)
    await see(other.page, 'steht zur Wahl')
    await one.goto(election)
    await hand.write(page.getByLabel(/^Vertretene Sitze/), '6')
    await hand.write(page.getByLabel(/^Silke Sommer/), '6')
    await push('Ergebnis eintragen')
    await see(page, 'Silke Sommer ist gewählt')
    await look(one, '07-gewaehlt')
    const witness = await seatOf(stage, theo, { width: hand.width })
    await witness.goto(election)
    await push('Ergebnis bestätigen', witness)
    await see(witness.page, `bestätigt von ${nachbarn}`)
    await other.goto(election)
    await push('Ich nehme die Wahl an', other)
    await see(other.page, /Silke Sommer führt den Vorsitz vom 22.11.2026 bis 21.11.2029/)
    await look(other, '08-angenommen')
    await house.settle()
    const now = await shown()
    assert.deepEqual([now.standing, now.missing], ['constituted', []])
  })

  await step(
    'ein Schlüssel allein setzt die Geschäftsordnung nicht in Kraft; der zweite kommt aus einem anderen Browser',
    async () => {
      const inForce = async () => ok<RulesPage>(await erika.get(`/bodies/${body}/rules`)).inForce?.edition ?? null
      const adopted = async (edition: number) =>
        ok<RulesPage>(await erika.get(`/bodies/${body}/rules`)).editions.find((one) => one.edition === edition)
          ?.adoptedOn !== null
      // The rules of the template came with the agreement; since the seventh signature they hold.
      assert.equal(await inForce(), 1)
      await one.goto(`/gremien/${body}?ansicht=regeln`)
      await push('Neue Fassung vorschlagen')
      await hand.write(inDialog(page).getByLabel('Einladungsfrist in Tagen'), '21')
      await send()
      await push('Diese Fassung freigeben')
      await see(page, 'Die andere steht noch aus')
      assert.equal(await inForce(), 1)
      assert.equal(await adopted(2), false)
      await look(one, '09-ein-schluessel')
      await other.goto(`/gremien/${body}?ansicht=regeln`)
      await push('Diese Fassung freigeben', other)
      // What holds already is replaced from the next day on.
      await see(other.page, 'angenommen, gilt später')
      assert.equal(await adopted(2), true)
      await look(other, '10-zwei-schluessel')
    },
  )

  await step('die erste Frist steht da, für beide Vorsitzende dieselbe, und nennt ihre Klausel', async () => {
    await house.settle()
    const meet = (await duties()).find((duty) => duty.kind === 'meet')
    assert.deepEqual([meet?.needed, meet?.because.clause], [3, '§ 2 Abs. 1 Treffen'])
    for (const seat of [one, other]) {
      await seat.goto('/heute')
      await hand.press(link(seat, meet!.title))
      await seat.page.waitForURL(`**/aufgaben/${meet!.id}`)
      await see(seat.page, '§ 2 Abs. 1 Treffen')
      await see(seat.page, '0 von 3')
      await look(seat, '11-erste-frist')
    }
  })
}
