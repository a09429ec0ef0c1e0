// Expected rights on the tables of the registers: responsibilities, seams, comparisons. Written by hand.
import type { Effect, FunctionMatrix, SqlCase, SqlMatrix } from '../shapes.ts'
import type { Expected } from '../subjects.ts'
import { acting } from './groups.ts'

type Ids = Readonly<Record<string, string>>
type Asking = { person: string; organisation: string }
const one = (on: string, text: (id: Ids, me: Asking) => string, expect: Expected<Effect>): SqlCase => ({
  on,
  expect,
  sql: (w, me) => text(w.id, { person: me.person ?? w.id.root!, organisation: me.organisation ?? w.id.county! }),
})
const ours = 'admin head planner'
const both = `${ours} member`
const planners = 'admin head planner member stranger elsewhere'
const working = 'admin head planner staff member stranger elsewhere'
const see = (from: (id: Ids) => string) => [
  one('one that is there', (id) => `select from ${from(id)}`, { allowed: acting, none: 'rest' }),
]
const add = (who: string) => ({ allowed: who, denied: 'rest' }) as const
const change = (who: string) => ({ allowed: who, none: 'rest' }) as const
const blocked = (who: string) => ({ denied: who, none: 'rest' }) as const

const correction = (organisation: string, day = `'2027-01-15'`, decision = 'null') =>
  `(id, task, organisation, reason, stated_on, decision, decided_on) values (gen_random_uuid(), $task, '${organisation}', 'Probe', ${day}, ${decision}, ${decision === 'null' ? 'null' : day})`
const release = (seam: string, organisation: string, person: string) =>
  `insert into cooperation.seam_release (seam, edition, organisation, person, at) values ('${seam}', 1, '${organisation}', '${person}', clock.now())`
const edition = (seam: string, number: number, more = 'null') =>
  `insert into cooperation.seam_edition (seam, number, subject, offered_on) values ('${seam}', ${number}, 'Probe', ${more})`
const friction = (id: Ids, organisation: string, day = `'2027-01-15'`) =>
  `insert into cooperation.friction (id, seam, organisation, text, stated_on) values (gen_random_uuid(), '${id.seam}', '${organisation}', 'Probe', ${day})`

export const registersTables: SqlMatrix = {
  'actors.task': {
    select: see((id) => `actors.task where id = '${id.task}'`),
    insert: [
      one(
        'one that the planner has just begun',
        (id) => `insert into actors.task (id, law, clause, strength) values ('${id.bareTask}', 'SGB', '§ 1', 'may')`,
        add(ours),
      ),
      one(
        'on what is no task',
        (id) => `insert into actors.task (id, law, clause, strength) values ('${id.comparison}', 'SGB', '§ 1', 'may')`,
        { denied: 'rest' },
      ),
    ],
    update: [
      one('of the county', (id) => `update actors.task set summary = 'x' where id = '${id.task}'`, change(ours)),
      one('over to another', (id) => `update actors.task set id = '${id.bareTask}' where id = '${id.task}'`, {
        denied: 'rest',
      }),
    ],
    delete: 'closed',
    columns: { update: 'law clause strength situations summary' },
    worker: 'select',
  },
  'actors.responsibility': {
    select: see((id) => `actors.responsibility where id = '${id.taskEntry}'`),
    insert: [
      one(
        'of a task of the county',
        (id) =>
          `insert into actors.responsibility (id, task, role, level, bearer, basis, source, recorded_at) values (gen_random_uuid(), '${id.task}', 'pays', 'local', 'x', 'x', 'x', clock.now())`,
        add(ours),
      ),
    ],
    update: [
      one(
        'closed',
        (id) => `update actors.responsibility set superseded_at = clock.now() where id = '${id.taskEntry}'`,
        change(ours),
      ),
      one(
        'left open',
        (id) => `update actors.responsibility set superseded_at = null where id = '${id.taskEntry}'`,
        blocked(ours),
      ),
    ],
    delete: 'closed',
    columns: { update: 'superseded_at' },
    worker: 'select',
  },
  'actors.correction': {
    select: see((id) => `actors.correction where id = '${id.correction}'`),
    insert: [
      one(
        'for the own organisation',
        (id, me) => `insert into actors.correction ${correction(me.organisation).replace('$task', `'${id.task}'`)}`,
        add(working),
      ),
      one(
        'for the association',
        (id) => `insert into actors.correction ${correction(id.association!).replace('$task', `'${id.task}'`)}`,
        add('member'),
      ),
      one(
        'as if it had been said before',
        (id, me) =>
          `insert into actors.correction ${correction(me.organisation, `'2026-12-01'`).replace('$task', `'${id.task}'`)}`,
        { denied: 'rest' },
      ),
      one(
        'as if it had been accepted',
        (id, me) =>
          `insert into actors.correction ${correction(me.organisation, undefined, `'accepted'`).replace('$task', `'${id.task}'`)}`,
        { denied: 'rest' },
      ),
      one(
        'to what is no task',
        (id, me) =>
          `insert into actors.correction ${correction(me.organisation).replace('$task', `'${id.bareComparison}'`)}`,
        { denied: 'rest' },
      ),
    ],
    update: [
      one(
        'answered',
        (id) =>
          `update actors.correction set decision = 'declined', decided_on = '2027-01-15', answer = 'Grund' where id = '${id.correction}'`,
        change(ours),
      ),
      one(
        'answered as of another day',
        (id) =>
          `update actors.correction set decision = 'declined', decided_on = '2027-01-01' where id = '${id.correction}'`,
        blocked(ours),
      ),
    ],
    delete: 'closed',
    columns: { update: 'decision decided_on answer' },
    worker: 'select',
  },
  'actors.guarantee': {
    select: see((id) => `actors.guarantee where id = '${id.guarantee}'`),
    insert: [
      one(
        'for the own organisation',
        (id, me) =>
          `insert into actors.guarantee (id, task, organisation, since) values (gen_random_uuid(), '${id.otherTask}', '${me.organisation}', '2027-01-01')`,
        add(planners),
      ),
      one(
        'for the association',
        (id) =>
          `insert into actors.guarantee (id, task, organisation, since) values (gen_random_uuid(), '${id.otherTask}', '${id.association}', '2027-01-01')`,
        add('member'),
      ),
      one(
        'for the own organisation, over already',
        (id, me) =>
          `insert into actors.guarantee (id, task, organisation, since, ended_on) values (gen_random_uuid(), '${id.otherTask}', '${me.organisation}', '2027-01-01', '2027-01-02')`,
        { denied: 'rest' },
      ),
      one(
        'of what is no task',
        (id, me) =>
          `insert into actors.guarantee (id, task, organisation, since) values (gen_random_uuid(), '${id.bareComparison}', '${me.organisation}', '2027-01-01')`,
        { denied: 'rest' },
      ),
    ],
    update: [
      one(
        'of the county, ended',
        (id) => `update actors.guarantee set ended_on = '2027-01-15' where id = '${id.guarantee}'`,
        change(ours),
      ),
    ],
    delete: 'closed',
    columns: { update: 'ended_on' },
    worker: 'select',
  },
  'actors.provision': {
    select: see((id) => `actors.provision where id = '${id.provider}'`),
    insert: [
      one(
        'of the county',
        (id) =>
          `insert into actors.provision (id, guarantee, name, valid_from, recorded_at) values (gen_random_uuid(), '${id.guarantee}', 'x', '2027-01-01', clock.now())`,
        add(ours),
      ),
    ],
    update: [
      one(
        'closed',
        (id) => `update actors.provision set superseded_at = clock.now() where id = '${id.provider}'`,
        change(ours),
      ),
      one(
        'left open',
        (id) => `update actors.provision set superseded_at = null where id = '${id.provider}'`,
        blocked(ours),
      ),
    ],
    delete: 'closed',
    columns: { update: 'superseded_at' },
    worker: 'select',
  },
  'cooperation.seam': {
    select: see((id) => `cooperation.seam where id = '${id.seam}'`),
    insert: [
      one(
        'between the own organisation and the association, just begun by the planner',
        (id) =>
          `insert into cooperation.seam (id, owner_a, owner_b) values ('${id.bareSeam}', '${id.county}', '${id.association}')`,
        add('planner'),
      ),
      one(
        'between two others',
        (id) =>
          `insert into cooperation.seam (id, owner_a, owner_b) values ('${id.bareSeam}', '${id.strangers}', '${id.association}')`,
        { denied: 'rest' },
      ),
      one(
        'on what is no seam',
        (id) =>
          `insert into cooperation.seam (id, owner_a, owner_b) values ('${id.bareComparison}', '${id.county}', '${id.association}')`,
        { denied: 'rest' },
      ),
    ],
    update: 'closed',
    delete: 'closed',
    worker: 'select',
  },
  'cooperation.seam_edition': {
    select: see((id) => `cooperation.seam_edition where seam = '${id.seam}'`),
    insert: [
      one('the next one of what holds', (id) => edition(id.seamAgreed!, 2), add(both)),
      one('the next one, fixed at once', (id) => edition(id.seamAgreed!, 2, `'2027-01-15'`), { denied: 'rest' }),
      one('a second draft', (id) => edition(id.seam!, 2), { denied: 'rest' }),
      one('one that skips a number', (id) => edition(id.seamAgreed!, 3), { denied: 'rest' }),
    ],
    update: [
      one(
        'the draft',
        (id) => `update cooperation.seam_edition set subject = 'x' where seam = '${id.seam}'`,
        change(both),
      ),
      one(
        'the draft, fixed as of another day',
        (id) => `update cooperation.seam_edition set offered_on = '2027-01-01' where seam = '${id.seam}'`,
        blocked(both),
      ),
      one(
        'what is fixed',
        (id) => `update cooperation.seam_edition set subject = 'x' where seam = '${id.seamOffered}'`,
        blocked(both),
      ),
    ],
    delete: 'closed',
    columns: { update: 'subject basis_a basis_b handover procedure review_months revision offered_on' },
    worker: 'select',
  },
  'cooperation.seam_release': {
    select: see((id) => `cooperation.seam_release where seam = '${id.seamOffered}'`),
    insert: [
      one(
        'of the association, as oneself',
        (id, me) => release(id.seamOffered!, id.association!, me.person),
        // Whoever does not act for the association at home is stopped before the policy is asked.
        { allowed: 'member', denied: 'rest' },
      ),
      one(
        'of the association, in the name of its planner',
        (id) => release(id.seamOffered!, id.association!, id.memberPerson!),
        {
          allowed: 'member',
          denied: 'rest',
        },
      ),
      one('of the draft', (id, me) => release(id.seam!, me.organisation, me.person), { denied: 'rest' }),
    ],
    update: 'closed',
    delete: 'closed',
    worker: 'select',
  },
  'cooperation.seam_review': {
    select: see((id) => `cooperation.seam_review where seam = '${id.seamAgreed}'`),
    insert: [
      one(
        'of what holds, for the own organisation',
        (id, me) =>
          `insert into cooperation.seam_review (seam, edition, organisation, on_day) values ('${id.seamAgreed}', 1, '${me.organisation}', '2027-01-15')`,
        add(both),
      ),
      one(
        'of what holds, for the association',
        (id) =>
          `insert into cooperation.seam_review (seam, edition, organisation, on_day) values ('${id.seamAgreed}', 1, '${id.association}', '2027-01-15')`,
        add('member'),
      ),
      one(
        'of another day',
        (id, me) =>
          `insert into cooperation.seam_review (seam, edition, organisation, on_day) values ('${id.seamAgreed}', 1, '${me.organisation}', '2027-01-14')`,
        { denied: 'rest' },
      ),
      one(
        'of what does not hold yet',
        (id, me) =>
          `insert into cooperation.seam_review (seam, edition, organisation, on_day) values ('${id.seamOffered}', 1, '${me.organisation}', '2027-01-15')`,
        { denied: 'rest' },
      ),
    ],
    update: 'closed',
    delete: 'closed',
    worker: 'select',
  },
  'cooperation.friction': {
    select: see((id) => `cooperation.friction where id = '${id.friction}'`),
    insert: [
      one('of the own organisation', (id, me) => friction(id, me.organisation), add(working)),
      one('of the association', (id) => friction(id, id.association!), add('member')),
      one('of another day', (id, me) => friction(id, me.organisation, `'2027-01-01'`), { denied: 'rest' }),
    ],
    update: [
      one(
        'of the association, settled',
        (id) =>
          `update cooperation.friction set settled_on = '2027-01-15', settled_how = 'x' where id = '${id.friction}'`,
        change('member'),
      ),
      one(
        'of the association, settled as of another day',
        (id) =>
          `update cooperation.friction set settled_on = '2027-01-01', settled_how = 'x' where id = '${id.friction}'`,
        blocked('member'),
      ),
    ],
    delete: 'closed',
    columns: { update: 'settled_on settled_how' },
    worker: 'select',
  },
  'cooperation.seam_link': {
    select: see((id) => `cooperation.seam_link where seam = '${id.seamAgreed}'`),
    insert: [
      one(
        'to a body',
        (id) => `insert into cooperation.seam_link (seam, object) values ('${id.seam}', '${id.body}')`,
        add(both),
      ),
      one(
        'to an organisation',
        (id) => `insert into cooperation.seam_link (seam, object) values ('${id.seam}', '${id.county}')`,
        { denied: 'rest' },
      ),
    ],
    update: 'closed',
    delete: [
      one('of the seam', (id) => `delete from cooperation.seam_link where seam = '${id.seamAgreed}'`, change(both)),
    ],
    worker: 'select',
  },
  'cooperation.comparison': {
    select: see((id) => `cooperation.comparison where id = '${id.comparison}'`),
    insert: [
      one(
        'one that the planner has just begun',
        (id) =>
          `insert into cooperation.comparison (id, left_name, left_law, right_name, right_law) values ('${id.bareComparison}', 'x', 'x', 'x', 'x')`,
        add(ours),
      ),
      one(
        'on what is no comparison',
        (id) =>
          `insert into cooperation.comparison (id, left_name, left_law, right_name, right_law) values ('${id.bareTask}', 'x', 'x', 'x', 'x')`,
        { denied: 'rest' },
      ),
    ],
    update: [
      one(
        'of the county',
        (id) => `update cooperation.comparison set note = 'x' where id = '${id.comparison}'`,
        change(ours),
      ),
    ],
    delete: 'closed',
    columns: { update: 'left_name left_law right_name right_law note checked_on' },
    worker: 'select',
  },
  'cooperation.comparison_row': {
    select: see((id) => `cooperation.comparison_row where comparison = '${id.comparison}'`),
    insert: [
      one(
        'of the county',
        (id) =>
          `insert into cooperation.comparison_row (comparison, place, aspect) values ('${id.comparison}', 2, 'x')`,
        add(ours),
      ),
    ],
    update: 'closed',
    delete: [
      one(
        'of the county',
        (id) => `delete from cooperation.comparison_row where comparison = '${id.comparison}'`,
        change(ours),
      ),
    ],
    worker: 'select',
  },
}

export const registersFunctions: FunctionMatrix = {
  'actors.keeps': [
    one('a task of the county', (id) => `select actors.keeps('${id.task}')`, { allowed: ours, none: 'rest' }),
  ],
  'cooperation.owns_seam': [
    one('of county and association', (id) => `select cooperation.owns_seam('${id.seam}')`, {
      allowed: both,
      none: 'rest',
    }),
  ],
}
