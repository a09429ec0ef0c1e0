// "Spalten zuordnen": a table that does not say itself what it holds, and a person who does. Each answer is reckoned into the preview at once.
import { useEffect, useRef, useState } from 'react'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useAct } from '#kit/web/use.ts'
import type { Mapping, MappingStep } from '../contract/mapping.ts'
import { figures } from '../contract.ts'
import { mappingTexts } from '../texts/mapping.de.ts'
import { AssignColumns } from './AssignColumns.tsx'
import { AssignFigures } from './AssignFigures.tsx'
import { AssignNames, AssignOrigin, AssignSigns } from './AssignWords.tsx'

const remote = client(figures)
const t = mappingTexts.screen
/** Whoever types is not interrupted. */
const pause = 500
const mostShown = 6

export type Part = { step: MappingStep; mapping: Mapping; change: (part: Partial<Mapping>) => void }

/** `onSettled`: false while an answer is on its way, so that nobody takes over what is not yet shown. */
export function Assign({
  id,
  step,
  onSettled,
}: {
  id: string
  step: MappingStep
  onSettled: (settled: boolean) => void
}) {
  const [mapping, setMapping] = useState(step.mapping)
  const save = useAct(remote.assign)
  const timer = useRef(0)
  const latest = useRef(mapping)
  useEffect(() => () => window.clearTimeout(timer.current), [])
  const send = async () => {
    const sent = latest.current
    await save.act({ id, ...sent })
    if (latest.current === sent) onSettled(true)
    else await send()
  }
  const sending = useRef(false)
  const change = (part: Partial<Mapping>) => {
    latest.current = { ...latest.current, ...part }
    setMapping(latest.current)
    onSettled(false)
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => {
      if (sending.current) return
      sending.current = true
      void send().finally(() => {
        sending.current = false
      })
    }, pause)
  }
  const parts = { step, mapping, change }
  return (
    <Section title={t.title} lead={t.lead}>
      <Stack gap="l">
        {step.remembered ? <Notice tone="info" title={t.asLast(formatDay(step.remembered.at.slice(0, 10)))} /> : null}
        <AssignColumns {...parts} />
        <AssignSigns {...parts} />
        <AssignNames {...parts} />
        <AssignFigures {...parts} />
        <AssignOrigin {...parts} />
        <Refused error={save.error} />
        <Questions step={step} busy={save.busy} />
      </Stack>
    </Section>
  )
}

function Questions({ step: { questions }, busy }: { step: MappingStep; busy: boolean }) {
  if (busy) return <Notice tone="info" title={t.counting} live />
  if (questions.length === 0) return <Notice tone="success" title={t.ready} live />
  return (
    <Notice tone="warning" title={t.open(questions.length)} live>
      <ul>
        {questions.slice(0, mostShown).map(({ code, about, sentence }) => (
          <li key={`${code} ${about}`}>{sentence}</li>
        ))}
        {questions.length > mostShown ? <li>{t.more(questions.length - mostShown)}</li> : null}
      </ul>
    </Notice>
  )
}
