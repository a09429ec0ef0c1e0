// Turns the faults that zod finds in a request into sentences for people. What is not named here keeps zod's own German sentence.
import type { z } from 'zod'
import { texts } from './texts.de.ts'

const t = texts.faults
const formats: Readonly<Record<string, string>> = {
  email: t.email,
  uuid: t.choose,
  guid: t.choose,
  date: t.day,
  url: t.url,
}

export const friendly: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'too_small' && issue.origin === 'string')
    return issue.input === '' || Number(issue.minimum) <= 1 ? t.empty : t.short(Number(issue.minimum))
  if (issue.code === 'too_small' && issue.origin === 'array') return t.none
  if (issue.code === 'too_big' && issue.origin === 'string') return t.long(Number(issue.maximum))
  if (issue.code === 'invalid_format') return issue.input === '' ? t.empty : (formats[issue.format] ?? t.format)
  if (issue.code === 'invalid_value') return t.choose
  if (issue.code === 'invalid_type' && (issue.input === undefined || issue.input === null)) return t.empty
  if (issue.code === 'invalid_type' && issue.expected === 'number') return t.number
  return undefined
}
