// What the handbook's chapter on cooperation and networking promises (seed C), as far as it is delivered.
import assert from 'node:assert/strict'
import test from 'node:test'
import { addOrganisation, ok } from '#apps/testing-people.ts'
import { argeHouse, stateNeed } from '#areas/planning/testing.ts'
import { see, storyOf } from './acts.ts'
import { openStage, seatOf } from './stage.ts'

test('Seed C: Kooperation und Vernetzung', { timeout: 240_000 }, async (t) => {
  const stage = await openStage(t)
  const { house } = stage
  const arge = await argeHouse(t, { house })
  const { erika, severin, gabriele } = arge
  const step = storyOf(t, stage)

  await step(
    '„Initiativen und Organisationen der Zivilgesellschaft“: Eine Initiative ohne Rechtsform ist eine Organisation wie andere (C09)',
    async () => {
      const id = await addOrganisation(erika, 'Nachbarschaftskreis Nord (Beispiel)', {
        kind: 'initiative',
        side: 'free',
      })
      const shown = ok<{ legalForm: string | null; kind: string }>(await erika.get(`/organisations/${id}`))
      assert.deepEqual([shown.kind, shown.legalForm], ['initiative', null])
      const seat = await seatOf(stage, erika)
      await seat.goto(`/organisationen/${id}`)
      await see(seat.page, 'Nachbarschaftskreis Nord (Beispiel)')
      await seat.axe()
    },
  )

  await step(
    '„Indikation von Bedarfen“: Beim Bedarf steht, was Zahlen sagen und was die Praxis berichtet (C30)',
    async () => {
      const need = await stateNeed(arge, gabriele, {
        evidence: [arge.figures.evidence, { grade: 'practice', note: 'Jede Woche fragen Angehörige nach Plätzen.' }],
      })
      const seat = await seatOf(stage, severin)
      await seat.goto(`/bedarfe/${need.object.id}`)
      await see(seat.page, /^Praxis$|^Praxis:/)
      await see(seat.page, 'Jede Woche fragen Angehörige nach Plätzen.')
      await see(seat.page, arge.figures.value!.toLocaleString('de-DE'))
      await seat.axe()
      await seat.picture('seed-c-bedarf')
    },
  )

  await step('„je nach Auftrag“: Ein Recht endet mit der Entsendung, sofort (C11)', async () => {
    type People = { people: { person: { id: string }; mandates: { id: string }[] }[] }
    const { people } = ok<People>(await erika.get(`/organisations/${gabriele.organisation}`))
    const mandate = people.find(({ person }) => person.id === gabriele.person)!.mandates[0]!
    assert.equal((await gabriele.get(`/bodies/${arge.body}`)).status, 200)
    ok(await erika.post(`/mandates/${mandate.id}/end`, { because: 'Auftrag beendet' }))
    const after = await gabriele.get(`/bodies/${arge.body}`)
    assert.deepEqual([after.status, after.body.code], [403, 'mandateEnded'])
  })
})
