// "Zweckbindung" beside something in a body: for which field alone it is there, said by those who may change it.

import { useState } from 'react'
import { objects } from '#kit/objects/contract.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { SideBox } from '#kit/ui/ObjectPage.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useAct, useBegun, useLoad } from '#kit/web/use.ts'
import { Field } from '../contract.ts'
import { purposeTexts as t } from '../texts/purposes.de.ts'
import { fieldWords } from './words.ts'

const remote = client(objects)

export function PurposeBox({ id, revision }: { id: string; revision: number }) {
  const { data } = useLoad(remote.purposeOf, { id })
  const [open, setOpen] = useState(false)
  const field = Field.safeParse(data?.purpose).data
  if (!data || (!field && !data.mayBind)) return null
  return (
    <SideBox title={t.title}>
      <p>{field ? t.only(fieldWords[field]) : t.none}</p>
      {data.mayBind ? (
        <Button small variant="tertiary" onClick={() => setOpen(true)}>
          {t.change}
        </Button>
      ) : null}
      {open ? <Choose id={id} revision={revision} field={field ?? null} onClose={() => setOpen(false)} /> : null}
    </SideBox>
  )
}

type Props = { id: string; revision: number; field: Field | null; onClose: () => void }

function Choose({ id, revision, field, onClose }: Props) {
  const toast = useToast()
  const [begun] = useBegun(revision)
  const bind = useAct(remote.bind, () => {
    toast({ text: t.saved })
    onClose()
  })
  return (
    <Dialog open onClose={onClose} title={t.title}>
      <p>{t.lead}</p>
      <Form
        onSubmit={({ purpose }) =>
          void bind.act(
            { id, purpose: Field.safeParse(purpose).data ?? null },
            { revision: bind.error?.conflict?.revision ?? begun },
          )
        }
        fault={bind.error?.message}
        busy={bind.busy}
      >
        <Select
          name="purpose"
          label={t.field}
          options={[
            { value: '', label: t.noField },
            ...Field.options.map((value) => ({ value, label: fieldWords[value] })),
          ]}
          defaultValue={field ?? ''}
        />
        <ButtonRow>
          <SubmitButton>{t.save}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
