// The way in, wherever it stands: e-mail and password, then the code of the second factor where it is on.
import { type ReactNode, useState } from 'react'
import { access } from '#kit/access/contract.ts'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { client } from '#kit/web/client.ts'
import { useAct } from '#kit/web/use.ts'
import { texts } from './texts.de.ts'

const remote = client(access)
const t = texts.signIn

/** `done` once the session is open; `to` is what was handed over with the words. */
export function useSignIn(done: (to: string | null) => void) {
  const [second, setSecond] = useState(false)
  const [target, setTarget] = useState<string | null>(null)
  const signIn = useAct(remote.signIn)
  const factor = useAct(remote.secondFactor, () => done(target))
  const enter = async (email: string, password: string, to: string | null) => {
    setTarget(to)
    const reply = await signIn.act({ email, password })
    if (reply?.stage === 'open') done(to)
    if (reply?.stage === 'secondFactor') setSecond(true)
  }
  return { signIn, factor, second, enter }
}
type SignIn = ReturnType<typeof useSignIn>

export const PasswordForm = ({ signIn, enter, beside }: SignIn & { beside?: ReactNode }) => (
  <Form
    onSubmit={({ email = '', password = '' }) => void enter(email, password, null)}
    errors={signIn.fields}
    fault={signIn.error?.message}
    busy={signIn.busy}
  >
    <TextField name="email" type="email" label={t.email} autoComplete="username" />
    <TextField name="password" type="password" label={t.password} autoComplete="current-password" />
    <ButtonRow>
      <SubmitButton>{t.submit}</SubmitButton>
      {beside}
    </ButtonRow>
  </Form>
)

export const CodeForm = ({ factor }: SignIn) => (
  <Form
    onSubmit={({ code = '' }) => void factor.act({ code })}
    errors={factor.fields}
    fault={factor.error?.message}
    busy={factor.busy}
  >
    <TextField
      name="code"
      label={t.code}
      hint={t.codeHint}
      autoComplete="one-time-code"
      inputMode="numeric"
      width="s"
    />
    <ButtonRow>
      <SubmitButton>{t.codeSubmit}</SubmitButton>
    </ButtonRow>
  </Form>
)
