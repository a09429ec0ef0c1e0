// /arbeitsgruppen/neu?gremium=… and /arbeitsgruppen/:id/aendern: the mandate of a working group, which the chairs then release.
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { actors } from '#areas/actors/contract.ts'
import { OrganisationField } from '#areas/actors/widgets/OrganisationField.tsx'
import { addDays, addMonths } from '#kit/clock/days.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import type { Option } from '#kit/ui/Combobox.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { Fieldset } from '#kit/ui/Fieldset.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TagList } from '#kit/ui/TagList.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { type Acting, useAct, useBegun, useLoad } from '#kit/web/use.ts'
import type { GroupMandate, ShownMandate } from '../contract/groups.ts'
import { cooperation } from '../contract.ts'
import { agreementTexts } from '../texts/agreements.de.ts'
import { groupTexts } from '../texts/groups.de.ts'
import { lastDay } from './tones.ts'

const remote = client(cooperation)
const people = client(actors)
const t = groupTexts.form
type Member = { organisation: Option; guest: boolean }

export function GroupNewPage({ search }: { search: { gremium?: string } }) {
  const body = search.gremium ?? ''
  const load = useLoad(remote.body, { id: body }, { when: body !== '' })
  const go = useGo()
  const propose = useAct(remote.proposeGroup, ({ id }) => go(id))
  const { today } = useSession()
  if (body === '')
    return (
      <>
        <PageHead title={t.title} />
        <EmptyState
          title={groupTexts.form.whichBody}
          action={<Button to="/gremien">{agreementTexts.form.toBodies}</Button>}
        />
      </>
    )
  return (
    <Loading load={load}>
      {({ seats }) => (
        <GroupForm
          title={t.title}
          submit={t.submit}
          act={propose}
          offered={[...new Map(seats.map((seat) => [seat.organisation.id, seat.organisation.title]))]}
          members={[]}
          until={addMonths(today, 12)}
          onSave={(content) => void propose.act({ id: body, ...content })}
        />
      )}
    </Loading>
  )
}

export function GroupChangePage({ id }: { id: string }) {
  const load = useLoad(remote.groupMandate, { id })
  return <Loading load={load}>{(mandate) => <Change mandate={mandate} />}</Loading>
}

function Change({ mandate }: { mandate: ShownMandate }) {
  const go = useGo()
  const [begun] = useBegun(mandate.head.revision)
  const change = useAct(remote.changeGroup, () => go(mandate.head.id))
  const { today } = useSession()
  const running = mandate.group !== null
  const until = running ? addMonths(mandate.content.until, 12) : mandate.content.until
  return (
    <GroupForm
      title={running ? t.renewTitle : t.changeTitle}
      submit={running ? t.renew : t.submit}
      act={change}
      start={mandate.content}
      offered={[mandate.lead, ...mandate.members.map((one) => one.organisation)].map(({ id, title }) => [id, title])}
      members={mandate.members.map(({ organisation, guest }) => ({
        organisation: { id: organisation.id, label: organisation.title },
        guest,
      }))}
      until={until > today ? until : addMonths(today, 12)}
      onSave={(content) => void change.act({ id: mandate.head.id, ...content }, { revision: begun })}
    />
  )
}

function useGo() {
  const navigate = useNavigate()
  const toast = useToast()
  return (id: string) => {
    toast({ text: t.done })
    void navigate({ to: `/arbeitsgruppen/${id}` as '/' })
  }
}

type Props = {
  title: string
  submit: string
  act: Pick<Acting<never>, 'error' | 'busy' | 'fields'>
  start?: GroupMandate
  /** Who may lead without being looked for: the members of the body. */
  offered: readonly (readonly [string, string])[]
  members: readonly Member[]
  until: string
  onSave: (content: GroupMandate) => void
}

function GroupForm({ title, submit, act, start, offered, members: first, until, onSave }: Props): ReactNode {
  const { today } = useSession()
  const [lead, setLead] = useState(start?.lead ?? '')
  const [members, setMembers] = useState<readonly Member[]>(first)
  const [further, setFurther] = useState<Option | null>(null)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const known = useLoad(people.organisation, { id: lead }, { when: lead !== '' })
  const leaders = known.data?.people.map(({ person }) => ({ value: person.id, label: person.title })) ?? []
  const add = (organisation: Option, guest: boolean) => {
    if (members.some((one) => one.organisation.id === organisation.id)) return
    setMembers([...members, { organisation, guest }])
    setFurther(null)
  }
  const save = (values: Record<string, string>) => {
    const found = {
      ...(lead === '' ? { lead: t.missing.lead } : {}),
      ...(values.last ? {} : { last: t.missing.last }),
    }
    setFaults(found)
    if (Object.keys(found).length > 0) return
    onSave({
      name: values.name ?? '',
      shortName: values.shortName ?? '',
      task: values.task ?? '',
      result: values.result ?? '',
      lead,
      leader: values.leader || null,
      members: members.map((one) => ({ organisation: one.organisation.id, guest: one.guest })),
      until: addDays(values.last!, 1),
      reportEvery: values.reportEvery ? Number(values.reportEvery) : null,
    })
  }
  const free = offered.filter(([id]) => id !== lead && !members.some((one) => one.organisation.id === id))
  return (
    <Stack gap="l">
      <PageHead title={title} />
      <Form
        onSubmit={save}
        errors={{ ...act.fields, ...faults }}
        fault={act.error && act.error.fields.length === 0 ? act.error.message : undefined}
        busy={act.busy}
      >
        <TextField name="name" label={t.name} defaultValue={start?.name ?? ''} width="full" />
        <TextField name="shortName" label={t.shortName} defaultValue={start?.shortName ?? ''} width="m" />
        <TextArea name="task" label={t.task} hint={t.taskHint} defaultValue={start?.task ?? ''} rows={3} />
        <TextArea name="result" label={t.result} hint={t.resultHint} defaultValue={start?.result ?? ''} rows={2} />
        <Select
          name="lead"
          label={t.lead}
          options={offered.map(([value, label]) => ({ value, label }))}
          value={lead}
          onChange={setLead}
        />
        {leaders.length > 0 ? (
          <Select
            name="leader"
            label={t.leader}
            hint={t.leaderHint}
            optional
            options={leaders}
            defaultValue={start?.leader ?? ''}
            emptyLabel={t.noLeader}
          />
        ) : null}
        <Fieldset legend={t.members} hint={t.membersHint}>
          {members.length > 0 ? (
            <TagList
              label={t.members}
              tags={members.map((one) => ({
                label: one.guest ? `${one.organisation.label} (${groupTexts.page.guest})` : one.organisation.label,
                onRemove: () => setMembers(members.filter((other) => other !== one)),
              }))}
            />
          ) : null}
          {free.length > 0 ? (
            <Select
              name="fromBody"
              label={t.asMember}
              optional
              options={free.map(([value, label]) => ({ value, label }))}
              value=""
              onChange={(id) => {
                const one = free.find(([value]) => value === id)
                if (one) add({ id: one[0], label: one[1] }, false)
              }}
            />
          ) : null}
          <OrganisationField
            name="further"
            label={t.guests}
            optional
            value={further}
            onChange={setFurther}
            without={[lead, ...members.map((one) => one.organisation.id)]}
          />
          {further ? (
            <ButtonRow>
              <Button onClick={() => add(further, false)}>{t.asMember}</Button>
              <Button onClick={() => add(further, true)}>{t.asGuest}</Button>
            </ButtonRow>
          ) : null}
        </Fieldset>
        <DateField name="last" label={t.last} hint={t.lastHint} defaultValue={lastDay(until)} min={addDays(today, 1)} />
        <Select
          name="reportEvery"
          label={t.report}
          defaultValue={start?.reportEvery ? String(start.reportEvery) : ''}
          emptyLabel={t.reports.none}
          options={[
            { value: '3', label: t.reports.three },
            { value: '6', label: t.reports.six },
            { value: '12', label: t.reports.twelve },
          ]}
        />
        <ButtonRow>
          <SubmitButton>{submit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Stack>
  )
}
