// What is said about a fault, and what is not.
import assert from 'node:assert/strict'
import test from 'node:test'
import { pino } from 'pino'
import { answerTo } from './answers.ts'

test('a fault is logged with its place and never with a value, also where message and stack quote one', () => {
  const lines: string[] = []
  const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) })
  const secret = 'Erika Muster, 09.03.1951\n    at home (Gartenweg 3)'
  const error = Object.assign(new Error(`invalid input for column "name": ${secret}`), {
    code: '22P02',
    table: 'organisation',
    detail: secret,
    where: secret,
  })
  const { status, body } = answerTo(error, {}, log)
  assert.equal(status, 500)
  const [line] = lines
  assert.equal(lines.length, 1)
  assert.doesNotMatch(line!, /Muster|1951|Gartenweg/)
  assert.doesNotMatch(JSON.stringify(body), /Muster|1951|Gartenweg/)
  const logged = JSON.parse(line!)
  assert.deepEqual([logged.fault, logged.code, logged.table], [body.id, '22P02', 'organisation'])
  assert.match(logged.at[0], /answers\.test\.ts:\d+:\d+/)
})
