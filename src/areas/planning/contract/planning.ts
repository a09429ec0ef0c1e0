// All endpoints of planning in one list, for server and browser.
import { contract } from '#kit/http/contract.ts'
import { decisions } from './decisions.ts'
import { measures } from './measures.ts'
import { needs } from './needs.ts'

export const planning = contract({ ...needs, ...decisions, ...measures })
