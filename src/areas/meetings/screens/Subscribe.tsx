// Subscribing to the own meetings: an address for the calendar on one's phone or desk, shown once, taken back at any time.
import { useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { meetings } from '../contract.ts'
import { calendarTexts } from '../texts/calendar.de.ts'

const remote = client(meetings)
const t = calendarTexts.dialog

export function Subscribe() {
  const [open, setOpen] = useState(false)
  const { actingFor } = useSession()
  if (!actingFor) return null
  return (
    <>
      <Button icon="calendar" onClick={() => setOpen(true)}>
        {calendarTexts.subscribe}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t.title}>
        {open ? <Address organisation={actingFor.title} /> : null}
      </Dialog>
    </>
  )
}

function Address({ organisation }: { organisation: string }) {
  const load = useLoad(remote.myFeed, {})
  const toast = useToast()
  const [address, setAddress] = useState('')
  const make = useAct(remote.makeFeed, (made) => setAddress(new URL(made.address, window.location.href).href))
  const end = useAct(remote.endFeed, () => {
    setAddress('')
    toast({ text: t.ended })
  })
  const copy = () => void navigator.clipboard.writeText(address).then(() => toast({ text: t.copied }))
  return (
    <Loading load={load} shape="text">
      {({ madeAt }) => (
        <Stack>
          <p>{t.lead(organisation)}</p>
          {address ? (
            <>
              <TextField name="address" label={t.label} value={address} onChange={() => undefined} readOnly />
              <ButtonRow>
                <Button variant="primary" onClick={copy}>
                  {t.copy}
                </Button>
                <Button to={address.replace(/^https?:/, 'webcal:')}>{t.open}</Button>
              </ButtonRow>
              <p>{t.how}</p>
              <Notice tone="warning" title={t.secretTitle}>
                {t.secret}
              </Notice>
            </>
          ) : madeAt ? (
            <p>{t.since(formatDay(madeAt.slice(0, 10)))}</p>
          ) : null}
          <Refused error={make.error ?? end.error} />
          <ButtonRow>
            {address ? null : (
              <Button variant="primary" busy={make.busy} onClick={() => void make.act({})}>
                {madeAt ? t.again : t.make}
              </Button>
            )}
            {madeAt ? (
              <Button variant="tertiary" busy={end.busy} onClick={() => void end.act({})}>
                {t.end}
              </Button>
            ) : null}
          </ButtonRow>
        </Stack>
      )}
    </Loading>
  )
}
