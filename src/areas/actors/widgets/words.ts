// The common words of the area for the screens of others: kinds, sides, fields.
import { relationTexts } from '../texts/relations.de.ts'
import { texts } from '../texts.de.ts'

export const kindWords = texts.kinds
export const sideWords = texts.sides
export const fieldWords = relationTexts.fields
