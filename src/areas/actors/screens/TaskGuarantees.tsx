// Which organisation sees to the task and who does it. A must that nobody does becomes a duty of the organisation that sees to it.
import { useState } from 'react'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Card } from '#kit/ui/Card.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import type { Guarantee, Task } from '../contract/responsibility.ts'
import { responsibilityTexts } from '../texts/responsibility.de.ts'
import { dayBefore } from './EntryForm.tsx'
import { GuaranteeDialog, type GuaranteeWork } from './GuaranteeDialog.tsx'

const t = responsibilityTexts.guarantee
const tones = { secured: 'success', ending: 'warning', open: 'danger' } as const

export function TaskGuarantees({ task }: { task: Task }) {
  const [work, setWork] = useState<GuaranteeWork | null>(null)
  return (
    <Section
      title={t.title}
      lead={t.lead}
      actions={task.may.guarantee ? <Button onClick={() => setWork({ kind: 'state' })}>{t.state}</Button> : undefined}
    >
      {task.guarantees.length === 0 ? <p>{t.none}</p> : null}
      <Stack>
        {task.guarantees.map((one) => (
          <Card key={one.id}>
            <h3 className="ns-h3">
              <ObjectLink kind="organisation" id={one.organisation.id}>
                {one.organisation.title}
              </ObjectLink>
            </h3>
            <p>
              <Badge tone={tones[one.state]}>{responsibilityTexts.provisions[one.state]}</Badge>{' '}
              {one.gapFrom && one.state !== 'secured' ? t.gap(formatDay(one.gapFrom)) : null}
            </p>
            <Providers guarantee={one} onWork={setWork} />
            {one.mine ? (
              <ButtonRow>
                <Button icon="add" onClick={() => setWork({ kind: 'name', guarantee: one })}>
                  {t.addProvider}
                </Button>
                <Button variant="tertiary" onClick={() => setWork({ kind: 'stop', guarantee: one })}>
                  {t.stop}
                </Button>
              </ButtonRow>
            ) : null}
          </Card>
        ))}
      </Stack>
      {work ? <GuaranteeDialog task={task} work={work} onClose={() => setWork(null)} /> : null}
    </Section>
  )
}

const Providers = ({ guarantee, onWork }: { guarantee: Guarantee; onWork: (work: GuaranteeWork) => void }) => (
  <>
    <p>{t.providers}</p>
    {guarantee.providers.length === 0 ? <p>{t.noProvider}</p> : null}
    <ul>
      {guarantee.providers.map((one) => (
        <li key={one.id}>
          {one.organisation ? (
            <ObjectLink kind="organisation" id={one.organisation.id}>
              {one.name}
            </ObjectLink>
          ) : (
            one.name
          )}{' '}
          {`(${t.term(formatDay(one.from), one.until ? formatDay(dayBefore(one.until)) : null)}) `}
          {guarantee.mine && one.until === null ? (
            <Button small variant="tertiary" onClick={() => onWork({ kind: 'end', guarantee, provider: one })}>
              {t.endProvider}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  </>
)
