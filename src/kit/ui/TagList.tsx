// Chosen or given words in a row, each of which may lead somewhere or be taken away.
import { Icon } from './Icon.tsx'
import { A } from './Link.tsx'
import type { Loose } from './props.ts'
import { texts } from './texts.de.ts'

type Tag = { label: string } & Loose<{ to: string; onRemove: () => void }>

export function TagList({ tags, label }: { tags: Tag[]; label: string }) {
  return (
    <ul className="ns-tags" aria-label={label}>
      {tags.map((tag) => (
        <li key={tag.label} className="ns-tag">
          {tag.to ? <A to={tag.to}>{tag.label}</A> : tag.label}
          {tag.onRemove ? (
            <button type="button" className="ns-tag__remove" onClick={tag.onRemove}>
              <Icon name="close" size="s" label={texts.page.remove(tag.label)} />
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
