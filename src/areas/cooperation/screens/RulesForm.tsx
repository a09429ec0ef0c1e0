// The dialog in which an edition of the rules is written: from a template or from what holds now, with the sentences that follow from it.
import { useState } from 'react'
import { addDays } from '#kit/clock/days.ts'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { Checkbox, CheckboxGroup } from '#kit/ui/Checkbox.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { NumberField } from '#kit/ui/NumberField.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { Prose, Section } from '#kit/ui/Section.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import { cooperation, type RulesPage } from '../contract.ts'
import {
  type KeyPurpose,
  keyPurposes,
  type Procedure,
  procedureTemplates,
  type RuleStrength,
  type TemplateName,
} from '../rules/procedure.ts'
import { ruleTexts } from '../texts/rules.de.ts'

const remote = client(cooperation)
const t = ruleTexts.form
const options = <T extends string>(words: Record<T, string>) =>
  (Object.entries(words) as [T, string][]).map(([value, label]) => ({ value, label }))

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
  const count = (field: 'meetsPerYear' | 'noticeDays' | 'termAlarmMonths', label: string, min: number, max: number) => (
    <NumberField
      name={field}
      label={label}
      value={p[field]}
      min={min}
      max={max}
      onChange={(value) => set({ [field]: value ?? min })}
    />
  )
  const optional = (field: 'itemDays' | 'minutesDays', label: string, hint: string) => (
    <NumberField
      name={field}
      label={label}
      hint={hint}
      optional
      value={p[field]}
      min={1}
      max={365}
      onChange={(value) => set({ [field]: value })}
    />
  )
  const strength = (field: 'noticeStrength' | 'minutesStrength', label: string) => (
    <Select
      name={field}
      label={label}
      value={p[field]}
      options={options(t.strengths)}
      onChange={(value) => set({ [field]: value as RuleStrength })}
    />
  )
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
        {count('meetsPerYear', t.meetsPerYear, 1, 52)}
        {count('noticeDays', t.noticeDays, 0, 120)}
        {p.noticeDays > 0 ? strength('noticeStrength', t.noticeStrength) : null}
        {optional('itemDays', t.itemDays, t.itemHint)}
        {optional('minutesDays', t.minutesDays, t.minutesHint)}
        {p.minutesDays === null ? null : strength('minutesStrength', t.minutesStrength)}
        <Select
          name="quorum"
          label={t.quorum}
          value={p.quorum}
          options={options(t.quorums)}
          onChange={(quorum) => set({ quorum: quorum as Procedure['quorum'] })}
        />
        <Select
          name="majority"
          label={t.majority}
          value={p.majority}
          options={options(t.majorities)}
          onChange={(majority) => set({ majority: majority as Procedure['majority'] })}
        />
        <CheckboxGroup
          name="keysFor"
          label={t.keysFor}
          values={p.keysFor}
          onChange={(keysFor) => set({ keysFor: keysFor as KeyPurpose[] })}
          options={keyPurposes.map((value) => ({ value, label: t.purposes[value] }))}
        />
        <RadioGroup
          name="standIn"
          label={t.standIn}
          value={p.standIn}
          options={options(t.standIns)}
          onChange={(standIn) => set({ standIn: standIn as Procedure['standIn'] })}
        />
        <RadioGroup
          name="deadlock"
          label={t.deadlock}
          value={p.deadlock ?? 'none'}
          options={options(t.deadlocks)}
          onChange={(value) =>
            set(
              value === 'none'
                ? { deadlock: null, deadlockDays: null }
                : { deadlock: value as 'carryOver' | 'mediation', deadlockDays: p.deadlockDays ?? 14 },
            )
          }
        />
        {p.deadlock ? (
          <NumberField
            name="deadlockDays"
            label={t.deadlockDays}
            value={p.deadlockDays}
            min={1}
            max={365}
            onChange={(days) => set({ deadlockDays: days ?? 14 })}
          />
        ) : null}
        {count('termAlarmMonths', t.termAlarm, 1, 24)}
        <Select
          name="interim"
          label={t.interim}
          value={p.interim}
          options={options(t.interims)}
          onChange={(interim) => set({ interim: interim as Procedure['interim'] })}
        />
        <NumberField
          name="groupMonths"
          label={t.groupMonths}
          hint={t.groupHint}
          optional
          value={p.groupMonths}
          min={1}
          max={60}
          onChange={(groupMonths) => set({ groupMonths })}
        />
        <Checkbox
          name="secretBallot"
          label={t.ballot}
          checked={p.secretBallot}
          onChange={(secretBallot) => set({ secretBallot })}
        />
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
