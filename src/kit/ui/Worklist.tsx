// What is owed: grouped by when; each line says what, to whom, because of which clause, until when, with one action.
import { Fragment } from 'react'
import { Badge, InventedMark } from './Badge.tsx'
import { dueWords, formatDay } from './format.ts'
import { A } from './Link.tsx'
import type { Loose, Text, Tone } from './props.ts'
import { texts } from './texts.de.ts'
import { type When, whenOf, whens } from './worklist-groups.ts'

export type WorkItem = { id: string; what: string } & Loose<{
  to: string
  toWhom: string
  /** Who owes it, where that is somebody else. */
  fromWhom: string
  clause: { label: string } & Loose<{ to: string }>
  due: string
  action: Text
  state: { label: string } & Loose<{ tone: Tone }>
  note: Text
  invented: boolean
}>

type Props = { items: readonly WorkItem[]; today: string; empty: Text } & Loose<{
  level: 2 | 3
  /** There are more than these: the last group says no number, for it may not be whole. */
  more: boolean
}>

export function Worklist({ items, today, empty, level = 3, more = false }: Props) {
  if (items.length === 0) return <>{empty}</>
  const last = whens.findLast((when) => items.some((item) => whenOf(item.due, today) === when))
  return (
    <div className="ns-worklist">
      {whens.map((when) => {
        const lines = items
          .filter((item) => whenOf(item.due, today) === when)
          .toSorted((a, b) => (a.due ?? '').localeCompare(b.due ?? ''))
        return lines.length > 0 ? (
          <Group key={when} when={when} lines={lines} today={today} level={level} counted={!more || when !== last} />
        ) : null
      })}
    </div>
  )
}

function Group({
  when,
  lines,
  today,
  level,
  counted,
}: {
  when: When
  lines: WorkItem[]
  today: string
  level: 2 | 3
  counted: boolean
}) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className={`ns-worklist__group ns-worklist__group--${when}`}>
      <Heading className="ns-worklist__when">
        {texts.worklist[when]} {counted ? <span className="ns-worklist__count">{lines.length}</span> : null}
      </Heading>
      <ul>
        {lines.map((item) => (
          <Line key={item.id} item={item} today={today} />
        ))}
      </ul>
    </div>
  )
}

function Line({ item, today }: { item: WorkItem; today: string }) {
  const { clause, due, toWhom, fromWhom } = item
  const parts = [
    fromWhom ? `${texts.worklist.from} ${fromWhom}` : null,
    toWhom ? `${texts.worklist.to} ${toWhom}` : null,
    clause ? (
      clause.to ? (
        <A key="clause" to={clause.to}>
          {clause.label}
        </A>
      ) : (
        clause.label
      )
    ) : null,
    due ? (
      <Fragment key="due">
        {texts.worklist.until} <time dateTime={due}>{formatDay(due)}</time>
        <span className="ns-worklist__due">{dueWords(due, today)}</span>
      </Fragment>
    ) : null,
  ].filter((part) => part !== null)
  return (
    <li className="ns-work">
      <div className="ns-work__words">
        <p className="ns-work__what">
          {item.to ? <A to={item.to}>{item.what}</A> : item.what}
          {item.state ? <Badge tone={item.state.tone}>{item.state.label}</Badge> : null}
          {item.invented ? <InventedMark /> : null}
        </p>
        <p className="ns-work__meta">
          {parts.map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never change places
            <Fragment key={index}>
              {index > 0 ? <span aria-hidden="true"> · </span> : null}
              <span>{part}</span>
            </Fragment>
          ))}
        </p>
        {item.note ? <div className="ns-muted ns-small">{item.note}</div> : null}
      </div>
      {item.action ? <div className="ns-work__action">{item.action}</div> : null}
    </li>
  )
}
