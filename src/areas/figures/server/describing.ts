// Indicators and official tables: what is counted, since when it compares, where it comes from and what became of it.
import type { Database } from '#kit/db/database.ts'
import { Invalid, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { newId } from '#kit/objects/id.ts'
import { head, objects } from '#kit/objects/objects.ts'
import { trail } from '#kit/trail/trail.ts'
import type { TableHead } from '../contract/shapes.ts'
import type { figures as contract } from '../contract.ts'
import { deliveryStore } from '../store/deliveries.ts'
import { type IndicatorContent, type IndicatorRow, indicatorStore, type Wanted } from '../store/indicators.ts'
import { type TableRow, tableStore } from '../store/tables.ts'
import { texts } from '../texts.de.ts'
import { indicatorOf } from './finding.ts'

type Ours = Pick<
  Handlers<typeof contract>,
  'indicators' | 'indicator' | 'makeIndicator' | 'changeIndicator' | 'tables' | 'table'
>

const about = (row: IndicatorRow) => ({
  code: row.code,
  unit: row.unit,
  definition: row.definition,
  statistic: row.statistic,
  direction: row.direction,
  additive: row.additive,
  timing: row.timing,
  decimals: row.decimals,
  heldByCounties: row.held_by_counties,
  purpose: row.purpose,
  edition: row.edition,
})
/** What the catalogue asks beyond the definition; empty words are none. */
const wantedIn = (said: Partial<{ [K in keyof Wanted]: Wanted[K] | undefined }>): Wanted => ({
  example: said.example || null,
  manual: said.manual || null,
  neededFor: said.neededFor || null,
  neededBy: said.neededBy ?? null,
  neededUntil: said.neededUntil ?? null,
  burden: said.burden ?? null,
})
const wanted = (row: IndicatorRow): Wanted => ({
  example: row.example,
  manual: row.manual,
  neededFor: row.needed_for,
  neededBy: row.needed_by,
  neededUntil: row.needed_until,
  burden: row.burden,
})
/** Whoever asked for it is a body or an organisation that one sees. */
async function checkAsking(db: Database, id: string | null): Promise<void> {
  const asking = id ? await objects(db).find(id) : null
  if (id && !(asking && ['body', 'organisation'].includes(asking.kind)))
    throw new Invalid({ path: 'neededBy', message: texts.invalid.neededBy })
}
const contentOf = (row: IndicatorRow) => ({
  ...about(row),
  ...wanted(row),
  title: row.title,
  numerator: row.numerator,
  denominator: row.denominator,
  inclusion: row.inclusion,
  exclusion: row.exclusion,
  source: row.source,
  legalBasis: row.legal_basis,
})
const tableHead = (row: TableRow): TableHead => ({
  id: row.id,
  title: row.title,
  code: row.code,
  statistic: row.statistic,
  source: row.source,
  attribution: row.attribution,
  licence: row.licence,
  printedOn: row.printed_on,
  readOn: row.read_on,
  values: row.summary.values ?? 0,
  periods: row.summary.periods ?? [],
})

export const describing: Ours = {
  async indicators({ search, held }, { db }) {
    const rows = await indicatorStore(db).search(search, held)
    return {
      indicators: rows.map((row) => ({
        id: row.id,
        title: row.title,
        ...about(row),
        latest: row.latest_from && row.latest_until ? { from: row.latest_from, until: row.latest_until } : null,
        levels: row.levels,
      })),
    }
  },
  async indicator({ id }, { db, target }) {
    const row = await indicatorOf(db, id)
    const store = indicatorStore(db)
    const held = await store.held(row.number)
    const delivered = await deliveryStore(db).ofIndicator(id)
    return {
      head: head(target),
      ...about(row),
      numerator: row.numerator,
      denominator: row.denominator,
      inclusion: row.inclusion,
      exclusion: row.exclusion,
      source: row.source,
      legalBasis: row.legal_basis,
      ...wanted(row),
      neededBy: row.needed_by && row.needed_by_title ? { id: row.needed_by, title: row.needed_by_title } : null,
      breaks: await store.breaksOf(row.number),
      held,
      cuts: (await store.cuts([...new Set(held.map((one) => one.cut))])).map(({ key, label }) => ({ key, label })),
      sources: await tableStore(db).ofIndicator(row.number),
      deliverers: delivered.map((one) => ({
        organisation: { id: one.organisation, title: one.organisation_title },
        period: { from: one.from_day, until: one.until_day },
        kind: one.kind,
        delivery: one.id,
      })),
      editions: (await objects(db).editions(id)).map(({ number, at }) => ({ number, at })),
    }
  },
  async makeIndicator({ title, ...said }, { db, actor, at, record }) {
    const content: IndicatorContent = {
      ...said,
      ...wantedIn(said),
      statistic: null,
      measure: null,
      numerator: said.numerator ?? null,
      denominator: said.denominator ?? null,
      inclusion: said.inclusion ?? null,
      exclusion: said.exclusion ?? null,
      legalBasis: said.legalBasis ?? null,
    }
    await checkAsking(db, said.neededBy ?? null)
    const id = newId(at)
    await objects(db).make({
      id,
      kind: 'indicator',
      title,
      owner: actor.organisation,
      author: actor.person,
      audience: 'public',
    })
    if ((await indicatorStore(db).make(id, content)) === null) throw new Refusal('codeTaken', { code: content.code })
    const edition = await objects(db).freeze(id, { title, ...content }, actor)
    await record({ object: id, after: { title, ...content } })
    return { id, edition }
  },
  async changeIndicator({ id, title, ...said }, { db, actor, record }) {
    const before = await indicatorOf(db, id)
    await checkAsking(db, said.neededBy ?? null)
    const content = {
      ...said,
      ...wantedIn(said),
      numerator: said.numerator ?? null,
      denominator: said.denominator ?? null,
      inclusion: said.inclusion ?? null,
      exclusion: said.exclusion ?? null,
      legalBasis: said.legalBasis ?? null,
    }
    if (title !== before.title) await objects(db).change(id, { title })
    await indicatorStore(db).change(id, content, before.edition + 1)
    const edition = await objects(db).freeze(id, { ...contentOf(before), title, ...content }, actor)
    await record({ before: contentOf(before), after: { title, ...content } })
    return { edition }
  },
  async tables(_, { db }) {
    return { tables: (await tableStore(db).list()).map(tableHead) }
  },
  async table({ id }, { db, target }) {
    const row = (await tableStore(db).get(id))!
    const { after } = await trail(db).around(id)
    return {
      ...tableHead(row),
      head: head(target),
      fileName: row.file_name,
      sha256: row.sha256,
      footnotes: row.footnotes,
      summary: row.summary,
      indicators: await tableStore(db).indicatorsOf(row.number),
      usedIn: after.map((one) => ({ id: one.id, kind: one.kind, title: one.title })),
    }
  },
}
