// The example as a visitor meets it: built as its persons, walked along its tour, through both doors and every page of the navigation.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { inflateRawSync } from 'node:zlib'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { buildDemo, demoRoutes } from '#apps/demo/demo.ts'
import { assertFits, onAPhone, pathOf, press, quiet, see, storyOf, watcher } from './acts.ts'
import { openStage, type Seat } from './stage.ts'

const places = [
  '/heute',
  '/gremien',
  '/sitzungen',
  '/zahlen',
  '/zahlen/lieferungen',
  '/zahlen/tabellen',
  '/bedarfe',
  '/angebote',
  '/netzwerk',
  '/einstellungen',
  '/datenschutz',
  '/neu',
]
const differs = ['/heute', '/zahlen/lieferungen', '/bedarfe']

test('das Beispiel Oberbayern, wie ein Besuch es sieht', { timeout: 480_000 }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'nst-oberbayern-'))
  const memory = join(folder, 'demo.json')
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const stage = await openStage(t, { demo: true, boundaries: true, also: async (app) => demoRoutes(app, memory) })
  const { house } = stage
  const firstLink = 'first-link-of-the-oberbayern-story-0123456789'
  await house.asOwner((db) =>
    sql`insert into access.first_link (digest, created) values (${createHash('sha256').update(firstLink).digest()}, clock.now())`.execute(
      db,
    ),
  )
  await buildDemo({
    owner: house.logins.owner,
    worker: house.logins.worker,
    open: house,
    chores: house.worker,
    firstLink,
    memory,
    say: () => undefined,
  })
  const step = storyOf(t, stage)
  const { look, seen } = watcher()
  const enter = async (name: RegExp): Promise<Seat> => {
    const seat = await stage.person()
    await seat.goto('/anmelden')
    await press(seat.page, name)
    await seat.page.waitForURL((url) => !url.pathname.startsWith('/anmelden'))
    await quiet(seat.page)
    return seat
  }

  await step('der Rundgang führt in acht Schritten über die echten Seiten', async () => {
    const seat = await stage.person()
    const { page } = seat
    await seat.goto('/anmelden')
    await see(page, 'Nur drei Minuten Zeit?')
    await seat.axe()
    await seat.picture('oberbayern-anmelden')
    await press(page, 'Rundgang beginnen')
    const tour = page.getByRole('complementary', { name: 'Rundgang' })
    for (let at = 1; at <= 8; at += 1) {
      await tour.getByText(`Schritt ${at} von 8`).waitFor()
      await quiet(page)
      assert.equal(await page.getByText('Diese Seite gibt es nicht').count(), 0)
      assert.equal(await page.getByText('Das gibt es hier nicht').count(), 0)
      await look(seat, `oberbayern-rundgang-${at}`)
      if (at < 8) await tour.getByRole('button', { name: 'Weiter' }).click()
    }
    assert.match(pathOf(page), /^\/datenspur\//)
    await see(page, 'Der ganze Weg ist gegangen.')
    await see(page, 'erfundener Ablauf')
    await tour.getByRole('button', { name: 'Fertig' }).click()

    // On paper the way is a list.
    await page.emulateMedia({ media: 'print' })
    assert.ok(await page.locator('.ns-trail-list').isVisible(), 'the printed Datenspur is the list')
    assert.equal(await page.locator('nav').first().isVisible(), false)
    assert.ok((await page.locator('.ns-trail-list').textContent())!.includes('erfundener Ablauf'))
    await page.emulateMedia({ media: 'screen' })
  })

  await step('die Tür der Landrätin: eine Frage, die Antwort und die Beschlussvorlage als Word', async () => {
    const seat = await enter(/Als Landrätin oder Landrat ansehen/)
    const { page } = seat
    await page.getByRole('heading', { level: 1, name: 'Reicht die Tagespflege im Norden?' }).waitFor()
    await see(page, 'Wie sicher ist das?')
    await look(seat, 'oberbayern-tuer-landrat')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Beschlussvorlage als Word' }).click(),
    ])
    assert.match(download.suggestedFilename(), /\.docx$/)
    const parts: Buffer[] = []
    for await (const part of await download.createReadStream()) parts.push(part as Buffer)
    const file = Buffer.concat(parts)
    const text = partOf(file, 'word/document.xml')
    assert.ok(partOf(file, '[Content_Types].xml').includes('wordprocessingml.document'))
    assert.ok(/Tagespflege/.test(text) && /Kreistag/.test(text))
    const everything = ['word/document.xml', 'word/header1.xml', 'word/footer1.xml']
      .map((name) => partOf(file, name, ''))
      .join('')
    assert.ok(everything.includes('erfundener Ablauf'), 'the printed proposal says that it is invented')
  })

  await step('die Tür der Geschäftsführung: was das Haus verließ, wer es nutzte, wer wem etwas schuldet', async () => {
    const seat = await enter(/Als Geschäftsführung eines Verbands ansehen/)
    await seat.page.getByRole('heading', { level: 1 }).waitFor()
    for (const title of [
      'Was unser Haus verlassen hat',
      'Was bei uns geblieben ist',
      'Wer wem noch etwas schuldet',
      'Wo wir uns geeinigt haben',
    ])
      await see(seat.page, title)
    await look(seat, 'oberbayern-tuer-verband')
  })

  await step(
    'jede Seite der Navigation trägt für drei Personen, am Bildschirm wie dunkel auf dem Telefon',
    async () => {
      for (const [at, name] of [/^Theresa Lindner/, /^Georg Stadlmair/, /^Florian Beispiel/].entries()) {
        const seat = await enter(name)
        for (const path of places) {
          await seat.goto(path)
          await seat.page.locator('h1').first().waitFor()
          // The first person's pages are looked at by axe, and what is different for the others.
          if (at === 0 || differs.includes(path))
            await look(seat, at === 0 ? `oberbayern${path.replaceAll('/', '-')}` : undefined)
          else await quiet(seat.page)
          await assertFits(seat.page)
        }
        if (at === 0)
          await onAPhone(stage, new Map([...seen].filter(([path]) => path !== '/anmelden')), { dark: true, axe: true })
        await seat.context.close()
      }
    },
  )

  await step('ohne Maus: anmelden, suchen und öffnen mit der Tastatur', async () => {
    const { page, goto, axe, picture } = await stage.person()
    await goto('/anmelden')
    await tabTo(page, 'E-Mail-Adresse')
    await page.keyboard.type('theresa.lindner@beispiel.example')
    await tabTo(page, 'Passwort')
    await page.keyboard.type('nahtstelle')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/heute')
    await page.keyboard.press('Control+k')
    const field = page.getByRole('combobox', { name: /Wonach suchen Sie/ })
    await field.waitFor()
    await page.keyboard.type('Tagespflege')
    await page
      .getByRole('option', { name: /Tagespflege/ })
      .first()
      .waitFor()
    await axe()
    await picture('oberbayern-suche')
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname !== '/heute')
    await page.locator('h1').first().waitFor()
  })
})

/** Goes on with the Tab key until the field with this label has the focus. */
async function tabTo(page: Page, label: string) {
  for (let presses = 0; presses < 20; presses += 1) {
    const name = await page.evaluate('(document.activeElement?.labels?.[0]?.textContent ?? "").trim()')
    if (String(name).startsWith(label)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`„${label}“ is not reached with the Tab key`)
}

/** One part of the package, unpacked by hand: ZIP as far as Word writes it. */
function partOf(zip: Buffer, name: string, otherwise?: string): string {
  const mark = 'PK\u0001\u0002'
  for (let at = zip.indexOf(mark, 0, 'latin1'); at >= 0; at = zip.indexOf(mark, at + 4, 'latin1')) {
    const length = zip.readUInt16LE(at + 28)
    if (zip.subarray(at + 46, at + 46 + length).toString() !== name) continue
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20))
    return (zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8')
  }
  if (otherwise !== undefined) return otherwise
  throw new Error(`${name} is not in the package`)
}
