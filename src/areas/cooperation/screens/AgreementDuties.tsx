// What has arisen from an agreement: its duties with their clauses.
import { duties } from '#kit/duties/contract.ts'
import { Section } from '#kit/ui/Section.tsx'
import { Worklist } from '#kit/ui/Worklist.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import { agreementTexts } from '../texts/agreements.de.ts'
import { dutyItems } from '../widgets/duty-item.ts'

const remote = client(duties)
const t = agreementTexts.page

export function AgreementDuties({ id }: { id: string }) {
  const load = useLoad(remote.list, { because: id })
  const { today } = useSession()
  return (
    <Section title={t.duties} lead={t.dutiesHint}>
      <Loading load={load} shape="table">
        {({ duties: all }) =>
          all.length === 0 ? <p>{t.noDuties}</p> : <Worklist today={today} empty={t.noDuties} items={dutyItems(all)} />
        }
      </Loading>
    </Section>
  )
}
