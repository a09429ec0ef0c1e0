// The dialog that signs for one's own organisation, or records as the office what a party signed on paper.
import { useState } from 'react'
import { files } from '#kit/files/contract.ts'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { FileField } from '#kit/ui/FileField.tsx'
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
const stored = client(files)
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
    .filter((party) => !party.signed && party.id !== actingFor?.id)
    .map(({ id, title }) => ({ value: id, label: title }))
  const sign = useAct(remote.sign, ({ missing }) => {
    toast({ text: t.done(missing), tone: missing === 0 ? 'success' : 'info' })
    onClose()
  })
  const [missing, setMissing] = useState(false)
  const [scans, setScans] = useState<File[]>([])
  const upload = useAct(stored.add)
  const submit = async ({
    day = '',
    place = '',
    capacity = '',
    organisation,
    source,
    signatory,
  }: Record<string, string>) => {
    setMissing(mode === 'record' && !organisation)
    if (mode === 'record' && !organisation) return
    // The scan goes up first: what is recorded names it.
    const [file] = scans
    const kept = file ? await upload.act({ id: agreement.head.id }, { file }) : undefined
    if (file && !kept) return
    await sign.act({
      id: agreement.head.id,
      edition: agreement.edition,
      day: day || today,
      place,
      capacity,
      ...(mode === 'record' && organisation
        ? { organisation, source: source ?? '', signatory: signatory?.trim() || null, scan: kept?.file.id ?? null }
        : {}),
    })
  }
  return (
    <Dialog open onClose={onClose} title={mode === 'own' ? t.title : t.recordTitle}>
      <Form
        onSubmit={(values) => void submit(values)}
        errors={missing ? { organisation: t.organisationMissing } : sign.fields}
        fault={upload.error?.message ?? (sign.error && sign.error.fields.length === 0 ? sign.error.message : undefined)}
        busy={sign.busy || upload.busy}
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
        {mode === 'record' ? (
          <>
            <TextField name="signatory" label={t.signatory} hint={t.signatoryHint} width="full" optional />
            <TextField name="source" label={t.source} hint={t.sourceHint} width="full" />
            <FileField
              name="scan"
              label={t.scan}
              hint={t.scanHint}
              accept=".pdf,.png,.jpg,.jpeg"
              files={scans}
              onChange={setScans}
              optional
            />
          </>
        ) : null}
        <ButtonRow>
          <SubmitButton>{mode === 'own' ? t.submit(actingFor?.title ?? '') : t.recordSubmit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
