// Printed from the migrated schema by tools/print-rows.ts; never edited by hand.
import type { Generated } from 'kysely'

export type PlanningRows = {
  'planning.answer': {
    decision: string
    organisation: string
    reason: string
    on_day: string
  }
  'planning.decision': {
    id: string
    result: string
    text: string
    reasons: Generated<string>
    addressee: string | null
    path: Generated<string>
    costs: Generated<string>
    set_aside: string | null
    answer_by: string | null
    meeting: string | null
    edition: number
    recorded_on: string
  }
  'planning.decision_need': {
    decision: string
    need: string
    need_edition: number
  }
  'planning.evidence': {
    id: string
    need: string
    position: number
    grade: string
    source: string | null
    source_edition: number | null
    holder: string | null
    indicator: string | null
    area: string | null
    from_day: string | null
    until_day: string | null
    cut: Generated<string>
    shown: string | null
    as_of: string
    note: Generated<string>
  }
  'planning.measure': {
    id: string
    what: string
    decision: string
    decision_edition: number
    lead: string | null
    accountable_public: string | null
    accountable_free: string | null
    until_day: string | null
    target_group: Generated<string>
    area: string | null
    area_name: string | null
    benefit: Generated<string>
    edition: number | null
    agreed_on: string | null
  }
  'planning.need': {
    id: string
    state: Generated<string>
    target_group: Generated<string>
    area: string | null
    area_name: string | null
    benefit: Generated<string>
    description: Generated<string>
    edition: number | null
    stated_on: string | null
    withdrawn_on: string | null
    withdrawn_because: string | null
  }
  'planning.resolution': {
    decision: string
    meeting: string
    item: string
  }
}
