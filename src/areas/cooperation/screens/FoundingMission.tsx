// First step of founding: name, mission, form and day.
import { useState } from 'react'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { type TemplateId, templateIds } from '../rules/templates.ts'
import { foundingTexts } from '../texts/founding.de.ts'
import { templateTexts } from '../texts/templates.de.ts'
import type { FoundingDraft } from './founding-draft.ts'

const t = foundingTexts.mission

export function FoundingMission({
  draft,
  onNext,
  onTemplate,
  today,
}: {
  draft: FoundingDraft
  onNext: (change: Partial<FoundingDraft>) => void
  onTemplate: (id: TemplateId) => void
  today: string
}) {
  const [faults, setFaults] = useState<Record<string, string>>({})
  const submit = ({
    name = '',
    shortName = '',
    mission = '',
    form,
    foundedOn,
    areaKey = '',
  }: Record<string, string>) => {
    const { missing } = foundingTexts
    const found = {
      ...(name.trim().length < 3 ? { name: missing.name } : {}),
      ...(shortName.trim().length < 2 ? { shortName: missing.shortName } : {}),
      ...(mission.trim().length < 3 ? { mission: missing.mission } : {}),
      ...(areaKey.trim() !== '' && !/^(0[1-9]|1[0-6])\d{0,6}$/.test(areaKey.trim()) ? { areaKey: missing.area } : {}),
    }
    setFaults(found)
    if (Object.keys(found).length === 0)
      onNext({
        name: name.trim(),
        shortName: shortName.trim(),
        mission: mission.trim(),
        form: form as 'forum',
        foundedOn: foundedOn || today,
        areaKey: areaKey.trim(),
      })
  }
  return (
    <Form onSubmit={submit} errors={faults}>
      <Select
        name="template"
        label={t.template}
        hint={draft.template === 'free' ? t.templateHint : `${templateTexts[draft.template].hint} ${t.templateChange}`}
        value={draft.template}
        onChange={(id) => onTemplate(id as TemplateId)}
        options={templateIds.map((value) => ({ value, label: templateTexts[value].label }))}
      />
      <TextField name="name" label={t.name} hint={t.nameHint} defaultValue={draft.name} width="full" />
      <TextField name="shortName" label={t.shortName} defaultValue={draft.shortName} width="m" />
      <TextArea
        name="mission"
        label={t.mission}
        hint={t.missionHint}
        defaultValue={draft.mission}
        rows={3}
        key={`mission ${draft.template}`}
      />
      <RadioGroup
        name="form"
        label={t.form}
        key={`form ${draft.template}`}
        defaultValue={draft.form}
        options={[
          { value: 'forum', label: t.forum, hint: t.forumHint },
          { value: 'deciding', label: t.deciding, hint: t.decidingHint },
        ]}
      />
      <DateField name="foundedOn" label={t.foundedOn} defaultValue={draft.foundedOn} max={today} />
      <TextField
        name="areaKey"
        label={t.area}
        hint={t.areaHint}
        optional
        defaultValue={draft.areaKey}
        width="s"
        inputMode="numeric"
      />
      <ButtonRow>
        <SubmitButton>{foundingTexts.on}</SubmitButton>
      </ButtonRow>
    </Form>
  )
}
