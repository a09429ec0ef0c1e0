// How two voices about one organisation read together: what it says of itself goes before what others say; the latest word about its state counts.
import type { Involved, Voice } from '../contract/involvement.ts'

export type Said = Voice & { at: string }
type Read = Pick<Involved, 'influence' | 'interest' | 'contribution' | 'state' | 'gap'>

export function readTogether(own: Said | null, others: Said | null, really: Involved['really']): Read {
  const [latest = null] = [own, others]
    .filter((voice) => voice !== null && voice.state !== null)
    .sort((a, b) => b!.at.localeCompare(a!.at))
  const state = latest?.state ?? null
  return {
    influence: others?.influence ?? null,
    interest: own?.interest ?? others?.interest ?? null,
    contribution: own?.contribution || others?.contribution || '',
    state,
    gap: state === 'promised' && really.length === 0,
  }
}
