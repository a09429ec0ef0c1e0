// Yes or no, and several of a few.
import { useState } from 'react'
import { FieldFault, FieldHint, FieldLabel, type FieldProps, useField } from './Field.tsx'
import { Fieldset } from './Fieldset.tsx'
import { cls, type Loose, type Text } from './props.ts'

type Props = FieldProps & Loose<{ checked: boolean; defaultChecked: boolean; onChange: (checked: boolean) => void }>

export function Checkbox(props: Props) {
  const parts = useField({ optional: true, ...props })
  return (
    <div className={cls('ns-field', parts.error && 'kern-form-check--error')}>
      <div className="kern-form-check ns-check">
        <input
          {...parts.control}
          type="checkbox"
          name={props.name}
          className={cls('kern-form-check__checkbox', parts.error && 'kern-form-check__checkbox--error')}
          checked={props.checked}
          defaultChecked={props.checked === undefined ? props.defaultChecked : undefined}
          onChange={(event) => props.onChange?.(event.target.checked)}
        />
        <label className="kern-label" htmlFor={parts.id}>
          <FieldLabel field={props} />
        </label>
      </div>
      <div className="ns-check__more">
        <FieldHint id={parts.id} hint={props.hint} />
        <FieldFault id={parts.id} error={parts.error} />
      </div>
    </div>
  )
}

export type ChoiceLine = { value: string; label: string } & Loose<{ hint: Text; disabled: boolean }>
type GroupProps = FieldProps & { options: readonly ChoiceLine[] } & Loose<{
    values: readonly string[]
    defaultValues: readonly string[]
    onChange: (values: string[]) => void
    inline: boolean
  }>

export function CheckboxGroup(props: GroupProps) {
  const parts = useField(props)
  const [own, setOwn] = useState<readonly string[]>(props.defaultValues ?? [])
  const chosen = props.values ?? own
  const toggle = (value: string, on: boolean) => {
    const next = props.options
      .map((option) => option.value)
      .filter((one) => (one === value ? on : chosen.includes(one)))
    setOwn(next)
    props.onChange?.(next)
  }
  return (
    <Fieldset
      legend={<FieldLabel field={props} />}
      hint={props.hint}
      error={parts.error}
      id={parts.id}
      inline={props.inline}
    >
      {props.options.map((option, index) => (
        <ChoiceRow
          key={option.value}
          kind="checkbox"
          id={index === 0 ? parts.id : `${parts.id}-${option.value}`}
          name={props.name}
          option={option}
          checked={chosen.includes(option.value)}
          onChange={(on) => toggle(option.value, on)}
          disabled={props.disabled || option.disabled}
        />
      ))}
    </Fieldset>
  )
}

type RowProps = {
  kind: 'checkbox' | 'radio'
  id: string
  name: string
  option: ChoiceLine
  checked: boolean
  onChange: (on: boolean) => void
} & Loose<{ disabled: boolean }>

export function ChoiceRow({ kind, id, name, option, checked, onChange, disabled }: RowProps) {
  return (
    <div className="kern-form-check ns-check">
      <input
        type={kind}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        disabled={disabled}
        className={`kern-form-check__${kind}`}
        aria-describedby={option.hint ? `${id}-more` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <div>
        <label className="kern-label" htmlFor={id}>
          {option.label}
        </label>
        {option.hint ? (
          <div className="ns-muted ns-small" id={`${id}-more`}>
            {option.hint}
          </div>
        ) : null}
      </div>
    </div>
  )
}
