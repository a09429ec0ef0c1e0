// The comparison in short, for pages that have more to say: the sentence, one's own area beside those that border on it, and the way to the whole.
import { Button, ButtonRow } from '#kit/ui/Button.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useLoad } from '#kit/web/use.ts'
import { figures } from '../contract.ts'
import { comparisonTexts as t } from '../texts/comparison.de.ts'
import { Plot, Verdict } from './CompareView.tsx'
import { searchOfCompared } from './compared.ts'

const remote = client(figures)

type Props = { indicator: string; area: string; nameOf: (key: string) => string }

export function CompareBrief({ indicator, area, nameOf }: Props) {
  const asked = { level: 'county', cut: '', set: 'around', across: 'with', as: 'rate', against: 'parent' } as const
  const load = useLoad(remote.comparison, { ...asked, indicator, area })
  const address = searchOfCompared({ ...asked, indicator, area, traits: null })
  return (
    <Loading load={load}>
      {(comparison) => (
        <Stack>
          <Verdict comparison={comparison} nameOf={nameOf} />
          <Plot comparison={comparison} nameOf={nameOf} />
          <ButtonRow>
            <Button to={`/zahlen/vergleich?${new URLSearchParams(address)}`}>{t.toWhole}</Button>
          </ButtonRow>
        </Stack>
      )}
    </Loading>
  )
}
