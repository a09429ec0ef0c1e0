// Picks one figure as evidence: indicator, area, and then one of the values that exist, each with its table and edition.
import { useState } from 'react'
import type { Series } from '#areas/figures/contract/series.ts'
import { figures } from '#areas/figures/contract.ts'
import { AreaField } from '#areas/services/widgets/AreaField.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Combobox, type Option } from '#kit/ui/Combobox.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { client } from '#kit/web/client.ts'
import { useLoad } from '#kit/web/use.ts'
import { periodText } from '../texts/dates.de.ts'
import { screens } from '../texts/screens.de.ts'
import { figureText } from '../texts.de.ts'
import type { NewPiece } from './need-content.ts'

const remote = client(figures)
const t = screens.evidence

type Choice = { value: string; label: string; piece: NewPiece }

/** Newest first; each value keeps its basis, source and edition. */
function choicesOf(series: Series): Choice[] {
  const [area] = series.areas
  if (!area) return []
  return area.segments
    .flatMap((segment) =>
      segment.from.map((from, at) => {
        const source = series.sources[segment.sourceOf[at]!]!
        const until = segment.until[at]!
        const value = figureText({
          value: segment.values[at] ?? null,
          mark: segment.marks[at] ?? null,
          unit: series.unit,
          decimals: series.decimals,
          basis: segment.basis?.label ?? null,
          explanation: source.explanation,
        })
        return {
          value: `${source.id} ${from} ${until}`,
          label: `${periodText(from, until)}: ${value}`,
          piece: {
            grade: 'figures' as const,
            source: source.id,
            edition: source.edition,
            indicator: series.indicator,
            area: area.id,
            from,
            until,
            cut: series.cut,
            note: '',
          },
        }
      }),
    )
    .toReversed()
}

export function EvidencePicker({
  area: startArea,
  onPick,
}: {
  area: Option | null
  onPick: (piece: NewPiece) => void
}) {
  const [indicator, setIndicator] = useState<Option | null>(null)
  const [area, setArea] = useState<Option | null>(startArea)
  const [picked, setPicked] = useState('')
  const lists = [useLoad(remote.areas, { level: 'county' }).data, useLoad(remote.areas, { level: 'municipality' }).data]
  const key = lists.map((list) => list?.keys[list.ids.indexOf(area?.id ?? '')]).find(Boolean)
  const series = useLoad(
    remote.series,
    { indicator: indicator?.id ?? '', areas: key ?? '' },
    { when: Boolean(indicator && key) },
  )
  const choices = series.data ? choicesOf(series.data) : []
  // The newest, until another one is chosen.
  const chosen = choices.find((choice) => choice.value === picked) ?? choices[0]
  const search = async (query: string, signal: AbortSignal) => {
    const { data } = await remote.indicators(query ? { search: query } : {}, { signal })
    return data.indicators.slice(0, 40).map((one) => ({ id: one.id, label: one.title, note: one.unit }))
  }
  return (
    <Stack>
      <Combobox
        name="beleg-kennzahl"
        label={t.indicator}
        hint={t.indicatorHint}
        value={indicator}
        onChange={(option) => {
          setIndicator(option)
          setPicked('')
        }}
        load={search}
      />
      <AreaField
        name="beleg-gebiet"
        label={t.area}
        value={area}
        onChange={(option) => {
          setArea(option)
          setPicked('')
        }}
      />
      {indicator && key && series.data && choices.length === 0 ? <p>{t.noValues}</p> : null}
      {choices.length > 0 ? (
        <Select
          name="beleg-wert"
          label={t.period}
          value={chosen?.value ?? ''}
          onChange={setPicked}
          options={choices.map(({ value, label }) => ({ value, label }))}
        />
      ) : null}
      {series.error ? <p role="alert">{series.error.message}</p> : null}
      <ButtonRow>
        <Button
          disabled={!chosen}
          onClick={() => {
            if (chosen) onPick(chosen.piece)
            setPicked('')
          }}
        >
          {t.add}
        </Button>
        <Button variant="tertiary" to={`/zahlen${indicator ? `?kennzahl=${indicator.id}` : ''}`}>
          {t.explore}
        </Button>
      </ButtonRow>
    </Stack>
  )
}
