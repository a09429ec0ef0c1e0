// /rueckfragen/:id: the page behind the address on papers and in files. Nobody needs an account for it.
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useLoad } from '#kit/web/use.ts'
import { asking } from '../contract/whom-to-ask.ts'
import { askTexts as t } from '../texts/whom-to-ask.de.ts'

const remote = client(asking)

export function WhomToAskPage({ id }: { id: string }) {
  const load = useLoad(remote.whomToAsk, { id })
  return (
    <Stack gap="l">
      <PageHead title={t.title} lead={t.lead} />
      <Loading load={load} shape="text">
        {(whom) => (
          <>
            <DefinitionList
              items={[
                ...(whom.body ? [{ term: t.body, value: whom.body.title }] : []),
                ...(whom.organisationName ? [{ term: t.organisation, value: whom.organisationName }] : []),
                ...(whom.name ? [{ term: t.name, value: whom.name }] : []),
                ...(whom.email ? [{ term: t.email, value: <a href={`mailto:${whom.email}`}>{whom.email}</a> }] : []),
                ...(whom.phone ? [{ term: t.phone, value: whom.phone }] : []),
              ]}
            />
            {whom.name ? null : (
              <Notice tone="info" title={t.nobody}>
                {t.nobodyHint}
              </Notice>
            )}
          </>
        )}
      </Loading>
    </Stack>
  )
}
