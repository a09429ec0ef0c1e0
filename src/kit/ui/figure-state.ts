// What a figure can be instead of a number: the signs of German official statistics, with words to speak and to show.
import { formatNumber } from './format.ts'
import type { Loose } from './props.ts'
import { texts } from './texts.de.ts'

export const figureStates = ['secret', 'nil', 'later', 'unreliable', 'meaningless', 'unknown'] as const
export type FigureState = (typeof figureStates)[number]
export type Figure = { value: number | null } & Loose<{ state: FigureState; note: string }>

export const signOf = (state: FigureState) => texts.figure.states[state].sign
export const wordsOf = (state: FigureState) => texts.figure.states[state].words

/** Only "–" counts as zero; every other state is no number. */
export const countedValue = (figure: Figure): number | null => figure.value ?? (figure.state === 'nil' ? 0 : null)

/** The unit as it stands behind a number: a plain count has none. */
export const unitBehind = (unit: string | undefined) => (unit === texts.figure.plainCount ? '' : (unit ?? ''))

/** One figure in words: "3.412 Personen", "geheim gehalten", "3.412 Personen, nicht sicher genug". */
export function figureWords({ value, state }: Figure, unit?: string, decimals?: number): string {
  const number = value === null ? null : [formatNumber(value, decimals), unitBehind(unit)].filter(Boolean).join(' ')
  if (!state) return number ?? texts.figure.none
  return number === null ? wordsOf(state) : `${number}, ${wordsOf(state)}`
}
