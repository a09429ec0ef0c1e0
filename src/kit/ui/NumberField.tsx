// Numbers as they are written in Germany: "1.234,5" is read, shown tidily after leaving, and posted as 1234.5.
import { useState } from 'react'
import { FieldFrame, type FieldProps, useField } from './Field.tsx'
import { formatNumber } from './format.ts'
import { readNumber } from './german-input.ts'
import { cls, type Loose } from './props.ts'
import { texts } from './texts.de.ts'

type Props = FieldProps &
  Loose<{
    value: number | null
    defaultValue: number | null
    onChange: (value: number | null) => void
    unit: string
    decimals: number
    min: number
    max: number
  }>

export function NumberField(props: Props) {
  const { name, value, defaultValue, onChange, unit, decimals, min, max } = props
  const tidy = (number: number | null | undefined) =>
    number === null || number === undefined
      ? ''
      : // Many places are an allowance, not a precision: 400 stays 400.
        decimals !== undefined && decimals > 3
        ? number.toLocaleString('de-DE', { maximumFractionDigits: decimals })
        : formatNumber(number, decimals)
  const [text, setText] = useState(tidy(value === undefined ? defaultValue : value))
  const [seen, setSeen] = useState(value)
  const [left, setLeft] = useState(false)
  const read = readNumber(text)
  if (value !== undefined && value !== seen) {
    setSeen(value)
    if (value !== (read ?? null)) setText(tidy(value))
  }
  const parts = useField(props, left ? faultOf(read, min, max, decimals) : undefined)
  const change = (next: string) => {
    setText(next)
    setLeft(false)
    const number = readNumber(next) ?? null
    setSeen(number)
    onChange?.(number)
  }
  return (
    <FieldFrame field={props} parts={parts}>
      <div className="ns-line ns-line--s">
        <input
          {...parts.control}
          inputMode="decimal"
          autoComplete="off"
          className={cls('kern-form-input__input ns-number', parts.error && 'kern-form-input__input--error')}
          value={text}
          onChange={(event) => change(event.target.value)}
          onBlur={() => {
            setLeft(true)
            if (typeof read === 'number') setText(tidy(read))
          }}
        />
        {unit ? <span className="ns-line__fix">{unit}</span> : null}
        <input type="hidden" name={name} value={read === undefined ? text : (read ?? '')} />
      </div>
    </FieldFrame>
  )
}

function faultOf(read: number | null | undefined, min?: number, max?: number, decimals?: number): string | undefined {
  if (read === undefined) return texts.form.number
  if (read === null) return undefined
  if (min !== undefined && read < min) return texts.form.numberMin(formatNumber(min, decimals))
  return max !== undefined && read > max ? texts.form.numberMax(formatNumber(max, decimals)) : undefined
}
