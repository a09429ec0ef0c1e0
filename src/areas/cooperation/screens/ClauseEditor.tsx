// One clause in the making: number, heading, wording, how binding, and what falls due.

import { search } from '#kit/search/contract.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Card } from '#kit/ui/Card.tsx'
import { Combobox } from '#kit/ui/Combobox.tsx'
import { Fieldset } from '#kit/ui/Fieldset.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { NumberField } from '#kit/ui/NumberField.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { client } from '#kit/web/client.ts'
import { agreementTexts } from '../texts/agreements.de.ts'
import { type DraftClause, propose } from './draft-clauses.ts'

const remote = client(search)
const t = agreementTexts.form
const findIndicator = async (q: string, signal: AbortSignal) =>
  (await remote.find({ q, kinds: 'indicator' }, { signal })).data.hits.map((hit) => ({
    id: hit.id,
    label: hit.title,
    note: hit.owner?.title,
  }))

type Props = { clause: DraftClause; onChange: (clause: DraftClause) => void; onRemove: () => void }

export function ClauseEditor({ clause, onChange, onRemove }: Props) {
  const { key } = clause
  const set = (change: Partial<DraftClause>) => onChange(propose({ ...clause, ...change }))
  const write = (change: Partial<DraftClause>) => onChange({ ...clause, ...change, proposed: false })
  const figure = clause.kind === 'deliver' || clause.kind === 'confirm'
  return (
    <Card>
      <Fieldset legend={t.clause(clause.number)}>
        <Stack>
          <TextField
            name={`${key}-number`}
            label={t.number}
            value={clause.number}
            onChange={(number) => set({ number })}
            width="s"
          />
          {clause.kind === 'meet' ? (
            <NumberField
              name={`${key}-perYear`}
              label={t.perYear}
              value={clause.perYear}
              min={1}
              max={12}
              onChange={(perYear) => set({ perYear: perYear ?? 1 })}
            />
          ) : null}
          {figure ? (
            <>
              <Combobox
                name={`${key}-indicator`}
                label={t.indicator}
                hint={t.indicatorHint}
                value={clause.indicator}
                onChange={(indicator) => set({ indicator })}
                load={findIndicator}
              />
              <RadioGroup
                name={`${key}-period`}
                label={t.period}
                inline
                value={clause.period}
                onChange={(period) => set({ period: period as 'year' })}
                options={[
                  { value: 'year', label: t.year },
                  { value: 'quarter', label: t.quarter },
                ]}
              />
              {clause.period === 'year' ? (
                <DueField name={`${key}-due`} value={clause.due} onChange={(due) => set({ due })} />
              ) : (
                <NumberField
                  name={`${key}-weeks`}
                  label={t.weeks}
                  value={clause.weeks}
                  min={1}
                  max={26}
                  onChange={(weeks) => set({ weeks: weeks ?? 4 })}
                />
              )}
            </>
          ) : null}
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

/** "31.03." ↔ "03-31". */
function DueField({ name, value, onChange }: { name: string; value: string; onChange: (value: string) => void }) {
  const shown = /^\d\d-\d\d$/.test(value) ? `${value.slice(3)}.${value.slice(0, 2)}.` : value
  const read = (text: string) => {
    const found = /^(\d{1,2})\.(\d{1,2})\.?$/.exec(text.trim())
    onChange(found ? `${found[2]!.padStart(2, '0')}-${found[1]!.padStart(2, '0')}` : text)
  }
  return <TextField name={name} label={t.due} defaultValue={shown} onChange={read} width="s" />
}
