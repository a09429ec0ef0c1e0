// /anliegen/neu: a concern in the name of the own organisation; the way without a sender stands beside it.
import { useState } from 'react'
import { firstBody } from '#areas/cooperation/widgets/first-body.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { useNavigateTo } from '#kit/ui/Link.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useAct, useLoad } from '#kit/web/use.ts'
import { meetings } from '../contract.ts'
import { concernTexts } from '../texts/concerns.de.ts'
import { topicTexts } from '../texts/topics.de.ts'
import { ConcernFields, concernOf } from './ConcernFields.tsx'
import { OfMyBodies, type OwnBody } from './OfMyBodies.tsx'

const remote = client(meetings)
const t = concernTexts.form
type Search = { gremium?: string; sitzung?: string }

export function BringConcernPage({ search }: { search: Search }) {
  return <OfMyBodies>{(bodies) => <Bring bodies={bodies} search={search} />}</OfMyBodies>
}

function Bring({ bodies, search }: { bodies: readonly OwnBody[]; search: Search }) {
  const go = useNavigateTo()
  const toast = useToast()
  const [body, setBody] = useState(bodies.find(({ id }) => id === search.gremium)?.id ?? firstBody(bodies)!.id)
  const backlog = useLoad(remote.getBacklog, { id: body })
  const bring = useAct(remote.bringConcern, (concern) => {
    toast({ text: t.sent })
    go(`/anliegen/${concern.object.id}`)
  })
  const key = backlog.data?.box.key
  return (
    <Stack gap="l">
      <PageHead title={t.title} kind={concernTexts.kind} lead={t.lead(bodies.find(({ id }) => id === body)!.name)} />
      {search.sitzung ? <p>{t.fromMeeting}</p> : null}
      <Form
        onSubmit={(values) =>
          void bring.act({
            ...concernOf(values),
            body,
            meeting: body === search.gremium ? (search.sitzung ?? null) : null,
          })
        }
        errors={bring.fields}
        fault={bring.error && bring.error.fields.length === 0 ? bring.error.message : undefined}
        busy={bring.busy}
        dirtyGuard
      >
        {bodies.length > 1 ? (
          <Select
            name="body"
            label={topicTexts.backlog.body}
            value={body}
            onChange={setBody}
            options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <ConcernFields />
        <ButtonRow>
          <SubmitButton>{t.send}</SubmitButton>
        </ButtonRow>
      </Form>
      {backlog.data ? (
        <Notice
          tone="info"
          title={t.anonymous}
          action={key ? <Button to={`/briefkasten/${key}`}>{t.toBox}</Button> : undefined}
        >
          {key ? t.anonymousText : t.anonymousOff}
        </Notice>
      ) : null}
    </Stack>
  )
}
