// Opening what one person did for the organisation: with cause, by two people, for a week; the person sees that it happened.
import { useState } from 'react'
import { addDays, addMonths } from '#kit/clock/days.ts'
import { type LogLine, type Opening, privacy } from '#kit/privacy/contract.ts'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Card } from '#kit/ui/Card.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { formatDay, formatInstant } from '#kit/ui/format.ts'
import { Cluster, Stack } from '#kit/ui/Layout.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { client } from '#kit/web/client.ts'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { texts } from './privacy.texts.de.ts'
import { sentences } from './verbs.texts.de.ts'

const remote = client(privacy)
const t = texts.openings
const tones = { asked: 'info', refused: 'neutral', open: 'warning', closed: 'neutral' } as const

export function OpeningsTab() {
  const load = useLoad(remote.openings, {})
  const [asking, setAsking] = useState(false)
  return (
    <Loading load={load}>
      {({ openings, seconds, people, mayAsk }) => (
        <Section
          title={t.title}
          lead={t.lead}
          actions={mayAsk ? <Button onClick={() => setAsking(true)}>{t.ask}</Button> : undefined}
        >
          {openings.length === 0 ? (
            <EmptyState good title={t.none} />
          ) : (
            <Stack>
              {openings.map((one) => (
                <OneOpening key={one.id} opening={one} />
              ))}
            </Stack>
          )}
          {asking ? <Ask seconds={seconds} people={people} onClose={() => setAsking(false)} /> : null}
        </Section>
      )}
    </Loading>
  )
}

function OneOpening({ opening }: { opening: Opening }) {
  const [refusing, setRefusing] = useState(false)
  const [lines, setLines] = useState<LogLine[] | null>(null)
  const answer = useAct(remote.answerOpening)
  const read = useAct(remote.readOpening, (reply) => setLines(reply.lines))
  return (
    <Card title={t.of(opening.person.title)}>
      <Stack gap="s">
        <Cluster>
          <Badge tone={tones[opening.state]}>{t.state[opening.state]}</Badge>
        </Cluster>
        <DefinitionList
          items={[
            { term: t.cause, value: opening.cause },
            { term: t.span, value: t.fromTo(formatDay(opening.from), formatDay(addDays(opening.until, -1))) },
            { term: t.askedBy, value: `${opening.askedBy.title}, ${formatInstant(opening.askedAt)}` },
            { term: t.second, value: opening.second.title },
            ...(opening.reason ? [{ term: t.reason, value: opening.reason }] : []),
            ...(opening.state === 'open' && opening.closesOn
              ? [{ term: t.closes, value: formatDay(addDays(opening.closesOn, -1)) }]
              : []),
          ]}
        />
        <Refused error={answer.error ?? read.error} />
        <ButtonRow>
          {opening.may.answer ? (
            <>
              <Button
                variant="primary"
                busy={answer.busy}
                onClick={() => void answer.act({ id: opening.id, agree: true })}
              >
                {t.agree}
              </Button>
              <Button onClick={() => setRefusing(true)}>{t.refuse}</Button>
            </>
          ) : null}
          {opening.may.read ? (
            <Button busy={read.busy} onClick={() => void read.act({ id: opening.id })}>
              {t.read}
            </Button>
          ) : null}
        </ButtonRow>
        {lines ? (
          <DataTable
            caption={t.log}
            rows={lines.map((line, place) => ({ ...line, place }))}
            rowKey={(line) => String(line.place)}
            empty={t.nothingDone}
            columns={[
              { id: 'at', header: t.at, main: true, cell: (line) => formatInstant(line.at) },
              { id: 'verb', header: t.verb, cell: (line) => sentences[line.verb] ?? line.verb },
              { id: 'what', header: t.what, cell: (line) => line.title ?? t.hidden },
            ]}
          />
        ) : null}
        {refusing ? (
          <Dialog open onClose={() => setRefusing(false)} title={t.refuse}>
            <Form
              onSubmit={({ reason = '' }) =>
                void answer.act({ id: opening.id, agree: false, reason }).then((done) => done && setRefusing(false))
              }
              fault={answer.error?.message}
              busy={answer.busy}
            >
              <TextArea name="reason" label={t.reason} rows={3} />
              <ButtonRow>
                <SubmitButton>{t.refuse}</SubmitButton>
              </ButtonRow>
            </Form>
          </Dialog>
        ) : null}
      </Stack>
    </Card>
  )
}

type AskProps = {
  seconds: { id: string; title: string }[]
  people: { id: string; title: string }[]
  onClose: () => void
}
function Ask({ seconds, people, onClose }: AskProps) {
  const { today } = useSession()
  const [faults, setFaults] = useState<Record<string, string>>({})
  const ask = useAct(remote.askOpening, onClose)
  const options = (list: AskProps['people']) => list.map(({ id, title }) => ({ value: id, label: title }))
  const submit = ({ person = '', second = '', cause = '', from = '', until = '' }: Record<string, string>) => {
    const found = {
      ...(person ? {} : { person: t.choose }),
      ...(second ? {} : { second: t.choose }),
      ...(cause.trim().length < 10 ? { cause: t.causeMissing } : {}),
    }
    setFaults(found)
    if (Object.keys(found).length > 0) return
    void ask.act({ person, second, cause, from, until: addDays(until || today, 1) })
  }
  return (
    <Dialog open onClose={onClose} title={t.ask}>
      <Form
        onSubmit={submit}
        errors={{ ...ask.fields, ...faults }}
        fault={ask.error && ask.error.fields.length === 0 ? ask.error.message : undefined}
        busy={ask.busy}
      >
        <p>{t.askLead}</p>
        <Select name="person" label={t.person} options={options(people)} />
        <TextArea name="cause" label={t.cause} hint={t.causeHint} rows={3} />
        <DateField name="from" label={t.from} defaultValue={addMonths(today, -1)} max={today} />
        <DateField name="until" label={t.until} defaultValue={today} max={today} />
        <Select name="second" label={t.secondAsk} hint={t.secondHint} options={options(seconds)} />
        <ButtonRow>
          <SubmitButton>{t.askSubmit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
