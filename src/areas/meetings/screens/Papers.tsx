// Agenda, invitation and minutes on the page of a meeting: put before the chairs, released by both where the rules ask for it, then sent or kept.
import { ReleaseBox } from '#areas/cooperation/widgets/ReleaseBox.tsx'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Columns, Stack } from '#kit/ui/Layout.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import { type Meeting, meetings, type Paper } from '../contract.ts'
import { screens } from '../texts/screens.de.ts'
import { PaperDownloads } from './MeetingDocuments.tsx'

const remote = client(meetings)
const t = screens.page.papers

export function Papers({ meeting }: { meeting: Meeting }) {
  const { object, status, mayLead, papers } = meeting
  const { today } = useSession()
  const toast = useToast()
  const invite = useAct(remote.inviteMeeting, () => toast({ text: t.invited }))
  const reopen = useAct(remote.reopenMeeting, () => toast({ text: t.reopened }))
  const shown = papers.filter((paper) =>
    paper.kind === 'minutes' ? status === 'held' : status !== 'held' || paper.object !== null,
  )
  const act = { id: object.id }
  const { revision } = object
  const ready = papers.every((paper) => paper.kind === 'minutes' || paper.settled)
  return (
    <Section title={status === 'held' ? t.titleHeld : t.title} lead={t.lead}>
      <Stack>
        <Columns min={260}>
          {shown.map((paper) => (
            <OnePaper key={paper.kind} meeting={meeting} paper={paper} />
          ))}
        </Columns>
        {mayLead && status === 'planned' && ready && meeting.day >= today ? (
          <Stack gap="s">
            <small>{t.inviteHint}</small>
            <ButtonRow>
              <Button
                variant="primary"
                icon="mail"
                busy={invite.busy}
                onClick={() => void invite.act(act, { revision })}
              >
                {t.invite}
              </Button>
            </ButtonRow>
          </Stack>
        ) : null}
        {mayLead && status === 'invited' ? (
          <ButtonRow>
            <Button variant="tertiary" busy={reopen.busy} onClick={() => void reopen.act(act, { revision })}>
              {t.reopen}
            </Button>
          </ButtonRow>
        ) : null}
        <Refused error={invite.error ?? reopen.error} />
      </Stack>
    </Section>
  )
}

function stateOf(paper: Paper) {
  if (paper.object === null) return { label: t.notYet, tone: 'neutral' } as const
  if (paper.settled) return { label: t.settled, tone: 'success' } as const
  if (paper.returned) return { label: t.returned, tone: 'warning' } as const
  return paper.upToDate
    ? ({ label: t.waiting, tone: 'info' } as const)
    : ({ label: t.changed, tone: 'warning' } as const)
}

function OnePaper({ meeting, paper }: { meeting: Meeting; paper: Paper }) {
  const toast = useToast()
  const present = useAct(remote.presentPaper, () => toast({ text: paper.needsKeys ? t.presented : t.fixed }))
  const { kind } = paper
  const before = meeting.papers.find((one) => one.kind === 'agenda')
  const open = kind === 'minutes' ? meeting.status === 'held' : meeting.status === 'planned'
  const possible =
    meeting.mayLead &&
    open &&
    !paper.settled &&
    (paper.object === null || !paper.upToDate || paper.returned) &&
    (kind !== 'agenda' || meeting.items.length > 0) &&
    (kind !== 'invitation' || (before?.object !== null && before?.upToDate === true))
  const state = stateOf(paper)
  const sent = meeting.status === 'invited' || (meeting.status === 'held' && kind !== 'minutes')
  return (
    <Section title={t.kinds[kind]} level={3}>
      <Stack gap="s">
        <span>
          <Badge tone={state.tone}>{state.label}</Badge>
        </span>
        {paper.object && !paper.upToDate && !sent ? <small>{t.changedHint}</small> : null}
        {paper.needsKeys ? null : <small>{t.noKeys}</small>}
        {kind === 'minutes' && paper.settled ? <small>{t.minutesStay}</small> : null}
        {possible ? (
          <Button
            small
            variant={paper.object === null ? 'primary' : 'secondary'}
            busy={present.busy}
            onClick={() => void present.act({ id: meeting.object.id, kind })}
          >
            {paper.object === null ? (paper.needsKeys ? t.present[kind] : t.fix[kind]) : t.again}
          </Button>
        ) : null}
        <Refused error={present.error} />
        <PaperDownloads meeting={meeting} paper={kind} small />
        {paper.object && paper.needsKeys ? <ReleaseBox object={paper.object} /> : null}
      </Stack>
    </Section>
  )
}
