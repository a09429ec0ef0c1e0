// The stories need a real browser. Debian's Chromium is installed where that is possible; where it is not, one sentence says
// what is missing, and the stories fail instead of being skipped.
import { existsSync } from 'node:fs'
import { command, type Step } from './steps.ts'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const isThere = () =>
  process.env.CHROMIUM ? existsSync(process.env.CHROMIUM) : places.some((place) => existsSync(place))

export const chromium: Step = {
  title: 'Chromium für die Geschichten im Browser',
  run: async () => {
    if (isThere()) return { ok: true, output: '' }
    if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return { ok: false, output: missing }
    process.env.DEBIAN_FRONTEND = 'noninteractive'
    await command('', 'apt-get', ['update', '-qq']).run()
    const { ok, output } = await command('', 'apt-get', [
      'install',
      '-y',
      '-qq',
      '--no-install-recommends',
      'chromium',
    ]).run()
    return ok && isThere()
      ? { ok, output }
      : { ok: false, output: `${missing}\n${output.split('\n').slice(-8).join('\n')}` }
  },
}

const missing =
  'Chromium fehlt und ließ sich nicht einrichten. Bitte installieren Sie es (Debian: apt-get install chromium) oder nennen Sie es in CHROMIUM=/pfad/zu/chromium.'
