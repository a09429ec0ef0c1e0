// The two dialogs of a table behind the gate: another threshold, and throwing it away.
import { useState } from 'react'
import { Button } from '#kit/ui/Button.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { useNavigateTo } from '#kit/ui/Link.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useAct } from '#kit/web/use.ts'
import type { GuardedPage as Page } from '../contract/gate.ts'
import { figures } from '../contract.ts'
import { gateTexts } from '../texts/gate.de.ts'

const remote = client(figures)
const t = gateTexts.page
type Props = { page: Page; revision: number; onClose: () => void }

export function Threshold({ page, revision, onClose }: Props) {
  const act = useAct(remote.setThreshold, onClose)
  const [value, setValue] = useState(String(page.threshold))
  return (
    <Dialog open onClose={onClose} title={t.raise}>
      <Form
        onSubmit={() => void act.act({ id: page.head.id, threshold: Number(value) as Page['threshold'] }, { revision })}
        busy={act.busy}
      >
        <RadioGroup
          name="threshold"
          label={gateTexts.adding.threshold}
          value={value}
          onChange={setValue}
          options={([3, 5, 10] as const).map((n) => ({ value: String(n), label: gateTexts.adding.thresholds[n] }))}
        />
        <Refused error={act.error} />
        <SubmitButton>{t.save}</SubmitButton>
      </Form>
    </Dialog>
  )
}

export function Discard({ page, revision, onClose }: Props) {
  const toast = useToast()
  const go = useNavigateTo()
  const act = useAct(remote.discardTable, () => {
    toast({ text: t.discarded })
    go('/zahlen/freigaben')
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.discard}
      actions={
        <>
          <Button variant="danger" busy={act.busy} onClick={() => void act.act({ id: page.head.id }, { revision })}>
            {t.discard}
          </Button>
          <Button onClick={onClose}>{t.keepIt}</Button>
        </>
      }
    >
      <p>{t.discardSure}</p>
      <Refused error={act.error} />
    </Dialog>
  )
}
