// German words for undo.
import type { RefusalTexts } from '#kit/http/contract.ts'
import type { objects } from './contract.ts'

export const texts = {
  refusals: {
    stays:
      'Das lässt sich nicht entfernen. Ist es überholt, halten Sie das mit einer neuen Fassung oder mit einer Begründung fest.',
    somethingRestsOnIt:
      'Darauf beruht schon etwas anderes, deshalb bleibt es stehen. Ist es überholt, halten Sie das mit einer neuen Fassung oder mit einer Begründung fest.',
    notBindable:
      'Eine Zweckbindung trägt nur, was in einem Gremium beraten wird. Lieferungen haben sie von ihrer Kennzahl, Dateien von dem, woran sie hängen.',
    notRemoved: 'Das ist nicht entfernt. Es gibt hier nichts wiederherzustellen.',
    erasedSoon: 'Die 30 Tage zum Wiederherstellen sind vorbei. Bitte legen Sie es neu an.',
  } satisfies RefusalTexts<typeof objects>,
}
