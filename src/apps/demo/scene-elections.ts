// Part of scene 3: the counties and cities elect their chair for three years, by show of hands in the founding meeting (B26). All conduct is invented.
import * as cast from './cast.ts'
import type { Stage } from './stage.ts'

type Shown = { candidates: { id: string; organisation: { id: string } }[] }

export async function electLocalChair(stage: Stage, body: string): Promise<void> {
  const { calendar, made } = stage
  const miriam = await stage.as(cast.district)
  const { constituencies } = await miriam.get<{ constituencies: { id: string; chair: string | null }[] }>(
    `/bodies/${body}`,
  )
  const constituency = constituencies.find((one) => one.chair === 'elected')!.id
  const election = await miriam.post<{ id: string }>(`/bodies/${body}/elections`, {
    constituency,
    day: calendar.founded,
    method: 'hands',
  })
  made.election = election.id
  const url = `/elections/${election.id}`
  for (const person of [cast.ebersberg, cast.exampleCounty]) {
    const by = await stage.as(person)
    await by.post(`${url}/candidates`, {
      person: made[`person:${person.email}`],
      organisation: stage.organisationOf(person),
    })
  }
  const { candidates } = await miriam.get<Shown>(url)
  const votes = candidates.map(({ id, organisation }) => ({
    candidate: id,
    votes: organisation.id === stage.organisationOf(cast.ebersberg) ? 16 : 5,
  }))
  await miriam.act(`${url}/rounds`, { present: 22, votes, abstained: 1 }, url)
  const theresa = await stage.as(cast.ebersberg)
  await theresa.post(`${url}/answer`, { accepts: true })
}
