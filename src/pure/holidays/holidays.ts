// Public holidays in Germany by Land, as the laws on Sundays and holidays of the Länder name them (state of 2027). School holidays are not here: they are
// decided anew for each year. Days are ISO text; a Land is the first two digits of an area key ("09" is Bavaria).

export type Holiday =
  | 'newYear'
  | 'epiphany'
  | 'womensDay'
  | 'goodFriday'
  | 'easterMonday'
  | 'labourDay'
  | 'ascension'
  | 'whitMonday'
  | 'corpusChristi'
  | 'augsburgPeace'
  | 'assumption'
  | 'childrensDay'
  | 'germanUnity'
  | 'reformation'
  | 'allSaints'
  | 'repentance'
  | 'christmas'
  | 'secondChristmas'

/** `part`: only in some places of the Land. */
export type OfDay = { holiday: Holiday; part: boolean }

/** Easter Sunday in the Gregorian calendar (Meeus/Jones/Butcher). */
export function easterSunday(year: number): string {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const at = h + l - 7 * m + 114
  return `${String(year).padStart(4, '0')}-0${Math.floor(at / 31)}-${String((at % 31) + 1).padStart(2, '0')}`
}

/** Days since 1 March of the year 0, in the Gregorian calendar; a multiple of seven is a Wednesday. */
export function dayNumber(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number)
  const y = month > 2 ? year : year - 1
  const inYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + inYear
}

/** So many days after a day of spring: from March to July, where no leap day interferes. */
function inSpring(iso: string, days: number): string {
  const lengths = [31, 30, 31, 30, 31]
  let month = Number(iso.slice(5, 7))
  let day = Number(iso.slice(8)) + days
  while (day < 1) {
    month -= 1
    day += lengths[month - 3]!
  }
  while (day > lengths[month - 3]!) {
    day -= lengths[month - 3]!
    month += 1
  }
  return `${iso.slice(0, 4)}-0${month}-${String(day).padStart(2, '0')}`
}

/** The Wednesday before 23 November. */
const repentanceOf = (year: number): string => `${year}-11-${22 - (dayNumber(`${year}-11-22`) % 7)}`

type Rule = {
  holiday: Holiday
  day: (year: number) => string
  lands?: string
  partly?: string
  from?: Readonly<Record<string, number>>
}
const fixed = (monthDay: string) => (year: number) => `${year}-${monthDay}`
const afterEaster = (days: number) => (year: number) => inSpring(easterSunday(year), days)

/** Without `lands`: everywhere. `from`: the first year in a Land that has it only since then. */
const rules: readonly Rule[] = [
  { holiday: 'newYear', day: fixed('01-01') },
  { holiday: 'epiphany', day: fixed('01-06'), lands: '08 09 15' },
  { holiday: 'womensDay', day: fixed('03-08'), lands: '11 13', from: { 11: 2019, 13: 2023 } },
  { holiday: 'goodFriday', day: afterEaster(-2) },
  { holiday: 'easterMonday', day: afterEaster(1) },
  { holiday: 'labourDay', day: fixed('05-01') },
  { holiday: 'ascension', day: afterEaster(39) },
  { holiday: 'whitMonday', day: afterEaster(50) },
  { holiday: 'corpusChristi', day: afterEaster(60), lands: '05 06 07 08 09 10', partly: '14 16' },
  { holiday: 'augsburgPeace', day: fixed('08-08'), lands: '09761' },
  { holiday: 'assumption', day: fixed('08-15'), lands: '10', partly: '09' },
  { holiday: 'childrensDay', day: fixed('09-20'), lands: '16', from: { 16: 2019 } },
  { holiday: 'germanUnity', day: fixed('10-03') },
  {
    holiday: 'reformation',
    day: fixed('10-31'),
    lands: '01 02 03 04 12 13 14 15 16',
    from: { '01': 2018, '02': 2018, '03': 2018, '04': 2018 },
  },
  { holiday: 'allSaints', day: fixed('11-01'), lands: '05 07 08 09 10' },
  { holiday: 'repentance', day: repentanceOf, lands: '14' },
  { holiday: 'christmas', day: fixed('12-25') },
  { holiday: 'secondChristmas', day: fixed('12-26') },
]

const within = (areaKey: string | null, lands: string | undefined) =>
  areaKey !== null && (lands?.split(' ').some((land) => areaKey.startsWith(land)) ?? false)

/** The holidays of a year, in their order. Without an area key only those of the whole country. */
export function holidaysOf(year: number, areaKey: string | null): ReadonlyMap<string, OfDay> {
  const found = rules.flatMap(({ holiday, day, lands, partly, from }): [string, OfDay][] => {
    const since = areaKey === null ? undefined : from?.[areaKey.slice(0, 2)]
    const whole = lands === undefined || (within(areaKey, lands) && (since === undefined || year >= since))
    return whole || within(areaKey, partly) ? [[day(year), { holiday, part: !whole }]] : []
  })
  return new Map(found.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
