// The name of an area by its official key, as people say it; an area that is not in the list keeps its key.
import { areaNames } from '../texts/areas.de.ts'

export const areaNameOf = (key: string): string => (areaNames[key] ? `${areaNames[key]}, ${key}` : key)
