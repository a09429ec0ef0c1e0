// One vocabulary for what an organisation deals with: the disciplines that are entered with it, in the words of the fields by which bodies, relations
// and the network ask.
import type { Discipline } from './kinds.ts'
import type { Field } from './relations.ts'

const fields: Readonly<Record<Discipline, Field | null>> = {
  youth: 'youth',
  social: 'poverty',
  work: 'work',
  health: 'health',
  care: 'care',
  disability: 'inclusion',
  education: 'education',
  migration: 'integration',
  housing: 'housing',
  age: 'age',
  family: 'family',
  addiction: 'health',
  // The police and the courts are a kind of actor, not a field of social planning.
  safety: null,
}

/** The field to which a discipline belongs; null: to none. */
export const fieldOf = (discipline: Discipline): Field | null => fields[discipline]
