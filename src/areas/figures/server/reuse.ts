// What is public, in the formats of others: official values alone. A delivered value is left out for everybody, also for those who may see it here.
import type { Database } from '#kit/db/database.ts'
import { Refusal } from '#kit/http/refusal.ts'
import type { FileOut, Handlers } from '#kit/http/scene.ts'
import type { OpenTable } from '#pure/cube/open-table.ts'
import { jsonStatOf } from '#pure/cube/write-json-stat.ts'
import { sdmxJsonOf } from '#pure/cube/write-sdmx-json.ts'
import { dataPackageOf } from '#pure/data-package/write.ts'
import { dcatOf } from '#pure/dcat/catalogue.ts'
import type { OpenFormat } from '../contract/reuse.ts'
import type { MapSlice } from '../contract/shapes.ts'
import type { figures as contract } from '../contract.ts'
import { calledPeriod } from '../rules.ts'
import { areaStore } from '../store/areas.ts'
import { indicatorStore } from '../store/indicators.ts'
import { tableStore } from '../store/tables.ts'
import { reuseTexts } from '../texts/reuse.de.ts'
import { screens } from '../texts/screens.de.ts'
import { texts } from '../texts.de.ts'
import { mapSlice } from './reading.ts'

type Ours = Pick<Handlers<typeof contract>, 'openSlice' | 'openCatalogue'>
const licences: Readonly<Record<string, string>> = {
  'dl-de/by-2-0': 'https://www.govdata.de/dl-de/by-2-0',
  'dl-de/zero-2-0': 'https://www.govdata.de/dl-de/zero-2-0',
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
}
/** The list of licences that DCAT-AP.de prescribes. */
const dcatLicences: Readonly<Record<string, string>> = {
  'dl-de/by-2-0': 'http://dcat-ap.de/def/licenses/dl-by-de/2.0',
  'dl-de/zero-2-0': 'http://dcat-ap.de/def/licenses/dl-zero-de/2.0',
  'CC-BY-4.0': 'http://dcat-ap.de/def/licenses/cc-by/4.0',
  'CC0-1.0': 'http://dcat-ap.de/def/licenses/cc-zero',
}
const writers: Readonly<Record<OpenFormat, { write: (table: OpenTable) => object; type: string; end: string }>> = {
  'json-stat': { write: jsonStatOf, type: 'application/json', end: 'json-stat.json' },
  'sdmx-json': { write: sdmxJsonOf, type: 'application/vnd.sdmx.data+json', end: 'sdmx.json' },
  'data-package': { write: dataPackageOf, type: 'application/json', end: 'datapackage.json' },
}
const asFile = (name: string, type: string, content: object): FileOut => ({
  name,
  type: `${type}; charset=utf-8`,
  bytes: Buffer.from(JSON.stringify(content)),
})

/** @throws Refusal nothingPublic where no official source said anything. */
async function tableOf(db: Database, slice: MapSlice, address: string, at: string): Promise<OpenTable> {
  const { from, until } = slice.period
  const { kind, last } = calledPeriod(from, until)
  const official = (n: number) => slice.sources[slice.sourceOf[n] ?? -1]?.kind === 'officialTable'
  const cells = slice.keys.map((_, n) =>
    official(n) ? { value: slice.values[n] ?? null, mark: slice.marks[n] ?? null } : { value: null, mark: null },
  )
  if (!slice.keys.some((_, n) => official(n))) throw new Refusal('nothingPublic')
  const areas = await areaStore(db).list(slice.level, from)
  const names = new Map(areas.keys.map((key, n) => [key, areas.names[n]!]))
  const code = {
    year: from.slice(0, 4),
    month: from.slice(0, 7),
    day: from,
    quarter: `${from}/${last}`,
    span: `${from}/${last}`,
  }
  return {
    id: slice.indicator,
    title: slice.cutLabel ? `${slice.title} (${slice.cutLabel})` : slice.title,
    unit: slice.unit,
    decimals: slice.decimals,
    time: { code: code[kind], label: screens.period(calledPeriod(from, until)), from, last },
    areas: slice.keys.map((key) => ({ key, name: names.get(key) ?? key })),
    cells,
    sources: slice.sources
      .filter((one) => one.kind === 'officialTable')
      .map(({ attribution, licence }) => ({
        attribution,
        licence: licence
          ? { title: screens.table.licences[licence] ?? licence, address: licences[licence] ?? null }
          : null,
      })),
    address,
    at,
    words: {
      ...reuseTexts.file,
      marks: {
        nil: texts.marks.nil.name,
        unknown: texts.marks.unknown.name,
        unreliable: texts.marks.unreliable.name,
        later: texts.marks.later.name,
        meaningless: texts.marks.meaningless.name,
      },
    },
  }
}

const addressOf = (house: string, path: string, words: Record<string, string>) =>
  `${house}/api/figures/${path}?${new URLSearchParams(words)}`

export const reuse: Ours = {
  async openSlice({ format, ...input }, { db, at, house }) {
    const slice = await mapSlice(db, at, input)
    const { write, type, end } = writers[format]
    const words = { indicator: slice.indicator, ...slice.period, level: slice.level, cut: slice.cut }
    const table = await tableOf(db, slice, addressOf(house.address(), `open/${format}`, words), at)
    return asFile(`${slice.title} ${slice.period.from}.${end}`, type, write(table))
  },
  async openCatalogue(_, { db, house }) {
    const address = house.address()
    const name = await tableStore(db).installation()
    const found = (await indicatorStore(db).search(undefined, undefined)).filter((one) => one.levels.length > 0)
    const about = new Map((await tableStore(db).licencesOf(found.map(({ id }) => id))).map((one) => [one.id, one]))
    const datasets = found.flatMap((one) => {
      const rights = about.get(one.id)
      const level = one.levels.includes('county') || !one.levels.includes('municipality') ? 'county' : 'municipality'
      const words = { indicator: one.id, level }
      return rights
        ? [
            {
              address: `${address}/zahlen/kennzahlen/${one.id}`,
              identifier: one.code,
              title: one.title,
              description: one.definition,
              publisher: rights.source,
              landingPage: `${address}/zahlen/kennzahlen/${one.id}`,
              temporal: { from: rights.from, last: calledPeriod(rights.from, rights.until).last },
              licence: dcatLicences[rights.licence ?? ''] ?? null,
              attribution: rights.attribution,
              distributions: [
                ...(Object.keys(writers) as OpenFormat[]).map((format) => ({
                  address: addressOf(address, `open/${format}`, words),
                  title: reuseTexts.formats[format],
                  mediaType: writers[format].type,
                })),
                { address: addressOf(address, 'map.csv', words), title: reuseTexts.csv, mediaType: 'text/csv' },
              ],
            },
          ]
        : []
    })
    const content = dcatOf({
      address: `${address}/api/figures/open/catalogue.jsonld`,
      title: reuseTexts.dcat.title(name),
      description: reuseTexts.dcat.description,
      publisher: name,
      datasets,
    })
    return asFile('catalogue.jsonld', 'application/ld+json', content)
  },
}
