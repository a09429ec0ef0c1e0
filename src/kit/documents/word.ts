// A manuscript as Word: real headings, header rows that repeat, German as its language. The same words as the PDF.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  HeightRule,
  LeaderType,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import { type Manuscript, type Part, paragraphsOf } from './manuscript.ts'
import { texts } from './texts.de.ts'

type Look = { bold?: boolean; italics?: boolean; size?: number; color?: string }
const grey = '505050'
const font = 'Calibri'
/** A4, and the text on it between its margins, in twentieths of a point. */
const page = { short: 11_906, long: 16_838, margin: 1304 }

const runs = (lines: readonly string[], look: Look = {}) =>
  lines.map((text, at) => new TextRun({ text, ...look, ...(at > 0 ? { break: 1 } : {}) }))
const paragraphs = (text: string, look: Look = {}) =>
  paragraphsOf(text).map((lines) => new Paragraph({ children: runs(lines, look), spacing: { after: 120 } }))
const lined = { style: BorderStyle.SINGLE, size: 6, color: grey, space: 4 }

type Of<K extends Part['kind']> = Extract<Part, { kind: K }>

function table({ columns, rows, roomy }: Of<'table'>, width: number): Table {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => Math.round((width * share) / shares))
  const cell = (text: string, at: number, bold = false) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      // A cell of Word holds at least one paragraph.
      children: (text === '' ? [[]] : paragraphsOf(text)).map(
        (lines) => new Paragraph({ children: runs(lines, { bold }) }),
      ),
    })
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({ tableHeader: true, children: columns.map(({ title }, at) => cell(title, at, true)) }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            ...(roomy ? { height: { value: 600, rule: HeightRule.ATLEAST } } : {}),
            children: row.map((text, at) => cell(text, at)),
          }),
      ),
    ],
  })
}

/** From where the text ends to the right margin: a line to be filled in, or an empty way to the number of the page. */
const toTheRight = (width: number, leader: 'underscore' | 'none') => [
  { type: TabStopType.RIGHT, position: width, leader: leader === 'none' ? LeaderType.NONE : LeaderType.UNDERSCORE },
]

function pair([term, value]: readonly [string, string], width: number): Paragraph[] {
  const [first = [], ...rest] = paragraphsOf(value)
  if (value === '')
    return [
      new Paragraph({
        children: [new TextRun({ text: `${term}: `, bold: true }), new TextRun({ children: [new Tab()] })],
        spacing: { after: 60 },
        tabStops: toTheRight(width, 'underscore'),
      }),
    ]
  return [first, ...rest].map(
    (lines, at) =>
      new Paragraph({
        children: [...(at === 0 ? [new TextRun({ text: `${term}: `, bold: true })] : []), ...runs(lines)],
        spacing: { after: 60 },
      }),
  )
}

function written(part: Part, width: number, list: number): (Paragraph | Table)[] {
  switch (part.kind) {
    case 'heading':
      return [
        new Paragraph({
          text: part.text,
          heading: part.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
        }),
      ]
    case 'text':
      return paragraphs(part.text, part.quiet ? { italics: true } : {})
    case 'pairs':
      return part.pairs.flatMap((one) => pair(one, width))
    case 'list':
      return part.items.flatMap((item) =>
        paragraphsOf(item).map(
          (lines) =>
            new Paragraph({
              children: runs(lines),
              ...(part.numbered
                ? { numbering: { reference: 'numbered', level: 0, instance: list } }
                : { bullet: { level: 0 } }),
            }),
        ),
      )
    case 'table':
      return [table(part, width), new Paragraph({ text: '', spacing: { after: 60 } })]
    case 'blank':
      return [
        new Paragraph({
          children: runs([part.label], { bold: true }),
          keepNext: true,
          spacing: { before: 160, after: 60 },
        }),
        new Paragraph({
          children: runs(Array.from({ length: part.lines }, () => '')),
          border: { top: lined, bottom: lined, left: lined, right: lined },
          spacing: { after: 160 },
        }),
      ]
    case 'signatures':
      return part.who.flatMap((who) => [
        new Paragraph({ children: runs([who], { bold: true }), keepNext: true, spacing: { before: 240, after: 700 } }),
        new Paragraph({ children: runs([part.line], { size: 18, color: grey }), border: { top: lined } }),
      ])
  }
}

/** What users wrote must already be `written`: Word refuses a file with characters that XML does not know. */
export async function wordOf(manuscript: Manuscript): Promise<Uint8Array> {
  const { title, author, about, letterhead, draft, parts, footer, wide } = manuscript
  const width = (wide ? page.long : page.short) - 2 * page.margin
  const [first, ...more] = letterhead
  const children = [
    ...(first === undefined ? [] : [new Paragraph({ children: runs([first], { bold: true, size: 26 }) })]),
    ...more.map((line) => new Paragraph({ children: runs([line], { size: 19, color: grey }) })),
    new Paragraph({
      text: title,
      heading: HeadingLevel.TITLE,
      ...(first === undefined ? {} : { spacing: { before: 360, after: 200 } }),
    }),
    ...parts.flatMap((part, at) => written(part, width, at)),
  ]
  const document = new Document({
    title,
    creator: author,
    lastModifiedBy: author,
    description: about,
    numbering: {
      config: [
        {
          reference: 'numbered',
          levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START }],
        },
      ],
    },
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
    sections: [
      {
        properties: {
          page: {
            // The library turns the page itself when it is told that it lies.
            size: {
              width: page.short,
              height: page.long,
              ...(wide ? { orientation: PageOrientation.LANDSCAPE } : {}),
            },
            margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin },
          },
        },
        ...(draft === null
          ? {}
          : {
              headers: {
                default: new Header({
                  children: [new Paragraph({ children: runs([draft], { bold: true }), alignment: AlignmentType.END })],
                }),
              },
            }),
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [
                  new TextRun({ text: footer, size: 18, color: grey }),
                  new TextRun({ children: [new Tab()], size: 18 }),
                  new TextRun({
                    children: [texts.page, PageNumber.CURRENT, texts.of, PageNumber.TOTAL_PAGES],
                    size: 18,
                    color: grey,
                  }),
                ],
                tabStops: toTheRight(width, 'none'),
              }),
            ],
          }),
        },
        children,
      },
    ],
  })
  return Packer.toBuffer(document)
}
