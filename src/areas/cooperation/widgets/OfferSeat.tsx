// From a gap to asking somebody in one step: who, as what, and a text that says why.
import { useState } from 'react'
import { OrganisationField } from '#areas/actors/widgets/OrganisationField.tsx'
import { AddOrganisation } from '#areas/actors/widgets/OrganisationForm.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import type { Option } from '#kit/ui/Combobox.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useAct } from '#kit/web/use.ts'
import type { Involvement } from '../contract/involvement.ts'
import { cooperation } from '../contract.ts'
import { bodyTexts } from '../texts/bodies.de.ts'
import { completenessTexts } from '../texts/completeness.de.ts'
import { involvementTexts } from '../texts/involvement.de.ts'

const remote = client(cooperation)
const t = involvementTexts.offer

type Props = Pick<Involvement, 'about' | 'body'> & {
  actor: Involvement['actors'][number]['actor']
  onClose: () => void
}

export function OfferSeat({ about, body, actor, onClose }: Props) {
  const toast = useToast()
  const [who, setWho] = useState<Option | null>(null)
  const [entering, setEntering] = useState(false)
  const [lacking, setLacking] = useState(false)
  const offer = useAct(remote.offerSeat, () => {
    toast({ text: t.sent, tone: 'success' })
    onClose()
  })
  const submit = ({ as, text = '' }: Record<string, string>) => {
    setLacking(!who)
    if (who) void offer.act({ id: about.id, organisation: who.id, actor, guest: as !== 'member', text })
  }
  return (
    <>
      <Dialog open={!entering} onClose={onClose} title={involvementTexts.askFor(completenessTexts.actors[actor])}>
        <Form
          onSubmit={submit}
          errors={lacking && !who ? { organisation: bodyTexts.seats.missing } : offer.fields}
          fault={offer.error && offer.error.fields.length === 0 ? offer.error.message : undefined}
          busy={offer.busy}
        >
          <p>{t.lead(body.title)}</p>
          <OrganisationField name="organisation" label={t.who} value={who} onChange={setWho} />
          <ButtonRow>
            <Button variant="tertiary" icon="add" onClick={() => setEntering(true)}>
              {t.add}
            </Button>
          </ButtonRow>
          <RadioGroup
            name="as"
            label={t.as}
            defaultValue="guest"
            options={[
              { value: 'guest', label: t.guest },
              { value: 'member', label: t.member },
            ]}
          />
          <TextArea
            name="text"
            label={t.text}
            rows={5}
            defaultValue={t.suggested(about.title, completenessTexts.reasons[actor])}
          />
          <ButtonRow>
            <SubmitButton>{t.send}</SubmitButton>
          </ButtonRow>
        </Form>
      </Dialog>
      <AddOrganisation open={entering} onClose={() => setEntering(false)} onDone={setWho} />
    </>
  )
}
