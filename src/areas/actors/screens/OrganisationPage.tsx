// /organisationen/:id: what an organisation is, who acts for it, where it takes part, and whom to ask.
import { useState } from 'react'
import { Button } from '#kit/ui/Button.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { ObjectPage, SideBox } from '#kit/ui/ObjectPage.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useLoad } from '#kit/web/use.ts'
import { actors, type Organisation } from '../contract.ts'
import { screens } from '../texts/screens.de.ts'
import { texts } from '../texts.de.ts'
import { AbsencesOf } from '../widgets/Absences.tsx'
import { EditOrganisation } from '../widgets/OrganisationForm.tsx'
import { IntroducePerson, NameContact } from '../widgets/People.tsx'
import { PeopleTable } from './PeopleTable.tsx'

const remote = client(actors)
const t = screens.page

export function OrganisationPage({ id }: { id: string }) {
  const load = useLoad(remote.organisation, { id })
  return <Loading load={load}>{(organisation) => <Shown organisation={organisation} key={id} />}</Loading>
}

function Shown({ organisation }: { organisation: Organisation }) {
  const [dialog, setDialog] = useState<'edit' | 'introduce' | 'contact' | null>(null)
  const close = () => setDialog(null)
  const { head, may, kind, contact } = organisation
  const links = (kindOf: string, list: readonly { id: string; title: string }[]) => (
    <ul>
      {list.map((one) => (
        <li key={one.id}>
          <ObjectLink kind={kindOf} id={one.id}>
            {one.title}
          </ObjectLink>
        </li>
      ))}
    </ul>
  )
  return (
    <ObjectPage
      head={
        <PageHead
          title={head.title}
          kind={kind ? texts.kinds[kind] : t.kind}
          state={organisation.side ? { label: texts.sides[organisation.side] } : undefined}
          owners={
            organisation.parent
              ? [{ label: organisation.parent.title, to: `/organisationen/${organisation.parent.id}` }]
              : undefined
          }
          invented={head.invented}
          main={
            may.introduce && may.grant ? (
              <Button variant="primary" icon="mail" onClick={() => setDialog('introduce')}>
                {t.introduce}
              </Button>
            ) : undefined
          }
          actions={
            may.describe ? (
              <Button icon="edit" onClick={() => setDialog('edit')}>
                {t.edit}
              </Button>
            ) : undefined
          }
        />
      }
      aside={
        <>
          <SideBox title={t.contact}>
            {contact ? (
              <Stack gap="s">
                <span>{contact.person.title}</span>
                {contact.deputy ? <span>{t.deputy(contact.deputy.title)}</span> : null}
                {contact.email ? <a href={`mailto:${contact.email}`}>{contact.email}</a> : null}
                {contact.phone ? <a href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>{contact.phone}</a> : null}
                <small>{t.confirmed(formatDay(contact.confirmedOn))}</small>
              </Stack>
            ) : (
              <p>{t.noContact}</p>
            )}
            {may.describe && organisation.people.length > 0 ? (
              <Button small onClick={() => setDialog('contact')}>
                {t.nameContact}
              </Button>
            ) : null}
          </SideBox>
          <SideBox title={t.bodies}>
            {organisation.bodies.length > 0 ? links('body', organisation.bodies) : <p>{t.noBodies}</p>}
          </SideBox>
        </>
      }
    >
      <Stack gap="l">
        {kind === null ? (
          <Notice
            tone="info"
            title={t.unknown}
            action={may.describe ? <Button onClick={() => setDialog('edit')}>{t.describe}</Button> : undefined}
          />
        ) : (
          <About organisation={organisation} />
        )}
        <Section title={t.people}>
          {organisation.people.length === 0 ? <p>{t.noPeople}</p> : <PeopleTable organisation={organisation} />}
        </Section>
        <AbsencesOf organisation={organisation.head.id} />
        {organisation.units.length > 0 ? (
          <Section title={t.units}>{links('organisation', organisation.units)}</Section>
        ) : null}
        {organisation.members.length > 0 ? (
          <Section title={t.members}>{links('organisation', organisation.members)}</Section>
        ) : null}
        {dialog === 'edit' ? <EditOrganisation open onClose={close} organisation={organisation} /> : null}
        {dialog === 'contact' ? <NameContact open onClose={close} organisation={organisation} /> : null}
        <IntroducePerson open={dialog === 'introduce'} onClose={close} organisation={head.id} />
      </Stack>
    </ObjectPage>
  )
}

function About({ organisation }: { organisation: Organisation }) {
  const f = screens.form
  const given = [
    { term: f.shortName, value: organisation.shortName },
    { term: f.legalForm, value: organisation.legalForm },
    { term: f.areaKey, value: organisation.areaKey },
    { term: f.privacyLaw, value: organisation.privacyLaw && texts.laws[organisation.privacyLaw] },
    {
      term: f.website,
      value: organisation.website && (
        <a href={organisation.website} rel="noreferrer">
          {organisation.website}
        </a>
      ),
    },
    {
      term: t.formerNames,
      value:
        organisation.formerNames.length > 0
          ? organisation.formerNames.map((one) => t.formerName(one.name, formatDay(one.until))).join('; ')
          : null,
    },
  ]
  return <DefinitionList items={given.filter((item) => item.value)} />
}
