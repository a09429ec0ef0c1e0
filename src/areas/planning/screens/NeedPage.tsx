// /bedarfe/:id: a need with what it rests on and what became of it.
import { useState } from 'react'
import { PurposeBox } from '#areas/actors/widgets/PurposeBox.tsx'
import { ActorAnalysis } from '#areas/cooperation/widgets/ActorAnalysis.tsx'
import { objects } from '#kit/objects/contract.ts'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { useNavigateTo } from '#kit/ui/Link.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { ObjectPage } from '#kit/ui/ObjectPage.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Prose, Section } from '#kit/ui/Section.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { Around } from '#kit/web/Around.tsx'
import { client } from '#kit/web/client.ts'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useHolds, useSession } from '#kit/web/session.tsx'
import { useAct, useBegun, useLoad } from '#kit/web/use.ts'
import type { Need } from '../contract/needs.ts'
import { planning } from '../contract/planning.ts'
import { screens } from '../texts/screens.de.ts'
import { texts } from '../texts.de.ts'
import { EvidenceList } from '../widgets/EvidenceList.tsx'
import { MeasureTable } from './NeedsPage.tsx'
import { placeWords } from './place-words.ts'

const remote = client(planning)
const undo = client(objects)
const t = screens.need
const tone = {
  draft: 'neutral',
  stated: 'info',
  onAgenda: 'info',
  decided: 'info',
  inMeasure: 'warning',
  answered: 'success',
  withdrawn: 'neutral',
} as const

export function NeedPage({ id }: { id: string }) {
  const load = useLoad(remote.getNeed, { id })
  return <Loading load={load}>{(need) => <Shown need={need} key={id} />}</Loading>
}

function Shown({ need }: { need: Need }) {
  const { object, state } = need
  const id = object.id
  const draft = state === 'draft'
  const leads = useHolds()(['chair', 'office'], object.body?.id)
  const toast = useToast()
  const go = useNavigateTo()
  const [left, setLeft] = useState(false)
  const [withdrawing, setWithdrawing] = useState(false)
  const { actingFor } = useSession()
  const mayWithdraw = object.owner?.id === actingFor?.id && (state === 'stated' || state === 'onAgenda')
  const restore = useAct(undo.restore, () => toast({ text: t.undone }))
  const remove = useAct(undo.remove, (gone) => {
    setLeft(true)
    toast({ text: t.removed, undo: () => void restore.act({ id }, { revision: gone.object.revision }) })
    go('/bedarfe')
  })
  if (left) return null
  const main = draft ? (
    <Button variant="primary" to={`/bedarfe/${id}/bearbeiten?schritt=5`}>
      {t.resume}
    </Button>
  ) : leads && state === 'stated' ? (
    <Button variant="primary" to={`/sitzungen?gremium=${object.body?.id}&bedarf=${id}`}>
      {t.agenda}
    </Button>
  ) : undefined
  return (
    <ObjectPage
      head={
        <PageHead
          title={object.title}
          kind={t.kind}
          state={{ label: texts.needStates[state], tone: tone[state] }}
          invented={object.invented}
          main={main}
          owners={[
            ...(object.owner ? [{ label: object.owner.title, to: `/organisationen/${object.owner.id}` }] : []),
            ...(object.body ? [{ label: object.body.title, to: `/gremien/${object.body.id}` }] : []),
          ]}
          actions={
            object.mayChange && !need.withdrawn ? (
              <>
                <Button icon="edit" to={`/bedarfe/${id}/bearbeiten`}>
                  {t.edit}
                </Button>
                {draft ? (
                  <Button
                    variant="tertiary"
                    busy={remove.busy}
                    onClick={() => void remove.act({ id }, { revision: object.revision })}
                  >
                    {t.remove}
                  </Button>
                ) : mayWithdraw ? (
                  <Button variant="tertiary" onClick={() => setWithdrawing(true)}>
                    {t.withdraw}
                  </Button>
                ) : null}
              </>
            ) : undefined
          }
        />
      }
      aside={
        <>
          <Around id={id} />
          {draft ? null : <PurposeBox id={id} revision={object.revision} />}
        </>
      }
    >
      <Stack gap="l">
        <Refused error={remove.error} />
        {draft ? (
          <Notice tone="info" title={texts.needStates.draft}>
            {t.draftNote}
          </Notice>
        ) : null}
        {need.withdrawn ? (
          <Notice tone="info" title={t.withdrawnTitle(formatDay(need.withdrawn.on))}>
            {need.withdrawn.because}
          </Notice>
        ) : null}
        <DefinitionList
          items={[
            { term: t.forWhom, value: need.targetGroup || t.notYet },
            { term: t.where, value: placeWords(need) || t.notYet },
            { term: t.benefit, value: need.benefit || t.notYet },
            ...(need.statedOn
              ? [{ term: t.statedOn, value: `${formatDay(need.statedOn)} · ${t.editionOf(need.edition ?? 1)}` }]
              : []),
          ]}
        />
        {need.description ? (
          <Section title={t.description}>
            <Prose>
              <p style={{ whiteSpace: 'pre-line' }}>{need.description}</p>
            </Prose>
          </Section>
        ) : null}
        <Section title={t.evidence}>
          <EvidenceList evidence={need.evidence} />
        </Section>
        {draft ? null : <Became need={id} />}
        {draft ? null : <ActorAnalysis about={id} />}
        {withdrawing ? <Withdraw need={need} onClose={() => setWithdrawing(false)} /> : null}
      </Stack>
    </ObjectPage>
  )
}

function Withdraw({ need, onClose }: { need: Need; onClose: () => void }) {
  const toast = useToast()
  const [begun] = useBegun(need.object.revision)
  const withdraw = useAct(remote.withdrawNeed, () => {
    toast({ text: t.withdrawDone })
    onClose()
  })
  return (
    <Dialog open onClose={onClose} title={t.withdraw}>
      <p>{t.withdrawText}</p>
      <Form
        onSubmit={({ because = '' }) =>
          void withdraw.act({ id: need.object.id, because }, { revision: withdraw.error?.conflict?.revision ?? begun })
        }
        errors={withdraw.fields}
        fault={withdraw.error?.message}
        busy={withdraw.busy}
      >
        <TextArea name="because" label={t.withdrawReason} hint={t.withdrawReasonHint} />
        <SubmitButton>{t.withdraw}</SubmitButton>
      </Form>
    </Dialog>
  )
}

function Became({ need }: { need: string }) {
  const decisions = useLoad(remote.listDecisions, { need })
  const measures = useLoad(remote.listMeasures, { need })
  return (
    <>
      <Section title={t.decisions}>
        <Loading load={decisions} shape="text">
          {({ decisions: rows }) =>
            rows.length === 0 ? (
              <p>{t.noDecisions}</p>
            ) : (
              <ul>
                {rows.map((row) => (
                  <li key={row.object.id}>
                    <ObjectLink kind="decision" id={row.object.id}>
                      {row.object.title}
                    </ObjectLink>{' '}
                    <Badge tone={row.released ? 'success' : 'neutral'}>{texts.results[row.result]}</Badge>
                    <br />
                    <small>{formatDay(row.recordedOn)}</small>
                  </li>
                ))}
              </ul>
            )
          }
        </Loading>
      </Section>
      {measures.data && measures.data.measures.length > 0 ? (
        <Section title={t.measures}>
          <MeasureTable rows={measures.data.measures} />
        </Section>
      ) : null}
    </>
  )
}
