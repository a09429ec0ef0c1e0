// Handlers of editions and annexes; and what an edition says, the same for freezing, comparing and the journal.
import type { Database } from '#kit/db/database.ts'
import { files } from '#kit/files/files.ts'
import { NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { objects } from '#kit/objects/objects.ts'
import type { Clause, ClauseDuty, cooperation, Edition, NoticeRule } from '../contract.ts'
import { type AgreementRow, agreements } from '../store/agreements.ts'

type Part = Pick<Handlers<typeof cooperation>, 'edition' | 'addAnnex' | 'removeAnnex'>

export type Content = {
  title: string
  preamble: string
  notice: string
  noticeRule: NoticeRule | null
  extraordinary: boolean
  reviewOn: string | null
  endsOn: string | null
  parties: string[]
  clauses: Clause[]
  annexes: { place: number; title: string; file: string; sha256: string }[]
}

/** The content of the draft, as it is frozen when it is offered. */
export const contentOf = async (db: Database, id: string, row: AgreementRow, title: string): Promise<Content> => ({
  title,
  preamble: row.preamble,
  notice: row.notice,
  noticeRule: ruleOf(row),
  extraordinary: row.extraordinary,
  reviewOn: row.review_on,
  endsOn: row.ends_on,
  parties: (await agreements(db).parties(id, row.edition)).map((party) => party.id),
  clauses: (await agreements(db).clauses(id, row.edition)).map(({ indicator_title: _, ...clause }) => clause),
  annexes: (await agreements(db).annexes(id, row.edition)).map(({ place, title: of, file, sha256 }) => ({
    place,
    title: of,
    file,
    sha256,
  })),
})

export const editionHandlers: Part = {
  edition: ({ id, number }, { db, target }) => shownEdition(db, id, number, target.title),
  async addAnnex({ id, file, title }, { db, record }) {
    const { edition } = await draft(db, id)
    const row = await files(db).find(file)
    if (row?.hangs_on !== id) throw new Refusal('notAFileOfIt')
    if ((await agreements(db).annexes(id, edition)).some((annex) => annex.file === file))
      throw new Refusal('annexTwice')
    const place = await agreements(db).addAnnex(id, edition, file, title)
    await record({ after: { edition, place, title, file } })
    return { place }
  },
  async removeAnnex({ id, place }, { db, record }) {
    const { edition } = await draft(db, id)
    const annex = (await agreements(db).annexes(id, edition)).find((one) => one.place === place)
    if (!annex || !(await agreements(db).removeAnnex(id, edition, place))) throw new Refusal('noSuchAnnex')
    await record({ before: { edition, place, title: annex.title, file: annex.file }, after: null })
    return {}
  },
}

/** @throws NotFound where there is no such edition. */
export async function shownEdition(db: Database, id: string, number: number, title: string): Promise<Edition> {
  const row = (await agreements(db).row(id))!
  const fixed = (await objects(db).editions(id)).find((one) => one.number === number)
  if (!fixed && number !== row.edition) throw new NotFound()
  // Editions of before annexes, notice and term were known do not name them.
  const content: Partial<Content> = fixed ? (fixed.content as Partial<Content>) : await contentOf(db, id, row, title)
  return {
    number,
    at: fixed?.at ?? null,
    title: content.title ?? title,
    preamble: content.preamble ?? '',
    notice: content.notice ?? '',
    noticeRule: content.noticeRule ?? null,
    extraordinary: content.extraordinary ?? false,
    reviewOn: content.reviewOn ?? null,
    endsOn: content.endsOn ?? null,
    parties: await agreements(db).named(content.parties ?? []),
    clauses: content.clauses ?? [],
    names: await objects(db).named((content.clauses ?? []).flatMap(({ duty }) => (duty ? namesIn(duty) : []))),
    annexes: content.annexes ?? [],
  }
}

async function draft(db: Database, id: string): Promise<AgreementRow> {
  const row = (await agreements(db).row(id))!
  if (row.fixed) throw new Refusal('annexFixed')
  return row
}

export const ruleOf = (row: AgreementRow): NoticeRule | null =>
  row.notice_months === null || row.notice_to === null ? null : { months: row.notice_months, to: row.notice_to }

/** Organisations and bodies that a clause names. */
export const namesIn = (duty: ClauseDuty): string[] => [
  ...('from' in duty && Array.isArray(duty.from) ? duty.from : []),
  ...('to' in duty && Array.isArray(duty.to) ? duty.to : []),
  ...(duty.kind === 'before' && 'body' in duty.of ? [duty.of.body] : []),
]
