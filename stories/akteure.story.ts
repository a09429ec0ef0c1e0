// From a gap to a partner in the browser: who is missing for a need, asking somebody in one step, the answer, the seat.
import assert from 'node:assert/strict'
import test from 'node:test'
import { addOrganisation, addPerson, ok } from '#apps/testing-people.ts'
import { argeHouse, needContent } from '#areas/planning/testing.ts'
import { choose, heading, inDialog, press, see, storyOf, submitDialog, watcher } from './acts.ts'
import { openStage, seatOf } from './stage.ts'

test('Akteure: vom Fehlen bis zum Sitz', { timeout: 600_000 }, async (t) => {
  const stage = await openStage(t)
  const { house } = stage
  const arge = await argeHouse(t, { house })
  const { erika, body } = arge
  const { revision } = ok<{ head: { revision: number } }>(await erika.get(`/bodies/${body}`)).head
  ok(await erika.put(`/bodies/${body}/topics`, revision, { topics: ['age', 'youth'] }))
  const draft = ok<{ object: { id: string; revision: number } }>(
    await erika.post('/needs', { body, ...needContent(arge) }),
  ).object
  ok(await erika.act(`/needs/${draft.id}/statement`, draft.revision))
  const council = await addOrganisation(erika, 'Seniorenbeirat (Beispiel)', { kind: 'selfHelp', side: 'free' })
  const berta = await addPerson(house, erika, {
    name: 'Berta Beirat',
    organisation: council,
    roles: ['admin', 'planner'],
  })
  const ruth = await seatOf(stage, erika)
  const { page } = ruth
  const { look } = watcher()
  const step = storyOf(t, stage)

  await step(
    '„Wer ist in die Sozialplanung mit einzubeziehen?“ – zum Bedarf steht, wer fehlt und was er einbringt (C02, D16)',
    async () => {
      await ruth.goto(`/bedarfe/${draft.id}`)
      await heading(page, 'Tagespflege im nördlichen Landkreis')
      await see(page, 'Wer ist einzubeziehen?')
      await see(page, 'Polizei')
      await press(page, 'Arbeitsfelder eingrenzen')
      await inDialog(page).getByLabel('Jugend', { exact: true }).uncheck()
      await submitDialog(page)
      await see(page, 'Selbsthilfe oder Beirat')
      await see(page, /spricht aus eigener Erfahrung/)
      await page.getByText('Polizei', { exact: true }).waitFor({ state: 'hidden' })
      await look(ruth, 'akteure-bedarf')
    },
  )

  await step('von der Lücke führt ein Schritt zur Anfrage (C28)', async () => {
    await press(page, /^Anfragen\s*: Selbsthilfe/)
    await choose(page, /^Wen möchten Sie fragen/, 'Senioren', /Seniorenbeirat/)
    await ruth.picture('akteure-anfragen')
    await ruth.axe()
    await submitDialog(page)
    await see(page, /angefragt: Seniorenbeirat/)
    await house.settle()
  })

  await step('die gefragte Stelle findet die Anfrage unter ihren Aufgaben und sagt zu', async () => {
    const hers = await seatOf(stage, berta)
    await hers.goto('/heute')
    await see(hers.page, /Gast werden zu „Tagespflege/)
    await hers.page.getByText('Annehmen oder absagen', { exact: true }).first().click()
    await hers.page.waitForURL('**/gremien/**')
    await see(hers.page, /denn eine Stelle wie Ihre/)
    await look(hers, 'akteure-anfrage')
    await press(hers.page, 'Annehmen')
    await see(hers.page, /Zugesagt/)
    await house.settle()
    await hers.goto(`/gremien/${body}?ansicht=mitglieder`)
    await see(hers.page, 'Seniorenbeirat (Beispiel)')
  })

  await step('aus der Lücke ist ein Partner geworden, sein Beitrag steht in der Tabelle', async () => {
    await ruth.goto(`/bedarfe/${draft.id}`)
    await see(page, 'Gast im Gremium')
    assert.equal(await page.getByText('Selbsthilfe oder Beirat', { exact: true }).count(), 0)
    await press(page, /^Beteiligung von Seniorenbeirat/)
    await inDialog(page).locator('[name=influence]').selectOption('medium')
    await inDialog(page).locator('[name=contribution]').fill('Kennt die Wege im Alter')
    await inDialog(page).locator('[name=source]').fill('Gespräch am 20. November')
    await submitDialog(page)
    await see(page, 'Kennt die Wege im Alter')
    await look(ruth, 'akteure-partner')
  })
})
