// Tables behind the gate: read, kept, protected. Only their owner sees them; what others see comes from `releasing`.
import { holds } from '#kit/access/decide.ts'
import type { Database } from '#kit/db/database.ts'
import type { Actor } from '#kit/db/transaction.ts'
import { Invalid, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { jobs } from '#kit/jobs/jobs.ts'
import { newId } from '#kit/objects/id.ts'
import { head, objects } from '#kit/objects/objects.ts'
import { gateQueue } from '../../chores/protect-table.ts'
import type { Cost, GuardedHead, GuardedPage, Run } from '../../contract/gate.ts'
import { keepers, Threshold } from '../../contract/gate.ts'
import type { figures as contract } from '../../contract.ts'
import { type Columns, proposeColumns, readColumns } from '../../rules/gate.ts'
import { type GuardedRow, gateStore, type ProtectionRow, type ReleaseRow } from '../../store/gate.ts'
import { texts } from '../../texts.de.ts'
import type { Outcome } from './protecting.ts'
import { bodiesOf, headOf, isOutdated, isReleased, tableOf } from './shown.ts'
import { rowsOf, understood } from './table-rows.ts'

type Ours = Pick<
  Handlers<typeof contract>,
  | 'lookAtTable'
  | 'guardTable'
  | 'guardAnew'
  | 'gate'
  | 'guarded'
  | 'setThreshold'
  | 'protectTable'
  | 'stopProtecting'
  | 'discardTable'
>

const goesOn = (run: ProtectionRow | undefined) => run?.state === 'waiting' || run?.state === 'running'

async function quiet(db: Database, id: string): Promise<void> {
  if (goesOn(await gateStore(db).latest(id))) throw new Refusal('runGoesOn')
}

const stateOf = (run: ProtectionRow | undefined, released: boolean): GuardedHead['state'] =>
  !run ? null : released ? 'released' : run.proposed_by ? 'proposed' : run.state

const costOf = (outcome: Outcome): Cost => {
  const { primary, secondary, finest, finestHidden, counted, countedHidden, narrowest, seconds } = outcome
  const cells = outcome.cells.length
  return { cells, primary, secondary, finest, finestHidden, counted, countedHidden, narrowest, seconds }
}

function runOf(run: ProtectionRow, at: string, outdated: boolean): Run {
  const began = run.began_at && run.state === 'running' ? Date.parse(at) - Date.parse(run.began_at) : null
  return {
    id: run.id,
    state: run.state,
    audience: run.audience,
    body: run.body ? { id: run.body, title: run.body_title ?? '' } : null,
    seconds: began === null ? null : Math.round(began / 1000),
    hidden: run.hidden,
    fault: run.fault,
    proposed: run.proposed_by !== null,
    outdated,
  }
}

function acts(
  run: ProtectionRow | undefined,
  actor: Actor,
  now: { outdated: boolean; releases: readonly ReleaseRow[]; released: boolean },
): GuardedPage['can'] {
  if (goesOn(run)) return ['stop']
  const can: GuardedPage['can'] = ['protect']
  if (run?.state === 'done' && !now.outdated && !now.released) {
    if (run.proposed_by === null) can.push('propose')
    else can.push('unpropose', ...(run.proposed_by === actor.person ? [] : (['release'] as const)))
  }
  return now.releases.length === 0 ? [...can, 'discard'] : can
}

/** Of another table of the same organisation, for a time that this one is about too. Withdrawn ones are known all the same. */
const isBeside = (one: ReleaseRow, table: GuardedRow) =>
  one.guarded !== table.id &&
  one.owner === table.owner &&
  one.from_day < table.until_day &&
  table.from_day < one.until_day

const columnsOf = (text: string): Columns => {
  const columns = readColumns(text)
  if (!columns) throw new Invalid({ path: 'columns', message: texts.invalid.columns })
  return columns
}
const timeOf = ({ from, until }: { from: string; until: string }) => {
  if (until <= from) throw new Invalid({ path: 'until', message: texts.invalid.period })
  return { from, until }
}

export const keeping: Ours = {
  async lookAtTable(_, { upload }) {
    const rows = await rowsOf(upload)
    const [names = [], ...body] = rows
    const parts = proposeColumns(names, body)
    return {
      fileName: upload!.name,
      rows: body.length,
      columns: names.map((name, at) => {
        const words = [...new Set(body.map((row) => row[at] ?? ''))].filter(Boolean)
        return { name, part: parts[at]!, words: words.length, examples: words.slice(0, 4) }
      }),
    }
  },
  async guardTable({ columns, title, definition, threshold, ...period }, { db, actor, at, upload, record }) {
    const rows = understood(await rowsOf(upload), columnsOf(columns))
    const id = newId(at)
    await objects(db).make({
      id,
      kind: 'guardedTable',
      title,
      owner: actor.organisation,
      author: actor.person,
      audience: 'organisation',
    })
    await gateStore(db).make({ id, definition, threshold, dimensions: rows.dimensions })
    await gateStore(db).keep({ guarded: id, edition: 1, ...timeOf(period), fileName: upload!.name, rows })
    await record({ object: id, after: { title, threshold, dimensions: rows.dimensions, ...period } })
    return { id }
  },
  async guardAnew({ id, columns, ...period }, { db, upload, record }) {
    const table = await tableOf(db, id)
    await quiet(db, id)
    const rows = understood(await rowsOf(upload), columnsOf(columns))
    if (rows.dimensions.join('\n') !== table.dimensions.join('\n'))
      throw new Refusal('otherDimensions', { dimensions: table.dimensions.join(', ') })
    const edition = table.edition + 1
    await gateStore(db).keep({ guarded: id, edition, ...timeOf(period), fileName: upload!.name, rows })
    await gateStore(db).changeTo(id, { edition })
    await record({ after: { edition, ...period } })
    return { edition }
  },
  async gate(_, { db, actor }) {
    const releases = await gateStore(db).releases()
    const keeps = holds(actor, keepers.as, [actor?.organisation ?? null])
    const runs = await gateStore(db).runs()
    const mine = (keeps ? await gateStore(db).list() : []).map((table): GuardedHead => {
      const run = runs.get(table.id)
      const before = run && run.edition !== table.edition && !goesOn(run)
      return {
        id: table.id,
        title: table.title,
        period: { from: table.from_day, until: table.until_day },
        edition: table.edition,
        state: before ? null : stateOf(run, run !== undefined && isReleased(run, releases)),
      }
    })
    return {
      mine,
      keeps,
      releases: releases.filter(({ withdrawn_at }) => withdrawn_at === null).map(headOf),
    }
  },
  async guarded({ id }, { db, actor, at, target }) {
    const table = await tableOf(db, id)
    const content = (await gateStore(db).content(id, table.edition)).rows
    const run = await gateStore(db).latest(id)
    const seen = await gateStore(db).releases()
    const releases = seen.filter(({ guarded }) => guarded === id)
    const outdated = run ? isOutdated(run, table, releases) : false
    const released = run !== undefined && isReleased(run, releases)
    const outcome = run?.state === 'done' ? await gateStore(db).outcome(run.id) : null
    return {
      head: head(target),
      definition: table.definition,
      threshold: Threshold.parse(table.threshold),
      dimensions: table.dimensions,
      trees: content.trees,
      period: { from: table.from_day, until: table.until_day },
      edition: table.edition,
      fileName: table.file_name,
      readAt: table.recorded_at,
      rows: content.groups.length,
      counted: content.counts.reduce((sum, one) => sum + one, 0),
      givers: content.givers ? new Set(content.givers.filter(Boolean)).size : null,
      run: run ? runOf(run, at, outdated) : null,
      cost: outcome ? costOf(outcome) : null,
      cells: outcome
        ? outcome.cells.map(({ groups, value }, n) => ({
            groups: [...groups],
            value,
            own: outcome.values[n]!,
            why: outcome.why[n] ?? null,
          }))
        : null,
      releases: releases.map(headOf),
      beside: seen.filter((one) => isBeside(one, table)).map(headOf),
      bodies: await bodiesOf(db, actor),
      can: acts(run, actor, { outdated, releases, released }),
      needsOther: run?.state === 'done' && !outdated && !released && run.proposed_by === actor.person,
    }
  },
  async setThreshold({ id, threshold }, { db, record }) {
    const table = await tableOf(db, id)
    await quiet(db, id)
    const most = Math.max(0, ...(await gateStore(db).releases(id)).map((one) => one.threshold))
    if (threshold < most) throw new Refusal('lowerThanReleased', { threshold: String(most) })
    await gateStore(db).changeTo(id, { threshold })
    await record({ before: { threshold: table.threshold }, after: { threshold } })
    return {}
  },
  async protectTable({ id, audience, body }, { db, actor, at, record }) {
    const table = await tableOf(db, id)
    const meant = audience === 'body' ? (body ?? null) : null
    if (audience === 'body' && !(await bodiesOf(db, actor)).some((one) => one.id === meant))
      throw new Refusal('notInBody')
    const { edition, threshold } = table
    const run = newId(at)
    if (!(await gateStore(db).order({ id: run, guarded: id, edition, threshold, audience, body: meant })))
      throw new Refusal('runGoesOn')
    await jobs(db).send(gateQueue, { kind: 'guardedTable', id })
    await record({ after: { edition, threshold, audience, body: meant } })
    return { run }
  },
  async stopProtecting({ id }, { db }) {
    const run = await gateStore(db).latest(id)
    if (!run || !goesOn(run)) throw new Refusal('nothingRuns')
    await gateStore(db).stop(run.id)
    return {}
  },
  async discardTable({ id }, { db, record }) {
    await quiet(db, id)
    if ((await gateStore(db).releases(id)).length > 0) throw new Refusal('releasedBefore')
    await objects(db).remove(id, true)
    await record()
    return {}
  },
}
