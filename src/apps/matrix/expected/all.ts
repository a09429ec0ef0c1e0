// Everything that is expected, area by area.
import type { FunctionMatrix, HttpMatrix, SqlMatrix } from '../shapes.ts'
import type { Builder } from '../world.ts'
import { actorsHttp } from './actors-http.ts'
import { actorsFunctions, actorsTables } from './actors-tables.ts'
import { kitFunctions } from './kit-functions.ts'
import { kitHttp } from './kit-http.ts'
import { kitObject } from './kit-object.ts'
import { kitTables } from './kit-tables.ts'

export const http: HttpMatrix = { ...kitHttp, ...actorsHttp }
export const tables: SqlMatrix = { ...kitObject, ...kitTables, ...actorsTables }
export const functions: FunctionMatrix = { ...kitFunctions, ...actorsFunctions }
/** What the areas add to the world, in their order. */
export const builders: readonly Builder[] = []
