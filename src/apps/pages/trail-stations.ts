// From a walk along the Datenspur to the cards of the picture: what happened, what was set aside, and what is owed next.
import { texts as accessTexts } from '#kit/access/texts.de.ts'
import type { Reply } from '#kit/http/contract.ts'
import type { trail } from '#kit/trail/contract.ts'
import { formatDay, formatInstant } from '#kit/ui/format.ts'
import type { Station, TrailStage } from '#kit/ui/trail/stations.ts'
import { texts } from './texts.de.ts'

type Walk = Reply<(typeof trail)['walk']>
const t = texts.trail

const stages: Readonly<Record<string, TrailStage>> = {
  agreement: 'survey',
  indicator: 'survey',
  officialTable: 'survey',
  delivery: 'delivery',
  need: 'need',
  concern: 'survey',
  topic: 'need',
  meeting: 'decision',
  poll: 'decision',
  decision: 'decision',
  measure: 'measure',
  service: 'service',
}
/** Where the act that a duty asks for will stand. */
const dutyStages: Readonly<Record<string, TrailStage>> = {
  deliver: 'delivery',
  confirm: 'delivery',
  treat: 'decision',
  release: 'decision',
  act: 'measure',
  realise: 'service',
}

export function stationsOf(
  walk: Walk,
  pathTo: (kind: string, id: string) => string | undefined,
): { stations: Station[]; links: { from: string; to: string; label: string }[] } {
  const neighbourStage = (id: string): TrailStage => {
    const step = walk.steps.find((one) => one.source === id || one.target === id)
    const other = walk.stations.find((one) => step && one.id === (step.source === id ? step.target : step.source))
    return stages[other?.kind ?? ''] ?? 'survey'
  }
  // Who set something aside stands on its card with the reason; an organisation is no station of its own.
  const drawn = walk.stations.filter((station) => station.kind !== 'organisation')
  const stations = drawn.map((station): Station => {
    // Who brought it here; where nothing led to it, its owner and the day it was made.
    const into = walk.steps.find((step) => step.target === station.id)
    const aside = walk.steps.find((step) => step.kind === 'setAside' && step.source === station.id)
    const who =
      into?.person && into.organisation
        ? t.onBehalf(into.person.title, into.organisation.title)
        : (station.owner?.title ?? '')
    const edition =
      walk.steps.find((step) => step.target === station.id)?.targetEdition ??
      walk.steps.find((step) => step.source === station.id)?.sourceEdition
    if (!station.visible)
      return {
        id: station.id,
        stage: neighbourStage(station.id),
        title: t.hidden,
        what: t.ask(station.owner?.title ?? ''),
        whoForWhom: station.owner?.title ?? '',
        when: '',
        state: 'masked',
      }
    const href = pathTo(station.kind ?? '', station.id)
    return {
      id: station.id,
      stage: stages[station.kind ?? ''] ?? 'survey',
      title: station.title ?? '',
      what: texts.kinds[station.kind ?? ''] ?? '',
      whoForWhom: `${who}${into?.role ? ` (${accessTexts.roles[into.role] ?? into.role})` : ''}`,
      when: into ? formatInstant(into.at) : station.created ? formatInstant(station.created) : '',
      ...(edition ? { version: String(edition) } : {}),
      ...(href ? { href } : {}),
      state: aside ? 'setAside' : 'done',
      ...(aside?.reason ? { reason: aside.reason } : {}),
      current: station.id === walk.start.id,
      invented: station.invented,
    }
  })
  const known = new Set(drawn.map((station) => station.id))
  const steps = walk.steps.filter((step) => known.has(step.source) && known.has(step.target))
  const links = steps.map((step) => ({ from: step.source, to: step.target, label: t.links[step.kind] ?? '' }))
  for (const [index, duty] of walk.openDuties.entries()) {
    const stage = dutyStages[duty.kind]
    if (!stage) continue
    const id = `offen-${index}`
    stations.push({
      id,
      stage,
      title: duty.title,
      what: duty.clause,
      whoForWhom: duty.debtor,
      when: formatDay(duty.due),
      state: 'open',
      duty: { text: duty.title, owes: duty.debtor, due: duty.due },
    })
    links.push({ from: duty.subject, to: id, label: t.links.ledTo ?? '' })
  }
  return {
    stations,
    links: links.filter(
      (link, index) => links.findIndex((other) => other.from === link.from && other.to === link.to) === index,
    ),
  }
}
