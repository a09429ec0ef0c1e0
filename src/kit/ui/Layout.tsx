// Distances and columns, so that screens need no style sheets of their own.
import { type CSSProperties, type ReactNode, useState, useSyncExternalStore } from 'react'
import type { Loose } from './props.ts'
import { texts } from './texts.de.ts'

type Gap = Loose<{ gap: 's' | 'm' | 'l' }>

export function Stack({ gap = 'm', children }: { children: ReactNode } & Gap) {
  return <div className={`ns-stack ns-gap--${gap}`}>{children}</div>
}

export function Cluster({ gap = 's', children }: { children: ReactNode } & Gap) {
  return <div className={`ns-cluster ns-gap--${gap}`}>{children}</div>
}

/** As many columns of at least `min` pixels as fit. */
export function Columns({ min = 280, gap = 'm', children }: { children: ReactNode } & Gap & Loose<{ min: number }>) {
  return (
    <div className={`ns-columns ns-gap--${gap}`} style={{ '--ns-column': `${min}px` } as CSSProperties}>
      {children}
    </div>
  )
}

const narrow = '(max-width: 600px)'
const watchWidth = (changed: () => void) => {
  const media = matchMedia(narrow)
  media.addEventListener('change', changed)
  return () => media.removeEventListener('change', changed)
}

/** `fold`: on a phone the filters wait behind a line, so that the list is seen first; 'always': on every screen. What is chosen shows them at once. */
export function FilterBar({
  children,
  fold,
  chosen,
}: { children: ReactNode } & Loose<{ fold: boolean | 'always'; chosen: boolean }>) {
  const isNarrow = useSyncExternalStore(watchWidth, () => matchMedia(narrow).matches)
  const [open, setOpen] = useState(chosen ?? location.search !== '')
  const bar = <div className="ns-filter-bar">{children}</div>
  if (!fold || (fold !== 'always' && !isNarrow)) return bar
  return (
    <details className="ns-fold" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{texts.filters}</summary>
      {bar}
    </details>
  )
}
