// "Gründung fortsetzen": what I have begun to found, on whatever device; gone on with, or discarded with a way back. Nothing where there is nothing.
import { dayOf } from '#kit/clock/days.ts'
import { objects } from '#kit/objects/contract.ts'
import { Button } from '#kit/ui/Button.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Cluster, Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { cooperation } from '../contract.ts'
import { foundingTexts } from '../texts/founding.de.ts'

const remote = client(cooperation)
const undo = client(objects)
const t = foundingTexts.open

export function OpenFoundings() {
  const load = useLoad(remote.foundings, {})
  const toast = useToast()
  const restore = useAct(undo.restore)
  const remove = useAct(undo.remove, ({ object }) =>
    toast({
      text: t.discarded(object.title),
      undo: () => void restore.act({ id: object.id }, { revision: object.revision }),
    }),
  )
  const open = load.data?.foundings ?? []
  if (open.length === 0) return null
  return (
    <Section title={t.title} lead={t.lead}>
      <Stack>
        <ul>
          {open.map(({ id, name, changed, revision, begun }) => (
            <li key={id}>
              <Cluster>
                <A to={`/gremien/neu?entwurf=${id}`}>{t.resume(name)}</A>
                <span className="ns-muted">{t.changed(formatDay(dayOf(changed)))}</span>
                <Button small variant="tertiary" icon="delete" onClick={() => void remove.act({ id }, { revision })}>
                  {t.discard(name)}
                </Button>
              </Cluster>
              {begun ? <p>{t.begun}</p> : null}
            </li>
          ))}
        </ul>
        <Refused error={remove.error ?? restore.error} />
      </Stack>
    </Section>
  )
}
