// Long work shows how far it is and can be left or cancelled.
import { useId } from 'react'
import { Button } from './Button.tsx'
import { formatNumber } from './format.ts'
import type { Loose, Text } from './props.ts'
import { texts } from './texts.de.ts'

type Props = { label: string; value: number; max: number } & Loose<{ note: Text; onCancel: () => void }>

export function Progress({ label, value, max, note, onCancel }: Props) {
  const id = useId()
  const count = texts.page.progress(formatNumber(value), formatNumber(max))
  return (
    <div className="ns-progress">
      <div className="ns-progress__line">
        <label htmlFor={id}>{label}</label>
        {/* A label that says the count itself is not followed by it again. */}
        {label.startsWith(count) ? null : <span className="ns-muted">{count}</span>}
      </div>
      <progress id={id} value={value} max={max} className="kern-progress__bar ns-progress__bar" />
      <div className="ns-progress__line">
        <span className="ns-muted ns-small">{note}</span>
        {onCancel ? (
          <Button variant="tertiary" small onClick={onCancel}>
            {texts.page.cancel}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
