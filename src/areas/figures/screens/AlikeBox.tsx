// Statistical neighbours with the formula open: which traits, with which weight, and which part each has in a distance.
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Columns, Stack } from '#kit/ui/Layout.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useLoad } from '#kit/web/use.ts'
import type { AlikeAreas, TraitUsed } from '../contract/comparison.ts'
import { figures } from '../contract.ts'
import { comparisonTexts } from '../texts/comparison.de.ts'
import { periodWords, SourceList } from '../widgets/parts.tsx'
import type { Compared } from './compared.ts'

const remote = client(figures)
const t = comparisonTexts.alike

type Props = { compared: Compared; area: string; nameOf: (key: string) => string; onCompared: (next: Compared) => void }

export function AlikeBox({ compared, area, nameOf, onCompared }: Props) {
  const { indicator, level, traits } = compared
  const asked = { area, level, ...(indicator ? { indicator } : {}), ...(traits ? { traits } : {}) }
  const load = useLoad(remote.alike, asked, { keep: true })
  const weigh = (alike: AlikeAreas, id: string, weight: string) =>
    onCompared({
      ...compared,
      traits: alike.traits.map((one) => `${one.id}:${one.id === id ? weight : one.weight}`).join(','),
    })
  return (
    <Section
      title={t.title}
      lead={t.lead(nameOf(area))}
      actions={
        compared.set === 'alike' ? undefined : (
          <Button small onClick={() => onCompared({ ...compared, set: 'alike' })}>
            {t.compare}
          </Button>
        )
      }
    >
      <Loading load={load}>
        {(alike) =>
          alike.traits.length === 0 ? (
            <p>{t.noTraits}</p>
          ) : (
            <Stack>
              <Nearest alike={alike} nameOf={nameOf} />
              <details className="ns-fold" open={traits !== null}>
                <summary>{t.formula}</summary>
                <Stack>
                  <p>{t.formulaText}</p>
                  <Weights alike={alike} onWeight={(id, weight) => weigh(alike, id, weight)} />
                  {traits ? (
                    <ButtonRow>
                      <Button small onClick={() => onCompared({ ...compared, traits: null })}>
                        {t.reset}
                      </Button>
                    </ButtonRow>
                  ) : null}
                  {alike.leftOut.length > 0 ? <p>{t.leftOut(alike.leftOut.map((one) => one.title))}</p> : null}
                  <SourceList sources={alike.sources} />
                </Stack>
              </details>
            </Stack>
          )
        }
      </Loading>
    </Section>
  )
}

function Nearest({ alike, nameOf }: { alike: AlikeAreas; nameOf: (key: string) => string }) {
  const own = alike.without.find((one) => one.key === alike.area.key)
  const others = alike.without.filter((one) => one !== own)
  const missing = comparisonTexts.without(others)
  if (alike.nearest.length === 0) return <p>{own ? t.noneOwn(own.missing) : t.none}</p>
  return (
    <>
      <p>{t.unfold}</p>
      <ol>
        {alike.nearest.map((one) => (
          <li key={one.key}>
            <details className="ns-fold">
              <summary>{t.distance(nameOf(one.key), one.distance)}</summary>
              <ul>
                {one.parts
                  .toSorted((a, b) => b.share - a.share)
                  .map((part) => {
                    const trait = alike.traits.find((each) => each.id === part.id)
                    return trait ? (
                      <li key={part.id}>
                        {t.part(trait.title, said(trait, part.own), said(trait, part.other), part.share)}
                      </li>
                    ) : null
                  })}
              </ul>
            </details>
          </li>
        ))}
      </ol>
      {others.length > 0 ? <p>{t.without(others.length, missing)}</p> : null}
    </>
  )
}

const said = (trait: TraitUsed, value: number) =>
  trait.how === 'size' ? t.people(value) : t.number(value, trait.decimals)

function Weights({ alike, onWeight }: { alike: AlikeAreas; onWeight: (id: string, weight: string) => void }) {
  return (
    <Columns min={260}>
      {alike.traits.map((row) => (
        <Select
          key={row.id}
          name={`gewicht-${row.id}`}
          label={t.weightOf(row.title)}
          hint={scaleOf(row)}
          value={String(Math.round(row.weight))}
          options={t.weights.map((label, n) => ({ value: String(n), label }))}
          onChange={(weight) => onWeight(row.id, weight)}
        />
      ))}
    </Columns>
  )
}

function scaleOf(row: TraitUsed): string {
  const scale =
    row.unusable || row.mean === null || row.deviation === null
      ? t.unusable[row.unusable ?? 'noValues']
      : t.scaleOf(row.mean, row.deviation, row.how === 'size' ? 2 : Math.max(1, row.decimals))
  return [t.how[row.how], row.period ? periodWords(row.period) : '', scale].filter(Boolean).join('; ')
}
