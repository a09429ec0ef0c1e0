// "Wer ist einzubeziehen?": for a body, a need, a measure or a plan: who belongs, who is missing and would bring what, what was promised and what is.
import { useState } from 'react'
import { fieldWords } from '#areas/actors/widgets/words.ts'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { formatDayShort } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { Prose, Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useLoad } from '#kit/web/use.ts'
import type { Involved, Involvement } from '../contract/involvement.ts'
import { cooperation } from '../contract.ts'
import { completenessTexts } from '../texts/completeness.de.ts'
import { involvementTexts as t } from '../texts/involvement.de.ts'
import { seatTexts } from '../texts/seats.de.ts'
import { OfferSeat } from './OfferSeat.tsx'
import { StateInvolvement } from './StateInvolvement.tsx'
import { SubjectTopics } from './SubjectTopics.tsx'

const remote = client(cooperation)
type Actor = Involvement['actors'][number]
type Doing = { what: 'topics' | 'add' } | { what: 'state'; who: Involved } | { what: 'ask'; actor: Actor['actor'] }

/** `table`: only the organisations, where the missing are named beside. */
export function ActorAnalysis({ about, table = false }: { about: string; table?: boolean }) {
  const load = useLoad(remote.involvement, { id: about })
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  return (
    <Loading load={load} shape="text">
      {(seen) => (
        <Section
          title={table ? t.table : t.title}
          lead={table ? undefined : t.lead}
          actions={
            seen.may.state ? (
              <Button icon="add" onClick={() => setDoing({ what: 'add' })}>
                {t.add}
              </Button>
            ) : undefined
          }
        >
          <Stack>
            {table ? null : (
              <Missing
                seen={seen}
                onTopics={() => setDoing({ what: 'topics' })}
                onAsk={(actor) => setDoing({ what: 'ask', actor })}
              />
            )}
            {seen.organisations.length === 0 ? (
              <p>{t.none}</p>
            ) : (
              <Organisations rows={seen.organisations} onEdit={(who) => setDoing({ what: 'state', who })} />
            )}
          </Stack>
          {doing?.what === 'topics' ? <SubjectTopics about={about} topics={seen.topics} onClose={close} /> : null}
          {doing?.what === 'add' ? <StateInvolvement about={about} onClose={close} /> : null}
          {doing?.what === 'state' ? <StateInvolvement about={about} who={doing.who} onClose={close} /> : null}
          {doing?.what === 'ask' ? (
            <OfferSeat about={seen.about} body={seen.body} actor={doing.actor} onClose={close} />
          ) : null}
        </Section>
      )}
    </Loading>
  )
}

type MissingProps = { seen: Involvement; onTopics: () => void; onAsk: (actor: Actor['actor']) => void }

function Missing({ seen, onTopics, onAsk }: MissingProps) {
  const missing = seen.actors.filter((one) => one.usual && one.by.length === 0)
  const there = seen.actors.filter((one) => one.by.length > 0)
  return (
    <>
      <p>
        {t.topics}: {seen.topics.map((topic) => fieldWords[topic]).join(', ') || completenessTexts.noTopics}
        {seen.topicsOfBody && seen.topics.length > 0 ? ` (${t.ofBody})` : ''}{' '}
        {seen.may.state && seen.about.id !== seen.body.id ? (
          <Button small variant="tertiary" onClick={onTopics}>
            {t.narrow}
          </Button>
        ) : null}
      </p>
      <p>{missing.length === 0 ? completenessTexts.allThere : completenessTexts.missing(missing.length)}</p>
      {missing.length > 0 ? (
        <Prose>
          <ul>
            {missing.map((one) => (
              <li key={one.actor}>
                <strong>{completenessTexts.actors[one.actor]}</strong>: {completenessTexts.reasons[one.actor]}.{' '}
                <Asked one={one} body={seen.body.id} />
                {seen.may.offer ? (
                  <Button small variant="tertiary" onClick={() => onAsk(one.actor)}>
                    {t.ask}
                    <span className="ns-spoken">: {completenessTexts.actors[one.actor]}</span>
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </Prose>
      ) : null}
      {there.length > 0 ? (
        <p>
          {completenessTexts.there}: {there.map((one) => completenessTexts.actors[one.actor]).join(', ')}.
        </p>
      ) : null}
    </>
  )
}

const Asked = ({ one, body }: { one: Actor; body: string }) => (
  <>
    {one.asked.map(({ organisation, on }) => (
      <span key={organisation.id}>
        <A to={`/gremien/${body}?ansicht=mitglieder`}>{t.askedSince(organisation.title, formatDayShort(on))}</A>{' '}
      </span>
    ))}
    {one.declined.map(({ id, title }) => (
      <span key={id}>
        <Badge>{t.declined(title)}</Badge>{' '}
      </span>
    ))}
  </>
)

/** From so many on those come first about whom something is said, and the others unfold. */
const many = 10

function Organisations({ rows, onEdit }: { rows: readonly Involved[]; onEdit: (who: Involved) => void }) {
  const [all, setAll] = useState(false)
  const degree = (value: Involved['influence']) => (value ? t.degrees[value] : '–')
  const isSaid = (row: Involved) => row.own || row.others || row.state || row.gap
  const first = rows.length > many && !all ? [...rows.filter(isSaid), ...rows.filter((row) => !isSaid(row))] : rows
  return (
    <>
      <DataTable
        caption={t.table}
        hideCaption
        rows={all ? rows : first.slice(0, many)}
        rowKey={(row) => row.organisation.id}
        columns={[
          {
            id: 'organisation',
            header: t.organisation,
            main: true,
            sortBy: (row) => row.organisation.title,
            cell: (row) => (
              <ObjectLink kind="organisation" id={row.organisation.id}>
                {row.organisation.title}
              </ObjectLink>
            ),
          },
          { id: 'state', header: t.state, cell: (row) => <State row={row} /> },
          { id: 'influence', header: t.influence, cell: (row) => degree(row.influence) },
          { id: 'interest', header: t.interest, cell: (row) => degree(row.interest) },
          {
            id: 'contribution',
            header: t.contribution,
            cell: (row) => (
              <>
                {row.contribution || <span className="ns-muted">{t.unsaid}</span>}
                {row.own || row.others ? (
                  <>
                    <br />
                    <small>{row.own ? t.ownMark : t.fromSource(row.others?.source ?? '')}</small>
                  </>
                ) : null}
              </>
            ),
          },
          ...(rows.some((row) => row.may)
            ? [
                {
                  id: 'acts',
                  header: t.acts,
                  cell: (row: Involved) =>
                    row.may ? (
                      <Button small variant="tertiary" icon="edit" iconOnly onClick={() => onEdit(row)}>
                        {t.edit(row.organisation.title)}
                      </Button>
                    ) : (
                      '–'
                    ),
                },
              ]
            : []),
        ]}
      />
      {rows.length > many && !all ? (
        <ButtonRow>
          <Button small variant="tertiary" icon="chevron-down" onClick={() => setAll(true)}>
            {seatTexts.members.showAll(rows.length)}
          </Button>
        </ButtonRow>
      ) : null}
    </>
  )
}

const State = ({ row }: { row: Involved }) => (
  <>
    {row.gap ? (
      <Badge tone="warning">{t.gap}</Badge>
    ) : row.state ? (
      <Badge tone={row.state === 'involved' ? 'success' : 'neutral'}>{t.states[row.state]}</Badge>
    ) : null}
    {row.really.map((how, index) => (
      <span key={how}>
        {index > 0 || row.state || row.gap ? <br /> : null}
        <small>{t.really[how]}</small>
      </span>
    ))}
  </>
)
