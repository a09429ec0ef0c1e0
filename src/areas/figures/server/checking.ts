// What stands out about a figure before it is stored: its rules, and what the same organisation said before. Nothing is decided here.
import type { Database } from '#kit/db/database.ts'
import { Refusal } from '#kit/http/refusal.ts'
import { type Expected, expected } from '#pure/plausibility/expected.ts'
import { judge, type Verdict } from '#pure/plausibility/rule.ts'
import { shiftIn, sinceShift } from '#pure/plausibility/shift.ts'
import type { Finding, RuleInput } from '../contract/checks.ts'
import type { DeliveryKind } from '../contract/shapes.ts'
import { ruleOf } from '../rules/checks.ts'
import { type Cell, calledPeriod, numberOf } from '../rules.ts'
import { checkStore, type RuleRow } from '../store/checks.ts'
import { type DeliveryRow, deliveryStore } from '../store/deliveries.ts'
import { type IndicatorRow, indicatorStore } from '../store/indicators.ts'
import { checkTexts } from '../texts/checks.de.ts'

const t = checkTexts.finding
export type Checked = { hard: Finding[]; soft: Finding[]; undecided: string[] }
export type Place = { organisation: string; area: { id: string; number: number }; from: string; until: string }
/** Figures of the same form, by indicator: they count before what is stored. Null: a mark that is no number. */
export type Together = ReadonlyMap<string, number | null>

export async function check(
  db: Database,
  indicator: IndicatorRow,
  value: number | null,
  place: Place,
  together: Together = new Map(),
): Promise<Checked> {
  const found: Checked = { hard: [], soft: [], undecided: [] }
  if (value === null) return found
  const rules = await checkStore(db).rulesConcerning(indicator.id)
  const named = [...new Set([indicator.id, ...rules.flatMap((rule) => [rule.indicator, ...rule.others])])]
  const delivered = (await deliveryStore(db).among([place.organisation], named)).filter(
    (one) => one.kind === 'figure' && one.area === place.area.id,
  )
  const past = earlier(delivered, indicator.id, place)
  const others: Record<string, number | null> = {}
  const titles: Record<string, string> = { [indicator.id]: indicator.title }
  for (const id of named) {
    const other = id === indicator.id ? indicator : await indicatorStore(db).get(id)
    titles[id] = other?.title ?? ''
    others[id] = id === indicator.id ? value : await knownOf(db, other, delivered, place, together)
  }
  const own = rules.some((rule) => rule.indicator === indicator.id && rule.kind === 'whole')
  if (indicator.decimals === 0 && !own) wholeNumbers(value, found)
  // On one form the row of the whole asks, not each of its parts as well.
  const mine = rules.filter((row) => row.indicator === indicator.id || !together.has(row.indicator))
  for (const row of mine) hold(row, { others, titles, last: past.at(-1)?.value ?? null, value }, found)
  if (found.hard.length === 0 && !found.soft.some(({ kind }) => kind === 'change'))
    found.soft.push(...byHistory(value, past, indicator.decimals === 0))
  return found
}

/** Refuses what cannot be, and asks for an explanation of what stands out; the kept findings go with the figure. */
function demand(found: Checked, explanation: string | null, title: string | null): Finding[] {
  const sentences = (all: readonly Finding[]) => all.map(({ text }) => (title ? t.of(title, text) : text)).join(' ')
  if (found.hard.length > 0) throw new Refusal('implausible', { findings: sentences(found.hard) })
  if (found.soft.length > 0 && !explanation) throw new Refusal('explanationNeeded', { findings: sentences(found.soft) })
  return found.soft
}

/** Only figures are asked about; an official value is confirmed or commented as it is. */
export async function askAbout(
  db: Database,
  indicator: IndicatorRow,
  content: { kind: DeliveryKind } & Cell,
  place: Place,
  explanation: string | null | undefined,
  form?: { together: Together },
) {
  const said = explanation || null
  if (content.kind !== 'figure') return { explanation: said, findings: [], undecided: [] }
  const found = await check(db, indicator, numberOf(content), place, form?.together)
  return { explanation: said, findings: demand(found, said, form ? indicator.title : null), undecided: found.undecided }
}

type Past = { value: number; explained: boolean }
/** Own earlier numbers for times of the same length, oldest first. "–" is nothing; another mark is no number. */
function earlier(delivered: readonly DeliveryRow[], indicator: string, place: Place): Past[] {
  const length = (from: string, until: string) => calledPeriod(from, until).kind
  const kind = length(place.from, place.until)
  return delivered
    .filter((one) => one.indicator === indicator && one.until_day < place.until)
    .filter((one) => length(one.from_day, one.until_day) === kind)
    .toSorted((a, b) => (a.until_day < b.until_day ? -1 : 1))
    .flatMap((one) => {
      const value = numberOf(one)
      return value === null ? [] : [{ value, explained: one.explanation !== null }]
    })
}

/** Of another figure for the same time and area: from the same form, delivered, or official. Null: not known, which is not zero. */
async function knownOf(
  db: Database,
  other: IndicatorRow | undefined,
  delivered: readonly DeliveryRow[],
  place: Place,
  together: Together,
): Promise<number | null> {
  if (!other) return null
  if (together.has(other.id)) return together.get(other.id) ?? null
  const own = delivered.find((one) => one.indicator === other.id && one.until_day === place.until)
  if (own) return numberOf(own)
  if (other.held_by_counties) return null
  const official = await deliveryStore(db).officialValue(other.number, place.area.number, place.until)
  return official && official.until_day === place.until ? numberOf(official) : null
}

function wholeNumbers(value: number, found: Checked): void {
  if (judge({ kind: 'whole' }, { own: value, last: null, others: {} }).outcome === 'broken')
    found.hard.push({ kind: 'whole', text: t.whole(value) })
}

type Sight = {
  others: Readonly<Record<string, number | null>>
  titles: Readonly<Record<string, string>>
  last: number | null
  value: number
}
function hold(row: RuleRow, sight: Sight, found: Checked): void {
  const rule = ruleOf(row)
  if (!rule) return
  const { others, titles } = sight
  const verdict = judge(rule, { own: others[row.indicator] ?? null, last: sight.last, others })
  if (verdict.outcome === 'undecided') found.undecided.push(undecidedText(row, verdict.missing, titles))
  if (verdict.outcome === 'broken')
    found[row.hard ? 'hard' : 'soft'].push({ kind: row.kind, text: brokenText(row, verdict, sight) })
}

function undecidedText(row: RuleRow, missing: readonly string[], titles: Sight['titles']): string {
  const rule = checkTexts.said(
    { ...row, others: row.others.map((id) => titles[id] ?? '') },
    titles[row.indicator] ?? '',
  )
  if (missing.includes('last')) return t.noLast(rule)
  return t.undecided(
    rule,
    missing.map((id) => titles[id === 'own' ? row.indicator : id] ?? ''),
  )
}

function brokenText(row: RuleRow, { low, high }: Extract<Verdict, { outcome: 'broken' }>, sight: Sight): string {
  const title = (id: string | undefined) => sight.titles[id ?? ''] ?? ''
  const value = sight.others[row.indicator] ?? 0
  const words: Readonly<Record<RuleInput['kind'], () => string>> = {
    range: () => t.range(value, row.least, row.most),
    whole: () => t.whole(value),
    partOf: () => t.partOf(title(row.indicator), value, title(row.others[0]), high ?? 0),
    sumOf: () => t.sumOf(title(row.indicator), value, row.others.map(title), high ?? 0),
    pair: () =>
      value > 0
        ? t.pair(title(row.indicator), title(row.others[0]))
        : t.pair(title(row.others[0]), title(row.indicator)),
    change: () => t.change(value, row.percent ?? 0, low ?? 0, high ?? 0),
  }
  return words[row.kind]()
}

/**
 * A level that has shifted is asked about once; from then on the new level is what is expected. What was explained may be a new level too: what follows
 * it without standing out from it is not asked about again.
 */
function byHistory(value: number, past: readonly Past[], counts: boolean): Finding[] {
  const round = (n: number) => Math.round(n * 10) / 10
  const fits = (range: Expected | null) => !range || (value >= range.low && value <= range.high)
  const values = past.map((one) => one.value)
  const explained = past.findLastIndex((one) => one.explained)
  if (explained !== -1 && fits(expected(values.slice(explained), counts))) return []
  const shift = counts ? shiftIn([...values, value]) : null
  if (shift && shift.at === past.length - 1)
    return [{ kind: 'shift', text: t.shift(round(shift.before), round(shift.after)) }]
  const range = expected(counts ? sinceShift(values) : values, counts)
  if (!range || fits(range)) return []
  const low = Math.max(counts ? 0 : -Infinity, counts ? Math.ceil(range.low) : round(range.low))
  const high = counts ? Math.floor(range.high) : round(range.high)
  return [{ kind: 'unusual', text: t.unusual(value, low, high) }]
}
