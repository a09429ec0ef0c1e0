// For whom this browser acted last. Only a preference: what counts is the mandate, checked at every request.
import { actFor } from '#kit/web/client.ts'

const name = 'nahtstelle.handelt-fuer'
export const rememberedActing = (): string | null => localStorage.getItem(name)
/** From now on the requests of this browser name this organisation; null: the first for which the person may act. */
export function actAs(organisation: string | null) {
  actFor(organisation)
  if (organisation) localStorage.setItem(name, organisation)
  else localStorage.removeItem(name)
}
