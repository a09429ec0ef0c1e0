// The dialog that enters a task of the law, or changes what it is called and where it stands.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { CheckboxGroup } from '#kit/ui/Checkbox.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useAct, useBegun } from '#kit/web/use.ts'
import { Situation, type Task, type TaskIn, TaskStrength } from '../contract/responsibility.ts'
import { actors } from '../contract.ts'
import { responsibilityTexts } from '../texts/responsibility.de.ts'

const remote = client(actors)
const t = responsibilityTexts.task

export function TaskForm({ task, onClose }: { task?: Task; onClose: () => void }) {
  const toast = useToast()
  const navigate = useNavigate()
  const [begun] = useBegun(task?.head.revision ?? 0)
  const [missing, setMissing] = useState(false)
  const enter = useAct(remote.enterTask, ({ id }) => {
    toast({ text: t.entered, tone: 'success' })
    void navigate({ to: `/zustaendigkeiten/${id}` as '/' })
  })
  const change = useAct(remote.describeTask, () => {
    toast({ text: t.saved })
    onClose()
  })
  const { busy, error, fields } = task ? change : enter
  const submit = ({
    title = '',
    law = '',
    clause = '',
    strength,
    situations = '',
    summary = '',
  }: Record<string, string>) => {
    setMissing(!strength)
    if (!strength) return
    const input: TaskIn = {
      title,
      law,
      clause,
      strength: strength as TaskIn['strength'],
      situations: situations.split(',').filter(Boolean) as Situation[],
      summary,
    }
    if (task) void change.act({ id: task.head.id, ...input }, { revision: begun })
    else void enter.act(input)
  }
  return (
    <Dialog open onClose={onClose} title={task ? t.editTitle : t.enterTitle} size="l">
      <Form
        onSubmit={submit}
        errors={missing ? { strength: t.strengthMissing } : fields}
        fault={error && error.fields.length === 0 ? error.message : undefined}
        busy={busy}
      >
        <p>{t.lead}</p>
        <TextField name="title" label={t.title} defaultValue={task?.head.title} width="full" />
        <TextField name="law" label={t.law} hint={t.lawHint} defaultValue={task?.law} width="m" />
        <TextField name="clause" label={t.clause} defaultValue={task?.clause} width="m" />
        <Select
          name="strength"
          label={t.strength}
          defaultValue={task?.strength}
          options={TaskStrength.options.map((value) => ({ value, label: responsibilityTexts.strengths[value] }))}
        />
        <CheckboxGroup
          name="situations"
          label={t.situations}
          optional
          defaultValues={task?.situations}
          options={Situation.options.map((value) => ({ value, label: responsibilityTexts.situations[value] }))}
        />
        <TextArea name="summary" label={t.summary} optional defaultValue={task?.summary} rows={3} />
        <ButtonRow>
          <SubmitButton>{t.save}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
