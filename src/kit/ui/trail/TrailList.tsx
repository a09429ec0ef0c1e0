// The Datenspur as a list with the same words: for screen readers, for paper, and for whoever prefers reading.
import { A } from '../Link.tsx'
import { texts } from '../texts.de.ts'
import { StationWords } from './StationCard.tsx'
import { type Station, type TrailColumn, type TrailLink, titleOf } from './stations.ts'

type Props = { columns: readonly TrailColumn[]; links: readonly TrailLink[] }

export function TrailList({ columns, links }: Props) {
  const all = columns.flatMap((column) => column.stations)
  const names = new Map(all.map((station) => [station.id, titleOf(station)]))
  const open = new Set(all.filter((station) => station.state === 'open').map((station) => station.id))
  const after = (station: Station) => tiesOf(station, links, 'from', 'to', names)
  return (
    <ol className="ns-trail-list">
      {all.map((station) => (
        <li key={station.id} aria-current={station.current ? 'step' : undefined}>
          <p className="ns-trail-list__stage">
            {texts.trail.stages[station.stage]} · {texts.trail.states[station.state]}
            {station.current ? ` · ${texts.trail.here}` : null}
          </p>
          <h3 className="ns-h3">
            {station.href && station.state !== 'masked' ? <A to={station.href}>{station.title}</A> : titleOf(station)}
          </h3>
          <StationWords station={station} />
          <Ties words={texts.trail.comesFrom} ties={tiesOf(station, links, 'to', 'from', names)} />
          <Ties words={texts.trail.leadsTo} ties={after(station).filter((tie) => !open.has(tie.id))} />
          <Ties words={texts.trail.shallLeadTo} ties={after(station).filter((tie) => open.has(tie.id))} />
        </li>
      ))}
    </ol>
  )
}

type Tie = { id: string; title: string; label: string }

function tiesOf(
  station: Station,
  links: readonly TrailLink[],
  near: 'from' | 'to',
  far: 'from' | 'to',
  names: Map<string, string>,
): Tie[] {
  return links.flatMap((link) => {
    const title = link[near] === station.id ? names.get(link[far]) : undefined
    return title === undefined ? [] : { id: link[far], title, label: link.label }
  })
}

function Ties({ words, ties }: { words: string; ties: Tie[] }) {
  if (ties.length === 0) return null
  return (
    <p className="ns-station__meta">
      {words}: {ties.map((tie) => `${tie.title}${tie.label ? ` (${tie.label})` : ''}`).join('; ')}
    </p>
  )
}
