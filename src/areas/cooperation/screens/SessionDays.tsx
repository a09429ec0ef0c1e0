// When committees outside meet, where a clause goes by it: kept by the office, read by all.
import { useState } from 'react'
import { Button } from '#kit/ui/Button.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { readDay } from '#kit/ui/german-input.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useAct, useLoad } from '#kit/web/use.ts'
import { type Body, cooperation } from '../contract.ts'
import { germanDay } from '../texts/arising.de.ts'
import { yearTexts } from '../texts/year.de.ts'

const remote = client(cooperation)
const t = yearTexts.sessions

export function SessionDays({ body }: { body: Body }) {
  const { id, revision } = body.head
  const load = useLoad(remote.sessions, { id })
  const toast = useToast()
  const [editing, setEditing] = useState<{ name: string; days: string[] } | null>(null)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const keep = useAct(remote.keepSessions, () => {
    setEditing(null)
    toast({ text: t.saved })
  })
  const committees = load.data?.committees ?? []
  if (committees.length === 0) return null
  const save = (text: string) => {
    const lines = text.split(/[\n,;]+/).flatMap((line) => (line.trim() ? [line.trim()] : []))
    const days = lines.map((line) => readDay(line))
    const wrong = lines.find((_, place) => !days[place])
    setFaults(wrong ? { days: t.wrong(wrong) } : {})
    if (!wrong) void keep.act({ id, committee: editing!.name, days: days as string[] }, { revision })
  }
  return (
    <Section title={t.title} lead={t.lead}>
      <Stack>
        {committees.map((one) => (
          <Section
            key={one.name}
            title={one.name}
            level={3}
            actions={
              load.data?.mayKeep ? (
                <Button small icon="edit" onClick={() => setEditing(one)}>
                  {t.edit}
                </Button>
              ) : null
            }
          >
            {one.days.length === 0 ? (
              <p>{t.missing}</p>
            ) : (
              <ul>
                {one.days.map((day) => (
                  <li key={day}>{formatDay(day)}</li>
                ))}
              </ul>
            )}
          </Section>
        ))}
      </Stack>
      {editing ? (
        <Dialog open onClose={() => setEditing(null)} title={t.editOf(editing.name)}>
          <Form
            onSubmit={({ days = '' }) => save(days)}
            errors={{ ...keep.fields, ...faults }}
            fault={keep.error?.message}
            busy={keep.busy}
          >
            <TextArea
              name="days"
              label={t.field}
              hint={t.hint}
              rows={6}
              optional
              defaultValue={editing.days.map(germanDay).join('\n')}
            />
            <SubmitButton>{t.save}</SubmitButton>
          </Form>
        </Dialog>
      ) : null}
    </Section>
  )
}
