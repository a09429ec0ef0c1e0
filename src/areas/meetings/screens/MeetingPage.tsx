// /sitzungen/:id: a meeting from its agenda to its results. Chairs and office have the same buttons.
import { useState } from 'react'
import { objects } from '#kit/objects/contract.ts'
import { Button } from '#kit/ui/Button.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { A, useNavigateTo } from '#kit/ui/Link.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { ObjectPage } from '#kit/ui/ObjectPage.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { Around } from '#kit/web/Around.tsx'
import { addressOf, client } from '#kit/web/client.ts'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { type Meeting, meetings } from '../contract.ts'
import { calendarTexts } from '../texts/calendar.de.ts'
import { screens } from '../texts/screens.de.ts'
import { topicTexts } from '../texts/topics.de.ts'
import { voteTexts } from '../texts/votes.de.ts'
import { texts } from '../texts.de.ts'
import { meetingTone } from '../widgets/tone.ts'
import { AddItem } from './AddItem.tsx'
import { Afterwards, MinutesLine } from './Afterwards.tsx'
import { AgendaLine } from './AgendaLine.tsx'
import { Attendance } from './Attendance.tsx'
import { MeetingDocuments } from './MeetingDocuments.tsx'
import { Papers } from './Papers.tsx'
import { Proposals } from './Proposals.tsx'
import { Expected, Respond } from './Responses.tsx'

const remote = client(meetings)
const undo = client(objects)
const t = screens.page

export function MeetingPage({ id }: { id: string }) {
  const load = useLoad(remote.getMeeting, { id })
  return <Loading load={load}>{(meeting) => <Shown meeting={meeting} key={id} />}</Loading>
}

function Shown({ meeting }: { meeting: Meeting }) {
  const { object, status, mayLead } = meeting
  const id = object.id
  const { today, actingFor } = useSession()
  const toast = useToast()
  const go = useNavigateTo()
  const [cancelling, setCancelling] = useState(false)
  const [left, setLeft] = useState(false)
  const coming = status === 'planned' || status === 'invited'
  const hold = useAct(remote.holdMeeting, () => toast({ text: t.held }))
  const cancel = useAct(remote.cancelMeeting, () => {
    setCancelling(false)
    toast({ text: t.cancelDone })
  })
  const restore = useAct(undo.restore, () => toast({ text: t.undone }))
  const remove = useAct(undo.remove, (gone) => {
    setLeft(true)
    toast({ text: t.takenAway, undo: () => void restore.act({ id }, { revision: gone.object.revision }) })
    go('/sitzungen')
  })
  if (left) return null
  const revision = object.revision
  // What the chairs have released stays: nothing there is offered for changing any more.
  const settled = meeting.papers.some((paper) => paper.kind === 'minutes' && paper.settled)
  const written = settled ? { ...meeting, mayLead: false } : meeting
  const mayRemove = coming && meeting.items.length === 0 && object.owner?.id === actingFor?.id
  return (
    <ObjectPage
      head={
        <PageHead
          title={object.title}
          kind={screens.kind}
          state={{ label: texts.statuses[status], tone: meetingTone[status] }}
          invented={object.invented}
          owners={object.body ? [{ label: object.body.title, to: `/gremien/${object.body.id}` }] : undefined}
          main={
            mayLead && coming && meeting.day <= today ? (
              <Button variant="primary" busy={hold.busy} onClick={() => void hold.act({ id }, { revision })}>
                {t.hold}
              </Button>
            ) : undefined
          }
          actions={
            mayLead && coming ? (
              <>
                <TakeAlong id={id} />
                <Button icon="edit" to={`/sitzungen/${id}/bearbeiten`}>
                  {t.change}
                </Button>
                {mayRemove ? (
                  <Button variant="tertiary" busy={remove.busy} onClick={() => void remove.act({ id }, { revision })}>
                    {t.takeAway}
                  </Button>
                ) : (
                  <Button variant="tertiary" onClick={() => setCancelling(true)}>
                    {t.cancel}
                  </Button>
                )}
              </>
            ) : coming ? (
              <TakeAlong id={id} />
            ) : status === 'held' ? (
              <Button icon="print" to={`/sitzungen/${id}/niederschrift`}>
                {voteTexts.minutes.open}
              </Button>
            ) : undefined
          }
        />
      }
      aside={<Around id={id} />}
    >
      <Stack gap="l">
        <Refused error={hold.error ?? remove.error} />
        {mayLead && coming && meeting.day <= today ? (
          <Notice tone="info" title={t.holdTitle}>
            {t.holdHint}
          </Notice>
        ) : null}
        <DefinitionList
          items={[
            { term: t.when, value: t.time(formatDay(meeting.day), meeting.starts, meeting.ends) },
            ...(meeting.place ? [{ term: t.where, value: meeting.place }] : []),
            ...(meeting.online
              ? [
                  {
                    term: t.online,
                    value: /^https:\/\//.test(meeting.online) ? (
                      <a href={meeting.online}>{meeting.online}</a>
                    ) : (
                      meeting.online
                    ),
                  },
                ]
              : []),
            ...(meeting.purpose ? [{ term: t.purpose, value: meeting.purpose }] : []),
            ...(meeting.cancelledBecause ? [{ term: t.cancelled, value: meeting.cancelledBecause }] : []),
          ]}
        />
        <MinutesLine meeting={meeting} />
        {status === 'invited' ? <Respond meeting={meeting} /> : null}
        <Agenda meeting={written} coming={status === 'planned'} />
        {status === 'cancelled' || !object.body ? null : (
          <p>
            <A to={`/anliegen/neu?gremium=${object.body.id}&sitzung=${id}`}>{topicTexts.proposals.impulse}</A>
          </p>
        )}
        {mayLead && status === 'invited' ? <Expected meeting={meeting} /> : null}
        {status === 'held' ? <Attendance meeting={written} /> : null}
        {status === 'cancelled' ? null : <Papers meeting={meeting} />}
        <MeetingDocuments meeting={meeting} />
        <Afterwards meeting={meeting} />
        <Dialog open={cancelling} onClose={() => setCancelling(false)} title={t.cancelTitle}>
          <Form
            onSubmit={({ reason = '' }) => void cancel.act({ id, reason }, { revision })}
            errors={cancel.fields}
            fault={cancel.error?.message}
            busy={cancel.busy}
          >
            <TextArea name="reason" label={t.reason} maxLength={2000} />
            <SubmitButton>{t.cancel}</SubmitButton>
          </Form>
        </Dialog>
      </Stack>
    </ObjectPage>
  )
}

function Agenda({ meeting, coming }: { meeting: Meeting; coming: boolean }) {
  const { object, items, removed, mayLead } = meeting
  const toast = useToast()
  const restore = useAct(remote.restoreItem, () => toast({ text: t.restored }))
  return (
    <Section title={t.agenda}>
      <Stack>
        {items.length === 0 ? <EmptyState title={t.noItems}>{mayLead ? t.noItemsHint : null}</EmptyState> : null}
        {items.map((item, at) => (
          <AgendaLine key={item.id} meeting={meeting} item={item} at={at} coming={coming} />
        ))}
        {mayLead && coming ? <Proposals meeting={object.id} /> : null}
        {mayLead && coming ? <AddItem meeting={meeting} /> : null}
        {mayLead && coming && removed.length > 0 ? (
          <Section title={t.removedItems} level={3}>
            <ul>
              {removed.map((item) => (
                <li key={item.id}>
                  {`${item.title} `}
                  <Button
                    small
                    variant="tertiary"
                    busy={restore.busy}
                    onClick={() => void restore.act({ id: object.id, item: item.id }, { revision: object.revision })}
                  >
                    {t.back}
                  </Button>
                </li>
              ))}
            </ul>
            <Refused error={restore.error} />
          </Section>
        ) : null}
      </Stack>
    </Section>
  )
}

const TakeAlong = ({ id }: { id: string }) => (
  <Button icon="calendar" to={addressOf(meetings.meetingCalendar, { id }).url}>
    {calendarTexts.takeAlong}
  </Button>
)
