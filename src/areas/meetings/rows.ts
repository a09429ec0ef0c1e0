// Printed from the migrated schema by tools/print-rows.ts; never edited by hand.
import type { Generated } from 'kysely'

export type MeetingsRows = {
  'meetings.agenda_item': {
    id: string
    meeting: string
    position: number
    title: string
    level: Generated<string>
    open: Generated<boolean>
    concerning: string | null
    concerning_edition: number | null
    paper: Generated<string>
    notes: Generated<string>
    decision: string | null
    removed_at: string | null
    approves: string | null
    announces: string | null
  }
  'meetings.answer_link': {
    digest: Buffer
    object: string
    person: string | null
    organisation: string | null
    guest: string | null
    created: string
    ended_at: string | null
  }
  'meetings.attendance': {
    meeting: string
    organisation: string
    state: string
    unit: string | null
  }
  'meetings.backlog': {
    body: string
    token: string | null
    public: Generated<boolean>
    focus: Generated<string[]>
  }
  'meetings.circulation': {
    id: string
    body: string
    proposal: string
    reasons: Generated<string>
    days: number
    made_on: string
    sent_on: string | null
    until_day: string | null
    rules: number | null
    settled_on: string | null
    outcome: string | null
    decision: string | null
  }
  'meetings.circulation_answer': {
    circulation: string
    organisation: string
    unit: string | null
    answer: string
    revision: Generated<number>
  }
  'meetings.concern': {
    id: string
    body: string
    origin: string
    text: string
    target_group: Generated<string>
    area_name: Generated<string>
    received_on: string
    code: Buffer | null
    topic: string | null
    bundled_on: string | null
    closed_on: string | null
    closed_because: string | null
  }
  'meetings.concern_drop': {
    code: Buffer
    body: string
    title: string
    text: string
    target_group: Generated<string>
    area_name: Generated<string>
    on_day: string
  }
  'meetings.feed': {
    id: string
    person: string
    organisation: string
    digest: Buffer
    made_at: string
    ended_at: string | null
  }
  'meetings.meeting': {
    id: string
    body: string
    number: number
    day: string
    starts: string
    ends: string | null
    place: Generated<string>
    online: Generated<string>
    purpose: Generated<string>
    status: Generated<string>
    cancelled_because: string | null
  }
  'meetings.minutes_objection': {
    id: string
    meeting: string
    organisation: string
    item: string | null
    text: string
    raised_on: string
    withdrawn_on: string | null
  }
  'meetings.paper': {
    id: string
    meeting: string
    kind: string
  }
  'meetings.poll': {
    id: string
    body: string
    place: Generated<string>
    online: Generated<string>
    purpose: Generated<string>
    until_day: string
    remind_on: string | null
    status: Generated<string>
    chosen: string | null
    meeting: string | null
    withdrawn_because: string | null
    settled_on: string | null
  }
  'meetings.poll_answer': {
    poll: string
    voice: string
    organisation: string | null
    unit: string | null
    guest: string | null
    answers: unknown
    revision: Generated<number>
  }
  'meetings.poll_guest': {
    id: string
    poll: string
    name: string
    address: string
  }
  'meetings.poll_option': {
    id: string
    poll: string
    day: string
    starts: string
    ends: string | null
  }
  'meetings.rectification': {
    id: string
    meeting: string
    objection: string | null
    item: string | null
    wording: string | null
    reason: string
    made_on: string
  }
  'meetings.response': {
    meeting: string
    organisation: string
    unit: string | null
    answer: string
    asked: Generated<boolean>
    revision: Generated<number>
  }
  'meetings.topic': {
    id: string
    body: string
    at_body: string
    level: string
    description: Generated<string>
    target_group: Generated<string>
    made_on: string
    ripe_on: string | null
    closed_on: string | null
    closed_because: string | null
  }
  'meetings.topic_move': {
    id: string
    topic: string
    from_body: string
    to_body: string
    reason: string
    on_day: string
    organisation: string
  }
  'meetings.topic_sponsor': {
    topic: string
    organisation: string
    since: string
  }
  'meetings.vote': {
    item: string
    meeting: string
    body: string
    rules: number
    entitled: number
    present: number
    in_favour: number
    against: number
    abstained: number
    carried: boolean
    recorded_by: string
    recorded_at: string
  }
}
