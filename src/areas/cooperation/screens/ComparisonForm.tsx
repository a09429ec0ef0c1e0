// /vergleiche/neu and /vergleiche/:id/bearbeiten: two institutions, two laws, aspect by aspect.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Card } from '#kit/ui/Card.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Fieldset } from '#kit/ui/Fieldset.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Columns, Stack } from '#kit/ui/Layout.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import type { ApiError } from '#kit/web/client.ts'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useAct, useBegun, useLoad } from '#kit/web/use.ts'
import type { Comparison, ComparisonIn, ComparisonRow } from '../contract/comparisons.ts'
import { cooperation } from '../contract.ts'
import { comparisonTexts } from '../texts/seams.de.ts'

const remote = client(cooperation)
const t = comparisonTexts.form
type Act = { busy: boolean; error: ApiError | null; fields: Record<string, string> }
type DraftRow = ComparisonRow & { key: string }
let made = 0
const drafted = (row: Partial<ComparisonRow>): DraftRow => ({
  aspect: '',
  left: '',
  leftBasis: '',
  right: '',
  rightBasis: '',
  ...row,
  key: `row-${++made}`,
})

export function NewComparisonPage() {
  const navigate = useNavigate()
  const toast = useToast()
  const make = useAct(remote.makeComparison, ({ id }) => {
    toast({ text: t.saved, tone: 'success' })
    void navigate({ to: `/vergleiche/${id}` as '/' })
  })
  return <ComparisonFields title={t.makeTitle} act={make} onSave={(content) => void make.act(content)} />
}

export function EditComparisonPage({ id }: { id: string }) {
  const load = useLoad(remote.comparison, { id })
  return <Loading load={load}>{(comparison) => <EditComparison key={id} comparison={comparison} />}</Loading>
}

function EditComparison({ comparison }: { comparison: Comparison }) {
  const [begun] = useBegun(comparison)
  const { id } = comparison.head
  const navigate = useNavigate()
  const toast = useToast()
  const change = useAct(remote.changeComparison, () => {
    toast({ text: t.saved, tone: 'success' })
    void navigate({ to: `/vergleiche/${id}` as '/' })
  })
  return (
    <ComparisonFields
      title={t.editTitle}
      start={begun}
      act={change}
      onSave={(content) => void change.act({ id, ...content }, { revision: begun.head.revision })}
    />
  )
}

type Props = { title: string; start?: Comparison; act: Act; onSave: (content: ComparisonIn) => void }

function ComparisonFields({ title, start, act, onSave }: Props) {
  const { today } = useSession()
  const [names, setNames] = useState({ left: start?.leftName ?? '', right: start?.rightName ?? '' })
  const [rows, setRows] = useState(() => (start?.rows ?? t.aspects.map((aspect) => ({ aspect }))).map(drafted))
  const submit = (values: Record<string, string>) =>
    onSave({
      title: values.title ?? '',
      leftName: names.left,
      leftLaw: values.leftLaw ?? '',
      rightName: names.right,
      rightLaw: values.rightLaw ?? '',
      note: values.note ?? '',
      checkedOn: values.checkedOn || null,
      rows: rows.map(({ key: _, ...row }) => row),
    })
  const set = (key: string, change: Partial<ComparisonRow>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...change } : row)))
  return (
    <Stack gap="l">
      <PageHead title={title} />
      <Form
        onSubmit={submit}
        errors={act.fields}
        fault={act.error && act.error.fields.length === 0 ? act.error.message : undefined}
        busy={act.busy}
        dirtyGuard
      >
        <TextField name="title" label={t.title} defaultValue={start?.head.title} width="full" />
        <Columns min={260}>
          <Fieldset legend={t.left}>
            <TextField
              name="leftName"
              label={t.name}
              value={names.left}
              onChange={(left) => setNames({ ...names, left })}
            />
            <TextField name="leftLaw" label={t.law} defaultValue={start?.leftLaw} />
          </Fieldset>
          <Fieldset legend={t.right}>
            <TextField
              name="rightName"
              label={t.name}
              value={names.right}
              onChange={(right) => setNames({ ...names, right })}
            />
            <TextField name="rightLaw" label={t.law} defaultValue={start?.rightLaw} />
          </Fieldset>
        </Columns>
        {rows.map((row, n) => (
          <RowEditor
            key={row.key}
            place={n}
            row={row}
            names={names}
            onChange={(change) => set(row.key, change)}
            onRemove={rows.length > 1 ? () => setRows(rows.filter((one) => one.key !== row.key)) : undefined}
          />
        ))}
        <ButtonRow>
          <Button icon="add" onClick={() => setRows([...rows, drafted({})])}>
            {t.add}
          </Button>
        </ButtonRow>
        <TextArea name="note" label={t.note} optional defaultValue={start?.note} rows={2} />
        <DateField
          name="checkedOn"
          label={t.checkedOn}
          hint={t.checkedHint}
          optional
          defaultValue={start?.checkedOn ?? ''}
          max={today}
        />
        <ButtonRow>
          <SubmitButton>{t.save}</SubmitButton>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

type RowProps = {
  place: number
  row: DraftRow
  names: { left: string; right: string }
  onChange: (change: Partial<ComparisonRow>) => void
  onRemove: (() => void) | undefined
}

function RowEditor({ place, row, names, onChange, onRemove }: RowProps) {
  // The names are those of the server's complaints: rows.0.aspect.
  const name = (field: keyof ComparisonRow) => `rows.${place}.${field}`
  return (
    <Card>
      <Fieldset legend={t.row(place + 1)}>
        <TextField
          name={name('aspect')}
          label={t.aspect}
          value={row.aspect}
          onChange={(aspect) => onChange({ aspect })}
        />
        <Columns min={260}>
          <Stack>
            <TextArea
              name={name('left')}
              label={t.text(names.left || t.left)}
              optional
              value={row.left}
              onChange={(left) => onChange({ left })}
              rows={3}
            />
            <TextField
              name={name('leftBasis')}
              label={t.basis}
              optional
              value={row.leftBasis}
              onChange={(leftBasis) => onChange({ leftBasis })}
            />
          </Stack>
          <Stack>
            <TextArea
              name={name('right')}
              label={t.text(names.right || t.right)}
              optional
              value={row.right}
              onChange={(right) => onChange({ right })}
              rows={3}
            />
            <TextField
              name={name('rightBasis')}
              label={t.basis}
              optional
              value={row.rightBasis}
              onChange={(rightBasis) => onChange({ rightBasis })}
            />
          </Stack>
        </Columns>
        {onRemove ? (
          <ButtonRow>
            <Button variant="tertiary" icon="delete" onClick={onRemove}>
              {t.remove(place + 1)}
            </Button>
          </ButtonRow>
        ) : null}
      </Fieldset>
    </Card>
  )
}
