// How binding a clause is: what a "muss", a "soll" and an "in der Regel" become, who hears of it, and that no side lets itself off.
import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { again, ok, type TestPerson } from '#apps/testing-people.ts'
import { inTransaction } from '#kit/db/transaction.ts'
import type { Duty } from '#kit/duties/contract.ts'
import { texts as mailTexts, type ReminderStage } from '#kit/mail/texts.de.ts'
import { agreed } from './testing.ts'

const yearly = { kind: 'report', from: 'parties', to: 'body', time: { when: 'yearly', due: '03-31' } } as const

test('muss, soll, in der Regel: one is breached, one asks for a reason that only the debtor gives, one is never overdue', async (t) => {
  const scene = await agreed(t, [
    [{ ...yearly, from: 'public' }, 'must'],
    [{ ...yearly, from: 'public' }, 'should'],
    [{ ...yearly, from: 'public' }, 'usual'],
  ])
  const { at, of, house } = scene
  for (const day of ['2027-03-17', '2027-03-31', '2027-04-01', '2027-04-14', '2027-04-28']) await at(day)
  const due = (await of('report')).filter((duty) => duty.due === '2027-03-31')
  const state = () =>
    of('report').then((all) => all.filter((one) => one.due === '2027-03-31').map((one) => [one.strength, one.state]))
  const byStrength = (strength: string) => due.find((duty) => duty.strength === strength)!
  assert.deepEqual(Object.fromEntries(await state()), { must: 'overdue', should: 'overdue', usual: 'missed' })
  const stages = await house.asOwner((db) =>
    sql<{
      strength: string
      stages: string[]
    }>`select d.strength, array_agg(distinct r.stage order by r.stage) as stages
      from duties.reminder r join duties.duty d on d.id = r.duty where d.due = '2027-03-31' group by 1 order by 1`.execute(
      db,
    ),
  )
  assert.deepEqual(Object.fromEntries(stages.rows.map((row) => [row.strength, row.stages])), {
    must: ['due', 'escalated', 'heads', 'overdue', 'soon'],
    should: ['asked', 'due', 'soon'],
    usual: ['due', 'soon'],
  })
  const reason = (who: TestPerson, strength: string) =>
    who.post(`/duties/${byStrength(strength).id}/reason`, { because: 'Die Stelle ist nicht besetzt' })
  assert.equal((await reason(scene.carl, 'must')).body.code, 'onlyShould')
  assert.equal((await reason(scene.vera, 'should')).body.code, 'onlyDebtor')
  ok(await reason(scene.carl, 'should'))
  assert.equal((await reason(scene.carl, 'should')).body.code, 'alreadySettled')
  assert.deepEqual(Object.fromEntries(await state()), { must: 'overdue', should: 'reasoned', usual: 'missed' })
  // Done all the same: late, whatever was said before.
  for (const strength of ['should', 'usual'])
    ok(await scene.carl.post(`/duties/${byStrength(strength).id}/statements`, { day: '2027-04-28', text: 'Doch noch' }))
  assert.deepEqual(Object.fromEntries(await state()), { must: 'overdue', should: 'doneLate', usual: 'doneLate' })
})

test('the authority and the association are reminded on the same days, of the same people, in the same words', async (t) => {
  const scene = await agreed(t, [[yearly, 'must']])
  const { at, house, county, verband } = scene
  for (let day = 1; day <= 9; day += 1) await at(`2027-03-${String(day * 3 + 4).padStart(2, '0')}`)
  for (const day of ['2027-04-01', '2027-04-14', '2027-04-28', '2027-05-30']) await at(day)
  const { rows } = await house.asOwner((db) =>
    sql<{ debtor: string; stage: ReminderStage; day: string; to: string; title: string; clause: string; due: string }>`
      select d.debtor, split_part(m.dedupe, ':', 3) as stage, m.created::date::text as day, p.title as to, o.title, d.because_text as clause, d.due::text as due
        from mail.message m join duties.duty d on d.id = m.object join kit.object o on o.id = d.id join kit.object p on p.id = m.person
       where m.template = 'duties.reminder' and d.due = '2027-03-31' order by m.created, p.title`.execute(db),
  )
  /** The whole mail, with the sides called A and B. */
  const lettersOf = (debtor: string, own: readonly string[]) =>
    rows
      .filter((row) => row.debtor === debtor)
      .map((row) => {
        const { stage, day, to, title, clause, due } = row
        const words = mailTexts.reminder(stage, {
          kind: 'report',
          title,
          debtor: 'A',
          creditor: 'Gremium',
          clause,
          due,
        })
        return [day, stage, own.includes(to) ? 'debtor' : 'other', words.subject, ...words.lines].join('\n')
      })
      .toSorted()
  const [ofCounty, ofVerband] = [
    lettersOf(county.organisation, ['Carl Kreis', 'Erika Muster']),
    lettersOf(verband, ['Vera Verband']),
  ]
  assert.deepEqual([...new Set(ofCounty)], [...new Set(ofVerband)])
  assert.ok(ofCounty.length > 0 && ofCounty.every((letter) => letter.includes('Grundlage: § 1 report')))
  const stages = (letters: string[]) => [...new Set(letters.map((letter) => letter.split('\n')[1]))].toSorted()
  assert.deepEqual(stages(ofCounty), ['due', 'escalated', 'heads', 'overdue', 'soon'])
  // Late, both chairs hear of either side.
  const heard = (debtor: string) =>
    [
      ...new Set(rows.filter((row) => row.debtor === debtor && row.stage === 'escalated').map((row) => row.to)),
    ].toSorted()
  for (const debtor of [county.organisation, verband])
    for (const chair of ['Carl Kreis', 'Vera Verband'])
      assert.ok(heard(debtor).includes(chair), `${chair} hears of ${debtor}`)
})

test('nobody lets itself off: not the office that belongs to the debtor, not the body itself, by no path; the other chair can', async (t) => {
  const scene = await agreed(t, [
    [{ ...yearly, from: 'public' }, 'must'],
    [{ kind: 'meet', perYear: 2 }, 'must'],
  ])
  const { of, house, county, carl, vera } = scene
  const [report] = await of('report')
  const [meet] = await of('meet')
  const waive = async (who: TestPerson, duty: Duty) =>
    (await who.post(`/duties/${duty.id}/waiver`, { because: 'Fällt in diesem Jahr weg' })).body.code as
      | string
      | undefined
  for (const own of [county, carl]) assert.equal(await waive(own, report!), 'ownDuty')
  for (const any of [county, carl, vera]) assert.equal(await waive(any, meet!), 'ownDuty')
  const raw = (who: TestPerson, id: string) =>
    inTransaction(
      house.house.pool,
      { token: decodeURIComponent(who.cookie.split('=')[1]!), organisation: who.organisation },
      null,
      async (db) =>
        (
          await sql`update duties.duty set waived_on = clock.today(), waived_because = 'selbst' where id = ${id}`.execute(
            db,
          )
        ).numAffectedRows ?? 0n,
    ).catch((error: { code?: string }) => error.code)
  for (const own of [county, carl]) assert.notEqual(await raw(own, report!.id), 1n)
  for (const any of [county, carl, vera]) assert.notEqual(await raw(any, meet!.id), 1n)
  assert.deepEqual((await of('report')).map((duty) => duty.state).slice(0, 1), ['notYet'])
  assert.equal(await waive(vera, report!), undefined)
  assert.equal((await of('report'))[0]!.state, 'waived')
})

test('a new edition: what has begun keeps its terms, what has not begun is withdrawn on record and asked for anew', async (t) => {
  const scene = await agreed(t, [[{ kind: 'contact', months: 3, from: 'free' }, 'must']])
  const { of, house, county, vera, verband, agreement, at } = scene
  await at('2027-01-10')
  const now = await again(house, county)
  const { head } = ok<{ head: { revision: number } }>(await now.get(`/agreements/${agreement}`))
  ok(
    await now.put(`/agreements/${agreement}`, head.revision, {
      title: 'Vereinbarung',
      reviewOn: '2035-11-22',
      parties: [county.organisation, verband],
      clauses: [
        {
          number: '§ 1',
          heading: 'contact',
          text: 'Wortlaut',
          strength: 'must',
          duty: { kind: 'contact', months: 6, from: 'free' },
        },
      ],
    }),
  )
  const draft = ok<{ head: { revision: number } }>(await now.get(`/agreements/${agreement}`)).head.revision
  ok(await now.act(`/agreements/${agreement}/offer`, draft))
  const signature = { edition: 2, day: '2027-01-10', place: 'Hier', capacity: 'Leitung' }
  ok(await now.post(`/agreements/${agreement}/signatures`, signature))
  ok(await (await again(house, vera)).post(`/agreements/${agreement}/signatures`, signature))
  await house.settle()
  const all = await of('contact', await again(house, county))
  const line = (duty: Duty) => [duty.because.edition, duty.period.from, duty.due, duty.state]
  assert.deepEqual(all.filter((duty) => duty.because.edition === 1 && duty.state !== 'withdrawn').map(line), [
    [1, '2026-11-22', '2027-02-21', 'notYet'],
  ])
  const gone = all.filter((duty) => duty.state === 'withdrawn')
  assert.ok(gone.length >= 3 && gone.every((duty) => duty.withdrawnBecause === 'Es gilt jetzt Fassung 2.'))
  assert.deepEqual(all.filter((duty) => duty.because.edition === 2).map(line)[0], [
    2,
    '2027-01-10',
    '2027-07-09',
    'notYet',
  ])
})
