// Prints the Erhebungsbogen: what is owed, what was delivered last, fields to fill in, and a check beside each. Whatever is not to be filled in is locked.
import type { Cell } from 'hucre'
import { type CellStyle, type DataValidation, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { OwedRow } from '../../contract/shapes.ts'
import { type ColumnId, columns, identityOf, markerOf, stampOf } from '../../rules/form.ts'
import { calledPeriod } from '../../rules.ts'
import { formTexts } from '../../texts/forms.de.ts'
import { screens } from '../../texts/screens.de.ts'

export type Printed = OwedRow & { edition: number; decimals: number }
export type FormHead = { organisation: { id: string; title: string }; madeOn: string }

const t = formTexts.sheet
const widths: Readonly<Record<ColumnId, number>> = {
  indicator: 34,
  definition: 52,
  period: 16,
  area: 18,
  unit: 12,
  last: 22,
  value: 14,
  mark: 22,
  comment: 34,
  check: 24,
  due: 14,
  id: 42,
}
/** Stamp, title, how to, date, count; then the names of the columns, and their headings. */
const above = 7
const open: readonly ColumnId[] = ['value', 'mark', 'comment']
const thin = { style: 'thin', color: { rgb: 'B5BDC8' } } as const
const border = { top: thin, bottom: thin, left: thin, right: thin }
const filled = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const
const fixed: CellStyle = { alignment: { wrapText: true, vertical: 'top' }, border, protection: { locked: true } }
const toFill: CellStyle = { ...fixed, fill: filled('FFF8DC'), protection: { locked: false } }
const quiet: CellStyle = { ...fixed, font: { size: 8, color: { rgb: '5A6472' } } }
const heading: CellStyle = { ...fixed, font: { bold: true }, fill: filled('E3E9F2') }

const letterOf = (column: ColumnId) => String.fromCharCode(65 + columns.indexOf(column))
const at = (column: ColumnId, line: number) => `${letterOf(column)}${line}`

/** Names come from people: a text stays a text and is never taken for a formula, because it is stored as one. */
const words = (value: string | null, style: CellStyle): Partial<Cell> => ({ value, type: 'string', style })

/** The check beside a row, in the language of spreadsheets. The last value stands in it as a number, so that moving columns does not harm it. */
function checkOf(row: Printed, line: number): string {
  const [value, mark, comment] = open.map((one) => at(one, line))
  const { checks } = t
  const last = row.last?.value ?? null
  const differs =
    last !== null && last > 0
      ? `IF(AND(OR(${value}>${2 * last},${value}<${last / 2}),${comment}=""),"${checks.differs}","${checks.fine}")`
      : `"${checks.fine}"`
  const whole = row.decimals === 0 ? `IF(INT(${value})<>${value},"${checks.whole}",${differs})` : differs
  return `IF(AND(${value}="",${mark}=""),"${checks.empty}",IF(AND(${value}<>"",${mark}<>""),"${checks.both}",IF(${value}="","${checks.fine}",IF(ISNUMBER(${value}),${whole},"${checks.noNumber}"))))`
}

function cellsOf(row: Printed, line: number): Record<ColumnId, Partial<Cell>> {
  const period = (one: { from: string; until: string }) => screens.period(calledPeriod(one.from, one.until))
  const format = row.decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(row.decimals)}`
  const about = [
    row.definition,
    row.inclusion && t.inclusion(row.inclusion),
    row.exclusion && t.exclusion(row.exclusion),
    row.example && t.example(row.example),
    row.neededFor && t.why(row.neededFor),
    row.manual && t.manual(row.manual),
  ]
  return {
    indicator: words(row.indicator?.title ?? '', { ...fixed, font: { bold: true } }),
    definition: words(about.filter(Boolean).join('\n'), fixed),
    period: words(period(row.period), fixed),
    area: words(row.area?.name ?? '', fixed),
    unit: words(row.unit, fixed),
    last: words(lastOf(row), fixed),
    value: { value: null, type: 'empty', style: { ...toFill, numFmt: format } },
    mark: { value: null, type: 'empty', style: toFill },
    comment: { value: null, type: 'empty', style: toFill },
    check: {
      value: t.checks.empty,
      type: 'formula',
      formula: checkOf(row, line),
      formulaResult: t.checks.empty,
      style: fixed,
    },
    due: words(screens.day(row.due), fixed),
    id: words(identityOf(row.duty, row.edition), quiet),
  }
}

function lastOf({ last, decimals, timing }: Printed): string {
  if (!last) return ''
  const value =
    last.value === null
      ? last.mark
        ? t.signs[last.mark]
        : ''
      : last.value.toLocaleString('de-DE', { maximumFractionDigits: Math.max(decimals, 2) })
  return t.last(value, timing === 'day' ? screens.day(last.from) : last.from.slice(0, 4))
}

/** Checks while somebody types; a spreadsheet that does not know them loses nothing, for the preview checks again. */
function validations(rows: readonly Printed[], first: number): DataValidation[] {
  const range = (column: ColumnId) => `${at(column, first)}:${at(column, first + rows.length - 1)}`
  const said = { allowBlank: true, showErrorMessage: true, errorTitle: t.wrongTitle } as const
  return [
    ...rows.map(
      (row, n): DataValidation => ({
        ...said,
        // A prompt may have 255 letters; the whole help stands beside the definition.
        ...(row.manual
          ? { showInputMessage: true, inputTitle: t.manualTitle, inputMessage: row.manual.slice(0, 250) }
          : {}),
        type: 'decimal',
        operator: 'between',
        formula1: '-1000000000000',
        formula2: '1000000000000',
        errorMessage: t.wrongNumber,
        range: at('value', first + n),
      }),
    ),
    { ...said, type: 'list', values: Object.values(t.signs), errorMessage: t.wrongSign, range: range('mark') },
    { ...said, type: 'textLength', operator: 'lessThanOrEqual', formula1: '4000', range: range('comment') },
  ]
}

export async function writeForm(head: FormHead, rows: readonly Printed[]): Promise<Uint8Array> {
  const cells = new Map<string, Partial<Cell>>()
  const put = (line: number, column: number, cell: Partial<Cell>) => cells.set(`${line - 1},${column}`, cell)
  const first = above + 1
  const last = first + rows.length - 1
  const plain: CellStyle = { alignment: { vertical: 'top' } }
  put(1, 0, words(stampOf(head.organisation.id, head.madeOn), quiet))
  put(2, 0, words(t.title(head.organisation.title), { font: { bold: true, size: 15 } }))
  put(3, 0, words(t.how, { alignment: { wrapText: true, vertical: 'top' } }))
  put(4, 0, words(t.made(head.madeOn), plain))
  const range = (column: ColumnId) => `${at(column, first)}:${at(column, last)}`
  put(5, 0, {
    value: `0${t.filled(rows.length)}`,
    type: 'formula',
    formula: `SUMPRODUCT(--((${range('value')}<>"")+(${range('mark')}<>"")>0))&"${t.filled(rows.length)}"`,
    formulaResult: `0${t.filled(rows.length)}`,
    style: { font: { bold: true } },
  })
  for (const [n, column] of columns.entries()) {
    put(above - 1, n, words(markerOf(column), quiet))
    put(above, n, words(t.headings[column], heading))
  }
  for (const [n, row] of rows.entries()) {
    const line = first + n
    const own = cellsOf(row, line)
    for (const [place, column] of columns.entries()) put(line, place, own[column])
  }
  const check = range('check')
  const where = at('check', first)
  const sheet: WriteSheet = {
    name: t.name,
    rows: [],
    columns: columns.map((column) => ({ width: widths[column] })),
    cells,
    merges: [{ startRow: 2, startCol: 0, endRow: 2, endCol: columns.indexOf('comment') }],
    rowDefs: new Map([
      [0, { hidden: true }],
      [2, { height: 34 }],
      [above - 2, { hidden: true }],
    ]),
    dataValidations: validations(rows, first),
    conditionalRules: [
      {
        type: 'expression',
        priority: 1,
        formula: `$${where}="${t.checks.fine}"`,
        style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb: 'DDF1E1' } } },
        range: check,
      },
      {
        type: 'expression',
        priority: 2,
        formula: `AND($${where}<>"${t.checks.fine}",$${where}<>"${t.checks.empty}")`,
        style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb: 'FBE3D6' } } },
        range: check,
      },
    ],
    freezePane: { rows: above, columns: 1 },
    // Without a password: it keeps from slips, not from people. Sorting, moving and widening stay free.
    protection: {
      sheet: true,
      sort: true,
      autoFilter: true,
      formatColumns: true,
      formatRows: true,
      insertColumns: true,
      deleteColumns: true,
    },
    pageSetup: { orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
  return writeXlsx({ sheets: [sheet], properties: { title: t.title(head.organisation.title) } })
}
