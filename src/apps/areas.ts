// Every contract of the house with its handlers and German sentences: the one list that server, OpenAPI document and tests read.
import { actors } from '#areas/actors/contract.ts'
import { handlers as actorsHandlers } from '#areas/actors/server.ts'
import { texts as actorsTexts } from '#areas/actors/texts.de.ts'
import { cooperation } from '#areas/cooperation/contract.ts'
import { handlers as cooperationHandlers } from '#areas/cooperation/server.ts'
import { texts as cooperationTexts } from '#areas/cooperation/texts.de.ts'
import { figures } from '#areas/figures/contract.ts'
import { handlers as figuresHandlers } from '#areas/figures/server/handlers.ts'
import { texts as figuresTexts } from '#areas/figures/texts.de.ts'
import { meetings } from '#areas/meetings/contract.ts'
import { handlers as meetingsHandlers } from '#areas/meetings/server/meetings.ts'
import { texts as meetingsTexts } from '#areas/meetings/texts.de.ts'
import { planning } from '#areas/planning/contract/planning.ts'
import { handlers as planningHandlers } from '#areas/planning/server/planning.ts'
import { texts as planningTexts } from '#areas/planning/texts.de.ts'
import { services } from '#areas/services/contract.ts'
import { handlers as servicesHandlers } from '#areas/services/server.ts'
import { texts as servicesTexts } from '#areas/services/texts.de.ts'
import { access } from '#kit/access/contract.ts'
import { handlers as accessHandlers } from '#kit/access/server.ts'
import { texts as accessTexts } from '#kit/access/texts.de.ts'
import { duties } from '#kit/duties/contract.ts'
import { handlers as dutiesHandlers } from '#kit/duties/server.ts'
import { texts as dutiesTexts } from '#kit/duties/texts.de.ts'
import { files } from '#kit/files/contract.ts'
import { handlers as filesHandlers } from '#kit/files/server.ts'
import { texts as filesTexts } from '#kit/files/texts.de.ts'
import type { Contract, RefusalTexts } from '#kit/http/contract.ts'
import type { Handlers } from '#kit/http/scene.ts'
import { journal } from '#kit/journal/contract.ts'
import { handlers as journalHandlers } from '#kit/journal/server.ts'
import { objects } from '#kit/objects/contract.ts'
import { handlersOf as objectHandlersOf } from '#kit/objects/server.ts'
import { texts as objectsTexts } from '#kit/objects/texts.de.ts'
import { privacy } from '#kit/privacy/contract.ts'
import { privacyHandlers } from '#kit/privacy/server.ts'
import { texts as privacyTexts } from '#kit/privacy/texts.de.ts'
import { search } from '#kit/search/contract.ts'
import { handlers as searchHandlers } from '#kit/search/server.ts'
import { trail } from '#kit/trail/contract.ts'
import { handlers as trailHandlers } from '#kit/trail/server.ts'
import { catalogue, lawOf } from './privacy.ts'

type Part<C extends Contract> = { contract: C; handlers: Handlers<C>; texts: RefusalTexts<C> }
/** Checks the three against each other where they are listed. */
const part = <C extends Contract>(contract: C, handlers: Handlers<C>, texts: RefusalTexts<C>): Part<Contract> =>
  ({ contract, handlers, texts }) as unknown as Part<Contract>

/** What may be taken away and brought back as long as nothing rests on it. */
const removable = ['need', 'measure', 'meeting', 'service', 'founding']

export const parts: Readonly<Record<string, Part<Contract>>> = {
  access: part(access, accessHandlers, accessTexts.refusals),
  actors: part(actors, actorsHandlers, actorsTexts.refusals),
  cooperation: part(cooperation, cooperationHandlers, cooperationTexts.refusals),
  duties: part(duties, dutiesHandlers, dutiesTexts.refusals),
  figures: part(figures, figuresHandlers, figuresTexts.refusals),
  files: part(files, filesHandlers, filesTexts.refusals),
  journal: part(journal, journalHandlers, {}),
  meetings: part(meetings, meetingsHandlers, meetingsTexts.refusals),
  objects: part(objects, objectHandlersOf(removable), objectsTexts.refusals),
  planning: part(planning, planningHandlers, planningTexts.refusals),
  privacy: part(privacy, privacyHandlers(catalogue, lawOf), privacyTexts.refusals),
  search: part(search, searchHandlers, {}),
  services: part(services, servicesHandlers, servicesTexts.refusals),
  trail: part(trail, trailHandlers, {}),
}
