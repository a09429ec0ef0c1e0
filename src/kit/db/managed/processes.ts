// Which processes belong to a cluster. A number alone proves nothing after a crash (it may be somebody else's by now), so a
// process counts only when the cluster's mark stands in its command line: PostgreSQL shows `cluster_name` there.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { codeOf } from './login.ts'

/** Somebody has this number, if only a process that has ended and that nobody has collected yet. */
export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (fault) {
    return codeOf(fault) === 'EPERM'
  }
}

/** Containers often lack somebody who collects ended processes, so these must not count. */
export function isAlive(pid: number): boolean {
  return exists(pid) && (process.platform !== 'linux' || commandLineOf(pid) !== '')
}

/** Words separated by NUL or space; empty for a process that has ended, collected or not. */
function commandLineOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return execFileSync('ps', ['-ww', '-p', String(pid), '-o', 'args='], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/** The numbers of all processes with this mark. */
export function markedProcesses(mark: string): number[] {
  if (process.platform === 'linux') {
    const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
    return all.map(Number).filter((pid) => pid !== process.pid && commandLineOf(pid).includes(mark))
  }
  const listed = execFileSync('ps', ['-axww', '-o', 'pid=,args='], { encoding: 'utf8' }).split('\n')
  return listed.filter((line) => line.includes(mark)).map((line) => Number.parseInt(line, 10))
}

/** A server of this folder: ours by its mark, or started by hand with `-D folder`. */
export function isServerOf(pid: number, mark: string, folder: string): boolean {
  const line = commandLineOf(pid)
  return line.includes(mark) || line.split('\0').includes(folder) || line.includes(`-D ${folder} `)
}

/** Sends a signal; a process that has gone meanwhile is no fault. */
export function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (fault) {
    if (codeOf(fault) !== 'ESRCH') throw fault
  }
}
