// Expected answers about bodies, agreements and releases. Written by hand.
import type { HttpMatrix, Request } from '../shapes.ts'
import { doors, home, lapsed, sent } from './groups.ts'

const get = (url: string): Request => ({ method: 'GET', url })
const post = (url: string, body: unknown = {}): Request => ({ method: 'POST', url, body })
const term = { from: '2027-01-01', until: null, basis: 'Für die Prüfung' }
const leads = { 401: 'visitor', 404: 'unmandated', 200: 'chair office', 403: `rest ${lapsed}` } as const
const draft = (title: string, id: Readonly<Record<string, string>>) => ({
  title,
  parties: [id.county, id.association],
  clauses: [{ number: '§ 1', text: 'Für die Prüfung der Rechte.', strength: 'must' }],
})
const signature = { edition: 1, day: '2027-01-10', place: 'München', capacity: 'Leitung' }

export const cooperationHttp: HttpMatrix = {
  'cooperation.bodies': [{ on: 'all that one may see', send: () => get('/bodies'), expect: { ...doors, 200: 'rest' } }],
  'cooperation.body': [
    { on: 'the body', send: (w) => get(`/bodies/${w.id.body}`), expect: { ...doors, 404: 'unmandated', 200: 'rest' } },
  ],
  'cooperation.found': [
    {
      on: 'a new one',
      send: () =>
        post('/bodies', {
          name: 'Neues Gremium (Beispiel)',
          shortName: 'Neu',
          mission: 'Für die Prüfung',
          form: 'forum',
        }),
      expect: { 401: 'visitor', 200: 'admin head planner member stranger elsewhere', 403: 'rest' },
    },
  ],
  'cooperation.describeBody': [
    {
      on: 'the body',
      send: (w) => ({
        method: 'PUT',
        url: `/bodies/${w.id.body}`,
        revision: w.revision.body!,
        body: { name: 'Gremium Anders (Beispiel)', shortName: 'Anders', mission: 'Für die Prüfung' },
      }),
      expect: leads,
    },
  ],
  'cooperation.addSeats': [
    {
      on: 'the body',
      send: (w) => post(`/bodies/${w.id.body}/seats`, { seats: [{ organisation: w.id.strangers }] }),
      expect: leads,
    },
  ],
  'cooperation.endSeat': [
    {
      on: 'that of the association',
      send: (w) => post(`/bodies/${w.id.body}/seats/${w.id.seat}/end`, { because: 'Für die Prüfung' }),
      expect: leads,
    },
  ],
  'cooperation.send': [
    {
      on: 'somebody of the association',
      send: (w) =>
        post(`/bodies/${w.id.body}/mandates`, {
          organisation: w.id.association,
          role: 'delegate',
          person: w.id.memberPerson,
          ...term,
        }),
      expect: leads,
    },
    {
      on: 'somebody of the county',
      send: (w) =>
        post(`/bodies/${w.id.body}/mandates`, {
          organisation: w.id.county,
          role: 'delegate',
          person: w.id.plannerPerson,
          ...term,
        }),
      expect: { 401: 'visitor', 404: 'unmandated', 200: 'admin head chair office', 403: `rest ${lapsed}` },
    },
    {
      on: 'somebody new of the county',
      send: (w) =>
        post(`/bodies/${w.id.body}/mandates`, {
          organisation: w.id.county,
          role: 'delegate',
          newPerson: { name: 'Neu Entsandt', email: 'neu@example.org' },
          ...term,
        }),
      expect: { 401: 'visitor', 404: 'unmandated', 200: 'admin head chair office', 403: `rest ${lapsed}` },
    },
    {
      on: 'a chair of the county',
      send: (w) =>
        post(`/bodies/${w.id.body}/mandates`, {
          organisation: w.id.county,
          role: 'chair',
          person: w.id.plannerPerson,
          ...term,
        }),
      expect: { 401: 'visitor', 404: 'unmandated', 200: 'admin head', 403: `rest ${lapsed}` },
    },
  ],
  'cooperation.agreement': [
    {
      on: 'in writing',
      send: (w) => get(`/agreements/${w.id.agreementDraft}`),
      expect: { ...doors, 200: `${home} ${sent} member`, 404: 'rest' },
    },
    {
      on: 'to be signed, also by strangers',
      send: (w) => get(`/agreements/${w.id.agreement}`),
      expect: { ...doors, 200: `${home} ${sent} member stranger`, 404: 'rest' },
    },
  ],
  'cooperation.draft': [
    {
      on: 'of the body',
      send: (w) => post(`/bodies/${w.id.body}/agreements`, draft('Noch eine Vereinbarung', w.id)),
      expect: leads,
    },
  ],
  'cooperation.redraft': [
    {
      on: 'in writing',
      send: (w) => ({
        method: 'PUT',
        url: `/agreements/${w.id.agreementDraft}`,
        revision: w.revision.agreementDraft!,
        body: draft('Anders', w.id),
      }),
      expect: { ...leads, 404: 'unmandated stranger elsewhere' },
    },
    {
      on: 'to be signed: the next edition',
      send: (w) => ({
        method: 'PUT',
        url: `/agreements/${w.id.agreement}`,
        revision: w.revision.agreement!,
        body: draft('Anders', w.id),
      }),
      expect: { ...leads, 404: 'unmandated elsewhere' },
    },
  ],
  'cooperation.offer': [
    {
      on: 'in writing',
      send: (w) => ({
        method: 'POST',
        url: `/agreements/${w.id.agreementDraft}/offer`,
        revision: w.revision.agreementDraft!,
        body: {},
      }),
      expect: { ...leads, 404: 'unmandated stranger elsewhere' },
    },
  ],
  'cooperation.sign': [
    {
      on: 'for the own organisation; strangers have signed already',
      send: (w) => post(`/agreements/${w.id.agreement}/signatures`, signature),
      expect: {
        401: 'visitor',
        404: 'unmandated elsewhere',
        200: 'admin head planner member',
        409: 'stranger',
        403: `rest ${lapsed}`,
      },
    },
    {
      on: 'recorded for the county from paper',
      send: (w) =>
        post(`/agreements/${w.id.agreement}/signatures`, {
          ...signature,
          organisation: w.id.county,
          source: 'Urkunde im Ordner',
        }),
      expect: {
        ...doors,
        404: 'unmandated elsewhere',
        200: 'admin head planner office',
        403: `checker staff counsellor ${lapsed}`,
        409: 'rest',
      },
    },
  ],
  'cooperation.releases': [
    {
      on: 'of something of the association in the body',
      send: (w) => get(`/releases?object=${w.id.chaired}`),
      expect: { ...doors, 200: `${sent} member`, 404: 'rest' },
    },
  ],
  'cooperation.release': [
    {
      on: 'an edition in the body',
      send: (w) => post('/releases', { object: w.id.agreement, edition: 1 }),
      expect: { ...doors, 404: 'unmandated elsewhere', 200: 'chair', 409: 'rest' },
    },
    {
      on: 'what the chair has released already',
      send: (w) => post('/releases', { object: w.id.chaired, edition: 1 }),
      expect: { ...doors, 409: `${sent} member`, 404: 'rest' },
    },
  ],
}
