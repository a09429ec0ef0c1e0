// Second step of founding: one chair, or two of equal rank, each from a group of its own.
import { type ReactNode, useState } from 'react'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { Fieldset } from '#kit/ui/Fieldset.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { NumberField } from '#kit/ui/NumberField.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { foundingTexts } from '../texts/founding.de.ts'
import type { FoundingDraft, FoundingGroup } from './founding-draft.ts'

const t = foundingTexts.chairs
const empty: FoundingGroup[] = [
  { name: '', chair: 'appointed', termYears: null },
  { name: '', chair: 'elected', termYears: 3 },
]

export function FoundingChairs({
  draft,
  onNext,
  back,
}: {
  draft: FoundingDraft
  onNext: (change: Partial<FoundingDraft>) => void
  back: ReactNode
}) {
  const [keys, setKeys] = useState(draft.keys)
  const [groups, setGroups] = useState(() => [...draft.groups, ...empty].slice(0, 2))
  const [faults, setFaults] = useState<Record<string, string>>({})
  const set = (index: number, change: Partial<FoundingGroup>) =>
    setGroups(groups.map((group, at) => (at === index ? { ...group, ...change } : group)))
  const submit = () => {
    const names = groups.map((group) => group.name.trim())
    const found: Record<string, string> = {}
    for (const [index, name] of names.entries())
      if (keys === 2 && name.length < 2) found[`group-${index}`] = foundingTexts.missing.group
    if (keys === 2 && names[0] !== '' && names[0] === names[1]) found['group-1'] = foundingTexts.missing.groupSame
    setFaults(found)
    if (Object.keys(found).length > 0) return
    const renamed = new Map(draft.groups.map((group, index) => [group.name, names[index]!]))
    // Members keep their group when it gets another name.
    onNext({
      keys,
      groups: groups.map((group, index) => ({ ...group, name: names[index]! })),
      members: draft.members.map((member) => ({
        ...member,
        group: member.group === null ? null : (renamed.get(member.group) ?? member.group),
      })),
    })
  }
  return (
    <Form onSubmit={submit} errors={faults}>
      <p>{t.lead}</p>
      <RadioGroup
        name="keys"
        label={t.keys}
        value={String(keys)}
        onChange={(value) => setKeys(value === '1' ? 1 : 2)}
        options={[
          { value: '2', label: t.two, hint: t.twoHint },
          { value: '1', label: t.one, hint: t.oneHint },
        ]}
      />
      {keys === 2
        ? groups.map((group, index) => (
            <Fieldset key={index === 0 ? 'first' : 'second'} legend={index === 0 ? t.first : t.second}>
              <TextField
                name={`group-${index}`}
                label={t.groupName}
                hint={index === 0 ? t.groupHint : undefined}
                value={group.name}
                onChange={(name) => set(index, { name })}
                width="full"
              />
              <RadioGroup
                name={`chair-${index}`}
                label={t.way}
                inline
                value={group.chair}
                onChange={(chair) => set(index, { chair: chair as 'elected' })}
                options={[
                  { value: 'appointed', label: t.appointed },
                  { value: 'elected', label: t.elected },
                ]}
              />
              {group.chair === 'elected' ? (
                <NumberField
                  name={`term-${index}`}
                  label={t.term}
                  min={1}
                  max={10}
                  value={group.termYears}
                  onChange={(termYears) => set(index, { termYears })}
                />
              ) : null}
            </Fieldset>
          ))
        : null}
      <ButtonRow>
        {back}
        <SubmitButton>{foundingTexts.on}</SubmitButton>
      </ButtonRow>
    </Form>
  )
}
