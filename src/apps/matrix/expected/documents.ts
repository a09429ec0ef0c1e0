// Expected rights on the papers of a meeting as documents: a draft only for chairs and office, attendance for fees likewise. Written by hand.
import type { HttpMatrix } from '../shapes.ts'
import { doors, lapsed } from './groups.ts'

const leads = { ...doors, 200: 'chair office', 403: `delegate deputy guest member ${lapsed}`, 404: 'rest' } as const
const drafts = { ...doors, 200: 'chair office', 409: 'delegate deputy guest member', 404: 'rest' } as const

export const documentsHttp: HttpMatrix = {
  'meetings.meetingDocument': [
    {
      on: 'an agenda that is not released',
      send: (w) => ({ method: 'GET', url: `/meetings/${w.id.meetingPlanned}/documents/agenda?as=docx` }),
      expect: drafts,
    },
    {
      on: 'minutes that are not released',
      send: (w) => ({ method: 'GET', url: `/meetings/${w.id.meetingHeld}/documents/minutes?as=docx&extent=open` }),
      expect: drafts,
    },
  ],
  'meetings.attendanceList': [
    {
      on: 'of the body',
      send: (w) => ({ method: 'GET', url: `/meetings/${w.id.meetingPlanned}/attendance-list?as=docx` }),
      expect: leads,
    },
  ],
  'meetings.attendanceFile': [
    {
      on: 'held',
      send: (w) => ({ method: 'GET', url: `/meetings/${w.id.meetingHeld}/attendance.csv` }),
      expect: leads,
    },
  ],
}
