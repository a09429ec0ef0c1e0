// What is new, one sentence each: who, for whom, what, where to read it. The same done several times in a row is said once.
import type { NewsItem } from '#kit/journal/contract.ts'
import { formatInstant } from '#kit/ui/format.ts'
import { ObjectLink } from '#kit/web/paths.tsx'
import { texts } from './texts.de.ts'
import { sentenceOf } from './verbs.texts.de.ts'

const wordsOf = (item: NewsItem) =>
  `${sentenceOf(item.verb)}${item.organisation ? ` · ${item.organisation}` : ''} · ${formatInstant(item.at)}`

/** Neighbours about the same object with the same words, counted. */
function grouped(items: readonly NewsItem[]): { item: NewsItem; times: number }[] {
  const groups: { item: NewsItem; times: number }[] = []
  for (const item of items) {
    const last = groups.at(-1)
    if (last && last.item.object === item.object && wordsOf(last.item) === wordsOf(item)) last.times += 1
    else groups.push({ item, times: 1 })
  }
  return groups
}

export function NewsList({ items, most }: { items: readonly NewsItem[]; most?: number }) {
  return (
    <ul className="ns-news">
      {grouped(items)
        .slice(0, most)
        .map(({ item, times }) => (
          <li key={item.number}>
            <ObjectLink kind={item.kind} id={item.object}>
              {item.title}
            </ObjectLink>
            {' – '}
            {wordsOf(item)}
            {times > 1 ? ` · ${texts.news.times(times)}` : ''}
          </li>
        ))}
    </ul>
  )
}
