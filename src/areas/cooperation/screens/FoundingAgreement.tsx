// Fifth step of founding: the agreement with its clauses. Each can be changed, taken out or added; from them the duties follow.
import { useState } from 'react'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Card } from '#kit/ui/Card.tsx'
import { Checkbox } from '#kit/ui/Checkbox.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Cluster, Stack } from '#kit/ui/Layout.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useLoad } from '#kit/web/use.ts'
import { cooperation } from '../contract.ts'
import { agreementTexts } from '../texts/agreements.de.ts'
import { dutyWords } from '../texts/clauses.de.ts'
import { foundingTexts } from '../texts/founding.de.ts'
import { AddClause } from './AddClause.tsx'
import { ClauseEditor } from './ClauseEditor.tsx'
import { type DraftClause, dutyOf, emptyClause } from './draft-clauses.ts'
import { FoundingForm, type StepProps } from './FoundingForm.tsx'
import { partiesOf } from './founding-draft.ts'

const remote = client(cooperation)
const t = foundingTexts.agreement

export function FoundingAgreement(props: StepProps) {
  const { draft, onChange, faults } = props
  const toast = useToast()
  const [editing, setEditing] = useState<string | null>(null)
  const bodies = useLoad(remote.bodies, {})
  const members = partiesOf(draft).map((one) => ({ value: one.id, label: one.label }))
  const others = (bodies.data?.bodies ?? [])
    .filter((one) => one.mine.length > 0)
    .map((one) => ({ value: one.id, label: one.name }))
  const nameOf = (id: string) => [...members, ...others].find((one) => one.value === id)?.label ?? ''
  const { clauses } = draft
  const set = (next: DraftClause) => onChange({ clauses: clauses.map((one) => (one.key === next.key ? next : one)) })
  const remove = (clause: DraftClause) => {
    onChange({ clauses: clauses.filter((one) => one.key !== clause.key) })
    toast({ text: t.removed(clause.number), undo: () => onChange({ clauses }) })
  }
  const add = (kind: DraftClause['kind']) => {
    const clause = emptyClause(clauses.length + 1, kind, nameOf)
    onChange({ clauses: [...clauses, clause] })
    setEditing(clause.key)
  }
  // What is missing is mended where it is missing.
  const isOpen = ({ key }: DraftClause) =>
    key === editing || Object.keys(faults).some((one) => one.startsWith(`${key}-`))
  return (
    <FoundingForm {...props}>
      <p>{clauses.length > 0 ? t.lead : t.none}</p>
      {clauses.length > 0 ? (
        <>
          <TextField
            name="agreementTitle"
            label={t.title}
            value={draft.agreementTitle}
            onChange={(agreementTitle) => onChange({ agreementTitle })}
            maxLength={200}
            width="full"
          />
          <TextArea
            name="preamble"
            label={t.preamble}
            optional
            rows={2}
            value={draft.preamble}
            onChange={(preamble) => onChange({ preamble })}
          />
        </>
      ) : null}
      <Section title={t.clauses} level={3}>
        <Stack>
          {clauses.map((clause) =>
            isOpen(clause) ? (
              <Stack key={clause.key} gap="s">
                <ClauseEditor
                  clause={clause}
                  choices={{ members, bodies: others }}
                  nameOf={nameOf}
                  onChange={set}
                  onRemove={() => remove(clause)}
                />
                <ButtonRow>
                  <Button small onClick={() => setEditing(null)}>
                    {t.ready}
                  </Button>
                </ButtonRow>
              </Stack>
            ) : (
              <Shown
                key={clause.key}
                clause={clause}
                nameOf={nameOf}
                onEdit={() => setEditing(clause.key)}
                onRemove={() => remove(clause)}
              />
            ),
          )}
          <AddClause onAdd={add} />
        </Stack>
      </Section>
      {clauses.length > 0 ? (
        <>
          <DateField
            name="reviewOn"
            label={t.reviewOn}
            hint={t.reviewHint}
            value={draft.reviewOn}
            onChange={(reviewOn) => onChange({ reviewOn })}
          />
          <p>{members.length > 0 ? t.parties(members.map((one) => one.label).join(', ')) : t.noParties}</p>
          <Checkbox
            name="offer"
            label={t.offer}
            hint={t.offerHint}
            checked={draft.offer}
            onChange={(offer) => onChange({ offer })}
          />
        </>
      ) : null}
    </FoundingForm>
  )
}

function Shown({
  clause,
  nameOf,
  onEdit,
  onRemove,
}: {
  clause: DraftClause
  nameOf: (id: string) => string
  onEdit: () => void
  onRemove: () => void
}) {
  const duty = dutyOf(clause)
  return (
    <Card title={`${clause.number} ${clause.heading}`.trim()} level={3}>
      <Stack gap="s">
        <p>{clause.text}</p>
        <Cluster>
          <Badge>{agreementTexts.strengths[clause.strength]}</Badge>
          {duty ? (
            <Badge tone="info" icon="calendar">
              {dutyWords(duty, nameOf)}
            </Badge>
          ) : null}
        </Cluster>
        <ButtonRow>
          <Button small variant="tertiary" onClick={onEdit}>
            {t.change(clause.number)}
          </Button>
          <Button small variant="tertiary" icon="delete" onClick={onRemove}>
            {t.remove(clause.number)}
          </Button>
        </ButtonRow>
      </Stack>
    </Card>
  )
}
