// /terminfindungen/:id: who can come when, by seat and constituency, the own answer, and for chairs and office the choice of a day.
import { useState } from 'react'
import { Button } from '#kit/ui/Button.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { useNavigateTo } from '#kit/ui/Link.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { ObjectPage } from '#kit/ui/ObjectPage.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { Around } from '#kit/web/Around.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import type { Poll } from '../contract/polls.ts'
import { meetings } from '../contract.ts'
import { pollTexts } from '../texts/polls.de.ts'
import { AnswerForm, type Given } from './AnswerForm.tsx'
import { EndLinks } from './EndLinks.tsx'
import { PollOptions } from './PollOptions.tsx'
import { PollSeats } from './PollSeats.tsx'

const remote = client(meetings)
const t = pollTexts.page
const tones = { open: 'info', closed: 'success', withdrawn: 'neutral' } as const

export function PollPage({ id }: { id: string }) {
  const load = useLoad(remote.getPoll, { id })
  return <Loading load={load}>{(poll) => <Shown poll={poll} reload={load.reload} key={id} />}</Loading>
}

function Shown({ poll, reload }: { poll: Poll; reload: () => void }) {
  const { object, status, over, mayLead, meeting } = poll
  const [withdrawing, setWithdrawing] = useState(false)
  const open = status === 'open'
  return (
    <ObjectPage
      head={
        <PageHead
          title={object.title}
          kind={pollTexts.kind}
          state={{
            label: open && over ? pollTexts.over : pollTexts.statuses[status],
            tone: open && over ? 'warning' : tones[status],
          }}
          invented={object.invented}
          owners={object.body ? [{ label: object.body.title, to: `/gremien/${object.body.id}` }] : undefined}
          main={
            meeting ? (
              <Button variant="primary" to={`/sitzungen/${meeting}`}>
                {t.toMeeting}
              </Button>
            ) : undefined
          }
          actions={
            mayLead && open ? (
              <>
                <Button icon="edit" to={`/terminfindungen/${object.id}/bearbeiten`}>
                  {t.change}
                </Button>
                <Button variant="tertiary" onClick={() => setWithdrawing(true)}>
                  {t.withdraw}
                </Button>
              </>
            ) : undefined
          }
        />
      }
      aside={<Around id={object.id} />}
    >
      <Stack gap="l">
        {mayLead && open ? (
          <Notice tone={over ? 'warning' : 'info'} title={over ? t.waitsOver : t.waits(poll.until)} />
        ) : null}
        <DefinitionList
          items={[
            { term: t.until, value: formatDay(poll.until) },
            ...(open && poll.remindOn ? [{ term: t.remind, value: formatDay(poll.remindOn) }] : []),
            ...(poll.place ? [{ term: t.where, value: poll.place }] : []),
            ...(poll.online ? [{ term: t.online, value: poll.online }] : []),
            ...(poll.purpose ? [{ term: t.purpose, value: poll.purpose }] : []),
            ...(poll.withdrawnBecause ? [{ term: t.because, value: poll.withdrawnBecause }] : []),
          ]}
        />
        {open && !over ? <Mine poll={poll} reload={reload} /> : null}
        <PollOptions poll={poll} />
        <PollSeats poll={poll} />
        {mayLead && open ? <EndLinks poll={poll} /> : null}
        <Withdraw poll={poll} open={withdrawing} onClose={() => setWithdrawing(false)} />
      </Stack>
    </ObjectPage>
  )
}

function Mine({ poll, reload }: { poll: Poll; reload: () => void }) {
  const toast = useToast()
  const answer = useAct(remote.answerPoll, () => toast({ text: t.sent }))
  const send = async (given: Given) => {
    if (!(await answer.act({ id: poll.object.id, ...given, seen: poll.seen }))) reload()
  }
  return (
    <Section title={t.mine}>
      {poll.mine.length === 0 ? (
        <p>{t.noVoice}</p>
      ) : (
        <AnswerForm
          key={poll.seen}
          options={poll.options}
          voices={poll.mine}
          busy={answer.busy}
          error={answer.error}
          onSend={(given) => void send(given)}
        />
      )}
    </Section>
  )
}

function Withdraw({ poll, open, onClose }: { poll: Poll; open: boolean; onClose: () => void }) {
  const { id, revision } = poll.object
  const toast = useToast()
  const go = useNavigateTo()
  const withdraw = useAct(remote.withdrawPoll, () => {
    onClose()
    toast({ text: t.withdrawn })
    go(`/terminfindungen/${id}`)
  })
  return (
    <Dialog open={open} onClose={onClose} title={t.withdrawTitle}>
      <Form
        onSubmit={({ reason = '' }) => void withdraw.act({ id, reason }, { revision })}
        errors={withdraw.fields}
        fault={withdraw.error?.message}
        busy={withdraw.busy}
      >
        <TextArea name="reason" label={t.reason} maxLength={2000} />
        <SubmitButton>{t.withdraw}</SubmitButton>
      </Form>
    </Dialog>
  )
}
