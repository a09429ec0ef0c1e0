// Which chairs are still missing.
import type { Body } from '../contract.ts'

/** Groups that still owe a chair, that of the office first, each with an organisation from which one could come. Without groups: the open places. */
export function vacantGroups(body: Body): { group: string | null; organisation: string | undefined }[] {
  const chairs = body.people.filter((one) => one.role === 'chair')
  const groupOf = (organisation: string) =>
    body.seats.find((seat) => seat.organisation.id === organisation)?.constituency ?? null
  const taken = chairs.map((chair) => groupOf(chair.organisation.id))
  const ownGroup = body.head.owner ? groupOf(body.head.owner.id) : null
  const groups = body.constituencies
    .filter((one) => one.chair !== null && !taken.includes(one.name))
    .toSorted((a, b) => Number(b.name === ownGroup) - Number(a.name === ownGroup))
  const free = (group: string | null) =>
    body.seats.find(
      (seat) => seat.constituency === group && !chairs.some((chair) => chair.organisation.id === seat.organisation.id),
    )?.organisation.id
  const open = Math.max(0, body.keys - chairs.length)
  return groups.length > 0
    ? groups.slice(0, open).map((one) => ({ group: one.name, organisation: free(one.name) }))
    : Array.from({ length: open }, () => ({ group: null, organisation: free(null) }))
}
