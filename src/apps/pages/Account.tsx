// My own access: password, second factor, for whom I act.
import { useState } from 'react'
import { OwnAbsence } from '#areas/actors/widgets/Absences.tsx'
import { access } from '#kit/access/contract.ts'
import { texts as accessTexts } from '#kit/access/texts.de.ts'
import { addDays } from '#kit/clock/days.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { formatDayShort } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { texts } from './texts.de.ts'

const remote = client(access)
const t = texts.accountPage

export function AccountPage() {
  const session = useSession()
  return (
    <Stack gap="l">
      <PageHead title={t.title} lead={`${session.person?.title ?? ''} · ${session.email ?? ''}`} />
      <Mandates person={session.person?.id ?? ''} />
      <OwnAbsence />
      <Password />
      <SecondFactor on={session.secondFactor} />
    </Stack>
  )
}

function Mandates({ person }: { person: string }) {
  const load = useLoad(remote.mandates, { person })
  return (
    <Section title={t.mandates} actions={<A to={`/personen/${person}/aufgaben`}>{t.tasks}</A>}>
      <Loading load={load} shape="table">
        {({ mandates }) => (
          <DataTable
            caption={t.mandates}
            hideCaption
            rows={mandates}
            rowKey={(row) => row.id}
            columns={[
              { id: 'organisation', header: t.organisation, cell: (row) => row.organisation.title, main: true },
              { id: 'body', header: t.body, cell: (row) => row.body?.title ?? t.atHome },
              { id: 'role', header: t.role, cell: (row) => accessTexts.roles[row.role] ?? row.role },
              { id: 'from', header: t.from, cell: (row) => formatDayShort(row.from) },
              {
                id: 'until',
                header: t.until,
                cell: (row) => (row.until ? formatDayShort(addDays(row.until, -1)) : t.unlimited),
              },
              { id: 'basis', header: t.basis, cell: (row) => row.basis },
            ]}
          />
        )}
      </Loading>
    </Section>
  )
}

function Password() {
  const toast = useToast()
  const change = useAct(remote.changePassword, () => toast({ text: t.changed }))
  return (
    <Section title={t.password}>
      <Form
        onSubmit={({ old = '', password = '' }) => void change.act({ old, password })}
        errors={change.fields}
        fault={change.error?.message}
        busy={change.busy}
      >
        <TextField name="old" type="password" label={t.old} autoComplete="current-password" />
        <TextField
          name="password"
          type="password"
          label={t.new}
          hint={texts.invitation.hint}
          autoComplete="new-password"
        />
        <ButtonRow>
          <SubmitButton variant="secondary">{t.change}</SubmitButton>
        </ButtonRow>
      </Form>
    </Section>
  )
}

function SecondFactor({ on }: { on: boolean }) {
  const [secret, setSecret] = useState<string | null>(null)
  const begin = useAct(remote.beginTotp, (reply) => setSecret(reply.secret))
  const confirm = useAct(remote.confirmTotp, () => setSecret(null))
  const end = useAct(remote.endTotp)
  return (
    <Section title={t.totp} lead={on ? t.totpOn : t.totpOff}>
      {on ? (
        <Form
          onSubmit={({ password = '' }) => void end.act({ password })}
          errors={end.fields}
          fault={end.error?.message}
          busy={end.busy}
        >
          <TextField
            name="password"
            type="password"
            label={t.totpEndPassword}
            autoComplete="current-password"
            id="totp-password"
          />
          <ButtonRow>
            <SubmitButton variant="secondary">{t.totpEnd}</SubmitButton>
          </ButtonRow>
        </Form>
      ) : secret ? (
        <Form
          onSubmit={({ code = '' }) => void confirm.act({ code })}
          errors={confirm.fields}
          fault={confirm.error?.message}
          busy={confirm.busy}
        >
          <p>{t.totpSecret}</p>
          <p>
            <code>{secret.replace(/(.{4})/g, '$1 ')}</code>
          </p>
          <TextField name="code" label={t.totpCode} inputMode="numeric" width="s" autoComplete="one-time-code" />
          <ButtonRow>
            <SubmitButton>{t.totpConfirm}</SubmitButton>
          </ButtonRow>
        </Form>
      ) : (
        <Button onClick={() => void begin.act({})} busy={begin.busy}>
          {t.totpBegin}
        </Button>
      )}
    </Section>
  )
}
