// Third step of founding: who belongs to the body. Who is missing in Nahtstelle is entered on the way.
import { useState } from 'react'
import { OrganisationField } from '#areas/actors/widgets/OrganisationField.tsx'
import { AddOrganisation } from '#areas/actors/widgets/OrganisationForm.tsx'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Checkbox } from '#kit/ui/Checkbox.tsx'
import type { Option } from '#kit/ui/Combobox.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { useSession } from '#kit/web/session.tsx'
import { foundingTexts } from '../texts/founding.de.ts'
import type { StepProps } from './FoundingForm.tsx'
import { FoundingPaste } from './FoundingPaste.tsx'
import { type FoundingMember, namedGroups } from './founding-draft.ts'

const t = foundingTexts.members
const same = (a: FoundingMember, b: FoundingMember) =>
  a.organisation.id === b.organisation.id && a.unit?.id === b.unit?.id

export function FoundingMembers({ draft, onChange, onNext, back }: StepProps) {
  const { actingFor } = useSession()
  const groups = namedGroups(draft)
  const nameOf = (member: FoundingMember) => groups.find((one) => one.at === member.group)?.name ?? null
  const own = actingFor && { id: actingFor.id, label: actingFor.title }
  const [organisation, setOrganisation] = useState<Option | null>(draft.members.length === 0 ? own : null)
  const [unit, setUnit] = useState<Option | null>(null)
  const [group, setGroup] = useState<number | null>(groups[0]?.at ?? null)
  const [fault, setFault] = useState('')
  const [entering, setEntering] = useState(false)
  const [pasting, setPasting] = useState(false)
  const [guest, setGuest] = useState(false)
  const take = () => {
    const member = organisation && { organisation, unit, group, guest }
    if (!member) return setFault(t.choose)
    if (draft.members.some((one) => same(one, member))) return setFault(t.twice)
    setFault('')
    onChange({ members: [...draft.members, member] })
    setOrganisation(null)
    setUnit(null)
    setGuest(false)
    // The first group usually is one's own side; the others follow.
    if (groups[1] && group === groups[0]?.at && member.unit === null) setGroup(groups[1].at)
  }
  const takeAll = (found: readonly Option[]) => {
    const fresh = found
      .map((one): FoundingMember => ({ organisation: one, unit: null, group, guest: false }))
      .filter((one) => !draft.members.some((other) => same(one, other)))
    onChange({ members: [...draft.members, ...fresh] })
  }
  const choose = (option: Option | null) => {
    setOrganisation(option)
    setUnit(null)
  }
  return (
    <Stack gap="l">
      {pasting ? <FoundingPaste onClose={() => setPasting(false)} onTake={takeAll} /> : null}
      <Form onSubmit={take} errors={fault ? { organisation: fault } : {}}>
        <p>{t.lead}</p>
        <OrganisationField name="organisation" label={t.add} value={organisation} onChange={choose} />
        <ButtonRow>
          <Button variant="tertiary" icon="add" onClick={() => setEntering(true)}>
            {t.enter}
          </Button>
          <Button variant="tertiary" onClick={() => setPasting(true)}>
            {t.paste}
          </Button>
        </ButtonRow>
        {organisation ? (
          <OrganisationField
            name="unit"
            label={t.unit}
            optional
            value={unit}
            onChange={setUnit}
            parent={organisation.id}
          />
        ) : null}
        {groups.length > 0 ? (
          <Select
            name="group"
            label={t.group}
            value={String(group ?? '')}
            onChange={(at) => setGroup(Number(at))}
            options={groups.map((one) => ({ value: String(one.at), label: one.name }))}
          />
        ) : null}
        <Checkbox name="guest" label={t.asGuest} checked={guest} onChange={setGuest} />
        <ButtonRow>
          <SubmitButton variant="secondary">{t.take}</SubmitButton>
        </ButtonRow>
      </Form>
      <DataTable
        caption={t.table}
        rows={draft.members}
        rowKey={(member) => `${member.organisation.id}/${member.unit?.id ?? ''}`}
        empty={t.none}
        columns={[
          {
            id: 'organisation',
            header: t.add,
            main: true,
            sortBy: (member) => member.organisation.label,
            cell: (member) => (
              <>
                {member.organisation.label}
                {member.guest ? (
                  <>
                    {' '}
                    <Badge>{t.guest}</Badge>
                  </>
                ) : null}
                {member.unit ? (
                  <>
                    <br />
                    <small>{member.unit.label}</small>
                  </>
                ) : null}
              </>
            ),
          },
          ...(groups.length > 0
            ? [
                {
                  id: 'group',
                  header: t.group,
                  sortBy: nameOf,
                  cell: (member: FoundingMember) => nameOf(member) ?? '–',
                },
              ]
            : []),
          {
            id: 'remove',
            header: t.remove,
            cell: (member) => (
              <Button
                small
                variant="tertiary"
                icon="delete"
                iconOnly
                onClick={() => onChange({ members: draft.members.filter((one) => !same(one, member)) })}
              >{`${t.remove}: ${member.organisation.label}`}</Button>
            ),
          },
        ]}
      />
      <ButtonRow>
        {back}
        <Button variant="primary" onClick={onNext}>
          {foundingTexts.on}
        </Button>
      </ButtonRow>
      <AddOrganisation open={entering} onClose={() => setEntering(false)} onDone={choose} />
    </Stack>
  )
}
