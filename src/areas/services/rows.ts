// Printed from the migrated schema by tools/print-rows.ts; never edited by hand.
import type { Generated } from 'kysely'

export type ServicesRows = {
  'services.service': {
    id: string
    category: string
    description: Generated<string>
    target_group: string
    area: string | null
    area_name: string | null
    address: Generated<string>
    capacity: number | null
    capacity_unit: Generated<string>
    opening: Generated<string>
    contact: Generated<string>
    status: Generated<string>
    from_day: string | null
    until_day: string | null
    answers: string | null
  }
}
