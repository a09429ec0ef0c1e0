// Taking back links to a poll: those of an organisation, or of a guest. Whoever can sign in still answers.
import { ButtonRow } from '#kit/ui/Button.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { useAct } from '#kit/web/use.ts'
import type { Poll } from '../contract/polls.ts'
import { meetings } from '../contract.ts'
import { pollTexts } from '../texts/polls.de.ts'

const remote = client(meetings)
const t = pollTexts.page

export function EndLinks({ poll }: { poll: Poll }) {
  const toast = useToast()
  const end = useAct(remote.endPollLinks, ({ ended }) => toast({ text: t.linksEnded(ended) }))
  const organisations = [
    ...new Map([...poll.seats, ...poll.leaders].map(({ organisation }) => [organisation.id, organisation])).values(),
  ]
  const options = [
    ...organisations.map(({ id, title }) => ({ value: `o ${id}`, label: title })),
    ...poll.guests.map(({ id, name }) => ({ value: `g ${id}`, label: name })),
  ]
  return (
    <Section title={t.links} lead={t.linksLead}>
      <Form
        onSubmit={({ whose = '' }) => {
          const [kind, id = null] = whose.split(' ')
          void end.act({
            id: poll.object.id,
            organisation: kind === 'o' ? id : null,
            guest: kind === 'g' ? id : null,
          })
        }}
        errors={end.fields}
        fault={end.error && end.error.fields.length === 0 ? end.error.message : undefined}
        busy={end.busy}
      >
        <Select name="whose" label={t.linksOf} options={options} />
        <ButtonRow>
          <SubmitButton variant="secondary">{t.endLinks}</SubmitButton>
        </ButtonRow>
      </Form>
    </Section>
  )
}
