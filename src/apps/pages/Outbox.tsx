// Only in the demo: the mails that would have gone out. No mail leaves the example, and its invitations must be openable.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#kit/ui/Button.tsx'
import { Card } from '#kit/ui/Card.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { formatInstant } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Skeleton } from '#kit/ui/Skeleton.tsx'
import { texts } from './texts.de.ts'

type Mail = { id: string; at: string; to: string | null; subject: string; text: string }
const t = texts.outbox
/** So many are shown at once. */
const page = 20

export function OutboxPage() {
  const [shown, setShown] = useState(page)
  const { data } = useQuery<{ mails: Mail[] }>({
    queryKey: ['outbox'],
    queryFn: async () => (await fetch('/api/demo/mails')).json() as Promise<{ mails: Mail[] }>,
  })
  return (
    <Stack gap="l">
      <PageHead title={t.title} lead={t.lead} />
      {!data ? (
        <Skeleton shape="cards" />
      ) : data.mails.length === 0 ? (
        <EmptyState title={t.empty} />
      ) : (
        data.mails.slice(0, shown).map((mail) => (
          <Card key={mail.id} level={2} title={mail.subject}>
            <p>{`${t.to} ${mail.to ?? ''} · ${formatInstant(mail.at)}`}</p>
            {mail.text
              .split('\n\n')
              .map((part) => part.replace(/^-- ?\n?/, ''))
              .map((part) => (
                <p key={part}>{withLink(part)}</p>
              ))}
          </Card>
        ))
      )}
      {data && data.mails.length > shown ? (
        <Button icon="chevron-down" onClick={() => setShown(shown + page)}>
          {texts.outbox.showMore}
        </Button>
      ) : null}
    </Stack>
  )
}

/** The link of a mail leads into this installation. */
function withLink(part: string) {
  const url = /https?:\/\/\S+/.exec(part)?.[0]
  if (!url) return part
  const { pathname, search } = new URL(url)
  const words = part.slice(0, part.indexOf(url)).replace(/:\s*$/, '')
  // The secret of a used link is gone, so it leads nowhere any more.
  if (pathname.length > 1 && pathname.endsWith('/')) return t.usedLink(words)
  return <A to={`${pathname}${search}`}>{words || t.link}</A>
}
