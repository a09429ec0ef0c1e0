// /angebote/neu and /angebote/:id/bearbeiten: what is offered, for whom, where, and which measure it carries out.
import { useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import type { Option } from '#kit/ui/Combobox.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { useNavigateTo } from '#kit/ui/Link.tsx'
import { NumberField } from '#kit/ui/NumberField.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { Conflict } from '#kit/web/Conflict.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useAct, useBegun, useLoad } from '#kit/web/use.ts'
import { Category, type Service, ServiceAudience, services } from '../contract.ts'
import { screens } from '../texts/screens.de.ts'
import { texts } from '../texts.de.ts'
import { AreaField } from '../widgets/AreaField.tsx'

const remote = client(services)
const t = screens.form

/** What a measure has said already: its title, for whom, and where. */
type Known = { massnahme?: string; zu?: string; fuer?: string; gebiet?: string; name?: string; ort?: string }

export function NewServicePage({ search }: { search: Known }) {
  return <ServiceForm service={null} measure={search.massnahme ?? null} known={search} />
}

export function EditServicePage({ id }: { id: string }) {
  const load = useLoad(remote.getService, { id })
  return (
    <Loading load={load}>
      {(service) => <ServiceForm service={service} measure={service.answers?.id ?? null} key={id} />}
    </Loading>
  )
}

const fieldsOf = (service: Service | null, known: Known) => ({
  title: service?.object.title ?? '',
  category: service?.category ?? 'counselling',
  targetGroup: service?.targetGroup ?? known.fuer ?? '',
  areaName: service?.areaName ?? known.ort ?? '',
  address: service?.address ?? '',
  capacityUnit: service?.capacityUnit ?? '',
  opening: service?.opening ?? '',
  contact: service?.contact ?? '',
  description: service?.description ?? '',
  audience: service?.object.audience ?? 'members',
  from: service?.from ?? '',
})

type Props = { service: Service | null; measure: string | null; known?: Known }

function ServiceForm({ service, measure, known = {} }: Props) {
  const go = useNavigateTo()
  const toast = useToast()
  const [area, setArea] = useState<Option | null>(() => {
    if (service) return service.area ? { id: service.area.id, label: service.area.title } : null
    return known.gebiet && known.name ? { id: known.gebiet, label: known.name } : null
  })
  const [begun] = useBegun(service?.object.revision ?? 0)
  const [sent, setSent] = useState<Parameters<typeof change.act>[0] | null>(null)
  const done = (text: string) => (saved: Service) => {
    toast({ text })
    go(`/angebote/${saved.object.id}`)
  }
  const add = useAct(remote.addService, done(t.added))
  const change = useAct(remote.changeService, done(t.saved))
  const { error, fields, busy } = service ? change : add
  const was = fieldsOf(service, known)
  const submit = (values: Record<string, string>) => {
    const content = {
      title: values.title ?? '',
      category: Category.parse(values.category),
      description: values.description ?? '',
      targetGroup: values.targetGroup ?? '',
      area: area?.id ?? null,
      areaName: values.areaName || null,
      address: values.address ?? '',
      capacity: values.capacity ? Number(values.capacity) : null,
      capacityUnit: values.capacityUnit ?? '',
      opening: values.opening ?? '',
      contact: values.contact ?? '',
      from: values.from || null,
      audience: ServiceAudience.parse(values.audience),
      answers: measure,
    }
    if (!service) return void add.act(content)
    setSent({ id: service.object.id, ...content })
    void change.act({ id: service.object.id, ...content }, { revision: begun })
  }
  return (
    <Stack gap="l">
      <PageHead
        title={service ? t.changeTitle : t.addTitle}
        kind={screens.kind}
        lead={measure && known.zu ? t.answers(known.zu) : undefined}
      />
      <Conflict
        error={error}
        labels={{
          title: t.title,
          targetGroup: t.targetGroup,
          description: t.description,
          address: t.address,
          opening: t.opening,
          contact: t.contact,
        }}
        busy={busy}
        onMine={(revision) => sent && void change.act(sent, { revision })}
        onTheirs={() => service && go(`/angebote/${service.object.id}`)}
      />
      <Form
        onSubmit={submit}
        errors={fields}
        fault={error?.conflict ? undefined : error?.message}
        busy={busy}
        dirtyGuard
      >
        <TextField name="title" label={t.title} defaultValue={was.title} maxLength={200} />
        <Select
          name="category"
          label={t.category}
          defaultValue={was.category}
          options={Category.options.map((value) => ({ value, label: texts.categories[value] }))}
        />
        <TextField
          name="targetGroup"
          label={t.targetGroup}
          hint={t.targetGroupHint}
          defaultValue={was.targetGroup}
          maxLength={500}
          width="full"
        />
        <AreaField name="area" label={t.area} hint={t.areaHint} optional value={area} onChange={setArea} />
        <TextField
          name="areaName"
          label={t.areaName}
          hint={t.areaNameHint}
          optional
          defaultValue={was.areaName}
          maxLength={200}
        />
        <TextField name="address" label={t.address} optional defaultValue={was.address} width="full" />
        <NumberField
          name="capacity"
          label={t.capacity}
          optional
          min={1}
          decimals={0}
          defaultValue={service?.capacity ?? null}
        />
        <TextField
          name="capacityUnit"
          label={t.capacityUnit}
          hint={t.capacityUnitHint}
          optional
          defaultValue={was.capacityUnit}
        />
        <TextField name="opening" label={t.opening} optional defaultValue={was.opening} width="full" />
        <TextField
          name="contact"
          label={t.contact}
          hint={t.contactHint}
          optional
          defaultValue={was.contact}
          width="full"
        />
        {service && service.status !== 'planned' ? null : (
          <DateField name="from" label={t.from} optional defaultValue={was.from} />
        )}
        <TextArea name="description" label={t.description} optional defaultValue={was.description} />
        <RadioGroup
          name="audience"
          label={t.audience}
          defaultValue={was.audience}
          options={ServiceAudience.options.map((value) => ({ value, label: t.audiences[value] }))}
        />
        <ButtonRow>
          <SubmitButton>{service ? t.save : t.add}</SubmitButton>
          <Button to={service ? `/angebote/${service.object.id}` : '/angebote'}>{t.cancel}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}
