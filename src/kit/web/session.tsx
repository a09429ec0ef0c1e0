// Who is signed in and for whom they act; every screen may ask.
import { createContext, type ReactNode, useContext } from 'react'
import type { access } from '#kit/access/contract.ts'
import type { Reply } from '#kit/http/contract.ts'

export type Session = Reply<(typeof access)['session']>
const SessionContext = createContext<Session | null>(null)

export const SessionProvider = ({ session, children }: { session: Session; children: ReactNode }) => (
  <SessionContext value={session}>{children}</SessionContext>
)

/** The session; only below the signed-in frame. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('no session here')
  return session
}

/** May the person who looks hold one of these roles in one of these scopes (an organisation or a body)? The server decides again. */
export function useHolds() {
  const { held } = useSession()
  return (roles: readonly string[], ...scopes: (string | null | undefined)[]) =>
    roles.some((role) => scopes.some((scope) => scope && held.includes(`${role}@${scope}`)))
}
