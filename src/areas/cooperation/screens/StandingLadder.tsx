// The ladder of a cooperation: founded, agreed, constituted, dissolved; each step with the document or act on which it stands.
import { formatDay } from '#kit/ui/format.ts'
import { Icon } from '#kit/ui/Icon.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { SideBox } from '#kit/ui/ObjectPage.tsx'
import type { Body } from '../contract.ts'
import { seatTexts } from '../texts/seats.de.ts'

const t = seatTexts.ladder

export function StandingLadder({ body }: { body: Body }) {
  const inForce = body.agreements.find((one) => one.inForce !== null)
  const chairs = body.people.filter((one) => one.role === 'chair' && one.current)
  // A working group rests on its mandate instead of an agreement.
  const agreed = !body.missing.some((one) => one === 'agreement' || one === 'signatures')
  const reached = (step: 'agreed' | 'constituted') => agreed && (step === 'agreed' || chairs.length >= body.keys)
  const steps = [
    { id: 'informal', done: true, label: t.informal, ground: t.informalBy(formatDay(body.foundedOn)) },
    {
      id: 'agreed',
      done: reached('agreed'),
      label: t.agreed,
      ground: inForce ? (
        <A to={`/vereinbarungen/${inForce.id}`}>
          {t.agreedBy(inForce.title, formatDay(inForce.since ?? body.foundedOn))}
        </A>
      ) : agreed ? (
        t.agreedByMandate
      ) : (
        t.agreedOpen
      ),
    },
    {
      id: 'constituted',
      done: reached('constituted'),
      label: t.constituted,
      ground: reached('constituted')
        ? t.constitutedBy(chairs.map((one) => one.person.title).join(', '))
        : t.constitutedOpen,
    },
    ...(body.standing === 'dissolved' ? [{ id: 'dissolved', done: true, label: t.dissolved, ground: null }] : []),
  ]
  return (
    <SideBox title={t.title}>
      <Stack gap="s">
        {steps.map((step) => (
          <div key={step.id}>
            <Icon name={step.done ? 'success' : 'clock'} size="s" /> <strong>{step.label}</strong>
            <br />
            <small>{step.ground}</small>
          </div>
        ))}
      </Stack>
    </SideBox>
  )
}
