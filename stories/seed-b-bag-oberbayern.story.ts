// What the press release of the Bezirk Oberbayern on its Bezirksarbeitsgemeinschaft Sozialplanung promises (seed B), as far as it is delivered.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { addPerson, agree, foundBody, ok } from '#apps/testing-people.ts'
import type { Body } from '#areas/cooperation/contract.ts'
import { bagOberbayern } from '#areas/cooperation/fixtures/bag-oberbayern.ts'
import { readIn, registerFile } from '#areas/figures/testing.ts'
import { hand, tableOf, workbook } from '#areas/figures/testing-forms.ts'
import type { Duty } from '#kit/duties/contract.ts'
import { assertFits, fill, follow, inDialog, press, quiet, see, storyOf } from './acts.ts'
import { openStage, seatOf } from './stage.ts'

test('Seed B: die Bezirksarbeitsgemeinschaft Sozialplanung Oberbayern', { timeout: 240_000 }, async (t) => {
  const stage = await openStage(t)
  const { house } = stage
  const founded = await foundBody(house, bagOberbayern)
  const { founder, body, organisation } = founded
  const seat = await seatOf(stage, founder)
  const { page } = seat
  const step = storyOf(t, stage)
  const shown = async () => ok<Body>(await founder.get(`/bodies/${body}`))
  const appoint = (person: string, of: string) =>
    founder.post(`/bodies/${body}/mandates`, {
      organisation: of,
      role: 'chair',
      person,
      from: '2026-01-01',
      basis: 'Wahl',
    })

  await step(
    '„20 Landkreisen und drei kreisfreien Städten“: 24 Parteien unterschreiben, danach schulden alle 23 ihre Zahl (B10)',
    async () => {
      assert.equal(new Set((await shown()).seats.map((one) => one.organisation.id)).size, 24)
      const indicator = ok<{ id: string }>(
        await founder.post('/figures/indicators', {
          code: 'TP',
          title: 'Plätze in der Tagespflege',
          definition: 'Zugelassene Plätze am 31. Dezember.',
          unit: 'Plätze',
          source: 'Erhebung der Landkreise',
          timing: 'day',
          heldByCounties: true,
          additive: true,
          decimals: 0,
          direction: 'more',
        }),
      ).id
      const named = Object.fromEntries(
        bagOberbayern.agreement.clauses.flatMap(({ duty }) =>
          duty && 'indicator' in duty ? [[duty.indicator, indicator]] : [],
        ),
      )
      const agreement = await agree(founded, bagOberbayern, { indicators: named })
      await house.settle()
      const { duties } = ok<{ duties: Duty[] }>(await founder.get(`/duties?because=${agreement}`))
      const deliver = duties.filter(({ kind }) => kind === 'deliver')
      assert.equal(new Set(deliver.map(({ debtor }) => debtor?.id)).size, 23)
      assert.ok(
        deliver.every(({ debtor }) => debtor?.id !== founder.organisation),
        'the Bezirk owes no figure of a county',
      )
      await seat.goto(`/gremien/${body}?ansicht=mitglieder`)
      await see(page, /Mitglieder \(24\)/)
      await seat.axe()
      await seat.picture('seed-b-gremium')
      // What all of them owe is one line, with each of them one click away; the views stand in rows on a phone.
      const phone = await seatOf(stage, founder, { width: 360 })
      for (const one of [seat, phone]) {
        await one.goto(`/gremien/${body}?ansicht=aufgaben&jahr=${deliver[0]!.due.slice(0, 4)}`)
        await one.page.getByText('alle 23 Mitglieder').first().click()
        await one.page.getByRole('link', { name: 'Landkreis Ebersberg', exact: true }).first().waitFor()
        for (const name of await one.page.getByRole('tab').all()) assert.ok(await name.isVisible())
        await assertFits(one.page)
        await one.axe()
        await one.picture(one === seat ? 'seed-b-aufgaben' : 'seed-b-aufgaben-telefon')
      }
    },
  )

  await step(
    '„jeweils einer Vertretung des Bezirks Oberbayern und der Landkreise“: Zwei Vorsitzende einer Seite werden abgelehnt (B34)',
    async () => {
      const hanna = await addPerson(house, founder, {
        name: 'Hanna Ebersberger',
        organisation: organisation('Landkreis Ebersberg'),
        roles: ['planner'],
      })
      const second = await addPerson(house, founder, {
        name: 'Theo Dachauer',
        organisation: organisation('Landkreis Dachau'),
        roles: ['planner'],
      })
      ok(await appoint(hanna.person, hanna.organisation))
      const refused = await appoint(second.person, second.organisation)
      assert.deepEqual([refused.status, refused.body.code], [409, 'chairOfConstituency'])
      ok(await appoint(founder.person, founder.organisation))
    },
  )

  await step('„übernimmt den Vorsitz Sozialplaner“: Ein Vorsitz ist berufen, der andere gewählt (B36)', async () => {
    const { constituencies } = await shown()
    assert.deepEqual(constituencies.map(({ chair }) => chair).toSorted(), ['appointed', 'elected'])
    await seat.goto(`/gremien/${body}`)
    await see(page, 'Hanna Ebersberger')
    await see(page, 'Was das Gremium verlässt, geben die Vorsitzenden gemeinsam frei.')
  })

  await step(
    '„professionellen Austausch von Zahlen“: Der Erhebungsbogen kommt ausgefüllt zurück, und geliefert ist erst, was die Vorschau zeigte (B45)',
    async () => {
      await readIn(founder, registerFile)
      const planner = await addPerson(house, founder, {
        name: 'Ferdinand Freisinger',
        organisation: organisation('Landkreis Freising'),
        roles: ['planner'],
      })
      const county = await seatOf(stage, planner)
      await county.goto('/zahlen/lieferungen')
      const [download] = await Promise.all([
        county.page.waitForEvent('download'),
        follow(county.page, /^Bogen herunterladen/),
      ])
      const table = await tableOf(readFileSync(await download.path()))
      hand(table).write('Plätze in der Tagespflege', 'value', 132)
      await county.axe()
      await county.picture('seed-b-lieferungen')
      await follow(county.page, 'Ausgefüllten Bogen abgeben')
      const file = {
        name: 'Bogen zurück.xlsx',
        mimeType: 'application/octet-stream',
        // Sorted and turned round on the way.
        buffer: await workbook(table.map((row) => row.toReversed())),
      }
      await county.page.locator('input[type=file]').setInputFiles(file)
      await press(county.page, 'Bogen ansehen')
      await see(county.page, '132 Plätze')
      await quiet(county.page)
      await county.axe()
      await county.picture('seed-b-bogen')
      await county.page.setViewportSize({ width: 360, height: 780 })
      await assertFits(county.page)
      await county.picture('seed-b-bogen-telefon')
      assert.equal(ok<{ delivered: unknown[] }>(await planner.get('/figures/deliveries')).delivered.length, 0)
      await press(county.page, '1 Zahl abgeben')
      await see(county.page, 'Eine Zahl ist geliefert')
      const { delivered } = ok<{ delivered: { value: number }[] }>(await planner.get('/figures/deliveries'))
      assert.deepEqual(
        delivered.map(({ value }) => value),
        [132],
      )
    },
  )

  await step(
    '„professionellen Austausch von Zahlen“: Was auffällt, sieht zuerst, wer liefert, und zwei Personen prüfen und nehmen an (B45)',
    async () => {
      const phone = { width: 360, height: 780 }
      const desk = { width: 1440, height: 900 }
      const { indicators } = ok<{ indicators: { id: string; title: string }[] }>(
        await founder.get('/figures/indicators?held=true'),
      )
      const places = indicators.find(({ title }) => title === 'Plätze in der Tagespflege')!.id
      await seat.goto(`/zahlen/kennzahlen/${places}`)
      await press(page, 'Regel ergänzen')
      await fill(page, 'Mindestens', '0')
      await fill(page, 'Höchstens', '500')
      await page.getByLabel('Nicht annehmen').check()
      await seat.axe()
      await press(page, 'Regel festhalten')
      await see(page, 'Die Zahl liegt zwischen 0 und 500.')
      await quiet(page)
      await seat.picture('seed-b-regeln')
      await page.setViewportSize(phone)
      await assertFits(page)
      await seat.picture('seed-b-regeln-telefon')
      await page.setViewportSize(desk)

      const planner = await addPerson(house, founder, {
        name: 'Paula Starnberger',
        organisation: organisation('Landkreis Starnberg'),
        roles: ['planner'],
      })
      for (const [n, value] of [92, 96, 95].entries())
        ok(
          await planner.post('/figures/deliveries', {
            kind: 'figure',
            indicator: places,
            area: '09188',
            from: `${2021 + n}-01-01`,
            until: `${2022 + n}-01-01`,
            value,
          }),
        )
      const county = await seatOf(stage, planner)
      await county.goto('/zahlen/lieferungen')
      await press(county.page, 'Zahl liefern')
      const dialog = inDialog(county.page)
      const send = async (value: string) => {
        await dialog.getByLabel('Zahl', { exact: true }).fill(value)
        await dialog.locator('[type=submit]').click()
      }
      await send('900')
      await see(county.page, /soll zwischen 0 und 500 liegen; angegeben ist 900/)
      await send('400')
      await see(county.page, 'Das fällt auf')
      await see(county.page, /wäre eine Zahl zwischen .* zu erwarten; angegeben ist 400/)
      await quiet(county.page)
      await county.axe()
      await county.picture('seed-b-auffaellig')
      await county.page.setViewportSize(phone)
      await assertFits(county.page)
      await county.picture('seed-b-auffaellig-telefon')
      await county.page.setViewportSize(desk)
      // The sentence has the focus; the next field is the explanation.
      await county.page.keyboard.press('Tab')
      await county.page.keyboard.type('Drei Häuser sind aus dem Nachbarlandkreis umgezogen.')
      await press(county.page, 'Zahl mit Erklärung liefern')
      await dialog.waitFor({ state: 'hidden' })
      const { delivered } = ok<{ delivered: { head: { id: string }; value: number }[] }>(
        await planner.get('/figures/deliveries'),
      )
      const id = delivered.find(({ value }) => value === 400)!.head.id

      const second = await addPerson(house, founder, {
        name: 'Ulla Zweitprüfer',
        organisation: founder.organisation,
        roles: ['checker'],
      })
      await seat.goto(`/zahlen/lieferungen/${id}`)
      await see(page, 'Drei Häuser sind aus dem Nachbarlandkreis umgezogen.')
      await press(page, 'Als geprüft festhalten')
      await see(page, /Annehmen kann sie eine andere Person Ihrer Stelle/)
      assert.equal(await page.getByRole('button', { name: 'Annehmen' }).count(), 0)
      const other = await seatOf(stage, second)
      await other.goto(`/zahlen/lieferungen/${id}`)
      await press(other.page, 'Annehmen')
      await see(other.page, 'angenommen (Fassung 1)')
      await quiet(other.page)
      await other.axe()
      await other.picture('seed-b-angenommen')
      await other.page.setViewportSize(phone)
      await assertFits(other.page)
      await other.picture('seed-b-angenommen-telefon')
      await county.goto('/zahlen/lieferungen?ansicht=geliefert')
      await see(county.page, 'angenommen')
      await see(county.page, /Drei Häuser sind/)
      await county.picture('seed-b-geliefert')
      await seat.goto('/zahlen/lieferungen?ansicht=gremium')
      await seat.picture('seed-b-stand')
    },
  )

  await step(
    '„professionellen Austausch von Zahlen“: Der Katalog findet eine Kennzahl unter dem örtlichen Wort und sagt, wofür sie da ist (D30)',
    async () => {
      await seat.goto('/zahlen/katalog')
      await follow(page, 'Plätze in der Tagespflege')
      await fill(page, 'So heißt das bei uns', 'Tagesstättenplätze')
      await press(page, 'Wort ergänzen')
      await see(page, 'Tagesstättenplätze')
      await see(page, /Niemand hat angegeben, wofür/)
      await seat.axe()
      await seat.picture('seed-b-kennzahl')
      await page.setViewportSize({ width: 360, height: 780 })
      await assertFits(page)
      await seat.picture('seed-b-kennzahl-telefon')
      await seat.goto('/zahlen/katalog?suche=Tagesstätte')
      await see(page, 'auch: Tagesstättenplätze')
      await assertFits(page)
      await seat.picture('seed-b-katalog-telefon')
      await page.setViewportSize({ width: 1440, height: 900 })
      await seat.axe()
      await seat.goto('/zahlen/katalog')
      await seat.picture('seed-b-katalog')
    },
  )

  await step(
    '„ein Forum für den gegenseitigen Austausch“: Ein Forum kann keinen Beschluss mit Stimmen festhalten (B12)',
    async () => {
      const decision = {
        body,
        title: 'Ein Beschluss',
        result: 'resolved',
        text: 'Es wird beschlossen.',
        reasons: '',
        path: '',
        costs: '',
        needs: [],
      }
      const refused = await founder.post('/decisions', decision)
      assert.deepEqual([refused.status, refused.body.code], [409, 'noVotes'])
      ok(await founder.post('/decisions', { ...decision, result: 'noted', title: 'Eine Kenntnisnahme' }))
    },
  )

  await step('„mindestens zweimal pro Jahr treffen“: Gehaltene Sitzungen zählen, geplante nicht (B33)', async () => {
    const meet = async () =>
      ok<{ duties: Duty[] }>(await founder.get(`/duties?body=${body}`)).duties.filter(({ kind }) => kind === 'meet')
    const { object } = ok<{ object: { id: string; revision: number } }>(
      await founder.post('/meetings', { body, day: '2026-11-22', starts: '08:00', place: 'Bezirk Oberbayern' }),
    )
    await house.settle()
    const have = async () => (await meet()).reduce((sum, duty) => sum + duty.have, 0)
    assert.equal(await have(), 0)
    ok(await founder.act(`/meetings/${object.id}/holding`, object.revision))
    await house.settle()
    assert.ok((await have()) > 0)
  })
})
