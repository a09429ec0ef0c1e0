// Handlers of signing in. What counts is decided in the database; here the password becomes a tag and a token becomes a cookie.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { generateSecret, generateURI, verify } from 'otplib'
import { secondsOf } from '#kit/clock/days.ts'
import type { Database } from '#kit/db/database.ts'
import { NotFound, Refusal } from '#kit/http/refusal.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { cookieName } from '#kit/http/serve.ts'
import { newId } from '#kit/objects/id.ts'
import { absenceHandlers } from './absence.ts'
import type { access, Mandate } from './contract.ts'
import { newSalt, newToken, tagOf } from './password.ts'
import { texts } from './texts.de.ts'

const digest = (token: string) => createHash('sha256').update(token).digest()
const one = async <T>(query: { execute(db: Database): Promise<{ rows: T[] }> }, db: Database): Promise<T> =>
  (await query.execute(db)).rows[0]!

async function openSession(db: Database, email: string, password: string, source: string) {
  const { salt } = await one(sql<{ salt: Buffer }>`select access.salt_of(${email}) as salt`, db)
  const tag = await tagOf(password, salt)
  const token = newToken()
  const { stage } = await one(
    sql<{ stage: string }>`select access.sign_in(${email}, ${tag}, ${source}, ${digest(token)}) as stage`,
    db,
  )
  return { token, stage }
}

const totpSecret = (bytes: Buffer) => bytes.toString('utf8')
const checked = async (secret: Buffer, code: string, at: string) => {
  const epoch = secondsOf(at)
  const result = await verify({ secret: totpSecret(secret), token: code, epoch, epochTolerance: 30 })
  return result.valid ? Math.floor(epoch / 30) + ('delta' in result ? result.delta : 0) : null
}

export const handlers: Handlers<typeof access> = {
  ...absenceHandlers,
  async signIn({ email, password }, { db, source, setCookie }) {
    const { token, stage } = await openSession(db, email, password, source)
    // Kept, so that the attempt counts.
    if (stage === 'throttled' || stage === 'wrong')
      throw new Refusal(stage === 'wrong' ? 'wrongPassword' : 'throttled', {}, true)
    setCookie(cookieName, token)
    return { stage: stage as 'open' | 'secondFactor' }
  },
  async secondFactor({ code }, { db, at, cookies }) {
    const token = cookies[cookieName] ?? ''
    const { secret } = await one(sql<{ secret: Buffer | null }>`select access.second_factor(${token}) as secret`, db)
    const step = secret ? await checked(secret, code, at) : null
    const passed =
      step !== null &&
      (await one(sql<{ ok: boolean }>`select access.second_factor_passed(${token}, ${step}) as ok`, db)).ok
    if (!passed) {
      await sql`select access.second_factor_failed(${token})`.execute(db)
      throw new Refusal('wrongCode', {}, true)
    }
    return {}
  },
  async session(_, { db, actor, today, cookies, setCookie, house }) {
    const token = cookies[cookieName]
    const installation = await one(
      sql<{ name: string; empty: boolean }>`select name, not access.has_accounts() as empty from kit.installation`,
      db,
    )
    const common = { installation: { name: installation.name, demo: house.demo, firstRun: installation.empty }, today }
    if (!actor || !token)
      return {
        ...common,
        signedIn: false,
        person: null,
        email: null,
        actingFor: null,
        held: [],
        choices: [],
        secondFactor: false,
      }
    const fresh = newToken()
    const { renewed } = await one(
      sql<{ renewed: boolean }>`select access.renew(${token}, ${digest(fresh)}) as renewed`,
      db,
    )
    if (renewed) setCookie(cookieName, fresh)
    const { rows } = await sql<{
      organisation: string
      name: string
      roles: string[]
      until_day: string
    }>`select * from access.choices()`.execute(db)
    const me = await one(
      // Whoever has no mandate any more does not even see the own row.
      sql<{
        name: string
        email: string
        totp: boolean
      }>`select coalesce(o.title, access.own_email()) as name, access.own_email() as email, access.has_totp() as totp
        from (select) x left join kit.object o on o.id = ${actor.person}`,
      db,
    )
    const acting = rows.find((row) => row.organisation === actor.organisation)
    return {
      ...common,
      signedIn: true,
      person: { id: actor.person, title: me.name },
      email: me.email,
      actingFor: acting ? { id: acting.organisation, title: acting.name } : null,
      held: actor.held,
      secondFactor: me.totp,
      choices: rows.map((row) => ({
        organisation: row.organisation,
        name: row.name,
        roles: row.roles,
        until: row.until_day === 'infinity' ? null : row.until_day,
      })),
    }
  },
  async signOut(_, { db, cookies, setCookie }) {
    const token = cookies[cookieName]
    if (token) await sql`select access.sign_out(${token})`.execute(db)
    setCookie(cookieName, null)
    return {}
  },
  async lookAtInvitation({ token }, { db }) {
    const { rows } = await sql<{
      purpose: 'invite' | 'reset'
      email: string
      name: string
    }>`select * from access.look_at_invitation(${token})`.execute(db)
    if (!rows[0]) throw new NotFound()
    return rows[0]
  },
  async redeem({ token, password }, { db, source, setCookie }) {
    const salt = newSalt()
    const { email } = await one(
      sql<{ email: string | null }>`select access.redeem(${token}, ${salt}, ${await tagOf(password, salt)}) as email`,
      db,
    )
    if (!email) throw new Refusal('linkUsed')
    const session = await openSession(db, email, password, source)
    setCookie(cookieName, session.token)
    return { stage: session.stage as 'open' | 'secondFactor' }
  },
  async requestReset({ email }, { db, source }) {
    await sql`select access.request_reset(${email.toLowerCase()}, ${source})`.execute(db)
    return {}
  },
  async changePassword({ old, password }, { db }) {
    const { email } = await one(sql<{ email: string }>`select access.own_email() as email`, db)
    const { salt: before } = await one(sql<{ salt: Buffer }>`select access.salt_of(${email}) as salt`, db)
    const salt = newSalt()
    const { ok } = await one(
      sql<{
        ok: boolean
      }>`select access.change_password(${await tagOf(old, before)}, ${salt}, ${await tagOf(password, salt)}) as ok`,
      db,
    )
    if (!ok) throw new Refusal('wrongPassword')
    return {}
  },
  async beginTotp(_, { db }) {
    const secret = generateSecret()
    await sql`select access.totp_begin(${Buffer.from(secret)})`.execute(db)
    const { email } = await one(sql<{ email: string }>`select access.own_email() as email`, db)
    return { secret, uri: generateURI({ issuer: texts.issuer, label: email, secret }) }
  },
  async confirmTotp({ code }, { db, at }) {
    const { pending } = await one(sql<{ pending: Buffer | null }>`select access.totp_pending() as pending`, db)
    if (!pending || (await checked(pending, code, at)) === null) throw new Refusal('wrongCode')
    await sql`select access.totp_confirm()`.execute(db)
    return {}
  },
  async endTotp({ password }, { db }) {
    const { email } = await one(sql<{ email: string }>`select access.own_email() as email`, db)
    const { salt } = await one(sql<{ salt: Buffer }>`select access.salt_of(${email}) as salt`, db)
    const tag = await tagOf(password, salt)
    const { ok } = await one(sql<{ ok: boolean }>`select access.totp_end(${tag}) as ok`, db)
    if (!ok) throw new Refusal('wrongPassword')
    return {}
  },
  async firstRun({ token, organisation, person, email, password }, { db, at, source, setCookie, record }) {
    const ids = { organisation: newId(at), person: newId(at) }
    const salt = newSalt()
    const { ok } = await one(
      sql<{
        ok: boolean
      }>`select access.first_run(${token}, ${ids.organisation}, ${organisation}, ${ids.person}, ${person}, ${email}, ${salt}, ${await tagOf(password, salt)}) as ok`,
      db,
    )
    if (!ok) throw new Refusal('linkUsed')
    const session = await openSession(db, email, password, source)
    await sql`select * from access.open(${session.token}, ${ids.organisation})`.execute(db)
    await record({ object: ids.organisation })
    setCookie(cookieName, session.token)
    return ids
  },
  async mandates({ organisation, body, person, on }, { db, today }) {
    const day = on ?? null
    const { rows } =
      await sql<Row>`select m.id, m.person, p.title as person_title, m.organisation, o.title as organisation_title, m.body, b.title as body_title, m.role, m.from_day, m.until_day, m.basis
      from access.mandate m join kit.object p on p.id = m.person join kit.object o on o.id = m.organisation left join kit.object b on b.id = m.body
      where m.superseded_at is null
        and (${organisation ?? null}::uuid is null or m.organisation = ${organisation ?? null}) and (${body ?? null}::uuid is null or m.body = ${body ?? null})
        and (${person ?? null}::uuid is null or m.person = ${person ?? null})
        and (${day}::date is null or (m.from_day <= ${day} and (m.until_day is null or m.until_day > ${day})))
      order by o.title collate kit.german, p.title collate kit.german, m.from_day`.execute(db)
    return { mandates: rows.map((row) => shown(row, today)) }
  },
  async invite({ id, email }, { db, record }) {
    const { outcome } = await one(sql<{ outcome: string }>`select access.invite(${id}, ${email}) as outcome`, db)
    if (outcome !== 'sent') throw new Refusal(outcome)
    await record({ object: id })
    return {}
  },
  async heartbeat(_, { at, today }) {
    return { at, today }
  },
}

type Row = {
  id: string
  person: string
  person_title: string
  organisation: string
  organisation_title: string
  body: string | null
  body_title: string | null
  role: string
  from_day: string
  until_day: string | null
  basis: string
}
const shown = (row: Row, today: string): Mandate => ({
  id: row.id,
  person: { id: row.person, title: row.person_title },
  organisation: { id: row.organisation, title: row.organisation_title },
  body: row.body && row.body_title ? { id: row.body, title: row.body_title } : null,
  role: row.role,
  from: row.from_day,
  until: row.until_day,
  basis: row.basis,
  current: row.from_day <= today && (row.until_day === null || today < row.until_day),
})
