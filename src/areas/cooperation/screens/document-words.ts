// A document on which a step of a body stands, in one line.
import type { BodyState } from '../contract.ts'
import { standingTexts } from '../texts/standing.de.ts'

const t = standingTexts.document

export const documentWords = ({ kind, title, edition, on }: NonNullable<BodyState['agreed']>): string =>
  t.line(t.kinds[kind], title, edition, on)
