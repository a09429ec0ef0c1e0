// `npm run test:mutants`: takes away one rule at a time and looks whether the proof notices. `--tenth N`: only every tenth, beginning with N;
// `--only WORD …`: only those whose name contains one of the words.
import { testCluster } from '#kit/db/managed/test-database.ts'
import { huntInApplication, huntInDatabase } from './mutants/hunt.ts'

process.env.NAHTSTELLE_TEST_ENGINE ??= 'npm'
const at = process.argv.indexOf('--tenth')
const only = process.argv.indexOf('--only')
const share = at !== -1 ? Number(process.argv[at + 1]) : only !== -1 ? process.argv.slice(only + 1) : null
const began = performance.now()
const cluster = await testCluster()
Object.assign(process.env, cluster.env)
try {
  const database = await huntInDatabase(share, console.log)
  const application = await huntInApplication(share, console.log)
  const survivors = [...database.survivors, ...application.survivors]
  console.log(
    `mutants: ${database.hunted} of the database, ${application.hunted} of the application; survivors: ${survivors.length} (${((performance.now() - began) / 1000).toFixed(0)} s)`,
  )
  process.exitCode = survivors.length === 0 ? 0 : 1
} finally {
  await cluster.stop()
}
