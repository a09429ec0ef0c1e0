// Decisions by circulation that run or wait for the chairs. Nothing at all where there is none.
import { Badge } from '#kit/ui/Badge.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useLoad } from '#kit/web/use.ts'
import { meetings } from '../contract.ts'
import { circulationTexts as t } from '../texts/circulations.de.ts'

const remote = client(meetings)
const unsettled: ReadonlySet<string> = new Set(['proposed', 'returned', 'running', 'over'])

export function OpenCirculations({ body }: { body?: string | undefined }) {
  const { data } = useLoad(remote.listCirculations, body ? { body } : {}, { keep: true })
  const open = (data?.circulations ?? []).filter(({ state }) => unsettled.has(state))
  if (open.length === 0) return null
  return (
    <Section title={t.list.title}>
      <ul className="ns-news">
        {open.map(({ object, state, until }) => (
          <li key={object.id}>
            <ObjectLink kind="circulation" id={object.id}>
              {object.title}
            </ObjectLink>
            {until ? ` – ${t.list.until(until)} ` : ' '}
            <Badge tone={state === 'returned' ? 'warning' : 'info'}>{t.states[state]}</Badge>
          </li>
        ))}
      </ul>
    </Section>
  )
}
