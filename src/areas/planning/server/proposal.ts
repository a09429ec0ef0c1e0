// The Beschlussvorlage: what a council needs to decide on what the body recommended, with every figure and its source. What is not known stays an
// empty, labelled field for the office; nothing is made up.
import { whomToAsk } from '#areas/cooperation/store/whom-to-ask.ts'
import { dayText } from '#kit/clock/months.texts.de.ts'
import type { Database } from '#kit/db/database.ts'
import type { As } from '#kit/documents/contract.ts'
import type { Manuscript, Part } from '#kit/documents/manuscript.ts'
import { documentFile } from '#kit/documents/render.ts'
import type { FileOut } from '#kit/http/scene.ts'
import { whomToAskAt } from '#kit/ref.ts'
import type { Decision } from '../contract/decisions.ts'
import { periodText } from '../texts/dates.de.ts'
import { proposal as words } from '../texts/proposal.de.ts'
import { type CitedEvidence, type CitedNeed, citedNeed } from './cited.ts'

const heading = (text: string): Part => ({ kind: 'heading', level: 1, text })
const sub = (text: string): Part => ({ kind: 'heading', level: 2, text })
const prose = (text: string): Part[] => (text.trim() === '' ? [] : [{ kind: 'text', text }])
const quiet = (text: string): Part => ({ kind: 'text', text, quiet: true })
const list = (items: readonly string[]): Part[] => (items.length > 0 ? [{ kind: 'list', items }] : [])

const valueText = (e: CitedEvidence) => (e.withheld ? words.withheld(e.holder) : (e.shown ?? words.seeSource))
const sourceOf = (e: CitedEvidence) =>
  [
    e.attribution ?? e.source ?? e.holder ?? '',
    e.edition ? words.edition(e.edition) : '',
    e.delivered && e.invented ? words.invented : '',
  ]
    .filter((part) => part !== '')
    .join(', ')

/** How wide: what is measured, where, when, how much, and room for the source. */
const shares = [4, 3, 2.5, 4, 5]
const figuresTable = (evidence: readonly CitedEvidence[]): Part => ({
  kind: 'table',
  columns: words.columns.map((title, at) => ({ title, share: shares[at] ?? 1 })),
  rows: evidence.map((e) => [
    e.indicator ?? e.source ?? '',
    e.area ?? '',
    periodText(e.from, e.until),
    valueText(e),
    sourceOf(e),
  ]),
})

function situation(need: CitedNeed): Part[] {
  const figures = need.evidence.filter((e) => e.grade === 'figures')
  const voices = need.evidence.filter((e) => e.grade !== 'figures')
  const notes = figures.filter((e) => e.note !== '')
  return [
    sub(need.title),
    ...(need.invented ? [quiet(words.inventedConduct)] : []),
    {
      kind: 'pairs',
      pairs: [
        [words.forWhom, need.targetGroup],
        [words.where, need.area],
        [words.benefit, need.benefit],
      ],
    },
    ...prose(need.description),
    { kind: 'pairs', pairs: [[words.statedBy, `${need.owner ?? ''}, ${words.edition(need.edition)}`]] },
    ...(voices.length > 0
      ? [sub(words.voices), ...list(voices.map((e) => `${words.grades[e.grade]}: ${e.note}`))]
      : []),
    ...(figures.length > 0
      ? [sub(words.figures), figuresTable(figures), ...list(notes.map((e) => `${e.indicator ?? ''}: ${e.note}`))]
      : []),
  ]
}

/** Whom to ask today and, because paper does not change, the address that always names whoever answers then. */
async function whomToAskIn(db: Database, { object }: Decision, address: string): Promise<Part[]> {
  const responsible = object.body ?? object.owner
  const whom = responsible ? await whomToAsk(db, responsible.id) : null
  const named = [whom?.organisationName ?? object.owner?.title, whom?.name, whom?.email, whom?.phone]
  return [
    ...prose(named.filter(Boolean).join(', ') || words.made),
    ...(responsible ? prose(words.alwaysAt(whomToAskAt(address, responsible.id))) : []),
  ]
}

/** The body first, then what it says of the way beyond; days and results of those are entered by hand. */
function order(decision: Decision): Part[] {
  const { object, recordedOn, result, keys, released, releasedOn, path } = decision
  const beyond = path.split(/\n+/).filter((line) => line.trim() !== '')
  return [
    {
      kind: 'table',
      columns: words.orderColumns.map((title, at) => ({ title, share: at === 0 ? 5 : 3 })),
      rows: [
        [object.body?.title ?? '', dayText(recordedOn), words.results[result]],
        ...(beyond.length > 0 ? beyond : ['']).map((line) => [line, '', '']),
      ],
      roomy: beyond.length === 0,
    },
    ...(released
      ? prose(
          words.orderReleased(
            keys.filter((key) => key.at).map((key) => key.organisation.title),
            releasedOn ? dayText(releasedOn) : '',
          ),
        )
      : []),
    ...(beyond.length > 0 ? [] : [quiet(words.orderOpen)]),
  ]
}

/** One document, from what stands in Nahtstelle and nothing else: nobody types a figure twice. */
async function manuscriptOf(db: Database, decision: Decision, address: string): Promise<Manuscript> {
  const needs: CitedNeed[] = []
  for (const need of decision.needs) {
    const cited = await citedNeed(db, need.id, need.edition)
    if (cited) needs.push(cited)
  }
  const { object } = decision
  const involved = [object.body?.title, ...needs.map((need) => need.owner), decision.addressee?.title]
  return {
    title: words.title,
    author: object.body?.title ?? words.made,
    about: object.invented ? `${object.title} (${words.invented})` : object.title,
    letterhead: object.body ? [object.body.title] : [],
    draft: decision.released ? null : words.draft,
    footer: object.invented ? `${words.made} · ${words.invented}` : words.made,
    parts: [
      ...(decision.released ? [] : [quiet(words.notReleased)]),
      ...(object.invented ? [quiet(words.inventedConduct)] : []),
      { kind: 'pairs', pairs: words.forOffice.map((label) => [label, ''] as const) },
      heading(words.subject),
      ...prose(object.title),
      {
        kind: 'pairs',
        pairs: [
          [words.body, object.body?.title ?? ''],
          [words.recorded, dayText(decision.recordedOn)],
        ],
      },
      heading(words.proposal),
      ...prose(decision.text),
      heading(words.situation),
      ...prose(decision.reasons),
      ...needs.flatMap(situation),
      ...(decision.reasons.trim() === '' && needs.length === 0
        ? [{ kind: 'blank', label: words.toFill, lines: 5 } as const]
        : []),
      heading(words.costs),
      ...(decision.costs.trim() === ''
        ? [{ kind: 'blank', label: words.toFill, lines: 3 } as const]
        : prose(decision.costs)),
      { kind: 'pairs', pairs: words.budget.map((label) => [label, ''] as const) },
      heading(words.involved),
      ...list([...new Set(involved)].filter((name) => typeof name === 'string')),
      heading(words.order),
      ...order(decision),
      heading(words.annexes),
      ...list([...needs.map((need) => words.annexNeed(need.title, need.edition)), words.annexTrail]),
      heading(words.questions),
      ...(await whomToAskIn(db, decision, address)),
    ],
  }
}

export const proposalOf = async (
  { db, at, house }: { db: Database; at: string; house: { address: () => string } },
  decision: Decision,
  as: As,
): Promise<FileOut> =>
  documentFile(words.fileName(decision.object.title), await manuscriptOf(db, decision, house.address()), as, at)
