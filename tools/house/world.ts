// Asking the world: clock, chance, environment and console are reached in their own places only, so that two years can be
// simulated on a real database and a method gives the same answer twice (foundations §5).
import type { Fault, House, Place } from './places.ts'
import type { Source } from './source.ts'

const clockUses = ['Date.now', 'new Date', 'Date()', 'Temporal.Now']
const clockSql =
  /(?<![\w.])(?:now\s*\(\s*\)|(?:current_(?:date|time|timestamp)|localtime(?:stamp)?|(?:clock|transaction|statement)_timestamp|timeofday)\b|'(?:now|today|yesterday|tomorrow)')/gi
const pureUses =
  /^(?:Math\.random|(?:process|globalThis|performance|crypto|console|navigator|document|window)\..*|(?:fetch|setTimeout|setInterval|queueMicrotask)\(\))$/

const insideClock = (file: string) => file.startsWith('src/kit/clock/')
const mayAskEnvironment = (place: Place) => place.floor === 'apps' || (place.floor === 'kit' && place.part === 'db')

export function* worldlyCode(place: Place, source: Source, map: House): Generator<Fault> {
  const { file } = place
  for (const { text, line } of source.uses) {
    if (clockUses.includes(text) && !insideClock(file))
      yield { file, line, why: `asks the clock (${text}); the instant comes from kit/clock` }
    if (place.floor === 'pure' && pureUses.test(text))
      yield { file, line, why: `asks the world (${text}); take it as a value` }
    if (/^(?:console\.|process\.env$)/.test(text) && place.floor !== 'pure' && !mayAskEnvironment(place))
      yield { file, line, why: `uses ${text}; configuration and console belong to apps, tools and kit/db` }
  }
  if (insideClock(file) || file in map.asksServerClock) return
  for (const { text, line } of source.words) {
    const [asked] = looksLikeSql(text) ? (text.match(clockSql) ?? []) : []
    if (asked)
      yield {
        file,
        line,
        why: `asks the database's clock (${asked}); SQL takes the transaction's instant from kit/clock`,
      }
  }
}

/** Only texts that speak SQL are asked; 'today' may be a word of a contract. */
const looksLikeSql = (text: string) =>
  /\b(?:select|insert|update|delete|where|values|returning|default|interval)\b/i.test(text) ||
  /^\s*now\(\)\s*$/.test(text)

export function* worldlySql(file: string, text: string, map: House): Generator<Fault> {
  if (insideClock(file) || file in map.asksServerClock) return
  for (const match of text.matchAll(clockSql)) {
    const line = text.slice(0, match.index).split('\n').length
    yield {
      file,
      line,
      why: `asks the database's clock (${match[0]}); SQL takes the transaction's instant from kit/clock`,
    }
  }
}
