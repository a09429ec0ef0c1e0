// What a need or a measure deals with, where that is narrower than its body.
import { Field } from '#areas/actors/contract.ts'
import { fieldWords } from '#areas/actors/widgets/words.ts'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { CheckboxGroup } from '#kit/ui/Checkbox.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useAct } from '#kit/web/use.ts'
import { cooperation } from '../contract.ts'
import { involvementTexts as t } from '../texts/involvement.de.ts'

const remote = client(cooperation)

export function SubjectTopics({
  about,
  topics,
  onClose,
}: {
  about: string
  topics: readonly Field[]
  onClose: () => void
}) {
  const toast = useToast()
  const save = useAct(remote.setSubject, () => {
    toast({ text: t.topicsSaved })
    onClose()
  })
  return (
    <Dialog open onClose={onClose} title={t.narrow}>
      <Form
        onSubmit={({ topics: chosen = '' }) =>
          void save.act({ id: about, topics: Field.options.filter((field) => chosen.split(',').includes(field)) })
        }
        fault={save.error?.message}
        busy={save.busy}
      >
        <p>{t.narrowLead}</p>
        <CheckboxGroup
          name="topics"
          label={t.topics}
          optional
          defaultValues={topics}
          options={Field.options.map((value) => ({ value, label: fieldWords[value] }))}
        />
        <ButtonRow>
          <SubmitButton>{t.saveTopics}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
