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
  page(root, '/suche', () => import('./Search.tsx'), 'SearchPage'),
  page(root, '/aufgaben/$id', () => import('./DutyPage.tsx'), 'DutyPage'),
  page(root, '/datenspur/$id', () => import('./TrailPage.tsx'), 'TrailPage'),
  page(root, '/tuer/landrat', () => import('./LandratDoor.tsx'), 'LandratPage'),
  page(root, '/tuer/verband', () => import('./VerbandDoor.tsx'), 'VerbandPage'),
  page(root, '/datenschutz', () => import('./Privacy.tsx'), 'PrivacyPage'),
  page(root, '/einstellungen', () => import('./Account.tsx'), 'AccountPage'),
]

export const router = createRouter({ routeTree: root.addChildren(pages), defaultPreload: 'intent', scrollRestoration: true })
