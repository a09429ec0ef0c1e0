// Answering in a circulation: the same signed in and by a link. Whoever has several seats says for which.
import { useState } from 'react'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { CheckboxGroup } from '#kit/ui/Checkbox.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import type { ApiError } from '#kit/web/client.ts'
import { CirculationAnswer, type CirculationSeat } from '../contract/circulations.ts'
import { circulationTexts } from '../texts/circulations.de.ts'

const t = circulationTexts.page
export type Given = { answer: CirculationAnswer; places: string[] | null }
export const seatWords = ({ organisation, unit }: CirculationSeat) =>
  circulationTexts.seat(organisation.title, unit?.title ?? null)

type Props = {
  mine: readonly CirculationSeat[]
  busy: boolean
  error: ApiError | null
  onSend: (given: Given) => void
}
export function CirculationAnswerForm({ mine, busy, error, onSend }: Props) {
  const [places, setPlaces] = useState<readonly string[]>([])
  const [missing, setMissing] = useState<Record<string, string>>({})
  const submit = (values: Record<string, string>) => {
    const said = CirculationAnswer.safeParse(values.answer)
    const faults = {
      ...(said.success ? {} : { answer: t.missing }),
      ...(mine.length > 1 && places.length === 0 ? { places: t.whichSeats } : {}),
    }
    setMissing(faults)
    if (said.success && Object.keys(faults).length === 0)
      onSend({ answer: said.data, places: mine.length > 1 ? [...places] : null })
  }
  return (
    <Form onSubmit={submit} errors={missing} fault={error?.message} busy={busy}>
      <p>{t.mineFor(mine.map(seatWords).join(' · '))}</p>
      {mine.length > 1 ? (
        <CheckboxGroup
          name="places"
          label={t.forWhom}
          values={places}
          onChange={setPlaces}
          options={mine.map((seat) => ({
            value: seat.unit?.id ?? seat.organisation.id,
            label: seat.answer ? `${seatWords(seat)}: ${circulationTexts.answers[seat.answer]}` : seatWords(seat),
          }))}
        />
      ) : null}
      <RadioGroup
        name="answer"
        label={t.answer}
        defaultValue={mine.find(({ answer }) => answer)?.answer ?? ''}
        options={CirculationAnswer.options.map((value) => ({ value, label: circulationTexts.answers[value] }))}
      />
      <ButtonRow>
        <SubmitButton>{t.send}</SubmitButton>
      </ButtonRow>
    </Form>
  )
}
