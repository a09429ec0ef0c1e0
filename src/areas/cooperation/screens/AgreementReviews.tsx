// Beside an agreement: when it is reviewed next, what earlier reviews have found, and the way to record one.
import { useState } from 'react'
import { addDays, addYears } from '#kit/clock/days.ts'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { SideBox } from '#kit/ui/ObjectPage.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useSession } from '#kit/web/session.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { cooperation, type Measured } from '../contract.ts'
import { reviewTexts } from '../texts/reviews.de.ts'
import { MeasuredTables } from './MeasuredTables.tsx'

const remote = client(cooperation)
const t = reviewTexts.box
const f = reviewTexts.form

export function AgreementReviews({ id }: { id: string }) {
  const load = useLoad(remote.agreementReviews, { id }, { keep: true })
  const [open, setOpen] = useState(false)
  if (!load.data) return null
  const { reviews, measured, nextOn, may } = load.data
  if (reviews.length === 0 && nextOn === null) return null
  return (
    <SideBox title={t.title}>
      <Stack gap="s">
        {nextOn ? <span>{t.next(nextOn)}</span> : null}
        {reviews.length === 0 ? <span>{t.none}</span> : null}
        {reviews.map((one) => (
          <span key={one.id}>
            <A to={`/ueberpruefungen/${one.id}`}>{t.line(one.until, reviewTexts.conclusions[one.conclusion])}</A>{' '}
            <Badge tone={one.released ? 'success' : 'info'}>{one.released ? t.released : t.waits}</Badge>
          </span>
        ))}
        {reviews[0]?.released && reviews[0].conclusion !== 'continue' ? (
          <span>{t.follow[reviews[0].conclusion]}</span>
        ) : null}
        {may.review && measured ? (
          <ButtonRow>
            <Button small onClick={() => setOpen(true)}>
              {t.start}
            </Button>
          </ButtonRow>
        ) : null}
      </Stack>
      {open && measured ? <ReviewForm id={id} measured={measured} onClose={() => setOpen(false)} /> : null}
    </SideBox>
  )
}

function ReviewForm({ id, measured, onClose }: { id: string; measured: Measured; onClose: () => void }) {
  const toast = useToast()
  const { today } = useSession()
  const [conclusion, setConclusion] = useState<string>('continue')
  const act = useAct(remote.reviewAgreement, () => {
    toast({ text: f.done })
    onClose()
  })
  const submit = ({ words = '', nextOn }: Record<string, string>) =>
    void act.act({
      id,
      conclusion: conclusion === 'end' ? 'end' : conclusion === 'change' ? 'change' : 'continue',
      words,
      nextOn: conclusion === 'end' ? null : nextOn || null,
    })
  return (
    <Dialog open onClose={onClose} title={f.title}>
      <Form
        onSubmit={submit}
        errors={act.fields}
        fault={act.error && act.error.fields.length === 0 ? act.error.message : undefined}
        busy={act.busy}
      >
        <p>{f.lead(measured.from, measured.until)}</p>
        <MeasuredTables measured={measured} />
        <RadioGroup
          name="conclusion"
          label={f.conclusion}
          options={(['continue', 'change', 'end'] as const).map((value) => ({
            value,
            label: reviewTexts.conclusions[value],
          }))}
          value={conclusion}
          onChange={setConclusion}
        />
        <TextArea name="words" label={f.words} hint={f.wordsHint} rows={4} />
        {conclusion === 'end' ? null : (
          <DateField
            name="nextOn"
            label={f.nextOn}
            hint={f.nextHint}
            defaultValue={addYears(today, 2)}
            min={addDays(today, 1)}
          />
        )}
        <ButtonRow>
          <SubmitButton>{f.submit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
