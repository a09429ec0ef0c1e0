// A chair is elected by show of hands in real Chromium: with the mouse, with the keyboard alone, and on a phone in the meeting room.
import assert from 'node:assert/strict'
import test from 'node:test'
import { addPerson, foundBody, ok } from '#apps/testing-people.ts'
import type { Body } from '#areas/cooperation/contract.ts'
import { bagOberbayern } from '#areas/cooperation/fixtures/bag-oberbayern.ts'
import { assertFits, inDialog, press, quiet, see, storyOf, submitDialog } from './acts.ts'
import { openStage, type Seat, seatOf } from './stage.ts'

/** Goes with the Tab key until this has the focus, as somebody without a mouse does. */
async function tabTo(seat: Seat, name: RegExp) {
  for (let at = 0; at < 80; at += 1) {
    await seat.page.keyboard.press('Tab')
    const text = await seat.page.evaluate(
      `(() => { const one = document.activeElement; return (one?.labels?.[0]?.textContent ?? '') + ' ' + (one?.textContent ?? '') })()`,
    )
    if (name.test(String(text))) return
  }
  assert.fail(`the Tab key never reaches ${name}`)
}

test('Ein Vorsitz wird durch Handzeichen gewählt', { timeout: 240_000 }, async (t) => {
  const stage = await openStage(t)
  const { house } = stage
  const { founder, body, organisation } = await foundBody(house, bagOberbayern)
  const delegate = (name: string, of: string) =>
    addPerson(house, founder, {
      name,
      organisation: organisation(of),
      roles: ['planner'],
      body: { id: body, role: 'delegate' },
    })
  const hanna = await delegate('Hanna Ebersberger', 'Landkreis Ebersberg')
  const theo = await delegate('Theo Dachauer', 'Landkreis Dachau')
  const office = await seatOf(stage, founder)
  const step = storyOf(t, stage)
  let path = ''

  await step('mit der Maus: Die Geschäftsstelle kündigt die Wahl an (B26)', async () => {
    await office.goto(`/gremien/${body}?ansicht=wahlen`)
    await see(office.page, 'Dieser Vorsitz wird von seiner Organisation berufen.')
    await office.axe()
    await office.picture('wahl-gremium')
    await press(office.page, 'Wahl ankündigen')
    await submitDialog(office.page)
    await office.page.waitForURL('**/wahlen/**')
    path = new URL(office.page.url()).pathname
    await see(office.page, 'Noch niemand ist vorgeschlagen.')
    await office.axe()
  })

  await step('am Telefon: Zwei stellen sich zur Wahl, jede und jeder für sich', async () => {
    for (const who of [hanna, theo]) {
      const phone = await seatOf(stage, who, { width: 360 })
      await phone.goto(path)
      await press(phone.page, 'Vorschlagen')
      await inDialog(phone.page)
        .getByLabel('Person')
        .selectOption({ label: `${who.name}, ${who === hanna ? 'Landkreis Ebersberg' : 'Landkreis Dachau'}` })
      await submitDialog(phone.page)
      await see(phone.page, 'steht zur Wahl')
      await assertFits(phone.page)
      await phone.axe()
      await phone.picture('wahl-telefon-vorschlag')
    }
  })

  await step('mit der Tastatur allein: Das Ergebnis wird eingetragen', async () => {
    await office.goto(path)
    await quiet(office.page)
    const type = async (name: RegExp, text: string) => {
      await tabTo(office, name)
      await office.page.keyboard.press('Control+A')
      await office.page.keyboard.type(text)
    }
    await type(/^Vertretene Sitze/, '20')
    await type(/^Hanna Ebersberger/, '12')
    await type(/^Theo Dachauer/, '9')
    await tabTo(office, /Ergebnis eintragen$/)
    await office.page.keyboard.press('Enter')
    await see(office.page, /Zusammen sind es 21 Stimmen, vertreten waren 20 Sitze/)
    await office.goto(path)
    await type(/^Vertretene Sitze/, '20')
    await type(/^Hanna Ebersberger/, '12')
    await type(/^Theo Dachauer/, '8')
    await tabTo(office, /Ergebnis eintragen$/)
    await office.page.keyboard.press('Enter')
    await see(office.page, 'Hanna Ebersberger ist gewählt')
    await office.axe()
    await office.picture('wahl-ergebnis')
  })

  await step(
    'am Telefon: Ein anderer bestätigt die Auszählung, die Gewählte nimmt an; danach führt sie den Vorsitz',
    async () => {
      const witness = await seatOf(stage, theo, { width: 360 })
      await witness.goto(path)
      await press(witness.page, 'Ergebnis bestätigen')
      await see(witness.page, 'bestätigt von Landkreis Dachau')
      const phone = await seatOf(stage, hanna, { width: 360 })
      await phone.goto(path)
      await assertFits(phone.page)
      await press(phone.page, 'Ich nehme die Wahl an')
      await see(phone.page, /Hanna Ebersberger führt den Vorsitz vom 22.11.2026 bis 21.11.2029/)
      await phone.axe()
      await phone.picture('wahl-telefon-angenommen')
      const chairs = ok<Body>(await founder.get(`/bodies/${body}`)).people.filter((one) => one.role === 'chair')
      assert.deepEqual(
        chairs.map((one) => [one.person.title, one.basis]),
        [['Hanna Ebersberger', 'Wahl vom 22.11.2026']],
      )
    },
  )

  await step('die Wahlniederschrift lässt sich drucken und hat Platz für Unterschriften', async () => {
    await office.goto(`${path}/niederschrift`)
    await see(office.page, 'Gewählt ist Hanna Ebersberger, Landkreis Ebersberg.')
    await see(office.page, 'Ort, Tag, Unterschrift')
    await office.axe()
    await office.picture('wahl-niederschrift')
  })
})
