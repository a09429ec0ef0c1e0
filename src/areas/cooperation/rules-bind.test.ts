// What rules of procedure bind to: one duty per meeting whatever grounds ask for it, as a property; and a body through HTTP whose rules change, meet an
// agreement that asks for the same, and end with it.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { ok } from '#apps/testing-people.ts'
import type { Duty } from '#kit/duties/contract.ts'
import { type Claim, isStricter, type Rules, strictest, wantedByRules } from './rules/binding.ts'
import { minutesPeriod } from './rules/periods.ts'
import { paragraphs, procedureTemplates } from './rules/procedure.ts'
import type { Wanted } from './rules/wanted.ts'
import { agreed, mails } from './testing.ts'
import { asApp } from './testing-keys.ts'
import { ruleTexts } from './texts/rules.de.ts'

const meeting = (day: string, more: Partial<Rules['meetings'][number]> = {}) => ({
  id: 'm',
  day,
  held: false,
  announced: '2027-01-10',
  recorded: null,
  ...more,
})
const rules = (more: Partial<Rules> = {}): Rules => ({
  id: 'rules',
  edition: 1,
  body: 'body',
  owner: 'a',
  start: '2027-01-01',
  endsOn: null,
  noticeDays: 14,
  noticeStrength: 'must',
  itemDays: 21,
  minutesDays: 28,
  minutesStrength: 'should',
  meetings: [meeting('2027-03-20')],
  ...more,
})
const lines = (all: readonly Wanted[]) => all.map((one) => [one.kind, one.opens, one.due, one.strength])

test('the invitation is asked for when no more items are handed in, the minutes from the meeting on; nothing for the time before the rules or after the body', () => {
  const held = [meeting('2027-03-20', { held: true, recorded: '2027-03-21' })]
  assert.deepEqual(lines(wantedByRules(rules({ meetings: held }))), [
    ['notice', '2027-02-27', '2027-03-06', 'must'],
    ['minutes', '2027-03-21', '2027-04-17', 'should'],
  ])
  assert.deepEqual(lines(wantedByRules(rules({ itemDays: null }))), [['notice', '2027-02-06', '2027-03-06', 'must']])
  assert.deepEqual(lines(wantedByRules(rules({ noticeDays: 0, minutesDays: null, meetings: held }))), [])
  assert.deepEqual(lines(wantedByRules(rules({ start: '2027-03-07' }))), [], 'the last day for inviting was before')
  assert.deepEqual(lines(wantedByRules(rules({ endsOn: '2027-03-06' }))), [])
  assert.deepEqual(lines(wantedByRules(rules({ meetings: [meeting('2027-03-20', { announced: '2027-03-10' })] }))), [
    ['notice', '2027-03-06', '2027-03-06', 'must'],
  ])
})

test('minutes count from the meeting however late it is recorded as held; of what was only entered afterwards from its entry', () => {
  const due = (more: Partial<Rules['meetings'][number]>) =>
    minutesPeriod('2027-01-01', meeting('2027-03-20', { held: true, ...more }), 14)?.due
  assert.equal(due({ recorded: '2027-03-20' }), '2027-04-03')
  assert.equal(due({ recorded: '2027-03-30' }), '2027-04-03')
  assert.equal(due({ recorded: '2027-04-20' }), '2027-04-20', 'late on the day on which it becomes known, not before')
  assert.equal(due({ recorded: '2027-03-30', announced: null }), '2027-04-13')
  assert.equal(minutesPeriod('2027-03-21', meeting('2027-03-20', { held: true, recorded: '2027-03-20' }), 14), null)
})

test('one meeting is invited to once: by the strictest ground, which names all others; what has begun stays; looking again chooses the same', () => {
  const day = '2027-06-01'
  const want = (ground: string, strength: Wanted['strength'], days: number): Claim => ({
    ground,
    want: {
      ...wantedByRules(rules({ noticeDays: days, noticeStrength: strength, meetings: [meeting(day)] }))[0]!,
      becauseText: ground,
    },
  })
  const one = fc.record({
    strength: fc.constantFrom('must' as const, 'should' as const, 'usual' as const),
    days: fc.integer({ min: 1, max: 30 }),
  })
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 4 }), fc.nat(3), fc.boolean(), (all, place, isBegun) => {
      const claims = all.map(({ strength, days }, n) => want(`g${n}`, strength, days))
      const [winner, ...others] = strictest(claims, [], '2027-01-10')
      assert.deepEqual(others, [])
      assert.ok(claims.every((other) => !isStricter(other.want, winner!.want)))
      for (const { ground } of claims) assert.ok(winner!.want.becauseText.includes(ground), 'every ground is named')
      const there = (claim: Claim, opens: string) => [{ because: claim.ground, subject: 'm', opens, touched: false }]
      assert.deepEqual(strictest(claims, there(winner!, '2027-05-30'), '2027-01-10'), [winner])
      const first = claims[place % claims.length]!
      const [now] = strictest(claims, there(first, isBegun ? '2027-01-10' : '2027-01-11'), '2027-01-10')
      if (isBegun) assert.equal(now!.ground, first.ground)
      else assert.ok(claims.every((other) => !isStricter(other.want, now!.want)))
      // Asked for already, on a ground that holds no longer: nobody asks a second time.
      const past = [{ because: 'gone', subject: 'm', opens: '2027-01-10', touched: false }]
      assert.deepEqual(strictest(claims, past, '2027-01-10'), [])
    }),
  )
  const [mixed] = strictest([want('§ 3', 'must', 10), want('§ 2', 'should', 14)], [], '2027-01-10')
  assert.equal(mixed!.want.becauseText, '§ 3; zugleich § 2 (soll, 14 Tage)')
})

test('every paragraph of the rules says something, whatever they hold, and keeps its number', () => {
  for (const procedure of [
    procedureTemplates.arge,
    { ...procedureTemplates.group78, noticeDays: 0, itemDays: null, minutesDays: null, deadlock: null },
  ]) {
    const sentences = ruleTexts.sentences(procedure)
    assert.equal(sentences.length, paragraphs.length)
    for (const [n, sentence] of sentences.entries()) assert.match(sentence, new RegExp(`^§ ${n + 1} [A-Z].*\\.$`))
  }
  const said = ruleTexts.sentences({ ...procedureTemplates.arge, noticeStrength: 'usual', minutesStrength: 'must' })
  assert.equal(said[1], '§ 2 Zur Sitzung wird in der Regel mindestens 14 Tage vorher mit der Tagesordnung eingeladen.')
  assert.match(said[3]!, /^§ 4 Die Niederschrift muss innerhalb von 28 Tagen nach der Sitzung/)
})

test('adopted rules become duties: invitation and minutes with their paragraph, once where the agreement asks for the same, until the body ends (A18, A21)', async (t) => {
  const scene = await agreed(t, [{ kind: 'notice', days: 10 }])
  const { house, body, at, plan, invite, act, revision } = scene
  const adopt = async (change: object) => {
    const validFrom = ok<{ today: string }>(await scene.county.get('/session')).today
    const put = ok<{ object: string; edition: number }>(
      await scene.county.post(`/bodies/${body}/rules`, {
        procedure: { ...procedureTemplates.arge, ...change },
        validFrom,
      }),
    )
    for (const chair of [scene.vera, scene.carl]) ok(await chair.post('/releases', put))
    await house.settle()
    return put
  }
  const about = async (subject: string, kind = 'notice') =>
    ok<{ duties: Duty[] }>(await scene.county.get(`/duties?subject=${subject}`)).duties.filter(
      (duty) => duty.kind === kind,
    )
  const standing = async (subject: string) =>
    (await about(subject))
      .map((one) => [one.due, one.state, one.state === 'withdrawn' ? one.withdrawnBecause : one.because.clause])
      .toSorted()

  const tooLate = await scene.county.post(`/bodies/${body}/rules`, {
    procedure: { ...procedureTemplates.arge, itemDays: 7 },
    validFrom: '2026-11-22',
  })
  assert.deepEqual(
    [tooLate.status, (tooLate.body as unknown as { fields: { path: string }[] }).fields[0]!.path],
    [400, 'procedure.itemDays'],
  )
  const first = await plan('2027-03-01')
  await house.settle()
  assert.deepEqual(await standing(first), [['2027-02-19', 'notYet', '§ 1 notice']])
  const { object } = await adopt({})
  const ruled = '§ 2 der Geschäftsordnung: Einladung; zugleich § 1 notice (muss, 10 Tage)'
  assert.deepEqual(await standing(first), [
    ['2027-02-15', 'notYet', ruled],
    ['2027-02-19', 'withdrawn', `Dafür gilt jetzt: ${ruled}.`],
  ])
  const [owed] = (await about(first)).filter((one) => one.state === 'notYet')
  assert.deepEqual(
    [owed!.because.object, owed!.because.edition, owed!.strength, owed!.debtor?.id, owed!.creditor?.id],
    [object, 1, 'must', body, body],
  )
  // A looser edition: the agreement is the stricter ground again, and names the rules.
  await adopt({ noticeDays: 7, itemDays: 14 })
  assert.deepEqual(
    (await standing(first)).filter(([, state]) => state !== 'withdrawn'),
    [['2027-02-19', 'notYet', '§ 1 notice; zugleich § 2 der Geschäftsordnung: Einladung (muss, 7 Tage)']],
  )
  // What has begun to be asked for stays with its ground; only later meetings follow the new edition.
  await at('2027-01-25')
  await adopt({ noticeDays: 30, itemDays: null })
  const second = await plan('2027-06-01')
  await house.settle()
  assert.deepEqual(
    [await standing(first), await standing(second)].map((all) =>
      all.filter(([, state]) => state !== 'withdrawn').map(([due, state]) => [due, state]),
    ),
    [[['2027-02-19', 'open']], [['2027-05-02', 'notYet']]],
  )
  await invite(first)
  assert.deepEqual(
    (await standing(first)).filter(([, state]) => state !== 'withdrawn').map(([, state]) => state),
    ['done'],
  )

  // The minutes: owed once the meeting was held, done when both chairs have released them; they go to everybody by themselves.
  await at('2027-03-01')
  assert.deepEqual(await about(first, 'minutes'), [])
  await act(first, 'holding')
  await house.settle()
  const minutes = async () =>
    (await about(first, 'minutes')).map((one) => [one.due, one.state, one.strength, one.because.clause])
  const paragraph = '§ 4 der Geschäftsordnung: Niederschrift'
  assert.deepEqual(await minutes(), [['2027-03-29', 'open', 'should', paragraph]])
  await at('2027-03-15')
  assert.deepEqual(
    (await mails(house, 'minutes')).map(({ stage, person }) => [stage, person]),
    [
      ['soon', 'Carl Kreis'],
      ['soon', scene.county.name],
      ['soon', 'Vera Verband'],
    ],
  )
  const { papers } = ok<{ papers: { kind: string; object: string; edition: number }[] }>(
    await scene.county.post(`/meetings/${first}/papers`, { kind: 'minutes' }),
  )
  const paper = papers.find(({ kind }) => kind === 'minutes')!
  const release = { object: paper.object, edition: paper.edition }
  const sent = async () =>
    (
      await house.asOwner((db) =>
        sql<{ name: string }>`select p.title as name from mail.message m join kit.object p on p.id = m.person
          where m.object = ${first} and m.data->>'what' = 'meeting.minutes' order by 1`.execute(db),
      )
    ).rows.map(({ name }) => name)
  ok(await scene.vera.post('/releases', release))
  await house.settle()
  assert.deepEqual([await minutes(), await sent()], [[['2027-03-29', 'open', 'should', paragraph]], []], 'one key')
  ok(await scene.carl.post('/releases', release))
  await house.settle()
  await house.settle()
  assert.deepEqual(
    (await minutes()).map(([, state]) => state),
    ['done'],
  )
  assert.deepEqual(await sent(), ['Carl Kreis', scene.county.name, 'Vera Verband'].toSorted(), 'once to each')

  // Nobody but the database says from when older rules bind.
  await assert.rejects(
    asApp(
      scene,
      scene.carl,
      sql`insert into cooperation.rules (body, edition, object, valid_from, meets_per_year, notice_days, quorum, majority, keys_for, interim, binds_from)
        values (${body}, 9, ${object}, '2027-03-15', 2, 14, 'none', 'consensus', '{}', 'office', '2099-01-01')`,
    ),
    /permission denied/,
  )
  // The body will be over before the last day for inviting: nothing is owed any more.
  const end = ok<{ id: string }>(
    await scene.county.post(`/bodies/${body}/dissolution`, { day: '2027-04-20', because: 'Die Aufgabe ist erfüllt.' }),
  )
  for (const chair of [scene.vera, scene.carl]) ok(await chair.post('/releases', { object: end.id, edition: 1 }))
  await house.settle()
  await house.settle()
  assert.deepEqual(await standing(second), [['2027-05-02', 'withdrawn', 'Der Anlass ist weggefallen.']])
  assert.ok(await revision(first))
})
