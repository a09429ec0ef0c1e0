// Choosing a part of the land by typing its name or key; for the forms of services, needs and measures.
import { figures } from '#areas/figures/contract.ts'
import { Combobox, type Option } from '#kit/ui/Combobox.tsx'
import type { FieldProps } from '#kit/ui/Field.tsx'
import { client } from '#kit/web/client.ts'
import { useLoad } from '#kit/web/use.ts'
import { screens } from '../texts/screens.de.ts'

const remote = client(figures)

export function AreaField({
  value,
  onChange,
  ...field
}: FieldProps & { value: Option | null; onChange: (option: Option | null) => void }) {
  const counties = useLoad(remote.areas, { level: 'county' })
  const municipalities = useLoad(remote.areas, { level: 'municipality' })
  const options = [counties.data, municipalities.data].flatMap((list) =>
    list
      ? list.ids.map((id, at) => ({
          id,
          label: screens.areaLabel(list.kinds[at], list.names[at]!),
          note: screens.areaKey(list.keys[at]!),
        }))
      : [],
  )
  // Towns that are county and municipality in one stand in both lists.
  const once = [...new Map(options.map((option) => [option.id, option])).values()]
  return <Combobox {...field} value={value} onChange={onChange} options={once} />
}
