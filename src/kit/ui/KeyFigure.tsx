// One figure large, with everything a number needs beside it.
import type { FigureState } from './figure-state.ts'
import type { Loose, Text } from './props.ts'
import { texts } from './texts.de.ts'
import { ValueText } from './ValueText.tsx'

type Props = { label: string; value: number | null } & Loose<{
  state: FigureState
  unit: string
  period: string
  source: string
  decimals: number
  note: Text
}>

export function KeyFigure({ label, period, source, note, ...figure }: Props) {
  return (
    <div className="ns-key-figure">
      <p className="ns-key-figure__label">{label}</p>
      <p className="ns-key-figure__value">
        <ValueText {...figure} />
      </p>
      <p className="ns-muted ns-small">
        {[period, source ? `${texts.figure.source}: ${source}` : ''].filter(Boolean).join(' · ')}
      </p>
      {note ? <div className="ns-small">{note}</div> : null}
    </div>
  )
}
