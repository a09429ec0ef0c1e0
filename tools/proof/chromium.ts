// The stories need a real browser. Debian's Chromium is installed where that is possible, as the shell without windows that takes a third less
// of the machine; where it is not, one sentence says what is missing, and the stories fail instead of being skipped.
import { existsSync } from 'node:fs'
import { command, type Step } from './steps.ts'

const shell = '/usr/bin/chromium-headless-shell'
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const isThere = () =>
  process.env.CHROMIUM ? existsSync(process.env.CHROMIUM) : [shell, ...places].some((place) => existsSync(place))
const install = (name: string) =>
  command('', 'apt-get', ['install', '-y', '-qq', '--no-install-recommends', name]).run()

export const chromium: Step = {
  title: 'Chromium für die Geschichten im Browser',
  run: async () => {
    const may = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
    if (process.env.CHROMIUM || existsSync(shell) || !may)
      return isThere() ? { ok: true, output: '' } : { ok: false, output: missing }
    process.env.DEBIAN_FRONTEND = 'noninteractive'
    await command('', 'apt-get', ['update', '-qq']).run()
    const small = await install('chromium-headless-shell')
    if (small.ok && existsSync(shell)) return small
    if (isThere()) return { ok: true, output: '' }
    const { ok, output } = await install('chromium')
    return ok && isThere()
      ? { ok, output }
      : { ok: false, output: `${missing}\n${output.split('\n').slice(-8).join('\n')}` }
  },
}

const missing =
  'Chromium fehlt und ließ sich nicht einrichten. Bitte installieren Sie es (Debian: apt-get install chromium) oder nennen Sie es in CHROMIUM=/pfad/zu/chromium.'
