// Each column of the file with its first cells and what it is. A row for a column: so it fits a phone, and a table of sixty columns too.
import { DataTable } from '#kit/ui/DataTable.tsx'
import { Columns, Stack } from '#kit/ui/Layout.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { ColumnRole } from '../contract/mapping.ts'
import { mappingTexts } from '../texts/mapping.de.ts'
import type { Part } from './Assign.tsx'

const t = mappingTexts.screen
const roles = ColumnRole.options.map((value) => ({ value, label: mappingTexts.roles[value] }))
const styles = (['comma', 'point'] as const).map((value) => ({ value, label: t.numberStyles[value] }))

export function AssignColumns({ step, mapping, change }: Part) {
  const roleOf = (name: string) => mapping.columns.find((one) => one.name === name)?.role
  const has = (role: ColumnRole) => mapping.columns.some((one) => one.role === role)
  if (step.columns.length === 0) return null
  const choose = (name: string, role: string) => {
    const read = ColumnRole.safeParse(role)
    change({
      columns: [
        ...mapping.columns.filter((one) => one.name !== name),
        ...(read.success ? [{ name, role: read.data }] : []),
      ],
    })
  }
  const timeless =
    !has('time') && step.columns.some(({ name, times }) => roleOf(name) === 'measure' && times.length === 0)
  const parts = step.columns.filter(({ name, words }) => roleOf(name) === 'dimension' && words.length > 1)
  return (
    <Section title={t.columns} level={3}>
      <Stack>
        <DataTable
          caption={t.columns}
          hideCaption
          rows={step.columns}
          rowKey={(column) => column.name}
          columns={[
            {
              id: 'column',
              header: t.column,
              main: true,
              cell: ({ name, times }) => (
                <>
                  {name}
                  {times.length > 1 ? <div className="ns-muted ns-small">{t.times(times.length)}</div> : null}
                </>
              ),
            },
            {
              id: 'samples',
              header: t.samples,
              cell: ({ samples }) =>
                samples
                  .slice(0, 4)
                  .map((text) => text || t.blank)
                  .join(' · '),
            },
            {
              id: 'is',
              header: t.is,
              cell: ({ name }) => (
                <Select
                  name={`column-${name}`}
                  label={t.isOf(name)}
                  options={roles}
                  value={roleOf(name) ?? ''}
                  emptyLabel={t.choose}
                  onChange={(role) => choose(name, role)}
                />
              ),
            },
          ]}
        />
        <Columns>
          {parts.map(({ name, words }) => (
            <Select
              key={name}
              name={`total-${name}`}
              label={t.total(name)}
              options={words.map((word) => ({ value: word, label: word }))}
              emptyLabel={t.noTotal}
              value={mapping.totals.find((one) => one.name === name)?.word ?? ''}
              onChange={(word) =>
                change({
                  totals: [...mapping.totals.filter((one) => one.name !== name), ...(word ? [{ name, word }] : [])],
                })
              }
            />
          ))}
          {has('measure') ? (
            <Select
              name="numbers"
              label={t.numbers}
              options={styles}
              emptyLabel={t.choose}
              value={mapping.numbers ?? ''}
              onChange={(style) => change({ numbers: style === 'comma' || style === 'point' ? style : null })}
            />
          ) : null}
          {timeless ? (
            <TextField
              name="time"
              label={t.time}
              hint={t.timeHint}
              value={mapping.time ?? ''}
              onChange={(time) => change({ time: time.trim() || null })}
            />
          ) : null}
          {has('key') || has('name') ? null : (
            <TextField
              name="area"
              label={t.area}
              hint={t.areaHint}
              inputMode="numeric"
              maxLength={8}
              defaultValue={mapping.area ?? ''}
              onChange={(area) =>
                change({ area: /^(\d{2}|\d{3}|\d{5}|\d{8})$/.test(area.trim()) ? area.trim() : null })
              }
            />
          )}
        </Columns>
      </Stack>
    </Section>
  )
}
