// A drawn paper lies in the storage of this window until it is cast; casting sends neither cookie nor key, so that it comes from nobody.
import { addressOf } from '#kit/web/client.ts'
import { cooperation } from '../contract.ts'
import type { Paper } from '../rules/papers.ts'

const nameOf = (modulus: string, seat: string) => `nahtstelle.paper.${modulus.slice(0, 24)}.${seat}`

export function keptPaper(modulus: string, seat: string): Paper | null {
  const text = sessionStorage.getItem(nameOf(modulus, seat))
  return text ? (JSON.parse(text) as Paper) : null
}

/** null: it was cast. */
export function keepPaper(modulus: string, seat: string, paper: Paper | null): void {
  if (paper) sessionStorage.setItem(nameOf(modulus, seat), JSON.stringify(paper))
  else sessionStorage.removeItem(nameOf(modulus, seat))
}

/** The server's sentence, where it gave one. */
export class Uncast extends Error {
  override name = 'Uncast'
}

export async function cast(
  paper: Paper & { election: string; answer: string; candidate: string | null },
): Promise<void> {
  const response = await fetch(addressOf(cooperation.castPaper, {}).url, {
    method: 'POST',
    credentials: 'omit',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(paper),
  })
  if (response.ok) return
  const { message } = (await response.json().catch(() => ({}))) as { message?: string }
  throw new Uncast(message ?? '')
}
