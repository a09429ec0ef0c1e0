// Everything that is expected, area by area.
import type { FunctionMatrix, HttpMatrix, SqlMatrix } from '../shapes.ts'
import type { Builder } from '../world.ts'
import { actorsWorld } from '../worlds/actors.ts'
import { agreementsWorld } from '../worlds/agreements.ts'
import { boundariesWorld } from '../worlds/boundaries.ts'
import { calendarWorld } from '../worlds/calendar.ts'
import { catalogueWorld } from '../worlds/catalogue.ts'
import { checksWorld } from '../worlds/checks.ts'
import { circulationsWorld } from '../worlds/circulations.ts'
import { columnMappingsWorld } from '../worlds/column-mappings.ts'
import { concernsWorld } from '../worlds/concerns.ts'
import { cooperationWorld } from '../worlds/cooperation.ts'
import { dutiesWorld } from '../worlds/duties.ts'
import { electionsWorld } from '../worlds/elections.ts'
import { foundingsWorld } from '../worlds/foundings.ts'
import { gateWorld } from '../worlds/gate.ts'
import { groupsWorld } from '../worlds/groups.ts'
import { involvementWorld } from '../worlds/involvement.ts'
import { keysWorld } from '../worlds/keys.ts'
import { minutesWorld } from '../worlds/minutes.ts'
import { networkWorld } from '../worlds/network.ts'
import { offersWorld } from '../worlds/offers.ts'
import { planningWorld } from '../worlds/planning.ts'
import { pollsWorld } from '../worlds/polls.ts'
import { purposesWorld } from '../worlds/purposes.ts'
import { reformsWorld } from '../worlds/reforms.ts'
import { registersWorld } from '../worlds/registers.ts'
import { specimensWorld } from '../worlds/specimens.ts'
import { terminationsWorld } from '../worlds/terminations.ts'
import { votesWorld } from '../worlds/votes.ts'
import { withoutAccountWorld } from '../worlds/without-account.ts'
import { actorsHttp } from './actors-http.ts'
import { actorsMoreHttp } from './actors-more-http.ts'
import { actorsMoreFunctions, actorsMoreTables } from './actors-more-tables.ts'
import { actorsFunctions, actorsTables } from './actors-tables.ts'
import { agreementsFunctions, agreementsHttp, agreementsTables } from './agreements-more.ts'
import { boundariesTables } from './boundaries.ts'
import { calendarFunctions, calendarHttp, calendarTables } from './calendar.ts'
import { catalogueFunctions, catalogueHttp, catalogueTables } from './catalogue.ts'
import { checksHttp, checksTables } from './checks.ts'
import { circulationsFunctions, circulationsHttp, circulationsTables } from './circulations.ts'
import { columnMappingsHttp, columnMappingsTables } from './column-mappings.ts'
import { comparisonHttp } from './comparison.ts'
import { concernsFunctions, concernsHttp, concernsTables } from './concerns.ts'
import { cooperationHttp } from './cooperation-http.ts'
import { cooperationFunctions, cooperationTables } from './cooperation-tables.ts'
import { documentsHttp } from './documents.ts'
import { dutiesHttp, dutiesTables } from './duties.ts'
import { electionsFunctions, electionsHttp, electionsTables } from './elections.ts'
import { figuresHttp } from './figures-http.ts'
import { figuresTables } from './figures-tables.ts'
import { formsHttp } from './forms.ts'
import { foundingsHttp, foundingsTables } from './foundings.ts'
import { gateFunctions, gateHttp, gateTables } from './gate.ts'
import { groupsHttp } from './groups-http.ts'
import { groupsFunctions, groupsTables } from './groups-tables.ts'
import { involvementFunctions, involvementHttp, involvementTables } from './involvement.ts'
import { keysHttp } from './keys-http.ts'
import { keysFunctions, keysTables } from './keys-tables.ts'
import { kitFunctions } from './kit-functions.ts'
import { kitHttp } from './kit-http.ts'
import { kitMandates } from './kit-mandates.ts'
import { kitObject } from './kit-object.ts'
import { kitTables } from './kit-tables.ts'
import { meetingsHttp } from './meetings-http.ts'
import { meetingsTables } from './meetings-tables.ts'
import { minutesFunctions, minutesHttp, minutesTables } from './minutes.ts'
import { networkFunctions, networkHttp, networkTables } from './network.ts'
import { offersFunctions, offersHttp, offersTables } from './offers.ts'
import { planningHttp } from './planning-http.ts'
import { planningFunctions, planningTables } from './planning-tables.ts'
import { pollsFunctions, pollsHttp, pollsTables } from './polls.ts'
import { purposesFunctions, purposesHttp, purposesTables } from './purposes.ts'
import { quickFunctions } from './quick-lists.ts'
import { reformsHttp, reformsTables } from './reforms.ts'
import { registersHttp } from './registers-http.ts'
import { registersFunctions, registersTables } from './registers-tables.ts'
import { reuseHttp } from './reuse.ts'
import { standingFunctions, standingHttp, standingTables } from './standing.ts'
import { terminationsHttp, terminationsTables } from './terminations.ts'
import { votesFunctions, votesHttp, votesTables } from './votes.ts'
import { askHttp } from './whom-to-ask.ts'
import { withoutAccountFunctions, withoutAccountHttp, withoutAccountTables } from './without-account.ts'

export const http: HttpMatrix = {
  ...calendarHttp,
  ...catalogueHttp,
  ...checksHttp,
  ...columnMappingsHttp,
  ...formsHttp,
  ...actorsHttp,
  ...askHttp,
  ...actorsMoreHttp,
  ...agreementsHttp,
  ...cooperationHttp,
  ...dutiesHttp,
  ...electionsHttp,
  ...figuresHttp,
  ...foundingsHttp,
  ...groupsHttp,
  ...involvementHttp,
  ...keysHttp,
  ...kitHttp,
  ...meetingsHttp,
  ...circulationsHttp,
  ...minutesHttp,
  ...networkHttp,
  ...planningHttp,
  ...pollsHttp,
  ...purposesHttp,
  ...reformsHttp,
  ...reuseHttp,
  ...registersHttp,
  ...standingHttp,
  ...terminationsHttp,
  ...offersHttp,
  ...votesHttp,
  ...withoutAccountHttp,
  ...concernsHttp,
  ...documentsHttp,
  ...comparisonHttp,
  ...gateHttp,
}
export const tables: SqlMatrix = {
  ...calendarTables,
  ...catalogueTables,
  ...boundariesTables,
  ...columnMappingsTables,
  ...checksTables,
  ...actorsMoreTables,
  ...actorsTables,
  ...agreementsTables,
  ...cooperationTables,
  ...dutiesTables,
  ...electionsTables,
  ...figuresTables,
  ...foundingsTables,
  ...groupsTables,
  ...involvementTables,
  ...keysTables,
  ...kitMandates,
  ...kitObject,
  ...kitTables,
  ...meetingsTables,
  ...circulationsTables,
  ...minutesTables,
  ...networkTables,
  ...planningTables,
  ...pollsTables,
  ...purposesTables,
  ...reformsTables,
  ...registersTables,
  ...standingTables,
  ...terminationsTables,
  ...offersTables,
  ...votesTables,
  ...withoutAccountTables,
  ...concernsTables,
  ...gateTables,
}
export const functions: FunctionMatrix = {
  ...calendarFunctions,
  ...catalogueFunctions,
  ...minutesFunctions,
  ...circulationsFunctions,
  ...actorsMoreFunctions,
  ...actorsFunctions,
  ...agreementsFunctions,
  ...cooperationFunctions,
  ...electionsFunctions,
  ...groupsFunctions,
  ...involvementFunctions,
  ...keysFunctions,
  ...kitFunctions,
  ...networkFunctions,
  ...planningFunctions,
  ...pollsFunctions,
  ...purposesFunctions,
  ...quickFunctions,
  ...registersFunctions,
  ...standingFunctions,
  ...offersFunctions,
  ...votesFunctions,
  ...withoutAccountFunctions,
  ...concernsFunctions,
  ...gateFunctions,
}
/** What the areas add to the world, in their order. */
export const builders: readonly Builder[] = [
  actorsWorld,
  specimensWorld,
  cooperationWorld,
  planningWorld,
  agreementsWorld,
  dutiesWorld,
  electionsWorld,
  groupsWorld,
  keysWorld,
  networkWorld,
  registersWorld,
  terminationsWorld,
  withoutAccountWorld,
  votesWorld,
  offersWorld,
  purposesWorld,
  reformsWorld,
  involvementWorld,
  calendarWorld,
  foundingsWorld,
  catalogueWorld,
  boundariesWorld,
  pollsWorld,
  minutesWorld,
  circulationsWorld,
  checksWorld,
  columnMappingsWorld,
  concernsWorld,
  gateWorld,
]
