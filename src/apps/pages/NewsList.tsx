// What is new, one sentence each: who, for whom, what, where to read it.
import type { NewsItem } from '#kit/journal/contract.ts'
import { formatInstant } from '#kit/ui/format.ts'
import { ObjectLink } from '#kit/web/paths.tsx'
import { sentenceOf } from './verbs.texts.de.ts'

export function NewsList({ items }: { items: readonly NewsItem[] }) {
  return (
    <ul className="ns-news">
      {items.map((item) => (
        <li key={item.number}>
          <ObjectLink kind={item.kind} id={item.object}>
            {item.title}
          </ObjectLink>
          {' – '}
          {sentenceOf(item.verb)}
          {item.organisation ? ` · ${item.organisation}` : ''}
          {` · ${formatInstant(item.at)}`}
        </li>
      ))}
    </ul>
  )
}
