// What signs mean, who is meant by a name, and where the table comes from.
import { Button } from '#kit/ui/Button.tsx'
import { Checkbox } from '#kit/ui/Checkbox.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Columns, Stack } from '#kit/ui/Layout.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { Mapping } from '../contract/mapping.ts'
import { Level, Mark } from '../contract/shapes.ts'
import { mappingTexts } from '../texts/mapping.de.ts'
import { texts } from '../texts.de.ts'
import type { Part } from './Assign.tsx'

const t = mappingTexts.screen
type Means = Mapping['signs'][number]['means']
const meanings: { value: Means; label: string }[] = [
  ...Mark.options.map((value) => ({ value, label: texts.marks[value].name })),
  { value: 'nothing', label: t.nothing },
]
/** DIN 55301, as every office prints it. An empty cell says nothing by itself. */
const usual: Readonly<Record<string, Means>> = {
  '-': 'nil',
  '.': 'unknown',
  '·': 'unknown',
  '•': 'unknown',
  '/': 'unreliable',
  '...': 'later',
  x: 'meaningless',
  '': 'nothing',
}

export function AssignSigns({ step, mapping, change }: Part) {
  if (step.signs.length === 0) return null
  const meaningOf = (sign: string) => mapping.signs.find((one) => one.sign === sign)?.means
  const unsaid = step.signs.filter(({ sign }) => !meaningOf(sign) && usual[sign])
  return (
    <Section
      title={t.signs}
      level={3}
      lead={t.signsLead}
      actions={
        unsaid.length > 0 ? (
          <Button
            small
            onClick={() =>
              change({ signs: [...mapping.signs, ...unsaid.map(({ sign }) => ({ sign, means: usual[sign]! }))] })
            }
          >
            {t.usual}
          </Button>
        ) : undefined
      }
    >
      <Columns>
        {step.signs.map(({ sign, count, line }) => (
          <Select
            key={sign}
            name={`sign-${sign}`}
            label={t.means(sign, count, line)}
            options={meanings}
            emptyLabel={t.choose}
            value={meaningOf(sign) ?? ''}
            onChange={(text) => {
              const means = meanings.find(({ value }) => value === text)?.value
              change({
                signs: [...mapping.signs.filter((one) => one.sign !== sign), ...(means ? [{ sign, means }] : [])],
              })
            }}
          />
        ))}
      </Columns>
    </Section>
  )
}

export function AssignNames({ step, mapping, change }: Part) {
  if (step.matched.length === 0 && step.names.length === 0) return null
  const unsaid = step.names.filter(({ name }) => answerOf(mapping, name) === '')
  return (
    <Section
      title={t.names}
      level={3}
      actions={
        unsaid.length > 1 ? (
          <Button
            small
            onClick={() => change({ areas: [...mapping.areas, ...unsaid.map(({ name }) => ({ name, key: '' }))] })}
          >
            {t.restNone}
          </Button>
        ) : undefined
      }
    >
      {step.matched.length > 0 ? (
        <details className="ns-fold">
          <summary>{t.namesLead(step.matched.length)}</summary>
          <ul>
            {step.matched.map(({ name, key, area }) => (
              <li key={name}>{t.matched(name, area, key)}</li>
            ))}
          </ul>
        </details>
      ) : null}
      <Columns>
        <Select
          name="level"
          label={t.level}
          options={Level.options.map((value) => ({ value, label: t.levels[value] }))}
          emptyLabel={t.levels['']}
          value={mapping.level ?? ''}
          onChange={(level) => change({ level: Level.safeParse(level).data ?? null })}
        />
        {step.names.map(({ name, candidates }) => (
          <Select
            key={name}
            name={`name-${name}`}
            label={name}
            options={[
              ...candidates.map((one) => ({ value: one.key, label: `${one.name} (${one.key})` })),
              { value: 'none', label: t.leaveOut },
            ]}
            emptyLabel={t.choose}
            value={answerOf(mapping, name)}
            onChange={(key) =>
              change({
                areas: [
                  ...mapping.areas.filter((one) => one.name !== name),
                  ...(key === '' ? [] : [{ name, key: key === 'none' ? '' : key }]),
                ],
              })
            }
          />
        ))}
      </Columns>
    </Section>
  )
}

const answerOf = (mapping: Mapping, name: string) => {
  const said = mapping.areas.find((one) => one.name === name)
  return said === undefined ? '' : said.key || 'none'
}

export function AssignOrigin({ mapping, change }: Part) {
  return (
    <Section title={t.origin} level={3}>
      <Stack>
        <TextField
          name="title"
          label={t.tableTitle}
          value={mapping.title}
          maxLength={200}
          onChange={(title) => change({ title })}
        />
        <TextField
          name="source"
          label={t.source}
          hint={t.sourceHint}
          value={mapping.source}
          maxLength={300}
          onChange={(source) => change({ source })}
        />
        <Columns>
          <Select
            name="licence"
            label={t.licence}
            options={Object.entries(mappingTexts.licences).map(([value, label]) => ({ value, label }))}
            emptyLabel={t.choose}
            value={mapping.licence ?? ''}
            onChange={(licence) => change({ licence: Mapping.shape.licence.safeParse(licence).data ?? null })}
          />
          <DateField
            name="stateOn"
            label={t.stateOn}
            hint={t.stateOnHint}
            value={mapping.stateOn ?? ''}
            onChange={(day) => change({ stateOn: day || null })}
          />
        </Columns>
        <Checkbox
          name="published"
          label={t.published}
          hint={t.publishedHint}
          checked={mapping.published}
          onChange={(published) => change({ published })}
        />
      </Stack>
    </Section>
  )
}
