// Expected answers about working groups, seats over time, letters of delegation and the end of a body. Written by hand.
// The group belongs to a body of the county alone: its planner leads the group, the stranger is a guest there and nowhere else.
import type { HttpMatrix, Request } from '../shapes.ts'
import { doors, lapsed, sent } from './groups.ts'

const get = (url: string): Request => ({ method: 'GET', url })
const post = (url: string, body: unknown = {}): Request => ({ method: 'POST', url, body })
const leads = { 401: 'visitor', 404: 'unmandated', 200: 'chair office', 403: `rest ${lapsed}` } as const
/** Of the body's inner things: its members and those who act in it. */
const inner = `${sent} member`
const all = { ...doors, 404: 'unmandated', 200: 'rest' } as const
const mandate = (lead: string | undefined) => ({
  name: 'Noch eine Gruppe (Beispiel)',
  shortName: 'Noch eine',
  task: 'Für die Prüfung',
  result: 'Ein Ergebnis',
  lead,
  until: '2028-01-01',
})

export const groupsHttp: HttpMatrix = {
  'cooperation.groups': [
    { on: 'of the body', send: (w) => get(`/bodies/${w.id.body}/groups`), expect: all },
    { on: 'of the group itself', send: (w) => get(`/bodies/${w.id.group}/groups`), expect: all },
  ],
  'cooperation.proposeGroup': [
    { on: 'the body', send: (w) => post(`/bodies/${w.id.body}/groups`, mandate(w.id.association)), expect: leads },
  ],
  'cooperation.groupMandate': [
    {
      on: 'one that waits for the key, in the body',
      send: (w) => get(`/group-mandates/${w.id.mandateWaiting}`),
      expect: { ...doors, 200: inner, 404: 'rest' },
    },
    {
      on: 'of a group in which the planner leads and the stranger is a guest',
      send: (w) => get(`/group-mandates/${w.id.groupMandate}`),
      expect: { ...doors, 200: 'admin head planner checker staff counsellor', 404: 'rest' },
    },
  ],
  'cooperation.changeGroup': [
    {
      on: 'one that waits for the key',
      send: (w) => ({
        method: 'PUT',
        url: `/group-mandates/${w.id.mandateWaiting}`,
        revision: w.revision.mandateWaiting!,
        body: mandate(w.id.association),
      }),
      expect: { 401: 'visitor', 200: 'chair office', 403: `delegate deputy guest member ${lapsed}`, 404: 'rest' },
    },
  ],
  'cooperation.openGroup': [
    {
      on: 'one that is not released',
      send: (w) => post(`/group-mandates/${w.id.mandateWaiting}/opening`),
      expect: { 401: 'visitor', 409: 'chair office', 403: `delegate deputy guest member ${lapsed}`, 404: 'rest' },
    },
    {
      on: 'one of the other body, released: nobody here runs it',
      send: (w) => post(`/group-mandates/${w.id.groupReady}/opening`),
      expect: {
        401: 'visitor',
        403: `admin head planner checker staff counsellor ${lapsed}`,
        404: 'rest',
      },
    },
  ],
  'cooperation.concludeGroup': [
    {
      on: 'one that is not open yet',
      send: (w) => post(`/group-mandates/${w.id.mandateWaiting}/conclusion`),
      expect: { 401: 'visitor', 409: 'chair office', 403: `delegate deputy guest member ${lapsed}`, 404: 'rest' },
    },
  ],
  'cooperation.reportGroup': [
    {
      on: 'the group',
      send: (w) => post(`/bodies/${w.id.group}/reports`, { text: 'Ein Bericht für die Prüfung.' }),
      expect: { 401: 'visitor', 404: 'unmandated', 200: 'planner', 403: `rest ${lapsed}` },
    },
    {
      on: 'a body that is no group',
      send: (w) => post(`/bodies/${w.id.body}/reports`, { text: 'Ein Bericht für die Prüfung.' }),
      expect: { ...doors, 404: 'unmandated', 409: 'rest' },
    },
  ],
  'cooperation.prolongGroup': [
    {
      on: 'the group, which was not renewed',
      send: (w) => post(`/bodies/${w.id.group}/prolongation`),
      expect: { ...doors, 404: 'unmandated', 409: 'rest' },
    },
  ],
  'cooperation.representation': [
    { on: 'the body today', send: (w) => get(`/bodies/${w.id.body}/representation`), expect: all },
  ],
  'cooperation.seatHistory': [{ on: 'the body', send: (w) => get(`/bodies/${w.id.body}/seats`), expect: all }],
  'cooperation.keepSeat': [
    {
      on: 'a seat that coincides with none',
      send: (w) => post(`/bodies/${w.id.body}/seats/${w.id.seat}/keep`),
      expect: { 401: 'visitor', 404: 'unmandated', 409: 'chair office', 403: `rest ${lapsed}` },
    },
  ],
  'cooperation.delegate': [
    {
      on: 'somebody of the county, by its own letter',
      send: (w) =>
        post(`/bodies/${w.id.body}/delegations`, {
          organisation: w.id.county,
          person: w.id.plannerPerson,
          from: '2027-01-01',
          signedBy: 'Landrat',
          signedOn: '2027-01-02',
        }),
      expect: { ...doors, 404: 'unmandated', 200: 'admin head', 409: 'rest' },
    },
    {
      on: 'somebody of the county, as the office has it on paper',
      send: (w) =>
        post(`/bodies/${w.id.body}/delegations`, {
          organisation: w.id.county,
          person: w.id.plannerPerson,
          from: '2027-01-01',
          signedBy: 'Landrat',
          signedOn: '2027-01-02',
          source: 'Schreiben im Ordner',
        }),
      expect: { ...doors, 404: 'unmandated', 200: 'admin head chair office', 409: 'rest' },
    },
  ],
  'cooperation.delegations': [{ on: 'of the body', send: (w) => get(`/bodies/${w.id.body}/delegations`), expect: all }],
  'cooperation.delegation': [
    {
      on: 'that of the association',
      send: (w) => get(`/delegations/${w.id.letter}`),
      expect: { ...doors, 200: inner, 404: 'rest' },
    },
  ],
  'cooperation.dissolve': [
    {
      on: 'the body',
      send: (w) => post(`/bodies/${w.id.body}/dissolution`, { day: '2028-01-01', because: 'Für die Prüfung' }),
      expect: leads,
    },
  ],
}
