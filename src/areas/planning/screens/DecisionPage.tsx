// /beschluesse/:id: a result, its joint release, and the one next step: a measure, or the reason why none follows.
import { useState } from 'react'
import { cooperation } from '#areas/cooperation/contract.ts'
import { PublishBox } from '#areas/cooperation/widgets/PublishBox.tsx'
import { ReleaseBox } from '#areas/cooperation/widgets/ReleaseBox.tsx'
import { texts as documents } from '#kit/documents/texts.de.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Card } from '#kit/ui/Card.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { ObjectPage } from '#kit/ui/ObjectPage.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Prose, Section } from '#kit/ui/Section.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { Around } from '#kit/web/Around.tsx'
import { Conflict } from '#kit/web/Conflict.tsx'
import { client } from '#kit/web/client.ts'
import { Downloads } from '#kit/web/Downloads.tsx'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useHolds, useSession } from '#kit/web/session.tsx'
import { useAct, useBegun, useLoad } from '#kit/web/use.ts'
import type { Decision } from '../contract/decisions.ts'
import { planning } from '../contract/planning.ts'
import { results } from '../texts/results.de.ts'
import { texts } from '../texts.de.ts'
import { type DecisionDraft, DecisionForm } from '../widgets/DecisionForm.tsx'
import { MeasureTable } from './NeedsPage.tsx'

const remote = client(planning)
const bodiesRemote = client(cooperation)
const t = results.decision

export function DecisionPage({ id }: { id: string }) {
  const load = useLoad(remote.getDecision, { id })
  return <Loading load={load}>{(decision) => <Shown decision={decision} key={id} />}</Loading>
}

function Shown({ decision }: { decision: Decision }) {
  const { object, released } = decision
  const [editing, setEditing] = useState(false)
  const leads = useHolds()(['chair', 'office'], object.body?.id)
  return (
    <ObjectPage
      head={
        <PageHead
          title={object.title}
          kind={texts.results[decision.result]}
          state={{ label: released ? t.released : t.waiting, tone: released ? 'success' : 'warning' }}
          invented={object.invented}
          owners={object.body ? [{ label: object.body.title, to: `/gremien/${object.body.id}` }] : undefined}
          actions={
            leads && !released ? (
              <Button icon="edit" onClick={() => setEditing(true)}>
                {t.edit}
              </Button>
            ) : undefined
          }
        />
      }
      aside={
        <>
          {released ? <ReleaseBox object={object.id} /> : null}
          {released ? <PublishBox object={object.id} /> : null}
          <Around id={object.id} />
        </>
      }
    >
      <Stack gap="l">
        {released ? null : (
          <Notice tone="warning" title={t.waitingTitle}>
            {t.waitingText}
          </Notice>
        )}
        {released ? null : <ReleaseBox object={object.id} />}
        <Section title={t.text}>
          <Prose>
            <p style={{ whiteSpace: 'pre-line' }}>{decision.text}</p>
          </Prose>
        </Section>
        <Details decision={decision} />
        {decision.reasons ? (
          <Section title={t.reasons}>
            <Prose>
              <p style={{ whiteSpace: 'pre-line' }}>{decision.reasons}</p>
            </Prose>
          </Section>
        ) : null}
        {released && decision.result !== 'noted' ? <Next decision={decision} /> : null}
        <Section title={t.proposal} lead={t.proposalLead}>
          <Downloads
            ways={[
              { label: documents.asPdf, endpoint: planning.proposalPdf, input: { id: object.id } },
              { label: documents.asWord, endpoint: planning.proposal, input: { id: object.id } },
            ]}
            about={t.proposal}
          />
        </Section>
        {editing ? <Edit decision={decision} onClose={() => setEditing(false)} /> : null}
      </Stack>
    </ObjectPage>
  )
}

function Details({ decision }: { decision: Decision }) {
  return (
    <DefinitionList
      items={[
        ...(decision.needs.length > 0
          ? [
              {
                term: t.needs,
                value: (
                  <ul>
                    {decision.needs.map((need) => (
                      <li key={need.id}>
                        <ObjectLink kind="need" id={need.id}>
                          {need.title}
                        </ObjectLink>
                        {` · ${t.needEdition(need.edition)}`}
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]
          : []),
        ...(decision.addressee
          ? [
              {
                term: t.addressee,
                value: (
                  <ObjectLink kind="organisation" id={decision.addressee.id}>
                    {decision.addressee.title}
                  </ObjectLink>
                ),
              },
            ]
          : []),
        ...(decision.setAside ? [{ term: t.setAside, value: decision.setAside }] : []),
        ...(decision.path
          ? [{ term: t.path, value: <span style={{ whiteSpace: 'pre-line' }}>{decision.path}</span> }]
          : []),
        ...(decision.costs ? [{ term: t.costs, value: decision.costs }] : []),
        ...(decision.meeting
          ? [
              {
                term: t.meeting,
                value: (
                  <ObjectLink kind={decision.meeting.kind} id={decision.meeting.id}>
                    {decision.meeting.title}
                  </ObjectLink>
                ),
              },
            ]
          : []),
        { term: t.recordedOn, value: `${formatDay(decision.recordedOn)} · ${t.needEdition(decision.edition)}` },
        ...(decision.releasedOn ? [{ term: t.releasedOn, value: formatDay(decision.releasedOn) }] : []),
        ...(decision.answerBy ? [{ term: t.answerBy, value: formatDay(decision.answerBy) }] : []),
      ]}
    />
  )
}

/** The addressee acts or says why not; without an addressee, the body itself does. */
function Next({ decision }: { decision: Decision }) {
  const { object, addressee, answer } = decision
  const { actingFor } = useSession()
  const holds = useHolds()
  const toast = useToast()
  const [reasoning, setReasoning] = useState(false)
  const measures = useLoad(remote.listMeasures, { decision: object.id })
  const give = useAct(remote.giveReason, () => {
    setReasoning(false)
    toast({ text: t.reasonGiven })
  })
  const mayAct = addressee
    ? addressee.id === actingFor?.id
    : holds(['chair', 'office', 'delegate', 'deputy'], object.body?.id)
  const mayAnswer =
    addressee !== null && addressee.id === actingFor?.id && holds(['admin', 'head', 'planner', 'staff'], addressee.id)
  const rows = measures.data?.measures ?? []
  return (
    <Section title={t.next}>
      {answer ? (
        <Card title={t.answer(answer.organisation?.title ?? '', formatDay(answer.on))}>
          <p style={{ whiteSpace: 'pre-line' }}>{answer.reason}</p>
        </Card>
      ) : null}
      {rows.length > 0 ? <MeasureTable rows={rows} /> : null}
      {rows.length === 0 && !answer ? (
        <p>{mayAct ? t.nextText : t.nextOther(addressee?.title ?? object.body?.title ?? '')}</p>
      ) : null}
      {mayAct && !answer ? (
        <ButtonRow>
          <Button variant="primary" icon="add" to={`/massnahmen/neu?beschluss=${object.id}`}>
            {t.makeMeasure}
          </Button>
          {mayAnswer && rows.length === 0 ? <Button onClick={() => setReasoning(true)}>{t.giveReason}</Button> : null}
        </ButtonRow>
      ) : null}
      <Dialog open={reasoning} onClose={() => setReasoning(false)} title={t.giveReason}>
        <Form
          onSubmit={({ reason = '' }) => void give.act({ id: object.id, reason })}
          errors={give.fields}
          fault={give.error?.message}
          busy={give.busy}
        >
          <TextArea name="reason" label={t.reason} hint={t.reasonHint} />
          <SubmitButton>{t.giveReason}</SubmitButton>
        </Form>
      </Dialog>
    </Section>
  )
}

function Edit({ decision, onClose }: { decision: Decision; onClose: () => void }) {
  const { object } = decision
  const toast = useToast()
  const [begun] = useBegun(object.revision)
  const [sent, setSent] = useState<DecisionDraft | null>(null)
  const body = useLoad(bodiesRemote.body, { id: object.body?.id ?? '' }, { when: object.body !== null })
  const change = useAct(remote.changeDecision, () => {
    toast({ text: results.form.changed })
    onClose()
  })
  const save = (content: DecisionDraft, revision = begun) => {
    setSent(content)
    void change.act({ id: object.id, ...content }, { revision })
  }
  const f = results.form
  return (
    <Dialog open onClose={onClose} title={f.title} size="l">
      <Conflict
        error={change.error}
        labels={{ title: f.name, text: f.text, reasons: f.reasons, path: f.path, costs: f.costs }}
        busy={change.busy}
        onMine={(revision) => sent && save(sent, revision)}
        onTheirs={onClose}
      />
      <Loading load={body} shape="text">
        {({ votes }) => (
          <DecisionForm
            was={{ ...decision, title: object.title, needs: decision.needs.map((need) => need.id) }}
            votes={votes && decision.result === 'resolved'}
            {...(votes ? { noVotes: f.noResolution } : {})}
            save={f.change}
            busy={change.busy}
            errors={change.fields}
            fault={change.error?.conflict ? undefined : change.error?.message}
            onSave={(content) => save(content)}
          />
        )}
      </Loading>
    </Dialog>
  )
}
