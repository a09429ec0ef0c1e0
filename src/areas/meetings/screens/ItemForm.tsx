// The words of an agenda item: title, level, public or not, paper. For a new topic and for a change.
import { useEffect, useRef, useState } from 'react'
import { Checkbox } from '#kit/ui/Checkbox.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { Conflict } from '#kit/web/Conflict.tsx'
import { client } from '#kit/web/client.ts'
import { useAct, useBegun } from '#kit/web/use.ts'
import { type AgendaItem, Level, type Meeting, meetings } from '../contract.ts'
import { screens } from '../texts/screens.de.ts'

const remote = client(meetings)
const t = screens.page
type Content = Pick<AgendaItem, 'title' | 'level' | 'public' | 'paper'>
const contentOf = ({ title, level, public: open, paper }: AgendaItem): Content => ({
  title,
  level,
  public: open,
  paper,
})
const said = (name: string, value: unknown) =>
  name === 'level' ? t.levels[Level.parse(value)] : name === 'public' ? (value ? t.public : t.notPublic) : undefined

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
  const [begun] = useBegun({ revision, content: item ? contentOf(item) : null })
  const [sent, setSent] = useState<Content | null>(null)
  const { error, fields, busy } = item ? change : add
  const itemIn = (answer: unknown) => (answer as Partial<Meeting> | null)?.items?.find((one) => one.id === item?.id)
  const onto = (revision: number) =>
    sent && item ? void change.act({ id: meeting, item: item.id, ...sent }, { revision }) : undefined
  // Somebody changed something else in the meeting: the own words go on top at once.
  const conflict = change.error?.conflict
  const theirs = conflict ? itemIn(conflict.current) : undefined
  const elsewhere = theirs !== undefined && JSON.stringify(contentOf(theirs)) === JSON.stringify(begun.content)
  const again = useRef(onto)
  again.current = onto
  useEffect(() => {
    if (elsewhere && conflict) again.current(conflict.revision)
  }, [elsewhere, conflict])
  const submit = (values: Record<string, string>) => {
    const content: Content = {
      title: values.title ?? '',
      level: Level.parse(values.level),
      public: values.public === 'on',
      paper: values.paper ?? '',
    }
    setSent(content)
    void (item
      ? change.act({ id: meeting, item: item.id, ...content }, { revision: begun.revision })
      : add.act({ id: meeting, ...content }))
  }
  return (
    <>
      <Conflict
        error={elsewhere ? null : change.error}
        labels={{ title: t.item, level: t.level, public: t.publicLabel, paper: t.paper }}
        current={(now) => ({ ...itemIn(now) })}
        say={said}
        busy={busy}
        onMine={onto}
        onTheirs={onDone}
      />
      <Form onSubmit={submit} errors={fields} fault={error?.conflict ? undefined : error?.message} busy={busy}>
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
    </>
  )
}
