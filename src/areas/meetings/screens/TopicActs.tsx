// What one may do with a topic: stand behind it, say that it is ripe, hand it on or raise it with a reason, change or close it.
import { useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useAct } from '#kit/web/use.ts'
import type { Topic } from '../contract/topics.ts'
import { meetings } from '../contract.ts'
import { topicTexts } from '../texts/topics.de.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { TopicForm } from './TopicForm.tsx'

const remote = client(meetings)
const t = topicTexts.page

export function TopicActs({ topic }: { topic: Topic }) {
  const { object, may, ripe, closed, at, groups } = topic
  const id = object.id
  const toast = useToast()
  const [dialog, setDialog] = useState<'edit' | 'close' | 'hand' | 'raise' | null>(null)
  const done = (text: string) => {
    setDialog(null)
    toast({ text })
  }
  const ripen = useAct(remote.ripenTopic, (after) => done(after.ripe ? t.ripened : t.unripened))
  const sponsor = useAct(remote.sponsorTopic, (after) => done(after.may.unsponsor ? t.sponsored : t.unsponsored))
  const move = useAct(remote.moveTopic, () => done(t.moved))
  const closing = useAct(remote.closeTopic, (after) => done(after.closed ? t.closed : t.reopened))
  const home = object.body!
  const away = at.id !== home.id
  const based = { revision: object.revision }
  if (!Object.values(may).some(Boolean)) return null
  return (
    <Stack>
      <ButtonRow>
        {may.ripen ? (
          <Button
            variant={ripe ? 'secondary' : 'primary'}
            busy={ripen.busy}
            onClick={() => void ripen.act({ id, ripe: !ripe })}
          >
            {ripe ? t.unripen : t.ripen}
          </Button>
        ) : null}
        {may.sponsor || may.unsponsor ? (
          <Button busy={sponsor.busy} onClick={() => void sponsor.act({ id, sponsoring: may.sponsor })}>
            {may.sponsor ? t.sponsor : t.unsponsor}
          </Button>
        ) : null}
        {may.move && groups.length > 0 ? <Button onClick={() => setDialog('hand')}>{t.hand}</Button> : null}
        {may.move && (away || (topic.level === 'operative' && !topic.raised)) ? (
          <Button onClick={() => setDialog('raise')}>{away && may.change ? t.callBack : t.raise}</Button>
        ) : null}
        {may.change && !closed ? (
          <>
            <Button icon="edit" onClick={() => setDialog('edit')}>
              {t.edit}
            </Button>
            <Button variant="tertiary" onClick={() => setDialog('close')}>
              {t.close}
            </Button>
          </>
        ) : null}
        {may.change && closed ? (
          <Button busy={closing.busy} onClick={() => void closing.act({ id, because: null }, based)}>
            {t.reopen}
          </Button>
        ) : null}
      </ButtonRow>
      <Refused error={ripen.error ?? sponsor.error ?? (dialog ? null : closing.error)} />
      <Dialog open={dialog === 'edit'} onClose={() => setDialog(null)} title={topicTexts.form.change}>
        <TopicForm topic={topic} onDone={() => done(topicTexts.form.saved)} />
      </Dialog>
      {dialog === 'close' ? (
        <ReasonDialog
          title={t.closeTitle}
          lead={t.closeLead}
          label={t.because}
          button={t.close}
          onClose={() => setDialog(null)}
          onSend={(because) => void closing.act({ id, because }, based)}
          busy={closing.busy}
          error={closing.error}
          fields={closing.fields}
        />
      ) : null}
      {dialog === 'hand' || dialog === 'raise' ? (
        <ReasonDialog
          title={dialog === 'hand' ? t.hand : t.raise}
          lead={t.reasonHint}
          label={t.reason}
          button={dialog === 'hand' ? t.hand : t.raise}
          choice={
            dialog === 'hand'
              ? { label: t.to, options: groups.map((group) => ({ value: group.id, label: group.title })) }
              : undefined
          }
          onClose={() => setDialog(null)}
          onSend={(reason, chosen) => void move.act({ id, to: dialog === 'hand' ? chosen : home.id, reason })}
          busy={move.busy}
          error={move.error}
          fields={move.fields}
        />
      ) : null}
    </Stack>
  )
}
