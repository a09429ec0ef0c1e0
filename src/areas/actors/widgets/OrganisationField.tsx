// Choosing an organisation by typing a part of its name; for the forms of all areas.
import { Combobox, type Option } from '#kit/ui/Combobox.tsx'
import type { FieldProps } from '#kit/ui/Field.tsx'
import { client } from '#kit/web/client.ts'
import { actors } from '../contract.ts'
import { screens } from '../texts/screens.de.ts'
import { texts } from '../texts.de.ts'

const remote = client(actors)

/** `without`: ids that are not offered. */
export function OrganisationField({
  value,
  onChange,
  without = [],
  parent,
  ...field
}: FieldProps & {
  value: Option | null
  onChange: (option: Option | null) => void
  without?: readonly string[]
  parent?: string
}) {
  const load = async (query: string, signal: AbortSignal) => {
    const { data } = await remote.organisations(
      { ...(query ? { search: query } : {}), ...(parent ? { parent } : {}) },
      { signal },
    )
    return data.organisations
      .filter((one) => !without.includes(one.id))
      .slice(0, 50)
      .map((one) => ({
        id: one.id,
        label: one.name,
        note: one.parent ? screens.network.belongsTo(one.parent.title) : one.kind ? texts.kinds[one.kind] : undefined,
      }))
  }
  return <Combobox {...field} value={value} onChange={onChange} load={load} placeholder={screens.field.placeholder} />
}
