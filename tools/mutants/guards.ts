// Mutants of the application: each guard of the kit taken out of its source while it is loaded, and the test that must notice.

export type Guard = { name: string; file: string; from: string; to: string; test: string; only?: string }

/** Where the guard stands in its source, however that is laid out. */
export const placeOf = ({ from }: Guard): RegExp =>
  new RegExp(
    [...from.replaceAll(/\s/g, '')]
      .map((sign) => `${/[)\]}]/.test(sign) ? ',?\\s*' : ''}${sign.replaceAll(/[^\w]/g, '\\$&')}`)
      .join('\\s*'),
    'g',
  )

const http = 'src/kit/http/guards.test.ts'
const serve = 'src/kit/http/serve.ts'
const app = 'src/kit/http/app.ts'
const decide = 'src/kit/access/decide.ts'
const decided = 'src/kit/access/decide.test.ts'

export const guards: readonly Guard[] = [
  {
    name: 'decide always says yes',
    file: decide,
    from: "  if (who === 'anyone') return 'yes'",
    to: "  if (who) return 'yes'",
    test: decided,
  },
  { name: 'a visitor counts as signed in', file: decide, from: "  if (!actor) return 'signIn'", to: '', test: decided },
  {
    name: 'everybody holds every role',
    file: decide,
    from: '  if (!actor) return false',
    to: '  if (actor) return true\n  if (!actor) return false',
    test: decided,
  },
  {
    name: 'a role counts in any scope',
    file: decide,
    from: 'scope !== null && actor.held.includes(',
    to: 'actor.held.length > 0 && actor.held.some((held) => held.startsWith(role)) || actor.held.includes(',
    test: decided,
  },
  {
    name: 'no revision is asked for',
    file: serve,
    from: "endpoint.guard === 'ifMatch') await advance",
    to: "endpoint.guard === 'ifMatch' && request.headers['if-match']) await advance",
    test: http,
    only: 'revision it is based on',
  },
  {
    name: 'any revision will do',
    file: serve,
    from: '  if (await objects(db).touch(target.id, Number(based))) return',
    to: '  if (await objects(db).touch(target.id, (await objects(db).find(target.id))!.revision)) return',
    test: http,
    only: 'revision',
  },
  {
    name: 'the loser’s text is not given back',
    file: serve,
    from: 'revision: now.revision }, request.body)',
    to: 'revision: now.revision }, null)',
    test: http,
    only: 'both texts',
  },
  {
    name: 'a key is not remembered',
    file: serve,
    from: "  if (typeof key === 'string') {",
    to: "  if (typeof key === 'number') {",
    test: http,
    only: 'fifty parallel',
  },
  {
    name: 'a key counts for any content',
    file: serve,
    from: '  if (rows[0]?.digest !== digest) throw',
    to: '  if (!rows[0]) throw',
    test: http,
    only: 'fifty parallel',
  },
  {
    name: 'changes come from any page',
    file: app,
    from: '    if (foreign) return',
    to: '    if (foreign && !origin && !site) return',
    test: http,
    only: 'foreign page',
  },
  {
    name: 'only the beginning of the origin counts',
    file: app,
    from: 'return new URL(origin).host === host',
    to: 'return new URL(origin).host.startsWith(host)',
    test: http,
    only: 'foreign page',
  },
  {
    name: 'an invisible target is handled',
    file: serve,
    from: '    if (about && (!target || (target.deleted_at && !endpoint.alsoDeleted))) throw new NotFound()',
    to: '',
    test: http,
    only: 'cannot be told apart',
  },
  {
    name: 'a deleted target is handled',
    file: serve,
    from: '(target.deleted_at && !endpoint.alsoDeleted)',
    to: 'false',
    test: http,
    only: 'cannot be told apart',
  },
  {
    name: 'a write need not be journalled',
    file: serve,
    from: "typeof endpoint.journal === 'string' && recorded() === 0)",
    to: "typeof endpoint.journal === 'string' && recorded() < 0)",
    test: http,
    only: 'journals nothing',
  },
  {
    name: 'what failed is kept',
    file: 'src/kit/db/transaction.ts',
    from: "} else await client.query('commit')\n return result } catch (error) { await client.query('rollback')",
    to: "} else await client.query('commit')\n return result\n } catch (error) { await client.query('commit')",
    test: http,
    only: 'journals nothing',
  },
  {
    name: 'replies say more than they declare',
    file: serve,
    from: '  if (!endpoint.file) parts.response = { 200: endpoint.reply }',
    to: '',
    test: http,
    only: 'nothing else',
  },
  {
    name: 'a fault tells what went wrong',
    file: 'src/kit/http/answers.ts',
    from: 'texts.fault(id), { id })',
    to: 'texts.fault(id), { id, why: String(error) })',
    test: http,
    only: 'journals nothing',
  },
  {
    name: 'scripts read the cookie',
    file: serve,
    from: 'httpOnly: true',
    to: 'httpOnly: false',
    test: http,
    only: 'cookie',
  },
  {
    name: 'the cookie is sent along from elsewhere',
    file: serve,
    from: "sameSite: 'lax'",
    to: "sameSite: 'none'",
    test: http,
    only: 'cookie',
  },
  {
    name: 'a failed attempt to sign in is forgotten',
    file: serve,
    from: 'error instanceof Refusal && error.keep',
    to: 'error instanceof Refusal && !error',
    test: 'src/kit/access/sign-in.test.ts',
    only: 'hold up this account',
  },
  {
    name: 'a code counts twice',
    file: 'src/kit/access/server.ts',
    from: 'const passed = step !== null &&',
    to: 'const passed = step !== null || step === null &&',
    test: 'src/kit/access/sign-in.test.ts',
    only: 'second factor',
  },
]

const signIn = 'src/kit/access/sign-in.test.ts'
/** What a beginning of a mutant's name is proved by, where the matrix cannot see it: the test that must notice. */
export const provedElsewhere: Readonly<Record<string, string>> = {
  'access.change_password': 'src/kit/access/account.test.ts',
  'access.first_run': signIn,
  'access.has_accounts': 'src/kit/access/account.test.ts',
  'access.has_totp': 'src/kit/access/account.test.ts',
  'access.renew': signIn,
  'access.second_factor_passed': signIn,
  'access.stands': 'src/kit/access/account.test.ts',
  'access.throttled': signIn,
  'access.totp_end': 'src/kit/access/account.test.ts',
  'cooperation.close_group': 'src/areas/cooperation/groups.test.ts',
  'cooperation.allows_secret_ballot': 'src/areas/cooperation/secret-ballot.test.ts',
  'actors.acts(': 'src/areas/actors/actors.test.ts',
  'meetings.has_deputy(': 'src/areas/meetings/votes.test.ts',
  'actors.just_closed(': 'src/areas/actors/structure.test.ts',
  'duties.evidence: without trigger evidence_': 'src/kit/duties/settled.test.ts',
  'duties.duty: without trigger duty_count': 'src/kit/duties/settled.test.ts',
  'access.acts_for': 'src/areas/cooperation/without-account.test.ts',
  'cooperation.party: without trigger party_signing': 'src/areas/cooperation/editions.test.ts',
  'figures.indicator: without trigger indicator_found': 'src/areas/figures/catalogue.test.ts',
  'figures.term: without trigger term_found': 'src/areas/figures/catalogue.test.ts',
  'kit.object: without trigger object_file_fixed': 'src/areas/cooperation/editions.test.ts',
  'cooperation.is_agreed': 'src/areas/cooperation/founding.test.ts',
  'cooperation.has_majority(': 'src/areas/meetings/votes.test.ts',
  'figures.delivery: without trigger delivery_purpose': 'src/areas/planning/purposes.test.ts',
  'cooperation.may_continue': 'src/areas/cooperation/terms.test.ts',
  'kit.cited': 'src/kit/jobs/worker.test.ts',
  'mail.post': 'src/kit/mail/mail.test.ts',
  'privacy.': 'src/kit/privacy/privacy.test.ts',
}

/** Mutants that change nothing, each with the reason: a second clause over columns that cannot be changed. */
export const equivalent: Readonly<Record<string, string>> = {
  'actors.contact: policy contact_change with check (true)': 'only superseded_at and kept can be changed',
  'actors.competence: policy competence_change with check (true)': 'only superseded_at can be changed',
  'actors."position": policy position_change with check (true)': 'only superseded_at can be changed',
  'privacy.opening: policy opening_answer with check (true)': 'only the answer can be changed',
  'actors.guarantee: policy guarantee_end with check (true)': 'only ended_on can be changed',
  'actors.membership: policy membership_change with check (true)': 'only superseded_at can be changed',
  'actors.name: policy name_change with check (true)': 'only superseded_at can be changed',
  'actors.organisation: policy organisation_change with check (true)': 'the id cannot be changed',
  'actors.provision: policy provision_change with check (true)': 'only superseded_at can be changed',
  'actors.responsibility: policy responsibility_change with check (true)': 'only superseded_at can be changed',
  'actors.task: policy task_change with check (true)': 'the id cannot be changed',
  'cooperation.agreement: policy agreement_change with check (true)': 'the id cannot be changed',
  'actors.relation: policy relation_change with check (true)': 'only superseded_at can be changed',
  'cooperation.contribution: policy contribution_change with check (true)': 'only superseded_at can be changed',
  'cooperation.missing_actor: policy missing_actor_change with check (true)': 'only superseded_at can be changed',
  'cooperation.founding: policy founding_change with check (true)': 'the id cannot be changed',
  'cooperation.public_page: policy public_page_withdraw with check (true)': 'the body cannot be changed',
  'cooperation.body: policy body_change with check (true)': 'the id cannot be changed',
  'cooperation.comparison: policy comparison_change with check (true)': 'the id cannot be changed',
  'cooperation.seat: policy seat_change with check (true)': 'only superseded_at can be changed',
  'figures.delivery: policy delivery_change with check (true)': 'delivery_guard holds the organisation',
  'figures.indicator: policy indicator_change with check (true)': 'the id cannot be changed',
  'kit.object: policy object_change with check (true)':
    'what decides cannot be changed, and whoever makes it invisible to themselves is refused by object_see',
  'meetings.agenda_item: policy agenda_item_change with check (true)': 'item_guard holds the meeting',
  'meetings.meeting: policy meeting_change with check (true)': 'meeting_guard holds the id',
  'meetings.poll: policy poll_change with check (true)': 'the id cannot be changed',
  'planning.decision: policy decision_change with check (true)': 'decision_guard holds the id',
  'planning.evidence: policy evidence_note with check (true)': 'only position and note can be changed',
  'planning.measure: policy measure_change with check (true)': 'measure_guard holds the id',
  'planning.need: policy need_change with check (true)': 'need_guard holds the id',
}
