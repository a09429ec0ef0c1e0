// The answer: who plans, grants, pays and provides in this area on this day; beside it the day to compare with.
import { Badge } from '#kit/ui/Badge.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { A } from '#kit/ui/Link.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { Section } from '#kit/ui/Section.tsx'
import type { Entry, RoleAnswer, Task } from '../contract/responsibility.ts'
import { differs } from '../rules/responsibility.ts'
import { responsibilityTexts } from '../texts/responsibility.de.ts'
import { BearerName } from './RoleCell.tsx'

const t = responsibilityTexts.page

/** Where it stands, and whether somebody has compared it. */
const Source = ({ entry }: { entry: Entry }) => (
  <small>
    {`${entry.basis}. ${t.source}: `}
    {entry.sourceUrl ? (
      <A to={entry.sourceUrl} newTab>
        {entry.source}
      </A>
    ) : (
      entry.source
    )}{' '}
    {entry.checkedOn ? `(${t.verified(formatDay(entry.checkedOn))})` : <Badge tone="warning">{t.unverified}</Badge>}
  </small>
)

function Bearers({ answer, areaNames }: { answer: RoleAnswer; areaNames: ReadonlyMap<string, string> }) {
  return (
    <>
      {answer.entries.length === 0 ? t.gap : null}
      {answer.entries.map((entry) => (
        <div key={entry.id}>
          <strong>
            <BearerName entry={entry} />
          </strong>
          <br />
          <Source entry={entry} />
          {entry.note ? (
            <>
              <br />
              <small>{entry.note}</small>
            </>
          ) : null}
        </div>
      ))}
      {answer.exceptions.length > 0 ? (
        <details>
          <summary>{t.exceptions}</summary>
          <ul>
            {answer.exceptions.map((entry) => (
              <li key={entry.id}>{`${areaNames.get(entry.areaKey ?? '') ?? entry.areaKey}: ${entry.bearer}`}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}

export function TaskAnswer({ task, areaName }: { task: Task; areaName: string }) {
  const areaNames = new Map(task.areas.map(({ key, name }) => [key, name]))
  const otherOf = (row: RoleAnswer) => task.other?.answer.find((one) => one.role === row.role)
  const contradiction = task.answer.some(({ state }) => state === 'contradiction')
  // The earlier day stands on the left, whichever of the two was asked for.
  const { other } = task
  const columnOf = (day: string, answerOf: (row: RoleAnswer) => RoleAnswer | undefined) => ({
    id: day,
    header: formatDay(day),
    cell: (row: RoleAnswer) => {
      const answer = answerOf(row)
      return answer ? <Bearers answer={answer} areaNames={areaNames} /> : null
    },
  })
  const now = columnOf(task.day, (row) => row)
  const then = other ? columnOf(other.day, otherOf) : null
  return (
    <Section title={t.answer(areaName, formatDay(task.day))}>
      {contradiction ? <Notice tone="danger" title={t.contradiction} /> : null}
      <DataTable
        caption={t.answer(areaName, formatDay(task.day))}
        hideCaption
        rows={task.answer}
        rowKey={(row) => row.role}
        columns={[
          {
            id: 'role',
            header: t.role,
            main: true,
            cell: (row) => (
              <>
                {responsibilityTexts.who[row.role]}
                {other && differs(row, otherOf(row)) ? (
                  <>
                    {' '}
                    <Badge tone="info">{t.changed}</Badge>
                  </>
                ) : null}
              </>
            ),
          },
          ...(then && other && other.day < task.day ? [then, now] : then ? [now, then] : [now]),
        ]}
      />
    </Section>
  )
}
