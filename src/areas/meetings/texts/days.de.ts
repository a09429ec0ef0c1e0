// German words for days: their names, holidays, and why a day suits a meeting or not.
import { months } from '#kit/clock/months.texts.de.ts'
import { dayNumber, type Holiday } from '#pure/holidays/holidays.ts'
import type { DayReason } from '../contract/polls.ts'

const weekdays = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag']

/** "2027-03-01" → "Montag, 1. März 2027". */
export function longDay(iso: string): string {
  const [year, month = 1, day = 1] = iso.split('-').map(Number)
  return `${weekdays[(dayNumber(iso) + 2) % 7]}, ${day}. ${months[month - 1]} ${year}`
}
/** "2027-03-01" → "1. März 2027". */
export const dayWords = (iso: string): string => longDay(iso).replace(/^\S+ /, '')
export type Slot = { day: string; starts: string; ends: string | null }
export const slotWords = ({ day, starts, ends }: Slot) => `${longDay(day)}, ${starts}${ends ? ` bis ${ends}` : ''} Uhr`

export const holidayNames: Readonly<Record<Holiday, string>> = {
  newYear: 'Neujahr',
  epiphany: 'Heilige Drei Könige',
  womensDay: 'Internationaler Frauentag',
  goodFriday: 'Karfreitag',
  easterMonday: 'Ostermontag',
  labourDay: 'Tag der Arbeit',
  ascension: 'Christi Himmelfahrt',
  whitMonday: 'Pfingstmontag',
  corpusChristi: 'Fronleichnam',
  augsburgPeace: 'Augsburger Friedensfest',
  assumption: 'Mariä Himmelfahrt',
  childrensDay: 'Weltkindertag',
  germanUnity: 'Tag der Deutschen Einheit',
  reformation: 'Reformationstag',
  allSaints: 'Allerheiligen',
  repentance: 'Buß- und Bettag',
  christmas: 'Erster Weihnachtstag',
  secondChristmas: 'Zweiter Weihnachtstag',
}

const reasons: Readonly<Record<DayReason['kind'], (what: string) => string>> = {
  holiday: (what) => `Feiertag: ${what}`,
  partlyHoliday: (what) => `in Teilen des Landes Feiertag: ${what}`,
  weekend: () => 'Wochenende',
  betweenHolidays: () => 'Brückentag',
  yearEnd: () => 'rund um den Jahreswechsel',
  sameBody: (what) => `An diesem Tag tagt das Gremium schon: ${what}`,
  samePeople: (what) => `Einige sind an diesem Tag anderswo: ${what}`,
  notice: (what) => `knapp für Antworten und Einladungsfrist (passt ab ${longDay(what)})`,
  fulfils: (what) => `erfüllt: ${what}`,
  tooLate: (what) => `zu spät für: ${what}`,
  free: () => 'nichts spricht dagegen',
}
export const reasonWords = ({ kind, what }: DayReason) => reasons[kind](what ?? '')
