/**
 * The one error a file reader throws when a file cannot be read at all. It carries a code and the line, never a sentence:
 * whoever shows it says in German what happened and what to do.
 */

export type UnreadableCode =
  | 'empty' // nothing but blank space
  | 'undecodable' // neither text in UTF-8/UTF-16/windows-1252 nor anything else that is text
  | 'unknown-format' // none of the layouts we read
  | 'broken-header' // the layout is known, its heading is not complete
  | 'open-quote' // a quotation mark that nobody closes
  | 'cut-off' // the end of the file is missing
  | 'formula' // a cell that calculates: no office delivers one, and spreadsheets would run it
  | 'too-large' // more than is taken at all
  | 'no-rows' // a heading without a single value
  | 'number-style' // "1.234" and "1,5" mixed with "1.5", or nothing but "1.234": nobody can tell thousands from decimals
  | 'ambiguous-columns' // two columns say that they hold the same
  | 'several-tables' // more than one, and nobody says which
  | 'companion' // a part of something (a shapefile) without the other parts
  | 'projection' // coordinates in a system that we cannot turn into degrees
  | 'contradiction' // one area, period and measure with two different values

export class UnreadableFile extends Error {
  readonly code: UnreadableCode
  readonly line: number | null
  readonly detail: Readonly<Record<string, string | number>>

  constructor(code: UnreadableCode, line: number | null = null, detail: Record<string, string | number> = {}) {
    super(`${code}${line === null ? '' : ` (line ${line})`} ${JSON.stringify(detail)}`)
    this.name = 'UnreadableFile'
    this.code = code
    this.line = line
    this.detail = detail
  }
}
