// Distances and columns, so that screens need no style sheets of their own.
import type { CSSProperties, ReactNode } from 'react'
import type { Loose } from './props.ts'

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

export function FilterBar({ children }: { children: ReactNode }) {
  return <div className="ns-filter-bar">{children}</div>
}
