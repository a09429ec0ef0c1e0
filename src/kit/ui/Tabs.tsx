// Several views of one thing. Arrow keys change the view; the chosen one may live in the URL.
import { type KeyboardEvent, useId, useState } from 'react'
import type { Loose, Text } from './props.ts'

export type Tab = { id: string; label: string; content: Text } & Loose<{ count: number }>
type Props = { label: string; tabs: readonly Tab[] } & Loose<{ value: string; onChange: (id: string) => void }>

export function Tabs({ label, tabs, value, onChange }: Props) {
  const base = useId()
  const [own, setOwn] = useState(tabs[0]?.id)
  const chosen = tabs.find((tab) => tab.id === (value ?? own)) ?? tabs[0]
  const choose = (id: string | undefined) => {
    if (!id) return
    setOwn(id)
    onChange?.(id)
    document.getElementById(`${base}-${id}`)?.focus()
  }
  const walk = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.id === chosen?.id)
    const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    choose(tabs[(step + tabs.length) % tabs.length]?.id)
  }
  return (
    <div className="ns-tabs">
      <div role="tablist" aria-label={label} className="ns-tabs__list" onKeyDown={walk}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={`${base}-${tab.id}`}
            type="button"
            role="tab"
            className="ns-tab"
            aria-selected={tab.id === chosen?.id}
            aria-controls={`${base}-panel`}
            tabIndex={tab.id === chosen?.id ? 0 : -1}
            onClick={() => choose(tab.id)}
          >
            {tab.label}
            {tab.count === undefined ? null : <span className="ns-count ns-count--quiet">{tab.count}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-${chosen?.id}`} className="ns-tabs__panel">
        {chosen?.content}
      </div>
    </div>
  )
}
