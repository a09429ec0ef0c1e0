// The last step: everything at a glance, each line can be changed, what is missing is said, and one button states the need.
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { useNavigateTo } from '#kit/ui/Link.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { StepSummary } from '#kit/ui/Stepper.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { client } from '#kit/web/client.ts'
import { Refused } from '#kit/web/Loading.tsx'
import { useAct } from '#kit/web/use.ts'
import type { Need } from '../contract/needs.ts'
import { planning } from '../contract/planning.ts'
import { gapsOf } from '../rules.ts'
import { screens } from '../texts/screens.de.ts'
import { texts } from '../texts.de.ts'
import { EvidenceList } from '../widgets/EvidenceList.tsx'
import { placeWords } from './place-words.ts'

const remote = client(planning)
const t = screens.way

export function NeedSummary({ need, onStep }: { need: Need; onStep: (at: number) => void }) {
  const go = useNavigateTo()
  const toast = useToast()
  const id = need.object.id
  const state = useAct(remote.stateNeed, () => {
    toast({ text: t.stated })
    go(`/bedarfe/${id}`)
  })
  // A figure that the reader may not see counts all the same.
  const gaps = gapsOf(
    { targetGroup: need.targetGroup, area: need.area?.id ?? null, areaName: need.areaName, benefit: need.benefit },
    need.evidence.map((piece) => ({ grade: piece.grade, source: piece.sourceEdition ? 'there' : null })),
  )
  const not = screens.need.notYet
  const step = (at: number) => () => onStep(at)
  return (
    <Stack>
      {gaps.length > 0 ? (
        <Notice tone="warning" title={t.missing}>
          <ul>
            {gaps.map((gap) => (
              <li key={gap}>{texts.gaps[gap]}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Notice tone="success" title={t.complete}>
          {t.stateHint}
        </Notice>
      )}
      <StepSummary
        items={[
          { term: t.body, value: need.object.body?.title ?? not },
          { term: t.name, value: need.object.title, onChange: step(1) },
          { term: screens.need.forWhom, value: need.targetGroup || not, onChange: step(2) },
          {
            term: screens.need.where,
            value: placeWords(need) || not,
            onChange: step(2),
          },
          { term: screens.need.benefit, value: need.benefit || not, onChange: step(3) },
          { term: screens.need.description, value: need.description || not, onChange: step(3) },
        ]}
      />
      <Section
        title={screens.need.evidence}
        actions={
          <Button small onClick={step(4)}>
            {screens.need.edit}
          </Button>
        }
      >
        <EvidenceList evidence={need.evidence} />
      </Section>
      <Refused error={state.error} />
      <ButtonRow>
        <Button
          variant="primary"
          disabled={gaps.length > 0}
          busy={state.busy}
          onClick={() => void state.act({ id }, { revision: need.object.revision })}
        >
          {t.state}
        </Button>
        <Button onClick={step(4)}>{t.back}</Button>
        <Button variant="tertiary" to="/bedarfe">
          {t.later}
        </Button>
      </ButtonRow>
    </Stack>
  )
}
