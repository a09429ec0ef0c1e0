// The dialog in which an organisation sends somebody to its seat by letter: who, who stands in, for how long, who signed it.
import { useState } from 'react'
import { actors } from '#areas/actors/contract.ts'
import { addDays } from '#kit/clock/days.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useHolds, useSession } from '#kit/web/session.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { cooperation } from '../contract.ts'
import { seatTexts } from '../texts/seats.de.ts'

const remote = client(cooperation)
const people = client(actors)
const t = seatTexts.delegate

type Props = {
  body: string
  organisation: string
  onClose: () => void
  /** Nobody is entered there yet, or somebody new is to be sent. */
  onInvite: () => void
}

export function DelegatePerson({ body, organisation, onClose, onInvite }: Props) {
  const toast = useToast()
  const { today, actingFor } = useSession()
  const holds = useHolds()
  const own = organisation === actingFor?.id && holds(['admin', 'head'], organisation)
  const load = useLoad(people.organisation, { id: organisation })
  const [missing, setMissing] = useState(false)
  const delegate = useAct(remote.delegate, () => {
    toast({ text: t.done, tone: 'success' })
    onClose()
  })
  const submit = (values: Record<string, string>) => {
    setMissing(!values.person)
    if (!values.person) return
    void delegate.act({
      id: body,
      organisation,
      person: values.person,
      deputy: values.deputy || null,
      from: values.from || today,
      until: values.until ? addDays(values.until, 1) : null,
      signedBy: values.signedBy ?? '',
      signedOn: values.signedOn || today,
      source: own ? null : values.source || null,
    })
  }
  return (
    <Dialog open onClose={onClose} title={t.title}>
      <Loading load={load} shape="text">
        {({ people: all }) => {
          const list = all.map(({ person }) => ({ value: person.id, label: person.title }))
          const invite = (
            <Button variant="tertiary" icon="mail" onClick={onInvite}>
              {t.invite}
            </Button>
          )
          if (list.length === 0)
            return (
              <Stack gap="m">
                <p>{t.nobody}</p>
                <ButtonRow>{invite}</ButtonRow>
              </Stack>
            )
          return (
            <Form
              onSubmit={submit}
              errors={missing ? { person: t.missing } : delegate.fields}
              fault={delegate.error && delegate.error.fields.length === 0 ? delegate.error.message : undefined}
              busy={delegate.busy}
            >
              <p>{t.lead}</p>
              <Select name="person" label={t.person} options={list} />
              <Select name="deputy" label={t.deputy} optional options={list} defaultValue="" emptyLabel={t.noDeputy} />
              <DateField name="from" label={t.from} defaultValue={today} />
              <DateField name="until" label={t.until} optional />
              <TextField name="signedBy" label={t.signedBy} hint={t.signedByHint} width="full" />
              <DateField name="signedOn" label={t.signedOn} defaultValue={today} max={today} />
              {own ? null : <TextField name="source" label={t.source} hint={t.sourceHint} width="full" />}
              <ButtonRow>
                <SubmitButton>{t.submit}</SubmitButton>
                {invite}
              </ButtonRow>
            </Form>
          )
        }}
      </Loading>
    </Dialog>
  )
}
