// The Datenspur, the signature picture: a way of cards from the survey to its effect, so clear that somebody who collected
// figures sees within ten seconds what became of them.
import { useId, useState } from 'react'
import { Button } from '../Button.tsx'
import { Icon } from '../Icon.tsx'
import { cls, type Loose } from '../props.ts'
import { texts } from '../texts.de.ts'
import { columnsOf, type Station, stageStates, summaryOf, type TrailLink } from './stations.ts'
import { TrailList } from './TrailList.tsx'
import { TrailPicture } from './TrailPicture.tsx'

export type { Station, StationState, TrailLink, TrailStage } from './stations.ts'

type View = 'picture' | 'list'
type Props = { stations: readonly Station[]; links: readonly TrailLink[] } & Loose<{
  title: string
  view: View
  onView: (view: View) => void
}>

export function TrailPath({ stations, links, title = texts.trail.title, view, onView }: Props) {
  const id = useId()
  const [own, setOwn] = useState<View>('picture')
  const shown = view ?? own
  const columns = columnsOf(stations, links)
  const toggle = () => {
    const next = shown === 'picture' ? 'list' : 'picture'
    setOwn(next)
    onView?.(next)
  }
  return (
    <section className="ns-trail" aria-labelledby={id}>
      <div className="ns-section__head">
        <h2 className="ns-h2" id={id}>
          {title}
        </h2>
        <div className="ns-section__actions">
          <Button small variant="tertiary" icon={shown === 'picture' ? 'list' : 'path'} onClick={toggle}>
            {shown === 'picture' ? texts.trail.asList : texts.trail.asPicture}
          </Button>
        </div>
      </div>
      <p className="ns-trail__summary">{summaryOf(stations)}</p>
      <Ribbon stations={stations} />
      {shown === 'picture' ? <TrailPicture columns={columns} stations={stations} links={links} /> : null}
      <div className={shown === 'list' ? undefined : 'ns-print-only'}>
        <TrailList columns={columns} links={links} />
      </div>
    </section>
  )
}

/** All eight stages at a glance: reached, owed, set aside, not begun. */
function Ribbon({ stations }: { stations: readonly Station[] }) {
  return (
    <ol className="ns-ribbon-stages" aria-label={texts.trail.overview}>
      {stageStates(stations).map(({ stage, state, current }) => (
        <li key={stage} className={cls(`ns-stage ns-stage--${state}`, current && 'ns-stage--current')}>
          <span className="ns-stage__dot" aria-hidden="true">
            {state === 'done' ? (
              <Icon name="check" size="s" />
            ) : state === 'masked' ? (
              <Icon name="lock" size="s" />
            ) : null}
          </span>
          <span className="ns-stage__name">{texts.trail.stages[stage]}</span>
          <span className="ns-spoken">: {state === 'none' ? texts.trail.nothing : texts.trail.states[state]}</span>
        </li>
      ))}
    </ol>
  )
}
