// `verify-journal`: walks the chain of the journal and names the first entry that was changed.
import { type Login, openPool } from '#kit/db/database.ts'
import { joinManaged } from '#kit/db/managed/managed.ts'
import { inPlainTransaction } from '#kit/db/transaction.ts'
import { verifyJournal } from '#kit/journal/journal.ts'
import { texts } from '../cli.texts.de.ts'
import { dataFolder } from './data-folder.ts'
import { type Command, out, readWords } from './words.ts'

/** The owner's login of the running or configured installation. */
async function ownerLogin(): Promise<Login | string> {
  if (process.env.DATABASE_OWNER_URL) return process.env.DATABASE_OWNER_URL
  const data = dataFolder()
  const managed = await joinManaged(data)
  if (!managed) throw new Error(texts.notRunning(data))
  return managed.logins.owner
}

export const verify: Command = async (words) => {
  readWords('verify-journal', words, 0, {})
  const pool = openPool(await ownerLogin(), 1)
  try {
    const { entries, head, broken } = await inPlainTransaction(pool, verifyJournal)
    out(broken === null ? texts.journalWhole(entries, head) : texts.journalBroken(broken))
    return broken === null ? 0 : 1
  } finally {
    await pool.end()
  }
}
