// /umlaufverfahren/neu: the words of a decision by circulation, put before both chairs; only where the rules of the body know it.
import { useState } from 'react'
import { cooperation } from '#areas/cooperation/contract.ts'
import { firstBody } from '#areas/cooperation/widgets/first-body.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { useNavigateTo } from '#kit/ui/Link.tsx'
import { NumberField } from '#kit/ui/NumberField.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import type { Circulation, CirculationRules } from '../contract/circulations.ts'
import { meetings } from '../contract.ts'
import { circulationTexts } from '../texts/circulations.de.ts'
import { screens } from '../texts/screens.de.ts'

const remote = client(meetings)
const bodiesRemote = client(cooperation)
const t = circulationTexts.form

export function NewCirculationPage({ search }: { search: { gremium?: string; vorlage?: string } }) {
  const load = useLoad(bodiesRemote.bodies, {})
  return (
    <Loading load={load}>
      {({ bodies }) => {
        const led = bodies.filter((body) => body.mine.some((role) => role === 'chair' || role === 'office'))
        if (led.length === 0) return <EmptyState title={screens.form.nobody}>{screens.form.nobodyHint}</EmptyState>
        return (
          <Choose
            bodies={led.map((body) => ({ value: body.id, label: body.name }))}
            from={search.vorlage ?? null}
            first={led.some(({ id }) => id === search.gremium) ? search.gremium! : firstBody(led)!.id}
          />
        )
      }}
    </Loading>
  )
}

type Choosing = { bodies: readonly { value: string; label: string }[]; first: string; from: string | null }
/** `from`: what was handed back, to be put forward anew without typing it again. */
function Choose({ bodies, first, from }: Choosing) {
  const [body, setBody] = useState(first)
  const before = useLoad(remote.getCirculation, { id: from ?? '' }, { when: from !== null })
  const load = useLoad(remote.circulationRules, { id: body })
  return (
    <Stack gap="l">
      <PageHead title={t.title} kind={circulationTexts.kind} lead={t.lead} />
      {bodies.length > 1 ? (
        <Select name="body" label={t.body} value={body} options={bodies} onChange={setBody} />
      ) : null}
      <Loading load={load}>
        {({ rules }) =>
          rules && from && !before.data ? (
            <Loading load={before}>{() => null}</Loading>
          ) : rules ? (
            <Words key={body} body={body} rules={rules} was={before.data ?? null} />
          ) : (
            <EmptyState title={t.notAllowed}>{t.notAllowedHint}</EmptyState>
          )
        }
      </Loading>
    </Stack>
  )
}

function Words({ body, rules, was }: { body: string; rules: CirculationRules; was: Circulation | null }) {
  const go = useNavigateTo()
  const toast = useToast()
  const [days, setDays] = useState<number | null>(Math.max(rules.days, was?.days ?? 0))
  const propose = useAct(remote.proposeCirculation, ({ object }) => {
    toast({ text: t.saved })
    go(`/umlaufverfahren/${object.id}`)
  })
  return (
    <Form
      onSubmit={({ title = '', proposal = '', reasons = '' }) =>
        void propose.act({ body, title, proposal, reasons, days: days ?? rules.days })
      }
      errors={propose.fields}
      fault={propose.error && propose.error.fields.length === 0 ? propose.error.message : undefined}
      busy={propose.busy}
      dirtyGuard
    >
      <p>{t.rules(rules)}</p>
      <TextField name="title" label={t.name} maxLength={200} width="full" defaultValue={was?.object.title ?? ''} />
      <TextArea
        name="proposal"
        label={t.proposal}
        hint={t.proposalHint}
        maxLength={10_000}
        defaultValue={was?.proposal ?? ''}
      />
      <TextArea name="reasons" label={t.reasons} optional maxLength={10_000} defaultValue={was?.reasons ?? ''} />
      <NumberField
        name="days"
        label={t.days}
        hint={t.daysHint(rules.days)}
        value={days}
        min={rules.days}
        max={90}
        onChange={setDays}
      />
      <ButtonRow>
        <SubmitButton>{t.save}</SubmitButton>
        <Button to="/sitzungen">{t.cancel}</Button>
      </ButtonRow>
    </Form>
  )
}
