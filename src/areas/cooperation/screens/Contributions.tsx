// "Wer bringt was ein?": organisation by knowledge, data, resources and decision; empty cells are asked for.
import { useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { type Column, DataTable } from '#kit/ui/DataTable.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { type Completeness, ContributionKind } from '../contract/completeness.ts'
import { cooperation } from '../contract.ts'
import { completenessTexts as t } from '../texts/completeness.de.ts'

const remote = client(cooperation)
type Row = Completeness['contributions'][number]

export function Contributions({ body }: { body: string }) {
  const load = useLoad(remote.completeness, { id: body })
  const [editing, setEditing] = useState<Row | null>(null)
  return (
    <Loading load={load} shape="table">
      {({ contributions }) => {
        const own = contributions.find((row) => row.may === 'own')
        return (
          <Section title={t.contributions} lead={t.contributionsLead}>
            {own && Object.keys(own.cells).length === 0 ? (
              <Notice tone="info" title={t.own} action={<Button onClick={() => setEditing(own)}>{t.edit}</Button>} />
            ) : null}
            <DataTable
              caption={t.contributions}
              hideCaption
              rows={contributions}
              rowKey={(row) => row.organisation.id}
              columns={[
                {
                  id: 'organisation',
                  header: t.organisation,
                  main: true,
                  sortBy: (row) => row.organisation.title,
                  cell: (row) => (
                    <>
                      {row.organisation.title}
                      {row.may ? (
                        <>
                          <br />
                          <Button small variant="tertiary" icon="edit" onClick={() => setEditing(row)}>
                            {t.edit}
                            <span className="ns-spoken">: {row.organisation.title}</span>
                          </Button>
                        </>
                      ) : null}
                    </>
                  ),
                },
                ...ContributionKind.options.map(
                  (kind): Column<Row> => ({
                    id: kind,
                    header: t.kinds[kind],
                    cell: ({ cells }) => {
                      const cell = cells[kind]
                      if (!cell) return <span className="ns-muted">{t.ask}</span>
                      return (
                        <>
                          {cell.text}
                          {cell.source ? (
                            <>
                              <br />
                              <small>{t.fromOffice(cell.source)}</small>
                            </>
                          ) : null}
                        </>
                      )
                    },
                  }),
                ),
              ]}
            />
            {editing ? <Edit body={body} row={editing} onClose={() => setEditing(null)} /> : null}
          </Section>
        )
      }}
    </Loading>
  )
}

function Edit({ body, row, onClose }: { body: string; row: Row; onClose: () => void }) {
  const toast = useToast()
  const office = row.may === 'office'
  const [kind, setKind] = useState<ContributionKind>(
    ContributionKind.options.find((one) => !row.cells[one]) ?? 'knowledge',
  )
  const [faults, setFaults] = useState<Record<string, string>>({})
  const save = useAct(remote.contribute, () => {
    toast({ text: t.stated })
    onClose()
  })
  const submit = ({ text = '', source = '' }: Record<string, string>) => {
    setFaults(office && source === '' ? { source: t.sourceMissing } : {})
    if (office && source === '') return
    void save.act({ id: body, organisation: row.organisation.id, kind, text, source: office ? source : null })
  }
  return (
    <Dialog open onClose={onClose} title={t.editFor(row.organisation.title)}>
      <Form
        onSubmit={submit}
        errors={{ ...save.fields, ...faults }}
        fault={save.error && save.error.fields.length === 0 ? save.error.message : undefined}
        busy={save.busy}
      >
        <Select
          name="kind"
          label={t.contributions}
          hint={t.hints[kind]}
          value={kind}
          onChange={(value) => setKind(ContributionKind.parse(value))}
          options={ContributionKind.options.map((value) => ({ value, label: t.kinds[value] }))}
        />
        <TextArea key={kind} name="text" label={t.kinds[kind]} rows={3} defaultValue={row.cells[kind]?.text ?? ''} />
        {office ? <TextField name="source" label={t.source} hint={t.sourceHint} width="full" /> : null}
        <ButtonRow>
          <SubmitButton>{t.save}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
