// `npm run check`: only what needs no running programme, in well under twenty seconds.
import { staticChecks } from './proof/static-checks.ts'
import { takeAll } from './proof/steps.ts'

const outcomes = await takeAll(staticChecks)
process.exitCode = outcomes.every((outcome) => outcome.ok) ? 0 : 1
