// Every template of founding comes with rules of procedure that the house accepts and that fit the number of chairs.
import assert from 'node:assert/strict'
import test from 'node:test'
import { Procedure } from '../contract/rules.ts'
import { proposesRules, rulesOfTemplate, templateIds, templates } from './templates.ts'

test('the rules that a template of founding proposes are complete, as often as agreed, and ask for no second key where there is one chair', () => {
  for (const id of templateIds)
    for (const keys of [1, 2] as const) {
      const rules = rulesOfTemplate(id, { keys, meetsPerYear: 5 })
      assert.deepEqual(Procedure.parse(rules), rules, id)
      assert.equal(rules.meetsPerYear, 5)
      if (keys === 1) assert.deepEqual([rules.keysFor, rules.deadlock, rules.deadlockDays], [[], null, null])
      else assert.deepEqual(rules.keysFor, templates[id].rules.keysFor)
      assert.equal(rules.standIn, templates[id].rules.standIn)
    }
  assert.deepEqual(
    templateIds.filter(proposesRules),
    ['publicFree', 'district', 'youth'],
    'where a template says nothing of notice, nothing is proposed unasked',
  )
})
