// The table of all addresses.
import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router'
import { NotFoundPage } from './NotFound.tsx'
import { Root } from './Root.tsx'
import { page } from './route.tsx'

const root = createRootRoute({ component: Root, notFoundComponent: NotFoundPage })
const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/heute' as '/' })
  },
})

const pages = [
  home,
  page(root, '/anmelden', () => import('./SignIn.tsx'), 'SignInPage'),
  page(root, '/passwort', () => import('./Reset.tsx'), 'ResetPage'),
  page(root, '/einladung/$token', () => import('./Invitation.tsx'), 'InvitationPage'),
  page(root, '/einrichten/$token', () => import('./FirstRun.tsx'), 'FirstRunPage'),
  page(root, '/heute', () => import('./Today.tsx'), 'TodayPage'),
  page(root, '/neu', () => import('./News.tsx'), 'NewsPage'),
  page(root, '/ausgang', () => import('./Outbox.tsx'), 'OutboxPage'),
  page(root, '/suche', () => import('./Search.tsx'), 'SearchPage'),
  page(root, '/aufgaben/$id', () => import('./DutyPage.tsx'), 'DutyPage'),
  page(root, '/datenspur/$id', () => import('./TrailPage.tsx'), 'TrailPage'),
  page(root, '/tuer/landrat', () => import('./LandratDoor.tsx'), 'LandratPage'),
  page(root, '/tuer/verband', () => import('./VerbandDoor.tsx'), 'VerbandPage'),
  page(root, '/gremien', () => import('#areas/cooperation/screens/Bodies.tsx'), 'BodiesPage'),
  page(root, '/gremien/neu', () => import('#areas/cooperation/screens/Founding.tsx'), 'FoundingPage'),
  page(root, '/gremien/$id', () => import('#areas/cooperation/screens/BodyPage.tsx'), 'BodyPage'),
  page(root, '/vereinbarungen/neu', () => import('#areas/cooperation/screens/AgreementEdit.tsx'), 'AgreementNewPage'),
  page(root, '/vereinbarungen/$id', () => import('#areas/cooperation/screens/AgreementPage.tsx'), 'AgreementPage'),
  page(
    root,
    '/vereinbarungen/$id/bearbeiten',
    () => import('#areas/cooperation/screens/AgreementEdit.tsx'),
    'AgreementEditPage',
  ),
  page(root, '/wahlen/$id', () => import('#areas/cooperation/screens/ElectionPage.tsx'), 'ElectionPage'),
  page(
    root,
    '/wahlen/$id/niederschrift',
    () => import('#areas/cooperation/screens/ElectionRecord.tsx'),
    'ElectionRecordPage',
  ),
  page(root, '/netzwerk', () => import('#areas/actors/screens/Network.tsx'), 'NetworkPage'),
  page(root, '/organisationen/$id', () => import('#areas/actors/screens/OrganisationPage.tsx'), 'OrganisationPage'),
  page(root, '/angebote', () => import('#areas/services/screens/ServicesPage.tsx'), 'ServicesPage'),
  page(root, '/angebote/neu', () => import('#areas/services/screens/ServiceForm.tsx'), 'NewServicePage'),
  page(root, '/angebote/$id', () => import('#areas/services/screens/ServicePage.tsx'), 'ServicePage'),
  page(root, '/angebote/$id/bearbeiten', () => import('#areas/services/screens/ServiceForm.tsx'), 'EditServicePage'),
  page(root, '/bedarfe', () => import('#areas/planning/screens/NeedsPage.tsx'), 'NeedsPage'),
  page(root, '/bedarfe/neu', () => import('#areas/planning/screens/NewNeedPage.tsx'), 'NewNeedPage'),
  page(root, '/bedarfe/$id', () => import('#areas/planning/screens/NeedPage.tsx'), 'NeedPage'),
  page(root, '/bedarfe/$id/bearbeiten', () => import('#areas/planning/screens/EditNeedPage.tsx'), 'EditNeedPage'),
  page(root, '/beschluesse/$id', () => import('#areas/planning/screens/DecisionPage.tsx'), 'DecisionPage'),
  page(root, '/massnahmen/neu', () => import('#areas/planning/screens/MeasureForm.tsx'), 'NewMeasurePage'),
  page(root, '/massnahmen/$id', () => import('#areas/planning/screens/MeasurePage.tsx'), 'MeasurePage'),
  page(root, '/massnahmen/$id/bearbeiten', () => import('#areas/planning/screens/MeasureForm.tsx'), 'EditMeasurePage'),
  page(root, '/sitzungen', () => import('#areas/meetings/screens/MeetingsPage.tsx'), 'MeetingsPage'),
  page(root, '/sitzungen/neu', () => import('#areas/meetings/screens/MeetingForm.tsx'), 'NewMeetingPage'),
  page(root, '/sitzungen/$id', () => import('#areas/meetings/screens/MeetingPage.tsx'), 'MeetingPage'),
  page(root, '/sitzungen/$id/bearbeiten', () => import('#areas/meetings/screens/MeetingForm.tsx'), 'EditMeetingPage'),
  page(root, '/zahlen', () => import('#areas/figures/screens/Explorer.tsx'), 'ExplorerPage'),
  page(root, '/zahlen/einlesen', () => import('#areas/figures/screens/ImportPage.tsx'), 'ImportPage'),
  page(root, '/zahlen/tabellen', () => import('#areas/figures/screens/TablePage.tsx'), 'TablesPage'),
  page(root, '/zahlen/tabellen/$id', () => import('#areas/figures/screens/TablePage.tsx'), 'TablePage'),
  page(
    root,
    '/zahlen/kennzahlen/neu',
    () => import('#areas/figures/screens/DefineIndicator.tsx'),
    'DefineIndicatorPage',
  ),
  page(root, '/zahlen/kennzahlen/$id', () => import('#areas/figures/screens/IndicatorPage.tsx'), 'IndicatorPage'),
  page(
    root,
    '/zahlen/kennzahlen/$id/bearbeiten',
    () => import('#areas/figures/screens/DefineIndicator.tsx'),
    'ChangeIndicatorPage',
  ),
  page(root, '/zahlen/lieferungen', () => import('#areas/figures/screens/DeliveriesPage.tsx'), 'DeliveriesPage'),
  page(root, '/zahlen/lieferungen/$id', () => import('#areas/figures/screens/DeliveryPage.tsx'), 'DeliveryPage'),
  page(root, '/datenschutz', () => import('./Privacy.tsx'), 'PrivacyPage'),
  page(root, '/einstellungen', () => import('./Account.tsx'), 'AccountPage'),
]

export const router = createRouter({
  routeTree: root.addChildren(pages),
  defaultPreload: 'intent',
  scrollRestoration: true,
})
