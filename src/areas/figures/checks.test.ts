import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Caller } from '#apps/testing.ts'
import { addPerson, ok, type TestPerson } from '#apps/testing-people.ts'
import { inTransaction } from '#kit/db/transaction.ts'
import type { Reviews, Rule } from './contract/checks.ts'
import type { Delivery, OverviewRow, OwedRow } from './contract/shapes.ts'
import { deliveringBody, seriesOf } from './testing.ts'
import { figuresOf, hand, printed, shown, tableOf, workbook } from './testing-forms.ts'

const also = [
  { code: 'KZP', title: 'Plätze in der Kurzzeitpflege' },
  { code: 'ALLE', title: 'Plätze insgesamt' },
  { code: 'FK', title: 'Fachkräfte', decimals: 1 },
]
const year = { from: '2025-01-01', until: '2026-01-01' }
const yearOf = (n: number) => ({ from: `${n}-01-01`, until: `${n + 1}-01-01` })
type Page = { delivery: Delivery; reviews: Reviews; editions: { content: { explanation?: string | null } }[] }

test('checks before anybody is embarrassed', async (t) => {
  const scene = await deliveringBody(t, also)
  const { house, miriam, theresa, office, indicator, more, body } = scene
  const second = await addPerson(house, office, {
    name: 'Zweite Prüfende',
    organisation: office.organisation,
    roles: ['checker'],
  })
  const say = (who: Caller, of: string, value: number | null, extra: object = {}) =>
    who.post('/figures/deliveries', {
      kind: 'figure',
      indicator: of,
      area: who === theresa ? '09174' : '09175',
      ...year,
      value,
      ...extra,
    })
  const rule = (who: Caller, of: string, said: object) => who.post(`/figures/indicators/${of}/rules`, said)
  const rulesOf = async (who: Caller, of: string) =>
    ok<{ rules: Rule[]; whole: boolean }>(await who.get(`/figures/indicators/${of}/rules`))
  const page = async (who: Caller, id: string) => ok<Page>(await who.get(`/figures/deliveries/${id}`))
  const sqlOf = <T>(who: TestPerson, statement: ReturnType<typeof sql<T>>) =>
    inTransaction(
      house.house.pool,
      { token: decodeURIComponent(who.cookie.split('=')[1]!), organisation: who.organisation },
      null,
      (db) => statement.execute(db),
    )
  const deliveredTo = async (who: Caller) =>
    ok<{ delivered: Delivery[] }>(await who.get('/figures/deliveries')).delivered

  await t.test(
    'rules are kept as data by whoever defines the figure; what cannot be kept is said in a sentence',
    async () => {
      const wrong = async (said: object) => {
        const { status, body: reply } = await rule(office, indicator, said)
        assert.equal(status, 400)
        return String(reply.message ?? JSON.stringify(reply))
      }
      assert.match(await wrong({ kind: 'range' }), /mindestens oder höchstens/)
      assert.match(await wrong({ kind: 'range', least: 5, most: 1 }), /mindestens oder höchstens/)
      assert.match(await wrong({ kind: 'change' }), /wie viel Prozent/)
      assert.match(await wrong({ kind: 'sumOf', others: [more.KZP] }), /mindestens zwei/)
      assert.match(await wrong({ kind: 'partOf', others: [indicator] }), /mit sich selbst/)
      assert.match(await wrong({ kind: 'partOf', others: [more.ALLE], hard: true }), /Abgewiesen wird nur/)
      assert.match(await wrong({ kind: 'pair', others: [office.organisation] }), /gibt es hier nicht/)
      assert.equal((await rule(miriam, indicator, { kind: 'range', least: 0 })).status, 403)
      assert.equal((await rule(house.visitor, indicator, { kind: 'range', least: 0 })).status, 401)
      ok(await rule(office, indicator, { kind: 'range', least: 0, most: 5000, hard: true }))
      assert.equal((await rule(office, indicator, { kind: 'range', least: 1 })).body.code, 'ruleThere')
      ok(await rule(office, indicator, { kind: 'partOf', others: [more.ALLE] }))
      ok(await rule(office, more.ALLE!, { kind: 'sumOf', others: [indicator, more.KZP] }))
      const { rules, whole } = await rulesOf(house.visitor, indicator)
      assert.deepEqual(
        [rules.map(({ kind, others }) => [kind, others.map(({ title }) => title)]), whole],
        [
          [
            ['partOf', ['Plätze insgesamt']],
            ['range', []],
          ],
          true,
        ],
      )
      const spare = ok<{ rule: string }>(await rule(office, more.FK!, { kind: 'change', percent: 50 })).rule
      assert.equal(
        (await miriam.raw('DELETE', `/figures/indicators/${more.FK}/rules/${spare}`, undefined, {})).status,
        403,
      )
      assert.equal(
        (await office.raw('DELETE', `/figures/indicators/${indicator}/rules/${spare}`, undefined, {})).status,
        404,
      )
      ok(await office.raw('DELETE', `/figures/indicators/${more.FK}/rules/${spare}`, undefined, {}))
      assert.equal((await rulesOf(miriam, more.FK!)).rules.length, 0)
    },
  )

  await t.test(
    'the deliverer sees findings first: what cannot be is refused, what stands out is asked, nothing is stored before',
    async () => {
      const refused = async (value: number) => {
        const { status, body: reply } = await say(miriam, indicator, value, { explanation: 'Trotzdem.' })
        assert.deepEqual([status, reply.code], [409, 'implausible'])
        return String(reply.message)
      }
      assert.match(await refused(-3), /zwischen 0 und 5\.000 liegen; angegeben ist -3\. Es wurde nichts gespeichert/)
      assert.match(await refused(96.5), /in ganzen Zahlen angegeben; angegeben ist 96,5/)
      // Small counts may vary: 3 after 7, 5 and 6 is nobody's question; its own history decides, not a fixed share.
      for (const [n, value] of [7, 5, 6].entries()) ok(await say(theresa, indicator, value, yearOf(2021 + n)))
      ok(await say(theresa, indicator, 3, yearOf(2024)))
      for (const [n, value] of [92, 96, 95, 99, 96].entries()) ok(await say(miriam, indicator, value, yearOf(2019 + n)))
      const asked = await say(miriam, indicator, 960)
      assert.deepEqual([asked.status, asked.body.code], [409, 'explanationNeeded'])
      assert.match(
        String(asked.body.message),
        /Nach den bisherigen Angaben wäre eine Zahl zwischen \d+ und \d+ zu erwarten; angegeben ist 960/,
      )
      assert.equal((await deliveredTo(miriam)).length, 5)
      const { id } = ok<{ id: string }>(
        await say(miriam, indicator, 960, { explanation: 'Drei neue Häuser seit Mai.' }),
      )
      const { delivery } = await page(miriam, id)
      assert.deepEqual(
        [delivery.value, delivery.explanation, delivery.findings.map(({ kind }) => kind)],
        [960, 'Drei neue Häuser seit Mai.', ['unusual']],
      )
    },
  )

  const its = async () => (await deliveredTo(miriam)).find(({ value }) => value === 960)!

  await t.test('the explanation travels with the figure to whoever sees the figure, and to nobody else', async () => {
    const words = 'Drei neue Häuser'
    const { head } = await its()
    const urls = [
      `/figures/deliveries/${head.id}`,
      `/figures/deliveries/overview?body=${body}`,
      `/figures/series?indicator=${indicator}&areas=09175`,
      `/figures/map?indicator=${indicator}&from=2025-12-31&until=2026-01-01`,
      `/figures/series.csv?indicator=${indicator}&areas=09175`,
    ]
    const textOf = async (who: Caller, url: string) => {
      const reply = await who.get(url)
      return reply.body instanceof Uint8Array ? Buffer.from(reply.body).toString() : JSON.stringify(reply.body)
    }
    for (const url of urls) {
      assert.ok((await textOf(office, url)).includes(words), `${url} tells the checkers`)
      for (const other of [theresa, house.visitor])
        assert.ok(!(await textOf(other, url)).includes(words), `${url} tells nobody else`)
    }
    for (const other of [theresa, house.visitor]) assert.ok(!(await textOf(other, '/search?q=Häuser')).includes(words))
    assert.equal((await sqlOf(theresa, sql`select from figures.delivery where explanation is not null`)).rows.length, 0)
    // The database keeps no finding without its explanation either.
    await assert.rejects(
      sqlOf(miriam, sql`update figures.delivery set explanation = null, edition = edition + 1 where id = ${head.id}`),
    )
  })

  await t.test(
    'a missing part is not zero: the rule decides nothing and says so, until the part is there',
    async () => {
      const first = await its()
      assert.match(first.undecided.join(), /weil „Plätze insgesamt“ fehlt: „Plätze in der Tagespflege“ ist ein Teil/)
      const short = await say(miriam, more.KZP!, 40)
      assert.equal(short.status, 200)
      const said = ok<{ id: string }>(short)
      assert.match((await page(miriam, said.id)).delivery.undecided.join(), /Summe aus/)
      // Now the sum is there to be held against both: of which 960 alone is too much.
      const total = await say(miriam, more.ALLE!, 900)
      assert.equal(total.body.code, 'explanationNeeded')
      assert.match(
        String(total.body.message),
        /„Plätze in der Tagespflege“ \(960\) ist ein Teil von „Plätze insgesamt“ \(900\)/,
      )
      assert.match(String(total.body.message), /„Plätze insgesamt“ \(900\) soll die Summe aus .* sein; das sind 1\.000/)
      const whole = await page(miriam, ok<{ id: string }>(await say(miriam, more.ALLE!, 1000)).id)
      assert.deepEqual([whole.delivery.findings, whole.delivery.undecided], [[], []])
      // A sign other than "–" says that nobody knows.
      ok(await say(theresa, more.ALLE!, null, { mark: 'unknown' }))
      const known = ok<{ id: string }>(await say(theresa, indicator, 4))
      assert.match((await page(theresa, known.id)).delivery.undecided.join(), /„Plätze insgesamt“ fehlt/)
    },
  )

  await t.test(
    'checked and accepted by two persons, shown as organisations, and a correction is checked anew while the old value stays',
    async () => {
      const { head } = await its()
      const review = (who: Caller, step: string, edition = 1, text: string | null = null) =>
        who.post(`/figures/deliveries/${head.id}/review`, { step, edition, text })
      assert.equal((await review(theresa, 'checked')).status, 404)
      assert.equal((await review(miriam, 'checked')).body.code, 'ownDelivery')
      assert.equal((await review(office, 'accepted')).body.code, 'notChecked')
      assert.equal((await review(office, 'queried')).status, 400)
      ok(await review(office, 'queried', 1, 'Sind die Häuser schon offen?'))
      assert.equal((await page(miriam, head.id)).delivery.review, 'queried')
      ok(await review(office, 'checked'))
      assert.equal((await review(office, 'accepted')).body.code, 'samePerson')
      assert.equal((await review(second, 'checked')).body.code, 'reviewedAlready')
      const seen = await page(office, head.id)
      assert.deepEqual([seen.reviews.can, seen.reviews.needsOther], [['queried'], true])
      assert.deepEqual((await page(second, head.id)).reviews.can, ['queried', 'accepted'])
      // The same in SQL, past every handler.
      const insert = (who: TestPerson, step: string) =>
        sqlOf(
          who,
          sql`insert into figures.review (id, delivery, edition, step, organisation, person, at)
            values (gen_random_uuid(), ${head.id}, 1, ${step}, ${who.organisation}, ${who.person}, clock.now())`,
        )
      await assert.rejects(insert(office, 'accepted'), /by another/)
      await assert.rejects(insert(miriam, 'accepted'))
      ok(await review(second, 'accepted'))
      assert.equal((await review(office, 'queried', 1, 'Doch noch etwas.')).body.code, 'reviewedAlready')
      const row = ok<{ rows: OverviewRow[] }>(await office.get(`/figures/deliveries/overview?body=${body}`)).rows
      assert.equal(row.find((one) => one.delivery?.id === head.id)?.delivery?.review, 'accepted')
      const told = await page(miriam, head.id)
      assert.deepEqual(
        told.reviews.steps.map(({ step, organisation }) => [step, organisation.id === office.organisation]),
        [
          ['queried', true],
          ['checked', true],
          ['accepted', true],
        ],
      )
      for (const one of [office, second])
        assert.ok(
          !JSON.stringify(told.reviews).includes(one.person) && !JSON.stringify(told.reviews).includes(one.name),
        )
      // Accepted is not released: the value is seen by those who saw it before.
      const values = async (who: Caller) =>
        (await seriesOf(who, { indicator, areas: '09175' })).areas[0]!.segments.flatMap((segment) => segment.values)
      assert.ok(!(await values(theresa)).includes(960) && !(await values(house.visitor)).includes(960))
      const corrected = { kind: 'figure', value: 160 }
      assert.equal((await miriam.put(`/figures/deliveries/${head.id}`, 1, corrected)).body.code, 'explanationNeeded')
      ok(await miriam.put(`/figures/deliveries/${head.id}`, 1, { ...corrected, explanation: 'Ein neues Haus.' }))
      const now = await page(office, head.id)
      assert.deepEqual(
        [now.delivery.review, now.delivery.value, now.reviews.can],
        ['delivered', 160, ['checked', 'queried']],
      )
      assert.deepEqual(
        now.editions.map(({ content }) => content.explanation),
        ['Drei neue Häuser seit Mai.', 'Ein neues Haus.'],
      )
      assert.equal((await review(office, 'checked', 1)).body.code, 'correctedMeanwhile')
    },
  )

  await t.test('whoever delivered does not check, although they hold a role with those who check', async () => {
    // The second checker also works for the county, and delivers there.
    const { owed } = ok<{ owed: OwedRow[] }>(await theresa.get('/figures/deliveries'))
    const duty = owed.find((row) => row.indicator?.id === more.KZP && row.period.from === '2025-01-01')!
    const both = await addPerson(house, theresa, { name: 'Doppelt Tätig', roles: ['staff'] })
    const made = ok<{ id: string }>(
      await both.post('/figures/deliveries', {
        kind: 'figure',
        indicator: more.KZP,
        area: '09174',
        ...year,
        value: 5,
        duty: duty.duty,
      }),
    )
    const review = (who: Caller) => who.post(`/figures/deliveries/${made.id}/review`, { step: 'checked', edition: 1 })
    await house.asOwner((db) =>
      sql`update kit.edition set person = ${second.person} where object = ${made.id}`.execute(db),
    )
    assert.equal((await review(second)).body.code, 'samePerson')
    await assert.rejects(
      sqlOf(
        second,
        sql`insert into figures.review (id, delivery, edition, step, organisation, person, at)
            values (gen_random_uuid(), ${made.id}, 1, 'checked', ${second.organisation}, ${second.person}, clock.now())`,
      ),
      /delivered themselves/,
    )
    ok(await review(office))
  })

  await t.test(
    'a whole form is held against its rules together: a fault keeps it waiting, a remark explains what stands out',
    async () => {
      await house.moveTo('2027-01-20T08:00:00Z')
      const later = await house.signIn(miriam.email, { for: miriam.organisation, password: 'nahtstelle-test' })
      const filled = async (change: (form: ReturnType<typeof hand>) => void) => {
        const table = await tableOf(await printed(later, '?from=2026-01-01&until=2027-01-01'))
        change(hand(table))
        return shown(later, await workbook(table))
      }
      const write = (places: number, all: number, comment?: string) => (form: ReturnType<typeof hand>) => {
        form.write('Plätze in der Tagespflege', 'value', places)
        form.write('Plätze in der Kurzzeitpflege', 'value', 40)
        form.write('Plätze insgesamt', 'value', all)
        if (comment) form.write('Plätze insgesamt', 'comment', comment)
      }
      const rowOf = (preview: Awaited<ReturnType<typeof filled>>, title: string) =>
        preview.rows.find((row) => row.indicator?.title === title)!
      const negative = rowOf(await filled(write(-1, 39)), 'Plätze in der Tagespflege')
      assert.equal(negative.state, 'fault')
      assert.match(negative.note!, /zwischen 0 und 5\.000/)
      // Both figures are on the form: their sum is held against them before anything is delivered.
      const preview = await filled(write(160, 900))
      const total = rowOf(preview, 'Plätze insgesamt')
      assert.deepEqual([total.state, total.findings.map(({ kind }) => kind)], ['ready', ['sumOf']])
      const bare = await later.post('/figures/deliveries/all', { figures: figuresOf(preview) })
      assert.equal(bare.body.code, 'explanationNeeded')
      assert.match(String(bare.body.message), /„Plätze insgesamt“: .* das sind 200/)
      assert.ok((await deliveredTo(later)).every(({ period }) => period.from < '2026-01-01'))
      const remarked = figuresOf(await filled(write(160, 900, 'Mit Nachtpflege.')))
      ok(await later.post('/figures/deliveries/all', { figures: remarked }))
      const kept = (await deliveredTo(later)).find(({ value }) => value === 900)!
      assert.equal(kept.explanation, 'Mit Nachtpflege.')
    },
  )

  await t.test('from a mail the same is asked, and what was asked does not use up the link', async () => {
    await house.moveTo('2027-03-25T08:00:00Z')
    await house.settle()
    const { rows } = await house.asOwner((db) =>
      sql<{ token: string }>`select m.data->>'token' as token from mail.message m join duties.duty d on d.id = m.object
        where m.person = ${theresa.person} and m.template = 'duties.reminder' and d.kind = 'deliver' and d.subject = ${indicator}
          and d.period_from = '2026-01-01' and m.data ? 'token' order by m.created desc, m.id limit 1`.execute(db),
    )
    const send = (said: object) => house.visitor.post(`/duty-links/${rows[0]!.token}/delivery`, said)
    assert.equal((await send({ value: -1 })).body.code, 'implausible')
    assert.equal((await send({ value: 400 })).body.code, 'explanationNeeded')
    ok(await send({ value: 400, explanation: 'Ein großes Haus kam dazu.' }))
    assert.equal((await send({ value: 400, explanation: 'Noch einmal.' })).body.code, 'linkUsed')
  })
})
