// Taking over what is public: one figure at one time in the formats of others, and the catalogue of all of it.
import { z } from 'zod'
import { contract } from '#kit/http/contract.ts'
import { Day, Id } from '#kit/ref.ts'
import { Level } from './shapes.ts'

export const OpenFormat = z.enum(['json-stat', 'sdmx-json', 'data-package'])
export type OpenFormat = z.infer<typeof OpenFormat>

export const reuseEndpoints = contract({
  openSlice: {
    method: 'GET',
    path: '/figures/open/:format',
    summary: 'An official figure at one time for all areas of a level, as JSON-stat, SDMX-JSON or Data Package',
    who: 'anyone',
    params: z.object({ format: OpenFormat }),
    query: z.object({
      indicator: Id,
      from: Day.optional(),
      until: Day.optional(),
      level: Level.default('county'),
      cut: z.string().max(400).default(''),
    }),
    reply: z.unknown(),
    file: true,
    refusals: ['noPeriod', 'nothingPublic'],
  },
  openCatalogue: {
    method: 'GET',
    path: '/figures/open/catalogue.jsonld',
    summary: 'All figures that are public, as a DCAT-AP.de catalogue',
    who: 'anyone',
    reply: z.unknown(),
    file: true,
  },
})
