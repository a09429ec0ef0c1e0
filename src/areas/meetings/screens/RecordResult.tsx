// What came out of an item, recorded by chair or office; it counts when both chairs have released it.
import { cooperation } from '#areas/cooperation/contract.ts'
import { DecisionForm } from '#areas/planning/widgets/DecisionForm.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { type AgendaItem, type Meeting, meetings } from '../contract.ts'
import { minutesTexts } from '../texts/minutes.de.ts'
import { screens } from '../texts/screens.de.ts'
import { voteTexts } from '../texts/votes.de.ts'

const remote = client(meetings)
const bodiesRemote = client(cooperation)
const t = screens.page

export function RecordResult({ meeting, item, onClose }: { meeting: Meeting; item: AgendaItem; onClose: () => void }) {
  const toast = useToast()
  const body = useLoad(bodiesRemote.body, { id: meeting.object.body?.id ?? '' })
  const record = useAct(remote.recordResult, () => {
    toast({ text: t.recorded })
    onClose()
  })
  return (
    <Dialog open onClose={onClose} title={t.record} size="l">
      {item.approves ? <p>{minutesTexts.result.hint}</p> : null}
      <Loading load={body} shape="text">
        {({ votes }) => (
          <DecisionForm
            was={{
              title: (item.approves ? minutesTexts.result.title : t.resultTitle)(item.title).slice(0, 200),
              ...(item.approves ? { result: 'agreed' as const, text: minutesTexts.result.text(item.title) } : {}),
              needs: item.concerning?.kind === 'need' ? [item.concerning.id] : [],
            }}
            votes={votes && item.vote?.carried === true}
            {...(votes ? { noVotes: voteTexts.resolveHint } : {})}
            save={t.record}
            busy={record.busy}
            errors={record.fields}
            fault={record.error?.message}
            onSave={(content) => void record.act({ id: meeting.object.id, item: item.id, ...content })}
          />
        )}
      </Loading>
    </Dialog>
  )
}
