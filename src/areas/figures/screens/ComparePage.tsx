// /zahlen/vergleich: the own area beside its neighbours, across the border too, with what may be chance; beside it who is alike and the own course.
import { Button } from '#kit/ui/Button.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useLoad } from '#kit/web/use.ts'
import type { AreaList, IndicatorHead, IndicatorPage } from '../contract/shapes.ts'
import { figures } from '../contract.ts'
import { comparisonTexts as t } from '../texts/comparison.de.ts'
import { screens } from '../texts/screens.de.ts'
import { AlikeBox } from './AlikeBox.tsx'
import { namesOf } from './area-names.ts'
import { CompareFilters } from './CompareFilters.tsx'
import { CompareView } from './CompareView.tsx'
import { CourseBox } from './CourseBox.tsx'
import { type Compared, comparedOf, searchOfCompared } from './compared.ts'
import { searchOf } from './selection.ts'

const remote = client(figures)
/** What is shown first, as long as nobody has chosen: people in need of care, else whatever has values. */
const firstCode = '22411-PFL016'

type Props = { search: Record<string, string>; onSearch: (next: Record<string, string>) => void }

export function ComparePage({ search, onSearch }: Props) {
  const compared = comparedOf(search)
  const load = useLoad(remote.indicators, {})
  const { area, ...same } = compared
  return (
    <Stack gap="l">
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          <Button to={`/zahlen?${new URLSearchParams(searchOf({ ...same, areas: area ? [area] : [] }))}`}>
            {t.toExplorer}
          </Button>
        }
      />
      <Loading load={load}>
        {({ indicators }) => {
          const some = indicators.filter((one) => one.latest)
          const chosen =
            indicators.find((one) => one.id === compared.indicator) ??
            some.find((one) => one.code === firstCode) ??
            some[0]
          return chosen ? (
            <Chosen
              indicators={indicators}
              chosen={chosen}
              compared={{ ...compared, indicator: chosen.id, ...onlyLevel(chosen) }}
              onCompared={(next) => onSearch(searchOfCompared(next))}
            />
          ) : (
            <EmptyState title={screens.explorer.none}>{screens.explorer.noneHintOthers}</EmptyState>
          )
        }}
      </Loading>
    </Stack>
  )
}

const onlyLevel = (chosen: IndicatorHead) =>
  chosen.levels.length === 1 && chosen.levels[0] === 'municipality' ? { level: 'municipality' as const } : {}

type ChosenProps = {
  indicators: readonly IndicatorHead[]
  chosen: IndicatorHead
  compared: Compared
  onCompared: (next: Compared) => void
}

function Chosen(props: ChosenProps) {
  const page = useLoad(remote.indicator, { id: props.chosen.id }, { keep: true })
  const areas = useLoad(remote.areas, { level: props.compared.level }, { keep: true })
  return (
    <Loading load={page}>
      {(indicator) => (
        <Loading load={areas}>{(list) => <Shown {...props} indicator={indicator} areas={list} />}</Loading>
      )}
    </Loading>
  )
}

function Shown(props: ChosenProps & { indicator: IndicatorPage; areas: AreaList }) {
  const { chosen, areas, onCompared } = props
  const own = areas.own && areas.keys.includes(areas.own) ? areas.own : null
  const compared = { ...props.compared, area: props.compared.area ?? own }
  const names = namesOf(areas)
  const nameOf = (key: string) => names.get(key) ?? key
  const area = compared.area
  return (
    <>
      <CompareFilters {...props} compared={compared} names={names} />
      {area ? (
        <>
          <CompareView compared={compared} area={area} nameOf={nameOf} onCompared={onCompared} />
          <AlikeBox compared={compared} area={area} nameOf={nameOf} onCompared={onCompared} />
          <Section title={t.course.title}>
            <CourseBox indicator={chosen.id} cut={compared.cut} area={area} />
          </Section>
          <Notice tone="info" title={t.caution.title}>
            <ul>
              {t.caution.text.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
            <p>
              <small>{t.caution.method}</small>
            </p>
          </Notice>
        </>
      ) : (
        <EmptyState title={t.chooseFirst}>{t.chooseFirstHint}</EmptyState>
      )}
    </>
  )
}
