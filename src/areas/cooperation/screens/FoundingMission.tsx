// First step of founding: name, mission, form and day.
import { DateField } from '#kit/ui/DateField.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { useSession } from '#kit/web/session.tsx'
import { type TemplateId, templateIds } from '../rules/templates.ts'
import { foundingTexts } from '../texts/founding.de.ts'
import { templateTexts } from '../texts/templates.de.ts'
import { FoundingForm, type StepProps } from './FoundingForm.tsx'
import { type FoundingDraft, hasOwnWords, withTemplate } from './founding-draft.ts'

const t = foundingTexts.mission

export function FoundingMission(props: StepProps) {
  const { draft, onChange } = props
  const { today } = useSession()
  const toast = useToast()
  const set = (field: 'name' | 'shortName' | 'mission' | 'foundedOn' | 'areaKey') => (value: string) =>
    onChange({ [field]: value })
  const choose = (id: string) => {
    onChange(withTemplate(draft, id as TemplateId))
    // Whoever had written clauses or rules of their own gets them back with one press.
    const { template, form, keys, groups, members, mission, chairs, meeting } = draft
    const { agreementTitle, preamble, clauses, procedure } = draft
    const before: Partial<FoundingDraft> = {
      ...{ template, form, keys, groups, members, mission, chairs, meeting },
      ...{ agreementTitle, preamble, clauses, procedure },
    }
    if (hasOwnWords(draft))
      toast({ text: t.templateTaken(templateTexts[id as TemplateId].label), undo: () => onChange(before) })
  }
  return (
    <FoundingForm {...props}>
      <Select
        name="template"
        label={t.template}
        hint={draft.template === 'free' ? t.templateHint : `${templateTexts[draft.template].hint} ${t.templateChange}`}
        value={draft.template}
        onChange={choose}
        options={templateIds.map((value) => ({ value, label: templateTexts[value].label }))}
      />
      <TextField
        name="name"
        label={t.name}
        hint={t.nameHint}
        value={draft.name}
        onChange={set('name')}
        maxLength={200}
        width="full"
      />
      <TextField
        name="shortName"
        label={t.shortName}
        value={draft.shortName}
        onChange={set('shortName')}
        maxLength={60}
        width="m"
      />
      <TextArea
        name="mission"
        label={t.mission}
        hint={t.missionHint}
        value={draft.mission}
        onChange={set('mission')}
        rows={3}
      />
      <RadioGroup
        name="form"
        label={t.form}
        value={draft.form}
        onChange={(form) => onChange({ form: form as FoundingDraft['form'] })}
        options={[
          { value: 'forum', label: t.forum, hint: t.forumHint },
          { value: 'deciding', label: t.deciding, hint: t.decidingHint },
        ]}
      />
      <DateField name="foundedOn" label={t.foundedOn} value={draft.foundedOn} onChange={set('foundedOn')} max={today} />
      <TextField
        name="areaKey"
        label={t.area}
        hint={t.areaHint}
        optional
        value={draft.areaKey}
        onChange={set('areaKey')}
        width="s"
        inputMode="numeric"
      />
    </FoundingForm>
  )
}
