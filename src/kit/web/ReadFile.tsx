// One way to hand in a file that is looked at before anything counts: chosen or dropped, its size held to, read with a press of the button.
import { type ReactNode, useState } from 'react'
import { ButtonRow } from '#kit/ui/Button.tsx'
import { FileField } from '#kit/ui/FileField.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import type { Loose, Text } from '#kit/ui/props.ts'
import type { ApiError } from './client.ts'
import { Refused } from './Loading.tsx'

type Reading = { busy: boolean; error: ApiError | null; fields: Readonly<Record<string, string>>; reset: () => void }
type Props = {
  /** Also the name under which faults of the file come back. */
  name: string
  words: Readonly<{ file: string; hint: string; look: string; looking: string }>
  /** Endings as a browser takes them: ".csv,.xlsx". */
  accept: string
  megabytes: number
  read: Reading
  onLook: (file: File) => void
} & Loose<{ lookingHint: Text; children: ReactNode }>

export function ReadFile({ name, words, accept, megabytes, read, onLook, lookingHint, children }: Props) {
  const [files, setFiles] = useState<File[]>([])
  return (
    <Form onSubmit={() => files[0] && onLook(files[0])} errors={read.fields} busy={read.busy}>
      {children}
      <FileField
        name={name}
        label={words.file}
        hint={words.hint}
        accept={accept}
        files={files}
        maxBytes={megabytes * 1024 * 1024}
        onChange={(next) => {
          read.reset()
          setFiles(next)
        }}
      />
      {read.busy ? (
        <Notice tone="info" title={words.looking} live>
          {lookingHint}
        </Notice>
      ) : null}
      <Refused error={read.error} />
      <ButtonRow>
        <SubmitButton disabled={files.length === 0}>{words.look}</SubmitButton>
      </ButtonRow>
    </Form>
  )
}
