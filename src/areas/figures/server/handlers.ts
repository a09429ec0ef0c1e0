// All handlers of the area: reading here, the rest by what it does.
import type { Database } from '#kit/db/database.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { objects } from '#kit/objects/objects.ts'
import { whomToAskAt } from '#kit/ref.ts'
import type { figures as contract } from '../contract.ts'
import { areaStore } from '../store/areas.ts'
import { boundaries } from './boundaries.ts'
import { byLink } from './by-link.ts'
import { catalogue } from './catalogue.ts'
import { comparing, comparison } from './comparison/comparing.ts'
import { comparisonFile } from './comparison/file.ts'
import { mapFile, seriesFile } from './csv.ts'
import { delivering } from './delivering.ts'
import { describing } from './describing.ts'
import { forms } from './forms.ts'
import { keeping } from './gate/keeping.ts'
import { releasing } from './gate/releasing.ts'
import { importing } from './importing.ts'
import { owing } from './owing.ts'
import { mapSlice } from './reading.ts'
import { reforming } from './reforming.ts'
import { reuse } from './reuse.ts'
import { reviewing } from './reviewing.ts'
import { series } from './series.ts'

export const handlers: Handlers<typeof contract> = {
  ...describing,
  ...importing,
  ...delivering,
  ...byLink,
  ...owing,
  ...forms,
  ...keeping,
  ...releasing,
  ...catalogue,
  ...reforming,
  ...reviewing,
  ...reuse,
  ...comparing,
  async areas({ level, on }, { db, actor, today }) {
    const own = actor?.organisation ? await areaStore(db).keyOfOrganisation(actor.organisation) : null
    return { ...(await areaStore(db).list(level, on ?? today)), own }
  },
  async map(input, { db, at }) {
    return mapSlice(db, at, input)
  },
  async series(input, { db, at }) {
    return series(db, at, input)
  },
  async mapFile(input, { db, at, today, house }) {
    const slice = await mapSlice(db, at, input)
    const areas = await areaStore(db).list(input.level, input.from ?? today)
    const names = new Map(areas.keys.map((key, n) => [key, areas.names[n]!]))
    return mapFile(slice, names, await askAt(db, house.address(), input.indicator))
  },
  async seriesFile(input, { db, at, house }) {
    return seriesFile(await series(db, at, input), await askAt(db, house.address(), input.indicator))
  },
  async boundaries({ level }, { db, today }) {
    return boundaries(db, today, level)
  },
  async comparisonFile(input, { db, at, today, house }) {
    return comparisonFile(await comparison(db, at, today, input), await askAt(db, house.address(), input.indicator))
  },
}

/** Who defined or read in what is counted answers for the file. */
async function askAt(db: Database, installation: string, indicator: string): Promise<string> {
  const owner = (await objects(db).find(indicator))?.owner
  return owner ? whomToAskAt(installation, owner) : installation
}
