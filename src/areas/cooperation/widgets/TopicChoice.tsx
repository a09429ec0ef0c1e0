// Topics in the common words, in a dialog of their own: of a body, or narrower of what is dealt with there.
import { Field } from '#areas/actors/contract.ts'
import { fieldWords } from '#areas/actors/widgets/words.ts'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { CheckboxGroup } from '#kit/ui/Checkbox.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'

type Props = {
  words: { title: string; lead: string; topics: string; save: string }
  topics: readonly Field[]
  save: { error: { message: string } | null | undefined; busy: boolean }
  onSave: (topics: Field[]) => void
  onClose: () => void
}

export function TopicChoice({ words, topics, save, onSave, onClose }: Props) {
  return (
    <Dialog open onClose={onClose} title={words.title}>
      <Form
        onSubmit={({ topics: chosen = '' }) =>
          onSave(Field.options.filter((field) => chosen.split(',').includes(field)))
        }
        fault={save.error?.message}
        busy={save.busy}
      >
        <p>{words.lead}</p>
        <CheckboxGroup
          name="topics"
          label={words.topics}
          optional
          defaultValues={topics}
          options={Field.options.map((value) => ({ value, label: fieldWords[value] }))}
        />
        <ButtonRow>
          <SubmitButton>{words.save}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
