/** Periods as GENESIS writes them: "31.12.2019", "2024-12-31", "2019", "2019/20", "2023-Q2", with the code of the time characteristic. */
import type { Period } from './table.ts'

export function readPeriod(given: string): Period | null {
  const text = given.trim().replace(/^(Stichtag|Jahr|Berichtsjahr|Schuljahr|Semester):\s*/, '')
  const german = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text)
  if (german) return day(Number(german[3]), Number(german[2]), Number(german[1]))
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const year = /^(1[89]\d{2}|20\d{2})$/.exec(text)
  if (year) return { kind: 'year', from: `${text}-01-01`, to: `${text}-12-31` }
  const school = /^((?:19|20)\d{2})\/(\d{2}|\d{4})$/.exec(text)
  if (school) {
    const first = Number(school[1])
    if (Number(school[2]) % 100 !== (first + 1) % 100) return null
    return { kind: 'school-year', from: `${first}-08-01`, to: `${first + 1}-07-31` }
  }
  const quarter = /^(\d{4})-?Q([1-4])$/.exec(text)
  if (quarter) return span('quarter', Number(quarter[1]), Number(quarter[2]) * 3 - 2, 3)
  const month = /^(\d{4})-(\d{2})$/.exec(text)
  if (month && Number(month[2]) >= 1 && Number(month[2]) <= 12)
    return span('month', Number(month[1]), Number(month[2]), 1)
  return null
}

function day(year: number, month: number, dayOfMonth: number): Period | null {
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysOf(year, month)) return null
  const on = `${year}-${two(month)}-${two(dayOfMonth)}`
  return { kind: 'day', from: on, to: on }
}

function span(kind: 'quarter' | 'month', year: number, month: number, months: number): Period {
  const last = month + months - 1
  return { kind, from: `${year}-${two(month)}-01`, to: `${year}-${two(last)}-${two(daysOf(year, last))}` }
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
