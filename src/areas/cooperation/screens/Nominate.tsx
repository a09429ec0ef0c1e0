// The dialog that nominates: for one's own seat, or as the office from what reached it.
import { useState } from 'react'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { Checkbox } from '#kit/ui/Checkbox.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { cooperation, type Election } from '../contract.ts'
import { electionTexts } from '../texts/elections-screens.de.ts'

const remote = client(cooperation)
const t = electionTexts.candidates

export function Nominate({ election, onClose }: { election: Election; onClose: () => void }) {
  const { actingFor } = useSession()
  const toast = useToast()
  const load = useLoad(remote.eligible, { id: election.head.id })
  const own = election.electorate.some((one) => one.organisation.id === actingFor?.id)
  const [recorded, setRecorded] = useState(!own)
  const [missing, setMissing] = useState(false)
  const nominate = useAct(remote.nominate, () => {
    toast({ text: t.done })
    onClose()
  })
  const submit = ({ person = '', proposedBy, source = '', consented }: Record<string, string>) => {
    const [who, organisation] = person.split('/')
    setMissing(!who)
    if (!who || !organisation) return
    void nominate.act({
      id: election.head.id,
      person: who,
      organisation,
      ...(recorded ? { source, proposedBy: proposedBy || organisation, consented: consented === 'on' } : {}),
    })
  }
  const seats = [...new Map(election.electorate.map((one) => [one.organisation.id, one.organisation.title]))]
  return (
    <Dialog open onClose={onClose} title={t.dialog}>
      <Loading load={load} shape="text">
        {({ people }) => (
          <Form
            onSubmit={submit}
            errors={missing ? { person: t.personMissing } : nominate.fields}
            fault={nominate.error && nominate.error.fields.length === 0 ? nominate.error.message : undefined}
            busy={nominate.busy}
          >
            {people.length === 0 ? <p>{t.noPeople}</p> : null}
            <Select
              name="person"
              label={t.person}
              hint={t.personHint}
              options={people.map((one) => ({
                value: `${one.person.id}/${one.organisation.id}`,
                label: `${one.person.title}, ${one.organisation.title}`,
              }))}
            />
            {own && election.may.record ? (
              <Checkbox name="recorded" label={t.recorded} checked={recorded} onChange={setRecorded} />
            ) : null}
            {recorded ? (
              <>
                <Select
                  name="proposedBy"
                  label={t.proposedBy}
                  options={seats.map(([value, label]) => ({ value, label }))}
                />
                <TextField name="source" label={t.source} hint={t.sourceHint} width="full" />
                <Checkbox name="consented" label={t.consented} />
              </>
            ) : null}
            <ButtonRow>
              <SubmitButton>{t.nominate}</SubmitButton>
            </ButtonRow>
          </Form>
        )}
      </Loading>
    </Dialog>
  )
}
