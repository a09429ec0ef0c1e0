// Expected answers about needs, decisions, measures, meetings and services. Written by hand.
import type { HttpMatrix, Request } from '../shapes.ts'
import type { World } from '../world.ts'
import { acting, doors, home, lapsed, outside, sent } from './groups.ts'

const get = (url: string): Request => ({ method: 'GET', url })
const post = (url: string, body: unknown = {}): Request => ({ method: 'POST', url, body })
/** A change of something, based on its revision. */
const change = (
  method: 'PUT' | 'POST' | 'DELETE',
  w: World,
  name: string,
  url: string,
  body: unknown = {},
): Request => ({ method, url, revision: w.revision[name]!, ...(method === 'DELETE' ? {} : { body }) })

const doers = 'admin head planner staff'
const inBody = `${home} ${sent}`
const hidden = `unmandated ${outside}`
const authorOnly = { ...doors, 200: 'planner', 404: 'rest' } as const
const leads = { 401: 'visitor', 200: 'chair office', 403: 'rest' } as const
const need = (w: World) => ({
  title: 'Bedarf anders',
  targetGroup: 'Ältere Menschen',
  area: w.id.area,
  benefit: 'Angehörige werden entlastet.',
  evidence: [JSON.parse(w.id.evidence!) as object],
})
const decision = { title: 'Ergebnis der Prüfung', result: 'agreed', text: 'Man verabredet sich.' }
const measure = (w: World) => ({
  title: 'Maßnahme anders',
  what: 'Plätze schaffen',
  lead: w.id.association,
  accountablePublic: w.id.county,
  accountableFree: w.id.association,
  until: '2027-12-31',
})

const planning: HttpMatrix = {
  'planning.listNeeds': [{ on: 'all that one may see', send: () => get('/needs'), expect: { ...doors, 200: 'rest' } }],
  'planning.getNeed': [
    {
      on: 'stated by the county',
      send: (w) => get(`/needs/${w.id.need}`),
      expect: { ...doors, 200: inBody, 404: hidden },
    },
    { on: 'a draft', send: (w) => get(`/needs/${w.id.needDraft}`), expect: authorOnly },
  ],
  'planning.editionsOfNeed': [
    {
      on: 'stated by the county',
      send: (w) => get(`/needs/${w.id.need}/editions`),
      expect: { ...doors, 200: inBody, 404: hidden },
    },
  ],
  'planning.draftNeed': [
    {
      on: 'for the body',
      send: (w) => post('/needs', { body: w.id.body, title: 'Neuer Bedarf' }),
      expect: {
        401: 'visitor',
        200: `${doers} chair office delegate deputy member`,
        409: 'stranger elsewhere',
        403: 'rest',
      },
    },
  ],
  'planning.changeNeed': [
    {
      on: 'stated by the county',
      send: (w) => change('PUT', w, 'need', `/needs/${w.id.need}`, need(w)),
      expect: {
        ...doors,
        200: `${doers} chair office`,
        403: `checker counsellor delegate deputy guest ${lapsed}`,
        404: hidden,
      },
    },
    {
      on: 'a draft',
      send: (w) => change('PUT', w, 'needDraft', `/needs/${w.id.needDraft}`, need(w)),
      expect: authorOnly,
    },
  ],
  'planning.stateNeed': [
    {
      on: 'a draft',
      send: (w) => change('POST', w, 'needDraft', `/needs/${w.id.needDraft}/statement`),
      expect: authorOnly,
    },
    {
      on: 'stated already',
      send: (w) => change('POST', w, 'need', `/needs/${w.id.need}/statement`),
      expect: {
        ...doors,
        409: `${doers} chair office`,
        403: `checker counsellor delegate deputy guest ${lapsed}`,
        404: hidden,
      },
    },
  ],
  'planning.listDecisions': [
    { on: 'all that one may see', send: () => get('/decisions'), expect: { ...doors, 200: 'rest' } },
  ],
  'planning.getDecision': [
    {
      on: 'released by both',
      send: (w) => get(`/decisions/${w.id.decision}`),
      expect: { ...doors, 200: inBody, 404: hidden },
    },
    {
      on: 'not yet released',
      send: (w) => get(`/decisions/${w.id.decisionOpen}`),
      expect: { ...doors, 200: 'chair office', 404: 'rest' },
    },
  ],
  'planning.recordDecision': [
    { on: 'of the body', send: (w) => post('/decisions', { body: w.id.body, ...decision }), expect: leads },
  ],
  'planning.changeDecision': [
    {
      on: 'not yet released',
      send: (w) => change('PUT', w, 'decisionOpen', `/decisions/${w.id.decisionOpen}`, decision),
      expect: { ...doors, 200: 'chair office', 404: 'rest' },
    },
    {
      on: 'released by both',
      send: (w) => change('PUT', w, 'decision', `/decisions/${w.id.decision}`, decision),
      expect: { ...doors, 409: 'chair office', 403: `${home} delegate deputy guest ${lapsed}`, 404: hidden },
    },
  ],
  'planning.giveReason': [
    {
      on: 'addressed to the county',
      send: (w) =>
        post(`/decisions/${w.id.decisionFresh}/answer`, { reason: 'Dafür fehlen die Mittel in diesem Jahr.' }),
      expect: { ...doors, 200: doers, 409: `checker counsellor ${sent}`, 404: hidden },
    },
  ],
  'planning.proposal': [
    {
      on: 'released by both',
      send: (w) => get(`/decisions/${w.id.decision}/vorlage.docx`),
      expect: { ...doors, 200: inBody, 404: hidden },
    },
    {
      on: 'not yet released',
      send: (w) => get(`/decisions/${w.id.decisionOpen}/vorlage.docx`),
      expect: { ...doors, 200: 'chair office', 404: 'rest' },
    },
  ],
  'planning.listMeasures': [
    { on: 'all that one may see', send: () => get('/measures'), expect: { ...doors, 200: 'rest' } },
  ],
  'planning.getMeasure': [
    {
      on: 'agreed, the association leads it',
      send: (w) => get(`/measures/${w.id.measure}`),
      expect: { ...doors, 200: `${inBody} member`, 404: 'rest' },
    },
    { on: 'a draft', send: (w) => get(`/measures/${w.id.measureDraft}`), expect: authorOnly },
  ],
  'planning.draftMeasure': [
    {
      on: 'on a decision addressed to the county',
      send: (w) => post('/measures', { decision: w.id.decisionFresh, ...measure(w) }),
      expect: { 401: 'visitor', 200: doers, 409: 'chair office delegate deputy', 404: outside, 403: 'rest' },
    },
    {
      on: 'on a decision not yet released',
      send: (w) => post('/measures', { decision: w.id.decisionOpen, ...measure(w) }),
      expect: { 401: 'visitor', 409: 'chair office', 404: `${doers} delegate deputy ${outside}`, 403: 'rest' },
    },
  ],
  'planning.changeMeasure': [
    {
      on: 'agreed',
      send: (w) => change('PUT', w, 'measure', `/measures/${w.id.measure}`, measure(w)),
      expect: {
        ...doors,
        200: `${doers} chair office`,
        403: `checker counsellor delegate deputy guest member ${lapsed}`,
        404: 'rest',
      },
    },
    {
      on: 'a draft',
      send: (w) => change('PUT', w, 'measureDraft', `/measures/${w.id.measureDraft}`, measure(w)),
      expect: authorOnly,
    },
  ],
  'planning.agreeMeasure': [
    {
      on: 'a draft',
      send: (w) => change('POST', w, 'measureDraft', `/measures/${w.id.measureDraft}/agreement`),
      expect: authorOnly,
    },
    {
      on: 'agreed already',
      send: (w) => change('POST', w, 'measure', `/measures/${w.id.measure}/agreement`),
      expect: {
        ...doors,
        409: `${doers} chair office`,
        403: `checker counsellor delegate deputy guest member ${lapsed}`,
        404: 'rest',
      },
    },
  ],
}

// The meeting belongs to the association, whose people run the office.
const leadsMeeting = {
  ...doors,
  200: 'chair office',
  403: `delegate deputy guest member ${lapsed}`,
  404: 'rest',
} as const
const planned =
  (method: 'PUT' | 'POST' | 'DELETE', path: string, body: unknown = {}) =>
  (w: World) =>
    change(
      method,
      w,
      'meetingPlanned',
      `/meetings/${w.id.meetingPlanned}${path.replace('%', w.id.itemPlanned!).replace('§', w.id.itemRemoved!)}`,
      body,
    )

const meetings: HttpMatrix = {
  'meetings.listMeetings': [
    { on: 'all that one may see', send: () => get('/meetings'), expect: { ...doors, 200: 'rest' } },
  ],
  'meetings.getMeeting': [
    {
      on: 'of the body',
      send: (w) => get(`/meetings/${w.id.meetingPlanned}`),
      expect: { ...doors, 200: `${sent} member`, 404: 'rest' },
    },
  ],
  'meetings.planMeeting': [
    {
      on: 'of the body',
      send: (w) => post('/meetings', { body: w.id.body, day: '2027-03-01', starts: '14:00', place: 'Landratsamt' }),
      expect: leads,
    },
  ],
  'meetings.changeMeeting': [
    {
      on: 'still to come',
      send: planned('PUT', '', { day: '2027-03-01', starts: '15:00', place: 'Landratsamt' }),
      expect: leadsMeeting,
    },
  ],
  'meetings.addItem': [
    { on: 'still to come', send: planned('POST', '/items', { title: 'Noch ein Thema' }), expect: leadsMeeting },
  ],
  'meetings.changeItem': [
    { on: 'still to come', send: planned('PUT', '/items/%', { title: 'Ein anderes Thema' }), expect: leadsMeeting },
  ],
  'meetings.orderItems': [
    {
      on: 'still to come',
      send: (w) =>
        change('PUT', w, 'meetingPlanned', `/meetings/${w.id.meetingPlanned}/agenda`, { items: [w.id.itemPlanned] }),
      expect: leadsMeeting,
    },
  ],
  'meetings.removeItem': [{ on: 'still to come', send: planned('DELETE', '/items/%'), expect: leadsMeeting }],
  'meetings.restoreItem': [
    { on: 'still to come, taken off', send: planned('POST', '/items/§/restoration'), expect: leadsMeeting },
  ],
  'meetings.writeNotes': [
    { on: 'still to come', send: planned('PUT', '/items/%/notes', { notes: 'Gesagt wurde' }), expect: leadsMeeting },
  ],
  'meetings.holdMeeting': [{ on: 'on its day', send: planned('POST', '/holding'), expect: leadsMeeting }],
  'meetings.cancelMeeting': [
    { on: 'still to come', send: planned('POST', '/cancellation', { reason: 'Krank' }), expect: leadsMeeting },
  ],
  'meetings.noteAttendance': [
    {
      on: 'held',
      send: (w) =>
        change('PUT', w, 'meetingHeld', `/meetings/${w.id.meetingHeld}/attendance`, {
          attendance: [{ organisation: w.id.association, state: 'present' }],
        }),
      expect: leadsMeeting,
    },
  ],
  'meetings.recordResult': [
    {
      on: 'held, an item without a result',
      send: (w) => post(`/meetings/${w.id.meetingHeld}/items/${w.id.itemHeld}/result`, decision),
      expect: leadsMeeting,
    },
  ],
}

const service = {
  title: 'Angebot der Prüfung',
  category: 'dayCare',
  targetGroup: 'Ältere Menschen',
  areaName: 'Im Norden',
  audience: 'organisation',
}
const ofCounty = { ...doors, 200: doers, 403: `checker counsellor ${lapsed}`, 404: 'rest' } as const

const services: HttpMatrix = {
  'services.listServices': [{ on: 'all that one may see', send: () => get('/services'), expect: { 200: 'rest' } }],
  'services.getService': [
    { on: 'public', send: (w) => get(`/services/${w.id.serviceOpen}`), expect: { 200: 'rest' } },
    {
      on: 'for all who work here',
      send: (w) => get(`/services/${w.id.servicePlanned}`),
      expect: { 200: acting, 404: 'rest' },
    },
    {
      on: 'internal to the county',
      send: (w) => get(`/services/${w.id.serviceInternal}`),
      expect: { 200: home, 404: 'rest' },
    },
  ],
  'services.addService': [
    {
      on: 'of the own organisation',
      send: () => post('/services', service),
      expect: { 401: 'visitor', 200: `${doers} ${outside}`, 403: 'rest' },
    },
  ],
  'services.changeService': [
    {
      on: 'internal to the county',
      send: (w) => change('PUT', w, 'serviceInternal', `/services/${w.id.serviceInternal}`, service),
      expect: ofCounty,
    },
    {
      on: 'of the association',
      send: (w) =>
        change('PUT', w, 'servicePlanned', `/services/${w.id.servicePlanned}`, {
          ...service,
          audience: 'members',
          answers: w.id.measure,
        }),
      expect: { ...doors, 200: 'member', 404: 'unmandated', 403: `rest ${lapsed}` },
    },
  ],
  'services.openService': [
    {
      on: 'internal to the county',
      send: (w) =>
        change('POST', w, 'serviceInternal', `/services/${w.id.serviceInternal}/opening`, { day: '2027-01-10' }),
      expect: ofCounty,
    },
  ],
  'services.closeService': [
    {
      on: 'public',
      send: (w) =>
        change('POST', w, 'serviceOpen', `/services/${w.id.serviceOpen}/closing`, {
          lastDay: '2027-01-31',
          reason: 'Umzug',
        }),
      expect: { 401: 'visitor', 200: doers, 403: 'rest' },
    },
  ],
}

export const planningHttp: HttpMatrix = { ...planning, ...meetings, ...services }
