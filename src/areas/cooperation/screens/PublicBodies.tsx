// /oeffentlich: the bodies that show themselves, for everybody and without signing in.
import { fieldWords } from '#areas/actors/widgets/words.ts'
import { CardLink } from '#kit/ui/Card.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { Columns, Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useLoad } from '#kit/web/use.ts'
import { cooperation } from '../contract.ts'
import { publicTexts } from '../texts/public.de.ts'

const remote = client(cooperation)
const t = publicTexts.list

export function PublicBodiesPage() {
  const load = useLoad(remote.publicBodies, {})
  return (
    <Stack gap="l">
      <PageHead title={t.title} lead={t.lead} />
      <Loading load={load} shape="cards">
        {({ bodies }) =>
          bodies.length === 0 ? (
            <EmptyState title={t.none}>{t.noneHint}</EmptyState>
          ) : (
            <Columns min={320}>
              {bodies.map((body) => (
                <CardLink
                  key={body.id}
                  to={`/oeffentlich/gremien/${body.id}`}
                  title={body.name}
                  kicker={body.topics.map((topic) => fieldWords[topic]).join(', ') || undefined}
                  level={2}
                >
                  {body.introduction}
                </CardLink>
              ))}
            </Columns>
          )
        }
      </Loading>
      <p>
        <A to="/oeffentlich/tabellen">{t.tables}</A>
      </p>
    </Stack>
  )
}
