// The papers of a meeting as files: by keyboard, as a draft for those who lead, for everybody once both have released, and with a sentence when it fails.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { ok } from '#apps/testing-people.ts'
import type { Meeting } from '#areas/meetings/contract.ts'
import { released } from '#areas/meetings/testing.ts'
import { argeHouse } from '#areas/planning/testing.ts'
import { readPdf, readWord, requireUa } from '#kit/documents/testing.ts'
import { see, storyOf } from './acts.ts'
import { openStage, seatOf } from './stage.ts'

async function taken(page: Page, name: string): Promise<{ name: string; bytes: Buffer }> {
  const button = page.getByRole('button', { name })
  await button.focus()
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  const parts: Buffer[] = []
  for await (const part of await download.createReadStream()) parts.push(part as Buffer)
  return { name: download.suggestedFilename(), bytes: Buffer.concat(parts) }
}

test('Papiere einer Sitzung als Dokument', { timeout: 300_000 }, async (t) => {
  const stage = await openStage(t)
  const arge = await argeHouse(t, { house: stage.house, figures: false })
  const { erika, severin, gabriele, body } = arge
  const { object } = ok<Meeting>(
    await erika.post('/meetings', { body, day: '2026-12-15', starts: '14:00', place: 'Landratsamt' }),
  )
  ok(await erika.post(`/meetings/${object.id}/items`, { title: 'Kurzzeitpflege' }))
  ok(await erika.post(`/meetings/${object.id}/items`, { title: 'Vertrauliches', public: false }))
  const chair = await seatOf(stage, erika)
  const member = await seatOf(stage, gabriele)
  const step = storyOf(t, stage)
  const path = `/sitzungen/${object.id}`

  await step(
    'der Vorsitz nimmt den Entwurf mit der Tastatur als PDF mit, andere sehen den Weg noch nicht',
    async () => {
      await chair.goto(path)
      await see(chair.page, 'Noch nicht festgestellt: Das Dokument ist als Entwurf gekennzeichnet.')
      await chair.axe()
      await chair.picture('dokumente-entwurf')
      const draft = await taken(chair.page, 'Als PDF: Tagesordnung')
      assert.match(draft.name, /^2026-12-15 Tagesordnung zur 1. Sitzung .* Entwurf\.pdf$/)
      const pdf = await readPdf(draft.bytes)
      requireUa(pdf)
      assert.ok(pdf.text.includes('TOP 1: Kurzzeitpflege'))
      await member.goto(path)
      await see(member.page, 'TOP 1: Kurzzeitpflege')
      assert.equal(await member.page.getByRole('button', { name: /^Als PDF/ }).count(), 0)
    },
  )

  await step('nach beiden Freigaben bekommen es alle im Gremium, auch die Fassung zum Weitergeben', async () => {
    await released({ office: erika, a: erika, b: severin }, object.id, 'agenda')
    await member.goto(path)
    const word = readWord((await taken(member.page, 'Als Word-Dokument: Tagesordnung')).bytes)
    assert.ok(word.text.includes('Vertrauliches') && word.heads.length === 0)
    const open = await taken(member.page, 'Als PDF: Öffentliche Fassung')
    const pdf = await readPdf(open.bytes)
    assert.ok(open.name.includes('öffentliche Fassung') && !pdf.text.includes('Vertrauliches'))
  })

  await step('geht es nicht, steht da, warum: ohne Verbindung, und wenn es inzwischen nicht mehr gilt', async () => {
    await member.context.setOffline(true)
    await member.page.getByRole('button', { name: 'Als PDF: Tagesordnung' }).click()
    await see(member.page, /Die Verbindung ist gerade unterbrochen/)
    await member.context.setOffline(false)
    ok(await severin.post(`/meetings/${object.id}/items`, { title: 'Nachtrag' }))
    await member.page.getByRole('button', { name: 'Als PDF: Tagesordnung' }).click()
    await see(member.page, /Das ist noch nicht freigegeben/)
    await member.axe()
  })
})
