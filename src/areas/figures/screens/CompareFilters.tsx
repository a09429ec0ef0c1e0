// The filters of the comparison: what, when, whose area, with whom, against what.
import { Combobox } from '#kit/ui/Combobox.tsx'
import { FilterBar } from '#kit/ui/Layout.tsx'
import { Select } from '#kit/ui/Select.tsx'
import type { IndicatorHead, IndicatorPage } from '../contract/shapes.ts'
import { comparisonTexts as t } from '../texts/comparison.de.ts'
import { screens } from '../texts/screens.de.ts'
import { CutField, IndicatorField, LevelField, TimeField } from '../widgets/WhatFields.tsx'
import type { Compared } from './compared.ts'
import { perInhabitants } from './selection.ts'

const words = screens.explorer
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
  const other =
    <K extends 'set' | 'across' | 'as' | 'against'>(what: K) =>
    (value: string) =>
      onCompared({ ...compared, [what]: value })
  return (
    <FilterBar fold chosen={compared.area === null}>
      <IndicatorField
        indicators={indicators}
        chosen={chosen}
        onChoose={(id) => (id ? onCompared({ ...timeless, indicator: id, cut: '' }) : undefined)}
      />
      <LevelField
        level={compared.level}
        onLevel={(level) => onCompared({ ...timeless, level, area: null, set: 'region', traits: null })}
      />
      <Combobox
        name="gebiet"
        label={t.area}
        placeholder={t.chooseArea}
        value={compared.area ? { id: compared.area, label: names.get(compared.area) ?? compared.area } : null}
        onChange={(option) => (option ? onCompared({ ...compared, area: option.id }) : undefined)}
        options={[...names].map(([id, label]) => ({ id, label, note: id }))}
      />
      <TimeField indicator={indicator} looked={compared} onTime={(time) => onCompared({ ...timeless, ...time })} />
      <CutField indicator={indicator} cut={compared.cut} onCut={(cut) => onCompared({ ...timeless, cut })} />
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
