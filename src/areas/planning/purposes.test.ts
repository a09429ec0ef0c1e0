import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Caller } from '#apps/testing.ts'
import { addOrganisation, addPerson, join, ok, type TestPerson } from '#apps/testing-people.ts'
import type { Body } from '#areas/cooperation/contract.ts'
import type { Delivery, IndicatorPage, OwedRow } from '#areas/figures/contract/shapes.ts'
import { deliveringBody, seriesOf } from '#areas/figures/testing.ts'
import { inTransaction } from '#kit/db/transaction.ts'

const textOf = ({ body }: { body: unknown }) =>
  body instanceof Uint8Array ? Buffer.from(body).toString() : JSON.stringify(body)

test('the seat of the police, bound to its purpose, sees no counselling figure: not in lists, figures, files, search, trail or exports, and not in the database', async (t) => {
  const { house, office, miriam, indicator, body } = await deliveringBody(t)
  // The police helps to run the office, so that it checks deliveries like the Bezirk; a parish, too.
  const seat = async (name: string, kind: 'police' | 'church', person: string) => {
    const organisation = await addOrganisation(office, name, { kind, side: 'public' })
    await join(house, office, body, { organisation }, { toldOn: '2026-01-20' })
    return addPerson(house, office, {
      name: person,
      organisation,
      roles: ['admin', 'planner'],
      body: { id: body, role: 'office' },
    })
  }
  const police = await seat('Polizeiinspektion (Beispiel)', 'police', 'Paula Polizei')
  const parish = await seat('Dekanat (Beispiel)', 'church', 'Kilian Kirche')
  const asPerson =
    (who: TestPerson) =>
    <T>(statement: ReturnType<typeof sql<T>>) =>
      inTransaction(
        house.house.pool,
        { token: decodeURIComponent(who.cookie.split('=')[1]!), organisation: who.organisation },
        null,
        (db) => statement.execute(db),
      )

  const { owed } = ok<{ owed: OwedRow[] }>(await miriam.get('/figures/deliveries'))
  const duty = owed.find((row) => row.kind === 'deliver' && row.period.from === '2025-01-01')!
  const { id: delivery } = ok<{ id: string }>(
    await miriam.post('/figures/deliveries', {
      kind: 'figure',
      indicator,
      area: '09175',
      ...duty.period,
      value: 4711,
      duty: duty.duty,
    }),
  )
  ok(await miriam.upload(`/objects/${delivery}/files`, 'Zählbogen.csv', 'Beratungen;4711\n'))
  const areas = ok<{ ids: string[]; keys: string[] }>(await miriam.get('/figures/areas?level=county'))
  const need = ok<{ object: { id: string; revision: number } }>(
    await miriam.post('/needs', {
      body,
      title: 'Schuldnerberatung im Osten',
      targetGroup: 'Überschuldete Haushalte',
      areaName: 'Landkreis Ebersberg',
      benefit: 'Wartezeiten unter vier Wochen',
      description: 'Die Beratungsstelle meldet Wartelisten.',
      evidence: [
        {
          grade: 'figures',
          source: delivery,
          indicator,
          area: areas.ids[areas.keys.indexOf('09175')],
          from: '2025-12-31',
          until: '2026-01-01',
        },
      ],
    }),
  ).object
  ok(await miriam.act(`/needs/${need.id}/statement`, need.revision))
  await house.settle()

  const values = async (who: Caller) =>
    (await seriesOf(who, { indicator, areas: '09175' })).areas[0]!.segments.flatMap((segment) => segment.values)
  const seesFigure = async (who: TestPerson) => {
    const one = await who.get(`/figures/deliveries/${delivery}`)
    if (one.status === 200) return true
    assert.equal(one.status, 404)
    assert.equal((await who.get(`/objects/${delivery}/files`)).status, 404)
    assert.deepEqual(await values(who), [])
    assert.equal((await who.get(`/figures/map?indicator=${indicator}`)).body.code, 'noPeriod')
    const rows = ok<{ rows: { duty: string; delivery: Delivery | null }[] }>(
      await who.get(`/figures/deliveries/overview?body=${body}`),
    ).rows
    assert.equal(rows.find((row) => row.duty === duty.duty)!.delivery, null)
    for (const url of [
      '/figures/deliveries',
      `/figures/indicators/${indicator}`,
      `/figures/series.csv?indicator=${indicator}&areas=09175`,
      `/history/${delivery}`,
      `/trail/${indicator}/around`,
      '/search?q=Z%C3%A4hlbogen',
      '/news',
    ]) {
      const reply = await who.get(url)
      assert.ok(!textOf(reply).includes(delivery) && !textOf(reply).includes('4711'), `${url} tells nothing of it`)
    }
    const rowsOf = async (statement: ReturnType<typeof sql>) => (await asPerson(who)(statement)).rows.length
    for (const statement of [
      sql`select from kit.object where id = ${delivery}`,
      sql`select from figures.delivery where id = ${delivery}`,
      sql`select from figures.observation where delivery = ${delivery}`,
      sql`select from files.file where hangs_on = ${delivery}`,
      sql`select from files.chunk`,
      sql`select from kit.edition where object = ${delivery}`,
      sql`select from journal.entry where object = ${delivery}`,
    ])
      assert.equal(await rowsOf(statement), 0)
    return false
  }
  const seesNeed = async (who: TestPerson) => {
    const listed = textOf(await who.get(`/needs?body=${body}`)).includes(need.id)
    const found = textOf(await who.get('/search?q=Schuldnerberatung')).includes(need.id)
    const opened = (await who.get(`/needs/${need.id}`)).status === 200
    assert.ok(listed === opened && found === opened, `list ${listed}, search ${found}, page ${opened}`)
    return opened
  }
  const both = async () => [await seesFigure(police), await seesNeed(police)]
  assert.deepEqual(await both(), [true, true], 'without a purpose nothing is held back')

  // The figure is gathered for counselling only, and the need dealt with for it.
  const { head, definition, unit, source } = ok<IndicatorPage>(await office.get(`/figures/indicators/${indicator}`))
  const described = { title: head.title, definition, unit, source, purpose: 'counselling' }
  ok(await office.put(`/figures/indicators/${indicator}`, head.revision, described))
  const stated = ok<{ object: { revision: number } }>(await miriam.get(`/needs/${need.id}`)).object
  ok(await miriam.act(`/objects/${need.id}/purpose`, stated.revision, { purpose: 'counselling' }))
  assert.deepEqual(await both(), [true, true], 'nobody is bound yet')

  const bind = (who: Caller, organisation: string, fields: string[], reason = 'Vorbeugung an Schulen, Nr. 4') =>
    who.post(`/bodies/${body}/purposes`, { organisation, fields, reason })
  assert.equal((await bind(miriam, police.organisation, ['youth'])).status, 403, 'not one of the members')
  assert.equal((await bind(office, police.organisation, ['youth'], '')).body.code, 'purposeWhy')
  ok(await bind(office, police.organisation, ['youth', 'education']))
  assert.deepEqual(await both(), [false, false])
  assert.deepEqual([await seesFigure(parish), await seesNeed(parish)], [true, true], 'others are as before')
  assert.deepEqual(
    ok<Body>(await parish.get(`/bodies/${body}`)).purposes.map(({ organisation, fields }) => [organisation, fields]),
    [[police.organisation, ['youth', 'education']]],
  )
  // Whatever is delivered and hung on later is covered from its first moment.
  ok(await miriam.upload(`/objects/${delivery}/files`, 'Nachtrag.csv', 'Nachtrag;1\n'))
  const later = (
    await asPerson(miriam)(sql<{ purpose: string }>`select distinct purpose from kit.object where kind = 'file'`)
  ).rows
  assert.deepEqual(later, [{ purpose: 'counselling' }])
  const more = owed.find((row) => row.kind === 'deliver' && row.duty !== duty.duty)!
  const another = { kind: 'figure', indicator, area: '09175', ...more.period, value: 4712, duty: more.duty }
  const { id: nextDelivery } = ok<{ id: string }>(await miriam.post('/figures/deliveries', another))
  const bound = sql<{ purpose: string }>`select purpose from kit.object where id = ${nextDelivery}`
  assert.deepEqual((await asPerson(miriam)(bound)).rows, [{ purpose: 'counselling' }])
  assert.equal(await seesFigure(police), false)

  // Nobody lets itself off, neither here nor past us.
  assert.equal((await bind(police, police.organisation, [])).body.code, 'ownPurpose')
  const sqlOf = asPerson(police)
  assert.equal(
    (
      await sqlOf(
        sql`update access.purpose set superseded_at = clock.now() where organisation = ${police.organisation}`,
      )
    ).numAffectedRows,
    0n,
  )
  await assert.rejects(
    sqlOf(sql`insert into access.purpose (id, organisation, body, fields, reason, bound_by, recorded_at)
      values (gen_random_uuid(), ${police.organisation}, ${body}, '{counselling}', 'Selbst', ${police.organisation}, clock.now())`),
    { code: '42501' },
  )
  await assert.rejects(asPerson(miriam)(sql`update kit.object set purpose = null where id = ${delivery}`), {
    code: '42501',
  })
  await assert.rejects(asPerson(miriam)(sql`select access.bind(${delivery}, null)`), { code: 'NA403' })

  ok(await bind(office, police.organisation, ['youth', 'counselling']))
  assert.deepEqual(await both(), [true, true], 'bound for counselling as well')
  ok(await bind(office, police.organisation, ['youth']))
  ok(await bind(office, police.organisation, []))
  assert.deepEqual(await both(), [true, true], 'lifted by those who bound it')
  assert.equal((await bind(office, police.organisation, [])).body.code, 'noPurpose')
})
