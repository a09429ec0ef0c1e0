// The filters of the comparison: what, when, whose area, with whom, against what.
import { Combobox } from '#kit/ui/Combobox.tsx'
import { FilterBar } from '#kit/ui/Layout.tsx'
import { Select } from '#kit/ui/Select.tsx'
import type { IndicatorHead, IndicatorPage } from '../contract/shapes.ts'
import { comparisonTexts as t } from '../texts/comparison.de.ts'
import { screens } from '../texts/screens.de.ts'
import { periodWords } from '../widgets/parts.tsx'
import type { Compared } from './compared.ts'
import { perInhabitants } from './selection.ts'

const words = screens.explorer
/** A select needs a value for the total, too. */
const wholeCut = 'alle'
type Props = {
  indicators: readonly IndicatorHead[]
  chosen: IndicatorHead
  indicator: IndicatorPage
  compared: Compared
  names: ReadonlyMap<string, string>
  onCompared: (next: Compared) => void
}

export function CompareFilters({ indicators, chosen, indicator, compared, names, onCompared }: Props) {
  const { from: _from, until: _until, ...timeless } = compared
  const times = new Map(
    indicator.held
      .filter((one) => one.cut === compared.cut && one.level === compared.level)
      .map((one) => [`${one.from}_${one.until}`, periodWords(one)]),
  )
  const other =
    <K extends 'set' | 'across' | 'as' | 'against'>(what: K) =>
    (value: string) =>
      onCompared({ ...compared, [what]: value })
  return (
    <FilterBar fold chosen={compared.area === null}>
      <Combobox
        name="kennzahl"
        label={words.indicator}
        placeholder={words.choose}
        value={{ id: chosen.id, label: chosen.title }}
        onChange={(option) => (option ? onCompared({ ...timeless, indicator: option.id, cut: '' }) : undefined)}
        options={indicators.map((one) => ({
          id: one.id,
          label: one.title,
          note: one.latest ? `${one.unit}, ${periodWords(one.latest)}` : screens.indicator.none,
        }))}
      />
      <Select
        name="ebene"
        label={words.level}
        value={compared.level}
        options={(['county', 'municipality'] as const).map((value) => ({ value, label: screens.levels[value] }))}
        onChange={(value) =>
          onCompared({
            ...timeless,
            level: value === 'municipality' ? 'municipality' : 'county',
            area: null,
            set: 'region',
            traits: null,
          })
        }
      />
      <Combobox
        name="gebiet"
        label={t.area}
        placeholder={t.chooseArea}
        value={compared.area ? { id: compared.area, label: names.get(compared.area) ?? compared.area } : null}
        onChange={(option) => (option ? onCompared({ ...compared, area: option.id }) : undefined)}
        options={[...names].map(([id, label]) => ({ id, label, note: id }))}
      />
      <Select
        name="zeit"
        label={words.time}
        emptyLabel={words.latest}
        value={compared.from && compared.until ? `${compared.from}_${compared.until}` : ''}
        options={[...times].map(([value, label]) => ({ value, label })).sort((a, b) => (a.value < b.value ? 1 : -1))}
        onChange={(value) => {
          const [from, until] = value.split('_')
          onCompared(from && until ? { ...timeless, from, until } : timeless)
        }}
      />
      {indicator.cuts.length > 1 ? (
        <Select
          name="gliederung"
          label={words.cut}
          value={compared.cut || wholeCut}
          options={indicator.cuts.map((cut) => ({ value: cut.key || wholeCut, label: cut.label || words.total }))}
          onChange={(cut) => onCompared({ ...timeless, cut: cut === wholeCut ? '' : cut })}
        />
      ) : null}
      <Select
        name="mit"
        label={t.with}
        value={compared.set}
        options={[
          { value: 'region', label: t.sets.region(compared.level) },
          { value: 'around', label: t.sets.around },
          { value: 'alike', label: t.sets.alike },
          { value: 'all', label: t.sets.all },
        ]}
        onChange={other('set')}
      />
      {compared.set === 'region' || compared.set === 'around' ? (
        <Select
          name="grenze"
          label={t.across}
          value={compared.across}
          options={(['with', 'without'] as const).map((value) => ({ value, label: t.acrossOptions[value] }))}
          onChange={other('across')}
        />
      ) : null}
      {chosen.additive ? (
        <Select
          name="werte"
          label={words.show}
          value={compared.as}
          options={[
            { value: 'rate', label: screens.per(perInhabitants) },
            { value: 'value', label: words.asIs },
          ]}
          onChange={other('as')}
        />
      ) : null}
      {chosen.additive && compared.as === 'rate' ? (
        <Select
          name="gegen"
          label={t.against}
          value={compared.against}
          options={(['parent', 'set'] as const).map((value) => ({ value, label: t.againstOptions[value] }))}
          onChange={other('against')}
        />
      ) : null}
    </FilterBar>
  )
}
