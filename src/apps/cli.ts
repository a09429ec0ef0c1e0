// The command line. Results go to standard output, messages to standard error; 0 = done, 1 = a rule says no or the input is wrong, 2 = the call's words are off.
import { type Command, out, tell, Words } from './cli/words.ts'
import { texts } from './cli.texts.de.ts'

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
  // Each command loads what it needs when it is called: a method on files does not wait for the whole house.
  import: async (words) => (await import('./cli/import.ts')).importFile(words),
  backup: async (words) => (await import('./cli/backup.ts')).backup(words),
  restore: async (words) => (await import('./cli/backup.ts')).restoreFile(words),
  export: async (words) => (await import('./cli/backup.ts')).exportAll(words),
  'move-to': async (words) => (await import('./cli/backup.ts')).moveTo(words),
  project: async (words) => (await import('./cli/project.ts')).projectFile(words),
  protect: async (words) => (await import('./cli/protection.ts')).protect(words),
  attack: async (words) => (await import('./cli/protection.ts')).attackFile(words),
  verify: async (words) => (await import('./cli/verify.ts')).verify(words),
  'verify-journal': async (words) => (await import('./cli/verify-journal.ts')).verify(words),
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
