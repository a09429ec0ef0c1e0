// Lines and paragraphs of text. Passwords can be looked at; long texts grow with what is written.
import { type ComponentProps, useRef, useState } from 'react'
import { FieldFrame, type FieldProps, useField } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { cls, type Loose } from './props.ts'
import { texts } from './texts.de.ts'

type Value = Loose<{
  value: string
  defaultValue: string
  onChange: (text: string) => void
  maxLength: number
  autoComplete: string
  readOnly: boolean
}>
type LineProps = FieldProps &
  Value &
  Loose<{
    type: 'text' | 'email' | 'password' | 'search' | 'tel' | 'url'
    width: 's' | 'm' | 'l' | 'full'
    inputMode: ComponentProps<'input'>['inputMode']
    prefix: string
    suffix: string
    placeholder: string
  }>

export function TextField(props: LineProps) {
  const { name, type = 'text', width = 'full', prefix, suffix, value, defaultValue, onChange, ...rest } = props
  const parts = useField(props)
  const [shown, show] = useState(false)
  return (
    <FieldFrame field={props} parts={parts}>
      <div className={`ns-line ns-line--${width}`}>
        {prefix ? <span className="ns-line__fix">{prefix}</span> : null}
        <input
          {...parts.control}
          name={name}
          type={type === 'password' && shown ? 'text' : type}
          className={cls('kern-form-input__input', parts.error && 'kern-form-input__input--error')}
          value={value}
          defaultValue={value === undefined ? defaultValue : undefined}
          onChange={(event) => onChange?.(event.target.value)}
          maxLength={rest.maxLength}
          autoComplete={rest.autoComplete}
          inputMode={rest.inputMode}
          readOnly={rest.readOnly}
          placeholder={rest.placeholder}
          spellCheck={type === 'text' ? undefined : false}
        />
        {suffix ? <span className="ns-line__fix">{suffix}</span> : null}
        {type === 'password' ? (
          <button type="button" className="ns-line__button" aria-pressed={shown} onClick={() => show(!shown)}>
            <Icon name={shown ? 'eye-off' : 'eye'} label={shown ? texts.form.hidePassword : texts.form.showPassword} />
          </button>
        ) : null}
      </div>
    </FieldFrame>
  )
}

export function TextArea(props: FieldProps & Value & Loose<{ rows: number; placeholder: string }>) {
  const { name, rows = 4, value, defaultValue, onChange, maxLength } = props
  const parts = useField(props)
  const [length, setLength] = useState((value ?? defaultValue ?? '').length)
  const timer = useRef(0)
  const [spoken, speak] = useState('')
  const left = maxLength === undefined ? undefined : maxLength - (value?.length ?? length)
  const change = (text: string) => {
    setLength(text.length)
    onChange?.(text)
    if (maxLength === undefined) return
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => speak(leftWords(maxLength - text.length)), 1000)
  }
  const counter =
    left === undefined ? null : (
      <p className={cls('ns-field__count', left < 0 && 'ns-field__count--over')}>
        <span aria-hidden="true">{leftWords(left)}</span>
        <span className="ns-spoken" aria-live="polite">
          {spoken}
        </span>
      </p>
    )
  return (
    <FieldFrame field={props} parts={parts} after={counter}>
      <textarea
        {...parts.control}
        name={name}
        rows={rows}
        className={cls('kern-form-input__input ns-textarea', parts.error && 'kern-form-input__input--error')}
        value={value}
        defaultValue={value === undefined ? defaultValue : undefined}
        onChange={(event) => change(event.target.value)}
        readOnly={props.readOnly}
        placeholder={props.placeholder}
      />
    </FieldFrame>
  )
}

const leftWords = (left: number) => (left < 0 ? texts.form.over(-left) : texts.form.left(left))
