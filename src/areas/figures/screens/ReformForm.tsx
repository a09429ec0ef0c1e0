// /zahlen/gebietsaenderungen/neu: what became of which area, entered by hand. Which fields are asked follows from the kind.
import { useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import type { Option } from '#kit/ui/Combobox.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Fieldset } from '#kit/ui/Fieldset.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { useNavigateTo } from '#kit/ui/Link.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { NumberField } from '#kit/ui/NumberField.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useHolds, useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import { ReformKind } from '../contract/reforms.ts'
import { figures } from '../contract.ts'
import { areaTexts } from '../texts/areas.de.ts'
import { reformTexts } from '../texts/reforms.de.ts'
import { AreaField, keyOf } from './AreaField.tsx'

const remote = client(figures)
const t = areaTexts.form
type Line = {
  id: string
  before: Option | null
  after: Option | null
  name: string
  people: number | null
  land: number | null
}
const blank = (): Line => ({ id: crypto.randomUUID(), before: null, after: null, name: '', people: null, land: null })

/** Between counties, a municipality that changes takes a part along; everything else of that kind goes over whole. */
const inParts = (kind: ReformKind, { before, after }: Line) =>
  kind === 'split' ||
  kind === 'transfer' ||
  (kind === 'countyChange' && keyOf(before).length === 5 && keyOf(after).length === 5)
const fraction = (percent: number | null) => (percent === null ? null : percent / 100)
const complete = (kind: ReformKind, line: Line) => line.before && (kind === 'renaming' ? line.name.trim() : line.after)

export function NewReformPage() {
  const { actingFor } = useSession()
  const may = useHolds()(['planner'], actingFor?.id)
  const go = useNavigateTo()
  const toast = useToast()
  const [kind, setKind] = useState<ReformKind>('incorporation')
  const [lines, setLines] = useState<Line[]>([blank()])
  const [missing, setMissing] = useState(false)
  const make = useAct(remote.makeReforms, ({ reforms }) => {
    toast({ text: t.saved, tone: 'success' })
    go(`/zahlen/gebietsaenderungen/${reforms[0]!.id}`)
  })
  const set = (id: string, part: Partial<Line>) =>
    setLines(lines.map((line) => (line.id === id ? { ...line, ...part } : line)))
  const submit = ({ day = '', source = '', note = '' }: Record<string, string>) => {
    const open = lines.some((line) => !complete(kind, line))
    setMissing(open)
    if (!open)
      void make.act({
        reforms: [{ kind, day, source, note: note || null, parts: lines.map((line) => partOf(kind, line)) }],
      })
  }
  if (!may) return <Notice tone="info" title={t.notAllowed} />
  return (
    <Stack gap="l">
      <PageHead title={t.title} lead={t.lead} />
      <Form
        onSubmit={submit}
        errors={Object.fromEntries(
          Object.entries(make.fields).map(([name, text]) => [name.replace('reforms.0.', ''), text]),
        )}
        fault={missing ? t.missing : make.error?.message}
        busy={make.busy}
        dirtyGuard
      >
        <Select
          name="kind"
          label={t.kind}
          hint={reformTexts.kindHints[kind]}
          value={kind}
          options={ReformKind.options.map((value) => ({ value, label: reformTexts.kinds[value] }))}
          onChange={(value) => setKind(ReformKind.parse(value))}
        />
        <DateField name="day" label={t.day} hint={t.dayHint} />
        {lines.map((line, n) => (
          <Fieldset key={line.id} legend={t.part(n + 1)}>
            <AreaField
              name={`before${n}`}
              label={t.before}
              value={line.before}
              onChange={(before) => set(line.id, { before })}
            />
            {kind === 'renaming' ? (
              <TextField
                name={`name${n}`}
                label={t.newName}
                value={line.name}
                onChange={(name) => set(line.id, { name })}
              />
            ) : (
              <AreaField
                name={`after${n}`}
                label={t.after}
                value={line.after}
                onChange={(after) => set(line.id, { after })}
              />
            )}
            {inParts(kind, line) ? (
              <>
                <NumberField
                  name={`people${n}`}
                  label={t.people}
                  hint={kind === 'countyChange' ? t.countyShareHint : t.shareHint}
                  unit="%"
                  decimals={2}
                  min={0}
                  max={100}
                  optional
                  value={line.people}
                  onChange={(people) => set(line.id, { people })}
                />
                <NumberField
                  name={`land${n}`}
                  label={t.land}
                  unit="%"
                  decimals={2}
                  min={0}
                  max={100}
                  optional
                  value={line.land}
                  onChange={(land) => set(line.id, { land })}
                />
              </>
            ) : null}
            {lines.length > 1 ? (
              <Button small variant="tertiary" onClick={() => setLines(lines.filter((one) => one.id !== line.id))}>
                {t.remove}
              </Button>
            ) : null}
          </Fieldset>
        ))}
        <div>
          <Button small icon="add" onClick={() => setLines([...lines, blank()])}>
            {t.add}
          </Button>
        </div>
        <TextField name="source" label={t.source} hint={t.sourceHint} width="full" />
        <TextField name="note" label={t.note} optional width="full" />
        <ButtonRow>
          <SubmitButton>{t.save}</SubmitButton>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

function partOf(kind: ReformKind, line: Line) {
  const before = { key: keyOf(line.before), name: line.before?.label ?? null }
  if (kind === 'renaming') return { before, after: { key: before.key, name: line.name.trim() }, whole: false }
  const after = { key: keyOf(line.after), name: line.after?.label ?? null }
  const part = inParts(kind, line)
  return part
    ? { before, after, whole: false, population: fraction(line.people), land: fraction(line.land) }
    : { before, after, whole: before.key !== after.key }
}
