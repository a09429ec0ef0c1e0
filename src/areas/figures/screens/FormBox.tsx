// The way to the Erhebungsbogen above the worklist: one time chosen, the form printed, and handed in again.
import { useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Card } from '#kit/ui/Card.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { addressOf } from '#kit/web/client.ts'
import { useSession } from '#kit/web/session.tsx'
import type { OwedRow } from '../contract/shapes.ts'
import { figures } from '../contract.ts'
import { formTexts } from '../texts/forms.de.ts'
import { periodWords } from '../widgets/parts.tsx'

const t = formTexts.screen
const timeOf = ({ period }: OwedRow) => `${period.from}_${period.until}`

export function FormBox({ rows }: { rows: readonly OwedRow[] }) {
  const { actingFor } = useSession()
  const [chosen, setChosen] = useState<string>()
  const owed = rows.filter((row) => row.kind === 'deliver' && row.area)
  const soonest = owed.toSorted((a, b) => (a.due < b.due ? -1 : 1))
  const times = [...new Map(soonest.map((row) => [timeOf(row), row.period]))]
  const time = times.find(([key]) => key === chosen) ?? times[0]
  if (!time || !actingFor) return null
  const [key, period] = time
  const count = owed.filter((row) => timeOf(row) === key).length
  return (
    <Card title={t.boxTitle} level={2}>
      <p>{t.boxText}</p>
      {times.length > 1 ? (
        <Select
          name="bogenzeit"
          label={t.time}
          value={key}
          options={times.map(([value, one]) => ({ value, label: periodWords(one) }))}
          onChange={setChosen}
        />
      ) : null}
      <ButtonRow>
        <Button icon="download" to={addressOf(figures.form, { ...period, for: actingFor.id }).url}>
          {t.download(count)}
        </Button>
        <Button icon="upload" to="/zahlen/lieferungen/bogen">
          {t.toUpload}
        </Button>
      </ButtonRow>
    </Card>
  )
}
