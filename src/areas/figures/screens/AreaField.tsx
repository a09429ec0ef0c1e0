// Finding an area by name or key, also one that has ceased.
import { Combobox, type Option } from '#kit/ui/Combobox.tsx'
import type { FieldProps } from '#kit/ui/Field.tsx'
import { client } from '#kit/web/client.ts'
import type { FoundArea } from '../contract/reforms.ts'
import { figures } from '../contract.ts'
import { areaTexts } from '../texts/areas.de.ts'
import { screens } from '../texts/screens.de.ts'

const remote = client(figures)

export const kindWords = (area: Pick<FoundArea, 'kind' | 'key'>) => `${screens.areaKinds[area.kind]} ${area.key}`

export function AreaField({
  value,
  onChange,
  ...field
}: FieldProps & { value: Option | null; onChange: (key: Option | null) => void }) {
  const load = async (search: string, signal: AbortSignal) => {
    const { data } = await remote.findAreas({ search }, { signal })
    return data.areas.map((area) => ({
      id: `${area.key} ${area.until ?? ''}`,
      label: area.name,
      note: [kindWords(area), area.parent, area.until ? areaTexts.form.ended(area.until) : '']
        .filter(Boolean)
        .join(' · '),
    }))
  }
  return <Combobox {...field} value={value} onChange={onChange} load={load} placeholder={areaTexts.form.pick} />
}

/** The key that a chosen area bears. */
export const keyOf = (option: Option | null) => option?.id.split(' ')[0] ?? ''
