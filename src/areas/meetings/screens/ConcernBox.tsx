// /briefkasten/:key: a concern without an account and without a sender. Opening it changes nothing, the button does; it is sent without the session.
import { useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Skeleton } from '#kit/ui/Skeleton.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useAct, useLoad } from '#kit/web/use.ts'
import { meetings } from '../contract.ts'
import { codeOf, shownCode } from '../rules/code.ts'
import { concernTexts } from '../texts/concerns.de.ts'
import { ConcernFields, concernOf } from './ConcernFields.tsx'
import { SentByCode } from './LookAtConcern.tsx'
import { Over } from './PollByLink.tsx'

const remote = client(meetings)
const t = concernTexts.box
const newCode = () => codeOf(crypto.getRandomValues(new Uint8Array(20)))

export function ConcernBoxPage({ box }: { box: string }) {
  const load = useLoad(remote.boxByKey, { key: box })
  const [code, setCode] = useState(newCode)
  const [kept, setKept] = useState(false)
  const drop = useAct(remote.dropConcern, () => setKept(true))
  if (load.error)
    return [400, 404].includes(load.error.status) ? (
      <Over title={t.unknown} text={t.unknownText} />
    ) : (
      <Over title={load.error.message} text="" />
    )
  if (!load.data) return <Skeleton />
  const { body, invented } = load.data
  if (kept)
    return (
      <Kept
        body={body}
        code={code}
        onAnother={() => {
          setCode(newCode())
          setKept(false)
        }}
      />
    )
  return (
    <Stack gap="l">
      <PageHead title={concernTexts.look.to(body)} kind={t.kind} lead={t.lead} invented={invented} />
      <Form
        onSubmit={(values) => void drop.act({ key: box, code, ...concernOf(values) }, { nameless: true })}
        errors={drop.fields}
        fault={drop.error && drop.error.fields.length === 0 ? drop.error.message : undefined}
        busy={drop.busy}
        dirtyGuard
      >
        <ConcernFields />
        <ButtonRow>
          <SubmitButton>{t.send}</SubmitButton>
        </ButtonRow>
      </Form>
      <Later />
    </Stack>
  )
}

const Later = () => (
  <p>
    <A to="/anliegen-stand">{t.later}</A>
  </p>
)

function Kept({ body, code, onAnother }: { body: string; code: string; onAnother: () => void }) {
  const [looking, look] = useState(false)
  const toast = useToast()
  const copy = () => void navigator.clipboard.writeText(shownCode(code)).then(() => toast({ text: t.copied }))
  return (
    <Stack gap="l">
      <PageHead title={t.thanks} lead={t.thanksText(body)} />
      <Notice tone="warning" live title={t.keep}>
        {t.codeText}
      </Notice>
      <TextField name="code" label={t.code} value={shownCode(code)} readOnly width="m" />
      <ButtonRow>
        <Button variant="primary" onClick={copy}>
          {t.copy}
        </Button>
        <Button onClick={() => look(true)}>{t.look}</Button>
        <Button variant="tertiary" onClick={onAnother}>
          {t.another}
        </Button>
      </ButtonRow>
      {looking ? <SentByCode code={code} /> : <Later />}
    </Stack>
  )
}
