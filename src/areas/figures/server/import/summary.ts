// The summary of a file as one object, the same for the preview and for the command line (interfaces.md, `import … --json`).
import type { ImportSummary, LeftOutGroup } from '../../contract/import.ts'
import type { Mapping } from '../../contract/mapping.ts'
import { newFigure, openIn } from '../../rules/mapping.ts'
import { mappingTexts } from '../../texts/mapping.de.ts'
import { officialTexts } from '../../texts/official.de.ts'
import { texts } from '../../texts.de.ts'
import { type Extract, type LeftOutCode, markNames } from './extract.ts'

const mostLines = 500

export const sourceOf = (extract: Extract, year: string | null) =>
  extract.source ??
  (extract.shownOnly === 'format' || extract.shownOnly === 'mapping' || extract.format === 'boundaries'
    ? officialTexts.noSource
    : officialTexts.defaultOwner(year))

export const titleOf = (extract: Extract) =>
  extract.format === 'register'
    ? officialTexts.register(extract.register ? texts.day(extract.register.validOn) : null)
    : extract.code === ''
      ? extract.title || officialTexts.untitled
      : officialTexts.table(
          extract.code,
          officialTexts.plainTitle(extract.title) || extract.measures[0]?.statisticLabel || extract.code,
        )

export type Looked = {
  title: string
  summary: ImportSummary
  leftOut: LeftOutGroup[]
  shownOnly: Extract['shownOnly']
  /** How it was read, with the words of new figures for a person to complete; `open`: what must still be said. */
  mapping: { mapping: Mapping; open: string[] } | null
}

/** What an official file says, without a database: for the command line, which prints it before it writes. */
export const look = (extract: Extract): Looked => ({
  title: titleOf(extract),
  summary: summarise(extract, extract.printedOn?.slice(0, 4) ?? null, Number.POSITIVE_INFINITY),
  leftOut: groupLeftOut(extract.leftOut),
  shownOnly: extract.shownOnly,
  mapping: extract.mapped ? mappingOf(extract, extract.mapped) : null,
})

function mappingOf(extract: Extract, { look, mapping }: NonNullable<Extract['mapped']>): Looked['mapping'] {
  const said = new Set(mapping.measures.map(({ name }) => name))
  const fresh = extract.measures.filter(({ code }) => !said.has(code))
  return {
    mapping: {
      ...mapping,
      measures: [
        ...mapping.measures,
        ...fresh.map(({ code, label, unit }) => ({
          name: code,
          as: newFigure(label, unit, mappingTexts.definition(label, mapping.title)),
        })),
      ],
    },
    open: [
      ...openIn(look, mapping).map(({ code, about, detail = {} }) =>
        code === 'fault' ? texts.unreadable(about, detail) : mappingTexts.question[code](about, detail),
      ),
      ...fresh.map(({ code }) => mappingTexts.question.measure(code)),
    ],
  }
}

/** `most`: how many left-out lines are listed; the preview shows the first, the command line all. */
export function summarise(extract: Extract, year: string | null, most = mostLines): ImportSummary {
  const states: ImportSummary['states'] = { nil: 0, unknown: 0, unreliable: 0, later: 0, meaningless: 0 }
  let values = 0
  for (const index of extract.of.mark) {
    const mark = markNames[index]
    if (mark) states[mark] += 1
    else values += 1
  }
  return {
    kind: extract.format,
    source: sourceOf(extract, year),
    values,
    states,
    areas: extract.areas.length,
    periods: extract.periods.map((period) => period.label).sort(),
    leftOut: extract.leftOut.slice(0, most).map(({ line, why, detail }) => ({ line, why: texts.leftOut(why, detail) })),
    ...(extract.open.length === 0
      ? {}
      : {
          open: extract.open.slice(0, most).map(({ line, why, detail }) => ({ line, what: texts.open(why, detail) })),
        }),
  }
}

/** Left-out rows by reason, so that a thousand equal faults are one line with a count. */
export function groupLeftOut(leftOut: readonly LeftOutCode[]): LeftOutGroup[] {
  const groups = new Map<string, LeftOutGroup>()
  for (const { line, why, detail } of leftOut) {
    const group = groups.get(why) ?? { why, count: 0, examples: [], detail, sentence: texts.leftOut(why, detail) }
    group.count += 1
    if (group.examples.length < 5) group.examples.push(line)
    groups.set(why, group)
  }
  return [...groups.values()].sort((a, b) => b.count - a.count)
}
