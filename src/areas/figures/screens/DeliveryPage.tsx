// /zahlen/lieferungen/:id: one delivery with its editions, what it rests on, and what became of it.
import { useState } from 'react'
import type { Reply } from '#kit/http/contract.ts'
import { Button } from '#kit/ui/Button.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { formatInstant } from '#kit/ui/format.ts'
import { ObjectPage, SideBox, SideBoxes } from '#kit/ui/ObjectPage.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { Timeline } from '#kit/ui/Timeline.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useAct, useBegun, useLoad } from '#kit/web/use.ts'
import type { Delivery, Mark } from '../contract/shapes.ts'
import { figures } from '../contract.ts'
import { checkTexts } from '../texts/checks.de.ts'
import { screens } from '../texts/screens.de.ts'
import { Asked, faultBeside, useAsked } from '../widgets/Asked.tsx'
import { Became } from '../widgets/Became.tsx'
import { ExplainedValue, periodWords, reviewTones, Value } from '../widgets/parts.tsx'
import { FigureFields, markOf } from './DeliverDialog.tsx'
import { ReviewBox } from './ReviewBox.tsx'

const remote = client(figures)
const t = screens.deliveries
type Page = Reply<(typeof figures)['delivery']>

export function DeliveryPage({ id }: { id: string }) {
  const load = useLoad(remote.delivery, { id })
  return (
    <Loading load={load}>
      {(page) => <Shown page={page} revision={load.revision ?? page.delivery.head.revision} key={id} />}
    </Loading>
  )
}

function Shown({ page, revision }: { page: Page; revision: number }) {
  const { delivery, editions, answers, reviews } = page
  const { actingFor } = useSession()
  const [dialog, setDialog] = useState<'correct' | 'answer' | null>(null)
  const own = actingFor?.id === delivery.organisation.id
  const close = () => setDialog(null)
  return (
    <ObjectPage
      head={
        <PageHead
          title={`${delivery.indicator.title}, ${delivery.area.name}`}
          kind={t.kinds[delivery.kind]}
          invented={delivery.head.invented}
          state={{ label: checkTexts.review.states[delivery.review], tone: reviewTones[delivery.review] }}
          lead={periodWords(delivery.period)}
          owners={[{ label: delivery.organisation.title, to: `/organisationen/${delivery.organisation.id}` }]}
          main={
            own ? (
              <Button variant="primary" icon="edit" onClick={() => setDialog('correct')}>
                {t.correct}
              </Button>
            ) : (
              <Button variant="primary" onClick={() => setDialog('answer')}>
                {t.toAnswer}
              </Button>
            )
          }
        />
      }
      aside={
        <>
          <SideBoxes
            restsOn={
              delivery.official ? (
                <ObjectLink kind="officialTable" id={delivery.official.id}>
                  {delivery.official.title}
                </ObjectLink>
              ) : undefined
            }
            trailTo={`/datenspur/${delivery.head.id}`}
          />
          <SideBox title={t.becameTitle}>
            <Became id={delivery.head.id} nothing={answers.length === 0 ? t.nothingBecame : ''} />
            {answers.length === 0 ? null : (
              <Timeline
                entries={answers.toReversed().map((one) => ({
                  id: one.at,
                  when: formatInstant(one.at),
                  onBehalf: one.organisation.title,
                  what: t.verdicts[one.verdict],
                  detail: one.text,
                }))}
              />
            )}
          </SideBox>
        </>
      }
    >
      <DefinitionList
        items={[
          {
            term: delivery.kind === 'figure' ? t.value : t.valueKept,
            value: <Value value={delivery.value} mark={delivery.mark} unit={delivery.unit} period={delivery.period} />,
          },
          {
            term: t.indicator,
            value: (
              <ObjectLink kind="indicator" id={delivery.indicator.id}>
                {delivery.indicator.title}
              </ObjectLink>
            ),
          },
          { term: t.area, value: `${delivery.area.name} (${delivery.area.key})` },
          ...(delivery.comment ? [{ term: t.comment, value: delivery.comment }] : []),
          ...stoodOut(delivery),
          ...(delivery.duty
            ? [
                {
                  term: t.because,
                  value: (
                    <ObjectLink kind="duty" id={delivery.duty}>
                      {t.toDuty}
                    </ObjectLink>
                  ),
                },
              ]
            : []),
        ]}
      />
      <p>
        <small>{t.seenBy}</small>
      </p>
      {reviews.steps.length > 0 || reviews.can.length > 0 || delivery.duty ? (
        <Section title={checkTexts.review.title}>
          <ReviewBox id={delivery.head.id} edition={delivery.edition} reviews={reviews} />
        </Section>
      ) : null}
      <Section title={t.editions}>
        <Timeline
          entries={editions.toReversed().map((one) => ({
            id: String(one.number),
            when: formatInstant(one.at),
            what: t.edition(one.number),
            detail: <EditionValue content={one.content} unit={delivery.unit} />,
          }))}
        />
      </Section>
      {dialog === 'correct' ? <Correct delivery={delivery} revision={revision} onClose={close} /> : null}
      {dialog === 'answer' ? <AnswerDialog id={delivery.head.id} onClose={close} /> : null}
    </ObjectPage>
  )
}

/** What stood out when it was handed over, and how it came to be so. */
const stoodOut = (delivery: Delivery) => [
  ...(delivery.findings.length > 0
    ? [{ term: checkTexts.deliver.findings, value: delivery.findings.map(({ text }) => text).join(' ') }]
    : []),
  ...(delivery.explanation ? [{ term: checkTexts.deliver.explanation, value: delivery.explanation }] : []),
  ...(delivery.undecided.length > 0
    ? [{ term: checkTexts.deliver.undecided, value: delivery.undecided.join(' ') }]
    : []),
]

function EditionValue({ content, unit }: { content: unknown; unit: string }) {
  const {
    value = null,
    mark = null,
    comment,
    explanation = null,
  } = (content ?? {}) as {
    value?: number | null
    mark?: Mark | null
    comment?: string | null
    explanation?: string | null
  }
  return (
    <>
      <ExplainedValue of={{ value, mark, explanation }} unit={unit} />
      {comment ? `: ${comment}` : ''}
    </>
  )
}

function Correct({ delivery, revision, onClose }: { delivery: Delivery; revision: number; onClose: () => void }) {
  const toast = useToast()
  const [begun] = useBegun(revision)
  const correct = useAct(remote.correct, () => {
    toast({ text: t.corrected, tone: 'success' })
    onClose()
  })
  const asked = useAsked(correct.error)
  const submit = (values: Record<string, string>) => {
    const mark = markOf(values.mark)
    const figure =
      delivery.kind === 'figure' ? { value: mark === null && values.value ? Number(values.value) : null, mark } : {}
    void correct.act(
      {
        id: delivery.head.id,
        kind: delivery.kind,
        comment: values.comment || null,
        explanation: values.explanation || null,
        ...figure,
      },
      { revision: correct.error?.conflict?.revision ?? begun },
    )
  }
  return (
    <Dialog open onClose={onClose} title={t.correctTitle}>
      <p>{t.correctLead}</p>
      <Form
        onSubmit={submit}
        errors={correct.fields}
        fault={correct.error?.conflict ? t.conflict : faultBeside(correct.error)}
        busy={correct.busy}
      >
        {delivery.kind === 'figure' ? (
          <FigureFields unit={delivery.unit} value={delivery.value} mark={delivery.mark} />
        ) : null}
        {delivery.kind === 'figure' ? <Asked asked={asked} before={delivery.explanation ?? undefined} /> : null}
        <TextArea
          name="comment"
          label={t.comment}
          defaultValue={delivery.comment ?? undefined}
          rows={3}
          optional={delivery.kind !== 'comment'}
        />
        <SubmitButton>{t.saveCorrection}</SubmitButton>
      </Form>
    </Dialog>
  )
}

function AnswerDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const toast = useToast()
  const answer = useAct(remote.answer, () => {
    toast({ text: t.answerSent, tone: 'success' })
    onClose()
  })
  const submit = (values: Record<string, string>) =>
    void answer.act({
      id,
      verdict: values.verdict === 'used' || values.verdict === 'notUsed' ? values.verdict : 'notYet',
      text: values.text ?? '',
    })
  return (
    <Dialog open onClose={onClose} title={t.answerTitle}>
      <Form
        onSubmit={submit}
        errors={answer.fields}
        fault={answer.error?.fields.length ? undefined : answer.error?.message}
        busy={answer.busy}
      >
        <RadioGroup
          name="verdict"
          label={t.answer}
          defaultValue="used"
          options={(['used', 'notYet', 'notUsed'] as const).map((value) => ({ value, label: t.verdicts[value] }))}
        />
        <TextArea name="text" label={t.answerText} rows={3} />
        <SubmitButton>{t.sendAnswer}</SubmitButton>
      </Form>
    </Dialog>
  )
}
