// Builds the record of processing and the draft assessment from the data catalogue and the law that applies to the organisation.
import { assessmentTexts } from './assessment.texts.de.ts'
import type { Activity, Held } from './catalogue.ts'
import type { Assessment, Law, ProcessingActivity, RecordOfProcessing } from './contract.ts'
import { texts } from './texts.de.ts'

export type For = { law: Law; controller: { id: string; title: string }; asOf: string; invented: boolean }

const order: readonly Activity[] = ['access', 'mandates', 'cooperation', 'record', 'mail', 'files']
const once = (list: readonly string[]) => [...new Set(list)]

export function recordOfProcessing(catalogue: readonly Held[], whom: For): RecordOfProcessing {
  return {
    title: texts.recordTitle,
    norm: texts.recordNorm[whom.law],
    ...whom,
    toAdd: texts.toAdd,
    safeguards: texts.safeguards,
    transfers: texts.transfers,
    activities: order.map((activity) =>
      activityOf(
        activity,
        catalogue.filter((entry) => entry.activity === activity),
        whom.law,
      ),
    ),
  }
}

function activityOf(activity: Activity, entries: readonly Held[], law: Law): ProcessingActivity {
  const natures = new Map<string, string[]>()
  for (const { table, columns } of entries)
    for (const [column, nature] of Object.entries(columns))
      if (nature !== 'technical') natures.set(nature, [...(natures.get(nature) ?? []), `${table}.${column}`])
  const ground = activity === 'access' ? 'access' : activity === 'record' ? 'record' : 'task'
  return {
    ...texts.activities[activity],
    basis: texts.basis[law][ground],
    data: [...natures].map(([nature, columns]) => ({
      category: texts.natures[nature as keyof typeof texts.natures],
      columns,
    })),
    kept: once(entries.map((entry) => texts.kept[entry.kept])),
    seen: once(entries.map((entry) => texts.seen[entry.seen])),
  }
}

export function assessment(whom: For): Assessment {
  const { title, norm, draft, description, necessity, risks, toDecide } = assessmentTexts
  return { title, norm: norm[whom.law], ...whom, draft, description, necessity, risks, toDecide }
}
