// What is asked of each delivery of a figure, in words; whoever may define it adds and removes.
import { useState } from 'react'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Cluster, Stack } from '#kit/ui/Layout.tsx'
import { NumberField } from '#kit/ui/NumberField.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { type Rule, RuleKind } from '../contract/checks.ts'
import { figures } from '../contract.ts'
import { checkTexts } from '../texts/checks.de.ts'
import { faultBeside } from '../widgets/Asked.tsx'
import { Others } from './RuleOthers.tsx'

const remote = client(figures)
const t = checkTexts.rules
type Props = { id: string; title: string; unit: string; may: boolean }

export function IndicatorRules(props: Props) {
  const load = useLoad(remote.rules, { id: props.id })
  return (
    <Section title={t.title}>
      <Loading load={load} shape="text">
        {({ rules, whole }) => <Shown {...props} rules={rules} whole={whole} />}
      </Loading>
    </Section>
  )
}

function Shown({ id, title, unit, may, rules, whole }: Props & { rules: readonly Rule[]; whole: boolean }) {
  const remove = useAct(remote.removeRule)
  const [adding, setAdding] = useState(false)
  const words = (rule: Rule) => checkTexts.said({ ...rule, others: rule.others.map((one) => one.title) }, title)
  return (
    <Stack>
      <p>{t.lead}</p>
      {rules.length === 0 && !whole ? (
        <p>{t.none}</p>
      ) : (
        <ul>
          {whole ? (
            <li>
              <Cluster>
                <span>{t.wholeBuiltIn}</span>
                <Badge>{t.refuses}</Badge>
              </Cluster>
            </li>
          ) : null}
          {rules.map((rule) => (
            <li key={rule.id}>
              <Cluster>
                <span>{words(rule)}</span>
                <Badge>{rule.hard ? t.refuses : t.asks}</Badge>
                {may ? (
                  <Button
                    small
                    variant="tertiary"
                    aria-label={t.remove(words(rule))}
                    onClick={() => void remove.act({ id, rule: rule.id })}
                  >
                    {t.take}
                  </Button>
                ) : null}
              </Cluster>
            </li>
          ))}
        </ul>
      )}
      <p>
        <small>
          {t.always} {t.missing}
        </small>
      </p>
      <Refused error={remove.error} />
      {!may ? null : adding ? (
        <Add id={id} unit={unit} onDone={() => setAdding(false)} />
      ) : (
        <ButtonRow>
          <Button onClick={() => setAdding(true)}>{t.add}</Button>
        </ButtonRow>
      )}
    </Stack>
  )
}

const numberIn = (text: string | undefined) => (text ? Number(text) : null)

function Add({ id, unit, onDone }: { id: string; unit: string; onDone: () => void }) {
  const toast = useToast()
  const [kind, setKind] = useState<RuleKind>('range')
  const [others, setOthers] = useState<readonly string[]>([])
  const add = useAct(remote.addRule, () => {
    toast({ text: t.saved, tone: 'success' })
    onDone()
  })
  const submit = (values: Record<string, string>) =>
    void add.act({
      id,
      kind,
      least: kind === 'range' ? numberIn(values.least) : null,
      most: kind === 'range' ? numberIn(values.most) : null,
      percent: kind === 'change' ? numberIn(values.percent) : null,
      others: ['partOf', 'pair', 'sumOf'].includes(kind) ? [...others] : [],
      hard: values.otherwise === 'refuses' && (kind === 'range' || kind === 'whole'),
    })
  const change = (value: string) => {
    setKind(RuleKind.safeParse(value).data ?? 'range')
    setOthers([])
    add.reset()
  }
  return (
    <Form onSubmit={submit} errors={add.fields} fault={faultBeside(add.error)} busy={add.busy} label={t.add}>
      <Select
        name="kind"
        label={t.kind}
        value={kind}
        onChange={change}
        options={RuleKind.options.map((value) => ({ value, label: t.kinds[value] }))}
      />
      {kind === 'range' ? (
        <>
          <NumberField name="least" label={t.least} unit={unit} decimals={6} optional />
          <NumberField name="most" label={t.most} unit={unit} decimals={6} optional />
        </>
      ) : null}
      {kind === 'change' ? (
        <NumberField name="percent" label={t.percent} unit={t.percentUnit} min={1} max={1000} decimals={1} />
      ) : null}
      {kind === 'partOf' || kind === 'pair' || kind === 'sumOf' ? (
        <Others
          key={kind}
          own={id}
          label={kind === 'partOf' ? t.whole : kind === 'pair' ? t.other : t.parts}
          several={kind === 'sumOf'}
          onChange={setOthers}
        />
      ) : null}
      {kind === 'range' || kind === 'whole' ? (
        <RadioGroup
          name="otherwise"
          label={t.otherwise}
          defaultValue="asks"
          options={(['asks', 'refuses'] as const).map((value) => ({ value, label: t.otherwises[value] }))}
        />
      ) : null}
      <ButtonRow>
        <SubmitButton>{t.save}</SubmitButton>
        <Button onClick={onDone}>{t.cancel}</Button>
      </ButtonRow>
    </Form>
  )
}
