// Where a mailed link leads. Opening it changes nothing (mail gateways open links by themselves); the button does.
import { useNavigate } from '@tanstack/react-router'
import { access } from '#kit/access/contract.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Skeleton } from '#kit/ui/Skeleton.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { client } from '#kit/web/client.ts'
import { useAct, useLoad } from '#kit/web/use.ts'
import { texts } from './texts.de.ts'

const remote = client(access)
const t = texts.invitation

export function InvitationPage({ token }: { token: string }) {
  const navigate = useNavigate()
  const load = useLoad(remote.lookAtInvitation, { token })
  const redeem = useAct(remote.redeem, () => void navigate({ href: '/heute' }))
  if (load.error && !redeem.busy)
    return (
      <>
        <PageHead title={t.usedTitle} lead={t.used} />
        <ButtonRow>
          <Button to="/passwort">{texts.reset.submit}</Button>
        </ButtonRow>
      </>
    )
  if (!load.data) return <Skeleton />
  const { purpose, name, email } = load.data
  return (
    <Stack gap="l">
      <PageHead title={purpose === 'invite' ? t.invite(name) : t.reset(name)} lead={t.lead(email)} />
      <Form
        onSubmit={({ password = '' }) => void redeem.act({ token, password })}
        errors={redeem.fields}
        fault={redeem.error?.message}
        busy={redeem.busy}
      >
        <TextField name="password" type="password" label={t.password} hint={t.hint} autoComplete="new-password" />
        <ButtonRow>
          <SubmitButton>{t.submit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Stack>
  )
}
