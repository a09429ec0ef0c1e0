// /zahlen/kennzahlen/neu and …/:id/bearbeiten: define an indicator, or change its definition as a new edition.
import { Field } from '#areas/actors/contract.ts'
import { fieldWords } from '#areas/actors/widgets/words.ts'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { useNavigateTo } from '#kit/ui/Link.tsx'
import { NumberField } from '#kit/ui/NumberField.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useAct, useBegun, useLoad } from '#kit/web/use.ts'
import type { IndicatorPage } from '../contract/shapes.ts'
import { figures } from '../contract.ts'
import { catalogueTexts } from '../texts/catalogue.de.ts'
import { screens } from '../texts/screens.de.ts'
import { PurposeFields } from './PurposeFields.tsx'

const remote = client(figures)
const t = screens.define
const c = catalogueTexts.define
const directions = (['neutral', 'more', 'less'] as const).map((value) => ({
  value,
  label: screens.indicator.directions[value],
}))
const timings = (['day', 'span'] as const).map((value) => ({ value, label: screens.indicator.timings[value] }))

const contentOf = (values: Record<string, string>) => ({
  title: values.title ?? '',
  definition: values.definition ?? '',
  unit: values.unit ?? '',
  inclusion: values.inclusion || null,
  exclusion: values.exclusion || null,
  source: values.source ?? '',
  legalBasis: values.legalBasis || null,
  purpose: Field.safeParse(values.purpose).data ?? null,
  numerator: values.numerator || null,
  denominator: values.denominator || null,
  example: values.example || null,
  manual: values.manual || null,
  neededFor: values.neededFor || null,
  neededBy: values.neededBy || null,
  neededUntil: values.neededUntil || null,
  burden: values.burden ? Number(values.burden) : null,
  direction: directions.find((one) => one.value === values.direction)?.value ?? ('neutral' as const),
})

export function DefineIndicatorPage() {
  const go = useNavigateTo()
  const toast = useToast()
  const make = useAct(remote.makeIndicator, ({ id }) => {
    toast({ text: t.saved, tone: 'success' })
    go(`/zahlen/kennzahlen/${id}`)
  })
  const submit = (values: Record<string, string>) =>
    void make.act({
      ...contentOf(values),
      code: values.code ?? '',
      timing: values.timing === 'span' ? 'span' : 'day',
      additive: values.additive !== 'nein',
      decimals: Number(values.decimals) || 0,
      heldByCounties: true,
    })
  return (
    <Stack gap="l">
      <PageHead title={t.title} lead={t.lead} />
      <Form
        onSubmit={submit}
        errors={make.fields}
        fault={make.error?.fields.length ? undefined : make.error?.message}
        busy={make.busy}
        dirtyGuard
      >
        <Words />
        <TextField name="code" label={t.code} hint={t.codeHint} width="m" />
        <RadioGroup name="timing" label={t.timing} options={timings} defaultValue="day" inline />
        <RadioGroup
          name="additive"
          label={t.additive}
          options={[
            { value: 'ja', label: t.yes },
            { value: 'nein', label: t.no },
          ]}
          defaultValue="ja"
        />
        <NumberField name="decimals" label={t.decimals} defaultValue={0} min={0} max={6} />
        <ButtonRow>
          <SubmitButton>{t.save}</SubmitButton>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

export function ChangeIndicatorPage({ id }: { id: string }) {
  const load = useLoad(remote.indicator, { id })
  return (
    <Loading load={load}>
      {(page) => <Change page={page} revision={load.revision ?? page.head.revision} key={id} />}
    </Loading>
  )
}

function Change({ page, revision }: { page: IndicatorPage; revision: number }) {
  const go = useNavigateTo()
  const toast = useToast()
  const [begun] = useBegun(revision)
  const change = useAct(remote.changeIndicator, () => {
    toast({ text: t.changed, tone: 'success' })
    go(`/zahlen/kennzahlen/${page.head.id}`)
  })
  const submit = (values: Record<string, string>) =>
    void change.act({ id: page.head.id, ...contentOf(values) }, { revision: change.error?.conflict?.revision ?? begun })
  return (
    <Stack gap="l">
      <PageHead title={t.changeTitle} kind={page.head.title} lead={t.changeLead} />
      <Form
        onSubmit={submit}
        errors={change.fields}
        fault={change.error?.fields.length ? undefined : change.error?.message}
        busy={change.busy}
        dirtyGuard
      >
        <Words page={page} />
        <ButtonRow>
          <SubmitButton>{t.saveChange}</SubmitButton>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

function Words({ page }: { page?: IndicatorPage }) {
  return (
    <>
      <TextField name="title" label={t.name} defaultValue={page?.head.title} />
      <TextArea name="definition" label={t.definition} defaultValue={page?.definition} rows={3} />
      <TextField name="unit" label={t.unit} hint={t.unitHint} defaultValue={page?.unit} width="m" />
      <TextArea name="inclusion" label={t.inclusion} defaultValue={page?.inclusion ?? undefined} rows={2} optional />
      <TextArea name="exclusion" label={t.exclusion} defaultValue={page?.exclusion ?? undefined} rows={2} optional />
      <TextArea
        name="example"
        label={c.example}
        hint={c.exampleHint}
        defaultValue={page?.example ?? undefined}
        rows={2}
        optional
      />
      <TextField
        name="numerator"
        label={c.numerator}
        hint={c.partsHint}
        defaultValue={page?.numerator ?? undefined}
        optional
      />
      <TextField
        name="denominator"
        label={c.denominator}
        hint={c.partsHint}
        defaultValue={page?.denominator ?? undefined}
        optional
      />
      <PurposeFields page={page} />
      <TextField name="source" label={t.source} defaultValue={page?.source} />
      <TextField name="legalBasis" label={t.law} defaultValue={page?.legalBasis ?? undefined} optional />
      <RadioGroup
        name="direction"
        label={t.direction}
        options={directions}
        defaultValue={page?.direction ?? 'neutral'}
        inline
      />
      <Select
        name="purpose"
        label={t.purpose}
        hint={t.purposeHint}
        options={[
          { value: '', label: t.noPurpose },
          ...Field.options.map((value) => ({ value, label: fieldWords[value] })),
        ]}
        defaultValue={page?.purpose ?? ''}
      />
    </>
  )
}
