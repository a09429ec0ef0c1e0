// /zahlen/lieferungen/bogen: hand in a filled-in form. First what would be delivered, row by row; then all of it, or nothing.
import { Fragment, useState } from 'react'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { GuidedWay, stepsOf } from '#kit/ui/Stepper.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { ReadFile } from '#kit/web/ReadFile.tsx'
import { useHolds, useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import type { FormPreview, FormRow } from '../contract/forms.ts'
import { figures } from '../contract.ts'
import { checkTexts } from '../texts/checks.de.ts'
import { formTexts } from '../texts/forms.de.ts'
import { screens } from '../texts/screens.de.ts'
import { ExplainedValue, periodWords, Value } from '../widgets/parts.tsx'

const remote = client(figures)
const t = formTexts.screen
const tones = { ready: 'success', empty: 'neutral', there: 'info', fault: 'danger' } as const

export function FormPage() {
  const { actingFor } = useSession()
  const may = useHolds()(['planner', 'head', 'checker', 'staff'], actingFor?.id)
  const [looked, setLooked] = useState<Looked>()
  const [done, setDone] = useState<number>()
  const stage = done !== undefined ? 2 : looked ? 1 : 0
  return (
    <GuidedWay title={t.title} steps={stepsOf(t.steps, stage)}>
      {!may ? (
        <Notice tone="info" title={t.notAllowed} />
      ) : done !== undefined ? (
        <>
          <Notice tone="success" title={t.done(done)} live>
            {t.doneText}
          </Notice>
          <ButtonRow>
            <Button variant="primary" to="/zahlen/lieferungen?ansicht=geliefert">
              {t.toDeliveries}
            </Button>
          </ButtonRow>
        </>
      ) : looked ? (
        <Check looked={looked} onDone={setDone} onAgain={setLooked} onOther={() => setLooked(undefined)} />
      ) : (
        <Choose onRead={setLooked} />
      )}
    </GuidedWay>
  )
}

/** A file and what it would do as things stand; between a look and the delivery others may have delivered. */
type Looked = { file: File; preview: FormPreview }
function useLook(onRead: (looked: Looked) => void) {
  const read = useAct(remote.readForm)
  const look = async (file: File) => {
    const preview = await read.act({}, { file, key: crypto.randomUUID() })
    if (preview) onRead({ file, preview })
  }
  return { ...read, look }
}

function Choose({ onRead }: { onRead: (looked: Looked) => void }) {
  const read = useLook(onRead)
  return (
    <ReadFile name="bogen" words={t} accept=".xlsx" megabytes={5} read={read} onLook={(file) => void read.look(file)}>
      <p>{t.lead}</p>
    </ReadFile>
  )
}

type Checking = {
  looked: Looked
  onDone: (count: number) => void
  onAgain: (looked: Looked) => void
  onOther: () => void
}

function Check({ looked: { file, preview }, onDone, onAgain, onOther }: Checking) {
  const again = useLook((next) => {
    send.reset()
    onAgain(next)
  })
  const send = useAct(remote.deliverAll, ({ delivered }) => onDone(delivered.length))
  const of = (state: FormRow['state']) => preview.rows.filter((row) => row.state === state)
  const ready = of('ready')
  const faults = of('fault').length
  const empty = of('empty').length
  const shown = [...of('fault'), ...ready, ...of('there')]
  const [said, setSaid] = useState<Readonly<Record<string, string>>>({})
  const toExplain = ready.filter(asks)
  const figures = ready.flatMap(({ duty, edition, value, mark, comment }) =>
    duty && edition ? [{ duty, edition, value, mark, comment, explanation: said[duty] || null }] : [],
  )
  return (
    <Stack>
      {preview.madeOn ? <p>{`${preview.fileName}, ${t.madeOn(preview.madeOn)}`}</p> : <p>{preview.fileName}</p>}
      {faults > 0 ? (
        <Notice tone="danger" title={t.faults(faults)} live>
          {t.faultsText}
        </Notice>
      ) : ready.length === 0 ? (
        <Notice tone="info" title={t.nothingReady} live>
          {t.nothingReadyText}
        </Notice>
      ) : null}
      {shown.length > 0 ? <Rows rows={shown} /> : null}
      {empty > 0 ? <p>{t.empty(empty)}</p> : null}
      {preview.missing.length > 0 ? (
        <p>{t.missing(preview.missing.map((one) => `${one.indicator}, ${periodWords(one.period)}`).join('; '))}</p>
      ) : null}
      {faults === 0 ? (
        <ToExplain rows={toExplain} onSay={(duty, text) => setSaid((all) => ({ ...all, [duty]: text }))} />
      ) : null}
      {faults === 0 && figures.length > 0 ? <p>{screens.deliveries.seenBy}</p> : null}
      <Refused error={send.error ?? again.error} />
      <ButtonRow>
        {faults === 0 && figures.length > 0 ? (
          <Button variant="primary" busy={send.busy} onClick={() => void send.act({ figures })}>
            {t.send(figures.length)}
          </Button>
        ) : null}
        {send.error ? (
          <Button busy={again.busy} onClick={() => void again.look(file)}>
            {t.again}
          </Button>
        ) : null}
        <Button onClick={onOther}>{t.other}</Button>
      </ButtonRow>
    </Stack>
  )
}

/** It stands out, and the form says nothing about it. */
const asks = (row: FormRow) => row.state === 'ready' && row.findings.length > 0 && !row.comment

/** What stands out and has no remark in the form is explained here, each in its field. */
function ToExplain({ rows, onSay }: { rows: readonly FormRow[]; onSay: (duty: string, text: string) => void }) {
  return rows.map(({ duty, indicator, findings }) =>
    duty ? (
      <TextArea
        key={duty}
        name={`explanation-${duty}`}
        label={checkTexts.deliver.explanationOf(indicator?.title ?? '')}
        hint={findings.map(({ text }) => text).join(' ')}
        rows={2}
        onChange={(text) => onSay(duty, text)}
      />
    ) : null,
  )
}

function Rows({ rows }: { rows: readonly FormRow[] }) {
  const words = screens.deliveries
  const several = new Set(rows.map(({ sheet }) => sheet)).size > 1
  return (
    <DataTable
      caption={t.caption}
      hideCaption
      rows={rows}
      rowKey={(row) => `${row.sheet}/${row.line}`}
      columns={[
        {
          id: 'what',
          header: words.indicator,
          main: true,
          cell: (row) => (
            <>
              {row.indicator?.title ?? t.unknown}
              <br />
              <small>
                {row.period ? `${periodWords(row.period)}, ` : ''}
                {t.row(row.sheet, row.line, several)}
              </small>
            </>
          ),
        },
        {
          id: 'figure',
          header: t.figure,
          align: 'end',
          cell: (row) =>
            row.value === null && row.mark === null ? (
              <small>{t.unclear}</small>
            ) : (
              <Value value={row.value} mark={row.mark} unit={row.unit ?? undefined} />
            ),
        },
        {
          id: 'last',
          header: words.last,
          align: 'end',
          cell: (row) => (row.last ? <ExplainedValue of={row.last} /> : <small>{t.noLast}</small>),
        },
        { id: 'comment', header: words.comment, cell: (row) => row.comment ?? <small>{t.noComment}</small> },
        {
          id: 'state',
          header: t.state,
          cell: (row) => (
            <>
              <Badge tone={row.state === 'ready' && row.findings.length > 0 ? 'warning' : tones[row.state]}>
                {asks(row) ? checkTexts.deliver.toExplain : t.states[row.state]}
              </Badge>
              {[...(asks(row) ? [] : row.findings.map(({ text }) => text)), ...row.undecided].map((text) => (
                <Fragment key={text}>
                  <br />
                  <small>{text}</small>
                </Fragment>
              ))}
              {row.note ? (
                <>
                  <br />
                  <small>{row.note}</small>
                </>
              ) : null}
              {row.delivery ? (
                <>
                  <br />
                  <ObjectLink kind="delivery" id={row.delivery}>
                    {t.toDelivery}
                  </ObjectLink>
                </>
              ) : null}
            </>
          ),
        },
      ]}
    />
  )
}
