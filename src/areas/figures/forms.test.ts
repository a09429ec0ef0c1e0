import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Caller } from '#apps/testing.ts'
import { again, ok } from '#apps/testing-people.ts'
import type { Duty } from '#kit/duties/contract.ts'
import { archive } from '#kit/files/testing-archive.ts'
import type { Delivery, OwedRow } from './contract/shapes.ts'
import { deliveringBody } from './testing.ts'
import { figuresOf, hand, printed, shown, type Table, tableOf, workbook } from './testing-forms.ts'

const places = 'Plätze in der Tagespflege'
const beds = 'Plätze in der Kurzzeitpflege'
const waiting = 'Wartezeit bei der Schuldnerberatung'
const staff = 'Fachkräfte in der Schuldnerberatung'
const also = [
  { code: 'KZP', title: beds },
  { code: 'WARTE', title: waiting },
  { code: 'FK', title: staff, decimals: 1 },
]
const owedBy = async (who: Caller) =>
  ok<{ owed: OwedRow[]; delivered: Delivery[] }>(await who.get('/figures/deliveries'))
const year = '?from=2025-01-01&until=2026-01-01'

test('the Erhebungsbogen: printed, filled in, handed in', async (t) => {
  const scene = await deliveringBody(t, also)
  const { miriam, theresa, office, more } = scene
  const hands = async (change: (form: ReturnType<typeof hand>, table: Table) => void) => {
    const table = await tableOf(await printed(miriam, year))
    change(hand(table), table)
    return table
  }
  const nothingDelivered = async () => assert.equal((await owedBy(miriam)).delivered.length, 0)

  await t.test('a row that is wrong keeps the whole form waiting, and says in one sentence why', async () => {
    const fault = async (change: (form: ReturnType<typeof hand>, table: Table) => void, formulas = {}) => {
      const preview = await shown(miriam, await workbook(await hands(change), formulas))
      const wrong = preview.rows.filter((row) => row.state === 'fault')
      assert.ok(wrong.length > 0)
      return wrong[0]!.note!
    }
    const value = (cell: string | number | Date) => fault((form) => form.write(places, 'value', cell))
    assert.match(await value('rund 90'), /„rund 90“ ist weder Zahl noch Zeichen/)
    assert.match(await value('1.234'), /tausend oder ein Komma/)
    assert.match(await value(12.5), /ganzen Zahlen/)
    assert.match(await value(new Date('2026-02-01T00:00:00Z')), /ein Datum gemacht/)
    assert.match(await value('=HYPERLINK("https://example.org")'), /weder Zahl noch Zeichen/)
    const both = (form: ReturnType<typeof hand>) => {
      form.write(places, 'value', 5)
      form.write(places, 'mark', '– nichts vorhanden')
    }
    assert.match(await fault(both), /eine Zahl und ein Zeichen/)
    assert.match(await fault((form) => form.write(places, 'mark', 'keine Ahnung')), /keines der Zeichen/)
    const untouched = hand(await tableOf(await printed(miriam, year)))
    const cell = `${untouched.lineOf(places)},${untouched.columnOf('value')}`
    assert.match(await fault((form) => form.write(places, 'value', 5), { [cell]: 'SUM(1,4)' }), /eine Formel/)
    assert.match(
      await fault((form) => {
        // Only one column was sorted.
        const [one, other] = [form.read(places, 'id')!, form.read(beds, 'id')!]
        form.write(places, 'value', 5)
        form.write(places, 'id', other)
        form.write(beds, 'id', one)
      }),
      /nur ein Teil der Zeile verschoben/,
    )
    assert.match(
      await fault((form, table) => {
        form.write(places, 'value', 5)
        table.push([...table[form.lineOf(places)]!])
      }),
      /mehrmals ausgefüllt/,
    )
    assert.match(
      await fault((form, table) => {
        const row = [...table[form.lineOf(places)]!]
        row[form.columnOf('id')] = null
        row[form.columnOf('value')] = 7
        table.push(row)
      }),
      /keine Kennung/,
    )
    await nothingDelivered()
  })

  await t.test(
    'what is no form, lacks a column, is newer, belongs to others or is hostile is refused in one German sentence',
    async () => {
      const refused = async (bytes: Buffer | string) => {
        const { status, body } = await miriam.upload('/figures/deliveries/form', 'bogen.xlsx', bytes as Buffer)
        assert.equal(status, 409)
        assert.match(String(body.message), /Es wurde nichts gespeichert\./)
        return [body.code, String(body.message)] as const
      }
      assert.equal((await refused('Kennzahl;Wert\nA;1'))[0], 'formUnreadable')
      assert.match((await refused((await printed(miriam, year)).subarray(0, 3000)))[1], /abgeschnitten/)
      assert.equal(
        (
          await refused(
            await workbook([
              ['Kennzahl', 'Wert'],
              ['A', 1],
            ]),
          )
        )[0],
        'notAForm',
      )
      const without = await hands((form, table) => {
        const gone = form.columnOf('value')
        for (const row of table) row.splice(gone, 1)
      })
      assert.match((await refused(await workbook(without)))[1], /fehlt die Spalte „Ihre Zahl“/)
      const newer = await hands((_, table) => {
        table[0]![0] = String(table[0]![0]).replace('/1/', '/2/')
      })
      assert.equal((await refused(await workbook(newer)))[0], 'newerForm')
      const [code, sentence] = await refused(await printed(theresa, year))
      assert.equal(code, 'formOfOthers')
      assert.match(sentence, /Landkreis Dachau/)
      // Without its stamp the rows still belong to Dachau.
      const stripped = await tableOf(await printed(theresa, year))
      stripped[0] = []
      hand(stripped).write(places, 'value', 5)
      assert.match(
        (await shown(miriam, await workbook(stripped))).rows.find((row) => row.value !== null || row.note)!.note!,
        /keine Aufgabe Ihrer Organisation/,
      )
      const endless = Array.from({ length: 3100 }, (_, n) => [`Zeile ${n}`])
      assert.match((await refused(await workbook(endless)))[1], /viel länger als ein Erhebungsbogen/)
      const bomb = archive({ 'xl/workbook.xml': { content: Buffer.alloc(200 * 1024 * 1024) } })
      assert.equal((await refused(bomb))[0], 'formUnreadable')
      await nothingDelivered()
    },
  )

  await t.test(
    'columns moved and renamed, rows sorted: each figure reaches its own duty, signs stay states, empty rows stay owed, and nothing is written before it is delivered',
    async () => {
      const first = await tableOf(await printed(miriam, year))
      const form = hand(first)
      assert.deepEqual(
        [form.read(places, 'unit'), form.read(places, 'area'), form.read(places, 'period'), form.read(places, 'due')],
        ['Plätze', 'Ebersberg', '2025', '31.03.2026'],
      )
      assert.match(String(form.read(places, 'definition')), /Zählt mit: solitäre und eingestreute Plätze/)
      form.write(places, 'value', 96)
      form.write(beds, 'mark', '– nichts vorhanden')
      form.write(waiting, 'value', '.')
      form.write(waiting, 'comment', '=1+1')
      const heading = form.names + 1
      const table = first.map((row, n) => {
        // Columns the other way round, a foreign one before them, every heading called something else.
        const turned = row.toReversed()
        return [
          n === heading ? 'laufende Nummer' : null,
          ...(n === heading ? turned.map((_, k) => `Spalte ${k}`) : turned),
        ]
      })
      const rows = table.splice(heading + 1)
      const moved = await workbook([...table, ...rows.toReversed()])
      const preview = await shown(miriam, moved)
      const said = (title: string) => preview.rows.find((row) => row.indicator?.title === title)!
      assert.deepEqual([said(places).state, said(places).value], ['ready', 96])
      assert.deepEqual([said(beds).value, said(beds).mark], [null, 'nil'])
      assert.deepEqual([said(waiting).mark, said(waiting).comment], ['unknown', '=1+1'])
      assert.equal(said(staff).state, 'empty')
      await nothingDelivered()

      const figures = figuresOf(preview)
      assert.equal((await theresa.post('/figures/deliveries/all', { figures })).body.code, 'notYourDuty')
      const { delivered } = ok<{ delivered: { duty: string; id: string }[] }>(
        await miriam.post('/figures/deliveries/all', { figures }),
      )
      assert.equal(delivered.length, 3)
      for (const { duty } of delivered)
        assert.equal(ok<{ duty: Duty }>(await miriam.get(`/duties/${duty}`)).duty.state, 'done')
      const { owed, delivered: all } = await owedBy(miriam)
      assert.ok(owed.some((row) => row.indicator?.title === staff && row.period.from === '2025-01-01'))
      const of = (title: string) => all.find((one) => one.indicator.title === title)!
      assert.deepEqual([of(places).value, of(beds).mark, of(waiting).mark], [96, 'nil', 'unknown'])
      const { delivery } = ok<{ delivery: Delivery }>(await office.get(`/figures/deliveries/${of(places).head.id}`))
      assert.deepEqual([delivery.value, delivery.period.from], [96, '2025-12-31'])

      // The same form once more writes nothing twice, and a changed figure overwrites nothing.
      const again = await shown(miriam, moved)
      assert.deepEqual(again.rows.map((row) => row.state).toSorted(), ['empty', 'there', 'there', 'there'])
      form.write(places, 'value', 98)
      const changed = (await shown(miriam, await workbook(first))).rows.find((row) => row.indicator?.title === places)!
      assert.deepEqual([changed.state, changed.delivery], ['there', of(places).head.id])
      assert.match(changed.note!, /mit einer anderen Angabe/)
    },
  )

  await t.test(
    'several figures are delivered all or none: an older definition is refused, and the others stay owed',
    async () => {
      const table = await tableOf(await printed(theresa, year))
      const form = hand(table)
      for (const one of [places, beds, waiting]) form.write(one, 'value', 4)
      const bytes = await workbook(table)
      const before = await shown(theresa, bytes)
      const change = async (id: string, to: Record<string, string>) => {
        const { head, ...page } = ok<{ head: { revision: number; title: string } }>(
          await office.get(`/figures/indicators/${id}`),
        )
        ok(await office.put(`/figures/indicators/${id}`, head.revision, { ...page, title: head.title, ...to }))
      }
      await change(more.WARTE!, { definition: 'Mittlere Wartezeit auf ein Erstgespräch in Wochen.' })
      // Another name and a help at the field change nothing in what is counted.
      await change(more.KZP!, { title: 'Kurzzeitpflege: Plätze', manual: 'Aus dem Versorgungsvertrag.' })
      const refused = await theresa.post('/figures/deliveries/all', { figures: figuresOf(before) })
      assert.deepEqual([refused.status, refused.body.code], [409, 'olderDefinition'])
      assert.equal((await owedBy(theresa)).delivered.length, 0)
      const after = (await shown(theresa, bytes)).rows.find((row) => row.indicator?.title === waiting)!
      assert.equal(after.state, 'fault')
      assert.match(after.note!, /hat sich seit diesem Bogen geändert/)
      const others = figuresOf(await shown(theresa, bytes))
      assert.equal(others.length, 2)
      ok(await theresa.post('/figures/deliveries/all', { figures: others }))
      // The next year's form knows what was delivered last.
      await scene.house.moveTo('2027-01-20T08:00:00Z')
      const later = await again(scene.house, theresa)
      const next = hand(await tableOf(await printed(later, '?from=2026-01-01&until=2027-01-01')))
      assert.equal(next.read(places, 'last'), '4 (31.12.2025)')
      assert.equal(
        (await later.get('/figures/deliveries/form.xlsx?from=1999-01-01&until=2000-01-01')).body.code,
        'nothingOwed',
      )
    },
  )
})
