// Below a list that is longer than a screen should hold: how many of them are shown, and the next ones.
import { Button } from './Button.tsx'
import { formatNumber } from './format.ts'
import { texts } from './texts.de.ts'

type Props = { shown: number; of: number; onMore: () => void }

export function ShownOf({ shown, of, onMore }: Props) {
  if (shown >= of) return null
  return (
    <p role="status">
      {texts.table.shownOf(formatNumber(shown), formatNumber(of))}{' '}
      <Button variant="tertiary" onClick={onMore}>
        {texts.table.showMore}
      </Button>
    </p>
  )
}
