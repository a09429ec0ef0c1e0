// One line per page: its address and the file it is loaded from when somebody goes there.
import {
  type AnyRoute,
  createRoute,
  lazyRouteComponent,
  useNavigate,
  useParams,
  useSearch,
} from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { useArrival } from './arrival.ts'

// A page takes the parameters of its address as props, and its filters as `search` with `onSearch` to change them.
type Module = Record<string, unknown>

type Screen = ComponentType<Record<string, unknown>>

/** Hands a screen what the address says. */
function Host({ screen: Lazy }: { screen: Screen }) {
  const params = useParams({ strict: false }) as Record<string, string>
  const search = useSearch({ strict: false }) as Record<string, string>
  const navigate = useNavigate()
  useArrival(JSON.stringify(params))
  const onSearch = (next: Record<string, string>) =>
    void navigate({ to: '.', search: next as never, replace: true, resetScroll: false })
  return <Lazy {...params} search={search} onSearch={onSearch} />
}

/** Where a file is missing the router loads the whole page anew; without a line that would leave nothing on the screen. */
const withLine = (load: () => Promise<Module>) =>
  load().catch((error: unknown) => {
    throw navigator.onLine ? error : new Error('no connection')
  })

/** `load` fetches the file, `name` is the exported page. Filters of the address are strings; a page reads its own. */
export function page(root: AnyRoute, path: string, load: () => Promise<Module>, name: string) {
  const screen = lazyRouteComponent(
    () => withLine(load) as Promise<Record<string, ComponentType<never>>>,
    name,
  ) as unknown as Screen
  return createRoute({
    getParentRoute: () => root,
    path: path as '/',
    validateSearch: (raw: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, String(value)])),
    component: () => <Host screen={screen} />,
  })
}
