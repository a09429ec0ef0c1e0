// What founding makes, in order: each act with the step of the guided way in which it was said. Every act goes through the endpoint that is used by hand too.
import { addYears } from '#kit/clock/days.ts'
import { ApiError, client } from '#kit/web/client.ts'
import { cooperation, type FoundingOutcome } from '../contract.ts'
import { foundingMadeTexts } from '../texts/founding-made.de.ts'
import {
  chairPlaces,
  type FoundingDraft,
  type FoundingMeeting,
  foundingAgreement,
  foundingContent,
  foundingRules,
  partiesOf,
  toBeElected,
  usualItems,
} from './founding-draft.ts'
import type { FoundingStep } from './founding-steps.ts'

const remote = client(cooperation)
const t = foundingMadeTexts.run

/** The meetings lie above this area: the page hands over how a first one is planned. */
export type FirstMeeting = {
  plan: (body: string, meeting: FoundingMeeting, key: string) => Promise<string>
  addItem: (meeting: string, title: string, key: string) => Promise<string>
  /** Puts the named items in their order; what came onto the agenda by itself goes before the last. */
  order: (meeting: string, titles: readonly string[], key: string) => Promise<string>
}
export type Made = Readonly<Record<string, FoundingOutcome>>
export const madeId = (made: Made, act: string): string | null => {
  const outcome = made[act]
  return outcome && 'id' in outcome ? outcome.id : null
}

export type Act = {
  key: string
  label: string
  step: FoundingStep
  /** What must be there before. */
  needs: readonly string[]
  run: (made: Made, key: string) => Promise<string>
}

export function actsOf(draft: FoundingDraft, meetings: FirstMeeting, today: string): Act[] {
  const body = (made: Made) => madeId(made, 'body') ?? ''
  const places = chairPlaces(draft)
  const agreement = foundingAgreement(draft)
  const procedure = foundingRules(draft)
  const { meeting } = draft
  const items = draft.items ?? usualItems(draft)
  const founded: Act = {
    key: 'body',
    label: t.acts.body,
    step: 'mission',
    needs: [],
    run: async (_, key) => (await remote.found(foundingContent(draft), { key })).data.id,
  }
  const chairs = draft.chairs.flatMap((chair, at): Act[] => {
    const place = places[at]
    if (!chair || !place) return []
    const { organisation, basis } = chair
    const until = place.elected && place.termYears ? addYears(draft.foundedOn, place.termYears) : null
    const term = { organisation, role: 'chair' as const, from: draft.foundedOn, until, basis }
    const send = async (made: Made, key: string, home: ('admin' | 'head')[]) => {
      const who = chair.person
        ? { person: chair.person }
        : { newPerson: { name: chair.name.trim(), email: chair.email.trim(), home } }
      return (await remote.send({ id: body(made), ...term, ...who }, { key })).data.mandate
    }
    return [
      {
        key: `chair-${at}`,
        label: t.acts.chair(place.group),
        step: 'people',
        needs: ['body'],
        // Where an organisation already looks after itself, it gives its roles at home, not the founder.
        run: (made, key) =>
          send(made, key, ['admin', 'head']).catch((error) => {
            if (chair.person === null && error instanceof ApiError && error.status === 403) return send(made, key, [])
            throw error
          }),
      },
    ]
  })
  const elections = (meeting ? toBeElected(draft) : []).map(
    ({ group, at }): Act => ({
      key: `election-${at}`,
      label: t.acts.election(group),
      step: 'meeting',
      needs: ['body'],
      run: async (made, key) => {
        const { constituencies } = (await remote.body({ id: body(made) })).data
        const constituency = constituencies.find((one) => one.name === group)?.id
        if (!constituency) throw new ApiError(409, { code: 'electionGone', message: t.electionGone }, '')
        return (await remote.callElection({ id: body(made), constituency, day: meeting!.day }, { key })).data.id
      },
    }),
  )
  const written: Act[] = agreement
    ? [
        {
          key: 'agreement',
          label: t.acts.agreement,
          step: 'agreement',
          needs: ['body'],
          run: async (made, key) => (await remote.draft({ id: body(made), ...agreement }, { key })).data.id,
        },
      ]
    : []
  // Before the agreement is offered: the rules that come with it hold when all parties have signed.
  const rules: Act[] = procedure
    ? [
        {
          key: 'rules',
          label: t.acts.rules,
          step: 'rules',
          needs: agreement ? ['body', 'agreement'] : ['body'],
          run: async (made, key) => {
            const propose = async (validFrom: string) =>
              (
                await remote.proposeRules(
                  { id: body(made), procedure, validFrom, agreement: madeId(made, 'agreement') },
                  { key },
                )
              ).data.object
            return propose(draft.begunOn ?? today).catch((error) => {
              if (error instanceof ApiError && error.code === 'rulesBackdated') return propose(today)
              throw error
            })
          },
        },
      ]
    : []
  const offered: Act[] =
    agreement && draft.offer && partiesOf(draft).length > 1
      ? [
          {
            key: 'offer',
            label: t.acts.offer,
            step: 'agreement',
            needs: ['agreement'],
            run: async (made, key) => {
              const id = madeId(made, 'agreement')!
              await remote.offer({ id }, { key, revision: 1 })
              return id
            },
          },
        ]
      : []
  const held: Act[] = meeting
    ? [
        {
          key: 'meeting',
          label: t.acts.meeting,
          step: 'meeting',
          needs: ['body'],
          run: (made, key) => meetings.plan(body(made), meeting, key),
        },
        ...items.map(
          (title, at): Act => ({
            key: `item-${at}`,
            label: t.acts.item(title),
            step: 'meeting',
            needs: ['meeting'],
            run: (made, key) => meetings.addItem(madeId(made, 'meeting')!, title.trim(), key),
          }),
        ),
        ...(elections.length > 0 && items.length > 0
          ? [
              {
                key: 'order',
                label: t.acts.order,
                step: 'meeting' as const,
                needs: ['meeting'],
                run: (made: Made, key: string) => meetings.order(madeId(made, 'meeting')!, items, key),
              },
            ]
          : []),
      ]
    : []
  return [founded, ...chairs, ...elections, ...written, ...rules, ...offered, ...held]
}
