// The fields that say what an organisation is, and the dialog that enters a new one.
import { useState } from 'react'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { CheckboxGroup } from '#kit/ui/Checkbox.tsx'
import type { Option } from '#kit/ui/Combobox.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { Conflict } from '#kit/web/Conflict.tsx'
import { client } from '#kit/web/client.ts'
import { useSession } from '#kit/web/session.tsx'
import { useAct, useBegun } from '#kit/web/use.ts'
import { actors, Discipline, Level, type Organisation, OrganisationKind, PrivacyLaw, Side } from '../contract.ts'
import { sideOf } from '../rules/list-verdicts.ts'
import { levelOf, saysExample } from '../rules.ts'
import { screens } from '../texts/screens.de.ts'
import { texts } from '../texts.de.ts'
import { OrganisationField } from './OrganisationField.tsx'

const remote = client(actors)
const t = screens.form
const choices = (labels: Readonly<Record<string, string>>, values: readonly string[]) =>
  values.map((value) => ({ value, label: labels[value]! }))

type FieldsProps = {
  start?: Organisation | undefined
  name?: string | undefined
  parent: Option | null
  onParent: (option: Option | null) => void
  kind: string
  onKind: (kind: string) => void
}

function Fields({ start, name, parent, onParent, kind, onKind }: FieldsProps) {
  const withArea = kind === 'county' || kind === 'city' || kind === 'municipality'
  return (
    <>
      <TextField
        name="name"
        label={t.name}
        hint={t.nameHint}
        defaultValue={start?.head.title ?? name ?? ''}
        width="full"
      />
      <TextField name="shortName" label={t.shortName} optional defaultValue={start?.shortName ?? ''} width="m" />
      <Select
        name="kind"
        label={t.kind}
        options={choices(texts.kinds, OrganisationKind.options)}
        value={kind}
        onChange={onKind}
        hint={t.kindHints[kind]}
      />
      <RadioGroup
        name="side"
        label={t.side}
        inline
        options={choices(texts.sides, Side.options)}
        key={start ? 'kept' : kind}
        defaultValue={start?.side ?? sideOf(kind as OrganisationKind)}
      />
      {withArea ? (
        <TextField
          name="areaKey"
          label={t.areaKey}
          hint={t.areaKeyHint}
          optional
          inputMode="numeric"
          width="s"
          maxLength={8}
          defaultValue={start?.areaKey ?? ''}
        />
      ) : null}
      <OrganisationField
        name="parent"
        label={t.parent}
        optional={kind !== 'unit'}
        value={parent}
        onChange={onParent}
        without={start ? [start.head.id] : []}
      />
      <Select
        name="level"
        label={t.level}
        optional
        emptyLabel={t.noLevel}
        key={`ebene ${start ? 'kept' : kind}`}
        options={choices(texts.levels, Level.options)}
        defaultValue={start ? (start.level ?? '') : (levelOf(kind as OrganisationKind) ?? '')}
      />
      <CheckboxGroup
        name="disciplines"
        label={t.disciplines}
        hint={t.disciplinesHint}
        optional
        options={choices(texts.disciplines, Discipline.options)}
        defaultValues={start?.disciplines ?? []}
      />
      <TextField name="legalForm" label={t.legalForm} optional defaultValue={start?.legalForm ?? ''} width="m" />
      <Select
        name="privacyLaw"
        label={t.privacyLaw}
        options={choices(texts.laws, PrivacyLaw.options)}
        defaultValue={start?.privacyLaw ?? 'DSGVO'}
      />
      <TextField
        name="website"
        type="url"
        label={t.website}
        optional
        defaultValue={start?.website ?? ''}
        width="full"
      />
    </>
  )
}

const described = (values: Record<string, string>) => ({
  name: values.name ?? '',
  shortName: values.shortName ?? null,
  kind: values.kind as OrganisationKind,
  side: values.side as Side,
  legalForm: values.legalForm ?? null,
  areaKey: values.areaKey ?? null,
  privacyLaw: (values.privacyLaw ?? 'DSGVO') as 'DSGVO',
  website: values.website ?? null,
  parent: values.parent ?? null,
  level: (values.level || null) as Level | null,
  disciplines: (values.disciplines ?? '').split(',').filter(Boolean) as Discipline[],
  example: saysExample(values.name ?? ''),
})

/** Enters an organisation; `onDone` gets it as an option of a field. */
export function AddOrganisation({
  open,
  onClose,
  onDone,
  name,
  kind: first = 'association',
}: {
  open: boolean
  onClose: () => void
  onDone?: (made: Option) => void
  name?: string | undefined
  kind?: OrganisationKind
}) {
  const toast = useToast()
  const [parent, setParent] = useState<Option | null>(null)
  const [kind, setKind] = useState<string>(first)
  const make = useAct(remote.makeOrganisation)
  const submit = async (values: Record<string, string>) => {
    const made = await make.act(described(values))
    if (!made) return
    toast({ text: t.added(values.name ?? '') })
    onDone?.({ id: made.id, label: values.name ?? '' })
    onClose()
  }
  return (
    <Dialog open={open} onClose={onClose} title={t.addTitle} size="m">
      <Form
        onSubmit={(values) => void submit(values)}
        errors={make.fields}
        fault={make.error && make.error.fields.length === 0 ? make.error.message : undefined}
        busy={make.busy}
      >
        <Fields name={name} parent={parent} onParent={setParent} kind={kind} onKind={setKind} />
        <ButtonRow>
          <SubmitButton>{t.add}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}

export function EditOrganisation({
  open,
  onClose,
  organisation,
}: {
  open: boolean
  onClose: () => void
  organisation: Organisation
}) {
  const toast = useToast()
  const { today } = useSession()
  const [parent, setParent] = useState<Option | null>(
    organisation.parent && { id: organisation.parent.id, label: organisation.parent.title },
  )
  const [kind, setKind] = useState<string>(organisation.kind ?? 'other')
  const saved = () => {
    toast({ text: t.saved })
    onClose()
  }
  const save = useAct(remote.describe, saved)
  // From outside: whoever entered it, or the organisation of which it is a department.
  const correct = useAct(remote.correct, saved)
  const [begun] = useBegun(organisation.head.revision)
  const [sent, setSent] = useState<Parameters<typeof save.act>[0] | null>(null)
  const submit = (values: Record<string, string>) => {
    const since = values.since && values.name !== organisation.head.title ? { since: values.since } : {}
    const input = { id: organisation.head.id, ...described(values), ...since }
    if (!organisation.may.describe) return void correct.act(input)
    setSent(input)
    void save.act(input, { revision: begun })
  }
  const fault = save.error ?? correct.error
  const labels = {
    name: t.name,
    shortName: t.shortName,
    legalForm: t.legalForm,
    areaKey: t.areaKey,
    website: t.website,
  }
  return (
    <Dialog open={open} onClose={onClose} title={t.editTitle} size="m">
      <Conflict
        error={save.error}
        labels={labels}
        busy={save.busy}
        onMine={(revision) => sent && void save.act(sent, { revision })}
        onTheirs={onClose}
      />
      <Form
        onSubmit={submit}
        errors={{ ...save.fields, ...correct.fields }}
        fault={fault && !fault.conflict && fault.fields.length === 0 ? fault.message : undefined}
        busy={save.busy || correct.busy}
      >
        <Fields start={organisation} parent={parent} onParent={setParent} kind={kind} onKind={setKind} />
        <DateField name="since" label={t.since} hint={t.sinceHint} optional max={today} />
        <ButtonRow>
          <SubmitButton>{t.save}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
