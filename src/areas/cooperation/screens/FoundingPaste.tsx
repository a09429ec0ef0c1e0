// A list of names, pasted from a letter or a table: who is known becomes a member, who is not can be entered one by one.
import { useState } from 'react'
import { actors } from '#areas/actors/contract.ts'
import { AddOrganisation } from '#areas/actors/widgets/OrganisationForm.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import type { Option } from '#kit/ui/Combobox.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useLoad } from '#kit/web/use.ts'
import { foundingTexts } from '../texts/founding.de.ts'
import { namesIn, sameName } from './pasted-names.ts'

const remote = client(actors)
const t = foundingTexts.paste

export function FoundingPaste({
  onTake,
  onClose,
}: {
  onTake: (found: readonly Option[]) => void
  onClose: () => void
}) {
  const toast = useToast()
  const load = useLoad(remote.organisations, {})
  const [unknown, setUnknown] = useState<readonly string[] | null>(null)
  const [entering, setEntering] = useState<string | null>(null)
  const submit = ({ names = '' }: Record<string, string>) => {
    const all = load.data?.organisations ?? []
    const asked = namesIn(names)
    const known = asked.flatMap((name) => {
      const one = all.find(
        (other) => sameName(other.name, name) || (other.shortName && sameName(other.shortName, name)),
      )
      return one ? [{ name, option: { id: one.id, label: one.name } }] : []
    })
    onTake(known.map((one) => one.option))
    const left = asked.filter((name) => !known.some((one) => one.name === name))
    toast({ text: t.taken(known.length, left.length) })
    if (left.length === 0) return onClose()
    setUnknown(left)
  }
  if (entering !== null)
    return (
      <AddOrganisation
        open
        name={entering}
        onClose={() => setEntering(null)}
        onDone={(made) => {
          onTake([made])
          const left = (unknown ?? []).filter((name) => name !== entering)
          setUnknown(left)
          if (left.length === 0) onClose()
        }}
      />
    )
  return (
    <Dialog open onClose={onClose} title={t.title}>
      {unknown ? (
        <Stack gap="m">
          <p>{t.unknown}</p>
          <Stack gap="s">
            {unknown.map((name) => (
              <div key={name}>
                <Button small icon="add" onClick={() => setEntering(name)}>
                  {t.enter(name)}
                </Button>
              </div>
            ))}
          </Stack>
          <ButtonRow>
            <Button onClick={onClose}>{t.done}</Button>
          </ButtonRow>
        </Stack>
      ) : (
        <Form onSubmit={submit} busy={load.waiting}>
          <TextArea name="names" label={t.names} hint={t.hint} rows={8} />
          <ButtonRow>
            <SubmitButton>{t.submit}</SubmitButton>
          </ButtonRow>
        </Form>
      )}
    </Dialog>
  )
}
