// The dialog in which an edition of the rules is written: from a template or from what holds now, with the sentences that follow from it.
import { useState } from 'react'
import { addDays } from '#kit/clock/days.ts'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Prose, Section } from '#kit/ui/Section.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import { cooperation, type RulesPage } from '../contract.ts'
import { type Procedure, procedureTemplates, type TemplateName } from '../rules/procedure.ts'
import { ruleTexts } from '../texts/rules.de.ts'
import { MoreRuleChoices, NumberOfMeetings, options, RuleChoices } from './RulesFields.tsx'

const remote = client(cooperation)
const t = ruleTexts.form

export function RulesForm({ body, rules, onClose }: { body: string; rules: RulesPage; onClose: () => void }) {
  const { today } = useSession()
  const toast = useToast()
  const now = rules.proposed?.procedure ?? rules.inForce?.procedure
  const [template, setTemplate] = useState<TemplateName | 'now'>(now ? 'now' : 'arge')
  const [p, setProcedure] = useState<Procedure>(now ?? procedureTemplates.arge)
  const propose = useAct(remote.proposeRules, () => {
    toast({ text: ruleTexts.page.saved })
    onClose()
  })
  const set = (change: Partial<Procedure>) => setProcedure((was) => ({ ...was, ...change }))
  const begin = (value: string) => {
    setTemplate(value as typeof template)
    setProcedure(value === 'now' && now ? now : procedureTemplates[value as TemplateName])
  }
  const errors = Object.fromEntries(
    Object.entries(propose.fields).map(([path, text]) => [path.replace('procedure.', ''), text]),
  )
  return (
    <Dialog open onClose={onClose} title={t.title} size="l">
      <Form
        onSubmit={(values) =>
          void propose.act({
            id: body,
            procedure: p,
            validFrom: values.validFrom || today,
            agreement: values.agreement || null,
          })
        }
        errors={errors}
        fault={propose.error && propose.error.fields.length === 0 ? propose.error.message : undefined}
        busy={propose.busy}
      >
        <Select
          name="template"
          label={t.template}
          value={template}
          onChange={begin}
          options={[...(now ? [{ value: 'now', label: t.asNow }] : []), ...options(t.templates)]}
        />
        <DateField
          name="validFrom"
          label={t.validFrom}
          defaultValue={rules.inForce ? addDays(today, 1) : today}
          min={today}
        />
        <NumberOfMeetings p={p} set={set} />
        <RuleChoices p={p} set={set} votes keys />
        <MoreRuleChoices p={p} set={set} votes />
        <TextArea
          name="text"
          label={t.text}
          optional
          rows={4}
          maxLength={20_000}
          value={p.text}
          onChange={(text) => set({ text })}
        />
        {rules.drafts.length > 0 ? (
          <Select
            name="agreement"
            label={t.agreement}
            hint={t.agreementHint}
            optional
            emptyLabel={t.noAgreement}
            options={rules.drafts.map((one) => ({ value: one.id, label: one.title }))}
          />
        ) : null}
        <Section title={ruleTexts.page.title} level={3}>
          <Prose>
            <ul>
              {ruleTexts.sentences(p).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Prose>
        </Section>
        <ButtonRow>
          <SubmitButton>{t.submit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
