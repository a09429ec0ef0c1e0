// Founding a body with the guided way, by mouse, by keyboard only and on a phone; and what follows: the first duty, a working group on its own page.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { addOrganisation, addPerson, founders, ok } from '#apps/testing-people.ts'
import type { Body } from '#areas/cooperation/contract.ts'
import type { Duty } from '#kit/duties/contract.ts'
import {
  assertFits,
  choose,
  fill,
  heading,
  inDialog,
  onAPhone,
  press,
  quiet,
  see,
  storyOf,
  submitDialog,
  watcher,
} from './acts.ts'
import { openStage, type Seat, seatOf } from './stage.ts'

const partner = 'Jobcenter Beispielstadt (Beispiel)'
const association = 'Sozialwerk Beispielstadt (Beispiel)'

test('ein Gremium gründen, mit der Maus, nur mit der Tastatur und am Telefon', { timeout: 300_000 }, async (t) => {
  const stage = await openStage(t)
  const { house } = stage
  const erika = await founders(house)
  const jobcenter = await addOrganisation(erika, partner, { kind: 'authority', side: 'public' })
  const jonas = await addPerson(house, erika, {
    name: 'Jonas Beispiel',
    organisation: jobcenter,
    roles: ['admin', 'head'],
  })
  await addOrganisation(erika, association, { kind: 'association', side: 'free' })
  const mouse = await seatOf(stage, erika)
  const { look, seen } = watcher()
  const step = storyOf(t, stage)
  const bodyOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1)!
  let body = ''

  await step(
    '„Mitarbeiter zweier Fachbereiche“: Zwei Partner gründen mit der Vorlage in unter zwei Minuten (E02)',
    async () => {
      const { page } = mouse
      await page.addInitScript(countEffort)
      await mouse.goto('/gremien/neu')
      await page.getByLabel('Vorlage').selectOption({ label: 'Kleine Zusammenarbeit' })
      await fill(page, /^Name des Gremiums/, 'Jobcenter und Jugendamt (Beispiel)')
      await fill(page, /^Kurzname/, 'JC/JA')
      await look(mouse, 'gruendung-01-auftrag')
      await press(page, 'Weiter')
      await press(page, 'Weiter')
      await press(page, 'Aufnehmen')
      await press(page, 'Liste von Namen einfügen')
      await inDialog(page)
        .getByLabel(/^Namen/)
        .fill(`- ${partner.toUpperCase()}\n- Noch unbekannter Verein\n`)
      await mouse.axe()
      await submitList(page)
      await see(page, 'Noch unbekannter Verein')
      await mouse.axe()
      await inDialog(page).getByRole('button', { name: 'Fertig' }).click()
      await page.getByRole('row').filter({ hasText: partner }).waitFor()
      await look(mouse, 'gruendung-02-mitglieder')
      // The draft survives closing the browser: it is kept on the server.
      await see(page, /Gespeichert\. Sie können auf jedem Gerät weitermachen/)
      await page.reload()
      await page.getByRole('row').filter({ hasText: partner }).waitFor()
      await press(page, 'Weiter')
      await page
        .locator('[name=organisation-0]')
        .selectOption({ label: erika.organisation ? 'Landkreis Beispielstadt (Beispiel)' : '' })
      await page.locator('[name=person-0]').selectOption({ label: 'Erika Muster' })
      await look(mouse, 'gruendung-03-vorsitz')
      await press(page, 'Weiter')
      await see(page, /mindestens einmal im Jahr/)
      await look(mouse, 'gruendung-04-vereinbarung')
      await press(page, 'Weiter')
      await press(page, 'Weiter')
      await press(page, 'Weiter')
      await see(page, /gleich zur Unterschrift/)
      await look(mouse, 'gruendung-05-pruefen')
      await press(page, 'Gremium gründen')
      await heading(page, /Jobcenter und Jugendamt .*ist gegründet/)
      await look(mouse, 'gruendung-05b-gegruendet')
      await page.getByRole('link', { name: 'Zum Gremium' }).click()
      await heading(page, /Jobcenter und Jugendamt \(Beispiel\)$/)
      // Card, Moran and Newell's keystroke-level model: pointing, pressing and thinking 2.65 s for each click, 0.28 s for each sign.
      const { clicks, signs } = await effort(page)
      assert.ok(clicks > 5 && signs > 20, 'the hand is counted')
      assert.ok(clicks * 2.65 + signs * 0.28 < 120, `${clicks} clicks and ${signs} signs`)
      body = bodyOf(page)
      await see(page, 'Als Nächstes: Unterschriften einholen')
      await look(mouse, 'gruendung-06-gremium')
    },
  )

  await step(
    'nach den Unterschriften ist es ohne Umweg konstituiert, und die erste Frist steht da (B02, A33)',
    async () => {
      const [agreement] = ok<Body>(await erika.get(`/bodies/${body}`)).agreements
      const signature = { edition: 1, day: '2026-11-22', place: 'Beispielstadt', capacity: 'Leitung' }
      for (const one of [erika, jonas]) ok(await one.post(`/agreements/${agreement!.id}/signatures`, signature))
      await house.settle()
      assert.equal(ok<Body>(await erika.get(`/bodies/${body}`)).standing, 'constituted')
      const [duty] = ok<{ duties: Duty[] }>(await erika.get(`/duties?body=${body}`)).duties
      assert.deepEqual([duty?.kind, duty?.because.clause], ['meet', '§ 1 Treffen'])
      await mouse.goto(`/gremien/${body}`)
      await see(mouse.page, 'konstituiert')
      await see(mouse.page, duty!.title)
      await see(mouse.page, /Als Nächstes: Erste Sitzung planen/)
      await see(mouse.page, /Absprache über die Zusammenarbeit, in Kraft seit 22\. November 2026/)
      await look(mouse, 'gruendung-07-konstituiert')
    },
  )

  await step('nur mit der Tastatur: Vorlage, Name, Mitglieder, gründen', async () => {
    const keys = await seatOf(stage, erika)
    const { page } = keys
    await keys.goto('/gremien/neu')
    const to = async (name: RegExp | string, role: 'textbox' | 'button' | 'combobox' = 'textbox') => {
      const target = page.getByRole(role, { name }).first()
      for (let tries = 0; tries < 80; tries += 1) {
        if (
          await target.evaluate(
            (one) =>
              one === (one as unknown as { ownerDocument: { activeElement: unknown } }).ownerDocument.activeElement,
          )
        )
          return
        await page.keyboard.press('Tab')
      }
      throw new Error(`the keyboard does not reach ${name}`)
    }
    const type = async (name: RegExp | string, text: string) => {
      await to(name)
      await page.keyboard.type(text)
    }
    const push = async (name: string) => {
      await to(name, 'button')
      await page.keyboard.press('Enter')
    }
    await to(/^Vorlage/, 'combobox')
    await page.keyboard.type('Kleine')
    await type(/^Name des Gremiums/, 'Runde der Tastatur (Beispiel)')
    await type(/^Kurzname/, 'Runde')
    await push('Weiter')
    await page.getByLabel('Ein Vorsitz').waitFor()
    await push('Weiter')
    await push('Aufnehmen')
    await page.getByRole('row').filter({ hasText: 'Landkreis Beispielstadt' }).waitFor()
    await push('Weiter')
    await see(page, /Wer neu ist/)
    await push('Weiter')
    await see(page, /Aus den Klauseln entstehen/)
    await push('Weiter')
    await see(page, /Geschäftsordnung sagt/)
    await push('Weiter')
    await see(page, /In der Gründungssitzung kommt/)
    await push('Weiter')
    await push('Gremium gründen')
    await heading(page, 'Runde der Tastatur (Beispiel) ist gegründet')
    await keys.axe()
  })

  await step('am Telefon: eine Arbeitsgemeinschaft öffentlich-frei mit zwei Vorsitzenden', async () => {
    const phone = await seatOf(stage, erika, { width: 360 })
    const { page } = phone
    const fits = async () => {
      await quiet(page)
      await assertFits(page)
      // The bar at the foot of a phone covers what scrolling reaches; axe would take that for a small target.
      await page.setViewportSize({ width: 360, height: 3000 })
      await phone.axe()
      await page.setViewportSize({ width: 360, height: 780 })
    }
    await phone.goto('/gremien/neu')
    await page.getByLabel('Vorlage').selectOption({ label: 'Arbeitsgemeinschaft öffentlich-frei' })
    await fill(page, /^Name des Gremiums/, 'ARGE Beispielstadt (Beispiel)')
    await fill(page, /^Kurzname/, 'ARGE')
    await fits()
    await press(page, 'Weiter')
    await fits()
    await press(page, 'Weiter')
    await press(page, 'Aufnehmen')
    await choose(page, /^Organisation/, 'Sozialwerk', new RegExp(association.replace(/[()]/g, '\\$&')))
    await press(page, 'Aufnehmen')
    await see(page, association)
    await fits()
    await press(page, 'Weiter')
    await page.locator('[name=organisation-0]').selectOption({ index: 1 })
    await page.locator('[name=person-0]').selectOption({ label: 'Erika Muster' })
    await page.locator('[name=organisation-1]').selectOption({ index: 1 })
    await page.locator('[name=name-1]').fill('Silke Sozialwerk')
    await page.locator('[name=email-1]').fill('silke@example.org')
    await fits()
    await phone.picture('gruendung-08-telefon')
    await press(page, 'Weiter')
    await fits()
    await phone.picture('gruendung-08-telefon-vereinbarung')
    await press(page, 'Weiter')
    await fits()
    await phone.picture('gruendung-08-telefon-regeln')
    await press(page, 'Weiter')
    // Nothing is planned without a day; what is missing is said, and the plan can wait.
    await press(page, 'Weiter')
    await see(page, /entfernen Sie oben das Häkchen/)
    await fits()
    await phone.picture('gruendung-08-telefon-sitzung')
    await page.getByLabel('Gründungssitzung gleich planen').uncheck()
    await press(page, 'Weiter')
    await fits()
    await press(page, 'Gremium gründen')
    await heading(page, /ARGE Beispielstadt .*ist gegründet/)
    await fits()
    await phone.picture('gruendung-08-telefon-gegruendet')
    await page.getByRole('link', { name: 'Zum Gremium' }).click()
    await heading(page, /ARGE Beispielstadt \(Beispiel\)$/)
    body = bodyOf(page)
    const shown = ok<Body>(await erika.get(`/bodies/${body}`))
    assert.deepEqual(
      [shown.people.filter((one) => one.role === 'chair').length, shown.agreements[0]?.state, shown.missing],
      [2, 'offered', ['signatures']],
    )
    await fits()
  })

  await step(
    '„zeitlich begrenzte Arbeitskreise“: einsetzen, freigeben, eröffnen, auf der eigenen Seite berichten (A25)',
    async () => {
      await workingGroup(stage.house, mouse, body)
    },
  )

  await step('die Seiten passen auf ein Telefon, auch im Dunkeln', async () => {
    await onAPhone(stage, seen, { dark: true, axe: true })
  })

  async function workingGroup(_: unknown, seat: Seat, parent: string) {
    const { page } = seat
    const { redeem } = await import('#apps/testing-people.ts')
    await redeem(house, 'silke@example.org')
    const silke = await house.signIn('silke@example.org', { password: 'nahtstelle-test' })
    await seat.goto(`/gremien/${parent}?ansicht=arbeitsgruppen`)
    await see(page, 'Noch keine Arbeitsgruppe')
    await look(seat, 'gruppe-01-leer')
    await page.getByRole('link', { name: 'Arbeitsgruppe einsetzen' }).click()
    await fill(page, /^Name der Gruppe/, 'Arbeitskreis Fachkräfte (Beispiel)')
    await fill(page, /^Kurzname/, 'AK Fachkräfte')
    await fill(page, /^Auftrag/, 'Vorschläge gegen den Mangel an Fachkräften')
    await fill(page, /^Erwartetes Ergebnis/, 'Bericht mit drei Vorschlägen')
    await page.locator('[name=lead]').selectOption({ label: 'Landkreis Beispielstadt (Beispiel)' })
    await page.locator('[name=leader]').selectOption({ label: 'Erika Muster' })
    await choose(page, /^Weitere Organisation/, 'Jobcenter', /Jobcenter/)
    await press(page, 'als Gast')
    await look(seat, 'gruppe-02-auftrag')
    await press(page, 'Zur Freigabe geben')
    await heading(page, 'Arbeitskreis Fachkräfte (Beispiel)')
    await see(page, 'wartet auf Freigabe')
    const mandate = bodyOf(page)
    await press(page, 'Diese Fassung freigeben')
    await see(page, 'Die andere steht noch aus')
    assert.equal(await page.getByRole('button', { name: 'Gruppe eröffnen' }).count(), 0, 'one key opens nothing')
    await look(seat, 'gruppe-03-eine-freigabe')
    ok(await silke.post('/releases', { object: mandate, edition: 1 }))
    await seat.goto(`/arbeitsgruppen/${mandate}`)
    await press(page, 'Gruppe eröffnen')
    await see(page, 'Auf Zeit eingesetzt')
    await house.settle()
    await press(page, 'Bericht abgeben')
    await inDialog(page)
      .getByLabel(/^Bericht an das Gremium/)
      .fill('Ein erster Vorschlag liegt vor.')
    await seat.axe()
    await submitDialog(page)
    await see(page, 'Ein erster Vorschlag liegt vor.')
    await look(seat, 'gruppe-04-seite')
    await seat.goto(`/gremien/${parent}?ansicht=arbeitsgruppen`)
    await see(page, 'Arbeitskreis Fachkräfte (Beispiel)')
    await look(seat, 'gruppe-05-liste')
  }
})

async function submitList(page: Page) {
  await inDialog(page).getByRole('button', { name: 'Übernehmen' }).click()
}

/** Counts what a hand does on the page: presses, choices, and signs that are typed; the list of names is pasted. */
const countEffort = `
  const add = (name, by) => sessionStorage.setItem(name, String(Number(sessionStorage.getItem(name) ?? 0) + by))
  addEventListener('click', (event) => event.detail > 0 && add('clicks', 1), true)
  addEventListener('change', (event) => event.target.tagName === 'SELECT' && add('clicks', 2), true)
  addEventListener('input', (event) => event.target.matches('input:not([type=checkbox], [type=radio], [type=search])') && add('signs', event.target.value.length), true)
`
const effort = (page: Page) =>
  page.evaluate<{ clicks: number; signs: number }>(
    `({ clicks: Number(sessionStorage.getItem('clicks')), signs: Number(sessionStorage.getItem('signs')) })`,
  )
