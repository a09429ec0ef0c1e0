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
import { search } from '#kit/search/contract.ts'
import { handlers as searchHandlers } from '#kit/search/server.ts'
import { trail } from '#kit/trail/contract.ts'
import { handlers as trailHandlers } from '#kit/trail/server.ts'

type Part<C extends Contract> = { contract: C; handlers: Handlers<C>; texts: RefusalTexts<C> }
/** Checks the three against each other where they are listed. */
const part = <C extends Contract>(contract: C, handlers: Handlers<C>, texts: RefusalTexts<C>): Part<Contract> =>
  ({ contract, handlers, texts }) as unknown as Part<Contract>

export const parts: Readonly<Record<string, Part<Contract>>> = {
  access: part(access, accessHandlers, accessTexts.refusals),
  actors: part(actors, actorsHandlers, actorsTexts.refusals),
  cooperation: part(cooperation, cooperationHandlers, cooperationTexts.refusals),
  duties: part(duties, dutiesHandlers, dutiesTexts.refusals),
  figures: part(figures, figuresHandlers, figuresTexts.refusals),
  files: part(files, filesHandlers, filesTexts.refusals),
  journal: part(journal, journalHandlers, {}),
  search: part(search, searchHandlers, {}),
  trail: part(trail, trailHandlers, {}),
}
