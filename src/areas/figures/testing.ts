// What the tests of the figures share: the official demo files, read in through the endpoints as a planner does.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { Caller } from '#apps/testing.ts'
import { ok } from '#apps/testing-people.ts'
import type { ImportPreview } from './contract/import.ts'
import type { IndicatorHead, MapSlice, Series } from './contract/shapes.ts'

export const demoFile = (name: string) => readFileSync(new URL(`./demo-data/${name}`, import.meta.url))
export const registerFile = 'gemeindeverzeichnis_2024-06-30_oberbayern.csv'
export type Committed = {
  table: { id: string; title: string }
  written: number
  revised: number
  unchanged: number
  indicators: { id: string; title: string }[]
}

export async function look(
  planner: Caller,
  name: string,
  bytes: Buffer | string = demoFile(name),
): Promise<ImportPreview> {
  return ok<ImportPreview>(await planner.upload('/figures/imports', name, bytes))
}

export async function readIn(
  planner: Caller,
  name: string,
  bytes: Buffer | string = demoFile(name),
): Promise<Committed> {
  const preview = await look(planner, name, bytes)
  return ok<Committed>(await planner.post(`/figures/imports/${preview.id}/commit`))
}

export async function indicatorNamed(caller: Caller, code: string): Promise<IndicatorHead> {
  const { indicators } = ok<{ indicators: IndicatorHead[] }>(await caller.get('/figures/indicators'))
  const found = indicators.find((one) => one.code === code)
  assert.ok(found, `${code} is among ${indicators.map((one) => one.code).join(', ')}`)
  return found
}

const query = (words: Record<string, string | number | undefined>) =>
  new URLSearchParams(
    Object.entries(words).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, String(value)] as [string, string]],
    ),
  )
export const mapOf = async (caller: Caller, words: Record<string, string | number | undefined>) =>
  ok<MapSlice>(await caller.get(`/figures/map?${query(words)}`))
export const seriesOf = async (caller: Caller, words: Record<string, string | number | undefined>) =>
  ok<Series>(await caller.get(`/figures/series?${query(words)}`))
