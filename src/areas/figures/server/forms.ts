// The Erhebungsbogen on its way out and back: printed from what is owed, read in a thread, shown, and delivered by the same deed as a single figure.
import type { Database } from '#kit/db/database.ts'
import { type DutyRow, duties } from '#kit/duties/duties.ts'
import { Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { objects } from '#kit/objects/objects.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import type { figures as contract } from '../contract.ts'
import { type FormSheet, understand } from '../rules/form.ts'
import { areaStore } from '../store/areas.ts'
import { indicatorStore } from '../store/indicators.ts'
import { formTexts } from '../texts/forms.de.ts'
import { handOver } from './delivering.ts'
import { judgeForm, togetherOf } from './form/judge.ts'
import { calledThen } from './form/older.ts'
import { type Printed, writeForm } from './form/write-form.ts'
import { formInThread, UnsafeFile } from './import/read-in-thread.ts'
import { isFigure, owedRow } from './owing.ts'

type Ours = Pick<Handlers<typeof contract>, 'form' | 'readForm' | 'deliverAll'>
type Owed = DutyRow & { kind: 'deliver' | 'confirm' }

/** What an organisation still has to deliver: a figure each. */
async function toDeliver(db: Database, organisation: string): Promise<Owed[]> {
  const rows = (await duties(db).of({ debtors: [organisation] })).filter(isFigure)
  return rows.filter(
    (row) => row.kind === 'deliver' && row.subject && ['open', 'overdue', 'notYet'].includes(row.state),
  )
}

async function cellsOf(bytes: Uint8Array): Promise<FormSheet[]> {
  try {
    return await formInThread(bytes)
  } catch (error) {
    if (error instanceof UnreadableFile) throw new Refusal('formUnreadable', { code: error.code })
    if (error instanceof UnsafeFile) throw new Refusal('formUnreadable', { code: 'unsafe' })
    throw error
  }
}

export const forms: Ours = {
  async form({ from, until }, { db, actor, today }) {
    const organisation = actor.organisation ? await objects(db).find(actor.organisation) : undefined
    if (!organisation) throw new Refusal('nothingOwed')
    const asked = (row: Owed) =>
      from || until ? row.period_from === from && row.period_until === until : row.state !== 'notYet'
    const rows = (await toDeliver(db, organisation.id)).filter(asked)
    if (rows.length === 0) throw new Refusal('nothingOwed')
    const area = await areaStore(db).keyOfOrganisation(organisation.id)
    if (!area) throw new Refusal('noOwnArea')
    const printed: Printed[] = []
    for (const row of rows) {
      const indicator = await indicatorStore(db).get(row.subject!)
      if (indicator?.held_by_counties)
        printed.push({
          ...(await owedRow(db, row, area)),
          edition: indicator.edition,
          decimals: indicator.decimals,
        })
    }
    if (printed.length === 0) throw new Refusal('nothingOwed')
    const head = { organisation: { id: organisation.id, title: organisation.title }, madeOn: today }
    return {
      name: `${formTexts.sheet.file(organisation.title, until ?? null)}.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: await writeForm(head, printed),
    }
  },
  async readForm(_, { db, actor, upload }) {
    if (!upload || upload.bytes.length === 0) throw new Refusal('noFile')
    const found = understand(await cellsOf(upload.bytes), formTexts.sheet.headings)
    if ('fault' in found) {
      if (found.fault === 'formColumn') throw new Refusal('formColumn', { column: found.column })
      throw new Refusal(found.fault)
    }
    const organisation = actor.organisation!
    if (found.organisation && found.organisation !== organisation) {
      const other = await objects(db).find(found.organisation)
      throw new Refusal('formOfOthers', { organisation: other?.title ?? formTexts.screen.otherOrganisation })
    }
    const rows = await judgeForm(db, organisation, found.rows)
    const times = new Set(rows.flatMap(({ period }) => (period ? [`${period.from}/${period.until}`] : [])))
    const named = new Set(rows.map(({ duty }) => duty))
    const missing = (await toDeliver(db, organisation)).filter(
      (row) => times.has(`${row.period_from}/${row.period_until}`) && !named.has(row.id),
    )
    return {
      fileName: upload.name,
      madeOn: found.madeOn,
      rows,
      missing: missing.map((row) => ({
        duty: row.id,
        indicator: row.subject_title ?? row.title,
        period: { from: row.period_from, until: row.period_until },
      })),
    }
  },
  async deliverAll({ figures }, scene) {
    const { db, actor } = scene
    const area = await areaStore(db).keyOfOrganisation(actor.organisation!)
    if (!area) throw new Refusal('noOwnArea')
    const delivered: { duty: string; id: string; edition: number }[] = []
    const together = await togetherOf(db, figures)
    for (const { duty: id, edition, value, mark, comment, explanation } of figures) {
      const duty = await duties(db).get(id)
      if (duty?.kind !== 'deliver' || !duty.subject || duty.debtor !== actor.organisation)
        throw new Refusal('notYourDuty')
      const indicator = await indicatorStore(db).get(duty.subject)
      if (indicator && (await calledThen(db, indicator, edition)) === null)
        throw new Refusal('olderDefinition', { indicator: indicator.title })
      const figure = { kind: 'figure' as const, indicator: duty.subject, area, value, mark, comment, duty: id }
      const input = { ...figure, explanation: explanation || comment, from: duty.period_from, until: duty.period_until }
      const done = await handOver(input, scene, { together: together.get(duty.period_until) ?? new Map() })
      delivered.push({ duty: id, ...done })
    }
    return { delivered }
  },
}
