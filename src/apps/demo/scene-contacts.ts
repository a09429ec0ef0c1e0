// Scene 6: who answers for whom today, an organisation wider than one county, and a reorganisation at an example. Confirmed by those who are named;
// only an organisation named "(Beispiel)" has let its confirmation grow old.
import type { Cast } from './cast.ts'
import * as cast from './cast.ts'
import type { Stage } from './stage.ts'
import { texts } from './texts.de.ts'

const t = texts.contacts

/** At the beginning: what grows old until today. */
export async function firstContact(stage: Stage): Promise<void> {
  const jana = await stage.as(cast.exampleProvider)
  await name(stage, cast.exampleProvider, null)
  const { made } = stage
  const unit = (title: string) =>
    jana.post<{ id: string }>('/organisations', {
      name: title,
      kind: 'unit',
      side: 'free',
      example: true,
      parent: stage.organisationOf(cast.exampleProvider),
    })
  for (const title of [t.debt, t.housing]) made[`organisation:${title}`] = (await unit(title)).id
}

export async function contactsScene(stage: Stage): Promise<void> {
  const { made, calendar } = stage
  for (const [person, deputy] of [
    [cast.ebersberg, cast.ebersbergHead],
    [cast.munichCounty, cast.munichDeputy],
    [cast.caritas, cast.counsellor],
    [cast.district, null],
  ] as const)
    await name(stage, person, deputy)
  // An organisation whose own name says that it works beyond the county of the body in which it sits.
  const miriam = await stage.as(cast.district)
  const wide = made[`organisation:${t.wide}`]
  await miriam.post(`/organisations/${wide}/areas`, { key: '091', name: t.region })
  await miriam.post(`/organisations/${wide}/areas`, { key: '09162', name: t.city })
  // An invented reorganisation: two departments become one.
  const jana = await stage.as(cast.exampleProvider)
  const heir = await jana.post<{ id: string }>('/organisations', {
    name: t.both,
    kind: 'unit',
    side: 'free',
    example: true,
    disciplines: ['social', 'housing'],
    parent: stage.organisationOf(cast.exampleProvider),
  })
  for (const title of [t.debt, t.housing])
    await jana.post(`/organisations/${made[`organisation:${title}`]}/successors`, {
      successors: [heir.id],
      day: calendar.today,
      because: t.because,
    })
  made.mergedUnit = heir.id
}

/** Somebody names herself: that is confirmed with it. */
async function name(stage: Stage, person: Cast, deputy: Cast | null): Promise<void> {
  const by = await stage.as(person)
  const at = `/organisations/${stage.organisationOf(person)}`
  await by.put(
    `${at}/contact`,
    {
      person: stage.made[`person:${person.email}`] ?? (await by.get<{ person: { id: string } }>('/session')).person.id,
      deputy: deputy ? stage.made[`person:${deputy.email}`] : null,
      email: person.email,
      deputyEmail: deputy?.email ?? null,
      hours: t.hours,
      replyDays: 3,
      confirmMonths: 6,
    },
    at,
  )
}
