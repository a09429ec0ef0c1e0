// Scene 2: official tables, read in through the same way as everybody's files, and the two figures that only the counties hold.
import { readFileSync } from 'node:fs'
import * as cast from './cast.ts'
import type { Player } from './player.ts'
import type { Stage } from './stage.ts'
import { texts } from './texts.de.ts'

const folder = new URL('../../areas/figures/demo-data/', import.meta.url)
/** In this order: the register first, because every other file is read against it. */
const files = [
  'gemeindeverzeichnis_2024-06-30_oberbayern.csv',
  '12411-01-01-4_flat_oberbayern.csv',
  '12411-0015_oberbayern.csv',
  '22411-02-01-4_oberbayern.csv',
  '22411-02-02-4_oberbayern.csv',
  '22411-02-03-4_oberbayern.csv',
  '13211-02-05-4_oberbayern.csv',
]

type Preview = { id: string; title: string }
type Committed = { table: { id: string; title: string }; indicators: { id: string; title: string }[] }

/** Whose figures they are, in the words of their licence. */
const sources = JSON.parse(readFileSync(new URL('files.json', folder), 'utf8')) as {
  file: string
  attribution: string
  changed: string
}[]

async function readIn(by: Player, name: string): Promise<Committed> {
  const source = sources.find((one) => one.file === name)
  const preview = await by.upload<Preview>('/figures/imports', name, readFileSync(new URL(name, folder)))
  return by.post<Committed>(
    `/figures/imports/${preview.id}/commit`,
    source ? { attribution: `${source.attribution} (${source.changed})` } : {},
  )
}

export async function figuresScene(stage: Stage): Promise<void> {
  const { made, calendar } = stage
  await stage.goTo(calendar.founded, '09:00')
  const miriam = await stage.as(cast.district)
  for (const file of files) {
    const { table } = await readIn(miriam, file)
    made[`table:${file.split('_')[0]}`] = table.id
  }
  const { indicators } = await miriam.get<{ indicators: { id: string; code: string; title: string }[] }>(
    '/figures/indicators',
  )
  for (const indicator of indicators) made[`indicator:${indicator.code}`] = indicator.id
  for (const [name, indicator] of Object.entries(texts.indicators)) {
    const timing =
      name === 'places'
        ? { timing: 'day', additive: true, direction: 'more' }
        : { timing: 'span', additive: false, direction: 'less', decimals: 1 }
    made[`indicator:${name}`] = (
      await miriam.post<{ id: string }>('/figures/indicators', { ...indicator, ...timing, heldByCounties: true })
    ).id
  }
  // What no number of places can be is not taken; how much it may differ from before is asked of its own history.
  await miriam.post(`/figures/indicators/${made['indicator:places']}/rules`, { kind: 'range', least: 0, hard: true })
  const waits = `/figures/indicators/${made['indicator:waiting']}/rules`
  await miriam.post(waits, { kind: 'range', least: 0, most: 52 })
  await miriam.post(waits, { kind: 'change', percent: 50 })
}
