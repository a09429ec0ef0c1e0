// All errors of a form in one place. It takes the focus when it appears, and leads to each field.
import { useEffect, useRef, useState } from 'react'
import { Icon } from './Icon.tsx'
import type { Loose } from './props.ts'
import { texts } from './texts.de.ts'

export type FieldError = { text: string } & Loose<{ field: string }>

export function ErrorSummary({ errors, title }: { errors: FieldError[] } & Loose<{ title: string }>) {
  const box = useRef<HTMLDivElement>(null)
  const words = errors.map((error) => error.text).join('\n')
  useEffect(() => {
    if (words) box.current?.focus()
  }, [words])
  if (errors.length === 0) return null
  return (
    <div ref={box} className="ns-notice ns-tone--danger ns-error-summary" role="alert" tabIndex={-1}>
      <Icon name="danger" label={texts.page.tone.danger} className="ns-notice__icon" />
      <div className="ns-notice__body">
        <p className="ns-notice__title">{title ?? texts.form.errors(errors.length)}</p>
        <p className="ns-notice__text">{texts.form.errorsHint}</p>
        <ul className="ns-error-summary__list">
          {errors.map((error) => (
            <li key={`${error.field ?? ''}${error.text}`}>
              {error.field ? <FieldLink field={error.field} text={error.text} /> : error.text}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function FieldLink({ field, text }: { field: string; text: string }) {
  // The same sentence may be true of two fields; the label says of which.
  const [label, setLabel] = useState('')
  useEffect(() => {
    const target = document.getElementById(fieldId(field))
    if (
      target instanceof HTMLInputElement ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement
    )
      setLabel(target.labels?.[0]?.textContent?.trim() ?? '')
  }, [field])
  return (
    <a
      className="ns-link"
      href={`#${fieldId(field)}`}
      onClick={(event) => {
        event.preventDefault()
        const target = document.getElementById(fieldId(field))
        target?.scrollIntoView({ block: 'center' })
        target?.focus()
      }}
    >
      {label ? `${label}: ${text}` : text}
    </a>
  )
}

/** The id of a field in the page, from its name. */
export const fieldId = (name: string) => `feld-${name}`
