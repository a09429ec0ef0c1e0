import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayNumber, easterSunday, holidaysOf } from './holidays.ts'

/** Published: Physikalisch-Technische Bundesanstalt, "Wann ist Ostern?". */
const published: Readonly<Record<number, string>> = {
  1954: '04-18',
  1981: '04-19',
  2000: '04-23',
  2008: '03-23',
  2011: '04-24',
  2019: '04-21',
  2024: '03-31',
  2025: '04-20',
  2026: '04-05',
  2027: '03-28',
  2028: '04-16',
  2038: '04-25',
  2049: '04-18',
  2076: '04-19',
}

/** Gauss' rule with its two exceptions: another way to the same day. */
function gauss(year: number): string {
  const k = Math.floor(year / 100)
  const m = 15 + Math.floor((3 * k + 3) / 4) - Math.floor((8 * k + 13) / 25)
  const s = 2 - Math.floor((3 * k + 3) / 4)
  const a = year % 19
  const d = (19 * a + m) % 30
  const r = Math.floor((d + Math.floor(a / 11)) / 29)
  const og = 21 + d - r
  const sz = 7 - ((year + Math.floor(year / 4) + s) % 7)
  const day = og + 7 - ((og - sz) % 7)
  return day > 31 ? `${year}-04-${String(day - 31).padStart(2, '0')}` : `${year}-03-${String(day).padStart(2, '0')}`
}

test('Easter falls on the published days, and on those of Gauss’ rule for six centuries', () => {
  for (const [year, day] of Object.entries(published)) assert.equal(easterSunday(Number(year)), `${year}-${day}`)
  for (let year = 1600; year < 2200; year += 1) assert.equal(easterSunday(year), gauss(year))
})

test('days are numbered as the calendar runs: one after the other, and weekdays come round in seven', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 150_000 }), (days) => {
      const at = new Date(Date.UTC(1800, 0, 1) + days * 86_400_000)
      const iso = at.toISOString().slice(0, 10)
      assert.equal(dayNumber(iso) - dayNumber('1800-01-01'), days)
      assert.equal((dayNumber(iso) + 3) % 7, at.getUTCDay())
    }),
  )
})

const days = (year: number, land: string, part = false) =>
  [...holidaysOf(year, land)].filter(([, one]) => one.part === part).map(([day]) => day)

test('the holidays of 2027 in Bavaria, day by day, with what holds only in some of its places', () => {
  assert.deepEqual(days(2027, '09184'), [
    '2027-01-01',
    '2027-01-06',
    '2027-03-26',
    '2027-03-29',
    '2027-05-01',
    '2027-05-06',
    '2027-05-17',
    '2027-05-27',
    '2027-10-03',
    '2027-11-01',
    '2027-12-25',
    '2027-12-26',
  ])
  assert.deepEqual(days(2027, '09184', true), ['2027-08-15'])
  assert.ok(days(2027, '09761').includes('2027-08-08'))
})

test('each Land has as many holidays as its law names, Sundays of Easter and Pentecost not counted', () => {
  const counts = Object.fromEntries(
    Array.from({ length: 16 }, (_, at) => String(at + 1).padStart(2, '0')).map((land) => [
      land,
      days(2027, land).length,
    ]),
  )
  assert.deepEqual(counts, {
    '01': 10,
    '02': 10,
    '03': 10,
    '04': 10,
    '05': 11,
    '06': 10,
    '07': 11,
    '08': 12,
    '09': 12,
    '10': 12,
    '11': 10,
    '12': 10,
    '13': 11,
    '14': 11,
    '15': 11,
    '16': 11,
  })
  assert.equal(days(2027, '14').includes('2027-11-17'), true)
  assert.equal(days(2017, '01').includes('2017-10-31'), false)
  assert.equal(days(2022, '13').includes('2022-03-08'), false)
})

test('without an area only what is a holiday everywhere', () => {
  assert.deepEqual(
    [...holidaysOf(2027, null).values()].map(({ holiday }) => holiday),
    [
      'newYear',
      'goodFriday',
      'easterMonday',
      'labourDay',
      'ascension',
      'whitMonday',
      'germanUnity',
      'christmas',
      'secondChristmas',
    ],
  )
})
