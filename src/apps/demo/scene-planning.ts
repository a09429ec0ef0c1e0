// Scene 5: a need on figures, a meeting, a recommendation that both chairs release, a measure, a service; and a second need that is still open.
import { addDays } from '#kit/clock/days.ts'
import * as cast from './cast.ts'
import { hold, keepMinutes, type Meeting, ofCounty, ofDistrict, plan, release, shortMeeting } from './scene-meetings.ts'
import type { Stage } from './stage.ts'
import { texts } from './texts.de.ts'

export async function planningScene(stage: Stage): Promise<void> {
  await firstMeeting(stage)
  await stateNeed(stage)
  await secondMeeting(stage)
  await measureAndService(stage)
  await yearOfMeetings(stage)
  await whatIsStillOpen(stage)
}

async function firstMeeting(stage: Stage): Promise<void> {
  const { made, calendar } = stage
  await shortMeeting(stage, made.bag!, calendar.firstMeeting, cast.district, ofDistrict, texts.meetings.first)
  await shortMeeting(
    stage,
    made.arge!,
    addDays(calendar.firstMeeting, 5),
    cast.munichCounty,
    ofCounty,
    texts.meetings.first,
  )
}

/** What the agreements ask for: at least two meetings in each year that has passed so far. */
async function yearOfMeetings(stage: Stage): Promise<void> {
  const { made, calendar } = stage
  for (const day of calendar.meetingsOfThisYear) {
    await shortMeeting(stage, made.bag!, day, cast.district, ofDistrict, texts.meetings.first)
    await shortMeeting(stage, made.arge!, addDays(day, 6), cast.munichCounty, ofCounty, texts.meetings.first)
  }
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
    body: made.bag,
    title: t.title,
    targetGroup: t.targetGroup,
    area,
    areaName: t.area,
    benefit: t.benefit,
    description: t.description,
    evidence: [
      {
        grade: 'figures',
        source: made['table:22411-02-03-4'],
        indicator: made['indicator:22411-PFL016'],
        area,
        from: '2019-12-31',
        until: '2020-01-01',
        note: t.care,
      },
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
  await miriam.post(`/meetings/${meeting}/items`, { title: texts.arrangement.title })
  await stage.goTo(calendar.secondMeeting, '13:00')
  miriam = await stage.as(cast.district)
  const held = await hold(stage, miriam, meeting)
  const item = held.items.find((one) => one.concerning?.id === made.need)!
  await miriam.put(
    `/meetings/${meeting}/items/${item.id}/notes`,
    { notes: texts.meetings.notes },
    `/meetings/${meeting}`,
  )
  const d = texts.decision
  const after = await miriam.post<Meeting>(`/meetings/${meeting}/items/${item.id}/result`, {
    title: d.title,
    result: 'recommended',
    text: d.text,
    reasons: d.reasons,
    addressee: stage.organisationOf(cast.ebersberg),
    path: d.path,
    costs: d.costs,
    needs: [made.need],
  })
  made.decision = after.items.find((one) => one.id === item.id)!.result!.id
  // A forum does not vote: what it wants to do together is agreed on (Verabredung).
  const other = held.items.find((one) => one.title === texts.arrangement.title)!
  const agreed = await miriam.post<Meeting>(`/meetings/${meeting}/items/${other.id}/result`, {
    ...texts.arrangement,
    result: 'agreed',
  })
  made.arrangement = agreed.items.find((one) => one.id === other.id)!.result!.id
  await stage.goTo(calendar.released, '10:00')
  await release(stage, made.decision, [cast.ebersberg, cast.district])
  await release(stage, made.arrangement, [cast.ebersberg, cast.district])
  await keepMinutes(stage, await stage.as(cast.district), meeting, [cast.ebersberg, cast.district])
  await shortMeeting(
    stage,
    made.arge!,
    addDays(calendar.secondMeeting, 12),
    cast.munichCounty,
    ofCounty,
    texts.meetings.first,
  )
}

async function measureAndService(stage: Stage): Promise<void> {
  const { made, calendar } = stage
  await stage.goTo(calendar.measureAgreed, '10:00')
  const theresa = await stage.as(cast.ebersberg)
  const measure = await theresa.post<{ object: { id: string } }>('/measures', {
    decision: made.decision,
    ...texts.measure,
    lead: stage.organisationOf(cast.ebersberg),
    accountablePublic: stage.organisationOf(cast.ebersberg),
    accountableFree: stage.organisationOf(cast.caritas),
    until: calendar.untilNextYear,
  })
  made.measure = measure.object.id
  await theresa.act(`/measures/${made.measure}/agreement`, {}, `/measures/${made.measure}`)
  await arrangedMeasure(stage)
  await stage.goTo(calendar.serviceOpened, '10:00')
  const georg = await stage.as(cast.caritas)
  const s = texts.service
  const service = await georg.post<{ object: { id: string } }>('/services', {
    title: s.title,
    category: 'dayCare',
    description: s.description,
    targetGroup: s.targetGroup,
    area: made.areaEbersberg || null,
    areaName: texts.need.area,
    address: s.address,
    capacity: 24,
    capacityUnit: s.unit,
    opening: s.opening,
    contact: s.contact,
    from: calendar.serviceOpened,
    audience: 'public',
    answers: made.measure,
  })
  made.service = service.object.id
  await georg.act(`/services/${made.service}/opening`, { day: calendar.serviceOpened }, `/services/${made.service}`)
}

/** What was agreed on becomes a measure too, under the lead of the county that is named an example. */
async function arrangedMeasure(stage: Stage): Promise<void> {
  const { made, calendar } = stage
  const theresa = await stage.as(cast.ebersberg)
  const { object } = await theresa.post<{ object: { id: string } }>('/measures', {
    decision: made.arrangement,
    ...texts.arrangedMeasure,
    lead: stage.organisationOf(cast.exampleCounty),
    accountablePublic: stage.organisationOf(cast.exampleCounty),
    accountableFree: stage.organisationOf(cast.exampleProvider),
    until: calendar.untilNextYear,
  })
  await theresa.act(`/measures/${object.id}/agreement`, {}, `/measures/${object.id}`)
}

/** A need that waits for its meeting, and the meeting that is coming. */
async function whatIsStillOpen(stage: Stage): Promise<void> {
  const { made, calendar } = stage
  await stage.goTo(calendar.openNeed, '10:00')
  const florian = await stage.as(cast.exampleCounty)
  const t = texts.debt
  const need = await florian.post<{ object: { id: string } }>('/needs', {
    body: made.bag,
    title: t.title,
    targetGroup: t.targetGroup,
    areaName: t.area,
    benefit: t.benefit,
    description: t.description,
    evidence: [
      {
        grade: 'figures',
        source: made['table:13211-02-05-4'],
        indicator: made['indicator:13211-ERWP06'],
        note: t.official,
      },
      { grade: 'practice', note: t.practice },
    ],
  })
  made.openNeed = need.object.id
  await florian.act(`/needs/${made.openNeed}/statement`, {}, `/needs/${made.openNeed}`)
  await argeNeed(stage)
  await stage.goTo(calendar.today, '06:00')
  await plan(await stage.as(cast.district), made.bag!, calendar.nextMeeting, texts.meetings.next)
  const andrea = await stage.as(cast.munichCounty)
  made.nextMeeting = await plan(andrea, made.arge!, calendar.nextMeeting, texts.meetings.next)
  if (made.argeNeed) await andrea.post(`/meetings/${made.nextMeeting}/items`, { concerning: made.argeNeed })
}

/** A need that rests on what an association delivered: its figure is answered, its trail goes on. */
async function argeNeed(stage: Stage): Promise<void> {
  const { made } = stage
  if (!made.caritasDelivery) return
  const andrea = await stage.as(cast.munichCounty)
  const t = texts.argeNeed
  const need = await andrea.post<{ object: { id: string } }>('/needs', {
    body: made.arge,
    title: t.title,
    targetGroup: t.targetGroup,
    areaName: t.area,
    benefit: t.benefit,
    description: t.description,
    evidence: [
      { grade: 'figures', source: made.caritasDelivery, indicator: made['indicator:waiting'], note: t.waiting },
    ],
  })
  made.argeNeed = need.object.id
  await andrea.act(`/needs/${made.argeNeed}/statement`, {}, `/needs/${made.argeNeed}`)
  await andrea.post(`/figures/deliveries/${made.caritasDelivery}/answer`, { verdict: 'used', text: texts.answerUsed })
}
