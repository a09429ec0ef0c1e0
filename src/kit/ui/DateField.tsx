// A day, typed the German way or chosen in the calendar of the device. Posts ISO, so that nothing has to guess.
import { useRef, useState } from 'react'
import { FieldFrame, type FieldProps, useField } from './Field.tsx'
import { formatDayShort } from './format.ts'
import { readDay } from './german-input.ts'
import { Icon } from './Icon.tsx'
import { cls, type Loose } from './props.ts'
import { texts } from './texts.de.ts'

type Props = FieldProps &
  Loose<{ value: string; defaultValue: string; onChange: (iso: string) => void; min: string; max: string }>

const tidy = (iso: string | undefined) => (iso ? formatDayShort(iso) : '')

export function DateField(props: Props) {
  const { name, value, defaultValue, onChange, min, max } = props
  const [text, setText] = useState(tidy(value ?? defaultValue))
  const [seen, setSeen] = useState(value)
  const [left, setLeft] = useState(false)
  const native = useRef<HTMLInputElement>(null)
  const read = readDay(text)
  if (value !== undefined && value !== seen) {
    setSeen(value)
    if (value !== read) setText(tidy(value))
  }
  const parts = useField({ hint: texts.form.dateHint, ...props }, left ? faultOf(read, min, max) : undefined)
  const change = (next: string) => {
    setText(next)
    setLeft(false)
    const iso = readDay(next) ?? ''
    setSeen(iso)
    onChange?.(iso)
  }
  return (
    <FieldFrame field={{ hint: texts.form.dateHint, ...props }} parts={parts}>
      <div className="ns-line ns-line--s">
        <input
          {...parts.control}
          inputMode="numeric"
          autoComplete="off"
          className={cls('kern-form-input__input', parts.error && 'kern-form-input__input--error')}
          value={text}
          onChange={(event) => change(event.target.value)}
          onBlur={() => {
            setLeft(true)
            if (read) setText(tidy(read))
          }}
        />
        <input type="hidden" name={name} value={read ?? text} />
        <span className="ns-date">
          <button
            type="button"
            className="ns-line__button"
            disabled={props.disabled}
            aria-describedby={`${parts.id}-label`}
            onClick={() => native.current?.showPicker()}
          >
            <Icon name="calendar" label={texts.form.calendar} />
          </button>
          <input
            ref={native}
            type="date"
            className="ns-date__native"
            tabIndex={-1}
            aria-hidden="true"
            value={read ?? ''}
            min={min}
            max={max}
            onChange={(event) => change(tidy(event.target.value))}
          />
        </span>
      </div>
    </FieldFrame>
  )
}

function faultOf(read: string | undefined, min?: string, max?: string): string | undefined {
  if (read === undefined) return texts.form.date
  if (read === '') return undefined
  if (min && read < min) return texts.form.dateMin(formatDayShort(min))
  return max && read > max ? texts.form.dateMax(formatDayShort(max)) : undefined
}
