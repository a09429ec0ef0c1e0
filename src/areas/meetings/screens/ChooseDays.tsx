// Which days are asked about: proposed ones are ticked, and at every day stands what speaks for it or against it.
import { useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { CheckboxGroup } from '#kit/ui/Checkbox.tsx'
import { DateField } from '#kit/ui/DateField.tsx'
import { Cluster, Stack } from '#kit/ui/Layout.tsx'
import type { ProposedDay } from '../contract/polls.ts'
import { longDay, reasonWords } from '../texts/days.de.ts'
import { pollTexts } from '../texts/polls.de.ts'

const t = pollTexts.form

/** Around the proposed ones at first. */
function begun(known: readonly ProposedDay[]): readonly ProposedDay[] {
  const at = known.flatMap(({ proposed }, index) => (proposed ? [index] : []))
  return known.slice(Math.max(0, (at[0] ?? 0) - 2), (at.at(-1) ?? 9) + 3)
}

type Props = { known: readonly ProposedDay[]; chosen: readonly string[]; onDays: (days: readonly string[]) => void }

export function ChooseDays({ known, chosen, onDays }: Props) {
  const [all, setAll] = useState(false)
  const [other, setOther] = useState('')
  const [added, setAdded] = useState<readonly string[]>([])
  const shown = all ? known : begun(known)
  const lines = [
    ...shown,
    ...[...added, ...chosen]
      .filter((day, at, list) => list.indexOf(day) === at && !shown.some((one) => one.day === day))
      .map((day) => known.find((one) => one.day === day) ?? { day, reasons: [], proposed: false }),
  ].toSorted((one, next) => (one.day < next.day ? -1 : 1))
  const add = () => {
    if (!other) return
    setAdded([...added, other])
    onDays([...new Set([...chosen, other])])
    setOther('')
  }
  return (
    <Stack>
      <CheckboxGroup
        name="days"
        label={t.days}
        hint={t.daysHint}
        values={[...chosen]}
        onChange={(next) => onDays(next)}
        options={lines.map(({ day, reasons }) => ({
          value: day,
          label: longDay(day),
          hint: reasons.map(reasonWords).join(' · '),
        }))}
      />
      <p aria-live="polite">{t.chosen(chosen.length)}</p>
      <Cluster>
        <DateField name="otherDay" label={t.otherDay} optional value={other} onChange={setOther} />
        <ButtonRow>
          <Button small icon="add" onClick={add}>
            {t.addDay}
          </Button>
          {all ? null : (
            <Button small variant="tertiary" onClick={() => setAll(true)}>
              {t.more}
            </Button>
          )}
        </ButtonRow>
      </Cluster>
    </Stack>
  )
}
