// How the seats voted on an item: three numbers, never who. Whether it is carried, the server says by the rules of that day.
import { useState } from 'react'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { NumberField } from '#kit/ui/NumberField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useAct } from '#kit/web/use.ts'
import { type AgendaItem, type Meeting, meetings, type Vote } from '../contract.ts'
import { voteTexts as t } from '../texts/votes.de.ts'

const remote = client(meetings)
type Props = { meeting: Meeting; item: AgendaItem }

export function VoteBox({ meeting, item }: Props) {
  const { object, voting, mayLead } = meeting
  const toast = useToast()
  const [open, setOpen] = useState(false)
  const record = useAct(remote.recordVote, () => {
    setOpen(false)
    toast({ text: t.recorded })
  })
  const takeBack = useAct(remote.takeBackVote, () => toast({ text: t.takenBack }))
  const settled = meeting.papers.some((paper) => paper.kind === 'minutes' && paper.settled)
  const stays = settled || item.result?.result === 'resolved'
  if (!voting || (!item.vote && (!mayLead || !voting.quorate || voting.noted < voting.entitled || settled))) return null
  const act = { id: object.id, item: item.id }
  const { revision } = object
  return (
    <Stack gap="s">
      {item.vote ? <VoteLine vote={item.vote} /> : null}
      {mayLead && !stays ? (
        <ButtonRow>
          <Button small onClick={() => setOpen(true)}>
            {item.vote ? t.correct : t.record}
          </Button>
          {item.vote ? (
            <Button small variant="tertiary" busy={takeBack.busy} onClick={() => void takeBack.act(act, { revision })}>
              {t.takeBack}
            </Button>
          ) : null}
        </ButtonRow>
      ) : null}
      <Refused error={takeBack.error} />
      <Dialog open={open} onClose={() => setOpen(false)} title={t.record}>
        <Form
          onSubmit={(values) => {
            const number = (name: string) => Number(values[name] || 0)
            void record.act(
              { ...act, inFavour: number('inFavour'), against: number('against'), abstained: number('abstained') },
              { revision },
            )
          }}
          errors={record.fields}
          fault={record.error && record.error.fields.length === 0 ? record.error.message : undefined}
          busy={record.busy}
        >
          <p>{t.lead(voting)}</p>
          {(['inFavour', 'against', 'abstained'] as const).map((name) => (
            <NumberField
              key={name}
              name={name}
              label={t[name]}
              unit={t.unit}
              min={0}
              max={voting.present}
              decimals={0}
              defaultValue={item.vote?.[name] ?? null}
              optional={name !== 'inFavour'}
            />
          ))}
          <SubmitButton>{t.record}</SubmitButton>
        </Form>
      </Dialog>
    </Stack>
  )
}

export const VoteLine = ({ vote }: { vote: Vote }) => (
  <p>
    {`${t.vote}: ${t.counts(vote)} `}
    <Badge tone={vote.carried ? 'success' : 'warning'}>{vote.carried ? t.carried : t.rejected}</Badge>
    <br />
    <small>{t.by(vote)}</small>
  </p>
)
