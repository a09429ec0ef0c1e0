// Expected answers about how organisations change, who answers there, what people do, and lists. Written by hand.
import type { HttpMatrix, Request } from '../shapes.ts'
import type { World } from '../world.ts'
import { doors, lapsed } from './groups.ts'

const get = (url: string): Request => ({ method: 'GET', url })
const post = (url: string, body: unknown = {}): Request => ({ method: 'POST', url, body })
const county = (w: World, rest = '') => `/organisations/${w.id.county}${rest}`
const ours = 'admin head planner'
/** Whoever may enter a list: administration and planning of any organisation. */
const listers = 'admin planner member stranger elsewhere'
const nobodyThere = { 401: 'visitor', 403: lapsed, 404: 'unmandated' } as const
const byOurs = { 401: 'visitor', 200: ours, 403: 'rest' } as const
/** About something that only those see who act here. */
const hiddenByOurs = { 401: 'visitor', 404: 'unmandated', 200: ours, 403: 'rest' } as const
const unknownToken = 'x'.repeat(40)
const ended = { day: '2027-01-01', because: 'Für die Prüfung' }

export const actorsMoreHttp: HttpMatrix = {
  'actors.organisationOn': [
    { on: 'the county on a day', send: (w) => get(county(w, '/on?day=2026-11-22')), expect: { ...doors, 200: 'rest' } },
    {
      on: 'a department',
      send: (w) => get(`/organisations/${w.id.unitTeam}/on`),
      expect: { ...nobodyThere, 200: 'rest' },
    },
  ],
  'actors.organisationEvents': [
    { on: 'the county', send: (w) => get(county(w, '/events')), expect: { ...doors, 200: 'rest' } },
  ],
  'actors.join': [
    {
      on: 'the county becomes a member of strangers',
      send: (w) => post(county(w, '/memberships'), { parent: w.id.strangers, kind: 'member' }),
      expect: byOurs,
    },
    {
      on: 'the county becomes a department of strangers',
      send: (w) => post(county(w, '/memberships'), { parent: w.id.strangers, kind: 'unit' }),
      expect: { 401: 'visitor', 409: ours, 403: 'rest' },
    },
  ],
  'actors.leave': [
    {
      on: 'the association leaves the county, said by either side',
      send: (w) =>
        post(`/organisations/${w.id.association}/memberships/end`, { parent: w.id.county, until: '2027-06-01' }),
      expect: { 401: 'visitor', 404: 'unmandated', 200: `${ours} member`, 403: 'rest' },
    },
  ],
  'actors.addArea': [{ on: 'of the county', send: (w) => post(county(w, '/areas'), { key: '09175' }), expect: byOurs }],
  'actors.endArea': [
    {
      on: 'of the county',
      send: (w) => post(county(w, '/areas/end'), { key: '09162', until: '2027-06-01' }),
      expect: byOurs,
    },
  ],
  'actors.succeed': [
    {
      on: 'a department into another one of the county',
      send: (w) => post(`/organisations/${w.id.unitTeam}/successors`, { successors: [w.id.unitHeir], ...ended }),
      expect: hiddenByOurs,
    },
    {
      on: 'a department into strangers',
      send: (w) => post(`/organisations/${w.id.unitTeam}/successors`, { successors: [w.id.strangers], ...ended }),
      expect: { 401: 'visitor', 404: 'unmandated', 409: ours, 403: 'rest' },
    },
  ],
  'actors.dissolve': [
    {
      on: 'a department of the county',
      send: (w) => post(`/organisations/${w.id.unitTeam}/end`, ended),
      expect: hiddenByOurs,
    },
    {
      on: 'strangers',
      send: (w) => post(`/organisations/${w.id.strangers}/end`, ended),
      expect: { 401: 'visitor', 404: 'unmandated', 200: 'stranger', 403: 'rest' },
    },
  ],
  'actors.signing': [
    {
      on: 'of the county',
      send: (w) => post(county(w, '/signing'), { signing: 'joint' }),
      expect: { 401: 'visitor', 200: 'admin', 403: 'rest' },
    },
  ],
  'actors.correct': [
    {
      on: 'a department of the county',
      send: (w) =>
        post(`/organisations/${w.id.unitTeam}/correction`, {
          name: 'Team Neu (Beispiel)',
          kind: 'unit',
          side: 'public',
          example: true,
          parent: w.id.county,
        }),
      expect: hiddenByOurs,
    },
  ],
  'actors.askContact': [
    {
      on: 'of the association',
      send: (w) => post(`/organisations/${w.id.association}/contact/question`),
      expect: { 401: 'visitor', 404: 'unmandated', 200: 'member', 403: 'rest' },
    },
  ],
  'actors.confirmContact': [
    {
      on: 'that of the county',
      send: (w) => post(county(w, '/contact/confirmation'), { stays: true }),
      expect: { 401: 'visitor', 200: 'planner', 403: 'rest' },
    },
  ],
  'actors.lookAtContactLink': [
    { on: 'a link that counts', send: (w) => get(`/contact-links/${w.id.contactLink}`), expect: { 200: 'rest' } },
    { on: 'an unknown link', send: () => get(`/contact-links/${unknownToken}`), expect: { 404: 'rest' } },
  ],
  'actors.answerContactLink': [
    {
      on: 'a link that counts',
      send: (w) => post(`/contact-links/${w.id.contactLink}`, { stays: true }),
      expect: { 200: 'rest' },
    },
    {
      on: 'an unknown link',
      send: () => post(`/contact-links/${unknownToken}`, { stays: true }),
      expect: { 409: 'rest' },
    },
  ],
  'actors.roles': [
    {
      on: 'of the planner, by the planner and the administration',
      send: (w) => get(`/persons/${w.id.plannerPerson}/roles`),
      expect: { ...nobodyThere, 200: 'admin planner', 403: `rest ${lapsed}` },
    },
  ],
  'actors.addPosition': [
    {
      on: 'of the planner in the county',
      send: (w) =>
        post(county(w, '/positions'), { person: w.id.plannerPerson, title: 'Altenplanung', from: '2027-01-01' }),
      expect: { 401: 'visitor', 200: 'admin', 403: 'rest' },
    },
    {
      on: 'of somebody else’s person',
      send: (w) =>
        post(county(w, '/positions'), { person: w.id.memberPerson, title: 'Altenplanung', from: '2027-01-01' }),
      expect: { 401: 'visitor', 409: 'admin', 403: 'rest' },
    },
  ],
  'actors.endPosition': [
    {
      on: 'of the planner',
      send: (w) => post(`/positions/${w.id.position}/end`, { until: '2027-02-01' }),
      expect: { 401: 'visitor', 200: 'admin', 403: `planner ${lapsed}`, 404: 'rest' },
    },
  ],
  'actors.readList': [
    {
      on: 'no file',
      send: () => ({
        method: 'POST',
        url: '/organisation-lists',
        body: Buffer.alloc(0),
        headers: { 'content-type': 'application/octet-stream' },
      }),
      expect: { 401: 'visitor', 409: listers, 403: 'rest' },
    },
  ],
  'actors.listPreview': [
    {
      on: 'that of the planner',
      send: (w) => get(`/organisation-lists/${w.id.list}`),
      expect: { 401: 'visitor', 200: 'planner', 404: 'admin member stranger elsewhere', 403: 'rest' },
    },
  ],
  'actors.commitList': [
    {
      on: 'that of the planner',
      send: (w) => post(`/organisation-lists/${w.id.list}/entry`),
      expect: { 401: 'visitor', 200: 'planner', 404: 'admin member stranger elsewhere', 403: 'rest' },
    },
  ],
  'actors.discardList': [
    {
      on: 'that of the planner',
      send: (w) => post(`/organisation-lists/${w.id.list}/discard`),
      expect: { 401: 'visitor', 200: 'planner', 404: 'admin member stranger elsewhere', 403: 'rest' },
    },
  ],
  'actors.listTemplate': [
    { on: 'the template', send: () => get('/organisation-list-template'), expect: { ...doors, 200: 'rest' } },
  ],
  'actors.registerFile': [
    { on: 'what one may see', send: () => get('/organisation-register'), expect: { ...doors, 200: 'rest' } },
  ],
}
