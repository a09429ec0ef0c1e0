// The frame of one step of founding: its fields, back and on. What is typed is kept at once; "Weiter" says what is still missing.
import type { ReactNode } from 'react'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { foundingTexts } from '../texts/founding.de.ts'
import type { FoundingDraft } from './founding-draft.ts'

export type StepProps = {
  draft: FoundingDraft
  onChange: (change: Partial<FoundingDraft>) => void
  faults: Readonly<Record<string, string>>
  onNext: () => void
  back: ReactNode
}

export function FoundingForm({ faults, onNext, back, children }: StepProps & { children: ReactNode }) {
  return (
    <Form onSubmit={onNext} errors={faults}>
      {children}
      <ButtonRow>
        {back}
        <SubmitButton>{foundingTexts.on}</SubmitButton>
      </ButtonRow>
    </Form>
  )
}
