// What a need or a measure deals with, where that is narrower than its body.
import type { Field } from '#areas/actors/contract.ts'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useAct } from '#kit/web/use.ts'
import { cooperation } from '../contract.ts'
import { involvementTexts as t } from '../texts/involvement.de.ts'
import { TopicChoice } from './TopicChoice.tsx'

const remote = client(cooperation)

export function SubjectTopics({
  about,
  topics,
  onClose,
}: {
  about: string
  topics: readonly Field[]
  onClose: () => void
}) {
  const toast = useToast()
  const save = useAct(remote.setSubject, () => {
    toast({ text: t.topicsSaved })
    onClose()
  })
  return (
    <TopicChoice
      words={{ title: t.narrow, lead: t.narrowLead, topics: t.topics, save: t.saveTopics }}
      topics={topics}
      save={save}
      onSave={(chosen) => void save.act({ id: about, topics: chosen })}
      onClose={onClose}
    />
  )
}
