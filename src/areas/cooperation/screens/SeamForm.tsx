// /nahtstellen/neu and /nahtstellen/:id/bearbeiten: entering a seam with its other side, and writing the draft as either owner.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { OrganisationField } from '#areas/actors/widgets/OrganisationField.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import type { Option } from '#kit/ui/Combobox.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { NumberField } from '#kit/ui/NumberField.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import type { ApiError } from '#kit/web/client.ts'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useAct, useBegun, useLoad } from '#kit/web/use.ts'
import type { Handover, Seam, SeamText } from '../contract/seams.ts'
import { cooperation } from '../contract.ts'
import { seamTexts } from '../texts/seams.de.ts'
import { type DraftHandover, HandoverEditor, newHandover } from './HandoverEditor.tsx'

const remote = client(cooperation)
const t = seamTexts.form
type Act = { busy: boolean; error: ApiError | null; fields: Record<string, string> }

export function NewSeamPage() {
  const { actingFor } = useSession()
  const navigate = useNavigate()
  const toast = useToast()
  const [other, setOther] = useState<Option | null>(null)
  const [missing, setMissing] = useState(false)
  const enter = useAct(remote.enterSeam, ({ id }) => {
    toast({ text: t.saved, tone: 'success' })
    void navigate({ to: `/nahtstellen/${id}` as '/' })
  })
  return (
    <Stack gap="l">
      <PageHead title={t.enterTitle} lead={t.enterLead(actingFor?.title ?? '')} />
      <SeamFields
        names={{ a: actingFor?.title ?? t.own, b: other?.label ?? t.otherSide }}
        act={missing ? { ...enter, fields: { other: t.otherMissing } } : enter}
        onSave={(text, values) => {
          setMissing(other === null)
          if (other) void enter.act({ ...text, name: values.name ?? '', other: other.id })
        }}
      >
        <TextField name="name" label={t.name} hint={t.nameHint} width="full" />
        <OrganisationField
          name="other"
          label={t.other}
          value={other}
          onChange={setOther}
          without={actingFor ? [actingFor.id] : []}
        />
      </SeamFields>
    </Stack>
  )
}

export function EditSeamPage({ id }: { id: string }) {
  const load = useLoad(remote.seam, { id })
  return <Loading load={load}>{(seam) => <EditSeam key={id} seam={seam} />}</Loading>
}

function EditSeam({ seam }: { seam: Seam }) {
  // What the form began with: a reload in the background must not change the ground under it.
  const [begun] = useBegun(seam)
  const navigate = useNavigate()
  const toast = useToast()
  const write = useAct(remote.writeSeam, () => {
    toast({ text: t.saved, tone: 'success' })
    void navigate({ to: `/nahtstellen/${seam.head.id}` as '/' })
  })
  return (
    <Stack gap="l">
      <PageHead title={t.editTitle} lead={seam.head.title} />
      <SeamFields
        start={begun.text}
        names={{ a: seam.a.title, b: seam.b.title }}
        act={write}
        onSave={(text) =>
          void write.act({ id: seam.head.id, ...text, edition: begun.edition, revision: begun.revision })
        }
      />
    </Stack>
  )
}

type FieldsProps = {
  start?: SeamText
  names: { a: string; b: string }
  act: Act
  onSave: (text: SeamText, values: Record<string, string>) => void
  children?: React.ReactNode
}

function SeamFields({ start, names, act, onSave, children }: FieldsProps) {
  const [handover, setHandover] = useState<DraftHandover[]>((start?.handover ?? []).map(newHandover))
  const submit = (values: Record<string, string>) =>
    onSave(
      {
        subject: values.subject ?? '',
        basisA: values.basisA ?? '',
        basisB: values.basisB ?? '',
        procedure: values.procedure ?? '',
        reviewMonths: Number(values.reviewMonths || 12),
        handover: handover.map(({ key: _, ...one }): Handover => one),
      },
      values,
    )
  return (
    <Form
      onSubmit={submit}
      errors={act.fields}
      fault={act.error && act.error.fields.length === 0 ? act.error.message : undefined}
      busy={act.busy}
      dirtyGuard
    >
      {children}
      <TextArea name="subject" label={t.subject} hint={t.subjectHint} defaultValue={start?.subject} rows={3} />
      <TextField
        name="basisA"
        label={t.basis(names.a)}
        hint={t.basisHint}
        optional
        defaultValue={start?.basisA}
        width="full"
      />
      <TextField name="basisB" label={t.basis(names.b)} optional defaultValue={start?.basisB} width="full" />
      <Section title={t.handover} level={2}>
        <Stack>
          {handover.map((one, n) => (
            <HandoverEditor
              key={one.key}
              place={n}
              handover={one}
              names={names}
              onChange={(next) => setHandover(handover.map((old) => (old.key === one.key ? next : old)))}
              onRemove={() => setHandover(handover.filter((old) => old.key !== one.key))}
            />
          ))}
          <ButtonRow>
            <Button icon="add" onClick={() => setHandover([...handover, newHandover()])}>
              {t.addHandover}
            </Button>
          </ButtonRow>
        </Stack>
      </Section>
      <TextArea
        name="procedure"
        label={t.procedure}
        hint={t.procedureHint}
        optional
        defaultValue={start?.procedure}
        rows={6}
      />
      <NumberField
        name="reviewMonths"
        label={t.reviewMonths}
        defaultValue={start?.reviewMonths ?? 12}
        min={3}
        max={60}
      />
      <ButtonRow>
        <SubmitButton>{t.save}</SubmitButton>
      </ButtonRow>
    </Form>
  )
}
