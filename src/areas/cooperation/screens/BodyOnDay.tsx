// /gremien/:id/stand?tag=…: a body as it stood, or will stand, on a day.
import { termWords } from '#areas/actors/widgets/terms.ts'
import { Button } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import { type BodyState, cooperation } from '../contract.ts'
import { standingTexts } from '../texts/standing.de.ts'
import { texts } from '../texts.de.ts'
import { WhomToAsk } from '../widgets/WhomToAsk.tsx'
import { documentWords } from './document-words.ts'
import { standingTone } from './tones.ts'

const remote = client(cooperation)
const t = standingTexts.on

type Props = { id: string; search: { tag?: string }; onSearch: (next: Record<string, string>) => void }

export function BodyOnDayPage({ id, search, onSearch }: Props) {
  const { today } = useSession()
  const on = search.tag || today
  const load = useLoad(remote.bodyState, { id, on }, { keep: true })
  return (
    <Loading load={load}>
      {(state) => (
        <Stack gap="l">
          <PageHead
            title={t.title(state.on)}
            lead={state.name}
            state={
              state.standing
                ? { label: texts.standings[state.standing], tone: standingTone[state.standing] }
                : undefined
            }
            actions={<Button to={`/gremien/${id}`}>{t.back.body}</Button>}
          />
          <DateField name="tag" label={t.choose} value={on} onChange={(tag) => onSearch({ tag })} />
          {state.on > today ? <p>{t.future}</p> : null}
          {state.standing === null ? (
            <Notice tone="info" title={t.notThere} />
          ) : (
            <Shown state={state} over={state.standing === 'dissolved'} />
          )}
          <WhomToAsk of={id} />
        </Stack>
      )}
    </Loading>
  )
}

const Shown = ({ state, over }: { state: BodyState; over: boolean }) => (
  <>
    {over ? <Notice tone="info" title={t.over} /> : null}
    <DefinitionList
      items={[
        ...[state.agreed, state.constituted, state.dissolved].flatMap((ground) =>
          ground ? [{ term: standingTexts.document.kinds[ground.kind], value: documentWords(ground) }] : [],
        ),
        { term: t.rules, value: state.rules === null ? t.noRules : t.rulesLine(state.rules) },
      ]}
    />
    <Section title={t.agreements}>
      {state.agreements.length === 0 ? (
        <p>{t.noAgreement}</p>
      ) : (
        <ul>
          {state.agreements.map((one) => (
            <li key={one.id}>
              <A to={`/vereinbarungen/${one.id}/stand?tag=${state.on}`}>
                {t.agreementLine(one.title, one.edition, one.since, one.until)}
              </A>
            </li>
          ))}
        </ul>
      )}
    </Section>
    <Section title={t.members}>
      <DataTable
        caption={t.members}
        hideCaption
        rows={state.members}
        rowKey={(one) => `${one.organisation.id} ${one.unit?.id}`}
        empty={t.nobody}
        columns={[
          { id: 'who', header: t.member, main: true, cell: (one) => one.unit?.title ?? one.organisation.title },
          { id: 'group', header: t.group, cell: (one) => (one.guest ? t.guest : (one.constituency ?? '–')) },
        ]}
      />
    </Section>
    <Section title={t.acting}>
      <DataTable
        caption={t.acting}
        hideCaption
        rows={state.acting}
        rowKey={(one) => `${one.person.id} ${one.organisation.id} ${one.role} ${one.from}`}
        empty={t.nobody}
        columns={[
          { id: 'person', header: t.person, main: true, cell: (one) => one.person.title },
          { id: 'for', header: t.organisation, cell: (one) => one.organisation.title },
          { id: 'role', header: t.role, cell: (one) => texts.roles[one.role] },
          { id: 'term', header: t.term, cell: (one) => termWords(one.from, one.until) },
        ]}
      />
    </Section>
  </>
)
