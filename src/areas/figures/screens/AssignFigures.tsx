// Which figure each column of numbers is: one of the catalogue, a new one with its words, or none.
import { Button } from '#kit/ui/Button.tsx'
import { Checkbox } from '#kit/ui/Checkbox.tsx'
import { Fieldset } from '#kit/ui/Fieldset.tsx'
import { Columns, Stack } from '#kit/ui/Layout.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { client } from '#kit/web/client.ts'
import { useLoad } from '#kit/web/use.ts'
import type { MappingStep, MeasureUse } from '../contract/mapping.ts'
import { figures } from '../contract.ts'
import { newFigure } from '../rules/mapping.ts'
import { mappingTexts } from '../texts/mapping.de.ts'
import type { Part } from './Assign.tsx'

const remote = client(figures)
const t = mappingTexts.screen
type Measure = MappingStep['measures'][number]
const days = Object.entries(t.onDays).map(([value, label]) => ({ value, label }))

export function AssignFigures({ step, mapping, change }: Part) {
  const load = useLoad(remote.indicators, { held: 'false' })
  if (step.measures.length === 0) return null
  const saidOf = (name: string) => mapping.measures.find((one) => one.name === name)?.as
  const say = (name: string, as: MeasureUse | null) =>
    change({ measures: [...mapping.measures.filter((one) => one.name !== name), ...(as ? [{ name, as }] : [])] })
  const unsaid = step.measures.filter(({ name }) => !saidOf(name))
  const known = (load.data?.indicators ?? []).map(({ code, title }) => ({ value: `=${code}`, label: title }))
  return (
    <Section
      title={t.figures}
      level={3}
      lead={t.figuresLead}
      actions={
        unsaid.length > 1 ? (
          <Button
            small
            onClick={() =>
              change({
                measures: [...mapping.measures, ...unsaid.map(({ name }) => ({ name, as: { use: 'none' as const } }))],
              })
            }
          >
            {t.restNone}
          </Button>
        ) : undefined
      }
    >
      <Stack>
        {step.measures.map((measure) => (
          <Figure
            key={measure.name}
            measure={measure}
            as={saidOf(measure.name)}
            known={known}
            onSay={(as) => say(measure.name, as)}
            title={mapping.title}
          />
        ))}
      </Stack>
    </Section>
  )
}

type Props = {
  measure: Measure
  as: MeasureUse | undefined
  known: readonly { value: string; label: string }[]
  title: string
  onSay: (as: MeasureUse | null) => void
}

function Figure({ measure: { name, label, unit, statements }, as, known, title, onSay }: Props) {
  const value = !as ? '' : as.use === 'known' ? `=${as.code}` : as.use
  const choose = (next: string) =>
    onSay(
      next === 'new'
        ? newFigure(label, unit, mappingTexts.definition(label, title))
        : next === 'none'
          ? { use: 'none' }
          : next.startsWith('=')
            ? { use: 'known', code: next.slice(1), on: null, sameUnit: false }
            : null,
    )
  // A figure that the list does not show (there are many) is still the one that was chosen.
  const own =
    value.startsWith('=') && !known.some((one) => one.value === value) ? [{ value, label: value.slice(1) }] : []
  return (
    <>
      <Select
        name={`figure-${name}`}
        label={t.figure(label || name, statements)}
        emptyLabel={t.choose}
        options={[{ value: 'new', label: t.fresh }, { value: 'none', label: t.none }, ...own, ...known]}
        value={value}
        onChange={choose}
      />
      {as?.use === 'known' ? (
        <Columns>
          <OnDay name={name} on={as.on} onChange={(on) => onSay({ ...as, on })} />
          {unit ? (
            <Checkbox
              name={`unit-${name}`}
              label={t.sameUnit(unit)}
              checked={as.sameUnit}
              onChange={(sameUnit) => onSay({ ...as, sameUnit })}
            />
          ) : null}
        </Columns>
      ) : as?.use === 'new' ? (
        <Fieldset legend={label || name}>
          <Columns>
            <TextField
              name={`title-${name}`}
              label={t.name}
              value={as.title}
              maxLength={200}
              onChange={(title) => onSay({ ...as, title })}
            />
            <TextField
              name={`unit-${name}`}
              label={t.unit}
              value={as.unit}
              maxLength={40}
              onChange={(unit) => onSay({ ...as, unit })}
            />
            <TextField
              name={`code-${name}`}
              label={t.code}
              defaultValue={as.code}
              maxLength={60}
              onChange={(code) => {
                if (/^[A-Za-z0-9][A-Za-z0-9./-]{1,60}$/.test(code.trim())) onSay({ ...as, code: code.trim() })
              }}
            />
            <OnDay name={name} on={as.on} onChange={(on) => onSay({ ...as, on })} />
          </Columns>
          <TextArea
            name={`what-${name}`}
            label={t.what}
            rows={2}
            value={as.definition}
            onChange={(definition) => onSay({ ...as, definition: definition.slice(0, 4000) })}
          />
          <Checkbox
            name={`additive-${name}`}
            label={t.additive}
            checked={as.additive}
            onChange={(additive) => onSay({ ...as, additive })}
          />
        </Fieldset>
      ) : null}
    </>
  )
}

function OnDay({ name, on, onChange }: { name: string; on: string | null; onChange: (on: string | null) => void }) {
  return (
    <Select
      name={`on-${name}`}
      label={t.on}
      options={[{ value: 'year', label: t.onYear }, ...days]}
      value={on ?? 'year'}
      onChange={(day) => onChange(day === 'year' ? null : day)}
    />
  )
}
