// The door for the management of an association: what left our house and what did not, who used it, what became of it, who owes whom what.
import { useState } from 'react'
import { cooperation } from '#areas/cooperation/contract.ts'
import { figures } from '#areas/figures/contract.ts'
import { periodWords } from '#areas/figures/widgets/parts.tsx'
import { duties } from '#kit/duties/contract.ts'
import { texts as dutyTexts } from '#kit/duties/texts.de.ts'
import { trail } from '#kit/trail/contract.ts'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { Card } from '#kit/ui/Card.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { formatDay, formatDayShort } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { ShownOf } from '#kit/ui/ShownOf.tsx'
import { ValueText } from '#kit/ui/ValueText.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useSession } from '#kit/web/session.tsx'
import { type Loaded, useLoad } from '#kit/web/use.ts'
import { texts } from './doors.texts.de.ts'
import { toneOf } from './work-item.tsx'

/** So many lines at first, and so many more each time. */
const step = 100
const remote = client(figures)
const dutiesOf = client(duties)
const trails = client(trail)
const bodiesOf = client(cooperation)
const t = texts.verband
type Owed = NonNullable<Loaded<Awaited<ReturnType<typeof remote.owed>>['data']>['data']>

export function VerbandPage() {
  const { actingFor, installation } = useSession()
  const owed = useLoad(remote.owed, {})
  return (
    <Stack gap="l">
      <PageHead title={t.card.title} kind={actingFor?.title ?? t.kind} lead={t.lead} invented={installation.demo} />
      <Loading load={owed}>
        {(known) => (
          <>
            <Left known={known} />
            <Stayed known={known} />
          </>
        )}
      </Loading>
      <Reminded />
      <Agreed />
    </Stack>
  )
}

/** What left our house: each figure with who may see it, and what became of it. */
function Left({ known }: { known: Owed }) {
  return (
    <Section title={t.left} lead={t.leftLead}>
      {known.delivered.length === 0 ? (
        <EmptyState title={t.nothingLeft} />
      ) : (
        <Stack>
          {known.delivered.map((delivery) => (
            <Card
              key={delivery.head.id}
              title={`${delivery.indicator.title} · ${delivery.area.name}`}
              footer={<Button to={`/datenspur/${delivery.head.id}`}>{t.trail}</Button>}
            >
              <p>
                <ValueText
                  value={delivery.value}
                  unit={delivery.unit}
                  period={periodWords(delivery.period)}
                  {...(delivery.mark ? { state: delivery.mark } : {})}
                />
              </p>
              <Became id={delivery.head.id} answers={delivery.answers} />
            </Card>
          ))}
        </Stack>
      )}
    </Section>
  )
}

function Became({ id, answers }: { id: string; answers: number }) {
  const after = useLoad(trails.around, { id })
  const details = useLoad(remote.delivery, { id }, { when: answers > 0 })
  return (
    <Loading load={after} shape="text">
      {(around) => (
        <>
          {details.data?.answers.map((answer) => (
            <p key={answer.at}>
              <strong>{`${answer.organisation.title}: `}</strong>
              {answer.text}
            </p>
          ))}
          {around.after.length === 0 ? (
            <p>{t.notYetUsed}</p>
          ) : (
            <ul>
              {around.after.map((one) => (
                <li key={one.id}>
                  {t.usedIn}{' '}
                  <ObjectLink kind={one.kind} id={one.id}>
                    {one.title}
                  </ObjectLink>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Loading>
  )
}

/** What did not leave: what we owe and have not delivered; it stays in our house until we hand it over. */
function Stayed({ known }: { known: Owed }) {
  const open = known.owed.filter((row) => ['open', 'overdue', 'notYet'].includes(row.state))
  return (
    <Section title={t.stayed} lead={t.stayedLead}>
      {open.length === 0 ? (
        <EmptyState good title={t.nothingStayed} />
      ) : (
        <ul>
          {open.map((row) => (
            <li key={row.duty}>{`${row.indicator?.title ?? ''} · ${t.dueOn(formatDay(row.due))} (${row.clause})`}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** Everybody is reminded in the same words: the public side as we are. */
function Reminded() {
  const [upTo, setUpTo] = useState(step)
  const load = useLoad(dutiesOf.worklist, { upTo }, { keep: true })
  return (
    <Section title={t.reminded} lead={t.remindedLead}>
      <Loading load={load} shape="table">
        {({ mine, promised, counts }) => (
          <DataTable
            footer={
              mine.length + promised.length < counts.mine + counts.promised ? (
                <ShownOf
                  shown={mine.length + promised.length}
                  of={counts.mine + counts.promised}
                  onMore={() => setUpTo(upTo + step)}
                />
              ) : null
            }
            caption={t.reminded}
            hideCaption
            rows={[...mine, ...promised]}
            rowKey={(duty) => duty.id}
            empty={t.nothingOpen}
            columns={[
              {
                id: 'what',
                header: t.what,
                cell: (duty) => (
                  <ObjectLink kind="duty" id={duty.id}>
                    {duty.title}
                  </ObjectLink>
                ),
                main: true,
              },
              { id: 'who', header: t.who, cell: (duty) => duty.debtor?.title ?? '' },
              { id: 'clause', header: t.clause, cell: (duty) => duty.because.clause },
              { id: 'due', header: t.due, cell: (duty) => formatDayShort(duty.due) },
              {
                id: 'state',
                header: t.state,
                cell: (duty) => <Badge tone={toneOf(duty)}>{dutyTexts.states[duty.state]}</Badge>,
              },
            ]}
          />
        )}
      </Loading>
    </Section>
  )
}

/** Where we agreed, and where not yet. */
function Agreed() {
  const load = useLoad(bodiesOf.bodies, {})
  return (
    <Section title={t.agreed}>
      <Loading load={load} shape="text">
        {({ bodies }) =>
          bodies.length === 0 ? (
            <EmptyState title={t.noBody} />
          ) : (
            <ul>
              {bodies.map((body) => (
                <li key={body.id}>
                  <ObjectLink kind="body" id={body.id}>
                    {body.name}
                  </ObjectLink>
                  {` · ${body.mine.length > 0 ? t.inIt : t.notInIt}`}
                </li>
              ))}
            </ul>
          )
        }
      </Loading>
    </Section>
  )
}
