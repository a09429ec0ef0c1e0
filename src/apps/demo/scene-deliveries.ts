// Scene 4: every county delivers what it agreed, in time, and two persons of the district look at it; only the county named "(Beispiel)" is late and still owes one figure. All values are invented.
import * as cast from './cast.ts'
import { planners } from './scene-bodies.ts'
import type { Stage } from './stage.ts'
import { texts } from './texts.de.ts'

type Owed = {
  duty: string
  kind: 'deliver' | 'confirm'
  indicator: { id: string } | null
  period: { from: string; until: string }
  state: string
  area: { key: string; name: string } | null
  official: { value: number | null; from: string } | null
}

type Overview = { kind: string; delivery: { id: string; review: string } | null }

/** An invented value that stays the same for a county at every build. */
const invented = (key: string, least: number, most: number) => {
  let hash = 7
  for (const letter of key) hash = (hash * 31 + letter.charCodeAt(0)) % 9973
  return least + (hash % (most - least + 1))
}

export async function deliveriesScene(stage: Stage): Promise<void> {
  await letOff(stage)
  for (const day of stage.calendar.deliveries) {
    await stage.goTo(day, '09:30')
    await deliverAll(stage, day)
    await checkAll(stage)
  }
}

/** From year to year a county's places differ by a few; one has opened houses, and explains it when it is asked. */
function placesOf(stage: Stage, person: cast.Cast, area: string, from: string) {
  const value = invented(area, 24, 160) + invented(`${area}${from}`, 0, 4)
  const opened = person === cast.munichCounty && from >= stage.calendar.founded.slice(0, 4)
  return opened ? { value: value * 3, explanation: texts.explanation } : { value }
}

/** The district checks what has come in; what was checked before, another person accepts. The latest still waits for that. */
async function checkAll(stage: Stage): Promise<void> {
  const overview = `/figures/deliveries/overview?body=${stage.made.bag}`
  const review = async (by: cast.Cast, from: string, step: string) => {
    const player = await stage.as(by)
    const { rows } = await player.get<{ rows: Overview[] }>(overview)
    for (const { kind, delivery } of rows)
      if (kind === 'deliver' && delivery?.review === from)
        await player.post(`/figures/deliveries/${delivery.id}/review`, { step, edition: 1 })
  }
  await review(cast.districtChecker, 'checked', 'accepted')
  await review(cast.district, 'delivered', 'checked')
}

/** The example county joined late: what it owed for the year before is waived by those to whom it was promised, with their reason. */
async function letOff(stage: Stage): Promise<void> {
  await stage.goTo(stage.calendar.waived, '10:00')
  const miriam = await stage.as(cast.district)
  const { duties } = await miriam.get<{ duties: { id: string; state: string; period: { from: string } }[] }>(
    `/duties?debtor=${stage.organisationOf(cast.exampleCounty)}`,
  )
  for (const duty of duties)
    if (duty.period.from < stage.calendar.founded.slice(0, 4))
      await miriam.post(`/duties/${duty.id}/waiver`, { because: texts.waived })
}

/** Everything that is owed and can be done on this day. An official value that is not there yet is commented, so that nobody waits. */
async function deliverAll(stage: Stage, day: string): Promise<void> {
  const places = stage.made['indicator:places']
  const deliverers = [...planners, cast.caritas].filter((one) => one !== cast.district && one !== cast.exampleCounty)
  await stage.together(deliverers, async (person, by) => {
    const { owed } = await by.get<{ owed: Owed[] }>('/figures/deliveries')
    for (const row of owed) {
      const possible = row.period.until <= day && ['open', 'overdue', 'notYet'].includes(row.state)
      const area = row.area?.key ?? '09184'
      if (!possible || !row.indicator) continue
      const current = row.official && row.official.from >= row.period.from && row.official.from < row.period.until
      const isPlaces = row.indicator.id === places
      const delivery = await by.post<{ id: string }>('/figures/deliveries', {
        indicator: row.indicator.id,
        area,
        ...row.period,
        duty: row.duty,
        ...(row.kind === 'confirm'
          ? current
            ? { kind: 'confirmation', comment: texts.comment }
            : { kind: 'comment', comment: texts.noOfficial }
          : {
              kind: 'figure',
              ...(isPlaces
                ? placesOf(stage, person, area, row.period.from)
                : { value: invented(`${area}${person.email}`, 3, 16) }),
            }),
      })
      if (person === cast.ebersberg && isPlaces && !stage.made.delivery) stage.made.delivery = delivery.id
      if (person === cast.caritas) stage.made.caritasDelivery = delivery.id
    }
  })
}
