// Which figure, at which level, of which time and cut: the choices with which every view of figures begins.
import { Combobox } from '#kit/ui/Combobox.tsx'
import { Select } from '#kit/ui/Select.tsx'
import type { IndicatorHead, IndicatorPage, Level } from '../contract/shapes.ts'
import { screens } from '../texts/screens.de.ts'
import { periodWords } from './parts.tsx'

const t = screens.explorer
/** A select needs a value for the total, too. */
const wholeCut = 'alle'
type Times = { from?: string; until?: string }
type Looked = Times & { cut: string; level: Level }

export const IndicatorField = (props: {
  indicators: readonly IndicatorHead[]
  chosen: IndicatorHead
  onChoose: (id: string | undefined) => void
}) => (
  <Combobox
    name="kennzahl"
    label={t.indicator}
    placeholder={t.choose}
    value={{ id: props.chosen.id, label: props.chosen.title }}
    onChange={(option) => props.onChoose(option?.id)}
    options={props.indicators.map((one) => ({
      id: one.id,
      label: one.title,
      note: one.latest ? `${one.unit}, ${periodWords(one.latest)}` : screens.indicator.none,
    }))}
  />
)

export const LevelField = ({ level, onLevel }: { level: Level; onLevel: (level: Level) => void }) => (
  <Select
    name="ebene"
    label={t.level}
    value={level}
    options={(['county', 'municipality'] as const).map((value) => ({ value, label: screens.levels[value] }))}
    onChange={(value) => onLevel(value === 'municipality' ? 'municipality' : 'county')}
  />
)

/** Times with values at the chosen level and cut, newest first; nothing: the newest. */
export function TimeField(props: { indicator: IndicatorPage; looked: Looked; onTime: (time: Times) => void }) {
  const { from, until, cut, level } = props.looked
  const times = new Map(
    props.indicator.held
      .filter((one) => one.cut === cut && one.level === level)
      .map((one) => [`${one.from}_${one.until}`, periodWords(one)]),
  )
  return (
    <Select
      name="zeit"
      label={t.time}
      emptyLabel={t.latest}
      value={from && until ? `${from}_${until}` : ''}
      options={[...times].map(([value, label]) => ({ value, label })).sort((a, b) => (a.value < b.value ? 1 : -1))}
      onChange={(value) => {
        const [begins, ends] = value.split('_')
        props.onTime(begins && ends ? { from: begins, until: ends } : {})
      }}
    />
  )
}

/** Nothing where there is only the total. */
export const CutField = (props: { indicator: IndicatorPage; cut: string; onCut: (cut: string) => void }) =>
  props.indicator.cuts.length > 1 ? (
    <Select
      name="gliederung"
      label={t.cut}
      value={props.cut || wholeCut}
      options={props.indicator.cuts.map((cut) => ({ value: cut.key || wholeCut, label: cut.label || t.total }))}
      onChange={(cut) => props.onCut(cut === wholeCut ? '' : cut)}
    />
  ) : null
