// What is due in a body, and what each duty comes from.

import { duties } from '#kit/duties/contract.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { ShownOf } from '#kit/ui/ShownOf.tsx'
import { Worklist } from '#kit/ui/Worklist.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { usePages } from '#kit/web/pages.ts'
import { useSession } from '#kit/web/session.tsx'
import type { Body } from '../contract.ts'
import { bodyTexts } from '../texts/bodies.de.ts'
import { dutyItems } from '../widgets/duty-item.ts'

const remote = client(duties)
const t = bodyTexts.page

export function BodyDuties({ body }: { body: Body }) {
  const load = usePages(remote.list, { body: body.head.id, waiting: 'true', upTo: 100 })
  const { today } = useSession()
  return (
    <Section title={t.duties}>
      <Loading load={load} shape="table">
        {(pages) => {
          const all = pages.flatMap((page) => page.duties)
          const items = dutyItems(all)
          const empty = body.standing === 'informal' ? t.noDuties : t.nothingDue
          return items.length === 0 ? (
            <p>{empty}</p>
          ) : (
            <Stack>
              <Worklist today={today} empty={empty} items={items} more={load.more !== null} />
              <ShownOf shown={all.length} of={pages[0]?.count ?? 0} onMore={() => load.more?.()} />
            </Stack>
          )
        }}
      </Loading>
    </Section>
  )
}
