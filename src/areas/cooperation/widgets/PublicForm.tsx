// Fixes what the public page of a body is to show.
import { ButtonRow } from '#kit/ui/Button.tsx'
import { CheckboxGroup } from '#kit/ui/Checkbox.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useAct, useBegun } from '#kit/web/use.ts'
import type { PublicContent } from '../contract/public.ts'
import { cooperation } from '../contract.ts'
import { publicTexts } from '../texts/public.de.ts'

const remote = client(cooperation)
const t = publicTexts.tab
const parts = ['mission', 'members', 'meetings', 'contacts'] as const

type Props = {
  body: string
  begun: PublicContent | null
  basedOn: number | null
  agreements: readonly { id: string; title: string }[]
  onClose: () => void
}

export function PublicForm({ body, begun, basedOn, agreements, onClose }: Props) {
  const toast = useToast()
  // What somebody else saves meanwhile must not be overwritten unseen.
  const [edition] = useBegun(basedOn)
  const save = useAct(remote.preparePublicPage, (done) => {
    toast({ text: t.saved(done.edition) })
    onClose()
  })
  const submit = ({ introduction = '', shown = '', agreement = '', meetingNote = '' }: Record<string, string>) => {
    const chosen = shown.split(',')
    void save.act({
      id: body,
      introduction,
      agreement: agreement || null,
      meetingNote,
      basedOn: edition,
      mission: chosen.includes('mission'),
      members: chosen.includes('members'),
      meetings: chosen.includes('meetings'),
      contacts: chosen.includes('contacts'),
    })
  }
  const { error } = save
  return (
    <Dialog open onClose={onClose} title={begun ? t.change : t.prepare} size="l">
      <Form
        onSubmit={submit}
        errors={save.fields}
        fault={error && error.fields.length === 0 ? error.message : undefined}
        busy={save.busy}
      >
        <TextArea
          name="introduction"
          label={t.introduction}
          hint={t.introductionHint}
          rows={4}
          maxLength={3000}
          defaultValue={begun?.introduction ?? ''}
        />
        <CheckboxGroup
          name="shown"
          label={t.parts}
          optional
          defaultValues={begun ? parts.filter((part) => begun[part]) : parts}
          options={parts.map((value) => ({ value, label: t[value] }))}
        />
        <TextArea
          name="meetingNote"
          label={t.meetingNote}
          hint={t.meetingNoteHint}
          optional
          rows={2}
          defaultValue={begun?.meetingNote ?? ''}
        />
        <Select
          name="agreement"
          label={t.agreement}
          emptyLabel={t.noAgreement}
          defaultValue={begun?.agreement ?? ''}
          options={agreements.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <ButtonRow>
          <SubmitButton>{t.save}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
