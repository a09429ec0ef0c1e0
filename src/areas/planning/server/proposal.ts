// The Beschlussvorlage as Word: what a council needs to decide on what the body recommended, with every figure and its source.
import {
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { whomToAsk } from '#areas/cooperation/store/whom-to-ask.ts'
import type { Database } from '#kit/db/database.ts'
import type { FileOut } from '#kit/http/scene.ts'
import { whomToAskAt } from '#kit/ref.ts'
import type { Decision } from '../contract/decisions.ts'
import { dayText, periodText } from '../texts/dates.de.ts'
import { proposal as words } from '../texts/proposal.de.ts'
import { type CitedEvidence, type CitedNeed, citedNeed } from './cited.ts'

const heading = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_1 })
const sub = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_2 })
/** Text of users is text: line by line, never read as markup. */
const linesOf = (text: string) => text.split(/\n+/).filter((line) => line.trim() !== '')
const prose = (text: string) => linesOf(text).map((line) => new Paragraph({ text: line, spacing: { after: 120 } }))
const quiet = (text: string) =>
  new Paragraph({ children: [new TextRun({ text, italics: true })], spacing: { after: 120 } })
const bullet = (text: string) => new Paragraph({ text, bullet: { level: 0 } })
const pair = (term: string, value: string) =>
  new Paragraph({
    children: [new TextRun({ text: `${term}: `, bold: true }), new TextRun(value)],
    spacing: { after: 60 },
  })

/** Of a page's text, in twentieths of a point: what is measured, where, when, how much, and room for the source. */
const columnWidths = [2000, 1450, 1250, 1900, 2400]

const cell = (text: string, column: number, bold = false) =>
  new TableCell({
    width: { size: columnWidths[column] ?? 0, type: WidthType.DXA },
    children: [new Paragraph({ children: [new TextRun({ text, bold })] })],
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
  })

const valueText = (e: CitedEvidence) => (e.withheld ? words.withheld(e.holder) : (e.shown ?? words.seeSource))
const sourceOf = (e: CitedEvidence) =>
  [
    e.attribution ?? e.source ?? e.holder ?? '',
    e.edition ? words.edition(e.edition) : '',
    e.delivered && e.invented ? words.invented : '',
  ]
    .filter((part) => part !== '')
    .join(', ')

function figuresTable(evidence: readonly CitedEvidence[]): Table {
  const rows = evidence.map(
    (e) =>
      new TableRow({
        cantSplit: true,
        children: [
          e.indicator ?? e.source ?? '',
          e.area ?? '',
          periodText(e.from, e.until),
          valueText(e),
          sourceOf(e),
        ].map((text, column) => cell(text, column)),
      }),
  )
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths,
    rows: [
      new TableRow({ tableHeader: true, children: words.columns.map((title, column) => cell(title, column, true)) }),
      ...rows,
    ],
  })
}

function situation(need: CitedNeed) {
  const figures = need.evidence.filter((e) => e.grade === 'figures')
  const voices = need.evidence.filter((e) => e.grade !== 'figures')
  return [
    sub(need.title),
    ...(need.invented ? [quiet(words.inventedConduct)] : []),
    pair(words.forWhom, need.targetGroup),
    pair(words.where, need.area),
    pair(words.benefit, need.benefit),
    ...prose(need.description),
    pair(words.statedBy, `${need.owner ?? ''}, ${words.edition(need.edition)}`),
    ...(voices.length > 0
      ? [sub(words.voices), ...voices.map((e) => bullet(`${words.grades[e.grade]}: ${e.note}`))]
      : []),
    ...(figures.length > 0
      ? [
          sub(words.figures),
          figuresTable(figures),
          new Paragraph({ text: '', spacing: { after: 60 } }),
          ...figures.filter((e) => e.note !== '').map((e) => bullet(`${e.indicator ?? ''}: ${e.note}`)),
        ]
      : []),
  ]
}

/** Whom to ask today and, because paper does not change, the address that always names whoever answers then. */
async function whomToAskIn(db: Database, { object }: Decision, address: string): Promise<Paragraph[]> {
  const responsible = object.body ?? object.owner
  const whom = responsible ? await whomToAsk(db, responsible.id) : null
  const named = [whom?.organisationName ?? object.owner?.title, whom?.name, whom?.email, whom?.phone]
  return [
    ...prose(named.filter(Boolean).join(', ') || words.made),
    ...(responsible ? prose(words.alwaysAt(whomToAskAt(address, responsible.id))) : []),
  ]
}

/** One document, from what stands in Nahtstelle and nothing else: nobody types a figure twice. */
export async function proposalOf(db: Database, decision: Decision, address: string): Promise<FileOut> {
  const needs: CitedNeed[] = []
  for (const need of decision.needs) {
    const cited = await citedNeed(db, need.id, need.edition)
    if (cited) needs.push(cited)
  }
  const { object } = decision
  const children = [
    new Paragraph({ text: words.title, heading: HeadingLevel.TITLE }),
    ...(decision.released ? [] : [quiet(words.notReleased)]),
    ...(object.invented ? [quiet(words.inventedConduct)] : []),
    heading(words.subject),
    ...prose(object.title),
    pair(words.body, object.body?.title ?? ''),
    pair(words.recorded, dayText(decision.recordedOn)),
    heading(words.proposal),
    ...prose(decision.text),
    heading(words.situation),
    ...prose(decision.reasons),
    ...needs.flatMap(situation),
    heading(words.costs),
    ...prose(decision.costs || words.noCosts),
    heading(words.involved),
    ...[...new Set([object.body?.title, ...needs.map((need) => need.owner), decision.addressee?.title])]
      .filter((name) => typeof name === 'string')
      .map(bullet),
    heading(words.order),
    bullet(words.orderBody(object.body?.title ?? '', words.results[decision.result], dayText(decision.recordedOn))),
    ...(decision.released
      ? [
          bullet(
            words.orderReleased(
              decision.keys.filter((key) => key.at).map((key) => key.organisation.title),
              decision.releasedOn ? dayText(decision.releasedOn) : '',
            ),
          ),
        ]
      : []),
    ...(decision.path.trim() ? linesOf(decision.path) : [words.orderOpen]).map(bullet),
    heading(words.annexes),
    ...needs.map((need) => bullet(words.annexNeed(need.title, need.edition))),
    bullet(words.annexTrail),
    heading(words.questions),
    ...(await whomToAskIn(db, decision, address)),
  ]
  const footer = new Footer({
    children: [
      new Paragraph({
        children: [
          new TextRun(object.invented ? `${words.made} · ${words.inventedConduct} · ` : `${words.made} · `),
          new TextRun({ children: [words.page, PageNumber.CURRENT, words.of, PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  })
  const font = 'Calibri'
  const paper = new Document({
    title: `${words.title}: ${object.title}`,
    creator: object.body?.title ?? words.made,
    description: object.invented ? words.inventedConduct : '',
    styles: {
      default: {
        document: { run: { font, size: 22, language: { value: 'de-DE' } } },
        title: { run: { font, size: 36, bold: true }, paragraph: { spacing: { after: 200 } } },
        heading1: {
          run: { font, size: 28, bold: true },
          paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
        },
        heading2: {
          run: { font, size: 24, bold: true },
          paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
        },
      },
    },
    sections: [{ children, footers: { default: footer } }],
  })
  return {
    name: words.fileName(object.title),
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: await Packer.toBuffer(paper),
  }
}
