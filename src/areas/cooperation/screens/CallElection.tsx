// The dialog that calls an election: day, way of voting, term.
import { addDays } from '#kit/clock/days.ts'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Dialog } from '#kit/ui/Dialog.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { useNavigateTo } from '#kit/ui/Link.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import {
  type ChairTerm,
  cooperation,
  type ElectionMethod,
  type ElectionRole,
  type ElectionsOfBody,
} from '../contract.ts'
import { electionTexts } from '../texts/elections-screens.de.ts'

const remote = client(cooperation)
const t = electionTexts.call

type Props = { body: string; term: ChairTerm; rules: ElectionsOfBody['rules']; onClose: () => void }

export function CallElection({ body, term, rules, onClose }: Props) {
  const { today } = useSession()
  const toast = useToast()
  const go = useNavigateTo()
  const call = useAct(remote.callElection, ({ id }) => {
    toast({ text: t.done })
    go(`/wahlen/${id}`)
  })
  const methods: ElectionMethod[] = rules.secretBallot ? ['hands', 'paper', 'electronic'] : ['hands', 'paper']
  const submit = ({ day, method, role, from, until }: Record<string, string>) =>
    void call.act({
      id: body,
      constituency: term.constituencyId,
      day: day || today,
      method: (method || 'hands') as ElectionMethod,
      role: (role || 'chair') as ElectionRole,
      ...(from ? { from } : {}),
      ...(until ? { until: addDays(until, 1) } : {}),
    })
  return (
    <Dialog open onClose={onClose} title={t.title(term.constituency)}>
      <Form
        onSubmit={submit}
        errors={call.fields}
        fault={call.error && call.error.fields.length === 0 ? call.error.message : undefined}
        busy={call.busy}
      >
        <p>{t.lead}</p>
        <Select
          name="role"
          label={t.role}
          defaultValue="chair"
          options={(['chair', 'deputy'] as const).map((value) => ({ value, label: electionTexts.roles[value] }))}
        />
        <DateField name="day" label={t.day} hint={t.dayHint} defaultValue={today} min={today} />
        <RadioGroup
          name="method"
          label={t.method}
          defaultValue="hands"
          options={methods.map((value) => ({
            value,
            label: electionTexts.methods[value],
            hint: electionTexts.methodHints[value],
          }))}
        />
        <DateField name="from" label={t.from} hint={t.fromHint} optional />
        <DateField name="until" label={t.until} hint={t.untilHint(term.termYears, term.restUntil)} optional />
        <ButtonRow>
          <SubmitButton>{t.submit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
