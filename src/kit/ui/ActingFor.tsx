// For whom I act, always visible: every action says on whose behalf it is done.
import { Icon } from './Icon.tsx'
import { Menu } from './Menu.tsx'
import { texts } from './texts.de.ts'

export type ActingOption = { id: string; organisation: string; role: string }
type Props = { options: ActingOption[]; value: string; onChange: (id: string) => void }

export function ActingFor({ options, value, onChange }: Props) {
  const now = options.find((option) => option.id === value) ?? options[0]
  if (!now) return null
  const words = (
    <span className="ns-acting__words">
      <span className="ns-acting__label">{texts.frame.actingFor}</span>
      <span className="ns-acting__name">
        {now.organisation} <span className="ns-acting__role">· {now.role}</span>
      </span>
    </span>
  )
  if (options.length < 2) return <div className="ns-acting">{words}</div>
  return (
    <Menu
      label={texts.frame.actingForChoose}
      heading={texts.frame.actingForChoose}
      className="ns-acting ns-acting--choice"
      face={
        <>
          {words}
          <Icon name="chevron-down" size="s" />
        </>
      }
      items={options.map((option) => ({
        label: option.organisation,
        note: option.role,
        checked: option.id === now.id,
        onAction: () => onChange(option.id),
      }))}
    />
  )
}
