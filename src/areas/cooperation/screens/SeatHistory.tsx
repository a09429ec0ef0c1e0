// Below the members: questions that a merger has left, seats that have ended or moved, the letters of delegation, and the end of the body.
import { useState } from 'react'
import { addDays } from '#kit/clock/days.ts'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { formatDay, formatDayShort } from '#kit/ui/format.ts'
import { A } from '#kit/ui/Link.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { cooperation } from '../contract.ts'
import { seatTexts } from '../texts/seats.de.ts'
import { ReleaseBox } from '../widgets/ReleaseBox.tsx'
import { lastDay } from './tones.ts'

const remote = client(cooperation)
const m = seatTexts.members
const d = seatTexts.doubles
const x = seatTexts.dissolve

export function SeatHistory({ body }: { body: string }) {
  const load = useLoad(remote.seatHistory, { id: body })
  const letters = useLoad(remote.delegations, { id: body })
  const { today } = useSession()
  const toast = useToast()
  const [dissolving, setDissolving] = useState(false)
  const keep = useAct(remote.keepSeat, () => toast({ text: d.kept }))
  const end = useAct(remote.endSeat, () => toast({ text: seatTexts.end.done }))
  return (
    <Loading load={load} shape="table">
      {({ seats, doubles, dissolution, dissolvedOn, may }) => {
        const other = seats.filter((seat) => seat.until !== null || seat.from > today)
        const sent = letters.data?.delegations ?? []
        return (
          <>
            {may.run
              ? doubles.map((one) => (
                  <Notice
                    key={one.seat}
                    tone="warning"
                    title={d.title}
                    action={
                      <ButtonRow>
                        <Button busy={keep.busy} onClick={() => void keep.act({ id: body, seat: one.seat })}>
                          {d.keep}
                        </Button>
                        <Button
                          busy={end.busy}
                          onClick={() => void end.act({ id: body, seat: one.seat, because: d.title })}
                        >
                          {d.end}
                        </Button>
                      </ButtonRow>
                    }
                  >
                    {d.text(one.name, formatDay(one.since))}
                  </Notice>
                ))
              : null}
            <Refused error={keep.error ?? end.error} />
            {sent.length > 0 ? (
              <Section title={m.letters}>
                <ul>
                  {sent.map((letter) => (
                    <li key={letter.head.id}>
                      <A to={`/entsendungen/${letter.head.id}`}>
                        {`${letter.organisation.title}: ${letter.person.title}${letter.deputy ? `, ${letter.deputy.title}` : ''}`}
                      </A>{' '}
                      {letter.ended ? <Badge>{m.ended}</Badge> : null}
                    </li>
                  ))}
                </ul>
              </Section>
            ) : null}
            {other.length > 0 ? (
              <Section title={m.history}>
                <DataTable
                  caption={m.history}
                  hideCaption
                  rows={other}
                  rowKey={(seat) => seat.id}
                  columns={[
                    {
                      id: 'who',
                      header: m.title,
                      main: true,
                      cell: (seat) => seat.unit?.title ?? seat.organisation.title,
                    },
                    { id: 'from', header: m.from, cell: (seat) => formatDayShort(seat.from) },
                    {
                      id: 'until',
                      header: m.until,
                      cell: (seat) => (seat.until ? formatDayShort(lastDay(seat.until)) : '–'),
                    },
                    {
                      id: 'because',
                      header: m.because,
                      cell: (seat) =>
                        seat.continuedBy ? m.continuedBy(seat.continuedBy.title) : (seat.because ?? '–'),
                    },
                  ]}
                />
              </Section>
            ) : null}
            {dissolvedOn ? (
              <Notice
                tone="info"
                title={(today >= dissolvedOn ? x.over : x.decided)(formatDay(lastDay(dissolvedOn)))}
              />
            ) : dissolution ? (
              <Section title={x.waits(formatDay(lastDay(dissolution.day)))} lead={dissolution.because}>
                <ReleaseBox object={dissolution.id} />
              </Section>
            ) : null}
            {may.run && !dissolvedOn ? (
              <ButtonRow>
                <Button variant="tertiary" onClick={() => setDissolving(true)}>
                  {x.button}
                </Button>
              </ButtonRow>
            ) : null}
            {dissolving ? <Dissolve body={body} onClose={() => setDissolving(false)} /> : null}
          </>
        )
      }}
    </Loading>
  )
}

function Dissolve({ body, onClose }: { body: string; onClose: () => void }) {
  const toast = useToast()
  const { today } = useSession()
  const dissolve = useAct(remote.dissolve, () => {
    toast({ text: x.done })
    onClose()
  })
  const submit = ({ last, because = '' }: Record<string, string>) =>
    void dissolve.act({ id: body, day: addDays(last || today, 1), because })
  return (
    <Dialog open onClose={onClose} title={x.title}>
      <Form
        onSubmit={submit}
        errors={dissolve.fields}
        fault={dissolve.error && dissolve.error.fields.length === 0 ? dissolve.error.message : undefined}
        busy={dissolve.busy}
      >
        <p>{x.lead}</p>
        <DateField name="last" label={x.last} defaultValue={today} min={today} />
        <TextArea name="because" label={x.because} rows={2} />
        <ButtonRow>
          <SubmitButton variant="danger">{x.submit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
