// Terms and what they are, one under the other.
import type { Text } from './props.ts'

export function DefinitionList({ items }: { items: readonly { term: string; value: Text }[] }) {
  return (
    <dl className="ns-definitions">
      {items.map((item) => (
        <div key={item.term}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
