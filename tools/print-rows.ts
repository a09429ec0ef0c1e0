// Prints src/kit/rows.ts and src/areas/*/rows.ts from the migrated schema. `--check` only says what is stale.
import { writeOrCheck } from './print/fresh.ts'
import { onMigrated } from './print/migrated.ts'
import { printedRows } from './print/row-types.ts'

writeOrCheck(await onMigrated((client) => printedRows(client)), 'node tools/print-rows.ts')
