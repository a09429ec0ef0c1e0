// What the tests of the Erhebungsbogen share: a printed form, changed as people change it, and handed in again.
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import type { Caller } from '#apps/testing.ts'
import { ok } from '#apps/testing-people.ts'
import type { FormPreview } from './contract/forms.ts'
import { type ColumnId, markerOf } from './rules/form.ts'

type Value = string | number | boolean | Date | null
export type Table = Value[][]

export const printed = async (who: Caller, query = ''): Promise<Buffer> => {
  const reply = await who.get(`/figures/deliveries/form.xlsx${query}`)
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
  return Buffer.from(reply.body as unknown as Uint8Array)
}
export const tableOf = async (bytes: Uint8Array): Promise<Table> =>
  (await readXlsx(bytes)).sheets[0]!.rows.map((row) => [...row])
/** A workbook of these cells. `formulas`: cells that calculate, by "row,column", with what they last showed. */
export const workbook = async (table: Table, formulas: Record<string, string> = {}): Promise<Buffer> =>
  Buffer.from(
    await writeXlsx({
      sheets: [
        {
          name: 'Tabelle1',
          rows: table,
          cells: new Map(
            Object.entries(formulas).map(([at, formula]) => [
              at,
              { value: 5, type: 'formula' as const, formula, formulaResult: 5 },
            ]),
          ),
        },
      ],
    }),
  )

/** A form as a table whose cells are found by the name of their column and the figure of their row. */
export function hand(table: Table) {
  const names = table.findIndex((row) => row.includes(markerOf('id')))
  const columnOf = (column: ColumnId) => table[names]!.indexOf(markerOf(column))
  const lineOf = (indicator: string) => table.findIndex((row) => row[columnOf('indicator')] === indicator)
  return {
    names,
    columnOf,
    lineOf,
    write(indicator: string, column: ColumnId, value: Value) {
      table[lineOf(indicator)]![columnOf(column)] = value
    },
    read: (indicator: string, column: ColumnId) => table[lineOf(indicator)]![columnOf(column)],
  }
}

export const shown = async (who: Caller, bytes: Buffer): Promise<FormPreview> =>
  ok<FormPreview>(await who.upload('/figures/deliveries/form', 'bogen.xlsx', bytes))
export const figuresOf = (preview: FormPreview) =>
  preview.rows
    .filter((row) => row.state === 'ready')
    .map(({ duty, edition, value, mark, comment }) => ({ duty, edition, value, mark, comment }))
