// Beside the backlog: the focus of the body, and its box for concerns without a sender.
import { useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { SideBox } from '#kit/ui/ObjectPage.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useAct } from '#kit/web/use.ts'
import { BoxState } from '../contract/concerns.ts'
import type { Backlog } from '../contract/topics.ts'
import { meetings } from '../contract.ts'
import { concernTexts } from '../texts/concerns.de.ts'
import { topicTexts } from '../texts/topics.de.ts'

const remote = client(meetings)
const t = topicTexts.focus
const s = concernTexts.settings

export function BacklogSettings({ backlog }: { backlog: Backlog }) {
  return (
    <>
      <Focus backlog={backlog} />
      <Box backlog={backlog} />
    </>
  )
}

function Focus({ backlog }: { backlog: Backlog }) {
  const { body, focus, mayLead } = backlog
  const [changing, change] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const toast = useToast()
  const set = useAct(remote.setFocus, () => {
    change(false)
    toast({ text: t.saved })
  })
  const submit = ({ words = '' }: Record<string, string>) => {
    const list = words
      .split('\n')
      .map((word) => word.trim())
      .filter(Boolean)
    setFault(list.length > 7 ? t.tooMany : null)
    if (list.length <= 7) void set.act({ id: body.id, words: list })
  }
  return (
    <SideBox title={t.title}>
      <Stack>
        {focus.length > 0 ? (
          <ol>
            {focus.map((word, at) => (
              <li key={word}>{`${at + 1}. ${word}`}</li>
            ))}
          </ol>
        ) : (
          <p>{t.none}</p>
        )}
        <small>{t.lead}</small>
        {mayLead ? (
          <ButtonRow>
            <Button small onClick={() => change(true)}>
              {t.change}
            </Button>
          </ButtonRow>
        ) : null}
        <Dialog open={changing} onClose={() => change(false)} title={t.title}>
          <Form onSubmit={submit} errors={fault ? { words: fault } : {}} fault={set.error?.message} busy={set.busy}>
            <TextArea name="words" label={t.words} hint={t.hint} optional rows={7} defaultValue={focus.join('\n')} />
            <SubmitButton>{t.save}</SubmitButton>
          </Form>
        </Dialog>
      </Stack>
    </SideBox>
  )
}

function Box({ backlog }: { backlog: Backlog }) {
  const { body, box, mayLead } = backlog
  const [changing, change] = useState(false)
  const toast = useToast()
  const set = useAct(remote.setBox, () => {
    change(false)
    toast({ text: s.saved })
  })
  const renew = useAct(remote.setBox, () => toast({ text: s.renewed }))
  return (
    <SideBox title={s.title}>
      <Stack>
        <p>{concernTexts.boxStates[box.state]}</p>
        {box.key ? (
          <p>
            <A to={`/briefkasten/${box.key}`}>{s.link}</A>
          </p>
        ) : null}
        {box.state === 'public' ? (
          <p>
            <A to={`/briefkasten/${body.id}`}>{s.publicLink}</A>
          </p>
        ) : null}
        <small>{s.lead}</small>
        {mayLead ? (
          <ButtonRow>
            <Button small onClick={() => change(true)}>
              {t.change}
            </Button>
            {box.key ? (
              <Button
                small
                variant="tertiary"
                busy={renew.busy}
                onClick={() => void renew.act({ id: body.id, state: box.state, renew: true })}
              >
                {s.renew}
              </Button>
            ) : null}
          </ButtonRow>
        ) : null}
        <Refused error={renew.error} />
        <Dialog open={changing} onClose={() => change(false)} title={s.title}>
          <Form
            onSubmit={({ state }) => void set.act({ id: body.id, state: BoxState.parse(state) })}
            errors={set.fields}
            fault={set.error?.message}
            busy={set.busy}
          >
            <RadioGroup
              name="state"
              label={s.state}
              defaultValue={box.state}
              options={BoxState.options.map((value) => ({ value, label: concernTexts.boxStates[value] }))}
            />
            <SubmitButton>{s.save}</SubmitButton>
          </Form>
        </Dialog>
      </Stack>
    </SideBox>
  )
}
