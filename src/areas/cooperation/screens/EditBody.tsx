// The dialog that changes name, short name, mission and area of a body.
import { useState } from 'react'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { Conflict } from '#kit/web/Conflict.tsx'
import { client } from '#kit/web/client.ts'
import { useAct, useBegun } from '#kit/web/use.ts'
import { type Body, cooperation } from '../contract.ts'
import { bodyTexts } from '../texts/bodies.de.ts'

const remote = client(cooperation)
const t = bodyTexts.edit

export function EditBody({ body, onClose }: { body: Body; onClose: () => void }) {
  const toast = useToast()
  const save = useAct(remote.describeBody, () => {
    toast({ text: t.saved })
    onClose()
  })
  const [begun] = useBegun(body.head.revision)
  const [sent, setSent] = useState<Parameters<typeof save.act>[0] | null>(null)
  const submit = ({ name = '', shortName = '', mission = '', areaKey = '' }: Record<string, string>) => {
    const input = { id: body.head.id, name, shortName, mission, areaKey: areaKey || null }
    setSent(input)
    void save.act(input, { revision: begun })
  }
  const labels = { name: t.name, shortName: t.shortName, mission: t.mission, areaKey: t.area }
  return (
    <Dialog open onClose={onClose} title={t.title}>
      <Conflict
        error={save.error}
        labels={labels}
        busy={save.busy}
        onMine={(revision) => sent && void save.act(sent, { revision })}
        onTheirs={onClose}
      />
      <Form
        onSubmit={submit}
        errors={save.fields}
        fault={save.error && !save.error.conflict && save.error.fields.length === 0 ? save.error.message : undefined}
        busy={save.busy}
      >
        <TextField name="name" label={t.name} defaultValue={body.head.title} width="full" />
        <TextField name="shortName" label={t.shortName} defaultValue={body.shortName} width="m" />
        <TextArea name="mission" label={t.mission} defaultValue={body.mission} rows={4} />
        <TextField
          name="areaKey"
          label={t.area}
          optional
          defaultValue={body.areaKey ?? ''}
          width="s"
          inputMode="numeric"
        />
        <ButtonRow>
          <SubmitButton>{t.save}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
