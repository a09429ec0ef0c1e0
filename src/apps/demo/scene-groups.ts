// Scene 6: the Bezirksarbeitsgemeinschaft sets up a working group for a time: both chairs release its mandate, its members are sent, it reports once.
import { addDays, addMonths } from '#kit/clock/days.ts'
import * as cast from './cast.ts'
import type { Stage } from './stage.ts'
import { texts } from './texts.de.ts'

export async function groupsScene(stage: Stage): Promise<void> {
  const { made, calendar, organisationOf } = stage
  const t = texts.group
  await stage.goTo(addDays(calendar.today, -45), '10:00')
  const members = cast.otherPlanners.filter((one) => t.members.includes(one.organisation))
  const miriam = await stage.as(cast.district)
  const theresa = await stage.as(cast.ebersberg)
  const mandate = await miriam.post<{ id: string }>(`/bodies/${made.bag}/groups`, {
    name: t.name,
    shortName: t.short,
    task: t.task,
    result: t.result,
    lead: organisationOf(cast.ebersberg),
    leader: made[`person:${cast.ebersberg.email}`],
    members: [
      { organisation: organisationOf(cast.district) },
      ...members.map((one) => ({ organisation: organisationOf(one) })),
      { organisation: organisationOf(cast.caritas), guest: true },
    ],
    until: addMonths(calendar.today, 8),
    reportEvery: null,
  })
  made.groupMandate = mandate.id
  for (const chair of [miriam, theresa]) await chair.post('/releases', { object: mandate.id, edition: 1 })
  const group = await miriam.post<{ id: string }>(`/group-mandates/${mandate.id}/opening`)
  made.group = group.id
  const send = (person: cast.Cast, role: string) =>
    miriam.post(`/bodies/${group.id}/mandates`, {
      organisation: organisationOf(person),
      role,
      person: made[`person:${person.email}`],
      from: addDays(calendar.today, -45),
      basis: texts.sent,
    })
  for (const person of [cast.district, ...members]) await send(person, 'delegate')
  await send(cast.caritas, 'guest')
  await stage.goTo(addDays(calendar.today, -10), '15:00')
  await (await stage.as(cast.ebersberg)).post(`/bodies/${group.id}/reports`, { text: t.report })
}
