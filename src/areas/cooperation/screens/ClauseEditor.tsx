// One clause in the making: what falls due, the sentence that says what follows, its wording and how binding it is.
import { useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Card } from '#kit/ui/Card.tsx'
import { Fieldset } from '#kit/ui/Fieldset.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { useSession } from '#kit/web/session.tsx'
import { agreementTexts } from '../texts/agreements.de.ts'
import { clauseTexts, previewOf } from '../texts/clauses.de.ts'
import { type Choices, ClauseFields } from './ClauseFields.tsx'
import { type DraftClause, dutyOf, propose } from './draft-clauses.ts'

const t = agreementTexts.form
const c = clauseTexts

type Props = {
  clause: DraftClause
  choices: Choices
  nameOf: (id: string) => string
  onChange: (clause: DraftClause) => void
  onRemove: () => void
}

export function ClauseEditor({ clause, choices, nameOf, onChange, onRemove }: Props) {
  const { key } = clause
  const set = (change: Partial<DraftClause>) => onChange(propose({ ...clause, ...change }, nameOf))
  const [first] = useState(() => ({ duty: dutyWordsOf(clause), text: clause.text }))
  // An own wording does not follow the fields: it must not go on saying what no longer holds.
  const stale =
    !clause.proposed && first.text !== '' && clause.text === first.text && dutyWordsOf(clause) !== first.duty
  const write = (change: Partial<DraftClause>) => onChange({ ...clause, ...change, proposed: false })
  return (
    <Card>
      <Fieldset legend={`${t.clause(clause.number)}: ${c.kinds[clause.kind]}`}>
        <Stack>
          <TextField
            name={`${key}-number`}
            label={t.number}
            value={clause.number}
            onChange={(number) => set({ number })}
            width="s"
          />
          <ClauseFields clause={clause} choices={choices} set={set} />
          <Select
            name={`${key}-strength`}
            label={t.strength}
            value={clause.strength}
            onChange={(strength) => set({ strength: strength as 'must' })}
            options={(['must', 'should', 'usual'] as const).map((value) => ({
              value,
              label: agreementTexts.strengths[value],
            }))}
          />
          <Preview clause={clause} nameOf={nameOf} />
          <TextField
            name={`${key}-heading`}
            label={t.heading}
            optional
            value={clause.heading}
            onChange={(heading) => write({ heading })}
            width="full"
          />
          <TextArea
            name={`${key}-text`}
            label={t.text}
            value={clause.text}
            onChange={(text) => write({ text })}
            rows={2}
          />
          {stale ? (
            <Notice
              tone="warning"
              title={t.stale}
              action={<Button onClick={() => set({ proposed: true })}>{t.propose}</Button>}
            >
              {t.staleHint}
            </Notice>
          ) : null}
          <ButtonRow>
            <Button variant="tertiary" icon="delete" onClick={onRemove}>
              {t.remove}
            </Button>
          </ButtonRow>
        </Stack>
      </Fieldset>
    </Card>
  )
}

const dutyWordsOf = (clause: DraftClause) => JSON.stringify(dutyOf(clause))

/** "Daraus folgt: …": what the fields mean, before anybody has signed. */
function Preview({ clause, nameOf }: { clause: DraftClause; nameOf: (id: string) => string }) {
  const { today } = useSession()
  const duty = dutyOf(clause)
  if (!duty) return null
  const name = (id: string) => (clause.indicator?.id === id ? clause.indicator.label : nameOf(id))
  return (
    <Notice tone="info" title={`${c.follows}: ${previewOf(duty, today, name)}`}>
      {c.otherwise[clause.strength]}
    </Notice>
  )
}
