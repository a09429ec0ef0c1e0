// What is due and could stand on this agenda: one press puts it there.
import { Button } from '#kit/ui/Button.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { meetings } from '../contract.ts'
import { proposalTexts as t } from '../texts/proposals.de.ts'

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
      <Refused error={add.error} />
    </>
  )
}
