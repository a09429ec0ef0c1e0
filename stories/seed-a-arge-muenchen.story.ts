// What the press release of the Landkreis München on its ARGE öffentlich-frei promises (seed A), as far as it is delivered: the words of the text,
// and what the product does about them. Everything else stands as open in docs/promises.md.
import assert from 'node:assert/strict'
import test from 'node:test'
import { addPerson, agree, foundBody, ok } from '#apps/testing-people.ts'
import type { Agreement, Body } from '#areas/cooperation/contract.ts'
import { argeMuenchen } from '#areas/cooperation/fixtures/arge-muenchen.ts'
import type { Duty } from '#kit/duties/contract.ts'
import { heading, see, storyOf } from './acts.ts'
import { openStage, seatOf } from './stage.ts'

test('Seed A: die ARGE öffentlich-frei Landkreis München', { timeout: 240_000 }, async (t) => {
  const stage = await openStage(t)
  const { house } = stage
  const founded = await foundBody(house, argeMuenchen)
  const { founder, body, organisation } = founded
  const caritas = 'Caritas im Landkreis München'
  const severin = await addPerson(house, founder, {
    name: 'Severin Haslinger',
    organisation: organisation(caritas),
    roles: ['admin', 'head'],
  })
  const seat = await seatOf(stage, founder)
  const { page } = seat
  const step = storyOf(t, stage)
  const shown = async () => ok<Body>(await founder.get(`/bodies/${body}`))
  let agreement = ''
  /** What follows from the clauses, beside the signature that a party may still owe. */
  const owed = async () =>
    ok<{ duties: Duty[] }>(await founder.get(`/duties?because=${agreement}`)).duties.filter(
      ({ kind }) => kind !== 'sign',
    )

  await step('„bestehend aus sechs Wohlfahrtsverbänden“: Das Gremium zeigt sie neben dem Landkreis (A06)', async () => {
    const { organisations } = ok<{ organisations: { side: string | null; kind: string | null }[] }>(
      await founder.get('/organisations'),
    )
    assert.equal(organisations.filter((one) => one.side === 'free' && one.kind === 'association').length, 6)
    await seat.goto(`/gremien/${body}?ansicht=mitglieder`)
    await heading(page, /Öffentlich-freie/)
    for (const { organisation: name } of argeMuenchen.body.seats) await see(page, name)
    await see(page, '1 öffentlich · 6 frei')
    await seat.axe()
  })

  await step(
    '„nehmen als Vertreter des Landkreises die Geschäftsbereiche 2“: Ein Sitz gehört der Abteilung, nicht der Person (A22)',
    async () => {
      const units = (await shown()).seats.flatMap(({ unit }) => (unit ? [unit.title] : []))
      assert.equal(units.length, 4)
      await see(page, 'Geschäftsbereich 2 – Jugend, Arbeit und Soziales')
      await see(page, 'Stabsstelle Sozialplanung')
    },
  )

  await step('„offizielles Kleid“: Ohne Unterschriften bleibt die Zusammenarbeit formlos (A20)', async () => {
    assert.equal((await shown()).standing, 'informal')
    agreement = await agree(founded, argeMuenchen, { leave: [caritas] })
    await house.settle()
    assert.notEqual((await shown()).standing, 'constituted')
  })

  await step(
    '„Mit der Unterzeichnung der Vereinbarung“: Sechs von sieben Unterschriften setzen sie nicht in Kraft, die siebte schon (A32)',
    async () => {
      await seat.goto(`/vereinbarungen/${agreement}`)
      await see(page, '6 von 7 Parteien haben unterschrieben')
      await seat.axe()
      assert.deepEqual(await owed(), [])
      const signature = { edition: 1, day: '2026-11-22', place: 'Unterhaching', capacity: 'Geschäftsführung' }
      assert.deepEqual(ok(await severin.post(`/agreements/${agreement}/signatures`, signature)), {
        inForce: true,
        missing: 0,
      })
      await house.settle()
      assert.equal(ok<Agreement>(await founder.get(`/agreements/${agreement}`)).state, 'inForce')
    },
  )

  await step(
    '„offiziell ihre Arbeit aufgenommen“: Die erste Frist folgt aus der Unterzeichnung, mindestens zwei Treffen im Jahr (A33)',
    async () => {
      const [duty] = await owed()
      assert.deepEqual([duty?.kind, duty?.needed, duty?.because.object], ['meet', 2, agreement])
      await seat.goto(`/aufgaben/${duty!.id}`)
      await see(page, '§ 2 Abs. 1 Treffen')
      await see(page, '0 von 2')
      await seat.axe()
      await seat.picture('seed-a-aufgabe')
    },
  )

  await step(
    '„Öffentlich-freien Arbeitsgemeinschaft“: Die Seite des Gremiums führt zur Vereinbarung, auf der es beruht (A11)',
    async () => {
      await seat.goto(`/gremien/${body}`)
      await page
        .getByRole('link', { name: new RegExp(argeMuenchen.agreement.title) })
        .first()
        .click()
      await page.waitForURL(`**/vereinbarungen/${agreement}`)
      await see(page, 'Fassung 1')
    },
  )
})
