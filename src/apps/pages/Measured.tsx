// What an agreement has brought about so far, counted by kind from what fell due: the ground on which it is reviewed. On the body, never on one party.
import { type Duty, duties } from '#kit/duties/contract.ts'
import { texts as dutyTexts } from '#kit/duties/texts.de.ts'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { usePages } from '#kit/web/pages.ts'
import { useSession } from '#kit/web/session.tsx'
import { texts } from './texts.de.ts'

const remote = client(duties)
const t = texts.duty

export function Measured({ agreement }: { agreement: string }) {
  const { today } = useSession()
  const load = usePages(remote.list, { because: agreement }, { whole: true })
  const ended = (load.data ?? [])
    .flatMap((page) => page.duties)
    .filter((duty) => duty.kind !== 'review' && counts(duty) && (duty.due < today || duty.state.startsWith('done')))
  if (ended.length === 0) return null
  const lines = [...Map.groupBy(ended, (duty) => duty.kind)].map(([kind, all]) => {
    const kept = all.filter((duty) => duty.state === 'done' || duty.state === 'doneLate').length
    const late = all.filter((duty) => duty.state === 'doneLate').length
    return {
      term: dutyTexts.kinds[kind] ?? kind,
      value: `${t.measuredOf(kept, all.length)}${late > 0 ? t.measuredLate(late) : ''}`,
    }
  })
  return (
    <Section title={t.measured} lead={t.measuredHint}>
      <DefinitionList items={lines} />
    </Section>
  )
}

/** What was let off or fell away says nothing about the agreement. */
const counts = (duty: Duty) => duty.state !== 'waived' && duty.state !== 'withdrawn'
