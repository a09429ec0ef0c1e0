// Signing in: e-mail and password, the second factor where it is on, and in the demo the fictional persons and two doors.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { access } from '#kit/access/contract.ts'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Card } from '#kit/ui/Card.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Columns, Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { client } from '#kit/web/client.ts'
import { useSession } from '#kit/web/session.tsx'
import { useAct } from '#kit/web/use.ts'
import { actAs } from './acting.ts'
import { doors } from './doors.ts'
import { texts } from './texts.de.ts'
import { setTourStep, useTour } from './tour.ts'

const remote = client(access)
const t = texts.signIn

export function SignInPage({ search = {} }: { search?: Record<string, string> }) {
  const navigate = useNavigate()
  const { installation } = useSession()
  const [second, setSecond] = useState(false)
  const [target, setTarget] = useState<string | null>(null)
  const go = (to: string | null) => {
    actAs(null)
    void navigate({
      href: to ?? (search.zurueck?.startsWith('/') && !search.zurueck.startsWith('//') ? search.zurueck : '/heute'),
    })
  }
  const signIn = useAct(remote.signIn)
  const factor = useAct(remote.secondFactor, () => go(target))
  const enter = async (email: string, password: string, to: string | null) => {
    setTarget(to)
    const reply = await signIn.act({ email, password })
    if (reply?.stage === 'open') go(to)
    if (reply?.stage === 'secondFactor') setSecond(true)
  }
  if (second)
    return (
      <Stack>
        <PageHead title={t.codeTitle} />
        <Form
          onSubmit={({ code = '' }) => void factor.act({ code })}
          errors={factor.fields}
          fault={factor.error?.message}
          busy={factor.busy}
        >
          <TextField
            name="code"
            label={t.code}
            hint={t.codeHint}
            autoComplete="one-time-code"
            inputMode="numeric"
            width="s"
          />
          <ButtonRow>
            <SubmitButton>{t.codeSubmit}</SubmitButton>
          </ButtonRow>
        </Form>
      </Stack>
    )
  const form = (
    <Form
      onSubmit={({ email = '', password = '' }) => void enter(email, password, null)}
      errors={signIn.fields}
      fault={signIn.error?.message}
      busy={signIn.busy}
    >
      <TextField name="email" type="email" label={t.email} autoComplete="username" />
      <TextField name="password" type="password" label={t.password} autoComplete="current-password" />
      <ButtonRow>
        <SubmitButton>{t.submit}</SubmitButton>
        <A to="/passwort">{t.forgot}</A>
        <A to="/oeffentlich">{t.publicPages}</A>
      </ButtonRow>
    </Form>
  )
  return (
    <Stack gap="l">
      <PageHead title={t.title} lead={t.lead} />
      {installation.demo ? (
        <>
          <Demo onEnter={(email, to) => void enter(email, 'nahtstelle', to)} />
          <Section title={t.withPassword}>{form}</Section>
        </>
      ) : (
        form
      )}
    </Stack>
  )
}

type Person = { email: string; name: string; acts: string[]; doors?: string[]; first?: boolean }

function Demo({ onEnter }: { onEnter: (email: string, to: string | null) => void }) {
  const { data } = useQuery<Person[]>({
    queryKey: ['demo persons'],
    queryFn: async () => (await fetch('/api/demo/persons')).json() as Promise<Person[]>,
  })
  const [all, setAll] = useState(false)
  const persons = data ?? []
  const first = persons.filter((person) => person.first)
  const others = persons.filter((person) => !person.first)
  const tour = useTour(true)
  const begin = () => {
    if (!tour) return
    setTourStep(0)
    onEnter(tour.person, tour.steps[0]?.to ?? null)
  }
  const line = (person: Person) => (
    <li key={person.email}>
      <Button
        onClick={() => onEnter(person.email, null)}
        variant="tertiary"
      >{`${person.name} · ${person.acts.join(' · ')}`}</Button>
    </li>
  )
  return (
    <>
      {tour ? (
        <Section title={t.tourTitle} lead={t.tourLead}>
          <Button variant="primary" onClick={begin}>
            {t.tour}
          </Button>
        </Section>
      ) : null}
      {persons.some((person) => person.doors?.length) ? (
        <Section title={t.doors}>
          <Columns min={260}>
            {doors.map((door) => {
              const person = persons.find((one) => one.doors?.includes(door.id))
              return person ? (
                <Card
                  key={door.id}
                  title={door.title}
                  footer={<Button onClick={() => onEnter(person.email, door.to)}>{door.open}</Button>}
                >
                  <p>{door.text}</p>
                </Card>
              ) : null
            })}
          </Columns>
        </Section>
      ) : null}
      <Section title={t.demoTitle} lead={t.demoLead}>
        <ul>{first.map(line)}</ul>
        {all ? (
          <ul>{others.map(line)}</ul>
        ) : (
          <Button variant="tertiary" icon="chevron-down" onClick={() => setAll(true)}>
            {t.demoOthers(others.length)}
          </Button>
        )}
      </Section>
    </>
  )
}
