// /bedarfe/:id/bearbeiten: a draft goes its guided way, saved at each step; a stated need is changed on one page, as one new edition.
import { useRef, useState } from 'react'
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import type { Option } from '#kit/ui/Combobox.tsx'
import { Form, SubmitButton } from '#kit/ui/Form.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { useNavigateTo } from '#kit/ui/Link.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { GuidedWay } from '#kit/ui/Stepper.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { Conflict } from '#kit/web/Conflict.tsx'
import { client } from '#kit/web/client.ts'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import type { Need } from '../contract/needs.ts'
import { planning } from '../contract/planning.ts'
import { screens } from '../texts/screens.de.ts'
import { texts } from '../texts.de.ts'
import { EvidenceEditor } from '../widgets/EvidenceEditor.tsx'
import { useKept } from '../widgets/kept.ts'
import { BenefitFields, TitleField, WhoWhereFields } from '../widgets/NeedFields.tsx'
import { contentOf, type Draft, type NewPiece } from '../widgets/need-content.ts'
import { NeedSummary } from './NeedSummary.tsx'

const remote = client(planning)
const t = screens.way
const labels = {
  title: t.name,
  targetGroup: t.targetGroup,
  areaName: t.areaName,
  benefit: t.benefit,
  description: t.description,
}

export function EditNeedPage({
  id,
  search,
  onSearch,
}: {
  id: string
  search: { schritt?: string }
  onSearch: (next: Record<string, string>) => void
}) {
  const load = useLoad(remote.getNeed, { id })
  return (
    <Loading load={load}>
      {(need) =>
        need.state === 'draft' ? (
          <Way
            need={need}
            at={Math.min(Math.max(Number(search.schritt) || 1, 1), 5)}
            onStep={(at) => onSearch({ schritt: String(at) })}
          />
        ) : (
          <Change need={need} />
        )
      }
    </Loading>
  )
}

/** Saves on top of what the form began with (see `useBegun`); the last text that was sent is kept for the case that somebody was faster. */
function useSaving(need: Need, done: (saved: Need) => void) {
  const begun = useRef(need)
  const sent = useRef<Draft | null>(null)
  const change = useAct(remote.changeNeed, (saved) => {
    begun.current = saved
    done(saved)
  })
  const send = (content: Draft, revision: number) => {
    sent.current = content
    void change.act({ id: need.object.id, ...content }, { revision })
  }
  return {
    change,
    save: (content: Partial<Draft>) => send({ ...contentOf(begun.current), ...content }, begun.current.object.revision),
    again: (revision: number) => sent.current && send(sent.current, revision),
  }
}

const changed = (values: Record<string, string>, area: Option | null, step: number): Partial<Draft> =>
  step === 1
    ? { title: values.title ?? '' }
    : step === 2
      ? { targetGroup: values.targetGroup ?? '', area: area?.id ?? null, areaName: values.areaName || null }
      : { benefit: values.benefit ?? '', description: values.description ?? '' }

function Way({ need, at, onStep }: { need: Need; at: number; onStep: (at: number) => void }) {
  const id = need.object.id
  const [area, setArea] = useState<Option | null>(need.area ? { id: need.area.id, label: need.area.title } : null)
  const { kept, keep, clear } = useKept(`bedarf-${id}-${at}`)
  const next = useRef(at)
  const { change, save, again } = useSaving(need, () => {
    clear()
    if (next.current !== at) onStep(next.current)
  })
  const was = {
    title: need.object.title,
    targetGroup: need.targetGroup,
    areaName: need.areaName ?? '',
    benefit: need.benefit,
    description: need.description,
    ...kept,
  }
  const steps = t.steps.map((title, index) => ({
    id: String(index + 1),
    title,
    state: index + 1 === at ? ('current' as const) : index + 1 < at ? ('done' as const) : ('open' as const),
    to: `/bedarfe/${id}/bearbeiten?schritt=${index + 1}`,
  }))
  const go = (step: number) => () => onStep(step)
  const submit = (values: Record<string, string>) => {
    next.current = at + 1
    save(changed(values, area, at))
  }
  const pieces = (evidence: NewPiece[]) => {
    next.current = at
    save({ evidence })
  }
  return (
    <GuidedWay title={t.title} steps={steps} saved={t.saved} lead={need.object.body?.title}>
      <Conflict
        error={change.error}
        labels={labels}
        busy={change.busy}
        onMine={(revision) => again(revision)}
        onTheirs={() => {
          clear()
          location.reload()
        }}
      />
      {at <= 3 ? (
        <Form
          key={at}
          onSubmit={submit}
          errors={change.fields}
          fault={change.error?.conflict ? undefined : change.error?.message}
          busy={change.busy}
        >
          {kept ? <p>{t.kept}</p> : null}
          <div
            style={{ display: 'contents' }}
            onChange={(event) => {
              const field = event.target as unknown as HTMLInputElement
              keep({ ...(kept ?? {}), ...was, [field.name]: field.value })
            }}
          >
            {at === 1 ? (
              <TitleField was={was} />
            ) : at === 2 ? (
              <WhoWhereFields was={was} area={area} onArea={setArea} />
            ) : (
              <BenefitFields was={was} />
            )}
          </div>
          <ButtonRow>
            <SubmitButton>{t.next}</SubmitButton>
            {at > 1 ? <Button onClick={go(at - 1)}>{t.back}</Button> : null}
            <Button variant="tertiary" to="/bedarfe">
              {t.later}
            </Button>
          </ButtonRow>
        </Form>
      ) : null}
      {at === 4 ? (
        <Stack>
          <EvidenceEditor need={need} busy={change.busy} onSave={pieces} />
          {change.error?.conflict ? null : <Refused error={change.error} />}
          <ButtonRow>
            <Button variant="primary" onClick={go(5)}>
              {t.next}
            </Button>
            <Button onClick={go(3)}>{t.back}</Button>
          </ButtonRow>
        </Stack>
      ) : null}
      {at === 5 ? <NeedSummary need={need} onStep={onStep} /> : null}
    </GuidedWay>
  )
}

/** A stated need: one page, one save, one new edition. Evidence is collected first and saved with the rest. */
function Change({ need }: { need: Need }) {
  const go = useNavigateTo()
  const toast = useToast()
  const to = `/bedarfe/${need.object.id}`
  const [area, setArea] = useState<Option | null>(need.area ? { id: need.area.id, label: need.area.title } : null)
  const { change, save, again } = useSaving(need, () =>
    toast({ text: t.savedEdition, link: { label: texts.needStates.stated, to } }),
  )
  const was = {
    title: need.object.title,
    targetGroup: need.targetGroup,
    areaName: need.areaName ?? '',
    benefit: need.benefit,
    description: need.description,
  }
  return (
    <Stack gap="l">
      <PageHead
        title={t.changeTitle}
        kind={screens.need.kind}
        lead={need.object.title}
        main={<Button to={to}>{t.cancel}</Button>}
      />
      <Notice tone="info" title={`${screens.need.edition} ${need.edition}`}>
        {t.editHint}
      </Notice>
      <Conflict
        error={change.error}
        labels={labels}
        busy={change.busy}
        onMine={(revision) => again(revision)}
        onTheirs={() => go(to)}
      />
      <Form
        onSubmit={(values) =>
          save({ ...changed(values, area, 1), ...changed(values, area, 2), ...changed(values, area, 3) })
        }
        errors={change.fields}
        fault={change.error?.conflict ? undefined : change.error?.message}
        busy={change.busy}
        dirtyGuard
      >
        <TitleField was={was} />
        <WhoWhereFields was={was} area={area} onArea={setArea} />
        <BenefitFields was={was} />
        <ButtonRow>
          <SubmitButton>{t.saveAll}</SubmitButton>
        </ButtonRow>
      </Form>
      <Section title={screens.need.evidence}>
        <EvidenceEditor need={need} busy={change.busy} onSave={(evidence) => save({ evidence })} />
      </Section>
    </Stack>
  )
}
