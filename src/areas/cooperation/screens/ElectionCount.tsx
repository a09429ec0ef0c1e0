// Entering the count of hands or papers; after a tie the lot. What follows from the numbers is the server's to say.
import { ButtonRow } from '#kit/ui/Button.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { NumberField } from '#kit/ui/NumberField.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import { cooperation, type Election } from '../contract.ts'
import { electionTexts } from '../texts/elections-screens.de.ts'

const remote = client(cooperation)
const t = electionTexts.count

export function ElectionCount({ election }: { election: Election }) {
  if (!election.may.lead) return null
  if (election.status === 'tie' && !election.rounds.at(-1)?.lot) return <Lot election={election} />
  if (election.status !== 'nominating' && election.status !== 'runoff') return null
  return election.candidates.some((one) => one.stands) ? <Count election={election} /> : null
}

function Count({ election }: { election: Election }) {
  const { today } = useSession()
  const toast = useToast()
  const { head, electorate, method, day } = election
  const count = useAct(remote.countRound, () => toast({ text: t.done }))
  const standing = election.candidates.filter((one) => one.stands)
  const title = election.status === 'runoff' ? t.titleRunoff : t.title
  if (today < day)
    return (
      <Section title={title}>
        <p>{t.notYet(day)}</p>
      </Section>
    )
  const submit = (values: Record<string, string>) => {
    const number = (name: string) => Number(values[name] || 0)
    void count.act(
      {
        id: head.id,
        day: values.day || today,
        present: number('present'),
        votes: standing.map(({ id }) => ({ candidate: id, votes: number(`votes-${id}`) })),
        against: number('against'),
        abstained: number('abstained'),
        invalid: number('invalid'),
      },
      { revision: head.revision },
    )
  }
  return (
    <Section title={title} lead={t.lead}>
      <Form
        key={election.rounds.length}
        onSubmit={submit}
        errors={count.fields}
        fault={count.error && count.error.fields.length === 0 ? count.error.message : undefined}
        busy={count.busy}
      >
        <DateField name="day" label={t.day} defaultValue={today} min={day} max={today} />
        <NumberField
          name="present"
          label={t.present}
          unit={t.presentUnit(electorate.length)}
          min={1}
          max={electorate.length}
          decimals={0}
        />
        {standing.map((one) => (
          <NumberField
            key={one.id}
            name={`votes-${one.id}`}
            label={`${one.person.title}, ${one.organisation.title}`}
            unit={t.votes}
            min={0}
            decimals={0}
          />
        ))}
        {standing.length === 1 ? (
          <NumberField name="against" label={t.against} defaultValue={0} min={0} decimals={0} />
        ) : null}
        <NumberField name="abstained" label={t.abstained} defaultValue={0} min={0} decimals={0} />
        {method === 'paper' ? (
          <NumberField name="invalid" label={t.invalid} defaultValue={0} min={0} decimals={0} />
        ) : null}
        <ButtonRow>
          <SubmitButton>{t.submit}</SubmitButton>
        </ButtonRow>
      </Form>
    </Section>
  )
}

function Lot({ election }: { election: Election }) {
  const toast = useToast()
  const lot = useAct(remote.recordLot, () => toast({ text: t.done }))
  const last = election.rounds.at(-1)!
  const top = Math.max(...last.votes.map((one) => one.votes))
  const tied = last.votes
    .filter((one) => one.votes === top)
    .map((one) => election.candidates.find(({ id }) => id === one.candidate)!)
  return (
    <Section title={t.lot} lead={t.lotLead}>
      <Form
        onSubmit={({ candidate = '' }) =>
          void lot.act({ id: election.head.id, candidate }, { revision: election.head.revision })
        }
        busy={lot.busy}
      >
        <RadioGroup
          name="candidate"
          label={t.candidate}
          defaultValue={tied[0]!.id}
          options={tied.map((one) => ({ value: one.id, label: one.person.title }))}
        />
        <ButtonRow>
          <SubmitButton>{t.lot}</SubmitButton>
        </ButtonRow>
        <Refused error={lot.error} />
      </Form>
    </Section>
  )
}
