// Finds one of many by typing. The list itself is react-aria's and comes in its own chunk, asked for when this is loaded.
import { lazy, Suspense } from 'react'
import { FieldFrame, type FieldProps, useField } from './Field.tsx'
import type { Loose, Text } from './props.ts'

export type Option = { id: string; label: string } & Loose<{ note: Text }>
export type ComboboxProps = FieldProps & { value: Option | null; onChange: (option: Option | null) => void } & Loose<{
    options: readonly Option[]
    load: (query: string, signal: AbortSignal) => Promise<readonly Option[]>
    placeholder: string
  }>

const arriving = import('./ComboboxList.tsx')
const ComboboxList = lazy(() => arriving.then((part) => ({ default: part.ComboboxList })))

export function Combobox(props: ComboboxProps) {
  return (
    <Suspense fallback={<Waiting {...props} />}>
      <ComboboxList {...props} />
    </Suspense>
  )
}

function Waiting(props: ComboboxProps) {
  const parts = useField(props)
  return (
    <FieldFrame field={props} parts={parts}>
      <input {...parts.control} readOnly className="kern-form-input__input" value={props.value?.label ?? ''} />
    </FieldFrame>
  )
}
