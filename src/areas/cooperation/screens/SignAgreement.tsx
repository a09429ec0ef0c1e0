// The dialog that signs for one's own organisation, or records as the office what a party signed on paper.
import { useState } from 'react'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import { type Agreement, cooperation } from '../contract.ts'
import { agreementTexts } from '../texts/agreements.de.ts'

const remote = client(cooperation)
const t = agreementTexts.sign

export function SignAgreement({
  agreement,
  mode,
  onClose,
}: {
  agreement: Agreement
  mode: 'own' | 'record'
  onClose: () => void
}) {
  const toast = useToast()
  const { today, actingFor } = useSession()
  const open = agreement.parties
    .filter((party) => party.signature === null && party.id !== actingFor?.id)
    .map(({ id, title }) => ({ value: id, label: title }))
  const sign = useAct(remote.sign, ({ missing }) => {
    toast({ text: t.done(missing), tone: missing === 0 ? 'success' : 'info' })
    onClose()
  })
  const [missing, setMissing] = useState(false)
  const submit = ({ day = '', place = '', capacity = '', organisation, source }: Record<string, string>) => {
    setMissing(mode === 'record' && !organisation)
    if (mode === 'record' && !organisation) return
    void sign.act({
      id: agreement.head.id,
      edition: agreement.edition,
      day: day || today,
      place,
      capacity,
      ...(mode === 'record' && organisation ? { organisation, source: source ?? '' } : {}),
    })
  }
  return (
    <Dialog open onClose={onClose} title={mode === 'own' ? t.title : t.recordTitle}>
      <Form
        onSubmit={submit}
        errors={missing ? { organisation: t.organisationMissing } : sign.fields}
        fault={sign.error && sign.error.fields.length === 0 ? sign.error.message : undefined}
        busy={sign.busy}
      >
        <p>{mode === 'own' ? t.lead : t.recordLead}</p>
        {mode === 'record' ? (
          <Select
            name="organisation"
            label={t.organisation}
            options={open}
            defaultValue={open.length === 1 ? open[0]?.value : undefined}
          />
        ) : null}
        <DateField name="day" label={t.day} defaultValue={today} max={today} />
        <TextField name="place" label={t.place} width="m" />
        <TextField name="capacity" label={t.capacity} hint={t.capacityHint} width="full" />
        {mode === 'record' ? <TextField name="source" label={t.source} hint={t.sourceHint} width="full" /> : null}
        <ButtonRow>
          <SubmitButton>{mode === 'own' ? t.submit(actingFor?.title ?? '') : t.recordSubmit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
