// Where one is; the last step is the page itself. On a phone only the step above is shown.
import { Icon } from './Icon.tsx'
import { A } from './Link.tsx'
import type { Loose } from './props.ts'
import { texts } from './texts.de.ts'

export function Breadcrumbs({ items }: { items: ({ label: string } & Loose<{ to: string }>)[] }) {
  return (
    <nav aria-label={texts.frame.breadcrumbs} className="ns-breadcrumbs">
      <ol>
        {items.map((item, index) => (
          <li key={item.label}>
            {index > 0 ? <Icon name="chevron-right" size="s" /> : null}
            {item.to && index < items.length - 1 ? (
              <A to={item.to}>{item.label}</A>
            ) : (
              <span aria-current="page">{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
