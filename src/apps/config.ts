// The settings of an installation, read from the environment in one place.
import { texts } from './texts.de.ts'

export type Config = {
  mode: 'demo' | 'serve' | 'worker'
  port: number
  /** The folder of the managed database; not used with DATABASE_URL. */
  data: string
  database: { app: string; owner: string; worker: string; backupRole: string } | null
  /** smtp(s)://…; null: mails stay in the outbox. */
  mail: string | null
  /** Under which address people reach it; default: where it listens. */
  address: string | null
  trustProxy: string[]
  /** The part of the land whose boundaries are drawn: the beginning of its keys (AGS); Oberbayern where nothing is said. */
  areaPrefix: string
  fresh: boolean
}

/** @throws an Error with a German sentence where the settings do not fit together. */
export function readConfig(
  mode: Config['mode'],
  words: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Config {
  const port = Number(env.PORT ?? 4400)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(texts.badPort(String(env.PORT)))
  const { DATABASE_URL: app, DATABASE_OWNER_URL: owner, DATABASE_WORKER_URL: worker } = env
  if (app && (!owner || !worker)) throw new Error(texts.needsOwner)
  return {
    mode,
    port,
    data: env.DATA ?? (mode === 'demo' ? './data/demo' : './data/main'),
    database:
      app && owner && worker && mode !== 'demo'
        ? {
            app,
            owner,
            worker,
            backupRole: env.DATABASE_BACKUP_ROLE ?? `${decodeURIComponent(new URL(app).username)}_backup`,
          }
        : null,
    mail: env.SMTP_URL ?? null,
    address: env.ADDRESS ?? null,
    trustProxy: env.TRUST_PROXY ? env.TRUST_PROXY.split(',') : [],
    areaPrefix: env.AREA_PREFIX ?? '091',
    fresh: words.includes('--fresh'),
  }
}
