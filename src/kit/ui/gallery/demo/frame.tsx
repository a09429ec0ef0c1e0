// The frame of the gallery, filled as the product fills it.
import { type ReactNode, useState } from 'react'
import { ActingFor } from '../../ActingFor.tsx'
import { Breadcrumbs } from '../../Breadcrumbs.tsx'
import { CommandPalette, useCommandKey } from '../../CommandPalette.tsx'
import { Frame, type NavItem } from '../../Frame.tsx'
import { AccountMenu, CommandButton, FooterLine, HelpLink, NewsLink } from '../../FrameParts.tsx'
import type { Page } from './pages.tsx'

const nav: NavItem[] = [
  { to: 'heute', label: 'Heute', icon: 'home', count: 3 },
  { to: 'gremien', label: 'Gremien', icon: 'groups' },
  { to: 'sitzungen', label: 'Sitzungen', icon: 'calendar' },
  { to: 'zahlen', label: 'Zahlen', icon: 'chart' },
  { to: 'bedarf', label: 'Bedarfe und Maßnahmen', icon: 'checklist' },
  { to: 'angebote', label: 'Angebote', icon: 'place' },
  { to: 'netzwerk', label: 'Netzwerk', icon: 'hub' },
  { to: 'austausch', label: 'Austausch', icon: 'forum' },
  { to: 'einstellungen', label: 'Einstellungen', icon: 'settings' },
]
const mandates = [
  { id: 'a', organisation: 'Landkreis Ebersberg', role: 'Sozialplanung' },
  { id: 'b', organisation: 'Bezirksarbeitsgemeinschaft Oberbayern', role: 'Vorsitz' },
]

export function DemoFrame({ page, children }: { page: Page; children: ReactNode }) {
  const [acting, act] = useState('a')
  const [open, setOpen] = useState(false)
  useCommandKey(() => setOpen(true))
  return (
    <Frame
      nav={nav.map((item) => ({ ...item, current: item.to === page.id }))}
      actingFor={<ActingFor options={mandates} value={acting} onChange={act} />}
      command={<CommandButton onPress={() => setOpen(true)} />}
      news={<NewsLink to="neu" count={2} />}
      help={<HelpLink to="hilfe" />}
      account={
        <AccountMenu
          name="Dr. Anna Lechner"
          items={[
            { label: 'Mein Profil', icon: 'account', to: 'profil' },
            { label: 'Abmelden', icon: 'logout' },
          ]}
        />
      }
      breadcrumbs={
        <Breadcrumbs
          items={page.id === 'heute' ? [{ label: 'Heute' }] : [{ label: 'Heute', to: 'heute' }, { label: page.title }]}
        />
      }
      footer={
        <FooterLine
          links={[
            { label: 'Impressum', to: 'impressum' },
            { label: 'Datenschutz', to: 'datenschutz' },
            { label: 'Barrierefreiheit', to: 'barrierefreiheit' },
          ]}
          attribution="Verwaltungsgebiete: © GeoBasis-DE / BKG 2024 · Statistische Ämter des Bundes und der Länder"
        />
      }
      ribbon="Beispiel Oberbayern: Organisationen und amtliche Zahlen sind echt, Personen und Abläufe erfunden."
      width={page.wide ? 'wide' : 'normal'}
    >
      {children}
      <CommandPalette
        open={open}
        onOpenChange={setOpen}
        groups={[
          {
            label: 'Tun',
            items: [
              { id: 'meeting', label: 'Sitzung vorbereiten', icon: 'calendar', note: 'Gremien' },
              { id: 'deliver', label: 'Zahl liefern', icon: 'upload', note: 'Zahlen' },
            ],
          },
          {
            label: 'Gehe zu',
            items: nav.map((item) => ({ id: item.to, label: item.label, icon: item.icon, to: item.to })),
          },
        ]}
      />
    </Frame>
  )
}
