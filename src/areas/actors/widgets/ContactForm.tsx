// Naming who answers for an organisation, with a deputy, hours and what is promised.
import { useState } from 'react'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { NumberField } from '#kit/ui/NumberField.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useAct } from '#kit/web/use.ts'
import { actors, type Organisation } from '../contract.ts'
import { structureTexts } from '../texts/structure.de.ts'

const remote = client(actors)
const t = structureTexts.contactForm

export function NameContact({ onClose, organisation }: { onClose: () => void; organisation: Organisation }) {
  const toast = useToast()
  const { contact } = organisation
  const name = useAct(remote.nameContact, ({ asked }) => {
    toast({ text: t.done[asked] })
    onClose()
  })
  const acting = organisation.people
    .filter(({ mandates }) => mandates.some((one) => one.current))
    .map(({ person }) => ({ value: person.id, label: person.title }))
  const [person, setPerson] = useState(contact?.person.id ?? acting[0]?.value ?? '')
  const [deputy, setDeputy] = useState(contact?.deputy?.id ?? '')
  // Addresses belong to the person: whoever is chosen anew starts with empty ones.
  const kept = person === contact?.person.id ? contact : null
  const keptDeputy = deputy !== '' && deputy === contact?.deputy?.id ? contact : null
  const submit = (values: Record<string, string>) =>
    void name.act({
      id: organisation.head.id,
      person,
      deputy: deputy || null,
      email: values.email ?? null,
      phone: values.phone ?? null,
      deputyEmail: deputy ? (values.deputyEmail ?? null) : null,
      deputyPhone: deputy ? (values.deputyPhone ?? null) : null,
      hours: values.hours ?? null,
      replyDays: values.replyDays ? Number(values.replyDays) : null,
      confirmMonths: Number(values.confirmMonths || 6),
      audience: values.audience as 'members',
    })
  return (
    <Dialog open onClose={onClose} title={t.title}>
      <Form
        onSubmit={submit}
        errors={name.fields}
        fault={name.error && name.error.fields.length === 0 ? name.error.message : undefined}
        busy={name.busy}
      >
        <p>{t.lead}</p>
        <Select name="person" label={t.person} options={acting} value={person} onChange={setPerson} />
        <TextField
          name="email"
          type="email"
          label={t.email}
          optional
          key={`email ${person}`}
          defaultValue={kept?.email ?? ''}
          width="full"
        />
        <TextField
          name="phone"
          type="tel"
          label={t.phone}
          optional
          key={`phone ${person}`}
          defaultValue={kept?.phone ?? ''}
          width="m"
        />
        <Select
          name="deputy"
          label={t.deputy}
          optional
          options={acting.filter((one) => one.value !== person)}
          value={deputy}
          onChange={setDeputy}
          emptyLabel={t.noDeputy}
        />
        {deputy ? (
          <>
            <TextField
              name="deputyEmail"
              type="email"
              label={t.deputyEmail}
              optional
              key={`deputyEmail ${deputy}`}
              defaultValue={keptDeputy?.deputyEmail ?? ''}
              width="full"
            />
            <TextField
              name="deputyPhone"
              type="tel"
              label={t.deputyPhone}
              optional
              key={`deputyPhone ${deputy}`}
              defaultValue={keptDeputy?.deputyPhone ?? ''}
              width="m"
            />
          </>
        ) : null}
        <TextField
          name="hours"
          label={t.hours}
          hint={t.hoursHint}
          optional
          defaultValue={contact?.hours ?? ''}
          width="full"
        />
        <NumberField
          name="replyDays"
          label={t.replyDays}
          hint={t.replyHint}
          optional
          unit={t.days}
          min={1}
          max={60}
          defaultValue={contact?.replyDays ?? null}
        />
        <NumberField
          name="confirmMonths"
          label={t.confirmMonths}
          hint={t.confirmHint}
          unit={t.months}
          min={1}
          max={24}
          defaultValue={contact?.confirmMonths ?? 6}
        />
        <RadioGroup
          name="audience"
          label={t.audience}
          defaultValue={contact?.audience ?? 'members'}
          options={[
            { value: 'members', label: t.members },
            { value: 'public', label: t.public },
          ]}
        />
        <ButtonRow>
          <SubmitButton>{t.submit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
