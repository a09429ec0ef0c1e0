// Prints docs/openapi.json from the contracts. `--check` only says whether it is stale.
import { writeOrCheck } from './print/fresh.ts'
import { printedOpenapi } from './print/openapi.ts'

writeOrCheck(new Map([['docs/openapi.json', await printedOpenapi()]]), 'node tools/print-openapi.ts')
