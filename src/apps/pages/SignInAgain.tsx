// The session ended while a page was open: nothing of the page is shown, and nothing that was typed is lost.
import { useEffect, useRef, useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { CodeForm, PasswordForm, useSignIn } from './SignInForm.tsx'
import { texts } from './texts.de.ts'

const t = texts.again

export function SignInAgain({ name, onDone }: { name: string; onDone: () => void }) {
  const way = useSignIn(onDone)
  // Escape would leave an empty page: the dialog comes again until one has signed in or gone to the sign-in page.
  const [round, setRound] = useState(0)
  const fields = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time the dialog comes, and when it asks for the code
  useEffect(() => fields.current?.querySelector('input')?.focus(), [round, way.second])
  return (
    <Dialog key={round} open onClose={() => setRound(round + 1)} title={way.second ? texts.signIn.codeTitle : t.title}>
      <Stack>
        <p>{t.lead(name)}</p>
        <div ref={fields}>{way.second ? <CodeForm {...way} /> : <PasswordForm {...way} />}</div>
        <ButtonRow>
          <Button variant="tertiary" onClick={() => location.assign('/anmelden')}>
            {t.leave}
          </Button>
        </ButtonRow>
      </Stack>
    </Dialog>
  )
}
