// What can be proved without running the programme: types, form, dead ends, and the map of the house.
import { checkHouse, sentence } from '../check-house.ts'
import { command, type Step } from './steps.ts'

const house: Step = {
  title: 'Hausordnung (src/map.ts)',
  run: async () => {
    const faults = checkHouse(process.cwd())
    return { ok: faults.length === 0, output: faults.map(sentence).join('\n') }
  },
}

export const staticChecks: readonly Step[] = [
  command('Typen: Server', 'tsc', ['--noEmit', '-p', 'tsconfig.json']),
  command('Typen: Oberfläche', 'tsc', ['--noEmit', '-p', 'tsconfig.web.json']),
  command('Form (biome)', 'biome', ['ci', '--max-diagnostics=30']),
  command('Tote Enden (knip)', 'knip', ['--no-progress']),
  command('Sperrdatei vollständig', process.execPath, ['tools/complete-lockfile.ts', '--check']),
  house,
]
