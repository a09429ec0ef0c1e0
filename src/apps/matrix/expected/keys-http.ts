// Expected answers about rules of procedure, two keys around meetings, publication and absence. Written by hand.
import { procedureTemplates } from '#areas/cooperation/rules/procedure.ts'
import type { HttpMatrix, Request } from '../shapes.ts'
import { doors, home, lapsed, sent } from './groups.ts'

const get = (url: string): Request => ({ method: 'GET', url })
const post = (url: string, body: unknown = {}): Request => ({ method: 'POST', url, body })
const leads = { 401: 'visitor', 404: 'unmandated', 200: 'chair office', 403: `rest ${lapsed}` } as const
const inMeeting = { 401: 'visitor', 404: 'unmandated stranger elsewhere' } as const

export const keysHttp: HttpMatrix = {
  'access.absences': [
    { on: 'of those one works with', send: () => get('/absences'), expect: { ...doors, 200: 'rest' } },
  ],
  'access.enterAbsence': [
    {
      on: 'one’s own',
      send: () => post('/absences', { from: '2027-03-01', until: '2027-03-08' }),
      expect: { ...doors, 409: 'unmandated', 200: 'rest' },
    },
    {
      on: 'that of the delegate',
      send: (w) => post('/absences', { person: w.subjects.delegate.person, from: '2027-03-01', until: '2027-03-08' }),
      expect: { ...doors, 200: 'delegate', 409: 'rest' },
    },
  ],
  'access.endAbsence': [
    {
      on: 'that of the delegate',
      send: (w) => post(`/absences/${w.id.absence}/end`),
      expect: { ...doors, 200: 'delegate', 409: 'rest' },
    },
  ],
  'cooperation.handBack': [
    {
      on: 'an edition in the body',
      send: (w) => post('/releases/objection', { object: w.id.agreement, edition: 1, reason: 'So nicht' }),
      expect: { ...doors, 404: 'unmandated elsewhere', 200: 'chair', 409: 'rest' },
    },
  ],
  'cooperation.publications': [
    {
      on: 'of the rules',
      send: (w) => get(`/publications?object=${w.id.rulesObject}`),
      expect: { ...doors, 200: `${home} ${sent} member`, 404: 'rest' },
    },
  ],
  'cooperation.publish': [
    {
      on: 'what is not released',
      send: (w) => post('/publications', { object: w.id.agreement }),
      expect: { 401: 'visitor', 409: 'chair office', 404: 'elsewhere', 403: 'rest' },
    },
    {
      on: 'a released result',
      send: (w) => post('/publications', { object: w.id.decision }),
      expect: { 401: 'visitor', 200: 'chair office', 404: 'elsewhere', 403: 'rest' },
    },
  ],
  'cooperation.rules': [
    {
      on: 'of the body',
      send: (w) => get(`/bodies/${w.id.body}/rules`),
      expect: { ...doors, 404: 'unmandated', 200: 'rest' },
    },
  ],
  'cooperation.proposeRules': [
    {
      on: 'of the body',
      send: (w) => post(`/bodies/${w.id.body}/rules`, { procedure: procedureTemplates.arge, validFrom: '2027-02-01' }),
      expect: leads,
    },
  ],
  'cooperation.selfCheck': [
    {
      on: 'of the body',
      send: (w) => get(`/bodies/${w.id.body}/self-check?year=2026`),
      expect: { ...doors, 404: 'unmandated', 200: 'rest' },
    },
  ],
  'cooperation.nameStandIn': [
    {
      on: 'the deputy of the own organisation',
      send: (w) =>
        post(`/bodies/${w.id.body}/stand-in`, {
          person: w.subjects.deputy.person,
          organisation: w.id.association,
        }),
      expect: { 401: 'visitor', 404: 'unmandated', 200: 'chair', 403: `rest ${lapsed}` },
    },
  ],
  'cooperation.endStandIn': [
    {
      on: 'the deputy named',
      send: (w) => post(`/bodies/${w.id.body}/stand-in/end`),
      expect: { 401: 'visitor', 404: 'unmandated', 200: 'chair', 403: `rest ${lapsed}` },
    },
  ],
  'meetings.presentPaper': [
    {
      on: 'the minutes',
      send: (w) => post(`/meetings/${w.id.meetingHeld}/papers`, { kind: 'minutes' }),
      expect: {
        ...inMeeting,
        200: 'chair office',
        403: 'delegate deputy guest member ended future',
        404: `${home} unmandated stranger elsewhere`,
      },
    },
  ],
  'meetings.inviteMeeting': [
    {
      on: 'without the keys',
      send: (w) => ({ ...post(`/meetings/${w.id.meetingPlanned}/invitation`), revision: w.revision.meetingPlanned! }),
      expect: {
        401: 'visitor',
        409: 'chair office',
        403: 'delegate deputy guest member ended future',
        404: `${home} unmandated stranger elsewhere`,
      },
    },
  ],
  'meetings.reopenMeeting': [
    {
      on: 'not yet invited',
      send: (w) => ({ ...post(`/meetings/${w.id.meetingPlanned}/reopening`), revision: w.revision.meetingPlanned! }),
      expect: {
        401: 'visitor',
        409: 'chair office',
        403: 'delegate deputy guest member ended future',
        404: `${home} unmandated stranger elsewhere`,
      },
    },
  ],
}
