// The filters of the explorer: indicator, level, time, cut, values or rate.
import { Combobox } from '#kit/ui/Combobox.tsx'
import { FilterBar } from '#kit/ui/Layout.tsx'
import { Select } from '#kit/ui/Select.tsx'
import type { IndicatorHead, IndicatorPage } from '../contract/shapes.ts'
import { screens } from '../texts/screens.de.ts'
import { periodWords } from '../widgets/parts.tsx'
import { perInhabitants, type Selection } from './selection.ts'

const t = screens.explorer
/** A select needs a value for the total, too. */
const wholeCut = 'alle'
const cutsOf = (indicator: IndicatorPage) =>
  indicator.cuts.map((cut) => ({ value: cut.key || wholeCut, label: cut.label || t.total }))
type Props = {
  indicators: readonly IndicatorHead[]
  chosen: IndicatorHead
  indicator: IndicatorPage
  selection: Selection
  onSelection: (next: Selection) => void
}

export function Filters({ indicators, chosen, indicator, selection, onSelection }: Props) {
  const { from: _from, until: _until, ...timeless } = selection
  const { per: _per, ...plain } = selection
  const choose = (id: string | undefined) =>
    onSelection({ ...(id ? { indicator: id } : {}), level: selection.level, cut: '', areas: selection.areas })
  const times = timesOf(indicator, selection)
  return (
    <FilterBar>
      <Combobox
        name="kennzahl"
        label={t.indicator}
        placeholder={t.choose}
        value={{ id: chosen.id, label: chosen.title }}
        onChange={(option) => (option ? choose(option.id) : undefined)}
        options={indicators.map((one) => ({
          id: one.id,
          label: one.title,
          note: one.latest ? `${one.unit}, ${periodWords(one.latest)}` : screens.indicator.none,
        }))}
      />
      <Select
        name="ebene"
        label={t.level}
        value={selection.level}
        options={(['county', 'municipality'] as const).map((value) => ({ value, label: screens.levels[value] }))}
        onChange={(value) =>
          onSelection({ ...timeless, level: value === 'municipality' ? 'municipality' : 'county', areas: [] })
        }
      />
      <Select
        name="zeit"
        label={t.time}
        emptyLabel={t.latest}
        value={selection.from && selection.until ? `${selection.from}_${selection.until}` : ''}
        options={times}
        onChange={(value) => {
          const [from, until] = value.split('_')
          onSelection(from && until ? { ...timeless, from, until } : timeless)
        }}
      />
      {indicator.cuts.length > 1 ? (
        <Select
          name="gliederung"
          label={t.cut}
          value={selection.cut || wholeCut}
          options={cutsOf(indicator)}
          onChange={(cut) => onSelection({ ...timeless, cut: cut === wholeCut ? '' : cut })}
        />
      ) : null}
      {chosen.additive ? (
        <Select
          name="je"
          label={t.show}
          value={selection.per ? 'rate' : 'werte'}
          options={[
            { value: 'werte', label: t.asIs },
            { value: 'rate', label: screens.per(perInhabitants) },
          ]}
          onChange={(value) => onSelection(value === 'rate' ? { ...selection, per: perInhabitants } : plain)}
        />
      ) : null}
    </FilterBar>
  )
}

/** Times with values at the chosen level and cut, newest first. */
function timesOf(indicator: IndicatorPage, selection: Selection) {
  const times = new Map(
    indicator.held
      .filter((one) => one.cut === selection.cut && one.level === selection.level)
      .map((one) => [`${one.from}_${one.until}`, periodWords(one)]),
  )
  return [...times].map(([value, label]) => ({ value, label })).sort((a, b) => (a.value < b.value ? 1 : -1))
}
