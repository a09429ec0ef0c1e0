// /vergleiche/:id: two mandates side by side, with their places in the law and the seams at which they meet. Prints on paper as it stands.
import { Button } from '#kit/ui/Button.tsx'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { Stack } from '#kit/ui/Layout.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Prose, Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useLoad } from '#kit/web/use.ts'
import type { Comparison } from '../contract/comparisons.ts'
import { cooperation } from '../contract.ts'
import { comparisonTexts } from '../texts/seams.de.ts'
import { WhomToAsk } from '../widgets/WhomToAsk.tsx'
import { SeamTable } from './SeamTable.tsx'

const remote = client(cooperation)
const t = comparisonTexts.page

export function ComparisonPage({ id }: { id: string }) {
  const load = useLoad(remote.comparison, { id })
  return <Loading load={load}>{(comparison) => <Shown comparison={comparison} />}</Loading>
}

function Shown({ comparison }: { comparison: Comparison }) {
  const { head, leftName, leftLaw, rightName, rightLaw, checkedOn } = comparison
  const rows = comparison.rows.map((row, n) => ({ ...row, id: String(n) }))
  const side = (text: string, basis: string) => (
    <>
      {text || '–'}
      {basis ? (
        <>
          <br />
          <small>{basis}</small>
        </>
      ) : null}
    </>
  )
  return (
    <Stack gap="l">
      <PageHead
        title={head.title}
        kind={t.kind}
        state={
          checkedOn
            ? { label: t.verified(formatDay(checkedOn)), tone: 'success' }
            : { label: t.unverified, tone: 'warning' }
        }
        main={<Button onClick={() => window.print()}>{t.print}</Button>}
        actions={
          comparison.may.change ? (
            <Button icon="edit" to={`/vergleiche/${head.id}/bearbeiten`}>
              {t.edit}
            </Button>
          ) : undefined
        }
      />
      <DataTable
        caption={t.caption(leftName, rightName)}
        hideCaption
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { id: 'aspect', header: t.aspect, main: true, cell: (row) => row.aspect },
          { id: 'left', header: t.side(leftName, leftLaw), cell: (row) => side(row.left, row.leftBasis) },
          { id: 'right', header: t.side(rightName, rightLaw), cell: (row) => side(row.right, row.rightBasis) },
        ]}
      />
      {comparison.note ? (
        <Section title={t.note}>
          <Prose>
            <p>{comparison.note}</p>
          </Prose>
        </Section>
      ) : null}
      <Section title={t.seams}>
        {comparison.seams.length === 0 ? <p>{t.noSeams}</p> : <SeamTable caption={t.seams} seams={comparison.seams} />}
      </Section>
      <WhomToAsk of={comparison.head.body?.id ?? comparison.head.owner?.id} />
    </Stack>
  )
}
