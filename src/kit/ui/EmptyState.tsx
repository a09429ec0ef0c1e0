// An empty list says why it is empty and what comes next; sometimes that is good news.
import { Icon } from './Icon.tsx'
import type { Loose, Text } from './props.ts'

export function EmptyState(props: { title: string } & Loose<{ children: Text; action: Text; good: boolean }>) {
  return (
    <div className="ns-empty">
      <Icon
        name={props.good ? 'success' : 'info'}
        size="l"
        className={props.good ? 'ns-empty__good' : 'ns-empty__icon'}
      />
      <div>
        <p className="ns-empty__title">{props.title}</p>
        {props.children ? <div className="ns-muted">{props.children}</div> : null}
        {props.action ? <div className="ns-empty__action">{props.action}</div> : null}
      </div>
    </div>
  )
}
