// A number never stands alone: sign of its state with spoken and hover text, unit, period and source travel with it.
import { type FigureState, figureWords, signOf, unitBehind, wordsOf } from './figure-state.ts'
import { formatNumber } from './format.ts'
import { cls, type Loose } from './props.ts'
import { texts } from './texts.de.ts'

type Props = { value: number | null } & Loose<{
  state: FigureState
  unit: string
  period: string
  decimals: number
  source: string
}>

export function ValueText({ value, state, unit, period, decimals, source }: Props) {
  const shown =
    value === null ? (state ? signOf(state) : texts.figure.states.unknown.sign) : formatNumber(value, decimals)
  const spoken = [figureWords({ value, state }, unit, decimals), period].filter(Boolean).join(', ')
  const title = [
    state ? `${signOf(state)} ${wordsOf(state)}` : value === null ? texts.figure.none : '',
    source ? `${texts.figure.source}: ${source}` : '',
  ]
    .filter(Boolean)
    .join('\n')
  return (
    <span className={cls('ns-value', value === null && 'ns-value--state')} {...(title ? { title } : {})}>
      <span aria-hidden="true">
        <span className="ns-value__number">{shown}</span>
        {value !== null && state ? <sup className="ns-value__sign">{signOf(state)}</sup> : null}
        {unitBehind(unit) && value !== null ? <span className="ns-value__unit"> {unitBehind(unit)}</span> : null}
        {period ? <span className="ns-value__period"> {period}</span> : null}
      </span>
      <span className="ns-spoken">{spoken}</span>
    </span>
  )
}
