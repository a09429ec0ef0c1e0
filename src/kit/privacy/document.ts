// The record and the assessment as Word files, for the organisation's own papers: headings, one table per activity, nothing else.
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import { assessmentTexts } from './assessment.texts.de.ts'
import type { Assessment, RecordOfProcessing } from './contract.ts'
import { texts } from './texts.de.ts'

const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
  new Paragraph({ text, heading: level })
const point = (text: string) => new Paragraph({ text, bullet: { level: 0 } })
const table = (rows: readonly (readonly [string, string])[]) =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(([name, value]) => new TableRow({ children: [cell(name, 25, true), cell(value, 75, false)] })),
  })
const cell = (text: string, size: number, bold: boolean) =>
  new TableCell({
    width: { size, type: WidthType.PERCENTAGE },
    children: text.split('\n').map((line) => new Paragraph({ children: [new TextRun({ text: line, bold })] })),
  })

type Head = { title: string; norm: string; asOf: string; controller: { title: string }; invented: boolean }
const top = ({ title, norm, asOf, controller, invented }: Head, ask: string) => [
  heading(title, HeadingLevel.TITLE),
  new Paragraph(
    `${norm} · ${texts.parts.controller}: ${controller.title} · ${texts.parts.asOf}: ${asOf.split('-').reverse().join('.')}`,
  ),
  ...(invented ? [new Paragraph({ children: [new TextRun({ text: texts.parts.invented, italics: true })] })] : []),
  new Paragraph(texts.parts.ask(ask)),
]
const pack = (title: string, children: (Paragraph | Table)[]) =>
  Packer.toBuffer(
    new Document({
      title,
      styles: { default: { document: { run: { font: 'Arial', language: { value: 'de-DE' } } } } },
      sections: [{ children }],
    }),
  )

/** `ask`: the address that says who answers, on the day somebody looks. */
export function recordDocument(record: RecordOfProcessing, ask: string): Promise<Buffer> {
  const { parts } = texts
  return pack(record.title, [
    ...top(record, ask),
    ...record.activities.flatMap((activity) => [
      heading(activity.name, HeadingLevel.HEADING_1),
      table([
        [parts.purpose, activity.purpose],
        [parts.basis, activity.basis],
        [parts.persons, activity.persons],
        [parts.data, activity.data.map(({ category, columns }) => `${category}: ${columns.join(', ')}`).join('\n')],
        [parts.kept, activity.kept.join('\n')],
        [parts.seen, activity.seen.join('; ')],
        [parts.recipients, activity.recipients],
      ]),
    ]),
    heading(parts.transfers, HeadingLevel.HEADING_1),
    new Paragraph(record.transfers),
    heading(parts.safeguards, HeadingLevel.HEADING_1),
    ...record.safeguards.map(point),
    heading(parts.toAdd, HeadingLevel.HEADING_1),
    ...record.toAdd.map(point),
  ])
}

export function assessmentDocument(draft: Assessment, ask: string): Promise<Buffer> {
  const { parts } = assessmentTexts
  return pack(draft.title, [
    ...top(draft, ask),
    new Paragraph(draft.draft),
    heading(parts.description, HeadingLevel.HEADING_1),
    ...draft.description.map(point),
    heading(parts.necessity, HeadingLevel.HEADING_1),
    ...draft.necessity.map(point),
    heading(parts.risks, HeadingLevel.HEADING_1),
    ...draft.risks.flatMap(({ risk, likelihood, severity, measures, rest }) => [
      heading(risk, HeadingLevel.HEADING_2),
      table([
        [parts.likelihood, likelihood],
        [parts.severity, severity],
        [texts.parts.safeguards, measures.join('\n')],
        [parts.rest, rest],
      ]),
    ]),
    heading(parts.toDecide, HeadingLevel.HEADING_1),
    ...draft.toDecide.map(point),
  ])
}
