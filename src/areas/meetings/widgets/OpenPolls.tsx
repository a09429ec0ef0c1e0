// Polls that run: where a date is just being found. Nothing at all where there is none.
import { Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useLoad } from '#kit/web/use.ts'
import { meetings } from '../contract.ts'
import { pollTexts } from '../texts/polls.de.ts'

const remote = client(meetings)
const t = pollTexts.list

export function OpenPolls({ body }: { body?: string | undefined }) {
  const { data } = useLoad(remote.listPolls, body ? { body } : {}, { keep: true })
  const open = (data?.polls ?? []).filter(({ status }) => status === 'open')
  if (open.length === 0) return null
  return (
    <Section title={t.title} lead={t.lead}>
      <ul className="ns-news">
        {open.map(({ object, until }) => (
          <li key={object.id}>
            <ObjectLink kind="poll" id={object.id}>
              {object.title}
            </ObjectLink>
            {` – ${t.until(until)}`}
          </li>
        ))}
      </ul>
    </Section>
  )
}
