// The first-run assistant of an empty installation, reached by the one-time link of the terminal.
import { useNavigate } from '@tanstack/react-router'
import { access } from '#kit/access/contract.ts'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { client } from '#kit/web/client.ts'
import { useAct } from '#kit/web/use.ts'
import { texts } from './texts.de.ts'

const remote = client(access)
const t = texts.firstRun

export function FirstRunPage({ token }: { token: string }) {
  const navigate = useNavigate()
  const set = useAct(remote.firstRun, () => void navigate({ href: '/heute' }))
  return (
    <Stack gap="l">
      <PageHead title={t.title} lead={t.lead} />
      <Form
        onSubmit={({ organisation = '', person = '', email = '', password = '' }) =>
          void set.act({ token, organisation, person, email, password })
        }
        errors={set.fields}
        fault={set.error?.message}
        busy={set.busy}
      >
        <TextField name="organisation" label={t.organisation} hint={t.organisationHint} autoComplete="organization" />
        <TextField name="person" label={t.person} autoComplete="name" />
        <TextField name="email" type="email" label={t.email} autoComplete="username" />
        <TextField
          name="password"
          type="password"
          label={t.password}
          hint={texts.invitation.hint}
          autoComplete="new-password"
        />
        <ButtonRow>
          <SubmitButton>{t.submit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Stack>
  )
}
