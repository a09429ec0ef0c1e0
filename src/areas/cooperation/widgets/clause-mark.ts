// The place of a clause on the page of its agreement, so that a duty can lead to the sentence it comes from.
export const clauseMark = (number: string): string =>
  `klausel-${number
    .toLowerCase()
    .replaceAll('§', 'par')
    .replace(/[^a-z0-9äöüß]+/g, '-')
    .replace(/^-|-$/g, '')}`

/** Where the ground of a duty can be read. */
export const clausePlace = (because: { object: string | null; number: string | null }): string | undefined =>
  because.object === null
    ? undefined
    : `/vereinbarungen/${because.object}${because.number ? `#${clauseMark(because.number)}` : ''}`

/** Kinds that rules of procedure ask for, where no clause does. */
const ruled: ReadonlySet<string> = new Set(['notice', 'minutes'])
/** Where the paragraph of the rules of procedure can be read from which a duty comes. */
export const rulesPlace = (duty: {
  kind: string
  body: string | null
  because: { number: string | null }
}): string | undefined =>
  duty.body !== null && duty.because.number === null && ruled.has(duty.kind)
    ? `/gremien/${duty.body}?ansicht=regeln`
    : undefined
