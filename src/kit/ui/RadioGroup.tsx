// One of a few, all visible at once.
import { useState } from 'react'
import { type ChoiceLine, ChoiceRow } from './Checkbox.tsx'
import { FieldLabel, type FieldProps, useField } from './Field.tsx'
import { Fieldset } from './Fieldset.tsx'
import type { Loose } from './props.ts'

type Props = FieldProps & { options: readonly ChoiceLine[] } & Loose<{
    value: string
    defaultValue: string
    onChange: (value: string) => void
    inline: boolean
  }>

export function RadioGroup(props: Props) {
  const parts = useField(props)
  const [own, setOwn] = useState(props.defaultValue)
  const chosen = props.value ?? own
  return (
    <Fieldset
      legend={<FieldLabel field={props} />}
      hint={props.hint}
      error={parts.error}
      id={parts.id}
      inline={props.inline}
      group="radiogroup"
    >
      {props.options.map((option, index) => (
        <ChoiceRow
          key={option.value}
          kind="radio"
          id={index === 0 ? parts.id : `${parts.id}-${option.value}`}
          name={props.name}
          option={option}
          checked={chosen === option.value}
          disabled={props.disabled || option.disabled}
          onChange={() => {
            setOwn(option.value)
            props.onChange?.(option.value)
          }}
        />
      ))}
    </Fieldset>
  )
}
