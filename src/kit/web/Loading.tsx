// What a screen shows while its data is on the way, and when it did not come.
import type { ReactNode } from 'react'
import { Button } from '#kit/ui/Button.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { Skeleton } from '#kit/ui/Skeleton.tsx'
import type { ApiError } from './client.ts'
import { texts } from './texts.de.ts'
import type { Loaded } from './use.ts'

/** Renders `children` once the data is there; otherwise the shape of what comes, or a sentence that says what to do. */
export function Loading<T>({
  load,
  shape = 'page',
  children,
}: {
  load: Loaded<T>
  shape?: 'page' | 'text' | 'table' | 'cards'
  children: (data: T) => ReactNode
}) {
  if (load.data !== undefined) return <>{children(load.data)}</>
  if (load.error) return <Trouble error={load.error} onRetry={load.reload} />
  return <Skeleton shape={shape} />
}

export function Trouble({ error, onRetry }: { error: ApiError; onRetry?: () => void }) {
  return (
    <Notice
      tone={error.status === 404 ? 'info' : 'danger'}
      title={error.status === 404 ? texts.notHere : texts.didNotWork}
      action={onRetry ? <Button onClick={onRetry}>{texts.again}</Button> : null}
    >
      <p>{error.message}</p>
    </Notice>
  )
}

/** Under a form or beside a button: why the last act was refused. Nothing where it went well. */
export function Refused({ error }: { error: ApiError | null }) {
  if (!error) return null
  return (
    <Notice tone="danger" title={texts.didNotWork} live>
      <p>{error.message}</p>
    </Notice>
  )
}
