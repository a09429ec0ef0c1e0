// Chairs and office of a body. Both chairs are shown alike; a vacant chair is shown as such.
import { useState } from 'react'
import { EndMandate } from '#areas/actors/widgets/People.tsx'
import { termWords } from '#areas/actors/widgets/terms.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Card } from '#kit/ui/Card.tsx'
import { Columns, Stack } from '#kit/ui/Layout.tsx'
import { Section } from '#kit/ui/Section.tsx'
import type { Body } from '../contract.ts'
import { bodyTexts } from '../texts/bodies.de.ts'
import { texts } from '../texts.de.ts'
import { vacantGroups } from './vacancies.ts'

const t = bodyTexts.page
type Person = Body['people'][number]

export function BodyPeople({ body, onAppoint }: { body: Body; onAppoint: (organisation: string | undefined) => void }) {
  const [ending, setEnding] = useState<Person | null>(null)
  const leading = body.people
    .filter((one) => one.role === 'chair' || one.role === 'office')
    .toSorted((a, b) => a.role.localeCompare(b.role))
  return (
    <Section title={t.chairs} lead={body.keys > 1 ? t.bothRelease : t.oneReleases}>
      <Columns min={240}>
        {leading.map((one) => (
          <Card
            key={one.mandate}
            title={one.person.title}
            footer={
              body.may.appoint ? (
                <Button small variant="tertiary" onClick={() => setEnding(one)}>
                  {t.end}
                </Button>
              ) : undefined
            }
          >
            <Stack gap="s">
              <span>{texts.roles[one.role]}</span>
              <span>{one.organisation.title}</span>
              <small>{`${termWords(one.from, one.until)} · ${one.basis}`}</small>
            </Stack>
          </Card>
        ))}
        {vacantGroups(body).map(({ group, organisation }, index) => (
          <Card key={group ?? index} tone="neutral" title={t.vacantChair(group)}>
            {body.may.appoint ? (
              <ButtonRow>
                <Button small icon="mail" onClick={() => onAppoint(organisation)}>
                  {t.appointChair}
                </Button>
              </ButtonRow>
            ) : null}
          </Card>
        ))}
      </Columns>
      <EndMandate
        mandate={ending && { id: ending.mandate, person: ending.person, role: ending.role }}
        onClose={() => setEnding(null)}
      />
    </Section>
  )
}
