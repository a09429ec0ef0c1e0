// The joint release: whose key is given, whose is missing, and the buttons of the chair who looks. For the pages of all areas.
import { useState } from 'react'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { formatDay, formatInstant } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { SideBox } from '#kit/ui/ObjectPage.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { cooperation, type Releases } from '../contract.ts'
import { agreementTexts } from '../texts/agreements.de.ts'
import { ruleTexts } from '../texts/rules.de.ts'

const remote = client(cooperation)
const t = agreementTexts.release
const r = ruleTexts.release

/** `title`: what is released, where several things stand on one page. */
export function ReleaseBox({ object, title }: { object: string; title?: string }) {
  const load = useLoad(remote.releases, { object })
  return (
    <Loading load={load} shape="text">
      {(releases) => (
        <SideBox title={title ?? (releases.needed > 1 ? t.title : t.titleOne)}>
          {releases.edition === null ? <p>{t.nothing}</p> : <Keys object={object} releases={releases} />}
        </SideBox>
      )}
    </Loading>
  )
}

function Keys({ object, releases }: { object: string; releases: Releases }) {
  const { needed, released, given, open, returned, deadlock } = releases
  const edition = releases.edition!
  const toast = useToast()
  const [returning, setReturning] = useState(false)
  const release = useAct(remote.release, (now) => toast({ text: now.released ? t.doneAll : t.doneOne }))
  return (
    <Stack gap="s">
      <p>
        {t.edition(edition)}{' '}
        {released ? (
          <Badge tone="success" icon="success">
            {t.released}
          </Badge>
        ) : null}
      </p>
      <ul>
        {given.map((key) => (
          <li key={key.person.id}>
            {key.onBehalf
              ? r.inPlace(key.person.title, key.organisation.title, formatInstant(key.at), key.onBehalf.title)
              : t.given(key.person.title, key.organisation.title, formatInstant(key.at))}
          </li>
        ))}
        {(returned ? [] : open).map((key) => (
          <li key={key.person.id}>
            {key.standIn
              ? r.openAway(key.person.title, key.organisation.title, key.standIn.title)
              : t.open(key.person.title, key.organisation.title)}
          </li>
        ))}
      </ul>
      {returned ? (
        <Notice
          tone="warning"
          title={r.returned(returned.person.title, returned.organisation.title, formatInstant(returned.at))}
        >
          {returned.reason}
        </Notice>
      ) : null}
      {deadlock && !returned ? <p>{r.deadlock[deadlock.effect](formatDay(deadlock.on))}</p> : null}
      {released || returned ? null : <small>{given.length + open.length < needed ? t.noChair : t.hint}</small>}
      <ButtonRow>
        {releases.mayRelease ? (
          <Button variant="primary" busy={release.busy} onClick={() => void release.act({ object, edition })}>
            {releases.onBehalf ? r.actFor(releases.onBehalf.title) : t.act}
          </Button>
        ) : null}
        {releases.mayReturn ? (
          <Button variant="tertiary" onClick={() => setReturning(true)}>
            {r.handBack}
          </Button>
        ) : null}
      </ButtonRow>
      <Refused error={release.error} />
      {returning ? <HandBack object={object} edition={edition} onClose={() => setReturning(false)} /> : null}
    </Stack>
  )
}

function HandBack({ object, edition, onClose }: { object: string; edition: number; onClose: () => void }) {
  const toast = useToast()
  const back = useAct(remote.handBack, () => {
    toast({ text: r.handedBack })
    onClose()
  })
  return (
    <Dialog open onClose={onClose} title={r.handBack}>
      <Form
        onSubmit={({ reason = '' }) => void back.act({ object, edition, reason })}
        errors={back.fields}
        fault={back.error && back.error.fields.length === 0 ? back.error.message : undefined}
        busy={back.busy}
      >
        <TextArea name="reason" label={r.reason} hint={r.reasonHint} maxLength={2000} rows={3} />
        <ButtonRow>
          <SubmitButton>{r.send}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
