// The next meetings of my bodies, for the first page: when, where, and whether the invitation has gone out.
import { Badge } from '#kit/ui/Badge.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import { meetings } from '../contract.ts'
import { screens } from '../texts/screens.de.ts'
import { texts } from '../texts.de.ts'
import { meetingTone } from './tone.ts'

const remote = client(meetings)
const shown = 3

/** Nothing at all where nothing is planned: the first page is for what there is. */
export function NextMeetings({ title }: { title: string }) {
  const { today } = useSession()
  const { data } = useLoad(remote.listMeetings, { from: today }, { keep: true })
  const coming = (data?.meetings ?? [])
    .filter(({ status }) => status === 'planned' || status === 'invited')
    .toReversed()
  if (coming.length === 0) return null
  return (
    <Section
      title={title}
      actions={
        <Button small variant="tertiary" to="/sitzungen">
          {screens.list.allMeetings}
        </Button>
      }
    >
      <ul className="ns-news">
        {coming.slice(0, shown).map(({ object, day, starts, place, online, status }) => (
          <li key={object.id}>
            <ObjectLink kind="meeting" id={object.id}>
              {object.title}
            </ObjectLink>
            {` – ${screens.list.atTime(formatDay(day), starts)} · ${place || online} `}
            <Badge tone={meetingTone[status]}>{texts.statuses[status]}</Badge>
          </li>
        ))}
      </ul>
    </Section>
  )
}
