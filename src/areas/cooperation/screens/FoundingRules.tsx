// Sixth step of founding: the rules of procedure, from the template, with the choices that matter; what follows stands below in sentences.
import { Checkbox } from '#kit/ui/Checkbox.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { Prose, Section } from '#kit/ui/Section.tsx'
import type { Procedure } from '../rules/procedure.ts'
import { rulesOfTemplate } from '../rules/templates.ts'
import { foundingTexts } from '../texts/founding.de.ts'
import { ruleTexts } from '../texts/rules.de.ts'
import { FoundingForm, type StepProps } from './FoundingForm.tsx'
import { agreedMeetings, foundingRules } from './founding-draft.ts'
import { MoreRuleChoices, NumberOfMeetings, RuleChoices } from './RulesFields.tsx'

const t = foundingTexts.rules

export function FoundingRules(props: StepProps) {
  const { draft, onChange } = props
  const { procedure, keys, form } = draft
  const agreed = agreedMeetings(draft)
  const shown = foundingRules(draft)
  const set = (change: Partial<Procedure>) => procedure && onChange({ procedure: { ...procedure, ...change } })
  return (
    <FoundingForm {...props}>
      <p>{t.lead}</p>
      <Checkbox
        name="rules"
        label={t.propose}
        hint={draft.clauses.length > 0 ? t.withAgreement : t.alone}
        checked={procedure !== null}
        onChange={(wanted) =>
          onChange({
            procedure: wanted ? rulesOfTemplate(draft.template, { keys, meetsPerYear: agreed ?? 2 }) : null,
          })
        }
      />
      {procedure && shown ? (
        <>
          {agreed === null ? <NumberOfMeetings p={procedure} set={set} /> : <p>{t.asAgreed(agreed)}</p>}
          {form === 'forum' ? <p>{t.forum}</p> : null}
          <RuleChoices p={procedure} set={set} votes={form === 'deciding'} keys={keys === 2} />
          <details>
            <summary style={{ paddingBlock: '0.6rem', cursor: 'pointer' }}>{t.more}</summary>
            <Stack>
              <MoreRuleChoices p={procedure} set={set} votes={form === 'deciding'} />
            </Stack>
          </details>
          <Section title={t.title} level={3} lead={t.later}>
            <Prose>
              <ul>
                {ruleTexts.sentences(shown).map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </Prose>
          </Section>
        </>
      ) : null}
    </FoundingForm>
  )
}
