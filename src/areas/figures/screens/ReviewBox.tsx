// Delivered, checked, accepted: what stands at a delivery, and the next step for whoever may take it. Organisations only, nobody's name.
import { useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { formatInstant } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { Timeline } from '#kit/ui/Timeline.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useAct } from '#kit/web/use.ts'
import type { ReviewStep, Reviews } from '../contract/checks.ts'
import { figures } from '../contract.ts'
import { checkTexts } from '../texts/checks.de.ts'
import { faultBeside } from '../widgets/Asked.tsx'

const remote = client(figures)
const t = checkTexts.review

type Props = { id: string; edition: number; reviews: Reviews }

export function ReviewBox({ id, edition, reviews }: Props) {
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const [last, setLast] = useState<ReviewStep>('checked')
  const act = useAct(remote.review, ({ review }) => {
    if (review !== 'delivered') toast({ text: t.done[review], tone: 'success' })
    setAsking(false)
  })
  const take = (step: ReviewStep, text: string | null = null) => {
    setLast(step)
    void act.act({ id, step, edition, text })
  }
  const main = reviews.can.find((step) => step !== 'queried')
  return (
    <Stack>
      <p>{t.lead}</p>
      {reviews.steps.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <Timeline
          entries={reviews.steps.toReversed().map((one, n) => ({
            id: `${n}${one.at}`,
            when: formatInstant(one.at),
            onBehalf: one.organisation.title,
            what: t.step(one.step, one.edition),
            detail: one.text ?? undefined,
          }))}
        />
      )}
      {reviews.needsOther ? <Notice tone="info" title={t.needsOther} /> : null}
      {asking ? null : <Refused error={act.error} />}
      {reviews.can.length > 0 ? (
        <ButtonRow>
          {main ? (
            <Button variant="primary" busy={act.busy && last === main} onClick={() => take(main)}>
              {t.acts[main]}
            </Button>
          ) : null}
          {reviews.can.includes('queried') ? <Button onClick={() => setAsking(true)}>{t.acts.queried}</Button> : null}
        </ButtonRow>
      ) : null}
      {asking ? (
        <Dialog open onClose={() => setAsking(false)} title={t.acts.queried}>
          <Form
            onSubmit={({ text = '' }) => take('queried', text)}
            errors={act.fields}
            fault={faultBeside(act.error)}
            busy={act.busy}
          >
            <TextArea name="text" label={t.query} rows={3} />
            <SubmitButton>{t.ask}</SubmitButton>
          </Form>
        </Dialog>
      ) : null}
    </Stack>
  )
}
