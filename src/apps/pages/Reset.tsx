// Asking for a link by mail.
import { useState } from 'react'
import { access } from '#kit/access/contract.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { client } from '#kit/web/client.ts'
import { useAct } from '#kit/web/use.ts'
import { texts } from './texts.de.ts'

const remote = client(access)

export function ResetPage() {
  const [sent, setSent] = useState(false)
  const ask = useAct(remote.requestReset, () => setSent(true))
  return (
    <Stack gap="l">
      <PageHead title={texts.reset.title} lead={texts.reset.lead} />
      {sent ? (
        <Notice
          tone="success"
          title={texts.reset.sentTitle}
          action={<Button to="/anmelden">{texts.reset.back}</Button>}
          live
        >
          <p>{texts.reset.sent}</p>
        </Notice>
      ) : (
        <Form
          onSubmit={({ email = '' }) => void ask.act({ email })}
          errors={ask.fields}
          fault={ask.error?.message}
          busy={ask.busy}
        >
          <TextField name="email" type="email" label={texts.signIn.email} autoComplete="username" />
          <ButtonRow>
            <SubmitButton>{texts.reset.submit}</SubmitButton>
            <A to="/anmelden">{texts.reset.back}</A>
          </ButtonRow>
        </Form>
      )}
    </Stack>
  )
}
