// What the report on Jobcenter and Jugendamt Sigmaringen promises (seed E), as far as it is delivered: two partners, one agreement, a rhythm.
import assert from 'node:assert/strict'
import test from 'node:test'
import { addOrganisation, addPerson, founders, ok } from '#apps/testing-people.ts'
import type { Agreement, Body } from '#areas/cooperation/contract.ts'
import type { Duty } from '#kit/duties/contract.ts'
import { see, storyOf } from './acts.ts'
import { openStage, seatOf } from './stage.ts'

test('Seed E: Jobcenter und Jugendamt Sigmaringen', { timeout: 240_000 }, async (t) => {
  const stage = await openStage(t)
  const { house } = stage
  const eva = await founders(house, {
    name: 'Landkreis Sigmaringen',
    kind: 'county',
    side: 'public',
    areaKey: '08437',
    person: 'Eva Beispiel',
    email: 'eva@sigmaringen.example',
  })
  const jobcenter = await addOrganisation(eva, 'Jobcenter Sigmaringen', { kind: 'authority', side: 'public' })
  const jonas = await addPerson(house, eva, {
    name: 'Jonas Beispiel',
    organisation: jobcenter,
    roles: ['admin', 'head'],
  })
  const seat = await seatOf(stage, eva)
  const step = storyOf(t, stage)
  let body = ''
  let agreement = ''

  await step(
    '„Mitarbeiter zweier Fachbereiche“: Zwei Partner bilden ein kleines Gremium mit einem Vorsitz (E02)',
    async () => {
      const department = await addOrganisation(eva, 'Fachbereich Jugend', {
        kind: 'unit',
        side: 'public',
        parent: eva.organisation,
      })
      body = ok<{ id: string }>(
        await eva.post('/bodies', {
          name: 'Jobcenter und Jugendamt Sigmaringen',
          shortName: 'JC/JA',
          mission: 'Die Zusammenarbeit an der Nahtstelle verbessern.',
          form: 'forum',
          keys: 1,
          foundedOn: '2026-11-22',
          areaKey: '08437',
          constituencies: [],
          seats: [
            { organisation: eva.organisation, unit: department, constituency: null },
            { organisation: jobcenter, unit: null, constituency: null },
          ],
        }),
      ).id
      assert.equal(ok<Body>(await eva.get(`/bodies/${body}`)).seats.length, 2)
      await seat.goto(`/gremien/${body}?ansicht=mitglieder`)
      await see(seat.page, 'Fachbereich Jugend')
      await seat.axe()
    },
  )

  await step('„Vertragspartner“: Jede Seite unterschreibt selbst, mit Tag, Ort und Eigenschaft (E09)', async () => {
    const { id } = ok<{ id: string }>(
      await eva.post(`/bodies/${body}/agreements`, {
        title: 'Kooperationsvereinbarung',
        preamble: '',
        reviewOn: '2027-11-22',
        parties: [eva.organisation, jobcenter],
        clauses: [
          {
            number: '§ 1',
            heading: 'Austausch',
            text: 'Die Partner treffen sich mindestens einmal im Jahr.',
            strength: 'must',
            duty: { kind: 'meet', perYear: 1 },
          },
        ],
      }),
    )
    agreement = id
    ok(await eva.act(`/agreements/${id}/offer`, 1))
    const signature = { edition: 1, day: '2026-11-22', place: 'Sigmaringen' }
    ok(await eva.post(`/agreements/${id}/signatures`, { ...signature, capacity: 'Leitung Fachbereich Jugend' }))
    assert.equal(ok<Agreement>(await eva.get(`/agreements/${id}`)).state, 'offered')
    ok(await jonas.post(`/agreements/${id}/signatures`, { ...signature, capacity: 'Geschäftsführung' }))
    await house.settle()
    await seat.goto(`/vereinbarungen/${id}`)
    await see(seat.page, /Sigmaringen, Leitung Fachbereich Jugend/)
    await see(seat.page, /Sigmaringen, Geschäftsführung/)
    await see(seat.page, '22. November 2027')
    await seat.axe()
  })

  await step('„Ein regelmäßiger Austausch“: Bleibt das Treffen aus, ist es zu sehen (E22)', async () => {
    const read = async () => ok<{ duties: Duty[] }>(await eva.get(`/duties?because=${agreement}`)).duties[0]!
    assert.notEqual((await read()).state, 'overdue')
    await house.moveTo('2028-01-03T08:00:00Z')
    const later = await house.signIn(eva.email, { for: eva.organisation })
    const first = ok<{ duties: Duty[] }>(await later.get(`/duties?because=${agreement}`)).duties.find(
      ({ state }) => state === 'overdue',
    )
    assert.ok(first, 'the missed meeting is overdue')
    const after = await seatOf(stage, later)
    await after.goto(`/gremien/${body}`)
    await see(after.page, 'überfällig')
    await after.axe()
    await after.picture('seed-e-ueberfaellig')
  })
})
