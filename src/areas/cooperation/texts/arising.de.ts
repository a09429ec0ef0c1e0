// German titles of the duties that arise from clauses, and the reasons why some fall away.
import { addDays, yearOf } from '#kit/clock/days.ts'
import { texts as duties } from '#kit/duties/texts.de.ts'
import { paragraph } from '../rules/procedure.ts'

type Period = { from: string; until: string; needed: number }

export const germanDay = (day: string): string => day.split('-').reverse().join('.')
/** "2027", "3. Quartal 2027", or "… bis …" where a period is neither. */
export function spanOf({ from, until }: Omit<Period, 'needed'>): string {
  const year = yearOf(from)
  if (from === `${year}-01-01` && until === `${year + 1}-01-01`) return `${year}`
  const month = Number(from.slice(5, 7))
  const quarterEnd = month === 10 ? `${year + 1}-01-01` : `${year}-${String(month + 3).padStart(2, '0')}-01`
  if (from.endsWith('-01') && month % 3 === 1 && until === quarterEnd) return `${(month + 2) / 3}. Quartal ${year}`
  return `${germanDay(from)} bis ${germanDay(addDays(until, -1))}`
}
const meetings = (n: number) =>
  n === 1 ? 'mindestens eine Sitzung' : n === 2 ? 'mindestens zwei Sitzungen' : `mindestens ${n} Sitzungen`

export const texts = {
  clauseName: ({ number, heading, text }: { number: string; heading: string; text: string }) => {
    const short = heading || (text.length > 80 ? `${text.slice(0, 79).replace(/[\s,;]+\S*$/, '')} …` : text)
    return `${number} ${short}`
  },
  meet: (period: Period) => `Treffen ${spanOf(period)}: ${meetings(period.needed)}`,
  before: (name: string, day: string) => `Treffen vor der Sitzung „${name}“ am ${germanDay(day)}`,
  notice: (day: string) => `Mit Tagesordnung zur Sitzung am ${germanDay(day)} einladen`,
  minutes: (day: string) => `Niederschrift der Sitzung am ${germanDay(day)} an alle senden`,
  /** The paragraphs of the rules of procedure, numbered as on their page. */
  rules: {
    notice: `${paragraph('notice')} der Geschäftsordnung: Einladung`,
    minutes: `${paragraph('minutes')} der Geschäftsordnung: Niederschrift`,
  },
  /** Two grounds for one duty: the stricter comes first. */
  also: (ground: string, others: readonly string[]) => `${ground}; zugleich ${others.join('; ')}`,
  asks: (ground: string, strength: 'must' | 'should' | 'usual', days: number) =>
    `${ground} (${duties.strengths[strength]}, ${days === 1 ? 'ein Tag' : `${days} Tage`})`,
  deliver: (indicator: string, period: Period) => `Zahl liefern: ${indicator}, ${spanOf(period)}`,
  confirm: (indicator: string, period: Period) => `Amtlichen Wert bestätigen: ${indicator}, ${spanOf(period)}`,
  represented: 'den eigenen Mitgliedern',
  reportMeeting: (whom: string | null, day: string) =>
    `Von der Sitzung am ${germanDay(day)} berichten${whom ? `: ${whom}` : ''}`,
  reportYear: (whom: string | null, period: Period) => `Über ${spanOf(period)} berichten${whom ? `: ${whom}` : ''}`,
  inform: (service: string, effect: string) => `Über die Änderung zum ${germanDay(effect)} informieren: ${service}`,
  contact: (due: string) => `Ansprechperson bestätigen, spätestens am ${germanDay(due)}`,
  review: (agreement: string) => `Überprüfen, was die Vereinbarung bewirkt: ${agreement}`,
  reviewOn: (day: string) => `Überprüfung am ${germanDay(day)}, wie in der Vereinbarung genannt`,
  reviewAgain: (day: string) => `Überprüfung am ${germanDay(day)}, wie bei der letzten Überprüfung festgelegt`,
  withdrawn: {
    newEdition: (edition: number) => `Es gilt jetzt Fassung ${edition}.`,
    otherGround: (ground: string) => `Dafür gilt jetzt: ${ground}.`,
    newRules: (edition: number) => `Es gilt jetzt Fassung ${edition} der Geschäftsordnung.`,
    gone: 'Der Anlass ist weggefallen.',
    cancelled: 'Die Sitzung wurde abgesagt.',
  },
}
