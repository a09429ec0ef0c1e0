// What is due and could stand on this agenda: one press puts it there.

import type { Reply } from '#kit/http/contract.ts'
import { Button } from '#kit/ui/Button.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { meetings } from '../contract.ts'
import { proposalTexts as t } from '../texts/proposals.de.ts'
import { topicTexts } from '../texts/topics.de.ts'

const remote = client(meetings)

export function Proposals({ meeting }: { meeting: string }) {
  const load = useLoad(remote.proposedItems, { id: meeting })
  const toast = useToast()
  const add = useAct(remote.addItem, () => toast({ text: t.added }))
  return (
    <>
      {(load.data?.proposals ?? []).map(({ title, concerning }) => (
        <Notice
          key={concerning ?? title}
          tone="info"
          title={t.title(title)}
          action={
            <Button busy={add.busy} onClick={() => void add.act({ id: meeting, title, concerning })}>
              {t.add}
            </Button>
          }
        >
          {concerning ? t.announced : t.due}
        </Notice>
      ))}
      <Topics
        topics={load.data?.topics ?? []}
        busy={add.busy}
        onAdd={(concerning) => void add.act({ id: meeting, concerning })}
      />
      <Refused error={add.error} />
    </>
  )
}

type Proposed = Reply<typeof meetings.proposedItems>['topics']
type Props = { topics: Proposed; busy: boolean; onAdd: (topic: string) => void }

/** In the order of the focus, each with why it stands there. */
function Topics({ topics, busy, onAdd }: Props) {
  const words = topicTexts.proposals
  if (topics.length === 0) return null
  return (
    <Section title={words.title} lead={words.lead} level={3}>
      <ol>
        {topics.map(({ topic, grounds }, at) => (
          <li key={topic.id}>
            <Stack gap="s">
              <span>
                {`${at + 1}. `}
                <ObjectLink kind="topic" id={topic.id}>
                  {topic.title}
                </ObjectLink>
                {` – ${grounds.map(topicTexts.groundWords).join('; ')}`}
              </span>
              <span>
                <Button small busy={busy} aria-label={`${words.add}: ${topic.title}`} onClick={() => onAdd(topic.id)}>
                  {words.add}
                </Button>
              </span>
            </Stack>
          </li>
        ))}
      </ol>
    </Section>
  )
}
