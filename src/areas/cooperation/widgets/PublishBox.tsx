// Making public what the chairs have released: asked for by chair or office, released once more by both, where the rules ask for it.
import { Button } from '#kit/ui/Button.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { SideBox } from '#kit/ui/ObjectPage.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { cooperation } from '../contract.ts'
import { ruleTexts } from '../texts/rules.de.ts'
import { ReleaseBox } from './ReleaseBox.tsx'

const remote = client(cooperation)
const t = ruleTexts.publication

export function PublishBox({ object }: { object: string }) {
  const { data } = useLoad(remote.publications, { object })
  const toast = useToast()
  const publish = useAct(remote.publish, (done) => toast({ text: done.public ? t.done : t.asked }))
  if (!data || (!data.public && !data.publication && !data.mayAsk)) return null
  if (data.public)
    return (
      <SideBox title={t.box}>
        <p>{t.isPublic}</p>
      </SideBox>
    )
  if (data.publication && !data.mayAsk) return <ReleaseBox object={data.publication} title={t.box} />
  return (
    <SideBox title={t.box}>
      <Stack gap="s">
        <p>{data.needsKeys ? t.hint : t.hintAlone}</p>
        <Button small busy={publish.busy} onClick={() => void publish.act({ object })}>
          {data.needsKeys ? t.ask : t.publishNow}
        </Button>
        <Refused error={publish.error} />
      </Stack>
    </SideBox>
  )
}
