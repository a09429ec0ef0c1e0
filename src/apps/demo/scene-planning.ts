// Scene 5: a need on figures, a meeting, a recommendation that both chairs release, a measure, a service; and a second need that is still open.
import * as cast from './cast.ts'
import type { Player } from './player.ts'
import type { Stage } from './stage.ts'
import { texts } from './texts.de.ts'

type Meeting = { items: { id: string; title: string; concerning: { id: string } | null; result: { id: string } | null }[]; attendance: { organisation: { id: string } }[] }

export async function planningScene(stage: Stage): Promise<void> {
  await firstMeeting(stage)
  await stateNeed(stage)
  await secondMeeting(stage)
  await measureAndService(stage)
  await whatIsStillOpen(stage)
}

async function plan(by: Player, body: string, day: string, purpose: string): Promise<string> {
  const { object } = await by.post<{ object: { id: string } }>('/meetings', { body, day, starts: '10:00', ends: '12:30', place: texts.meetings.place, purpose })
  return object.id
}

/** Everybody with a seat was represented; only the example county excused itself. */
async function hold(stage: Stage, by: Player, meeting: string): Promise<Meeting> {
  const url = `/meetings/${meeting}`
  const held = await by.act<Meeting>(`${url}/holding`, {}, url)
  const away = stage.made[`organisation:${cast.exampleCounty.organisation}`]
  await by.put(`${url}/attendance`, { attendance: held.attendance.map(({ organisation }) => ({ organisation: organisation.id, state: organisation.id === away ? 'excused' : 'present' })) }, url)
  return held
}

/** Both chairs release the same edition, each with the own key. */
async function release(stage: Stage, decision: string, chairs: readonly cast.Cast[]): Promise<void> {
  for (const chair of chairs) {
    const by = await stage.as(chair)
    const { edition } = await by.get<{ edition: number }>(`/releases?object=${decision}`)
    await by.post('/releases', { object: decision, edition })
  }
}

async function firstMeeting(stage: Stage): Promise<void> {
  const { made, calendar } = stage
  await stage.goTo(calendar.firstMeeting, '09:00')
  const miriam = await stage.as(cast.district)
  const meeting = await plan(miriam, made.bag!, calendar.firstMeeting, texts.meetings.first)
  await miriam.post(`/meetings/${meeting}/items`, { title: texts.meetings.itemFigures })
  await stage.goTo(calendar.firstMeeting, '13:00')
  const held = await hold(stage, await stage.as(cast.district), meeting)
  const result = { title: texts.meetings.itemFigures, result: 'noted', text: texts.meetings.noted }
  const after = await (await stage.as(cast.district)).post<Meeting>(`/meetings/${meeting}/items/${held.items[0]!.id}/result`, result)
  await release(stage, after.items[0]!.result!.id, [cast.district, cast.ebersberg])
}

async function stateNeed(stage: Stage): Promise<void> {
  const { made, calendar } = stage
  await stage.goTo(calendar.needStated, '09:30')
  const theresa = await stage.as(cast.ebersberg)
  const areas = await theresa.get<{ ids: string[]; keys: string[] }>('/figures/areas?level=county')
  const area = areas.ids[areas.keys.indexOf('09175')] ?? null
  made.areaEbersberg = area ?? ''
  const t = texts.need
  const need = await theresa.post<{ object: { id: string } }>('/needs', {
    body: made.bag, title: t.title, targetGroup: t.targetGroup, area, areaName: t.area, benefit: t.benefit, description: t.description,
    evidence: [
      { grade: 'figures', source: made['table:22411-02-03-4'], indicator: made['indicator:22411-PFL016'], area, from: '2019-12-15', until: '2019-12-16', note: t.care },
      { grade: 'figures', source: made.delivery, indicator: made['indicator:places'], area, note: t.places },
      { grade: 'practice', note: t.practice },
    ],
  })
  made.need = need.object.id
  await theresa.act(`/needs/${made.need}/statement`, {}, `/needs/${made.need}`)
}

async function secondMeeting(stage: Stage): Promise<void> {
  const { made, calendar } = stage
  await stage.goTo(calendar.secondMeeting, '09:00')
  let miriam = await stage.as(cast.district)
  const meeting = await plan(miriam, made.bag!, calendar.secondMeeting, texts.meetings.second)
  made.meeting = meeting
  await miriam.post(`/meetings/${meeting}/items`, { title: texts.meetings.itemNeed, concerning: made.need })
  await stage.goTo(calendar.secondMeeting, '13:00')
  miriam = await stage.as(cast.district)
  const held = await hold(stage, miriam, meeting)
  const item = held.items.find((one) => one.concerning?.id === made.need)!
  await miriam.put(`/meetings/${meeting}/items/${item.id}/notes`, { notes: texts.meetings.notes }, `/meetings/${meeting}`)
  const d = texts.decision
  const after = await miriam.post<Meeting>(`/meetings/${meeting}/items/${item.id}/result`, {
    title: d.title, result: 'recommended', text: d.text, reasons: d.reasons, addressee: stage.organisationOf(cast.ebersberg), path: d.path, costs: d.costs, needs: [made.need],
  })
  made.decision = after.items.find((one) => one.id === item.id)!.result!.id
  await stage.goTo(calendar.released, '10:00')
  await release(stage, made.decision, [cast.ebersberg, cast.district])
}

async function measureAndService(stage: Stage): Promise<void> {
  const { made, calendar } = stage
  await stage.goTo(calendar.measureAgreed, '10:00')
  const theresa = await stage.as(cast.ebersberg)
  const measure = await theresa.post<{ object: { id: string } }>('/measures', {
    decision: made.decision, ...texts.measure, lead: stage.organisationOf(cast.ebersberg), accountablePublic: stage.organisationOf(cast.ebersberg), accountableFree: stage.organisationOf(cast.caritas),
    until: `${Number(calendar.today.slice(0, 4)) + 1}-12-31`,
  })
  made.measure = measure.object.id
  await theresa.act(`/measures/${made.measure}/agreement`, {}, `/measures/${made.measure}`)
  await stage.goTo(calendar.serviceOpened, '10:00')
  const georg = await stage.as(cast.caritas)
  const s = texts.service
  const service = await georg.post<{ object: { id: string } }>('/services', {
    title: s.title, category: 'dayCare', description: s.description, targetGroup: s.targetGroup, area: made.areaEbersberg || null, areaName: texts.need.area, address: s.address, capacity: 24, capacityUnit: s.unit,
    opening: s.opening, contact: s.contact, from: calendar.serviceOpened, audience: 'public', answers: made.measure,
  })
  made.service = service.object.id
  await georg.act(`/services/${made.service}/opening`, { day: calendar.serviceOpened }, `/services/${made.service}`)
}

/** A need that waits for its meeting, and the meeting that is coming. */
async function whatIsStillOpen(stage: Stage): Promise<void> {
  const { made, calendar } = stage
  await stage.goTo(calendar.lateNeed, '10:00')
  const florian = await stage.as(cast.exampleCounty)
  const t = texts.debt
  const need = await florian.post<{ object: { id: string } }>('/needs', {
    body: made.bag, title: t.title, targetGroup: t.targetGroup, areaName: t.area, benefit: t.benefit, description: t.description, evidence: [{ grade: 'practice', note: t.practice }],
  })
  made.openNeed = need.object.id
  await florian.act(`/needs/${made.openNeed}/statement`, {}, `/needs/${made.openNeed}`)
  await stage.goTo(calendar.today, '06:00')
  await plan(await stage.as(cast.district), made.bag!, calendar.nextMeeting, texts.meetings.next)
  await plan(await stage.as(cast.munichCounty), made.arge!, calendar.nextMeeting, texts.meetings.next)
}
