// Who is away and who stands in: one's own in the settings, all of an organisation on its page. No reason, no history.
import { useState } from 'react'
import { access } from '#kit/access/contract.ts'
import { addDays } from '#kit/clock/days.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useHolds, useSession } from '#kit/web/session.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { absenceTexts as t } from '../texts/absence.de.ts'

const remote = client(access)

/** One's own absences, and whom one represents. */
export function OwnAbsence() {
  const { person, actingFor } = useSession()
  const [entering, setEntering] = useState(false)
  if (!person) return null
  return (
    <Section title={t.title} lead={t.lead}>
      <Stack gap="s">
        {actingFor ? (
          <>
            <Lines person={person.id} organisation={actingFor.id} empty />
            <ButtonRow>
              <Button onClick={() => setEntering(true)}>{t.enter}</Button>
            </ButtonRow>
          </>
        ) : (
          <p>{t.noOrganisation}</p>
        )}
      </Stack>
      {entering && actingFor ? (
        <Enter organisation={actingFor.id} person={person.id} onClose={() => setEntering(false)} />
      ) : null}
    </Section>
  )
}

/** Everybody of the organisation who is away, for those who work with them; its administration enters it for others. */
export function AbsencesOf({ organisation }: { organisation: string }) {
  const holds = useHolds()
  const { data } = useLoad(remote.absences, { organisation })
  const [entering, setEntering] = useState(false)
  const admin = holds(['admin'], organisation)
  if (!admin && !data?.absences.length) return null
  return (
    <Section title={t.title} lead={t.leadOthers}>
      <Stack gap="s">
        <Lines organisation={organisation} empty={admin} />
        {admin ? (
          <ButtonRow>
            <Button small onClick={() => setEntering(true)}>
              {t.enter}
            </Button>
          </ButtonRow>
        ) : null}
      </Stack>
      {entering ? <Enter organisation={organisation} person={null} onClose={() => setEntering(false)} /> : null}
    </Section>
  )
}

function Lines({ organisation, person, empty }: { organisation: string; person?: string; empty: boolean }) {
  const session = useSession()
  const toast = useToast()
  const { data } = useLoad(remote.absences, { organisation, ...(person ? { person } : {}) })
  const end = useAct(remote.endAbsence, () => toast({ text: t.ended }))
  if (!data) return null
  if (data.absences.length === 0) return empty ? <p>{t.none}</p> : null
  return (
    <>
      <ul>
        {data.absences.map((one) => {
          const last = formatDay(addDays(one.until, -1))
          return (
            <li key={one.id}>
              {person && one.representedBy?.id === session.person?.id
                ? t.iRepresent(one.person.title, last)
                : t.line(one.person.title, formatDay(one.from), last, one.representedBy?.title ?? null)}{' '}
              {one.mayEnd ? (
                <Button small variant="tertiary" busy={end.busy} onClick={() => void end.act({ id: one.id })}>
                  {t.end}
                </Button>
              ) : null}
            </li>
          )
        })}
      </ul>
      <Refused error={end.error} />
    </>
  )
}

function Enter({
  organisation,
  person,
  onClose,
}: {
  organisation: string
  person: string | null
  onClose: () => void
}) {
  const { today } = useSession()
  const toast = useToast()
  const known = useLoad(remote.mandates, { organisation, on: today })
  const people = [...new Map(known.data?.mandates.map((one) => [one.person.id, one.person.title]))].map(
    ([value, label]) => ({ value, label }),
  )
  const enter = useAct(remote.enterAbsence, () => {
    toast({ text: t.entered })
    onClose()
  })
  return (
    <Dialog open onClose={onClose} title={t.enter}>
      <Form
        onSubmit={(values) =>
          void enter.act({
            ...(person ? {} : { person: values.person ?? '' }),
            from: values.from || today,
            until: addDays(values.until || values.from || today, 1),
            representedBy: values.representedBy || null,
          })
        }
        errors={enter.fields}
        fault={enter.error && enter.error.fields.length === 0 ? enter.error.message : undefined}
        busy={enter.busy}
      >
        {person ? null : <Select name="person" label={t.person} options={people} />}
        <DateField name="from" label={t.from} defaultValue={today} />
        <DateField name="until" label={t.until} defaultValue={today} />
        <Select
          name="representedBy"
          label={t.representedBy}
          hint={t.representedHint}
          optional
          emptyLabel={t.nobody}
          options={people.filter((one) => one.value !== person)}
        />
        <ButtonRow>
          <SubmitButton>{t.enter}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
