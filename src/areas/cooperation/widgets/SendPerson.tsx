// The dialog that appoints a chair or sends somebody to a seat; whoever is new gets an invitation by mail.
import { useState } from 'react'
import { actors, type HomeRole } from '#areas/actors/contract.ts'
import { addDays } from '#kit/clock/days.ts'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { Checkbox } from '#kit/ui/Checkbox.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useSession } from '#kit/web/session.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { type Body, type BodyRole, cooperation } from '../contract.ts'
import { bodyTexts } from '../texts/bodies.de.ts'
import { texts } from '../texts.de.ts'

const remote = client(cooperation)
const people = client(actors)
const t = bodyTexts.send

const firstRoles: HomeRole[] = ['admin', 'head']
export type Sending = { role: BodyRole; organisation?: string | undefined }

export function SendPerson({ body, sending, onClose }: { body: Body; sending: Sending; onClose: () => void }) {
  const toast = useToast()
  const { today, actingFor } = useSession()
  const members = [...new Map(body.seats.map((seat) => [seat.organisation.id, seat.organisation.title]))]
  const allowed = body.may.run ? members : members.filter(([id]) => id === actingFor?.id)
  const [role, setRole] = useState<BodyRole>(sending.role)
  const [organisation, setOrganisation] = useState(sending.organisation ?? allowed[0]?.[0] ?? '')
  const [whom, setWhom] = useState<'known' | 'fresh'>('known')
  const known = useLoad(people.organisation, { id: organisation }, { when: organisation !== '' })
  const list = known.data?.people.map(({ person }) => ({ value: person.id, label: person.title })) ?? []
  const fresh = whom === 'fresh' || (known.data !== undefined && list.length === 0)
  // Nobody acts there yet, and this person may send the first one.
  const first = known.data?.may.grant === true && known.data.people.every(({ mandates }) => mandates.length === 0)
  const [home, setHome] = useState(true)
  const [missing, setMissing] = useState(false)
  const send = useAct(remote.send)
  const submit = async (values: Record<string, string>) => {
    setMissing(!fresh && !values.person)
    if (!fresh && !values.person) return
    const until = values.until ? addDays(values.until, 1) : null
    const who = fresh
      ? { newPerson: { name: values.name ?? '', email: values.email ?? '', home: first && home ? firstRoles : [] } }
      : { person: values.person ?? '' }
    if (
      await send.act({
        id: body.head.id,
        organisation,
        role,
        from: values.from || today,
        until,
        basis: values.basis ?? '',
        ...who,
      })
    ) {
      toast({ text: fresh ? t.doneMail(values.name ?? '') : t.done })
      onClose()
    }
  }
  const fields = Object.fromEntries(
    Object.entries(send.fields).map(([path, text]) => [path.replace('newPerson.', ''), text]),
  )
  const roles: readonly BodyRole[] =
    sending.role === 'chair' ? ['chair'] : body.may.run ? ['delegate', 'deputy', 'guest'] : ['delegate', 'deputy']
  return (
    <Dialog open onClose={onClose} title={t.title[sending.role]}>
      <Form
        onSubmit={(values) => void submit(values)}
        errors={missing ? { person: t.personMissing } : fields}
        fault={send.error && send.error.fields.length === 0 ? send.error.message : undefined}
        busy={send.busy}
      >
        {roles.length > 1 ? (
          <Select
            name="role"
            label={t.role}
            options={roles.map((value) => ({ value, label: texts.roles[value] }))}
            value={role}
            onChange={(value) => setRole(value as BodyRole)}
          />
        ) : null}
        <Select
          name="organisation"
          label={t.organisation}
          options={allowed.map(([value, label]) => ({ value, label }))}
          value={organisation}
          onChange={setOrganisation}
        />
        {list.length > 0 ? (
          <RadioGroup
            name="whom"
            label={t.whom}
            value={whom}
            onChange={(value) => setWhom(value as typeof whom)}
            options={[
              { value: 'known', label: t.known },
              { value: 'fresh', label: t.fresh },
            ]}
          />
        ) : null}
        {fresh ? (
          <>
            <TextField name="name" label={t.name} autoComplete="off" width="full" />
            <TextField name="email" type="email" label={t.email} autoComplete="off" width="full" />
            {first ? <Checkbox name="home" label={t.home} hint={t.homeHint} checked={home} onChange={setHome} /> : null}
          </>
        ) : (
          <Select name="person" label={t.person} options={list} />
        )}
        <DateField name="from" label={t.from} defaultValue={today} />
        <DateField name="until" label={t.until} hint={t.untilHint} optional />
        <TextField name="basis" label={t.basis} hint={t.basisHint} width="full" />
        <ButtonRow>
          <SubmitButton icon={fresh ? 'mail' : undefined}>{fresh ? t.submitMail : t.submit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
