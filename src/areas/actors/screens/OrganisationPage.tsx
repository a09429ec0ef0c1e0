// /organisationen/:id: what an organisation is, who acts for it, whom it stands for on any day, what became of it, and whom to ask.
import { useState } from 'react'
import { Button } from '#kit/ui/Button.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { ObjectPage, SideBox } from '#kit/ui/ObjectPage.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { Tabs } from '#kit/ui/Tabs.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useLoad } from '#kit/web/use.ts'
import { actors, type Organisation } from '../contract.ts'
import { screens } from '../texts/screens.de.ts'
import { structureTexts } from '../texts/structure.de.ts'
import { texts } from '../texts.de.ts'
import { AbsencesOf } from '../widgets/Absences.tsx'
import { NameContact } from '../widgets/ContactForm.tsx'
import { EditOrganisation } from '../widgets/OrganisationForm.tsx'
import { IntroducePerson } from '../widgets/People.tsx'
import { RelationsBox } from '../widgets/RelationsBox.tsx'
import { ContactBox } from './ContactBox.tsx'
import { HistoryTab } from './HistoryTab.tsx'
import { OrganisationAbout } from './OrganisationAbout.tsx'
import { PeopleTable } from './PeopleTable.tsx'
import { StructureTab } from './StructureTab.tsx'

const remote = client(actors)
const t = screens.page
const { view, views } = structureTexts

type Looking = { search: { ansicht?: string; tag?: string }; onSearch: (next: Record<string, string>) => void }

export function OrganisationPage({ id, ...looking }: { id: string } & Looking) {
  const load = useLoad(remote.organisation, { id })
  return <Loading load={load}>{(organisation) => <Shown organisation={organisation} key={id} {...looking} />}</Loading>
}

function Shown({ organisation, search, onSearch }: { organisation: Organisation } & Looking) {
  const [dialog, setDialog] = useState<'edit' | 'introduce' | 'contact' | null>(null)
  const close = () => setDialog(null)
  const { head, may, kind } = organisation
  const describe = may.describe || may.correct
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
            describe ? (
              <Button icon="edit" onClick={() => setDialog('edit')}>
                {t.edit}
              </Button>
            ) : undefined
          }
        />
      }
      aside={
        <>
          <ContactBox organisation={organisation} onName={() => setDialog('contact')} />
          <SideBox title={t.bodies}>
            {organisation.bodies.length > 0 ? (
              <ul>
                {organisation.bodies.map((one) => (
                  <li key={one.id}>
                    <ObjectLink kind="body" id={one.id}>
                      {one.title}
                    </ObjectLink>
                  </li>
                ))}
              </ul>
            ) : (
              <p>{t.noBodies}</p>
            )}
          </SideBox>
        </>
      }
    >
      <Tabs
        label={views}
        value={search.ansicht}
        onChange={(ansicht) => onSearch({ ansicht })}
        tabs={[
          {
            id: 'ueberblick',
            label: view.overview,
            content:
              kind === null ? (
                <Notice
                  tone="info"
                  title={t.unknown}
                  action={describe ? <Button onClick={() => setDialog('edit')}>{t.describe}</Button> : undefined}
                />
              ) : (
                <Stack gap="l">
                  <OrganisationAbout organisation={organisation} />
                  <RelationsBox organisation={{ id: head.id, title: head.title }} />
                </Stack>
              ),
          },
          {
            id: 'menschen',
            label: view.people,
            count: organisation.people.length,
            content: (
              <Section title={t.people}>
                {organisation.people.length === 0 ? <p>{t.noPeople}</p> : <PeopleTable organisation={organisation} />}
                <AbsencesOf organisation={head.id} />
              </Section>
            ),
          },
          {
            id: 'gefuege',
            label: view.structure,
            count: organisation.units.length + organisation.members.length,
            content: (
              <StructureTab
                organisation={organisation}
                day={search.tag}
                onDay={(tag) => onSearch({ ansicht: 'gefuege', ...(tag ? { tag } : {}) })}
              />
            ),
          },
          { id: 'geschichte', label: view.history, content: <HistoryTab id={head.id} /> },
        ]}
      />
      <Stack gap="l">
        {dialog === 'edit' ? <EditOrganisation open onClose={close} organisation={organisation} /> : null}
        {dialog === 'contact' ? <NameContact onClose={close} organisation={organisation} /> : null}
        <IntroducePerson open={dialog === 'introduce'} onClose={close} organisation={head.id} />
      </Stack>
    </ObjectPage>
  )
}
