// The frame of the signed-in: for whom I act, search, what is new, the places.
import { useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { access } from '#kit/access/contract.ts'
import { texts as accessTexts } from '#kit/access/texts.de.ts'
import { journal } from '#kit/journal/contract.ts'
import { ActingFor } from '#kit/ui/ActingFor.tsx'
import { useCommandKey } from '#kit/ui/CommandPalette.tsx'
import { Frame, type NavItem } from '#kit/ui/Frame.tsx'
import { AccountMenu, CommandButton, FooterLine, NewsLink } from '#kit/ui/FrameParts.tsx'
import { client } from '#kit/web/client.ts'
import type { Session } from '#kit/web/session.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import { actAs } from './acting.ts'
import { Palette } from './Palette.tsx'
import { TourBar } from './TourBar.tsx'
import { texts } from './texts.de.ts'

const sessions = client(access)
const news = client(journal)
const nav = [
  { to: '/heute', label: texts.nav.today, icon: 'home' },
  { to: '/gremien', label: texts.nav.bodies, icon: 'groups' },
  { to: '/sitzungen', label: texts.nav.meetings, icon: 'calendar' },
  { to: '/zahlen', label: texts.nav.figures, icon: 'chart' },
  { to: '/bedarfe', label: texts.nav.planning, icon: 'checklist' },
  { to: '/angebote', label: texts.nav.services, icon: 'place' },
  { to: '/netzwerk', label: texts.nav.network, icon: 'hub' },
  { to: '/einstellungen', label: texts.nav.settings, icon: 'settings' },
] satisfies NavItem[]

/** Pages with an address of their own that belong to a place all the same. */
const belongs: Readonly<Record<string, string>> = {
  aufgaben: '/heute',
  vereinbarungen: '/gremien',
  ueberpruefungen: '/gremien',
  arbeitsgruppen: '/gremien',
  entsendungen: '/gremien',
  wahlen: '/gremien',
  terminfindungen: '/sitzungen',
  unterlagen: '/sitzungen',
  umlaufverfahren: '/sitzungen',
  anliegen: '/sitzungen',
  'anliegen-stand': '/sitzungen',
  themen: '/sitzungen',
  beschluesse: '/bedarfe',
  massnahmen: '/bedarfe',
  organisationen: '/netzwerk',
  personen: '/netzwerk',
  zustaendigkeiten: '/netzwerk',
  nahtstellen: '/netzwerk',
  vergleiche: '/netzwerk',
}

/** What somebody does most visibly comes first; a long list is counted. */
const order = ['chair', 'office', 'planner', 'head', 'checker', 'counsellor', 'delegate', 'deputy', 'staff', 'admin']
function rolesOf(roles: readonly string[]) {
  const place = (role: string) => (order.includes(role) ? order.indexOf(role) : order.length)
  const words = roles.toSorted((a, b) => place(a) - place(b)).map((role) => accessTexts.roles[role] ?? role)
  return words.length > 3 ? `${words.slice(0, 2).join(', ')} ${texts.andMore(words.length - 2)}` : words.join(', ')
}

type Props = { session: Session; onLeave: () => void; children: ReactNode }

export function Shell({ session, onLeave, children }: Props) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [palette, setPalette] = useState(false)
  const place = belongs[useLocation().pathname.split('/')[1] ?? '']
  const items = useLoad(news.news, {}).data?.items.length ?? 0
  const out = useAct(sessions.signOut, () => {
    actAs(null)
    queries.clear()
    void navigate({ to: '/anmelden' as '/' })
  })
  const leave = () => {
    onLeave()
    void out.act({})
  }
  useCommandKey(() => setPalette(true))
  const choose = (organisation: string) => {
    actAs(organisation)
    void queries.invalidateQueries()
  }
  const options = session.choices.map((choice) => ({
    id: choice.organisation,
    organisation: choice.name,
    role: rolesOf(choice.roles),
  }))
  return (
    <Frame
      nav={nav.map((item) => (item.to === place ? { ...item, current: true } : item))}
      phoneNav={['/heute', '/sitzungen', '/zahlen', '/bedarfe']}
      home="/heute"
      actingFor={<ActingFor options={options} value={session.actingFor?.id ?? ''} onChange={choose} />}
      command={<CommandButton onPress={() => setPalette(true)} />}
      news={<NewsLink to="/neu" count={items} />}
      account={
        <AccountMenu
          name={session.person?.title ?? ''}
          items={[
            { label: texts.account, to: '/einstellungen' },
            { label: texts.signOut, onAction: leave },
          ]}
        />
      }
      footer={
        <FooterLine
          links={[
            ...(session.installation.demo ? [{ label: texts.outbox.title, to: '/ausgang' }] : []),
            { label: texts.privacy, to: '/datenschutz' },
            { label: texts.api, to: '/api/openapi.json' },
          ]}
          attribution={texts.attribution}
        />
      }
      {...(session.installation.demo ? { ribbon: texts.demoRibbon } : {})}
    >
      {children}
      <TourBar />
      <Palette open={palette} onOpenChange={setPalette} />
    </Frame>
  )
}
