// What does not work at a seam, each stated by an organisation and settled by the same.
import { useState } from 'react'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Card } from '#kit/ui/Card.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useAct } from '#kit/web/use.ts'
import type { Friction, Seam } from '../contract/seams.ts'
import { cooperation } from '../contract.ts'
import { seamTexts } from '../texts/seams.de.ts'

const remote = client(cooperation)
const t = seamTexts.page

export function SeamFrictions({ seam }: { seam: Seam }) {
  const [work, setWork] = useState<'state' | Friction | null>(null)
  const toast = useToast()
  const close = (text: string) => () => {
    toast({ text, tone: 'success' })
    setWork(null)
  }
  const state = useAct(remote.stateFriction, close(t.frictionStated))
  const settle = useAct(remote.settleFriction, close(t.settledToast))
  const act = work === 'state' ? state : settle
  const { id } = seam.head
  const submit = ({ text = '', how = '' }: Record<string, string>) =>
    work === 'state' || work === null ? void state.act({ id, text }) : void settle.act({ id, friction: work.id, how })
  return (
    <Section
      title={t.frictions}
      lead={t.frictionsLead}
      actions={
        seam.may.state ? (
          <Button icon="add" onClick={() => setWork('state')}>
            {t.stateFriction}
          </Button>
        ) : undefined
      }
    >
      {seam.frictions.length === 0 ? <p>{t.noFrictions}</p> : null}
      <Stack>
        {seam.frictions.map((one) => (
          <Card key={one.id} footer={t.statedBy(one.organisation.title, formatDay(one.statedOn))}>
            <p>{one.text}</p>
            {one.settledOn ? (
              <p>
                <Badge tone="success">{t.settled(formatDay(one.settledOn))}</Badge> {one.settledHow}
              </p>
            ) : null}
            {one.maySettle ? (
              <ButtonRow>
                <Button small onClick={() => setWork(one)}>
                  {t.settle}
                </Button>
              </ButtonRow>
            ) : null}
          </Card>
        ))}
      </Stack>
      {work ? (
        <Dialog open onClose={() => setWork(null)} title={work === 'state' ? t.stateFriction : t.settleTitle}>
          <Form
            onSubmit={submit}
            errors={act.fields}
            fault={act.error && act.error.fields.length === 0 ? act.error.message : undefined}
            busy={act.busy}
          >
            {work === 'state' ? (
              <TextArea name="text" label={t.frictionText} hint={t.frictionHint} rows={3} />
            ) : (
              <TextArea name="how" label={t.settleHow} rows={3} />
            )}
            <ButtonRow>
              <SubmitButton>{t.submit}</SubmitButton>
            </ButtonRow>
          </Form>
        </Dialog>
      ) : null}
    </Section>
  )
}
