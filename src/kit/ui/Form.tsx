// One way to fill in: no bubbles of the browser, all errors in one list that takes the focus, each also at its field.
import { type FormEvent, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { Button, type ButtonProps } from './Button.tsx'
import { ErrorSummary } from './ErrorSummary.tsx'
import { FormState } from './Field.tsx'
import { Notice } from './Notice.tsx'
import type { Loose } from './props.ts'
import { texts } from './texts.de.ts'

type Props = {
  onSubmit: (values: Record<string, string>, data: FormData) => void
  children: ReactNode
} & Loose<{
  errors: Readonly<Record<string, string>>
  fault: string
  busy: boolean
  dirtyGuard: boolean
  id: string
  label: string
}>

export function Form({ onSubmit, children, errors = {}, fault, busy = false, dirtyGuard, id, label }: Props) {
  const [dirty, setDirty] = useState(false)
  const [round, nextRound] = useState(0)
  useLeaveGuard(Boolean(dirtyGuard) && dirty)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const data = new FormData(event.currentTarget)
    nextRound(round + 1)
    setDirty(false)
    onSubmit(valuesOf(data), data)
  }
  const list = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <FormState value={{ errors, busy }}>
      <form className="ns-form" noValidate onSubmit={submit} onChange={() => setDirty(true)} id={id} aria-label={label}>
        {list.length > 0 ? <ErrorSummary key={round} errors={list} /> : null}
        {fault && list.length === 0 ? (
          <Notice tone="danger" title={texts.form.fault} live>
            {fault}
          </Notice>
        ) : null}
        {children}
      </form>
    </FormState>
  )
}

/** Several values of one name become one text with commas; files are found in the form data. */
function valuesOf(data: FormData): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of data)
    if (typeof value === 'string') values[name] = values[name] === undefined ? value : `${values[name]},${value}`
  return values
}

function useLeaveGuard(active: boolean) {
  const on = useRef(active)
  on.current = active
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (on.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])
}

export function SubmitButton({ busy, variant = 'primary', ...rest }: Omit<ButtonProps, 'type' | 'to'>) {
  const form = useContext(FormState)
  return <Button {...rest} type="submit" variant={variant} busy={busy ?? form.busy} />
}
