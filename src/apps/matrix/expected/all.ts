// Everything that is expected, area by area.
import type { FunctionMatrix, HttpMatrix, SqlMatrix } from '../shapes.ts'
import type { Builder } from '../world.ts'
import { cooperationWorld } from '../worlds/cooperation.ts'
import { electionsWorld } from '../worlds/elections.ts'
import { planningWorld } from '../worlds/planning.ts'
import { specimensWorld } from '../worlds/specimens.ts'
import { actorsHttp } from './actors-http.ts'
import { actorsFunctions, actorsTables } from './actors-tables.ts'
import { cooperationHttp } from './cooperation-http.ts'
import { cooperationFunctions, cooperationTables } from './cooperation-tables.ts'
import { electionsFunctions, electionsHttp, electionsTables } from './elections.ts'
import { figuresHttp } from './figures-http.ts'
import { figuresTables } from './figures-tables.ts'
import { kitFunctions } from './kit-functions.ts'
import { kitHttp } from './kit-http.ts'
import { kitMandates } from './kit-mandates.ts'
import { kitObject } from './kit-object.ts'
import { kitTables } from './kit-tables.ts'
import { meetingsHttp } from './meetings-http.ts'
import { meetingsTables } from './meetings-tables.ts'
import { planningHttp } from './planning-http.ts'
import { planningFunctions, planningTables } from './planning-tables.ts'

export const http: HttpMatrix = {
  ...kitHttp,
  ...actorsHttp,
  ...cooperationHttp,
  ...figuresHttp,
  ...planningHttp,
  ...meetingsHttp,
  ...electionsHttp,
}
export const tables: SqlMatrix = {
  ...kitObject,
  ...kitMandates,
  ...kitTables,
  ...actorsTables,
  ...cooperationTables,
  ...figuresTables,
  ...planningTables,
  ...meetingsTables,
  ...electionsTables,
}
export const functions: FunctionMatrix = {
  ...kitFunctions,
  ...actorsFunctions,
  ...cooperationFunctions,
  ...planningFunctions,
  ...electionsFunctions,
}
/** What the areas add to the world, in their order. */
export const builders: readonly Builder[] = [specimensWorld, cooperationWorld, planningWorld, electionsWorld]
