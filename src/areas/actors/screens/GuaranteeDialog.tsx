// The dialogs around a guarantee: stating it, naming who does it, ending one or the other. Always for the own organisation.
import { useState } from 'react'
import { addDays } from '#kit/clock/days.ts'
import { ButtonRow } from '#kit/ui/Button.tsx'
import type { Option } from '#kit/ui/Combobox.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import type { Guarantee, Task } from '../contract/responsibility.ts'
import { actors } from '../contract.ts'
import { responsibilityTexts } from '../texts/responsibility.de.ts'
import { OrganisationField } from '../widgets/OrganisationField.tsx'

const remote = client(actors)
const t = responsibilityTexts.guarantee
export type GuaranteeWork =
  | { kind: 'state' }
  | { kind: 'name' | 'stop'; guarantee: Guarantee }
  | { kind: 'end'; guarantee: Guarantee; provider: Guarantee['providers'][number] }

export function GuaranteeDialog({ task, work, onClose }: { task: Task; work: GuaranteeWork; onClose: () => void }) {
  const { actingFor, today } = useSession()
  const toast = useToast()
  const [organisation, setOrganisation] = useState<Option | null>(null)
  const done = (text: string) => () => {
    toast({ text, tone: 'success' })
    onClose()
  }
  const state = useAct(remote.guarantee, done(t.stated))
  const name = useAct(remote.nameProvider, done(t.named))
  const end = useAct(remote.endProvider, done(t.ended))
  const stop = useAct(remote.endGuarantee, done(t.stopped))
  const act = { state, name, end, stop }[work.kind]
  const { id } = task.head
  const submit = (values: Record<string, string>) => {
    if (work.kind === 'state')
      return void state.act({ id, areaKey: values.areaKey || null, since: values.since || today })
    const guarantee = work.guarantee.id
    if (work.kind === 'name')
      return void name.act({
        id,
        guarantee,
        organisation: organisation?.id ?? null,
        name: values.name ?? '',
        from: values.from || today,
        until: values.until ? addDays(values.until, 1) : null,
      })
    if (work.kind === 'end')
      return void end.act({ id, guarantee, provider: work.provider.id, until: addDays(values.last || today, 1) })
    return void stop.act({ id, guarantee, because: values.because ?? '' })
  }
  const titles = {
    state: t.stateTitle,
    name: t.providerTitle,
    end: work.kind === 'end' ? t.endTitle(work.provider.name) : '',
    stop: t.stopTitle,
  }
  return (
    <Dialog open onClose={onClose} title={titles[work.kind]}>
      <Form
        onSubmit={submit}
        errors={act.fields}
        fault={act.error && act.error.fields.length === 0 ? act.error.message : undefined}
        busy={act.busy}
      >
        {work.kind === 'state' ? (
          <>
            <p>{t.stateLead(actingFor?.title ?? '')}</p>
            <Select
              name="areaKey"
              label={t.area}
              emptyLabel={responsibilityTexts.germany}
              defaultValue={task.area ?? ''}
              options={task.areas.map(({ key, name: label }) => ({ value: key, label }))}
            />
            <DateField name="since" label={t.since} defaultValue={today} />
          </>
        ) : null}
        {work.kind === 'name' ? (
          <>
            <OrganisationField
              name="organisation"
              label={t.organisation}
              optional
              value={organisation}
              onChange={setOrganisation}
            />
            {organisation ? null : <TextField name="name" label={t.name} optional width="full" />}
            <DateField name="from" label={t.from} defaultValue={today} />
            <DateField name="until" label={t.until} hint={t.untilHint} optional />
          </>
        ) : null}
        {work.kind === 'end' ? <DateField name="last" label={t.last} defaultValue={today} /> : null}
        {work.kind === 'stop' ? <TextArea name="because" label={t.because} rows={2} /> : null}
        <ButtonRow>
          <SubmitButton>{t.submit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
