// All handlers of planning.
import { handlers as decisions } from './decisions.ts'
import { handlers as measures } from './measures.ts'
import { handlers as needs } from './needs.ts'

export const handlers = { ...needs, ...decisions, ...measures }
