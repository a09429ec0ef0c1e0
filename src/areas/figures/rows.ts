// Printed from the migrated schema by tools/print-rows.ts; never edited by hand.
import type { Generated, GeneratedAlways } from 'kysely'

export type FiguresRows = {
  'figures.answer': {
    id: string
    delivery: string
    organisation: string
    person: string
    verdict: string
    text: string
    at: string
  }
  'figures.area': {
    id: string
    number: GeneratedAlways<number>
  }
  'figures.area_state': {
    area: number
    key: string
    ars: string | null
    name: string
    kind: string
    parent: number | null
    population: number | null
    population_on: string | null
    area_km2: number | null
    lon: number | null
    lat: number | null
    known_on: string
    valid_from: string | null
    valid_until: string | null
    source: number | null
    recorded_at: string
    superseded_at: string | null
    reform: number | null
  }
  'figures.basis': {
    number: GeneratedAlways<number>
    code: string
    statistic: string
    label: string
    from_day: string
    until_day: string | null
  }
  'figures.boundary': {
    official: number
    level: string
    valid_on: string
    keys: string[]
    shapes: Buffer
  }
  'figures.break': {
    id: string
    statistic: string
    measures: string[]
    from_day: string
    kind: string
    before: string | null
    after: string | null
    what: string
    exception: string | null
    source: string
  }
  'figures.column_mapping': {
    id: string
    organisation: string
    shape: Buffer
    title: string
    mapping: unknown
    recorded_at: string
  }
  'figures.cut': {
    number: GeneratedAlways<number>
    key: string
    dims: unknown
    label: string
  }
  'figures.delivery': {
    id: string
    kind: string
    organisation: string
    indicator: string
    area: string
    from_day: string
    until_day: string
    value: number | null
    mark: string | null
    comment: string | null
    official: number | null
    duty: string | null
    edition: Generated<number>
    explanation: string | null
    findings: Generated<unknown>
    undecided: Generated<string[]>
  }
  'figures.guarded_content': {
    guarded: string
    edition: number
    from_day: string
    until_day: string
    file_name: string
    rows: unknown
    recorded_at: string
  }
  'figures.guarded_table': {
    id: string
    definition: string
    threshold: number
    dimensions: string[]
    edition: Generated<number>
  }
  'figures.import_draft': {
    id: string
    person: string
    organisation: string
    file_name: string
    sha256: Buffer
    bytes: Buffer
    preview: unknown
    created: string
    mapping: unknown
  }
  'figures.indicator': {
    id: string
    number: GeneratedAlways<number>
    code: string
    statistic: string | null
    measure: string | null
    definition: string
    unit: string
    numerator: string | null
    denominator: string | null
    inclusion: string | null
    exclusion: string | null
    source: string
    legal_basis: string | null
    direction: string
    additive: boolean
    timing: string
    decimals: Generated<number>
    held_by_counties: Generated<boolean>
    edition: Generated<number>
    purpose: string | null
    example: string | null
    manual: string | null
    needed_for: string | null
    needed_by: string | null
    needed_until: string | null
    burden: number | null
  }
  'figures.observation': {
    indicator: number
    cut: number
    area: number
    from_day: string
    until_day: string
    basis: number | null
    value: number | null
    mark: string | null
    quality: string | null
    official: number | null
    delivery: string | null
    recorded_at: string
    superseded_at: string | null
  }
  'figures.official_table': {
    id: string
    number: GeneratedAlways<number>
    code: string
    format: string
    statistic: string
    source: string
    licence: string | null
    attribution: string
    printed_on: string | null
    read_on: string
    file_name: string
    sha256: Buffer
    footnotes: Generated<string[]>
    summary: unknown
    published: boolean
  }
  'figures.protection': {
    number: GeneratedAlways<number>
    id: string
    guarded: string
    edition: number
    threshold: number
    after: string[]
    audience: string
    body: string | null
    state: Generated<string>
    ordered_at: string
    began_at: string | null
    ended_at: string | null
    stop: Generated<boolean>
    hidden: number | null
    fault: string | null
    result: unknown
    proposed_by: string | null
    proposed_at: string | null
  }
  'figures.reform': {
    id: string
    number: GeneratedAlways<number>
    kind: string
    day: string
    source: string
    note: string | null
    recorded_at: string
    withdrawn_at: string | null
  }
  'figures.reform_part': {
    reform: number
    before: number
    after: number
    level: string
    whole: boolean
    population: number | null
    land: number | null
  }
  'figures.release': {
    number: GeneratedAlways<number>
    id: string
    protection: string
    guarded: string
    edition: number
    threshold: number
    dimensions: string[]
    trees: unknown
    definition: string
    from_day: string
    until_day: string
    audience: string
    body: string | null
    cells: unknown
    certificate: unknown
    system: unknown
    hidden: string[]
    released_by: string
    released_at: string
    withdrawn_at: string | null
    reason: string | null
  }
  'figures.review': {
    number: GeneratedAlways<number>
    id: string
    delivery: string
    edition: number
    step: string
    organisation: string
    person: string
    text: string | null
    at: string
  }
  'figures.rule': {
    id: string
    indicator: string
    kind: string
    least: number | null
    most: number | null
    percent: number | null
    others: Generated<string[]>
    hard: Generated<boolean>
    recorded_at: string
  }
  'figures.slice': {
    official: number
    indicator: number
    cut: number
    from_day: string
    until_day: string
    basis: number | null
    level: string
    statements: number
  }
  'figures.term': {
    id: string
    indicator: string
    organisation: string
    words: string
    recorded_at: string
  }
}
