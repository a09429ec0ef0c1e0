// An address that leads nowhere, and a page that did not come.
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { useArrival } from './arrival.ts'
import { texts } from './texts.de.ts'

export function NotFoundPage() {
  useArrival('')
  return (
    <>
      <PageHead title={texts.notFoundTitle} lead={texts.notFound} />
      <ButtonRow>
        <Button to="/heute">{texts.toToday}</Button>
      </ButtonRow>
    </>
  )
}

/** The page is asked for anew: showing it again would only show the same fault. */
export function BrokenPage() {
  useArrival('')
  return (
    <>
      <PageHead title={texts.broken.title} lead={texts.broken.text} />
      <ButtonRow>
        <Button variant="primary" onClick={() => location.reload()}>
          {texts.broken.again}
        </Button>
      </ButtonRow>
    </>
  )
}
