// Expected answers of the registers: responsibilities, seams, comparisons. Written by hand.
import type { HttpMatrix, Request } from '../shapes.ts'
import type { World } from '../world.ts'
import { doors, lapsed } from './groups.ts'

const get = (url: string): Request => ({ method: 'GET', url })
const post = (url: string, body: unknown = {}): Request => ({ method: 'POST', url, body })
const nobodyThere = { 401: 'visitor', 403: lapsed, 404: 'unmandated' } as const
const ours = 'admin head planner'
/** Planning and administration of any organisation, at home. */
const planners = 'admin head planner member stranger elsewhere'
const working = 'admin head planner staff member stranger elsewhere'
const keepers = { 401: 'visitor', 404: 'unmandated', 200: ours, 403: 'rest' } as const
const owners = { 401: 'visitor', 404: 'unmandated', 200: `${ours} member`, 403: 'rest' } as const
const anyPlanner = { 401: 'visitor', 200: planners, 403: 'rest' } as const
const everybodyAtWork = { 401: 'visitor', 404: 'unmandated', 200: working, 403: 'rest' } as const

const task = { title: 'Aufgabe der Prüfung', law: 'SGB XII', clause: '§ 1', strength: 'should' }
const entry = { role: 'pays', level: 'local', bearer: 'Landkreise', basis: '§ 1', source: 'Probe' }
const seamText = { subject: 'Für die Prüfung', procedure: 'Anders' }
const comparison = {
  title: 'Vergleich der Prüfung',
  leftName: 'Eins',
  leftLaw: 'SGB II',
  rightName: 'Zwei',
  rightLaw: 'SGB VIII',
  rows: [{ aspect: 'Ziel' }],
}
const ofTask = (w: World, more: string) => `/tasks/${w.id.task}${more}`
const ofGuarantee = (w: World, more: string) => ofTask(w, `/guarantees/${w.id.guarantee}${more}`)

export const registersHttp: HttpMatrix = {
  'actors.tasks': [{ on: 'all of them', send: () => get('/tasks'), expect: { ...doors, 200: 'rest' } }],
  'actors.task': [
    { on: 'of the county', send: (w) => get(ofTask(w, '')), expect: { ...nobodyThere, 200: 'rest' } },
    {
      on: 'something that is no task',
      send: (w) => get(`/tasks/${w.id.county}`),
      expect: { 401: 'visitor', 403: lapsed, 404: 'rest' },
    },
  ],
  'actors.enterTask': [{ on: 'a new one', send: () => post('/tasks', { ...task, clause: '§ 2' }), expect: anyPlanner }],
  'actors.supplyTasks': [{ on: 'all of them', send: () => post('/tasks/supply'), expect: anyPlanner }],
  'actors.describeTask': [
    {
      on: 'of the county',
      send: (w) => ({ method: 'PUT', url: ofTask(w, ''), revision: w.revision.task!, body: task }),
      expect: keepers,
    },
  ],
  'actors.addEntry': [{ on: 'of the county', send: (w) => post(ofTask(w, '/entries'), entry), expect: keepers }],
  'actors.reviseEntry': [
    { on: 'of the county', send: (w) => post(ofTask(w, `/entries/${w.id.taskEntry}`), entry), expect: keepers },
  ],
  'actors.withdrawEntry': [
    { on: 'of the county', send: (w) => post(ofTask(w, `/entries/${w.id.taskEntry}/withdrawal`)), expect: keepers },
  ],
  'actors.proposeCorrection': [
    {
      on: 'to the county',
      send: (w) => post(ofTask(w, '/corrections'), { proposal: entry, reason: 'Für die Prüfung' }),
      expect: everybodyAtWork,
    },
  ],
  'actors.answerCorrection': [
    {
      on: 'of the association',
      send: (w) => post(ofTask(w, `/corrections/${w.id.correction}`), { decision: 'accepted' }),
      expect: keepers,
    },
  ],
  'actors.guarantee': [
    {
      on: 'for the own organisation',
      send: (w) => post(`/tasks/${w.id.otherTask}/guarantees`),
      expect: { 401: 'visitor', 404: 'unmandated', 200: planners, 403: 'rest' },
    },
  ],
  'actors.endGuarantee': [
    { on: 'of the county', send: (w) => post(ofGuarantee(w, '/end'), { because: 'Für die Prüfung' }), expect: keepers },
  ],
  'actors.nameProvider': [
    {
      on: 'of the county',
      send: (w) => post(ofGuarantee(w, '/providers'), { name: 'Anderer', from: '2027-01-01' }),
      expect: keepers,
    },
  ],
  'actors.endProvider': [
    {
      on: 'of the county',
      send: (w) => post(ofGuarantee(w, `/providers/${w.id.provider}/end`), { until: '2027-02-01' }),
      expect: keepers,
    },
  ],
  'cooperation.seams': [{ on: 'all of them', send: () => get('/seams'), expect: { ...doors, 200: 'rest' } }],
  'cooperation.seam': [
    {
      on: 'of county and association',
      send: (w) => get(`/seams/${w.id.seam}`),
      expect: { ...nobodyThere, 200: 'rest' },
    },
  ],
  'cooperation.enterSeam': [
    {
      on: 'with the organisation that is in another body',
      send: (w) => post('/seams', { name: 'Neue', other: w.id.others, ...seamText }),
      expect: { 401: 'visitor', 200: `${ours} member stranger`, 409: 'elsewhere', 403: 'rest' },
    },
  ],
  'cooperation.writeSeam': [
    {
      on: 'the draft',
      send: (w) => post(`/seams/${w.id.seam}/text`, { ...seamText, edition: 1, revision: 1 }),
      expect: owners,
    },
    {
      on: 'the next edition of what holds',
      send: (w) => post(`/seams/${w.id.seamAgreed}/text`, { ...seamText, edition: 1, revision: 2 }),
      expect: owners,
    },
  ],
  'cooperation.offerSeam': [
    {
      on: 'the draft',
      send: (w) => post(`/seams/${w.id.seam}/offer`, { edition: 1, revision: 1 }),
      expect: owners,
    },
  ],
  'cooperation.releaseSeam': [
    {
      on: 'what the county has released',
      send: (w) => post(`/seams/${w.id.seamOffered}/releases`, { edition: 1 }),
      expect: { 401: 'visitor', 404: 'unmandated', 409: ours, 200: 'member', 403: 'rest' },
    },
    {
      on: 'the draft',
      send: (w) => post(`/seams/${w.id.seam}/releases`, { edition: 1 }),
      expect: { 401: 'visitor', 404: 'unmandated', 409: `${ours} member`, 403: 'rest' },
    },
  ],
  'cooperation.reviewSeam': [
    { on: 'what holds', send: (w) => post(`/seams/${w.id.seamAgreed}/reviews`), expect: owners },
  ],
  'cooperation.stateFriction': [
    {
      on: 'at the seam',
      send: (w) => post(`/seams/${w.id.seam}/frictions`, { text: 'Für die Prüfung' }),
      expect: everybodyAtWork,
    },
  ],
  'cooperation.settleFriction': [
    {
      on: 'of the association',
      send: (w) => post(`/seams/${w.id.seamAgreed}/frictions/${w.id.friction}/settlement`, { how: 'Gelöst' }),
      expect: { 401: 'visitor', 404: 'unmandated', 200: 'member', 403: 'rest' },
    },
  ],
  'cooperation.linkSeam': [
    {
      on: 'to a comparison',
      send: (w) => post(`/seams/${w.id.seam}/links`, { object: w.id.comparison, linked: true }),
      expect: owners,
    },
  ],
  'cooperation.comparisons': [
    { on: 'all of them', send: () => get('/comparisons'), expect: { ...doors, 200: 'rest' } },
  ],
  'cooperation.comparison': [
    {
      on: 'of the county',
      send: (w) => get(`/comparisons/${w.id.comparison}`),
      expect: { ...nobodyThere, 200: 'rest' },
    },
  ],
  'cooperation.makeComparison': [{ on: 'a new one', send: () => post('/comparisons', comparison), expect: anyPlanner }],
  'cooperation.supplyComparison': [
    { on: 'the supplied one', send: () => post('/comparisons/supply'), expect: anyPlanner },
  ],
  'cooperation.changeComparison': [
    {
      on: 'of the county',
      send: (w) => ({
        method: 'PUT',
        url: `/comparisons/${w.id.comparison}`,
        revision: w.revision.comparison!,
        body: comparison,
      }),
      expect: keepers,
    },
  ],
}
