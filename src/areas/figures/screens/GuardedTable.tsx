// /zahlen/freigaben/tabelle/:id: a table behind the gate, for its owner. Protected, looked at as others would see it, released by two persons.
import { useEffect, useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { formatInstant } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { ObjectPage, SideBox } from '#kit/ui/ObjectPage.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Progress } from '#kit/ui/Progress.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import type { GuardedPage as Page, Run, Why } from '../contract/gate.ts'
import { figures } from '../contract.ts'
import { gateTexts } from '../texts/gate.de.ts'
import { periodWords } from '../widgets/parts.tsx'
import { Counted, cellWords, GateTable } from './GateTable.tsx'
import { Discard, Threshold } from './GuardedDialogs.tsx'

const remote = client(figures)
const t = gateTexts.page
/** What the worker gives a run at most, with its start. */
const mostSeconds = 60
const goesOn = (run: Run | null) => run?.state === 'waiting' || run?.state === 'running'

export function GuardedTablePage({ id }: { id: string }) {
  const load = useLoad(remote.guarded, { id })
  const running = goesOn(load.data?.run ?? null)
  const { reload } = load
  // The run is no act of anybody: nothing announces how far it has come.
  useEffect(() => {
    if (!running) return
    const timer = window.setInterval(reload, 1500)
    return () => window.clearInterval(timer)
  }, [running, reload])
  return <Loading load={load}>{(page) => <Shown page={page} revision={load.revision ?? page.head.revision} />}</Loading>
}

type Props = { page: Page; revision: number }

function Shown({ page, revision }: Props) {
  const [dialog, setDialog] = useState<'threshold' | 'discard' | null>(null)
  const close = () => setDialog(null)
  const { run } = page
  return (
    <ObjectPage
      head={
        <PageHead
          title={page.head.title}
          kind={t.kind}
          invented={page.head.invented}
          lead={t.lead}
          owners={
            page.head.owner ? [{ label: page.head.owner.title, to: `/organisationen/${page.head.owner.id}` }] : []
          }
          main={
            goesOn(run) ? undefined : (
              <Button icon="add" to={`/zahlen/freigaben/neu?tabelle=${page.head.id}`}>
                {t.anew}
              </Button>
            )
          }
        />
      }
      aside={
        <>
          <SideBox title={t.ledger}>
            <Ledger page={page} />
          </SideBox>
          {page.can.includes('discard') ? (
            <Button variant="tertiary" icon="delete" onClick={() => setDialog('discard')}>
              {t.discard}
            </Button>
          ) : null}
        </>
      }
    >
      <Stack gap="l">
        <DefinitionList
          items={[
            { term: t.facts.what, value: page.definition },
            { term: t.facts.time, value: `${periodWords(page.period)} (${t.edition(page.edition)})` },
            { term: t.facts.rows, value: t.rows(page.rows, page.counted) },
            { term: t.facts.file, value: `${page.fileName}, ${formatInstant(page.readAt)}` },
            ...(page.givers === null ? [] : [{ term: t.facts.givers, value: t.givers(page.givers) }]),
            {
              term: t.facts.threshold,
              value: (
                <>
                  {gateTexts.adding.thresholds[page.threshold]}{' '}
                  <Button variant="tertiary" small disabled={goesOn(run)} onClick={() => setDialog('threshold')}>
                    {t.raise}
                  </Button>
                </>
              ),
            },
          ]}
        />
        <Protecting page={page} />
        {page.cells && page.cost && run ? <Result page={page} run={run} /> : null}
      </Stack>
      {dialog === 'threshold' ? <Threshold page={page} revision={revision} onClose={close} /> : null}
      {dialog === 'discard' ? <Discard page={page} revision={revision} onClose={close} /> : null}
    </ObjectPage>
  )
}

const Ledger = ({ page }: { page: Page }) =>
  page.releases.length === 0 ? (
    <p>{t.ledgerEmpty}</p>
  ) : (
    page.releases.map((one) => (
      <p key={one.id}>
        <ObjectLink kind="release" id={one.id}>
          {`${t.edition(one.edition)}, ${periodWords(one.period)}`}
        </ObjectLink>
        <br />
        <small>{`${gateTexts.audience(one.audience, one.body?.title ?? null)}, ${t.released(formatInstant(one.releasedAt))}`}</small>
        {one.withdrawnAt ? (
          <>
            <br />
            <small>{t.withdrawnOn(formatInstant(one.withdrawnAt), one.reason ?? '')}</small>
          </>
        ) : null}
      </p>
    ))
  )

/** The run: for whom, how far, and what went wrong. */
function Protecting({ page }: { page: Page }) {
  const { run, head, bodies, can } = page
  const act = useAct(remote.protectTable)
  const stop = useAct(remote.stopProtecting)
  const [whom, setWhom] = useState(run?.body?.id ?? (run ? 'public' : (bodies[0]?.id ?? 'public')))
  if (run && goesOn(run))
    return (
      <Section title={t.protect}>
        <Stack>
          <Progress
            label={t.protecting(run.seconds ?? 0, mostSeconds)}
            value={run.seconds ?? 0}
            max={mostSeconds}
            note={run.state === 'waiting' ? t.waiting : t.running(run.hidden)}
            onCancel={() => void stop.act({ id: head.id })}
          />
          <Refused error={stop.error} />
        </Stack>
      </Section>
    )
  const done = run?.state === 'done' && !run.outdated
  return (
    <Section title={t.protect}>
      <Stack>
        {run?.state === 'failed' ? (
          <Notice tone="danger" title={t.failed} live>
            {t.faults[run.fault ?? 'broken']}
          </Notice>
        ) : null}
        {run?.state === 'cancelled' ? <Notice tone="info" title={t.stopped} live /> : null}
        {run?.outdated ? <Notice tone="warning" title={t.outdated} /> : null}
        <p>{t.protectLead}</p>
        <RadioGroup
          name="whom"
          label={t.forWhom}
          value={whom}
          onChange={setWhom}
          options={[
            ...bodies.map((body) => ({ value: body.id, label: t.members(body.title) })),
            { value: 'public', label: t.public },
          ]}
        />
        <Refused error={act.error} />
        <ButtonRow>
          {can.includes('protect') ? (
            <Button
              variant={done ? 'secondary' : 'primary'}
              busy={act.busy}
              onClick={() =>
                void act.act(
                  whom === 'public'
                    ? { id: head.id, audience: 'public' }
                    : { id: head.id, audience: 'body', body: whom },
                )
              }
            >
              {run ? t.protectAgain : t.protect}
            </Button>
          ) : null}
        </ButtonRow>
      </Stack>
    </Section>
  )
}

/** What others would see, what it costs and why; then proposed by one and released by another. */
function Result({ page, run }: { page: Page; run: Run }) {
  const toast = useToast()
  const { cost, cells, can, head } = page
  const propose = useAct(remote.proposeRelease)
  const release = useAct(remote.releaseTable, () => toast({ text: t.releasedToast }))
  const kept = (cells ?? []).filter(({ value }) => value === null)
  const audience = gateTexts.audience(run.audience, run.body?.title ?? null)
  const suggest = async (proposed: boolean) => {
    if ((await propose.act({ id: head.id, run: run.id, proposed })) && proposed) toast({ text: t.proposedToast })
  }
  return (
    <Section title={`${t.result} (${audience})`}>
      <Stack>
        <p>{t.sentence(cost!)}</p>
        {kept.length > 0 ? <p>{t.attack(cost!.narrowest)}</p> : null}
        <GateTable
          caption={gateTexts.table.caption(head.title)}
          dimensions={page.dimensions}
          trees={page.trees}
          cells={cells!}
        />
        {kept.length > 0 ? <Reasons page={page} kept={kept} /> : null}
        {page.beside.length > 0 ? (
          <Notice tone="warning" title={t.besideTitle}>
            <p>{t.beside}</p>
            <ul>
              {page.beside.map((one) => (
                <li key={one.id}>
                  <ObjectLink kind="release" id={one.id}>
                    {one.title}
                  </ObjectLink>
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        {page.needsOther ? <Notice tone="info" title={t.needsOther} /> : null}
        {can.includes('release') ? <Notice tone="info" title={t.waitsFor(audience)} /> : null}
        <Refused error={propose.error ?? release.error} />
        <ButtonRow>
          {can.includes('propose') ? (
            <Button variant="primary" busy={propose.busy} onClick={() => void suggest(true)}>
              {t.propose}
            </Button>
          ) : null}
          {can.includes('release') ? (
            <Button
              variant="primary"
              busy={release.busy}
              onClick={() => void release.act({ id: head.id, run: run.id })}
            >
              {t.release}
            </Button>
          ) : null}
          {can.includes('unpropose') ? (
            <Button busy={propose.busy} onClick={() => void suggest(false)}>
              {t.unpropose}
            </Button>
          ) : null}
        </ButtonRow>
      </Stack>
    </Section>
  )
}

const mostReasons = 200

function Reasons({ page, kept }: { page: Page; kept: NonNullable<Page['cells']> }) {
  const words = (why: Why | null) =>
    !why ? '' : why.kind === 'rule' ? t.whyRule(page.threshold) : t.whyBeside(cellWords(why.cell), cellWords(why.sum))
  const sorted = kept.toSorted((a, b) => Number(b.why?.kind === 'rule') - Number(a.why?.kind === 'rule'))
  return (
    <details className="ns-fold">
      <summary>{t.hiddenList}</summary>
      <DataTable
        dense
        caption={t.hiddenList}
        hideCaption
        rows={sorted.slice(0, mostReasons)}
        rowKey={(cell) => cell.groups.join('\u0000')}
        columns={[
          { id: 'cell', header: t.cell, main: true, cell: (cell) => cellWords(cell.groups) },
          { id: 'own', header: t.own, align: 'end', cell: (cell) => cell.own.toLocaleString('de-DE') },
          { id: 'shown', header: t.shown, align: 'end', cell: (cell) => <Counted value={cell.value} /> },
          { id: 'why', header: t.why, cell: (cell) => words(cell.why) },
        ]}
        footer={sorted.length > mostReasons ? t.more(sorted.length - mostReasons) : undefined}
      />
    </details>
  )
}
