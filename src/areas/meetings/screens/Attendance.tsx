// Which organisations were represented. Never who sat there, and never a ranking.
import { useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { Columns, Stack } from '#kit/ui/Layout.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useAct } from '#kit/web/use.ts'
import { type Meeting, meetings, Presence } from '../contract.ts'
import { screens } from '../texts/screens.de.ts'
import { texts } from '../texts.de.ts'

const remote = client(meetings)
const t = screens.page

export function Attendance({ meeting }: { meeting: Meeting }) {
  const { object, attendance, mayLead } = meeting
  const toast = useToast()
  const [editing, setEditing] = useState(false)
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const note = useAct(remote.noteAttendance, () => {
    setChosen({})
    setEditing(false)
    toast({ text: t.noted })
  })
  const stateOf = (id: string, state: Presence | null) => chosen[id] ?? state ?? ''
  const present = attendance.filter((one) => one.state === 'present').length
  const save = () =>
    void note.act(
      {
        id: object.id,
        attendance: attendance.flatMap(({ organisation, state }) => {
          const now = Presence.safeParse(stateOf(organisation.id, state))
          return now.success ? [{ organisation: organisation.id, state: now.data }] : []
        }),
      },
      { revision: object.revision },
    )
  const noted = attendance.length > 0 && attendance.every((one) => one.state !== null)
  const asking = mayLead && (!noted || editing)
  return (
    <Section
      title={t.attendance}
      lead={asking ? t.attendanceHint : t.counts(present, attendance.length)}
      actions={
        mayLead && !asking ? (
          <Button small onClick={() => setEditing(true)}>
            {t.changeAttendance}
          </Button>
        ) : undefined
      }
    >
      {asking ? (
        <Stack>
          <ButtonRow>
            <Button
              small
              onClick={() => setChosen(Object.fromEntries(attendance.map((one) => [one.organisation.id, 'present'])))}
            >
              {t.allPresent}
            </Button>
          </ButtonRow>
          <Columns min={260}>
            {attendance.map(({ organisation, state }) => (
              <Select
                key={organisation.id}
                name={`teilnahme-${organisation.id}`}
                label={organisation.title}
                emptyLabel={t.open}
                value={stateOf(organisation.id, state)}
                onChange={(value) => setChosen({ ...chosen, [organisation.id]: value })}
                options={Presence.options.map((value) => ({ value, label: texts.presences[value] }))}
              />
            ))}
          </Columns>
        </Stack>
      ) : (
        <DataTable
          caption={t.attendanceCaption}
          hideCaption
          dense
          rows={attendance}
          rowKey={(row) => row.organisation.id}
          columns={[
            { id: 'organisation', header: t.organisation, main: true, cell: (row) => row.organisation.title },
            { id: 'state', header: t.presence, cell: (row) => (row.state ? texts.presences[row.state] : t.open) },
          ]}
        />
      )}
      <Refused error={note.error} />
      {mayLead && Object.keys(chosen).length > 0 ? (
        <ButtonRow>
          <Button variant="primary" busy={note.busy} onClick={save}>
            {t.saveAttendance}
          </Button>
        </ButtonRow>
      ) : null}
    </Section>
  )
}
