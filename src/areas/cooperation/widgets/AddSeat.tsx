// The dialog that gives an organisation, or one of its departments, a seat; who is missing is entered on the way.
import { useState } from 'react'
import { OrganisationField } from '#areas/actors/widgets/OrganisationField.tsx'
import { AddOrganisation } from '#areas/actors/widgets/OrganisationForm.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Checkbox } from '#kit/ui/Checkbox.tsx'
import type { Option } from '#kit/ui/Combobox.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useAct } from '#kit/web/use.ts'
import { type Body, cooperation } from '../contract.ts'
import { bodyTexts } from '../texts/bodies.de.ts'

const remote = client(cooperation)
const t = bodyTexts.seats

export function AddSeat({ body, onClose }: { body: Body; onClose: () => void }) {
  const toast = useToast()
  const [organisation, setOrganisation] = useState<Option | null>(null)
  const [unit, setUnit] = useState<Option | null>(null)
  const [entering, setEntering] = useState(false)
  const [guest, setGuest] = useState(false)
  const [lacking, setLacking] = useState(false)
  const add = useAct(remote.addSeats)
  const submit = async ({ group = '' }: Record<string, string>) => {
    setLacking(!organisation)
    if (!organisation) return
    const seat = { organisation: organisation.id, unit: unit?.id ?? null, constituency: group || null, guest }
    const done = await add.act({ id: body.head.id, seats: [seat] })
    if (done) {
      toast({ text: done.offers.length > 0 ? t.asked : t.done })
      onClose()
    }
  }
  const groups = body.constituencies.map(({ name }) => ({ value: name, label: name }))
  const choose = (option: Option | null) => {
    setOrganisation(option)
    setUnit(null)
  }
  return (
    <>
      <Dialog open={!entering} onClose={onClose} title={t.title}>
        <Form
          onSubmit={(values) => void submit(values)}
          errors={lacking && !organisation ? { organisation: t.missing } : {}}
          fault={add.error?.message}
          busy={add.busy}
        >
          <p>{t.lead}</p>
          <OrganisationField name="organisation" label={t.organisation} value={organisation} onChange={choose} />
          <ButtonRow>
            <Button variant="tertiary" icon="add" onClick={() => setEntering(true)}>
              {t.add}
            </Button>
          </ButtonRow>
          {organisation ? (
            <OrganisationField
              name="unit"
              label={t.unit}
              hint={t.unitHint}
              optional
              value={unit}
              onChange={setUnit}
              parent={organisation.id}
            />
          ) : null}
          {groups.length > 0 ? <Select name="group" label={t.group} options={groups} emptyLabel={t.noGroup} /> : null}
          <Checkbox name="guest" label={t.guest} checked={guest} onChange={setGuest} />
          <ButtonRow>
            <SubmitButton>{t.submit}</SubmitButton>
          </ButtonRow>
        </Form>
      </Dialog>
      <AddOrganisation open={entering} onClose={() => setEntering(false)} onDone={choose} />
    </>
  )
}
