// A reform of areas by hand: entered in a form, told on the pages of the areas, and drawn in the chart without breaking the line.
import assert from 'node:assert/strict'
import test from 'node:test'
import { indicatorNamed } from '#areas/figures/testing.ts'
import { landInFigures } from '#areas/figures/testing-reforms.ts'
import { assertFits, follow, heading, see, storyOf } from './acts.ts'
import { openStage, seatOf } from './stage.ts'

test('eine Gebietsreform lässt die Zeitreihe weitergehen und sagt, was umgerechnet ist (B06)', {
  timeout: 300_000,
}, async (t) => {
  const stage = await openStage(t)
  const planner = await landInFigures(stage.house)
  const { id } = await indicatorNamed(planner, '12411-BEVSTD')
  const seat = await seatOf(stage, planner)
  const { page } = seat
  const step = storyOf(t, stage)
  const choose = async (label: string, n: number, name: string) => {
    const field = page.getByRole('combobox', { name: label }).nth(n)
    await field.click()
    await field.pressSequentially(name)
    await page
      .getByRole('option', { name: new RegExp(`^${name}`) })
      .first()
      .click()
  }

  await step('Eingliederung eintragen: welches Gebiet ging in welches, seit wann, nach welcher Quelle', async () => {
    await seat.goto('/zahlen/gebiete')
    await heading(page, 'Gebiete')
    await follow(page, 'Gebietsänderung eintragen')
    await heading(page, 'Gebietsänderung eintragen')
    await page.getByLabel('Wirksam am').fill('01.01.2016')
    await choose('Vorheriges Gebiet', 0, 'Baiern')
    await choose('Neues Gebiet', 0, 'Glonn')
    await page.getByRole('textbox', { name: 'Quelle' }).fill('Verordnung der Regierung von Oberbayern (erfunden)')
    await seat.axe()
    await seat.picture('reform-form')
    await page.getByRole('button', { name: 'Eintragen', exact: true }).click()
    await heading(page, 'Eingliederung: Baiern in Glonn (01.01.2016)')
    await seat.axe()
    await seat.picture('reform')
  })

  await step('die Seite des früheren Gebiets nennt Ebene, Schlüssel, Gültigkeit und Nachfolger', async () => {
    await page.getByRole('link', { name: 'Baiern' }).first().click()
    await heading(page, 'Baiern')
    for (const words of [
      'gibt es seit 01.01.2016 nicht mehr',
      'bis 31.12.2015',
      '09175113',
      '091755114113',
      'Nachfolger',
      'Landkreis',
    ])
      await see(page, words)
    await seat.axe()
    await seat.picture('area')
  })

  await step(
    'der Verlauf geht weiter: offene Zeichen, ein Hinweis am Tag der Reform, und der damalige Gebietsstand auf Wunsch',
    async () => {
      await seat.goto(`/zahlen?kennzahl=${id}&ebene=gemeinden&gebiete=09175121`)
      await page.locator('.ns-series__marker--hollow').first().waitFor()
      assert.equal(await page.locator('.ns-series__marker--hollow').count(), 3)
      await see(page, 'frühere Werte sind die Summe der ganzen Vorgänger')
      await see(page, 'Glonn vor dem 01.01.2016: Glonn + Baiern')
      await seat.axe()
      await seat.picture('series-today')
      await page.getByText('damaliger', { exact: true }).click()
      await see(page, 'Jeder Wert steht für das Gebiet seiner Zeit')
      assert.equal(await page.locator('.ns-series__marker--hollow').count(), 0)
      await page.setViewportSize({ width: 360, height: 780 })
      await page.getByText('heutiger', { exact: true }).click()
      await page.locator('.ns-series__marker--hollow').first().waitFor()
      await assertFits(page)
      await seat.picture('series-360')
      await seat.goto('/zahlen/gebiete?suche=Baiern')
      await see(page, '09175113')
      await assertFits(page)
      await seat.picture('areas-360')
      await seat.goto('/zahlen/gebietsaenderungen/neu')
      await assertFits(page)
      await seat.picture('reform-form-360')
    },
  )
})
