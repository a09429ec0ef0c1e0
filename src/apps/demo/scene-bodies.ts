// Scene 3: two bodies are founded, their agreements offered and signed by every party; from then on they owe what they agreed.

import { rulesOfTemplate } from '#areas/cooperation/rules/templates.ts'
import type { Cast } from './cast.ts'
import * as cast from './cast.ts'
import { electLocalChair } from './scene-elections.ts'
import { associationNames, countyNames, departments } from './scene-people.ts'
import type { Stage } from './stage.ts'
import { texts } from './texts.de.ts'

const organisation = (stage: Stage, name: string) => stage.made[`organisation:${name}`]!
const term = (stage: Stage) => ({ from: stage.calendar.founded, until: null, basis: texts.sent })

/** All planners by their organisation's name: who signs and delivers for it. */
export const planners: readonly Cast[] = [
  cast.district,
  cast.ebersberg,
  cast.munichCounty,
  cast.exampleCounty,
  ...cast.otherPlanners,
]

export async function bodiesScene(stage: Stage): Promise<void> {
  await districtBody(stage)
  await countyBody(stage)
}

async function districtBody(stage: Stage): Promise<void> {
  const { made, calendar } = stage
  const t = texts.bag
  await stage.goTo(calendar.founded, '11:00')
  const miriam = await stage.as(cast.district)
  const local = [...countyNames, cast.exampleCounty.organisation]
  const body = await miriam.post<{ id: string }>('/bodies', {
    name: t.name,
    shortName: t.short,
    mission: t.mission,
    form: 'forum',
    keys: 2,
    foundedOn: calendar.founded,
    areaKey: '091',
    constituencies: [
      { name: t.district, chair: 'appointed' },
      { name: t.local, chair: 'elected', termYears: 3 },
    ],
    seats: [
      { organisation: organisation(stage, cast.district.organisation), constituency: t.district },
      ...local.map((name) => ({ organisation: organisation(stage, name), constituency: t.local })),
    ],
  })
  made.bag = body.id
  const send = (person: Cast, role: string) =>
    miriam.post(`/bodies/${body.id}/mandates`, {
      organisation: stage.organisationOf(person),
      role,
      person: made[`person:${person.email}`],
      ...term(stage),
    })
  made[`person:${cast.district.email}`] = (await miriam.get<{ person: { id: string } }>('/session')).person.id
  await send(cast.district, 'chair')
  await electLocalChair(stage, body.id)
  for (const person of planners.filter((one) => one !== cast.district && one !== cast.ebersberg))
    await send(person, 'delegate')
  // The head of a county reads what was discussed in her county's name.
  await send(cast.ebersbergHead, 'guest')
  const time = { period: 'year' } as const
  const agreement = await miriam.post<{ id: string }>(`/bodies/${body.id}/agreements`, {
    title: t.agreement,
    preamble: t.preamble,
    reviewOn: calendar.untilNextYear,
    parties: [cast.district.organisation, ...local].map((name) => organisation(stage, name)),
    clauses: [
      { number: '§ 2', text: t.meet, strength: 'must', duty: { kind: 'meet', perYear: 2 } },
      {
        number: '§ 3 Abs. 1',
        text: t.places,
        strength: 'must',
        duty: { kind: 'deliver', indicator: made['indicator:places'], time: { ...time, due: '03-31' } },
      },
      {
        number: '§ 3 Abs. 2',
        text: t.waiting,
        strength: 'should',
        duty: { kind: 'deliver', indicator: made['indicator:waiting'], time: { ...time, due: '03-31' } },
      },
      {
        number: '§ 3 Abs. 3',
        text: t.confirm,
        strength: 'must',
        duty: { kind: 'confirm', indicator: made['indicator:12411-BEVSTD'], time: { ...time, due: '12-31' } },
      },
    ],
  })
  made.bagAgreement = agreement.id
  const { edition } = await miriam.act<{ edition: number }>(
    `/agreements/${agreement.id}/offer`,
    {},
    `/agreements/${agreement.id}`,
  )
  await stage.goTo(calendar.signed, '11:00')
  await stage.together(planners, (person, by) =>
    by.post(`/agreements/${agreement.id}/signatures`, {
      edition,
      day: calendar.signed,
      place: 'München',
      capacity: person === cast.district ? t.capacity.district : t.capacity.local,
    }),
  )
  await rulesOfProcedure(stage, body.id)
}

/** The rules of procedure of the district's body: proposed by its office, adopted by both chairs. A forum agrees, it does not vote. */
async function rulesOfProcedure(stage: Stage, body: string): Promise<void> {
  const { calendar, made } = stage
  const miriam = await stage.as(cast.district)
  const rules = await miriam.post<{ object: string; edition: number }>(`/bodies/${body}/rules`, {
    procedure: {
      ...rulesOfTemplate('district', { keys: 2, meetsPerYear: 2 }),
      // The invented meetings are not invited to and nobody is named to stand in: asking for it would show somebody real as late.
      noticeDays: 0,
      standIn: 'none',
      text: texts.bag.rules,
    },
    validFrom: calendar.signed,
  })
  made.bagRules = rules.object
  for (const chair of [cast.district, cast.ebersberg]) await (await stage.as(chair)).post('/releases', rules)
}

async function countyBody(stage: Stage): Promise<void> {
  const { made, calendar } = stage
  const t = texts.arge
  await stage.goTo(calendar.signed, '13:00')
  const andrea = await stage.as(cast.munichCounty)
  const county = stage.organisationOf(cast.munichCounty)
  const body = await andrea.post<{ id: string }>('/bodies', {
    name: t.name,
    shortName: t.short,
    mission: t.mission,
    form: 'deciding',
    keys: 2,
    foundedOn: calendar.signed,
    areaKey: '09184',
    constituencies: [
      { name: t.public, chair: 'appointed' },
      { name: t.free, chair: 'elected', termYears: 3 },
    ],
    seats: [
      ...departments.map((name) => ({
        organisation: county,
        unit: organisation(stage, name),
        constituency: t.public,
        voting: !name.startsWith('Stabsstelle'),
      })),
      ...associationNames.map((name) => ({ organisation: organisation(stage, name), constituency: t.free })),
    ],
  })
  made.arge = body.id
  const send = (person: Cast, role: string) =>
    andrea.post(`/bodies/${body.id}/mandates`, {
      organisation: stage.organisationOf(person),
      role,
      person: made[`person:${person.email}`],
      ...term(stage),
    })
  await send(cast.munichCounty, 'chair')
  await send(cast.caritas, 'chair')
  const agreement = await andrea.post<{ id: string }>(`/bodies/${body.id}/agreements`, {
    title: t.agreement,
    preamble: t.preamble,
    reviewOn: `${Number(calendar.today.slice(0, 4)) + 2}-05-15`,
    parties: [county, ...associationNames.map((name) => organisation(stage, name))],
    clauses: [
      { number: '§ 1', text: t.meet, strength: 'must', duty: { kind: 'meet', perYear: 2 } },
      {
        number: '§ 2',
        text: t.waiting,
        strength: 'should',
        duty: {
          kind: 'deliver',
          indicator: made['indicator:waiting'],
          from: [stage.organisationOf(cast.caritas)],
          time: { period: 'year', due: '03-31' },
        },
      },
    ],
  })
  made.argeAgreement = agreement.id
  const { edition } = await andrea.act<{ edition: number }>(
    `/agreements/${agreement.id}/offer`,
    {},
    `/agreements/${agreement.id}`,
  )
  await andrea.post(`/agreements/${agreement.id}/signatures`, {
    edition,
    day: calendar.signed,
    place: 'München',
    capacity: texts.bag.capacity.local,
  })
  const georg = await stage.as(cast.caritas)
  await georg.post(`/agreements/${agreement.id}/signatures`, {
    edition,
    day: calendar.signed,
    place: 'München',
    capacity: t.capacity,
  })
  // The other associations signed on paper; the office records it with its source.
  for (const name of associationNames.filter((one) => one !== cast.caritas.organisation))
    await andrea.post(`/agreements/${agreement.id}/signatures`, {
      edition,
      organisation: organisation(stage, name),
      day: calendar.signed,
      place: 'München',
      capacity: t.capacity,
      source: texts.basis,
    })
}

/** A seat that is asked for and not answered yet: of a department that is named an example. */
export async function offeredSeat(stage: Stage): Promise<void> {
  const { made } = stage
  const miriam = await stage.as(cast.district)
  await miriam.post(`/bodies/${made.bag}/seats`, {
    seats: [{ organisation: stage.organisationOf(cast.exampleProvider), unit: made.mergedUnit, guest: true }],
  })
}
