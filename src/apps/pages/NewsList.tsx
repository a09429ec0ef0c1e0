// What is new, one sentence each: who, for whom, what, where to read it. What reads the same is said once.
import type { NewsItem } from '#kit/journal/contract.ts'
import { formatInstant } from '#kit/ui/format.ts'
import { ObjectLink } from '#kit/web/paths.tsx'
import { texts } from './texts.de.ts'
import { sentenceOf } from './verbs.texts.de.ts'

const wordsOf = (item: NewsItem) =>
  `${sentenceOf(item.verb)}${item.organisation ? ` · ${item.organisation}` : ''} · ${formatInstant(item.at)}`

/** What reads the same is said once and counted, also where it happened to several things of one name. */
function grouped(items: readonly NewsItem[]): { item: NewsItem; times: number }[] {
  const groups = new Map<string, { item: NewsItem; times: number }>()
  for (const item of items) {
    const sentence = `${item.title} ${wordsOf(item)}`
    const group = groups.get(sentence)
    if (group) group.times += 1
    else groups.set(sentence, { item, times: 1 })
  }
  return [...groups.values()]
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
