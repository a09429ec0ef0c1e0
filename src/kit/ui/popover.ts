// Places a native popover beside the element that opens it and keeps it inside the window; the browser closes it by itself.
import { type RefObject, useCallback, useEffect, useId, useRef, useState } from 'react'

const edge = 8

export type PopoverParts = {
  id: string
  open: boolean
  anchor: RefObject<HTMLButtonElement | null>
  box: RefObject<HTMLDivElement | null>
  close: () => void
}

export function place(anchor: Element, box: HTMLElement, side: 'below' | 'above' = 'below') {
  const from = anchor.getBoundingClientRect()
  const width = box.offsetWidth
  const height = box.offsetHeight
  const left = Math.max(edge, Math.min(from.left, document.documentElement.clientWidth - width - edge))
  const below = from.bottom + 4
  const above = from.top - height - 4
  const fitsBelow = below + height + edge <= window.innerHeight
  const top = side === 'above' ? (above >= edge ? above : below) : fitsBelow || above < edge ? below : above
  box.style.left = `${left}px`
  box.style.top = `${Math.max(edge, top)}px`
}

export function usePopover(onOpen?: (box: HTMLDivElement) => void): PopoverParts {
  const id = useId()
  const anchor = useRef<HTMLButtonElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const opened = useRef(onOpen)
  opened.current = onOpen
  useEffect(() => {
    const element = box.current
    if (!element) return
    const onToggle = (event: Event) => {
      const isOpen = (event as ToggleEvent).newState === 'open'
      setOpen(isOpen)
      if (!isOpen || !anchor.current) return
      place(anchor.current, element)
      opened.current?.(element)
    }
    element.addEventListener('toggle', onToggle)
    return () => element.removeEventListener('toggle', onToggle)
  }, [])
  const close = useCallback(() => {
    if (box.current?.matches(':popover-open')) box.current.hidePopover()
  }, [])
  return { id, open, anchor, box, close }
}
