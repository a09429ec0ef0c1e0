// Fifth step of founding: which clauses of the template the agreement takes over, and how often one meets.
import { type ReactNode, useState } from 'react'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { Checkbox, CheckboxGroup } from '#kit/ui/Checkbox.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { NumberField } from '#kit/ui/NumberField.tsx'
import { proposalOf } from '../texts/clauses.de.ts'
import { foundingTexts } from '../texts/founding.de.ts'
import { templateTexts } from '../texts/templates.de.ts'
import type { FoundingDraft } from './founding-draft.ts'

const t = foundingTexts.agreement

export function FoundingAgreement({
  draft,
  onNext,
  back,
}: {
  draft: FoundingDraft
  onNext: (change: Partial<FoundingDraft>) => void
  back: ReactNode
}) {
  const [clauses, setClauses] = useState(draft.clauses)
  const [meetsPerYear, setMeets] = useState<number | null>(draft.meetsPerYear)
  const [offer, setOffer] = useState(draft.offer)
  const offered = templateTexts[draft.template].clauses
  const meets = offered.find((clause) => clause.meets)
  const wrong =
    meets && clauses.includes(meets.number) && (meetsPerYear === null || meetsPerYear < 1 || meetsPerYear > 12)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const submit = () => {
    setFaults(wrong ? { meetsPerYear: t.meetsWrong } : {})
    if (!wrong) onNext({ clauses, meetsPerYear: meetsPerYear ?? draft.meetsPerYear, offer })
  }
  return (
    <Form onSubmit={submit} errors={faults}>
      <p>{offered.length > 0 ? t.lead : t.none}</p>
      {offered.length > 0 ? (
        <>
          {meets ? (
            <NumberField
              name="meetsPerYear"
              label={t.meets}
              hint={t.meetsHint}
              min={1}
              max={12}
              value={meetsPerYear}
              onChange={setMeets}
            />
          ) : null}
          <CheckboxGroup
            name="clauses"
            label={t.clauses}
            values={clauses}
            onChange={setClauses}
            options={offered.map(({ number, heading, text, meets: meeting }) => ({
              value: number,
              label: `${number} ${heading}`,
              hint: meeting
                ? proposalOf({ kind: 'meet', perYear: meetsPerYear ?? draft.meetsPerYear }, () => '').text
                : text,
            }))}
          />
          <Checkbox name="offer" label={t.offer} hint={t.offerHint} checked={offer} onChange={setOffer} />
        </>
      ) : null}
      <ButtonRow>
        {back}
        <SubmitButton>{foundingTexts.on}</SubmitButton>
      </ButtonRow>
    </Form>
  )
}
