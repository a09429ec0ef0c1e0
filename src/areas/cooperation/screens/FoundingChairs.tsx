// Second step of founding: one chair, or two of equal rank, each from a group of its own.
import { Fieldset } from '#kit/ui/Fieldset.tsx'
import { NumberField } from '#kit/ui/NumberField.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { foundingTexts } from '../texts/founding.de.ts'
import { FoundingForm, type StepProps } from './FoundingForm.tsx'
import type { FoundingGroup } from './founding-draft.ts'

const t = foundingTexts.chairs
const empty: FoundingGroup[] = [
  { name: '', chair: 'appointed', termYears: null },
  { name: '', chair: 'elected', termYears: 3 },
]

export function FoundingChairs(props: StepProps) {
  const { draft, onChange } = props
  const groups = [...draft.groups, ...empty.slice(draft.groups.length)].slice(0, 2)
  const set = (index: number, change: Partial<FoundingGroup>) =>
    onChange({ groups: groups.map((group, at) => (at === index ? { ...group, ...change } : group)) })
  return (
    <FoundingForm {...props}>
      <p>{t.lead}</p>
      <RadioGroup
        name="keys"
        label={t.keys}
        value={String(draft.keys)}
        onChange={(value) => onChange({ keys: value === '1' ? 1 : 2, groups })}
        options={[
          { value: '2', label: t.two, hint: t.twoHint },
          { value: '1', label: t.one, hint: t.oneHint },
        ]}
      />
      {draft.keys === 2
        ? groups.map((group, index) => (
            <Fieldset key={index === 0 ? 'first' : 'second'} legend={index === 0 ? t.first : t.second}>
              <TextField
                name={`group-${index}`}
                label={t.groupName}
                hint={index === 0 ? t.groupHint : undefined}
                value={group.name}
                onChange={(name) => set(index, { name })}
                maxLength={120}
                width="full"
              />
              <RadioGroup
                name={`chair-${index}`}
                label={t.way}
                inline
                value={group.chair}
                onChange={(chair) =>
                  set(index, {
                    chair: chair as 'elected',
                    termYears: chair === 'elected' ? (group.termYears ?? 3) : group.termYears,
                  })
                }
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
    </FoundingForm>
  )
}
