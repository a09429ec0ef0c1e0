// For whom this browser acted last. Only a preference: what counts is the mandate, checked at every request.
const name = 'nahtstelle.handelt-fuer'
export const rememberedActing = (): string | null => localStorage.getItem(name)
export function rememberActing(organisation: string | null) {
  if (organisation) localStorage.setItem(name, organisation)
  else localStorage.removeItem(name)
}
