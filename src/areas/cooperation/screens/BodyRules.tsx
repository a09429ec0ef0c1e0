// The view "Regeln" of a body: the rules in sentences, what is proposed and what it changes, earlier editions, stand-ins, and the yearly look back.
import { useState } from 'react'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { formatDay, formatDayShort } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { Prose, Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import { cooperation, type RulesEdition, type RulesPage } from '../contract.ts'
import { ruleTexts } from '../texts/rules.de.ts'
import { ReleaseBox } from '../widgets/ReleaseBox.tsx'
import { RulesForm } from './RulesForm.tsx'
import { SelfCheck } from './SelfCheck.tsx'
import { StandIns } from './StandIns.tsx'

const remote = client(cooperation)
const t = ruleTexts.page
const tones = { proposed: 'info', returned: 'warning', coming: 'info', inForce: 'success', past: 'neutral' } as const

export function BodyRules({ body }: { body: string }) {
  const load = useLoad(remote.rules, { id: body })
  return <Loading load={load}>{(rules) => <Shown body={body} rules={rules} />}</Loading>
}

function Shown({ body, rules }: { body: string; rules: RulesPage }) {
  const { inForce, proposed, editions, may } = rules
  const [writing, setWriting] = useState(false)
  const propose = may.propose ? (
    <Button variant={inForce || proposed ? 'secondary' : 'primary'} icon="edit" onClick={() => setWriting(true)}>
      {inForce || proposed ? t.change : t.propose}
    </Button>
  ) : undefined
  return (
    <Stack gap="l">
      <Section title={t.title} lead={t.lead} actions={inForce || proposed ? propose : undefined}>
        {inForce ? (
          <Stack gap="s">
            <p>
              <Badge tone="success">{t.inForce(inForce.edition, formatDay(begins(inForce)))}</Badge>
            </p>
            <Sentences of={inForce} />
          </Stack>
        ) : (
          <EmptyState title={t.none} action={proposed ? undefined : propose}>
            {t.noneHint}
          </EmptyState>
        )}
      </Section>
      {proposed && rules.object ? (
        <Section title={t.proposedTitle(proposed.edition)} lead={t.proposedFrom(formatDay(proposed.validFrom))}>
          <Stack>
            <Proposed proposed={proposed} inForce={inForce} />
            {proposed.agreement ? (
              <p>{t.withAgreement(proposed.agreement.title)}</p>
            ) : (
              <ReleaseBox object={rules.object} />
            )}
          </Stack>
        </Section>
      ) : null}
      <StandIns body={body} rules={rules} />
      {editions.length > 1 ? <History body={body} editions={editions} /> : null}
      <SelfCheck body={body} />
      {writing ? <RulesForm body={body} rules={rules} onClose={() => setWriting(false)} /> : null}
    </Stack>
  )
}

const begins = (one: RulesEdition) => [one.validFrom, one.adoptedOn ?? one.validFrom].toSorted().at(-1)!

function Sentences({ of }: { of: RulesEdition }) {
  return (
    <Prose>
      <ul style={{ listStyle: 'none', padding: 0 }}>
        {ruleTexts.sentences(of.procedure).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {of.procedure.text ? (
        <>
          <h3>{t.further}</h3>
          <p style={{ whiteSpace: 'pre-line' }}>{of.procedure.text}</p>
        </>
      ) : null}
    </Prose>
  )
}

/** The whole proposal where nothing holds yet, otherwise only what it changes. */
function Proposed({ proposed, inForce }: { proposed: RulesEdition; inForce: RulesEdition | null }) {
  if (!inForce) return <Sentences of={proposed} />
  const before = ruleTexts.sentences(inForce.procedure)
  const changed = ruleTexts
    .sentences(proposed.procedure)
    .flatMap((now, at) => (now === before[at] ? [] : [{ now, was: before[at] }]))
  return (
    <Prose>
      <h3>{t.changes}</h3>
      <ul>
        {changed.map(({ now, was }) => (
          <li key={now}>
            <del>{was}</del> <ins>{now}</ins>
          </li>
        ))}
      </ul>
      {proposed.procedure.text === inForce.procedure.text ? null : (
        <p style={{ whiteSpace: 'pre-line' }}>{proposed.procedure.text}</p>
      )}
    </Prose>
  )
}

function History({ body, editions }: { body: string; editions: readonly RulesEdition[] }) {
  const { today } = useSession()
  const [on, setOn] = useState(today)
  const load = useLoad(remote.rules, { id: body, on: on || today }, { keep: true })
  const then = load.data?.inForce
  return (
    <Section title={t.history}>
      <Stack>
        <DataTable
          caption={t.history}
          hideCaption
          rows={editions}
          rowKey={(row) => String(row.edition)}
          columns={[
            { id: 'edition', header: t.edition, main: true, cell: (row) => `${t.edition} ${row.edition}` },
            { id: 'valid', header: t.valid, cell: (row) => formatDayShort(row.validFrom) },
            { id: 'adopted', header: t.adopted, cell: (row) => (row.adoptedOn ? formatDayShort(row.adoptedOn) : '–') },
            {
              id: 'state',
              header: '',
              cell: (row) => <Badge tone={tones[row.state]}>{t.state[row.state]}</Badge>,
            },
          ]}
        />
        <DateField name="stand" label={t.onDay} value={on} onChange={setOn} />
        {then ? <Sentences of={then} /> : <p>{t.none}</p>}
      </Stack>
    </Section>
  )
}
