// What each seat has answered, by organisation; who has not answered stands there as open, and nothing says who was quick.
import { DataTable } from '#kit/ui/DataTable.tsx'
import { formatDayShort } from '#kit/ui/format.ts'
import { Section } from '#kit/ui/Section.tsx'
import type { Poll, PollAnswer } from '../contract/polls.ts'
import { pollTexts } from '../texts/polls.de.ts'
import { standing } from './PollOptions.tsx'

const t = pollTexts.page
type Line = { key: string; name: string; group: string | null; answers: Readonly<Record<string, PollAnswer>> }

export function PollSeats({ poll }: { poll: Poll }) {
  const seats: Line[] = poll.seats.map(({ organisation, unit, constituency }) => ({
    key: `${organisation.id} ${unit?.id ?? ''}`,
    name: pollTexts.voices.seat(organisation.title, unit?.title ?? null),
    group: constituency,
    answers:
      poll.answers.find(
        (one) => one.voice === 'seat' && one.organisation?.id === organisation.id && one.unit?.id === unit?.id,
      )?.answers ?? {},
  }))
  const guests: Line[] = poll.guests.map(({ id, name }) => ({
    key: id,
    name,
    group: t.guests,
    answers: poll.answers.find(({ guest }) => guest === id)?.answers ?? {},
  }))
  const rows = [...new Map([...seats, ...guests].map((line) => [line.key, line])).values()]
  return (
    <Section title={t.seatTable}>
      <DataTable
        caption={t.seatTable}
        hideCaption
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { id: 'seat', header: t.seat, main: true, cell: (row) => row.name },
          { id: 'group', header: t.group, cell: (row) => row.group ?? '', phone: 'hide' },
          ...standing(poll).map((option) => ({
            id: option.id,
            header: `${formatDayShort(option.day)}, ${option.starts}`,
            cell: (row: Line) => {
              const said = row.answers[option.id]
              return said ? pollTexts.answers[said] : pollTexts.open
            },
          })),
        ]}
      />
    </Section>
  )
}
