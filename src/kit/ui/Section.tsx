// Parts of a page with a heading, and running text in a readable measure.
import { useId } from 'react'
import type { Loose, Text } from './props.ts'

type Props = { title: string; children: Text } & Loose<{ level: 2 | 3; lead: Text; actions: Text; id: string }>

export function Section({ title, level = 2, lead, actions, id, children }: Props) {
  const own = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className="ns-section" aria-labelledby={id ?? own}>
      <div className="ns-section__head">
        <Heading className={`ns-h${level}`} id={id ?? own}>
          {title}
        </Heading>
        {actions ? <div className="ns-section__actions">{actions}</div> : null}
      </div>
      {lead ? <div className="ns-muted ns-section__lead">{lead}</div> : null}
      {children}
    </section>
  )
}

export function Prose({ children }: { children: Text }) {
  return <div className="ns-prose">{children}</div>
}
