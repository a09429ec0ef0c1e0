// Prints docs/schema.sql from the migrated schema. `--check` only says whether it is stale.
import { writeOrCheck } from './print/fresh.ts'
import { onMigrated } from './print/migrated.ts'
import { printedSchema } from './print/schema.ts'

const text = await onMigrated((client, roles) => printedSchema(client, roles))
writeOrCheck(new Map([['docs/schema.sql', text]]), 'node tools/print-schema.ts')
