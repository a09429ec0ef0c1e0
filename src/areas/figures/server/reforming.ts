// Areas in time: their pages, recording and withdrawing reforms, and reading a list of them without writing anything.
import type { Database } from '#kit/db/database.ts'
import { mostRows } from '#kit/files/read-rows.ts'
import { readRowsInThread } from '#kit/files/rows-in-thread.ts'
import { Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { head } from '#kit/objects/objects.ts'
import type { ReformInput, ReformPart, ReformPreview } from '../contract/reforms.ts'
import type { figures as contract } from '../contract.ts'
import { type ReadReform, readReforms } from '../rules/reform-list.ts'
import { headOf, reformStore } from '../store/reforms.ts'
import { reformTexts } from '../texts/reforms.de.ts'
import { texts } from '../texts.de.ts'
import { enterReform, meantBy } from './reform-entry.ts'

type Ours = Pick<
  Handlers<typeof contract>,
  'findAreas' | 'area' | 'reforms' | 'reform' | 'makeReforms' | 'readReforms' | 'withdrawReform'
>
const { list } = reformTexts
const withoutReform = ({ reform: _, ...part }: ReformPart & { reform: number }): ReformPart => part

export const reforming: Ours = {
  async findAreas({ search }, { db }) {
    return { areas: await reformStore(db).find(search) }
  },
  async area({ id }, { db, target }) {
    const store = reformStore(db)
    const named = await store.naming(id)
    const parts = await store.parts(named.map((one) => one.number))
    const reforms = named.map((row) => ({
      ...headOf(row),
      parts: parts.filter((part) => part.reform === row.number).map(withoutReform),
    }))
    return { head: head(target), states: await store.history(id), ...(await store.around(id)), reforms }
  },
  async reforms(_, { db }) {
    return { reforms: (await reformStore(db).list()).map(headOf) }
  },
  async reform({ id }, { db, target }) {
    const row = (await reformStore(db).get(id))!
    const parts = (await reformStore(db).parts([row.number])).map(withoutReform)
    return { ...headOf(row), head: head(target), note: row.note, parts }
  },
  async makeReforms({ reforms }, { db, actor, at, today, record, fact }) {
    const made: { id: string; title: string }[] = []
    // The oldest first: what one ends, the next may not have changed.
    for (const input of reforms.toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
      const done = await enterReform(db, input, { at, person: actor.person, organisation: actor.organisation! })
      if (!done) continue
      await record({ object: done.id, after: done.content })
      await fact({ kind: 'reform.recorded', organisation: actor.organisation!, object: done.id, day: today })
      made.push({ id: done.id, title: done.title })
    }
    if (made.length === 0) throw new Refusal('reformThere', { title: (await meantBy(db, reforms[0]!)).title })
    return { reforms: made, there: reforms.length - made.length }
  },
  async readReforms(_, { db, upload }) {
    if (!upload || upload.bytes.length === 0) throw new Refusal('noFile')
    const rows = await readRowsInThread(upload.bytes)
    const words = { headings: list.headings, kinds: list.kinds, source: list.source(upload.name) }
    const { reforms, leftOut, missing } = readReforms(rows.slice(0, mostRows), words)
    if (missing) throw new Refusal('noReformColumns', { column: list.columns[missing] })
    const judged: ReformPreview['reforms'] = []
    for (const one of reforms) judged.push(await judge(db, one))
    return { reforms: judged, leftOut: leftOut.map(({ line, why, text }) => ({ line, why: list.leftOut[why](text) })) }
  },
  async withdrawReform({ id }, { db, actor, today, record, fact }) {
    const row = (await reformStore(db).get(id))!
    if (row.withdrawn_at) throw new Refusal('reformWithdrawn')
    await reformStore(db).withdraw(row.number)
    await record({ before: { title: row.title, day: row.day } })
    await fact({ kind: 'reform.withdrawn', organisation: actor.organisation!, object: id, day: today })
    return {}
  },
}

/** Each by itself: what one of them needs another may bring, which shows only when they are recorded together. */
async function judge(db: Database, { input, lines }: ReadReform): Promise<ReformPreview['reforms'][number]> {
  const plain = () => reformTexts.title(input.kind, namesOf(input, 'before'), namesOf(input, 'after'), input.day)
  try {
    const { title, there } = await meantBy(db, input)
    return { input, lines, title, state: there ? 'there' : 'new', fault: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const words = texts.refusals[error.code as 'areaUnknown']
    return { input, lines, title: plain(), state: 'fault', fault: words(error.detail) }
  }
}
const namesOf = (input: ReformInput, side: 'before' | 'after') => [
  ...new Set(input.parts.map((part) => part[side].name ?? part[side].key)),
]
