// Fifth step of founding: which clauses of the template the agreement takes over, how often one meets, and the rules of procedure that come with it.
import { type ReactNode, useState } from 'react'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { Checkbox, CheckboxGroup } from '#kit/ui/Checkbox.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { NumberField } from '#kit/ui/NumberField.tsx'
import { Prose, Section } from '#kit/ui/Section.tsx'
import { rulesOfTemplate } from '../rules/templates.ts'
import { proposalOf } from '../texts/clauses.de.ts'
import { foundingTexts } from '../texts/founding.de.ts'
import { ruleTexts } from '../texts/rules.de.ts'
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
  const [rules, setRules] = useState(draft.rules)
  const offered = templateTexts[draft.template].clauses
  const meets = offered.find((clause) => clause.meets)
  const wrong =
    meets && clauses.includes(meets.number) && (meetsPerYear === null || meetsPerYear < 1 || meetsPerYear > 12)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const submit = () => {
    setFaults(wrong ? { meetsPerYear: t.meetsWrong } : {})
    if (!wrong) onNext({ clauses, meetsPerYear: meetsPerYear ?? draft.meetsPerYear, rules, offer })
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
      <Checkbox
        name="rules"
        label={t.rules}
        hint={clauses.length > 0 ? t.rulesWithAgreement : t.rulesAlone}
        checked={rules}
        onChange={setRules}
      />
      {rules ? (
        <Section title={t.rulesTitle} level={3} lead={t.rulesLead}>
          <Prose>
            <ul>
              {ruleTexts
                .sentences(
                  rulesOfTemplate(draft.template, {
                    keys: draft.keys,
                    meetsPerYear: meetsPerYear ?? draft.meetsPerYear,
                  }),
                )
                .map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
            </ul>
          </Prose>
        </Section>
      ) : null}
      <ButtonRow>
        {back}
        <SubmitButton>{foundingTexts.on}</SubmitButton>
      </ButtonRow>
    </Form>
  )
}
