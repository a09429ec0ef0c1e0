// Where every kind of object lives in the address bar.
import type { Paths } from '#kit/web/paths.tsx'
import { places } from '../places.ts'

/** Has no page of its own; its place on the trail says what it is and leads on. */
const onTrail = ['groupReport', 'dissolution', 'publicPage'] as const

export const paths: Paths = Object.fromEntries(
  [...Object.entries(places), ...onTrail.map((kind) => [kind, '/datenspur'] as const)].map(([kind, place]) => [
    kind,
    (id: string) => `${place}/${id}`,
  ]),
)
