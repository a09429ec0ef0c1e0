// One station: what, who for whom, when, which version; what is missing shows its duty, what was set aside its reason.
import { InventedMark } from '../Badge.tsx'
import { formatDay } from '../format.ts'
import { Icon, type IconName } from '../Icon.tsx'
import { A } from '../Link.tsx'
import { cls } from '../props.ts'
import { texts } from '../texts.de.ts'
import { type Station, type StationState, titleOf } from './stations.ts'

const icons: Record<StationState, IconName> = { done: 'check', open: 'clock', setAside: 'undo', masked: 'lock' }

export function StationCard({ station }: { station: Station }) {
  const { state, current } = station
  return (
    <div
      className={cls('ns-station', `ns-station--${state}`, current && 'ns-station--current')}
      data-station={station.id}
      tabIndex={-1}
    >
      {current ? <p className="ns-station__here">{texts.trail.here}</p> : null}
      <p className="ns-station__state">
        <Icon name={icons[state]} size="s" />
        <span>
          <strong>{texts.trail.stages[station.stage]}</strong>
          <span className={state === 'done' ? 'ns-spoken' : undefined}> · {texts.trail.states[state]}</span>
        </span>
      </p>
      <h3 className="ns-station__title">
        {station.href && state !== 'masked' ? (
          <A to={station.href} plain className="ns-stretched" aria-current={current ? 'true' : undefined}>
            {station.title}
          </A>
        ) : (
          titleOf(station)
        )}
      </h3>
      <StationWords station={station} />
    </div>
  )
}

/** The same words for the picture and for the list. */
export function StationWords({ station }: { station: Station }) {
  const { duty, reason, version } = station
  if (station.state === 'masked') return <p className="ns-station__what">{texts.trail.maskedAsk(station.whoForWhom)}</p>
  return (
    <>
      {/* A delivery at the stage of deliveries need not be called one twice. */}
      {station.what && station.what !== texts.trail.stages[station.stage] ? (
        <p className="ns-station__what">{station.what}</p>
      ) : null}
      {reason ? (
        <p className="ns-station__reason">
          <strong>{texts.trail.reason}</strong> {reason}
        </p>
      ) : null}
      {duty ? (
        <p className="ns-station__duty">
          {duty.text}{' '}
          <span>
            <strong>{texts.trail.owes}</strong> {duty.owes}
            {duty.due ? `, ${texts.trail.due(formatDay(duty.due))}` : null}
          </span>
        </p>
      ) : null}
      {station.whoForWhom ? <p className="ns-station__meta">{station.whoForWhom}</p> : null}
      {station.when || version ? (
        <p className="ns-station__meta">
          {[station.when, version ? texts.trail.version(version) : ''].filter(Boolean).join(' · ')}
        </p>
      ) : null}
      {station.invented ? (
        <p>
          <InventedMark />
        </p>
      ) : null}
    </>
  )
}
