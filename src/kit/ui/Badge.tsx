// States in words; the colour only repeats what the word says.
import { Icon, type IconName } from './Icon.tsx'
import type { Loose, Text, Tone } from './props.ts'
import { texts } from './texts.de.ts'

export function Badge({
  tone = 'neutral',
  icon,
  children,
}: { children: Text } & Loose<{ tone: Tone; icon: IconName }>) {
  return (
    <span className={`ns-badge ns-tone--${tone}`}>
      {icon ? <Icon name={icon} size="s" /> : <span className="ns-badge__dot" aria-hidden="true" />}
      {children}
    </span>
  )
}

/** Marks what the example invents: organisations and official figures are real, conduct is not. */
export function InventedMark() {
  return (
    <span className="ns-invented" title={texts.page.inventedHint}>
      {texts.page.invented}
    </span>
  )
}
