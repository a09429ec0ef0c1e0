// Renders a row of the outbox as its recipient: titles are looked up with exactly the rights that the recipient has at this moment.
import { sql } from 'kysely'
import type { Database } from '#kit/db/database.ts'
import { type ReminderStage, type Task, texts, type Words } from './texts.de.ts'

export type MessageRow = {
  id: string
  person: string | null
  organisation: string | null
  address: string | null
  template: string
  data: Record<string, unknown>
  object: string | null
  created: string
}
export type Rendered = {
  to: string | null
  subject: string
  text: string
  html: string
  /** What the recipient's calendar takes in. */
  calendar: { method: string; content: string } | null
}
/** Where the installation is reached, and which page shows an object. */
export type Where = {
  address: string
  pageOf: (kind: string, id: string) => string
  /** The appointment that goes with a mail about an object that its recipient sees. */
  calendarOf?: (
    db: Database,
    mail: { what: string | null; object: string; name: string; to: string },
  ) => Promise<Rendered['calendar']>
  /** What can be answered from the mail itself, by its token: the same for whoever has no account. Null: nothing any more. */
  answersOf?: (db: Database, mail: { what: string; token: string }, address: string) => Promise<Answering | null>
}
export type Link = { label: string; url: string }
export type Answering = {
  name: string
  title: string
  lines: readonly string[]
  links: readonly Link[]
  invented: boolean
}

type Seen = { id: string; kind: string; title: string; invented: boolean }

/** Opens the transaction as the recipient first. @throws NA401 when the recipient's mandate for this organisation has ended. */
export async function render(db: Database, row: MessageRow, where: Where): Promise<Rendered> {
  const account = row.template.startsWith('access.')
  if (row.person)
    await sql`select access.open_as_reader(${row.person}, ${account ? null : row.organisation})`.execute(db)
  const { rows: about } = await sql<{ installation: string; name: string | null; email: string | null }>`
    select i.name as installation, p.title as name, c.email from kit.installation i
      left join kit.object p on p.id = ${row.person}
      left join access.account c on c.person = ${row.person} and c.closed_at is null`.execute(db)
  const { installation, name, email } = about[0]!
  const seen = row.object ? await look(db, row.object) : null
  const answering = await answeringOf(db, row, where)
  const { words, url, more } = await wordsOf(db, row, seen, installation, where, answering)
  const to = row.address ?? email
  const called = row.person ? name : (answering?.name ?? null)
  const calendar =
    row.object && (seen || (!row.person && answering)) && to && where.calendarOf
      ? await where.calendarOf(db, { what: textOf(row, 'what'), object: row.object, name: called ?? to, to })
      : null
  const lines = [
    texts.greeting(called),
    ...words.lines,
    ...(seen?.invented || answering?.invented ? [texts.invented] : []),
  ]
  return {
    to,
    subject: words.subject,
    text: [
      ...lines,
      `${words.link}: ${url}`,
      ...more.map((link) => `${link.label}: ${link.url}`),
      `-- \n${texts.closing(installation)}`,
    ].join('\n\n'),
    html: page(words, lines, url, more, texts.closing(installation)),
    calendar,
  }
}

/** The object, if the recipient may see it. The worker's own rights are wider, so the decision is asked for by name. */
async function look(db: Database, id: string): Promise<Seen | null> {
  const { rows } = await sql<Seen>`select o.id, o.kind, o.title, o.invented from kit.object o
    where o.id = ${id} and o.deleted_at is null and access.sees(o.audience, o.owner, o.author, o.readers, o.deleted_at, o.purpose, access.actor())`.execute(
    db,
  )
  return rows[0] ?? null
}

const textOf = ({ data }: MessageRow, key: string): string | null =>
  typeof data[key] === 'string' ? (data[key] as string) : null

async function wordsOf(
  db: Database,
  row: MessageRow,
  seen: Seen | null,
  installation: string,
  where: Where,
  answering: Answering | null,
): Promise<{ words: Words; url: string; more: readonly Link[] }> {
  const page = seen ? `${where.address}${where.pageOf(seen.kind, seen.id)}` : `${where.address}/`
  const text = (key: string) => textOf(row, key)
  switch (row.template) {
    case 'access.invite':
    case 'access.reset': {
      const url = `${where.address}/einladung/${encodeURIComponent(text('token') ?? '')}`
      const words =
        row.template === 'access.invite'
          ? texts.invite(installation, await tasksOf(db, row))
          : texts.reset(installation)
      return { words, url, more: [] }
    }
    case 'access.contact': {
      const url = `${where.address}/kontakt/${encodeURIComponent(text('token') ?? '')}`
      return { words: texts.contact(installation), url, more: [] }
    }
    case 'duties.reminder':
      if (seen) {
        const words = texts.reminder((text('stage') ?? 'due') as ReminderStage, await dutyOf(db, seen))
        const token = text('token')
        return {
          words,
          url: page,
          more: token
            ? [{ label: words.direct ?? '', url: `${where.address}/mitteilung/${encodeURIComponent(token)}` }]
            : [],
        }
      }
      return { words: texts.notice(null, texts.hidden), url: page, more: [] }
    default: {
      const { title = seen?.title ?? texts.hidden, lines = [], links = [] } = answering ?? {}
      const words = texts.notice(text('what'), title)
      // What it is about stands before the way to it.
      const said = { ...words, lines: [...words.lines.slice(0, -1), ...lines, ...words.lines.slice(-1)] }
      // Whoever has no account finds only the link; the page itself is for whoever can sign in.
      const [first, ...others] = links
      return row.person || !first
        ? { words: said, url: page, more: links }
        : { words: { ...said, link: first.label }, url: first.url, more: others }
    }
  }
}

/** What the invited person is entered as: nobody follows a link of which it is not said why it comes. */
async function tasksOf(db: Database, row: MessageRow): Promise<Task[]> {
  const { rows } = await sql<Task>`
    select m.role, w.title as organisation, b.title as body from access.mandate m
      join kit.object w on w.id = m.organisation left join kit.object b on b.id = m.body
     where m.person = ${row.person} and m.superseded_at is null and (m.until_day is null or m.until_day > clock.today())
     order by m.body is null, m.from_day, m.id limit 4`.execute(db)
  return rows
}

/** What the token of a notice opens; one that opens nothing more is left out. */
async function answeringOf(db: Database, row: MessageRow, where: Where): Promise<Answering | null> {
  const what = textOf(row, 'what')
  const token = textOf(row, 'token')
  return row.template === 'notice' && what && token && where.answersOf
    ? await where.answersOf(db, { what, token }, where.address)
    : null
}

async function dutyOf(db: Database, seen: Seen) {
  const { rows } = await sql<{ kind: string; debtor: string; creditor: string; clause: string; due: string }>`
    select kind, debtor, creditor, because_text as clause, due from duties.duty where id = ${seen.id}`.execute(db)
  const duty = rows[0]!
  const debtor = await look(db, duty.debtor)
  const creditor = await look(db, duty.creditor)
  return {
    kind: duty.kind,
    title: seen.title,
    clause: duty.clause,
    due: duty.due,
    debtor: debtor?.title ?? null,
    creditor: creditor?.title ?? null,
  }
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Plain HTML that every reader and every screen reader can deal with: language, title, one heading, one link before all others. */
function page(words: Words, lines: readonly string[], url: string, more: readonly Link[], closing: string): string {
  const paragraphs = lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')
  return `<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(words.subject)}</title></head>
<body lang="de" style="font-family:sans-serif;font-size:16px;line-height:1.5;max-width:36em;margin:1em auto;padding:0 1em">
<h1 style="font-size:20px">${escaped(words.subject)}</h1>
${paragraphs}
<p><a href="${escaped(url)}" style="display:inline-block;padding:.7em 1.2em;background:#171a2b;color:#ffffff">${escaped(words.link)}</a></p>
<p>${escaped(url)}</p>${more.map((link) => `\n<p><a href="${escaped(link.url)}">${escaped(link.label)}</a></p>`).join('')}
<hr>
<p>${escaped(closing)}</p>
</body>
</html>`
}
