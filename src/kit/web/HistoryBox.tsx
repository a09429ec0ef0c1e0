// The history of an object: when, who, on whose behalf, what.
import { texts as accessTexts } from '#kit/access/texts.de.ts'
import { journal } from '#kit/journal/contract.ts'
import { formatInstant } from '#kit/ui/format.ts'
import { Timeline } from '#kit/ui/Timeline.tsx'
import { client } from './client.ts'
import { Loading } from './Loading.tsx'
import { useVerb } from './paths.tsx'
import { useLoad } from './use.ts'

const remote = client(journal)

export function HistoryBox({ id }: { id: string }) {
  const load = useLoad(remote.history, { id })
  const sentenceOf = useVerb()
  return (
    <Loading load={load} shape="text">
      {({ entries }) => (
        <Timeline
          first={4}
          entries={entries.map((entry) => ({
            id: String(entry.id),
            when: formatInstant(entry.at),
            who: entry.person ?? undefined,
            onBehalf: entry.organisation
              ? `${entry.organisation}${entry.role ? ` (${accessTexts.roles[entry.role] ?? entry.role})` : ''}`
              : undefined,
            what: sentenceOf(entry.verb),
            detail: entry.because ?? undefined,
          }))}
        />
      )}
    </Loading>
  )
}
