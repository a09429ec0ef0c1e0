// What stands in a file, what would happen, and what was not understood and why: everything a person needs before saying yes.
import { useState } from 'react'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { formatDay, formatNumber } from '#kit/ui/format.ts'
import { Notice } from '#kit/ui/Notice.tsx'
import { Section } from '#kit/ui/Section.tsx'
import type { ImportPreview } from '../contract/import.ts'
import { screens } from '../texts/screens.de.ts'
import { StateCounts } from '../widgets/StateCounts.tsx'

const t = screens.reading

export function ImportFindings({ preview }: { preview: ImportPreview }) {
  const { summary, register } = preview
  const periods = summary.periods.map(screens.day)
  return (
    <>
      <Section title={preview.title} lead={preview.attribution}>
        <DefinitionList
          items={[
            { term: t.file, value: preview.fileName },
            ...(preview.printedOn ? [{ term: t.printed, value: formatDay(preview.printedOn) }] : []),
            ...(register
              ? [
                  {
                    term: t.found,
                    value: t.register(
                      register.counties,
                      register.municipalities,
                      register.population,
                      register.populationOn,
                    ),
                  },
                ]
              : []),
            ...(preview.boundaries
              ? []
              : [
                  { term: t.numbers, value: formatNumber(summary.values) },
                  { term: t.signs, value: <StateCounts states={summary.states} /> },
                ]),
            { term: t.areas, value: formatNumber(summary.areas) },
            {
              term: t.times,
              value: periods.length > 4 ? `${periods[0]} – ${periods.at(-1)} (${periods.length})` : periods.join(', '),
            },
          ]}
        />
      </Section>
      {preview.boundaries ? <Boundaries boundaries={preview.boundaries} /> : <Effect preview={preview} />}
      {preview.controls.length > 0 ? <Controls preview={preview} /> : null}
      <Section title={t.leftOut}>
        {preview.leftOut.length === 0 && preview.unknownAreaCount === 0 ? <p>{t.nothingLeftOut}</p> : null}
        {preview.unknownAreaCount > 0 ? (
          <Notice tone="warning" title={t.unknownAreas(preview.unknownAreaCount)}>
            <p>{t.unknownAreasText}</p>
            <p>
              {preview.unknownAreas
                .slice(0, 8)
                .map((area) => `${area.name} (${area.key})`)
                .join(', ')}
              {preview.unknownAreaCount > 8 ? ` ${t.more(preview.unknownAreaCount - 8)}` : ''}
            </p>
          </Notice>
        ) : null}
        <ul>
          {preview.leftOut.map((group) => (
            <li key={group.why}>
              {group.sentence}: {t.rows(group.count)}, {t.line(group.examples)}
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

/** How much of the land that exists here the file can draw. */
function Boundaries({ boundaries }: { boundaries: NonNullable<ImportPreview['boundaries']> }) {
  return (
    <Section title={t.boundaries}>
      <DefinitionList
        items={boundaries.levels.map(({ level, areas, known, drawn }) => ({
          term: t.boundariesOf(level),
          value: t.boundariesIn(areas, drawn, known),
        }))}
      />
      {boundaries.levels.map(({ level, known, drawn, missing }) =>
        drawn === 0 || missing.length === 0 ? null : (
          <Notice key={level} tone="warning" title={t.boundariesMissing(known - drawn)}>
            <p>{t.boundariesMissingText}</p>
            <p>
              {missing.map((area) => `${area.name} (${area.key})`).join(', ')}
              {known - drawn > missing.length ? ` ${t.more(known - drawn - missing.length)}` : ''}
            </p>
          </Notice>
        ),
      )}
    </Section>
  )
}

function Effect({ preview }: { preview: ImportPreview }) {
  const { effect } = preview
  return (
    <>
      <Section title={t.effect}>
        <DefinitionList
          items={[
            { term: t.added, value: formatNumber(effect.added) },
            { term: t.unchanged, value: formatNumber(effect.unchanged) },
            { term: t.revised, value: formatNumber(effect.revised) },
          ]}
        />
      </Section>
      <Section title={t.indicators}>
        <DataTable
          caption={t.indicators}
          hideCaption
          dense
          rows={preview.indicators}
          rowKey={(row) => row.code}
          columns={[
            { id: 'title', header: t.indicators, main: true, cell: (row) => row.title },
            { id: 'unit', header: screens.indicator.unit, cell: (row) => row.unit },
            {
              id: 'known',
              header: screens.deliveries.state,
              cell: (row) => <Badge tone={row.known ? 'neutral' : 'info'}>{row.known ? t.known : t.fresh}</Badge>,
            },
            {
              id: 'values',
              header: screens.indicator.statements,
              align: 'end',
              cell: (row) => formatNumber(row.values),
            },
          ]}
        />
      </Section>
    </>
  )
}

/** The latest time first; earlier ones are one press away. */
function Controls({ preview }: { preview: ImportPreview }) {
  const [all, setAll] = useState(false)
  const latest = preview.controls
    .map((row) => row.period)
    .sort()
    .at(-1)
  const rows = all ? preview.controls : preview.controls.filter((row) => row.period === latest)
  const more = preview.controls.length - rows.length
  return (
    <Section
      title={t.controls}
      lead={t.controlsLead}
      actions={
        more > 0 ? (
          <Button small variant="tertiary" onClick={() => setAll(true)}>
            {t.moreControls(more)}
          </Button>
        ) : undefined
      }
    >
      <DataTable
        caption={t.controls}
        hideCaption
        dense
        rows={rows}
        rowKey={(row) => `${row.indicator}${row.period}${row.level}`}
        columns={[
          { id: 'indicator', header: t.indicators, main: true, cell: (row) => row.indicator },
          {
            id: 'period',
            header: screens.explorer.time,
            sortBy: (row) => row.period,
            cell: (row) => screens.day(row.period),
          },
          { id: 'sum', header: screens.explorer.sum, align: 'end', cell: (row) => formatNumber(row.sum) },
          {
            id: 'areas',
            header: t.areas,
            align: 'end',
            cell: (row) => `${formatNumber(row.areas)} ${t.level[row.level] ?? ''}`,
          },
          { id: 'missing', header: t.missing, align: 'end', cell: (row) => formatNumber(row.missing) },
          { id: 'basis', header: screens.explorer.basis, cell: (row) => row.basis ?? screens.explorer.noBasis },
        ]}
      />
    </Section>
  )
}
