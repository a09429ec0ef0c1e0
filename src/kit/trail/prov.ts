// The Datenspur in the words of PROV (W3C Recommendation PROV-DM, serialised as PROV-JSON, W3C Member Submission of 24 April 2013).
import { whomToAskAt } from '#kit/ref.ts'
import type { Station, Step } from './contract.ts'

const entity = (id: string) => `nahtstelle:${id}`

/**
 * Stations become entities, steps activities with who acted for whom; `wasDerivedFrom` joins them. What the reader may not see
 * appears as an entity without a title, attributed to its owner.
 */
export function provOf(
  stations: readonly Station[],
  steps: readonly Step[],
  installation: string,
): Record<string, unknown> {
  /** Organisations come with the address that says who answers there, on the day somebody looks. */
  const organisation = ({ id, title }: { id: string; title: string }) => ({
    'prov:label': title,
    'prov:type': 'prov:Organization',
    'nahtstelle:whomToAsk': whomToAskAt(installation, id),
  })
  const document: Record<string, Record<string, unknown>> = {
    prefix: {
      nahtstelle: 'urn:nahtstelle:',
      prov: 'http://www.w3.org/ns/prov#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    entity: {},
    activity: {},
    agent: {},
    wasDerivedFrom: {},
    wasGeneratedBy: {},
    used: {},
    wasAssociatedWith: {},
    wasAttributedTo: {},
    actedOnBehalfOf: {},
  }
  const put = (table: string, key: string, value: unknown) => {
    document[table]![key] = value
  }
  // Somebody who set a thing aside is an agent, not a thing that came of it.
  const agents = new Set(stations.flatMap((station) => (station.kind === 'organisation' ? [station.id] : [])))
  for (const station of stations) {
    if (agents.has(station.id)) continue
    put('entity', entity(station.id), {
      ...(station.title ? { 'prov:label': station.title } : {}),
      ...(station.kind ? { 'prov:type': `nahtstelle:${station.kind}` } : {}),
      ...(station.invented ? { 'nahtstelle:invented': true } : {}),
      ...(station.visible ? {} : { 'nahtstelle:visible': false }),
    })
    if (station.owner) {
      put('agent', entity(station.owner.id), organisation(station.owner))
      put('wasAttributedTo', `_:owner-${station.id}`, {
        'prov:entity': entity(station.id),
        'prov:agent': entity(station.owner.id),
      })
    }
  }
  for (const step of steps) {
    const activity = `nahtstelle:step/${step.id}`
    put('activity', activity, {
      'prov:startTime': step.at,
      'prov:endTime': step.at,
      'prov:type': `nahtstelle:${step.kind}`,
      ...(step.reason ? { 'nahtstelle:reason': step.reason } : {}),
    })
    put('used', `_:used-${step.id}`, { 'prov:activity': activity, 'prov:entity': entity(step.source) })
    if (!agents.has(step.target))
      put('wasGeneratedBy', `_:made-${step.id}`, {
        'prov:entity': entity(step.target),
        'prov:activity': activity,
        'prov:time': step.at,
      })
    if (!agents.has(step.target))
      put('wasDerivedFrom', `_:from-${step.id}`, {
        'prov:generatedEntity': entity(step.target),
        'prov:usedEntity': entity(step.source),
        'prov:activity': activity,
        ...(step.sourceEdition ? { 'nahtstelle:usedEdition': step.sourceEdition } : {}),
        ...(step.targetEdition ? { 'nahtstelle:generatedEdition': step.targetEdition } : {}),
      })
    if (step.person) {
      put('agent', entity(step.person.id), { 'prov:label': step.person.title, 'prov:type': 'prov:Person' })
      put('wasAssociatedWith', `_:by-${step.id}`, {
        'prov:activity': activity,
        'prov:agent': entity(step.person.id),
        ...(step.role ? { 'prov:role': step.role } : {}),
      })
    }
    if (step.organisation) put('agent', entity(step.organisation.id), organisation(step.organisation))
    if (step.person && step.organisation)
      put('actedOnBehalfOf', `_:for-${step.id}`, {
        'prov:delegate': entity(step.person.id),
        'prov:responsible': entity(step.organisation.id),
        'prov:activity': activity,
      })
  }
  return Object.fromEntries(Object.entries(document).filter(([, rows]) => Object.keys(rows).length > 0))
}
