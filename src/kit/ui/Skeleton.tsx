// Shows the shape of what comes, and only after 300 ms, so that quick pages never flicker.
import { useEffect, useState } from 'react'
import { cls, type Loose } from './props.ts'
import { texts } from './texts.de.ts'

const delay = 300

export function Skeleton({
  shape = 'text',
  lines = 4,
}: Loose<{ shape: 'page' | 'text' | 'table' | 'cards'; lines: number }>) {
  const [shown, show] = useState(false)
  useEffect(() => {
    const timer = window.setTimeout(() => show(true), delay)
    return () => window.clearTimeout(timer)
  }, [])
  const bars = Array.from({ length: lines }, (_, index) => `bar-${index}`)
  return (
    <div className={cls('ns-skeleton', `ns-skeleton--${shape}`, shown && 'ns-skeleton--shown')} role="status">
      <span className="ns-spoken">{shown ? texts.page.loading : ''}</span>
      {shown && shape === 'page' ? <span className="ns-skeleton__bar ns-skeleton__title" /> : null}
      {shown ? bars.map((bar) => <span key={bar} className="ns-skeleton__bar" />) : null}
    </div>
  )
}
