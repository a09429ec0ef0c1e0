// The views of the network, one page each; the router marks the current one.
import { A } from '#kit/ui/Link.tsx'
import { networkTabs as t } from '../texts/network-tabs.de.ts'

const tabs = [
  { to: '/netzwerk', label: t.organisations },
  { to: '/netzwerk/karte', label: t.map },
  { to: '/netzwerk/gremien', label: t.bodies },
  { to: '/zustaendigkeiten', label: t.responsibility },
  { to: '/nahtstellen', label: t.seams },
]
/** Only the page itself counts as current, whatever filters stand in its address. */
const exactly = { activeOptions: { exact: true, includeSearch: false } } as object

export const NetworkTabs = () => (
  <nav className="ns-subnav" aria-label={t.label}>
    {tabs.map(({ to, label }) => (
      <A key={to} to={to} plain className="ns-tab" {...exactly}>
        {label}
      </A>
    ))}
  </nav>
)
