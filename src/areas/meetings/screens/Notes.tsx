// Notes on an item. Whoever writes at the same time on another item disturbs nobody; on the same item both texts stand side by side.
import { useEffect, useRef, useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { Conflict } from '#kit/web/Conflict.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useAct } from '#kit/web/use.ts'
import { type AgendaItem, type Meeting, meetings } from '../contract.ts'
import { screens } from '../texts/screens.de.ts'

const remote = client(meetings)
const t = screens.page

export function Notes({ meeting, item }: { meeting: Meeting; item: AgendaItem }) {
  const toast = useToast()
  const [text, setText] = useState(item.notes)
  const { revision } = meeting.object
  const based = useRef({ notes: item.notes, revision })
  const write = useAct(remote.writeNotes, () => toast({ text: t.notesSaved }))
  const { conflict } = write.error ?? {}
  const theirs = ((conflict?.current ?? {}) as Partial<Meeting>).items?.find((one) => one.id === item.id)?.notes
  // What others wrote appears, as long as nothing of one's own would be lost.
  // Own words stay on the revision they began with, so that saving them shows both texts instead of undoing what others wrote.
  useEffect(() => {
    const { notes } = based.current
    const follows = text === notes || text === item.notes
    if (follows) setText(item.notes)
    if (follows || item.notes === notes) based.current = { notes: item.notes, revision }
  }, [item.notes, revision, text])
  const save = (revision: number) => void write.act({ id: meeting.object.id, item: item.id, notes: text }, { revision })
  // Somebody changed something else in the meeting: the own words go on top at once.
  const elsewhere = conflict !== undefined && conflict !== null && theirs === based.current.notes
  const again = useRef(save)
  again.current = save
  useEffect(() => {
    if (elsewhere && conflict) again.current(conflict.revision)
  }, [elsewhere, conflict])
  if (!meeting.mayLead) return item.notes ? <p style={{ whiteSpace: 'pre-line' }}>{item.notes}</p> : null
  const changed = text !== item.notes
  const take = () => {
    setText(theirs ?? item.notes)
    write.reset()
  }
  return (
    <>
      <TextArea
        name={`notizen-${item.id}`}
        id={`notizen-${item.id}`}
        label={t.notes}
        optional
        rows={2}
        value={text}
        onChange={setText}
      />
      {changed ? (
        <ButtonRow>
          <Button small busy={write.busy} onClick={() => save(based.current.revision)}>
            {t.saveNotes}
          </Button>
        </ButtonRow>
      ) : null}
      {conflict && !elsewhere ? (
        <Conflict
          error={write.error}
          labels={{ notes: t.notes }}
          current={() => ({ notes: theirs ?? item.notes })}
          busy={write.busy}
          onMine={save}
          onTheirs={take}
        />
      ) : conflict ? null : (
        <Refused error={write.error} />
      )}
    </>
  )
}
