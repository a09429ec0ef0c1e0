// Hatching for what is no number; each state has its own, so that black and white paper tells them apart.
import type { FigureState } from '#kit/ui/figure-state.ts'

export const patternOf = (base: string, state: FigureState | 'none') => `url(#${base}-${state})`

const marks: Record<FigureState | 'none', string> = {
  secret: 'M4 4h.01M10 10h.01',
  nil: 'M1 7h6',
  later: 'M0 4h14M0 11h14',
  unreliable: 'M-2 9L9 -2M-2 23L23 -2M5 16L16 5',
  meaningless: 'M0 0L14 14M14 0L0 14',
  unknown: 'M7 0V14',
  none: '',
}

export function MapPatterns({ base }: { base: string }) {
  return (
    <defs>
      {Object.entries(marks).map(([state, mark]) => (
        <pattern key={state} id={`${base}-${state}`} width="14" height="14" patternUnits="userSpaceOnUse">
          <rect width="14" height="14" className="ns-map__nothing" />
          <path d={mark} className={state === 'secret' ? 'ns-map__dots' : 'ns-map__hatch'} />
        </pattern>
      ))}
    </defs>
  )
}
