// Expected answers about organisations, their people and mandates. Written by hand.
import type { HttpMatrix, Request } from '../shapes.ts'
import { doors, lapsed } from './groups.ts'

const get = (url: string): Request => ({ method: 'GET', url })
const post = (url: string, body: unknown = {}): Request => ({ method: 'POST', url, body })
const term = { from: '2027-01-01', until: null, basis: 'Für die Prüfung' }
const county = { name: 'Landkreis Matrix (Beispiel)', kind: 'county', side: 'public', areaKey: '09184', example: true }
const nobodyThere = { 401: 'visitor', 403: lapsed, 404: 'unmandated' } as const

export const actorsHttp: HttpMatrix = {
  'actors.organisations': [
    { on: 'all that one may see', send: () => get('/organisations'), expect: { ...doors, 200: 'rest' } },
  ],
  'actors.organisation': [
    {
      on: 'the county, which set the installation up and is public',
      send: (w) => get(`/organisations/${w.id.county}`),
      expect: { ...doors, 200: 'rest' },
    },
    {
      on: 'the association',
      send: (w) => get(`/organisations/${w.id.association}`),
      expect: { ...nobodyThere, 200: 'rest' },
    },
  ],
  'actors.makeOrganisation': [
    {
      on: 'a new one',
      send: () => post('/organisations', { name: 'Neue (Beispiel)', kind: 'association', side: 'free', example: true }),
      expect: { 401: 'visitor', 200: 'admin planner member stranger elsewhere', 403: 'rest' },
    },
  ],
  'actors.describe': [
    {
      on: 'the county',
      send: (w) => ({
        method: 'PUT',
        url: `/organisations/${w.id.county}`,
        revision: w.revision.county!,
        body: county,
      }),
      expect: { 401: 'visitor', 200: 'admin head planner', 403: 'rest' },
    },
    {
      on: 'the county, on an old revision',
      send: (w) => ({ method: 'PUT', url: `/organisations/${w.id.county}`, revision: 1, body: county }),
      expect: { 401: 'visitor', 412: 'admin head planner', 403: 'rest' },
    },
    {
      on: 'the county, on no revision',
      send: (w) => ({ method: 'PUT', url: `/organisations/${w.id.county}`, body: county }),
      expect: { 401: 'visitor', 428: 'admin head planner', 403: 'rest' },
    },
    {
      on: 'the association',
      send: (w) => ({
        method: 'PUT',
        url: `/organisations/${w.id.association}`,
        revision: w.revision.association!,
        body: { ...county, name: 'Verband Matrix (Beispiel)', areaKey: null },
      }),
      expect: { 401: 'visitor', 404: 'unmandated', 200: 'member', 403: 'rest' },
    },
  ],
  'actors.nameContact': [
    {
      on: 'the county',
      send: (w) => ({
        method: 'PUT',
        url: `/organisations/${w.id.county}/contact`,
        revision: w.revision.county!,
        body: { person: w.subjects.planner.person },
      }),
      expect: { 401: 'visitor', 200: 'admin head planner', 403: 'rest' },
    },
  ],
  'actors.introduce': [
    {
      on: 'somebody of the county',
      send: (w) => post(`/organisations/${w.id.county}/persons`, { name: 'Neu Dabei' }),
      expect: { 401: 'visitor', 200: 'admin head planner chair office elsewhere', 403: 'rest' },
    },
    {
      on: 'somebody of the county, with a mandate',
      send: (w) =>
        post(`/organisations/${w.id.county}/persons`, { name: 'Neu Dabei', mandates: [{ role: 'staff', ...term }] }),
      expect: { 401: 'visitor', 200: 'admin', 403: 'rest' },
    },
    {
      on: 'somebody of an organisation in no body',
      send: (w) => post(`/organisations/${w.id.strangers}/persons`, { name: 'Neu Dabei' }),
      expect: { ...nobodyThere, 200: 'stranger', 403: `rest ${lapsed}` },
    },
    {
      on: 'somebody of the association',
      send: (w) => post(`/organisations/${w.id.association}/persons`, { name: 'Neu Dabei' }),
      expect: { ...nobodyThere, 200: 'member chair office', 403: `rest ${lapsed}` },
    },
  ],
  'actors.grant': [
    {
      on: 'a role at home in the county',
      send: (w) => post(`/organisations/${w.id.county}/mandates`, { person: w.id.root, role: 'head', ...term }),
      expect: { 401: 'visitor', 200: 'admin', 400: 'unmandated', 403: 'rest' },
    },
    {
      on: 'a role for oneself in a foreign organisation',
      send: (w, me) =>
        post(`/organisations/${w.id.strangers}/mandates`, { person: me.person ?? w.id.root, role: 'head', ...term }),
      expect: { ...nobodyThere, 403: `rest ${lapsed}` },
    },
  ],
  'actors.endMandate': [
    {
      on: 'one at home in the county',
      send: (w) => post(`/mandates/${w.id.plannerMandate}/end`, { because: 'Für die Prüfung' }),
      expect: { ...nobodyThere, 200: 'admin', 403: `rest ${lapsed}` },
    },
    {
      on: 'one of the association in the body',
      send: (w) => post(`/mandates/${w.id.delegateMandate}/end`, { because: 'Für die Prüfung' }),
      expect: { ...nobodyThere, 200: 'chair office', 403: `rest ${lapsed}` },
    },
    {
      on: 'that of the chair',
      send: (w) => post(`/mandates/${w.id.chairMandate}/end`, { because: 'Für die Prüfung' }),
      // Its own administration or head passes the key on, nobody else: they are no subjects here.
      expect: { ...nobodyThere, 403: `rest ${lapsed}` },
    },
  ],
}
