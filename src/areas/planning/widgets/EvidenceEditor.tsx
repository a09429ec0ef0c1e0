// The evidence of a need while it is edited: what is there, figures and voices to add, and each removal can be undone. Saves at once.
import { useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Card } from '#kit/ui/Card.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { TextArea } from '#kit/ui/TextField.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import type { Need } from '../contract/needs.ts'
import { periodText } from '../texts/dates.de.ts'
import { screens } from '../texts/screens.de.ts'
import { texts } from '../texts.de.ts'
import { valueText } from './EvidenceList.tsx'
import { EvidencePicker } from './EvidencePicker.tsx'
import { type NewPiece, pieceOf } from './need-content.ts'

const t = screens.evidence

export function EvidenceEditor({
  need,
  busy,
  onSave,
}: {
  need: Need
  busy: boolean
  onSave: (pieces: NewPiece[]) => void
}) {
  const toast = useToast()
  const [open, setOpen] = useState<'figure' | 'voice' | null>(need.evidence.length === 0 ? 'figure' : null)
  const all = need.evidence.map(pieceOf)
  const add = (piece: NewPiece) => {
    onSave([...all, piece])
    setOpen(null)
  }
  const remove = (id: string) => {
    const piece = need.evidence.find((one) => one.id === id)!
    onSave(all.filter((one) => one.id !== id))
    // Put back as new: the same source and edition, looked up again. What may not be seen is not offered for removal.
    const { source, sourceEdition: edition, indicator, area, from, until, cut, grade, note } = piece
    const again: NewPiece = {
      grade,
      source: source?.id ?? null,
      edition,
      indicator: indicator?.id ?? null,
      area: area?.id ?? null,
      from,
      until,
      cut,
      note,
    }
    toast({ text: t.removed, undo: () => onSave([...all.filter((one) => one.id !== id), again]) })
  }
  return (
    <Stack>
      <p>{t.lead}</p>
      {need.evidence.map((piece) => (
        <Card
          key={piece.id}
          title={
            piece.grade === 'figures'
              ? (piece.indicator?.title ?? piece.source?.title ?? piece.holder ?? '')
              : texts.grades[piece.grade]
          }
        >
          <p>
            {piece.grade === 'figures'
              ? [piece.area?.title, periodText(piece.from, piece.until), valueText(piece)].filter(Boolean).join(' · ')
              : piece.note}
          </p>
          {piece.grade === 'figures' && piece.note ? (
            <p>
              <small>{piece.note}</small>
            </p>
          ) : null}
          {piece.withheld ? null : (
            <Button small variant="tertiary" icon="delete" busy={busy} onClick={() => remove(piece.id)}>
              {t.remove}
            </Button>
          )}
        </Card>
      ))}
      <ButtonRow>
        {open === 'figure' ? null : (
          <Button icon="add" onClick={() => setOpen('figure')}>
            {t.addFigure}
          </Button>
        )}
        {open === 'voice' ? null : (
          <Button icon="add" onClick={() => setOpen('voice')}>
            {t.addVoice}
          </Button>
        )}
      </ButtonRow>
      {open === 'figure' ? (
        <Section title={t.addFigure} level={3}>
          <EvidencePicker area={need.area ? { id: need.area.id, label: need.area.title } : null} onPick={add} />
        </Section>
      ) : null}
      {open === 'voice' ? <Voice onAdd={add} /> : null}
    </Stack>
  )
}

function Voice({ onAdd }: { onAdd: (piece: NewPiece) => void }) {
  const [note, setNote] = useState('')
  const [grade, setGrade] = useState('practice')
  return (
    <Section title={t.addVoice} level={3}>
      <Stack>
        <RadioGroup
          name="beleg-wer"
          label={t.grade}
          value={grade}
          onChange={setGrade}
          inline
          options={[
            { value: 'practice', label: t.grades.practice },
            { value: 'citizens', label: t.grades.citizens },
          ]}
        />
        <TextArea name="beleg-bericht" label={t.voiceNote} value={note} onChange={setNote} maxLength={2000} />
        <ButtonRow>
          <Button
            disabled={note.trim() === ''}
            onClick={() => onAdd({ grade: grade === 'citizens' ? 'citizens' : 'practice', note })}
          >
            {t.add}
          </Button>
        </ButtonRow>
      </Stack>
    </Section>
  )
}
