// Which seats were there, themselves or by their deputy, and whether that made the body quorate. Never who sat there, and never a ranking.
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
import { answerOf, presenceOf } from '../rules/forecast.ts'
import { responseTexts } from '../texts/responses.de.ts'
import { screens } from '../texts/screens.de.ts'
import { voteTexts } from '../texts/votes.de.ts'
import { texts } from '../texts.de.ts'
import { Quorum } from './Quorum.tsx'

const remote = client(meetings)
const t = screens.page
type Seat = Meeting['attendance'][number]
const keyOf = ({ organisation, unit }: Seat) => `${organisation.id}/${unit?.id ?? ''}`
const nameOf = ({ organisation, unit }: Seat) => voteTexts.seat(organisation.title, unit?.title ?? null)
/** A deputy can only have been there where one was sent. */
const choices = (seat: Seat) => Presence.options.filter((one) => one !== 'represented' || seat.deputy)

/** As the seats have answered the invitation, where nothing has been noted yet. */
function foreseenOf(meeting: Meeting): Record<string, string> {
  if (meeting.attendance.some(({ state }) => state !== null)) return {}
  return Object.fromEntries(
    meeting.attendance.flatMap((seat) => {
      const said = answerOf(meeting, seat)
      const state = said && presenceOf[said]
      return state && choices(seat).includes(state) ? [[keyOf(seat), state]] : []
    }),
  )
}

export function Attendance({ meeting }: { meeting: Meeting }) {
  const { object, attendance, mayLead, voting } = meeting
  const toast = useToast()
  const [editing, setEditing] = useState(false)
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(() => (mayLead ? foreseenOf(meeting) : {}))
  const note = useAct(remote.noteAttendance, () => {
    setChosen({})
    setEditing(false)
    toast({ text: t.noted })
  })
  const stateOf = (seat: Seat) => chosen[keyOf(seat)] ?? seat.state ?? ''
  const present = attendance.filter((one) => one.state === 'present' || one.state === 'represented').length
  const save = () =>
    void note.act(
      {
        id: object.id,
        attendance: attendance.flatMap((seat) => {
          const now = Presence.safeParse(stateOf(seat))
          return now.success
            ? [{ organisation: seat.organisation.id, unit: seat.unit?.id ?? null, state: now.data }]
            : []
        }),
      },
      { revision: object.revision },
    )
  const [foreseen] = useState(() => Object.keys(chosen).length > 0)
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
      <Stack>
        {asking ? (
          <Stack>
            {foreseen && !noted ? <p>{responseTexts.prefilled}</p> : null}
            <ButtonRow>
              <Button
                small
                onClick={() => setChosen(Object.fromEntries(attendance.map((one) => [keyOf(one), 'present'])))}
              >
                {t.allPresent}
              </Button>
            </ButtonRow>
            <Columns min={260}>
              {attendance.map((seat) => (
                <Select
                  key={keyOf(seat)}
                  name={`teilnahme-${keyOf(seat)}`}
                  label={nameOf(seat)}
                  emptyLabel={t.open}
                  value={stateOf(seat)}
                  onChange={(value) => setChosen({ ...chosen, [keyOf(seat)]: value })}
                  options={choices(seat).map((value) => ({ value, label: texts.presences[value] }))}
                />
              ))}
            </Columns>
          </Stack>
        ) : (
          <AttendanceTable meeting={meeting} />
        )}
        <Refused error={note.error} />
        {mayLead && Object.keys(chosen).length > 0 ? (
          <ButtonRow>
            <Button variant="primary" busy={note.busy} onClick={save}>
              {t.saveAttendance}
            </Button>
          </ButtonRow>
        ) : null}
        {voting ? <Quorum voting={voting} /> : null}
      </Stack>
    </Section>
  )
}

export const AttendanceTable = ({ meeting }: { meeting: Meeting }) => (
  <DataTable
    caption={t.attendanceCaption}
    hideCaption
    dense
    rows={meeting.attendance}
    rowKey={keyOf}
    columns={[
      { id: 'seat', header: t.seat, main: true, cell: nameOf },
      { id: 'state', header: t.presence, cell: (row) => (row.state ? texts.presences[row.state] : t.open) },
      ...(meeting.voting
        ? [
            {
              id: 'voting',
              header: voteTexts.voting,
              cell: (row: Seat) => (row.voting ? voteTexts.hasVote : voteTexts.noVote),
            },
          ]
        : []),
    ]}
  />
)
