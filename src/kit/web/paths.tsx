// Every object has an address in the app. The app says which kind lives where; screens only name the object.
import { createContext, type ReactNode, useContext } from 'react'
import { A } from '#kit/ui/Link.tsx'

export type Paths = Readonly<Record<string, (id: string) => string>>
export type KindWords = Readonly<Record<string, string>>
/** What the verbs of the journal are called: each app knows its areas' verbs. */
export type VerbWords = (verb: string) => string
const PathsContext = createContext<{ paths: Paths; words: KindWords; verbs: VerbWords }>({
  paths: {},
  words: {},
  verbs: (verb) => verb,
})

type Provided = { paths: Paths; words: KindWords; verbs: VerbWords; children: ReactNode }
export const PathsProvider = ({ paths, words, verbs, children }: Provided) => (
  <PathsContext value={{ paths, words, verbs }}>{children}</PathsContext>
)

/** `(kind, id) => '/gremien/…'`, or undefined where a kind has no page. */
export function usePathTo() {
  const { paths } = useContext(PathsContext)
  return (kind: string, id: string) => paths[kind]?.(id)
}

/** `kind => 'Gremium'`. */
export function useKindWord() {
  const { words } = useContext(PathsContext)
  return (kind: string) => words[kind] ?? kind
}

/** A link to an object; plain text where its kind has no page. */
export function ObjectLink({ kind, id, children }: { kind: string; id: string; children: ReactNode }) {
  const to = usePathTo()(kind, id)
  return to ? <A to={to}>{children}</A> : children
}

/** `verb => 'unterschrieben'`. */
export const useVerb = (): VerbWords => useContext(PathsContext).verbs
