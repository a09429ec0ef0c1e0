// Where the second link of a reminder leads: people who never sign in read what is owed and answer here. Opening changes nothing, the button does.
import { type ReactNode, useState } from 'react'
import { figures } from '#areas/figures/contract.ts'
import { Asked, faultBeside, useAsked } from '#areas/figures/widgets/Asked.tsx'
import { duties, type LinkedDuty } from '#kit/duties/contract.ts'
import { texts as dutyTexts } from '#kit/duties/texts.de.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Card } from '#kit/ui/Card.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { figureStates, wordsOf } from '#kit/ui/figure-state.ts'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { NumberField } from '#kit/ui/NumberField.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { Skeleton } from '#kit/ui/Skeleton.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { client } from '#kit/web/client.ts'
import { dutyTones } from '#kit/web/duty-tones.ts'
import { useSession } from '#kit/web/session.tsx'
import { type Acting, useAct, useLoad } from '#kit/web/use.ts'
import { linkTexts as t } from './act-by-link.texts.de.ts'

const remote = client(duties)
const figuresRemote = client(figures)

export function ActByLinkPage({ token }: { token: string }) {
  const [done, setDone] = useState(false)
  const load = useLoad(remote.linked, { token }, { when: !done })
  const over = (title: string, text: string) => (
    <>
      <PageHead title={title} lead={text} />
      <ButtonRow>
        <Button to="/anmelden">{t.signIn}</Button>
      </ButtonRow>
    </>
  )
  if (done) return <PageHead title={t.done} lead={t.doneText} />
  if (load.error)
    return [400, 404].includes(load.error.status) ? over(t.unknown, t.unknownText) : over(load.error.message, '')
  if (!load.data) return <Skeleton />
  const { state } = load.data
  if (state === 'used') return over(t.used, t.usedText)
  if (state === 'over') return over(t.over, t.overText)
  if (state === 'ended') return over(t.ended, t.endedText)
  return <Open token={token} linked={load.data} onDone={() => setDone(true)} />
}

function Open({ token, linked, onDone }: { token: string; linked: LinkedDuty; onDone: () => void }) {
  const { duty, can } = linked
  if (!duty) return <PageHead title={t.kind} lead={t.settled} />
  const facts = [
    { term: dutyTexts.parties(duty.kind).debtor, value: duty.debtor },
    { term: dutyTexts.parties(duty.kind).creditor, value: duty.creditor },
    { term: t.clause, value: `${duty.clause} (${dutyTexts.strengths[duty.strength]})` },
    { term: t.due, value: formatDay(duty.due) },
    { term: t.subject, value: duty.subject },
  ]
  const settled = duty.state !== 'open' && duty.state !== 'overdue' && duty.state !== 'notYet'
  return (
    <Stack gap="l">
      <PageHead
        title={duty.title}
        kind={t.kind}
        state={{ label: dutyTexts.states[duty.state], tone: dutyTones[duty.state] }}
        lead={t.lead(linked.person, linked.organisation)}
        invented={duty.invented}
      />
      <DefinitionList items={facts.filter((fact) => fact.value)} />
      {can.length === 0 ? <Notice tone="info" title={settled ? t.settled : t.notHere} /> : null}
      {can.includes('deliver') ? <Deliver token={token} figure onDone={onDone} /> : null}
      {can.includes('confirm') ? <Deliver token={token} onDone={onDone} /> : null}
      {can.includes('state') ? <State token={token} seat={duty.kind === 'acceptSeat'} onDone={onDone} /> : null}
      {can.includes('reason') ? <Reason token={token} onDone={onDone} /> : null}
    </Stack>
  )
}

type Part = { token: string; onDone: () => void }
type Sending = Pick<Acting<never>, 'busy' | 'error' | 'fields'>

function Answer({
  title,
  submit,
  sending,
  onSubmit,
  children,
}: {
  title: string
  submit: string
  sending: Sending
  onSubmit: (values: Record<string, string>) => void
  children: ReactNode
}) {
  return (
    <Card title={title}>
      <Form onSubmit={onSubmit} errors={sending.fields} fault={faultBeside(sending.error)} busy={sending.busy}>
        {children}
        <ButtonRow>
          <SubmitButton>{submit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Card>
  )
}

function State({ token, seat, onDone }: Part & { seat: boolean }) {
  const { today } = useSession()
  const send = useAct(remote.stateByLink, onDone)
  return (
    <Answer
      title={seat ? t.acceptTitle : t.stateTitle}
      submit={seat ? t.acceptSubmit : t.stateSubmit}
      sending={send}
      onSubmit={({ day = '', text = '' }) => void send.act({ token, day: day || today, text })}
    >
      {seat ? null : <DateField name="day" label={t.day} defaultValue={today} max={today} />}
      <TextArea
        name="text"
        label={seat ? t.acceptText : t.text}
        hint={t.textHint}
        rows={3}
        defaultValue={seat ? t.acceptWords : ''}
      />
    </Answer>
  )
}

function Reason({ token, onDone }: Part) {
  const send = useAct(remote.reasonByLink, onDone)
  return (
    <Answer
      title={t.reasonTitle}
      submit={t.reasonSubmit}
      sending={send}
      onSubmit={({ because = '' }) => void send.act({ token, because })}
    >
      <TextArea name="because" label={t.because} hint={t.becauseHint} rows={3} />
    </Answer>
  )
}

const marks = ['nil', 'unknown', 'unreliable', 'later', 'meaningless'] as const

function Deliver({ token, figure = false, onDone }: Part & { figure?: boolean }) {
  const [chosen, setChosen] = useState('')
  const send = useAct(figuresRemote.deliverByLink, onDone)
  const asked = useAsked(send.error)
  const mark = marks.find((one) => one === chosen) ?? null
  return (
    <Answer
      title={figure ? t.deliverTitle : t.confirmTitle}
      submit={figure ? t.deliverSubmit : t.confirmSubmit}
      sending={send}
      onSubmit={({ value = '', comment = '', explanation = '' }) =>
        void send.act({
          token,
          ...(figure ? { value: mark === null && value !== '' ? Number(value) : null, mark } : {}),
          comment: comment || null,
          explanation: explanation || null,
        })
      }
    >
      <p>{figure ? t.deliverHint : t.confirmHint}</p>
      {figure && chosen === '' ? <NumberField name="value" label={t.value} decimals={6} /> : null}
      {figure ? (
        <Select
          name="mark"
          label={t.mark}
          emptyLabel={t.noMark}
          value={chosen}
          onChange={setChosen}
          options={figureStates
            .filter((state) => marks.some((one) => one === state))
            .map((value) => ({ value, label: wordsOf(value) }))}
        />
      ) : null}
      {figure ? <Asked asked={asked} /> : null}
      <TextArea name="comment" label={t.comment} rows={2} optional />
    </Answer>
  )
}
