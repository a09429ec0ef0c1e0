// Loaded before a test (node --import): replaces one guard in the source while it is loaded. Fails when the source no longer has it.
import { registerHooks } from 'node:module'
import { guards, placeOf } from './guards.ts'

const guard = guards.find((one) => one.name === process.env.NAHTSTELLE_MUTANT)
if (guard) {
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context)
      if (!url.endsWith(`/${guard.file}`)) return loaded
      const source =
        Buffer.isBuffer(loaded.source) || loaded.source instanceof Uint8Array
          ? Buffer.from(loaded.source).toString()
          : String(loaded.source)
      if (source.match(placeOf(guard))?.length !== 1)
        throw new Error(`${guard.file} no longer has exactly one: ${guard.from}`)
      return { ...loaded, source: source.replace(placeOf(guard), () => guard.to) }
    },
  })
}
