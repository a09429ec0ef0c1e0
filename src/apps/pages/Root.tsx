// Around every page: who is signed in, and the frame that fits.
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { type ComponentProps, useCallback, useEffect, useRef, useState } from 'react'
import { access } from '#kit/access/contract.ts'
import { LinkProvider } from '#kit/ui/Link.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { PlainFrame } from '#kit/ui/PlainFrame.tsx'
import { actFor, actsFor, client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useLive } from '#kit/web/live.ts'
import { type Session, SessionProvider } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import { actAs } from './acting.ts'
import { OfflineBar } from './Offline.tsx'
import { Shell } from './Shell.tsx'
import { SignInAgain } from './SignInAgain.tsx'
import { texts } from './texts.de.ts'

const remote = client(access)
const open = [
  '/anmelden',
  '/passwort',
  '/einladung/',
  '/einrichten/',
  '/kontakt/',
  '/mitteilung/',
  '/termin/',
  '/zusage/',
  '/umlauf/',
  '/briefkasten/',
  '/anliegen-stand',
  '/oeffentlich',
  '/rueckfragen/',
]

const RouterLink = ({ to, ...rest }: { to: string } & ComponentProps<'a'>) => {
  // Filters in an address stay what they are: the router reads them from the href.
  const { pathname, search, hash } = new URL(to, location.origin)
  return (
    <Link
      to={pathname as '/'}
      search={Object.fromEntries(new URLSearchParams(search)) as never}
      hash={hash.slice(1)}
      {...(rest as object)}
    />
  )
}

export function Root() {
  const navigate = useNavigate()
  return (
    <LinkProvider as={RouterLink} navigate={(to) => void navigate({ href: to })}>
      <Inside />
      <OfflineBar />
    </LinkProvider>
  )
}

function Inside() {
  const { pathname, href } = useLocation()
  const navigate = useNavigate()
  // The pages stay while the session loads again: what somebody is typing must not be lost.
  const load = useLoad(remote.session, {}, { keep: true })
  const session = load.data
  const plain = open.some((path) => pathname.startsWith(path))
  const reload = load.reload
  const ended = useCallback(() => reload(), [reload])
  useLive(ended, session?.signedIn ?? false)

  const [over, setOver] = useState<{ why: string; at: string } | null>(null)
  // A remembered organisation for which one may no longer act gives way to one for which one may.
  useEffect(() => {
    if (load.error?.code === 'mandateEnded') {
      setOver({ why: load.error.message, at: pathname })
      actAs(null)
      reload()
    }
    if (session?.actingFor && actsFor() !== session.actingFor.id) actFor(session.actingFor.id)
  }, [load.error, session, reload, pathname])
  // Whoever was signed in when the session ended finds the page again as it was; somebody else begins anew.
  const known = useRef<Session | null>(null)
  const stranger = session?.signedIn && known.current && known.current.person?.id !== session.person?.id
  useEffect(() => {
    if (stranger) location.assign('/heute')
    else if (session?.signedIn) known.current = session
    else if (plain) known.current = null
  }, [session, plain, stranger])
  const lost = !plain && session?.signedIn === false ? known.current : null
  useEffect(() => {
    if (session && !session.signedIn && !plain && !known.current)
      void navigate({ to: '/anmelden' as '/', search: { zurueck: href } as never, replace: true })
  }, [session, plain, href, navigate])

  const leave = () => {
    known.current = null
  }
  const ribbon = session?.installation.demo ? { ribbon: texts.demoRibbon } : {}
  if (stranger) return null
  const shown = lost ?? session
  if (plain || !shown || (!shown.signedIn && !lost))
    return (
      <PlainFrame {...ribbon}>
        <Loading load={load}>
          {(known) =>
            plain ? (
              <SessionProvider session={known}>
                <Outlet />
              </SessionProvider>
            ) : null
          }
        </Loading>
      </PlainFrame>
    )
  return (
    <SessionProvider session={shown}>
      <div style={{ display: lost ? 'none' : 'contents' }}>
        <Shell session={shown} onLeave={leave}>
          {over?.at === pathname ? (
            <Notice tone="warning" title={texts.mandateOver} live>
              {over.why}
            </Notice>
          ) : null}
          <Outlet />
        </Shell>
      </div>
      {lost ? <SignInAgain name={lost.person?.title ?? ''} onDone={reload} /> : null}
    </SessionProvider>
  )
}
