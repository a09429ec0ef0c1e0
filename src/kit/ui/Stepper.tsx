// A way in short steps: where one is, what was said so far (and can be changed), what is left.
import { useEffect, useId, useRef } from 'react'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { A } from './Link.tsx'
import type { Loose, Text } from './props.ts'
import { texts } from './texts.de.ts'

export type Step = { id: string; title: string; state: 'done' | 'current' | 'open' } & Loose<{ to: string }>

/** A way of which each step has only a title and follows from the one before: nobody goes back in it by a link. */
export const stepsOf = (titles: readonly string[], at: number): Step[] =>
  titles.map((title, n) => ({ id: String(n), title, state: n < at ? 'done' : n === at ? 'current' : 'open' }))

export function Stepper({ label, steps, at: id }: { label: string; steps: readonly Step[] } & Loose<{ at: string }>) {
  const now = steps.find(({ state }) => state === 'current')
  const at = steps.findIndex((step) => step.state === 'current') + 1
  return (
    <nav className="ns-stepper" aria-label={label}>
      <p className="ns-stepper__at" id={id}>
        {texts.steps.of(at || steps.length, steps.length)}
        {now ? <span className="ns-spoken">: {now.title}</span> : null}
      </p>
      <ol>
        {steps.map((step, index) => (
          <li
            key={step.id}
            className={`ns-step ns-step--${step.state}`}
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            <span className="ns-step__mark" aria-hidden="true">
              {step.state === 'done' ? <Icon name="check" size="s" /> : index + 1}
            </span>
            {step.to && step.state !== 'current' ? <A to={step.to}>{step.title}</A> : <span>{step.title}</span>}
            <span className="ns-spoken"> ({texts.steps[step.state]})</span>
          </li>
        ))}
      </ol>
    </nav>
  )
}

type WayProps = { title: string; steps: readonly Step[]; children: Text } & Loose<{
  aside: Text
  saved: string
  lead: Text
}>

/** Each step begins at its top, with the focus on the heading: nobody arrives at its end because the one before was long. */
function useBeginning(step: string | undefined) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(step)
  useEffect(() => {
    if (before.current === step) return
    before.current = step
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [step])
  return heading
}

export function GuidedWay({ title, steps, children, aside, saved, lead }: WayProps) {
  const at = useId()
  const heading = useBeginning(steps.find(({ state }) => state === 'current')?.id)
  return (
    <div className="ns-way">
      <div className="ns-way__side">
        <Stepper label={title} steps={steps} at={at} />
        {saved ? (
          <p className="ns-way__saved" role="status">
            <Icon name="check" size="s" /> {saved}
          </p>
        ) : null}
        {aside}
      </div>
      <div className="ns-way__main">
        <h1 className="ns-h1" ref={heading} tabIndex={-1} aria-describedby={at}>
          {title}
        </h1>
        {lead ? <div className="ns-lead">{lead}</div> : null}
        {children}
      </div>
    </div>
  )
}

type Said = { term: string; value: Text } & Loose<{ to: string; onChange: () => void }>

export function StepSummary({ items }: { items: readonly Said[] }) {
  return (
    <dl className="ns-summary">
      {items.map((item) => (
        <div key={item.term}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
          <dd className="ns-summary__change">
            {item.to || item.onChange ? (
              <Button
                variant="tertiary"
                small
                to={item.to}
                onClick={item.onChange}
                aria-label={`${texts.steps.change}: ${item.term}`}
              >
                {texts.steps.change}
              </Button>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
