/** Makes the cached boundaries by hand: `node tools/boundaries.ts [key prefix] [folder]`. */
import { parseArgs } from 'node:util'
import { buildBoundaries } from '#kit/geo/boundaries.ts'

const { positionals } = parseArgs({ allowPositionals: true })
const [keyPrefix = '091', out = 'node_modules/.cache/nahtstelle-boundaries'] = positionals
console.log(await buildBoundaries({ keyPrefix, out }))
