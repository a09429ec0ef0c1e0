// Puts something on the agenda: a need that is stated in this body, or a topic of its own.
import { useState } from 'react'
import { planning } from '#areas/planning/contract/planning.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { type Meeting, meetings } from '../contract.ts'
import { screens } from '../texts/screens.de.ts'
import { ItemForm } from './ItemForm.tsx'

const remote = client(meetings)
const needsRemote = client(planning)
const t = screens.page

export function AddItem({ meeting }: { meeting: Meeting }) {
  const [dialog, setDialog] = useState<'need' | 'topic' | null>(null)
  const close = () => setDialog(null)
  return (
    <>
      <ButtonRow>
        <Button icon="add" onClick={() => setDialog('need')}>
          {t.addNeed}
        </Button>
        <Button icon="add" onClick={() => setDialog('topic')}>
          {t.addTopic}
        </Button>
      </ButtonRow>
      <Dialog open={dialog === 'topic'} onClose={close} title={t.addTopic}>
        <ItemForm meeting={meeting.object.id} revision={meeting.object.revision} item={null} onDone={close} />
      </Dialog>
      {dialog === 'need' ? (
        <Dialog open onClose={close} title={t.addNeed}>
          <ChooseNeed meeting={meeting} onDone={close} />
        </Dialog>
      ) : null}
    </>
  )
}

function ChooseNeed({ meeting, onDone }: { meeting: Meeting; onDone: () => void }) {
  const toast = useToast()
  const [chosen, setChosen] = useState('')
  const load = useLoad(needsRemote.listNeeds, { body: meeting.object.body?.id })
  const add = useAct(remote.addItem, () => {
    toast({ text: t.added })
    onDone()
  })
  return (
    <Loading load={load} shape="text">
      {({ needs }) => {
        const free = needs.filter(
          (need) => need.state !== 'draft' && !meeting.items.some((item) => item.concerning?.id === need.object.id),
        )
        if (free.length === 0) return <p>{t.noNeeds}</p>
        return (
          <Stack>
            <Select
              name="bedarf"
              label={t.need}
              value={chosen}
              onChange={setChosen}
              emptyLabel="–"
              options={free.map((need) => ({ value: need.object.id, label: need.object.title }))}
            />
            <Refused error={add.error} />
            <ButtonRow>
              <Button
                variant="primary"
                disabled={!chosen}
                busy={add.busy}
                onClick={() => void add.act({ id: meeting.object.id, concerning: chosen })}
              >
                {t.addItem}
              </Button>
            </ButtonRow>
          </Stack>
        )
      }}
    </Loading>
  )
}
