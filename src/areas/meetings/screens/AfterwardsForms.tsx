// Objecting to minutes, answering an objection, and saying how minutes are to be read.
import { useState } from 'react'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import type { MinutesObjection } from '../contract/minutes-shapes.ts'
import { type Meeting, meetings } from '../contract.ts'
import { minutesTexts as t } from '../texts/minutes.de.ts'
import { screens } from '../texts/screens.de.ts'

const remote = client(meetings)

/** Which item, or the whole. */
function Item({ meeting, value }: { meeting: Meeting; value: string }) {
  return (
    <Select
      name="item"
      label={t.item}
      defaultValue={value}
      options={[
        { value: '', label: t.whole },
        ...meeting.items.map((item, at) => ({
          value: item.id,
          label: `${screens.page.position(at + 1)}: ${item.title}`,
        })),
      ]}
    />
  )
}

export function ObjectionForm({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const toast = useToast()
  const { actingFor } = useSession()
  const raise = useAct(remote.raiseObjection, () => {
    toast({ text: t.raised })
    onClose()
  })
  return (
    <Dialog open onClose={onClose} title={t.objectTitle}>
      <Form
        onSubmit={({ item, text = '' }) => void raise.act({ id: meeting.object.id, item: item || null, text })}
        errors={raise.fields}
        fault={raise.error?.fields.length ? undefined : raise.error?.message}
        busy={raise.busy}
        dirtyGuard
      >
        <p>{t.objectLead(actingFor?.title ?? '')}</p>
        <Item meeting={meeting} value="" />
        <TextArea name="text" label={t.text} maxLength={10_000} />
        <SubmitButton>{t.object}</SubmitButton>
      </Form>
    </Dialog>
  )
}

type Correcting = { meeting: Meeting; objection: MinutesObjection | null; onClose: () => void }
export function RectificationForm({ meeting, objection, onClose }: Correcting) {
  const toast = useToast()
  const [corrects, setCorrects] = useState(objection === null)
  const [missing, setMissing] = useState<Record<string, string>>({})
  const propose = useAct(remote.proposeRectification, () => {
    toast({ text: t.proposed })
    onClose()
  })
  const submit = ({ item, wording = '', reason = '' }: Record<string, string>) => {
    const wanting = corrects && wording.trim() === ''
    setMissing(wanting ? { wording: t.wordingMissing } : {})
    if (wanting) return
    void propose.act({
      id: meeting.object.id,
      objection: objection?.id ?? null,
      item: item || null,
      wording: corrects ? wording : null,
      reason,
    })
  }
  return (
    <Dialog open onClose={onClose} title={objection ? t.answerDialog : t.correctDialog} size="l">
      <Form
        onSubmit={submit}
        errors={{ ...propose.fields, ...missing }}
        fault={propose.error?.fields.length ? undefined : propose.error?.message}
        busy={propose.busy}
        dirtyGuard
      >
        <p>{objection ? t.answerLead : t.correctLead}</p>
        {objection ? (
          <>
            <blockquote>{objection.text}</blockquote>
            <RadioGroup
              name="follow"
              label={t.follow}
              value={corrects ? 'correct' : 'keep'}
              onChange={(value) => setCorrects(value === 'correct')}
              options={[
                { value: 'keep', label: t.follows.keep },
                { value: 'correct', label: t.follows.correct },
              ]}
            />
          </>
        ) : null}
        <Item meeting={meeting} value={objection?.item ?? ''} />
        {corrects ? <TextArea name="wording" label={t.wording} maxLength={10_000} /> : null}
        <TextArea name="reason" label={t.reason} maxLength={10_000} rows={3} />
        <SubmitButton>{t.save}</SubmitButton>
      </Form>
    </Dialog>
  )
}
