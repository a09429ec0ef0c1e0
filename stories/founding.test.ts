// Founding by hand, in the browser, from an empty installation: a body, its second chair, its agreement, and the first duties.
// Follows the texts of the Landkreis München (agreement of 15 May 2017) and of the Bezirk Oberbayern (two equal chairs).
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import test from 'node:test'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import type { TestHouse } from '#apps/testing.ts'
import { testPassword } from '#apps/testing-people.ts'
import { openStage } from './stage.ts'

const token = 'first-run-token-of-the-founding-story-0123'

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first()
const field = (page: Page, label: string) => page.getByLabel(label, { exact: false }).first()

async function linkFor(house: TestHouse, email: string): Promise<string> {
  const { rows } = await house.asOwner((db) =>
    sql<{
      token: string
    }>`select data->>'token' as token from mail.message where address = ${email} order by created desc limit 1`.execute(
      db,
    ),
  )
  return `/einladung/${rows[0]!.token}`
}

test('two partners found a body with two equal chairs, agree, sign, and owe what they agreed', async (t) => {
  const { house, person } = await openStage(t)
  await house.asOwner((db) =>
    sql`insert into access.first_link (digest, created) values (${createHash('sha256').update(token).digest()}, clock.now())`.execute(
      db,
    ),
  )
  const seat = await person()
  const { page } = seat

  await t.test('the first person sets up the installation', async () => {
    await seat.goto(`/einrichten/${token}`)
    await page.locator('[name=organisation]').fill('Landkreis München')
    await page.locator('[name=person]').fill('Ruth Obermaier')
    await page.locator('[name=email]').fill('ruth@landkreis.example')
    await page.locator('[name=password]').fill(testPassword)
    await page.locator('form [type=submit]').click()
    await page.waitForURL('**/heute')
  })

  await t.test('the guided way: mission, two equal chairs, members; who is missing is entered on the way', async () => {
    await seat.goto('/gremien')
    await seat.axe()
    await link(page, 'Gremium gründen').click()
    await field(page, 'Name des Gremiums').fill('Öffentlich-freie Arbeitsgemeinschaft Landkreis München')
    await field(page, 'Kurzname').fill('ARGE ö/f')
    await field(page, 'Auftrag').fill('Gemeinsame Anliegen bündeln und Arbeitsabläufe straffen.')
    await seat.axe()
    await seat.picture('founding-mission')
    await button(page, 'Weiter').click()
    await page.locator('[name=group-0]').fill('Landkreis')
    await page.locator('[name=group-1]').fill('Freie Wohlfahrtspflege')
    await seat.axe()
    await seat.picture('founding-chairs')
    await button(page, 'Weiter').click()
    await button(page, 'Aufnehmen').click()
    await button(page, /Organisation eintragen/).click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('[name=name]').fill('Caritas im Landkreis München')
    await seat.axe()
    await seat.picture('founding-enter')
    await dialog.getByRole('button', { name: 'Eintragen' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await button(page, 'Aufnehmen').click()
    await page.getByRole('row').filter({ hasText: 'Caritas' }).waitFor()
    await seat.axe()
    await seat.picture('founding-members')
    await button(page, 'Weiter').click()
    await seat.axe()
    await seat.picture('founding-check')
    await button(page, 'Gremium gründen').click()
    await page.getByRole('heading', { level: 1, name: /Öffentlich-freie/ }).waitFor()
    await seat.axe()
    await seat.picture('body-new')
  })

  await t.test('both chairs: the own one is filled, the second is invited by mail and signs in', async () => {
    for (const [organisation, name] of [
      ['Landkreis München', null],
      ['Caritas im Landkreis München', 'Severin Haslinger'],
    ] as const) {
      await button(page, 'Vorsitz besetzen').click()
      const dialog = page.getByRole('dialog')
      await dialog.locator('[name=organisation]').selectOption({ label: organisation })
      if (name) {
        await dialog.locator('[name=name]').fill(name)
        await dialog.locator('[name=email]').fill('severin@caritas.example')
      } else await dialog.locator('[name=person]').selectOption({ label: 'Ruth Obermaier' })
      await dialog.locator('[name=basis]').fill(name ? 'Wahl durch die Verbände' : 'Berufung durch den Landkreis')
      await seat.axe()
      await seat.picture(name ? 'chair-second' : 'chair-own')
      await dialog.locator('[type=submit]').click()
      await dialog.waitFor({ state: 'hidden' })
    }
    await page.getByText('Severin Haslinger').first().waitFor()
  })

  const second = await person()
  await t.test('the second chair follows the mail', async () => {
    await second.goto(await linkFor(house, 'severin@caritas.example'))
    await second.page.locator('[name=password]').fill(testPassword)
    await second.page.locator('form [type=submit]').click()
    await second.page.waitForURL('**/heute')
  })

  await t.test('an agreement from a template, offered and signed by both', async () => {
    await link(page, 'Vereinbarung entwerfen').click()
    await page.getByRole('heading', { level: 1, name: 'Vereinbarung entwerfen' }).waitFor()
    await seat.axe()
    await seat.picture('agreement-new')
    await button(page, 'Entwurf speichern').click()
    await button(page, 'Zur Unterschrift geben').click()
    await button(page, 'Unterschreiben').waitFor()
    await seat.axe()
    await button(page, 'Unterschreiben').click()
    await page.locator('[name=place]').fill('München')
    await page.locator('[name=capacity]').fill('Landrat')
    await seat.axe()
    await seat.picture('agreement-sign')
    await page.getByRole('dialog').locator('[type=submit]').click()
    await page.getByText('1 von 2 Parteien haben unterschrieben').first().waitFor()
    await seat.picture('agreement-half')
    await second.goto(new URL(page.url()).pathname)
    await button(second.page, 'Unterschreiben').click()
    await second.page.locator('[name=place]').fill('Unterhaching')
    await second.page.locator('[name=capacity]').fill('Geschäftsführung')
    await second.page.getByRole('dialog').locator('[type=submit]').click()
    await second.page.getByText('in Kraft', { exact: true }).first().waitFor()
    await house.settle()
  })

  await t.test(
    'the first duty stands on the page of the agreement, of the body, and in the worklist of both chairs',
    async () => {
      await page.reload()
      await page
        .getByText(/Treffen .*mindestens zwei Sitzungen/)
        .first()
        .waitFor()
      await seat.axe()
      await seat.picture('agreement-in-force')
      for (const one of [seat, second]) {
        await one.goto('/heute')
        await one.page
          .getByText(/Treffen .*mindestens zwei Sitzungen/)
          .first()
          .waitFor()
      }
      await second.goto('/gremien')
      await second.page.getByText('konstituiert').first().waitFor()
      await second.picture('bodies')
      await link(second.page, /Öffentlich-freie/).click()
      await second.page.getByRole('heading', { level: 1, name: /Öffentlich-freie/ }).waitFor()
      await second.axe()
      await second.picture('body-constituted')
      await link(second.page, 'Caritas im Landkreis München').click()
      await second.page.getByRole('heading', { level: 1, name: 'Caritas im Landkreis München' }).waitFor()
      await second.page.getByText('Severin Haslinger').first().waitFor()
      await second.axe()
      await second.picture('organisation-page')
      await button(second.page, 'Person einladen').click()
      await second.axe()
      await second.picture('organisation-invite')
      await second.page.goBack()
      await second.page.getByRole('heading', { level: 1, name: /Öffentlich-freie/ }).waitFor()
    },
  )

  await t.test('on a phone and in the dark the pages hold', async () => {
    for (const [name, options] of [
      ['phone', { width: 360 }],
      ['dark', { dark: true }],
    ] as const) {
      const other = await person(options)
      await other.context.addCookies(await seat.context.cookies())
      for (const path of ['/gremien', '/netzwerk', new URL(second.page.url()).pathname]) {
        await other.goto(path)
        await other.axe()
        const wide = await other.page.evaluate(
          'document.documentElement.scrollWidth > document.documentElement.clientWidth',
        )
        assert.equal(wide, false, `${path} is wider than the ${name}`)
        await other.picture(`${name}${path.replaceAll('/', '-').slice(0, 12)}`)
      }
    }
  })
})
