// The dialog that adds or corrects an entry as its keeper, or proposes a correction for the own organisation.
import { useState } from 'react'
import { addDays } from '#kit/clock/days.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Checkbox } from '#kit/ui/Checkbox.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import { AreaKey, type Entry, type EntryIn, Level, type Task, TaskRole } from '../contract/responsibility.ts'
import { actors } from '../contract.ts'
import { responsibilityTexts } from '../texts/responsibility.de.ts'

const remote = client(actors)
const t = responsibilityTexts.entry
export type EntryWork = { kind: 'add' } | { kind: 'revise' | 'propose'; entry?: Entry }
/** What is stored as "until 1 January" is read as "to 31 December". */
export const dayBefore = (day: string) => addDays(day, -1)

const entryOf = (values: Record<string, string>, old?: Entry): EntryIn => ({
  role: values.role as TaskRole,
  level: values.level as Level,
  bearer: values.bearer ?? '',
  // An organisation stays named as long as the words for it do.
  organisation: old?.organisation && old.bearer === values.bearer ? old.organisation.id : null,
  jointly: values.jointly === 'on',
  areaKey: values.areaKey || null,
  from: values.from || null,
  until: values.until ? addDays(values.until, 1) : null,
  basis: values.basis ?? '',
  source: values.source ?? '',
  sourceUrl: values.sourceUrl || null,
  checkedOn: values.checkedOn || null,
  note: values.note ?? '',
})
const faultsOf = (values: Record<string, string>) => ({
  ...(values.role ? {} : { role: t.roleMissing }),
  ...(values.level ? {} : { level: t.levelMissing }),
  ...(!values.areaKey || AreaKey.safeParse(values.areaKey).success ? {} : { areaKey: t.areaWrong }),
})

export function EntryForm({ task, work, onClose }: { task: Task; work: EntryWork; onClose: () => void }) {
  const toast = useToast()
  const { today } = useSession()
  const old = work.kind === 'add' ? undefined : work.entry
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [removing, setRemoving] = useState(false)
  const done = (text: string) => () => {
    toast({ text, tone: 'success' })
    onClose()
  }
  const add = useAct(remote.addEntry, done(t.saved))
  const revise = useAct(remote.reviseEntry, done(t.saved))
  const withdraw = useAct(remote.withdrawEntry, done(t.withdrawn))
  const propose = useAct(remote.proposeCorrection, done(t.sent))
  const acts = [add, revise, withdraw, propose]
  const error = acts.map((one) => one.error).find(Boolean)
  const submit = (values: Record<string, string>) => {
    const found = removing ? {} : faultsOf(values)
    setFaults(found)
    if (Object.keys(found).length > 0) return
    const { id } = task.head
    if (work.kind === 'propose')
      void propose.act({
        id,
        entry: old?.id ?? null,
        proposal: removing ? null : entryOf(values, old),
        reason: values.reason ?? '',
      })
    else if (old) void revise.act({ id, entry: old.id, ...entryOf(values, old) })
    else void add.act({ id, ...entryOf(values) })
  }
  const fields = Object.assign({}, ...acts.map((one) => one.fields)) as Record<string, string>
  const inWords = Object.fromEntries(
    Object.entries(fields).map(([path, text]) => [path.replace(/^proposal\./, ''), text]),
  )
  const titles = { add: t.addTitle, revise: t.reviseTitle, propose: t.proposeTitle }
  return (
    <Dialog open onClose={onClose} title={titles[work.kind]} size="l">
      <Form
        onSubmit={submit}
        errors={{ ...inWords, ...faults }}
        fault={error && error.fields.length === 0 ? error.message : undefined}
        busy={acts.some((one) => one.busy)}
      >
        {work.kind === 'propose' ? <p>{t.proposeLead(task.head.owner?.title ?? '')}</p> : null}
        {work.kind === 'propose' && old ? (
          <Checkbox name="remove" label={t.remove} checked={removing} onChange={setRemoving} />
        ) : null}
        {removing ? null : <EntryFields old={old} today={today} />}
        {work.kind === 'propose' ? <TextArea name="reason" label={t.reason} hint={t.reasonHint} rows={2} /> : null}
        <ButtonRow>
          <SubmitButton>{work.kind === 'propose' ? t.send : t.save}</SubmitButton>
          {work.kind === 'revise' && old ? (
            <Button
              variant="danger"
              busy={withdraw.busy}
              onClick={() => void withdraw.act({ id: task.head.id, entry: old.id })}
            >
              {t.withdraw}
            </Button>
          ) : null}
        </ButtonRow>
      </Form>
    </Dialog>
  )
}

const EntryFields = ({ old, today }: { old: Entry | undefined; today: string }) => (
  <>
    <Select
      name="role"
      label={t.role}
      defaultValue={old?.role}
      options={TaskRole.options.map((value) => ({ value, label: responsibilityTexts.who[value] }))}
    />
    <TextField name="bearer" label={t.bearer} hint={t.bearerHint} defaultValue={old?.bearer} width="full" />
    <Select
      name="level"
      label={t.level}
      defaultValue={old?.level}
      options={Level.options.map((value) => ({ value, label: responsibilityTexts.levels[value] }))}
    />
    <Checkbox name="jointly" label={t.jointly} defaultChecked={old?.jointly} />
    <TextField
      name="areaKey"
      label={t.area}
      hint={t.areaHint}
      optional
      defaultValue={old?.areaKey ?? ''}
      width="s"
      inputMode="numeric"
    />
    <DateField name="from" label={t.from} optional defaultValue={old?.from ?? ''} />
    <DateField name="until" label={t.until} optional defaultValue={old?.until ? dayBefore(old.until) : ''} />
    <TextField name="basis" label={t.basis} defaultValue={old?.basis} width="full" />
    <TextField name="source" label={t.source} defaultValue={old?.source} width="full" />
    <TextField
      name="sourceUrl"
      type="url"
      label={t.sourceUrl}
      optional
      defaultValue={old?.sourceUrl ?? ''}
      width="full"
    />
    <DateField
      name="checkedOn"
      label={t.checkedOn}
      hint={t.checkedHint}
      optional
      defaultValue={old?.checkedOn ?? ''}
      max={today}
    />
    <TextArea name="note" label={t.note} optional defaultValue={old?.note} rows={2} />
  </>
)
