// What the actor analysis adds to the world of the matrix: what the association and others say and topics of a need.
import { ok } from '../../testing-people.ts'
import type { Builder } from '../world.ts'

export const involvementWorld: Builder = async ({ people, root, id }) => {
  const { office, delegate, planner } = people as Required<typeof people>
  ok(await planner!.post(`/involvement/${id.inBody}/topics`, { topics: ['care'] }))
  const said = (organisation: string, source: string | null) => ({
    organisation,
    interest: 'high',
    contribution: 'Für die Prüfung',
    source,
  })
  ok(await delegate!.post(`/involvement/${id.body}/statements`, said(id.association!, null)))
  ok(await office!.post(`/involvement/${id.body}/statements`, said(id.strangers!, 'Telefonat')))
  const asked = ok<{ id: string }>(
    await root.post('/organisations', {
      name: 'Gefragte Stelle (Beispiel)',
      kind: 'school',
      side: 'public',
      example: true,
    }),
  ).id
  return { askedSchool: asked }
}
