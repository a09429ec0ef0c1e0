// Signing in: e-mail and password, the second factor where it is on, and in the demo the fictional persons and two doors.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#kit/ui/Button.tsx'
import { Card } from '#kit/ui/Card.tsx'
import { Columns, Stack } from '#kit/ui/Layout.tsx'
import { A } from '#kit/ui/Link.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { useSession } from '#kit/web/session.tsx'
import { actAs } from './acting.ts'
import { doors } from './doors.ts'
import { CodeForm, PasswordForm, useSignIn } from './SignInForm.tsx'
import { texts } from './texts.de.ts'
import { setTourStep, useTour } from './tour.ts'

const t = texts.signIn

export function SignInPage({ search = {} }: { search?: Record<string, string> }) {
  const navigate = useNavigate()
  const { installation } = useSession()
  const way = useSignIn((to) => {
    actAs(null)
    void navigate({
      href: to ?? (search.zurueck?.startsWith('/') && !search.zurueck.startsWith('//') ? search.zurueck : '/heute'),
    })
  })
  if (way.second)
    return (
      <Stack>
        <PageHead title={t.codeTitle} />
        <CodeForm {...way} />
      </Stack>
    )
  const form = (
    <PasswordForm
      {...way}
      beside={
        <>
          <A to="/passwort">{t.forgot}</A>
          <A to="/oeffentlich">{t.publicPages}</A>
        </>
      }
    />
  )
  return (
    <Stack gap="l">
      <PageHead title={t.title} lead={t.lead} />
      {installation.demo ? (
        <>
          <Demo onEnter={(email, to) => void way.enter(email, 'nahtstelle', to)} />
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
        <ul className="ns-flush">{first.map(line)}</ul>
        {all ? (
          <ul className="ns-flush">{others.map(line)}</ul>
        ) : (
          <Button variant="tertiary" icon="chevron-down" onClick={() => setAll(true)}>
            {t.demoOthers(others.length)}
          </Button>
        )}
      </Section>
    </>
  )
}
