// The few fields of a concern, the same with and without an account, with the warning against naming anybody.
import { Notice } from '#kit/ui/Notice.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import type { ConcernContent } from '../contract/concerns.ts'
import { concernTexts } from '../texts/concerns.de.ts'

const t = concernTexts.form

export function ConcernFields() {
  return (
    <>
      <Notice tone="warning" title={t.warning}>
        {t.warningText}
      </Notice>
      <TextField name="title" label={t.subject} hint={t.subjectHint} maxLength={200} width="full" />
      <TextArea name="text" label={t.text} rows={6} maxLength={5000} />
      <TextField
        name="targetGroup"
        label={t.targetGroup}
        hint={t.targetGroupHint}
        optional
        maxLength={200}
        width="full"
      />
      <TextField name="areaName" label={t.areaName} hint={t.areaNameHint} optional maxLength={200} width="full" />
    </>
  )
}

export const concernOf = (values: Record<string, string>): ConcernContent => ({
  title: values.title ?? '',
  text: values.text ?? '',
  targetGroup: values.targetGroup ?? '',
  areaName: values.areaName ?? '',
})
