// What happened, by whom and on whose behalf. Older entries unfold.
import { useState } from 'react'
import { Button } from './Button.tsx'
import { formatInstant } from './format.ts'
import type { Loose, Text, Tone } from './props.ts'
import { texts } from './texts.de.ts'

export type TimelineEntry = { id: string; when: string; what: Text } & Loose<{
  who: string
  onBehalf: string
  detail: Text
  tone: Tone
}>

export function Timeline({ entries, first }: { entries: readonly TimelineEntry[] } & Loose<{ first: number }>) {
  const [all, showAll] = useState(false)
  const shown = all || first === undefined ? entries : entries.slice(0, first)
  const hidden = entries.length - shown.length
  return (
    <div className="ns-timeline">
      <ol>
        {shown.map((entry) => (
          <li key={entry.id} className={`ns-tone--${entry.tone ?? 'neutral'}`}>
            <p className="ns-timeline__what">{entry.what}</p>
            <p className="ns-timeline__meta">
              <time dateTime={entry.when}>{formatInstant(entry.when)}</time>
              {entry.who ? ` · ${entry.who}` : null}
              {entry.onBehalf ? ` ${texts.timeline.onBehalf} ${entry.onBehalf}` : null}
            </p>
            {entry.detail ? <div className="ns-timeline__detail">{entry.detail}</div> : null}
          </li>
        ))}
      </ol>
      {hidden > 0 ? (
        <Button variant="tertiary" small onClick={() => showAll(true)}>
          {texts.timeline.more(hidden)}
        </Button>
      ) : null}
    </div>
  )
}
