// One item of the agenda: what it is about, how to move or change it before the meeting, its notes, and afterwards its result.
import { useState } from 'react'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Card } from '#kit/ui/Card.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { A } from '#kit/ui/Link.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import { type AgendaItem, type Meeting, meetings } from '../contract.ts'
import { circulationTexts } from '../texts/circulations.de.ts'
import { minutesTexts } from '../texts/minutes.de.ts'
import { screens } from '../texts/screens.de.ts'
import { resultWords } from '../texts.de.ts'
import { ItemForm } from './ItemForm.tsx'
import { Notes } from './Notes.tsx'
import { RecordResult } from './RecordResult.tsx'
import { VoteBox } from './VoteBox.tsx'

const remote = client(meetings)
const t = screens.page
type Props = { meeting: Meeting; item: AgendaItem; at: number; coming: boolean }

export function AgendaLine({ meeting, item, at, coming }: Props) {
  const { object, status, mayLead } = meeting
  const { today } = useSession()
  const [dialog, setDialog] = useState<'edit' | 'result' | null>(null)
  const words = [t.levels[item.level], item.public ? t.public : t.notPublic]
  return (
    <Card title={`${t.position(at + 1)}: ${item.title}`}>
      <p>
        <small>{words.join(' · ')}</small>
        {item.concerning ? (
          <>
            <br />
            {`${t.concerning}: `}
            <ObjectLink kind={item.concerning.kind} id={item.concerning.id}>
              {item.concerning.title}
            </ObjectLink>
          </>
        ) : null}
      </p>
      {item.approves ? (
        <p>
          <A to={`/sitzungen/${item.approves}/niederschrift`}>{minutesTexts.result.toMinutes}</A>
        </p>
      ) : null}
      {item.announces ? (
        <p>
          <ObjectLink kind="circulation" id={item.announces}>
            {circulationTexts.kind}
          </ObjectLink>
        </p>
      ) : null}
      {item.paper ? <p style={{ whiteSpace: 'pre-line' }}>{item.paper}</p> : null}
      {mayLead && coming ? <Order meeting={meeting} item={item} at={at} onEdit={() => setDialog('edit')} /> : null}
      {status === 'cancelled' || meeting.day > today ? null : <Notes meeting={meeting} item={item} />}
      {status === 'held' ? <VoteBox meeting={meeting} item={item} /> : null}
      {status === 'held' ? <Result meeting={meeting} item={item} onRecord={() => setDialog('result')} /> : null}
      <Dialog open={dialog === 'edit'} onClose={() => setDialog(null)} title={t.edit}>
        <ItemForm meeting={object.id} revision={object.revision} item={item} onDone={() => setDialog(null)} />
      </Dialog>
      {dialog === 'result' ? <RecordResult meeting={meeting} item={item} onClose={() => setDialog(null)} /> : null}
    </Card>
  )
}

/** Moving by buttons, so that it works with keyboard, touch and screen reader alike. */
function Order({ meeting, item, at, onEdit }: { meeting: Meeting; item: AgendaItem; at: number; onEdit: () => void }) {
  const { object, items } = meeting
  const toast = useToast()
  const order = useAct(remote.orderItems)
  const restore = useAct(remote.restoreItem, () => toast({ text: t.restored }))
  const remove = useAct(remote.removeItem, (now) =>
    toast({
      text: t.removed,
      undo: () => void restore.act({ id: object.id, item: item.id }, { revision: now.object.revision }),
    }),
  )
  const move = (to: number) => () => {
    const ids = items.map((one) => one.id).filter((id) => id !== item.id)
    void order.act({ id: object.id, items: ids.toSpliced(to, 0, item.id) }, { revision: object.revision })
  }
  return (
    <>
      <ButtonRow>
        <Button small variant="tertiary" disabled={at === 0} onClick={move(at - 1)}>
          {t.up}
        </Button>
        <Button small variant="tertiary" disabled={at === items.length - 1} onClick={move(at + 1)}>
          {t.down}
        </Button>
        <Button small variant="tertiary" onClick={onEdit}>
          {t.edit}
        </Button>
        <Button
          small
          variant="tertiary"
          busy={remove.busy}
          onClick={() => void remove.act({ id: object.id, item: item.id }, { revision: object.revision })}
        >
          {t.remove}
        </Button>
      </ButtonRow>
      <Refused error={order.error ?? remove.error} />
    </>
  )
}

function Result({ meeting, item, onRecord }: { meeting: Meeting; item: AgendaItem; onRecord: () => void }) {
  if (item.result)
    return (
      <p>
        {`${t.result}: `}
        <ObjectLink kind="decision" id={item.result.id}>
          {item.result.title}
        </ObjectLink>{' '}
        <Badge>{resultWords[item.result.result]}</Badge>{' '}
        <Badge tone={item.result.released ? 'success' : 'warning'}>
          {item.result.released ? t.released : t.waiting}
        </Badge>
      </p>
    )
  if (item.hasResult) return <p>{t.hidden}</p>
  return meeting.mayLead ? (
    <ButtonRow>
      <Button variant="primary" onClick={onRecord}>
        {t.record}
      </Button>
    </ButtonRow>
  ) : (
    <p>{t.noResult}</p>
  )
}
