// How an agreement may be terminated, as data: from it follows the day on which a notice takes effect.
import { Checkbox } from '#kit/ui/Checkbox.tsx'
import { Fieldset } from '#kit/ui/Fieldset.tsx'
import { NumberField } from '#kit/ui/NumberField.tsx'
import { Select } from '#kit/ui/Select.tsx'
import type { Agreement } from '../contract.ts'
import { terminationTexts } from '../texts/terminations.de.ts'

const t = terminationTexts.draft

export const NoticeFields = ({ start }: { start: Pick<Agreement, 'noticeRule' | 'extraordinary'> | undefined }) => (
  <Fieldset legend={t.legend}>
    <NumberField
      name="noticeMonths"
      label={t.months}
      hint={t.monthsHint}
      optional
      min={0}
      max={60}
      defaultValue={start?.noticeRule?.months ?? null}
    />
    <Select
      name="noticeTo"
      label={t.to}
      options={Object.entries(t.ends).map(([value, label]) => ({ value, label }))}
      defaultValue={start?.noticeRule?.to ?? 'year'}
    />
    <Checkbox name="extraordinary" label={t.extraordinary} defaultChecked={start?.extraordinary ?? false} />
  </Fieldset>
)
