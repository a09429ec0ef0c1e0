// What the body deals with, in the common words.
import { Field } from '#areas/actors/contract.ts'
import { fieldWords } from '#areas/actors/widgets/words.ts'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { CheckboxGroup } from '#kit/ui/Checkbox.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useAct, useBegun } from '#kit/web/use.ts'
import { cooperation } from '../contract.ts'
import { networkTexts } from '../texts/network.de.ts'

const remote = client(cooperation)
const t = networkTexts.directory

type Props = { body: string; topics: readonly Field[]; revision: number; onClose: () => void }

export function TopicsDialog({ body, topics, revision, onClose }: Props) {
  const toast = useToast()
  const [begun] = useBegun(revision)
  const save = useAct(remote.setTopics, () => {
    toast({ text: t.saved })
    onClose()
  })
  return (
    <Dialog open onClose={onClose} title={t.setTopics}>
      <Form
        onSubmit={({ topics: chosen = '' }) =>
          void save.act(
            { id: body, topics: Field.options.filter((field) => chosen.split(',').includes(field)) },
            { revision: begun },
          )
        }
        fault={save.error?.message}
        busy={save.busy}
      >
        <p>{t.setTopicsLead}</p>
        <CheckboxGroup
          name="topics"
          label={t.topics}
          optional
          defaultValues={topics}
          options={Field.options.map((value) => ({ value, label: fieldWords[value] }))}
        />
        <ButtonRow>
          <SubmitButton>{t.save}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
