// What the report on the network meeting of the Landkreis Harz promises (seed D), as far as it is delivered.
import assert from 'node:assert/strict'
import test from 'node:test'
import { ok } from '#apps/testing-people.ts'
import { argeHouse, stateNeed } from '#areas/planning/testing.ts'
import type { Duty } from '#kit/duties/contract.ts'
import { see, storyOf } from './acts.ts'
import { openStage, seatOf } from './stage.ts'

test('Seed D: das Netzwerktreffen im Landkreis Harz', { timeout: 240_000 }, async (t) => {
  const stage = await openStage(t)
  const { house } = stage
  const arge = await argeHouse(t, { house })
  const { erika, gabriele } = arge
  await house.settle()
  const step = storyOf(t, stage)
  let need = ''

  await step(
    '„können ihr Wissen in Sozialplanungs-prozesse einbringen“: Ein Bericht aus der Praxis steht neben der Zahl (D23)',
    async () => {
      const stated = await stateNeed(arge, gabriele, {
        evidence: [
          arge.figures.evidence,
          { grade: 'practice', note: 'In der Beratung fragt jede zweite Familie danach.' },
        ],
      })
      need = stated.object.id
      await house.settle()
      const seat = await seatOf(stage, erika)
      await seat.goto(`/bedarfe/${need}`)
      await see(seat.page, 'In der Beratung fragt jede zweite Familie danach.')
      await seat.axe()
    },
  )

  await step(
    '„Was sind meine konkreten Aufgaben im Sozialplanungsprozess“: Jede Aufgabe zeigt, woher sie kommt (D19)',
    async () => {
      const { mine } = ok<{ mine: Duty[] }>(await erika.get('/worklist'))
      assert.ok(mine.length >= 2, 'meeting and treating the need')
      for (const duty of mine) assert.ok(duty.because.clause.length > 5 && duty.because.object, duty.title)
      const seat = await seatOf(stage, erika)
      await seat.goto('/heute')
      for (const duty of mine) await see(seat.page, duty.title)
      await seat.axe()
      await seat.picture('seed-d-heute')
      await seat.goto(`/aufgaben/${mine[0]!.id}`)
      await see(seat.page, mine[0]!.because.clause)
      await seat.axe()
    },
  )

  await step(
    '„welche tatsächlich Eingang in Planungsprozesse finden“: Von der Zahl führt der Weg zum Bedarf, und von ihm zurück (D25)',
    async () => {
      const seat = await seatOf(stage, gabriele)
      await seat.goto(`/datenspur/${arge.figures.table}`)
      await seat.page.locator(`[data-station="${need}"]`).waitFor()
      await seat.goto(`/datenspur/${need}`)
      await seat.page.locator(`[data-station="${arge.figures.table}"]`).waitFor()
      await seat.axe()
    },
  )
})
