// /massnahmen/:id: what is done after a result, who answers for it on each side, until when, and which service carries it out.
import { useState } from 'react'
import { PurposeBox } from '#areas/actors/widgets/PurposeBox.tsx'
import { ActorAnalysis } from '#areas/cooperation/widgets/ActorAnalysis.tsx'
import { objects } from '#kit/objects/contract.ts'
import { Badge } from '#kit/ui/Badge.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { useNavigateTo } from '#kit/ui/Link.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { ObjectPage } from '#kit/ui/ObjectPage.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Prose, Section } from '#kit/ui/Section.tsx'
import { useToast } from '#kit/ui/Toast.tsx'
import { Around } from '#kit/web/Around.tsx'
import { client } from '#kit/web/client.ts'
import { Loading, Refused } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useHolds, useSession } from '#kit/web/session.tsx'
import { useAct, useLoad } from '#kit/web/use.ts'
import type { Measure } from '../contract/measures.ts'
import { planning } from '../contract/planning.ts'
import { results } from '../texts/results.de.ts'
import { texts } from '../texts.de.ts'
import { measureTone } from './NeedsPage.tsx'
import { placeWords } from './place-words.ts'

const remote = client(planning)
const undo = client(objects)
const t = results.measure
const serviceWords = texts.serviceStatuses

/** What is known of a service already is not typed again. */
function serviceAddress({ object, targetGroup, area, areaName }: Measure): string {
  const known = { massnahme: object.id, zu: object.title, fuer: targetGroup, gebiet: area?.id, name: area?.title }
  const words = Object.entries({ ...known, ort: areaName }).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return `/angebote/neu?${new URLSearchParams(words)}`
}

export function MeasurePage({ id }: { id: string }) {
  const load = useLoad(remote.getMeasure, { id })
  return <Loading load={load}>{(measure) => <Shown measure={measure} key={id} />}</Loading>
}

function Shown({ measure }: { measure: Measure }) {
  const { object, state } = measure
  const id = object.id
  const draft = state === 'draft'
  const toast = useToast()
  const go = useNavigateTo()
  const { actingFor } = useSession()
  const mayAddService = useHolds()(['admin', 'head', 'planner', 'staff'], actingFor?.id)
  const [left, setLeft] = useState(false)
  const agree = useAct(remote.agreeMeasure, () => toast({ text: t.agreed }))
  const restore = useAct(undo.restore, () => toast({ text: t.undone }))
  const remove = useAct(undo.remove, (gone) => {
    setLeft(true)
    toast({ text: t.removed, undo: () => void restore.act({ id }, { revision: gone.object.revision }) })
    go('/bedarfe?ansicht=massnahmen')
  })
  if (left) return null
  const main = draft ? (
    object.mayChange ? (
      <Button variant="primary" busy={agree.busy} onClick={() => void agree.act({ id }, { revision: object.revision })}>
        {t.agree}
      </Button>
    ) : undefined
  ) : mayAddService && state !== 'realised' ? (
    <Button variant="primary" icon="add" to={serviceAddress(measure)}>
      {t.addService}
    </Button>
  ) : undefined
  return (
    <ObjectPage
      head={
        <PageHead
          title={object.title}
          kind={t.kind}
          state={{ label: texts.measureStates[state], tone: measureTone[state] }}
          invented={object.invented}
          main={main}
          owners={object.owner ? [{ label: object.owner.title, to: `/organisationen/${object.owner.id}` }] : undefined}
          actions={
            object.mayChange ? (
              <>
                <Button icon="edit" to={`/massnahmen/${id}/bearbeiten`}>
                  {t.edit}
                </Button>
                {draft ? (
                  <Button
                    variant="tertiary"
                    busy={remove.busy}
                    onClick={() => void remove.act({ id }, { revision: object.revision })}
                  >
                    {t.remove}
                  </Button>
                ) : null}
              </>
            ) : undefined
          }
        />
      }
      aside={
        <>
          <Around id={id} />
          {draft ? null : <PurposeBox id={id} revision={object.revision} />}
        </>
      }
    >
      <Stack gap="l">
        <Refused error={agree.error ?? remove.error} />
        {draft ? (
          <Notice tone="info" title={t.draftTitle}>
            {t.agreeText}
          </Notice>
        ) : null}
        <Section title={t.what}>
          <Prose>
            <p style={{ whiteSpace: 'pre-line' }}>{measure.what}</p>
          </Prose>
        </Section>
        <Details measure={measure} />
        {draft ? null : (
          <Section title={t.services}>
            {measure.services.length === 0 ? (
              <p>{`${t.noServices} ${t.nextText}`}</p>
            ) : (
              <ul>
                {measure.services.map((service) => (
                  <li key={service.id}>
                    <ObjectLink kind="service" id={service.id}>
                      {service.title}
                    </ObjectLink>{' '}
                    <Badge tone={service.status === 'open' ? 'success' : 'neutral'}>
                      {serviceWords[service.status]}
                    </Badge>
                  </li>
                ))}
              </ul>
            )}
          </Section>
        )}
        {draft ? null : <ActorAnalysis about={id} />}
      </Stack>
    </ObjectPage>
  )
}

function Details({ measure }: { measure: Measure }) {
  const organisation = (one: { id: string; title: string } | null) =>
    one ? (
      <ObjectLink kind="organisation" id={one.id}>
        {one.title}
      </ObjectLink>
    ) : (
      t.notYet
    )
  return (
    <DefinitionList
      items={[
        { term: t.public, value: organisation(measure.accountablePublic) },
        { term: t.free, value: organisation(measure.accountableFree) },
        { term: t.lead, value: organisation(measure.lead) },
        { term: t.until, value: measure.until ? formatDay(measure.until) : t.notYet },
        { term: t.forWhom, value: measure.targetGroup || t.notYet },
        { term: t.where, value: placeWords(measure) || t.notYet },
        { term: t.benefit, value: measure.benefit || t.notYet },
        ...(measure.decision
          ? [
              {
                term: t.decision,
                value: (
                  <ObjectLink kind="decision" id={measure.decision.id}>
                    {measure.decision.title}
                  </ObjectLink>
                ),
              },
            ]
          : []),
        ...(measure.needs.length > 0
          ? [
              {
                term: t.needs,
                value: (
                  <ul>
                    {measure.needs.map((need) => (
                      <li key={need.id}>
                        <ObjectLink kind="need" id={need.id}>
                          {need.title}
                        </ObjectLink>
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]
          : []),
        ...(measure.agreedOn ? [{ term: t.agreedOn, value: formatDay(measure.agreedOn) }] : []),
      ]}
    />
  )
}
