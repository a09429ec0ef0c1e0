// The chosen areas with their values, and the one step from this view into a need.
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { TagList } from '#kit/ui/TagList.tsx'
import { useHolds, useSession } from '#kit/web/session.tsx'
import type { AreaList, MapSlice } from '../contract/shapes.ts'
import { screens } from '../texts/screens.de.ts'
import { evidenceOf, needWith } from '../widgets/evidence.ts'
import { type Selection, toggled } from './selection.ts'

const t = screens.explorer
type Props = {
  slice: MapSlice
  areas: AreaList
  nameOf: (key: string) => string
  selection: Selection
  onSelection: (next: Selection) => void
}

export function Chosen({ slice, areas, nameOf, selection, onSelection }: Props) {
  const { actingFor } = useSession()
  const mayPlan = useHolds()(['planner', 'head', 'staff', 'counsellor'], actingFor?.id)
  if (selection.areas.length === 0) return <p>{t.pickHint}</p>
  const evidence = selection.areas.flatMap((key) => {
    const found = evidenceOf(slice, key, areas.ids[areas.keys.indexOf(key)] ?? '')
    return found?.area ? [{ key, found }] : []
  })
  return (
    <Section
      title={t.chosen}
      actions={
        <Button small variant="tertiary" onClick={() => onSelection({ ...selection, areas: [] })}>
          {t.clear}
        </Button>
      }
    >
      <TagList
        label={t.chosen}
        tags={selection.areas.map((key) => ({
          label: nameOf(key),
          onRemove: () => onSelection({ ...selection, areas: toggled(selection.areas, key) }),
        }))}
      />
      {mayPlan && evidence.length > 0 ? (
        <ButtonRow>
          {evidence.map(({ key, found }, n) => (
            <Button key={key} variant={n === 0 ? 'primary' : 'secondary'} icon="add" to={needWith(found)}>
              {evidence.length === 1 ? t.take : t.takeFor(nameOf(key))}
            </Button>
          ))}
        </ButtonRow>
      ) : null}
    </Section>
  )
}
