// The dialog with which a party gives notice, or the office records what a party has sent in writing.
import { useState } from 'react'
import { addDays } from '#kit/clock/days.ts'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import { type Agreement, cooperation, type NoticeRule } from '../contract.ts'
import { terminationTexts } from '../texts/terminations.de.ts'

const remote = client(cooperation)
const t = terminationTexts.form

type Props = {
  agreement: Agreement
  mode: 'own' | 'record'
  earliest: string | null
  rule: NoticeRule | null
  extraordinary: boolean
  recordFor: { id: string; title: string }[]
  onClose: () => void
}

export function TerminateAgreement({ agreement, mode, earliest, rule, extraordinary, recordFor, onClose }: Props) {
  const toast = useToast()
  const { today, actingFor } = useSession()
  const kinds = [...(rule ? (['ordinary'] as const) : []), ...(extraordinary ? (['extraordinary'] as const) : [])]
  const [kind, setKind] = useState<string>(kinds[0] ?? 'ordinary')
  const [missing, setMissing] = useState(false)
  const own = mode === 'own'
  const act = useAct(remote.terminate, ({ effectiveOn, complete }) => {
    toast({ text: t.done(effectiveOn, complete), tone: complete ? 'success' : 'info' })
    onClose()
  })
  const submit = (values: Record<string, string>) => {
    setMissing(!own && !values.organisation)
    if (!own && !values.organisation) return
    const { lastDay, reason = '', capacity = '', organisation, declaredOn, source, signatory, secondSignatory } = values
    const told = {
      organisation,
      declaredOn: declaredOn || today,
      source: source || null,
      signatory: signatory || null,
      secondSignatory: secondSignatory || null,
    }
    void act.act({
      id: agreement.head.id,
      kind: kind === 'extraordinary' ? 'extraordinary' : 'ordinary',
      lastDay: lastDay || null,
      reason,
      capacity,
      ...(own ? {} : told),
    })
  }
  return (
    <Dialog open onClose={onClose} title={own ? t.title : t.recordTitle}>
      <Form
        onSubmit={submit}
        errors={missing ? { organisation: t.organisationMissing } : act.fields}
        fault={act.error && act.error.fields.length === 0 ? act.error.message : undefined}
        busy={act.busy}
      >
        <p>{own ? t.lead : t.recordLead}</p>
        {own ? null : (
          <Select
            name="organisation"
            label={t.organisation}
            options={recordFor.map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
        {kinds.length > 1 ? (
          <RadioGroup
            name="kind"
            label={t.kind}
            options={kinds.map((value) => ({ value, label: t.kinds[value] }))}
            value={kind}
            onChange={setKind}
          />
        ) : null}
        {own ? null : <DateField name="declaredOn" label={t.declaredOn} defaultValue={today} max={today} />}
        <DateField
          name="lastDay"
          label={own ? t.lastDay : t.lastDayOf}
          hint={own && kind === 'ordinary' && earliest ? t.lastDayHint(earliest) : t.lastDayPlain}
          optional
          defaultValue={own && kind === 'ordinary' && earliest ? addDays(earliest, -1) : ''}
        />
        <TextArea name="reason" label={t.reason} hint={t.reasonHint} rows={3} optional={kind === 'ordinary'} />
        <TextField name="capacity" label={t.capacity} hint={t.capacityHint} width="full" />
        {own ? null : (
          <>
            <TextField name="signatory" label={t.signatory} width="full" />
            <TextField
              name="secondSignatory"
              label={t.secondSignatory}
              hint={t.secondSignatoryHint}
              width="full"
              optional
            />
            <TextField name="source" label={t.source} hint={t.sourceHint} width="full" />
          </>
        )}
        <ButtonRow>
          <SubmitButton variant="danger">{own ? t.submit(actingFor?.title ?? '') : t.recordSubmit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
