// Where every kind of object lives in the address bar.
import type { Paths } from '#kit/web/paths.tsx'
import { places } from '../places.ts'

export const paths: Paths = Object.fromEntries(
  Object.entries(places).map(([kind, place]) => [kind, (id: string) => `${place}/${id}`]),
)
