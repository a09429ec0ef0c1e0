// For which fields an organisation takes part in the body, with the reason.
import { Field } from '#areas/actors/contract.ts'
import { fieldWords } from '#areas/actors/widgets/words.ts'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { CheckboxGroup } from '#kit/ui/Checkbox.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useAct } from '#kit/web/use.ts'
import { type Body, cooperation } from '../contract.ts'
import { purposeTexts as t } from '../texts/purposes.de.ts'

const remote = client(cooperation)

type Props = { body: Body; organisation: Body['seats'][number]['organisation']; onClose: () => void }

export function PurposeDialog({ body, organisation, onClose }: Props) {
  const toast = useToast()
  const there = body.purposes.find((one) => one.organisation === organisation.id)
  const save = useAct(remote.bindPurpose, () => onClose())
  const submit = async ({ fields = '', reason = '' }: Record<string, string>) => {
    const chosen = Field.options.filter((field) => fields.split(',').includes(field))
    if (await save.act({ id: body.head.id, organisation: organisation.id, fields: chosen, reason }))
      toast({ text: chosen.length > 0 ? t.saved : t.lifted })
  }
  return (
    <Dialog open onClose={onClose} title={t.title}>
      <Form
        onSubmit={(values) => void submit(values)}
        errors={save.fields}
        fault={save.error && save.error.fields.length === 0 ? save.error.message : undefined}
        busy={save.busy}
      >
        <p>{t.lead(organisation.title)}</p>
        <CheckboxGroup
          name="fields"
          label={t.fields}
          hint={there ? t.fieldsHint : undefined}
          optional
          defaultValues={there?.fields ?? []}
          options={Field.options.map((value) => ({ value, label: fieldWords[value] }))}
        />
        <TextArea name="reason" label={t.reason} hint={t.reasonHint} rows={2} defaultValue={there?.reason} optional />
        <ButtonRow>
          <SubmitButton>{t.save}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
