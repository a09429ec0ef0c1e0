// The foot of every paper: whom to ask on the day of printing and, because paper does not change, the address that leads to whoever answers later.

import { whomToAskAt } from '#kit/ref.ts'
import { formatDay } from '#kit/ui/format.ts'
import { Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import { asking } from '../contract/whom-to-ask.ts'
import { askTexts } from '../texts/whom-to-ask.de.ts'

const remote = client(asking)
const t = askTexts.paper

/** `of`: the body, or the organisation, that is responsible for the paper. Without one (its body was erased) there is no foot. */
export function WhomToAsk({ of: id }: { of: string | null | undefined }) {
  const { today } = useSession()
  const load = useLoad(remote.whomToAsk, { id: id ?? '' }, { when: Boolean(id) })
  if (!id) return null
  const address = whomToAskAt(location.origin, id)
  return (
    <Section title={t.title}>
      <Loading load={load} shape="text">
        {(whom) => {
          const words = [whom.organisationName, whom.name, whom.email, whom.phone].filter(Boolean).join(', ')
          return (
            <p>
              {t.today(words || t.office, formatDay(today))}
              <br />
              {t.always} <a href={address}>{address}</a>
            </p>
          )
        }}
      </Loading>
    </Section>
  )
}
