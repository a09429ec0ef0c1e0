// When both owners look at the seam again, and who has looked in this round.
import { useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Section } from '#kit/ui/Section.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useAct } from '#kit/web/use.ts'
import type { Seam } from '../contract/seams.ts'
import { cooperation } from '../contract.ts'
import { seamTexts } from '../texts/seams.de.ts'

const remote = client(cooperation)
const t = seamTexts.page

export function SeamReview({ seam }: { seam: Seam }) {
  const [open, setOpen] = useState(false)
  const toast = useToast()
  const review = useAct(remote.reviewSeam, () => {
    toast({ text: t.reviewDone, tone: 'success' })
    setOpen(false)
  })
  return (
    <Section
      title={t.review}
      lead={t.reviewEvery((seam.inForce?.text ?? seam.text).reviewMonths)}
      actions={seam.may.review ? <Button onClick={() => setOpen(true)}>{t.reviewAct}</Button> : undefined}
    >
      {seam.nextReview ? <p>{t.nextReview(formatDay(seam.nextReview))}</p> : null}
      {seam.reviews.length > 0 ? (
        <ul>
          {seam.reviews.map((one) => (
            <li key={`${one.organisation.id}${one.onDay}`}>
              {t.reviewedBy(one.organisation.title, formatDay(one.onDay))}
              {one.note ? `. ${one.note}` : null}
            </li>
          ))}
        </ul>
      ) : null}
      {open ? (
        <Dialog open onClose={() => setOpen(false)} title={t.reviewTitle}>
          <Form
            onSubmit={({ note = '' }) => void review.act({ id: seam.head.id, note })}
            errors={review.fields}
            fault={review.error && review.error.fields.length === 0 ? review.error.message : undefined}
            busy={review.busy}
          >
            <p>{t.reviewLead}</p>
            <TextArea name="note" label={t.reviewNote} optional rows={2} />
            <ButtonRow>
              <SubmitButton>{t.submit}</SubmitButton>
            </ButtonRow>
          </Form>
        </Dialog>
      ) : null}
    </Section>
  )
}
