// Recording or rewording a result: its kind first, because it decides what else is asked. Used on the page of a result and in meetings.
import { useState } from 'react'
import { OrganisationField } from '#areas/actors/widgets/OrganisationField.tsx'
import type { Call } from '#kit/http/contract.ts'
import { ButtonRow } from '#kit/ui/Button.tsx'
import type { Option } from '#kit/ui/Combobox.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { type Decision, Result } from '../contract/decisions.ts'
import type { planning } from '../contract/planning.ts'
import { results } from '../texts/results.de.ts'
import { texts } from '../texts.de.ts'

const t = results.form
export type DecisionDraft = Omit<Call<(typeof planning)['changeDecision']>, 'id'>
type Props = {
  was: Partial<
    Pick<Decision, 'result' | 'text' | 'reasons' | 'path' | 'costs' | 'setAside' | 'answerBy' | 'addressee'>
  > & { title: string; needs: readonly string[] }
  /** Does the body vote, and has it voted here? Only then it resolves. */
  votes: boolean
  /** Why there is no Beschluss to choose. */
  noVotes?: string
  save: string
  busy: boolean
  errors: Readonly<Record<string, string>>
  fault: string | undefined
  onSave: (content: DecisionDraft) => void
}

export function DecisionForm({ was, votes, noVotes = t.noVotes, save, busy, errors, fault, onSave }: Props) {
  const [result, setResult] = useState<Result>(was.result ?? 'recommended')
  const [addressee, setAddressee] = useState<Option | null>(
    was.addressee ? { id: was.addressee.id, label: was.addressee.title } : null,
  )
  const kinds = Result.options.filter((one) => votes || one !== 'resolved')
  const submit = (values: Record<string, string>) =>
    onSave({
      title: values.title ?? '',
      result,
      text: values.text ?? '',
      reasons: values.reasons ?? '',
      path: values.path ?? '',
      costs: values.costs ?? '',
      needs: [...was.needs],
      addressee: result === 'noted' ? null : (addressee?.id ?? null),
      setAside: result === 'noted' ? values.setAside || null : null,
      answerBy: values.answerBy || null,
    })
  return (
    <Form onSubmit={submit} errors={errors} fault={fault} busy={busy} dirtyGuard>
      <RadioGroup
        name="result"
        label={t.result}
        hint={votes ? undefined : noVotes}
        value={result}
        onChange={(value) => setResult(Result.parse(value))}
        options={kinds.map((value) => ({ value, label: texts.results[value], hint: t.hints[value] }))}
      />
      <TextField name="title" label={t.name} maxLength={200} width="full" defaultValue={was.title} />
      <TextArea name="text" label={t.text} defaultValue={was.text ?? ''} />
      {result === 'noted' ? null : (
        <OrganisationField
          name="addressee"
          label={t.addressee}
          hint={t.addresseeHint}
          optional={result !== 'recommended'}
          value={addressee}
          onChange={setAddressee}
        />
      )}
      {result === 'noted' ? (
        <TextArea
          name="setAside"
          label={t.setAside}
          hint={t.setAsideHint}
          optional
          rows={2}
          maxLength={2000}
          defaultValue={was.setAside ?? ''}
        />
      ) : null}
      <TextArea name="reasons" label={t.reasons} optional rows={3} defaultValue={was.reasons ?? ''} />
      {result === 'noted' ? null : (
        <>
          <TextArea
            name="path"
            label={t.path}
            hint={t.pathHint}
            optional
            rows={2}
            maxLength={1000}
            defaultValue={was.path ?? ''}
          />
          <TextArea name="costs" label={t.costs} optional rows={2} defaultValue={was.costs ?? ''} />
          <DateField
            name="answerBy"
            label={t.answerBy}
            hint={t.answerByHint}
            optional
            defaultValue={was.answerBy ?? ''}
          />
        </>
      )}
      <ButtonRow>
        <SubmitButton>{save}</SubmitButton>
      </ButtonRow>
    </Form>
  )
}
