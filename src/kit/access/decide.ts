// The one place in the application that decides who may. The database decides a second time, on its own.
import type { Actor } from '#kit/db/transaction.ts'
import type { Role, Who } from '#kit/http/contract.ts'

export type Target = { id: string; owner: string | null; body: string | null }
export type Decision = 'yes' | 'signIn' | 'forbidden'

/** Does the actor hold one of the roles in one of the scopes? */
export function holds(actor: Actor | null, roles: readonly Role[], scopes: readonly (string | null)[]): boolean {
  if (!actor) return false
  return roles.some((role) => scopes.some((scope) => scope !== null && actor.held.includes(`${role}@${scope}`)))
}

/** Deny by default: whatever is not named here is forbidden. */
export function decide(who: Who, actor: Actor | null, target: Target | null): Decision {
  if (who === 'anyone') return 'yes'
  if (!actor) return 'signIn'
  if (who === 'signedIn') return 'yes'
  if (target) return holds(actor, who.as, [target.id, target.body, target.owner]) ? 'yes' : 'forbidden'
  return actor.held.some((held) => who.as.some((role) => held.startsWith(`${role}@`))) ? 'yes' : 'forbidden'
}
