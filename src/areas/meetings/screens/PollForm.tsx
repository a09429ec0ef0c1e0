// /terminfindungen/neu and /terminfindungen/:id/bearbeiten: which days are asked about, until when, and who is asked beside the seats.

import { useState } from 'react'
import { cooperation } from '#areas/cooperation/contract.ts'
import { firstBody } from '#areas/cooperation/widgets/first-body.ts'
import { addDays } from '#kit/clock/days.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { Fieldset } from '#kit/ui/Fieldset.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { clockTime } from '#kit/ui/german-input.ts'
import { Columns, Stack } from '#kit/ui/Layout.tsx'
import { useNavigateTo } from '#kit/ui/Link.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { Conflict } from '#kit/web/Conflict.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useAct, useBegun, useLoad } from '#kit/web/use.ts'
import type { Poll } from '../contract/polls.ts'
import { meetings } from '../contract.ts'
import { pollTexts } from '../texts/polls.de.ts'
import { screens } from '../texts/screens.de.ts'
import { ChooseDays } from './ChooseDays.tsx'

const remote = client(meetings)
const bodiesRemote = client(cooperation)
const t = pollTexts.form

export function NewPollPage({ search }: { search: { gremium?: string } }) {
  const load = useLoad(bodiesRemote.bodies, {})
  return (
    <Loading load={load}>
      {({ bodies }) => {
        const led = bodies.filter((body) => body.mine.some((role) => role === 'chair' || role === 'office'))
        if (led.length === 0) return <EmptyState title={screens.form.nobody}>{screens.form.nobodyHint}</EmptyState>
        return (
          <NewPoll
            bodies={led.map((body) => ({ value: body.id, label: body.name }))}
            first={led.some(({ id }) => id === search.gremium) ? search.gremium! : firstBody(led)!.id}
          />
        )
      }}
    </Loading>
  )
}

/** "Eva Muster, eva@example.org", one to a line. */
function guestsIn(text: string): { guests: { name: string; address: string }[]; fault: string | null } {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const guests = lines.map((line) => {
    const at = Math.max(line.lastIndexOf(','), line.lastIndexOf(';'))
    return { line, name: line.slice(0, Math.max(at, 0)).trim(), address: line.slice(at + 1).trim() }
  })
  const wrong = guests.find(({ name, address }) => name.length < 2 || !/^\S+@\S+\.\S+$/.test(address))
  return {
    guests: guests.map(({ name, address }) => ({ name, address })),
    fault: wrong ? t.guestFault(wrong.line) : null,
  }
}

function NewPoll({ bodies, first }: { bodies: readonly { value: string; label: string }[]; first: string }) {
  const { today } = useSession()
  const go = useNavigateTo()
  const toast = useToast()
  const [body, setBody] = useState(first)
  const [days, setDays] = useState<readonly string[] | null>(null)
  const [own, setOwn] = useState<Record<string, string>>({})
  const last = useLoad(remote.listMeetings, { body })
  const known = useLoad(remote.proposedDays, { id: body })
  const chosen = days ?? (known.data?.days ?? []).filter(({ proposed }) => proposed).map(({ day }) => day)
  const open = useAct(remote.openPoll, (poll) => {
    toast({ text: t.sent })
    go(`/terminfindungen/${poll.object.id}`)
  })
  const submit = (values: Record<string, string>) => {
    const { guests, fault } = guestsIn(values.guests ?? '')
    const faults = { ...(chosen.length < 2 ? { days: t.tooFew } : {}), ...(fault ? { guests: fault } : {}) }
    setOwn(faults)
    if (Object.keys(faults).length > 0) return
    const starts = clockTime(values.starts ?? '')
    const second = values.second ? clockTime(values.second) : null
    const ends = values.ends ? clockTime(values.ends) : null
    void open.act({
      body,
      options: chosen.flatMap((day) => [
        { day, starts, ends },
        ...(second ? [{ day, starts: second, ends: null }] : []),
      ]),
      until: values.until ?? '',
      remindOn: values.remindOn || null,
      place: values.place ?? '',
      online: values.online ?? '',
      purpose: values.purpose ?? '',
      guests,
    })
  }
  const before = last.data?.meetings[0]
  return (
    <Stack gap="l">
      <PageHead title={t.title} kind={pollTexts.kind} lead={t.lead} />
      <Loading load={last}>
        {() => (
          <Form
            key={body}
            onSubmit={submit}
            errors={{ ...named(open.fields), ...own }}
            fault={open.error && open.error.fields.length === 0 ? open.error.message : undefined}
            busy={open.busy}
            dirtyGuard
          >
            {bodies.length > 1 ? (
              <Select
                name="body"
                label={t.body}
                value={body}
                options={bodies}
                onChange={(next) => {
                  setBody(next)
                  setDays(null)
                }}
              />
            ) : null}
            <Loading load={known}>
              {({ days: all }) => <ChooseDays key={body} known={all} chosen={chosen} onDays={setDays} />}
            </Loading>
            <Fieldset legend={t.times} hint={t.timeHint}>
              <Columns min={180}>
                <TextField name="starts" label={t.starts} width="s" defaultValue={before?.starts ?? '14:00'} />
                <TextField name="ends" label={t.ends} optional width="s" defaultValue={before?.ends ?? ''} />
                <TextField name="second" label={t.secondStarts} optional width="s" />
              </Columns>
            </Fieldset>
            <Where place={before?.place ?? ''} online={before?.online ?? ''} purpose="" />
            <Until until={addDays(today, 7)} remindOn={addDays(today, 5)} />
            <TextArea name="guests" label={t.guests} hint={t.guestsHint} optional rows={3} />
            <p>{t.who}</p>
            <ButtonRow>
              <SubmitButton>{t.send}</SubmitButton>
              <Button to={`/sitzungen/neu?gremium=${body}`}>{t.planNow}</Button>
              <Button variant="tertiary" to="/sitzungen">
                {t.cancel}
              </Button>
            </ButtonRow>
          </Form>
        )}
      </Loading>
    </Stack>
  )
}

/** Faults inside the list of days or guests belong to the field that makes the list. */
const named = (fields: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(fields).map(([path, message]) => {
      const [list, , field] = path.split('.')
      return [list === 'options' ? (field === 'starts' || field === 'ends' ? field : 'days') : (list ?? path), message]
    }),
  )

const Where = ({ place, online, purpose }: Pick<Poll, 'place' | 'online' | 'purpose'>) => (
  <>
    <TextField name="place" label={t.place} hint={t.placeHint} optional width="full" defaultValue={place} />
    <TextField name="online" label={t.online} optional width="full" defaultValue={online} />
    <TextArea name="purpose" label={t.purpose} optional rows={2} maxLength={2000} defaultValue={purpose} />
  </>
)

const Until = ({ until, remindOn }: { until: string; remindOn: string | null }) => (
  <Columns min={240}>
    <DateField name="until" label={t.until} hint={t.untilHint} defaultValue={until} />
    <DateField name="remindOn" label={t.remindOn} hint={t.remindHint} optional defaultValue={remindOn ?? ''} />
  </Columns>
)

export function EditPollPage({ id }: { id: string }) {
  const load = useLoad(remote.getPoll, { id })
  return <Loading load={load}>{(poll) => <EditPoll poll={poll} key={id} />}</Loading>
}

function EditPoll({ poll }: { poll: Poll }) {
  const go = useNavigateTo()
  const toast = useToast()
  const id = poll.object.id
  const [begun] = useBegun(poll.object.revision)
  const [sent, setSent] = useState<Parameters<typeof change.act>[0] | null>(null)
  const change = useAct(remote.changePoll, () => {
    toast({ text: t.saved })
    go(`/terminfindungen/${id}`)
  })
  const submit = (values: Record<string, string>) => {
    const content = {
      id,
      place: values.place ?? '',
      online: values.online ?? '',
      purpose: values.purpose ?? '',
      until: values.until ?? '',
      remindOn: values.remindOn || null,
    }
    setSent(content)
    void change.act(content, { revision: begun })
  }
  return (
    <Stack gap="l">
      <PageHead title={t.editTitle} kind={pollTexts.kind} lead={poll.object.title} />
      <Conflict
        error={change.error}
        labels={{ until: t.until, remindOn: t.remindOn, place: t.place, online: t.online, purpose: t.purpose }}
        busy={change.busy}
        onMine={(revision) => sent && void change.act(sent, { revision })}
        onTheirs={() => go(`/terminfindungen/${id}`)}
      />
      <Form
        onSubmit={submit}
        errors={change.fields}
        fault={change.error?.conflict ? undefined : change.error?.message}
        busy={change.busy}
        dirtyGuard
      >
        <Until until={poll.until} remindOn={poll.remindOn} />
        <Where place={poll.place} online={poll.online} purpose={poll.purpose} />
        <ButtonRow>
          <SubmitButton>{t.save}</SubmitButton>
          <Button to={`/terminfindungen/${id}`}>{t.cancel}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}
