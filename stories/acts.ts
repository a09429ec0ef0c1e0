// What a hand does in a browser, in a few words, and how the stories look at a page: accessible, not too wide, and what the Datenspur says.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { TestContext } from 'node:test'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { pageOf } from '#apps/places.ts'
import type { TestHouse } from '#apps/testing.ts'
import { openPool } from '#kit/db/database.ts'
import { outbox } from '#kit/mail/outbox.ts'
import type { Seat, Stage } from './stage.ts'

type Words = string | RegExp

export const press = (page: Page, name: Words) => page.getByRole('button', { name }).first().click()
export const follow = (page: Page, name: Words) => page.getByRole('link', { name }).first().click()
export const heading = (page: Page, name: Words) => page.getByRole('heading', { level: 1, name }).first().waitFor()
export const fill = (page: Page, label: Words, text: string) => page.getByLabel(label).first().fill(text)
export const see = (page: Page, text: Words) => page.getByText(text).filter({ visible: true }).first().waitFor()
export const inDialog = (page: Page) => page.getByRole('dialog').last()

/** Types into a field that proposes, and takes the proposal. */
export async function choose(page: Page, label: Words, text: string, option: Words) {
  const field = page.getByRole('combobox', { name: label }).first()
  await field.fill(text)
  await page.getByRole('option', { name: option }).first().click()
}

export async function submitDialog(page: Page) {
  const dialog = inDialog(page)
  await dialog.locator('[type=submit]').click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Steps that build on each other: after one that failed, the others say so at once, and every browser is photographed as it stands. */
export function storyOf(t: TestContext, stage?: Stage) {
  let failed: string | null = null
  return (name: string, act: () => Promise<void>) =>
    t.test(name, async () => {
      if (failed) throw new Error(`nicht erreicht, weil vorher „${failed}“ nicht gelang`)
      failed = name
      await act().catch(async (fault: unknown) => {
        for (const [at, seat] of (stage?.seats ?? []).entries())
          await seat.picture(`nicht-gelungen-${at}`).catch(() => undefined)
        throw fault
      })
      failed = null
    })
}

/** The one-time link that the terminal of an empty installation prints. */
export async function firstLink(house: TestHouse): Promise<string> {
  const token = 'first-run-token-of-the-stories-0123456789'
  await house.asOwner((db) =>
    sql`insert into access.first_link (digest, created) values (${createHash('sha256').update(token).digest()}, clock.now())`.execute(
      db,
    ),
  )
  return `/einrichten/${token}`
}

/** The newest mail to this address, as its reader sees it. */
export async function mailTo(house: TestHouse, address: string): Promise<{ subject: string; text: string }> {
  const worker = openPool(house.logins.worker, 1)
  try {
    const [mail] = await outbox(worker, { address: 'http://nahtstelle.example', pageOf }, { to: address })
    assert.ok(mail, `no mail was sent to ${address}`)
    return mail
  } finally {
    await worker.end()
  }
}

export async function invitationOf(house: TestHouse, address: string): Promise<string> {
  const { text } = await mailTo(house, address)
  const link = /\/einladung\/\w+/.exec(text)?.[0]
  assert.ok(link, `the mail to ${address} holds no invitation`)
  assert.match(
    text,
    /Eingetragen sind Sie als: .+, für .+\./,
    'nobody follows a link of which it is not said why it comes',
  )
  return link
}

export async function signIn(seat: Seat, email: string, password: string, to = '/heute') {
  await seat.goto(`/anmelden?zurueck=${encodeURIComponent(to)}`)
  await fill(seat.page, /^E-Mail-Adresse/, email)
  await seat.page.getByLabel('Passwort', { exact: false }).first().fill(password)
  await seat.page.locator('form [type=submit]').first().click()
  await seat.page.waitForURL(`**${to}`)
}

export const pathOf = (page: Page) => {
  const { pathname, search } = new URL(page.url())
  return `${pathname}${search}`
}

/** Looks at a page as it stands: axe, and remembers it for the narrow look. */
export function watcher() {
  const seen = new Map<string, Seat>()
  return {
    seen,
    async look(seat: Seat, picture?: string) {
      await quiet(seat.page)
      await seat.axe()
      if (picture) await seat.picture(picture)
      seen.set(pathOf(seat.page), seat)
    },
  }
}

/** Until nothing is loading any more. */
export async function quiet(page: Page) {
  await page.locator('main [aria-busy=true], main .ns-skeleton').first().waitFor({ state: 'hidden' })
}

/** The same pages on a phone, in the dark: nothing is wider than the screen, and axe has nothing to say. */
export async function onAPhone(
  stage: Stage,
  seen: ReadonlyMap<string, Seat>,
  options: { dark?: boolean; axe?: boolean } = {},
) {
  const phones = new Map<Seat, Seat>()
  // One page of each kind is enough.
  const kinds = new Map(
    [...seen].map(([path, seat]) => [path.replaceAll(/[0-9a-f-]{36}/g, '…'), [path, seat] as const]),
  )
  for (const [path, seat] of kinds.values()) {
    const phone = phones.get(seat) ?? (await stage.person({ width: 360, dark: options.dark ?? false }))
    if (!phones.has(seat)) await phone.context.addCookies(await seat.context.cookies())
    phones.set(seat, phone)
    await phone.goto(path)
    await quiet(phone.page)
    await assertFits(phone.page)
    if (options.axe) await phone.axe()
    await phone.picture(`phone${path.split('?')[0]!.replaceAll('/', '-').slice(0, 24)}`)
  }
}

export async function assertFits(page: Page) {
  const wide = await page.evaluate(`(() => {
    const { scrollWidth } = document.documentElement
    if (scrollWidth <= innerWidth) return ''
    const widest = [...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1).slice(-1)[0]
    return scrollWidth + ' > ' + innerWidth + ': ' + (widest ? widest.outerHTML.slice(0, 160) : '')
  })()`)
  assert.equal(wide, '', `${page.url()} is wider than the screen`)
}

/** What each station of the Datenspur says: its name and whether it has happened. */
export async function stationsOf(seat: Seat, object: string): Promise<Record<string, string>> {
  await seat.goto(`/datenspur/${object}`)
  await seat.page.locator('.ns-ribbon-stages li').first().waitFor()
  const lines = (await seat.page.locator('.ns-ribbon-stages li').allTextContents()).map((line) =>
    line.split(':').map((part) => part.trim()),
  )
  return Object.fromEntries(lines.map(([name, ...state]) => [name, state.join(': ')]))
}

/** The dashed card: what is owed here, and by whom. */
export async function dashed(seat: Seat): Promise<string> {
  const fold = seat.page.locator('.ns-trail__fold--after')
  if ((await fold.count()) > 0) await fold.click()
  return (await seat.page.locator('.ns-station--open').allTextContents()).join(' | ')
}
