// /anliegen-stand: what became of a concern that was sent without a name, by its code. The code stands in no address.
import { useState } from 'react'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Prose, Section } from '#kit/ui/Section.tsx'
import { Skeleton } from '#kit/ui/Skeleton.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { client } from '#kit/web/client.ts'
import { useLoad } from '#kit/web/use.ts'
import { meetings } from '../contract.ts'
import { readCode } from '../rules/code.ts'
import { concernTexts } from '../texts/concerns.de.ts'
import { ConcernWay, ImpulseBadge } from './ConcernWay.tsx'

const remote = client(meetings)
const t = concernTexts.look

export function LookAtConcernPage() {
  const [code, setCode] = useState<string | null>(null)
  const [fault, setFault] = useState<Record<string, string>>({})
  return (
    <Stack gap="l">
      <PageHead title={t.title} lead={t.lead} />
      <Form
        onSubmit={({ code: typed = '' }) => {
          const read = readCode(typed)
          setFault(read ? {} : { code: t.incomplete })
          setCode(read)
        }}
        errors={fault}
      >
        <TextField name="code" label={t.code} hint={t.codeHint} autoComplete="off" width="m" />
        <SubmitButton>{t.go}</SubmitButton>
      </Form>
      {code ? <SentByCode key={code} code={code} /> : null}
    </Stack>
  )
}

export function SentByCode({ code }: { code: string }) {
  const load = useLoad(remote.concernByCode, { code })
  if (load.error)
    return (
      <Notice tone="danger" live title={load.error.status === 404 ? t.unknown : load.error.message}>
        {null}
      </Notice>
    )
  if (!load.data) return <Skeleton />
  const { title, text, body } = load.data
  return (
    <Stack gap="l">
      <Section title={title} lead={t.to(body)} actions={<ImpulseBadge way={load.data} />}>
        <ConcernWay way={load.data} />
      </Section>
      <Section title={t.own} level={3}>
        <Prose>{text}</Prose>
      </Section>
    </Stack>
  )
}
