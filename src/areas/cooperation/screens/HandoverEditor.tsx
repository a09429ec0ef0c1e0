// One thing that passes at a seam, while it is being written: what, from whom, when, how.
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Card } from '#kit/ui/Card.tsx'
import { Fieldset } from '#kit/ui/Fieldset.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import type { Handover } from '../contract/seams.ts'
import { seamTexts } from '../texts/seams.de.ts'

const t = seamTexts.form
export type DraftHandover = Handover & { key: string }
let made = 0
const nothing: Handover = { what: '', from: 'a', when: '', how: '' }
export const newHandover = (one: Handover = nothing): DraftHandover => ({ ...one, key: `handover-${++made}` })

type Props = {
  place: number
  handover: DraftHandover
  names: { a: string; b: string }
  onChange: (next: DraftHandover) => void
  onRemove: () => void
}

export function HandoverEditor({ place, handover, names, onChange, onRemove }: Props) {
  const set = (change: Partial<Handover>) => onChange({ ...handover, ...change })
  // The names are those of the server's complaints: handover.0.what.
  const name = (field: keyof Handover) => `handover.${place}.${field}`
  return (
    <Card>
      <Fieldset legend={t.handoverNumber(place + 1)}>
        <Stack>
          <TextField
            name={name('what')}
            label={t.what}
            value={handover.what}
            onChange={(what) => set({ what })}
            width="full"
          />
          <RadioGroup
            name={name('from')}
            label={t.from}
            value={handover.from}
            onChange={(from) => set({ from: from as Handover['from'] })}
            options={[
              { value: 'a', label: names.a },
              { value: 'b', label: names.b },
            ]}
          />
          <TextField
            name={name('when')}
            label={t.when}
            hint={t.whenHint}
            optional
            value={handover.when}
            onChange={(when) => set({ when })}
            width="full"
          />
          <TextField
            name={name('how')}
            label={t.how}
            optional
            value={handover.how}
            onChange={(how) => set({ how })}
            width="full"
          />
          <ButtonRow>
            <Button variant="tertiary" icon="delete" onClick={onRemove}>
              {t.removeHandover(place + 1)}
            </Button>
          </ButtonRow>
        </Stack>
      </Fieldset>
    </Card>
  )
}
