// What each row of a filled-in form would do, held against what is owed: delivered, left open, there already, or a fault with its sentence.
import { addDays } from '#kit/clock/days.ts'
import type { Database } from '#kit/db/database.ts'
import { type DutyRow, duties } from '#kit/duties/duties.ts'
import type { FormRow } from '../../contract/forms.ts'
import { doubled, type FoundRow, saidIn } from '../../rules/form.ts'
import { calledPeriod, numberOf } from '../../rules.ts'
import { areaStore } from '../../store/areas.ts'
import { deliveryStore } from '../../store/deliveries.ts'
import { type IndicatorRow, indicatorStore } from '../../store/indicators.ts'
import { formTexts } from '../../texts/forms.de.ts'
import { screens } from '../../texts/screens.de.ts'
import { check, type Together } from '../checking.ts'
import { answers, lastOf } from '../owing.ts'
import { calledThen } from './older.ts'

const { faults, notes, sheet } = formTexts
const waiting = ['open', 'overdue', 'notYet']
const plain = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase()
const periodOf = (duty: DutyRow) => ({ from: duty.period_from, until: duty.period_until })
export const periodWords = (period: { from: string; until: string }) =>
  screens.period(calledPeriod(period.from, period.until))

export async function judgeForm(db: Database, organisation: string, rows: readonly FoundRow[]): Promise<FormRow[]> {
  const twice = doubled(rows)
  const judged: FormRow[] = []
  for (const row of rows) judged.push(await judge(db, organisation, row, twice.has(row)))
  const together = await togetherOf(db, judged)
  return Promise.all(judged.map((row) => (row.state === 'ready' ? plausible(db, organisation, row, together) : row)))
}

type Filled = Pick<FormRow, 'duty'> & { value?: number | null | undefined; mark?: FormRow['mark'] | undefined }
/** What is said of other figures on the same form, by the end of its time. */
export async function togetherOf(
  db: Database,
  rows: readonly Filled[],
): Promise<Map<string, Map<string, number | null>>> {
  const found = new Map<string, Map<string, number | null>>()
  for (const row of rows) {
    const { value = null, mark = null } = row
    const duty = row.duty && (value !== null || mark !== null) ? await duties(db).get(row.duty) : undefined
    if (!duty?.subject) continue
    const own = found.get(duty.period_until) ?? new Map<string, number | null>()
    found.set(duty.period_until, own.set(duty.subject, numberOf({ value, mark })))
  }
  return found
}

/** The same checks as when it is handed over: what cannot be is a fault, what stands out is to be explained. */
async function plausible(
  db: Database,
  organisation: string,
  row: FormRow,
  together: ReadonlyMap<string, Together>,
): Promise<FormRow> {
  const indicator = row.indicator ? await indicatorStore(db).get(row.indicator.id) : undefined
  const key = await areaStore(db).keyOfOrganisation(organisation)
  const [area] = key ? await areaStore(db).byKeys([key]) : []
  if (!indicator || !area || !row.period) return row
  const { from, until } = row.period
  const place = { organisation, area: { id: area.id, number: area.area }, until }
  const time = indicator.timing === 'day' ? addDays(until, -1) : from
  const found = await check(db, indicator, numberOf(row), { ...place, from: time }, together.get(until))
  const said = { ...row, findings: found.soft, undecided: found.undecided }
  return found.hard.length > 0 ? { ...said, state: 'fault', note: found.hard.map(({ text }) => text).join(' ') } : said
}

async function judge(db: Database, organisation: string, row: FoundRow, twice: boolean): Promise<FormRow> {
  const found = row.duty ? await duties(db).get(row.duty) : undefined
  const duty = found?.kind === 'deliver' && found.debtor === organisation ? found : undefined
  const indicator = duty?.subject ? await indicatorStore(db).get(duty.subject) : undefined
  const shown: FormRow = {
    sheet: row.sheet,
    line: row.line,
    duty: duty?.id ?? null,
    edition: row.edition,
    indicator: indicator ? { id: indicator.id, title: indicator.title } : null,
    unit: indicator?.unit ?? null,
    period: duty ? periodOf(duty) : null,
    due: duty?.due ?? null,
    last: duty && indicator ? await lastOf(db, duty, indicator) : null,
    value: null,
    mark: null,
    comment: row.comment,
    state: 'fault',
    note: null,
    findings: [],
    undecided: [],
    delivery: null,
  }
  const fault = (note: string): FormRow => ({ ...shown, state: 'fault', note })
  const filled = row.value !== null || row.mark !== null
  if (row.duty === null) return fault(faults.noIdentity)
  if (!duty || !indicator) return filled ? fault(faults.unknownDuty) : { ...shown, state: 'empty' }
  if (!filled && !row.calculates) return { ...shown, state: 'empty' }
  if (twice) return fault(faults.doubled)
  const wrong = await mismatch(db, row, duty, indicator)
  if (wrong) return fault(wrong)
  const said = saidIn(row, sheet.signs, indicator.decimals)
  if ('empty' in said) return { ...shown, state: 'empty' }
  if ('fault' in said) {
    const text = String(said.fault === 'noMark' ? row.mark : row.value).slice(0, 40)
    const sentence = faults[said.fault]
    return fault(typeof sentence === 'string' ? sentence : sentence({ text, decimals: String(indicator.decimals) }))
  }
  const ready: FormRow = { ...shown, ...said, state: 'ready' }
  return waiting.includes(duty.state) ? ready : settled(db, ready, duty)
}

/** An older form, a row of which only a part was moved, or a cell that calculates. */
async function mismatch(db: Database, row: FoundRow, duty: DutyRow, indicator: IndicatorRow): Promise<string | null> {
  if (row.calculates) return faults.calculates
  const called = await calledThen(db, indicator, row.edition ?? 0)
  if (called === null && waiting.includes(duty.state)) return faults.olderDefinition
  if (called !== null && row.indicator !== null && plain(row.indicator) !== plain(called))
    return faults.otherWords({ found: row.indicator.slice(0, 60), expected: called })
  const period = periodWords(periodOf(duty))
  // A year in a cell may have become a number, a day a day.
  const said = row.period?.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3.$2.$1') ?? null
  if (said !== null && plain(said) !== plain(period))
    return faults.otherWords({ found: said.slice(0, 60), expected: period })
  return null
}

async function settled(db: Database, row: FormRow, duty: DutyRow): Promise<FormRow> {
  const delivered = (await deliveryStore(db).among([duty.debtor], duty.subject ? [duty.subject] : [])).find((one) =>
    answers(duty, one),
  )
  if (!delivered)
    return { ...row, state: 'fault', note: faults.settled({ state: screens.deliveries.states[duty.state] }) }
  const same = delivered.value === row.value && delivered.mark === row.mark
  return { ...row, state: 'there', delivery: delivered.id, note: same ? notes.there : notes.thereOther }
}
