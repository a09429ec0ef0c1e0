// Measures and statistics by the offices' own codes: what the register says, what may be added up, what is counted on a day.
import { type OfficialWords, official, officialTexts } from '../../texts/official.de.ts'
import type { ExtractMeasure } from './extract.ts'

export const knownMeasure = officialTexts.measures

/** The codes of indicators are the office's: statistic and measure. */
export const codeOf = (measure: Pick<ExtractMeasure, 'statistic' | 'code' | 'said'>) =>
  measure.said?.indicator ?? `${measure.statistic}-${measure.code}`

const decimalsOf = (unit: string) => (/^km|^qkm|Prozent|%|je /.test(unit) ? (unit.startsWith('km') ? 2 : 1) : 0)

/** Rates, shares, means and indices are never added up. */
export const isAdditive = (measure: Pick<ExtractMeasure, 'unit' | 'label' | 'said'>) =>
  measure.said?.additive ??
  (!/Prozent|%|Promille|\bje\b|=100|Jahre/.test(measure.unit) &&
    !/quote|anteil|durchschnittsalter|dichte|\bje\b/i.test(measure.label))

export function describe(measure: ExtractMeasure, timing: 'day' | 'span') {
  if (measure.said) return describeSaid(measure, measure.said, timing)
  const words: OfficialWords | undefined = official[codeOf(measure)]
  return {
    code: codeOf(measure),
    statistic: measure.statistic,
    measure: measure.code,
    title: words?.title ?? measure.label,
    definition: words?.definition ?? officialTexts.ofTable(measure.label, measure.statisticLabel),
    unit: measure.unit,
    numerator: words?.numerator ?? null,
    denominator: words?.denominator ?? null,
    inclusion: words?.inclusion ?? null,
    exclusion: words?.exclusion ?? null,
    source: officialTexts.sourceOf(measure.statistic, measure.statisticLabel),
    legalBasis: words?.legalBasis ?? null,
    direction: words?.direction ?? ('neutral' as const),
    additive: isAdditive(measure),
    timing,
    decimals: decimalsOf(measure.unit),
    heldByCounties: false,
    purpose: null,
  }
}

/** A figure that a person has named: in its own words, or as the catalogue has it already. */
function describeSaid(measure: ExtractMeasure, said: NonNullable<ExtractMeasure['said']>, timing: 'day' | 'span') {
  return {
    code: said.indicator,
    statistic: null,
    measure: null,
    title: said.own?.title ?? measure.label,
    definition: said.own?.definition ?? measure.label,
    unit: measure.unit,
    numerator: null,
    denominator: null,
    inclusion: null,
    exclusion: null,
    source: said.own?.source ?? '',
    legalBasis: null,
    direction: 'neutral' as const,
    additive: said.additive,
    timing,
    decimals: said.own?.decimals ?? 0,
    heldByCounties: false,
    purpose: null,
  }
}
