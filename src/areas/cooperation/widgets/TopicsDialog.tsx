// What the body deals with, in the common words.
import type { Field } from '#areas/actors/contract.ts'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useAct, useBegun } from '#kit/web/use.ts'
import { cooperation } from '../contract.ts'
import { networkTexts } from '../texts/network.de.ts'
import { TopicChoice } from './TopicChoice.tsx'

const remote = client(cooperation)
const t = networkTexts.directory

type Props = { body: string; topics: readonly Field[]; revision: number; onClose: () => void }

export function TopicsDialog({ body, topics, revision, onClose }: Props) {
  const toast = useToast()
  const [begun] = useBegun(revision)
  const save = useAct(remote.setTopics, () => {
    toast({ text: t.saved })
    onClose()
  })
  return (
    <TopicChoice
      words={{ title: t.setTopics, lead: t.setTopicsLead, topics: t.topics, save: t.save }}
      topics={topics}
      save={save}
      onSave={(chosen) => void save.act({ id: body, topics: chosen }, { revision: begun })}
      onClose={onClose}
    />
  )
}
