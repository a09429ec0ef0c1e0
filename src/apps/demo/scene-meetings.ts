import * as cast from './cast.ts'
import type { Player } from './player.ts'
import type { Stage } from './stage.ts'
import { texts } from './texts.de.ts'

export type Meeting = {
  items: { id: string; title: string; concerning: { id: string } | null; result: { id: string } | null }[]
  attendance: { organisation: { id: string }; unit: { id: string } | null }[]
}

export async function plan(by: Player, body: string, day: string, purpose: string): Promise<string> {
  const { object } = await by.post<{ object: { id: string } }>('/meetings', {
    body,
    day,
    starts: '10:00',
    ends: '12:30',
    place: texts.meetings.place,
    purpose,
  })
  return object.id
}

/** Everybody with a seat was represented; only the example county excused itself. */
export async function hold(stage: Stage, by: Player, meeting: string): Promise<Meeting> {
  const url = `/meetings/${meeting}`
  const held = await by.act<Meeting>(`${url}/holding`, {}, url)
  const away = stage.made[`organisation:${cast.exampleCounty.organisation}`]
  await by.put(
    `${url}/attendance`,
    {
      attendance: held.attendance.map(({ organisation, unit }) => ({
        organisation: organisation.id,
        unit: unit?.id ?? null,
        state: organisation.id === away ? 'excused' : 'present',
      })),
    },
    url,
  )
  return held
}

/** Both chairs release the same edition, each with the own key. */
export async function release(stage: Stage, decision: string, chairs: readonly cast.Cast[]): Promise<void> {
  for (const chair of chairs) {
    const by = await stage.as(chair)
    const { edition } = await by.get<{ edition: number }>(`/releases?object=${decision}`)
    await by.post('/releases', { object: decision, edition })
  }
}

/** The minutes of a meeting that was held: put before the chairs, released by both. */
export async function keepMinutes(
  stage: Stage,
  by: Player,
  meeting: string,
  chairs: readonly cast.Cast[],
): Promise<void> {
  const { papers } = await by.post<{ papers: { kind: string; object: string | null }[] }>(
    `/meetings/${meeting}/papers`,
    { kind: 'minutes' },
  )
  await release(stage, papers.find(({ kind }) => kind === 'minutes')!.object!, chairs)
}

/** A meeting that takes note of where the deliveries stand; both chairs release the result. */
export async function shortMeeting(
  stage: Stage,
  body: string,
  day: string,
  office: cast.Cast,
  chairs: readonly cast.Cast[],
  purpose: string,
): Promise<void> {
  await stage.goTo(day, '09:00')
  let by = await stage.as(office)
  const meeting = await plan(by, body, day, purpose)
  await by.post(`/meetings/${meeting}/items`, { title: texts.meetings.itemFigures })
  await stage.goTo(day, '13:00')
  by = await stage.as(office)
  const held = await hold(stage, by, meeting)
  const after = await by.post<Meeting>(`/meetings/${meeting}/items/${held.items[0]!.id}/result`, {
    title: texts.meetings.itemFigures,
    result: 'noted',
    text: texts.meetings.noted,
  })
  await release(stage, after.items[0]!.result!.id, chairs)
  await keepMinutes(stage, by, meeting, chairs)
}
export const ofDistrict = [cast.district, cast.ebersberg] as const
export const ofCounty = [cast.munichCounty, cast.caritas] as const
