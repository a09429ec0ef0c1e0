// Settles what a need names before it is saved: areas exist, sources are visible, each piece of evidence keeps its edition and instant.
import type { Database } from '#kit/db/database.ts'
import { Invalid, Refusal } from '#kit/http/refusal.ts'
import { newId } from '#kit/objects/id.ts'
import { objects } from '#kit/objects/objects.ts'
import type { EvidenceContent } from '../contract/needs.ts'
import { citedValue, deliveredFigure } from '../store/figures.ts'
import { type EvidenceRow, type KeptEvidence, needs } from '../store/needs.ts'
import { figureText, texts } from '../texts.de.ts'

const sources = ['officialTable', 'delivery', 'indicator']

/** The kind is checked here, the visibility by the database: what may not be seen is not there. */
export async function checkArea(db: Database, area: string | null | undefined): Promise<void> {
  if (area && (await objects(db).find(area))?.kind !== 'area')
    throw new Invalid({ path: 'area', message: texts.noArea })
}

const same = (piece: EvidenceContent, row: EvidenceRow) =>
  piece.id === row.id ||
  (piece.id === null &&
    row.source === piece.source &&
    (piece.edition === null || row.source_edition === piece.edition) &&
    row.indicator === piece.indicator &&
    row.area === piece.area &&
    row.from_day === piece.from &&
    row.until_day === piece.until &&
    row.cut === piece.cut &&
    row.grade === piece.grade)

export type Settled = KeptEvidence & { id: string }

/** `before`: what stood there; a piece that stays keeps its edition, its instant and the value as it was. */
export async function settleEvidence(
  db: Database,
  pieces: readonly EvidenceContent[],
  before: readonly EvidenceRow[],
  at: string,
): Promise<Settled[]> {
  const settled: Settled[] = []
  const left = [...before]
  for (const piece of pieces) {
    const kept = left.findIndex((row) => same(piece, row))
    const row = kept >= 0 ? left.splice(kept, 1)[0] : undefined
    settled.push(row ? { ...keptOf(row), note: piece.note } : { id: newId(at), ...(await settleOne(db, piece, at)) })
  }
  return settled
}

export const keptOf = (row: EvidenceRow): Settled => ({
  id: row.id,
  grade: row.grade,
  source: row.source,
  edition: row.source_edition,
  holder: row.holder,
  indicator: row.indicator,
  area: row.area,
  from: row.from_day,
  until: row.until_day,
  cut: row.cut,
  shown: row.shown,
  asOf: row.as_of,
  note: row.note,
})

async function settleOne(db: Database, piece: EvidenceContent, at: string): Promise<KeptEvidence> {
  const { id: _id, edition: wanted, source, ...rest } = piece
  if (!source) return { ...rest, source: null, edition: null, holder: null, shown: null, asOf: at }
  const object = await objects(db).find(source)
  if (!object || object.deleted_at || !sources.includes(object.kind)) throw new Refusal('noSource')
  const edition = wanted ?? (await needs(db).latestEdition(source))
  if (!edition || !(await needs(db).hasEdition(source, edition))) throw new Refusal('noSource')
  const figure = object.kind === 'delivery' ? await deliveredFigure(db, source) : undefined
  const kept = { ...rest, ...figure, source, edition, holder: object.owner, asOf: at }
  // Only what its source has published is copied; a delivered value stays in the delivery.
  return { ...kept, shown: object.kind === 'officialTable' ? await shownValue(db, kept) : null }
}

type Sought = Pick<KeptEvidence, 'source' | 'indicator' | 'area' | 'from' | 'until' | 'cut' | 'asOf'>

/** The value in words and signs, or null: no single figure is meant, or the reader may not see it. */
export async function shownValue(db: Database, e: Sought): Promise<string | null> {
  const { source, indicator, area, from, until, cut, asOf } = e
  if (!source || !indicator || !area || !from || !until) return null
  const value = await citedValue(db, { source, indicator, area, from, until, cut, asOf })
  return value ? figureText(value) : null
}
