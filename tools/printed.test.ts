// What is printed from the migrated schema is fresh, and row-level security is forced wherever the map gives no reason.
import assert from 'node:assert/strict'
import test from 'node:test'
import * as house from '../src/map.ts'
import { ownSchemas, tablesWithoutForcedSecurity } from './print/catalogue.ts'
import { staleOf } from './print/fresh.ts'
import { onMigrated } from './print/migrated.ts'
import { printedOpenapi } from './print/openapi.ts'
import { printedRows } from './print/row-types.ts'
import { printedSchema } from './print/schema.ts'

const printed = await onMigrated(async (client, roles) => ({
  rows: await printedRows(client),
  schema: await printedSchema(client, roles),
  open: await tablesWithoutForcedSecurity(client, await ownSchemas(client)),
}))

test('row types are printed from the schema as it is', () =>
  assert.deepEqual(staleOf(printed.rows), [], 'run node tools/print-rows.ts'))

test('docs/schema.sql shows the schema as it is', () =>
  assert.deepEqual(staleOf(new Map([['docs/schema.sql', printed.schema]])), [], 'run node tools/print-schema.ts'))

test('every table forces row-level security, or the map gives the reason', () =>
  assert.deepEqual(printed.open, Object.keys(house.withoutRowSecurity).toSorted()))

test('docs/openapi.json shows the contracts as they are', async () =>
  assert.deepEqual(
    staleOf(new Map([['docs/openapi.json', await printedOpenapi()]])),
    [],
    'run node tools/print-openapi.ts',
  ))
