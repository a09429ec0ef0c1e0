// The choices of which rules of procedure consist: those that shape every meeting, and those that matter later.
import { Checkbox, CheckboxGroup } from '#kit/ui/Checkbox.tsx'
import { NumberField } from '#kit/ui/NumberField.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { type KeyPurpose, keyPurposes, type Procedure, type RuleStrength } from '../rules/procedure.ts'
import { ruleTexts } from '../texts/rules.de.ts'

const t = ruleTexts.form
export const options = <T extends string>(words: Record<T, string>) =>
  (Object.entries(words) as [T, string][]).map(([value, label]) => ({ value, label }))

type Props = { p: Procedure; set: (change: Partial<Procedure>) => void }
type Counted = 'meetsPerYear' | 'noticeDays' | 'objectionDays' | 'termAlarmMonths'

function Count({
  p,
  set,
  field,
  label,
  min,
  max,
}: Props & { field: Counted; label: string; min: number; max: number }) {
  return (
    <NumberField
      name={field}
      label={label}
      value={p[field]}
      min={min}
      max={max}
      onChange={(value) => set({ [field]: value ?? min })}
    />
  )
}

function Optional({
  p,
  set,
  field,
  label,
  hint,
}: Props & { field: 'itemDays' | 'minutesDays'; label: string; hint: string }) {
  return (
    <NumberField
      name={field}
      label={label}
      hint={hint}
      optional
      value={p[field]}
      min={1}
      max={365}
      onChange={(value) => set({ [field]: value })}
    />
  )
}

const Strength = ({ p, set, field, label }: Props & { field: 'noticeStrength' | 'minutesStrength'; label: string }) => (
  <Select
    name={field}
    label={label}
    value={p[field]}
    options={options(t.strengths)}
    onChange={(value) => set({ [field]: value as RuleStrength })}
  />
)

export const NumberOfMeetings = (props: Props) => (
  <Count {...props} field="meetsPerYear" label={t.meetsPerYear} min={1} max={52} />
)

/** `votes`: where one votes. `keys`: where two chairs release together. */
export function RuleChoices({ p, set, votes, keys }: Props & { votes: boolean; keys: boolean }) {
  return (
    <>
      <Count p={p} set={set} field="noticeDays" label={t.noticeDays} min={0} max={120} />
      {p.noticeDays > 0 ? <Strength p={p} set={set} field="noticeStrength" label={t.noticeStrength} /> : null}
      <Optional p={p} set={set} field="itemDays" label={t.itemDays} hint={t.itemHint} />
      <Optional p={p} set={set} field="minutesDays" label={t.minutesDays} hint={t.minutesHint} />
      {p.minutesDays === null ? null : <Strength p={p} set={set} field="minutesStrength" label={t.minutesStrength} />}
      <Count p={p} set={set} field="objectionDays" label={t.objectionDays} min={1} max={180} />
      {votes ? (
        <>
          <Select
            name="quorum"
            label={t.quorum}
            value={p.quorum}
            options={options(t.quorums)}
            onChange={(quorum) => set({ quorum: quorum as Procedure['quorum'] })}
          />
          <Select
            name="majority"
            label={t.majority}
            value={p.majority}
            options={options(t.majorities)}
            onChange={(majority) => set({ majority: majority as Procedure['majority'] })}
          />
        </>
      ) : null}
      {keys ? (
        <CheckboxGroup
          name="keysFor"
          label={t.keysFor}
          values={p.keysFor}
          onChange={(keysFor) => set({ keysFor: keysFor as KeyPurpose[] })}
          options={keyPurposes.map((value) => ({ value, label: t.purposes[value] }))}
        />
      ) : null}
      <RadioGroup
        name="standIn"
        label={t.standIn}
        value={p.standIn}
        options={options(t.standIns)}
        onChange={(standIn) => set({ standIn: standIn as Procedure['standIn'] })}
      />
      {keys ? (
        <RadioGroup
          name="deadlock"
          label={t.deadlock}
          value={p.deadlock ?? 'none'}
          options={options(t.deadlocks)}
          onChange={(value) =>
            set(
              value === 'none'
                ? { deadlock: null, deadlockDays: null }
                : { deadlock: value as 'carryOver' | 'mediation', deadlockDays: p.deadlockDays ?? 14 },
            )
          }
        />
      ) : null}
      {keys && p.deadlock ? (
        <NumberField
          name="deadlockDays"
          label={t.deadlockDays}
          value={p.deadlockDays}
          min={1}
          max={365}
          onChange={(days) => set({ deadlockDays: days ?? 14 })}
        />
      ) : null}
    </>
  )
}

function Circulation({ p, set }: Props) {
  const { circulation } = p
  return (
    <>
      <Checkbox
        name="circulation"
        label={t.circulation}
        checked={circulation !== null}
        onChange={(yes) => set({ circulation: yes ? { days: 14, majority: p.majority, toMeeting: true } : null })}
      />
      {circulation ? (
        <>
          <NumberField
            name="circulationDays"
            label={t.circulationDays}
            value={circulation.days}
            min={1}
            max={90}
            onChange={(days) => set({ circulation: { ...circulation, days: days ?? 14 } })}
          />
          <Select
            name="circulationMajority"
            label={t.circulationMajority}
            value={circulation.majority}
            options={options(t.majorities)}
            onChange={(majority) =>
              set({ circulation: { ...circulation, majority: majority as Procedure['majority'] } })
            }
          />
          <Checkbox
            name="circulationToMeeting"
            label={t.circulationToMeeting}
            checked={circulation.toMeeting}
            onChange={(toMeeting) => set({ circulation: { ...circulation, toMeeting } })}
          />
        </>
      ) : null}
    </>
  )
}

export function MoreRuleChoices({ p, set, votes }: Props & { votes: boolean }) {
  return (
    <>
      {votes ? <Circulation p={p} set={set} /> : null}
      <Count p={p} set={set} field="termAlarmMonths" label={t.termAlarm} min={1} max={24} />
      <Select
        name="interim"
        label={t.interim}
        value={p.interim}
        options={options(t.interims)}
        onChange={(interim) => set({ interim: interim as Procedure['interim'] })}
      />
      <NumberField
        name="groupMonths"
        label={t.groupMonths}
        hint={t.groupHint}
        optional
        value={p.groupMonths}
        min={1}
        max={60}
        onChange={(groupMonths) => set({ groupMonths })}
      />
      <Checkbox
        name="secretBallot"
        label={t.ballot}
        checked={p.secretBallot}
        onChange={(secretBallot) => set({ secretBallot })}
      />
    </>
  )
}
