// The main job by hand in the browser, from an empty installation to a service and back along the Datenspur. Every page is looked at by axe;
// before each step it is seen that its station stands dashed, with its duty.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Download } from 'playwright-core'
import { testPassword } from '#apps/testing-people.ts'
import {
  choose,
  dashed,
  fill,
  firstLink,
  follow,
  heading,
  inDialog,
  invitationOf,
  mailTo,
  onAPhone,
  pathOf,
  press,
  quiet,
  see,
  signIn,
  stationsOf,
  storyOf,
  submitDialog,
  watcher,
} from './acts.ts'
import { openStage } from './stage.ts'

const register = new URL(
  '../src/areas/figures/demo-data/gemeindeverzeichnis_2024-06-30_oberbayern.csv',
  import.meta.url,
).pathname
/** A table that the example does not know. */
const minimumIncome = new URL('./files/22811-01-01-4_oberbayern.csv', import.meta.url).pathname
const county = 'Landkreis München'
const caritas = 'Caritas im Landkreis München'
const done = 'geschehen'
const owed = 'steht noch aus'
const nothing = 'Noch nichts: Diese Station hat niemand begonnen.'

test('die ganze Aufgabe von Hand, von der leeren Einrichtung bis zum Angebot', { timeout: 480_000 }, async (t) => {
  const stage = await openStage(t, { at: '2026-02-10T08:00:00Z', boundaries: true })
  const { house } = stage
  const first = await stage.person()
  const second = await stage.person()
  const { page } = first
  const { look, seen } = watcher()
  const step = storyOf(t, stage)
  const objects: Record<string, string> = {}
  const keep = (name: string) => {
    objects[name] = new URL(page.url()).pathname.split('/').at(-1)!
  }
  const trail = async () => await stationsOf(first, objects.need!)

  await step('die erste Person richtet die leere Einrichtung mit dem Link aus dem Terminal ein', async () => {
    await first.goto(await firstLink(house))
    await look(first, 'haupt-01-einrichten')
    await page.locator('[name=organisation]').fill(county)
    await page.locator('[name=person]').fill('Ruth Obermaier')
    await page.locator('[name=email]').fill('ruth@landkreis.example')
    await page.locator('[name=password]').fill(testPassword)
    await page.locator('form [type=submit]').click()
    await page.waitForURL('**/heute')
    await see(page, 'Ihre Organisation beschreiben')
    await look(first, 'haupt-02-heute-leer')
    await first.goto('/netzwerk')
    await follow(page, county)
    await press(page, 'Angaben ergänzen')
    const dialog = inDialog(page)
    await dialog.locator('[name=kind]').selectOption('county')
    await dialog.locator('[name=areaKey]').fill('09184')
    await dialog.getByLabel('öffentlich', { exact: false }).first().check()
    await first.axe()
    await submitDialog(page)
    await see(page, '09184')
    await look(first, 'haupt-03-organisation')
  })

  await step(
    'ein Gremium mit zwei gleichen Vorsitzenden gründen, und wer fehlt, wird auf dem Weg eingetragen',
    async () => {
      await first.goto('/gremien/neu')
      await fill(page, /^Name des Gremiums/, 'Öffentlich-freie Arbeitsgemeinschaft Landkreis München')
      await fill(page, /^Kurzname/, 'ARGE ö/f')
      await fill(page, /^Auftrag/, 'Gemeinsame Anliegen bündeln und Arbeitsabläufe straffen.')
      await look(first, 'haupt-04-auftrag')
      await press(page, 'Weiter')
      await page.locator('[name=group-0]').fill('Landkreis')
      await page.locator('[name=group-1]').fill('Freie Wohlfahrtspflege')
      await look(first)
      await press(page, 'Weiter')
      await press(page, 'Aufnehmen')
      await press(page, /Organisation eintragen/)
      await inDialog(page).locator('[name=name]').fill(caritas)
      await first.axe()
      await submitDialog(page)
      await press(page, 'Aufnehmen')
      await page.getByRole('row').filter({ hasText: 'Caritas' }).waitFor()
      await look(first, 'haupt-05-mitglieder')
      await press(page, 'Weiter')
      await see(page, /Wer neu ist, bekommt eine Einladung/)
      await look(first)
      await press(page, 'Weiter')
      await see(page, /Ohne Vorlage beginnen Sie ohne Vereinbarung/)
      await look(first)
      await press(page, 'Weiter')
      await look(first)
      await press(page, 'Weiter')
      await page.getByLabel('Gründungssitzung gleich planen').uncheck()
      await look(first)
      await press(page, 'Weiter')
      await look(first)
      await press(page, 'Gremium gründen')
      await heading(page, /Öffentlich-freie .* ist gegründet/)
      await look(first)
      await page.getByRole('link', { name: 'Zum Gremium' }).click()
      await heading(page, /Öffentlich-freie Arbeitsgemeinschaft Landkreis München$/)
      keep('body')
      await look(first, 'haupt-06-gremium')
    },
  )

  await step(
    'den zweiten Vorsitz mit einer E-Mail einladen; der Link wirkt erst, wenn der Knopf gedrückt ist',
    async () => {
      for (const [organisation, name] of [
        [county, null],
        [caritas, 'Severin Haslinger'],
      ] as const) {
        await press(page, 'Vorsitz besetzen')
        const dialog = inDialog(page)
        await dialog.locator('[name=organisation]').selectOption({ label: organisation })
        if (name) {
          await dialog.locator('[name=name]').fill(name)
          await dialog.locator('[name=email]').fill('severin@caritas.example')
        } else await dialog.locator('[name=person]').selectOption({ label: 'Ruth Obermaier' })
        await dialog.locator('[name=basis]').fill(name ? 'Wahl durch die Verbände' : 'Berufung durch den Landkreis')
        await first.axe()
        await submitDialog(page)
      }
      await see(page, 'Severin Haslinger')
      await first.picture('haupt-07-vorsitz')
      await house.settle()
      const link = await invitationOf(house, 'severin@caritas.example')
      // A mail gateway opens the link by itself, twice: nothing has happened yet.
      for (let time = 0; time < 2; time += 1) assert.equal((await fetch(`${stage.url}${link}`)).status, 200)
      await second.goto(link)
      await heading(second.page, /Willkommen, Severin/)
      await look(second, 'haupt-08-einladung')
      seen.delete(link)
      await second.page.locator('[name=password]').fill(testPassword)
      await second.page.locator('form [type=submit]').click()
      await second.page.waitForURL('**/heute')
      // A second time it is of no use.
      const stranger = await stage.person()
      await stranger.goto(link)
      await see(stranger.page, 'Dieser Link gilt nicht mehr')
      await stranger.axe()
      await stranger.context.close()
    },
  )

  await step('das Gemeindeverzeichnis und eine Tabelle einlesen, die das Beispiel nicht kennt', async () => {
    await first.goto('/zahlen')
    await see(page, 'Noch keine Zahlen')
    await look(first, 'haupt-09-zahlen-leer')
    for (const [file, name] of [
      [register, 'verzeichnis'],
      [minimumIncome, 'mindestsicherung'],
    ] as const) {
      await first.goto('/zahlen/einlesen')
      await page.locator('input[type=file]').setInputFiles(file)
      await press(page, 'Datei ansehen')
      await see(page, 'Das würde geschehen')
      await quiet(page)
      await first.axe()
      await first.picture(`haupt-10-vorschau-${name}`)
      await press(page, /übernehmen$/)
      await see(page, /Angaben sind übernommen/)
      await first.axe()
    }
    await follow(page, /22811|Mindestsicherung/)
    await page.waitForURL('**/zahlen/tabellen/*')
    keep('table')
    await look(first, 'haupt-11-tabelle')
    await first.goto('/zahlen')
    await quiet(page)
    await look(first, 'haupt-12-zahlen')
  })

  await step('eine Kennzahl festlegen, die nur die Landkreise haben', async () => {
    await first.goto('/zahlen/kennzahlen/neu')
    await fill(page, /^Name/, 'Plätze in der Tagespflege')
    await fill(page, /^Was wird gezählt/, 'Zugelassene Plätze in Einrichtungen der Tagespflege am 31. Dezember.')
    await fill(page, /^Einheit/, 'Plätze')
    await fill(page, /^Woher kommt die Zahl/, 'Erhebung der Landkreise')
    await fill(page, /^Kürzel/, 'TP-PLAETZE')
    await look(first, 'haupt-13-kennzahl')
    await page.locator('form [type=submit]').first().click()
    await heading(page, 'Plätze in der Tagespflege')
    await look(first)
  })

  await step('die Vereinbarung entwerfen, vorlegen und in zwei Browsern unterschreiben', async () => {
    await first.goto(`/vereinbarungen/neu?gremium=${objects.body}`)
    await heading(page, 'Vereinbarung entwerfen')
    await press(page, 'Klausel hinzufügen')
    await page.getByRole('menuitem', { name: 'Eine Zahl liefern' }).click()
    await choose(page, /^Kennzahl/, 'Tagespflege', /Plätze in der Tagespflege/)
    await see(page, 'Plätze in der Tagespflege')
    await look(first, 'haupt-14-vereinbarung')
    await press(page, 'Entwurf speichern')
    await press(page, 'Zur Unterschrift geben')
    await first.axe()
    await submitDialog(page)
    await press(page, 'Unterschreiben')
    await page.locator('[name=place]').fill('München')
    await page.locator('[name=capacity]').fill('Landrat')
    await first.axe()
    await submitDialog(page)
    await see(page, '1 von 2 Parteien haben unterschrieben')
    keep('agreement')
    await look(first, 'haupt-15-unterschrift')
    await house.settle()
    await first.goto('/heute')
    await see(page, 'Nichts offen')
    await second.goto(`/vereinbarungen/${objects.agreement}`)
    await press(second.page, 'Unterschreiben')
    await second.page.locator('[name=place]').fill('Unterhaching')
    await second.page.locator('[name=capacity]').fill('Geschäftsführung')
    await submitDialog(second.page)
    await second.page.getByText('in Kraft', { exact: true }).first().waitFor()
    await look(second)
    await house.settle()
  })

  await step('aus den Klauseln sind Aufgaben geworden: Sie stehen auf der Seite Heute', async () => {
    await first.goto('/heute')
    await see(page, /Treffen .*mindestens zwei Sitzungen|mindestens/)
    await see(page, /Plätze in der Tagespflege/)
    await look(first, 'haupt-16-heute')
    await second.goto('/heute')
    await see(second.page, /Plätze in der Tagespflege|Treffen/)
    await look(second)
    await second.goto(`/gremien/${objects.body}`)
    await see(second.page, 'konstituiert')
    await look(second, 'haupt-17-konstituiert')
  })

  await step('die geschuldete Zahl liefern', async () => {
    await first.goto('/zahlen/lieferungen')
    await press(page, 'Zahl liefern')
    const dialog = inDialog(page)
    await dialog.getByLabel(/^Zahl/).first().fill('96')
    await first.axe()
    await first.picture('haupt-18-liefern')
    await submitDialog(page)
    await house.settle()
    await first.goto('/zahlen/lieferungen?ansicht=geliefert')
    await follow(page, 'Plätze in der Tagespflege')
    await page.waitForURL('**/zahlen/lieferungen/*')
    keep('delivery')
    await see(page, '96')
    await look(first, 'haupt-19-lieferung')
  })

  await step('einen Bedarf anmelden, der auf beiden Zahlen beruht', async () => {
    await first.goto('/bedarfe/neu')
    await fill(page, 'Wie heißt der Bedarf?', 'Tagespflege im Norden')
    await look(first)
    await press(page, 'Speichern und weiter')
    await fill(page, 'Für wen?', 'Ältere Menschen mit Pflegegrad und ihre Angehörigen')
    await choose(page, /^Wo\?/, 'München', /09184/)
    await look(first)
    await press(page, 'Speichern und weiter')
    await fill(page, 'Welcher Nutzen?', 'Angehörige werden an Werktagen entlastet.')
    await press(page, 'Speichern und weiter')
    for (const [search, indicator] of [
      ['Mindestsicherung', /Mindestsicherung/],
      ['Tagespflege', /Plätze in der Tagespflege/],
    ] as const) {
      if (search === 'Tagespflege') await press(page, 'Zahl hinzufügen')
      await choose(page, /^Kennzahl/, search, indicator)
      const values = page.getByLabel(/^Zeitpunkt oder Zeitraum/)
      await values.waitFor()
      assert.match(`${await values.locator('option:checked').textContent()}`, /\d/, 'the newest is chosen')
      await first.axe()
      await page.getByRole('button', { name: 'Hinzufügen', exact: true }).last().click()
      await page
        .getByRole('button', { name: 'Entfernen' })
        .nth(search === 'Tagespflege' ? 1 : 0)
        .waitFor()
    }
    await look(first, 'haupt-20-belege')
    await press(page, 'Speichern und weiter')
    await see(page, 'Alles Nötige ist da.')
    await first.axe()
    await press(page, 'Bedarf anmelden')
    await page.waitForURL(/\/bedarfe\/[\w-]{20,}$/)
    await heading(page, 'Tagespflege im Norden')
    keep('need')
    await see(page, '96')
    await look(first, 'haupt-21-bedarf')
    await house.settle()
    // What the county delivered stays with it: the other side sees where it lies, not what it is.
    await second.goto(`/bedarfe/${objects.need}`)
    await see(second.page, new RegExp(`Zahl liegt bei ${county}, nicht freigegeben`))
    await look(second, 'haupt-22-bedarf-andere-seite')
  })

  await step('vor der Beratung steht die Station Beschluss gestrichelt da, mit der Aufgabe des Gremiums', async () => {
    const stations = await trail()
    assert.deepEqual(stations, {
      Erhebung: done,
      Lieferung: done,
      Bedarf: done,
      Beschluss: owed,
      Maßnahme: nothing,
      Angebot: nothing,
    })
    assert.match(await dashed(first), /Tagespflege im Norden.*ARGE|ARGE.*Tagespflege im Norden|Öffentlich-freie/s)
    await look(first, 'haupt-23-datenspur-vor-beratung')
  })

  await step('eine Sitzung mit Tagesordnung planen und halten, eine Empfehlung festhalten', async () => {
    await first.goto('/sitzungen/neu')
    await fill(page, /^Tag/, '10.02.2026')
    await fill(page, /^Beginn/, '9')
    await fill(page, /^Raum/, 'Landratsamt')
    await look(first)
    await press(page, 'Sitzung planen')
    await heading(page, /^1\. Sitzung/)
    keep('meeting')
    await press(page, 'Bedarf hinzufügen')
    await page.getByLabel('Bedarf', { exact: true }).selectOption({ label: 'Tagespflege im Norden' })
    await inDialog(page).getByRole('button', { name: 'Hinzufügen' }).click()
    await see(page, 'TOP 1: Tagespflege im Norden')
    await look(first, 'haupt-24-tagesordnung')
    await press(page, 'Sitzung hat stattgefunden')
    await press(page, 'Ergebnis festhalten')
    const dialog = inDialog(page)
    await dialog
      .getByLabel(/^Wortlaut/)
      .fill('Die ARGE empfiehlt dem Landkreis, zwölf weitere Plätze der Tagespflege im Norden zu fördern.')
    await choose(page, /^An wen/, county, new RegExp(`^${county}`))
    await dialog.getByLabel(/^Weiterer Weg/).fill('Der Sozialausschuss berät vor.\nDer Kreistag entscheidet.')
    await first.axe()
    await first.picture('haupt-25-ergebnis')
    await dialog.getByRole('button', { name: 'Ergebnis festhalten' }).click()
    await see(page, 'wartet auf Freigabe')
    await look(first, 'haupt-26-sitzung')
    await house.settle()
  })

  await step(
    'eine Freigabe allein reicht nicht: Die Station bleibt gestrichelt, bis auch der zweite Vorsitz freigibt',
    async () => {
      await page.getByRole('link', { name: 'Tagespflege im Norden' }).last().click()
      await page.waitForURL('**/beschluesse/*')
      keep('decision')
      await see(page, 'wartet auf die gemeinsame Freigabe')
      await look(first)
      await press(page, 'Diese Fassung freigeben')
      await see(page, 'Die andere steht noch aus')
      await house.settle()
      await first.goto(`/beschluesse/${objects.decision}`)
      await see(page, 'wartet auf die gemeinsame Freigabe')
      assert.equal(
        await page.getByRole('link', { name: 'Maßnahme vorbereiten' }).count(),
        0,
        'nothing follows from a draft',
      )
      await look(first, 'haupt-27-eine-freigabe')
      const stations = await trail()
      assert.equal(stations.Maßnahme, nothing)
      assert.match(await dashed(first), /Freigabe|freigeben/)
      await look(first, 'haupt-28-datenspur-vor-freigabe')

      await second.goto(`/beschluesse/${objects.decision}`)
      await press(second.page, 'Diese Fassung freigeben')
      await second.page.getByText('gemeinsam freigegeben').first().waitFor()
      await look(second, 'haupt-29-zwei-freigaben')
      await house.settle()
    },
  )

  await step(
    'vor der Maßnahme steht ihre Station gestrichelt da; der Landkreis schuldet sie oder einen Grund',
    async () => {
      const stations = await trail()
      assert.deepEqual([stations.Beschluss, stations.Maßnahme, stations.Angebot], [done, owed, nothing])
      assert.match(await dashed(first), new RegExp(county))
      await first.goto(`/beschluesse/${objects.decision}`)
      await follow(page, 'Maßnahme vorbereiten')
      await heading(page, 'Maßnahme vorbereiten')
      await fill(page, /^Name der Maßnahme/, 'Zwölf Plätze in Garching')
      await fill(page, /^Was getan wird/, 'Der Landkreis fördert, die Caritas betreibt.')
      await choose(page, /^Verantwortlich auf der öffentlichen/, county, new RegExp(`^${county}`))
      await choose(page, /^Verantwortlich auf der freien/, 'Caritas', /^Caritas/)
      await fill(page, /^Bis/, '31.12.2026')
      await look(first, 'haupt-30-massnahme')
      await press(page, 'Als Entwurf speichern')
      await press(page, 'Maßnahme vereinbaren')
      await page.getByText('vereinbart', { exact: true }).first().waitFor()
      keep('measure')
      await look(first, 'haupt-31-massnahme')
      await house.settle()
    },
  )

  await step(
    'vor dem Angebot steht seine Station gestrichelt da; die Caritas trägt es ein und eröffnet es',
    async () => {
      const stations = await trail()
      assert.deepEqual([stations.Maßnahme, stations.Angebot], [done, owed])
      assert.match(await dashed(first), /31\. Dezember 2026|31\.12\.2026/)
      const { page } = second
      await second.goto(`/massnahmen/${objects.measure}`)
      await follow(page, 'Angebot eintragen')
      await fill(page, /^Name des Angebots/, 'Tagespflege Garching')
      await fill(page, /^Für wen/, 'Ältere Menschen mit Pflegegrad')
      await fill(page, /^Ort in eigenen/, 'Garching')
      await look(second)
      await page.locator('form [type=submit]').first().click()
      await heading(page, 'Tagespflege Garching')
      objects.service = new URL(page.url()).pathname.split('/').at(-1)!
      await press(page, 'Eröffnung eintragen')
      await second.axe()
      await submitDialog(page)
      await see(page, 'geöffnet')
      await look(second, 'haupt-32-angebot')
      await house.settle()
    },
  )

  await step('die Datenspur zeigt alle Stationen, vorwärts von der Tabelle und rückwärts vom Angebot', async () => {
    const whole = { Erhebung: done, Lieferung: done, Bedarf: done, Beschluss: done, Maßnahme: done, Angebot: done }
    assert.deepEqual(await trail(), whole)
    await look(first, 'haupt-33-datenspur')
    await press(page, 'Als Liste')
    const names = [
      '22811',
      'Plätze in der Tagespflege',
      'Tagespflege im Norden',
      '1. Sitzung',
      'Zwölf Plätze in Garching',
      'Tagespflege Garching',
    ]
    const listed = async () => (await page.locator('.ns-trail-list').textContent()) ?? ''
    for (const name of names) assert.ok((await listed()).includes(name) || name === '22811', name)
    await look(first, 'haupt-34-datenspur-liste')
    for (const start of ['table', 'service'] as const) {
      const stations = await stationsOf(first, objects[start]!)
      assert.deepEqual(
        [stations.Erhebung, stations.Bedarf, stations.Beschluss, stations.Maßnahme, stations.Angebot],
        [done, done, done, done, done],
        start,
      )
      await press(page, 'Als Liste')
      const text = await listed()
      assert.ok(
        text.includes('Tagespflege im Norden') &&
          text.includes('Tagespflege Garching') &&
          /Mindestsicherung/i.test(text),
        start,
      )
      await look(first)
    }
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      follow(page, 'Für andere Programme (PROV-JSON)'),
    ])
    const prov = JSON.parse(await textOf(download)) as Record<string, Record<string, unknown>>
    assert.ok(Object.keys(prov.entity ?? {}).length >= 6, 'each station is an entity')
    assert.ok(prov.agent && prov.prefix)
  })

  await step('die Seiten halten auch auf dem Telefon', async () => {
    await mailTo(house, 'severin@caritas.example')
    await first.goto('/bedarfe')
    await see(page, 'Mit Angebot beantwortet')
    await look(first, 'haupt-35-bedarfe')
    const phone = await stage.person({ width: 360 })
    await signIn(phone, 'severin@caritas.example', testPassword)
    await phone.axe()
    for (const path of [...seen.keys()]) if (path.startsWith('/einrichten')) seen.delete(path)
    await onAPhone(stage, seen)
    assert.ok(seen.size > 20, `${seen.size} pages`)
    assert.equal(pathOf(phone.page), '/heute')
  })
})

async function textOf(download: Download): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of await download.createReadStream()) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
