// Scene 6: what the network knows: who is what, who brings what, who is still sought, and the page that the ARGE shows to everybody.
import type { Cast } from './cast.ts'
import * as cast from './cast.ts'
import { texts } from './network.texts.de.ts'
import { departments } from './scene-people.ts'
import type { Stage } from './stage.ts'
import { texts as common } from './texts.de.ts'

export async function networkScene(stage: Stage): Promise<void> {
  await commonWords(stage)
  await contributions(stage)
  await partners(stage)
  await publicPage(stage)
}

const topicsOf = (stage: Stage, by: Cast, body: string, topics: readonly string[]) =>
  stage.as(by).then((player) => player.put(`/bodies/${body}/topics`, { topics }, `/bodies/${body}`))

async function commonWords(stage: Stage): Promise<void> {
  const { made } = stage
  const tag = async (by: Cast, organisation: string, roles: readonly string[], fields: readonly string[]) =>
    (await stage.as(by)).post(`/organisations/${organisation}/tags`, { roles, fields })
  const [social, health, refugees, planning] = departments.map((name) => made[`organisation:${name}`]!)
  const { munichCounty, caritas, district } = cast
  await tag(munichCounty, social!, ['socialOffice', 'youthOffice'], ['youth', 'family', 'poverty', 'work'])
  await tag(munichCounty, health!, ['healthOffice'], ['health', 'care'])
  await tag(munichCounty, refugees!, [], ['integration', 'housing'])
  await tag(munichCounty, planning!, [], ['planning'])
  await tag(caritas, stage.organisationOf(caritas), ['church'], ['poverty', 'counselling', 'care'])
  await topicsOf(stage, munichCounty, made.arge!, ['poverty'])
  const miriam = await stage.as(district)
  await miriam.post(`/bodies/${made.bag}/missing-actors`, {
    actor: 'welfare',
    state: 'notNeeded',
    note: texts.onlyAuthorities,
  })
}

async function contributions(stage: Stage): Promise<void> {
  const { made } = stage
  for (const [by, list] of [
    [cast.munichCounty, texts.county],
    [cast.caritas, texts.caritas],
  ] as const)
    for (const [kind, text] of Object.entries(list))
      await (await stage.as(by)).post(`/bodies/${made.arge}/contributions`, {
        organisation: stage.organisationOf(by),
        kind,
        text,
      })
}

/** The search for who is missing: with organisations that are made up. */
async function partners(stage: Stage): Promise<void> {
  const { made } = stage
  const andrea = await stage.as(cast.munichCounty)
  const enter = async (name: string, kind: string, side: string, roles: readonly string[]) => {
    const { id } = await andrea.post<{ id: string }>('/organisations', { name, kind, side, example: true })
    made[`organisation:${name}`] = id
    await andrea.post(`/organisations/${id}/tags`, { roles, fields: ['poverty'] })
    return id
  }
  // The Jobcenter is there since the registers' scene; it says itself what it is.
  const jobcenter = stage.organisationOf(cast.exampleJobcenter)
  const rita = await stage.as(cast.exampleJobcenter)
  await rita.post(`/organisations/${jobcenter}/tags`, { roles: ['labour'], fields: ['poverty'] })
  const selfHelp = await enter(texts.selfHelp, 'initiative', 'free', ['selfHelp'])
  const seek = (actor: string, state: string, organisation: string, note: string) =>
    andrea.post(`/bodies/${made.arge}/missing-actors`, { actor, state, organisation, note })
  await seek('labour', 'contacted', jobcenter, texts.asked)
  await seek('selfHelp', 'trial', selfHelp, texts.trial)
  const jana = await stage.as(cast.exampleProvider)
  await jana.post(`/organisations/${stage.organisationOf(cast.exampleProvider)}/relations`, {
    target: selfHelp,
    kind: 'refers',
    about: texts.refersAbout,
    source: texts.source,
  })
  await jana.post(`/organisations/${stage.organisationOf(cast.exampleProvider)}/relations`, {
    target: null,
    kind: 'influences',
    about: texts.influence,
    source: texts.source,
  })
  const florian = await stage.as(cast.exampleCounty)
  await florian.post(`/organisations/${stage.organisationOf(cast.exampleCounty)}/relations`, {
    target: stage.organisationOf(cast.exampleProvider),
    kind: 'funds',
    about: texts.fundsAbout,
    source: texts.source,
  })
}

async function publicPage(stage: Stage): Promise<void> {
  const { made } = stage
  for (const [by, deputy, email] of [
    [cast.munichCounty, cast.munichDeputy, texts.countyMail],
    [cast.caritas, cast.counsellor, texts.caritasMail],
  ] as const) {
    const home = `/organisations/${stage.organisationOf(by)}`
    const contact = {
      person: made[`person:${by.email}`],
      deputy: made[`person:${deputy.email}`],
      email,
      deputyEmail: email,
      hours: common.contacts.hours,
      replyDays: 3,
      audience: 'public',
    }
    await (await stage.as(by)).put(`${home}/contact`, contact, home)
  }
  const andrea = await stage.as(cast.munichCounty)
  const { page, edition } = await andrea.post<{ page: string; edition: number }>(`/bodies/${made.arge}/public-page`, {
    introduction: texts.introduction,
    mission: true,
    members: true,
    agreement: made.argeAgreement,
    meetings: true,
    meetingNote: texts.meetingNote,
    contacts: true,
  })
  made.argePage = page
  for (const chair of [cast.munichCounty, cast.caritas])
    await (await stage.as(chair)).post('/releases', { object: page, edition })
}
