// Expected rights around elections, terms and the secret ballot. Written by hand.
import type { Effect, FunctionMatrix, HttpMatrix, Request, SqlCase, SqlMatrix } from '../shapes.ts'
import type { Expected } from '../subjects.ts'
import type { World } from '../world.ts'
import { acting, doors, home, lapsed, sent } from './groups.ts'

type Ids = Readonly<Record<string, string>>
const get = (url: string): Request => ({ method: 'GET', url })
const post = (url: string, body: unknown = {}): Request => ({ method: 'POST', url, body })
const change = (w: World, name: string, path: string, body: unknown): Request => ({
  ...post(`/elections/${w.id[name]}/${path}`, body),
  revision: w.revision[name]!,
})
// The county owns the body, so its people see what is dealt with there.
const shown = `${sent} member ${home}`
/** Whoever sees the body's election; the others do not know that it is there. */
const ofBody = (more: Record<number, string>) => ({ ...doors, 404: 'rest', ...more })
const leads = (done: 200 | 409) => ({
  ...doors,
  [done]: 'chair office',
  403: `delegate deputy guest member ${home} ${lapsed}`,
  404: 'rest',
})
const source = 'Nachricht an die Geschäftsstelle'

export const electionsHttp: HttpMatrix = {
  'cooperation.electionsOf': [
    {
      on: 'the body',
      send: (w) => get(`/bodies/${w.id.body}/elections`),
      expect: { ...doors, 404: 'unmandated', 200: 'rest' },
    },
  ],
  'cooperation.election': [
    { on: 'of the body', send: (w) => get(`/elections/${w.id.electionOpen}`), expect: ofBody({ 200: shown }) },
  ],
  'cooperation.eligible': [
    { on: 'of the body', send: (w) => get(`/elections/${w.id.electionOpen}/eligible`), expect: ofBody({ 200: shown }) },
  ],
  'cooperation.callElection': [
    {
      on: 'the appointed chair of the body',
      send: (w) => post(`/bodies/${w.id.body}/elections`, { constituency: w.id.groupC, day: '2027-02-01' }),
      expect: { 401: 'visitor', 404: 'unmandated', 409: 'chair office', 403: `rest ${lapsed}` },
    },
    {
      on: 'the elected chair of a group without an election',
      send: (w) => post(`/bodies/${w.id.body}/elections`, { constituency: w.id.groupB, day: '2027-02-01' }),
      expect: { 401: 'visitor', 404: 'unmandated', 200: 'chair office', 403: `rest ${lapsed}` },
    },
  ],
  'cooperation.nominate': [
    {
      on: 'somebody of the association, for the own seat',
      send: (w) =>
        post(`/elections/${w.id.electionOpen}/candidates`, {
          person: w.id.memberPerson,
          organisation: w.id.association,
        }),
      expect: ofBody({ 200: 'chair delegate deputy', 409: `office guest member ${home}` }),
    },
    {
      on: 'somebody of the association, as the office knows it',
      send: (w) =>
        post(`/elections/${w.id.electionOpen}/candidates`, {
          person: w.id.memberPerson,
          organisation: w.id.association,
          source,
        }),
      expect: ofBody({ 200: 'office', 409: `chair delegate deputy guest member ${home}` }),
    },
  ],
  'cooperation.answerNomination': [
    {
      on: 'the delegate withdraws',
      send: (w) => post(`/elections/${w.id.electionOpen}/candidates/${w.id.candidacy}/answer`, { stands: false }),
      expect: ofBody({ 200: 'delegate', 409: `chair office deputy guest member ${home}` }),
    },
  ],
  'cooperation.countRound': [
    {
      on: 'one that takes nominations',
      send: (w) =>
        change(w, 'electionOpen', 'rounds', { present: 1, votes: [{ candidate: w.id.candidacy, votes: 1 }] }),
      expect: leads(200),
    },
  ],
  'cooperation.strikeRound': [
    {
      on: 'the count of the office',
      send: (w) => change(w, 'electionDecided', 'strike', { because: 'Falsch gezählt' }),
      expect: { ...leads(200), 200: 'office', 409: 'chair' },
    },
  ],
  'cooperation.recordLot': [
    {
      on: 'without a tie',
      send: (w) => change(w, 'electionOpen', 'lot', { candidate: w.id.candidacy }),
      expect: leads(409),
    },
  ],
  'cooperation.witness': [
    {
      on: 'a count of the own organisation',
      send: (w) => post(`/elections/${w.id.electionDecided}/witness`),
      expect: ofBody({ 409: 'chair office delegate deputy', 403: `guest member ${home} ${lapsed}` }),
    },
  ],
  'cooperation.answerElection': [
    {
      on: 'the delegate accepts',
      send: (w) => post(`/elections/${w.id.electionDecided}/answer`, { accepts: true }),
      expect: ofBody({ 200: 'delegate', 409: `chair office deputy guest member ${home}` }),
    },
    {
      on: 'the county’s planner declines, as the office knows it',
      send: (w) => post(`/elections/${w.id.electionWitnessed}/answer`, { accepts: false, source }),
      expect: {
        ...doors,
        200: 'office',
        409: 'admin head planner checker staff counsellor chair delegate deputy guest',
        404: 'rest',
      },
    },
  ],
  'cooperation.cancelElection': [
    {
      on: 'one that takes nominations',
      send: (w) => change(w, 'electionOpen', 'cancellation', { because: 'Entfällt' }),
      expect: leads(200),
    },
  ],
  'cooperation.ballotStep': [
    { on: 'one by hands', send: (w) => change(w, 'electionOpen', 'ballot', { step: 'draw' }), expect: leads(409) },
  ],
  'cooperation.drawPaper': [
    {
      on: 'while none are drawn',
      send: (w) => post(`/elections/${w.id.electionOpen}/papers`, { seat: w.id.seatVoting, blinded: '4711' }),
      expect: ofBody({ 409: 'chair delegate deputy', 403: `office guest member ${home} ${lapsed}` }),
    },
  ],
  'cooperation.castPaper': [
    {
      on: 'guessed',
      send: (w) =>
        post('/ballots', {
          election: w.id.electionOpen,
          mark: 'ab'.repeat(32),
          signature: '4711',
          answer: 'abstained',
        }),
      expect: { 409: 'rest' },
    },
  ],
  'cooperation.resign': [
    {
      on: 'the chair of the body',
      send: (w) => post(`/bodies/${w.id.body}/resignations`, { mandate: w.id.chairMandate, lastDay: '2027-03-31' }),
      expect: { ...doors, 404: 'unmandated', 200: 'chair', 409: 'rest' },
    },
    {
      on: 'the chair of the body, as the office knows it',
      send: (w) =>
        post(`/bodies/${w.id.body}/resignations`, { mandate: w.id.chairMandate, lastDay: '2027-03-31', source }),
      expect: { ...doors, 404: 'unmandated', 409: 'rest' },
    },
  ],
  'cooperation.continueChair': [
    {
      on: 'without a rule',
      send: (w) => post(`/bodies/${w.id.body}/interim`, { constituency: w.id.groupA }),
      expect: { ...doors, 404: 'unmandated', 409: 'rest' },
    },
  ],
  'meetings.proposedItems': [
    {
      on: 'of the body',
      send: (w) => get(`/meetings/${w.id.meetingPlanned}/proposals`),
      expect: ofBody({ 200: `${sent} member` }),
    },
  ],
}

const one = (on: string, text: (id: Ids) => string, expect: Expected<Effect>): SqlCase => ({
  on,
  expect,
  sql: (w) => text(w.id),
})
const see = (on: string, from: (id: Ids) => string, allowed: string) =>
  one(on, (id) => `select from cooperation.${from(id)}`, { allowed, none: 'rest' })
const election =
  (set: Partial<Record<'id' | 'group' | 'from' | 'until' | 'method' | 'status' | 'body', string>>) => (id: Ids) =>
    `insert into cooperation.election (id, body, constituency, role, occasion, day, term_from, term_until, method, majority, status)
   values ('${id[set.id ?? 'bareElection']}', '${id.body}', '${id[set.group ?? 'groupB']}', 'chair', 'first', '2027-02-01', '2027-02-01', '${set.until ?? '2030-02-01'}', '${set.method ?? 'hands'}', 'simple', '${set.status ?? 'nominating'}')`
const candidacy =
  (
    set: Partial<Record<'election' | 'person' | 'of' | 'by' | 'source' | 'consent' | 'told' | 'recorder', string>>,
  ): SqlCase['sql'] =>
  ({ id }, me) =>
    `insert into cooperation.candidacy (id, election, person, organisation, proposed_by, source, consented_on, consent_source, recorded_by, recorded_at)
     values (gen_random_uuid(), '${id[set.election ?? 'electionOpen']}', '${id[set.person ?? 'memberPerson']}', '${id[set.of ?? 'association']}', '${id[set.by ?? 'association']}', ${set.source ?? 'null'},
       ${set.consent ?? 'null'}, ${set.told ?? 'null'}, '${set.recorder ? id[set.recorder] : (me.person ?? id.root)}', (access.actor()).at)`
const voters = 'chair delegate deputy'

export const electionsTables: SqlMatrix = {
  'cooperation.election': {
    select: [see('of the body', (id) => `election where id = '${id.electionOpen}'`, shown)],
    insert: [
      one('of the body', election({}), { allowed: 'chair office', denied: 'rest' }),
      one('where the chair is appointed', election({ group: 'groupC' }), { denied: 'rest' }),
      one('for longer than the term', election({ until: '2030-02-02' }), { denied: 'rest' }),
      one('decided from the beginning', election({ status: 'decided' }), { denied: 'rest' }),
      one('secret without a rule', election({ method: 'electronic' }), { denied: 'rest' }),
      one('on what is no election', election({ id: 'bareMeeting' }), { denied: 'rest' }),
    ],
    update: 'closed',
    delete: 'closed',
    worker: 'select',
  },
  'cooperation.candidacy': {
    select: [see('of the body', (id) => `candidacy where id = '${id.candidacy}'`, shown)],
    insert: [
      { on: 'for the own seat', sql: candidacy({}), expect: { allowed: voters, denied: 'rest' } },
      {
        on: 'as the office knows it',
        sql: candidacy({ source: `'Nachricht'` }),
        expect: { allowed: 'office', denied: 'rest' },
      },
      { on: 'with the consent of another', sql: candidacy({ consent: `'2027-01-15'` }), expect: { denied: 'rest' } },
      {
        on: 'with the consent of another, as the office knows it',
        sql: candidacy({ source: `'Nachricht'`, consent: `'2027-01-15'`, told: `'Nachricht'` }),
        expect: { allowed: 'office', denied: 'rest' },
      },
      { on: 'of another group', sql: candidacy({ person: 'plannerPerson', of: 'county' }), expect: { denied: 'rest' } },
      {
        on: 'for the seat of another group',
        sql: candidacy({ by: 'county', source: `'Nachricht'` }),
        expect: { denied: 'rest' },
      },
      { on: 'in the name of another', sql: candidacy({ recorder: 'plannerPerson' }), expect: { denied: 'rest' } },
      { on: 'after the count', sql: candidacy({ election: 'electionDecided' }), expect: { denied: 'rest' } },
      {
        on: 'a second time',
        sql: candidacy({ person: 'delegatePerson' }),
        expect: { refused: voters, denied: 'rest' },
      },
    ],
    update: 'closed',
    delete: 'closed',
    worker: 'select',
  },
  'cooperation.round': {
    select: [see('of the body', (id) => `round where election = '${id.electionDecided}'`, shown)],
    insert: 'closed',
    update: 'closed',
    delete: 'closed',
    worker: 'select',
  },
  'cooperation.tally': {
    select: [see('of the body', (id) => `tally where election = '${id.electionDecided}'`, shown)],
    insert: 'closed',
    update: 'closed',
    delete: 'closed',
    worker: 'select',
  },
  'cooperation.interim': {
    select: [see('of the body', (id) => `interim where body = '${id.body}'`, acting)],
    insert: [
      one(
        'a mandate granted by another',
        (id) =>
          `insert into cooperation.interim (mandate, body, constituency) values ('${id.plannerMandate}', '${id.body}', '${id.groupA}')`,
        {
          denied: 'rest',
        },
      ),
    ],
    update: 'closed',
    delete: 'closed',
    worker: 'select',
  },
  'cooperation.ballot_key': {
    select: [
      one(
        'none is open',
        (id) => `select election from cooperation.ballot_key where election = '${id.electionWitnessed}'`,
        { allowed: `${sent} ${home}`, none: 'rest' },
      ),
    ],
    insert: 'closed',
    update: 'closed',
    delete: 'closed',
    columns: { select: 'election modulus number' },
    worker: 'select insert',
  },
  'cooperation.ballot_draw': {
    select: [see('of the body', (id) => `ballot_draw where election = '${id.electionWitnessed}'`, `${sent} ${home}`)],
    insert: 'closed',
    update: 'closed',
    delete: 'closed',
    worker: '',
  },
  'cooperation.ballot': { select: 'closed', insert: 'closed', update: 'closed', delete: 'closed', worker: '' },
}

const term = (id: Ids, person: string, of: string, role: string) =>
  `'${id[person]}', '${id[of]}', '${id.body}', '${role}'`
const step = (on: string, name: string, what: (id: Ids) => string, allowed: string) =>
  one(
    on,
    (id) => `select cooperation.lead_election('${id.electionOpen}', '${name}', ${what(id)})`,
    allowed ? { allowed, denied: 'rest' } : { denied: 'rest' },
  )
const counted = (id: Ids) =>
  `'{"day":"2027-01-15","present":1,"votes":{"${id.candidacy}":1},"against":0,"abstained":0,"invalid":0}'`

export const electionsFunctions: FunctionMatrix = {
  'cooperation.election_rules': {
    harmless: 'what the rules of a body say about elections; they are open to its members',
  },
  'cooperation.voting_seats': { harmless: 'the seats of a group, as everybody who sees the body sees them' },
  'cooperation.standing_for': { harmless: 'ids of candidacies, which say nothing where the election is not visible' },
  'cooperation.papers_drawn': { harmless: 'a number' },
  'cooperation.allows_secret_ballot': [
    one('a body without rules', (id) => `select cooperation.allows_secret_ballot('${id.body}')`, { none: 'rest' }),
  ],
  'cooperation.other_chair': [
    one(
      'the other chair comes from there',
      (id) => `select cooperation.other_chair('${id.electionOpen}', '${id.plannerPerson}', '${id.county}')`,
      { allowed: 'rest' },
    ),
    one(
      'of the own group',
      (id) => `select cooperation.other_chair('${id.electionOpen}', '${id.chairPerson}', '${id.association}')`,
      { none: 'rest' },
    ),
  ],
  'cooperation.is_witnessed': [
    one('by the county', (id) => `select cooperation.is_witnessed('${id.electionWitnessed}')`, { allowed: 'rest' }),
    one('by nobody', (id) => `select cooperation.is_witnessed('${id.electionDecided}')`, { none: 'rest' }),
  ],
  'cooperation.may_enter': [
    one(
      'the elected delegate, not witnessed',
      (id) =>
        `select cooperation.may_enter(${term(id, 'delegatePerson', 'association', 'deputy')}, '2027-01-15', '2029-11-22')`,
      {
        allowed: 'delegate',
        none: 'rest',
      },
    ),
    one(
      'the elected planner, witnessed',
      (id) =>
        `select cooperation.may_enter(${term(id, 'plannerPerson', 'county', 'deputy')}, '2027-01-15', '2029-12-01')`,
      {
        allowed: 'planner office',
        none: 'rest',
      },
    ),
    one(
      'somebody who was not elected',
      (id) =>
        `select cooperation.may_enter(${term(id, 'memberPerson', 'association', 'deputy')}, '2027-01-15', '2029-11-22')`,
      { none: 'rest' },
    ),
  ],
  'cooperation.may_shorten': [
    one(
      'the chair, at once',
      (id) =>
        `select cooperation.may_shorten(${term(id, 'chairPerson', 'association', 'chair')}, '2026-01-01', '2027-01-16')`,
      { allowed: 'chair', none: 'rest' },
    ),
    one(
      'the chair, in a while',
      (id) =>
        `select cooperation.may_shorten(${term(id, 'chairPerson', 'association', 'chair')}, '2026-01-01', '2027-03-01')`,
      {
        allowed: 'chair',
        none: 'rest',
      },
    ),
  ],
  'cooperation.may_be_replaced': [
    one(
      'the chair, by a shorter term',
      (
        id,
      ) => `insert into access.mandate (id, person, organisation, body, role, from_day, until_day, basis, granted_by, recorded_at)
        values ('00000000-0000-7000-8000-00000000e1ec', ${term(id, 'chairPerson', 'association', 'chair')}, '2026-01-01', '2027-03-01', 'Probe', (access.actor()).person, (access.actor()).at);
        select cooperation.may_be_replaced(${term(id, 'chairPerson', 'association', 'chair')}, '2026-01-01', '00000000-0000-7000-8000-00000000e1ec')`,
      { allowed: 'chair', denied: 'rest' },
    ),
    one(
      'the chair, by nothing',
      (id) =>
        `select cooperation.may_be_replaced(${term(id, 'chairPerson', 'association', 'chair')}, '2026-01-01', null)`,
      { none: 'rest' },
    ),
  ],
  'cooperation.may_continue': [
    one(
      'without a rule',
      (id) =>
        `select cooperation.may_continue(${term(id, 'chairPerson', 'association', 'chair')}, '2027-01-15', '2027-06-15')`,
      { none: 'rest' },
    ),
  ],
  'cooperation.answer_nomination': [
    one('the delegate withdraws', (id) => `select cooperation.answer_nomination('${id.candidacy}', false, null)`, {
      allowed: 'delegate',
      denied: 'rest',
    }),
    one(
      'the delegate withdraws, as the office knows it',
      (id) => `select cooperation.answer_nomination('${id.candidacy}', false, 'Nachricht')`,
      { allowed: 'office', denied: 'rest' },
    ),
  ],
  'cooperation.lead_election': [
    step('a count', 'count', counted, 'chair office'),
    step('called off', 'cancel', () => `'{"because":"Entfällt"}'`, 'chair office'),
    step('witnessed before there is a count', 'witness', () => `'{}'`, ''),
    step('a lot without a tie', 'lot', (id) => `'{"candidacy":"${id.candidacy}"}'`, ''),
    step('papers where hands are counted', 'draw', () => `'{}'`, ''),
    step('a close before anything was cast', 'close', () => `'{}'`, ''),
    one(
      'the count of the office struck',
      (id) => `select cooperation.lead_election('${id.electionDecided}', 'strike', '{"because":"Falsch gezählt"}')`,
      { allowed: 'office', denied: 'rest' },
    ),
    one(
      'the count of the own organisation witnessed',
      (id) => `select cooperation.lead_election('${id.electionDecided}', 'witness', '{}')`,
      { denied: 'rest' },
    ),
  ],
  'cooperation.answer_election': [
    one(
      'the delegate declines',
      (id) => `select cooperation.answer_election('${id.electionDecided}', false, null, '2027-01-15', null)`,
      { allowed: 'delegate', denied: 'rest' },
    ),
    one(
      'the delegate accepts without a mandate',
      (id) => `select cooperation.answer_election('${id.electionDecided}', true, null, '2027-01-15', null)`,
      { denied: 'rest' },
    ),
  ],
  'cooperation.draw_paper': [
    one(
      'while none are drawn',
      (id) => `select cooperation.draw_paper('${id.electionOpen}', '${id.seatVoting}', 4711)`,
      { denied: 'rest' },
    ),
  ],
  'cooperation.cast_paper': [
    one(
      'guessed',
      (id) =>
        `select cooperation.cast_paper('${id.electionOpen}', decode(repeat('ab', 32), 'hex'), 4711, 'abstained', null)`,
      { denied: 'rest' },
    ),
  ],
}
