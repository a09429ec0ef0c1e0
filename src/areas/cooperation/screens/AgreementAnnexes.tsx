// The annexes of an agreement: read by everybody who reads it, added and left out while the edition is a draft.
import { useState } from 'react'
import { files } from '#kit/files/contract.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { FileField } from '#kit/ui/FileField.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { formatBytes } from '#kit/ui/format.ts'
import { Cluster, Stack } from '#kit/ui/Layout.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { addressOf, client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useAct } from '#kit/web/use.ts'
import { type Agreement, type Annex, cooperation } from '../contract.ts'
import { agreementTexts } from '../texts/agreements.de.ts'

const remote = client(cooperation)
const stored = client(files)
const t = agreementTexts.annexes

export function AgreementAnnexes({ agreement }: { agreement: Agreement }) {
  const [adding, setAdding] = useState(false)
  const { head, annexes } = agreement
  const mayChange = agreement.state === 'draft' && agreement.may.write
  const toast = useToast()
  const add = useAct(remote.addAnnex)
  const remove = useAct(remote.removeAnnex)
  const drop = async (annex: Annex) => {
    const done = await remove.act({ id: head.id, place: annex.place }, { revision: head.revision })
    if (!done) return
    const again = () =>
      void add.act({ id: head.id, file: annex.file, title: annex.title }, { revision: head.revision + 1 })
    toast({ text: t.removed, undo: again })
  }
  if (annexes.length === 0 && !mayChange) return null
  return (
    <Section
      title={t.title}
      lead={mayChange ? t.hint : undefined}
      actions={
        mayChange ? (
          <Button icon="add" onClick={() => setAdding(true)}>
            {t.add}
          </Button>
        ) : undefined
      }
    >
      <Stack gap="s">
        <Refused error={remove.error ?? add.error} />
        {annexes.length === 0 ? <p>{t.none}</p> : null}
        <ul>
          {annexes.map((annex) => (
            <li key={annex.place}>
              <Cluster>
                <a href={addressOf(files.download, { id: annex.file }).url}>{annex.title}</a>
                <small>{t.size(formatBytes(annex.size))}</small>
                {mayChange ? (
                  <Button
                    small
                    variant="tertiary"
                    aria-label={t.remove(annex.title)}
                    busy={remove.busy}
                    onClick={() => void drop(annex)}
                  >
                    {t.removeShort}
                  </Button>
                ) : null}
              </Cluster>
            </li>
          ))}
        </ul>
      </Stack>
      {adding ? <AddAnnex agreement={agreement} onClose={() => setAdding(false)} /> : null}
    </Section>
  )
}

function AddAnnex({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) {
  const toast = useToast()
  const upload = useAct(stored.add)
  const add = useAct(remote.addAnnex, () => {
    toast({ text: t.added })
    onClose()
  })
  const [chosen, setChosen] = useState<File[]>([])
  const [faults, setFaults] = useState<Record<string, string>>({})
  const submit = async ({ title = '' }: Record<string, string>) => {
    const file = chosen[0]
    const found = {
      ...(file ? {} : { file: t.fileMissing }),
      ...(title.trim().length < 2 ? { title: t.nameMissing } : {}),
    }
    setFaults(found)
    if (!file || Object.keys(found).length > 0) return
    const kept = await upload.act({ id: agreement.head.id }, { file })
    if (kept) await add.act({ id: agreement.head.id, file: kept.file.id, title }, { revision: agreement.head.revision })
  }
  const fault = upload.error ?? add.error
  return (
    <Dialog open onClose={onClose} title={t.add}>
      <Form
        onSubmit={(values) => void submit(values)}
        errors={faults}
        fault={fault?.message}
        busy={upload.busy || add.busy}
      >
        <FileField name="file" label={t.file} files={chosen} onChange={setChosen} />
        <TextField name="title" label={t.name} hint={t.nameHint} width="full" />
        <ButtonRow>
          <SubmitButton>{t.submit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
