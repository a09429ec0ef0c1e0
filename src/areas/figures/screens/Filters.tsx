// The filters of the explorer: indicator, level, time, cut, values or rate.
import { FilterBar } from '#kit/ui/Layout.tsx'
import { Select } from '#kit/ui/Select.tsx'
import type { IndicatorHead, IndicatorPage } from '../contract/shapes.ts'
import { screens } from '../texts/screens.de.ts'
import { CutField, IndicatorField, LevelField, TimeField } from '../widgets/WhatFields.tsx'
import { perInhabitants, type Selection } from './selection.ts'

const t = screens.explorer
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
  return (
    <FilterBar>
      <IndicatorField indicators={indicators} chosen={chosen} onChoose={choose} />
      <LevelField level={selection.level} onLevel={(level) => onSelection({ ...timeless, level, areas: [] })} />
      <TimeField indicator={indicator} looked={selection} onTime={(time) => onSelection({ ...timeless, ...time })} />
      <CutField indicator={indicator} cut={selection.cut} onCut={(cut) => onSelection({ ...timeless, cut })} />
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
