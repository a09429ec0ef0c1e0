// Answering a poll: yes, if need be or no for each day. The same signed in and by a link, with a mouse, the keyboard or a thumb.
import { useState } from 'react'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { CheckboxGroup } from '#kit/ui/Checkbox.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Columns } from '#kit/ui/Layout.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import type { ApiError } from '#kit/web/client.ts'
import { PollAnswer, type PollOption, type PollVoice } from '../contract/polls.ts'
import { slotWords } from '../texts/days.de.ts'
import { pollTexts } from '../texts/polls.de.ts'

const t = pollTexts.page
export type Given = { answers: Record<string, PollAnswer>; places: string[] | null }

export const voiceWords = ({ voice, organisation, unit }: Pick<PollVoice, 'voice' | 'organisation' | 'unit'>) =>
  pollTexts.voices[voice](organisation?.title ?? '', unit?.title ?? null)

type Props = {
  options: readonly PollOption[]
  voices: readonly PollVoice[]
  busy: boolean
  error: ApiError | null
  onSend: (given: Given) => void
}

export function AnswerForm({ options, voices, busy, error, onSend }: Props) {
  const seats = voices.filter(({ voice }) => voice === 'seat')
  const placeOf = ({ organisation, unit }: PollVoice) => unit?.id ?? organisation?.id ?? ''
  // Whoever has several seats says for which: nobody fills four chairs unasked.
  const [places, setPlaces] = useState<readonly string[]>([])
  const [missing, setMissing] = useState<Record<string, string>>({})
  const stands = voices.find(({ answers }) => Object.keys(answers).length > 0)?.answers ?? {}
  const submit = (values: Record<string, string>) => {
    const answers = Object.fromEntries(
      options.flatMap(({ id }) => {
        const said = PollAnswer.safeParse(values[`a-${id}`])
        return said.success ? [[id, said.data]] : []
      }),
    )
    const faults = {
      ...(Object.keys(answers).length === 0 && options[0] ? { [`a-${options[0].id}`]: t.missing } : {}),
      ...(seats.length > 1 && seats.length === voices.length && places.length === 0 ? { places: t.whichSeats } : {}),
    }
    setMissing(faults)
    if (Object.keys(faults).length === 0) onSend({ answers, places: seats.length > 1 ? [...places] : null })
  }
  return (
    <Form onSubmit={submit} errors={missing} fault={error?.message} busy={busy}>
      {voices.length > 0 ? <p>{t.mineFor(voices.map(voiceWords).join(' · '))}</p> : null}
      {seats.length > 1 ? (
        <CheckboxGroup
          name="places"
          label={t.forWhom}
          values={places}
          onChange={setPlaces}
          options={seats.map((seat) => ({ value: placeOf(seat), label: voiceWords(seat) }))}
        />
      ) : null}
      <Columns min={300}>
        {options.map((option) => (
          <RadioGroup
            key={option.id}
            name={`a-${option.id}`}
            label={slotWords(option)}
            inline
            defaultValue={stands[option.id] ?? ''}
            options={PollAnswer.options.map((value) => ({ value, label: pollTexts.answers[value] }))}
          />
        ))}
      </Columns>
      <ButtonRow>
        <SubmitButton>{t.send}</SubmitButton>
      </ButtonRow>
    </Form>
  )
}
