// To which body, agreement or comparison a seam belongs.
import { useState } from 'react'
import { search } from '#kit/search/contract.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Combobox, type Option } from '#kit/ui/Combobox.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { SideBox } from '#kit/ui/ObjectPage.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { ObjectLink, useKindWord } from '#kit/web/paths.tsx'
import { useAct } from '#kit/web/use.ts'
import type { Seam } from '../contract/seams.ts'
import { cooperation } from '../contract.ts'
import { seamTexts } from '../texts/seams.de.ts'

const remote = client(cooperation)
const finding = client(search)
const t = seamTexts.page
const find = async (q: string, signal: AbortSignal) =>
  (await finding.find({ q, kinds: 'body,agreement,comparison' }, { signal })).data.hits.map((hit) => ({
    id: hit.id,
    label: hit.title,
    note: hit.body?.title ?? hit.owner?.title,
  }))

export function SeamLinks({ seam }: { seam: Seam }) {
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<Option | null>(null)
  const [missing, setMissing] = useState(false)
  const word = useKindWord()
  const toast = useToast()
  const link = useAct(remote.linkSeam, () => {
    toast({ text: t.linked, tone: 'success' })
    setOpen(false)
    setChosen(null)
  })
  const unlink = useAct(remote.linkSeam, () => toast({ text: t.unlinked }))
  const { id } = seam.head
  return (
    <SideBox title={t.links}>
      {seam.links.length === 0 ? <p>{t.noLinks}</p> : null}
      <ul>
        {seam.links.map((one) => (
          <li key={one.id}>
            {`${word(one.kind)}: `}
            <ObjectLink kind={one.kind} id={one.id}>
              {one.title}
            </ObjectLink>{' '}
            {seam.may.write ? (
              <Button
                small
                variant="tertiary"
                icon="close"
                iconOnly
                onClick={() => void unlink.act({ id, object: one.id, linked: false })}
              >
                {t.unlink(one.title)}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {seam.may.write ? (
        <Button small onClick={() => setOpen(true)}>
          {t.link}
        </Button>
      ) : null}
      {open ? (
        <Dialog open onClose={() => setOpen(false)} title={t.linkTitle}>
          <Form
            onSubmit={() => {
              setMissing(chosen === null)
              if (chosen) void link.act({ id, object: chosen.id, linked: true })
            }}
            errors={missing ? { object: t.linkMissing } : link.fields}
            fault={link.error && link.error.fields.length === 0 ? link.error.message : undefined}
            busy={link.busy}
          >
            <Combobox
              name="object"
              label={t.linkField}
              placeholder={t.linkPlaceholder}
              value={chosen}
              onChange={setChosen}
              load={find}
            />
            <ButtonRow>
              <SubmitButton>{t.link}</SubmitButton>
            </ButtonRow>
          </Form>
        </Dialog>
      ) : null}
    </SideBox>
  )
}
