// /sitzungen/neu and /sitzungen/:id/bearbeiten: day, time and place of a meeting.
import { useState } from 'react'
import { cooperation } from '#areas/cooperation/contract.ts'
import { firstBody } from '#areas/cooperation/widgets/first-body.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { clockTime } from '#kit/ui/german-input.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { useNavigateTo } from '#kit/ui/Link.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { Conflict } from '#kit/web/Conflict.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useAct, useBegun, useLoad } from '#kit/web/use.ts'
import { type Meeting, meetings } from '../contract.ts'
import { screens } from '../texts/screens.de.ts'

const remote = client(meetings)
const bodiesRemote = client(cooperation)
const t = screens.form

export function NewMeetingPage({ search }: { search: { gremium?: string } }) {
  const load = useLoad(bodiesRemote.bodies, {})
  return (
    <Loading load={load}>
      {({ bodies }) => {
        const led = bodies.filter((body) => body.mine.some((role) => role === 'chair' || role === 'office'))
        if (led.length === 0) return <EmptyState title={t.nobody}>{t.nobodyHint}</EmptyState>
        return (
          <MeetingForm
            meeting={null}
            bodies={led.map((body) => ({ value: body.id, label: body.name }))}
            body={search.gremium ?? firstBody(led)!.id}
          />
        )
      }}
    </Loading>
  )
}

export function EditMeetingPage({ id }: { id: string }) {
  const load = useLoad(remote.getMeeting, { id })
  return (
    <Loading load={load}>
      {(meeting) => <MeetingForm meeting={meeting} bodies={[]} body={meeting.object.body?.id ?? ''} key={id} />}
    </Loading>
  )
}

function MeetingForm({
  meeting,
  bodies,
  body,
}: {
  meeting: Meeting | null
  bodies: readonly { value: string; label: string }[]
  body: string
}) {
  const go = useNavigateTo()
  const toast = useToast()
  const [begun] = useBegun(meeting?.object.revision ?? 0)
  const [sent, setSent] = useState<Parameters<typeof change.act>[0] | null>(null)
  const done = (text: string) => (saved: Meeting) => {
    toast({ text })
    go(`/sitzungen/${saved.object.id}`)
  }
  const plan = useAct(remote.planMeeting, done(t.planned))
  const change = useAct(remote.changeMeeting, done(t.saved))
  const { error, fields, busy } = meeting ? change : plan
  const submit = (values: Record<string, string>) => {
    const content = {
      day: values.day ?? '',
      starts: clockTime(values.starts ?? ''),
      ends: values.ends ? clockTime(values.ends) : null,
      place: values.place ?? '',
      online: values.online ?? '',
      purpose: values.purpose ?? '',
    }
    if (!meeting) return void plan.act({ body: values.body ?? body, ...content })
    setSent({ id: meeting.object.id, ...content })
    void change.act({ id: meeting.object.id, ...content }, { revision: begun })
  }
  const back = meeting ? `/sitzungen/${meeting.object.id}` : '/sitzungen'
  return (
    <Stack gap="l">
      <PageHead title={meeting ? t.editTitle : t.newTitle} kind={screens.kind} lead={meeting?.object.title} />
      <Conflict
        error={error}
        labels={{ day: t.day, starts: t.starts, ends: t.ends, place: t.place, online: t.online, purpose: t.purpose }}
        busy={busy}
        onMine={(revision) => sent && void change.act(sent, { revision })}
        onTheirs={() => go(back)}
      />
      <Form
        onSubmit={submit}
        errors={fields}
        fault={error?.conflict ? undefined : error?.message}
        busy={busy}
        dirtyGuard
      >
        {meeting ? null : <Select name="body" label={t.body} defaultValue={body} options={bodies} />}
        <DateField name="day" label={t.day} defaultValue={meeting?.day ?? ''} />
        <TextField name="starts" label={t.starts} hint={t.timeHint} width="s" defaultValue={meeting?.starts ?? ''} />
        <TextField name="ends" label={t.ends} optional width="s" defaultValue={meeting?.ends ?? ''} />
        <TextField
          name="place"
          label={t.place}
          hint={t.placeHint}
          optional
          width="full"
          defaultValue={meeting?.place ?? ''}
        />
        <TextField name="online" label={t.online} optional width="full" defaultValue={meeting?.online ?? ''} />
        <TextArea
          name="purpose"
          label={t.purpose}
          optional
          rows={3}
          maxLength={2000}
          defaultValue={meeting?.purpose ?? ''}
        />
        <ButtonRow>
          <SubmitButton>{meeting ? t.save : t.plan}</SubmitButton>
          <Button to={back}>{t.cancel}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}
