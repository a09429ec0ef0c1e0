// Who gives the key of a chair that is away; each chair names its own.
import { useState } from 'react'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useAct } from '#kit/web/use.ts'
import { cooperation, type RulesPage } from '../contract.ts'
import { ruleTexts } from '../texts/rules.de.ts'

const remote = client(cooperation)
const t = ruleTexts.standIn

export function StandIns({ body, rules }: { body: string; rules: RulesPage }) {
  const toast = useToast()
  const [naming, setNaming] = useState(false)
  const end = useAct(remote.endStandIn, () => toast({ text: t.ended }))
  const mine = rules.standIns.some((one) => one.mine)
  return (
    <Section title={t.title} lead={t.lead}>
      <Stack gap="s">
        {rules.inForce && rules.inForce.procedure.standIn !== 'deputy' ? <p>{t.notInRules}</p> : null}
        {rules.standIns.length === 0 ? <p>{t.none}</p> : null}
        <ul>
          {rules.standIns.map((one) => (
            <li key={one.chair.id}>
              {t.line(one.chair.title, one.deputy.title, one.organisation.title)}{' '}
              {one.away ? <Badge tone="info">{t.away}</Badge> : null}
            </li>
          ))}
        </ul>
        {rules.may.nameStandIn ? (
          <ButtonRow>
            <Button small onClick={() => setNaming(true)}>
              {t.name}
            </Button>
            {mine ? (
              <Button small variant="tertiary" busy={end.busy} onClick={() => void end.act({ id: body })}>
                {t.end}
              </Button>
            ) : null}
          </ButtonRow>
        ) : null}
        <Refused error={end.error} />
      </Stack>
      {naming ? <Naming body={body} rules={rules} onClose={() => setNaming(false)} /> : null}
    </Section>
  )
}

function Naming({ body, rules, onClose }: { body: string; rules: RulesPage; onClose: () => void }) {
  const toast = useToast()
  const name = useAct(remote.nameStandIn, () => {
    toast({ text: t.saved })
    onClose()
  })
  if (rules.candidates.length === 0)
    return (
      <Dialog open onClose={onClose} title={t.name}>
        <p>{t.nobody}</p>
      </Dialog>
    )
  return (
    <Dialog open onClose={onClose} title={t.name}>
      <Form
        onSubmit={({ who = '' }) => {
          const [person = '', organisation = ''] = who.split('/')
          void name.act({ id: body, person, organisation })
        }}
        fault={name.error?.message}
        busy={name.busy}
      >
        <Select
          name="who"
          label={t.choose}
          options={rules.candidates.map(({ person, organisation }) => ({
            value: `${person.id}/${organisation.id}`,
            label: `${person.title} (${organisation.title})`,
          }))}
        />
        <ButtonRow>
          <SubmitButton>{t.save}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
