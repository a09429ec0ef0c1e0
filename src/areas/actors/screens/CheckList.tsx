// The second step of reading a list in: what each line would do, who is meant where that is unclear, then all or nothing.
import { useState } from 'react'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Checkbox } from '#kit/ui/Checkbox.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { Cluster, Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TagList } from '#kit/ui/TagList.tsx'
import { client } from '#kit/web/client.ts'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { type ListLine, type ListPreview, Verdict } from '../contract/lists.ts'
import { actors } from '../contract.ts'
import { listPage as t } from '../texts/list-page.de.ts'

const remote = client(actors)
export type Entered = { made: number; changed: number; persons: number; invited: number }
const tones = { new: 'success', known: 'neutral', changed: 'info', unclear: 'warning', fault: 'danger' } as const
type Props = { id: string; onGone: () => void; onDone: (done: Entered) => void }

export function CheckList({ id, onGone, onDone }: Props) {
  const enter = useAct(remote.commitList, onDone)
  const discard = useAct(remote.discardList, onGone)
  // Once it is entered or thrown away the preview is gone; it is not asked for again.
  const load = useLoad(remote.listPreview, { id }, { when: !enter.busy && !discard.busy })
  const [decisions, setDecisions] = useState<Record<string, string>>({})
  const [invite, setInvite] = useState(false)
  return (
    <Loading load={load}>
      {(preview) => {
        const faults = preview.lines.filter((one) => one.verdict === 'fault' && decisions[one.line] !== 'skip')
        const open = preview.lines.filter((one) => one.verdict === 'unclear' && !decisions[one.line])
        return (
          <Stack gap="l">
            <Found preview={preview} />
            {faults.length > 0 ? (
              <Notice
                tone="danger"
                title={t.faultsTitle(faults.length)}
                action={
                  <Button
                    onClick={() =>
                      setDecisions({ ...decisions, ...Object.fromEntries(faults.map((one) => [one.line, 'skip'])) })
                    }
                  >
                    {t.skipFaults}
                  </Button>
                }
              >
                {t.faults}
              </Notice>
            ) : null}
            <Lines preview={preview} decisions={decisions} onDecide={setDecisions} />
            {preview.withAddress > 0 ? (
              <Checkbox name="invite" label={t.invite(preview.withAddress)} checked={invite} onChange={setInvite} />
            ) : null}
            {open.length > 0 ? <Notice tone="warning" title={t.undecided(open.length)} /> : null}
            <Refused error={enter.error ?? discard.error} />
            <ButtonRow>
              <Button
                variant="primary"
                busy={enter.busy}
                disabled={faults.length > 0 || open.length > 0}
                onClick={() => void enter.act({ id, decisions, invite })}
              >
                {t.enter}
              </Button>
              <Button busy={discard.busy} onClick={() => void discard.act({ id })}>
                {t.discard}
              </Button>
            </ButtonRow>
          </Stack>
        )
      }}
    </Loading>
  )
}

function Found({ preview }: { preview: ListPreview }) {
  return (
    <Section title={preview.fileName}>
      <Stack gap="s">
        <Cluster gap="s">
          {Verdict.options
            .filter((verdict) => (preview.counts[verdict] ?? 0) > 0)
            .map((verdict) => (
              <Badge key={verdict} tone={tones[verdict]}>
                {t.counted(preview.counts[verdict] ?? 0, t.verdicts[verdict])}
              </Badge>
            ))}
        </Cluster>
        <TagList
          label={t.columns}
          tags={preview.columns
            .filter(({ heading }) => heading !== '')
            .map(({ heading, means }) => ({ label: means ? t.means(heading, means) : `${heading}: ${t.notUsed}` }))}
        />
      </Stack>
    </Section>
  )
}

function Lines({
  preview,
  decisions,
  onDecide,
}: {
  preview: ListPreview
  decisions: Record<string, string>
  onDecide: (next: Record<string, string>) => void
}) {
  const [only, setOnly] = useState('')
  const lines = preview.lines.filter((one) => only === '' || one.verdict === only)
  return (
    <Section title={t.lines}>
      <Stack gap="s">
        <Select
          name="zeigen"
          label={t.show}
          value={only}
          onChange={setOnly}
          emptyLabel={t.all}
          options={Verdict.options.map((value) => ({ value, label: t.verdicts[value] }))}
        />
        <DataTable
          caption={t.lines}
          hideCaption
          rows={lines}
          rowKey={(row) => String(row.line)}
          columns={[
            { id: 'line', header: t.line, align: 'end', sortBy: (row) => row.line, cell: (row) => row.line },
            {
              id: 'name',
              header: t.name,
              main: true,
              sortBy: (row) => row.name,
              cell: (row) => (
                <>
                  {row.name || '–'}
                  {row.person ? (
                    <>
                      <br />
                      <small>{row.person}</small>
                    </>
                  ) : null}
                </>
              ),
            },
            {
              id: 'verdict',
              header: t.verdict,
              sortBy: (row) => row.verdict,
              cell: (row) => <Badge tone={tones[row.verdict]}>{t.verdicts[row.verdict]}</Badge>,
            },
            {
              id: 'says',
              header: t.says,
              cell: (row) => (
                <Stack gap="s">
                  {row.says.map((sentence) => (
                    <span key={sentence}>{sentence}</span>
                  ))}
                  {row.verdict === 'unclear' || decisions[row.line] ? (
                    <Decide
                      line={row}
                      value={decisions[row.line] ?? ''}
                      onChange={(value) => onDecide({ ...decisions, [row.line]: value })}
                    />
                  ) : null}
                </Stack>
              ),
            },
          ]}
        />
      </Stack>
    </Section>
  )
}

function Decide({ line, value, onChange }: { line: ListLine; value: string; onChange: (value: string) => void }) {
  return (
    <Select
      name={`zeile-${line.line}`}
      label={t.decide(line.line)}
      value={value}
      onChange={onChange}
      emptyLabel={t.open}
      options={[
        ...line.candidates.map((one) => ({ value: one.id, label: t.is(one.title) })),
        ...(line.verdict === 'unclear' ? [{ value: 'new', label: t.isNew }] : []),
        { value: 'skip', label: t.skip },
      ]}
    />
  )
}
