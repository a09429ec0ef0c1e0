// One of a few known things, with the browser's own list.
import { FieldFrame, type FieldProps, useField } from './Field.tsx'
import { cls, type Loose } from './props.ts'
import { texts } from './texts.de.ts'

export type Choice = { value: string; label: string } & Loose<{ group: string; disabled: boolean }>
type Props = FieldProps & { options: readonly Choice[] } & Loose<{
    value: string
    defaultValue: string
    onChange: (value: string) => void
    emptyLabel: string
  }>

export function Select(props: Props) {
  const { name, options, value, defaultValue, onChange, emptyLabel } = props
  const parts = useField(props)
  const groups = [...new Set(options.map((option) => option.group ?? ''))]
  const needsEmpty = emptyLabel !== undefined || (value ?? defaultValue) === undefined || value === ''
  return (
    <FieldFrame field={props} parts={parts}>
      <div className="kern-form-input__select-wrapper ns-select">
        <select
          {...parts.control}
          name={name}
          className={cls('kern-form-input__select', parts.error && 'kern-form-input__select--error')}
          value={value}
          defaultValue={value === undefined ? (defaultValue ?? '') : undefined}
          onChange={(event) => onChange?.(event.target.value)}
        >
          {needsEmpty ? <option value="">{emptyLabel ?? texts.form.choose}</option> : null}
          {groups.map((group) => {
            const lines = options
              .filter((option) => (option.group ?? '') === group)
              .map((option) => (
                <option key={option.value} value={option.value} disabled={option.disabled}>
                  {option.label}
                </option>
              ))
            return group ? (
              <optgroup key={group} label={group}>
                {lines}
              </optgroup>
            ) : (
              lines
            )
          })}
        </select>
      </div>
    </FieldFrame>
  )
}
