// Everything by keyboard: Ctrl K opens one line in which one searches and acts.
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import { useNavigateTo } from './Link.tsx'
import type { Loose } from './props.ts'
import { texts } from './texts.de.ts'

export type CommandItem = { id: string; label: string } & Loose<{
  note: string
  icon: IconName
  to: string
  onAction: () => void
  keywords: string
}>
export type CommandGroup = { label: string; items: readonly CommandItem[] }

type Props = { open: boolean; onOpenChange: (open: boolean) => void; groups: readonly CommandGroup[] } & Loose<{
  search: (query: string, signal: AbortSignal) => Promise<readonly CommandGroup[]>
}>

export function useCommandKey(open: () => void) {
  const latest = useRef(open)
  latest.current = open
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

export function CommandPalette(props: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (props.open && !element?.open) element?.showModal()
    if (!props.open && element?.open) element.close()
  }, [props.open])
  return (
    <dialog
      ref={dialog}
      className="ns-command"
      aria-label={texts.command.title}
      onClose={() => props.onOpenChange(false)}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) props.onOpenChange(false)
      }}
    >
      {props.open ? <Palette {...props} /> : null}
    </dialog>
  )
}

const matches = (item: CommandItem, words: string[]) => {
  const text = `${item.label} ${item.note ?? ''} ${item.keywords ?? ''}`.toLocaleLowerCase('de')
  return words.every((word) => text.includes(word))
}

function Palette({ groups, search, onOpenChange }: Props) {
  const id = useId()
  const navigate = useNavigateTo()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const found = useFound(search, query)
  const words = query.toLocaleLowerCase('de').split(/\s+/).filter(Boolean)
  const own = groups.map((group) => ({ ...group, items: group.items.filter((item) => matches(item, words)) }))
  const shown = [...own, ...found].filter((group) => group.items.length > 0)
  const flat = shown.flatMap((group) => group.items)
  const chosen = flat[Math.min(at, flat.length - 1)]
  const run = (item: CommandItem | undefined) => {
    if (!item) return
    onOpenChange(false)
    if (item.to) navigate(item.to)
    item.onAction?.()
  }
  const press = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1 }
    const step = steps[event.key]
    if (event.key === 'Enter') run(chosen)
    else if (step !== undefined && flat.length > 0) setAt((step + flat.length) % flat.length)
    else return
    event.preventDefault()
  }
  useEffect(() => {
    if (chosen) document.getElementById(`${id}-${chosen.id}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen, id])
  return (
    <>
      <div className="ns-command__line">
        <Icon name="search" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the palette was opened to type into it
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen ? `${id}-${chosen.id}` : undefined}
          aria-label={texts.command.placeholder}
          placeholder={texts.command.placeholder}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setAt(0)
          }}
          onKeyDown={press}
        />
      </div>
      <div role="listbox" id={`${id}-list`} aria-label={texts.command.title} className="ns-command__list" tabIndex={-1}>
        {shown.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: groups of a listbox
          <div key={group.label} role="group" aria-label={group.label}>
            <p className="ns-menu__heading" aria-hidden="true">
              {group.label}
            </p>
            {group.items.map((item) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the line above (aria-activedescendant)
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the line above
              <div
                key={item.id}
                id={`${id}-${item.id}`}
                role="option"
                aria-selected={item === chosen}
                className="ns-command__item"
                onClick={() => run(item)}
              >
                {item.icon ? <Icon name={item.icon} /> : null}
                <span>{item.label}</span>
                {item.note ? <span className="ns-menu__note">{item.note}</span> : null}
              </div>
            ))}
          </div>
        ))}
      </div>
      {flat.length === 0 ? <p className="ns-command__none">{texts.command.none(query)}</p> : null}
      <p className="ns-spoken" role="status">
        {query ? texts.command.results(flat.length) : ''}
      </p>
      <p className="ns-command__keys">{texts.command.keys}</p>
    </>
  )
}

const pause = 150

function useFound(search: Props['search'], query: string): readonly CommandGroup[] {
  const [found, setFound] = useState<readonly CommandGroup[]>([])
  useEffect(() => {
    if (!search || query.trim().length < 2) {
      setFound([])
      return
    }
    const stop = new AbortController()
    const timer = window.setTimeout(() => {
      search(query, stop.signal).then(
        (groups) => stop.signal.aborted || setFound(groups),
        () => stop.signal.aborted || setFound([]),
      )
    }, pause)
    return () => {
      window.clearTimeout(timer)
      stop.abort()
    }
  }, [search, query])
  return found
}
