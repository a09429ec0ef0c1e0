// The command line. Results go to standard output, messages to standard error; 0 = done, 1 = a rule says no or the input is wrong, 2 = the call's words are off.
import { type Login, openPool } from '#kit/db/database.ts'
import { joinManaged } from '#kit/db/managed/managed.ts'
import { inPlainTransaction } from '#kit/db/transaction.ts'
import { verifyJournal } from '#kit/journal/journal.ts'
import { backup, exportAll, moveTo, restoreFile } from './cli/backup.ts'
import { importFile } from './cli/import.ts'
import { dataFolder } from './cli/installation.ts'
import { projectFile } from './cli/project.ts'
import { attackFile, protect } from './cli/protection.ts'
import { type Command, out, readWords, tell, Words } from './cli/words.ts'
import { texts } from './cli.texts.de.ts'

/** The owner's login of the running or configured installation. */
async function ownerLogin(): Promise<Login | string> {
  if (process.env.DATABASE_OWNER_URL) return process.env.DATABASE_OWNER_URL
  const data = dataFolder()
  const managed = await joinManaged(data)
  if (!managed) throw new Error(texts.notRunning(data))
  return managed.logins.owner
}

const commands: Readonly<Record<string, Command>> = {
  async help([about]) {
    if (about && !Object.hasOwn(texts.help, about)) throw new Words(texts.unknown(about))
    out(
      about
        ? texts.help[about]!
        : [
            texts.usage,
            '',
            ...Object.entries(texts.help).map(([name, text]) => `  ${name.padEnd(16)} ${text.split('\n')[0]}`),
          ].join('\n'),
    )
    return 0
  },
  import: importFile,
  backup,
  restore: restoreFile,
  export: exportAll,
  'move-to': moveTo,
  project: projectFile,
  protect,
  attack: attackFile,
  async 'verify-journal'(words) {
    readWords('verify-journal', words, 0, {})
    const pool = openPool(await ownerLogin(), 1)
    try {
      const { entries, head, broken } = await inPlainTransaction(pool, verifyJournal)
      out(broken === null ? texts.journalWhole(entries, head) : texts.journalBroken(broken))
      return broken === null ? 0 : 1
    } finally {
      await pool.end()
    }
  },
}

const [name = 'help', ...words] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : undefined
try {
  if (!command) throw new Words(texts.unknown(name))
  process.exitCode = await command(words)
} catch (error) {
  tell(error instanceof Error ? error.message : String(error))
  process.exitCode = error instanceof Words ? 2 : 1
}
