// Finds one of many by typing (ARIA pattern "combobox with list"). Our own, because react-aria hides the rest of the page from
// screen readers while its list is open, which axe rightly reports, and weighs more than the whole form kit.
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useOptionLines } from './combobox-lines.ts'
import { FieldFrame, type FieldProps, useField } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { cls, type Loose } from './props.ts'
import { texts } from './texts.de.ts'

export type Option = { id: string; label: string } & Loose<{ note: ReactNode }>
export type ComboboxProps = FieldProps & { value: Option | null; onChange: (option: Option | null) => void } & Loose<{
    options: readonly Option[]
    load: (query: string, signal: AbortSignal) => Promise<readonly Option[]>
    placeholder: string
  }>

export function Combobox(props: ComboboxProps) {
  const { name, value, onChange, placeholder } = props
  const parts = useField(props)
  const input = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState(false)
  const [query, setQuery] = useState<string>()
  const [at, setAt] = useState(0)
  const { lines, state } = useOptionLines(props, open, query ?? '')
  const listId = `${parts.id}-list`
  const chosen = lines[Math.min(at, lines.length - 1)]
  const show = () => {
    if (open) return
    setAt(
      Math.max(
        0,
        lines.findIndex((line) => line.id === value?.id),
      ),
    )
    setOpen(true)
  }
  const close = () => {
    setOpen(false)
    setQuery(undefined)
  }
  const choose = (option: Option) => {
    onChange(option)
    close()
    input.current?.focus()
  }
  const type = (text: string) => {
    setQuery(text)
    setAt(0)
    setOpen(true)
    if (text === '' && value) onChange(null)
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      if (!open) show()
      else if (lines.length > 0) setAt((Math.min(at, lines.length - 1) + step + lines.length) % lines.length)
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      if (chosen) choose(chosen)
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      close()
    }
  }
  return (
    <FieldFrame field={props} parts={parts}>
      <div className="ns-line ns-line--full ns-combobox">
        <input
          {...parts.control}
          ref={input}
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-expanded={open}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={open && chosen ? `${listId}-${chosen.id}` : undefined}
          className={cls('kern-form-input__input', parts.error && 'kern-form-input__input--error')}
          placeholder={placeholder}
          value={query ?? value?.label ?? ''}
          onChange={(event) => type(event.target.value)}
          onFocus={(event) => event.target.select()}
          onClick={show}
          onKeyDown={press}
          onBlur={close}
        />
        <Icon name="chevron-down" className="ns-combobox__mark" />
        <input type="hidden" name={name} value={value?.id ?? ''} />
        <OptionList id={listId} label={props.label} open={open} lines={lines} chosen={chosen} onChoose={choose}>
          {emptyWords(state, query ?? '')}
        </OptionList>
      </div>
    </FieldFrame>
  )
}

type ListProps = {
  id: string
  label: string
  open: boolean
  lines: readonly Option[]
  chosen: Option | undefined
  onChoose: (option: Option) => void
  children: ReactNode
}

function OptionList({ id, label, open, lines, chosen, onChoose, children }: ListProps) {
  return (
    <div className="ns-listbox-popover" hidden={!open}>
      <div role="listbox" id={id} aria-label={label} className="ns-listbox" tabIndex={-1}>
        {lines.map((option) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field (aria-activedescendant)
          <div
            key={option.id}
            id={`${id}-${option.id}`}
            ref={(element) => {
              if (open && option === chosen) element?.scrollIntoView({ block: 'nearest' })
            }}
            role="option"
            aria-selected={option === chosen}
            className="ns-listbox__item"
            onPointerDown={(event) => {
              event.preventDefault()
              onChoose(option)
            }}
          >
            {option.label}
            {option.note ? <span className="ns-menu__note">{option.note}</span> : null}
          </div>
        ))}
      </div>
      <p className="ns-listbox__empty" role="status">
        {open && lines.length === 0 ? children : null}
      </p>
    </div>
  )
}

function emptyWords(state: 'ready' | 'searching' | 'failed', query: string) {
  if (state === 'searching') return texts.form.searching
  if (state === 'failed') return texts.form.searchFailed
  return query ? texts.form.noMatch : texts.form.typeToSearch
}
