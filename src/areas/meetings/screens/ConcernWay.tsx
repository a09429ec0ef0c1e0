// What became of a concern, step by step, in the words of whoever sent it; the last step is how it stands.
import { Badge } from '#kit/ui/Badge.tsx'
import type { Way } from '../contract/concerns.ts'
import { type ImpulseState, stateOf, stepsOf } from '../rules/impulses.ts'
import { concernTexts as t } from '../texts/concerns.de.ts'

const tones = {
  waiting: 'info',
  received: 'info',
  bundled: 'info',
  inGroup: 'info',
  onAgenda: 'info',
  unfinished: 'warning',
  decided: 'info',
  released: 'success',
  inMeasure: 'success',
  realised: 'success',
  closed: 'neutral',
} as const satisfies Record<ImpulseState, string>

export function impulseBadge(way: Way) {
  const state = stateOf(way)
  return { label: t.states[state], tone: tones[state] }
}

export function ImpulseBadge({ way }: { way: Way }) {
  const { label, tone } = impulseBadge(way)
  return <Badge tone={tone}>{label}</Badge>
}

export function ConcernWay({ way }: { way: Way }) {
  return (
    <div className="ns-timeline">
      <ol>
        {stepsOf(way).map((step) => (
          <li key={`${step.state} ${step.day} ${step.what}`} className={`ns-tone--${tones[step.state]}`}>
            <p className="ns-timeline__what">{t.stepWords(step)}</p>
            <p className="ns-timeline__meta">{t.stepDay(step.day)}</p>
          </li>
        ))}
      </ol>
    </div>
  )
}
