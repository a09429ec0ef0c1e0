// `npm ci` must accept the lockfile on every mirror.
import assert from 'node:assert/strict'
import test from 'node:test'
import { completed, type Lockfile, missingPlatforms } from './complete-lockfile.ts'

test('packages of other platforms that a mirror lacks are added to the lockfile', () => {
  const lock: Lockfile = {
    packages: {
      '': {},
      'node_modules/tool': {
        version: '2.0.0',
        dev: true,
        optionalDependencies: { 'tool-linux-x64': '2.0.0', 'tool-win32-arm64': '2.0.0' },
      },
      'node_modules/tool-linux-x64': { version: '2.0.0', optional: true },
    },
  }
  assert.deepEqual(
    missingPlatforms(lock).map(([place]) => place),
    ['node_modules/tool-win32-arm64'],
  )
  const whole = completed(lock)
  assert.deepEqual(whole.packages['node_modules/tool-win32-arm64'], {
    version: '2.0.0',
    cpu: ['arm64'],
    dev: true,
    optional: true,
    os: ['win32'],
  })
  assert.deepEqual(missingPlatforms(whole), [])
})
