// A need as it was cited: the words and the evidence of that very edition, with names as they are today.
import type { Database } from '#kit/db/database.ts'
import { objects } from '#kit/objects/objects.ts'
import type { Evidence, NeedContent } from '../contract/needs.ts'
import { attributionOf } from '../store/figures.ts'
import type { KeptEvidence } from '../store/needs.ts'
import { shownValue } from './settling.ts'

type Frozen = Omit<NeedContent, 'evidence'> & { evidence: KeptEvidence[] }
export type CitedEvidence = Pick<Evidence, 'grade' | 'shown' | 'withheld' | 'holder' | 'from' | 'until' | 'note'> & {
  source: string | null
  edition: number | null
  indicator: string | null
  area: string | null
  attribution: string | null
  delivered: boolean
  invented: boolean
}
export type CitedNeed = {
  title: string
  owner: string | null
  edition: number
  targetGroup: string
  area: string
  benefit: string
  description: string
  evidence: CitedEvidence[]
  invented: boolean
}

async function citedEvidence(db: Database, e: KeptEvidence): Promise<CitedEvidence> {
  const title = async (id: string | null) => (id ? ((await objects(db).find(id))?.title ?? null) : null)
  const source = e.source ? await objects(db).find(e.source) : undefined
  const delivered = source?.kind === 'delivery'
  return {
    grade: e.grade,
    from: e.from,
    until: e.until,
    note: e.note,
    edition: e.edition,
    delivered,
    invented: source?.invented ?? false,
    source: source?.title ?? null,
    withheld: e.source !== null && !source,
    holder: await title(e.holder),
    indicator: await title(e.indicator),
    area: await title(e.area),
    shown: delivered ? await shownValue(db, e) : source ? e.shown : null,
    attribution: source?.kind === 'officialTable' ? await attributionOf(db, source.id) : null,
  }
}

export async function citedNeed(db: Database, id: string, edition: number): Promise<CitedNeed | null> {
  const object = await objects(db).find(id)
  const content = (await objects(db).editions(id)).find((one) => one.number === edition)?.content as Frozen | undefined
  if (!object || !content) return null
  const area = content.area ? (await objects(db).find(content.area))?.title : null
  const evidence = []
  for (const piece of content.evidence) evidence.push(await citedEvidence(db, piece))
  return {
    title: content.title,
    owner: object.owner_title,
    edition,
    targetGroup: content.targetGroup,
    area: area ?? content.areaName ?? '',
    benefit: content.benefit,
    description: content.description,
    evidence,
    invented: object.invented,
  }
}
