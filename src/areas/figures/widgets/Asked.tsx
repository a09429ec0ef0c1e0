// What stands out about a figure that is just being handed over: it is corrected, or explained. The words stay while it is sent again.
import { useEffect, useRef, useState } from 'react'
import { Notice } from '#kit/ui/Notice.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import type { ApiError } from '#kit/web/client.ts'
import { checkTexts } from '../texts/checks.de.ts'

const t = checkTexts.deliver
const here = ['explanationNeeded', 'implausible']

/** What was said about the figure, and whether an explanation was asked for, from the first time on. */
export type AskedFor = { text: string | undefined; refused: boolean; explain: boolean; error: ApiError | null }
export function useAsked(error: ApiError | null): AskedFor {
  const [explain, setExplain] = useState(false)
  const found = error && here.includes(error.code) ? error : null
  if (found?.code === 'explanationNeeded' && !explain) setExplain(true)
  return { text: found?.message, refused: found?.code === 'implausible', explain, error: found }
}

/** What is left to say as a fault of the form. */
export const faultBeside = (error: ApiError | null) =>
  !error || error.fields.length > 0 || here.includes(error.code) ? undefined : error.message

export function Asked({
  asked: { text, refused, explain, error },
  before,
}: {
  asked: AskedFor
  before?: string | undefined
}) {
  const place = useRef<HTMLDivElement>(null)
  // Focus goes where the eye goes: the sentence stands beside the figure, not at the end of a long form.
  useEffect(() => {
    if (error) place.current?.focus()
  }, [error])
  return (
    <>
      {text ? (
        <div ref={place} tabIndex={-1}>
          <Notice tone={refused ? 'danger' : 'warning'} title={refused ? t.cannotBe : t.standsOut} live>
            {text}
          </Notice>
        </div>
      ) : null}
      {explain || before ? (
        <TextArea
          name="explanation"
          label={t.why}
          hint={t.whyHint}
          defaultValue={before}
          rows={3}
          optional={!explain}
        />
      ) : null}
    </>
  )
}
