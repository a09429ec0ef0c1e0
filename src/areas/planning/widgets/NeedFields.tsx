// The fields of a need, in the groups in which the guided way asks for them.
import { AreaField } from '#areas/services/widgets/AreaField.tsx'
import type { Option } from '#kit/ui/Combobox.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { screens } from '../texts/screens.de.ts'

const t = screens.way
type Values = Readonly<Record<string, string | undefined>>

export const TitleField = ({ was }: { was: Values }) => (
  <TextField
    name="title"
    label={t.name}
    hint={t.nameHint}
    maxLength={200}
    width="full"
    defaultValue={was.title ?? ''}
  />
)

export const WhoWhereFields = ({
  was,
  area,
  onArea,
}: {
  was: Values
  area: Option | null
  onArea: (area: Option | null) => void
}) => (
  <>
    <TextArea
      name="targetGroup"
      label={t.targetGroup}
      hint={t.targetGroupHint}
      maxLength={500}
      rows={2}
      defaultValue={was.targetGroup ?? ''}
    />
    <AreaField name="area" label={t.area} hint={t.areaHint} value={area} onChange={onArea} />
    <TextField
      name="areaName"
      label={t.areaName}
      hint={t.areaNameHint}
      optional
      maxLength={200}
      defaultValue={was.areaName ?? ''}
    />
  </>
)

export const BenefitFields = ({ was }: { was: Values }) => (
  <>
    <TextArea name="benefit" label={t.benefit} hint={t.benefitHint} maxLength={2000} defaultValue={was.benefit ?? ''} />
    <TextArea name="description" label={t.description} optional defaultValue={was.description ?? ''} />
  </>
)
