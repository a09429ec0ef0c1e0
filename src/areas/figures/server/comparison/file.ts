// The comparison as CSV: each line says its value or state, its interval, where it lies, and what it rests on.

import { addDays } from '#kit/clock/days.ts'
import { cell } from '#kit/documents/separated.ts'
import type { FileOut } from '#kit/http/scene.ts'
import type { Comparison } from '../../contract/comparison.ts'
import { comparisonTexts } from '../../texts/comparison.de.ts'
import { texts } from '../../texts.de.ts'
import { number } from '../csv.ts'

const t = comparisonTexts.file

export function comparisonFile(c: Comparison, ask: string): FileOut {
  const rows = c.rows.map((row) => {
    const source = c.sources[row.sourceOf ?? -1]
    return [
      cell(row.key),
      cell(row.name),
      row.own ? t.own : row.across ? t.across : row.borders ? t.borders : '',
      c.period.from,
      addDays(c.period.until, -1),
      number(row.value, c.decimals),
      row.mark ? texts.marks[row.mark].sign : '',
      row.mark ? texts.marks[row.mark].name : row.value === null ? texts.csv.nothing : '',
      cell(c.per === null ? c.unit : `${c.unit} / ${c.per}`),
      number(row.low, c.decimals),
      number(row.high, c.decimals),
      row.count === null ? '' : number(row.count, 0),
      row.people === null ? '' : number(row.people, 0),
      number(c.benchmark?.value ?? null, c.decimals),
      c.benchmark ? cell(comparisonTexts.benchmark(c.benchmark)) : '',
      row.lies ? comparisonTexts.lies[row.lies] : '',
      row.liesWide ? comparisonTexts.lies[row.liesWide] : '',
      cell(c.basis?.label ?? ''),
      cell(source?.attribution ?? ''),
      cell(source?.licence ?? ''),
      cell(ask),
    ]
  })
  const text = [t.columns, ...rows].map((row) => row.join(';')).join('\r\n')
  const name = `${c.title} ${t.name} ${c.period.from}.csv`
  return { name, type: 'text/csv; charset=utf-8', bytes: Buffer.from(`\ufeff${text}\r\n`) }
}
