// A table in whatever shape, read as a person says (or as it leaves no choice about). Runs in the reading thread.
import type { LookColumn, TableLook } from '#pure/grid/look.ts'
import type { Plan } from '#pure/grid/plan.ts'
import { type Collected, openCollector } from '#pure/table-file/collect.ts'
import { UnreadableFile } from '#pure/table-file/unreadable.ts'
import { planOf, propose } from '../../rules/mapping.ts'
import type { Extract } from './extract.ts'
import { fromCollected } from './from-collected.ts'
import type { Hints } from './read-file.ts'

/** What a person could mend by saying it otherwise; all else is refused with the file. */
const mendable: readonly UnreadableFile['code'][] = ['contradiction', 'number-style', 'no-rows']

export function planned(
  format: Extract['format'],
  hints: Hints,
  lookAt: () => TableLook,
  read: (plan?: Plan) => Collected,
): Extract {
  if (!hints.wish) return fromCollected(format, read())
  const look = lookAt()
  const mapping = hints.wish.mapping ?? propose(look)
  try {
    return { ...fromCollected(format, read(planOf(mapping))), mapped: { look, mapping, fault: null } }
  } catch (error) {
    if (!(error instanceof UnreadableFile) || !mendable.includes(error.code)) throw error
    const { title, source, licence } = look
    const nothing = fromCollected(format, openCollector().done({ title, source, licence }))
    const { code, line, detail } = error
    return { ...nothing, mapped: { look, mapping, fault: { code, line, detail } } }
  }
}

/** Several sheets or files as one: a column of the same name is the same column. */
export function joinLooks(looks: readonly TableLook[]): TableLook {
  const columns = new Map<string, LookColumn>()
  for (const look of looks)
    for (const column of look.columns) {
      const there = columns.get(column.name)
      if (!there) columns.set(column.name, { ...column, signs: column.signs.map((one) => ({ ...one })) })
      else {
        there.times = [...there.times, ...column.times]
        there.words = [...new Set([...there.words, ...column.words])]
        there.different = Math.max(there.different, there.words.length)
        // A column that is needed in one sheet is one in all; what differs is asked.
        there.role = there.role === column.role ? there.role : null
        there.style =
          there.style === column.style || column.style === null ? there.style : (there.style ?? column.style)
        if (there.style !== null && column.style !== null && there.style !== column.style) there.style = 'mixed'
        for (const sign of column.signs) {
          const own = there.signs.find((one) => one.sign === sign.sign)
          if (own) own.count += sign.count
          else there.signs.push({ ...sign })
        }
      }
    }
  return { ...looks[0]!, columns: [...columns.values()] }
}
