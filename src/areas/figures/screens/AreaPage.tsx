// /zahlen/gebiete/:id: level, keys and validity of an area, what came before it and what became of it.
import { Button } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { ObjectPage } from '#kit/ui/ObjectPage.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import type { AreaName, AreaState, AreaPage as Page } from '../contract/reforms.ts'
import { figures } from '../contract.ts'
import { areaTexts } from '../texts/areas.de.ts'
import { comparisonTexts } from '../texts/comparison.de.ts'
import { reformTexts } from '../texts/reforms.de.ts'
import { screens } from '../texts/screens.de.ts'
import { validWords } from './area-words.ts'
import { ReformParts } from './ReformParts.tsx'

const remote = client(figures)
const t = areaTexts.area

export function AreaPage({ id }: { id: string }) {
  const load = useLoad(remote.area, { id })
  return <Loading load={load}>{(page) => <Shown page={page} />}</Loading>
}

function Shown({ page }: { page: Page }) {
  const { today } = useSession()
  const now = page.states[0]!
  const moves = page.reforms.flatMap((reform) => reform.parts.filter((part) => part.before.id !== part.after.id))
  const others = (side: 'before' | 'after') =>
    unique(
      moves
        .filter((part) => part[side === 'before' ? 'after' : 'before'].id === page.head.id)
        .map((part) => part[side]),
    )
  const [before, after] = [others('before'), others('after')]
  const where = `gebiete=${now.key}${now.key.length === 8 ? '&ebene=gemeinden' : ''}`
  const seen = now.key.length >= 5 && now.key.length <= 8
  return (
    <ObjectPage
      head={
        <PageHead
          title={now.name}
          kind={screens.areaKinds[now.kind]}
          lead={page.above.map((one) => one.name).join(' · ')}
          actions={
            seen ? (
              <>
                <Button icon="chart" to={`/zahlen?${where}`}>
                  {t.toFigures}
                </Button>
                <Button to={`/zahlen/vergleich?${where}`}>{comparisonTexts.toCompare}</Button>
              </>
            ) : undefined
          }
        />
      }
    >
      {now.until ? (
        <Notice tone="warning" title={now.until <= today ? t.ended(now.until) : t.willEnd(now.until)}>
          {after.length === 0 ? <p>{t.endedWithout}</p> : null}
        </Notice>
      ) : null}
      <DefinitionList items={[...factsOf(now, page), ...kin(t.predecessors, before), ...kin(t.successors, after)]} />
      <Section title={t.history}>
        {page.reforms.length === 0 ? <p>{t.noHistory}</p> : null}
        {page.reforms.map((reform) => (
          <div key={reform.id}>
            <h3>
              <ObjectLink kind="reform" id={reform.id}>
                {reform.title}
              </ObjectLink>
            </h3>
            <p>
              <small>
                {reformTexts.kinds[reform.kind]} · {reform.source}
              </small>
            </p>
            <ReformParts parts={reform.parts} caption={reform.title} />
          </div>
        ))}
      </Section>
      <Section title={t.states}>
        <DataTable
          caption={t.states}
          hideCaption
          dense
          rows={page.states}
          rowKey={(row) => `${row.key}${row.from}${row.until}`}
          columns={[
            { id: 'name', header: areaTexts.list.name, main: true, cell: (row) => row.name },
            { id: 'key', header: t.agsShort, cell: (row) => row.key },
            { id: 'valid', header: t.valid, cell: (row) => validWords(row.from, row.until) },
            { id: 'source', header: t.source, cell: (row) => <SourceOf state={row} /> },
          ]}
        />
      </Section>
    </ObjectPage>
  )
}

const unique = (areas: readonly AreaName[]) => [...new Map(areas.map((area) => [area.id, area])).values()]
const kin = (term: string, areas: readonly AreaName[]) =>
  areas.length === 0
    ? []
    : [
        {
          term,
          value: areas.map((area, n) => (
            <span key={area.id}>
              {n > 0 ? ', ' : ''}
              <ObjectLink kind="area" id={area.id}>
                {area.name}
              </ObjectLink>{' '}
              ({area.key})
            </span>
          )),
        },
      ]

function factsOf(now: AreaState, page: Page) {
  const facts: [string, string | null][] = [
    [t.level, reformTexts.levels[now.kind]],
    [now.key.length === 8 ? t.ags : t.agsShort, now.key],
    [t.ars, now.ars],
    [t.valid, validWords(now.from, now.until)],
    [t.people, now.population !== null && now.populationOn ? t.peopleOn(now.population, now.populationOn) : null],
    [t.size, now.km2 === null ? null : t.km2(now.km2)],
    [t.parts, page.parts > 0 ? t.partsCount(page.parts) : null],
  ]
  const above = page.above.length === 0 ? [] : kin(t.within, page.above)
  return [...facts.flatMap(([term, value]) => (value ? [{ term, value }] : [])), ...above]
}

function SourceOf({ state }: { state: AreaState }) {
  const links = [
    ...(state.source ? [{ kind: 'officialTable', ...state.source }] : []),
    ...(state.reform ? [{ kind: 'reform', ...state.reform }] : []),
  ]
  return links.map((one, n) => (
    <span key={one.id}>
      {n > 0 ? '; ' : ''}
      <ObjectLink kind={one.kind} id={one.id}>
        {one.title}
      </ObjectLink>
    </span>
  ))
}
