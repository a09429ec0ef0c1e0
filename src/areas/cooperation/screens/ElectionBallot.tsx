// The secret ballot at one's own device: draw a paper, wait, cast it. The paper lies in this window only.
import { useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { RadioGroup } from '#kit/ui/RadioGroup.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useAct } from '#kit/web/use.ts'
import { cooperation, type Election } from '../contract.ts'
import { blankPaper, signedPaper } from '../rules/papers.ts'
import { electionTexts } from '../texts/elections-screens.de.ts'
import { cast, keepPaper, keptPaper, Uncast } from './papers-kept.ts'

const remote = client(cooperation)
const t = electionTexts.ballot

export function ElectionBallot({ election }: { election: Election }) {
  const { status, papers, may } = election
  if (!['nominating', 'runoff', 'drawing', 'casting'].includes(status)) return null
  return (
    <Section title={t.title}>
      <Stack>
        <Notice tone="warning" title={t.about}>
          <ul>
            {t.limits.map((limit) => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        </Notice>
        {status === 'drawing' && !papers ? <p>{t.preparing}</p> : null}
        {papers?.mine.map(({ seat, drawn }) => (
          <OwnPaper key={seat} election={election} seat={seat} drawn={drawn} modulus={papers.modulus} />
        ))}
        {may.lead ? <Lead election={election} /> : null}
      </Stack>
    </Section>
  )
}

function Lead({ election }: { election: Election }) {
  const { head, status, papers } = election
  const step = useAct(remote.ballotStep)
  const next = status === 'drawing' ? 'cast' : status === 'casting' ? 'close' : 'draw'
  if (next === 'draw' && !election.candidates.some((one) => one.stands)) return null
  const words = { draw: [t.open, t.openHint], cast: [t.cast, t.castHint], close: [t.close, t.closeHint] }[next] as [
    string,
    string,
  ]
  return (
    <Stack gap="s">
      {papers ? <p>{t.drawn(papers.drawn, election.electorate.length)}</p> : null}
      <ButtonRow>
        <Button
          variant="primary"
          busy={step.busy}
          onClick={() => void step.act({ id: head.id, step: next }, { revision: head.revision })}
        >
          {words[0]}
        </Button>
      </ButtonRow>
      <small>{words[1]}</small>
      <Refused error={step.error} />
    </Stack>
  )
}

type Own = { election: Election; seat: string; drawn: boolean; modulus: string }

function OwnPaper({ election, seat, drawn, modulus }: Own) {
  const [paper, setPaper] = useState(() => keptPaper(modulus, seat))
  const [said, setSaid] = useState<'done' | 'broken' | 'offline' | 'missing' | { message: string } | null>(null)
  const draw = useAct(remote.drawPaper)
  const standing = election.candidates.filter((one) => one.stands)
  const only = standing.length === 1 ? standing[0]! : null
  const pull = async () => {
    const blank = await blankPaper(modulus)
    const answer = await draw.act({ id: election.head.id, seat, blinded: blank.blinded })
    if (!answer) return
    const signed = await signedPaper(blank, answer.signature, modulus)
    if (!signed) return setSaid('broken')
    keepPaper(modulus, seat, signed)
    setPaper(signed)
  }
  const give = async ({ choice = '' }: Record<string, string>) => {
    if (!choice || !paper) return setSaid('missing')
    const answer = choice === 'against' || choice === 'abstained' ? choice : 'for'
    try {
      await cast({ election: election.head.id, ...paper, answer, candidate: answer === 'for' ? choice : null })
    } catch (error) {
      return setSaid(error instanceof Uncast && error.message ? { message: error.message } : 'offline')
    }
    keepPaper(modulus, seat, null)
    setPaper(null)
    setSaid('done')
  }
  if (said === 'done')
    return (
      <Notice tone="success" title={t.done} live>
        {t.doneHint}
      </Notice>
    )
  if (said === 'broken') return <Notice tone="danger" title={t.broken} live />
  if (election.status === 'drawing')
    return drawn || paper ? (
      <Notice tone="info" title={paper ? t.have : t.lost} />
    ) : (
      <Stack gap="s">
        <ButtonRow>
          <Button variant="primary" busy={draw.busy} onClick={() => void pull()}>
            {t.draw}
          </Button>
        </ButtonRow>
        <small>{t.drawHint}</small>
        <Refused error={draw.error} />
      </Stack>
    )
  if (!paper) return drawn ? <Notice tone="info" title={t.lost} /> : null
  const fault = said === 'offline' ? t.offline : said !== null && typeof said === 'object' ? said.message : undefined
  return (
    <Form
      onSubmit={(values) => void give(values)}
      errors={said === 'missing' ? { choice: t.chooseMissing } : {}}
      fault={fault}
    >
      <RadioGroup
        name="choice"
        label={t.choose}
        options={[
          ...standing.map((one) => ({
            value: one.id,
            label: only ? t.yes(one.person.title) : `${one.person.title}, ${one.organisation.title}`,
          })),
          ...(only ? [{ value: 'against', label: t.against }] : []),
          { value: 'abstained', label: t.abstain },
        ]}
      />
      <ButtonRow>
        <SubmitButton>{t.submit}</SubmitButton>
      </ButtonRow>
    </Form>
  )
}
