// /zahlen/kennzahlen/:id: what is counted, since when it compares, where it comes from, who delivers it.
import { fieldWords } from '#areas/actors/widgets/words.ts'
import { Button } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { DefinitionList } from '#kit/ui/DefinitionList.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { ObjectPage, SideBox, SideBoxes } from '#kit/ui/ObjectPage.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { Timeline } from '#kit/ui/Timeline.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useLoad } from '#kit/web/use.ts'
import type { IndicatorPage as Page } from '../contract/shapes.ts'
import { figures } from '../contract.ts'
import { catalogueTexts } from '../texts/catalogue.de.ts'
import { comparisonTexts } from '../texts/comparison.de.ts'
import { screens } from '../texts/screens.de.ts'
import { Became } from '../widgets/Became.tsx'
import { periodWords, SourceList } from '../widgets/parts.tsx'
import { IndicatorRules } from './IndicatorRules.tsx'
import { IndicatorUse } from './IndicatorUse.tsx'
import { Reuse } from './Reuse.tsx'

const remote = client(figures)
const t = screens.indicator

export function IndicatorPage({ id }: { id: string }) {
  const load = useLoad(remote.indicator, { id })
  return <Loading load={load}>{(page) => <Shown page={page} />}</Loading>
}

function Shown({ page }: { page: Page }) {
  const { head } = page
  const map = `/zahlen?kennzahl=${head.id}`
  return (
    <ObjectPage
      head={
        <PageHead
          title={head.title}
          kind={t.kind}
          lead={page.definition}
          invented={head.invented}
          state={{
            label: page.heldByCounties ? t.heldState : t.officialState,
            tone: page.heldByCounties ? 'info' : 'neutral',
          }}
          owners={head.owner ? [{ label: head.owner.title, to: `/organisationen/${head.owner.id}` }] : undefined}
          main={
            <Button variant="primary" icon="chart" to={map}>
              {t.toMap}
            </Button>
          }
          actions={
            <>
              <Button to={`/zahlen/vergleich?kennzahl=${head.id}`}>{comparisonTexts.toCompare}</Button>
              {head.mayChange ? (
                <Button icon="edit" to={`/zahlen/kennzahlen/${head.id}/bearbeiten`}>
                  {t.change}
                </Button>
              ) : null}
            </>
          }
        />
      }
      aside={
        <>
          <SideBoxes
            restsOn={page.sources.length > 0 ? <SourceList sources={page.sources} /> : undefined}
            became={<Became id={head.id} nothing={t.became} />}
            trailTo={`/datenspur/${head.id}`}
          />
          <SideBox title={t.deliverers}>
            <Deliverers page={page} />
          </SideBox>
        </>
      }
    >
      <Stack gap="l">
        <Section title={t.what}>
          <Definition page={page} />
        </Section>
        {page.heldByCounties ? (
          <IndicatorRules id={head.id} title={head.title} unit={page.unit} may={head.mayChange} />
        ) : null}
        <IndicatorUse id={head.id} held={page.heldByCounties} />
        <Section title={t.breaks}>
          <Breaks page={page} />
        </Section>
        <Section title={t.held}>
          {page.held.length === 0 ? <EmptyState title={t.none}>{t.noneHint}</EmptyState> : <HeldTable page={page} />}
        </Section>
        {page.sources.length > 0 ? <Reuse page={page} /> : null}
      </Stack>
    </ObjectPage>
  )
}

function Definition({ page }: { page: Page }) {
  const some = (term: string, value: string | null) => (value ? [{ term, value }] : [])
  return (
    <DefinitionList
      items={[
        { term: t.unit, value: page.unit },
        ...some(t.numerator, page.numerator),
        ...some(t.denominator, page.denominator),
        ...some(t.inclusion, page.inclusion),
        ...some(t.exclusion, page.exclusion),
        ...some(catalogueTexts.example, page.example),
        ...some(catalogueTexts.manual, page.manual),
        ...some(catalogueTexts.neededFor, page.neededFor),
        ...some(catalogueTexts.neededBy, page.neededBy?.title ?? null),
        ...some(catalogueTexts.neededUntil, page.neededUntil && screens.day(page.neededUntil)),
        ...some(catalogueTexts.burden, page.burden === null ? null : catalogueTexts.minutes(page.burden)),
        { term: t.source, value: page.source },
        ...some(t.law, page.legalBasis),
        ...some(t.purpose, page.purpose && t.onlyFor(fieldWords[page.purpose])),
        { term: t.timing, value: t.timings[page.timing] },
        { term: t.additive, value: page.additive ? t.mayAdd : t.mayNotAdd },
        { term: t.direction, value: t.directions[page.direction] },
        { term: t.code, value: page.code },
        { term: t.edition, value: String(page.edition) },
      ]}
    />
  )
}

function Breaks({ page }: { page: Page }) {
  if (page.breaks.length === 0) return <p>{t.noBreaks}</p>
  return (
    <Timeline
      entries={page.breaks.toReversed().map((one) => ({
        id: `${one.from}${one.kind}`,
        when: screens.day(one.from),
        what: screens.explorer.breakNames[one.kind],
        detail: (
          <>
            {one.what}
            {one.exception ? (
              <>
                <br />
                {t.exception}: {one.exception}
              </>
            ) : null}
            <br />
            <small>
              {t.source}: {one.source}
            </small>
          </>
        ),
      }))}
    />
  )
}

function Deliverers({ page }: { page: Page }) {
  if (page.deliverers.length === 0) return <p>{t.noDeliverers}</p>
  return (
    <ul>
      {page.deliverers.map((one) => (
        <li key={one.delivery ?? one.organisation.id}>
          {one.organisation.title}, {periodWords(one.period)}:{' '}
          {one.delivery ? (
            <ObjectLink kind="delivery" id={one.delivery}>
              {screens.deliveries.kinds[one.kind]}
            </ObjectLink>
          ) : (
            screens.deliveries.kinds[one.kind]
          )}
        </li>
      ))}
    </ul>
  )
}

function HeldTable({ page }: { page: Page }) {
  const cut = page.held.some((one) => one.cut === '') ? '' : page.held[0]?.cut
  const total = page.held.filter((one) => one.cut === cut && one.level !== 'above').toReversed()
  return (
    <DataTable
      caption={t.held}
      hideCaption
      dense
      rows={total}
      rowKey={(row) => `${row.from}${row.until}${row.level}${row.basis?.code ?? ''}`}
      columns={[
        { id: 'period', header: t.period, main: true, sortBy: (row) => row.from, cell: (row) => periodWords(row) },
        { id: 'level', header: t.level, cell: (row) => t.levelNames[row.level] },
        { id: 'basis', header: screens.explorer.basis, cell: (row) => row.basis?.label ?? screens.explorer.noBasis },
        {
          id: 'count',
          header: t.statements,
          align: 'end',
          sortBy: (row) => row.statements,
          cell: (row) => row.statements,
        },
      ]}
    />
  )
}
