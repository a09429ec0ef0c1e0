/** The projection as the same columns that came in, with `low` and `high`; in pieces, because a country to 2045 is many lines. */
import type { Projection } from './project.ts'
import { columns } from './read.ts'
import { boundsOfSum } from './spread.ts'
import type { Structure } from './structure.ts'

const enough = 1 << 16

export function* writeProjection(structure: Structure, projection: Projection, separator: string): Generator<string> {
  const { areas, sexes, ages, decimals, population } = structure
  const groups = population.groups.length
  const one = population.sexes.length * groups
  const block = population.areas.length * one
  const quoted = (text: string) =>
    text.includes(separator) || text.includes('"') || text.includes('\n') ? `"${text.replaceAll('"', '""')}"` : text
  const number = (value: number) => (decimals === 0 ? `${value}` : `${Number(value.toFixed(decimals))}`)
  const heads = ages.map(({ from, to }) => `${from}${separator}${to}${separator}`)
  const unit = 10 ** decimals
  let text = `${[...columns, 'low', 'high'].join(separator)}\n`
  for (const [h, year] of projection.years.entries()) {
    const from = h * block
    for (const area of areas) {
      for (const sex of sexes) {
        const start = `${quoted(area.label)}${separator}${quoted(sex.label)}${separator}`
        for (const [g, age] of ages.entries()) {
          let value: number
          let low: number
          let high: number
          if (area.parts.length * sex.parts.length * age.parts.length === 1) {
            const at = from + area.parts[0]! * one + sex.parts[0]! * groups + age.parts[0]!
            value = projection.values[at]!
            low = projection.low[at]!
            high = projection.high[at]!
          } else {
            value = 0
            for (const a of area.parts)
              for (const s of sex.parts)
                for (const x of age.parts) value += projection.values[from + a * one + s * groups + x]!
            const cells = sex.parts.flatMap((s) => age.parts.map((x) => s * groups + x))
            const [down, up] = boundsOfSum(value, projection.spreads[h]!, h + 1, cells, age.parts.length)
            low = Math.min(value, Math.ceil(down * unit) / unit)
            high = Math.max(value, Math.floor(up * unit) / unit)
          }
          text += `${start}${heads[g]}${year}${separator}${number(value)}${separator}${number(low)}${separator}${number(high)}\n`
        }
      }
      if (text.length >= enough) {
        yield text
        text = ''
      }
    }
  }
  yield text
}
