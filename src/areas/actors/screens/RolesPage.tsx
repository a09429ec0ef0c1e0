// /personen/:id/aufgaben: what a person does and may do, where and when. For the person itself and its administration; nobody else.
import { useState } from 'react'
import { texts as accessTexts } from '#kit/access/texts.de.ts'
import { addDays } from '#kit/clock/days.ts'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import type { Position } from '../contract/positions.ts'
import { actors, Discipline } from '../contract.ts'
import { structureTexts } from '../texts/structure.de.ts'
import { texts } from '../texts.de.ts'
import { untilOf } from '../widgets/People.tsx'
import { faultOf, useDone } from '../widgets/StructureDialogs.tsx'
import { termWords } from '../widgets/terms.ts'

const remote = client(actors)
const t = structureTexts.roles
type Named = { id: string; title: string }

export function RolesPage({ id }: { id: string }) {
  const load = useLoad(remote.roles, { id })
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Position | null>(null)
  return (
    <Loading load={load}>
      {({ person, home, positions, mandates, mayFor }) => (
        <Stack gap="l">
          <PageHead
            title={t.title(person.title)}
            lead={t.lead}
            kind={home?.title}
            main={
              mayFor.length > 0 ? (
                <Button variant="primary" icon="add" onClick={() => setAdding(true)}>
                  {t.add}
                </Button>
              ) : undefined
            }
          />
          <Section title={t.positions} lead={t.positionsLead}>
            {positions.length === 0 ? (
              <p>{t.none}</p>
            ) : (
              <DataTable
                caption={t.positions}
                hideCaption
                rows={positions}
                rowKey={(row) => row.id}
                columns={[
                  { id: 'what', header: t.what, main: true, cell: (row) => row.title },
                  {
                    id: 'where',
                    header: t.where,
                    cell: (row) =>
                      row.unit ? t.inUnit(row.organisation.title, row.unit.title) : row.organisation.title,
                  },
                  {
                    id: 'discipline',
                    header: t.discipline,
                    cell: (row) => (row.discipline ? texts.disciplines[row.discipline] : '–'),
                  },
                  {
                    id: 'span',
                    header: t.span,
                    sortBy: (row) => row.from,
                    cell: (row) => (
                      <>
                        {termWords(row.from, row.until)} {row.current ? <Badge tone="success">{t.now}</Badge> : null}
                      </>
                    ),
                  },
                  ...(mayFor.length > 0
                    ? [
                        {
                          id: 'end',
                          header: t.action,
                          cell: (row: Position) =>
                            row.until === null && mayFor.some((one) => one.id === row.organisation.id) ? (
                              <Button small variant="tertiary" onClick={() => setEnding(row)}>
                                {t.end}
                              </Button>
                            ) : null,
                        },
                      ]
                    : []),
                ]}
              />
            )}
          </Section>
          <Section title={t.mandates}>
            {mandates.length === 0 ? (
              <p>{t.noMandates}</p>
            ) : (
              <DataTable
                caption={t.mandates}
                hideCaption
                rows={mandates}
                rowKey={(row) => row.id}
                columns={[
                  { id: 'role', header: t.what, main: true, cell: (row) => accessTexts.roles[row.role] ?? row.role },
                  {
                    id: 'where',
                    header: t.where,
                    cell: (row) =>
                      row.body ? t.inUnit(row.organisation.title, row.body.title) : row.organisation.title,
                  },
                  {
                    id: 'span',
                    header: t.span,
                    sortBy: (row) => row.from,
                    cell: (row) => termWords(row.from, row.until),
                  },
                  { id: 'basis', header: t.basis, cell: (row) => row.basis, phone: 'hide' },
                ]}
              />
            )}
          </Section>
          {adding ? (
            <AddPosition person={id} mayFor={mayFor} positions={positions} onClose={() => setAdding(false)} />
          ) : null}
          {ending ? <EndPosition position={ending} onClose={() => setEnding(null)} /> : null}
        </Stack>
      )}
    </Loading>
  )
}

function AddPosition({
  person,
  mayFor,
  positions,
  onClose,
}: {
  person: string
  mayFor: readonly Named[]
  positions: readonly Position[]
  onClose: () => void
}) {
  const { today } = useSession()
  const [organisation, setOrganisation] = useState(mayFor[0]!.id)
  const units = useLoad(remote.organisations, { parent: organisation, kind: 'unit' as const })
  const add = useAct(remote.addPosition, useDone(t.done, onClose))
  const earlier = positions.filter((one) => one.organisation.id === organisation && one.until === null)
  const choices = (list: readonly { id: string; title: string }[]) =>
    list.map((one) => ({ value: one.id, label: one.title }))
  return (
    <Dialog open onClose={onClose} title={t.add}>
      <Form
        onSubmit={({ title = '', discipline, unit, instead, from, last }) =>
          void add.act({
            id: organisation,
            person,
            title,
            discipline: (discipline || null) as Discipline | null,
            unit: unit || null,
            instead: instead || null,
            from: from || today,
            until: untilOf(last),
          })
        }
        errors={add.fields}
        fault={faultOf(add)}
        busy={add.busy}
      >
        {mayFor.length > 1 ? (
          <Select
            name="organisation"
            label={t.organisation}
            options={choices(mayFor)}
            value={organisation}
            onChange={setOrganisation}
          />
        ) : null}
        <TextField name="title" label={t.what} width="full" />
        <Select
          name="discipline"
          label={t.discipline}
          optional
          emptyLabel="–"
          options={Discipline.options.map((value) => ({ value, label: texts.disciplines[value] }))}
        />
        {units.data && units.data.organisations.length > 0 ? (
          <Select
            name="unit"
            label={t.unit}
            optional
            emptyLabel="–"
            options={choices(units.data.organisations.map(({ id, name }) => ({ id, title: name })))}
          />
        ) : null}
        {earlier.length > 0 ? (
          <Select
            name="instead"
            label={t.instead}
            hint={t.insteadHint}
            optional
            emptyLabel={t.noChange}
            options={choices(earlier)}
          />
        ) : null}
        <DateField name="from" label={t.from} defaultValue={today} />
        <DateField name="last" label={t.last} optional />
        <ButtonRow>
          <SubmitButton>{t.submit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}

function EndPosition({ position, onClose }: { position: Position; onClose: () => void }) {
  const { today } = useSession()
  const end = useAct(remote.endPosition, useDone(t.ended, onClose))
  return (
    <Dialog open onClose={onClose} title={position.title}>
      <Form
        onSubmit={({ last }) => void end.act({ position: position.id, until: untilOf(last) ?? today })}
        errors={end.fields}
        fault={faultOf(end)}
        busy={end.busy}
      >
        <DateField name="last" label={t.last} defaultValue={addDays(today, -1)} />
        <ButtonRow>
          <SubmitButton>{t.end}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
