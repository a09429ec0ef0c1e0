// The joint release: whose key is given, whose is missing, and the button of the chair who looks. For the pages of all areas.
import { Badge } from '#kit/ui/Badge.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { formatInstant } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { SideBox } from '#kit/ui/ObjectPage.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { cooperation } from '../contract.ts'
import { agreementTexts } from '../texts/agreements.de.ts'

const remote = client(cooperation)
const t = agreementTexts.release

export function ReleaseBox({ object }: { object: string }) {
  const load = useLoad(remote.releases, { object })
  const toast = useToast()
  const release = useAct(remote.release, (now) => toast({ text: now.released ? t.doneAll : t.doneOne }))
  return (
    <Loading load={load} shape="text">
      {({ edition, needed, released, given, open, mayRelease }) => (
        <SideBox title={needed > 1 ? t.title : t.titleOne}>
          {edition === null ? (
            <p>{t.nothing}</p>
          ) : (
            <Stack gap="s">
              <p>
                {t.edition(edition)}{' '}
                {released ? (
                  <Badge tone="success" icon="success">
                    {t.released}
                  </Badge>
                ) : null}
              </p>
              <ul>
                {given.map((key) => (
                  <li key={key.person.id}>
                    {t.given(key.person.title, key.organisation.title, formatInstant(key.at))}
                  </li>
                ))}
                {open.map((key) => (
                  <li key={key.person.id}>{t.open(key.person.title, key.organisation.title)}</li>
                ))}
              </ul>
              {released ? null : <small>{given.length + open.length < needed ? t.noChair : t.hint}</small>}
              {mayRelease ? (
                <Button variant="primary" busy={release.busy} onClick={() => void release.act({ object, edition })}>
                  {t.act}
                </Button>
              ) : null}
              <Refused error={release.error} />
            </Stack>
          )}
        </SideBox>
      )}
    </Loading>
  )
}
