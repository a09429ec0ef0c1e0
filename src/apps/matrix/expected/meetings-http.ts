// Expected answers about meetings and services. Written by hand.
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
const leads = { 401: 'visitor', 200: 'chair office', 403: 'rest' } as const
const decision = { title: 'Ergebnis der Prüfung', result: 'agreed', text: 'Man verabredet sich.' }

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

export const meetingsHttp: HttpMatrix = { ...meetings, ...services }
