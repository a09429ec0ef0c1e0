// Fields that belong together under one question.
import type { ReactNode } from 'react'
import { FieldFault, FieldHint } from './Field.tsx'
import { cls, type Loose, type Text } from './props.ts'

type Props = { legend: ReactNode; children: ReactNode } & Loose<{
  hint: Text
  error: string
  id: string
  inline: boolean
  group: 'group' | 'radiogroup'
}>

export function Fieldset({ legend, hint, error, id, inline, group, children }: Props) {
  const described = [id && hint ? `${id}-hint` : '', id && error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <fieldset
      className={cls('kern-fieldset ns-fieldset', error && 'kern-fieldset--error')}
      {...(group === 'radiogroup' ? { role: 'radiogroup' } : {})}
      {...(described ? { 'aria-describedby': described } : {})}
      {...(group === 'radiogroup' && error ? { 'aria-invalid': true } : {})}
    >
      <legend className="kern-label">{legend}</legend>
      {id ? <FieldHint id={id} hint={hint} /> : hint ? <div className="kern-hint ns-field__hint">{hint}</div> : null}
      <div className={cls('ns-fieldset__body', inline && 'ns-fieldset__body--inline')}>{children}</div>
      {id ? <FieldFault id={id} error={error} /> : null}
    </fieldset>
  )
}
