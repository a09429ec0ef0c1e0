// The stage of the browser stories: a real house with the built web, and real Chromium. A test that needs them gets them fresh.
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { type Caller, type TestHouse, testHouse } from '#apps/testing.ts'
import { webFiles } from '#apps/web-files.ts'

const executablePath =
  process.env.CHROMIUM ??
  ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => existsSync(path),
  ) ??
  'chromium'
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const axePlace = '/axe.min.js'
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

export type Stage = {
  house: TestHouse
  url: string
  browser: Browser /** A browser of one's own: nobody shares cookies with another. */
  person(options?: { width?: number; dark?: boolean }): Promise<Seat>
  seats: Seat[]
}
export type Seat = {
  page: Page
  context: BrowserContext
  goto(path: string): Promise<void>
  axe(): Promise<void>
  picture(name: string): Promise<void>
}

type HouseOptions = NonNullable<Parameters<typeof testHouse>[1]>

/** `boundaries`: with the maps of Oberbayern, built once and kept between the stories. */
export async function openStage(
  t: TestContext,
  { boundaries = false, ...options }: Omit<HouseOptions, 'boundaries'> & { boundaries?: boolean } = {},
): Promise<Stage> {
  const house = await testHouse(t, {
    ...options,
    ...(boundaries ? { boundaries: { keyPrefix: '091', out: join(tmpdir(), 'nahtstelle-stories-boundaries') } } : {}),
    also: async (app, inner) => {
      await options.also?.(app, inner)
      app.get(axePlace, async (_request, reply) =>
        reply.type('text/javascript').header('cache-control', 'public, max-age=3600').send(axeSource),
      )
      await webFiles(app)
    },
  })
  const url = await house.url()
  const browser = await chromium.launch({ executablePath, args: quiet })
  t.after(() => browser.close())
  const seats: Seat[] = []
  const person = async (options?: { width?: number; dark?: boolean }) => {
    const seat = await openSeat(browser, url, options)
    seats.push(seat)
    return seat
  }
  return { house, url, browser, person, seats }
}

export async function openSeat(browser: Browser, url: string, { width = 1440, dark = false } = {}): Promise<Seat> {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 780 : 900 },
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.on('pageerror', (error) => {
    throw error
  })
  return {
    page,
    context,
    async goto(path) {
      await page.goto(`${url}${path}`)
      // The heading of the page and everything under it; a page that has none is there when nothing is loading any more.
      await Promise.race([page.locator('h1').first().waitFor(), page.waitForLoadState('networkidle')]).catch(
        () => undefined,
      )
      await page.locator('main .ns-skeleton').first().waitFor({ state: 'hidden' })
    },
    axe: () => assertAccessible(page),
    async picture(name) {
      const folder = process.env.NAHTSTELLE_PICTURES
      if (!folder) return
      mkdirSync(folder, { recursive: true })
      await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
    },
  }
}

/** No violation of WCAG 2.2 AA or EN 301 549 that axe can find on the page as it stands. */
export async function assertAccessible(page: Page): Promise<void> {
  // Half a megabyte goes to the page once, and the browser keeps it; without a connection it is handed over.
  if (!(await page.evaluate('"axe" in globalThis')))
    await page.addScriptTag({ url: axePlace }).catch(() => page.evaluate(axeSource))
  const found = await page.evaluate(async () => {
    const { axe, document, scrollX, scrollY, scrollTo } = globalThis as unknown as {
      scrollX: number
      scrollY: number
      scrollTo(left: number, top: number): void
      document: { querySelector(selector: string): { style: { position: string } } | null }
      axe: {
        run(context: unknown, options: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
      }
    }
    // What stays in view hides a part of the page wherever it is scrolled to; a message goes by itself. Both are judged, but hide nothing.
    const [left, top] = [scrollX, scrollY]
    scrollTo(0, 0)
    const passing = document.querySelector('.ns-toasts')
    if (passing) passing.style.position = 'static'
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'EN-301-549'],
      resultTypes: ['violations'],
      preload: false,
    })
    if (passing) passing.style.position = ''
    scrollTo(left, top)
    return violations.map(
      (violation) =>
        `${violation.id}: ${violation.nodes
          .map((node) => node.html.slice(0, 160))
          .slice(0, 3)
          .join(' | ')}`,
    )
  })
  assert.deepEqual(found, [], `axe on ${page.url()}`)
}

/** The browser of somebody who is signed in already. */
export async function seatOf(stage: Stage, who: Caller, options?: { width?: number; dark?: boolean }): Promise<Seat> {
  const seat = await stage.person(options)
  const [name, value] = who.cookie.split('=') as [string, string]
  await seat.context.addCookies([{ name, value: decodeURIComponent(value), url: stage.url }])
  return seat
}
