// How often each mark stands in a table, as sign and words.
import { signOf, wordsOf } from '#kit/ui/figure-state.ts'
import { formatNumber } from '#kit/ui/format.ts'
import type { States } from '../contract/import.ts'
import { Mark } from '../contract/shapes.ts'

export function StateCounts({ states }: { states: States }) {
  const some = Mark.options.filter((mark) => states[mark] > 0)
  if (some.length === 0) return <span>{formatNumber(0)}</span>
  return (
    <span>{some.map((mark) => `${formatNumber(states[mark])} × ${signOf(mark)} ${wordsOf(mark)}`).join(', ')}</span>
  )
}
