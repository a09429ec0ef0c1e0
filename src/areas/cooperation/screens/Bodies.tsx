// /gremien: the bodies, mine first.
import { Badge } from '#kit/ui/Badge.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { formatDayShort } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useHolds, useSession } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import { type BodyLine, cooperation } from '../contract.ts'
import { bodyTexts } from '../texts/bodies.de.ts'
import { texts } from '../texts.de.ts'
import { standingTone } from './tones.ts'

const remote = client(cooperation)
const t = bodyTexts.list

export function BodiesPage() {
  const load = useLoad(remote.bodies, {})
  const { actingFor } = useSession()
  const mayFound = useHolds()(['admin', 'head', 'planner'], actingFor?.id)
  const found = mayFound ? (
    <Button variant="primary" icon="add" to="/gremien/neu">
      {t.found}
    </Button>
  ) : undefined
  return (
    <Stack gap="l">
      <PageHead title={t.title} lead={t.lead} main={found} />
      <Loading load={load} shape="table">
        {({ bodies }) => {
          const mine = bodies.filter((body) => body.mine.length > 0)
          const others = bodies.filter((body) => body.mine.length === 0)
          if (bodies.length === 0)
            return (
              <EmptyState title={t.none} action={found}>
                {t.noneHint}
              </EmptyState>
            )
          if (mine.length === 0) return <BodyTable caption={t.caption} bodies={bodies} />
          return (
            <>
              <Section title={t.mine}>
                <BodyTable caption={t.mine} bodies={mine} />
              </Section>
              {others.length > 0 ? (
                <Section title={t.others}>
                  <BodyTable caption={t.others} bodies={others} />
                </Section>
              ) : null}
            </>
          )
        }}
      </Loading>
    </Stack>
  )
}

const BodyTable = ({ caption, bodies }: { caption: string; bodies: readonly BodyLine[] }) => (
  <DataTable
    caption={caption}
    hideCaption
    rows={bodies}
    rowKey={(body) => body.id}
    columns={[
      {
        id: 'name',
        header: t.name,
        main: true,
        sortBy: (body) => body.name,
        cell: (body) => (
          <>
            <ObjectLink kind="body" id={body.id}>
              {body.name}
            </ObjectLink>
            {body.mine.length > 0 ? (
              <>
                <br />
                <small>{body.mine.map((role) => texts.roles[role]).join(', ')}</small>
              </>
            ) : null}
          </>
        ),
      },
      {
        id: 'standing',
        header: t.standing,
        sortBy: (body) => body.standing,
        cell: (body) => <Badge tone={standingTone[body.standing]}>{texts.standings[body.standing]}</Badge>,
      },
      {
        id: 'chairs',
        header: t.chairs,
        cell: (body) =>
          body.chairs.length === 0
            ? t.vacant
            : body.chairs.map((chair, index) => (
                <span key={chair.person.id}>
                  {index > 0 ? <br /> : null}
                  {`${chair.person.title} (${chair.organisation.title})`}
                </span>
              )),
      },
      { id: 'members', header: t.members, align: 'end', sortBy: (body) => body.members, cell: (body) => body.members },
      {
        id: 'next',
        header: t.next,
        sortBy: (body) => body.next?.due ?? null,
        cell: (body) => (body.next ? `${body.next.title} (${formatDayShort(body.next.due)})` : t.nothing),
      },
    ]}
  />
)
