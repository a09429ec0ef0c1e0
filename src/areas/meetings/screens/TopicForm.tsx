// The words of a topic: made out of concerns, or changed.
import { useState } from 'react'
import { CheckboxGroup } from '#kit/ui/Checkbox.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { Conflict } from '#kit/web/Conflict.tsx'
import { client } from '#kit/web/client.ts'
import { useAct, useBegun } from '#kit/web/use.ts'
import type { Topic, TopicContent } from '../contract/topics.ts'
import { Level, meetings } from '../contract.ts'
import { topicTexts } from '../texts/topics.de.ts'

const remote = client(meetings)
const t = topicTexts.form

type Props = { onDone: (topic: Topic) => void } & (
  | { body: string; concerns: readonly { id: string; title: string }[] }
  | { topic: Topic }
)
const contentOf = (values: Record<string, string>): TopicContent => ({
  title: values.title ?? '',
  description: values.description ?? '',
  targetGroup: values.targetGroup ?? '',
  level: Level.parse(values.level),
})

export function TopicForm({ onDone, ...about }: Props) {
  const make = useAct(remote.makeTopic, onDone)
  const change = useAct(remote.changeTopic, onDone)
  const topic = 'topic' in about ? about.topic : null
  const concerns = 'concerns' in about ? about.concerns : []
  const [begun] = useBegun(topic?.object.revision ?? 0)
  /** A single one is meant; of several one chooses. */
  const [chosen, setChosen] = useState<readonly string[]>(concerns.length === 1 ? [concerns[0]!.id] : [])
  const [sent, setSent] = useState<TopicContent | null>(null)
  const { error, fields, busy } = topic ? change : make
  const submit = (values: Record<string, string>) => {
    const content = contentOf(values)
    setSent(content)
    if ('body' in about) void make.act({ ...content, body: about.body, concerns: [...chosen] })
    else void change.act({ ...content, id: about.topic.object.id }, { revision: begun })
  }
  return (
    <>
      <Conflict
        error={change.error}
        labels={{ title: t.title, description: t.description, targetGroup: t.targetGroup, level: t.level }}
        current={(now) => ({ ...(now as object) })}
        say={(name, value) => (name === 'level' ? topicTexts.levels[Level.parse(value)] : undefined)}
        busy={busy}
        onMine={(revision) => topic && sent && void change.act({ ...sent, id: topic.object.id }, { revision })}
        onTheirs={() => topic && onDone(topic)}
      />
      <Form onSubmit={submit} errors={fields} fault={error?.conflict ? undefined : error?.message} busy={busy}>
        <TextField
          name="title"
          label={t.title}
          hint={t.titleHint}
          maxLength={200}
          width="full"
          defaultValue={topic?.object.title ?? (concerns.length === 1 ? concerns[0]!.title : '')}
        />
        <TextArea
          name="description"
          label={t.description}
          optional
          rows={4}
          maxLength={5000}
          defaultValue={topic?.description ?? ''}
        />
        <TextField
          name="targetGroup"
          label={t.targetGroup}
          optional
          maxLength={200}
          width="full"
          defaultValue={topic?.targetGroup ?? ''}
        />
        <RadioGroup
          name="level"
          label={t.level}
          defaultValue={topic?.level ?? 'strategic'}
          options={Level.options.map((value) => ({ value, label: t[value] }))}
        />
        {concerns.length > 0 ? (
          <CheckboxGroup
            name="concerns"
            label={t.bundled}
            hint={t.bundledHint}
            optional
            values={chosen}
            onChange={setChosen}
            options={concerns.map(({ id, title }) => ({ value: id, label: title }))}
          />
        ) : null}
        <SubmitButton>{topic ? t.save : t.make}</SubmitButton>
      </Form>
    </>
  )
}
