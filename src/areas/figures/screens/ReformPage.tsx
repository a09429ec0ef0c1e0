// /zahlen/gebietsaenderungen/:id: what became of which area, with the source; whoever recorded it may take it back.
import { useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { ObjectPage, SideBoxes } from '#kit/ui/ObjectPage.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { HistoryBox } from '#kit/web/HistoryBox.tsx'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { useHolds } from '#kit/web/session.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import type { ReformPage as Page } from '../contract/reforms.ts'
import { figures } from '../contract.ts'
import { areaTexts } from '../texts/areas.de.ts'
import { reformTexts } from '../texts/reforms.de.ts'
import { screens } from '../texts/screens.de.ts'
import { ReformParts } from './ReformParts.tsx'

const remote = client(figures)
const t = areaTexts.reform

export function ReformPage({ id }: { id: string }) {
  const load = useLoad(remote.reform, { id })
  return (
    <Loading load={load}>
      {(page) => <Shown page={page} revision={load.revision ?? page.head.revision} onChange={load.reload} />}
    </Loading>
  )
}

function Shown({ page, revision, onChange }: { page: Page; revision: number; onChange: () => void }) {
  const may = useHolds()(['planner'], page.head.owner?.id)
  const [asking, setAsking] = useState(false)
  return (
    <ObjectPage
      head={
        <PageHead
          title={page.title}
          kind={reformTexts.kinds[page.kind]}
          state={page.withdrawn ? { label: t.withdrawn, tone: 'neutral' } : { label: t.inForce, tone: 'success' }}
          actions={may && !page.withdrawn ? <Button onClick={() => setAsking(true)}>{t.withdraw}</Button> : undefined}
        />
      }
      aside={<SideBoxes history={<HistoryBox id={page.id} />} />}
    >
      <DefinitionList
        items={[
          { term: t.day, value: screens.day(page.day) },
          { term: t.source, value: page.source },
          ...(page.note ? [{ term: t.note, value: page.note }] : []),
        ]}
      />
      <Section title={t.parts}>
        <ReformParts parts={page.parts} caption={t.parts} />
      </Section>
      {asking ? (
        <Withdraw
          id={page.id}
          revision={revision}
          onClose={(done) => {
            setAsking(false)
            if (done) onChange()
          }}
        />
      ) : null}
    </ObjectPage>
  )
}

function Withdraw({ id, revision, onClose }: { id: string; revision: number; onClose: (done: boolean) => void }) {
  const toast = useToast()
  const withdraw = useAct(remote.withdrawReform, () => {
    toast({ text: t.withdrawnToast, tone: 'success' })
    onClose(true)
  })
  return (
    <Dialog open onClose={() => onClose(false)} title={t.withdrawTitle}>
      <p>{t.withdrawText}</p>
      <Refused error={withdraw.error} />
      <ButtonRow>
        <Button variant="danger" busy={withdraw.busy} onClick={() => void withdraw.act({ id }, { revision })}>
          {t.withdraw}
        </Button>
        <Button onClick={() => onClose(false)}>{t.keep}</Button>
      </ButtonRow>
    </Dialog>
  )
}
