// Adding a clause: first what falls due, in plain words; then its fields.
import { Menu } from '#kit/ui/Menu.tsx'
import { clauseTexts } from '../texts/clauses.de.ts'
import type { Kind } from './draft-clauses.ts'

const kinds: readonly Kind[] = [
  'meet',
  'before',
  'notice',
  'deliver',
  'confirm',
  'report',
  'inform',
  'answer',
  'contact',
  'review',
  'free',
]

export function AddClause({ onAdd }: { onAdd: (kind: Kind) => void }) {
  return (
    <Menu
      label={clauseTexts.add}
      icon="add"
      items={kinds.map((kind) => ({ label: clauseTexts.kinds[kind], onAction: () => onAdd(kind) }))}
    />
  )
}
