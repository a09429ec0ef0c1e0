// Pages of a long list, with the first, the last and the neighbours.
import { Icon, type IconName } from './Icon.tsx'
import { A } from './Link.tsx'
import type { Loose } from './props.ts'
import { texts } from './texts.de.ts'

type Props = { page: number; pages: number } & Loose<{
  hrefFor: (page: number) => string
  onPage: (page: number) => void
}>

export function Pagination({ page, pages, hrefFor, onPage }: Props) {
  if (pages < 2) return null
  const near = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages)
  const shown = [...new Set(near)]
  const link = (goal: number, words: string, icon?: IconName) => {
    const face = icon ? <Icon name={icon} label={words} /> : words
    const rest = {
      'aria-label': icon ? words : texts.table.page(goal),
      'aria-current': goal === page ? 'page' : undefined,
    } as const
    return hrefFor ? (
      <A to={hrefFor(goal)} plain className="ns-page" {...rest}>
        {face}
      </A>
    ) : (
      <button type="button" className="ns-page" onClick={() => onPage?.(goal)} {...rest}>
        {face}
      </button>
    )
  }
  return (
    <nav className="ns-pagination" aria-label={texts.table.pages}>
      <ul>
        {page > 1 ? <li>{link(page - 1, texts.table.previous, 'chevron-left')}</li> : null}
        {shown.map((one, index) => (
          <li key={one}>
            {index > 0 && one - (shown[index - 1] ?? 0) > 1 ? <span aria-hidden="true">…</span> : null}
            {link(one, String(one))}
          </li>
        ))}
        {page < pages ? <li>{link(page + 1, texts.table.next, 'chevron-right')}</li> : null}
      </ul>
    </nav>
  )
}
