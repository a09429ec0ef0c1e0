// The fields by which a clause says what falls due, one set for each kind.
import { search } from '#kit/search/contract.ts'
import { CheckboxGroup } from '#kit/ui/Checkbox.tsx'
import { Combobox } from '#kit/ui/Combobox.tsx'
import { NumberField } from '#kit/ui/NumberField.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { client } from '#kit/web/client.ts'
import { agreementTexts } from '../texts/agreements.de.ts'
import { clauseTexts } from '../texts/clauses.de.ts'
import { type DraftClause, hasFrom, hasTo, isFigure } from './draft-clauses.ts'

const remote = client(search)
const t = agreementTexts.form
const c = clauseTexts.fields
const findIndicator = async (q: string, signal: AbortSignal) =>
  (await remote.find({ q, kinds: 'indicator' }, { signal })).data.hits.map((hit) => ({
    id: hit.id,
    label: hit.title,
    note: hit.owner?.title,
  }))

export type Choices = {
  /** Members and parties. */
  members: readonly { value: string; label: string }[]
  /** Other bodies in which one takes part. */
  bodies: readonly { value: string; label: string }[]
}
type Props = { clause: DraftClause; choices: Choices; set: (change: Partial<DraftClause>) => void }
type Numbers = 'perYear' | 'weeks' | 'ahead' | 'span' | 'days' | 'months' | 'years'

export function ClauseFields(props: Props) {
  const { clause } = props
  const { kind } = clause
  return (
    <>
      {kind === 'meet' ? <Count {...props} name="perYear" label={t.perYear} max={12} /> : null}
      {kind === 'before' ? <Before {...props} /> : null}
      {kind === 'notice' ? <Count {...props} name="days" label={c.noticeDays} max={120} /> : null}
      {isFigure(kind) ? <Figure {...props} /> : null}
      {kind === 'report' ? <Report {...props} /> : null}
      {kind === 'inform' ? <Count {...props} name="days" label={c.informDays} max={366} /> : null}
      {kind === 'answer' ? <Answer {...props} /> : null}
      {kind === 'contact' ? <Count {...props} name="months" label={c.months} max={36} /> : null}
      {kind === 'review' ? <Count {...props} name="years" label={c.years} max={10} /> : null}
      {hasFrom(kind) && !(kind === 'answer' && clause.what === 'need') ? <Owing {...props} /> : null}
      {hasTo(kind) ? <ToWhom {...props} /> : null}
    </>
  )
}

function Count({
  clause,
  set,
  name,
  label,
  max,
  hint,
}: Props & { name: Numbers; label: string; max: number; hint?: string }) {
  return (
    <NumberField
      name={`${clause.key}-${name}`}
      label={label}
      hint={hint}
      value={clause[name]}
      min={1}
      max={max}
      onChange={(value) => set({ [name]: value ?? 1 })}
    />
  )
}

function Before(props: Props) {
  const { clause, choices, set } = props
  return (
    <>
      <RadioGroup
        name={`${clause.key}-sessions`}
        label={c.sessions}
        value={clause.sessions}
        onChange={(sessions) => set({ sessions: sessions as 'body' })}
        options={[
          { value: 'committee', label: c.committee },
          { value: 'body', label: c.body },
        ]}
      />
      {clause.sessions === 'committee' ? (
        <TextField
          name={`${clause.key}-committee`}
          label={c.committeeName}
          hint={c.committeeHint}
          value={clause.committee}
          onChange={(committee) => set({ committee })}
          maxLength={120}
        />
      ) : choices.bodies.length === 0 ? (
        <p>{c.noBodies}</p>
      ) : (
        <Select
          name={`${clause.key}-other`}
          label={c.bodyName}
          value={clause.other}
          emptyLabel="–"
          onChange={(other) => set({ other })}
          options={choices.bodies}
        />
      )}
      <Count {...props} name="ahead" label={c.weeks} max={26} />
      <Count {...props} name="span" label={c.span} hint={c.spanHint} max={26} />
    </>
  )
}

function Figure(props: Props) {
  const { clause, set } = props
  return (
    <>
      <Combobox
        name={`${clause.key}-indicator`}
        label={t.indicator}
        hint={t.indicatorHint}
        value={clause.indicator}
        onChange={(indicator) => set({ indicator })}
        load={findIndicator}
      />
      <RadioGroup
        name={`${clause.key}-period`}
        label={t.period}
        inline
        value={clause.period}
        onChange={(period) => set({ period: period as 'year' })}
        options={[
          { value: 'year', label: t.year },
          { value: 'quarter', label: t.quarter },
        ]}
      />
      {clause.period === 'year' ? (
        <DueField name={`${clause.key}-due`} label={t.due} value={clause.due} onChange={(due) => set({ due })} />
      ) : (
        <Count {...props} name="weeks" label={t.weeks} max={26} />
      )}
    </>
  )
}

function Report(props: Props) {
  const { clause, set } = props
  return (
    <>
      <RadioGroup
        name={`${clause.key}-when`}
        label={c.when}
        inline
        value={clause.when}
        onChange={(when) => set({ when: when as 'yearly' })}
        options={[
          { value: 'afterMeeting', label: c.afterMeeting },
          { value: 'yearly', label: c.yearly },
        ]}
      />
      {clause.when === 'yearly' ? (
        <DueField name={`${clause.key}-due`} label={c.reportDue} value={clause.due} onChange={(due) => set({ due })} />
      ) : (
        <Count {...props} name="days" label={c.reportDays} max={366} />
      )}
    </>
  )
}

function Answer(props: Props) {
  const { clause, set } = props
  return (
    <>
      <RadioGroup
        name={`${clause.key}-what`}
        label={c.what}
        value={clause.what}
        onChange={(what) => set({ what: what as 'need' })}
        options={[
          { value: 'recommendation', label: c.recommendation },
          { value: 'need', label: c.need },
        ]}
      />
      <Count {...props} name="days" label={c.answerDays} max={366} />
    </>
  )
}

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function Owing({ clause, choices, set }: Props) {
  const from = clauseTexts.from
  const sides = isFigure(clause.kind)
    ? (['publicMembers', 'public', 'free', 'parties'] as const)
    : (['parties', 'public', 'free'] as const)
  return (
    <>
      <Select
        name={`${clause.key}-from`}
        label={c.from}
        value={clause.from}
        onChange={(value) => set({ from: value as 'parties' })}
        options={[
          ...sides.map((value) => ({ value, label: upper(from[value]) })),
          ...(clause.kind === 'report' ? [{ value: 'office', label: upper(from.office) }] : []),
          { value: 'named', label: upper(c.fromNamed) },
        ]}
      />
      {clause.from === 'named' ? (
        <CheckboxGroup
          name={`${clause.key}-named`}
          label={c.named}
          options={[...choices.members]}
          values={clause.named}
          onChange={(named) => set({ named })}
        />
      ) : null}
    </>
  )
}

function ToWhom({ clause, choices, set }: Props) {
  return (
    <>
      <Select
        name={`${clause.key}-to`}
        label={c.to}
        value={clause.to}
        onChange={(value) => set({ to: value as 'body' })}
        options={[
          ...(clause.kind === 'report' ? [{ value: 'represented', label: upper(c.toRepresented) }] : []),
          { value: 'body', label: upper(c.toBody) },
          { value: 'named', label: upper(c.toNamed) },
        ]}
      />
      {clause.to === 'named' ? (
        <CheckboxGroup
          name={`${clause.key}-toNamed`}
          label={c.toWhom}
          options={[...choices.members]}
          values={clause.toNamed}
          onChange={(toNamed) => set({ toNamed })}
        />
      ) : null}
    </>
  )
}

/** "31.03." ↔ "03-31". */
function DueField({
  name,
  label,
  value,
  onChange,
}: {
  name: string
  label: string
  value: string
  onChange: (value: string) => void
}) {
  const shown = /^\d\d-\d\d$/.test(value) ? `${value.slice(3)}.${value.slice(0, 2)}.` : value
  const read = (text: string) => {
    const found = /^(\d{1,2})\.(\d{1,2})\.?$/.exec(text.trim())
    onChange(found ? `${found[2]!.padStart(2, '0')}-${found[1]!.padStart(2, '0')}` : text)
  }
  return <TextField name={name} label={label} defaultValue={shown} onChange={read} width="s" />
}
