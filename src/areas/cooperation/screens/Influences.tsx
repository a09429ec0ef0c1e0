// "Wer nimmt worauf Einfluss?": stated influences with source and day, found by words of the process and by field.
import { useState } from 'react'
import { actors, Field } from '#areas/actors/contract.ts'
import { fieldWords } from '#areas/actors/widgets/words.ts'
import { DataTable } from '#kit/ui/DataTable.tsx'
import { formatDay } from '#kit/ui/format.ts'
import { FilterBar } from '#kit/ui/Layout.tsx'
import { Section } from '#kit/ui/Section.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useLoad } from '#kit/web/use.ts'
import { networkTexts } from '../texts/network.de.ts'

const remote = client(actors)
const t = networkTexts.map

export function Influences() {
  const [search, setSearch] = useState('')
  const [field, setField] = useState('')
  const chosen = Field.safeParse(field).data
  const load = useLoad(remote.influences, { ...(search ? { search } : {}), ...(chosen ? { field: chosen } : {}) })
  return (
    <Section title={t.influences} lead={t.influencesLead}>
      <FilterBar>
        <TextField name="influence" type="search" label={t.influencesSearch} value={search} onChange={setSearch} />
        <Select
          name="influenceField"
          label={t.influencesField}
          emptyLabel={t.allFields}
          value={field}
          onChange={setField}
          options={Field.options.map((value) => ({ value, label: fieldWords[value] }))}
        />
      </FilterBar>
      <Loading load={load} shape="table">
        {({ influences }) => (
          <DataTable
            caption={t.influences}
            hideCaption
            empty={t.noInfluences}
            rows={influences}
            rowKey={(row) => row.id}
            columns={[
              {
                id: 'organisation',
                header: t.organisation,
                main: true,
                sortBy: (row) => row.organisation.title,
                cell: (row) => (
                  <ObjectLink kind="organisation" id={row.organisation.id}>
                    {row.organisation.title}
                  </ObjectLink>
                ),
              },
              {
                id: 'about',
                header: t.about,
                sortBy: (row) => row.about,
                cell: (row) => (
                  <>
                    {[row.about, row.target?.title].filter(Boolean).join(' · ')}
                    {row.field ? (
                      <>
                        <br />
                        <small>{fieldWords[row.field]}</small>
                      </>
                    ) : null}
                  </>
                ),
              },
              { id: 'source', header: t.source, cell: (row) => row.source },
              { id: 'since', header: t.sinceHeader, sortBy: (row) => row.from, cell: (row) => formatDay(row.from) },
            ]}
          />
        )}
      </Loading>
    </Section>
  )
}
