// What a figure is collected for: which plan or question, who asked, until when, what it costs to deliver, and the help that stands at the field.
import { cooperation } from '#areas/cooperation/contract.ts'
import { DateField } from '#kit/ui/DateField.tsx'
import { NumberField } from '#kit/ui/NumberField.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextArea, TextField } from '#kit/ui/TextField.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useSession } from '#kit/web/session.tsx'
import { useLoad } from '#kit/web/use.ts'
import type { IndicatorPage } from '../contract/shapes.ts'
import { catalogueTexts } from '../texts/catalogue.de.ts'

const remote = client(cooperation)
const t = catalogueTexts.define

export function PurposeFields({ page }: { page: IndicatorPage | undefined }) {
  return (
    <>
      <TextField
        name="neededFor"
        label={t.neededFor}
        hint={t.neededForHint}
        defaultValue={page?.neededFor ?? undefined}
        optional
      />
      <Asking page={page} />
      <DateField name="neededUntil" label={t.neededUntil} defaultValue={page?.neededUntil ?? undefined} optional />
      <TextArea
        name="manual"
        label={t.manual}
        hint={t.manualHint}
        defaultValue={page?.manual ?? undefined}
        rows={2}
        optional
      />
      <NumberField
        name="burden"
        label={t.burden}
        unit={t.minutes}
        defaultValue={page?.burden ?? undefined}
        min={0}
        max={100_000}
        decimals={0}
        optional
      />
    </>
  )
}

/** The bodies one sits in and the own organisation; whoever asked before stays. */
function Asking({ page }: { page: IndicatorPage | undefined }) {
  const { actingFor } = useSession()
  const load = useLoad(remote.bodies, {})
  return (
    <Loading load={load} shape="text">
      {({ bodies }) => {
        const mine = bodies.filter((one) => one.mine.length > 0).map((one) => ({ value: one.id, label: one.name }))
        const own = actingFor ? [{ value: actingFor.id, label: actingFor.title }] : []
        const before = page?.neededBy ? [{ value: page.neededBy.id, label: page.neededBy.title }] : []
        const options = [...new Map([...before, ...mine, ...own].map((one) => [one.value, one])).values()]
        return (
          <Select
            name="neededBy"
            label={t.neededBy}
            emptyLabel={t.nobody}
            options={options}
            defaultValue={page?.neededBy?.id ?? ''}
            optional
          />
        )
      }}
    </Loading>
  )
}
