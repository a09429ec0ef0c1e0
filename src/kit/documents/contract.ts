// As what a document can be had.
import { z } from 'zod'

export const As = z.enum(['pdf', 'docx'])
export type As = z.infer<typeof As>
