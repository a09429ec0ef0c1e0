import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import fastifyStatic from '@fastify/static'
import { chromium } from 'playwright-core'
import { sql } from 'kysely'
import { buildDemo, demoRoutes } from '#apps/demo/demo.ts'
import { testHouse } from '#apps/testing.ts'
import { provideBoundaries } from './server/boundaries.ts'
import { buildBoundaries } from '#kit/geo/boundaries.ts'
test('look', { timeout: 500_000 }, async (t) => {
  const memory = '/tmp/fig/demo.json'
  const house = await testHouse(t, { demo: true, at: '2026-11-22T08:00:00Z', also: async (app) => {
    demoRoutes(app, memory)
    await app.register(fastifyStatic, { root: '/tmp/fig/web', wildcard: false, index: false })
    app.setNotFoundHandler((request, reply) => request.url.startsWith('/api/') ? reply.code(404).send({}) : reply.sendFile('index.html'))
  } })
  provideBoundaries(await buildBoundaries({ keyPrefix: '091', out: '/tmp/fig/geo' }))
  const firstLink = 'first-link-of-the-demo-test-0123456789'
  await house.asOwner((db) => sql`insert into access.first_link (digest, created) values (${createHash('sha256').update(firstLink).digest()}, clock.now())`.execute(db))
  const a = performance.now()
  await buildDemo({ owner: house.logins.owner, worker: house.logins.worker, open: house, chores: house.worker, firstLink, memory, say: (w) => console.log(w, Math.round(performance.now() - a)) })
  const url = await house.url()
  const persons = (await house.visitor.get('/demo/persons')).body as unknown as { email: string; name: string }[]
  console.log(persons.map((p) => p.email).join(' '))
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
  t.after(() => browser.close())
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  page.on('console', (m) => { if (m.type() === 'error') console.log('console', m.text().slice(0, 300)) })
  page.on('pageerror', (e) => console.log('pageerror', e.message.slice(0, 400)))
  const email = process.env.WHO ?? persons[0]!.email
  await page.goto(`${url}/anmelden`)
  const r = await page.evaluate(async (email) => (await fetch('/api/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password: 'nahtstelle' }) })).status, email)
  console.log('signin', r)
  const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
  const { made } = JSON.parse(JSON.stringify((await house.visitor.get('/demo/tour')).body)) as { made: Record<string, string> }
  writeFileSync('/tmp/fig/made.json', JSON.stringify(made, null, 1))
  const shots: [string, string][] = [
    ['explorer', `/zahlen`], ['explorer2', `/zahlen?kennzahl=${made['indicator:BEVSTD'] ?? made['indicator:12411-BEVSTD']}&gebiete=09175_09184`], ['gemeinden', `/zahlen?kennzahl=${made['indicator:12411-BEVSTD']}&ebene=gemeinden&gebiete=09175115`], ['rate', `/zahlen?je=einwohner&gebiete=09175`],
    ['tabellen', '/zahlen/tabellen'], ['tabelle', `/zahlen/tabellen/${made['table:22411-02-03-4']}`], ['kennzahl', `/zahlen/kennzahlen/${made['indicator:22411-PFL016']}`],
    ['lieferungen', '/zahlen/lieferungen'], ['geliefert', '/zahlen/lieferungen?ansicht=geliefert'], ['gremium', '/zahlen/lieferungen?ansicht=gremium'], ['lieferung', `/zahlen/lieferungen/${made.delivery}`], ['neu', '/zahlen/kennzahlen/neu'], ['einlesen', '/zahlen/einlesen'],
  ]
  for (const [name, path] of shots) {
    await page.goto(`${url}${path}`)
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(700)
    await page.screenshot({ path: `/tmp/fig/${name}.png`, fullPage: true })
    await page.evaluate(axe)
    const v = await page.evaluate(async () => (await (window as never as { axe: { run: (o: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag22aa'] })).violations.map((x) => `${x.id} ${x.nodes.length} ${x.nodes[0]?.html.slice(0, 160)}`))
    console.log(name, v)
  }
  await page.goto(`${url}/zahlen/einlesen`)
  await page.setInputFiles('input[type=file]', 'stories/files/22811-01-01-4_oberbayern.csv')
  await page.getByRole('button', { name: 'Datei ansehen' }).click()
  await page.getByText('Kontrollsummen').waitFor()
  await page.screenshot({ path: '/tmp/fig/vorschau.png', fullPage: true })
  await page.getByRole('button', { name: /übernehmen/ }).click()
  await page.getByText('stehen allen zur Verfügung').waitFor()
  await page.screenshot({ path: '/tmp/fig/uebernommen.png', fullPage: true })
  await page.setViewportSize({ width: 360, height: 740 })
  for (const [name, path] of shots.slice(0, 1).concat(shots.slice(7, 10))) {
    await page.goto(`${url}${path}`)
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(600)
    await page.screenshot({ path: `/tmp/fig/phone-${name}.png`, fullPage: true })
    console.log(name, 'overflow', await page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
  }
})
