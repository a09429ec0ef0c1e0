// What stands out about a figure that is just being handed over: it is corrected, or explained. The words stay while it is sent again.
import { useState } from 'react'
import { Notice } from '#kit/ui/Notice.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import type { ApiError } from '#kit/web/client.ts'
import { checkTexts } from '../texts/checks.de.ts'

const t = checkTexts.deliver

/** The sentence in which an explanation was asked for, from the first time on. */
export function useAsked(error: ApiError | null): string | undefined {
  const [asked, setAsked] = useState<string>()
  const now = error?.code === 'explanationNeeded' ? error.message : undefined
  if (now && now !== asked) setAsked(now)
  return now ?? asked
}

/** What is left to say as a fault of the form. */
export const faultBeside = (error: ApiError | null) =>
  !error || error.fields.length > 0 || error.code === 'explanationNeeded' ? undefined : error.message

export function Asked({ asked, before }: { asked: string | undefined; before?: string | undefined }) {
  if (!asked && !before) return null
  return (
    <>
      {asked ? (
        <Notice tone="warning" title={t.standsOut} live>
          {asked}
        </Notice>
      ) : null}
      <TextArea name="explanation" label={t.why} hint={t.whyHint} defaultValue={before} rows={3} optional={!asked} />
    </>
  )
}
