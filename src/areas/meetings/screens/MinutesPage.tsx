// /sitzungen/:id/niederschrift: the minutes on paper: who was there by seat, whether the body could decide, votes, results, room for signatures.
import { WhomToAsk } from '#areas/cooperation/widgets/WhomToAsk.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import { type AgendaItem, type Meeting, meetings } from '../contract.ts'
import { minutesState } from '../rules/minutes.ts'
import { minutesTexts } from '../texts/minutes.de.ts'
import { screens } from '../texts/screens.de.ts'
import { quorumSentence, voteTexts } from '../texts/votes.de.ts'
import { resultWords } from '../texts.de.ts'
import { AfterwardsEntries } from './Afterwards.tsx'
import { AttendanceTable } from './Attendance.tsx'
import { PaperDownloads } from './MeetingDocuments.tsx'
import { VoteLine } from './VoteBox.tsx'

const remote = client(meetings)
const p = screens.page
const t = voteTexts.minutes

export function MinutesPage({ id }: { id: string }) {
  const load = useLoad(remote.getMeeting, { id })
  return <Loading load={load}>{(meeting) => <Minutes meeting={meeting} />}</Loading>
}

function Minutes({ meeting }: { meeting: Meeting }) {
  const { object, voting, items, afterwards } = meeting
  const { today } = useSession()
  const paper = meeting.papers.find(({ kind }) => kind === 'minutes')
  const settled = paper?.settled === true
  const counts =
    afterwards &&
    (afterwards.objections.length > 0 || afterwards.rectifications.some(({ state }) => state === 'counts'))
  return (
    <Stack gap="l">
      <PageHead
        title={t.title(meeting.number)}
        lead={afterwards && paper ? minutesTexts.sentence(minutesState(paper, afterwards, today)) : t.draft}
        invented={object.invented}
        actions={
          <ButtonRow>
            <Button icon="print" variant="primary" onClick={() => globalThis.print()}>
              {t.print}
            </Button>
            <Button to={`/sitzungen/${object.id}`}>{t.back}</Button>
          </ButtonRow>
        }
      />
      <PaperDownloads meeting={meeting} paper="minutes" />
      <DefinitionList
        items={[
          { term: t.body, value: object.body?.title ?? '' },
          { term: p.when, value: p.time(formatDay(meeting.day), meeting.starts, meeting.ends) },
          ...(meeting.place ? [{ term: p.where, value: meeting.place }] : []),
          ...(meeting.online ? [{ term: p.online, value: meeting.online }] : []),
          ...(meeting.purpose ? [{ term: p.purpose, value: meeting.purpose }] : []),
          ...(voting ? [{ term: t.quorum, value: quorumSentence(voting) }] : []),
        ]}
      />
      <Section title={p.attendance}>
        {meeting.attendance.some((one) => one.state !== null) ? (
          <AttendanceTable meeting={meeting} />
        ) : (
          <p>{t.noneNoted}</p>
        )}
      </Section>
      {items.map((item, at) => (
        <Section key={item.id} title={`${p.position(at + 1)}: ${item.title}`}>
          <Item item={item} settled={settled} />
        </Section>
      ))}
      {counts ? (
        <Section title={minutesTexts.title}>
          <Stack>
            <AfterwardsEntries meeting={meeting} printed />
          </Stack>
        </Section>
      ) : null}
      <Section title={t.signatures}>
        <Stack gap="l">
          {t.signers.map((who) => (
            <Stack key={who} gap="s">
              <span>{who}</span>
              <hr style={{ width: '100%', maxWidth: '28rem', margin: '3.5rem 0 0' }} />
              <small>{t.line}</small>
            </Stack>
          ))}
        </Stack>
      </Section>
      <WhomToAsk of={object.body?.id} />
    </Stack>
  )
}

const Item = ({ item, settled }: { item: AgendaItem; settled: boolean }) => (
  <Stack gap="s">
    {item.notes ? <p style={{ whiteSpace: 'pre-line' }}>{item.notes}</p> : settled ? null : <p>{p.noNotes}</p>}
    {item.vote ? <VoteLine vote={item.vote} /> : null}
    {item.result ? (
      <p>{`${resultWords[item.result.result]}: ${item.result.title}`}</p>
    ) : item.hasResult ? (
      <p>{p.hidden}</p>
    ) : null}
  </Stack>
)
