// /massnahmen/neu?beschluss=… and /massnahmen/:id/bearbeiten: what is done, by whom, until when, with one accountable on each side.
import { useState } from 'react'
import { OrganisationField } from '#areas/actors/widgets/OrganisationField.tsx'
import { AreaField } from '#areas/services/widgets/AreaField.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import type { Option } from '#kit/ui/Combobox.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { useNavigateTo } from '#kit/ui/Link.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { Conflict } from '#kit/web/Conflict.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useAct, useBegun, useLoad } from '#kit/web/use.ts'
import type { Measure } from '../contract/measures.ts'
import type { Need } from '../contract/needs.ts'
import { planning } from '../contract/planning.ts'
import { results } from '../texts/results.de.ts'

const remote = client(planning)
const t = results.measure
type Named = { id: string; title: string } | null
const option = (one: Named): Option | null => (one ? { id: one.id, label: one.title } : null)

export function NewMeasurePage({ search }: { search: { beschluss?: string } }) {
  const decision = useLoad(remote.getDecision, { id: search.beschluss ?? '' }, { when: Boolean(search.beschluss) })
  const first = decision.data?.needs[0]
  const need = useLoad(remote.getNeed, { id: first?.id ?? '' }, { when: Boolean(first) })
  if (!search.beschluss)
    return (
      <>
        <PageHead title={t.newTitle} />
        <EmptyState title={t.noDecision} action={<Button to="/bedarfe">{t.toNeeds}</Button>} />
      </>
    )
  return (
    <Loading load={decision}>
      {({ object }) =>
        first ? (
          <Loading load={need}>{(about) => <MeasureForm measure={null} decision={object} need={about} />}</Loading>
        ) : (
          <MeasureForm measure={null} decision={object} need={null} />
        )
      }
    </Loading>
  )
}

export function EditMeasurePage({ id }: { id: string }) {
  const load = useLoad(remote.getMeasure, { id })
  return (
    <Loading load={load}>
      {(measure) => <MeasureForm measure={measure} decision={measure.decision} need={null} key={id} />}
    </Loading>
  )
}

function MeasureForm({ measure, decision, need }: { measure: Measure | null; decision: Named; need: Need | null }) {
  const go = useNavigateTo()
  const toast = useToast()
  const { actingFor } = useSession()
  const from = measure ?? need
  const [lead, setLead] = useState(option(measure?.lead ?? actingFor ?? null))
  const [publicSide, setPublicSide] = useState(option(measure?.accountablePublic ?? null))
  const [freeSide, setFreeSide] = useState(option(measure?.accountableFree ?? null))
  const [area, setArea] = useState(option(from?.area ?? null))
  const [begun] = useBegun(measure?.object.revision ?? 0)
  const [sent, setSent] = useState<Parameters<typeof change.act>[0] | null>(null)
  const done = (saved: Measure) => {
    toast({ text: t.saved })
    go(`/massnahmen/${saved.object.id}`)
  }
  const add = useAct(remote.draftMeasure, done)
  const change = useAct(remote.changeMeasure, done)
  const { error, fields, busy } = measure ? change : add
  const submit = (values: Record<string, string>) => {
    const content = {
      title: values.title ?? '',
      what: values.what ?? '',
      lead: lead?.id ?? null,
      accountablePublic: publicSide?.id ?? null,
      accountableFree: freeSide?.id ?? null,
      until: values.until || null,
      targetGroup: values.targetGroup ?? '',
      area: area?.id ?? null,
      areaName: values.areaName || null,
      benefit: values.benefit ?? '',
    }
    if (!measure) return void (decision && add.act({ decision: decision.id, ...content }))
    setSent({ id: measure.object.id, ...content })
    void change.act({ id: measure.object.id, ...content }, { revision: begun })
  }
  const back = measure ? `/massnahmen/${measure.object.id}` : decision ? `/beschluesse/${decision.id}` : '/bedarfe'
  const carried = measure ? undefined : t.carried
  return (
    <Stack gap="l">
      <PageHead title={measure ? t.editTitle : t.newTitle} kind={t.kind} lead={decision?.title} />
      <Conflict
        error={error}
        labels={{ title: t.name, what: t.what, until: t.until, targetGroup: t.forWhom, benefit: t.benefit }}
        busy={busy}
        onMine={(revision) => sent && void change.act(sent, { revision })}
        onTheirs={() => go(back)}
      />
      <Form
        onSubmit={submit}
        errors={fields}
        fault={error?.conflict ? undefined : error?.message}
        busy={busy}
        dirtyGuard
      >
        <TextField
          name="title"
          label={t.name}
          maxLength={200}
          width="full"
          defaultValue={measure?.object.title ?? ''}
        />
        <TextArea name="what" label={t.what} defaultValue={measure?.what ?? ''} />
        <OrganisationField name="lead" label={t.lead} hint={t.leadHint} value={lead} onChange={setLead} />
        <OrganisationField name="accountablePublic" label={t.public} value={publicSide} onChange={setPublicSide} />
        <OrganisationField name="accountableFree" label={t.free} value={freeSide} onChange={setFreeSide} />
        <DateField name="until" label={t.until} defaultValue={measure?.until ?? ''} />
        <TextField
          name="targetGroup"
          label={t.forWhom}
          hint={carried}
          optional
          width="full"
          maxLength={500}
          defaultValue={from?.targetGroup ?? ''}
        />
        <AreaField name="area" label={t.where} optional value={area} onChange={setArea} />
        <TextField name="areaName" label={t.areaName} optional maxLength={200} defaultValue={from?.areaName ?? ''} />
        <TextArea
          name="benefit"
          label={t.benefit}
          optional
          rows={3}
          maxLength={2000}
          defaultValue={from?.benefit ?? ''}
        />
        <ButtonRow>
          <SubmitButton>{measure?.agreedOn ? t.saveEdition : t.save}</SubmitButton>
          <Button to={back}>{t.cancel}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}
