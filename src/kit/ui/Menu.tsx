// A button that unfolds actions. Arrow keys, Home, End and first letters walk through it, Escape gives the focus back.
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { type ButtonLook, buttonClass } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'
import { A } from './Link.tsx'
import { usePopover } from './popover.ts'
import { cls, type Loose, type Text } from './props.ts'

export type MenuItem = { label: string } & Loose<{
  onAction: () => void
  to: string
  icon: IconName
  danger: boolean
  disabled: boolean
  note: Text
  checked: boolean
}>

type Props = { label: string; items: MenuItem[] } & ButtonLook &
  Loose<{ face: ReactNode; className: string; heading: string; footer: Text }>

export function Menu({ label, items, face, className, heading, footer, ...look }: Props) {
  const [all, setAll] = useState<HTMLElement[]>([])
  const { id, open, anchor, box, close } = usePopover((element) => {
    const found = [...element.querySelectorAll<HTMLElement>('[role^=menuitem]:not([aria-disabled=true])')]
    setAll(found)
    ;(found.find((item) => item.getAttribute('aria-checked') === 'true') ?? found[0])?.focus()
  })
  const walk = (event: KeyboardEvent) => {
    const at = all.indexOf(document.activeElement as HTMLElement)
    const goal = goalOf(event.key, at, all)
    if (!goal) return
    event.preventDefault()
    goal.focus()
  }
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className={face ? cls('ns-menu-face', className) : buttonClass(look, className)}
        popoverTarget={id}
        aria-haspopup="menu"
        aria-expanded={open}
      >
        {face ?? (
          <>
            {look.icon ? <Icon name={look.icon} /> : null}
            <span className={look.iconOnly ? 'ns-spoken' : 'kern-label'}>{label}</span>
            {look.iconOnly ? null : <Icon name="chevron-down" size="s" />}
          </>
        )}
      </button>
      <div ref={box} id={id} popover="auto" className="ns-popover">
        {heading ? <p className="ns-menu__heading">{heading}</p> : null}
        <div role="menu" tabIndex={-1} aria-label={heading ?? label} className="ns-menu" onKeyDown={walk}>
          {items.map((item) => (
            <MenuLine key={item.label} item={item} close={close} />
          ))}
        </div>
        {footer}
      </div>
    </>
  )
}

function MenuLine({ item, close }: { item: MenuItem; close: () => void }) {
  const shared = {
    className: cls('ns-menu__item', item.danger && 'ns-menu__item--danger'),
    tabIndex: -1,
    'aria-disabled': item.disabled || undefined,
    ...(item.checked === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': item.checked }),
  } as const
  const face = (
    <>
      {item.checked !== undefined ? (
        <Icon name="check" size="s" className={item.checked ? undefined : 'ns-menu__unchecked'} />
      ) : item.icon ? (
        <Icon name={item.icon} />
      ) : null}
      <span className="ns-menu__words">
        {item.label}
        {item.note ? <span className="ns-menu__note">{item.note}</span> : null}
      </span>
    </>
  )
  const act = () => {
    if (item.disabled) return
    close()
    item.onAction?.()
  }
  if (item.to && !item.disabled)
    return (
      <A to={item.to} plain {...shared} onClick={close}>
        {face}
      </A>
    )
  return (
    <button type="button" {...shared} onClick={act}>
      {face}
    </button>
  )
}

function goalOf(key: string, at: number, all: HTMLElement[]): HTMLElement | undefined {
  const last = all.length - 1
  if (key === 'ArrowDown') return all[at >= last ? 0 : at + 1]
  if (key === 'ArrowUp') return all[at <= 0 ? last : at - 1]
  if (key === 'Home') return all[0]
  if (key === 'End') return all[last]
  if (key.length !== 1) return undefined
  const order = [...all.slice(at + 1), ...all.slice(0, at + 1)]
  return order.find((item) => item.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()))
}
