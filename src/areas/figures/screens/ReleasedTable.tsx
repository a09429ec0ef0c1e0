// /zahlen/freigaben/:id, for all /oeffentlich/tabellen/:id: a released table as those see it for whom it is meant, with what proves it.
import { useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { formatInstant } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { A, useNavigateTo } from '#kit/ui/Link.tsx'
import { ObjectPage, SideBox } from '#kit/ui/ObjectPage.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { addressOf, client } from '#kit/web/client.ts'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import type { ReleasePage as Page } from '../contract/gate.ts'
import { figures } from '../contract.ts'
import { gateTexts } from '../texts/gate.de.ts'
import { periodWords } from '../widgets/parts.tsx'
import { GateTable } from './GateTable.tsx'

const remote = client(figures)
const t = gateTexts.released

export function ReleasedTablePage({ id }: { id: string }) {
  const load = useLoad(remote.release, { id })
  return <Loading load={load}>{(page) => <Shown page={page} revision={load.revision ?? 1} key={id} />}</Loading>
}

function Shown({ page, revision }: { page: Page; revision: number }) {
  const { actingFor } = useSession()
  const [withdrawing, setWithdrawing] = useState(false)
  const toFile = (format: 'csv' | 'certificate' | 'table') =>
    addressOf(figures.releaseFile, { id: page.id, format }).url
  return (
    <ObjectPage
      head={
        <PageHead
          title={page.title}
          kind={t.kind}
          invented={page.invented}
          lead={t.by(formatInstant(page.releasedAt))}
          owners={[{ label: page.owner.title, ...(actingFor ? { to: `/organisationen/${page.owner.id}` } : {}) }]}
          state={page.withdrawnAt ? { label: t.withdrawn, tone: 'warning' } : undefined}
        />
      }
      aside={
        <>
          <SideBox title={t.files}>
            <Stack>
              <p>
                <small>{t.proof(page.threshold, page.hidden)}</small>
              </p>
              {(['csv', 'certificate', 'table'] as const).map((format) => (
                <Button key={format} small icon="download" to={toFile(format)}>
                  {t[format]}
                </Button>
              ))}
            </Stack>
          </SideBox>
          {actingFor && page.audience === 'public' && !page.withdrawnAt ? (
            <A to={`/oeffentlich/tabellen/${page.id}`}>{t.publicAddress}</A>
          ) : null}
          {page.guarded ? (
            <ObjectLink kind="guardedTable" id={page.guarded}>
              {t.toGuarded}
            </ObjectLink>
          ) : null}
        </>
      }
    >
      <Stack gap="l">
        <DefinitionList
          items={[
            { term: gateTexts.page.facts.what, value: page.definition },
            { term: gateTexts.page.facts.time, value: periodWords(page.period) },
            {
              term: gateTexts.list.columns.audience,
              value: gateTexts.audience(page.audience, page.body?.title ?? null),
            },
            ...(page.withdrawnAt
              ? [
                  {
                    term: t.withdrawn,
                    value: gateTexts.page.withdrawnOn(formatInstant(page.withdrawnAt), page.reason ?? ''),
                  },
                ]
              : []),
          ]}
        />
        <GateTable
          caption={gateTexts.table.caption(page.title)}
          dimensions={page.dimensions}
          trees={page.trees}
          cells={page.cells}
        />
        {page.mine && !page.withdrawnAt ? (
          <ButtonRow>
            <Button variant="danger" onClick={() => setWithdrawing(true)}>
              {t.withdraw}
            </Button>
          </ButtonRow>
        ) : null}
      </Stack>
      {withdrawing ? <Withdraw page={page} revision={revision} onClose={() => setWithdrawing(false)} /> : null}
    </ObjectPage>
  )
}

type Withdrawing = { page: Page; revision: number; onClose: () => void }

function Withdraw({ page, revision, onClose }: Withdrawing) {
  const toast = useToast()
  const go = useNavigateTo()
  const act = useAct(remote.withdrawRelease, () => {
    toast({ text: t.withdrawnToast })
    onClose()
    if (page.guarded) go(`/zahlen/freigaben/tabelle/${page.guarded}`)
  })
  return (
    <Dialog open onClose={onClose} title={t.withdraw}>
      <Form
        onSubmit={({ reason = '' }) => void act.act({ id: page.id, reason }, { revision })}
        errors={act.fields}
        busy={act.busy}
      >
        <p>{t.reasonHint}</p>
        <TextArea name="reason" label={t.reason} rows={2} />
        <Refused error={act.error} />
        <SubmitButton>{t.withdraw}</SubmitButton>
      </Form>
    </Dialog>
  )
}
