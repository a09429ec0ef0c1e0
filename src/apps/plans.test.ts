// Behind row-level security only leakproof conditions reach an index, so a list that is quick in a test may read a whole table in service. Every
// reading endpoint is asked here in a full installation; then each of its queries is planned and run again as the application, for the same actor.
import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { parts } from './areas.ts'
import { testHouse } from './testing.ts'
import { fillWithMany, many, ref } from './testing-many.ts'
import { founders } from './testing-people.ts'

const kinds = [
  'body',
  'agreement',
  'duty',
  'indicator',
  'officialTable',
  'delivery',
  'file',
  'meeting',
  'need',
  'decision',
  'measure',
  'service',
  'person',
] as const
type Ids = Record<(typeof kinds)[number] | 'organisation' | 'me', string>
type Call = string | { none: string }

/** How each is asked: narrowed as the screens do it. `none`: the reason why it reads no list. */
const calls = (id: Ids): Readonly<Record<string, Call>> => ({
  'access.session': '/session',
  'access.lookAtInvitation': { none: 'one row by its token' },
  'access.absences': `/absences?organisation=${id.organisation}`,
  'access.mandates': `/mandates?body=${id.body}`,
  'access.heartbeat': '/time',
  'actors.organisations': `/organisations?parent=${id.organisation}`,
  'actors.organisation': `/organisations/${id.organisation}`,
  'actors.relations': `/organisations/${id.organisation}/relations`,
  'cooperation.network': { none: 'it is computed on the whole network and must read all of it' },
  'cooperation.directory': { none: 'it compares all bodies of an area; bench/network.ts measures it' },
  'cooperation.completeness': `/bodies/${id.body}/completeness`,
  'cooperation.publicPage': `/bodies/${id.body}/public-page`,
  'cooperation.whomToAsk': { none: 'one row by its id, and who answers there' },
  'cooperation.publicBodies': '/public/bodies',
  'cooperation.publicBody': { none: 'one row by its id, and what a function of the database reads around it' },
  'actors.organisationOn': `/organisations/${id.organisation}/on`,
  'actors.organisationEvents': `/organisations/${id.organisation}/events`,
  'meetings.meetingCalendar': { none: 'one row by its id' },
  'meetings.calendarFeed': { none: 'what one person sees of a year and what is to come, by the token of its address' },
  'meetings.proposedDays': `/bodies/${id.body}/meeting-days`,
  'meetings.listPolls': `/polls?body=${id.body}`,
  'meetings.getPoll': { none: 'one row by its id, and what was answered to it' },
  'meetings.pollByLink': { none: 'one row by the token of a mail' },
  'meetings.invitationByLink': { none: 'one row by the token of a mail' },
  'meetings.getBacklog': `/bodies/${id.body}/backlog`,
  'meetings.getConcern': { none: 'one row by its id, and what became of its topic' },
  'meetings.getTopic': { none: 'one row by its id, with its concerns' },
  'meetings.circulationRules': { none: 'one row by its id' },
  'meetings.listCirculations': `/circulations?body=${id.body}`,
  'meetings.getCirculation': { none: 'one row by its id, and what was answered to it' },
  'meetings.circulationByLink': { none: 'one row by the token of a mail' },
  'meetings.meetingOfPaper': { none: 'one row by its id' },
  'meetings.boxByKey': { none: 'one row by its link' },
  'meetings.concernByCode': { none: 'one row by its code' },
  'meetings.myFeed': { none: 'one row by its person' },
  'actors.lookAtContactLink': { none: 'one row by its token' },
  'actors.listPreview': { none: 'compares a list with the whole register' },
  'actors.listTemplate': { none: 'an empty table' },
  'actors.registerFile': { none: 'the whole register' },
  'actors.roles': `/persons/${id.me}/roles`,
  'cooperation.bodies': `/bodies?organisation=${id.organisation}`,
  'cooperation.body': `/bodies/${id.body}`,
  'cooperation.sessions': `/bodies/${id.body}/sessions`,
  'cooperation.agreement': `/agreements/${id.agreement}`,
  'cooperation.terminations': `/agreements/${id.agreement}/terminations`,
  'cooperation.agreementReviews': `/agreements/${id.agreement}/reviews`,
  'cooperation.agreementReview': { none: 'one row by its id' },
  'cooperation.obligations': `/agreements/${id.agreement}/obligations`,
  'cooperation.difference': { none: 'two editions by their number' },
  'cooperation.bodyState': `/bodies/${id.body}/state?on=2026-11-22`,
  'cooperation.agreementState': `/agreements/${id.agreement}/state?on=2026-11-22`,
  'cooperation.releases': `/releases?object=${id.decision}`,
  'cooperation.publications': `/publications?object=${id.decision}`,
  'cooperation.rules': `/bodies/${id.body}/rules`,
  'cooperation.selfCheck': `/bodies/${id.body}/self-check?year=2026`,
  'actors.tasks': { none: 'a register of some dozens, read whole to be searched by topic' },
  'actors.task': { none: 'one row by its id, and its entries' },
  'cooperation.edition': { none: 'one edition by its number' },
  'cooperation.toldOf': `/duties/${id.duty}/notifications`,
  'cooperation.involvement': `/involvement/${id.need}`,
  'objects.purposeOf': { none: 'one row by its id' },
  'actors.influences': { none: 'what a region states of influences, read whole to be searched by words' },
  'cooperation.seams': { none: 'a register of some dozens, read whole' },
  'cooperation.seam': { none: 'one row by its id' },
  'cooperation.comparisons': { none: 'a handful, read whole' },
  'cooperation.comparison': { none: 'one row by its id' },
  'cooperation.groups': `/bodies/${id.body}/groups`,
  'cooperation.groupMandate': { none: 'one row by its id' },
  'cooperation.representation': `/bodies/${id.body}/representation?on=2026-11-22`,
  'cooperation.seatHistory': `/bodies/${id.body}/seats`,
  'cooperation.foundings': '/foundings',
  'cooperation.founding': { none: 'one row by its id' },
  'cooperation.seatOffers': `/bodies/${id.body}/seat-offers`,
  'cooperation.delegations': `/bodies/${id.body}/delegations`,
  'cooperation.delegation': { none: 'one row by its id' },
  'cooperation.electionsOf': `/bodies/${id.body}/elections`,
  'cooperation.election': { none: 'one row by its id' },
  'cooperation.eligible': { none: 'the seats of one body, by the id of its election' },
  'duties.linked': { none: 'one row by the token of a mail' },
  'meetings.proposedItems': `/meetings/${id.meeting}/proposals`,
  'privacy.openings': '/privacy/openings',
  'duties.worklist': '/worklist',
  'duties.list': `/duties?body=${id.body}`,
  'duties.list of a debtor': `/duties?debtor=${id.organisation}`,
  'duties.list of a creditor': `/duties?creditor=${id.body}`,
  'duties.list about a subject': `/duties?subject=${id.need}`,
  'duties.worklist of all my bodies': '/worklist?whose=bodies',
  'duties.list of a year': `/duties?body=${id.body}&year=2027`,
  'duties.list of a clause': `/duties?because=${id.agreement}`,
  'duties.get': `/duties/${id.duty}`,
  'figures.areas': '/figures/areas?level=county',
  'figures.indicators': '/figures/indicators',
  'figures.indicator': `/figures/indicators/${id.indicator}`,
  'figures.catalogue': '/figures/catalogue?search=Plaetze',
  'figures.uses': `/figures/indicators/${id.indicator}/uses`,
  'figures.rules': `/figures/indicators/${id.indicator}/rules`,
  'figures.map': `/figures/map?indicator=${id.indicator}`,
  'figures.series': `/figures/series?indicator=${id.indicator}&areas=00003`,
  'figures.openSlice': `/figures/open/json-stat?indicator=${id.indicator}`,
  'figures.openCatalogue': '/figures/open/catalogue.jsonld',
  'figures.mapFile': `/figures/map.csv?indicator=${id.indicator}`,
  'figures.seriesFile': `/figures/series.csv?indicator=${id.indicator}&areas=00003`,
  'figures.comparison': { none: 'the slice of figures.map, and the areas and shapes of figures.boundaries' },
  'figures.comparisonFile': { none: 'the same rows as figures.comparison, printed' },
  'figures.alike': { none: 'the same slices as figures.map, one for each trait' },
  'figures.course': `/figures/comparison/course?indicator=${id.indicator}&area=00003`,
  'figures.findAreas': { none: 'the register of areas, searched for a part of a name' },
  'figures.area': { none: 'one row by its id, with its states and the reforms that name it' },
  'figures.reforms': '/figures/reforms',
  'figures.reform': { none: 'one row by its id' },
  'figures.boundaries': { none: 'the areas of today and one file of shapes, drawn once and kept' },
  'figures.tables': '/figures/tables',
  'figures.table': `/figures/tables/${id.officialTable}`,
  'figures.gate': '/figures/gate',
  'figures.guarded': { none: 'one table by its id, its run and its releases' },
  'figures.release': { none: 'one row by its id' },
  'figures.releaseFile': { none: 'one row by its id' },
  'figures.mappings': { none: 'a handful of rows of one organisation' },
  'figures.preview': { none: 'one row by its id and person' },
  'figures.owed': '/figures/deliveries',
  'figures.form': { none: 'the same rows as figures.owed, printed' },
  'figures.overview': `/figures/deliveries/overview?body=${id.body}`,
  'figures.delivery': `/figures/deliveries/${id.delivery}`,
  'files.list': `/objects/${id.need}/files`,
  'files.download': { none: 'one row by its id, and its pieces by their key' },
  'journal.history': `/history/${id.need}`,
  'journal.news': '/news?since=1011990',
  'meetings.listMeetings': `/meetings?body=${id.body}`,
  'meetings.getMeeting': `/meetings/${id.meeting}`,
  'meetings.meetingDocument': { none: 'typeset from what the page of a meeting reads' },
  'meetings.attendanceList': { none: 'the same' },
  'meetings.attendanceFile': { none: 'the same' },
  'planning.listNeeds': `/needs?body=${id.body}`,
  'planning.listNeeds of an owner': `/needs?owner=${id.organisation}`,
  'planning.getNeed': `/needs/${id.need}`,
  'planning.editionsOfNeed': `/needs/${id.need}/editions`,
  'planning.listDecisions': `/decisions?body=${id.body}`,
  'planning.listDecisions on a need': `/decisions?need=${id.need}`,
  'planning.listDecisions of a meeting': `/decisions?meeting=${id.meeting}`,
  'planning.getDecision': `/decisions/${id.decision}`,
  'planning.proposal': {
    none: 'typeset from what the page of a decision reads, and from frozen editions, which here are empty',
  },
  'planning.proposalPdf': { none: 'the same as planning.proposal' },
  'planning.listMeasures': `/measures?body=${id.body}`,
  'planning.listMeasures of a decision': `/measures?decision=${id.decision}`,
  'planning.listMeasures for a need': `/measures?need=${id.need}`,
  'planning.getMeasure': `/measures/${id.measure}`,
  'privacy.record': { none: 'printed from the catalogue of the code' },
  'privacy.recordDocument': { none: 'the same' },
  'privacy.assessment': { none: 'the same' },
  'privacy.assessmentDocument': { none: 'the same' },
  'search.find': '/search?q=bedarf77',
  'services.listServices': `/services?provider=${id.organisation}`,
  'services.listServices that answer': `/services?answers=${id.measure}`,
  'services.getService': `/services/${id.service}`,
  'trail.walk': `/trail/${id.need}`,
  'trail.around': `/trail/${id.need}/around`,
  'trail.prov': `/trail/${id.need}/prov.json`,
})

type Plan = { 'Node Type': string; Schema?: string; 'Relation Name'?: string; Plans?: Plan[] }
const scans = (plan: Plan): string[] => [
  ...(plan['Node Type'] === 'Seq Scan' ? [`${plan.Schema}.${plan['Relation Name']}`] : []),
  ...(plan.Plans ?? []).flatMap(scans),
]

test('no list reads a whole table of ten thousand rows when it is narrowed', async (t) => {
  const house = await testHouse(t)
  const erika = await founders(house)
  await fillWithMany(house, erika)
  const ids = { organisation: erika.organisation, me: erika.person } as Ids
  for (const kind of kinds)
    ids[kind] = (await house.asOwner((db) => sql<{ id: string }>`select ${ref(kind, 0)} as id`.execute(db))).rows[0]!.id
  const large = new Set(
    (
      await house.asOwner((db) =>
        sql<{
          name: string
        }>`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and c.reltuples >= 10000`.execute(
          db,
        ),
      )
    ).rows.map((row) => row.name),
  )
  assert.ok(large.size > 25, `only ${large.size} tables of ${many} rows`)

  // What the application sends, as it sends it.
  let heard: { text: string; values: unknown[] }[] = []
  const query = pg.Client.prototype.query
  t.mock.method(pg.Client.prototype, 'query', function (this: pg.Client, ...words: unknown[]) {
    const [config] = words as [string | { text: string; values?: unknown[] }]
    if (typeof config === 'object' && !/access\.open\(/.test(config.text))
      heard.push({ text: config.text, values: config.values ?? [] })
    return (query as (...all: unknown[]) => unknown).apply(this, words)
  })
  const plain = query as unknown as (this: pg.Client, text: string, values?: unknown[]) => Promise<pg.QueryResult>

  const client = new pg.Client(house.logins.app)
  await client.connect()
  const token = decodeURIComponent(erika.cookie.split('=')[1]!)
  /** In a transaction of the same actor. */
  const asErika = async <T>(work: () => Promise<T>): Promise<T> => {
    await plain.call(client, 'begin')
    await plain.call(client, 'select access.open($1, $2)', [token, erika.organisation])
    try {
      return await work()
    } finally {
      await plain.call(client, 'rollback')
    }
  }
  const ask = async (text: string, values: unknown[] = []) => (await plain.call(client, text, values)).rows

  const faults: string[] = []
  const asked = calls(ids)
  const times: [number, string][] = []
  let queries = 0
  for (const [name, call] of Object.entries(asked)) {
    if (typeof call === 'object') continue
    heard = []
    const began = performance.now()
    const reply = await erika.get(call)
    times.push([performance.now() - began, name])
    if (reply.status !== 200) faults.push(`${name}: ${reply.status} ${JSON.stringify(reply.body).slice(0, 300)}`)
    for (const { text, values } of new Map(heard.map((one) => [one.text, one])).values()) {
      queries += 1
      const planned = await asErika(
        async () => (await ask(`explain (verbose, format json) ${text}`, values))[0]['QUERY PLAN'][0].Plan as Plan,
      )
      // What happens inside functions is in no plan, but it is counted.
      const counts = async () =>
        new Map(
          (
            await ask(`select schemaname || '.' || relname as name, seq_tup_read as n from pg_stat_xact_user_tables`)
          ).map((row) => [row.name as string, row.n as number]),
        )
      const read = await asErika(async () => {
        const before = await counts()
        await ask(text, values)
        return [...(await counts())]
          .filter(([table, n]) => n - (before.get(table) ?? 0) >= 10_000)
          .map(([table]) => table)
      })
      const found = [...new Set([...scans(planned), ...read])].filter((table) => large.has(table))
      if (found.length > 0)
        faults.push(`${name} reads all of ${found.join(', ')}:\n  ${text.replaceAll(/\s+/g, ' ').slice(0, 700)}`)
    }
  }
  await client.end()
  t.diagnostic(`${Object.keys(asked).length} calls, ${queries} queries, ${large.size} tables with at least 10,000 rows`)
  const slow = times.sort(([a], [b]) => b - a).slice(0, 5)
  t.diagnostic(`slowest: ${slow.map(([time, name]) => `${name} ${time.toFixed(0)} ms`).join(', ')}`)
  assert.equal(faults.length, 0, `\n${faults.join('\n')}`)
})

test('every reading endpoint is asked, or says why not', () => {
  const ids = Object.fromEntries(kinds.map((kind) => [kind, kind])) as Ids
  const named = new Set(Object.keys(calls(ids)).map((name) => name.split(' ')[0]))
  const all = Object.entries(parts).flatMap(([area, { contract }]) =>
    Object.entries(contract)
      .filter(([, endpoint]) => endpoint.method === 'GET')
      .map(([name]) => `${area}.${name}`),
  )
  assert.deepEqual(
    all.filter((name) => !named.has(name)),
    [],
  )
  assert.deepEqual(
    [...named].filter((name) => !all.includes(name!)),
    [],
  )
})
