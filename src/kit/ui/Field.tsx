// What every field has: label, hint, error and the mark "(freiwillig)". Errors also come from the form around it, by name.
import { createContext, type ReactNode, useContext } from 'react'
import { fieldId } from './ErrorSummary.tsx'
import { Icon } from './Icon.tsx'
import { cls, type Loose, type Text } from './props.ts'
import { texts } from './texts.de.ts'

export type FieldProps = { name: string; label: string } & Loose<{
  hint: Text
  error: string
  optional: boolean
  disabled: boolean
  id: string
}>

export const FormState = createContext<{ errors: Readonly<Record<string, string>>; busy: boolean }>({
  errors: {},
  busy: false,
})

export type FieldParts = {
  id: string
  error: string | undefined
  /** What the control itself wears. */
  control: {
    id: string
    'aria-describedby': string | undefined
    'aria-invalid': true | undefined
    'aria-required': true | undefined
    disabled: boolean | undefined
  }
}

export function useField(props: FieldProps, ownError?: string): FieldParts {
  const form = useContext(FormState)
  const id = props.id ?? fieldId(props.name)
  const error = props.error ?? ownError ?? form.errors[props.name]
  const described = [props.hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return {
    id,
    error,
    control: {
      id,
      'aria-describedby': described || undefined,
      'aria-invalid': error ? true : undefined,
      'aria-required': props.optional ? undefined : true,
      disabled: props.disabled || undefined,
    },
  }
}

type FrameProps = { field: FieldProps; parts: FieldParts; children: ReactNode } & Loose<{ after: ReactNode }>

export function FieldFrame({ field, parts, children, after }: FrameProps) {
  return (
    <div className={cls('kern-form-input ns-field', parts.error && 'kern-form-input--error')}>
      <label className="kern-label" htmlFor={parts.id} id={`${parts.id}-label`}>
        <FieldLabel field={field} />
      </label>
      <FieldHint id={parts.id} hint={field.hint} />
      {children}
      {after}
      <FieldFault id={parts.id} error={parts.error} />
    </div>
  )
}

export function FieldLabel({ field }: { field: Pick<FieldProps, 'label' | 'optional'> }) {
  return (
    <>
      {field.label}
      {field.optional ? <span className="kern-label__optional"> {texts.form.optional}</span> : null}
    </>
  )
}

export function FieldHint({ id, hint }: { id: string; hint: Text }) {
  return hint ? (
    <div className="kern-hint ns-field__hint" id={`${id}-hint`}>
      {hint}
    </div>
  ) : null
}

export function FieldFault({ id, error }: { id: string; error: string | undefined }) {
  return error ? (
    <p className="kern-error ns-field__error" id={`${id}-error`}>
      <Icon name="danger" size="s" label={texts.form.error} />
      <span>{error}</span>
    </p>
  ) : null
}
