// Expected rights on the tables of meetings and services. Written by hand.
import type { Effect, SqlCase, SqlMatrix } from '../shapes.ts'
import type { Expected } from '../subjects.ts'
import { acting, home, sent } from './groups.ts'

type Ids = Readonly<Record<string, string>>
const one = (on: string, text: (id: Ids) => string, expect: Expected<Effect>): SqlCase => ({
  on,
  expect,
  sql: (w) => text(w.id),
})
const see = (on: string, from: (id: Ids) => string, allowed: string) =>
  one(on, (id) => `select from ${from(id)}`, allowed === 'rest' ? { allowed } : { allowed, none: 'rest' })
const leads = 'chair office'
const doers = 'admin head planner staff'
const add = { allowed: leads, denied: 'rest' } as const
const change = { allowed: leads, none: 'rest' } as const
const blocked = { denied: leads, none: 'rest' } as const
const shown = `${sent} member`
const meeting = (id: Ids, status = 'planned') =>
  `insert into meetings.meeting (id, body, number, day, starts, place, status) values ('${id.bareMeeting}', '${id.body}', 99, '2027-03-01', '14:00', 'Ort', '${status}')`
const item = (id: Ids, name: string) =>
  `insert into meetings.agenda_item (id, meeting, position, title) values (gen_random_uuid(), '${id[name]}', 9, 'Probe')`

export const meetingsTables: SqlMatrix = {
  'meetings.meeting': {
    select: [see('of the body', (id) => `meetings.meeting where id = '${id.meetingPlanned}'`, shown)],
    insert: [
      one('of the body', (id) => meeting(id), add),
      one('held from the beginning', (id) => meeting(id, 'held'), { denied: 'rest' }),
      one('on what is no meeting', (id) => meeting({ ...id, bareMeeting: id.chaired! }), { denied: 'rest' }),
    ],
    update: [
      one(
        'still to come',
        (id) => `update meetings.meeting set place = 'Anderswo' where id = '${id.meetingPlanned}'`,
        change,
      ),
      one(
        'held before its day',
        (id) => `update meetings.meeting set day = '2027-03-01', status = 'held' where id = '${id.meetingPlanned}'`,
        blocked,
      ),
      one(
        'held, never held',
        (id) => `update meetings.meeting set status = 'planned' where id = '${id.meetingHeld}'`,
        blocked,
      ),
      one(
        'held, on another day',
        (id) => `update meetings.meeting set day = '2026-11-01' where id = '${id.meetingHeld}'`,
        blocked,
      ),
    ],
    delete: 'closed',
    worker: 'select',
  },
  'meetings.agenda_item': {
    select: [see('of the body', (id) => `meetings.agenda_item where meeting = '${id.meetingPlanned}'`, shown)],
    insert: [one('still to come', (id) => item(id, 'meetingPlanned'), add)],
    update: [
      one(
        'still to come',
        (id) => `update meetings.agenda_item set title = 'Anders' where id = '${id.itemPlanned}'`,
        change,
      ),
      one(
        'a result before the meeting',
        (id) => `update meetings.agenda_item set decision = '${id.decision}' where id = '${id.itemPlanned}'`,
        blocked,
      ),
      one(
        'into another meeting',
        (id) => `update meetings.agenda_item set meeting = '${id.meetingHeld}' where id = '${id.itemPlanned}'`,
        blocked,
      ),
    ],
    delete: 'closed',
    worker: 'select insert',
  },
  'meetings.attendance': {
    select: [see('held', (id) => `meetings.attendance where meeting = '${id.meetingHeld}'`, shown)],
    insert: [
      one(
        'held',
        (id) =>
          `insert into meetings.attendance (meeting, organisation, state) values ('${id.meetingHeld}', '${id.strangers}', 'present')`,
        add,
      ),
    ],
    update: 'closed',
    delete: [one('held', (id) => `delete from meetings.attendance where meeting = '${id.meetingHeld}'`, change)],
    worker: 'select',
  },
  'services.service': {
    select: [
      see('public', (id) => `services.service where id = '${id.serviceOpen}'`, 'rest'),
      see('for all who work here', (id) => `services.service where id = '${id.servicePlanned}'`, acting),
      see('internal to the county', (id) => `services.service where id = '${id.serviceInternal}'`, home),
    ],
    insert: [
      one(
        'of the county',
        (id) =>
          `insert into services.service (id, category, target_group, area_name) values ('${id.bareService}', 'other', 'Alle', 'Norden')`,
        { allowed: doers, denied: 'rest' },
      ),
      one(
        'answering what is no measure',
        (id) =>
          `insert into services.service (id, category, target_group, area_name, answers) values ('${id.bareService}', 'other', 'Alle', 'Norden', '${id.public}')`,
        { denied: 'rest' },
      ),
      one(
        'on what is no service',
        (id) =>
          `insert into services.service (id, category, target_group, area_name) values ('${id.internal}', 'other', 'Alle', 'Norden')`,
        { denied: 'rest' },
      ),
    ],
    update: [
      one(
        'internal to the county',
        (id) => `update services.service set opening = 'montags' where id = '${id.serviceInternal}'`,
        { allowed: doers, none: 'rest' },
      ),
      one(
        'open, planned again',
        (id) => `update services.service set status = 'planned' where id = '${id.serviceOpen}'`,
        { denied: doers, none: 'rest' },
      ),
      one(
        'answering what is no measure',
        (id) => `update services.service set answers = '${id.public}' where id = '${id.serviceOpen}'`,
        { denied: doers, none: 'rest' },
      ),
      one(
        'of the association',
        (id) => `update services.service set opening = 'montags' where id = '${id.servicePlanned}'`,
        { allowed: 'member', none: 'rest' },
      ),
    ],
    delete: 'closed',
    worker: 'select',
  },
}
