// Ways to take something along as a file. Each button waits visibly while the server makes the file, and says why when it could not.
import { useState } from 'react'
import type { Endpoint } from '#kit/http/contract.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { ApiError, fetchFile } from './client.ts'
import { Refused } from './Loading.tsx'

export type Way = { label: string; endpoint: Endpoint; input: Record<string, unknown> }

/** `about`: what the files are of, spoken with each button where several stand on a page. */
export function Downloads({ ways, about, small }: { ways: readonly Way[]; about?: string; small?: boolean }) {
  const [busy, setBusy] = useState<string | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const take = async ({ label, endpoint, input }: Way) => {
    setBusy(label)
    setError(null)
    try {
      save(await fetchFile(endpoint, input))
    } catch (fault) {
      if (!(fault instanceof ApiError)) throw fault
      setError(fault)
    } finally {
      setBusy(null)
    }
  }
  return (
    <Stack gap="s">
      <ButtonRow>
        {ways.map((way) => (
          <Button
            key={way.label}
            icon="download"
            small={small}
            busy={busy === way.label}
            onClick={() => void take(way)}
            {...(about ? { 'aria-label': `${way.label}: ${about}` } : {})}
          >
            {way.label}
          </Button>
        ))}
      </ButtonRow>
      <Refused error={error} />
    </Stack>
  )
}

function save({ name, blob }: { name: string; blob: Blob }) {
  const url = URL.createObjectURL(blob)
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  document.body.append(link)
  link.click()
  link.remove()
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
