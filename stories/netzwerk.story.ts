// The network by hand in the browser: its map by keyboard, who is missing, and a page that everybody reads without signing in.
import assert from 'node:assert/strict'
import test from 'node:test'
import { addPerson, ok } from '#apps/testing-people.ts'
import { argeHouse } from '#areas/planning/testing.ts'
import {
  assertFits,
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

const name = 'Öffentlich-freie Arbeitsgemeinschaft Landkreis München'

test('Netzwerk, Vollständigkeit und öffentliche Seite', { timeout: 300_000 }, async (t) => {
  const stage = await openStage(t)
  const { house } = stage
  const { erika, severin, gabriele, body, organisation } = await argeHouse(t, { house, figures: false })
  const caritas = organisation('Caritas im Landkreis München')
  const ruth = await seatOf(stage, erika)
  const { page } = ruth
  const { look, seen } = watcher()
  const step = storyOf(t, stage)
  /** Who is seen without signing in has a deputy, so that somebody always answers. */
  const publicContact = async (email: string) => {
    const deputy = await addPerson(house, erika, { name: 'Vera Vertretung', roles: ['staff'] })
    const path = `/organisations/${erika.organisation}`
    const { revision } = ok<{ head: { revision: number } }>(await erika.get(path)).head
    ok(
      await erika.put(`${path}/contact`, revision, {
        person: erika.person,
        deputy: deputy.person,
        email,
        audience: 'public',
      }),
    )
  }

  await step(
    'die Karte der Beziehungen lässt sich mit der Tastatur begehen, und die Tabelle sagt dasselbe (C16)',
    async () => {
      await ruth.goto('/netzwerk/karte')
      await heading(page, 'Beziehungen im Netzwerk')
      const points = page.locator('.ns-network [role=button]')
      await points.first().waitFor()
      assert.equal(await points.count(), 8, 'sieben Organisationen und ein Gremium')
      // One stop for the tabulator, the rest by arrow keys.
      assert.equal(await page.locator('.ns-network [role=button][tabindex="0"]').count(), 1)
      await page.locator('.ns-network [role=button][tabindex="0"]').focus()
      const visited = new Set<string>()
      const label = () => page.evaluate(`document.activeElement?.getAttribute('aria-label') ?? ''`) as Promise<string>
      for (const key of [
        'Home',
        ...'ArrowRight ArrowDown ArrowLeft ArrowUp ArrowUp ArrowRight ArrowRight ArrowDown'.split(' '),
        'End',
      ]) {
        await page.keyboard.press(key)
        visited.add(await label())
      }
      assert.ok(visited.size >= 4, [...visited].join(' | '))
      assert.match(await label(), /Arbeitsgemeinschaft Landkreis München\): 7 Mitglieder/)
      await page.keyboard.press('Enter')
      await page.waitForURL(`**/netzwerk/karte?wahl=${body}`)
      await page.getByRole('button', { name: 'Caritas im Landkreis München' }).last().click()
      await page.waitForURL(`**wahl=${caritas}`)
      await look(ruth, 'netzwerk-karte')
      await page.keyboard.press('Escape')
      await press(page, 'Als Tabelle')
      for (const { organisation: one } of [
        { organisation: 'Caritas im Landkreis München' },
        { organisation: 'Landkreis München' },
      ])
        await page.getByRole('rowheader', { name: one }).first().waitFor()
      await ruth.axe()
    },
  )

  await step(
    'zum Thema des Gremiums steht da, welcher Akteur und welcher Fachbereich noch fehlt (C01, C02, D16)',
    async () => {
      await ruth.goto(`/gremien/${body}?ansicht=mitglieder`)
      await press(page, 'Themen angeben')
      await inDialog(page).getByLabel('Jugend', { exact: true }).check()
      await submitDialog(page)
      await see(page, /Akteure, die üblicherweise dazugehören, fehlen/)
      await see(page, 'Jugendamt')
      await see(page, /Für „Jugend“ fehlt auf der öffentlichen Seite noch ein Fachbereich/)
      await look(ruth, 'netzwerk-wer-fehlt')
    },
  )

  await step('wer noch nicht gesagt hat, was er einbringt, wird danach gefragt (D17)', async () => {
    const awo = await seatOf(stage, gabriele)
    await awo.goto(`/gremien/${body}?ansicht=mitglieder`)
    await see(awo.page, 'Ihr Beitrag steht noch aus: Was bringt Ihre Organisation ein?')
    await press(awo.page, 'Beitrag angeben')
    await inDialog(awo.page).locator('textarea').fill('Zwölf Beratungsstellen im Landkreis')
    await submitDialog(awo.page)
    await see(awo.page, 'Zwölf Beratungsstellen im Landkreis')
    await awo.axe()
  })

  await step('die öffentliche Seite entsteht erst mit beiden Vorsitzenden (A33)', async () => {
    await publicContact('sozialplanung@landkreis.example')
    const visitor = await stage.person()
    await visitor.goto('/oeffentlich')
    await see(visitor.page, 'Noch zeigt sich hier kein Gremium')
    await visitor.axe()
    await ruth.goto(`/gremien/${body}?ansicht=oeffentlich`)
    await press(page, 'Seite vorbereiten')
    await fill(page, /^Einleitung/, 'Hier planen der Landkreis und sechs Verbände gemeinsam, wer welche Hilfe bekommt.')
    await inDialog(page).locator('[name=agreement]').selectOption({ index: 1 })
    await ruth.axe()
    await submitDialog(page)
    await see(page, 'Fassung 1 wartet auf die Freigabe.')
    await press(page, 'Diese Fassung freigeben')
    await see(page, /steht noch aus/)
    await look(ruth, 'netzwerk-oeffentlich-vorbereiten')
    await visitor.goto(`/oeffentlich/gremien/${body}`)
    await heading(visitor.page, 'Diese Seite ist nicht öffentlich')
    const second = await seatOf(stage, severin)
    await second.goto(`/gremien/${body}?ansicht=oeffentlich`)
    await press(second.page, 'Diese Fassung freigeben')
    await see(second.page, 'Öffentlich zu sehen ist Fassung 1.')
    await visitor.goto('/oeffentlich')
    await follow(visitor.page, name)
    await heading(visitor.page, name)
    await see(visitor.page, 'Stabsstelle Sozialplanung')
    await see(visitor.page, /Die Arbeitsgemeinschaft trifft sich mindestens zweimal jährlich/)
    await see(visitor.page, 'sozialplanung@landkreis.example')
    await visitor.axe()
    await visitor.picture('netzwerk-oeffentlich')
    const phone = await stage.person({ width: 360 })
    await phone.goto(`/oeffentlich/gremien/${body}`)
    await heading(phone.page, name)
    await assertFits(phone.page)
    await phone.axe()
    await phone.picture('netzwerk-oeffentlich-phone')
  })

  await step('zieht ein Vorsitz die Seite zurück, ist sie sofort weg', async () => {
    await ruth.goto(`/gremien/${body}?ansicht=oeffentlich`)
    await press(page, 'Sofort zurückziehen')
    await fill(page, /^Grund/, 'Wird überarbeitet')
    await submitDialog(page)
    await see(page, 'Zurzeit ist nichts öffentlich.')
    const visitor = await stage.person()
    await visitor.goto(`/oeffentlich/gremien/${body}`)
    await heading(visitor.page, 'Diese Seite ist nicht öffentlich')
  })

  await step('die Gremien des Gebiets stehen mit Themen und Sitzungen nebeneinander (C16)', async () => {
    await ruth.goto('/netzwerk/gremien?gebiet=09184')
    await heading(page, 'Gremien des Gebiets')
    await see(page, name)
    await look(ruth, 'netzwerk-gremien')
  })

  await step('alles passt auf ein Telefon', () => onAPhone(stage, seen, { axe: true }))
})
