// /zahlen/freigaben/neu: choose a file, say what its columns are, keep it behind the gate. With ?tabelle=… as the next edition of a table.
import { useState } from 'react'
import { addDays } from '#kit/clock/days.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Fieldset } from '#kit/ui/Fieldset.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Columns } from '#kit/ui/Layout.tsx'
import { useNavigateTo } from '#kit/ui/Link.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { GuidedWay, stepsOf } from '#kit/ui/Stepper.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { client } from '#kit/web/client.ts'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { ReadFile } from '#kit/web/ReadFile.tsx'
import { useHolds, useSession } from '#kit/web/session.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import type { GuardedPage, LookedTable } from '../contract/gate.ts'
import { figures } from '../contract.ts'
import { gateTexts } from '../texts/gate.de.ts'

const remote = client(figures)
const t = gateTexts.adding
type Looked = { file: File; table: LookedTable }
type Before = { page: GuardedPage; revision: number }
type Props = { search: Record<string, string> }

export function GateNewPage({ search }: Props) {
  const { actingFor } = useSession()
  const may = useHolds()(['planner', 'checker', 'head'], actingFor?.id)
  const load = useLoad(remote.guarded, { id: search.tabelle ?? '' }, { when: search.tabelle !== undefined })
  if (!may)
    return (
      <GuidedWay title={t.title} steps={stepsOf(t.steps, 0)}>
        <Notice tone="info" title={t.notAllowed} />
      </GuidedWay>
    )
  if (!search.tabelle) return <Way before={null} />
  return (
    <Loading load={load}>{(page) => <Way before={{ page, revision: load.revision ?? page.head.revision }} />}</Loading>
  )
}

function Way({ before }: { before: Before | null }) {
  const [looked, setLooked] = useState<Looked>()
  return (
    <GuidedWay
      title={before ? t.anewTitle(before.page.head.title) : t.title}
      steps={stepsOf(t.steps, looked ? 1 : 0)}
      lead={before ? t.anewLead : undefined}
    >
      {looked ? (
        <Describe looked={looked} before={before} onOther={() => setLooked(undefined)} />
      ) : (
        <Choose onLooked={setLooked} />
      )}
    </GuidedWay>
  )
}

function Choose({ onLooked }: { onLooked: (looked: Looked) => void }) {
  const read = useAct(remote.lookAtTable)
  const look = async (file: File) => {
    const table = await read.act({}, { file, key: crypto.randomUUID() })
    if (table) onLooked({ file, table })
  }
  return (
    <ReadFile
      name="datei"
      words={t}
      accept=".csv,.txt,.xlsx"
      megabytes={8}
      read={read}
      onLook={(file) => void look(file)}
    >
      <p>{t.chooseLead}</p>
    </ReadFile>
  )
}

type Describing = { looked: Looked; before: Before | null; onOther: () => void }

function Describe({ looked: { file, table }, before, onOther }: Describing) {
  const [parts, setParts] = useState(table.columns.map(({ part }) => part))
  const [threshold, setThreshold] = useState('5')
  const go = useNavigateTo()
  const open = (id: string) => go(`/zahlen/freigaben/tabelle/${id}`)
  const keep = useAct(remote.guardTable, ({ id }) => open(id))
  const anew = useAct(remote.guardAnew, () => before && open(before.page.head.id))
  const busy = keep.busy || anew.busy
  const columns = parts.join(',')
  const submit = (said: Record<string, string>) => {
    const { title = '', definition = '', from = '', last = '' } = said
    const period = { columns, from, until: shifted(last, 1) }
    const sent = { file, key: crypto.randomUUID() }
    if (before) void anew.act({ id: before.page.head.id, ...period }, { ...sent, revision: before.revision })
    else void keep.act({ ...period, title, definition, threshold }, sent)
  }
  return (
    <Form onSubmit={submit} errors={{ ...keep.fields, ...anew.fields }} busy={busy}>
      <p>{t.chosen(table.fileName, table.rows)}</p>
      <Fieldset legend={t.columns}>
        <Columns min={260}>
          {table.columns.map((column, at) => (
            <Select
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name that is theirs alone
              key={at}
              name={`column${at}`}
              label={t.part(column.name)}
              hint={t.examples(column.words, column.examples)}
              value={parts[at]!}
              options={optionsFor(at, parts, table)}
              onChange={(part) => setParts((now) => tidied(now.with(at, part)))}
            />
          ))}
        </Columns>
      </Fieldset>
      {before ? null : (
        <>
          <TextField name="title" label={t.name} hint={t.nameHint} />
          <TextArea name="definition" label={t.definition} hint={t.definitionHint} rows={2} />
        </>
      )}
      <Columns min={220}>
        <DateField name="from" label={t.from} defaultValue={before?.page.period.from ?? ''} />
        <DateField name="last" label={t.until} defaultValue={before ? shifted(before.page.period.until, -1) : ''} />
      </Columns>
      {before ? null : (
        <RadioGroup
          name="threshold"
          label={t.threshold}
          value={threshold}
          onChange={setThreshold}
          options={([3, 5, 10] as const).map((n) => ({ value: String(n), label: t.thresholds[n] }))}
        />
      )}
      <Refused error={keep.error ?? anew.error} />
      <ButtonRow>
        <SubmitButton>{before ? t.keepAnew : t.keep}</SubmitButton>
        <Button onClick={onOther}>{t.other}</Button>
      </ButtonRow>
    </Form>
  )
}

/** What sums a dimension up goes when that is none any more. */
const tidied = (parts: readonly string[]) =>
  parts.map((part) => (part.startsWith('u') && parts[Number(part.slice(1))] !== 'g' ? 'x' : part))

const optionsFor = (at: number, parts: readonly string[], table: LookedTable) => [
  { value: 'g', label: t.parts.g },
  { value: 'n', label: t.parts.n },
  ...parts.flatMap((part, other) =>
    part === 'g' && other !== at ? [{ value: `u${other}`, label: t.parts.above(table.columns[other]!.name) }] : [],
  ),
  { value: 'c', label: t.parts.c },
  { value: 'x', label: t.parts.x },
]

/** Times end before their last day is over; people name the last day. */
const shifted = (day: string, by: number) => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? addDays(day, by) : day)
