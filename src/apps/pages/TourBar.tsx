// The guided tour: one sentence at a time, beside the real screen it is about.
import { useNavigate } from '@tanstack/react-router'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { useSession } from '#kit/web/session.tsx'
import { texts } from './tour.texts.de.ts'
import { setTourStep, useTour, useTourStep } from './tour.ts'
import './tour.css'

export function TourBar() {
  const { installation } = useSession()
  const step = useTourStep()
  const tour = useTour(installation.demo && step !== null)
  const navigate = useNavigate()
  const now = step === null ? undefined : tour?.steps[step]
  if (step === null || !tour || !now) return null
  const go = (next: number) => {
    setTourStep(next)
    void navigate({ href: tour.steps[next]!.to })
  }
  const last = step === tour.steps.length - 1
  return (
    <aside className="ns-tour" aria-label={texts.label}>
      <div aria-live="polite">
        <p className="ns-tour__count">{texts.count(step + 1, tour.steps.length)}</p>
        <h2 className="ns-tour__title">{now.title}</h2>
        <p>{now.text}</p>
      </div>
      <ButtonRow>
        {last ? null : (
          <Button variant="primary" small onClick={() => go(step + 1)}>
            {texts.next}
          </Button>
        )}
        {step > 0 ? (
          <Button small onClick={() => go(step - 1)}>
            {texts.back}
          </Button>
        ) : null}
        <Button small variant="tertiary" onClick={() => setTourStep(null)}>
          {last ? texts.done : texts.end}
        </Button>
      </ButtonRow>
    </aside>
  )
}
