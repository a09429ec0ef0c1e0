// What an organisation states about itself and its relations; for the page of the organisation.
import { useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { CheckboxGroup } from '#kit/ui/Checkbox.tsx'
import type { Option } from '#kit/ui/Combobox.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { ActorRole, actors, Field, RelationKind } from '../contract.ts'
import { relationTexts } from '../texts/relations.de.ts'
import { OrganisationField } from './OrganisationField.tsx'

const remote = client(actors)
const t = relationTexts.box
const f = relationTexts.form

export function RelationsBox({ organisation }: { organisation: { id: string; title: string } }) {
  const load = useLoad(remote.relations, { id: organisation.id })
  const [dialog, setDialog] = useState<'state' | 'tag' | null>(null)
  const toast = useToast()
  const end = useAct(remote.endRelation, () => toast({ text: t.ended }))
  const close = () => setDialog(null)
  return (
    <Loading load={load} shape="text">
      {({ relations, roles, fields, mayTag, mayState }) => (
        <Section
          title={t.title}
          lead={t.lead}
          actions={
            <>
              {mayTag ? (
                <Button icon="edit" onClick={() => setDialog('tag')}>
                  {t.tag}
                </Button>
              ) : null}
              {mayState ? (
                <Button icon="add" onClick={() => setDialog('state')}>
                  {t.state}
                </Button>
              ) : null}
            </>
          }
        >
          <Stack>
            <DefinitionList
              items={[
                { term: t.roles, value: roles.map((role) => relationTexts.roles[role]).join(', ') || t.nothing },
                { term: t.fields, value: fields.map((field) => relationTexts.fields[field]).join(', ') || t.nothing },
              ]}
            />
            <DataTable
              caption={t.title}
              hideCaption
              rows={relations}
              rowKey={(row) => row.id}
              empty={t.none}
              columns={[
                { id: 'who', header: t.who, main: true, cell: (row) => row.organisation.title },
                { id: 'what', header: t.what, cell: (row) => relationTexts.kinds[row.kind] },
                {
                  id: 'whom',
                  header: t.whom,
                  cell: (row) => (
                    <>
                      {row.target ? (
                        <ObjectLink kind="organisation" id={row.target.id}>
                          {row.target.title}
                        </ObjectLink>
                      ) : null}{' '}
                      {row.about}
                    </>
                  ),
                },
                {
                  id: 'since',
                  header: t.since,
                  sortBy: (row) => row.from,
                  cell: (row) =>
                    row.until ? `${formatDay(row.from)} ${t.until} ${formatDay(row.until)}` : formatDay(row.from),
                },
                {
                  id: 'source',
                  header: t.source,
                  cell: (row) => (
                    <>
                      {row.source}
                      <br />
                      <small>{t.statedBy(row.statedBy.title, formatDay(row.statedOn))}</small>
                      {row.mayEnd ? (
                        <>
                          <br />
                          <Button
                            small
                            variant="tertiary"
                            busy={end.busy}
                            onClick={() => void end.act({ id: organisation.id, relation: row.id })}
                          >
                            {t.end}
                          </Button>
                        </>
                      ) : null}
                    </>
                  ),
                },
              ]}
            />
            <Refused error={end.error} />
            <A to={`/netzwerk/karte?wahl=${organisation.id}`}>{t.toMap}</A>
          </Stack>
          {dialog === 'state' ? <StateRelation organisation={organisation} onClose={close} /> : null}
          {dialog === 'tag' ? (
            <TagOrganisation id={organisation.id} roles={roles} fields={fields} onClose={close} />
          ) : null}
        </Section>
      )}
    </Loading>
  )
}

function StateRelation({
  organisation,
  onClose,
}: {
  organisation: { id: string; title: string }
  onClose: () => void
}) {
  const toast = useToast()
  const [target, setTarget] = useState<Option | null>(null)
  const [chosen, setChosen] = useState<string>('cooperates')
  const state = useAct(remote.stateRelation, () => {
    toast({ text: f.saved })
    onClose()
  })
  const submit = ({ kind = '', about = '', field, source = '', from = '' }: Record<string, string>) =>
    void state.act({
      id: organisation.id,
      target: target?.id ?? null,
      kind: RelationKind.parse(kind),
      about,
      field: kind === 'influences' ? (Field.safeParse(field).data ?? null) : null,
      source,
      ...(from ? { from } : {}),
    })
  const { error } = state
  return (
    <Dialog open onClose={onClose} title={f.title}>
      <Form
        onSubmit={submit}
        errors={state.fields}
        fault={error && error.fields.length === 0 ? error.message : undefined}
        busy={state.busy}
      >
        <p>{f.lead(organisation.title)}</p>
        <Select
          name="kind"
          label={f.kind}
          value={chosen}
          onChange={setChosen}
          options={RelationKind.options.map((value) => ({ value, label: relationTexts.kinds[value] }))}
        />
        <OrganisationField
          name="target"
          label={f.target}
          hint={f.targetHint}
          optional
          value={target}
          onChange={setTarget}
          without={[organisation.id]}
        />
        <TextField name="about" label={f.about} hint={f.aboutHint} optional width="full" />
        {chosen === 'influences' ? (
          <Select
            name="field"
            label={f.field}
            hint={f.fieldHint}
            emptyLabel={f.noField}
            options={Field.options.map((value) => ({ value, label: relationTexts.fields[value] }))}
          />
        ) : null}
        <TextField name="source" label={f.source} hint={f.sourceHint} width="full" />
        <DateField name="from" label={f.from} optional />
        <ButtonRow>
          <SubmitButton>{f.save}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}

type Tags = { id: string; roles: readonly ActorRole[]; fields: readonly Field[]; onClose: () => void }

function TagOrganisation({ id, roles, fields, onClose }: Tags) {
  const toast = useToast()
  const tag = useAct(remote.tag, () => {
    toast({ text: f.tagSaved })
    onClose()
  })
  const listOf = <T extends string>(text: string | undefined, all: readonly T[]) =>
    all.filter((one) => (text ?? '').split(',').includes(one))
  return (
    <Dialog open onClose={onClose} title={f.tagTitle}>
      <Form
        onSubmit={(values) =>
          void tag.act({
            id,
            roles: listOf(values.roles, ActorRole.options),
            fields: listOf(values.fields, Field.options),
          })
        }
        fault={tag.error?.message}
        busy={tag.busy}
      >
        <p>{f.tagLead}</p>
        <CheckboxGroup
          name="roles"
          label={t.roles}
          optional
          defaultValues={roles}
          options={ActorRole.options.map((value) => ({ value, label: relationTexts.roles[value] }))}
        />
        <CheckboxGroup
          name="fields"
          label={t.fields}
          optional
          defaultValues={fields}
          options={Field.options.map((value) => ({ value, label: relationTexts.fields[value] }))}
        />
        <ButtonRow>
          <SubmitButton>{f.tagSave}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
