// On the page of a meeting to which people are invited: the own answer, and for chairs and office who is expected, by seat.
import { DataTable } from '#kit/ui/DataTable.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useAct, useLoad } from '#kit/web/use.ts'
import { type Meeting, meetings } from '../contract.ts'
import { answerOf, forecastOf } from '../rules/forecast.ts'
import { responseTexts as t } from '../texts/responses.de.ts'
import { voteTexts } from '../texts/votes.de.ts'
import { RespondForm, type Response } from './RespondForm.tsx'

const remote = client(meetings)

export function Respond({ meeting }: { meeting: Meeting }) {
  const { mine, seen } = meeting.responses
  const { reload } = useLoad(remote.getMeeting, { id: meeting.object.id })
  const toast = useToast()
  const respond = useAct(remote.respond, () => toast({ text: t.saved }))
  const send = async (response: Response) => {
    if (!(await respond.act({ id: meeting.object.id, ...response, seen }))) reload()
  }
  if (mine.length === 0) return null
  return (
    <Section title={t.title}>
      <RespondForm
        key={seen}
        seats={mine}
        busy={respond.busy}
        error={respond.error}
        onSend={(response) => void send(response)}
      />
    </Section>
  )
}

/** Who comes, as it was said. For those who lead. */
export function Expected({ meeting }: { meeting: Meeting }) {
  const forecast = forecastOf(meeting)
  const { quorum } = forecast
  return (
    <Section title={t.expected} lead={t.expectedLead}>
      <Stack>
        <p>{t.forecast(forecast)}</p>
        {quorum ? (
          <Notice
            title={voteTexts.minutes.quorum}
            tone={quorum.reached === 'no' ? 'warning' : quorum.reached === 'yes' ? 'success' : 'info'}
          >
            {t.quorum[quorum.reached](quorum.needed, quorum.entitled)}
          </Notice>
        ) : null}
        <DataTable
          caption={t.expected}
          hideCaption
          rows={meeting.attendance}
          rowKey={({ organisation, unit }) => `${organisation.id} ${unit?.id ?? ''}`}
          columns={[
            {
              id: 'seat',
              header: t.seat,
              main: true,
              cell: ({ organisation, unit }) => voteTexts.seat(organisation.title, unit?.title ?? null),
            },
            {
              id: 'answer',
              header: t.answer,
              cell: (seat) => {
                const said = answerOf(meeting, seat)
                return said ? t.answers[said] : t.open
              },
            },
          ]}
        />
      </Stack>
    </Section>
  )
}
