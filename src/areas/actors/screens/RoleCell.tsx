// Who bears a task in one role: names, and where something is missing, doubtful or not verified, that in words.
import { Badge } from '#kit/ui/Badge.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import type { Entry, RoleAnswer } from '../contract/responsibility.ts'
import { responsibilityTexts as t } from '../texts/responsibility.de.ts'

export const BearerName = ({ entry }: { entry: Entry }) =>
  entry.organisation ? (
    <ObjectLink kind="organisation" id={entry.organisation.id}>
      {entry.bearer}
    </ObjectLink>
  ) : (
    entry.bearer
  )

export function RoleCell({ answer }: { answer: RoleAnswer | undefined }) {
  if (!answer || answer.state === 'gap') return <Badge tone="neutral">{t.states.gap}</Badge>
  return (
    <>
      {answer.entries.map((entry) => (
        <div key={entry.id}>
          <BearerName entry={entry} />
          {entry.checkedOn === null ? (
            <>
              {' '}
              <Badge tone="warning">{t.page.unverified}</Badge>
            </>
          ) : null}
        </div>
      ))}
      {answer.state === 'contradiction' ? <Badge tone="danger">{t.states.contradiction}</Badge> : null}
      {answer.exceptions.length > 0 ? <small>{t.list.exceptions(answer.exceptions.length)}</small> : null}
    </>
  )
}
