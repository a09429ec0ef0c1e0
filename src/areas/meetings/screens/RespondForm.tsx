// Answering an invitation for the own seat: coming, the deputy comes, or not. The same signed in and by a link.
import { useState } from 'react'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { CheckboxGroup } from '#kit/ui/Checkbox.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import type { ApiError } from '#kit/web/client.ts'
import { type AnsweringSeat, ResponseAnswer } from '../contract/shapes.ts'
import { responseTexts as t } from '../texts/responses.de.ts'
import { voteTexts } from '../texts/votes.de.ts'

export type Response = { answer: ResponseAnswer; places: string[] | null }
type Props = {
  seats: readonly AnsweringSeat[]
  /** Chosen in the mail already; it counts once it is sent here. */
  chosen?: ResponseAnswer | undefined
  busy: boolean
  error: ApiError | null
  onSend: (response: Response) => void
}

const nameOf = ({ organisation, unit }: AnsweringSeat) => voteTexts.seat(organisation.title, unit?.title ?? null)
const placeOf = ({ organisation, unit }: AnsweringSeat) => unit?.id ?? organisation.id

export function RespondForm({ seats, chosen, busy, error, onSend }: Props) {
  // Whoever has several seats says for which: nobody fills four chairs unasked.
  const [places, setPlaces] = useState<readonly string[]>([])
  const [missing, setMissing] = useState<Record<string, string>>({})
  const own = seats.some((seat) => seat.own)
  const names = seats.map(nameOf).join(' · ')
  const options = own
    ? [
        { value: 'comes', label: t.choices.comes },
        ...(seats.some((seat) => seat.deputy) ? [{ value: 'deputy', label: t.choices.deputy }] : []),
        { value: 'declines', label: t.choices.declines },
      ]
    : Object.entries(t.deputyChoices).map(([value, label]) => ({ value, label }))
  const submit = (values: Record<string, string>) => {
    const said = ResponseAnswer.safeParse(values.answer)
    const faults = {
      ...(said.success ? {} : { answer: t.missing }),
      ...(seats.length > 1 && places.length === 0 ? { places: t.whichSeats } : {}),
    }
    setMissing(faults)
    if (said.success && Object.keys(faults).length === 0)
      onSend({ answer: said.data, places: seats.length > 1 ? [...places] : null })
  }
  return (
    <Form onSubmit={submit} errors={missing} fault={error?.message} busy={busy}>
      <p>{`${own ? t.mineFor(names) : t.deputyFor(names)} ${seats.length === 1 && seats[0] ? t.known(seats[0]) : ''}`}</p>
      {seats.length > 1 ? (
        <CheckboxGroup
          name="places"
          label={t.forWhom}
          values={places}
          onChange={setPlaces}
          options={seats.map((seat) => ({
            value: placeOf(seat),
            label: nameOf(seat),
            ...(seat.answer ? { hint: t.answers[seat.answer] } : {}),
          }))}
        />
      ) : null}
      <RadioGroup
        name="answer"
        label={t.answer}
        inline
        defaultValue={chosen ?? seats[0]?.answer ?? ''}
        options={options}
      />
      <ButtonRow>
        <SubmitButton>{t.save}</SubmitButton>
      </ButtonRow>
    </Form>
  )
}
