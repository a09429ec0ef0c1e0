// What the catalogue knows of the figures of a table, and by what its shape is known again.
import { createHash } from 'node:crypto'
import type { Database } from '#kit/db/database.ts'
import type { Mapping } from '../../contract/mapping.ts'
import { shapeOf } from '../../rules/mapping.ts'
import { indicatorStore } from '../../store/indicators.ts'
import type { Extract } from './extract.ts'

export const shapeOfFile = (extract: Extract): string =>
  createHash('sha256')
    .update(
      shapeOf(
        extract.format,
        extract.mapped!.look,
        extract.measures.map(({ code }) => code),
      ),
    )
    .digest('hex')

/** A figure that the catalogue has under the very same name or code is proposed; all others are asked. */
export async function proposeFigures(db: Database, extract: Extract, mapping: Mapping): Promise<Mapping> {
  const said = new Set(mapping.measures.map(({ name }) => name))
  const open = extract.measures.filter(({ code }) => !said.has(code))
  if (open.length === 0) return mapping
  const rows = await indicatorStore(db).named(open.flatMap(({ code, label }) => [code, label]))
  return {
    ...mapping,
    measures: [
      ...mapping.measures,
      ...open.flatMap(({ code: name, label }) => {
        const found = rows.filter(({ code, title }) => [name, label].some((one) => one === code || one === title))
        const [only] = found
        return only && found.length === 1
          ? [{ name, as: { use: 'known' as const, code: only.code, on: null, sameUnit: false } }]
          : []
      }),
    ],
  }
}
