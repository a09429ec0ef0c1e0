// What is owed: by my organisation, and by everybody to a body. States are open to all who take part; values only to the named checkers.
import type { Database } from '#kit/db/database.ts'
import { type DutyRow, duties } from '#kit/duties/duties.ts'
import type { Handlers } from '#kit/http/scene.ts'
import type { OverviewRow, OwedRow } from '../contract/shapes.ts'
import type { figures as contract } from '../contract.ts'
import { areaStore } from '../store/areas.ts'
import { type DeliveryRow, deliveryStore } from '../store/deliveries.ts'
import { indicatorStore } from '../store/indicators.ts'
import { shownDelivery } from './delivering.ts'

type Ours = Pick<Handlers<typeof contract>, 'owed' | 'overview'>
export const isFigure = (row: DutyRow): row is DutyRow & { kind: 'deliver' | 'confirm' } =>
  row.kind === 'deliver' || row.kind === 'confirm'

const parts = (row: DutyRow & { kind: 'deliver' | 'confirm' }) => ({
  duty: row.id,
  kind: row.kind,
  indicator: row.subject && row.subject_title ? { id: row.subject, title: row.subject_title } : null,
  period: { from: row.period_from, until: row.period_until },
  due: row.due,
  state: row.state,
  clause: row.because_text,
})

export async function owedRow(
  db: Database,
  row: DutyRow & { kind: 'deliver' | 'confirm' },
  areaKey: string | null,
): Promise<OwedRow> {
  const indicator = row.subject ? await indicatorStore(db).get(row.subject) : undefined
  const [area] = areaKey ? await areaStore(db).byKeys([areaKey]) : []
  const official =
    indicator && area && row.kind === 'confirm'
      ? await deliveryStore(db).officialValue(indicator.number, area.area, row.period_until)
      : undefined
  return {
    ...parts(row),
    creditor: row.creditor_title ? { id: row.creditor, title: row.creditor_title } : null,
    unit: indicator?.unit ?? null,
    timing: indicator?.timing ?? null,
    definition: indicator?.definition ?? null,
    inclusion: indicator?.inclusion ?? null,
    exclusion: indicator?.exclusion ?? null,
    example: indicator?.example ?? null,
    manual: indicator?.manual ?? null,
    neededFor: indicator?.needed_for ?? null,
    neededBy:
      indicator?.needed_by && indicator.needed_by_title
        ? { id: indicator.needed_by, title: indicator.needed_by_title }
        : null,
    neededUntil: indicator?.needed_until ?? null,
    area: area ? { key: area.key, name: area.name } : null,
    official: official
      ? {
          value: official.value,
          mark: official.mark,
          from: official.from_day,
          until: official.until_day,
          table: { id: official.table, title: official.title },
        }
      : null,
    last: indicator ? await lastOf(db, row, indicator) : null,
  }
}

/** What the same organisation delivered for the time before. */
export async function lastOf(db: Database, duty: DutyRow, indicator: { id: string }): Promise<OwedRow['last']> {
  if (duty.kind !== 'deliver') return null
  const earlier = (await deliveryStore(db).among([duty.debtor], [indicator.id])).filter(
    (one) => one.kind === 'figure' && one.until_day <= duty.period_from,
  )
  const last = earlier.sort((a, b) => (a.from_day < b.from_day ? 1 : -1))[0]
  return last ? { value: last.value, mark: last.mark, from: last.from_day, explanation: last.explanation } : null
}

export const answers = (row: DutyRow, one: DeliveryRow) =>
  one.organisation === row.debtor &&
  one.indicator === row.subject &&
  (one.kind === 'figure') === (row.kind === 'deliver') &&
  one.until_day > row.period_from &&
  one.until_day <= row.period_until

export const owing: Ours = {
  async owed(_, { db, actor }) {
    if (!actor.organisation) return { owed: [], delivered: [] }
    const rows = (await duties(db).of({ debtors: [actor.organisation] }))
      .filter(isFigure)
      .filter((row) => row.state !== 'waived')
    const key = await areaStore(db).keyOfOrganisation(actor.organisation)
    const owed: OwedRow[] = []
    for (const row of rows)
      if (row.state === 'open' || row.state === 'overdue' || row.state === 'notYet')
        owed.push(await owedRow(db, row, key))
    const delivered = await deliveryStore(db).of(actor.organisation)
    return { owed, delivered: await Promise.all(delivered.map((row) => shownDelivery(db, row))) }
  },
  async overview({ body }, { db }) {
    const rows = (await duties(db).of({ body })).filter(isFigure).filter((row) => row.state !== 'withdrawn')
    const seen = await deliveryStore(db).among(
      rows.map((row) => row.debtor),
      rows.flatMap((row) => (row.subject ? [row.subject] : [])),
    )
    const shown = rows.map((row): OverviewRow => {
      const delivery = seen.find((one) => answers(row, one))
      return {
        ...parts(row),
        debtor: { id: row.debtor, title: row.debtor_title ?? '' },
        doneOn: row.done_on,
        invented: row.invented,
        delivery: delivery
          ? {
              id: delivery.id,
              kind: delivery.kind,
              value: delivery.value,
              mark: delivery.mark,
              comment: delivery.comment,
              answered: delivery.answers > 0,
              explanation: delivery.explanation,
              review: delivery.review,
            }
          : null,
      }
    })
    const count = (state: string) => shown.filter((row) => row.state === state).length
    return {
      rows: shown,
      onTime: count('done'),
      late: count('doneLate'),
      open: count('open') + count('notYet'),
      overdue: count('overdue'),
    }
  },
}
