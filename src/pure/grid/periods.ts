/** Times as headings and cells of tables write them, beyond those of GENESIS: "Dez 2013", "(2013/2014)", "Stand 31.12.2020", "Jahr 2019". */
import { readPeriod } from '#pure/genesis/period.ts'
import type { CollectedPeriod } from '#pure/table-file/collect.ts'
import { type GridCell, textOf } from './cell.ts'

const months = ['jan', 'feb', 'mär', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dez']
const lead =
  /^(?:zum|am|im|ende|stand|stichtag|jahr|berichtsjahr|schuljahr|kita-?jahr|gebietsstand|bevölkerung am)[:\s]+/i

export function readTime(cell: GridCell | undefined): CollectedPeriod | null {
  let text = textOf(cell)
  for (let shorter = text.replace(lead, ''); shorter !== text; shorter = text.replace(lead, '')) text = shorter
  const period = readPeriod(text) ?? readPeriod(text.replace(/^(\d{4})[ .]?([IVQ1-4]+)\.?\s*(?:Quartal)?$/, quarter))
  if (period) return period
  const stamp = /^(\d{4}-\d{2}-\d{2})T[\d:.]+Z?$/.exec(text)
  if (stamp?.[1]) return readPeriod(stamp[1])
  const short = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
  if (short) return readPeriod(`${short[1]?.padStart(2, '0')}.${short[2]?.padStart(2, '0')}.${short[3]}`)
  const month = /^([A-Za-zä]{3})[a-zä]*\.?\s+(\d{4})$/.exec(text)
  const at = month ? months.indexOf((month[1] ?? '').toLowerCase().replace('mrz', 'mär').replace('dec', 'dez')) : -1
  return at < 0 ? null : readPeriod(`${month?.[2]}-${String(at + 1).padStart(2, '0')}`)
}

const quarter = (_: string, year: string, number: string) => {
  const roman = ['I', 'II', 'III', 'IV'].indexOf(number.replace('Q', ''))
  return `${year}-Q${roman >= 0 ? roman + 1 : number.replace('Q', '')}`
}

/** A heading that carries its time in brackets or at its end: "Arbeitslose (Dez 2013)", "Bevölkerung 31.12.2022". */
export function splitTime(label: string): { label: string; period: CollectedPeriod | null } {
  const bracketed = /^(.*?)\s*\(([^()]+)\)\s*$/.exec(label)
  const inside = bracketed ? readTime(bracketed[2] ?? '') : null
  if (inside) return { label: bracketed?.[1] ?? '', period: inside }
  const trailing =
    /^(.*\S)[\s_,]+((?:(?:am|zum|im)\s+)?(?:\d{1,2}\.\d{1,2}\.\d{4}|(?:19|20)\d{2}(?:\/\d{2,4})?))$/.exec(label)
  const end =
    trailing && !/\b(bis|seit|ab|vor|nach|von|zensus)\s*(zum|am)?$/i.test(trailing[1] ?? '')
      ? readTime(trailing[2] ?? '')
      : null
  return end ? { label: trailing?.[1] ?? '', period: end } : { label, period: null }
}
