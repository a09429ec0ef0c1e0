// The one decision of the application, as a table: who may, seen from every standing.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Actor } from '#kit/db/transaction.ts'
import type { Who } from '#kit/http/contract.ts'
import { decide, holds, type Target } from './decide.ts'

const actor = (...held: string[]): Actor => ({
  person: 'p',
  organisation: 'o',
  session: 's',
  at: '',
  today: '',
  readers: [],
  held,
  mandates: [],
})
const target: Target = { id: 't', owner: 'o', body: 'b' }
const planners: Who = { as: ['planner', 'chair'] }

const rows: [Who, Actor | null, Target | null, string][] = [
  ['anyone', null, null, 'yes'],
  ['anyone', actor(), target, 'yes'],
  ['signedIn', null, null, 'signIn'],
  ['signedIn', null, target, 'signIn'],
  ['signedIn', actor(), null, 'yes'],
  [planners, null, target, 'signIn'],
  [planners, actor(), target, 'forbidden'],
  [planners, actor('planner@o'), target, 'yes'],
  [planners, actor('chair@b'), target, 'yes'],
  [planners, actor('chair@t'), target, 'yes'],
  [planners, actor('staff@o'), target, 'forbidden'],
  [planners, actor('planner@x'), target, 'forbidden'],
  [planners, actor('planner@'), target, 'forbidden'],
  [planners, actor('planner@null'), { id: 't', owner: null, body: null }, 'forbidden'],
  [planners, actor('planner@x'), null, 'yes'],
  [planners, actor('staff@x'), null, 'forbidden'],
  [planners, actor(), null, 'forbidden'],
  [{ as: [] }, actor('planner@o'), target, 'forbidden'],
  [{ as: [] }, actor('planner@o'), null, 'forbidden'],
  // A role is a whole word: what begins like it is another one.
  [{ as: ['head'] }, actor('headmaster@o' as string), target, 'forbidden'],
  [{ as: ['head'] }, actor('headmaster@o' as string), null, 'forbidden'],
]

for (const [who, by, on, expected] of rows)
  test(`${typeof who === 'string' ? who : who.as.join('/')} × ${by ? by.held.join(' ') || 'without a role' : 'visitor'} × ${on ? (on.owner ?? 'nobody’s') : 'no target'}: ${expected}`, () =>
    assert.equal(decide(who, by, on), expected))

test('nobody holds anything', () => {
  assert.equal(holds(null, ['planner'], ['o']), false)
  assert.equal(holds(actor('planner@o'), ['planner'], [null]), false)
  assert.equal(holds(actor('planner@o'), [], ['o']), false)
})
