// What is due in a body, and what each duty comes from.

import { duties } from '#kit/duties/contract.ts'
import { Section } from '#kit/ui/Section.tsx'
import { Worklist } from '#kit/ui/Worklist.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import type { Body } from '../contract.ts'
import { bodyTexts } from '../texts/bodies.de.ts'
import { dutyItems } from '../widgets/duty-item.ts'

const remote = client(duties)
const t = bodyTexts.page

export function BodyDuties({ body }: { body: Body }) {
  const load = useLoad(remote.list, { body: body.head.id })
  const { today } = useSession()
  return (
    <Section title={t.duties}>
      <Loading load={load} shape="table">
        {({ duties: all }) => {
          const items = dutyItems(all)
          const empty = body.standing === 'informal' ? t.noDuties : t.nothingDue
          return items.length === 0 ? <p>{empty}</p> : <Worklist today={today} empty={empty} items={items} />
        }}
      </Loading>
    </Section>
  )
}
