// Whom an organisation stands for, where it belongs, in which areas it works: on any day.
import { useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import type { OrganisationOn } from '../contract/structure.ts'
import { actors, type Competence, type Organisation } from '../contract.ts'
import { structureTexts } from '../texts/structure.de.ts'
import { DissolveDialog, MergeDialog, Revive } from '../widgets/EndDialogs.tsx'
import {
  AreaDialog,
  EndAreaDialog,
  JoinDialog,
  LeaveDialog,
  type Leaving,
  SigningDialog,
} from '../widgets/StructureDialogs.tsx'
import { spanWords } from '../widgets/terms.ts'

const remote = client(actors)
const t = structureTexts.structure
type Dialog = 'join' | 'area' | 'merge' | 'dissolve' | 'signing'

export function StructureTab({
  organisation,
  day,
  onDay,
}: {
  organisation: Organisation
  day: string | undefined
  onDay: (day: string) => void
}) {
  const { today } = useSession()
  const load = useLoad(remote.organisationOn, { id: organisation.head.id, ...(day ? { day } : {}) }, { keep: true })
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const [leaving, setLeaving] = useState<Leaving | null>(null)
  const [ending, setEnding] = useState<Competence | null>(null)
  const close = () => setDialog(null)
  const may = organisation.may.describe || organisation.may.correct
  return (
    <Stack gap="l">
      <DateField
        name="tag"
        label={structureTexts.day.label}
        hint={structureTexts.day.hint}
        value={day ?? today}
        onChange={onDay}
      />
      <Loading load={load}>
        {(state) => (
          <>
            {state.exists ? null : <Notice tone="info" title={structureTexts.day.gone} />}
            {state.name === organisation.head.title ? null : <p>{structureTexts.day.name(state.name)}</p>}
            <Belongs organisation={organisation} state={state} onEnd={may ? setLeaving : undefined} />
            <Represents state={state} organisation={organisation} onEnd={may ? setLeaving : undefined} />
            <Areas
              state={state}
              onEnd={may ? setEnding : undefined}
              onAdd={may ? () => setDialog('area') : undefined}
            />
          </>
        )}
      </Loading>
      {may ? (
        <Section title={t.change}>
          <ButtonRow>
            <Button onClick={() => setDialog('join')}>{t.join}</Button>
            {organisation.may.sign ? <Button onClick={() => setDialog('signing')}>{t.signing}</Button> : null}
            {organisation.dissolvedOn === null && organisation.kind !== null ? (
              <>
                <Button onClick={() => setDialog('merge')}>{t.merge}</Button>
                <Button onClick={() => setDialog('dissolve')}>{t.dissolve}</Button>
              </>
            ) : null}
            {organisation.dissolvedOn !== null && organisation.successors.length === 0 ? (
              <Revive organisation={organisation} />
            ) : null}
          </ButtonRow>
        </Section>
      ) : null}
      {dialog === 'join' ? <JoinDialog organisation={organisation} onClose={close} /> : null}
      {dialog === 'area' ? <AreaDialog organisation={organisation} onClose={close} /> : null}
      {dialog === 'merge' ? <MergeDialog organisation={organisation} onClose={close} /> : null}
      {dialog === 'dissolve' ? <DissolveDialog organisation={organisation} onClose={close} /> : null}
      {dialog === 'signing' ? <SigningDialog organisation={organisation} onClose={close} /> : null}
      {leaving ? <LeaveDialog leaving={leaving} onClose={() => setLeaving(null)} /> : null}
      {ending ? <EndAreaDialog id={organisation.head.id} area={ending} onClose={() => setEnding(null)} /> : null}
    </Stack>
  )
}

type Part = { organisation: Organisation; state: OrganisationOn; onEnd: ((leaving: Leaving) => void) | undefined }
const endButton = (onClick: () => void) => (
  <Button small variant="tertiary" onClick={onClick}>
    {t.end}
  </Button>
)

function Belongs({ organisation, state, onEnd }: Part) {
  return (
    <Section title={t.belongs}>
      {state.belongsTo.length === 0 ? (
        <p>{t.noneAbove}</p>
      ) : (
        <DataTable
          caption={t.belongs}
          hideCaption
          rows={state.belongsTo}
          rowKey={(row) => `${row.organisation.id} ${row.from}`}
          columns={[
            {
              id: 'name',
              header: t.name,
              main: true,
              cell: (row) => (
                <ObjectLink kind="organisation" id={row.organisation.id}>
                  {row.organisation.title}
                </ObjectLink>
              ),
            },
            { id: 'kind', header: structureTexts.join.kind, cell: (row) => t.kind[row.kind] },
            { id: 'span', header: t.span, cell: (row) => spanWords(row.from, row.until) },
            ...(onEnd
              ? [
                  {
                    id: 'end',
                    header: t.action,
                    cell: (row: OrganisationOn['belongsTo'][number]) =>
                      row.until === null
                        ? endButton(() => onEnd({ member: organisation.head, parent: row.organisation }))
                        : null,
                  },
                ]
              : []),
          ]}
        />
      )}
    </Section>
  )
}

function Represents({ organisation, state, onEnd }: Part) {
  const { head } = organisation
  return (
    <Section title={t.represented}>
      {state.represents.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <Stack gap="s">
          <p>{t.lead(state.name, state.represents.length)}</p>
          <DataTable
            caption={formatDay(state.day)}
            rows={state.represents}
            rowKey={(row) => row.organisation.id}
            columns={[
              {
                id: 'name',
                header: t.name,
                main: true,
                sortBy: (row) => row.nameThen,
                cell: (row) => (
                  <ObjectLink kind="organisation" id={row.organisation.id}>
                    {row.nameThen}
                  </ObjectLink>
                ),
              },
              {
                id: 'kind',
                header: structureTexts.join.kind,
                sortBy: (row) => row.kind,
                cell: (row) => t.kind[row.kind],
              },
              { id: 'via', header: t.through, cell: (row) => (row.depth === 1 ? t.direct : row.via.title) },
              { id: 'span', header: t.span, sortBy: (row) => row.from, cell: (row) => spanWords(row.from, row.until) },
              ...(onEnd
                ? [
                    {
                      id: 'end',
                      header: t.action,
                      cell: (row: OrganisationOn['represents'][number]) =>
                        row.depth === 1 && row.until === null
                          ? endButton(() =>
                              onEnd({ member: row.organisation, parent: { id: head.id, title: head.title } }),
                            )
                          : null,
                    },
                  ]
                : []),
            ]}
          />
        </Stack>
      )}
    </Section>
  )
}

function Areas({
  state,
  onEnd,
  onAdd,
}: {
  state: OrganisationOn
  onEnd: ((area: Competence) => void) | undefined
  onAdd: (() => void) | undefined
}) {
  return (
    <Section
      title={t.areas}
      lead={t.areasHint}
      actions={
        onAdd ? (
          <Button small icon="add" onClick={onAdd}>
            {t.addArea}
          </Button>
        ) : undefined
      }
    >
      {state.areas.length === 0 ? (
        <p>{t.noAreas}</p>
      ) : (
        <DataTable
          caption={t.areas}
          hideCaption
          rows={state.areas}
          rowKey={(row) => `${row.key} ${row.from}`}
          columns={[
            { id: 'area', header: t.area, main: true, sortBy: (row) => row.name, cell: (row) => row.name ?? row.key },
            { id: 'key', header: t.key, sortBy: (row) => row.key, cell: (row) => row.key },
            { id: 'span', header: t.span, cell: (row) => spanWords(row.from, row.until) },
            ...(onEnd
              ? [
                  {
                    id: 'end',
                    header: t.action,
                    cell: (row: Competence) => (row.until === null ? endButton(() => onEnd(row)) : null),
                  },
                ]
              : []),
          ]}
        />
      )}
    </Section>
  )
}
