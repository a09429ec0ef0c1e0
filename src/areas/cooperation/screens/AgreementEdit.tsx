// /vereinbarungen/neu?gremium=… and /vereinbarungen/:id/bearbeiten: writing the draft, clause by clause.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { addDays, addYears } from '#kit/clock/days.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { CheckboxGroup } from '#kit/ui/Checkbox.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { Conflict } from '#kit/web/Conflict.tsx'
import { ApiError, client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { type Agreement, cooperation, type NoticeRule } from '../contract.ts'
import { agreementTexts } from '../texts/agreements.de.ts'
import { AddClause } from './AddClause.tsx'
import { ClauseEditor } from './ClauseEditor.tsx'
import { clauseFaults, clauseOf, type DraftClause, draftClause, emptyClause } from './draft-clauses.ts'
import { NoticeFields } from './NoticeFields.tsx'

const remote = client(cooperation)
const t = agreementTexts.form

export function AgreementNewPage({ search }: { search: { gremium?: string } }) {
  const body = search.gremium ?? ''
  const load = useLoad(remote.body, { id: body }, { when: body !== '' })
  const navigate = useNavigate()
  const toast = useToast()
  const draft = useAct(remote.draft, ({ id }) => {
    toast({ text: t.saved })
    void navigate({ to: `/vereinbarungen/${id}` as '/' })
  })
  if (body === '')
    return (
      <>
        <PageHead title={t.newTitle} />
        <EmptyState title={t.whichBody} action={<Button to="/gremien">{t.toBodies}</Button>} />
      </>
    )
  return (
    <Loading load={load}>
      {({ seats }) => {
        const members = [...new Map(seats.map((seat) => [seat.organisation.id, seat.organisation.title]))].map(
          ([value, label]) => ({ value, label }),
        )
        return (
          <DraftForm
            title={t.newTitle}
            body={body}
            members={members}
            parties={members.map((one) => one.value)}
            clauses={[emptyClause(1, 'meet')]}
            act={draft}
            onSave={(content) => void draft.act({ id: body, ...content })}
          />
        )
      }}
    </Loading>
  )
}

export function AgreementEditPage({ id }: { id: string }) {
  const load = useLoad(remote.agreement, { id })
  return <Loading load={load}>{(agreement) => <EditDraft key={id} agreement={agreement} />}</Loading>
}

function EditDraft({ agreement }: { agreement: Agreement }) {
  const { id } = agreement.head
  // What the form began with: a reload in the background must not change the ground under it.
  const [start] = useState(agreement)
  const body = useLoad(remote.body, { id: agreement.head.body?.id ?? '' }, { when: agreement.head.body !== null })
  const navigate = useNavigate()
  const toast = useToast()
  const save = useAct(remote.redraft, () => {
    toast({ text: t.saved })
    void navigate({ to: `/vereinbarungen/${id}` as '/' })
  })
  const [sent, setSent] = useState<Content | null>(null)
  return (
    <Loading load={body}>
      {({ seats }) => {
        const all = [
          ...start.parties.map((party) => [party.id, party.title] as const),
          ...seats.map((seat) => [seat.organisation.id, seat.organisation.title] as const),
        ]
        const members = [...new Map(all)].map(([value, label]) => ({ value, label }))
        const nameOf = (party: string) => members.find((one) => one.value === party)?.label ?? ''
        return (
          <Stack gap="l">
            <Conflict
              error={inWords(save.error)}
              labels={{ title: t.title, preamble: t.preamble, clauses: t.clauses }}
              busy={save.busy}
              onMine={(revision) => sent && void save.act({ id, ...sent }, { revision })}
              onTheirs={() => void navigate({ to: `/vereinbarungen/${id}` as '/' })}
            />
            <DraftForm
              title={t.editTitle}
              body={agreement.head.body?.id ?? ''}
              start={start}
              members={members}
              parties={start.parties.map((party) => party.id)}
              clauses={start.clauses.map((clause) => draftClause(clause, nameOf))}
              act={save}
              onSave={(content) => {
                setSent(content)
                void save.act({ id, ...content }, { revision: start.head.revision })
              }}
            />
          </Stack>
        )
      }}
    </Loading>
  )
}

/** Both drafts as words, so that they can be read side by side. */
function inWords(error: ApiError | null): ApiError | null {
  if (!error?.conflict) return error
  const { current, yours, revision } = error.conflict
  const words = (draft: unknown) => {
    const { title, preamble, clauses = [] } = (draft ?? {}) as Partial<Content>
    return { title, preamble, clauses: clauses.map((one) => `${one.number} ${one.heading}\n${one.text}`).join('\n\n') }
  }
  return Object.assign(Object.create(ApiError.prototype), error, {
    message: error.message,
    conflict: { current: words(current), yours: words(yours), revision },
  }) as ApiError
}

type Content = {
  title: string
  preamble: string
  reviewOn: string | null
  endsOn: string | null
  notice: string
  noticeRule: NoticeRule | null
  extraordinary: boolean
  parties: string[]
  clauses: ReturnType<typeof clauseOf>[]
}
type FormProps = {
  title: string
  /** The body to which the agreement belongs. */
  body: string
  start?: Agreement
  members: { value: string; label: string }[]
  parties: string[]
  clauses: DraftClause[]
  act: { busy: boolean; error: ApiError | null; fields: Record<string, string> }
  onSave: (content: Content) => void
}

function DraftForm({ title, body, start, members, parties, clauses: first, act, onSave }: FormProps) {
  const { today } = useSession()
  const [clauses, setClauses] = useState(first)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const bodies = useLoad(remote.bodies, {})
  const others = (bodies.data?.bodies ?? [])
    .filter((one) => one.mine.length > 0 && one.id !== body)
    .map((one) => ({ value: one.id, label: one.name }))
  const choices = { members, bodies: others }
  const nameOf = (id: string) => [...members, ...others].find((one) => one.value === id)?.label ?? ''
  const add = (kind: DraftClause['kind']) => setClauses([...clauses, emptyClause(clauses.length + 1, kind, nameOf)])
  const submit = (values: Record<string, string>) => {
    const found = clauseFaults(clauses)
    setFaults(found)
    if (Object.keys(found).length > 0) return
    onSave({
      title: values.title ?? '',
      preamble: values.preamble ?? '',
      reviewOn: values.reviewOn || null,
      endsOn: values.lastDay ? addDays(values.lastDay, 1) : null,
      notice: values.notice ?? '',
      noticeRule: values.noticeMonths
        ? { months: Number(values.noticeMonths), to: (values.noticeTo || 'year') as NoticeRule['to'] }
        : null,
      extraordinary: Boolean(values.extraordinary),
      parties: (values.parties ?? '').split(',').filter(Boolean),
      clauses: clauses.map(clauseOf),
    })
  }
  return (
    <Stack gap="l">
      <PageHead title={title} />
      <Form
        onSubmit={submit}
        errors={{ ...act.fields, ...faults }}
        fault={act.error && !act.error.conflict && act.error.fields.length === 0 ? act.error.message : undefined}
        busy={act.busy}
        dirtyGuard
      >
        <TextField name="title" label={t.title} defaultValue={start?.head.title ?? t.defaultTitle} width="full" />
        <TextArea name="preamble" label={t.preamble} optional defaultValue={start?.preamble ?? ''} rows={3} />
        <CheckboxGroup
          name="parties"
          label={t.parties}
          hint={t.partiesHint}
          options={members}
          defaultValues={parties}
        />
        <Section title={t.clauses} lead={t.clausesHint}>
          <Stack>
            {clauses.map((clause, index) => (
              <ClauseEditor
                key={clause.key}
                clause={clause}
                choices={choices}
                nameOf={nameOf}
                onChange={(next) => setClauses(clauses.map((one) => (one.key === clause.key ? next : one)))}
                onRemove={() => setClauses(clauses.filter((_, at) => at !== index))}
              />
            ))}
            <AddClause onAdd={add} />
          </Stack>
        </Section>
        <Section title={t.term}>
          <Stack>
            <DateField
              name="reviewOn"
              label={t.reviewOn}
              hint={t.reviewHint}
              defaultValue={start ? (start.reviewOn ?? '') : addYears(today, 2)}
            />
            <DateField
              name="lastDay"
              label={t.lastDay}
              hint={t.lastDayHint}
              optional
              defaultValue={start?.endsOn ? addDays(start.endsOn, -1) : ''}
            />
            <NoticeFields start={start} />
            <TextField
              name="notice"
              label={t.notice}
              hint={t.noticeHint}
              optional
              defaultValue={start?.notice ?? ''}
              width="full"
            />
          </Stack>
        </Section>
        <ButtonRow>
          <SubmitButton>{t.save}</SubmitButton>
        </ButtonRow>
      </Form>
    </Stack>
  )
}
