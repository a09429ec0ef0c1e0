// The words of an agenda item: title, level, public or not, paper. For a new topic and for a change.
import { Checkbox } from '#kit/ui/Checkbox.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useAct, useBegun } from '#kit/web/use.ts'
import { type AgendaItem, Level, meetings } from '../contract.ts'
import { screens } from '../texts/screens.de.ts'

const remote = client(meetings)
const t = screens.page

export function ItemForm({
  meeting,
  revision,
  item,
  onDone,
}: {
  meeting: string
  revision: number
  item: AgendaItem | null
  onDone: () => void
}) {
  const toast = useToast()
  const done = (text: string) => () => {
    toast({ text })
    onDone()
  }
  const add = useAct(remote.addItem, done(t.added))
  const change = useAct(remote.changeItem, done(t.itemSaved))
  const [begun] = useBegun(revision)
  const { error, fields, busy } = item ? change : add
  const submit = (values: Record<string, string>) => {
    const content = {
      title: values.title ?? '',
      level: Level.parse(values.level),
      public: values.public === 'on',
      paper: values.paper ?? '',
    }
    void (item
      ? change.act({ id: meeting, item: item.id, ...content }, { revision: change.error?.conflict?.revision ?? begun })
      : add.act({ id: meeting, ...content }))
  }
  return (
    <Form onSubmit={submit} errors={fields} fault={error?.message} busy={busy}>
      <TextField name="title" label={t.item} maxLength={300} width="full" defaultValue={item?.title ?? ''} />
      <RadioGroup
        name="level"
        label={t.level}
        inline
        defaultValue={item?.level ?? 'strategic'}
        options={Level.options.map((value) => ({ value, label: t.levels[value] }))}
      />
      <Checkbox name="public" label={t.publicLabel} defaultChecked={item?.public ?? true} />
      <TextArea name="paper" label={t.paper} optional rows={3} defaultValue={item?.paper ?? ''} />
      <SubmitButton>{item ? t.saveItem : t.addItem}</SubmitButton>
    </Form>
  )
}
