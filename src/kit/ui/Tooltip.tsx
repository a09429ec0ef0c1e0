// A few more words on hover and focus; Escape takes them away. Never the only place where something stands.
import { type FocusEvent, type ReactNode, useId, useRef } from 'react'
import { place } from './popover.ts'

export function Tooltip({ text, children }: { text: string; children: ReactNode }) {
  const id = useId()
  const around = useRef<HTMLSpanElement>(null)
  const tip = useRef<HTMLSpanElement>(null)
  const show = () => {
    const target = around.current?.firstElementChild
    if (!target || !tip.current) return
    target.setAttribute('aria-describedby', id)
    tip.current.showPopover()
    place(target, tip.current, 'above')
  }
  const hide = () => {
    if (tip.current?.matches(':popover-open')) tip.current.hidePopover()
  }
  const leave = (event: FocusEvent) => {
    if (!around.current?.contains(event.relatedTarget)) hide()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens; the element inside is the one that is operated
    <span
      ref={around}
      className="ns-tooltip-around"
      onMouseEnter={show}
      onMouseLeave={hide}
      onFocus={show}
      onBlur={leave}
      onKeyDown={(event) => event.key === 'Escape' && hide()}
    >
      {children}
      <span ref={tip} id={id} role="tooltip" popover="manual" className="ns-tooltip">
        {text}
      </span>
    </span>
  )
}
