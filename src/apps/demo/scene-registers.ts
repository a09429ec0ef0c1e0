// Scene 6: the register of responsibilities, two seams and a comparison. The law is real; who agrees, and what is missing, belongs to a "(Beispiel)".
import { addDays } from '#kit/clock/days.ts'
import * as cast from './cast.ts'
import { registerTexts as words } from './registers.texts.de.ts'
import type { Stage } from './stage.ts'
import { texts } from './texts.de.ts'

type Line = { id: string; title: string }

export async function registersScene(stage: Stage): Promise<void> {
  const { calendar, made } = stage
  await stage.goTo(addDays(calendar.today, -330))
  await (await stage.as(cast.district)).post('/tasks/supply')
  await jobcenter(stage)
  await agreedSeam(stage)
  await stage.goTo(addDays(calendar.today, -20))
  await waitingSeam(stage)
  await stateGuarantee(stage, made)
}

async function jobcenter(stage: Stage): Promise<void> {
  const { made, calendar } = stage
  const florian = await stage.as(cast.exampleCounty)
  const person = cast.exampleJobcenter
  const { id } = await florian.post<{ id: string }>('/organisations', {
    name: person.organisation,
    kind: 'authority',
    side: 'public',
    example: true,
  })
  made[`organisation:${person.organisation}`] = id
  await florian.post(`/organisations/${id}/persons`, {
    name: person.name,
    email: person.email,
    mandates: person.home.map((role) => ({ role, from: calendar.founded, until: null, basis: texts.basis })),
  })
  await stage.accept(person.email)
}

/** Agreed eleven months ago: both owners are asked to look at it again soon. */
async function agreedSeam(stage: Stage): Promise<void> {
  const { made } = stage
  const florian = await stage.as(cast.exampleCounty)
  const rita = await stage.as(cast.exampleJobcenter)
  const jana = await stage.as(cast.exampleProvider)
  const comparison = await florian.post<{ id: string }>('/comparisons/supply')
  made.comparison = comparison.id
  const { id } = await rita.post<{ id: string }>('/seams', {
    ...words.seam,
    other: stage.organisationOf(cast.exampleCounty),
    links: [comparison.id],
  })
  made.seam = id
  await rita.post(`/seams/${id}/offer`, { edition: 1, revision: 1 })
  for (const owner of [rita, florian]) await owner.post(`/seams/${id}/releases`, { edition: 1 })
  await jana.post(`/seams/${id}/frictions`, { text: words.friction })
}

/** Put forward and released by one side: nothing holds yet. */
async function waitingSeam(stage: Stage): Promise<void> {
  const florian = await stage.as(cast.exampleCounty)
  const jana = await stage.as(cast.exampleProvider)
  const { id } = await florian.post<{ id: string }>('/seams', {
    ...words.second,
    other: stage.organisationOf(cast.exampleProvider),
  })
  stage.made.waitingSeam = id
  await jana.post(`/seams/${id}/offer`, { edition: 1, revision: 1 })
  await jana.post(`/seams/${id}/releases`, { edition: 1 })
}

async function stateGuarantee(stage: Stage, made: Stage['made']): Promise<void> {
  const { calendar } = stage
  const florian = await stage.as(cast.exampleCounty)
  const { tasks } = await florian.get<{ tasks: Line[] }>('/tasks')
  const care = tasks.find(({ title }) => title.includes('(ambulant)'))!.id
  made.task = care
  const { entries } = await florian.get<{ entries: { id: string; role: string; organisation: null }[] }>(
    `/tasks/${care}`,
  )
  const { id: entry, ...proposal } = entries.find(({ role }) => role === 'plans')!
  await florian.post(`/tasks/${care}/corrections`, { entry, proposal, reason: words.correction })
  const upbringing = tasks.find(({ title }) => title === 'Hilfe zur Erziehung')!.id
  const { guarantee } = await florian.post<{ guarantee: string }>(`/tasks/${upbringing}/guarantees`, {
    areaKey: '09199',
    since: calendar.founded,
  })
  // The only provider stops in four months: the duty to find another one is there, and in time.
  await florian.post(`/tasks/${upbringing}/guarantees/${guarantee}/providers`, {
    organisation: stage.organisationOf(cast.exampleProvider),
    from: calendar.founded,
    until: addDays(calendar.today, 120),
  })
}
